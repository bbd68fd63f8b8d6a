"""The letter as an e-book: the week's articles whole, with the pictures that are held (EPUB 3.2).

The same letter is the same bytes, whenever and wherever it is made. It holds no
script and loads nothing; links lead to other articles of the week, or out to the
web where the text did.
"""

from __future__ import annotations

import hashlib
import struct
import uuid
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from backissue.model import Record
from backissue.publish.letter.html import note_html
from backissue.publish.letter.letter import Item, Letter
from backissue.publish.letter.phrases import about, about_lost, defects, label, name, told
from backissue.publish.letter.words import Speech
from backissue.publish.letter.xhtml import address, clean, language, page, to_xhtml
from backissue.publish.render import body
from backissue.publish.render.words import long_date

__all__ = ["STYLE", "kind_of", "to_epub"]

_CORE = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif"}
_OTHER = {"image/webp": "webp", "image/avif": "avif", "image/bmp": "bmp"}
"""Kinds that EPUB 3.2 allows only beside a picture that every reader shows."""

_BLANK = "none.png"
_NOON = (1980, 1, 1, 0, 0, 0)

STYLE = """body { margin: 1em; line-height: 1.8; }
h1, h2, h3, .kind, .kicker { font-family: serif; line-height: 1.4; font-weight: bold; }
a { color: inherit; }
nav a { text-decoration: none; }
h1 { font-size: 1.5em; margin: .3em 0 .4em; }
h2 { font-size: 1.2em; margin: 1.8em 0 .6em; }
.mast { text-align: center; font-size: 2.4em; margin: 1.2em 0 0; letter-spacing: .08em; }
.kind { text-align: center; font-size: 1.1em; font-weight: bold; margin: 0; }
.span { text-align: center; border-top: 3px double; border-bottom: 1px solid; padding: .4em 0; margin: 1em 0; }
.kicker { margin: 0; font-weight: bold; }
.about, .label, .source, figcaption { font-size: .85em; opacity: .8; }
.about { margin: 0 0 1.4em; }
.label { text-align: center; }
.note { border-left: 3px solid; padding-left: 1em; margin: 1.5em 0; }
.source { border-top: 1px solid; margin-top: 2.5em; padding-top: .6em; word-break: break-word; }
p { margin: 0 0 1em; }
figure { margin: 1.5em 0; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1em 0 1em 1em; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: .2em .5em; }
nav ol { list-style: none; padding-left: 0; }
nav ol ol { padding-left: 1em; }
nav li { margin: .4em 0; }
.gone { opacity: .7; }
"""


def to_epub(
    letter: Letter,
    records: Mapping[str, Record],
    media: Callable[[str], bytes | None],
    find: Callable[[str], str | None],
) -> bytes:
    """The book. ``media`` reads a file below ``archive/``; ``find`` gives the path of the article an address leads to."""
    return _Book(letter, records, media, find).bytes()


