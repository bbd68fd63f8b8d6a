"""Title, authors and dates of an article, each from the statement or print that deserves belief.

Agreement decides where statements differ: what the page states to machines
against what it prints near its heading. Refuses to fill in: a date that no
one states or prints is None, and so is one after the capture.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from turbohtml import Document

from backissue.model import Author
from backissue.records.generic.blocks import Layout
from backissue.records.generic.statements import LONGEST, Statements, plain
from backissue.text.bylines import find_bylines, is_name, parse_byline, writers
from backissue.text.tree import own_lines
from backissue.text.dates import day_of, find_dates, parse_date

__all__ = ["authors_of", "date_of", "title_of"]

_BARE = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"\s+[|\-–—·»«:•*/]+\s+|\s*[|｜︱丨ㅣ»]\s*|\s*[-_—–](?=[^\x00-\x7f])|：(?=[^：]*$)|_")


def bare(words: str) -> str:
    """Letters and digits only, lower case: what two printings of one title share."""
    return _BARE.sub("", words).lower()


def title_of(document: Document, said: Statements, host: str) -> tuple[str | None, str]:
    """The article's title without the site's name, and the evidence for it."""
    headings = [(" ".join(h.text.split())) for h in document.select("h1")]
    headings = [h for h in headings if h]
    stated = next((t for v in said.ld("headline") if (t := plain(v))), "")
    og = html.unescape(said.say("og:title") or "")
    og = " ".join(og.split())
    whole = document.select_one("title")
    page = " ".join(whole.text.split()) if whole is not None else ""
    site = [bare(x) for x in (said.say("og:site_name") or "", host.removeprefix("www.").split(".")[0]) if x]
    printed = {bare(h): h for h in reversed(headings) if h}
    kinds = " ".join(str(node.get("@type", "")) for node in said.article).lower()
    news = "news" in kinds or "live" in kinds or (said.say("og:type") == "article" and bare(said.say("twitter:title") or "") == bare(og))
    cut_page = _without_site(page, site, printed, stated)
    if og:
        cut = _without_site(og, site, printed, stated, page)
        cut_bare = bare(cut)
        if cut_bare in printed:
            return printed[cut_bare], "og:title, h1"
        if stated and cut_bare == bare(stated):
            return stated, "og:title, json-ld"
        if news or not headings:
            return cut, "og:title"
        og = cut
    if stated and bare(stated) in printed:
        return printed[bare(stated)], "json-ld, h1"
    if cut_page and bare(cut_page) in printed:
        return printed[bare(cut_page)], "title, h1"
    reference = bare(og) or bare(cut_page) or bare(stated)
    best = max(headings, key=lambda h: _alike(bare(h), reference), default="")
    if best and (_alike(bare(best), reference) > 0.3 or not reference):
        return best, "h1"
    for words, where in (
        (og, "og:title"),
        (stated, "json-ld"),
        (cut_page, "title"),
        (headings[0] if headings else "", "h1"),
    ):
        if words:
            return words, where
    return None, ""


def _alike(a: str, b: str) -> float:
    """The share of three-letter runs that two bare titles have in common."""
    x, y = {a[i : i + 3] for i in range(len(a) - 2)}, {b[i : i + 3] for i in range(len(b) - 2)}
    return len(x & y) / max(1, min(len(x), len(y))) if x and y else 0.0


def _without_site(words: str, site: list[str], printed: dict[str, str], *others: str) -> str:
    """``words`` cut before the site's name: at a separator, where the rest is printed elsewhere or the tail is the site."""
    if not words:
        return words
    known = set(printed) | {bare(o) for o in others if o}
    if bare(words) in printed:
        return words
    cuts = [m for m in _SUFFIX.finditer(words)]
    for m in cuts:
        head, tail = words[: m.start()], words[m.end() :]
        if bare(head) in known and len(bare(head)) > 5:
            return head
        if bare(tail) in printed and len(bare(tail)) > 8 and bare(tail) in known:
            return tail
    for m in cuts:
        head, tail = words[: m.start()].strip(), bare(words[m.end() :])
        if tail and head and any(len(s) > 2 and (tail == s or tail.startswith(s) or s.startswith(tail)) for s in site):
            return _without_site(head, site, printed, *others) if len(cuts) > 1 else head
    if len(cuts) >= 1:
        head, tail = words[: cuts[-1].start()].strip(), words[cuts[-1].end() :].strip()
        if not printed and len(bare(head)) >= 8 and len(tail) < 0.5 * len(head) and len(tail.split()) <= 4:
            return head
    return words


# --- dates ---

