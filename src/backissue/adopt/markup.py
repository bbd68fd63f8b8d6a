"""The text of a foreign record made Markdown of ours: addresses, figures, embeds, emphasis, tables.

What a web archive wrote into links is undone; HTML figures and shortcodes
become plain Markdown. Only what can be proven is mended: emphasis whose marks
pair up, table rows whose cells add up. All else stays as it came.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from backissue import urls
from backissue.model import Embed, Image
from backissue.records.figures import split_credit
from backissue.text import markdown

__all__ = ["Text", "blocks_of", "clean", "images", "plain_addresses"]

_STAMP = re.compile(r"(\d{4,14})\*?(?:[a-z]{2}_)?/(?=[A-Za-z]{1,12}(?::|%3[Aa])|#|//|[\w-]+(?:\.[\w-]+)+/)")
_HOST = re.compile(r"[^/\s()<>\"'\[\]]+")
_SCHEMED = re.compile(r"[A-Za-z]{1,12}(?::|%3[Aa])|#")
_ESCAPED_SCHEME = re.compile(r"(?<=[(\"'\s<])(https?)%3[Aa](?:%2[Ff]|/){2}")
_FIGURE = re.compile(r"<figure\b[^>]*>(.*?)</figure>", re.DOTALL)
_LOUD = re.compile(r"</?(?:FIGURE|FIGCAPTION|IMG)\b")
_IMG = re.compile(r"<img\b([^>]*)>")
_CAPTION = re.compile(r"<figcaption\b[^>]*>(.*?)</figcaption>", re.DOTALL)
_ATTR = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_TAG = re.compile(r"<[^>]*>")
_IFRAME = re.compile(r"<(iframe|embed)\b([^>]*)>(?:\s*</\1>)?", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_CARRIED = re.compile(r"[?&]href=([^&]+)")
_SHORTCODE = re.compile(
    r"\{\{[<%]\s*(/?)\s*([\w/-]+)((?:\s+(?:\"[^\"]*\"|`[^`]*`|[^>%}\s]+|[>%](?!\}\}))*)*?)\s*/?\s*[>%]\}\}"
)
_LIQUID = re.compile(
    r"\{%-?\s*(?:include\s+)?(youtube|vimeo|twitter|tweet|instagram|gist|soundcloud|spotify)(?:\.html)?\s+([^%]*?)\s*-?%\}"
)
_PARAMETER = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|`([^`]*)`|(\S+))|\"([^\"]*)\"|`([^`]*)`|(\S+)")
_BLANK = re.compile(r"\n[ \t\xa0\u3000]*(?:\n[ \t\xa0\u3000]*)*\n")
_PICTURE = re.compile(
    r"!\[((?:\\.|[^\]\\])*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*(?: [^()\s\"<>]+)*)>?(?:\s+\"((?:\\.|[^\"\\])*)\")?\s*\)"
)
_HARD = re.compile(r"(?:[ \t\xa0]{2,}|\\)\n[ \t]*")
_STRUCTURAL = re.compile(r"[#>|`~]|[-+*] |\d{1,9}[.)] |    |\t")
_QUOTED_BREAK = re.compile(r"^>[ \t]*\n[ \t]*(?=\S)")
_TEXTS, _BLOCKS, _LONG = 64, 4096, 20_000
"""Texts and blocks remembered, if they are no longer than that: revisions stand beside each other, and footers everywhere.
In a real archive a third of all texts, and more than half of all blocks, have been seen shortly before."""

_PLAYERS: dict[str, tuple[str, str]] = {
    "youtube": ("YouTube", "https://www.youtube.com/watch?v={}"),
    "vimeo": ("Vimeo", "https://vimeo.com/{}"),
    "tweet": ("Twitter", "https://twitter.com/i/status/{}"),
    "twitter": ("Twitter", "https://twitter.com/i/status/{}"),
    "x": ("X", "https://x.com/i/status/{}"),
    "instagram": ("Instagram", "https://www.instagram.com/p/{}/"),
    "gist": ("GitHub", "https://gist.github.com/{}"),
    "soundcloud": ("SoundCloud", "https://api.soundcloud.com/tracks/{}"),
    "spotify": ("Spotify", "https://open.spotify.com/{}"),
}
_PLATFORMS = {
    "youtube.com": "YouTube", "youtube-nocookie.com": "YouTube", "youtu.be": "YouTube", "vimeo.com": "Vimeo",
    "facebook.com": "Facebook", "twitter.com": "Twitter", "x.com": "X", "instagram.com": "Instagram",
    "soundcloud.com": "SoundCloud", "spotify.com": "Spotify", "google.com": "Google", "scribd.com": "Scribd", "issuu.com": "Issuu",
}  # fmt: skip


@dataclass(slots=True)
class Text:
    """The cleaned text as blocks, and what was found in it. ``open_emphasis`` counts blocks whose marks do not pair up."""

    blocks: list[str]
    embeds: list[Embed] = field(default_factory=list)
    open_emphasis: int = 0


def images(blocks: Iterable[str]) -> tuple[Image, ...]:
    """The pictures in a text's blocks, in order."""
    found = (m for block in blocks if "![" in block for m in _PICTURE.finditer(block))
    return tuple(
        Image(m[2], caption=_unescaped(m[1]) or None, credit=_unescaped(m[3]) if m[3] else None) for m in found
    )


