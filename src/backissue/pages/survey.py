"""One light look at a page: what it seems to be, what it says of other pages, and fingerprints of its text and frame.

Everything comes from one parse. What a page *is* cannot be told from the page
alone, so the verdict here is a first opinion; ``judge`` has the last word, with the census of the
whole capture set. Refuses to extract fields: that needs an outlet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backissue import jsonlines, outlets, urls
from backissue.model import Capture, CardRule, PageKind, Verdict, Witness
from backissue.pages import wording
from backissue.pages.digests import simhash, skeleton, text_digest
from backissue.pages.mentions import Mention, feed_entries, find_dates, mentions
from backissue.text import tree
from backissue.text.scripts import language_of
from backissue.text.tree import Document

__all__ = ["Survey", "from_json", "survey", "to_json"]


@dataclass(frozen=True, slots=True)
class Survey:
    """What one light look at a capture saw.

    ``chars`` counts the characters of the running text (lines that are no
    links and no menu); ``text_digest`` is of title, headline and that text, ``simhash`` of the text alone (of all
    lines where it is short); ``template`` is the
    skeleton of the page's frame. ``dates`` are as printed, the first few. ``marked`` is
    what the page calls itself (``og:type`` or JSON-LD ``@type``). ``redirect`` is where a meta refresh or
    script sends the reader. ``links`` counts links to the paper, ``link_share`` is the share of the
    visible text that lies in links.
    """

    ref: str
    url: str  # as captured; an archive's copy of an archived page keeps the archive's address here
    key: str  # of the page itself
    when: datetime
    verdict: Verdict
    status: int | None = None
    title: str | None = None
    headline: str | None = None
    canonical: str | None = None
    language: str | None = None
    marked: str | None = None
    chars: int = 0
    text_digest: str = ""
    simhash: int = 0
    template: str = ""
    dates: tuple[str, ...] = ()
    links: int = 0
    link_share: float = 0.0
    mentions: tuple[Mention, ...] = ()
    redirect: str | None = None
    truncated: bool = False
    rewritten: bool = False

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The mentions as witnesses; their key is the URL's until an outlet gives a better one."""
        return tuple(
            Witness(urls.key(m.url), m.kind, self.ref, self.when, m.url, m.title, m.date, m.byline)
            for m in self.mentions
        )


def to_json(found: Survey) -> dict[str, Any]:
    """``found`` as what JSON holds."""
    plain: dict[str, Any] = jsonlines.plain(found)
    return plain


def from_json(raw: dict[str, Any]) -> Survey:
    """The survey that ``to_json`` wrote."""
    return jsonlines.restore(Survey, raw)


_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_FEED_ROOT = re.compile(
    r"^\s*(?:<\?xml[^>]*>)?\s*(?:<!--(?:(?!-->).){0,2000}-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*"
    r"<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex)\b",
    re.DOTALL,
)
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|title|div|p|br|table|article|meta|script|h[1-6]|a|frameset)\b(?!\\)", re.IGNORECASE
)
_DATA = re.compile(
    r"\s*(?:[{\[]|(?:try\s*\{\s*)?(?:window\.)?[\w$.]{1,60}\s*(?:&&\s*[\w$.]+)?\(\s*[{\[\"']|(?:var|let|const)\s)"
)
_SCRIPT_REDIRECT = re.compile(
    r"(?:window|document|self|top|parent)?\.?location(?:\.href)?\s*=\s*[\"']([^\"']{1,2000})[\"']"
    r"|location\.(?:replace|assign)\(\s*[\"']([^\"']{1,2000})[\"']"
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[。！？!?.…」』”）)]\s*$")
_MARKED = re.compile(
    r"\"@type\"\s*:\s*\[?\s*\"((?:\w*News\w*|\w*)Article|BlogPosting|LiveBlogPosting|Report|CollectionPage|WebSite|ItemList)\""
)
_ARTICLE_MARKS = (
    "article",
    "news.article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "liveblogposting",
    "report",
)

SHORT = 400
"""Characters of running text (Chinese ones count twice) below which a page's words may say what it is."""


