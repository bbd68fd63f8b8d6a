"""join: which ids are one article, and where the drafts of each lie."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from backissue import disk, jsonlines, records
from backissue.model import Finding, Receipt, Witness
from backissue.pipeline.extracting import Bundle
from backissue.pipeline.findings import NAMED_ONLY
from backissue.pipeline.paper import Run
from backissue.records import Light
from backissue.run import Folder


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a bundle lies: a file below the paper's folder, and the bytes of its line."""

    file: str
    offset: int
    length: int


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


def join(run: Run, extracted: list[Receipt]) -> Receipt:
    """``work/join/NNNNN.jsonl`` beside each bucket's bundles: the seats of its ids, and ``findings.jsonl``.

    Outputs are in the order of ``extracted``, the findings last.
    """
    task = run.task("join", "all", *(done.outputs[0][1] for done in extracted))
    if found := run.receipts.find(task):
        return found
    spots: dict[str, tuple[int, int, int]] = {}  # id -> number of the bucket, offset, length
    with run.progress.stage("joining revisions", None):
        clusters = records.join(_lights(run.folder, extracted, spots))
    lights_of_many = _of_many(run.folder, extracted, spots, clusters)
    folder = run.folder.work / "join"
    outputs = []
    seats: dict[int, list[Seat]] = {}
    for id_, (number, _, _) in spots.items():
        article = clusters.article(id_)
        cluster = clusters.clusters.get(article)
        members = cluster.members if cluster else (id_,)
        source = lights_of_many.get(article, id_)
        places = tuple(_spot(extracted, spots[member]) for member in members) if article == id_ else ()
        seats.setdefault(number, []).append(Seat(id_, article, source, places))
    for number, done in enumerate(extracted):
        path = folder / f"{done.bucket}.jsonl"
        outputs.append((_name(run.folder, path), disk.write(path, jsonlines.text(seats.get(number, [])))))
    path = folder / "findings.jsonl"
    trouble = [*clusters.findings, *_named_only(run.folder, extracted, spots)]
    outputs.append((_name(run.folder, path), disk.write(path, jsonlines.text(trouble))))
    joined = sum(len(c.members) - 1 for c in clusters.clusters.values())
    done = Receipt(task.stage, task.bucket, task.fingerprint, tuple(outputs), {"ids": len(spots), "joined": joined})
    run.receipts.keep(done)
    return done


def findings(run: Run, joined: Receipt) -> Iterator[Finding]:
    """The trouble that joining found."""
    yield from jsonlines.read(Finding, run.folder.path / joined.outputs[-1][0])


def bundle_at(folder: Folder, spot: Spot) -> Bundle:
    """The bundle that lies at a spot."""
    with (folder.path / spot.file).open("rb") as file:
        file.seek(spot.offset)
        return jsonlines.loads(Bundle, file.read(spot.length))


def _lights(folder: Folder, extracted: list[Receipt], spots: dict[str, tuple[int, int, int]]) -> Iterator[Light]:
    """The lights of all articles; on the way, where each id's bundle lies (the outlet's own pages too)."""
    for number, done in enumerate(extracted):
        offset = 0
        with (folder.path / done.outputs[0][0]).open("rb") as lines:
            for line in lines:
                main = json.loads(line)["main"]
                light = jsonlines.restore(Light, main["light"])
                spots[light.id] = (number, offset, len(line))
                offset += len(line)
                if main["record"].get("kind", "article") == "article":
                    yield light


def _named_only(folder: Folder, extracted: list[Receipt], spots: Container[str]) -> Iterator[Finding]:
    """A finding for each article that something names and that no capture gave."""
    named: dict[str, str] = {}
    for done in extracted:
        for witness in jsonlines.read(Witness, folder.path / done.outputs[2][0]):
            if witness.key not in spots:
                named[witness.key] = min(named.get(witness.key, witness.seen_in), witness.seen_in)
    for key in sorted(named):
        yield NAMED_ONLY.about(key, seen_in=named[key])


def _of_many(
    folder: Folder, extracted: list[Receipt], spots: dict[str, tuple[int, int, int]], clusters: records.Clusters
) -> dict[str, str]:
    """For each article of several ids, the id whose text it shows."""
    out = {}
    for article, cluster in clusters.clusters.items():
        lights = [bundle_at(folder, _spot(extracted, spots[member])).main.light for member in cluster.members]
        out[article] = records.source_of(lights).id
    return out


def _spot(extracted: list[Receipt], where: tuple[int, int, int]) -> Spot:
    number, offset, length = where
    return Spot(extracted[number].outputs[0][0], offset, length)


def _name(folder: Folder, path: Path) -> str:
    return path.relative_to(folder.path).as_posix()
