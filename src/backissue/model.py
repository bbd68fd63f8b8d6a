"""The words of Backissue, as frozen values.

Every room speaks in these; this module imports nothing of ours. Values are
parsed at the door: a string that should be a time, or a time without a zone,
cannot get into one. Over 450 lines because the words are one vocabulary:
whoever reads one of them needs its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

__all__ = [
    "Author",
    "Backissue",
    "BadInstruction",
    "BrokenWorld",
    "Capture",
    "CardRule",
    "Citation",
    "Embed",
    "Era",
    "Fate",
    "FateKind",
    "Finding",
    "FindingKind",
    "Image",
    "Note",
    "Origin",
    "Outlet",
    "Page",
    "PageKind",
    "PageRule",
    "Place",
    "Receipt",
    "Record",
    "Revision",
    "Severity",
    "Source",
    "Task",
    "Verdict",
    "Witness",
    "catalogue",
]


Day = date  # a name that the field Record.date does not shadow


class Backissue(Exception):  # noqa: N818  (the base of a tree, not an error itself)
    """What this package raises.

    ::

        Backissue
        ├── BadInstruction   a wrong flag, rule or address: exit code 2
        └── BrokenWorld      disk, network, another run: exit code 3, run it again

    ``hint`` says what to do next, in one sentence, or is empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class BadInstruction(Backissue):
    """Somebody asked for something impossible; nothing was changed."""


class BrokenWorld(Backissue):
    """Disk, network or another process failed; running again resumes."""


class PageKind(StrEnum):
    """What a page is."""

    ARTICLE = "article"
    LISTING = "listing"
    FEED = "feed"
    PAGE = "page"  # the outlet's own: about us, subscribe, its farewell at its own address
    ERROR = "error"
    FAREWELL = "farewell"  # the outlet's goodbye, served under other addresses
    OUTAGE = "outage"  # the web archive's own page
    PARKED = "parked"
    REDIRECT = "redirect"
    MEDIA = "media"
    EMPTY = "empty"
    UNKNOWN = "unknown"


class FateKind(StrEnum):
    """What became of a capture; each has exactly one."""

    SOURCE = "source"
    ALTERNATE = "alternate"
    WITNESS = "witness"
    MEDIA = "media"
    FOREIGN = "foreign"
    FINDING = "finding"


class Severity(StrEnum):
    """How much a finding hurts: text lost or wrong, doubtful, or worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class _Zoned:
    """Refuses naive datetimes in any field of a dataclass that mixes this in."""

    __slots__ = ()

    def __post_init__(self) -> None:
        cls = type(self)
        for name in _TIMED.get(cls) or _timed(cls):
            value = getattr(self, name)
            if isinstance(value, datetime) and value.tzinfo is None:
                raise ValueError(f"{cls.__name__}.{name} is a time without a zone: {value!r}")


_TIMED: dict[type, tuple[str, ...]] = {}
"""The fields of a class that may hold a time, by what is written of their types: looking at all costs as much as the record."""


def _timed(cls: type) -> tuple[str, ...]:
    fields: dict[str, Any] = cls.__dataclass_fields__  # type: ignore[attr-defined]
    _TIMED[cls] = tuple(name for name, field in fields.items() if "datetime" in str(field.type))
    return _TIMED[cls]


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes lie: a file below ``captures/``, and a byte range of it.

    ``length`` is of the stored (compressed) record; ``part`` names the member
    inside a WACZ, empty otherwise.
    """

    file: str
    offset: int
    length: int | None = None
    part: str = ""

    def __str__(self) -> str:
        inner = f"!{self.part}" if self.part else ""
        return f"{self.file}{inner}@{self.offset}"


