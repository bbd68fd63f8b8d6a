"""The road of an adopted archive, on one of our own making and on a real one."""

from __future__ import annotations

import functools
import hashlib
import json

import pytest

from backissue import audit, disk
from backissue.archive import Archive
from backissue.cli import run
from backissue.model import BadInstruction
from backissue.pipeline import adopting, shelf
from backissue.pipeline.adopting import adopt_archive
from backissue.run import inline

ZONE = "Asia/Hong_Kong"


@pytest.fixture
def paper(wild, tmp_path):
    return adopt_archive(wild, tmp_path / "ours", timezone=ZONE, publisher="小報", rights="© 小報")


def files(folder):
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file() and p.name != ".lock"
    }


def test_every_file_is_an_article_a_revision_or_a_finding(paper, wild):
    assert (paper.read, paper.articles, paper.revisions, paper.non_articles) == (20, 16, 1, 3)
    assert paper.audit.law
    assert files(wild) == files(paper.folder.captures / "adopted")


def test_texts_are_left_without_footers_boxes_and_prefixes(paper):
    for record in Archive(paper.folder.path).records():
        assert "訂戶" not in record.body
        assert "專欄" not in record.body
        assert "/web/" not in record.body
        assert "subscription-footer" in record.removed


def test_a_ruined_address_and_a_missing_date_are_told_by_the_company(paper):
    archive = Archive(paper.folder.path)
    first = archive.read("1001")
    assert [r.id for r in first.revisions] == ["1002"]
    assert first.editor_tags == ("東灣", "交通")
    undated = archive.read("1015")
    assert undated.published is None
    assert [day.isoformat() for day in undated.published_between] == ["2020-02-04", "2020-02-05"]


def test_a_second_run_writes_nothing(paper, wild):
    before = files(paper.folder.path)
    again = adopt_archive(wild, paper.folder.path, timezone=ZONE, publisher="小報", rights="© 小報")
    assert again.as_json() == paper.as_json()
    assert files(paper.folder.path) == before


class Death(BaseException):
    """The process is gone: nothing of ours catches this."""