def plain_addresses(body: str) -> tuple[str, Counter[str]]:
    """``body`` with every web archive's prefix undone, absolute or relative, nested ones too; and their 14 digits, counted."""
    stamps: Counter[str] = Counter()
    for _ in range(5):
        first, *pieces = body.split("/web/")
        out = [first]
        undone = False
        for piece in pieces:
            found = _STAMP.match(piece)
            if not found:
                out.append(f"/web/{piece}")
                continue
            undone = True
            if len(found[1]) == 14:
                stamps[found[1]] += 1
            before = out[-1]
            at = before.rfind("//", max(len(before) - 80, 0))
            if at >= 0 and _HOST.fullmatch(before, at + 2):
                out[-1] = before[:at].removesuffix("https:").removesuffix("http:")
            rest = piece[found.end() :]
            scheme = "https:" if rest.startswith("//") else "" if _SCHEMED.match(rest) else "http://"
            out.append(f"{scheme}{rest}")
        if not undone:
            break
        body = "".join(out)
    return (_ESCAPED_SCHEME.sub(r"\1://", body) if "%3" in body else body), stamps


def blocks_of(body: str) -> list[str]:
    """The text's blocks: what empty lines part; a fenced block of code is one."""
    parts = [part for part in _BLANK.split(body.strip("\n")) if part.strip()]
    if "```" not in body and "~~~" not in body:
        return parts
    out: list[str] = []
    fence = ""
    for part in parts:
        if fence:
            out[-1] += f"\n\n{part}"
        else:
            out.append(part)
        for mark in re.findall(r"^(?:```+|~~~+)", part, re.MULTILINE):
            fence = "" if fence and mark.startswith(fence) else fence or mark
    return out


def clean(body: str) -> Text:
    """The text as blocks of Markdown of ours; ``body`` has had its addresses made plain."""
    text = _cleaned(body) if len(body) <= _LONG else _cleaned.__wrapped__(body)
    return Text([*text.blocks], [*text.embeds], text.open_emphasis)


@lru_cache(maxsize=_TEXTS)
def _cleaned(body: str) -> Text:
    """The text, to be copied: it may be asked for again."""
    text = Text([])
    if "<" in body:
        body = _without_html(body, text)
    if "{{" in body or "{%" in body:
        body = _SHORTCODE.sub(lambda m: _shortcode(m, text), body)
        body = _LIQUID.sub(lambda m: _liquid(m, text), body)
    for block in blocks_of(body):
        block, open_emphasis = _tidy(block) if len(block) <= _LONG else _tidy.__wrapped__(block)
        text.open_emphasis += open_emphasis
        if block:
            text.blocks.append(block)
    return text