@dataclass(frozen=True, slots=True)
class Capture(_Zoned):
    """One line of a web archive's index.

    ``when`` is UTC to the second. ``mimetype``, ``status`` and ``digest`` are
    what the index says (digest: base32 SHA-1 of the payload without prefix).
    ``place`` is this record; ``payload`` is where its bytes are, which for a
    revisit is the record it repeats. ``listing`` is ``file#line`` of the
    listing that told us. ``location`` is a redirect's target as served.
    ``refers`` is what a revisit says it repeats: ``<14 digits> <url>``. ``size``
    is how many stored bytes a server's index gives it.
    """

    url: str
    key: str
    when: datetime
    status: int | None = None
    mimetype: str | None = None
    digest: str | None = None
    place: Place | None = None
    payload: Place | None = None
    listing: str = ""
    location: str | None = None
    revisit: bool = False
    refers: str | None = None
    size: int | None = None

    @property
    def ref(self) -> str:
        """The capture's name in the ledger: its place, else its line in a listing."""
        return str(self.place) if self.place else self.listing

    @property
    def timestamp(self) -> str:
        """The 14 digits of web archives, UTC."""
        return self.when.astimezone(UTC).strftime("%Y%m%d%H%M%S")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page is, and the reason in a few words."""

    kind: PageKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A capture opened: HTML as text, how it was decoded, and what it is.

    ``truncated`` says that the capture broke off before the page's end.
    """

    capture: Capture
    html: str
    encoding: str
    decoded_by: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Witness(_Zoned):
    """Word that an article existed, from something other than the article.

    ``key`` is the article key under the outlet's rules; ``kind`` one of card,
    link, feed, cdx, pointer, id-run. ``date`` and ``byline`` are as printed.
    """

    key: str
    kind: str
    seen_in: str
    when: datetime
    url: str | None = None
    title: str | None = None
    date: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of trouble about one subject. Data, never an exception.

    ``subject`` names a record id, a capture's ref, a URL or a file. ``evidence``
    holds JSON values only.
    """

    code: str
    subject: str
    sentence: str
    severity: Severity = Severity.WARNING
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A page of the catalogue of findings: what a code means and what to do about it.

    A room's ``findings.py`` holds ``FINDINGS = catalogue(FindingKind(…), …)``.
    ``sentence`` says what is wrong in one sentence, ``remedy`` what to do next.
    """

    code: str  # lower case, ``subject.what-is-wrong``: record.edited, capture.truncated
    severity: Severity
    sentence: str
    remedy: str

    def about(self, subject: str, sentence: str = "", **evidence: Any) -> Finding:
        """A finding of this kind; ``sentence`` may say it more precisely."""
        return Finding(self.code, subject, sentence or self.sentence, self.severity, evidence)


def catalogue(*kinds: FindingKind) -> Mapping[str, FindingKind]:
    """Kinds by their code; a code that is given twice raises ValueError."""
    by_code = {kind.code: kind for kind in kinds}
    if len(by_code) != len(kinds):
        raise ValueError("a code of a finding is given twice")
    return by_code


