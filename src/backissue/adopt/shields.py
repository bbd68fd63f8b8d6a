"""Addresses of e-mail that a shield hid, made plain where the text still holds its data.

A shield writes each address as a key and letters combined with it, in a link's
fragment or in an attribute; whoever saved the page without its script saved
``[email protected]``. Refuses to guess: without the data nothing is changed.
"""

from __future__ import annotations

import re

from backissue.records.characters import address_in

__all__ = ["plain_mail"]

_PLACEHOLDER = re.compile(r"\[?email[\s\xa0]+protected\]?|", re.IGNORECASE)
_LINK = re.compile(
    r"\[((?:\[[^\[\]\n]*\]|[^\[\]\n])*)\]\(<?[^()\s]*/cdn-cgi/l/email-protection#([0-9a-f]{6,})[^()\s]*\)",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"<a\b[^>]*/cdn-cgi/l/email-protection#([0-9a-f]{6,})[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_MARKED = re.compile(
    r"<(a|span)\b[^>]*\bdata-cfemail=[\"']?([0-9a-f]{6,})[\"']?[^>]*>.*?</\1>", re.IGNORECASE | re.DOTALL
)


def plain_mail(body: str) -> str:
    """``body`` with every address that can be told made plain; links that have words of their own keep them."""
    if "cfemail" in body:
        body = _MARKED.sub(lambda m: address_in(m[2]) or m[0], body)
    if "/email-protection#" in body:
        body = _LINK.sub(lambda m: _written(m[1], m[2]) or m[0], body)
        body = _ANCHOR.sub(lambda m: _written(m[2], m[1]) or m[0], body)
    return body


def _written(words: str, data: str) -> str | None:
    address = address_in(data)
    if address is None or _PLACEHOLDER.fullmatch(words.strip()) or words.strip() == address:
        return address
    return f"[{words}](mailto:{address})"
