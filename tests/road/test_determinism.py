"""The same captures give the same bytes: in any folder, zone, locale, engine, and a second time."""

import os
import shutil
import subprocess
import sys

import pytest
from truth import lines

from backissue import demo, pipeline
from backissue.run import processes
from torture.crash import temporary, tree

ELSEWHERE = [
    {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "1", "LANG": "C"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242", "LANG": "tr_TR.UTF-8"},
]


@pytest.mark.parametrize("setting", ELSEWHERE, ids=["west", "east"])
def test_another_folder_zone_locale_and_hash_seed_give_the_same_bytes(small, tmp_path, setting):
    paper = tmp_path / "another place" / "報"
    paper.mkdir(parents=True)
    (paper / "outlet.toml").write_text(demo.OUTLET_TOML, encoding="utf-8")
    command = [sys.executable, "-m", "backissue", "rescue", str(small.lost / "warcs"), "--to", str(paper)]
    ended = subprocess.run(command, env=os.environ | setting, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert tree(paper / "archive") == tree(small.paper / "archive")
    assert tree(paper / "work" / "site") == tree(small.paper / "work" / "site")


def test_processes_give_the_same_bytes_as_inline(small, tmp_path):
    paper = tmp_path / "paper"
    paper.mkdir()
    (paper / "outlet.toml").write_text(demo.OUTLET_TOML)
    pipeline.rescue(paper, [small.lost / "warcs"], engine=processes)
    assert tree(paper / "archive") == tree(small.paper / "archive")
    assert tree(paper / "work" / "site") == tree(small.paper / "work" / "site")


def test_a_second_run_writes_nothing_anew(hurt, small):
    pipeline.rescue(hurt, [small.lost / "warcs"])  # a site in another place is another site, and is written whole
    before = {p: p.stat().st_mtime_ns for p in (hurt / "archive").rglob("*") if p.is_file()}
    site = {p: p.stat().st_mtime_ns for p in (hurt / "work" / "site").rglob("*") if p.is_file()}
    pipeline.rescue(hurt, [small.lost / "warcs"])
    assert {p: p.stat().st_mtime_ns for p in (hurt / "archive").rglob("*") if p.is_file()} == before
    assert {p: p.stat().st_mtime_ns for p in (hurt / "work" / "site").rglob("*") if p.is_file()} == site


def test_work_can_be_thrown_away(hurt, small):
    shutil.rmtree(hurt / "work")
    pipeline.rescue(hurt, [small.lost / "warcs"])
    assert tree(hurt / "archive") == tree(small.paper / "archive")
    assert temporary(hurt) == []


def test_what_a_person_edited_is_kept_and_told(hurt, small):
    edited = next(iter(sorted((hurt / "archive" / "articles").rglob("*.md"))))
    edited.write_text(edited.read_text().replace("\n# ", "\n# 更正："))
    text = edited.read_text()
    shutil.rmtree(hurt / "work")
    report = pipeline.rescue(hurt, [small.lost / "warcs"])
    assert edited.read_text() == text
    assert report.audit.findings["record.edited"] == 1


def test_a_withdrawn_article_leaves_everything_that_is_built(hurt, small):
    record = sorted((hurt / "archive" / "articles").rglob("*.md"))[3]
    title = record.read_text().split("\n# ", 1)[1].split("\n", 1)[0]
    (hurt / "decisions.toml").write_text(f'[[withdraw]]\narticle = "{record.stem}"\ndate = 2022-02-03\n')
    report = pipeline.rescue(hurt, [small.lost / "warcs"])
    assert report.audit.articles["withdrawn"] == 1
    assert report.audit.law
    assert not record.exists()
    for folder in (hurt / "archive", hurt / "work" / "site"):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix in {".md", ".html", ".jsonl", ".xml", ".json", ".js", ".txt"}:
                assert title not in path.read_text(encoding="utf-8"), path


def test_no_shard_of_the_ledger_tells_of_a_withdrawn_articles_revisions(hurt, small):
    several = next(a for a in lines(small.truth, "article") if len(a["ids"]) > 1 and a["recoverable"])
    (hurt / "decisions.toml").write_text(f'[[withdraw]]\narticle = "{several["id"]}"\ndate = 2022-02-03\n')
    report = pipeline.rescue(hurt, [small.lost / "warcs"])
    assert report.audit.articles["withdrawn"] == 1
    assert report.audit.law
    for title in {several["title"], *several["former_titles"]}:
        for path in (hurt / "archive").rglob("*"):
            if path.is_file() and path.suffix in {".md", ".jsonl", ".txt"}:
                assert title not in path.read_text(encoding="utf-8"), path
