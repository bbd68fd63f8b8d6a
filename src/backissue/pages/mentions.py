"""What a page says of other pages of its paper: links, cards of listings, entries of feeds.

A card is the largest block around a link that links to nothing else: its text
gives the title, and often a date and a byline. Refuses to say which of them are articles: an
address means something only under the outlet's rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from backissue import urls
from backissue.text import tree
from backissue.text.tree import Document, Element, Text

__all__ = ["Mention", "family", "feed_entries", "find_date", "find_dates", "mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One address of the paper that a page names. ``date`` and ``byline`` are as printed; ``kind`` card, link or feed."""

    url: str
    title: str | None = None
    date: str | None = None
    byline: str | None = None
    kind: str = "link"


_MOST = 1500  # links kept of one page; a sitemap in HTML has more, a front page at most a few hundred
_INNER = ("div", "p", "h1", "h2", "h3", "h4", "h5", "span", "time", "li", "br")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_CARD = 600  # characters; a block with more text than this is no card but a page
_DATE = re.compile(
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:[\sT]*\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d{2}|\d{2})(?![\d./-])(?:\s*\d{1,2}:\d{2})?"
    r"|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|\b\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (?:19|20)\d{2}\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}\b"
    r"|\d{1,2}月\d{1,2}日"
)
_MAYBE_DATE = re.compile(r"\d[-/.年月,]|\d (?:19|20)\d\d|[年月]|\d{4}")
_BYLINE = re.compile(
    r"^\s*(?:(?:文|撰文|作者|記者|记者|圖文|採訪|专栏|by)\s*[:：/／|｜]\s*\S.{0,40}|by\s+[^,.]{2,40}"
    r"|(?:記者|记者)\s*[^，。！？；、\d\s]{2,4}(?:[、／/ ][^，。！？；\d]{2,20})?|(?!(?:相關|相关|更多|其他|其它|最新|今日|延伸|專題|专题|詳細|详细|深度|獨家|独家|綜合|综合|系列|完整)[報报])[^，。！？；\d]{2,12}\s*(?:報道|报道|[/／]\s*文))\s*$",
    re.IGNORECASE,
)
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "idv", "net", "org", "or", "ne", "go"))
_NOT_PAGES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|css|js|pdf|mp[34]|zip|rar|docx?|xlsx?|woff2?)(?:$|\?)", re.IGNORECASE
)


def family(host: str) -> str:
    """The part of a host that its subdomains share: ``m.paper.com.hk`` and ``paper.com.hk`` are one family."""
    labels = host.split(".")
    if len(labels) <= 2 or labels[-1].isdigit():
        return host
    return ".".join(labels[-3:] if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else labels[-2:])


def find_date(text: str) -> str | None:
    """The first thing in ``text`` that looks like a date, as printed."""
    found = _DATE.search(text) if _MAYBE_DATE.search(text) else None
    return found.group().strip() if found else None


def find_dates(lines: Collection[str], most: int = 5) -> tuple[str, ...]:
    """The first few different dates in lines of up to 200 characters, as printed."""
    found: dict[str, None] = {}
    for line in lines:
        if len(line) <= 200 and _MAYBE_DATE.search(line):
            for match in _DATE.finditer(line):
                found[match.group().strip()] = None
                if len(found) >= most:
                    return tuple(found)
    return tuple(found)


def mentions(document: Document, base: str, hosts: Collection[str] = ()) -> tuple[Mention, ...]:
    """The paper's own addresses that the page links to, in order, each once, with what its card says.

    ``base`` is the page's URL; ``hosts`` are more hosts of the paper (without www.). Addresses
    of media files, of the page itself and of other hosts are left out.
    """
    families = {family(host) for host in {urls.host(base), *hosts} if host}
    anchor = document.select_one("base[href]")
    root = urls.original(anchor.attr("href") or "", base) if anchor is not None else base
    own = _Own(root, families, {base, base.partition("#")[0], base.rstrip("/")})
    links: list[tuple[Element, str]] = []
    for element in document.iter_elements("a"):
        href = element.attr("href")
        if href and (url := own(href)):
            links.append((element, url))
            if len(links) >= _MOST:
                break
    around: dict[Element, set[str]] = {}
    chains: list[list[Element]] = []
    for element, url in links:
        chain = [element]
        at = element.parent
        for _ in range(7):
            if type(at) is not Element or at.tag == "body":
                break
            seen = around.setdefault(at, set())
            seen.add(url)
            if len(seen) > 1:  # and so has everything above it
                break
            chain.append(at)
            at = at.parent
        chains.append(chain)
    found: dict[str, Mention] = {}
    cards = [_largest(chain, around) for chain in chains]
    dates = _dates_behind(cards)
    for (element, url), card in zip(links, cards, strict=True):
        mention = _read(element, card, url)
        if card in dates and not mention.date:
            mention = replace(mention, date=dates[card], kind="card")
        before = found.get(url)
        found[url] = mention if before is None else _better(before, mention)
    return tuple(found.values())


