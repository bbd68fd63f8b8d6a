"""One capture as an archive gives it: played back as original bytes, or cut out of the file that its index names.

Believes only what the outlet said (Memento, or the record itself), and proves
the digest. Writes nothing that is kept, and judges no content.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

from backissue import disk, urls
from backissue.captures import cdx
from backissue.captures.client import Answer, Client
from backissue.captures.indexing import capture_of
from backissue.captures.listing import Offer
from backissue.captures.opening import Unreadable, decode, open_capture
from backissue.captures.walk import Found, walk
from backissue.model import Capture

__all__ = ["Lender", "Memento", "NotThere", "Same", "cut_out", "name_of", "play", "sha1"]

_HOPS = 5
_OURS = frozenset(
    {
        "memento-datetime",
        "link",
        "content-location",
        "transfer-encoding",
        "content-length",
        "connection",
        "keep-alive",
        "server-timing",
        "x-app-server",
        "x-ts",
        "x-tr",
        "x-cache-key",
        "x-page-cache",
        "x-location",
        "x-na",
        "x-nid",
        "x-rl",
        "x-archive-src",
        "x-archive-screenname",
    }
)
_ORIG = "x-archive-orig-"


@dataclass(frozen=True, slots=True)
class Lender:
    """An archive that captures may be asked of. ``records`` talks to the host of its files, if it lends those."""

    source: cdx.Source
    client: Client
    records: Client | None = None


@dataclass(frozen=True, slots=True)
class Memento:
    """A capture as it was given.

    ``served``: the 14 digits that the archive says it is of, or None if it
    does not say. ``proven``: the body has the digest that the index says.
    ``short``: only a part of it is to be had; ``truncated``: why, in WARC's
    words, where the crawler said so. ``said`` is the time as given. ``src``: the archive's own file;
    ``span``: the bytes of it that were asked for, as a Range header says them.
    """

    url: str
    address: str
    served: str | None
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    proven: bool
    short: bool = False
    src: str = ""
    span: str = ""
    said: str = ""
    truncated: str = ""


@dataclass(frozen=True, slots=True)
class Same:
    """The archive would serve, instead, a capture that is held already: nothing was asked for. ``named``: stamp and key."""

    named: str


class NotThere(Exception):  # noqa: N818
    """The archive lists a capture and does not give it."""


def play(lender: Lender, capture: Capture, held: Collection[str] = ()) -> Memento | Same:
    """The memento of ``capture``, the archive's own redirects followed, but never to one of ``held`` (stamps and keys).

    Raises NotThere, Exhausted, and Forbidden for a redirect to anybody else.
    """
    url, stamp = capture.url, capture.timestamp
    seen: set[str] = set()
    while len(seen) < _HOPS:
        address = lender.source.address(stamp, url)
        if address in seen:
            raise NotThere("its redirects go in a circle")
        seen.add(address)
        answer = lender.client.ask(address, "playback", _speaks, digest=capture.digest)
        if answer.is_capture:
            body, headers, proven = _payload(answer, capture.digest, lender.source)
            return Memento(
                url,
                address,
                _served(answer),
                answer.status,
                answer.reason,
                headers,
                body,
                proven,
                answer.short,
                src=answer.get("x-archive-src") or "",
                said=answer.get("Memento-Datetime") or "",
            )
        location = answer.get("Location")
        if not (300 <= answer.status < 400 and location):
            raise NotThere(f"it answers {answer.status}")
        target = urljoin(address, location)
        lender.client.check(target)
        found = lender.source.played(target)
        if found is None or urls.key(found[1]) != capture.key:
            raise NotThere(f"it sends us to {target} instead")
        stamp, url = found
        if stamp != capture.timestamp and f"{stamp} {capture.key}" in held:
            return Same(f"{stamp} {capture.key}")
    raise NotThere(f"more than {_HOPS} redirects")


def cut_out(lender: Lender, offer: Offer, scratch: Path) -> Memento:
    """The memento of ``offer`` out of the WARC file that the archive's index names, by one range request.

    ``scratch`` is a file for the record's bytes, overwritten each time. Raises
    NotThere, also where the bytes hold no answer of this URL, and Exhausted.
    """
    place, client = offer.record, lender.records
    if place is None or place.length is None or client is None:
        raise NotThere("its index does not say where")
    address = lender.source.record(place.file)
    # 403 is how Common Crawl's data host says that we were too quick; nothing follows from it.
    # https://github.com/CAIDA/commoncrawl-host-ip-mapper/issues/4
    answer = client.ask(
        address, "playback", lambda a: a.status in (206, 404, 410, 416), span=(place.offset, place.length)
    )
    if answer.status != 206:
        raise NotThere(f"it answers {answer.status}")
    disk.make_folder(scratch.parent)
    scratch.write_bytes(answer.body)
    found = next((thing for thing in walk(scratch) if isinstance(thing, Found)), None)
    if found is None or found.type != "response" or found.when is None or urls.key(found.uri or "") != offer.key:
        raise NotThere("no answer of this URL is where its index says")
    capture = replace(capture_of(found), digest=offer.digest)
    try:
        payload = open_capture(scratch.parent, capture)
    except Unreadable as error:
        raise NotThere(str(error)) from error
    headers = tuple(pair for pair in payload.headers if pair[0].lower() != "transfer-encoding")
    proven = offer.digest in (payload.digest, sha1(payload.raw))
    return Memento(
        url=capture.url,
        address=address,
        served=capture.timestamp,
        status=payload.status or 200,
        reason="",
        headers=headers,
        body=payload.raw,
        proven=proven,
        short=payload.truncated,
        src=place.file.rpartition("/")[2],
        span=f"bytes={place.offset}-{place.offset + place.length - 1}",
        said=f"{capture.when:%Y-%m-%dT%H:%M:%SZ}",
        truncated=found.header("WARC-Truncated") or "",
    )


def sha1(data: bytes) -> str:
    """The base32 SHA-1 that indexes use."""
    return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")


def name_of(capture: Capture) -> str:
    """A capture's name in the journal: its stamp and key."""
    return f"{capture.timestamp} {capture.key}"