def test_a_run_that_dies_at_any_step_is_finished_by_the_next(wild, tmp_path, monkeypatch):
    options = {"timezone": ZONE, "publisher": "小報", "rights": "© 小報"}
    steps = []
    monkeypatch.setattr(disk, "step", lambda what, path: steps.append(what))
    whole = adopt_archive(wild, tmp_path / "whole", **options)
    expected = files(whole.folder.archive)
    for last in range(3, len(steps), len(steps) // 12):
        left = iter(range(last))

        def dying(what, path, left=left):
            if next(left, None) is None:
                raise Death

        monkeypatch.setattr(disk, "step", dying)
        with pytest.raises(Death):
            adopt_archive(wild, tmp_path / f"at-{last}", **options)
        monkeypatch.setattr(disk, "step", lambda what, path: None)
        again = adopt_archive(wild, tmp_path / f"at-{last}", **options)
        assert again.audit.law
        assert again.as_json() == whole.as_json()
        assert files(again.folder.archive) == expected


@pytest.mark.parametrize("room", [0, 20_000], ids=["nothing stays in memory", "one bucket does"])
def test_what_stays_in_memory_and_what_is_written_down_make_the_same_archive(paper, wild, tmp_path, monkeypatch, room):
    options = {"timezone": ZONE, "publisher": "小報", "rights": "© 小報"}
    monkeypatch.setattr(adopting, "BUCKET", 3)
    monkeypatch.setattr(shelf, "ROOM", room)
    monkeypatch.setattr(adopting, "ROOM", room)
    there = adopt_archive(wild, tmp_path / "there", **options)
    written = len(list((there.folder.work / "adopt").glob("*.bundles.jsonl")))
    assert written == (6 if room == 0 else 5)  # a bucket without an article needs no room
    again = adopt_archive(wild, tmp_path / "again", engine=functools.partial(inline), **options)
    assert len(list((again.folder.work / "adopt").glob("*.bundles.jsonl"))) == 7
    monkeypatch.undo()
    for other in (there, again):
        assert other.as_json() == paper.as_json()
        assert {n: d for n, d in files(other.folder.archive).items() if n.startswith("articles/")} == {
            n: d for n, d in files(paper.folder.archive).items() if n.startswith("articles/")
        }


def test_a_bucket_that_an_earlier_run_kept_in_memory_is_read_again(paper, wild):
    """A decision has the records filed again, and nothing of the texts was written down."""
    assert not list((paper.folder.work / "adopt").glob("*.bundles.jsonl"))
    paper.folder.decisions.write_text('[[withdraw]]\narticle = "1005"\ndate = 2026-11-22\n')
    again = adopt_archive(wild, paper.folder.path, timezone=ZONE, publisher="小報", rights="© 小報")
    assert again.audit.law
    assert Archive(paper.folder.path).read("1005") is None
    assert Archive(paper.folder.path).read("1003").body


def test_evidence_that_changed_is_refused(paper, wild):
    path = wild / "articles" / "article_1001.md"
    path.unlink()
    path.write_text("---\ntitle: other\n---\n")
    with pytest.raises(BadInstruction, match="article_1001"):
        adopt_archive(wild, paper.folder.path, timezone=ZONE)


def test_the_first_eight_keys_stay_to_the_letter(paper, wild):
    record = Archive(paper.folder.path).read("1003")
    theirs = (wild / "articles" / "article_1003.md").read_text()
    for key in ("title", "date", "author", "category", "url", "original_url"):
        assert f'{key}: "{getattr(record, key)}"' in theirs


def test_hugo_and_jekyll_are_read_by_their_keys(tmp_path):
    hugo, jekyll = tmp_path / "hugo", tmp_path / "jekyll"
    (hugo / "content" / "a-ferry").mkdir(parents=True)
    (hugo / "content" / "a-ferry" / "index.md").write_text(
        '+++\ntitle = "A ferry"\ndate = 2020-02-01T10:00:00+08:00\nlastmod = 2020-02-02\ndraft = false\ncategories = ["News"]\ntags = ["sea"]\nauthors = ["Ann Lee", "Bo Chan"]\n+++\n\nThe ferry came back.\n\n{{< youtube abc >}}\n'
    )
    (jekyll / "_posts").mkdir(parents=True)
    (jekyll / "_posts" / "2020-02-01-a-ferry.md").write_text(
        "---\nlayout: post\ntitle: A ferry\nauthor: Ann Lee\npermalink: /ferry/\n---\n\nThe ferry came back.\n"
    )
    one = Archive(adopt_archive(hugo, tmp_path / "h", timezone=ZONE).folder.path).read("a-ferry")
    assert (one.title, one.category, one.tags, [a.name for a in one.authors]) == (
        "A ferry",
        "News",
        ("sea",),
        ["Ann Lee", "Bo Chan"],
    )
    assert one.published.isoformat() == "2020-02-01T10:00:00+08:00"
    assert one.embeds[0].url.endswith("abc")
    two = Archive(adopt_archive(jekyll, tmp_path / "j", timezone=ZONE).folder.path).read("a-ferry")
    assert (two.title, two.date, two.author) == ("A ferry", "2020-02-01", "Ann Lee")


def test_the_command_prints_the_sum(wild, tmp_path, capsys):
    assert run(["adopt", str(wild), "--to", str(tmp_path / "ours"), "--timezone", ZONE, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"read", "articles", "revisions", "non_articles", "findings"}
    assert said["read"] == said["articles"] + said["revisions"] + said["non_articles"]


@pytest.mark.parametrize(
    ("options", "told"), [(["--timezone", "Mars/Olympus"], "Mars/Olympus"), (["--profile", "wiki"], "wiki")]
)
def test_a_wrong_option_is_told_before_anything_is_made(wild, tmp_path, capsys, options, told):
    assert run(["adopt", str(wild), "--to", str(tmp_path / "ours"), *options]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "ours").exists()


def test_repair_lists_what_to_fetch_and_applies_what_is_proven(paper, capsys):
    folder = str(paper.folder.path)
    assert run(["repair", "-C", folder, "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in plan["fetch"]] == ["1040", "1041", "1042"]
    assert all(one["why"] == "adopted.not-an-article" for one in plan["fetch"])
    before = files(paper.folder.archive)
    assert run(["repair", "--apply", "-C", folder]) == 0
    assert capsys.readouterr().out.count("https://paper.example/article/104") == 3
    assert files(paper.folder.archive) == before


def test_the_audit_at_the_end_of_adopting_says_what_an_audit_of_its_own_says(paper):
    assert paper.audit.as_json() == audit.audit(paper.folder.path).as_json()
    assert paper.audit.examples == audit.audit(paper.folder.path).examples


@pytest.mark.parametrize(
    ("harmed", "code"),
    [
        ("archive/articles/**/1001.md", "record.edited"),
        ("archive/ledger/fates/*", "manifest.changed-file"),
        ("captures/adopted/**/*1003.md", "evidence.changed-file"),
    ],
)
def test_what_changes_between_writing_and_the_audit_at_the_end_is_seen(wild, tmp_path, monkeypatch, harmed, code):
    honest = audit.audit

    def late(folder, *given, **more):
        path = min(folder.glob(harmed))
        path.write_bytes(path.read_bytes() + b"\n")
        return honest(folder, *given, **more)

    monkeypatch.setattr(audit, "audit", late)
    adopted = adopt_archive(wild, tmp_path / "ours", timezone=ZONE)
    assert adopted.audit.findings[code] == 1


def test_a_lost_article_is_one_finding(paper):
    lost = audit.audit(paper.folder.path).examples["article.missing"]
    told = [f.subject for f in Archive(paper.folder.path).findings() if f.code == "article.missing"]
    assert {f.subject for f in lost} <= set(told)
    assert paper.audit.findings["article.missing"] == paper.audit.articles["missing"] == len(told) > 0
    assert "url" in lost[0].evidence