def _largest(chain: Sequence[Element], around: Mapping[Element, Collection[str]]) -> Element:
    """Of a link and the elements around it the largest that links to nothing else."""
    card = chain[0]
    for at in chain[1:]:
        if len(around[at]) > 1:
            break
        card = at
    return card


def _dates_behind(cards: Sequence[Element]) -> dict[Element, str]:
    """Dates that stand behind links in a list without boxes: ``<dt><a>…</a><dd>… (4 May 2005)``, ``<a>…</a><br>… 4 May 2005``.

    Only where several links of one block have theirs: a sentence that has one is no list.
    """
    rows: dict[Element, list[Element]] = {}
    for card in cards:
        if isinstance(card.parent, Element) and len(card.text) >= _HEADLINE:
            rows.setdefault(card.parent, []).append(card)
    out: dict[Element, str] = {}
    for members in rows.values():
        if len(members) < _ROWS:
            continue
        ends = set(members)
        found = {card: date for card in members if (date := find_date(_behind(card, ends)))}
        if len(found) >= max(_ROWS, 0.6 * len(members)):
            out.update(found)
    return out


def _behind(card: Element, others: Collection[Element]) -> str:
    """The text between a link's block and the next one of its list, as far as a card goes."""
    words = ""
    at = card.next_sibling
    while at is not None and at not in others and len(words) <= _CARD:
        if isinstance(at, (Element, Text)):
            words += at.text
        at = at.next_sibling
    return words if len(words) <= _CARD else ""


_ROWS = 4
"""Links of one block that have a date behind them, from which on it is a list."""
_HEADLINE = 6
"""Characters; what is shorter is a menu's word."""


class _Own:
    """Which of a page's hrefs lead to the paper itself, as absolute URLs; remembers what it was asked."""

    def __init__(self, base: str, families: set[str], here: set[str]) -> None:
        self._base = base
        self._families = families
        self._here = here
        origin = re.match(r"https?://[^/?#]+", base)
        self._origin = origin.group() if origin else ""
        self._known: dict[str, str | None] = {}
        self._hosts: dict[str, bool] = {}

    def __call__(self, href: str) -> str | None:
        if href not in self._known:
            self._known[href] = self._resolve(href)
        return self._known[href]

    def _resolve(self, href: str) -> str | None:
        if href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")) or len(href) > 4000:
            return None
        if self._origin and _PLAIN_PATH.fullmatch(href):
            url = self._origin + href
        elif not _PLAIN_URL.fullmatch(href):
            url = urls.original(href, self._base).partition("#")[0].strip()
            if not urls.is_web(url):
                return None
        else:
            url = href
        host = url.split("/", 3)[2]
        if host not in self._hosts:
            self._hosts[host] = family(urls.host(url)) in self._families
        if not self._hosts[host] or url in self._here or _NOT_PAGES.search(url):
            return None
        return url


_PLAIN_PATH = re.compile(r"/(?!/|web/|[^?]*(?:/\.|//))[^\s#]*")
_PLAIN_URL = re.compile(r"https?://(?!web\.archive\.org)[a-z0-9.-]+/(?![^?]*(?:/\.|//|/\d{14}))[^\s#]*")


