"""join: which ids are one article, and where the drafts of each lie."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from backissue import audit, disk, jsonlines, records
from backissue.model import Finding, Receipt
from backissue.pipeline.paper import Run
from backissue.pipeline.shelf import Shelf, Spot
from backissue.records import Light
from backissue.run import Folder

MISSING = audit.FINDINGS["article.missing"]
"""Written down here, so that the article is accounted for; audit tells of it what is known."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One id's place among the articles.

    ``article`` is the lowest id it was joined to, ``source`` the id whose text
    the article shows. The article's own seat knows the spots of all its
    members, in the order of their ids.
    """

    id: str
    article: str
    source: str
    spots: tuple[Spot, ...] = ()


def join(run: Run, extracted: list[Receipt], shelf: Shelf | None = None) -> Receipt:
    """``work/join/NNNNN.jsonl`` beside each bucket's bundles: the seats of its ids, and ``findings.jsonl``.

    Outputs are in the order of ``extracted``, the findings last.
    """
    shelf = shelf or Shelf(run.folder)
    task = run.task("join", "all", *(shelf.marks(done)[0] for done in extracted))
    if found := run.receipts.find(task):
        return found
    spots: dict[str, tuple[int, Spot]] = {}  # id -> number of the bucket, place in it
    with run.progress.stage("joining revisions", None):
        clusters = records.join(_lights(shelf, extracted, spots))
    shown = {
        article: records.source_of([shelf.bundle(spots[member][1]).main.light for member in cluster.members]).id
        for article, cluster in clusters.clusters.items()
    }
    folder = run.folder.work / "join"
    outputs = []
    seats: dict[int, list[Seat]] = {}
    for id_, (number, _) in spots.items():
        article = clusters.article(id_)
        cluster = clusters.clusters.get(article)
        members = cluster.members if cluster else (id_,)
        source = shown.get(article, id_)
        places = tuple(spots[member][1] for member in members) if article == id_ else ()
        seats.setdefault(number, []).append(Seat(id_, article, source, places))
    for number, done in enumerate(extracted):
        path = folder / f"{done.bucket}.jsonl"
        outputs.append((_name(run.folder, path), disk.write(path, jsonlines.text(seats.get(number, [])))))
    path = folder / "findings.jsonl"
    trouble = [*clusters.findings, *_named_only(shelf, extracted, spots)]
    outputs.append((_name(run.folder, path), disk.write(path, jsonlines.text(trouble))))
    joined = sum(len(c.members) - 1 for c in clusters.clusters.values())
    done = Receipt(task.stage, task.bucket, task.fingerprint, tuple(outputs), {"ids": len(spots), "joined": joined})
    run.receipts.keep(done)
    return done


def findings(run: Run, joined: Receipt) -> Iterator[Finding]:
    """The trouble that joining found."""
    yield from jsonlines.read(Finding, run.folder.path / joined.outputs[-1][0])


def _lights(shelf: Shelf, extracted: list[Receipt], spots: dict[str, tuple[int, Spot]]) -> Iterator[Light]:
    """The lights of all articles; on the way, where each id's bundle lies (the outlet's own pages too)."""
    for number, done in enumerate(extracted):
        for spot, light, kind in shelf.lights(done):
            spots[light.id] = (number, spot)
            if kind == "article":
                yield light


def _named_only(shelf: Shelf, extracted: list[Receipt], spots: Container[str]) -> Iterator[Finding]:
    """A finding for each article that something names and that no capture gave."""
    named: dict[str, str] = {}
    for done in extracted:
        for witness in shelf.witnesses(shelf.stem(done)):
            if witness.key not in spots:
                named[witness.key] = min(named.get(witness.key, witness.seen_in), witness.seen_in)
    for key in sorted(named):
        yield MISSING.about(key, seen_in=named[key])


def _name(folder: Folder, path: Path) -> str:
    return path.relative_to(folder.path).as_posix()
