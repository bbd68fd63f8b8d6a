"""Papers laid out anew: the same articles with headline, section, dates, byline and tags printed in places drawn at random.

A layout is drawn for a whole paper; all its articles' pages are put through it. Around the article stays what was there:
menu, lists, remarks, adverts. So a few designs become as many as there are seeds, and a learner that knows a design's
names or its order is found out. Refuses pages whose text it cannot tell from the rest; they stay as they are.
"""

from __future__ import annotations

import hashlib
import html as entities
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import turbohtml
from turbohtml import Document, Element

__all__ = ["Layout", "Relaid"]

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_INK = re.compile(r"\s+")
_SIGNED = re.compile(r"^(?:文|圖文|图文|撰文|記者|记者|作者|採訪|采访|By|by|Words|Text|Story)|[/／]")
_DAYLIKE = re.compile(r"(?:19|20)\d\d|\d{1,2}[/.:-]\d\d|年|\d+ ?月")
_Day = date | datetime


def _bare(words: str) -> str:
    return _INK.sub("", words)


def _han(t: _Day, *, clock: bool = True) -> str:
    return f"{t.year}年{t.month}月{t.day}日" + (f" {t:%H:%M}" if clock and isinstance(t, datetime) else "")


def _iso(t: _Day, *, clock: bool = True) -> str:
    return f"{t:%Y-%m-%d}" + (f" {t:%H:%M}" if clock and isinstance(t, datetime) else "")


def _dots(t: _Day, *, clock: bool = True) -> str:
    return f"{t:%d.%m.%Y}" + (f" {t:%H:%M}" if clock and isinstance(t, datetime) else "")


def _slashes(t: _Day, *, clock: bool = True) -> str:
    return f"{t:%Y/%m/%d}" + (f" {t:%H:%M}" if clock and isinstance(t, datetime) else "")


def _american(t: _Day, *, clock: bool = True) -> str:
    said = f"{_MONTHS[t.month - 1]} {t.day}, {t.year}"
    return (
        f"{said} {t.hour % 12 or 12}:{t.minute:02d} {'AM' if t.hour < 12 else 'PM'}"
        if clock and isinstance(t, datetime)
        else said
    )


