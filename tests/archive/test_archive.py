"""The archive on disk: what is written stays, what a person wrote stays longer, and a death changes nothing."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from backissue import disk
from backissue.archive import Archive, Outcome, decisions, front
from backissue.model import Author, BadInstruction, Fate, FateKind, Finding, Image, Record, Revision, Witness

WHEN = datetime(2021, 8, 5, 4, 3, 29, tzinfo=UTC)


def article(n: int, **more: object) -> Record:
    given = {
        "id": str(n),
        "title": f"第{n}篇",
        "original_url": f"https://paper.example/article/{n}",
        "published": date(2021, 1 + n % 3, 2),
        "author": "陳大文",
        "authors": (Author("陳大文"),),
        "body": f"正文{n}。",
    }
    return Record(**(given | more))


def fate(n: int, kind: FateKind = FateKind.SOURCE) -> Fate:
    return Fate(f"a.warc@{n}", f"https://paper.example/article/{n}", WHEN, kind, str(n))


def fill(folder: Path, *, titles: str = "") -> None:
    """A small paper: three shards, eight articles, a page, an older text, a picture."""
    (folder / "captures").mkdir(parents=True, exist_ok=True)
    (folder / "captures" / "a.warc").write_bytes(b"evidence")
    archive = Archive(folder)
    archive.recover()
    for shard in range(3):
        with archive.transaction(f"{shard:02}") as t:
            for n in range(shard, 8, 3):
                picture = archive.store_media(b"\xff\xd8\xff" + bytes([n]), "image/jpeg")
                older = t.revise(str(n), "20200101000000", article(n, body="舊文。"))
                t.put(
                    article(
                        n,
                        title=f"第{n}篇{titles}",
                        revisions=(Revision(when=WHEN, file=older),),
                        images=(Image("https://paper.example/a.jpg", picture),),
                    )
                )
                t.fate(fate(n))
                t.witness(
                    Witness(
                        str(n),
                        "card",
                        "a.warc@99",
                        WHEN,
                        f"https://paper.example/article/{n}",
                        f"第{n}篇",
                        None,
                        "陳大文",
                    )
                )
            if shard == 0:
                t.put(Record(id="about", kind="page", title="關於", body="我們。"))
                t.finding(Finding("capture.damaged", "a.warc@5", "Damage."))
    archive.finish(["00", "01", "02"])


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    fill(tmp_path / "paper")
    return tmp_path / "paper"


def test_what_is_put_is_read_back_by_id_and_in_the_order_of_names(paper: Path) -> None:
    archive = Archive(paper)
    assert archive.read("4") is not None
    assert archive.read("4").body == "正文4。"
    assert archive.read("nine") is None
    assert [r.id for r in archive.records("article")] == ["0", "3", "6", "1", "4", "7", "2", "5"]
    assert [r.id for r in archive.records()][-1] == "about"
    assert len(list(archive.fates())) == 8
    assert next(archive.findings()).code == "capture.damaged"
    assert list(archive.verify()) == []


def test_the_manifests_are_what_sha256sum_understands(paper: Path) -> None:
    for folder, manifest in ((paper / "archive", "manifest-sha256.txt"), (paper, "archive/ledger/evidence-sha256.txt")):
        subprocess.run(["sha256sum", "--strict", "--quiet", "-c", manifest], cwd=folder, check=True)
    listed = (paper / "archive/manifest-sha256.txt").read_text().splitlines()
    assert len(listed) == len(tree(paper / "archive")) - 1
    assert (paper / "archive/.gitattributes").read_text() == "* -text\n"


def test_a_second_run_writes_nothing(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(paper)
    written: list[Path] = []
    monkeypatch.setattr(disk, "step", lambda what, path: written.append(path))
    fill(paper)
    assert tree(paper) == before
    assert written == []


def test_what_a_person_edited_is_never_overwritten_and_said_so(paper: Path) -> None:
    file = paper / "archive/articles/2021/02/4.md"
    file.write_text(file.read_text().replace("正文4", "改過的正文"))
    assert [(f.code, f.subject) for f in Archive(paper).verify()] == [("record.edited", "articles/2021/02/4.md")]
    fill(paper, titles="（更新）")
    archive = Archive(paper)
    assert archive.read("4").body == "改過的正文。"
    assert archive.read("1").title == "第1篇（更新）"
    assert "record.edited" in {f.code for f in archive.findings()}
    assert list(archive.verify()) == []


def test_an_edited_file_stays_even_where_the_machine_would_now_date_it_elsewhere(paper: Path) -> None:
    archive = Archive(paper)
    file = paper / "archive/articles/2021/02/4.md"
    file.write_text(file.read_text() + "more\n")
    with archive.transaction("01") as t:
        t.put(article(4, published=date(2019, 1, 1)))
        t.put(article(7, published=None))
    archive.finish()
    assert t.outcomes == {"4": Outcome.KEPT, "7": Outcome.WRITTEN}
    assert file.exists()
    assert not (paper / "archive/articles/2019").exists()
    assert (paper / "archive/articles/0000/00/7.md").exists()
    assert not (paper / "archive/articles/2021/02/7.md").exists()  # the old place of 7: superseded, sealed
    assert not (paper / "archive/articles/2021/02/1.md").exists()  # no longer held by any shard
    assert list(archive.verify()) == []


def test_shards_that_are_no_more_leave_with_their_files(paper: Path) -> None:
    archive = Archive(paper)
    archive.finish(["00", "02"])
    assert {r.id for r in archive.records()} == {"0", "3", "6", "2", "5", "about"}
    assert not list((paper / "archive/ledger").rglob("01.*"))
    assert not (paper / "archive/revisions/4").exists()
    assert len(list((paper / "archive/media").rglob("*.jpg"))) == 5
    assert list(archive.verify()) == []


def test_what_a_person_put_among_the_files_is_kept_and_reported(paper: Path) -> None:
    note = paper / "archive/articles/2021/02/note.md"
    note.write_text("my notes")
    picture = paper / "archive/media/mine.jpg"
    picture.write_bytes(b"x")
    fill(paper, titles="!")
    assert note.read_text() == "my notes"
    assert picture.exists()
    archive = Archive(paper)
    assert {(f.code, f.subject) for f in archive.findings()} >= {("record.left-over", "articles/2021/02/note.md")}
    assert [f.code for f in archive.troubles()] == ["record.unreadable"]


def test_an_exception_within_a_transaction_writes_nothing(paper: Path) -> None:
    before = tree(paper)
    archive = Archive(paper)

    def fails() -> None:
        with archive.transaction("00") as t:
            t.put(article(0, title="new"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert tree(paper) == before
    assert not archive.unfinished


def test_ids_that_are_no_file_names_are_hashed_and_found(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    odd = ["con", "com1", "../x", "A", "a" * 65, "中", "-a", "a.b", " ", "LPT0", "\ud800"]
    with archive.transaction("x") as t:
        for identity in odd[:-1]:
            t.put(article(1, id=identity))
    archive.finish()
    for name in archive.files():
        assert name.startswith("articles/2021/02/x-")
        assert len(name) == len("articles/2021/02/x-.md") + 40
    assert all(archive.read(identity).id == identity for identity in odd[:-1])


class Died(BaseException):
    """The process is gone: no handler runs."""


def points(work: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []
    monkeypatch.setattr(disk, "step", lambda what, path: seen.append((what, path.name)))
    work()
    return seen


def dying(at: int) -> Callable[[str, Path], None]:
    count = iter(range(1 << 30))

    def step(_what: str, _path: Path) -> None:
        if next(count) == at:
            raise Died

    return step


def test_a_death_at_any_step_ends_in_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "old")
    shutil.copytree(tmp_path / "old", tmp_path / "undisturbed")
    total = len(points(lambda: fill(tmp_path / "undisturbed", titles="!"), monkeypatch))
    assert total > 80
    wanted = tree(tmp_path / "undisturbed")
    for at in range(total):
        folder = tmp_path / f"died-{at}"
        shutil.copytree(tmp_path / "old", folder)
        monkeypatch.setattr(disk, "step", dying(at))
        with pytest.raises(Died):
            fill(folder, titles="!")
        monkeypatch.setattr(disk, "step", lambda what, path: None)
        if at > 2:
            assert {f.code for f in Archive(folder).verify()} or tree(folder) == wanted
        fill(folder, titles="!")
        assert tree(folder) == wanted, f"died at step {at}"
        shutil.rmtree(folder)


def test_verify_names_every_file_that_is_not_as_it_was_written(paper: Path) -> None:
    archive = Archive(paper)

    def codes() -> set[tuple[str, str]]:
        return {(f.code, f.subject) for f in archive.verify()}

    (paper / "captures/a.warc").write_bytes(b"evidencf")
    assert codes() == {("evidence.changed-file", "captures/a.warc")}
    (paper / "captures/a.warc").unlink()
    assert codes() == {("evidence.missing-file", "captures/a.warc")}
    (paper / "captures/a.warc").write_bytes(b"evidence")
    (paper / "captures/b\nb.warc").write_bytes(b"x")
    assert codes() == {("evidence.unlisted-file", "captures/b\nb.warc")}
    archive.finish()
    assert codes() == set()
    subprocess.run(
        ["sha256sum", "--strict", "--quiet", "-c", "archive/ledger/evidence-sha256.txt"], cwd=paper, check=True
    )
    ledger = paper / "archive/ledger/fates/00.jsonl"
    ledger.write_bytes(ledger.read_bytes().partition(b"\n")[2])
    (paper / "archive/articles/2021/02/4.md").unlink()
    (paper / "archive/new").write_text("x")
    with (paper / "archive/manifest-sha256.txt").open("a") as out:
        out.write("nonsense\n")
    assert codes() == {
        ("manifest.changed-file", "ledger/fates/00.jsonl"),
        ("manifest.missing-file", "articles/2021/02/4.md"),
        ("manifest.unlisted-file", "new"),
        ("manifest.malformed", "manifest-sha256.txt"),
    }


def test_evidence_that_changed_is_not_blessed_by_the_next_run(paper: Path) -> None:
    (paper / "captures/a.warc").write_bytes(b"evidencf")
    fill_again = Archive(paper)
    fill_again.begin()
    fill_again.finish()
    assert [f.code for f in fill_again.verify()] == ["evidence.changed-file"]
    digest = hashlib.sha256(b"evidencf").hexdigest()
    fill_again.finish(evidence={"captures/a.warc": digest})
    assert list(fill_again.verify()) == []


DECIDED = """
[[withdraw]]
article = "4"
date = 2026-11-22