_DATE_META: Final = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "date_published",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish_date", "publish-date", "pubdate", "published_time", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc.terms.date", "dcterms.issued", "citation_publication_date", "article.published", "rnews:datepublished",
    "originalpublicationdate", "article_date_original", "displaydate", "datecreated", "article.created", "firstcreatedtime", "apub:time", "bt:pubdate", "_pubtime", "createtime", "creationdate", "date", "releasedate",
)  # fmt: skip
_UPDATE_META: Final = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
)
_URL_DATE = re.compile(
    r"(?<!\d)(20[0-2]\d|19[89]\d)[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(20[0-2]\d|19[89]\d)/(\d{1,2})/(\d{1,2})(?=/)"
)
_DATE_SELECT: Final = "time[datetime],time,[itemprop=datePublished],[class*=date i],[class*=time i],[class*=publish i],[class*=posted i],[id*=date i],[id*=time i],[class*=meta i],[class*=info i],[class*=byline i],[class*=source i]"


def date_of(
    document: Document,
    said: Statements,
    layout: Layout,
    url: str,
    tz: tzinfo | None,
    latest: datetime | None,
    span: tuple[int, int],
) -> tuple[date | datetime | None, date | datetime | None, str]:
    """When the article was published and updated, and the evidence.

    ``span`` are the indexes of the first and last block of the body.
    """
    order = _order(said, url)

    def read(value: Any) -> date | datetime | None:
        words = plain(value) if not isinstance(value, int) else str(value)
        return parse_date(words, tz, order=order, latest=latest) if words else None

    updated = next((d for v in said.ld("dateModified") if (d := read(v))), None)
    if updated is None:
        updated = next((d for n in _UPDATE_META for v in said.meta.get(n, ()) if (d := read(v))), None)
    for node in said.article:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            if node.get(key) and (d := read(node[key])):
                return d, updated, "json-ld"
    for name in _DATE_META:
        for value in said.meta.get(name, ()):
            if d := read(value):
                return d, updated, f"meta {name}"
    for node in said.page:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            if node.get(key) and (d := read(node[key])):
                return d, updated, "json-ld page"
    element = document.select_one("[itemprop=datePublished],[property*=datePublished]")
    if element is not None and (d := read(element.attr("datetime") or element.attr("content") or element.text)):
        return d, updated, "microdata"
    if found := _in_state(document, read):
        return found, updated, "page state"
    printed, stamp = _printed(layout, tz, order, latest, span)
    first = document.select_one("article time[datetime], main time[datetime], time[datetime]")
    if first is not None and (d := read(first.attr("datetime"))):
        return d, updated or stamp, "time"
    if printed is not None:
        return printed, updated or stamp, "printed"
    if m := _URL_DATE.search(unquote(urlsplit(url).path)):
        d = parse_date("-".join(x for x in m.groups() if x), tz, latest=latest)
        if d:
            return d, updated, "url"
    if stamp is not None:
        return stamp, stamp, "printed update"
    return updated, updated, "json-ld update" if updated else ""


_STATE = re.compile(r"""\\?"(?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|firstPublished\w*|pubDate)\\?"\s*:\s*\\?"([^"\\]{8,40})\\?\"""")


def _in_state(document: Document, read: Callable[[Any], date | datetime | None]) -> date | datetime | None:
    """The date of publication in the JSON state that a page's own script renders from, if all it holds agree on one day."""
    values: set[date] = set()
    first: date | datetime | None = None
    for script in document.select("script:not([src])"):
        raw = script.text
        if "ublish" in raw or "pubDate" in raw:
            for m in _STATE.finditer(raw[:LONGEST]):
                if d := read(m[1]):
                    first = first or d
                    values.add(day_of(d))
    return first if len(values) == 1 else None


def _order(said: Statements, url: str) -> str:
    """Day or month first, by the language and country the page gives itself."""
    locale = (said.say("og:locale", "content-language", "language") or "").replace("_", "-").lower()
    if locale in ("en-us", "en") or (
        not locale and urlsplit(url).netloc.endswith((".com", ".org", ".net", ".gov", ".edu"))
    ):
        return "mdy"
    return "dmy" if locale else ""


_FIRST_PRINTED = re.compile(r"(?:originally|first) (?:published|posted|appeared)|首次?發佈|首发", re.IGNORECASE)
_DATE_WORD = re.compile(r"publish|posted|veröffentlicht|publié|发布|發布|发表|發表|时间|時間|日期|来源|來源|date", re.IGNORECASE)


