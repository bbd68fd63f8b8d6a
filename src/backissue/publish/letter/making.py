"""A letter put into a folder: ``letter.html``, ``letter.txt``, ``letter.eml`` and ``letter.epub``; pictures if asked.

The four say the same. The mail is a draft to nobody: whose it is, and where they
can leave the list, is put in by ``backissue send``; until then its addresses are
``.invalid`` ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.model import BadInstruction, Outlet
from backissue.publish.letter import kept
from backissue.publish.letter.compose import Choice, Composed, compose
from backissue.publish.letter.enclosing import enclose
from backissue.publish.letter.epub import to_epub
from backissue.publish.letter.html import fit, to_html
from backissue.publish.letter.index import Index, open_index
from backissue.publish.letter.letter import Item, Letter
from backissue.publish.letter.mail import Enclosed, prepare
from backissue.publish.letter.picks import Picks, read_note
from backissue.publish.letter.text import to_text
from backissue.publish.letter.week import Week
from backissue.publish.letter.words import Speech
from backissue.publish.site.settings import Settings
from backissue.publish.site.stock import Stock

__all__ = ["Made", "Wish", "make", "media_of"]

_SENDER = "letter@example.invalid"
_LIST = "letter.example.invalid"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks of a letter; None is as it was published, else the usual. ``week`` None is the fullest one."""

    week: Week | None = None
    language: str | None = None
    order: str | None = None
    least: int | None = None
    years_ago: int = 0
    picks: Path | None = None
    note: Path | None = None
    skip_thin: bool = False
    images: bool = False
    publish: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the files by name with their sizes, none if a thin week was skipped; ``home`` where it is published."""

    letter: Letter
    mailed: Letter
    out: Path
    files: dict[str, int]
    skipped: bool = False
    home: Path | None = None

    def as_json(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        letter = self.letter
        return {
            "week": str(letter.week),
            "first": letter.week.first.isoformat(),
            "last": letter.week.last.isoformat(),
            "title": letter.title,
            "language": letter.language,
            "held": letter.held,
            "shown": len(list(letter.items)),
            "in_mail": len(list(self.mailed.items)),
            "left_out": letter.left_out,
            "lost": len(letter.missing.lost),
            "partial": letter.missing.partial,
            "pictures_missing": letter.missing.pictures,
            "thin": letter.thin,
            "skipped": self.skipped,
            "out": str(self.out),
            "files": self.files,
            "published": str(self.home) if self.home else None,
        }

    def summary(self) -> str:
        """A few lines for whoever asked."""
        letter = self.letter
        held = "1 article is held" if letter.held == 1 else f"{letter.held:,} articles are held"
        told = [f"{letter.title}", f"{letter.week}: {held}, {len(letter.missing.lost):,} are known to be lost."]
        if self.skipped:
            return "\n".join([*told, "A thin week: no letter was made, as you asked."])
        if letter.thin:
            told.append("A thin week; the letter says so. --skip-thin makes none.")
        if over := self.mailed.trimmed:
            told.append(
                f"The mail has room for {len(list(self.mailed.items)):,}; it says that there are {over:,} more."
            )
        if not letter.site:
            told.append("site.toml has no url: headlines lead to captures in the web archive, and the letter says so.")
        told += [f"{self.out / name}  {size / 1000:,.1f} kB" for name, size in self.files.items()]
        if self.home:
            told.append(f"Published: {self.home}; the next `backissue site` has its page.")
        return "\n".join(told)


def make(
    folder: Path,
    out: Path | None,
    wish: Wish,
    *,
    outlet: Outlet | None,
    now: datetime,
    step: Callable[[int], None] = lambda _: None,
) -> Made:
    """Make the letter of the paper in ``folder`` into ``out``; with ``wish.publish`` keep what it is made from, too.

    ``now`` has a zone. Raises BadInstruction before anything is written, BrokenWorld where the disk fails.
    """
    if out is not None:
        _refuse_precious(folder, out)
    stock = Stock(folder)
    settings = Settings.read(folder / "site.toml")
    with open_index(stock, outlet, step) as index:
        week = wish.week or index.busiest()
        if week is None:
            raise BadInstruction("no article of this paper has a date", "A letter is of a week; see `backissue audit`.")
        choice, picks = _choice(folder, week, wish)
        composed = compose(stock, index, week, choice, outlet=outlet, site=settings.url)
        letter = composed.letter
        if wish.skip_thin and letter.thin:
            return Made(letter, letter, out or folder, {}, skipped=True)
        mailed = fit(letter)
        enclosed = enclose(mailed, media_of(stock)) if wish.images else {}
        files: dict[str, bytes] = {}
        if out is not None:
            files = _files(mailed, composed, stock=stock, index=index, now=now, enclosed=enclosed)
    home = kept.keep(folder, week, choice, now, picks) if wish.publish else None
    if out is not None:
        disk.write_all({out / name: data for name, data in files.items()})
    return Made(letter, mailed, out or folder, {n: len(d) for n, d in files.items()}, home=home)


def media_of(stock: Stock) -> Callable[[str], bytes | None]:
    """Reads held pictures of the archive; None where there is none."""

    def read(file: str) -> bytes | None:
        try:
            return (stock.archive.path / file).read_bytes()
        except OSError:
            return None

    return read


def _choice(folder: Path, week: Week, wish: Wish) -> tuple[Choice, str | None]:
    """What is chosen, over what was published of this week, over the usual; and the text of the picks, if they are new."""
    before = kept.find(folder, week)
    choice = before.choice if before else Choice()
    said = {name: v for name in ("language", "order", "least") if (v := getattr(wish, name)) is not None}
    if wish.years_ago:
        said["years_ago"] = wish.years_ago
    text = None
    if wish.picks:
        picks = Picks.read(wish.picks)
        text = wish.picks.read_text(encoding="utf-8-sig")
        said |= {"picks": picks, "picks_from": str(wish.picks)}
    if wish.note:
        said["note"] = read_note(wish.note)
    return replace(choice, **said, kept=before is not None or wish.publish), text


def _files(
    mailed: Letter, composed: Composed, *, stock: Stock, index: Index, now: datetime, enclosed: Mapping[str, Enclosed]
) -> dict[str, bytes]:
    letter = composed.letter

    def by_cid(item: Item) -> str:
        return f"cid:{enclosed[item.path].cid}" if item.path in enclosed else ""

    def by_file(item: Item) -> str:
        return _beside(enclosed[item.path]) if item.path in enclosed else ""

    html, text = to_html(mailed, picture=by_cid), to_text(mailed)
    pictures = tuple({one.cid: one for one in enclosed.values()}.values())
    sender = f"{Speech(letter.language)('letter_sender', paper=letter.paper)} <{_SENDER}>"  # never the paper itself
    ready = prepare(mailed.title, html, text, sender, _LIST, pictures=pictures)
    draft = ready.draft(message_id=_message_id(letter), date=now)
    return {
        **{_beside(one): one.data for one in pictures},
        "letter.html": to_html(mailed, mail=False, picture=by_file).encode("utf-8", "replace"),
        "letter.txt": to_text(mailed, mail=False).encode("utf-8", "replace"),
        "letter.eml": draft.as_bytes(),
        "letter.epub": to_epub(letter, composed.records, media_of(stock), index.find),
    }


def _beside(one: Enclosed) -> str:
    """The file of a picture that letter.html shows."""
    return f"pictures/{one.cid.partition('@')[0]}.{one.kind.partition('/')[2]}"


def _message_id(letter: Letter) -> str:
    """The letter's own name: the same whenever it is made again, another for each week, language and anniversary."""
    paper = blake2b(f"{letter.host}\0{letter.paper}".encode("utf-8", "replace"), digest_size=6).hexdigest()
    return f"{letter.week}.{letter.years_ago}.{letter.language}.{paper}@letter.invalid"


def _refuse_precious(folder: Path, out: Path) -> None:
    home, there = folder.resolve(), out.resolve()
    for precious in (home / "archive", home / "captures"):
        if there == precious or precious in there.parents:
            raise BadInstruction(f"{out} lies in what is never changed by hand", "Name a folder for the letter alone.")
    if there == home:
        raise BadInstruction(f"{out} is where the paper itself lies", "Name a folder for the letter alone.")
    if out.exists() and not out.is_dir():
        raise BadInstruction(f"{out} is no folder", "Name a folder for the letter.")