def _without_html(body: str, text: Text) -> str:
    if _LOUD.search(body):
        body = _LOUD.sub(lambda m: m.group().lower(), body)
    body = _FIGURE.sub(lambda m: _figure(m, text), body)
    if "<!--" in body:
        body = _COMMENT.sub("", body)
    if "<img" in body:
        body = _IMG.sub(lambda m: _picture(_attributes(m[1]), "") or m[0], body)
    if "<iframe" in body or "<embed" in body:
        body = _IFRAME.sub(lambda m: _framed(_attributes(m[2]), text) or m[0], body)
    if "<br" in body or "<BR" in body:
        body = _BREAK.sub("  \n", body)
    return body


def _figure(found: re.Match[str], text: Text) -> str:
    inner = found[1]
    caption = m[1] if (m := _CAPTION.search(inner)) else ""
    pictures = _IMG.findall(inner)
    if not pictures:
        frame = _IFRAME.search(inner)
        link = _framed(_attributes(frame[2]), text) if frame else None
        return f"\n\n{link.strip()}\n\n{_words(caption)}\n\n" if link else found[0]
    *before, last = pictures
    lines = [*(_picture(_attributes(one), "") for one in before), _picture(_attributes(last), caption)]
    return "\n\n" + "\n\n".join(line for line in lines if line) + "\n\n"


def _picture(attributes: dict[str, str], caption: str) -> str:
    url = attributes.get("src") or attributes.get("data-src") or ""
    if not url or url.startswith("data:"):
        return ""
    words = _words(caption) or _words(attributes.get("alt", "")) or _words(attributes.get("title", ""))
    words, credit = split_credit(words)
    return markdown.image(words, html.unescape(url), credit or None)


def _words(markup: str) -> str:
    """Plain text of a scrap of HTML, in one line."""
    if "<" in markup:
        markup = _TAG.sub("", _BREAK.sub(" ", markup))
    if "&" in markup:
        markup = html.unescape(markup)
    return " ".join(markup.split(" ")).replace("\n", " ").strip()


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): a or b or c for name, a, b, c in _ATTR.findall(text)}


def _framed(attributes: dict[str, str], text: Text) -> str | None:
    url = html.unescape(attributes.get("src") or attributes.get("data-src") or "")
    return _embedded(urls.original(url), attributes.get("title") or None, text) if url else None


def _embedded(url: str, title: str | None, text: Text) -> str | None:
    if url.startswith("//"):
        url = f"https:{url}"
    if "/plugins/" in url and (inner := _CARRIED.search(url)) and urls.is_web(carried := unquote(inner[1])):
        url = urls.original(carried)  # a player's address that carries the post's own
    if not urls.is_web(url):
        return None
    host = urls.host(url)
    platform = next((name for known, name in _PLATFORMS.items() if host == known or host.endswith(f".{known}")), None)
    text.embeds.append(Embed(url, platform, title))
    label = title or platform or host
    return f"\n\n[{markdown.escape(label, linked=True)}]({markdown.target(url)})\n\n"


def _shortcode(found: re.Match[str], text: Text) -> str:
    closing, name, rest = found[1], found[2].rpartition("/")[2].lower(), found[3]
    named, bare = _parameters(rest)
    if closing:
        return found[0]
    if name == "figure" or (name in ("img", "image") and "src" in named):
        caption = named.get("caption") or named.get("title") or ""
        credit = named.get("attr") or ""
        line = _picture({"src": named.get("src", ""), "alt": named.get("alt", "")}, caption)
        if credit and line and '"' not in line:
            line = f'{line[:-1]} "{credit}")'
        return f"\n\n{line}\n\n" if line else found[0]
    if url := next((v for v in (*named.values(), *bare) if urls.is_web(v)), ""):
        return _embedded(urls.original(url), named.get("title"), text) or found[0]
    return _player(name, named, bare, text) or found[0]


def _liquid(found: re.Match[str], text: Text) -> str:
    named, bare = _parameters(found[2])
    if url := next((v for v in (*named.values(), *bare) if urls.is_web(v)), ""):
        return _embedded(urls.original(url), None, text) or found[0]
    return _player(found[1].lower(), named, bare, text) or found[0]


