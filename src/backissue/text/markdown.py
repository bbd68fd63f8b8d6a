r"""Writing Markdown that says what was printed and nothing else, and reading it back as plain text.

Text is escaped only where CommonMark (with pipe tables, footnotes and
``~~``) would take it for syntax, so that Chinese stays as printed. Emphasis is
placed where it renders: CommonMark refuses ``**「重點」**後``, so the marks move
inside the brackets. Refuses raw HTML, always.

While a line of text is being put together, control characters stand for marks
whose right form depends on their neighbours; ``paragraph`` resolves them.

What writes a sign and what reads it back must change together, which is why
this is longer than 450 lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

import pyromark

__all__ = [
    "BREAK",
    "EM",
    "EM_END",
    "FUSSY",
    "LINK",
    "OPTIONS",
    "STRONG",
    "STRONG_END",
    "bare",
    "code",
    "escape",
    "fence",
    "heading",
    "image",
    "indent",
    "link",
    "other_markers",
    "paragraph",
    "paragraphs",
    "plain",
    "quote",
    "retarget",
    "rough",
    "squeeze",
    "table",
    "target",
]

STRONG, STRONG_END, EM, EM_END, LINK, BREAK = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
"""Stand for ``**``, ``*``, the ``[`` of a link of ours and a line break until ``paragraph`` resolves them."""

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
"""What a reader of these files must understand beyond CommonMark."""

_WIDE = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")
_WRAPPED = re.compile(r"[\n\r][ \t\r\n\f]*")

FUSSY = ("\n", "\\", "`", "*", "_", "~", "<", "&", "[", "]", "\r", "\t", "\f", "\xa0", "  ")
"""What in a text calls for ``squeeze`` or ``escape``; most texts have none of it."""

_TRICKY = re.compile(r"[\\`*_~<&\[\]]")
_ESCAPED = re.compile(
    r"(?P<star>\*+)|(?P<low>_+|~+)|"
    r"\\(?=[!-/:-@\[-`{-~]|$)|`|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\[(?=\^)|\](?=[(\[:])"
)
_ESCAPED_LINKED = re.compile(rf"{_ESCAPED.pattern}|[\[\]]")
_START = re.compile(
    r"^(?:(\d{1,9})([.)])(?=\s|$)|(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|~~~|```|=+\s*$|[|:\- ]*-[|:\- ]*$))", re.MULTILINE
)
_STARTS = frozenset("0123456789#-+*>~`=|: ")
_MARKS = re.compile("[\x01-\x05]")
_EMPHASIS = re.compile("[\x01-\x04]")
_AROUND_BREAK = re.compile("[ \u3000]*\x06[ ]*")
_PARTED = re.compile("\x06(?:[ \u3000]*\x06)+|\x06(?= *[\u3000]{2})")
_EDGE = " \t\n\r\x06\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ENTITY = re.compile(r"&(?=#?\w+;)")
_PLAIN_TARGET = re.compile(r"[^\x00-\x20\x7f<>\\\x85\xa0\u2028\u2029()&]+")
_UNSAFE_IN_TARGET = re.compile(r"[\x00-\x20\x7f<>\\\x85\xa0\u2028\u2029]")


def squeeze(text: str) -> str:
    """``text`` with white space as HTML shows it: runs as one space; none where only a wrapped line of CJK broke."""
    if text.isascii():
        words = " ".join(text.split())
        if not words:
            return " " if text else ""
        return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
    if "\n" in text or "\r" in text:
        text = _WRAPPED.sub(_unwrapped, text)
    for odd in "\t\xa0\f":
        if odd in text:
            text = text.replace(odd, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _unwrapped(found: re.Match[str]) -> str:
    """A line's end within a text: nothing between two characters of full width, else a space."""
    start, end = found.span()
    text = found.string
    return "" if start and end < len(text) and _WIDE.match(text[start - 1]) and _WIDE.match(text[end]) else " "


def escape(text: str, *, linked: bool = False) -> str:
    """``text`` as inline Markdown, marked up no more than needed; ``linked`` is inside a link's or figure's brackets."""
    if not _TRICKY.search(text):
        return text
    return (_ESCAPED_LINKED if linked else _ESCAPED).sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """One tricky spot: stars and underscores stay bare where they cannot open or close anything."""
    run = found.group()
    text, start, end = found.string, found.start(), found.end()
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if found.group("star") and before.isspace() and after.isspace():
        return run
    if found.group("low") and run != "~~" and before.isalnum() and after.isalnum():
        return run
    return "".join("\\" + c for c in run)


def paragraph(text: str) -> str:
    """Inline Markdown as a paragraph: marks resolved, hard breaks made, line starts escaped; may come back empty.

    ``text`` holds escaped text and the marks of this module.
    """
    text = text.strip(_EDGE)
    broken = "\x06" in text
    if broken:
        text = _AROUND_BREAK.sub("\x06", text)
        text = re.sub("\x06{2,}", "\x06", text)
    if STRONG in text or EM in text or LINK in text or STRONG_END in text or EM_END in text:
        text = _simply(text) or _resolved(text)
    if broken:
        text = text.replace("\x06", "\\\n").strip(_EDGE)
    return _START.sub(_started, text) if broken or text[:1] in _STARTS else text


def bare(text: str) -> str:
    """A text without any of the ``FUSSY`` signs, marks or breaks as a paragraph: only its start may need an escape."""
    text = text.strip(_EDGE)
    return _START.sub(_started, text) if text[:1] in _STARTS else text


def paragraphs(text: str) -> list[str]:
    """Inline Markdown with breaks as paragraphs: two breaks, or a break before an indent of full width, part them."""
    return [words for part in _PARTED.split(text) if (words := paragraph(part))]


def other_markers(text: str) -> str:
    """A list with its outer markers changed (``-`` to ``*``, ``1.`` to ``1)``), to stand after another list."""
    return re.sub(r"(?m)^(?:-|(\d+)\.)(?= )", lambda m: f"{m[1]})" if m[1] else "*", text)


def _started(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else "\\"


def heading(text: str, level: int) -> str:
    """A heading in one line, without emphasis (a heading is emphasis already); empty where it says nothing."""
    line = _EMPHASIS.sub("", text.replace("\x06", " "))
    line = paragraph(line).replace("\\\n", " ")
    if line.endswith("#"):
        line = re.sub(r"(#+)$", r"\\\1", line)
    return f"{'#' * level} {line}" if line else ""


def link(text: str, url: str, opening: str = LINK) -> str:
    """A link; ``text`` is inline Markdown whose brackets are escaped (``escape(…, linked=True)``).

    ``opening`` may be ``[`` where what stands before it does not end in ``!`` and no emphasis is around it.
    """
    return f"{opening}{text}]({target(url)})"


def image(caption: str, url: str, credit: str | None = None) -> str:
    """A figure, to stand alone in a paragraph; ``caption`` and ``credit`` are plain text."""
    words = escape(caption, linked=True).replace("\x06", " ")
    title = f' "{_ENTITY.sub("&amp;", credit).translate(_QUOTED)}"' if credit else ""
    return f"![{words}]({target(url)}{title})"


_QUOTED = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": " "})


def target(url: str) -> str:
    """``url`` as a link's destination: what would end it early is percent-encoded, unbalanced parentheses escaped."""
    if _PLAIN_TARGET.fullmatch(url):
        return url
    url = _UNSAFE_IN_TARGET.sub(lambda m: "".join(f"%{b:02X}" for b in m.group().encode()), url.strip())
    if "(" in url or ")" in url:
        depth = 0
        for char in url:
            depth += {"(": 1, ")": -1}.get(char, 0)
            if depth < 0:
                break
        if depth:
            url = url.replace("(", "%28").replace(")", "%29")
    return _ENTITY.sub("&amp;", url) if "&" in url else url


def retarget(markdown: str, url: str, to: str) -> str:
    """``markdown`` with every picture at ``url`` shown from ``to`` instead; links to it stay."""
    pictures = re.compile(rf"(!\[(?:\\.|[^\]\\])*\]\(){re.escape(target(url))}(?=[) ])", re.DOTALL)
    return pictures.sub(lambda m: f"{m[1]}{target(to)}", markdown)


def code(text: str) -> str:
    """``text`` as inline code, with as many backticks as it needs."""
    text = squeeze(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or (text != text.strip() and text.strip()) else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text.strip() else ""


def fence(text: str, language: str = "") -> str:
    """``text`` as a block of code."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    ticks = "`" * (longest + 1)
    return f"{ticks}{language}\n{text.strip(chr(10))}\n{ticks}"


def quote(text: str) -> str:
    """Blocks of Markdown as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def indent(text: str, marker: str) -> str:
    """Blocks of Markdown as a list's item behind ``marker`` (``-`` or ``1.``)."""
    pad = " " * (len(marker) + 1)
    first, *rest = text.split("\n")
    return "\n".join([f"{marker} {first}".rstrip(), *(f"{pad}{line}" if line else "" for line in rest)])


def table(rows: Sequence[Sequence[str]], *, header: bool) -> str:
    """A pipe table; cells are inline Markdown. Without ``header`` the first line is empty, as the form demands one."""
    width = max((len(row) for row in rows), default=0)
    if not width:
        return ""
    lines = [_row(row, width) for row in rows]
    if not header:
        lines.insert(0, _row((), width))
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _row(cells: Iterable[str], width: int) -> str:
    texts = [re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", _cell(c)) for c in cells]
    return "| " + " | ".join([*texts, *[""] * (width - len(texts))]) + " |"


def _cell(text: str) -> str:
    text = re.sub("[ \u3000]*[\x06\n]+[ ]*", " ", text).strip(" \u3000")
    return _resolved(text) if _MARKS.search(text) else text


# Emphasis -----------------------------------------------------------------


@lru_cache(maxsize=4096)
def _class_of(char: str) -> str:
    """``s`` white space, ``p`` punctuation for sure, ``y`` a symbol that versions of CommonMark differ on, ``w`` else."""
    if not char or char.isspace():
        return "s"
    kind = unicodedata.category(char)
    if kind[0] == "P" or (kind[0] == "S" and char < "\x80"):
        return "p"
    return "y" if kind[0] == "S" else "w"


def _resolved(text: str) -> str:
    """``text`` with the marks written out where CommonMark will read them as such.

    Marks that hold nothing vanish, equal neighbours merge, white space and
    (where the flanking rules demand it) punctuation at the edges move out.
    """
    if "\x05" in text:
        text = text.replace("!\x05", "\\!\x05")
    tokens = _balanced([t for t in re.split("([\x01-\x04\x06])", text) if t])
    out: list[str] = []
    for i, token in enumerate(tokens):
        if token not in _WRITTEN:
            out.append(token)
            continue
        out.append(token)
        if token in (STRONG_END, EM_END):
            _settle(out, _next_char(tokens, i + 1))
    return "".join(_WRITTEN.get(t, t) for t in out).replace("\x05", "[")


_WRITTEN = {STRONG: "**", STRONG_END: "**", EM: "*", EM_END: "*"}
_OPENS = {STRONG_END: STRONG, EM_END: EM}
_EDGE_SPACE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def _balanced(tokens: list[str]) -> list[str]:
    """Tokens with every mark opened once and closed in order; ``x</b><b>y`` merged; two kinds never touch."""
    out: list[str] = []
    stack: list[str] = []
    for token in tokens:
        if token in (STRONG, EM):
            if token in stack:
                stack.append("")  # the same emphasis within itself says nothing
                continue
            if out and _OPENS.get(out[-1]) == token:
                out.pop()
                stack.append(token)
                continue
            if out and out[-1] in _OPENS:
                stack.append("")  # **a***b* cannot be told apart: the second emphasis gives way
                continue
            stack.append(token)
            out.append(token)
        elif token in _OPENS:
            opened = stack.pop() if stack else ""
            if opened:
                out.append(STRONG_END if opened == STRONG else EM_END)
        else:
            out.append(token)
    out.extend(STRONG_END if mark == STRONG else EM_END for mark in reversed(stack) if mark)
    return out


def _settle(out: list[str], following: str) -> None:
    """Move the last pair of marks in ``out`` (just closed) to where it renders, or take it away."""
    close = out.pop()
    start = len(out) - 1 - out[::-1].index(_OPENS[close])
    inner = out[start + 1 :]
    before = "".join(_WRITTEN.get(t, t) for t in out[:start])
    del out[start:]
    if any(t in _WRITTEN for t in inner) or "\x06" in inner or any("\x05" in t or "`" in t for t in inner):
        content, lead, tail = "".join(_WRITTEN.get(t, t) for t in inner), "", ""
        lead, content, tail = _EDGE_SPACE.match(content).groups()  # type: ignore[union-attr]
        if not content:
            out.append(lead + tail)
        elif _opens(before + lead, content) and _closes(content, tail or following):
            out.extend([lead, _OPENS[close], content, close, tail] if lead else [_OPENS[close], content, close, tail])
        else:
            out.append(lead + content + tail)
        return
    lead, content, tail = _EDGE_SPACE.match("".join(inner)).groups()  # type: ignore[union-attr]
    while content and not _opens(before + lead, content):
        step = 2 if content[0] == "\\" and len(content) > 1 else 1
        lead, content = lead + content[:step], content[step:]
        spaces = len(content) - len(content.lstrip())
        lead, content = lead + content[:spaces], content[spaces:]
    while content and not _closes(content, tail or following):
        slashes = len(content) - 1 - len(content[:-1].rstrip("\\"))
        step = 1 + slashes % 2  # an escaped sign moves with its backslash
        tail, content = content[-step:] + tail, content[:-step]
        kept = content.rstrip()
        tail, content = content[len(kept) :] + tail, kept
    if not content:
        out.append(lead + tail)
        return
    out.extend(t for t in (lead, _OPENS[close], content, close, tail) if t)


def _opens(before: str, content: str) -> bool:
    """Whether marks between ``before`` and ``content`` are left-flanking."""
    first = _class_of(content[:1].replace("\x05", "["))
    return first != "s" and (first == "w" or _class_of(before[-1:].replace("\x06", "")) in "sp")


def _closes(content: str, following: str) -> bool:
    """Whether marks between ``content`` and ``following`` are right-flanking."""
    last = _class_of(content[-1:])
    return last != "s" and (last == "w" or _class_of(following[:1].replace("\x06", "")) in "sp")


def _next_char(tokens: Sequence[str], start: int) -> str:
    """The first character that will be printed at or after ``start``."""
    for token in tokens[start:]:
        if token not in _WRITTEN:
            return "" if token == BREAK else token[0].replace("\x05", "[")
    return ""


def _simply(text: str) -> str:
    """``text`` with its marks written out where that takes no thought: letters on both sides of each; else empty.

    As it is nine times in ten, and ten times as fast.
    """
    if EM in text or EM_END in text:
        return ""
    out: list[str] = []
    at = 0
    while (start := text.find(STRONG, at)) >= 0:
        end = text.find(STRONG_END, start)
        if end <= start + 1 or not text[start + 1].isalnum() or not text[end - 1].isalnum():
            return ""
        inner = text[start + 1 : end]
        if STRONG in inner or LINK in inner or text[start - 1 : start] in _TOUCHY or text[end + 1 : end + 2] in _TOUCHY:
            return ""
        out += (text[at:start], "**", inner, "**")
        at = end + 1
    if text.find(STRONG_END, at) >= 0:
        return ""
    text = "".join((*out, text[at:])) if out else text
    return text.replace("!\x05", "\\!\x05").replace("\x05", "[") if LINK in text else text


_TOUCHY = frozenset((STRONG, STRONG_END, "*"))

# Reading back ---------------------------------------------------------------

_LINE_ENDS = frozenset(("Paragraph", "Item", "TableRow", "TableHead", "CodeBlock", "HtmlBlock", "Heading"))
# Possessive throughout: each alternative begins with a sign of its own, so that nothing is ever tried twice.
# What has neither escapes nor brackets within, as most, is tried first: the same, at half the cost.
_LINKED = re.compile(
    r"\[([^\[\]\\\n]++(?=\])|(?:[^\[\]\\\n]++|\\.)*+)\]\((?:[^()\\\n]++(?=\))|(?:[^()\\\n]++|\\.|\([^()\n]*+\))*+)\)"
)
_UNESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!\s)\*+|\*+(?!\s)")  # a star between spaces is a star


_WORDS: Callable[[re.Match[str]], str] = itemgetter(1)


def rough(markdown: str) -> str:
    """``markdown`` without most of its marks, many times faster than ``plain``: for fingerprints and patterns."""
    # One letter is found ten times as fast as two, and splitting looks for it once where replacing does twice.
    text = "".join(markdown.split("**")) if "*" in markdown else markdown
    if "[" in text:
        text = _LINKED.sub(_WORDS, text)
    if "\\" in text or "*" in text:
        text = _UNESCAPED.sub(lambda m: m[1] or "", text)
    if LINK in text or STRONG in text or EM in text:
        text = _LINKED.sub(_WORDS, _MARKS.sub("", text.replace(LINK, "[")))
    return text


def plain(markdown: str) -> str:
    """``markdown`` as plain text, a line for each paragraph, item, row and caption; footnote marks left out.

    Raw HTML of adopted files is dropped, its text kept.
    """
    out: list[str] = []
    for event in pyromark.events(markdown, options=OPTIONS):
        if isinstance(event, str):
            if event in ("SoftBreak", "HardBreak"):
                out.append("\n")
            continue
        if said := event.get("Text") or event.get("Code"):
            out.append(str(said))
        elif ended := event.get("End"):
            name = ended if isinstance(ended, str) else next(iter(dict(ended)))  # type: ignore[call-overload]
            if name in _LINE_ENDS:
                out.append("\n")
            elif name == "TableCell":
                out.append("\t")
        elif isinstance(begun := event.get("Start"), dict) and "List" in begun:
            out.append("\n")
    lines = (line.strip() for line in "".join(out).split("\n"))
    return "\n".join(line for line in lines if line)