def _speaks(answer: Answer) -> bool:
    """Whether an answer means something: a capture, a way to one, or a plain no. An outage page with status 200 does not."""
    if answer.is_capture:
        return True
    if 300 <= answer.status < 400:
        return answer.get("Location") is not None
    return answer.status in (400, 403, 404, 410, 451)


def _served(answer: Answer) -> str | None:
    try:
        when = parsedate_to_datetime(answer.get("Memento-Datetime") or "")
    except (ValueError, TypeError):
        return None
    return f"{(when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC):%Y%m%d%H%M%S}"


def _payload(answer: Answer, digest: str | None, source: cdx.Source) -> tuple[bytes, tuple[tuple[str, str], ...], bool]:
    """The original payload and headers, and whether they have the digest that the index says.

    Archives pack what they send, or unpack what they stored; the digest tells which.
    """
    body = answer.body
    packing = (answer.get("Content-Encoding") or "").strip().lower().removeprefix("x-")
    packed = bool(packing and packing != "identity")
    proven = sha1(body) == digest
    if packed and not proven:
        unpacked, trouble = decode(body, packing)
        if trouble is None and (sha1(unpacked) == digest or answer.get(f"{_ORIG}content-encoding") is None):
            proven = sha1(unpacked) == digest
            if proven or answer.get(f"{_ORIG}content-type") is not None:
                body, packed = unpacked, False
    orig = [(name[len(_ORIG) :], value) for name, value in answer.headers if name.lower().startswith(_ORIG)]
    if orig:
        kept = [
            (name, value) for name, value in orig if name.lower() not in _OURS and name.lower() != "content-encoding"
        ]
        said = {name.lower() for name, _ in kept}
        kept += [
            (name, value)
            for name, value in answer.headers
            if name.lower() in ("content-type", "location") and name.lower() not in said
        ]
    else:
        kept = [
            (name, value)
            for name, value in answer.headers
            if name.lower() not in _OURS and name.lower() != "content-encoding"
        ]
    if packed:
        kept.append(("Content-Encoding", packing))
    kept = [
        (name, _outlets_own(value, answer.url, source) if name.lower() == "location" else value) for name, value in kept
    ]
    # A capture cut short in the archive stays known as one: by the length that the outlet promised.
    promised = answer.get(f"{_ORIG}content-length") or (None if orig else answer.get("Content-Length")) or ""
    whole = promised.isdigit() and int(promised) > len(body) and len(body) == len(answer.body)
    kept.append(("Content-Length", promised if whole else str(len(body))))
    return body, tuple(kept), proven


def _outlets_own(location: str, address: str, source: cdx.Source) -> str:
    """A captured redirect's target as the outlet wrote it: archives put their own address before it."""
    found = source.played(urljoin(address, location))
    return found[1] if found else location
