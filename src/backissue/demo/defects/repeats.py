"""Time: the same bytes again (revisits), a page taken out of an archive with the archive's marks on it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, timedelta

from backissue.demo.scenes import Scene, Shot

from . import defect

__all__: list[str] = []


@defect("revisit", every=4, at=0)
def revisit(scene: Scene) -> None:
    """Seen again unchanged some days later: a revisit record of the identical-payload-digest profile."""
    for good in scene.good[-1:]:
        when = good.when + timedelta(days=1 + int(scene.rng.random() * 20), seconds=int(scene.rng.random() * 5000))
        scene.shots.append(
            Shot(
                good.url,
                when,
                "revisit",
                repeats=good,
                article=scene.article.id,
                why=["revisit"],
                declared=good.declared,
            )
        )


TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<script type="text/javascript" src="https://web.archive.org/_static/js/toolbar.js"></script>
<div id="wm-ipp-base" lang="en"><div id="wm-ipp"><a href="https://web.archive.org/web/">archive</a> {stamp} <span>{url}</span> 12 captures</div></div>
<!-- END WAYBACK TOOLBAR INSERT -->
"""


def rewrite(html: str, stamp: str, url: str) -> str:
    """The page as a web archive plays it: links under its prefix, scripts in the head, a toolbar in the body."""
    prefix = f"https://web.archive.org/web/{stamp}"

    def link(found: re.Match[str]) -> str:
        name, address = found[1], found[2]
        mark = "im_" if name == "src" else ""
        return f'{name}="{prefix}{mark}/{address}"'

    html = re.sub(r'\b(href|src)="(https?://[^"]+)"', link, html)
    home = "/".join(url.split("/", 3)[:3])
    html = re.sub(r'\b(href|src)="(/(?!/|web/)[^"]*)"', rf'\1="/web/{stamp}/{home}\2"', html)
    html = html.replace(
        "<head>",
        '<head><script src="https://web.archive.org/_static/js/bundle.js"></script>\n<!-- End Wayback Rewrite JS Include -->',
        1,
    )
    opened = re.search(r"<body[^>]*>", html)
    if opened:
        html = html[: opened.end()] + TOOLBAR.format(stamp=stamp, url=url) + html[opened.end() :]
    return html + f"\n<!--\n     FILE ARCHIVED ON {stamp} AND RETRIEVED LATER\n-->\n"


@defect("archived-address", every=45, at=19)
def archived_address(scene: Scene) -> None:
    """The same, under the archive's own address: somebody's crawler walked through a web archive."""
    good = scene.good[-1]
    stamp = good.when.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    url = f"https://web.archive.org/web/{stamp}/{good.url}"
    when = good.when + timedelta(days=5, seconds=3)
    scene.shots.append(
        replace(
            good,
            url=url,
            when=when,
            what="rewritten",
            wrap=lambda html: rewrite(html, stamp, good.url),
            why=[*good.why, "archived-address"],
        )
    )


@defect("rewritten", every=37, at=15)
def rewritten(scene: Scene) -> None:
    """A capture that somebody saved from a web archive under the page's own address: toolbar and rewritten links in it."""
    good = scene.good[-1]
    stamp = good.when.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    when = good.when + timedelta(days=3, seconds=11)
    url = good.url
    scene.shots.append(
        replace(
            good, when=when, what="rewritten", wrap=lambda html: rewrite(html, stamp, url), why=[*good.why, "rewritten"]
        )
    )
