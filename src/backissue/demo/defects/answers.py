"""Other pages under an article's address: the paper's farewell, the archive's outage, parked domains, errors."""

from __future__ import annotations

from datetime import timedelta

from backissue.demo.html import esc
from backissue.demo.paper import Paper
from backissue.demo.scenes import Scene, Shot

from . import defect

__all__ = ["farewell_page", "farewell_words", "outage_page", "parked_page"]

FAREWELL = (
    "各位讀者：今日是我們最後一次向你說早晨。",
    "七年來，我們報道這個城市的街道、議會、潮汐與人。由於可以說和不可以說的原因，編輯部決定停止運作，網站及社交平台不再更新。",
    "所有訂戶的餘款將於兩個月內退回。感謝每一位曾經讀我們、罵我們、等我們的人。",
    "風浪會過去，記憶要靠大家保管。珍重。",
)


FAREWELL_EN = (
    "Dear readers: today we say good morning for the last time.",
    "For years we have written about this city's streets, councils, tides and people. For reasons that can and cannot be told, the newsroom has decided to close; this site and our accounts will not be updated any more.",
    "All subscribers will be repaid within two months. Thank you to everyone who ever read us, scolded us, waited for us.",
    "The storm will pass. Memory is in everybody's keeping. Take care.",
)


def farewell_words(paper: Paper, *, second: bool = False) -> tuple[str, tuple[str, ...]]:
    """Heading and paragraphs of the farewell, in the paper's language and script."""
    if paper.language.startswith("en"):
        words = FAREWELL_EN[:3] if second else FAREWELL_EN
        return f"{paper.name} has closed", (*words, f"Everyone at {paper.name}")
    into = paper.translate or str
    words = FAREWELL[:3] if second else FAREWELL
    return into(f"{paper.name}停止運作"), tuple(into(w) for w in (*words, f"《{paper.name}》全體同人　謹啟"))


def farewell_page(paper: Paper, *, second: bool = False) -> str:
    """What every address of the paper showed after its last day; the second wording came half a year later."""
    heading, words = farewell_words(paper, second=second)
    body = "\n".join(f"<p>{esc(w)}</p>" for w in words)
    title = f"{paper.name}: goodbye" if paper.language.startswith("en") else f"{paper.name}告別讀者"
    return (
        f'<!doctype html>\n<html lang="{paper.language.rpartition("-")[0] or paper.language}">\n<head>\n<meta charset="utf-8">\n<title>{esc(title)}</title>\n</head>\n'
        f'<body class="goodbye">\n<div class="goodbye__box">\n<h1>{esc(heading)}</h1>\n{body}\n</div>\n</body>\n</html>\n'
    )


def outage_page(salt: int) -> str:
    """A web archive's own page of apology, delivered with status 200."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><title>Web Archive: temporarily out of service</title>'
        '<link rel="stylesheet" href="https://web.archive.org/_static/css/banner.css"></head>\n<body>\n'
        "<h1>The web archive is out of service for a while</h1>\n<p>Our storage is being repaired and pages cannot be played back just now.</p>\n"
        f"<p>Please try again later, or follow our status page. Reference {salt:08x}.</p>\n</body>\n</html>\n"
    )


def parked_page(paper: Paper, salt: int) -> str:
    """What a domain broker put there years later."""
    words = ("ferry tickets", "cheap flights", "online degrees", "home loans", "used cars", "web hosting")
    links = "".join(
        f'<li><a href="http://ads.broker.example/?q={w.replace(" ", "+")}&amp;s={salt}">{w.title()}</a></li>'
        for w in (words[(salt + i) % 6] for i in range(4))
    )
    return (
        f"<!DOCTYPE html>\n<html><head><title>{paper.host} is for sale</title></head>\n<body>\n<h1>{paper.host}</h1>\n"
        f'<p>This domain may be for sale. <a href="http://broker.example/buy?d={paper.host}">Make an offer</a></p>\n<h2>Related searches</h2>\n<ul>{links}</ul>\n</body></html>\n'
    )


def _late(scene: Scene, what: str, days: tuple[int, int], html: str) -> Shot:
    url = scene.paper.url(scene.article, scene.article.final, scene.paper.eras[-1])
    shot = Shot(url, scene.later(*days), what, html=html, article=scene.article.id, why=[what])
    scene.shots.append(shot)
    return shot


@defect("farewell", every=3, at=0)
def farewell(scene: Scene) -> None:
    """After the last day the article's address shows the farewell, status 200."""
    second = scene.rng.random() < 0.4
    _late(scene, "farewell", (190, 400) if second else (1, 180), farewell_page(scene.paper, second=second))


@defect("outage", every=16, at=7)
def outage(scene: Scene) -> None:
    """Under the article's address lies the archive's own outage page, status 200."""
    shot = _late(scene, "outage", (30, 200), outage_page(int(scene.rng.random() * 2**32)))
    if scene.rng.random() < 0.5:  # and sometimes it is from the paper's lifetime
        shot.when = scene.good[-1].when + timedelta(hours=5)


@defect("parked", every=9, at=2)
def parked(scene: Scene) -> None:
    """Years later the domain is parked; every address answers 200."""
    _late(scene, "parked", (900, 1500), parked_page(scene.paper, int(scene.rng.random() * 10**6)))


def _error(scene: Scene, status: int, title: str, words: str) -> None:
    html = f"<html><head><title>{status} {title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>"
    good = scene.good[-1]
    when = good.when + timedelta(days=2, seconds=status)
    headers = [("Retry-After", "60")] if status in {429, 503} else []
    scene.shots.append(
        Shot(
            good.url,
            when,
            "error",
            html=html,
            status=status,
            headers=headers,
            article=scene.article.id,
            why=[f"error-{status}"],
        )
    )


@defect("error-404", every=15, at=8)
def not_found(scene: Scene) -> None:
    """An archived 404."""
    _error(scene, 404, "Not Found", "找不到你要的頁面。")


@defect("error-429", every=27, at=10)
def too_many(scene: Scene) -> None:
    """An archived 429: the crawler was too fast."""
    _error(scene, 429, "Too Many Requests", "Slow down.")


@defect("error-503", every=25, at=11)
def unavailable(scene: Scene) -> None:
    """An archived 503."""
    _error(scene, 503, "Service Unavailable", "系統維護中，請稍後再試。")
