"""What other archives call things: which of their keys means which field of a record. Data, and nothing but.

A profile is chosen by name, or by the keys that most files have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backissue.model import BadInstruction

__all__ = ["PROFILES", "Profile", "choose"]


@dataclass(frozen=True, slots=True)
class Profile:
    """``keys`` gives for each field of a record the foreign keys that may hold it, best first.

    ``ignored`` are keys that say nothing of the article (layout, weight). ``dated``
    says that a file's name begins with its date.
    """

    name: str
    keys: Mapping[str, tuple[str, ...]]
    ignored: frozenset[str] = frozenset()
    dated: bool = False


_OURS = {
    name: (name,)
    for name in ("title", "date", "last_updated", "author", "category", "tags", "url", "original_url", "id", "body")
}

PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("backissue", _OURS),
        Profile(
            "hugo",
            {
                "title": ("title",),
                "date": ("date", "publishDate", "publishdate", "published"),
                "last_updated": ("lastmod", "modified", "last_updated", "updated"),
                "author": ("author", "authors", "byline"),
                "category": ("category", "categories", "section", "sections"),
                "tags": ("tags", "keywords"),
                "url": ("archive_url", "wayback_url"),
                "original_url": ("original_url", "canonicalURL", "canonical_url", "canonical", "source_url", "url"),
                "id": ("id",),
            },
            frozenset(
                [
                    "draft",
                    "layout",
                    "type",
                    "slug",
                    "weight",
                    "menu",
                    "aliases",
                    "description",
                    "summary",
                    "images",
                    "image",
                    "toc",
                    "featured",
                    "cover",
                    "params",
                    "expiryDate",
                    "resources",
                    "linkTitle",
                    "isCJKLanguage",
                    "markup",
                    "outputs",
                    "series",
                    "lang",
                    "translationKey",
                    "cascade",
                ]
            ),
        ),
        Profile(
            "jekyll",
            {
                "title": ("title",),
                "date": ("date",),
                "last_updated": ("last_modified_at", "last_updated", "updated", "modified"),
                "author": ("author", "authors", "byline"),
                "category": ("category", "categories"),
                "tags": ("tags", "tag", "keywords"),
                "url": ("archive_url", "wayback_url"),
                "original_url": ("original_url", "canonical_url", "source_url", "permalink", "redirect_from"),
                "id": ("id", "wordpress_id"),
            },
            frozenset(
                [
                    "layout",
                    "published",
                    "excerpt",
                    "slug",
                    "image",
                    "description",
                    "comments",
                    "type",
                    "status",
                    "parent_id",
                    "meta",
                    "lang",
                ]
            ),
            dated=True,
        ),
    )
}
"""The profiles built in, by name."""

_SIGNS = {
    "backissue": frozenset({"original_url", "last_updated"}),
    "hugo": frozenset({"lastmod", "draft", "publishDate", "categories", "weight", "keywords"}),
    "jekyll": frozenset({"layout", "permalink", "last_modified_at", "categories", "excerpt"}),
}


def choose(name: str | None, keys: Iterable[Iterable[str]]) -> Profile:
    """The profile called ``name``; without a name, the one that speaks most like the front matters ``keys``.

    Raises BadInstruction for a name that is none.
    """
    if name is not None:
        if name not in PROFILES:
            raise BadInstruction(f"there is no profile {name!r}", f"There are: {', '.join(PROFILES)}.")
        return PROFILES[name]
    counted: Counter[str] = Counter()
    for one in keys:
        counted.update(one)
    score = {profile: sum(counted[sign] for sign in signs) for profile, signs in _SIGNS.items()}
    return PROFILES[max(score, key=lambda profile: (score[profile], profile == "backissue"))]
