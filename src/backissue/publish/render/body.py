"""An article's Markdown as HTML that is safe to publish.

Archived text is hostile until proven otherwise: raw HTML in the Markdown is
shown as the characters it is, what Markdown makes passes nh3 with a short list
of elements, links lead to the web and nowhere else, and a picture is shown only
from the archive's own media. It refuses to load anything from another host.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import nh3
import pyromark

__all__ = ["MEDIA", "plain", "to_html"]

MEDIA = re.compile(r"(?:\.\./)*(media/[0-9a-f]{2}/[0-9a-f]{8,64}\.(?:jpe?g|png|gif|webp|avif|bmp))\Z")
"""What a picture's address must be: a raster file below ``archive/media``. SVG can carry script, so it is not here."""

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "em"),
    *("strong", "del", "sup", "sub", "a", "img", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_HOSTILE = {"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "textarea", "title", "xmp"}


def _relative(url: str) -> str | None:
    """Of addresses that name no host, only the archive's own pictures are kept."""
    found = MEDIA.match(url)
    return found[1] if found else None


def _relative_or_note(url: str) -> str | None:
    return f"#fn-{url[1:]}" if url.startswith("#") else _relative(url)


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_HOSTILE,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    url_relative=_relative,
    link_rel="noopener noreferrer",
)
_NOTES_CLEANER = nh3.Cleaner(
    tags=_TAGS | {"div"},
    clean_content_tags=_HOSTILE,
    attributes={**_ATTRIBUTES, "div": {"id"}},
    allowed_classes={"div": {"footnote-definition"}, "sup": {"footnote-reference", "footnote-definition-label"}},
    url_schemes=_SCHEMES,
    url_relative=_relative_or_note,
    link_rel="noopener noreferrer",
    id_prefix="fn-",
)

_MARKS_OF_ANY_KIND = re.compile(r"[&<>\[\]\\`*_|~^\t\r\v\f\0\x7f\xa0]")
_OPENERS = " #=+:-"
_ORDINAL = re.compile(r"[0-9]{1,9}[.)]").match
_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!?]")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMG = r'<img((?: [a-z]+="[^"]*")*)>'
_FIGURES = re.compile(rf"<p>((?:{_IMG}(?:\s|<br>)*)+)</p>".replace("((?: [a-z]", "(?:(?: [a-z]"))
_ONE_IMG = re.compile(_IMG)
_ATTR = re.compile(r' ([a-z]+)="([^"]*)"')
_DEEP = re.compile(r"^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){12,}", re.MULTILINE)
_MARKER = re.compile(r"[-+*>.)]")


def to_html(markdown: str, root: str, held: Callable[[str], bool], missing: str, picture: str) -> str:
    """The body as safe HTML.

    ``root`` is the way from the page up to the site's folder; ``held`` tells of
    a path below the archive (``media/ab/….jpg``) whether it is there. ``missing``
    and ``picture`` are what a lost picture, and one without a caption, is called
    (safe HTML and bare words). Headings start at ``h2``: the page has its own ``h1``.
    A text that has no character that could mean anything, in Markdown or HTML, goes
    past both, ten times as fast: what is left is its paragraphs.
    """
    if not _MARKS_OF_ANY_KIND.search(markdown):
        blocks = markdown.split("\n\n")
        if all(_is_plain(block) for block in blocks):
            return "".join([f"<p>{block}</p>\n" for block in blocks])
    if _DEEP.search(markdown):  # 20,000 nested quotes are no text, and cost every tool on the way its stack
        markdown = _DEEP.sub(lambda m: _MARKER.sub(r"\\\g<0>", m[0]), markdown)
    if _LOOKS_LIKE_HTML.search(markdown):
        markdown = _show_raw_html(markdown)
    made = pyromark.html(markdown, options=_OPTIONS)
    clean = (_NOTES_CLEANER if "[^" in markdown else _CLEANER).clean(made)
    if "<h" in clean:
        clean = _settle_headings(clean)
    if "<table" in clean:
        clean = clean.replace("<table>", '<div class="scroll" tabindex="0"><table>').replace(
            "</table>", "</table></div>"
        )
    if "<img" in clean:
        figures = _Figures(root, held, missing, picture)
        clean = _FIGURES.sub(figures.block, clean)
        clean = _ONE_IMG.sub(figures.inline, clean)
    return clean


