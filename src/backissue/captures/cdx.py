"""What CDX servers are asked and what they answer, in the two dialects there are.

Wayback: lines of seven fields, resume keys, pages. pywb: one JSON object a line,
no resume key. Common Crawl speaks pywb's, in pages. Knows no files and no pace.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import quote_plus, urlencode, urlsplit

from backissue import urls
from backissue.captures.addresses import origin
from backissue.model import BadInstruction

__all__ = [
    "ARCHIVE",
    "Row",
    "Slice",
    "Source",
    "Target",
    "after",
    "pages_in",
    "parse",
    "query",
    "resume_at",
    "source_of",
    "target_of",
]

ARCHIVE = "https://web.archive.org/cdx/search/cdx"
FIELDS = "urlkey,timestamp,original,mimetype,statuscode,digest,length"
_PLAYED = re.compile(r"(\d{14})(?:[a-z]{2}_)?/(.+)", re.DOTALL)
_ROW = re.compile(r"(\S+) (\d{14}) (\S+) (\S+) (\d{3}|-) (\S+) (\d+|-)(?: .*)?")


@dataclass(frozen=True, slots=True)
class Source:
    """One archive: where it lists, where it plays back, and how it speaks (``wayback``, ``pywb`` or not yet known).

    ``records``: where the files that its lines name are to be had by byte
    range; empty for an archive that plays back instead. ``paged``: it lists
    in pages, and whoever names none gets the first alone.
    """

    cdx: str
    playback: str
    dialect: str | None = None
    records: str = ""
    paged: bool = False

    @property
    def name(self) -> str:
        """The archive's host, as listings call it."""
        _, host, port = origin(self.cdx)
        return host if port in (80, 443) else f"{host}:{port}"

    def address(self, stamp: str, url: str) -> str:
        """Where the bytes of ``url`` as captured at ``stamp`` are played back, untouched."""
        return f"{self.playback}{stamp}id_/{_ascii(url)}"

    def record(self, file: str) -> str:
        """Where a file that the archive's lines name is to be had, byte range by byte range."""
        return self.records + _ascii(file.lstrip("/")).replace("?", "%3F").replace("#", "%23")

    def played(self, address: str) -> tuple[str, str] | None:
        """Timestamp and URL of an address that this archive plays back, or None. Only the outermost prefix is undone."""
        found = _PLAYED.fullmatch(address.removeprefix(self.playback)) if address.startswith(self.playback) else None
        return (found[1], found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for: everything of a host, everything below a prefix, or one URL."""

    kind: str  # host | prefix | exact
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a server's, with its own words; ``key`` as the server spells it."""

    key: str
    stamp: str
    said: tuple[tuple[str, str], ...]

    def line(self, source: str) -> str:
        """The row as CDXJ, saying which server it came from."""
        said = {**dict(self.said), "source": source}
        return f"{urls.key(said['url'])} {self.stamp} {json.dumps(said, ensure_ascii=False, separators=(',', ':'))}"


@dataclass(frozen=True, slots=True)
class Slice:
    """One answer: its rows, the key to go on with (None: that was all), and lines that are none."""

    rows: tuple[Row, ...]
    resume: str | None
    odd: int


def source_of(text: str) -> Source:
    """A source as people name it: a CDX server's URL. ``web.archive.org`` is what a bare host means.

    The playback of ``…/cdx/search/cdx`` is ``…/web/``, of ``…/coll/cdx`` is
    ``…/coll/``. ``…/<crawl>-index`` is Common Crawl's, or a copy of it: its
    index server asks not to be played back from, and its records are to be
    had from its data host (a copy's, from itself).
    """
    origin(text)
    parts = urlsplit(text)
    root = f"{parts.scheme}://{parts.netloc}"
    path = parts.path.rstrip("/")
    if path.endswith("/cdx/search/cdx"):
        return Source(root + path, f"{root}{path.removesuffix('/cdx/search/cdx')}/web/", "wayback")
    if path.endswith("/cdx"):
        return Source(root + path, f"{root}{path.removesuffix('cdx')}")
    if path.endswith("-index"):
        ours = parts.hostname == "index.commoncrawl.org"
        records = "https://data.commoncrawl.org/" if ours else f"{root}/"
        return Source(root + path, f"{root}{path}/", "pywb", records, paged=True)
    raise BadInstruction(
        f"{text} is no CDX server",
        "It ends in /cdx/search/cdx (Wayback), /<collection>/cdx (pywb) or /<crawl>-index (Common Crawl).",
    )


def target_of(text: str) -> Target:
    """``news.example`` is a host, ``news.example/a/`` a prefix, any other URL itself."""
    bare = re.sub(r"(?i)^https?://", "", text.strip())
    host, slash, rest = bare.partition("/")
    if not urls.host(f"http://{host}") or "." not in host.strip("."):
        raise BadInstruction(
            f"{text!r} is no host and no URL", "Write it as news.example, or https://news.example/section/."
        )
    if not rest:
        return Target("host", urls.host(f"http://{host}") + (_port(host)))
    if bare.endswith(("/", "/*")):
        return Target("prefix", bare.rstrip("*"))
    return Target("exact", text.strip() if slash else bare)


def query(
    source: Source,
    target: Target,
    *,
    since: str = "",
    until: str = "",
    resume: str | None = None,
    limit: int = 0,
    page: int | None = None,
    count_pages: bool = False,
) -> str:
    """The address of one question. ``since`` and ``until`` are 1 to 14 digits, inclusive."""
    asked: list[tuple[str, str]] = [("url", target.url), ("matchType", target.kind)]
    if since:
        asked.append(("from", since))
    if until:
        asked.append(("to", until))
    if source.dialect == "pywb":
        asked.append(("output", "json"))
        if limit:
            asked.append(("limit", str(limit)))
        if page is not None:
            asked.append(("page", str(page)))
        if count_pages:
            asked.append(("showNumPages", "true"))
        return f"{source.cdx}?{urlencode(asked)}"
    if count_pages:
        return f"{source.cdx}?{urlencode([*asked, ('showNumPages', 'true')])}"
    asked.append(("fl", FIELDS))
    if page is not None:
        asked.append(("page", str(page)))
    else:
        if limit:
            asked.append(("limit", str(limit)))
        asked.append(("showResumeKey", "true"))
        if resume:
            asked.append(("resumeKey", resume))
    return f"{source.cdx}?{urlencode(asked)}"


def parse(source: Source, body: bytes) -> Slice:
    """The rows of an answer. What is no row is counted in ``odd``: an error page has nothing but."""
    text = body.decode("utf-8", "replace")
    if source.dialect == "pywb":
        return _parse_pywb(text)
    lines = text.split("\n")
    resume = None
    while lines and not lines[-1].strip():
        lines.pop()
    if (len(lines) >= 2 and not lines[-2].strip() and " " not in lines[-1].strip()) or (
        len(lines) == 1 and re.fullmatch(r"\S*%29\S*\+\S+", lines[0].strip())
    ):
        resume = lines.pop().strip()
    rows, odd = [], 0
    for line in lines:
        found = _ROW.fullmatch(line.rstrip("\r"))
        if found:
            rows.append(_row(found))
        elif line.strip():
            odd += 1
    return Slice(tuple(rows), resume, odd)


def pages_in(body: bytes) -> int | None:
    """How many pages an answer to ``showNumPages`` says there are: a bare number, or pywb's JSON; None if it does not."""
    try:
        said = json.loads(body)
        pages = said["pages"] if isinstance(said, dict) else said
        return int(pages) if int(pages) >= 0 else None
    except (ValueError, KeyError, TypeError):
        return None


def resume_at(row: Row) -> str:
    """A resume key that begins again *at* ``row``: rows that share its key and time are not skipped."""
    return quote_plus(f"{row.key} {row.stamp}")


def after(row: Row) -> str:
    """A resume key just past ``row``, as the server itself makes them: the last digit counted up."""
    return quote_plus(f"{row.key} {row.stamp[:-1]}{chr(ord(row.stamp[-1]) + 1)}")


def _row(found: re.Match[str]) -> Row:
    key, stamp, url, mime, status, digest, length = found.groups()
    said = (("url", url), ("mime", mime), ("status", status), ("digest", digest), ("length", length))
    return Row(key, stamp, said)


def _parse_pywb(text: str) -> Slice:
    rows, odd = [], 0
    for line in text.splitlines():
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            row = Row(
                str(said.get("urlkey", "")),
                str(said["timestamp"]),
                tuple(
                    (key, str(value))
                    for key, value in said.items()
                    if key not in ("urlkey", "timestamp", "source", "source-coll", "part")
                ),
            )
            if not re.fullmatch(r"\d{14}", row.stamp) or not said["url"]:
                raise ValueError(line)
        except (ValueError, KeyError, TypeError, AttributeError):
            odd += 1
            continue
        rows.append(row)
    return Slice(tuple(rows), None, odd)


def _port(host: str) -> str:
    port = host.rpartition(":")[2]
    return f":{port}" if port.isdigit() and port not in ("80", "443") and ":" in host else ""


def _ascii(url: str) -> str:
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in url)