def _read(element: Element, card: Element, url: str) -> Mention:
    words = tree.clean(element.text)
    whole = card.text if card is not element else ""
    bare = next(element.iter_elements(_INNER), None) is None
    if bare and (card is element or len(whole.strip()) <= len(words)):
        return Mention(url, words[:_CARD] or _alt(element))
    if len(whole) > 3 * _CARD:
        return Mention(url, words[:_CARD] or _alt(element))
    lines = _pieces(card)
    if sum(map(len, lines)) > _CARD:
        return Mention(url, words[:_CARD] or _alt(element))
    heading = next((tree.clean(h.text) for h in card.iter_elements(_HEADINGS) if h.text.strip()), None)
    date = next((found for line in lines if (found := find_date(line))), None)
    byline = next((line for line in lines if _BYLINE.match(line) and line not in (heading, words)), None)
    if heading is None and not bare:
        heading = next((line for line in lines if line not in (date, byline) and not _only_date(line)), None)
    title = heading or (words if words != date else None) or _alt(element)
    return Mention(url, title[:_CARD] if title else None, date, byline, "card" if date or byline or heading else "link")


def _pieces(card: Element) -> list[str]:
    """The card's texts, one an element, but a name stays with the ``文：`` before it."""
    out: list[str] = []
    for piece in card.stripped_strings:
        words = tree.clean(piece)
        if out and out[-1].endswith(("：", ":", "／", "/", "|", "｜")) and len(out[-1]) <= 8:
            out[-1] += words
        elif words:
            out.append(words)
    return out


def _only_date(line: str) -> bool:
    found = _DATE.search(line)
    return found is not None and len(found.group()) >= 0.6 * len(line)


def _alt(element: Element) -> str | None:
    image = element.select_one("img[alt]")
    alt = tree.clean(image.attr("alt") or "") if image is not None else tree.clean(element.attr("title") or "")
    return alt[:_CARD] or None


def _better(a: Mention, b: Mention) -> Mention:
    """Two mentions of one address as one: the longer title of the better kind, and whatever either knows."""
    first, second = (b, a) if (b.kind == "card") > (a.kind == "card") else (a, b)
    title = first.title
    if first.kind == second.kind and len(second.title or "") > len(title or ""):
        title = second.title
    return Mention(a.url, title or second.title, first.date or second.date, first.byline or second.byline, first.kind)


def feed_entries(xml: str, base: str) -> tuple[Mention, ...]:
    """The entries of an RSS, Atom or RDF feed, or of a sitemap, as mentions.

    Read with patterns, not a parser: feeds of dead papers are as often broken as whole.
    """
    out: list[Mention] = []
    starts = [m.end() for m in _ENTRY.finditer(xml)]
    for start, end in zip(starts, [*starts[1:], len(xml)], strict=True):
        parts: dict[str, str] = {}
        for name, attributes, inner in _PART.findall(xml[start : min(end, start + 200_000)]):
            words = _plain(inner)
            if not words and name.lower() == "link" and (href := _HREF.search(attributes)):
                words = unescape(href.group(1))
            if words:
                parts.setdefault(name.lower(), words)
        guid = parts.get("guid", "")
        url = parts.get("link") or parts.get("loc") or (guid if urls.is_web(guid) else "")
        if not url:
            continue
        date = next((parts[name] for name in _FEED_DATES if name in parts), None)
        author = parts.get("creator") or parts.get("author")
        out.append(Mention(urls.original(url, base), parts.get("title"), date, author, "feed"))
        if len(out) >= 10 * _MOST:
            break
    return tuple(out)


_ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry|url|sitemap)(?:\s[^<>]*)?>")
_PART = re.compile(
    r"<(?:\w+:)?(title|link|loc|guid|pubDate|published|publication_date|date|updated|lastmod|creator|author)\b([^<>]*?)"
    r"(?:/>|>((?:<!\[CDATA\[.*?\]\]>|<name>|[^<])*))",
    re.IGNORECASE | re.DOTALL,
)
_HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"']*)[\"']")
_FEED_DATES = ("pubdate", "published", "publication_date", "date", "updated")


def _plain(inner: str) -> str:
    if "<![CDATA[" in inner:
        return tree.clean(inner.replace("<![CDATA[", "").replace("]]>", ""))
    return tree.clean(unescape(inner.replace("<name>", "")))
