"""The title of an article without the site's name, from what agrees among heading, meta, JSON-LD and page title.

Newspapers write og:title by hand and it is believed first there; other sites
write it for search engines, and the heading is believed. Refuses to shorten a
title by anything but the site's own name.
"""

from __future__ import annotations

import html
import re

from turbohtml import Document

from backissue.records.generic.statements import Statements, plain

__all__ = ["bare", "title_of"]

MOST = 20
"""More headings of the first rank than this are no headings."""
_BARE = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"\s+[|\-–—·»«:•*/]+\s+|\s*[|｜︱丨ㅣ»]\s*|\s*[-_—–](?=[^\x00-\x7f])|：(?=[^：]*$)|_")


def bare(words: str) -> str:
    """Letters and digits only, lower case: what two printings of one title share."""
    return _BARE.sub("", words).lower()


def title_of(document: Document, said: Statements, host: str) -> tuple[str | None, str]:
    """The article's title without the site's name, and the evidence for it."""
    headings = [(" ".join(h.text.split())) for h in document.select("h1")[:MOST]]
    headings = [h for h in headings if h]
    stated = next((t for v in said.ld("headline") if (t := plain(v))), "")
    og = html.unescape(said.say("og:title") or "")
    og = " ".join(og.split())
    whole = document.select_one("title")
    page = " ".join(whole.text.split()) if whole is not None else ""
    printed = {bare(h): h for h in reversed(headings)}
    if og and (key := bare(og)) in printed:
        return printed[key], "og:title, h1"
    site = [bare(x) for x in (said.say("og:site_name") or "", host.removeprefix("www.").split(".")[0]) if x]
    if og:
        cut = _without_site(og, site, printed, stated, page)
        cut_bare = bare(cut)
        if cut_bare in printed:
            return printed[cut_bare], "og:title, h1"
        if stated and cut_bare == bare(stated):
            return stated, "og:title, json-ld"
        if not headings or _is_news(said, key):
            return cut, "og:title"
        og = cut
    cut_page = _without_site(page, site, printed, stated)
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


def _is_news(said: Statements, og: str) -> bool:
    """Whether the page calls itself news, or writes one title (``og``, bare) for all who share it."""
    kinds = " ".join([str(node.get("@type", "")) for node in said.article]).lower()
    if "news" in kinds or "live" in kinds:
        return True
    return said.say("og:type") == "article" and bare(said.say("twitter:title") or "") == og


def _alike(a: str, b: str) -> float:
    """The share of three-letter runs that two bare titles have in common."""
    x, y = {a[i : i + 3] for i in range(len(a) - 2)}, {b[i : i + 3] for i in range(len(b) - 2)}
    return len(x & y) / max(1, min(len(x), len(y))) if x and y else 0.0


def _without_site(words: str, site: list[str], printed: dict[str, str], *others: str) -> str:
    """``words`` cut before the site's name: at a separator, where the rest is printed elsewhere or the tail is the site."""
    cuts = list(_SUFFIX.finditer(words))
    if not cuts or bare(words) in printed:
        return words
    known = set(printed) | {bare(o) for o in others if o}
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
