"""What class names look like: words, blocks and elements, short codes of old, build tools' hashes, utilities, none."""

from __future__ import annotations

import hashlib
from random import Random

from backissue.demo.families.recipe import Namer, choose

__all__ = ["bem", "hashed", "ids", "nameless", "semantic", "short", "utility"]

_WORDS = {
    "title": ("title", "headline", "entry-title", "post-title", "article-title", "news-title", "tit"),
    "byline": ("byline", "author", "writer", "post-author", "article-author", "reporter"),
    "date": ("date", "time", "pubtime", "post-date", "published", "article-date", "timestamp"),
    "update": ("updated", "modified", "update-time", "last-update"),
    "section": ("section", "category", "channel", "crumb", "kicker"),
    "body": ("content", "article-body", "entry-content", "post-content", "main-text", "article-text", "detail"),
    "story": ("article", "post", "entry", "story", "news-detail", "single"),
    "header": ("header", "article-header", "top-info", "post-header", "heading"),
    "meta": ("meta", "info", "post-meta", "article-info", "source"),
    "figure": ("figure", "photo", "image", "pic", "media-box"),
    "caption": ("caption", "photo-caption", "desc", "pic-text"),
    "credit": ("credit", "photo-credit", "copyright", "by-photo"),
    "tags": ("tags", "keywords", "tag-list", "labels"),
    "related": ("related", "more", "recommend", "see-also", "related-posts"),
    "share": ("share", "social", "sns", "share-bar"),
    "signup": ("subscribe", "newsletter", "support", "join-us", "donate"),
    "author-box": ("author-box", "about-author", "bio", "writer-intro"),
    "comments": ("comments", "discussion", "reply-list", "feedback"),
    "sidebar": ("sidebar", "side", "rail", "right-col"),
    "ticker": ("ticker", "breaking", "marquee", "headlines"),
    "cookie": ("cookie", "consent", "privacy-bar"),
    "card": ("item", "card", "list-item", "post-item", "news-item"),
    "list": ("list", "news-list", "posts", "feed", "archive-list"),
}


def semantic(rng: Random) -> Namer:
    """Plain English words, one drawn for each role."""
    drawn = {role: choose(rng, *words) for role, words in _WORDS.items()}
    return lambda role: f' class="{drawn.get(role, role)}"'


def bem(rng: Random) -> Namer:
    """``block__element--modifier``, one block for the story."""
    block = choose(rng, "c-article", "story", "o-news", "Article", "p-detail", "content-page")
    drawn = {role: choose(rng, *words) for role, words in _WORDS.items()}
    return lambda role: f' class="{block}__{drawn.get(role, role)}{"--main" if role == "body" else ""}"'


def hashed(rng: Random) -> Namer:
    """What a bundler leaves: ``css-1x2y3z``, ``Body_root__a1B2c``, ``sc-abc def``."""
    salt = str(rng.random())
    form = choose(rng, "css", "module", "styled")

    def name(role: str) -> str:
        code = hashlib.sha1(f"{salt}{role}".encode(), usedforsecurity=False).hexdigest()
        if form == "css":
            return f' class="css-{code[:6]}"'
        if form == "module":
            return f' class="{choose(Random(code), "Box", "Text", "Wrap", "Layout")}_root__{code[:5]}"'  # noqa: S311  (a fixed name for a role)
        return f' class="sc-{code[:6]} {code[6:11]}"'

    return name


def short(rng: Random) -> Namer:
    """Two or three letters and a number, as hand-made pages of the first years had."""
    drawn = {role: f"{role[0]}{choose(rng, 'b', 'x', 't', 'n', 'w')}{1 + int(rng.random() * 20)}" for role in _WORDS}
    return lambda role: f' class="{drawn.get(role, role[:3])}"'


def utility(rng: Random) -> Namer:
    """Utility classes that say how a thing looks and nothing of what it is; several roles share them."""
    pool = (
        "mt-4 text-sm",
        "flex items-center",
        "mb-2 font-bold",
        "px-4 py-2",
        "text-gray-600 text-xs",
        "leading-7 mb-6",
        "w-full block",
    )
    drawn = {role: choose(rng, *pool) for role in _WORDS}
    drawn["title"] = "text-3xl font-bold my-4"
    drawn["body"] = "prose max-w-none leading-8"
    return lambda role: f' class="{drawn.get(role, "block")}"'


def ids(rng: Random) -> Namer:
    """Names by ``id``, as pages built by a server's controls had, for what stands once; classes for the rest."""
    prefix = choose(rng, "ctl00_", "main_", "lbl", "News", "")
    once = {"title", "byline", "date", "body", "section", "update", "story", "sidebar"}

    def name(role: str) -> str:
        return f' id="{prefix}{role.title()}"' if role in once else f' class="{role}"'

    return name


def nameless(rng: Random) -> Namer:
    """No names at all, or for the body only."""
    body = rng.random() < 0.5
    return lambda role: ' id="content"' if body and role == "body" else ""
