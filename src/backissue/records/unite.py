"""One record of an article's revisions: the lowest id, the newest complete text, all that differed.

Refuses to choose which drafts belong together; that is join's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from backissue.model import Finding, Record, Revision
from backissue.records.drafts import Draft
from backissue.records.join import order, source_of
from backissue.text import dates

__all__ = ["United", "label_of", "unite"]


@dataclass(frozen=True, slots=True)
class United:
    """An article whole: its record, the older texts that its ``revisions`` speak of by label, and what was doubtful."""

    record: Record
    older: tuple[tuple[str, Record], ...] = ()
    findings: tuple[Finding, ...] = ()


def unite(mains: Sequence[Draft], others: Sequence[Draft] = ()) -> United:
    """The article whose revisions are ``mains``, one an id; ``others`` are other texts that one of their addresses had.

    Fields come from the draft that gives the text, and from the others, newest
    first, where it has none. ``published`` is the earliest that any of them
    says. ``revisions`` lists what else there is, oldest first, and the id that
    gives the text if that is not the article's own (``same_text``).
    """
    ranked = sorted(mains, key=_age)
    best = source_of([d.light for d in ranked])
    main = next(d for d in ranked if d.light is best)
    lowest = ranked[0].record.id
    everything = sorted((*mains, *others), key=_age)
    rest = [d for d in everything if d is not main]
    record = main.record
    for other in reversed(rest):
        record = _filled(record, other.record)
    published = min((d.record.published for d in everything if d.record.published), key=_moment, default=None)
    if published and record.published and dates.day_of(published) < dates.day_of(record.published):
        record = replace(record, published=published, date=dates.day_of(published).isoformat())
    titles = [d.record.title for d in rest if d.record.title and d.record.title != record.title]
    revisions, older = _revisions(everything, main, lowest, frozenset(map(id, others)))
    own = next(
        (d.record.canonical_url for d in reversed(everything) if d.record.id == lowest and d.record.canonical_url), None
    )
    record = replace(
        record,
        id=lowest,
        canonical_url=own or record.canonical_url,
        former_titles=tuple(dict.fromkeys(titles)),
        revisions=revisions,
    )
    return United(record, older)


def label_of(revision: Revision) -> str:
    """What a revision's file is called: its id, its capture's 14 digits (UTC), or both."""
    stamp = revision.when.astimezone(UTC).strftime("%Y%m%d%H%M%S") if revision.when else ""
    return "-".join(filter(None, (revision.id, stamp)))


def _age(draft: Draft) -> tuple[tuple[int, int, str], float]:
    """Revisions are in the order of their ids; texts of one id in the order of their captures."""
    when = draft.light.when
    return order(draft.record.id), when.timestamp() if when else 0.0


def _moment(value: date | datetime) -> tuple[date, bool, float]:
    """Earlier days first; of one day, a time before a bare date, for it says more."""
    timed = isinstance(value, datetime)
    return dates.day_of(value), not timed, value.timestamp() if isinstance(value, datetime) else 0.0


def _filled(record: Record, other: Record) -> Record:
    """``record`` with what it lacks taken from ``other``."""
    names = ("title", "date", "author", "category", "tags", "published", "language", "canonical_url")
    missing = {n: getattr(other, n) for n in names if getattr(record, n) is None and getattr(other, n) is not None}
    if "author" in missing:
        missing["authors"] = other.authors
    return replace(record, **missing) if missing else record


def _revisions(
    everything: Sequence[Draft], main: Draft, lowest: str, others: frozenset[int]
) -> tuple[tuple[Revision, ...], tuple[tuple[str, Record], ...]]:
    """The revisions to list, and the texts among them that differ from the article's and from each other."""
    revisions: list[Revision] = []
    older: dict[str, Record] = {}
    seen = {main.light.digest}
    for draft in everything:
        if draft is main and draft.record.id == lowest:
            continue
        title = draft.record.title if draft.record.title != main.record.title else None
        same = title is None and draft.light.digest == main.light.digest
        when = draft.light.when if id(draft) in others else None
        revision = Revision(draft.record.id, when, title, same_text=same)
        revisions.append(revision)
        if draft.light.digest not in seen and draft.record.body:
            older.setdefault(label_of(revision), draft.record)
            seen.add(draft.light.digest)
    return tuple(revisions), tuple(older.items())
