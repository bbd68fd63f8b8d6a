"""Safe HTML of the site's kind as XHTML of an e-book's kind: well-formed, with no id twice and no link to nowhere.

Takes only what ``render.body`` made, whose elements and quoting are known. What
is not well-formed after all is given as bare paragraphs rather than as a book
that no reader opens.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit
from xml.parsers import expat

__all__ = ["address", "clean", "language", "page", "to_xhtml"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VOID = re.compile(r"<(br|hr|img)((?: [^<>]*)?)>")
_UNUSED = re.compile(r' (?:loading|decoding|tabindex|rel)="[^"]*"')
_ID = re.compile(r' id="([^"]*)"')
_HREF = re.compile(r' href="([^"]*)"')
_SRC = re.compile(r'<img [^<>]*?src="([^"]*)"[^<>]*>')
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")


def clean(text: str) -> str:
    """``text`` escaped for element and attribute, without characters that XML cannot hold."""
    return html.escape(_NOT_XML.sub("", text))


def language(tag: str) -> str:
    """``tag`` if it looks like BCP 47, else ``und``."""
    return tag if _LANGUAGE.match(tag) else "und"


def address(url: str) -> str:
    """``url`` as RFC 3986 wants it, or empty where nothing can make it so."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        if parts.scheme == "mailto":
            return quote(url.strip(), safe="@:?=&%+.-_~")
        if parts.scheme not in ("http", "https") or not host:
            return ""
        place = host if host.isascii() else host.encode("idna").decode()
        if not re.fullmatch(r"[A-Za-z0-9.-]+", place):
            return ""
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    rest = "".join(
        mark + quote(_BROKEN.sub("%25", text), safe="/:@!$&'()*+,;=~-._?%")
        for mark, text in (("", parts.path), ("?", parts.query), ("#", parts.fragment))
        if text
    )
    return f"{parts.scheme}://{place}{port}{rest}"


def to_xhtml(made: str, picture: Callable[[str], str], inward: Callable[[str], str]) -> str:
    """``made`` as XHTML.

    ``picture`` gives the place in the book of a file below ``archive/``, or nothing: then its caption
    stays alone. ``inward`` gives the place in the book of a web address, or nothing.
    """
    ids: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        if match[1] in ids:
            return ""
        ids[match[1]] = f"n{len(ids) + 1}"
        return f' id="{ids[match[1]]}"'

    def lead(match: re.Match[str]) -> str:
        url = html.unescape(match[1])
        if url.startswith("#"):
            return f' href="#{ids[url[1:]]}"' if url[1:] in ids else ""
        to = inward(url) or address(url)
        return f' href="{clean(to)}"' if to else ""

    def show(match: re.Match[str]) -> str:
        place = picture(html.unescape(match[1]))
        return match[0].replace(f'src="{match[1]}"', f'src="{clean(place)}"', 1) if place else ""

    text = _NOT_XML.sub("", made).replace("&nbsp;", "&#160;")
    text = _UNUSED.sub("", text)
    text = _ID.sub(name, text)
    text = _HREF.sub(lead, text)
    text = _SRC.sub(show, text)
    text = _VOID.sub(r"<\1\2/>", text)
    return text if _well_formed(text) else _bare(text)


def page(title: str, speech: str, body: str, *, kind: str = "") -> str:
    """A document of the book; ``title`` is bare words, ``body`` XHTML, ``kind`` an ``epub:type``."""
    meant = f' epub:type="{kind}"' if kind else ""
    said = language(speech)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{said}" xml:lang="{said}">\n'
        f'<head><meta charset="utf-8"/><title>{clean(title) or "—"}</title>'
        '<link rel="stylesheet" type="text/css" href="style.css"/></head>\n'
        f"<body{meant}>\n{body}\n</body>\n</html>\n"
    )


def _well_formed(text: str) -> bool:
    parser = expat.ParserCreate()
    try:
        parser.Parse(f"<x>{text}</x>".encode(), True)  # noqa: FBT003  (expat takes it by place)
    except expat.ExpatError:
        return False
    return True


def _bare(text: str) -> str:
    words = html.unescape(re.sub(r"<[^<>]*>", "\n", text))
    return "\n".join(f"<p>{clean(line.strip())}</p>" for line in words.split("\n") if line.strip())
