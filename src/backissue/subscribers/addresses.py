"""E-mail addresses: taken or refused, and never said aloud.

``checked`` gives the form that is kept and written on an envelope, ``same`` what two
spellings of one mailbox have in common. Refuses (RFC 5321, section 4.1.2) whatever a
relay may take for more than one address, or for a header. No exception from here holds
any part of an address.
"""

from __future__ import annotations

import re
import unicodedata

from backissue.model import BadInstruction

__all__ = ["BadAddress", "checked", "same"]

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_LONGEST = 254


class BadAddress(BadInstruction):
    """No address a letter can be sent to; says why, never which."""


def checked(text: str) -> str:
    """The address as it is kept: white space around it gone, its domain in lower case and in ASCII.

    Raises BadAddress; the message says what is wrong and holds nothing of ``text``.
    """
    text = text.strip(" \t\r\n\ufeff")
    if not text:
        raise BadAddress("an address is empty")
    if any(unicodedata.category(c)[0] in "CZ" for c in text):
        raise BadAddress("an address has a space, a line break or a control character in it")
    local, at, domain = text.rpartition("@")
    if not at or not local or not domain:
        raise BadAddress("an address has no @, or nothing on one side of it")
    if not local.isascii():
        raise BadAddress("an address has letters before its @ that few relays can carry", "Ask for another address.")
    if not _LOCAL.fullmatch(local) or len(local) > 64:
        raise BadAddress("an address is malformed before its @")
    domain = _domain(domain)
    if len(local) + 1 + len(domain) > _LONGEST:
        raise BadAddress("an address is too long")
    return f"{local}@{domain}"


def same(address: str) -> str:
    """What all spellings of one mailbox share: capitals before the @ are taken to mean nothing, as all large providers do."""
    return checked(address).lower()


def _domain(domain: str) -> str:
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            raise BadAddress("an address has a domain that is none") from None
    labels = domain.lower().split(".")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise BadAddress("an address has a domain that is none")
    return ".".join(labels)
