"""The demo paper comes back whole: every recoverable article, every field, and nothing that is none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from truth import compare, lines

import backissue
from backissue import demo, pipeline
from backissue.archive import Archive


@pytest.fixture(scope="module")
def compared(rescued):
    return compare(rescued.paper, rescued.truth)


def test_every_recoverable_article_is_held(compared):
    assert compared.recoverable > 200
    assert compared.lost == []


def test_no_record_is_made_of_an_error_farewell_outage_or_parked_page(compared):
    assert compared.false == []


def test_every_field_of_every_record_is_right(compared):
    assert compared.wrong[:5] == []


def test_the_outlets_own_pages_are_records_but_no_articles(rescued):
    pages = {record.title for record in Archive(rescued.paper).records("page")}
    assert pages == {page["title"] for page in lines(rescued.truth, "page")}


def test_the_sum_comes_out_and_what_is_missing_is_what_was_lost(rescued):
    report = pipeline.audit(rescued.paper)
    sums = dict(report.captures)
    assert report.law
    assert sums.pop("listed") == sum(sums.values()) == len(lines(rescued.truth, "capture"))
    articles = lines(rescued.truth, "article")
    lost = {a["id"] for a in articles if not (a["recoverable"] or a["partial"])}
    assert report.articles == {
        "expected": len(articles),
        "held": len(articles) - len(lost),
        "withdrawn": 0,
        "missing": len(lost),
    }
    assert {f.subject for f in report.examples["article.missing"]} <= lost


def test_what_a_listing_says_of_a_lost_article_is_told(rescued):
    only_listed = [a for a in lines(rescued.truth, "article") if a["why"] == "only-listed"]
    witnesses = {(w.key, w.title) for w in Archive(rescued.paper).witnesses()}
    assert only_listed
    for article in only_listed:
        assert (article["id"], article["listed"]["title"]) in witnesses


def test_a_truncated_article_says_so(rescued):
    partial = [a["id"] for a in lines(rescued.truth, "article") if a["partial"]]
    assert partial
    for id_ in partial:
        assert "body.truncated" in Archive(rescued.paper).read(id_).findings


def test_no_name_of_the_demo_occurs_outside_it():
    src = Path(backissue.__file__).parent
    host = demo.PAPER.host
    selectors = set(re.findall(r'"(?:[\w]+)?\.([\w-]+)"', demo.OUTLET_TOML))
    words = {demo.PAPER.name, demo.PAPER.english, host, host.split(".")[0]} | {s for s in selectors if "__" in s}
    assert len(words) > 4
    for path in src.rglob("*"):
        if path.suffix in {".py", ".html", ".css", ".js", ".toml"} and "demo" not in path.relative_to(src).parts:
            text = path.read_text(encoding="utf-8")
            assert not [word for word in words if word in text], path


PLANTED = {
    "USER": "qzvarnulet-user",
    "LOGNAME": "qzvarnulet-user",
    "HOME": "/tmp/qzvarnulet-home",
    "HOSTNAME": "qzvarnulet-host",
    "EMAIL": "qzvarnulet@mail.example",
}


def test_nothing_of_the_operator_is_in_anything_written(small, tmp_path):
    home = tmp_path / "qzvarnulet-home"
    home.mkdir()
    sources = home / "qzvarnulet-downloads"
    sources.symlink_to(small.lost / "warcs")
    paper = home / "qzvarnulet-paper"
    ended = subprocess.run(
        [sys.executable, "-m", "backissue", "rescue", str(sources), "--to", str(paper)],
        env=os.environ | PLANTED | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    for path in paper.rglob("*"):
        assert "qzvarnulet" not in path.name.replace("qzvarnulet-paper", "")
        if path.is_file():
            assert b"qzvarnulet" not in path.read_bytes(), path