def _player(name: str, named: dict[str, str], bare: list[str], text: Text) -> str | None:
    player = _PLAYERS.get(name.partition("_")[0])
    key = named.get("id") or named.get("v") or (bare[-1] if bare else "")
    if name == "gist" and len(bare) > 1:
        key = f"{bare[0]}/{bare[1]}"
    return _embedded(player[1].format(key), named.get("title"), text) if player and key else None


def _parameters(text: str) -> tuple[dict[str, str], list[str]]:
    named: dict[str, str] = {}
    bare: list[str] = []
    for m in _PARAMETER.finditer(text):
        if m[1]:
            named[m[1].lower()] = next((v for v in m.groups()[1:4] if v is not None), "")
        else:
            bare.append(next((v for v in m.groups()[4:] if v is not None), ""))
    return named, bare


@lru_cache(maxsize=_BLOCKS)
def _tidy(block: str) -> tuple[str, bool]:
    """A block as ours are, and whether it has marks of emphasis that do not pair up."""
    first = block.lstrip(" \n")
    if first.startswith(("```", "~~~")) or (block.startswith("    ") and len(first) == len(block.rstrip()) - 4):
        return block.rstrip(), False
    block = block.strip(" \t\n\xa0\u200b") if not block.startswith(("    ", "\t")) else block.rstrip()
    if "\n" in block:
        if block[0] == ">":
            block = _QUOTED_BREAK.sub("> ", block)
        elif block[0] == "|":
            block = _rows(block)
        if "  \n" in block or "\xa0\n" in block:
            block = _HARD.sub("\\\n", block) if block[0] not in "|>" else block
    open_emphasis = False
    if "**" in block:
        block, open_emphasis = _emphasis(block)
    if block.startswith("!["):
        block = _retold(block)
    return block, open_emphasis


def _retold(block: str) -> str:
    """A figure written by others, as ours are: credit told from caption."""
    found = _PICTURE.fullmatch(block)
    if not found or found[3]:
        return block
    caption, credit = split_credit(_unescaped(found[1]))
    return markdown.image(caption, found[2], credit or None)


def _unescaped(words: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", words) if "\\" in words else words


def _rows(block: str) -> str:
    """A table whose rows were split by a newline, joined where the cells then add up to the header's."""
    lines = block.split("\n")
    if (
        len(lines) < 2
        or not re.fullmatch(r"\|?[\s:|-]+\|?", lines[1])
        or all(line.startswith("|") and line.rstrip().endswith("|") for line in lines)
    ):
        return block
    width = _cells(lines[0])
    out = lines[:2]
    pending = ""
    for line in lines[2:]:
        joined = f"{pending} {line.strip()}" if pending else line.strip()
        cells = _cells(joined)
        if cells == width and joined.endswith("|"):
            out.append(joined)
            pending = ""
        elif cells < width or (cells == width and not joined.endswith("|")):
            pending = joined
        else:
            return block
    return block if pending else "\n".join(out)


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line.strip())) - 1


def _emphasis(block: str) -> tuple[str, bool]:
    """Emphasis with white space inside its marks, closed up; marks that do not pair up stay as they are, and it says so."""
    pieces = block.split("**")
    if len(pieces) % 2 == 0 or "\\*" in block or "`" in block or "***" in block:
        return block, len(pieces) % 2 == 0
    inside = pieces[1::2]
    broken = [piece for piece in inside if not piece.strip() or piece[0].isspace() or piece[-1].isspace()]
    if not broken:
        return block, False
    out = [pieces[0]]
    for i, piece in enumerate(pieces[1:], 1):
        if i % 2 == 0:
            out.append(piece)
            continue
        bare = piece.strip()
        lead, tail = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :] if bare else ""
        out.append(f"{lead}{markdown.STRONG}{bare}{markdown.STRONG_END}{tail}" if bare else piece)
    whole = "".join(out)
    if _STRUCTURAL.match(whole) or "\n" in whole:
        return whole.replace(markdown.STRONG, "**").replace(markdown.STRONG_END, "**"), False
    return markdown.paragraph(whole), False