def _printed(
    layout: Layout, tz: tzinfo | None, order: str, latest: datetime | None, span: tuple[int, int]
) -> tuple[date | datetime | None, date | datetime | None]:
    """The date printed nearest above the body, else right below or within its ends; and the update stamp."""
    first, last = span
    if first < 0:
        first, last = 0, len(layout.blocks)
    best: tuple[float, date | datetime] | None = None
    stamp: date | datetime | None = None
    blocks = layout.blocks
    around = list(range(max(0, first - 25), min(len(blocks), first + 7))) + list(
        range(max(first + 4, last - 3), min(len(blocks), last + 6))
    )
    for at in around:
        block = blocks[at]
        text = block.text
        if block.chars > 400:
            text = text[:160] + "\n" + text[-160:]
        for found in find_dates(text, tz, order=order, latest=latest):
            if found.updated:
                stamp = stamp or found.value
            if at <= first:
                cost = first - at
            elif at <= first + 6 and block.chars < 60:
                cost = 8 + at - first
            else:
                cost = 30 + abs(at - last)
            cost += 8 if found.updated else 0
            cost += 25 if block.chars > 160 else 0
            cost += 10 if block.linked > 0.7 * block.chars else 0
            cost -= 6 if isinstance(found.value, datetime) else 0
            cost -= 4 if _DATE_WORD.search(text) else 0
            cost -= 60 if _FIRST_PRINTED.search(text, max(0, found.start - 60), found.start) else 0
            if best is None or cost < best[0]:
                best = (cost, found.value)
    return (best[1] if best else None), stamp


# --- authors ---

_AUTHOR_META: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "article.author",
    "authors",
    "og:article:author",
    "cxenseparse:author",
    "creator",
    "rbauthors",
)
_AUTHOR_SELECT: Final = "[itemprop=author] [itemprop=name],[itemprop=author],a[rel~=author],[class*=byline i],[class*=author i],[class*=autor i],[class*=auteur i],[id*=author i],[id*=byline i],[class*=writer i],[class*=zuozhe i]"
_JUNK_BOX = re.compile(
    r"comment|related|sidebar|footer|avatar|image|img|photo|bio\b|count|share|follow|more|widget|popular|recent",
    re.IGNORECASE,
)


def authors_of(
    document: Document, said: Statements, layout: Layout, host: str, span: tuple[int, int], title: str | None
) -> tuple[tuple[Author, ...], str | None, str]:
    """The authors, the byline as printed where one was found, and the evidence."""
    site = {bare(said.say("og:site_name") or ""), bare(host.removeprefix("www.").split(".")[0])}
    for node in said.article:
        site |= {bare(name) for name in _people(node.get("publisher"), said)}
    site.discard("")
    found: list[Author] = []
    spare: tuple[Author, ...] = ()
    for node in said.article:
        for key in ("author", "creator"):
            for name in _people(node.get(key), said):
                found += [Author(name)] if _WHOLE_NAME.match(name) else parse_byline(name)
            if found:
                got = _distinct(found, site)
                if not all(_own(a.name, site) for a in got):
                    return got, None, "json-ld"
                spare = spare or got
                found = []
    editors: tuple[Author, ...] = ()
    if title and _HAN.search(title):
        han = _chinese_byline(layout, span, title)
        wrote = tuple(a for a in writers(han) if a.role not in _EDITS)
        if wrote:
            return _distinct(wrote, site), None, "printed"
        editors = han
    for name in _AUTHOR_META:
        for value in said.meta.get(name, ()):
            if value.startswith(("http", "/", "@")):
                continue
            found += parse_byline(html.unescape(value))
        found = [a for a in found if not _NO_ONE.search(a.name)]
        if found:
            got = _distinct(found, site)
            if not all(_own(a.name, site) for a in got):
                return got, None, f"meta {name}"
            spare = spare or got
        found = []
    limit = 5 if spare else 12
    for element in document.select(_AUTHOR_SELECT)[:limit]:
        names = element.attr("class") or ""
        if _JUNK_BOX.search(names):
            continue
        printed = own_lines(element)
        words = " ".join(printed)
        if not words or len(words) > 160:
            continue
        got = tuple(a for a in parse_byline("\n".join(printed) if len(printed) < 4 else words) if not _NO_ONE.search(a.name))
        if got and all(is_name(a.name) and a.name.count(" ") <= 4 for a in got):
            got = _distinct(got, site)
            if all(_person(a) for a in got) if spare else not all(_own(a.name, site) for a in got):
                return got, words, "byline"
            spare = spare or got
    first, last = span
    blocks = layout.blocks
    if first < 0:
        first, last = 0, len(blocks) - 1
    for at in [*range(min(first, len(blocks) - 1), max(-1, first - 15), -1)]:
        text = blocks[at].text
        if blocks[at].chars <= 120 and (
            m := re.search(r"(?:^|[\s(（【])(?:by|von|par|por)\s+([A-ZÀ-Ý].{2,80})$", text, re.IGNORECASE)
        ):
            got = tuple(a for a in parse_byline(m[0]) if not _NO_ONE.search(a.name))
            if got and (not spare or all(_person(a) for a in got)):
                return _distinct(got, site), text, "printed"
    if editors:
        return _distinct(editors, site), None, "printed"
    return spare, None, "site" if spare else ""


