"""The pages around the articles: front page, sections, archive pages, feeds, the paper's own pages, and strangers.

Everything keeps a few cards in hand and no more. Each function yields shots; who writes them is ``making``'s affair.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import format_datetime

from .defects.answers import farewell_page, farewell_words, outage_page, parked_page
from .html import esc
from .media import png
from .paper import Card, Paper
from .scenes import Shot

__all__ = ["Newsstand", "assets", "own_pages", "strangers"]


class Newsstand:
    """Remembers the last cards as the paper prints on, and shows the listing pages that fall due."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.front: deque[Card] = deque(maxlen=14)
        self.sections: dict[str, deque[Card]] = {}
        self.month: list[Card] = []
        self.count = 0
        self.pages = 0
        self.sections_seen: dict[str, int] = {}

    def add(self, card: Card) -> Iterator[Shot]:
        """Takes a new article in and yields the captures of listings that this makes due."""
        self.count += 1
        self.front.appendleft(card)
        section = self.sections.setdefault(card.section, deque(maxlen=12))
        section.appendleft(card)
        seen = self.sections_seen[card.section] = self.sections_seen.get(card.section, 0) + 1
        self.month.append(card)
        when = (card.published + timedelta(minutes=50, seconds=self.count % 60)).replace(microsecond=0)
        if self.count % 13 == 0:
            yield self._list("/", self.paper.name, tuple(self.front), when)
        if self.count % 17 == 0:
            yield self._feed(when + timedelta(minutes=2))
        if seen % 9 == 0:
            part = self.paper.sections.get(card.section, "x")
            yield self._list(
                self.paper.section_path.format(part=part), card.section, tuple(section), when + timedelta(minutes=4)
            )
        if len(self.month) == 40:
            yield from self.close(when)

    def close(self, when: datetime) -> Iterator[Shot]:
        """The archive page of whatever cards are still in hand: every article stands on exactly one."""
        if self.month:
            self.pages += 1
            older = (
                f"{self.paper.era(when).scheme}://{self.paper.home}{self.paper.archive_path.format(number=self.pages - 1)}"
                if self.pages > 1
                else None
            )
            yield self._list(
                self.paper.archive_path.format(number=self.pages),
                say(self.paper, f"文章存檔（{self.pages}）", f"Archive, page {self.pages}"),
                tuple(reversed(self.month)),
                when + timedelta(minutes=6),
                older,
            )
            self.month = []

    def _list(self, path: str, heading: str, cards: tuple[Card, ...], when: datetime, older: str | None = None) -> Shot:
        era = self.paper.era(when)
        html = era.look.listing(self.paper, heading, cards, charset="utf-8", older=older)
        return Shot(f"{era.scheme}://{self.paper.home}{path}", when, "listing", html=html)

    def _feed(self, when: datetime) -> Shot:
        era = self.paper.era(when)
        home = f"{era.scheme}://{self.paper.home}"
        if era is self.paper.eras[-1]:
            entries = "".join(
                f'<entry><title>{esc(c.title)}</title><link href="{esc(c.url)}"/><id>{esc(c.url)}</id><published>{c.published.isoformat()}</published>'
                f"<updated>{c.published.isoformat()}</updated><author><name>{esc(c.author)}</name></author><summary>{esc(c.summary)}</summary></entry>\n"
                for c in self.front
            )
            xml = f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>{esc(self.paper.name)}</title><id>{home}/</id><updated>{when.isoformat()}</updated>\n{entries}</feed>\n'
            return Shot(f"{home}/feed", when, "feed", html=xml, mime="application/atom+xml")
        items = "".join(
            f"<item><title>{esc(c.title)}</title><link>{esc(c.url)}</link><pubDate>{format_datetime(c.published)}</pubDate><author>{esc(c.author)}</author></item>\n"
            for c in self.front
        )
        xml = f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>{esc(self.paper.name)}</title><link>{home}/</link>\n{items}</channel></rss>\n'
        return Shot(f"{home}/rss.xml", when, "feed", html=xml, mime="application/rss+xml")


def say(paper: Paper, chinese: str, english: str) -> str:
    """The words in the paper's own language and script."""
    words = english if paper.language.startswith("en") else chinese
    return paper.translate(words) if paper.translate else words


