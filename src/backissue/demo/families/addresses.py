"""How papers build an article's address; each says whether a number in it is the article's own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from backissue.demo.paper import Article, Paper, Version

__all__ = ["FORMS", "Form", "ascii_slug"]

_WORDS = [
    "harbour",
    "ferry",
    "lantern",
    "market",
    "bridge",
    "tenant",
    "storm",
    "council",
    "river",
    "island",
    "bakery",
    "lawsuit",
    "concert",
    "school",
    "nurse",
    "strike",
    "budget",
    "garden",
    "tram",
    "museum",
    "election",
    "flood",
    "typhoon",
    "pension",
    "mural",
    "printer",
    "cinema",
    "dragon",
    "boat",
    "wetland",
    "library",
    "protest",
    "wages",
    "island",
    "clinic",
    "orchard",
]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an address. ``has_id``: the article's number stands in it; ``slugged``: words that may be lost do too."""

    write: Callable[[Paper, Article, Version], str]
    has_id: bool = True
    slugged: bool = False

    def __call__(self, paper: Paper, article: Article, version: Version) -> str:
        """Path and query, percent-encoded."""
        return self.write(paper, article, version)


def ascii_slug(article: Article) -> str:
    """A few English words and four hexadecimal digits, the same for an article always."""
    digest = hashlib.sha1(f"{article.id}".encode(), usedforsecurity=False).digest()
    words = [_WORDS[b % len(_WORDS)] for b in digest[: 3 + digest[0] % 3]]
    return "-".join((*words, digest[6:8].hex()))


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


FORMS: dict[str, Form] = {
    "article/id/slug": Form(lambda _p, a, v: f"/article/{a.id}/{quote(v.title.replace(' ', '-'))}", slugged=True),
    "article/id": Form(lambda _p, a, _v: f"/article/{a.id}"),
    "a/id.html": Form(lambda _p, a, _v: f"/a/{a.id}.html"),
    "news/date/slug.html": Form(lambda _p, a, _v: f"/news/{a.published:%Y/%m/%d}/{ascii_slug(a)}.html", has_id=False),
    "date/slug": Form(lambda _p, a, _v: f"/{a.published:%Y/%m/%d}/{ascii_slug(a)}/", has_id=False),
    "news.php?id": Form(lambda _p, a, _v: f"/news.php?id={a.id}"),
    "?p": Form(lambda _p, a, _v: f"/?p={a.id}"),
    "section/day/n": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y%m%d}/{a.id}"),
    "year/month/id-slug": Form(lambda _p, a, _v: f"/{a.published:%Y/%m}/{a.id}-{ascii_slug(a)}/"),
    "story/day-id.htm": Form(lambda _p, a, _v: f"/story/{a.published:%Y%m%d}-{a.id}.htm"),
    "section/article/id/title": Form(lambda p, a, v: f"/{_part(p, a)}/article/{a.id}/{quote(v.title)}", slugged=True),
    "content_id.shtml": Form(lambda _p, a, _v: f"/{a.published:%Y-%m/%d}/content_{a.id}.shtml"),
}