_WHOLE_NAME = re.compile(r"^[\u3400-\u9fff]{1,4}[ \u3000][\u3400-\u9fff]{1,4}$")
_NO_ONE = re.compile(r"\d|[:{}]|^(?:by|author|e-?mail|print|sign in|log ?in|privacy|share|home|menu|search|written by|admin|posted|editor|guest|user|null|undefined|unknown|about|contact|profile|twitter.*|facebook.*|agenc(?:y|ies)|reviewed by.*)$|\.(?:extra|head)\b", re.IGNORECASE)
"""What stands where a name should, and is none."""


def _person(author: Author) -> bool:
    """Whether this is plainly somebody: strong enough to stand against a page that names only itself as author."""
    words = author.name.split()
    if author.kind != "person":
        return False
    return bool(_HAN.search(author.name)) or (2 <= len(words) <= 4 and all(w[0].isupper() for w in words))


def _own(name: str, site: set[str]) -> bool:
    """Whether a name is the site's own."""
    words = bare(name)
    return any(words == s or (len(s) > 3 and len(words) > 3 and (words.startswith(s) or s.startswith(words))) for s in site)


_HAN = re.compile(r"[\u3400-\u9fff]")
_EDITS: Final = frozenset("責任編輯 责任编辑 責編 责编 執行編輯 执行编辑 編輯 编辑 編譯 编译 校對 校对 審核 审核 監製 监制 主编 主編 總編輯 总编辑 攝影 摄影 攝影記者 摄影记者 攝 摄 圖 图 製圖 制图 翻譯 翻译 譯者 译者 譯 译 发布人 發布人".split())


def _chinese_byline(layout: Layout, span: tuple[int, int], title: str) -> tuple[Author, ...]:
    """Authors of the byline nearest to the body: above it, in its first and last lines, below it."""
    first, last = span
    blocks = layout.blocks
    if first < 0:
        first, last = 0, len(blocks) - 1
    top: list[Author] = []
    whole = bare(title)
    for at in range(max(0, first - 30), min(len(blocks), first + 6)):
        block = blocks[at]
        text = block.text if block.chars <= 200 else block.text[:120]
        if block.linked > 0.9 * block.chars and block.chars > 20:
            continue
        before = bare(blocks[at - 1].text) if at else ""
        words = bare(text)
        if words in whole:
            # 茉莉：我是怎樣… above a line that is nothing but 茉莉
            if block.chars <= 5 and before.startswith(words) and re.match(rf"{re.escape(text)}\s*[:：]", title):
                top.append(Author(text))
            continue
        near = first - 3 <= at <= first and at > 0 and block.chars <= 20
        top += find_bylines(text, alone=near and (before in whole or at == first))
    bottom: list[Author] = []
    for at in range(max(first, last - 2), min(len(blocks), last + 25)):
        if at > last and any(a.role not in _EDITS for a in bottom):
            break
        block = blocks[at]
        text = block.text if block.chars <= 200 else block.text[-100:]
        if block.linked < 0.9 * block.chars:
            bottom += find_bylines(text, alone=block.chars <= 8 and text[:1] in "（(")
    for found in (top, bottom):
        wrote = tuple(a for a in found if a.role not in _EDITS)
        if wrote:
            return wrote
    return tuple(top + bottom)


def _people(value: Any, said: Statements) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _people(item, said)
    elif isinstance(value, dict):
        name = value.get("name")
        if not name and isinstance(value.get("@id"), str):
            name = said.nodes.get(value["@id"], {}).get("name")
        if isinstance(name, list):
            for item in name:
                yield plain(item)
        elif name:
            yield plain(name)


def _distinct(authors: Iterable[Author], site: set[str]) -> tuple[Author, ...]:
    """Each author once; the site's own name only where nobody else is named."""
    seen: dict[str, Author] = {}
    for author in authors:
        seen.setdefault(bare(author.name), author)
    people = [a for key, a in seen.items() if key not in site]
    return tuple(people or seen.values())


def within(value: date | datetime | None, latest: datetime | None) -> bool:
    """Whether a date lies not after the capture, a day of difference allowed."""
    return value is not None and (latest is None or day_of(value) <= (latest + timedelta(days=1)).date())