def survey(
    capture: Capture,
    html: str,
    *,
    truncated: bool = False,
    rewritten: bool = False,
    hosts: Collection[str] = (),
    cards: Sequence[CardRule] = (),
) -> Survey:
    """The survey of a capture whose body, decoded and rid of the archive's traces, is ``html``; never fails on bad HTML.

    ``rewritten`` says that an archive had rewritten the page; ``hosts`` are further hosts of the paper,
    ``cards`` the outlet's rules for the cards of its listings, which go before what is guessed.
    """
    if _is_feed(capture, html):
        entries = feed_entries(html, capture.url)
        return _without_tree(
            capture, Verdict(PageKind.FEED, "its root is that of a feed or sitemap"), entries, truncated=truncated
        )
    if (capture.status or 200) == 200 and html.strip() and (_DATA.match(html[:300]) or not _MARKUP.search(html)):
        return _without_tree(
            capture, Verdict(PageKind.UNKNOWN, "no HTML: text, data or a script"), (), truncated=truncated
        )
    address = urls.original(capture.url)
    document = tree.parse(html)
    lines = tree.lines(document)
    head = _head(document)
    anchors = {words for a in document.iter_elements("a") if (words := tree.clean(a.text))}
    running = [line for line in lines if line not in anchors and _runs(line)]
    text = "\n".join(running)
    shown = sum(map(len, lines))
    links = sum(len(words) for words in anchors)
    found = _with_cards(mentions(document, address, hosts), document, address, cards)
    title = head.get("title")
    h1 = document.select_one("h1")
    redirect = _redirect(document, html, head, address) if shown < 2 * SHORT else None
    share = min(1.0, links / shown) if shown else 0.0
    chars = sum(map(len, running))
    stretch = _stretch(lines, anchors)
    headlines = [m for m in found if m.title and (m.kind == "card" or len(m.title) >= _HEADLINE)]
    if (
        len(headlines) >= 6 and stretch >= SHORT
    ):  # a headline in one line with its summary or its day is no running text
        stretch = _stretch(lines, {line for line in lines if line in anchors or _heads(line, headlines)})
    marked = head.get("og:type") or _mark(document)
    headline = (tree.text(h1)[:500] or None) if h1 is not None else None
    whole = running if chars >= SHORT / 2 else lines  # a caption's story has the menu's words to be told by
    verdict = _verdict(capture, title or "", lines, chars, stretch, share, found, marked, redirect)
    return Survey(
        ref=capture.ref,
        url=capture.url,
        key=capture.key if address == capture.url else urls.key(address),
        when=capture.when,
        verdict=verdict,
        status=capture.status,
        title=title or None,
        headline=headline,
        canonical=urls.original(head["canonical"], address) if head.get("canonical") else None,
        language=language_of(text[:1500]) or (head.get("lang") or None),
        marked=marked,
        chars=chars,
        text_digest=text_digest([title or "", headline or "", *whole]) if lines else "",
        simhash=simhash("\n".join(whole)[:2500]),
        template=skeleton(document),
        dates=find_dates(lines),
        links=len(found),
        link_share=round(share, 3),
        mentions=found,
        redirect=redirect,
        truncated=truncated,
        rewritten=rewritten,
    )


def _with_cards(
    found: tuple[Mention, ...], document: Document, base: str, rules: Sequence[CardRule]
) -> tuple[Mention, ...]:
    """The mentions with what the outlet's card rules say in the place of what was guessed of the same address."""
    if not rules:
        return found
    ruled = {card.url: card for card in outlets.read_cards(document, rules, base)}
    out = []
    for m in found:
        card = ruled.get(m.url)
        out.append(Mention(m.url, card.title or m.title, card.date, card.byline, "card") if card else m)
    return tuple(out)


def _without_tree(capture: Capture, verdict: Verdict, entries: tuple[Mention, ...], *, truncated: bool) -> Survey:
    return Survey(
        capture.ref, capture.url, capture.key, capture.when, verdict, capture.status,
        links=len(entries), mentions=entries, truncated=truncated,
    )  # fmt: skip


def _is_feed(capture: Capture, html: str) -> bool:
    if _FEED_ROOT.match(html[:6000]):
        return True
    if (capture.mimetype or "").partition(";")[0].strip().lower() not in _FEED_TYPES:
        return False
    return "<item" in html or "<entry" in html or html.lstrip().startswith("{")


def _head(document: Document) -> dict[str, str]:
    """Title, language and the metas that matter here."""
    out: dict[str, str] = {}
    root = document.root
    if root is not None and (lang := root.attr("lang")):
        out["lang"] = lang.strip()[:35]
    title = document.select_one("title")
    if title is not None:
        out["title"] = tree.clean(title.text)[:500]
    for meta in document.iter_elements("meta"):
        name = (meta.attr("property") or meta.attr("name") or meta.attr("http-equiv") or "").lower()
        if name in ("og:type", "og:url", "refresh") and (content := meta.attr("content")):
            out.setdefault(name, content.strip()[:2000])
    for link in document.iter_elements("link"):
        if (link.attr("rel") or "").lower() == "canonical" and (href := link.attr("href")):
            out.setdefault("canonical", href.strip()[:2000])
    return out


def _runs(line: str) -> bool:
    """Whether a line is running text: long, or a sentence; menus, labels and dates are neither."""
    length = len(line)
    if line.isascii():
        return length >= 60 or (length >= 25 and _ENDS_SENTENCE.search(line) is not None)
    return length >= 25 or (length >= 10 and _ENDS_SENTENCE.search(line) is not None)


def _heads(line: str, headlines: Sequence[Mention]) -> bool:
    """Whether a line is a card's, or a link's with little beside it: the day, a mark."""
    return _runs(line) and any(
        m.title in line and (m.kind == "card" or len(m.title) >= 0.6 * len(line)) for m in headlines if m.title
    )


