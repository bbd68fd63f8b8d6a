"""What a built page may hold: a walk over its DOM with a list of what is allowed, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import lxml.html

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "abbr",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "caption",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "img",
        "input",
        "ins",
        "label",
        "li",
        "line",
        "main",
        "mark",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "q",
        "rect",
        "section",
        "select",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
    ]
)
ATTRIBUTES = frozenset(
    [
        "action",
        "alt",
        "aria-current",
        "aria-label",
        "aria-live",
        "aria-hidden",
        "autocomplete",
        "charset",
        "class",
        "content",
        "datetime",
        "decoding",
        "defer",
        "enterkeyhint",
        "for",
        "height",
        "hidden",
        "href",
        "http-equiv",
        "id",
        "inputmode",
        "lang",
        "loading",
        "method",
        "name",
        "open",
        "placeholder",
        "preserveaspectratio",
        "property",
        "rel",
        "role",
        "scope",
        "spellcheck",
        "src",
        "start",
        "tabindex",
        "title",
        "type",
        "value",
        "viewbox",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    ]
)
_SCRIPTS = re.compile(r"(?:\.\./)*(?:assets/[a-z]+\.js|search/client\.js)\Z")
_DATA = "application/ld+json"
CAPTURE = "https://web.archive.org/web/"


def troubles(html: str, page: str) -> Iterator[str]:
    """What is on the page ``html`` (at ``page`` below the site) and should not be; nothing if all is well."""
    tree = lxml.html.document_fromstring(html)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"{page}: a comment or instruction"
            continue
        if element.tag not in ELEMENTS:
            yield f"{page}: element {element.tag}"
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES and not name.startswith("data-"):
                yield f"{page}: attribute {element.tag}[{name}]"
            if name in ("href", "src", "action"):
                yield from _address(element, name, value, page)
            if name == "http-equiv" and value != "Content-Security-Policy":
                yield f"{page}: meta {value}"
        if element.tag == "script":
            if element.get("type") == _DATA:
                if element.get("src"):
                    yield f"{page}: data with a source"
            elif not _SCRIPTS.match(element.get("src") or "") or (element.text or "").strip():
                yield f"{page}: script {element.get('src')} {element.text!r}"
        if element.tag == "form" and urlsplit(element.get("action", "")).scheme:
            yield f"{page}: a form that leaves"


def _address(element: lxml.html.HtmlElement, name: str, value: str, page: str) -> Iterator[str]:
    scheme = urlsplit(value.strip()).scheme.lower()
    if element.tag in ("img", "script") or (element.tag == "link" and element.get("rel") in ("stylesheet", "icon")):
        if scheme or value.startswith("//") or not re.match(r"(?:\.\./)*(?:assets|media|search)/[\w./-]+\Z", value):
            yield f"{page}: {element.tag} loads {value!r}"
    elif (scheme and scheme not in ("http", "https", "mailto", "tag")) or value.startswith("//"):
        yield f"{page}: {element.tag} leads to {value!r}"
    elif scheme in ("http", "https") and element.tag == "a" and "noreferrer" not in element.get("rel", ""):
        yield f"{page}: a link that tells where the reader came from: {value!r}"


def local_links(html: str, page: str) -> Iterator[str]:
    """Every file below the site that the page leads to or loads."""
    tree = lxml.html.document_fromstring(html)
    here = PurePosixPath(page).parent
    for element in tree.iter("a", "link", "img", "script", "form"):
        value = element.get("href") or element.get("src") or element.get("action")
        if not value or urlsplit(value).scheme or value.startswith("#"):
            continue
        if element.get("rel") in ("prev", "next") and element.tag == "link" and not value.endswith(".html"):
            yield value
        parts: list[str] = []
        for part in (here / unquote(urlsplit(value).path)).parts:
            if part == "..":
                if not parts:
                    yield f"OUTSIDE {value}"
                    break
                parts.pop()
            else:
                parts.append(part)
        yield "/".join(parts)