[[hide_byline]]
article = "https://paper.example/article/2"
date = 2026-11-22

[[correct]]
article = "1"
date = 2026-11-22
set = { title = "改正", published = 2020-05-06 }
"""


def test_decisions_are_obeyed_in_what_is_read_before_anything_is_written(paper: Path) -> None:
    (paper / "decisions.toml").write_text(DECIDED)
    archive = Archive(paper)
    assert archive.read("4") is None
    assert "4" not in {r.id for r in archive.records()}
    assert (archive.read("2").author, archive.read("2").authors, archive.read("2").byline) == ("", (), "hidden")
    assert archive.read("1").title == "改正"


def test_decisions_take_every_trace_out_of_the_archive(paper: Path) -> None:
    (paper / "decisions.toml").write_text(DECIDED)
    fill(paper)
    archive = Archive(paper)
    whole = b"".join(tree(paper / "archive").values()).decode("utf-8", "replace")
    assert "第4篇" not in whole
    assert "正文4" not in whole
    assert "article/4" not in whole
    assert [(w.id, w.date) for w in archive.withdrawn()] == [("4", date(2026, 11, 22))]
    assert "4" in {f.subject for f in archive.fates()}
    assert not (paper / "archive/revisions/4").exists()
    assert len(list((paper / "archive/media").rglob("*.jpg"))) == 7
    hidden = (paper / "archive/articles/2021/03/2.md").read_text()
    assert "陳大文" not in hidden
    assert "byline: hidden" in hidden
    assert "陳大文" not in (paper / "archive/revisions/2/20200101000000.md").read_text()
    assert [w.byline for w in archive.witnesses() if w.key == "2"] == [None]
    corrected = archive.read("1")
    assert corrected.evidence["title"] == "decision of 2026-11-22"
    assert (paper / "archive/articles/2020/05/1.md").exists()
    assert list(archive.verify()) == []


def test_a_withdrawn_article_leaves_even_if_a_person_edited_it(paper: Path) -> None:
    file = paper / "archive/articles/2021/02/4.md"
    file.write_text(file.read_text() + "edited\n")
    (paper / "decisions.toml").write_text(DECIDED)
    fill(paper)
    assert not file.exists()


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("【撰文：陳大文】\n\n正文。", "正文。"),
        ("記者陳大文\n\n正文。", "正文。"),
        ("正文。（記者 陳大文／攝影：陳大文）", "正文。"),
        ("文：陳大文　圖：陳大文\n正文。", "正文。"),
        ("By 陳大文\n\nText.", "Text."),
        ("陳大文說：「不。」", "陳大文說：「不。」"),
        ("（本報駐倫敦記者陳大文、李二）正文。", "（本報駐倫敦記者陳大文、李二）正文。"),
        ("正文（陳大文攝影）", "正文"),
        ("文" * 50_000 + "陳大文", ""),
        ("駐文" * 20_000 + "陳大文。", "駐文" * 20_000 + "陳大文。"),
        ('![圖](../../../media/a.jpg "陳大文攝")', "![圖](../../../media/a.jpg)"),
    ],
)
def test_a_hidden_byline_leaves_the_edges_of_the_text_and_no_sentence_is_changed(body: str, left: str) -> None:
    assert decisions.hide(article(1, body=body)).body == left


def test_a_name_left_in_the_text_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text('[[hide_byline]]\narticle = "1"\ndate = 2026-11-22\n')
    archive = Archive(tmp_path)
    with archive.transaction("a") as t:
        t.put(article(1, body="陳大文說：「不。」"))
    assert [f.code for f in archive.findings()] == ["byline.left-in-text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[withdrew]]\n", "Did you mean withdraw"),
        ('[[withdraw]]\narticle = "1"\n', "dated"),
        ("[[withdraw]]\ndate = 2026-11-22\n", "id or address"),
        ('[[withdraw]]\narticle = "1"\ndate = 2026-11-22\nasked_by = "x"\n', "may be one of"),
        ('[withdraw]\narticle = "1"\n', "above each decision"),
        ('[[correct]]\narticle = "1"\ndate = 2026-11-22\nset = { titel = "x" }\n', "Did you mean title"),
        ('[[correct]]\narticle = "1"\ndate = 2026-11-22\nset = { published = 2026-11-22T00:00:00 }\n', "08:00"),
        ('[[correct]]\narticle = "1"\ndate = 2026-11-22\nset = { title = 3 }\n', "Mend that value"),
        ('[[correct]]\narticle = "1"\ndate = 2026-11-22\n', "what is right"),
        ("[[", "Mend that line"),
    ],
)
def test_a_mistake_in_decisions_is_told_with_the_likely_fix(text: str, told: str) -> None:
    with pytest.raises(BadInstruction) as caught:
        decisions.parse(text)
    assert told in caught.value.hint
    assert "decisions.toml" in str(caught.value)


def test_decisions_applied_twice_change_nothing_more() -> None:
    decided = decisions.parse(DECIDED)
    for n in range(5):
        once = decided.apply(article(n))
        assert once is None or decided.apply(once) == once


def test_controls_are_cleaned_with_a_finding_in_the_record(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with archive.transaction("a") as t:
        t.put(article(1, title="a\x01b"))
    assert archive.read("1").findings == ("text.controls",)
    assert [f.code for f in archive.findings()] == ["text.controls"]
    assert front.sealed((tmp_path / "archive/articles/2021/02/1.md").read_text())


def test_a_picture_that_only_an_older_text_shows_is_kept(paper: Path) -> None:
    archive = Archive(paper)
    with archive.transaction("01") as t:
        picture = archive.store_media(b"GIF89a older", "image/gif")
        t.revise("1", "old", article(1, images=(Image("https://paper.example/o.gif", picture),)))
        t.put(article(1))
    archive.finish()
    assert (paper / "archive" / picture).is_file()
    assert picture.endswith(".gif")


def test_what_git_and_file_managers_leave_behind_is_no_damage(paper: Path) -> None:
    for name in ("archive/.git/HEAD", "archive/articles/.DS_Store", "captures/Thumbs.db"):
        (paper / name).parent.mkdir(exist_ok=True)
        (paper / name).write_text("x")
    archive = Archive(paper)
    assert list(archive.verify()) == []
    archive.begin()
    archive.finish()
    assert ".git/" not in (paper / "archive/manifest-sha256.txt").read_text()
    assert (paper / "archive/.git/HEAD").exists()


def test_an_archive_that_was_copied_without_its_evidence_says_so_once(paper: Path) -> None:
    shutil.rmtree(paper / "captures")
    assert [f.code for f in Archive(paper).verify()] == ["evidence.absent"]
