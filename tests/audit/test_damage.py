"""Kinds of damage, planted one at a time in a good archive: each is named by its code, and the good one by none."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from backissue.archive import Archive, front
from backissue.audit import FINDINGS, audit
from backissue.model import Citation, Image, Record, Revision

HONEST = {"article.missing", "page.farewell"}
"""What is truly wrong with the paper of the fixture."""

HKT = timezone(timedelta(hours=8))


def files(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in (folder / "archive/articles").rglob("*.md")}


def change(folder: Path, *ids: int, **fields: object) -> None:
    """Give records other fields, sealed as if a machine had written them so."""
    where = files(folder)
    for n in ids:
        path = where[str(n)]
        old = front.loads(path.read_text(encoding="utf-8"))
        given = {k: v(old) if callable(v) else v for k, v in fields.items()}
        path.write_text(front.dumps(dataclasses.replace(old, **given)), encoding="utf-8")


def after(more: str) -> Callable[[Record], str]:
    return lambda old: f"{old.body}\n\n{more}"


def in_place(text: str) -> Callable[[Record], str]:
    """The text with something else in its middle, so that it still stands in its source."""
    return lambda old: old.body.replace("居民", text).replace("渡輪公司", f"{text}渡輪公司")


def remove(folder: Path, *ids: int) -> None:
    where = files(folder)
    for n in ids:
        where[str(n)].unlink()


def swap_bodies(folder: Path) -> None:
    bodies = {n: front.loads(files(folder)[str(n)].read_text()).body for n in (10, 11)}
    change(folder, 10, body=bodies[11])
    change(folder, 11, body=bodies[10])


def break_yaml(folder: Path) -> None:
    path = files(folder)["20"]
    path.write_text(path.read_text().replace("tags: [渡輪]", "tags: [渡輪"))


def decide(folder: Path) -> None:
    (folder / "decisions.toml").write_text(
        (folder / "decisions.toml").read_text() + '\n[[withdraw]]\narticle = "nobody"\ndate = 2026-11-22\n'
    )


def edit(folder: Path) -> None:
    path = files(folder)["20"]
    path.write_text(path.read_text().replace("船於清晨", "船在清晨"))


def misread(text: str) -> str:
    """UTF-8 read as Latin-1."""
    return text.encode().decode("latin-1")


def sign_extended(text: str) -> str:
    """UTF-8 whose bytes were widened as if they had a sign."""
    return "".join(chr(0xFF00 | byte) for byte in text.encode())


def cyrillic(text: str) -> str:
    """UTF-8 read in the code page of Kazakh."""
    return text.encode().decode("ptcp154", "replace")


def add_missing_link(folder: Path) -> None:
    change(folder, 30, body=after("見[舊聞](https://paper.example/article/71717)。"))


DAMAGE: list[tuple[str, Callable[[Path], None], str]] = [
    ("a record is deleted", lambda f: remove(f, 20), "ledger.no-record"),
    ("a run of records is deleted", lambda f: remove(f, *range(35, 44)), "week.thin"),
    ("an outage page", lambda f: change(f, 20, title="Temporarily Offline", body=""), "record.not-an-article"),
    ("a server's error", lambda f: change(f, 20, body="503 Service Temporarily Unavailable\n\nnginx"), "record.not-an-article"),
    (
        "a farewell page in four places",
        lambda f: change(f, 20, 30, 40, 50, body="各位讀者，本報即日起停止營運，多謝支持。後會有期。"),
        "record.same-as-others",
    ),
    ("an empty text", lambda f: change(f, 20, body=""), "record.empty"),
    ("a text that breaks off", lambda f: change(f, 20, body=lambda r: r.body[: r.body.rindex("，") + 1]), "record.breaks-off"),
    ("a teaser", lambda f: change(f, 20, body=after("島上小店重新開業……閱讀全文")), "record.teaser"),
    ("a text twice", lambda f: change(f, 21, body=front.loads(files(f)["20"].read_text()).body), "record.duplicate"),
    ("texts changed places", swap_bodies, "record.not-in-source"),
    ("no date", lambda f: change(f, 20, published=None, date=None), "time.undated"),
    ("two dates", lambda f: change(f, 20, date="2020-03-01"), "time.two-dates"),
    ("changed before published", lambda f: change(f, 20, updated=datetime(2020, 1, 1, tzinfo=HKT)), "time.updated-before-published"),
    ("captured before published", lambda f: change(f, 20, published=date(2021, 3, 1), date=None), "time.captured-before-published"),
    ("a date out of place", lambda f: change(f, 20, published=date(2019, 11, 1), date=None), "time.out-of-place"),
    (
        "the archive redirected",
        lambda f: change(f, 20, url=lambda r: r.url.replace("/web/2020", "/web/2019")),
        "provenance.other-time",
    ),
    (
        "another article's address",
        lambda f: change(f, 20, original_url="https://paper.example/article/22"),
        "provenance.other-address",
    ),
    (
        "another digest",
        lambda f: change(f, 20, source=lambda r: dataclasses.replace(r.source, digest="A" * 32)),
        "provenance.other-bytes",
    ),
    ("another source", lambda f: change(f, 20, source=lambda r: dataclasses.replace(r.source, offset=0)), "ledger.other-source"),
    ("no source", lambda f: change(f, 20, source=None), "provenance.none"),
    ("a picture that is not held", lambda f: change(f, 20, images=(Image("https://paper.example/b.jpg"),)), "media.not-held"),
    ("a picture's file is gone", lambda f: next((f / "archive/media").rglob("*.jpg")).unlink(), "media.no-file"),
    ("a post that is not held", lambda f: change(f, 20, citations=(Citation("Twitter", "post"),)), "post.not-held"),
    ("a link to an article that is not held", add_missing_link, "link.to-missing"),
    (
        "a link through the archive",
        lambda f: change(f, 20, body=after("[訂閱](/web/20200610010100/https://paper.example/aboutus)")),
        "link.through-archive",
    ),
    ("a link that is none", lambda f: change(f, 20, body=after("[這裡](javascript:void)")), "link.malformed"),
    ("lost letters", lambda f: change(f, 20, title="渡輪\ufffd\ufffd日"), "letters.lost"),
    ("UTF-8 read as Latin-1", lambda f: change(f, 20, title=lambda r: misread(r.title)), "letters.garbled"),
    ("sign-extended bytes", lambda f: change(f, 20, title=lambda r: "渡" + sign_extended("輪班") + "日"), "letters.garbled"),
    (
        "a Cyrillic code page",
        lambda f: change(f, 20, body=lambda r: cyrillic(r.body)),
        "letters.garbled",
    ),
    ("private-use characters", lambda f: change(f, 20, title="渡輪\ue001日"), "letters.private"),
    (
        "a ruined address",
        lambda f: change(f, 20, original_url=lambda r: r.original_url + "/%EF%BF%BD%EF%BF%BD"),
        "address.ruined",
    ),
    ("an address encoded twice", lambda f: change(f, 20, canonical_url="https://paper.example/article/20/%25E6%25B8%25A1"), "address.encoded-twice"),
    (
        "a footer in ten articles",
        lambda f: change(f, *range(20, 30), body=after("島報由讀者供養，按月贊助者可收到我們寄出的小冊。")),
        "boilerplate.left",
    ),
    ("raw HTML", lambda f: change(f, 20, body=after("<figure>圖</figure>")), "markup.left"),
    ("a shortcode", lambda f: change(f, 20, body=after("{{< youtube abc >}}")), "markup.left"),
    ("a masked e-mail", lambda f: change(f, 20, body=after("來稿請寄[email\xa0protected]。")), "markup.shielded-mail"),
    ("front matter that YAML refuses", break_yaml, "record.unreadable"),
    ("a person edited a record", edit, "record.edited"),
    ("a decision about nobody", decide, "decision.no-article"),
    (
        "an older text is gone",
        lambda f: change(f, 20, revisions=(Revision(file="revisions/20/1.md", title="舊"),)),
        "revision.no-file",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "code"), [pytest.param(d, c, id=name) for name, d, c in DAMAGE])
def test_damage_is_named_by_its_code(paper: Path, damage: Callable[[Path], None], code: str) -> None:
    damage(paper)
    report = audit(paper)
    assert code in report.findings
    assert all(example.sentence for example in report.examples[code])


def test_nothing_is_named_in_an_archive_without_damage(pristine: Path) -> None:
    assert set(audit(pristine).findings) == HONEST


def test_every_code_of_every_check_is_proven_here_or_by_the_law() -> None:
    from test_law import DAMAGE as AGAINST_THE_LAW

    proven = {code for _, _, code in DAMAGE} | {code for _, code in AGAINST_THE_LAW}
    elsewhere = {
        "article.missing", "damage.unsaid", "listing.no-record", "listing.unreadable", "decision.not-yet-done",
        "time.after-closing", "ids.gap", "record.same-title",
    }  # fmt: skip
    assert set(FINDINGS) == {code for code in FINDINGS if code in proven | elsewhere}


def test_a_date_after_the_paper_closed(paper: Path) -> None:
    text = (paper / "outlet.toml").read_text()
    (paper / "outlet.toml").write_text(text.replace("language =", "closed = 2020-04-01\nlanguage ="))
    assert audit(paper).findings["time.after-closing"] > 10


def test_holes_in_the_ids_are_told_by_their_ends(paper: Path) -> None:
    for n in range(60, 63):
        files(paper)[str(n)].unlink()
    for shard in (paper / "archive/ledger").rglob("*.jsonl"):
        lines = shard.read_text().splitlines(keepends=True)
        shard.write_text("".join(x for x in lines if not any(f'article/{n}"' in x for n in range(60, 63))))
    report = audit(paper)
    (gap,) = report.examples["ids.gap"]
    assert gap.evidence == {"first": 60, "last": 62, "ids": 3}


def test_two_texts_of_one_title_and_day(paper: Path) -> None:
    there = front.loads(files(paper)["20"].read_text())
    change(paper, 21, title=there.title, published=there.published, date=there.date)
    assert "record.same-title" in audit(paper).findings


def test_a_withdrawn_article_that_is_still_there(paper: Path) -> None:
    decided = (paper / "decisions.toml").read_text()
    (paper / "decisions.toml").write_text(f'{decided}\n[[withdraw]]\narticle = "20"\ndate = 2026-11-22\n')
    report = audit(paper)
    assert not report.law
    assert report.findings["decision.not-yet-done"] == 1
    assert report.articles["withdrawn"] == 2


def test_a_listing_that_cannot_be_read_is_named(paper: Path) -> None:
    next((paper / "captures/listings").iterdir()).write_bytes(b"no gzip")
    report = audit(paper)
    assert "listing.unreadable" in report.findings
    assert not report.law


def test_an_archive_without_anything_is_no_crash(tmp_path: Path) -> None:
    report = audit(tmp_path)
    assert report.captures["listed"] == 0
    assert report.articles == {"expected": 0, "held": 0, "withdrawn": 0, "missing": 0}
    assert not report.law  # there is not even a manifest


def test_an_authors_own_brackets_are_no_garbled_text(paper: Path) -> None:
    archive = Archive(paper)
    assert archive.read("20") is not None
    change(paper, 20, body=in_place("｢街坊｣居民"))
    assert "letters.garbled" not in audit(paper).findings
