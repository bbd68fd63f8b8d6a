"""Which articles a week holds, how often each is linked to, and what of the week is lost.

A small table, ``work/letter-index.sqlite``, disposable: brought up to date before
it is asked, by reading the records whose files or decisions changed and no
others. It holds days, keys of addresses and counts; what a letter says is read
from the archive, so nothing that was withdrawn or hidden reaches a reader by way
of an old table. It refuses to be the truth about anything.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from backissue import disk, urls
from backissue.archive.decisions import names
from backissue.model import Outlet, Record
from backissue.publish.letter.week import Week
from backissue.publish.site.addresses import rules_of
from backissue.publish.site.light import address_key, day_of, digest_of, plain_address
from backissue.publish.site.past import LostArticle, lost_articles
from backissue.publish.site.stock import Stock
from backissue.text.dates import day_of_print

__all__ = ["Entry", "Index", "open_index"]

_LAYOUT = "3"
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE article (n INTEGER PRIMARY KEY, path TEXT UNIQUE, mark TEXT, id TEXT, day TEXT, chars INTEGER, held TEXT);
CREATE INDEX of_day ON article (day);
CREATE INDEX of_id ON article (id);
CREATE TABLE called (name TEXT, n INTEGER);
CREATE INDEX of_name ON called (name);
CREATE INDEX named ON called (n);
CREATE TABLE answers (n INTEGER, key TEXT);
CREATE INDEX answered ON answers (n);
CREATE INDEX answering ON answers (key);
CREATE TABLE links (key TEXT, n INTEGER);
CREATE INDEX of_key ON links (key);
CREATE INDEX linked ON links (n);
CREATE TABLE lost (day TEXT, place INTEGER, told TEXT);
CREATE INDEX lost_of ON lost (day);
"""
_LINK = re.compile(r"(?<!!)\[[^\]\[]{0,300}\]\(<?(https?://[^\s()<>]+)|<(https?://[^\s()<>]+)>")
_IS_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a week. ``path`` is its file below ``archive/`` without ending; ``links`` how many others link to it."""

    path: str
    id: str
    day: str
    chars: int
    links: int


@dataclass(slots=True)
class _Held:
    id: str
    addresses: list[str]
    keys: list[str]


def open_index(stock: Stock, outlet: Outlet | None, step: Callable[[int], None] = lambda _: None) -> Index:
    """The index of the paper, up to date; ``step`` hears of each record that had to be read.

    A table that is torn or of another version is made anew. Raises BrokenWorld where the disk fails.
    """
    path = stock.folder / "work" / "letter-index.sqlite"
    disk.make_folder(path.parent)
    for _ in range(2):
        index = None
        try:
            index = Index(path, stock, outlet)
            index.update(step)
        except sqlite3.DatabaseError as error:
            if index:
                index.close()
            if isinstance(error, sqlite3.OperationalError):  # a full disk, or another run that does not end
                raise
            disk.remove(path)
            continue
        return index
    raise sqlite3.OperationalError(f"{path} cannot be used")


class Index:
    """The table, opened; ``open_index`` makes one."""

    def __init__(self, path: Path, stock: Stock, outlet: Outlet | None) -> None:
        self._stock = stock
        self._rules = [re.compile(rule) for rule in rules_of(outlet)]
        self._hosts = {h.lower().removeprefix("*.").removeprefix("www.") for h in (outlet.hosts if outlet else ())}
        self._db = sqlite3.connect(path, timeout=120, isolation_level=None)
        try:
            self._refuse_torn(path)
            self._db.execute("PRAGMA journal_mode=MEMORY")
        except sqlite3.DatabaseError:
            self._db.close()
            raise

    def _refuse_torn(self, path: Path) -> None:
        """Raise DatabaseError for a file that is shorter than it says."""
        (pages,), (size,) = (
            self._db.execute("PRAGMA page_count").fetchone(),
            self._db.execute("PRAGMA page_size").fetchone(),
        )
        if path.stat().st_size < pages * size:
            raise sqlite3.DatabaseError(f"{path} breaks off")

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # asking

    def week(self, week: Week) -> list[Entry]:
        """The articles of a week in the order of their files; withdrawn ones are not among them."""
        rows = self._db.execute(
            "SELECT path, id, day, chars, (SELECT count(DISTINCT l.n) FROM answers k JOIN links l ON l.key = k.key"
            " WHERE k.n = article.n AND l.n <> article.n) FROM article WHERE day BETWEEN ? AND ? ORDER BY path",
            (week.first.isoformat(), week.last.isoformat()),
        )
        return [Entry(*row) for row in rows]

    def lost(self, week: Week) -> list[LostArticle]:
        """Articles that a witness dates in this week and that nobody holds."""
        rows = self._db.execute(
            "SELECT told FROM lost WHERE day BETWEEN ? AND ? ORDER BY place",
            (week.first.isoformat(), week.last.isoformat()),
        )
        return [_lost(json.loads(told)) for (told,) in rows]

    def busiest(self) -> Week | None:
        """The week that holds most articles, the latest of several; None where no article has a day."""
        weeks: dict[Week, int] = {}
        for day, count in self._db.execute("SELECT day, count(*) FROM article WHERE day <> '' GROUP BY day"):
            with contextlib.suppress(ValueError):
                week = Week.on(day)
                weeks[week] = weeks.get(week, 0) + count
        return max(weeks, key=lambda w: (weeks[w], w), default=None)

    def week_of(self, identity: str) -> Week | None:
        """The week in which the article of this id stands, if it is held and dated."""
        row = self._db.execute("SELECT day FROM article WHERE id = ? AND day <> ''", (identity,)).fetchone()
        return Week.on(row[0]) if row else None

    def find(self, url: str) -> str | None:
        """The path of the article to which an address of the paper leads, if it is held and not withdrawn."""
        host = plain_address(url).partition("/")[0]
        for key in self._keys(url):
            if key.startswith("id:") and self._hosts and host not in self._hosts:
                continue
            row = self._db.execute(
                "SELECT path FROM answers JOIN article USING (n) WHERE key = ? AND held <> '' ORDER BY path", (key,)
            ).fetchone()
            if row:
                return str(row[0])
        return None

    def near(self, identity: str, week: Week) -> list[str]:
        """Ids that look like this one: of the week first, else of the paper."""
        own = [entry.id for entry in self.week(week)]
        found = get_close_matches(identity, own, _NEAR, 0.5)
        if found:
            return found
        every = [row[0] for row in self._db.execute("SELECT id FROM article WHERE day <> ''")]
        return get_close_matches(identity, every, _NEAR, 0.7)

    def mark(self, week: Week) -> str:
        """A mark that changes with anything a letter of this week is made from."""
        marks = self._db.execute(
            "SELECT path, mark FROM article WHERE day BETWEEN ? AND ? ORDER BY path",
            (week.first.isoformat(), week.last.isoformat()),
        )
        return digest_of(
            self._stock.decisions,
            repr(list(marks)),
            repr(self.week(week)),
            *(json.dumps(asdict(one)) for one in self.lost(week)),
        )

    # bringing up to date

    def update(self, step: Callable[[int], None] = lambda _: None) -> None:
        """Read what changed since the last time; a second process waits for the first, and finds little left to do."""
        db = self._db
        listed = _listed(self._stock.archive.path)
        rules = repr((_LAYOUT, [r.pattern for r in self._rules], sorted(self._hosts)))
        decided = self._decided()
        now = {
            "rules": rules,
            "files": digest_of("\n".join(sorted([f"{path} {mark}" for path, mark in listed.items()]))),
            "decisions": decided,
            "past": digest_of(self._stock.ledger_mark(), decided),
        }
        if all(self._said(name) == value for name, value in now.items()):
            return
        db.execute("BEGIN IMMEDIATE")
        with contextlib.ExitStack() as undo:
            undo.callback(db.execute, "ROLLBACK")
            if self._said("rules") != rules:
                self._begin_anew()
            known: dict[str, tuple[int, str]] = {
                path: (n, mark) for n, path, mark in db.execute("SELECT n, path, mark FROM article")
            }
            doubted = self._concerned(decided) if self._said("decisions") != decided else set()
            gone = [n for path, (n, _) in known.items() if path not in listed]
            due = [p for p, mark in listed.items() if p not in known or known[p][1] != mark or known[p][0] in doubted]
            for n in (*gone, *(known[path][0] for path in due if path in known)):
                self._forget(n)
            for path in sorted(due):
                self._enter(path, listed[path])
                step(1)
            if gone or due or self._said("past") != now["past"]:
                self._look_for_lost()
            for name, value in now.items():
                self._say(name, value)
            undo.pop_all()
            db.execute("COMMIT")

    def _said(self, name: str) -> str:
        try:
            row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        except sqlite3.OperationalError:  # no table yet
            return ""
        return row[0] if row else ""

    def _say(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _begin_anew(self) -> None:
        for (name,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            self._db.execute(f'DROP TABLE "{name}"')
        for statement in _TABLES.split(";"):
            if statement.strip():
                self._db.execute(statement)

    def _decided(self) -> str:
        """What people decided about each name, as short digests: enough to see which changed."""
        decisions = self._stock.archive.decisions
        told = {
            name: hashlib.blake2b(repr(decisions.of(Record(id=name))).encode(), digest_size=8).hexdigest()
            for name in decisions.articles
        }
        return json.dumps(told, sort_keys=True)

    def _concerned(self, decided: str) -> set[int]:
        """Rows of the articles about which a decision changed."""
        before, now = json.loads(self._said("decisions") or "{}"), json.loads(decided)
        found: set[int] = set()
        for name in {*before, *now}:
            if before.get(name) != now.get(name):
                found.update(n for (n,) in self._db.execute("SELECT n FROM called WHERE name = ?", (name,)))
        return found

    def _forget(self, n: int) -> None:
        self._db.execute("DELETE FROM article WHERE n = ?", (n,))
        for table in ("called", "answers", "links"):
            self._db.execute(f"DELETE FROM {table} WHERE n = ?", (n,))  # noqa: S608  (our own three names)

    def _enter(self, path: str, mark: str) -> None:
        raw = self._stock.archive.raw(f"{path}.md")
        record = self._stock.archive.decisions.apply(raw) if isinstance(raw, Record) else None
        day, chars, held, answers, links = "", 0, "[]", set[str](), set[str]()
        if record is not None:
            day, chars = _day(record), len(record.body)
            addresses = [u for u in (record.original_url, record.canonical_url) if u]
            ids = [record.id, *(r.id for r in record.revisions if r.id)]
            keys = sorted({address_key(u) for u in addresses})
            answers = {*keys, *(f"id:{one}" for one in ids)}
            held = json.dumps([keys, [*ids[1:], *sorted({digest_of(urls.key(u)) for u in addresses})]])
            links = self._links(record) - answers
        identity = raw.id if isinstance(raw, Record) else ""
        n = self._db.execute(
            "INSERT INTO article (path, mark, id, day, chars, held) VALUES (?, ?, ?, ?, ?, ?)",
            (path, mark, identity, day, chars, held if record is not None else ""),
        ).lastrowid
        many = self._db.executemany
        if isinstance(raw, Record):
            many("INSERT INTO called VALUES (?, ?)", [(name, n) for name in sorted(set(names(raw)))])
        many("INSERT INTO answers VALUES (?, ?)", [(n, key) for key in sorted(answers)])
        many("INSERT INTO links VALUES (?, ?)", [(key, n) for key in sorted(links)])

    def _links(self, record: Record) -> set[str]:
        """Keys of the paper's own addresses in the text: of the address, and of the id that the outlet's rules see in it."""
        own = plain_address(record.original_url or record.canonical_url or "").partition("/")[0]
        hosts = {*self._hosts, own} - {""}
        if not any(host in record.body for host in hosts):
            return set()
        found: set[str] = set()
        for link in (a or b for a, b in _LINK.findall(record.body)):
            host = plain_address(link).partition("/")[0]
            if host in hosts or any(host.endswith(f".{one}") for one in self._hosts):
                found.update(self._keys(link))
        return found

    def _keys(self, url: str) -> list[str]:
        """What an address may be called: by its own key, and by the id that the outlet's rules see in it."""
        path = plain_address(url).partition("/")[2].partition("?")[0]
        seen = next((match[1] for rule in self._rules if (match := rule.match(f"/{path}"))), None)
        return [address_key(url), *([f"id:{seen}"] if seen else [])]

    def _look_for_lost(self) -> None:
        held = [_Held(identity, *json.loads(told)) for identity, told in self._rows_held()]
        ids = {one.id for one in held}
        addresses = {address_key(url): identity for url, identity in self._stock.addresses() if identity in ids}
        self._db.execute("DELETE FROM lost")
        rows = []
        for place, one in enumerate(lost_articles(self._stock, held, addresses)):
            day = day_of_print(one.date)
            if _IS_DAY.fullmatch(day) and _exists(day):
                rows.append((day, place, json.dumps(asdict(one))))
        self._db.executemany("INSERT INTO lost VALUES (?, ?, ?)", rows)

    def _rows_held(self) -> Iterator[tuple[str, str]]:
        yield from self._db.execute("SELECT id, held FROM article WHERE held <> ''")


def _listed(archive: Path) -> dict[str, str]:
    """Each article's page (path below ``archive``, without ending) and a mark that changes when its file does."""
    found: dict[str, str] = {}
    waiting = ["articles"]
    while waiting:
        folder = waiting.pop()
        try:
            entries = os.scandir(f"{archive}/{folder}")  # half the cost of walking and asking again
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.name.endswith(".md"):
                    stat = entry.stat()
                    found[f"{folder}/{entry.name[:-3]}"] = f"{stat.st_size:x}-{stat.st_mtime_ns:x}-{stat.st_ino:x}"
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{folder}/{entry.name}")
    return found


def _day(record: Record) -> str:
    """The ISO day that says in which week an article stands; also where only a few days of one week are known."""
    day = day_of(record)
    if day is None and record.published_between:
        first, last = record.published_between
        day = first if Week.of(first) == Week.of(last) else None
    return day.isoformat() if day else ""


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:  # as printed: 2021-02-30
        return False
    return True


def _lost(told: dict[str, Any]) -> LostArticle:
    seen: Sequence[Sequence[str]] = told["seen"]
    return LostArticle(**{**told, "reasons": tuple(told["reasons"]), "seen": tuple((a, b, c) for a, b, c in seen)})
