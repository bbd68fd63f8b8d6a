"""The road of an adopted archive, on one of our own making and on a real one."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter

import pytest

from backissue import disk
from backissue.archive import Archive, front
from backissue.cli import run
from backissue.model import BadInstruction
from backissue.pipeline.adopting import adopt_archive

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


# The real thing


@pytest.fixture(scope="module")
def sample(data, tmp_path_factory):
    source = data / "citizen_news_sample"
    if not source.is_dir():
        pytest.skip("the sample of a real Markdown archive is not in BACKISSUE_DATA")
    folder = tmp_path_factory.mktemp("adopted") / "paper"
    done = adopt_archive(source, folder, timezone=ZONE, publisher="眾新聞", rights="© 眾新聞")
    yield source, done, {r.id: r for r in Archive(folder).records()}
    shutil.rmtree(folder)


def test_the_sample_adds_up_and_loads_again(sample):
    source, done, records = sample
    assert done.read == sum(1 for _ in source.rglob("*.md")) == done.articles + done.revisions + done.non_articles
    assert done.audit.law
    assert len(records) == done.articles
    for path in done.folder.archive.rglob("*.md"):
        front.loads(path.read_text())


def test_the_samples_non_articles_are_those_without_a_text(sample):
    source, done, _ = sample
    empty = sum(1 for path in source.rglob("*.md") if not path.read_text().split("\n---\n", 1)[1].strip())
    assert done.non_articles == empty


def test_nothing_of_the_template_is_left_in_the_sample(sample):
    _, _, records = sample
    left = Counter()
    for record in records.values():
        left["prefix"] += "/web/2" in record.body
        left["footer"] += "#subscribe)" in record.body
        left["box"] += "/uploads/avatars/" in record.body
        left["html"] += "<figure" in record.body or "{{<" in record.body
    assert not left.total()


def test_the_record_that_the_format_shows(sample):
    _, _, records = sample
    record = records["38092"]
    source = (done_path := sample[0] / "articles/38001-39000/article_38092.md").read_text()
    for key in ("title", "date", "last_updated", "author", "category", "url", "original_url"):
        assert f'{key}: "{getattr(record, key)}"' in source
    assert [(r.id, r.same_text) for r in record.revisions] == [("38093", False), ("38094", False), ("38097", True)]
    assert record.tags[2:] == record.editor_tags
    assert len(record.tags) == 5
    assert record.canonical_url.startswith("https://www.hkcnews.com/article/38092/")
    assert record.canonical_url.endswith(f"-38097/{record.title}")
    assert record.evidence["canonical_url"] == "revision 38097 + byte mask"
    assert record.evidence["editor_tags"] == "slug"
    assert record.published.isoformat() == "2021-02-11"
    assert record.updated.isoformat() == "2021-02-11T12:46:29+08:00"
    assert (record.language, record.publisher, record.rights) == ("zh-Hant-HK", "眾新聞", "© 眾新聞")
    assert [(a.name, a.kind) for a in record.authors] == [(record.author, "desk")]
    assert record.former_titles == (f"{record.title}代表",)
    assert record.removed == ("subscription-footer",)
    assert record.findings == ("media.mentioned-not-held",)
    assert record.source.when.isoformat() == "2021-08-05T04:03:29+00:00"
    assert record.source.sha256 == hashlib.sha256(done_path.read_bytes()).hexdigest()
    assert len(record.body.split("\n\n")) == 4


def test_garbled_texts_of_the_sample_come_back_and_half_width_brackets_stay(sample):
    source, _, records = sample
    back = records["43693"]
    assert back.title.encode().decode("ptcp154") in (source / "articles/43001-44000/article_43693.md").read_text()
    assert back.language == "zh-Hant-HK"
    assert not any(char >= "\uff80" for char in records["174"].body)
    for record in records.values():
        theirs = next(source.rglob(f"article_{record.id}.md")).read_text()
        if (
            "｢" in theirs
            and "article_" in record.source.file
            and record.source.file.endswith(f"article_{record.id}.md")
        ):
            assert record.body.count("｢") <= theirs.count("｢")
            assert "｢" in record.body
