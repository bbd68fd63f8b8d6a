"""The commands against archives, as people call them: what works, and what is one clear line with a published code."""

from __future__ import annotations

import json
import socket
from dataclasses import replace

import pytest
from tests.captures.crawl import Crawl, serving
from tests.captures.front import Front, Held, RealClock
from tests.captures.warcs import articles

from backissue.cli import run

HOST = ["--host", "news.example", "--rate", "500"]


def pages(count: int) -> list[Held]:
    return [
        Held(f"https://news.example/{n}", f"2020010100{n:04d}", body=b"<html><p>%d</p></html>" % n)
        for n in range(count)
    ]


@pytest.fixture
def front():
    with Front(pages(12), RealClock(), excluded=frozenset({"hidden.example"})) as made:
        yield made


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if line.startswith(("backissue: ", "Error: "))]


@pytest.mark.parametrize("command", ["rescue", "list", "fetch"])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["127.0.0.1:1"], "is no file and no paper's host"),
        (["127.0.0.1:1/web/cdx", "--host", "news.example"], "is no file and no paper's host"),
        (["http://127.0.0.1:1/web/cdx"], "is a web archive; whose captures?"),
        (["http://127.0.0.1:1/", "--host", "news.example"], "is no CDX server"),
        (["ftp.example/web/cdx", "--host", "news.example"], "is no file and no paper's host"),
        (["https://news.example/section/"], "is no CDX server"),
        (["http://127.0.0.1:1/web/cdx", "--host", "not a host"], "is no host and no URL"),
        (["http://127.0.0.1:1/web/cdx", "--host", "news.example", "--proxy", "foo"], "is no proxy"),
        (["http://127.0.0.1:1/web/cdx", "--host", "news.example", "--rate", "0"], "Invalid value for '--rate'"),
        (["news.example"], "wants to know whom to write to"),
        (["https://news.example/"], "wants to know whom to write to"),
        (["http://127.0.0.1:1/web/cdx", "https://archive.example/web/cdx", "--host", "n.example"], "whom to write to"),
    ],
)
def test_a_wrong_word_is_one_line_and_nothing_is_made(tmp_path, capsys, monkeypatch, command, words, told):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("somebody was asked"))
    assert run([command, *words, "--to", str(tmp_path / "paper")]) == 2
    lines = said(capsys)
    assert len(lines) == 1
    assert told in lines[0]
    assert not (tmp_path / "paper" / "captures").exists()


def test_an_archive_that_is_down_is_one_line(tmp_path, capsys):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/web/cdx"
    assert run(["rescue", address, *HOST, "--to", str(tmp_path / "paper")]) == 3
    (line,) = said(capsys)
    assert "nothing listens at 127.0.0.1" in line


def test_a_name_that_leads_nowhere_is_one_line_at_once(tmp_path, capsys, monkeypatch):
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    words = ["http://archive.example/web/cdx", *HOST, "--contact", "desk@news.example"]
    assert run(["list", *words, "--to", str(tmp_path / "paper")]) == 3
    assert said(capsys) == ["backissue: the name archive.example leads nowhere"]


def test_a_host_that_nobody_captured_and_one_that_is_excluded_are_one_line_each(tmp_path, capsys, front):
    assert run(["rescue", front.cdx, "--host", "nws.example", "--rate", "500", "--to", str(tmp_path / "a")]) == 3
    (line,) = said(capsys)
    assert "lists nothing of nws.example, asked twice" in line
    for command in ("rescue", "list", "fetch"):
        words = [front.cdx, "--host", "hidden.example", "--rate", "500", "--to", str(tmp_path / command)]
        assert run([command, *words]) == 2
        (line,) = said(capsys)
        assert "has excluded hidden.example" in line


def test_a_plan_is_read_first_then_fetched_and_the_listing_says_how_old_it_is(tmp_path, capsys, front):
    words = [front.cdx, *HOST, "--to", str(tmp_path / "paper")]
    assert run(["fetch", *words, "--dry-run", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["requests"], plan["missing"], plan["kinds"], plan["collected"]["held"]) == (12, 12, {"article": 12}, 0)
    assert {kind for _, kind, _, _ in front.log} == {"listing"}
    assert run(["fetch", *words, "--json"]) == 0
    done = capsys.readouterr()
    assert "was listed at 127.0.0.1" in done.err
    assert "today" in done.err
    assert "--again" in done.err
    assert json.loads(done.out)["collected"]["held"] == 12
    assert run(["fetch", *words, "--dry-run"]) == 0
    assert "12 captures are wanted, 12 are held" in capsys.readouterr().err
    before = len(front.log)
    assert run(["list", *words, "--again", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["findings"] == []
    assert len(front.log) > before
    assert again["requests"] == len(front.log) - before


def test_two_archives_are_listed_compared_and_fetched_from_in_one_command(tmp_path, capsys, front):
    made = [replace(record, url=record.url.replace("/article/", "/crawled/")) for record in articles(5)]
    with serving(Crawl(made)) as crawl:
        words = [front.cdx, crawl.index, *HOST, "--to", str(tmp_path / "paper")]
        assert run(["fetch", *words, "--json"]) == 0
        report = json.loads(capsys.readouterr().out)
    assert report["collected"]["held"] == 17
    assert sorted(report["collected"]["listed"].values()) == [5, 12]
    (found,) = report["findings"]
    assert found["code"] == "list.disagree"
    assert "12 pages only" in found["sentence"]
    assert "5 pages only" in found["sentence"]


def test_one_archive_that_is_down_does_not_keep_us_from_the_other(tmp_path, capsys, front):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{free.getsockname()[1]}/web/cdx"
    assert run(["fetch", dead, front.cdx, *HOST, "--to", str(tmp_path / "paper"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["collected"]["held"] == 12
    assert [f["code"] for f in report["findings"]] == ["source.unreadable"]
