"""A letter as mail: one message for one person, made from words that are the same for all.

``prepare`` takes the letter once; ``Prepared.to`` gives each person theirs, with the
headers that let them leave by one click (RFC 2369, RFC 8058) and a mailbox sort it
(RFC 2919). Whatever could break a header is cleaned out of words and refused in
addresses. It sends nothing, and no exception of its holds an address.
"""

from __future__ import annotations

import html as markup
import re
import unicodedata
from base64 import b64encode, encodebytes
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from email.utils import format_datetime, parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from backissue.model import BadInstruction
from backissue.subscribers.addresses import BadAddress, checked

__all__ = ["UNSUBSCRIBE", "Enclosed", "Letter", "Prepared", "clean", "prepare", "read"]

UNSUBSCRIBE = "{{unsubscribe}}"
"""Stands in a letter's HTML and text, as a whole address, where each person's own goes."""

_NOBODY = "reader@example.invalid"
_NOWHERE = "https://unsubscribe.invalid/"
_SUBJECT = 200
"""Characters of a subject; mailboxes show 50 to 90, and a header of 10 KB is refused by some relays."""
_NAME = 100
_HTTP = re.compile(r"https?://[!-;=?-~]{3,1900}")
_ID = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,200}@[A-Za-z0-9.-]{1,200}")
_LIST_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+")
_ENVELOPED = re.compile(r"(.*)<([^<>]*)>\s*", re.DOTALL)
_VERBATIM = frozenset({"list-id", "list-unsubscribe", "list-unsubscribe-post", "message-id", "date", "to", "from", "reply-to"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A picture that travels in the message: the HTML shows it as ``cid:`` and this ``cid`` (RFC 2392).

    ``kind`` is its media type, ``image/png`` or the like.
    """

    cid: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """What is the same for all: taken from a ``letter.eml``, or given to ``prepare``.

    ``id`` tells one letter from another and survives its being composed again
    (the draft's Message-ID); ``html`` and ``text`` hold ``UNSUBSCRIBE``.
    """

    id: str
    subject: str
    html: str
    text: str
    date: datetime
    pictures: tuple[Enclosed, ...] = ()


@dataclass(frozen=True)
class Prepared:
    """A letter that is ready for anybody; ``to`` makes it somebody's."""

    subject: str
    html: str
    text: str
    sender: Address
    list_id: str
    reply_to: Address | None = None
    mailto: str | None = None
    pictures: tuple[Enclosed, ...] = ()

    def to(self, address: str, *, unsubscribe: str, message_id: str, date: datetime) -> EmailMessage:
        """The message for ``address``, multipart/alternative.

        ``unsubscribe`` is this person's own http(s) address to leave by (or ``UNSUBSCRIBE``,
        for a draft that is nobody's); ``message_id`` is without angle brackets, and the same
        whenever this letter is made for this person; ``date`` has a zone and is written in UTC.
        Raises BadAddress for an address, BadInstruction for anything else that cannot be.
        """
        if date.tzinfo is None:
            raise BadInstruction("a letter's date has no time zone")
        if not _ID.fullmatch(message_id):
            raise BadInstruction("this is no Message-ID", "It is something@domain, in ASCII.")
        url = _NOWHERE if unsubscribe == UNSUBSCRIBE else unsubscribe
        if not _HTTP.fullmatch(url):
            raise BadInstruction("the address to unsubscribe at is no web address", "Look at url in letters.toml.")
        leave = f"<{url}>"
        if self.mailto:
            leave += f",\r\n <mailto:{self.mailto}?subject={url.rstrip('/').rpartition('/')[2]}>"
        message = EmailMessage(policy=_POLICY)
        message["From"] = _written(self.sender)
        message["To"] = checked(address)
        message["Subject"] = self.subject
        message["Date"] = format_datetime(date.astimezone(UTC))
        message["Message-ID"] = f"<{message_id}>"
        if self.reply_to:
            message["Reply-To"] = _written(self.reply_to)
        message["List-Id"] = self.list_id
        message["List-Unsubscribe"] = leave
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message["MIME-Version"] = "1.0"
        message["Content-Type"] = f'multipart/alternative; boundary="{self._boundary}"'
        plain, html = [_part(make(unsubscribe), kind) for make, kind in self._parts]
        message.set_payload([plain, self._with_pictures(html)])
        return message

    def _with_pictures(self, html: EmailMessage) -> EmailMessage:
        """The HTML and its pictures as one alternative (RFC 2387); the HTML alone where there are none."""
        if not self.pictures:
            return html
        both = EmailMessage(policy=_POLICY)
        both["Content-Type"] = f'multipart/related; type="text/html"; boundary="{self._boundary[:-1]}pictures_="'
        both.set_payload([html, *self._enclosures])
        return both

    @cached_property
    def _enclosures(self) -> tuple[EmailMessage, ...]:
        made = []
        for one in self.pictures:
            part = EmailMessage(policy=_POLICY)
            part["Content-Type"] = one.kind
            part["Content-Transfer-Encoding"] = "base64"
            part["Content-ID"] = f"<{one.cid}>"
            part["Content-Disposition"] = "inline"
            part.set_payload(encodebytes(one.data).decode("ascii"))
            made.append(part)
        return tuple(made)

    def draft(self, *, message_id: str, date: datetime) -> EmailMessage:
        """The message as a file: to nobody, with ``UNSUBSCRIBE`` still in its text. ``read`` reads it."""
        return self.to(_NOBODY, unsubscribe=UNSUBSCRIBE, message_id=message_id, date=date)

    @cached_property
    def _parts(self) -> tuple[tuple[Callable[[str], str], str], ...]:
        """Plain text first: the last alternative is the one preferred (RFC 2046, 5.1.4)."""
        return (
            (lambda url: self.text.replace(UNSUBSCRIBE, url), "plain"),
            (lambda url: self.html.replace(UNSUBSCRIBE, url if url == UNSUBSCRIBE else markup.escape(url)), "html"),
        )

    @cached_property
    def _boundary(self) -> str:
        """Base64 and 7-bit text hold no ``=_``, so no line of a part can be taken for it."""
        return (
            "=_backissue_letter_=" if "=_backissue_letter_=" not in self.html + self.text else "=_backissue_letter_2_="
        )


def prepare(  # noqa: PLR0917  (the order of a letter's parts, agreed with who composes it)
    subject: str,
    html: str,
    text: str,
    sender: str,
    list_id: str,
    reply_to: str | None = None,
    mailto: str | None = None,
    pictures: tuple[Enclosed, ...] = (),
) -> Prepared:
    """The letter, ready to be made out to people.

    ``sender`` and ``reply_to`` are ``Name <address>`` or an address; ``list_id`` is
    ``Name <letter.example.org>`` or the bare id (RFC 2919); ``mailto`` is an address
    whose mail unsubscribes, if there is one; ``pictures`` are those that ``html`` shows. Words are cleaned and shortened; what is
    no address raises BadAddress, what is no list id BadInstruction.
    """
    return Prepared(
        subject=clean(subject, _SUBJECT) or "—",
        html=_body(html),
        text=_body(text),
        sender=_mailbox(sender),
        list_id=_list_id(list_id),
        reply_to=_mailbox(reply_to) if reply_to else None,
        mailto=checked(mailto) if mailto else None,
        pictures=pictures,
    )


def read(path: Path) -> Letter:
    """The letter in a ``letter.eml``, or in the folder that holds one, as ``Prepared.draft`` made it.

    Raises BadInstruction where there is none, or where it has no place for a person's own
    address to unsubscribe at.
    """
    file = path / "letter.eml" if path.is_dir() else path
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise BadInstruction(f"there is no {file.name} in {file.parent}", "Make one with: backissue letter") from None
    message = message_from_bytes(data, policy=_POLICY)
    parts = {
        p.get_content_subtype(): p
        for p in message.walk()
        if isinstance(p, EmailMessage) and p.get_content_maintype() == "text"
    }
    if {"plain", "html"} - set(parts):
        raise BadInstruction(f"{file} has no plain text or no HTML in it", "Make it again with: backissue letter")
    found = {kind: _body(parts[kind].get_content()) for kind in ("plain", "html")}
    if any(UNSUBSCRIBE not in body for body in found.values()):
        raise BadInstruction(f"{file} has no {UNSUBSCRIBE} where a reader's own address goes", "Both its HTML and its text need one.")  # fmt: skip
    said = str(message.get("Message-ID", "")).strip().strip("<>")
    try:
        date = parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError):
        date = datetime(1970, 1, 1, tzinfo=UTC)
    if not _ID.fullmatch(said):
        raise BadInstruction(f"{file} has no Message-ID", "Make it again with: backissue letter")
    subject = clean(str(message.get("Subject", "")), _SUBJECT)
    return Letter(said, subject, found["html"], found["plain"], date, _pictures(message))


def _pictures(message: Message) -> tuple[Enclosed, ...]:
    """The pictures in a draft that have a name to be shown by."""
    found = []
    for part in message.walk():
        cid = str(part.get("Content-ID", "")).strip().strip("<>")
        data = part.get_payload(decode=True)
        if part.get_content_maintype() == "image" and isinstance(data, bytes) and _ID.fullmatch(cid):
            found.append(Enclosed(cid, part.get_content_type(), data))
    return tuple(found)


def clean(words: str, most: int = _NAME) -> str:
    """``words`` on one line, of at most ``most`` characters, safe in any header.

    Line breaks of every kind (CR, LF, VT, FF, U+001C to U+001F, U+0085, U+2028, U+2029), NUL,
    other controls, lone surrogates and marks that turn the direction of writing become a space.
    """
    kept = "".join(
        c if unicodedata.category(c) not in _UNSEEN and c not in _TURNING else " " for c in words[: most * 20]
    )
    line = " ".join(kept.split()).replace("=?", "= ?")  # else a reader may undo what looks like an encoded word
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


_UNSEEN = frozenset({"Cc", "Zl", "Zp", "Cs"})
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def _body(text: str) -> str:
    """Text without what no mail may hold (RFC 5322, 2.3): NUL and lone surrogates; line ends are LF."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-8", "replace").decode("utf-8")


def _part(text: str, kind: str) -> EmailMessage:
    """One alternative. Lines of ASCII that are short go as they are; all else as base64, which no relay touches."""
    part = EmailMessage(policy=_POLICY)
    bare = text.isascii() and all(len(line) <= 900 for line in text.split("\n"))
    part.set_content(text, subtype=kind, charset="us-ascii" if bare else "utf-8", cte="7bit" if bare else "base64")
    del part["MIME-Version"]
    return part


def _mailbox(written: str) -> Address:
    """A sender, from ``Name <address>`` or an address; the name is cleaned, the address must be one."""
    found = _ENVELOPED.fullmatch(written)
    name, spec = (found[1], found[2]) if found else ("", written)
    try:
        local, _, domain = checked(spec).rpartition("@")
    except BadAddress as error:
        raise BadAddress(f"the letter's sender: {error}", "Write it as: Name <letter@example.org>") from None
    return Address(clean(name).strip(' "'), local, domain)


def _written(address: Address) -> str:
    """``Name <address>`` for a header, the name as encoded words where it must be."""
    return f"{_phrase(address.display_name)} <{address.addr_spec}>" if address.display_name else address.addr_spec


def _list_id(written: str) -> str:
    found = _ENVELOPED.fullmatch(written)
    name, bare = (found[1], found[2]) if found else ("", written)
    bare = bare.strip()
    if not _LIST_ID.fullmatch(bare) or len(bare) > 255:
        raise BadInstruction("list_id is none", "Write it as: Name <letter.example.org>")
    name = clean(name).strip(' "')
    return f"{_phrase(name)} <{bare}>" if name else f"<{bare}>"


def _phrase(name: str) -> str:
    """A display name as a header may hold it: quoted where ASCII, else in encoded words of at most 75 characters (RFC 2047)."""
    if name.isascii():
        return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    words, piece = [], ""
    for character in name:
        if len((piece + character).encode()) > 45:
            words.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join(f"=?utf-8?b?{b64encode(w.encode()).decode()}?=" for w in [*words, piece])


class _Policy(EmailPolicy):
    """SMTP's line ends, and headers of ours left as they were written.

    The standard library wraps a long List-Unsubscribe in encoded words, which no mailbox reads.
    """

    # the standard library's own names for what a policy decides
    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        if name.lower() in _VERBATIM:
            return name, _Header(value)
        return super().header_store_parse(name, value)

    def fold(self, name: str, value: Any) -> str:
        return f"{name}: {value}\r\n" if isinstance(value, _Header) else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return self.fold(name, value).encode("ascii", "replace")


class _Header(str):
    """A header written whole, folded where it should be."""

    __slots__ = ()


_POLICY = _Policy(linesep="\r\n", cte_type="7bit")