def _is_plain(block: str) -> bool:
    """Whether a block without any of the marks is a paragraph of one line: no heading, rule or item of a list."""
    return bool(block) and not (
        block[0] in _OPENERS or block[-1] == " " or "\n" in block or ("0" <= block[0] <= "9" and _ORDINAL(block))
    )


_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`#>|\\~]+|<[^>]{0,200}>|^\s*[-+]\s+|\[\^[^\]]*\]", re.MULTILINE)
_PLAIN_MARKED = re.compile(r"[\[\]*_`#>|\\~<!+-]")
_SPACE = re.compile(r"\s+")


def plain(markdown: str, limit: int) -> str:
    """The first ``limit`` characters of the text without its marks, cut at a sentence where one ends near by.

    For summaries only; pictures and their captions are left out.
    """
    taken = markdown[: limit * 2]
    if not _PLAIN_MARKED.search(taken) and (len(taken) > limit or len(taken) == len(markdown)):
        text = _SPACE.sub(" ", taken).strip()
        if len(text) > limit or len(taken) == len(markdown):
            return _cut(text, limit)
    taken = markdown[: limit * 6]
    lines = [line for line in taken.split("\n") if not line.lstrip().startswith(("![", "|", "#", "[^"))]
    text = _MARKS.sub(lambda m: m[1] or "", "\n".join(lines))
    return _cut(_SPACE.sub(" ", text).strip(), limit)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    text = text[:limit]
    for stop in ("。", "！", "？", ". "):
        at = text.rfind(stop)
        if at > limit * 0.55:
            return text[: at + 1]
    return text.rstrip(" ，、；：,;") + "…"


def _show_raw_html(markdown: str) -> str:
    """Raw HTML escaped where Markdown would have taken it for HTML; code and ``<https://…>`` stay as they are."""
    for _ in range(4):
        spans = [
            (at["start"], at["end"])
            for event, at in pyromark.events_with_range(markdown, options=_OPTIONS)
            if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event)
        ]
        if not spans:
            return markdown
        raw = markdown.encode()
        pieces, last = [], 0
        for start, end in spans:
            pieces += [raw[last:start], raw[start:end].replace(b"<", b"&lt;")]
            last = end
        markdown = b"".join([*pieces, raw[last:]]).decode()
    return markdown.replace("<", "&lt;")


def _settle_headings(clean: str) -> str:
    levels = [int(level) for _, level in _HEADING.findall(clean)]
    if not levels:
        return clean
    shift = 2 - min(levels)
    return _HEADING.sub(lambda m: f"<{m[1]}h{min(6, int(m[2]) + shift)}>", clean) if shift else clean


class _Figures:
    """Pictures: shown when held, told of when not."""

    def __init__(self, root: str, held: Callable[[str], bool], missing: str, picture: str) -> None:
        self.root, self.held, self.missing, self.picture = root, held, missing, html.escape(picture)

    def block(self, match: re.Match[str]) -> str:
        return "".join(self._figure(one[1]) for one in _ONE_IMG.finditer(match[1]))

    def inline(self, match: re.Match[str]) -> str:
        if match[1].endswith(' decoding="async"'):
            return match[0]  # one of ours
        said = dict(_ATTR.findall(match[1]))
        alt = html.unescape(said.get("alt", ""))
        file = self._file(said)
        if file:
            return f'<img src="{self.root}{file}" alt="{html.escape(alt) or self.picture}" loading="lazy">'
        return f'<span class="gone">{self.missing}{": " if alt else ""}{html.escape(alt)}</span>'

    def _file(self, said: dict[str, str]) -> str | None:
        found = MEDIA.match(html.unescape(said.get("src", "")))
        return found[1] if found and self.held(found[1]) else None

    def _figure(self, attributes: str) -> str:
        said = dict(_ATTR.findall(attributes))
        caption = html.escape(html.unescape(said.get("alt", "")))
        credit = html.escape(html.unescape(said.get("title", "")))
        under = caption + (f' <span class="credit">{credit}</span>' if credit else "")
        file = self._file(said)
        if file:
            alt = "" if caption else self.picture
            shown = f'<img src="{self.root}{file}" alt="{alt}" loading="lazy" decoding="async">'
        else:
            shown = f'<div class="gone">{self.missing}</div>'
        return f"<figure>{shown}{f'<figcaption>{under}</figcaption>' if under else ''}</figure>"
