"""An adopted archive, and what is built of it: nothing of whoever runs this, nothing of what people withdrew or hid."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import zlib

from backissue.archive import Archive
from backissue.cli import run
from backissue.pipeline.adopting import adopt_archive

OPTIONS = {"timezone": "Asia/Hong_Kong", "publisher": "小報", "rights": "© 小報"}
PLANTED = {
    "USER": "qzv-user",
    "LOGNAME": "qzv-user",
    "HOSTNAME": "qzv-host",
    "EMAIL": "qzv@mail.example",
}


def whole(path):
    """A file's bytes, unpacked if they are packed."""
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        return gzip.decompress(data)
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data


def built(folder):
    """Everything that is for others: the archive's files, the site with its index and feeds, the report and its tables."""
    for place in ("archive", "work/site", "report"):
        found = [path for path in (folder / place).rglob("*") if path.is_file()]
        assert found, place
        yield from found


def make(folder, capsys):
    for command in (["site", "-C", str(folder)], ["audit", "--html", "-C", str(folder)]):
        assert run(command) == 0, capsys.readouterr().err


def holding(folder, words):
    return sorted({path.relative_to(folder).as_posix() for path in built(folder) if words.encode() in whole(path)})


def found_by_search(folder, words, capsys):
    capsys.readouterr()
    assert run(["search", words.split()[0], "-C", str(folder), "--json"]) == 0
    return "1001" in capsys.readouterr().out


def test_a_withdrawn_article_and_a_hidden_byline_leave_everything_that_is_built(wild, tmp_path, capsys):
    """Both stand in archive, site, report and search before the decision, and in none of them after it."""
    page = wild / "articles" / "article_1017.md"
    page.write_text(page.read_text().replace('author: "記者陳小明"', 'author: "記者甄隱名"'))
    folder = adopt_archive(wild, tmp_path / "ours", **OPTIONS).folder.path
    title = Archive(folder).read("1001").title
    make(folder, capsys)
    assert len(holding(folder, title)) > 5
    assert any(name.startswith("archive/revisions/") or "1001" in name for name in holding(folder, title))
    assert holding(folder, "甄隱名")
    assert found_by_search(folder, title, capsys), "1001 is found"
    (folder / "decisions.toml").write_text(
        '[[withdraw]]\narticle = "1001"\ndate = 2026-11-22\n\n[[hide_byline]]\narticle = "1017"\ndate = 2026-11-22\n'
    )
    again = adopt_archive(wild, folder, **OPTIONS)
    assert again.audit.law
    make(folder, capsys)
    assert not holding(folder, title)
    assert not holding(folder, "article/1001/")
    assert not holding(folder, "甄隱名")
    assert not found_by_search(folder, title, capsys)
    assert Archive(folder).read("1017").byline == "hidden"


def test_nothing_of_the_operator_is_in_what_adopting_and_auditing_write(wild, tmp_path):
    home = tmp_path / "qzv-home"
    home.mkdir()
    source = wild.rename(home / "qzv-theirs")
    paper = home / "qzv-paper"
    for words in (
        ["adopt", str(source), "--to", str(paper), "--timezone", "Asia/Hong_Kong"],
        ["audit", "--html", "-C", str(paper)],
    ):
        ended = subprocess.run(
            [sys.executable, "-m", "backissue", *words],
            env=os.environ | PLANTED | {"HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
    assert (paper / "report" / "index.html").is_file()
    for path in paper.rglob("*"):
        assert "qzv" not in path.relative_to(paper).as_posix()
        if path.is_file():
            data = whole(path)
            assert b"qzv" not in data, path
            assert not re.search(rb"/(?:home|tmp|Users)/", data), path
