"""The paper printed, crawled and killed: articles become scenes, scenes shots, shots records in files, with the truth beside them.

Everything streams: an article is made, written and forgotten. Only a few small counters stay.
It refuses a folder that holds anything, so that nobody's files are mixed with invented ones.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from .defects import apply
from .leiwan import PAPER
from .listings import Newsstand, assets, own_pages, strangers
from .paper import Card, Paper, Plan
from .scenes import Scene, Shot, answer, stage
from .shelves import Shelves
from .truth import article_line, capture_line, picture_bytes
from .warc import sha1

__all__ = ["make"]


def make(
    to: Path,
    *,
    articles: int = 300,
    seed: int = 1,
    paper: Paper = PAPER,
    templates: str | None = None,
    template_seed: int = 1,
) -> dict[str, Any]:
    """Writes ``to/warcs/*``, ``to/truth.jsonl`` and ``to/truth.json``, and returns what ``truth.json`` says.

    The same articles, seed and paper give the same bytes anywhere. ``templates`` draws another paper by
    ``template_seed`` instead of the demo's: ``random``, ``used``, ``second`` to ``nineteenth``, ``held-out``, or one family's name (``families``).
    A folder that is not empty is refused (FileExistsError); so is a paper without articles (ValueError).
    """
    if templates:
        from .families import draw

        paper = draw(templates, template_seed)
    if articles < 1:
        raise ValueError("a paper has at least one article")
    to = Path(to)
    if to.exists() and any(to.iterdir()):
        raise FileExistsError(f"{to} is not empty")
    warcs = to / "warcs"
    warcs.mkdir(parents=True)
    sums = _Sums()
    with Shelves(warcs, paper) as shelves, (to / "truth.jsonl").open("w", encoding="utf-8", newline="\n") as lines:

        def put(shot: Shot, scene: Scene | None = None) -> None:
            made = answer(scene, paper, shot)
            file, offset = shelves.put(shot, made, scene.article.index if scene else None)
            if shot.what != "revisit":
                shot.payload = (shot.url, shot.when, sha1(made.body))
            sums.captures[shot.what] += 1
            _line(lines, capture_line(shot, file, offset))

        for scene, card, met, held in _scenes(paper, articles, seed):
            sums.defects.update(met)
            sums.articles["recoverable" if scene.lost is None else scene.lost] += 1
            sums.bodies += scene.lost is None and not scene.article.column
            for shot in sorted(scene.shots, key=lambda s: s.when):
                put(shot, scene)
            for shot in _pictures(scene, held):
                put(shot)
            _line(lines, article_line(scene, held, card))
            for shot in sums.stand(paper).add(card):
                put(shot)
            last = card.published
        for shot in sums.stand(paper).close(last + timedelta(hours=1)):
            put(shot)
        pages: dict[str, dict[str, Any]] = {}
        for shot, heading, paragraphs in own_pages(paper):
            put(shot)
            path = "/" + shot.url.split("/", 3)[3]
            line = pages.setdefault(
                path, {"is": "page", "path": path, "title": heading, "paragraphs": paragraphs, "sources": []}
            )
            line["sources"].append({"url": shot.url, "timestamp": f"{shot.when.astimezone(UTC):%Y%m%d%H%M%S}"})
        for line in pages.values():
            _line(lines, line)
        for shot in (*assets(paper), *strangers(paper)):
            put(shot)
        files = shelves.finish()
    truth = {
        "name": paper.name, "hosts": [paper.host, paper.home], "timezone": paper.timezone, "language": paper.language,
        "closed": paper.closed.isoformat(), "articles": articles, "seed": seed, "outcomes": dict(sorted(sums.articles.items())),
        "templates": templates, "template_seed": template_seed if templates else None, "designs": [e.look.name for e in paper.eras], "pages": len(pages), "captures": sum(sums.captures.values()), "what": dict(sorted(sums.captures.items())),
        "defects": dict(sorted(sums.defects.items())), "files": files,
    }  # fmt: skip
    (to / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return truth


class _Sums:
    """What is counted while the paper streams by."""

    def __init__(self) -> None:
        self.captures: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self.defects: Counter[str] = Counter()
        self.bodies = 0
        self._stand: Newsstand | None = None

    def stand(self, paper: Paper) -> Newsstand:
        if self._stand is None:
            self._stand = Newsstand(paper)
        return self._stand


def _line(lines: Any, value: dict[str, Any]) -> None:
    lines.write(json.dumps(value, ensure_ascii=False) + "\n")


def _scenes(paper: Paper, articles: int, seed: int) -> Iterator[tuple[Scene, Card, list[str], set[int]]]:
    """Each article's scene with everything gone wrong that will, its card, the defects' names, and the pictures held."""
    plan = Plan(paper, articles, seed)
    recent: deque[Card] = deque(maxlen=5)
    closed = datetime(paper.closed.year, paper.closed.month, paper.closed.day, tzinfo=paper.zone)
    for index in range(articles):
        article = plan.article(index)
        rng = Random(f"{seed}{paper.salt}/scene/{index}")  # noqa: S311  (invents crawls, guards nothing)
        scene = stage(paper, article, rng, tuple(recent))
        met = apply(scene)
        scene.shots = [s for s in scene.shots if s.what != "revisit" or s.when < closed]
        _apart(scene.shots)
        first = article.versions[0]
        card = paper.card(article, first, scene.url)
        numbers = [b.picture.number for b in article.final.blocks if b.picture]
        held = {n for n in numbers if rng.random() < 0.85} if scene.lost is None else set()
        yield scene, card, met, held
        recent.appendleft(card)


def _apart(shots: list[Shot]) -> None:
    """No two captures of one address in one second."""
    seen: set[tuple[str, datetime]] = set()
    for shot in shots:
        shot.when = shot.when.replace(microsecond=0)
        while (shot.url, shot.when) in seen:
            shot.when += timedelta(seconds=1)
        seen.add((shot.url, shot.when))


def _pictures(scene: Scene, held: set[int]) -> Iterator[Shot]:
    paper, article = scene.paper, scene.article
    when = scene.good[0].when if scene.good else article.published
    for at, block in enumerate(article.final.blocks):
        if block.picture and block.picture.number in held:
            mime = "image/jpeg" if block.picture.suffix == "jpg" else "image/png"
            url = paper.picture_url(article, block.picture)
            yield Shot(
                url,
                when + timedelta(seconds=at + 1),
                "media",
                body=picture_bytes(block.picture),
                mime=mime,
                declared=None,
                article=article.id,
            )
