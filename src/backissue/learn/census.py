"""All surveys counted together: which texts stand under many addresses, and which frames of pages there are.

Counts on disk (a temporary SQLite file that the system removes), so that memory
does not grow with the number of captures. Refuses to judge: that is ``pages.judge``, with this in hand.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from backissue import urls
from backissue.model import PageKind
from backissue.pages.company import NEAR, SAME_FRAME, Census, Group, Template, fold, identity, shape
from backissue.pages.digests import hamming
from backissue.pages.survey import Survey

__all__ = ["census"]

_GROUPS = 5000
_TEMPLATES = 300

_SEEN = """
CREATE TABLE seen (digest TEXT, sim TEXT, title TEXT, key TEXT, identity TEXT, moment TEXT,
                   kind TEXT, skeleton TEXT, shape TEXT, chars INTEGER, host TEXT)
"""
_SKIPPED = frozenset((PageKind.REDIRECT, PageKind.MEDIA, PageKind.FEED))


def census(surveys: Iterable[Survey]) -> Census:
    """The census of ``surveys``, whatever their order; reads each once."""
    db = sqlite3.connect("", isolation_level=None)  # "" is a file of its own on disk, gone when closed
    try:
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA cache_size=-8000")
        db.execute(_SEEN)
        db.execute("BEGIN")
        db.executemany("INSERT INTO seen VALUES (?,?,?,?,?,?,?,?,?,?,?)", map(_row, surveys))
        for column in ("digest", "key", "title"):
            db.execute(f"CREATE INDEX by_{column} ON seen ({column})")
        captures, addresses = db.execute("SELECT count(*), count(DISTINCT key) FROM seen").fetchone()
        hosts = db.execute("SELECT host, count(*) FROM seen GROUP BY host ORDER BY 2 DESC, 1 LIMIT 50").fetchall()
        groups = tuple(_groups(db))
        return Census(captures, addresses, groups, tuple(_templates(db)), tuple(hosts))
    finally:
        db.close()


def _row(s: Survey) -> tuple[str | int, ...]:
    kept = s.verdict.kind not in _SKIPPED
    return (
        s.text_digest if kept else "",
        f"{s.simhash:016x}",
        fold(s.title) if kept else "",
        s.key,
        identity(s.key),
        s.when.isoformat(),
        str(s.verdict.kind),
        s.template,
        shape(s.key),
        s.chars,
        urls.host(s.url),
    )


def _groups(db: sqlite3.Connection) -> Iterator[Group]:
    """Texts under two addresses and more, the commonest first; near texts of one title are joined."""
    db.execute(
        "CREATE TABLE same AS SELECT digest, min(sim) sim, min(title) title, count(DISTINCT identity) addresses,"
        " count(*) captures, min(moment) first, max(moment) last, max(chars) chars"
        " FROM seen WHERE digest != '' GROUP BY digest HAVING addresses >= 2"
    )
    _join_near(db)
    db.execute("CREATE INDEX same_digest ON same (digest)")
    rows = db.execute("SELECT * FROM same ORDER BY addresses DESC, digest LIMIT ?", (_GROUPS,)).fetchall()
    for digest, sim, title, addresses, captures, first, last, chars in rows:
        (changed,) = db.execute(
            "SELECT count(DISTINCT s.identity) FROM seen s WHERE s.digest = ? AND EXISTS (SELECT 1 FROM seen t"
            " WHERE t.key = s.key AND t.digest != s.digest AND t.kind = 'article'"
            " AND NOT EXISTS (SELECT 1 FROM same h WHERE h.digest = t.digest))",
            (digest,),
        ).fetchone()
        kinds = db.execute(
            "SELECT kind, count(*) FROM seen WHERE digest = ? GROUP BY kind ORDER BY 2 DESC, 1", (digest,)
        )
        yield Group(
            digest, int(sim, 16), title, addresses, captures, changed,
            datetime.fromisoformat(first), datetime.fromisoformat(last), chars, tuple(kinds.fetchall()),
        )  # fmt: skip


def _join_near(db: sqlite3.Connection) -> None:
    """Groups of texts that differ in a few bits under one title, which no exact count sees."""
    titles = db.execute(
        "SELECT title FROM seen WHERE title != '' GROUP BY title HAVING count(DISTINCT identity) >= 3"
        " AND count(DISTINCT digest) >= 2"
    ).fetchall()
    for (title,) in titles:
        leaders: list[tuple[int, str, set[str], list[str], int, int]] = []
        rows = db.execute(
            "SELECT digest, sim, identity, moment, chars FROM seen WHERE title = ? ORDER BY moment, key", (title,)
        )
        for digest, sim, who, moment, chars in rows:
            value = int(sim, 16)
            near = next((at for at in leaders if value and hamming(at[0], value) <= NEAR), None)
            if near is None:
                if len(leaders) < 200:  # as many texts under one title are a paper that gives its pages no titles
                    leaders.append((value, digest, {who}, [moment], 1, chars))
                continue
            at = leaders.index(near)
            if len(near[2]) < 100_000:
                near[2].add(who)
            near[3][1:] = [moment]
            leaders[at] = (near[0], near[1], near[2], near[3], near[4] + 1, max(near[5], chars))
        for value, digest, whos, moments, count, chars in leaders:
            if len(whos) < 3:
                continue
            held = db.execute("SELECT addresses FROM same WHERE digest = ?", (digest,)).fetchone()
            if held and held[0] >= len(whos):
                continue
            db.execute("DELETE FROM same WHERE digest = ?", (digest,))
            row = (digest, f"{value:016x}", title, len(whos), count, moments[0], moments[-1], chars)
            db.execute("INSERT INTO same VALUES (?,?,?,?,?,?,?,?)", row)


def _templates(db: sqlite3.Connection) -> Iterator[Template]:
    """The frames, the commonest first; frames that differ in a few bits are one."""
    rows = db.execute(
        "SELECT skeleton, count(*), min(moment), max(moment) FROM seen WHERE skeleton != ''"
        " GROUP BY skeleton ORDER BY 2 DESC, 1 LIMIT ?",
        (10 * _TEMPLATES,),
    ).fetchall()
    leaders: list[tuple[int, list[str], int, str, str]] = []
    for skeleton, count, first, last in rows:
        value = int(skeleton, 16)
        for at, (known, members, total, since, until) in enumerate(leaders):
            if hamming(known, value) <= SAME_FRAME:
                leaders[at] = (known, [*members, skeleton], total + count, min(since, first), max(until, last))
                break
        else:
            leaders.append((value, [skeleton], count, first, last))
    leaders.sort(key=lambda at: (-at[2], at[0]))
    for value, members, total, first, last in leaders[:_TEMPLATES]:
        shapes: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for skeleton in members[:200]:
            found = db.execute("SELECT shape, kind, count(*) FROM seen WHERE skeleton = ? GROUP BY 1, 2", (skeleton,))
            for form, kind, count in found:
                shapes[form] += count
                kinds[kind] += count
        yield Template(
            f"{value:016x}", total, _top(shapes, 8), _top(kinds, 12),
            datetime.fromisoformat(first), datetime.fromisoformat(last),
        )  # fmt: skip


def _top(counted: Counter[str], most: int) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most])