def _words(paper: Paper) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The paper's own pages: address, heading, paragraphs."""
    p = paper
    return {
        "/about": (
            say(p, "關於本報", "About us"),
            (
                say(
                    p,
                    f"《{p.name}》（{p.english}）創辦於{p.first.year}年，由一群記者與讀者集資營運，不設股東，不收政府廣告。",
                    f"{p.name} was founded in {p.first.year} by reporters and readers; it has no shareholders and takes no advertising from the government.",
                ),
                say(
                    p,
                    "我們報道鯉灣的日常與制度，相信街坊的名字與官員的名字一樣重要。",
                    "We report on how the city lives and how it is run, and think a neighbour's name as important as an official's.",
                ),
                say(
                    p,
                    f"來信請寄 editor@{p.host}；投訴及更正由編輯委員會處理。",
                    f"Write to editor@{p.host}; complaints and corrections go to the editorial board.",
                ),
            ),
        ),
        "/subscribe": (
            say(p, f"訂閱《{p.letter}》", f"Subscribe to {p.letter}"),
            (
                say(
                    p,
                    f"《{p.letter}》是《{p.name}》的每周通訊，逢星期五早上寄出，附當周五篇必讀報道及編輯手記。",
                    f"{p.letter} is the weekly letter of {p.name}: every Friday morning, five stories not to miss and a note from the editor.",
                ),
                say(
                    p,
                    "月費六十元，學生及長者三十元；亦可一次過贊助。",
                    "Sixty dollars a month, thirty for students and pensioners; single gifts are welcome.",
                ),
                say(
                    p,
                    "訂閱資料只用於寄送，不會交予第三者。",
                    "Your address is used for the letter and given to nobody.",
                ),
            ),
        ),
    }


def own_pages(paper: Paper) -> Iterator[tuple[Shot, str, tuple[str, ...]]]:
    """The paper's own pages, each with its heading and paragraphs: about, subscribe in each design, and the farewell at its own address."""
    for era in paper.eras:
        when = era.since + timedelta(days=40, hours=3)
        for at, (path, (heading, paragraphs)) in enumerate(_words(paper).items()):
            html = era.look.page(paper, heading, paragraphs, charset="utf-8")
            shot = Shot(f"{era.scheme}://{paper.home}{path}", when + timedelta(minutes=at), "page", html=html)
            yield shot, heading, paragraphs
    closed = datetime(paper.closed.year, paper.closed.month, paper.closed.day, 12, tzinfo=paper.zone)
    shot = Shot(f"https://{paper.home}/farewell", closed + timedelta(hours=2), "page", html=farewell_page(paper))
    heading, paragraphs = farewell_words(paper)
    yield shot, heading, paragraphs


def assets(paper: Paper) -> Iterator[Shot]:
    """Style sheets, scripts and the masthead's picture."""
    when = paper.eras[0].since + timedelta(days=5)
    home = f"http://{paper.home}"
    yield Shot(
        f"{home}/css/harbour.css",
        when,
        "style",
        body=b"body{font:14px sans-serif}.txt{line-height:1.8}\n",
        mime="text/css",
    )
    yield Shot(
        f"{home}/js/menu.js",
        when,
        "style",
        body=b"function menu(){return true}\n",
        mime="application/javascript",
        declared=None,
    )
    yield Shot(f"{home}/img/logo.png", when, "media", body=png(1, 120, 30), mime="image/png", declared=None)
    later = paper.eras[-1].since + timedelta(days=5)
    yield Shot(
        f"https://{paper.home}/assets/tide.css", later, "style", body=b".story__body{max-width:40em}\n", mime="text/css"
    )
    yield Shot(
        f"https://{paper.home}/assets/tide.js",
        later,
        "style",
        body=b"document.body.dataset.ready=1\n",
        mime="application/javascript",
        declared=None,
    )
    closed = datetime(paper.closed.year, paper.closed.month, paper.closed.day, 9, tzinfo=paper.zone)
    yield Shot(f"https://{paper.home}/", closed + timedelta(days=1), "farewell", html=farewell_page(paper))
    yield Shot(f"https://{paper.home}/", closed + timedelta(days=80), "outage", html=outage_page(7))
    yield Shot(f"https://{paper.home}/", closed + timedelta(days=1300), "parked", html=parked_page(paper, 3))
    yield Shot(f"https://{paper.home}/robots.txt", later, "style", body=b"User-agent: *\nAllow: /\n", mime="text/plain")


def strangers(paper: Paper) -> Iterator[Shot]:
    """Captures of other hosts that the same crawl brought home."""
    when = paper.eras[0].since + timedelta(days=90)
    other = "<!doctype html><html><head><meta charset='utf-8'><title>對岸日報</title></head><body><article><h1>對岸渡輪加價</h1><p>對岸的渡輪公司宣布，下月起成人票價加兩元，學生票價不變。</p><p>公司說油價上升，董事會已別無他法。</p></article></body></html>"
    yield Shot("https://www.other-shore-daily.example/news/2211", when, "foreign", html=other)
    yield Shot(
        "https://video.example/embed/1000001",
        when + timedelta(hours=1),
        "foreign",
        html="<html><head><title>player</title></head><body><video></video></body></html>",
    )
    yield Shot(
        "https://ads.broker.example/pixel.gif",
        when + timedelta(hours=2),
        "foreign",
        body=b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
        mime="image/gif",
        declared=None,
    )
    yield Shot(
        "https://social.example/share?u=1",
        when + timedelta(hours=3),
        "foreign",
        html="<html><body>log in</body></html>",
        status=200,
    )