class _Book:
    def __init__(
        self,
        letter: Letter,
        records: Mapping[str, Record],
        media: Callable[[str], bytes | None],
        find: Callable[[str], str | None],
    ) -> None:
        self.letter, self.records, self.media, self.find = letter, records, media, find
        self.say = Speech(letter.language)
        self.files: dict[str, bytes] = {}
        self.pictures: dict[str, tuple[str, str]] = {}
        self.items = list(letter.items)
        self.place = {item.path: f"a{number}.xhtml" for number, item in enumerate(self.items, 1)}

    def bytes(self) -> bytes:
        sections = {item.path: section.name for section in self.letter.sections for item in section.items}
        for item in self.items:
            self._put(self.place[item.path], self._article(item, sections.get(item.path)))
        self._put("front.xhtml", self._front())
        self._put("nav.xhtml", self._nav())
        self._put("style.css", STYLE)
        if any(kind in _OTHER for _, kind in self.pictures.values()):
            self.files[_BLANK] = _blank()
        self._put("package.opf", self._package())
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as book:
            _add(book, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
            _add(book, "META-INF/container.xml", _CONTAINER.encode())
            for file, data in sorted(self.files.items()):
                stored = not file.endswith((".xhtml", ".css", ".opf"))
                _add(book, f"EPUB/{file}", data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _put(self, file: str, text: str) -> None:
        self.files[file] = text.encode("utf-8", "replace")

    def _article(self, item: Item, section: str | None) -> str:
        say, record = self.say, self.records[item.path]
        missing = f'<span lang="{self.letter.language}">{clean(say("picture_missing"))}</span>'
        made = body.to_html(record.body, "", self._held, missing, say("pictures"))
        text = to_xhtml(made, self._picture, self._inward)
        kicker = clean(section if section is not None else record.category or "")
        line = about(item, say)
        if item.when:
            line = line.replace(say.day(item.when), long_date(item.when, say.language))
        partial = f" · {clean(say('letter_partial'))}" if item.partial else ""
        source = address(record.url or "")
        foot = f'<a href="{clean(source)}">{clean(say("see_capture"))}</a>' if source else ""
        if self.letter.site and item.link:
            foot += f' · <a href="{clean(address(item.link))}">{clean(say("letter_links_short"))}</a>'
        return page(
            item.title,
            item.language,
            f'<article epub:type="chapter">\n{f"<p class={chr(34)}kicker{chr(34)}>{kicker}</p>" if kicker else ""}'
            f'<h1>{clean(item.title)}</h1>\n<p class="about">{clean(line)}{partial}</p>\n{text}\n'
            f'<p class="source" lang="{self.letter.language}">{foot}</p>\n</article>',
        )

    def _front(self) -> str:
        letter, say = self.letter, self.say
        paper = language(letter.paper_language)
        week = say("letter_week", year=letter.week.year, n=letter.week.number)
        parts = [
            f'<p class="label">{clean(label(letter, say))}</p>',
            f'<h1 class="mast" lang="{paper}">{clean(letter.paper)}</h1>',
            f'<p class="kind">{clean(name(letter, say))}</p>',
            f'<p class="span">{clean(letter.week.span(letter.language))} · {clean(week)}</p>',
            f"<p>{clean(told(letter, say))}</p>",
        ]
        if note := note_html(letter, say):
            inside = to_xhtml(note, lambda _: "", self._inward)
            parts.append(f'<section class="note"><h2>{clean(say("letter_note"))}</h2>\n{inside}</section>')
        if letter.missing:
            parts.append(f"<section><h2>{clean(say('letter_missing'))}</h2>{self._missing()}</section>")
        parts.append(f'<p class="source">{clean(letter.rights)}</p>' if letter.rights else "")
        return page(letter.title, letter.language, "\n".join(parts), kind="titlepage")

    def _missing(self) -> str:
        missing, say = self.letter.missing, self.say
        made = ""
        if missing.lost:
            rows = "".join(
                f"<li>{clean(' · '.join(filter(None, (one.title or say('letter_untold_title'), about_lost(one, say)))))}</li>"
                for one in missing.lost
            )
            made = f"<p>{clean(say('letter_lost', n=len(missing.lost) + missing.untold))}</p><ul>{rows}</ul>"
        line = defects(self.letter, say)
        return made + (f"<p>{clean(line)}</p>" if line else "")

    def _nav(self) -> str:
        letter, say = self.letter, self.say
        rows = [f'<li><a href="front.xhtml">{clean(name(letter, say))}</a></li>']
        if letter.lead:
            rows.append(self._entry(letter.lead))
        for section in letter.sections:
            own = "".join(self._entry(item) for item in section.items)
            if own and section.name:
                rows.append(f"<li><span>{clean(section.name)}</span><ol>{own}</ol></li>")
            else:
                rows.append(own)
        contents = clean(say("letter_contents"))
        inside = f'<nav epub:type="toc" id="toc"><h1>{contents}</h1><ol>{"".join(rows)}</ol></nav>'
        return page(say("letter_contents"), letter.language, inside)

    def _entry(self, item: Item) -> str:
        return f'<li><a href="{self.place[item.path]}">{clean(item.title)}</a></li>'

    def _package(self) -> str:
        letter = self.letter
        tag = f"tag:{letter.host or 'backissue.invalid'},{letter.week.year}:letters/{letter.week}"
        items = ['<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>']
        items.append('<item id="front" href="front.xhtml" media-type="application/xhtml+xml"/>')
        items.append('<item id="style" href="style.css" media-type="text/css"/>')
        xhtml = "application/xhtml+xml"
        items += [f'<item id="{place[:-6]}" href="{place}" media-type="{xhtml}"/>' for place in self.place.values()]
        for number, (file, kind) in enumerate(dict.fromkeys(self.pictures.values()), 1):
            other = ' fallback="none"' if kind in _OTHER else ""
            items.append(f'<item id="p{number}" href="{file}" media-type="{kind}"{other}/>')
        if _BLANK in self.files:
            items.append(f'<item id="none" href="{_BLANK}" media-type="image/png"/>')
        spine = "".join(f'<itemref idref="{place[:-6]}"/>' for place in self.place.values())
        rights = f"<dc:rights>{clean(letter.rights)}</dc:rights>" if letter.rights else ""
        seen = "textual,visual" if self.pictures else "textual"
        modes = "".join(f'<meta property="schema:accessMode">{m}</meta>' for m in seen.split(","))
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language(letter.language)}">\n'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
            f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, tag)}</dc:identifier>\n'
            f"<dc:title>{clean(letter.title)}</dc:title><dc:language>{language(letter.paper_language)}</dc:language>\n"
            f"<dc:description>{clean(label(letter, self.say))}</dc:description><dc:source>{clean(letter.paper)}</dc:source>{rights}\n"
            f"<dc:date>{letter.week.last.isoformat()}</dc:date>\n"
            f'<meta property="dcterms:modified">{letter.week.last.isoformat()}T00:00:00Z</meta>\n'
            f'{modes}<meta property="schema:accessModeSufficient">textual</meta>'
            '<meta property="schema:accessibilityFeature">tableOfContents</meta>'
            '<meta property="schema:accessibilityHazard">none</meta>\n'
            f"</metadata>\n<manifest>\n{chr(10).join(items)}\n</manifest>\n"
            f'<spine><itemref idref="front"/>{spine}</spine>\n</package>\n'
        )

    # pictures and links

    def _held(self, file: str) -> bool:
        """Whether the picture can stand in the book; reads it once."""
        if file not in self.pictures:
            data = self.media(file)
            kind = kind_of(data) if data else ""
            if not data or not kind:
                return False
            ending = _CORE.get(kind) or _OTHER[kind]
            place = f"{hashlib.sha256(data).hexdigest()[:20]}.{ending}"
            self.files[place] = data
            self.pictures[file] = (place, kind)
        return True

    def _picture(self, file: str) -> str:
        return self.pictures[file][0] if file in self.pictures else ""

    def _inward(self, url: str) -> str:
        path = self.find(url)
        return self.place.get(path, "") if path else ""


def kind_of(data: bytes) -> str:
    """The media type by the first bytes; what a name says is not believed."""
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "image/avif"
    return "image/bmp" if data.startswith(b"BM") else ""


def _blank() -> bytes:
    """A grey PNG of one pixel: what stands for a picture that the reader cannot show."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xcc", 9)) + chunk(b"IEND", b"")
    )


def _add(book: zipfile.ZipFile, file: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(file, _NOON)
    info.compress_type, info.create_system, info.external_attr = how, 3, 0o644 << 16
    book.writestr(info, data, compresslevel=6)


_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