_HEADLINE = 8
"""Characters; no headline is shorter."""


def _stretch(lines: list[str], anchors: set[str]) -> int:
    """Characters of the longest stretch of running text that no link or menu line breaks; captions and dates do not break it."""
    best = here = gap = 0
    for line in lines:
        if line in anchors:
            here = gap = 0
        elif _runs(line):
            here += len(line)
            gap = 0
            best = max(best, here)
        else:
            gap += 1
            if gap > 3:
                here = 0
    return best


def _mark(document: Document) -> str | None:
    for script in document.select('script[type="application/ld+json"]'):
        if found := _MARKED.search(script.text[:20000]):
            return found.group(1)
    return None


def _redirect(document: Document, html: str, head: dict[str, str], base: str) -> str | None:
    if "refresh" in head and (found := _REFRESH.match(head["refresh"])):
        return urls.original(found.group(1), base)
    if len(html) < 20000:
        for script in document.iter_elements("script"):
            if found := _SCRIPT_REDIRECT.search(script.text[:5000]):
                return urls.original(found.group(1) or found.group(2), base)
    return None


_BARE = 4


def _verdict(  # noqa: PLR0917  (one caller, just above)
    capture: Capture,
    title: str,
    lines: list[str],
    chars: int,
    stretch: int,
    share: float,
    found: tuple[Mention, ...],
    marked: str | None,
    redirect: str | None,
) -> Verdict:
    """The first opinion, by what the page is alone."""
    status = capture.status
    if status is not None and 300 <= status < 400:
        return Verdict(PageKind.REDIRECT, f"served with status {status}")
    if status is not None and status >= 400:
        return Verdict(PageKind.ERROR, f"served with status {status}")
    shown = sum(map(len, lines))
    # An archive's own page has few links to the paper; an article about an archive has the paper's menu.
    weight = sum(len(line) if line.isascii() else 2 * len(line) for line in lines if _runs(line))
    short = weight <= SHORT and shown <= 5 * SHORT
    if redirect and shown < SHORT and urls.key(redirect) != capture.key:
        return Verdict(PageKind.REDIRECT, f"sends the reader to {redirect}")
    if short and (said := wording.of_title(title)):
        return said
    if not lines:
        return Verdict(PageKind.EMPTY, "shows no text")
    if short:
        said = wording.of_page("\n".join(line for line in lines if len(line) > 3))
        if said and (len(found) < 12 or (chars < SHORT / 2 and said.kind in (PageKind.OUTAGE, PageKind.ERROR))):
            return said
    elif not found and weight <= _BARE * SHORT:  # a page that leads nowhere, as a last word does
        said = wording.of_page("\n".join(lines))
        if said and said.kind is PageKind.FAREWELL:
            return said
    path = urls.key(capture.url).partition(")")[2]
    if path in ("/", "/index.html", "/index.htm", "/index.php", "/default.asp", "/default.aspx"):
        return Verdict(PageKind.LISTING, "the front page")
    cards = sum(m.kind == "card" for m in found)
    calls = (marked or "").lower()
    if calls in _ARTICLE_MARKS and (stretch > 40 or chars > 40) and not (share > 0.6 and cards > 8 and stretch < SHORT):
        return Verdict(PageKind.ARTICLE, f"calls itself {marked}")
    if calls in ("collectionpage", "itemlist"):
        return Verdict(PageKind.LISTING, f"calls itself {marked}")
    if stretch >= SHORT:
        return Verdict(PageKind.ARTICLE, f"{stretch} characters of running text in one stretch")
    if chars >= SHORT / 4 and share < 0.4 and _headed(title, lines):
        return Verdict(PageKind.ARTICLE, f"{chars} characters of running text below the headline that its title names")
    if len(found) >= 8 and (share > 0.5 or cards * 60 > chars):
        return Verdict(PageKind.LISTING, f"{len(found)} links to the paper, {share:.0%} of its text in links")
    if cards >= 5 and cards * 160 > chars:
        return Verdict(PageKind.LISTING, f"{cards} cards and no running text between them")
    if chars >= SHORT / 4:
        return Verdict(PageKind.ARTICLE, f"{chars} characters of running text")
    if len(found) >= 8:
        return Verdict(PageKind.LISTING, f"{len(found)} links to the paper and little else")
    return Verdict(PageKind.UNKNOWN, f"{chars} characters of running text, {len(found)} links to the paper")


def _headed(title: str, lines: Sequence[str]) -> bool:
    """Whether the page shows a headline that its title is made of; a section's name is shorter."""
    whole = "".join(title.split())
    for line in lines:
        if len(line) <= len(title):
            bare = "".join(line.split())
            enough = 22 if bare.isascii() else 10
            if len(bare) >= enough and 2 * len(bare) >= len(whole) and bare in whole:
                return True
    return False
