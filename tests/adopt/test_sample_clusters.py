"""Revisions of one article, against clusters of a real archive that were checked by hand."""

from __future__ import annotations

import itertools
from pathlib import Path

from backissue import jsonlines
from backissue.pipeline.joining import Seat


def _pairs(clusters):
    return {pair for members in clusters for pair in itertools.combinations(sorted(members), 2)}


def test_join_agrees_with_the_clusters_that_people_checked(sample):
    lines = Path(__file__).with_name("sample_clusters.txt").read_text().splitlines()
    gold = [line.split() for line in lines if not line.startswith("#")]
    found: dict[str, list[str]] = {}
    for path in sorted((sample.done.folder.work / "join").glob("0*.jsonl")):
        for seat in jsonlines.read(Seat, path):
            found.setdefault(seat.article, []).append(seat.id)
    assert sorted(itertools.chain(*gold)) == sorted(itertools.chain(*found.values()))
    truth, told = _pairs(gold), _pairs(found.values())
    assert len(truth) > 900
    assert len(truth & told) / len(told) >= 0.995, sorted(told - truth)
    assert len(truth & told) / len(truth) >= 0.98, sorted(truth - told)