def _british(t: _Day, *, clock: bool = True) -> str:
    return f"{t.day} {_MONTHS[t.month - 1][:3]} {t.year}" + (
        f", {t:%H:%M}" if clock and isinstance(t, datetime) else ""
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """What one page has to print; HTML already escaped."""

    title: str
    author: str
    section: str
    day: _Day
    changed: _Day | None
    tags: tuple[str, ...]
    url: str
    place: str  # the address of the section's page


class Layout:
    """One way to lay out articles, drawn from ``seed``."""

    def __init__(self, seed: int, *, english: bool, labelled: bool = False) -> None:
        rng = self._rng = Random(f"layout/{seed}")
        self.english = english
        self._names = rng.choice(("told", "told", "built", "none"))
        self.mute = rng.random() < 0.6  # machines are told nothing
        self._say = rng.choice(
            (_american, _british, _iso, _slashes) if english else (_han, _han, _iso, _slashes, _dots)
        )
        self._clock = rng.random() < 0.5
        self._title = rng.choice(("h1", "h1", "h2", "div", "td", "linked", "p"))
        self._section = rng.choice(
            ("crumbs", "crumbs", "kicker", "kicker-link", "facts", "facts-link", "label", "after")
        )
        self._by = rng.choice(("own", "own", "facts", "facts", "first", "last", "after", "label", "link", "box"))
        if labelled and self._by in ("label", "box"):  # 文：X is no value of a label
            self._by = "own"
        self._date = rng.choice(("own", "own", "facts", "facts", "facts", "label", "above", "after"))
        self._change = rng.choice(("beside", "own", "label", "after"))
        self._tags = rng.choice(("links", "links", "list", "commas", "hashes", "inner", "label"))
        self._split = rng.choice((" | ", "　", " · ", " / ", "&nbsp;&nbsp;"))
        self._block = rng.choice(("div", "p", "div", "section"))
        self._piece = rng.choice(("span", "span", "em", "div", "bare"))
        if self._block == "p" and self._piece == "div":
            self._piece = "span"
        self._byline_first = rng.random() < 0.5
        self._noise = rng.random() < 0.5
        self._printed_too = rng.random() < 0.2
        self._frame = rng.choice(("flat", "header", "table", "dl"))
        self._secret = f"{seed}"

    def __str__(self) -> str:
        return " ".join(
            f"{name.strip('_')}={value}"
            for name, value in sorted(vars(self).items())
            if isinstance(value, (str, bool)) and name not in {"_secret", "_split"}
        )

    def page(self, html: str, story: Mapping[str, Any], source: Mapping[str, Any]) -> str:
        """The page of an article laid out anew; ``story`` and ``source`` are the lines of the truth."""
        document = turbohtml.parse(html)
        body = _text_of(document, story["text"])
        if body is None:
            return html
        box = body.parent
        while (
            isinstance(box, Element)
            and box.tag not in ("body", "html")
            and _bare(story["title"]) not in _bare(box.text)
        ):
            box = box.parent
        if not isinstance(box, Element):
            return html
        sections = {_bare(a.text): a.attr("href") or "" for a in document.select("a[href]")}
        place = sections.get(_bare(source["category"] or ""), "/")
        _strip(box, body, story, source)
        told = _Story(
            entities.escape(story["title"]), entities.escape(source["author"] or ""), entities.escape(source["category"] or ""),
            _moment(source["date"], source.get("published")), _when(source["last_updated"]), tuple(map(entities.escape, source["tags"] or ())), source["url"], entities.escape(place),
        )  # fmt: skip
        parts: dict[str, list[str]] = {"top": [], "first": [], "last": [], "after": []}
        self._compose(told, parts)
        around = body
        while around.parent is not None and around.parent != box and isinstance(around.parent, Element):
            around = around.parent
        if body.tag in ("td", "tr", "table"):
            around = body.closest("table") or body
        around.insert_adjacent_html("beforebegin", self._framed("".join(parts["top"])))
        around.insert_adjacent_html("afterend", "".join(parts["after"]))
        body.insert_adjacent_html("afterbegin", "".join(parts["first"]))
        body.insert_adjacent_html("beforeend", "".join(parts["last"]))
        if self.mute:
            _silence(document)
        return document.serialize()

    # What is printed where

    def _compose(self, s: _Story, parts: dict[str, list[str]]) -> None:
        own = self._own
        facts: list[str] = []
        labelled: list[tuple[str, str]] = []
        day = self._say(s.day, clock=self._clock)
        named = {"links": "tags", "list": "taglist"}
        # the section
        home = self.word("首頁", "Home")
        link = f'<a href="{s.place}">{s.section}</a>'
        if s.section:
            match self._section:
                case "crumbs":
                    parts["top"].append(
                        own("crumb", f'<a href="/">{home}</a> &gt; {link} &gt; {self.word("正文", "Story")}')
                    )
                case "kicker":
                    parts["top"].append(own("kicker", s.section))
                case "kicker-link":
                    parts["top"].append(own("kicker", link))
                case "facts":
                    facts.append(self._bit("sec", s.section))
                case "facts-link":
                    facts.append(self._bit("sec", link))
                case "label":
                    labelled.append((self.word("版面", "Section"), s.section))
                case _:
                    parts["after"].append(own("filed", f"{self.word('分類：', 'Filed under: ')}{link}"))
        title = self._headline(s)
        if self._date == "above":
            parts["top"].append(own("date", day))
        parts["top"].append(title)
        # the byline
        if s.author:
            bare = not _SIGNED.search(s.author)
            match self._by:
                case "own":
                    parts["top"].append(own("byline", s.author))
                case "link":
                    parts["top"].append(
                        own(
                            "byline",
                            f'<a href="/author/{hashlib.md5(s.author.encode()).hexdigest()[:6]}">{s.author}</a>',
                        )
                    )
                case "label" if bare:
                    labelled.append((self.word("作者", "Author"), s.author))
                case "first":
                    parts["first"].append(own("byline", s.author, "p"))
                case "last":
                    parts["last"].append(own("byline", s.author, "p"))
                case "after":
                    parts["after"].append(own("byline", s.author))
                case "box" if bare:
                    parts["after"].append(
                        own(
                            "authorbox",
                            f'<img src="/i/p.png"><b>{s.author}</b><p>{self.word("本報的老朋友，每周見面。", "An old friend of this paper.")}</p>',
                        )
                    )
                case _:
                    facts.insert(0 if self._byline_first else len(facts), self._bit("by", s.author))
        # dates
        match self._date:
            case "own":
                parts["top"].append(own("date", day))
            case "label":
                labelled.insert(0, (self.word("日期", "Date"), day))
            case "after":
                parts["after"].append(own("date", f"{self.word('發佈於 ', 'Posted ')}{day}"))
            case "facts":
                facts.append(self._bit("date", day))
        if s.changed is not None:
            word, said = self.word("更新", "Updated"), self._say(s.changed)
            match self._change:
                case "beside":
                    facts.append(self._bit("date", f"{word}：{said}" if not self.english else f"{word} {said}"))
                case "own":
                    parts["top"].append(own("upd", f"{word}: {said}"))
                case "label":
                    labelled.append((self.word("更新時間", "Last updated"), said))
                case _:
                    parts["after"].append(own("upd", f"{self.word('最後更新：', 'Last updated: ')}{said}"))
        if self._printed_too:
            later = s.day + timedelta(days=1)
            parts["after"].append(
                own("print", f"{self.word('見報日期：', 'In print: ')}{self._say(later, clock=False)}")
            )
        if self._noise:
            facts.append(self._bit("views", self.word("瀏覽 ", "Views ") + str(len(s.title) * 37 + s.day.day)))
        if labelled:
            parts["top"].append(self._labels(labelled))
        if facts:
            parts["top"].append(own("meta", self._split.join(facts)))
        # tags
        if not s.tags:
            return
        links = [
            f'<a href="/{self.word("t", "topics")}/{hashlib.md5(t.encode()).hexdigest()[:6]}">{t}</a>' for t in s.tags
        ]
        said = self.word("標籤：", "Tags: ")
        match self._tags:
            case "list":
                parts["after"].append(f"<ul{self._class(named['list'])}>{''.join(f'<li>{a}</li>' for a in links)}</ul>")
            case "commas":
                parts["after"].append(own("tags", said + self.word("、", ", ").join(s.tags)))
            case "hashes":
                parts["after"].append(own("tags", " ".join(f"#{t}" for t in s.tags)))
            case "inner":
                parts["last"].append(own("tags", said + self.word("、", ", ").join(links)))
            case "label":
                parts["after"].append(
                    f"<dl{self._class('kw')}><dt>{self.word('關鍵字', 'Keywords')}</dt><dd>{' '.join(links)}</dd></dl>"
                )
            case _:
                parts["after"].append(own("tags", " ".join(links)))

    def word(self, chinese: str, english: str) -> str:
        """The words in the paper's language."""
        return english if self.english else chinese

    def _headline(self, s: _Story) -> str:
        match self._title:
            case "h1" | "h2":
                return f"<{self._title}{self._class('title')}>{s.title}</{self._title}>"
            case "div":
                return f"<div{self._class('headline')}>{s.title}</div>"
            case "td":
                return f'<table width="100%"><tr><td{self._class("title")} align="center"><b>{s.title}</b></td></tr></table>'
            case "linked":
                return f'<h1{self._class("title")}><a href="{entities.escape(s.url)}">{s.title}</a></h1>'
        return f"<p{self._class('title')}><strong>{s.title}</strong></p>"

    def _labels(self, pairs: list[tuple[str, str]]) -> str:
        if self._frame == "dl":
            return f"<dl{self._class('facts')}>{''.join(f'<dt>{k}</dt><dd>{v}</dd>' for k, v in pairs)}</dl>"
        if self._frame == "table":
            return f"<table{self._class('facts')}>{''.join(f'<tr><td>{k}：</td><td>{v}</td></tr>' for k, v in pairs)}</table>"
        return self._own("facts", "".join(f"<span><b>{k}：</b>{v}</span> " for k, v in pairs))

    def _framed(self, inner: str) -> str:
        return f"<header{self._class('head')}>{inner}</header>" if self._frame == "header" else inner

    def _own(self, role: str, inner: str, tag: str = "") -> str:
        tag = tag or self._block
        return f"<{tag}{self._class(role)}>{inner}</{tag}>"

    def _bit(self, role: str, inner: str) -> str:
        return inner if self._piece == "bare" else f"<{self._piece}{self._class(role)}>{inner}</{self._piece}>"

    def _class(self, role: str) -> str:
        if self._names == "none":
            return ""
        name = role if self._names == "told" else "x" + hashlib.md5(f"{self._secret}{role}".encode()).hexdigest()[:5]
        return f' class="{name}"'


def _moment(day: str, whole: str | None) -> _Day:
    return datetime.fromisoformat(whole) if whole and len(whole) > 10 else date.fromisoformat(day)


def _when(said: str | None) -> _Day | None:
    if not said:
        return None
    return datetime.fromisoformat(said) if len(said) > 10 else date.fromisoformat(said)


def _text_of(document: Document, text: str) -> Element | None:
    """The smallest element that holds the article's paragraphs."""
    wanted = [bare for line in text.split("\n") if len(bare := _bare(line)) >= 8]
    at = document.select_one("body")
    if at is None or not wanted:
        return None

    def held(e: Element) -> int:
        words = _bare(e.text)
        return sum(line in words for line in wanted)

    if held(at) < 0.9 * len(wanted):
        return None
    while True:
        inner = next((c for c in at.children if isinstance(c, Element) and held(c) >= 0.9 * len(wanted)), None)
        if inner is None:
            break
        if inner.tag in ("p", "span", "font", "b"):
            break
        at = inner
    return None if at.tag in ("body", "p", "tr", "table", "tbody") else at


def _strip(box: Element, body: Element, story: Mapping[str, Any], source: Mapping[str, Any]) -> None:
    """Takes out of the box what prints a field, outside of the text; and of the text's own short lines of facts."""
    wanted = {
        _bare(w)
        for w in (story["title"], source["author"] or "", source["category"] or "", *(source["tags"] or ()))
        if w
    }
    names = {_bare(p["name"]) for p in source.get("authors") or () if p.get("name")} | (
        {_bare(source["author"])} if source["author"] else set()
    )
    inner = set(body.iter_elements())
    around = {body, *body.ancestors}
    doomed: list[Element] = []
    for e in box.iter_elements():
        if e in around or e in inner or e.tag in ("nav", "script", "style", "img"):
            continue
        words = _bare(e.text)
        if not words or len(words) > 140 or any(a in doomed for a in e.ancestors if isinstance(a, Element)):
            continue
        if e.closest("nav, aside, form") is not None:
            continue
        if (
            words in wanted
            or _bare(story["title"]) in words
            or any(n in words for n in names)
            or (_DAYLIKE.search(words) and len(words) <= 60)
            or any(w in words for w in wanted if len(words) <= len(w) + 12)
        ):
            doomed.append(e)
    tags = {_bare(tag) for tag in source["tags"] or ()}
    top = box.closest("html") or box
    doomed += [e for e in top.select("a") if e not in inner and _bare(e.text).lstrip("#") in tags]
    text = _bare(story["text"])
    for e in body.iter_elements(
        ("p", "div", "span", "ul", "dl", "section", "h1", "h2", "time", "address", "header", "footer")
    ):
        words = _bare(e.text)
        if (
            words
            and len(words) <= 60
            and words[:8] not in text
            and e.closest("figure") is None
            and (words in wanted or any(n in words for n in names) or (_DAYLIKE.search(words) and len(words) <= 60))
        ):
            doomed.append(e)
    for e in doomed:
        if e.parent is not None:
            e.extract()


_TOLD = re.compile(
    r"^(?:og:|twitter:|article:|news_keywords|keywords|author|date|pubdate|publish|last|dc\.|description|parsely|sailthru)",
    re.IGNORECASE,
)


def _silence(document: Document) -> None:
    """Takes away what machines are told."""
    for e in document.select('script[type="application/ld+json"], script:not([src])'):
        e.extract()
    for meta in document.select("meta"):
        if _TOLD.match(meta.attr("property") or meta.attr("name") or meta.attr("itemprop") or ""):
            meta.extract()


class Relaid:
    """The articles' pages of one paper in one layout.

    ``told`` are the truth's lines of article and source by a capture's key and time; ``articles`` the captures that
    show an article. What cannot be laid out anew is left out of the paper: it would be a design of its own.
    """

    def __init__(
        self,
        seed: int,
        told: Mapping[tuple[str, str], tuple[Mapping[str, Any], Mapping[str, Any]]],
        articles: Collection[tuple[str, str]],
        *,
        english: bool,
    ) -> None:
        signed = any(_SIGNED.search(source["author"]) for _, source in told.values() if source["author"])
        self.layout = Layout(seed, english=english, labelled=signed)
        self.told = told
        self.articles = articles

    def page(self, html: str, key: str, timestamp: str) -> str | None:
        """The page as it is laid out; as it was where it shows no article; None where it must be left out."""
        story = self.told.get((key, timestamp))
        if story is None:
            return None if (key, timestamp) in self.articles else html
        made = self.layout.page(html, *story)
        return None if made is html else made
