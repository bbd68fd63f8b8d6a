"""The language of an article: what its letters say, in the words of what was declared.

A paper's tag (``zh-Hant-HK``) says more than its letters can, and a template's
is often wrong; a declared tag counts where the letters agree. Refuses to name
a region that nobody declared.
"""

from __future__ import annotations

from collections.abc import Sequence

from backissue.text.scripts import language_of

__all__ = ["agrees", "language_for"]

_ENOUGH = 200  # characters: a paragraph tells as well as all of them, and half in scripts of many signs
_HANT = frozenset({"hant", "hk", "tw", "mo"})
_HANS = frozenset({"hans", "cn", "sg", "my"})


def language_for(text: str, declared: Sequence[str]) -> str | None:
    """The first of ``declared`` (BCP 47 tags, best first) that the letters of ``text`` agree with, else what they say."""
    told = language_of(text[: _ENOUGH if text[:40].isascii() else _ENOUGH // 2])
    tags = [tag.replace("_", "-") for tag in declared if tag]
    if told is None:
        return tags[0] if tags else None
    said = next((tag for tag in tags if agrees(tag, told)), told)
    return told if told.lower().startswith(f"{said.lower()}-") else said  # zh alone says less than the letters do


def agrees(tag: str, told: str) -> bool:
    """Whether a declared tag and a told language can both be true."""
    parts, other = tag.lower().split("-"), told.lower().split("-")
    if parts[0] != other[0]:
        return parts[0] in ("yue", "cmn") and other[0] == "zh"
    if "hant" in other:
        return not (_HANS & set(parts) and not _HANT & {p for p in parts if len(p) == 4})
    if "hans" in other:
        return not (_HANT & set(parts) and not _HANS & {p for p in parts if len(p) == 4})
    return True