@dataclass(frozen=True, slots=True)
class Fate(_Zoned):
    """A line of the ledger: one capture and what became of it.

    ``subject`` is the record's id for source, alternate and (where known)
    media and finding; ``reason`` says why it was not picked, or the finding's code.
    """

    capture: str
    url: str
    when: datetime
    kind: FateKind
    subject: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """One name of a byline. ``kind``: person, desk or organisation."""

    name: str
    kind: str = "person"
    role: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A figure of the body, in order: original URL, and what is held of it.

    ``file`` is relative to ``archive/`` (``media/ab/abcd….jpg``) or None when
    not held; ``sha256`` is of its bytes.
    """

    url: str
    file: str | None = None
    sha256: str | None = None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What the paper says of its own article: ``kind`` is correction, clarification or editor; ``text`` is its words without the label."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Who published an article first, as printed, with the address that the article gives."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Embed:
    """Something of another host that the page showed in place; kept as a link."""

    url: str
    platform: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A post or photo elsewhere that the text speaks of."""

    platform: str
    kind: str
    by: str | None = None
    url: str | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Revision(_Zoned):
    """Another text of the same article: under its own id, or the same address at another time.

    ``file`` is relative to ``archive/`` where the older text is kept.
    """

    id: str | None = None
    when: datetime | None = None
    title: str | None = None
    same_text: bool = False
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Source(_Zoned):
    """Where the body came from. ``kind``: warc, arc, wacz, adopted.

    ``when`` is the time *served*, UTC; ``file`` is relative to the paper's
    folder; ``digest`` is the payload's base32 SHA-1, ``sha256`` the file's
    (adopted files).
    """

    kind: str
    when: datetime | None = None
    file: str | None = None
    offset: int | None = None
    digest: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Record(_Zoned):
    """One article (or page of the outlet's own) as the archive keeps it.

    The first eight fields are what the paper and the capture said, to the
    letter; the rest is what we conclude. ``None`` is absent, empty is empty.
    ``published`` and ``updated`` are a date, or a time with the outlet's zone.
    ``body`` is Markdown without the heading: the file adds ``# title``.
    """

    id: str
    title: str | None = None
    date: str | None = None
    last_updated: str | None = None
    author: str | None = None
    category: str | None = None
    tags: tuple[str, ...] | None = None
    url: str | None = None
    original_url: str | None = None
    kind: str = "article"
    canonical_url: str | None = None
    published: Day | datetime | None = None
    published_between: tuple[Day, Day] | None = None
    updated: Day | datetime | None = None
    language: str | None = None
    publisher: str | None = None
    rights: str | None = None
    authors: tuple[Author, ...] = ()
    byline: str | None = None  # 'hidden' by decision, else absent
    labels: tuple[str, ...] = ()  # headline labels such as 【…】
    editor_tags: tuple[str, ...] = ()
    former_titles: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    citations: tuple[Citation, ...] = ()
    embeds: tuple[Embed, ...] = ()
    images: tuple[Image, ...] = ()
    notes: tuple[Note, ...] = ()
    republished_from: Origin | None = None
    entries: int | None = None  # of a live blog
    source: Source | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class PageRule:
    """A URL rule of an outlet: the first that matches says what a page is.

    ``match`` is a path pattern: ``{id}`` names the record, ``{name}`` is kept
    for picks (``url: {name}``), ``{live}`` is the id of the live revision,
    ``*`` stays within a segment, ``**`` is anything; a query (``?id={id}``)
    must be there in any order; a part without ``=`` (``?article{id}``) is the
    argument without a name. ``id`` is the record's id, ``{id}`` unless said.
    """

    kind: str  # article | listing | page | ignore
    match: str
    id: str = "{id}"


@dataclass(frozen=True, slots=True)
class CardRule:
    """Where listings name articles: ``block`` is the card, the rest selectors within it.

    ``link`` is the card's own ``a`` unless said; what is not said is not read.
    """

    block: str
    link: str | None = None
    title: str | None = None
    date: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """One template of an outlet's pages; the first that fits a page wins.

    It fits where ``has`` (a selector; ``body`` unless said) is on the page.
    ``body`` is every outermost match, in document order. ``picks`` take the
    place of the outlet's; ``drop``, ``cut`` and ``clean`` add to them: selectors
    of what goes, patterns from whose line on all is footer, and patterns
    removed from a field.
    """

    note: str = ""
    body: str | None = None
    has: str | None = None
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    clean: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outlet:
    """What one newspaper knows about itself.

    ``timezone`` is an IANA name: bare times on its pages mean this. ``dates``
    are forms such as ``DD.MM.YY`` that settle doubtful ones. Empty ``hosts``
    means any.
    """

    name: str
    hosts: tuple[str, ...]
    timezone: str
    language: str | None = None
    closed: date | None = None
    rights: str | None = None
    dates: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    pages: tuple[PageRule, ...] = ()
    cards: tuple[CardRule, ...] = ()
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    clean: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    eras: tuple[Era, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One stage over one bucket. Same fingerprint, same result: skip."""

    stage: str
    bucket: str
    fingerprint: str
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof that a task is done: what it wrote (path, SHA-256) and its counts."""

    stage: str
    bucket: str
    fingerprint: str
    outputs: tuple[tuple[str, str], ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
