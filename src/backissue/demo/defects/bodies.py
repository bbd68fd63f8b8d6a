"""Bytes: charsets undeclared and misdeclared, old code pages, content and transfer codings, bodies cut short."""

from __future__ import annotations

from dataclasses import replace

from backissue.demo.scenes import Scene, Shot

from . import defect

__all__: list[str] = []


def _one(scene: Scene) -> Shot:
    """The last good shot: the one a picker would like best."""
    return scene.good[-1]


def _codepage(scene: Scene) -> tuple[str, str]:
    """The encoding before UTF-8 in the paper's part of the world, and what pages call it."""
    language = scene.paper.language
    if language.startswith("en"):
        return "cp1252", "windows-1252"
    return ("gb18030", "gbk") if language.startswith("zh-Hans") else ("big5hkscs", "big5")


def _charset(shot: Shot) -> list[str]:
    """What is wrong with its charset: a copy in another coding keeps that."""
    return [w for w in shot.why if w.startswith("charset")]


@defect("charset-none", every=19, at=3)
def no_charset(scene: Scene) -> None:
    """Neither header nor page says which charset; it is UTF-8."""
    for shot in scene.good:
        shot.declared = shot.meta = None
        shot.why.append("charset-none")


@defect("charset-latin1-is-utf8", every=31, at=2)
def latin1(scene: Scene) -> None:
    """The header says ISO-8859-1, the bytes are UTF-8, the page says nothing."""
    for shot in scene.good:
        shot.declared, shot.meta = "ISO-8859-1", None
        shot.why.append("charset-latin1-is-utf8")


@defect("charset-utf8-is-big5", every=59, at=8)
def utf8_is_big5(scene: Scene) -> None:
    """Header and page say UTF-8, the bytes are the old code page (Big5-HKSCS)."""
    shot = _one(scene)
    shot.encoding = _codepage(scene)[0]
    shot.why.append("charset-utf8-is-big5")


@defect("charset-big5", every=17, at=6)
def big5(scene: Scene) -> None:
    """Honest Big5 (GBK, Windows-1252), as pages of the early years were."""
    for shot in scene.good:
        shot.encoding, shot.meta = _codepage(scene)
        shot.declared = None
        shot.why.append("charset-big5")


@defect("charset-gb18030", every=71, at=9)
def gb18030(scene: Scene) -> None:
    """Traditional Chinese in GB18030, declared as gb2312, as some mirrors did."""
    if scene.paper.language.startswith("en"):
        return
    shot = _one(scene)
    shot.encoding, shot.declared, shot.meta = "gb18030", "gb2312", None
    shot.why.append("charset-gb18030")


@defect("coding-gzip", every=3, at=1)
def gzipped(scene: Scene) -> None:
    """Content-Encoding: gzip."""
    for shot in scene.good:
        shot.coding = "gzip"
        shot.why.append("coding-gzip")


@defect("coding-br", every=11, at=0)
def brotlied(scene: Scene) -> None:
    """Content-Encoding: br."""
    for shot in scene.good:
        shot.coding = "br"
        shot.why.append("coding-br")


@defect("coding-deflate", every=41, at=12)
def deflated(scene: Scene) -> None:
    """Content-Encoding: deflate, in a zlib wrapper as RFC 9110 has it."""
    shot = _one(scene)
    shot.coding = "deflate"
    shot.why.append("coding-deflate")


@defect("coding-zstd", every=47, at=14)
def zstandarded(scene: Scene) -> None:
    """Content-Encoding: zstd."""
    shot = _one(scene)
    shot.coding = "zstd"
    shot.why.append("coding-zstd")


@defect("chunked", every=5, at=2)
def chunked(scene: Scene) -> None:
    """Transfer-Encoding: chunked kept in the record, as most crawlers keep it."""
    for shot in scene.good:
        shot.chunked = True
        shot.why.append("chunked")


@defect("truncated", every=13, at=4)
def truncated(scene: Scene) -> None:
    """A capture whose body is cut in the middle of the text: Content-Length promises more than came."""
    _cut(scene, "truncated", seconds=7, keep=0.45 + 0.3 * scene.rng.random())


@defect("truncated-gzip", every=67, at=20)
def truncated_gzip(scene: Scene) -> None:
    """A gzip body whose stream stops half way: what was unpacked until then is part of the page."""
    _cut(scene, "truncated-gzip", seconds=19, keep=0.4, coding="gzip")


@defect("truncated-declared", every=43, at=10)
def truncated_declared(scene: Scene) -> None:
    """A capture cut at the crawler's limit, which says so by WARC-Truncated."""
    _cut(scene, "truncated-declared", seconds=13, keep=0.5, said="length")


def _cut(
    scene: Scene, why: str, *, seconds: int, keep: float, coding: str | None = None, said: str | None = None
) -> None:
    """One more capture, ``seconds`` after a good one, of which the share ``keep`` came."""
    good = _one(scene)
    cut = replace(
        good,
        when=good.when.replace(second=(good.when.second + seconds) % 60),
        what="truncated",
        coding=coding,
        chunked=False,
        keep=keep,
        warc_truncated=said,
        why=[*_charset(good), why],
    )
    scene.shots.append(cut)
