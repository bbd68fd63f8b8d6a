"""Addresses: slugs of lost bytes, UTF-8 read as Latin-1, double encoding, queries, and the redirects between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote, unquote_to_bytes

from backissue.demo.scenes import Scene, Shot

from . import defect

__all__: list[str] = []


def _slug(url: str, change: Callable[[str], str]) -> str:
    """The address with everything after its id changed."""
    return re.sub(r"^(https?://[^/]+/)(.+)$", lambda found: found[1] + change(found[2]), url)


def garbled_slug(url: str) -> str:
    """Each byte beyond ASCII lost, one ``%EF%BF%BD`` for each."""
    return _slug(url, lambda s: "".join(quote(chr(b)) if b < 128 else "%EF%BF%BD" for b in unquote_to_bytes(s)))


@defect("slug-lost-bytes", every=6, at=5)
def garbled(scene: Scene) -> None:
    """Captured under a slug whose every byte beyond ASCII became U+FFFD; the page is whole."""
    if not scene.paper.slugged:
        return
    if scene.article.index % 12 == 5:
        for shot in scene.shots:  # no capture has the true slug
            shot.url = garbled_slug(shot.url)
            shot.why.append("slug-lost-bytes")
        return
    good = scene.good[-1]
    scene.shots.append(
        replace(
            good, url=garbled_slug(good.url), when=good.when + timedelta(minutes=9), why=[*good.why, "slug-lost-bytes"]
        )
    )


@defect("slug-latin1", every=53, at=16)
def latin1(scene: Scene) -> None:
    """The slug's UTF-8 was read as Latin-1 and encoded again."""
    if not scene.paper.slugged:
        return
    good = scene.good[-1]
    url = _slug(good.url, lambda s: quote(unquote_to_bytes(s).decode("latin-1")))
    scene.shots.append(replace(good, url=url, when=good.when + timedelta(minutes=13), why=[*good.why, "slug-latin1"]))


@defect("slug-twice-encoded", every=61, at=17)
def twice(scene: Scene) -> None:
    """The slug's percent signs were encoded once more."""
    if not scene.paper.slugged:
        return
    good = scene.good[-1]
    url = _slug(good.url, lambda s: s.replace("%", "%25"))
    scene.shots.append(
        replace(good, url=url, when=good.when + timedelta(minutes=17), why=[*good.why, "slug-twice-encoded"])
    )


@defect("query-added", every=21, at=1)
def query(scene: Scene) -> None:
    """The same page under a sharer's query string."""
    good = scene.good[-1]
    url = good.url + ("&" if "?" in good.url else "?") + "utm_source=social&utm_medium=share"
    scene.shots.append(replace(good, url=url, when=good.when + timedelta(minutes=21), why=[*good.why, "query-added"]))


def _redirect(scene: Scene, url: str, why: str, status: int = 301) -> None:
    good = scene.good[-1]
    if url == good.url:  # this paper's addresses have always been so
        return
    when = good.when - timedelta(seconds=2)
    html = f'<html><head><title>{status} Moved</title></head><body><h1>Moved</h1><a href="{good.url}">here</a></body></html>'
    shot = Shot(
        url,
        when,
        "redirect",
        html=html,
        status=status,
        location=good.url,
        article=scene.article.id,
        why=[why],
        declared=None,
        meta=None,
    )
    scene.shots.append(shot)


@defect("redirect-to-https", every=8, at=3)
def to_https(scene: Scene) -> None:
    """Http answers by sending to https."""
    good = scene.good[-1]
    if good.url.startswith("https:"):
        _redirect(scene, "http:" + good.url.removeprefix("https:"), "redirect-to-https")


@defect("redirect-to-www", every=14, at=9)
def to_www(scene: Scene) -> None:
    """The bare host answers by sending to www."""
    good = scene.good[-1]
    _redirect(scene, good.url.replace("://www.", "://", 1), "redirect-to-www", 302)


@defect("redirect-old-address", every=7, at=6)
def old_address(scene: Scene) -> None:
    """The address of the first years, an id alone, answers by sending to the slug."""
    _redirect(
        scene,
        f"http://{scene.paper.home}{scene.paper.short_address.format(id=scene.article.id)}",
        "redirect-old-address",
    )
