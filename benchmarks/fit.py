"""Fits the two forests of ``records/generic/forest.json``, and says how they do on sites they have not seen.

    python -m venv scratch && scratch/bin/pip install lightgbm scikit-learn -e .
    BACKISSUE_DATA=folder scratch/bin/python benchmarks/fit.py [--seeds N] [--write]

What is learned, and from what: the extraction sets' pages (some 540, of some 480 sites) are laid
out in blocks; a block is body if most of its runs of four words are in the truth's text, short ones
if they stand in the truth between their neighbours. The first forest learns which prose is body;
its out-of-fold beliefs choose the box and feed the second, which learns which blocks around the box
are. Folds are by site, so no figure printed here comes from a page of a site that was fitted on; figures
are means over seeds, for two seeds differ by up to .004 on the large sets and .04 on the small one.

Why forests: on the same folds and features, sums of steps of single features (stumps) lose .010 of
F1 on scrapinghub and .012 on fundus_dev, and hand rules of readability's kind .05. Eight leaves: 15
gain nothing; forty blocks a leaf are worth .004 over twenty, on the mean of the four sets. The first twelve trees take long steps (.3), so that four rows in ten are decided by them
alone at inference. Site names, addresses and words of texts are not among the features.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))
import lightgbm
import numpy as np
from measure import body_score, folder, overlap, rows_of, shingles, tokens
from sklearn.model_selection import GroupKFold

from backissue.records.generic import hints_of, scoring
from backissue.records.generic.statements import state
from backissue.text.tree import parse

FOREST = Path(scoring.__file__).with_name("forest.json")
FOLDS = 8
HEAD, SURE = 12, 2.2
TREES = {"prose": 45, "block": 65}
PARAMETERS = {
    "objective": "binary", "num_leaves": 8, "min_data_in_leaf": 40, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1,
    "lambda_l2": 10, "max_bin": 63, "num_threads": 1, "verbose": -1,
}  # fmt: skip


@dataclass
class Sample:
    """A page: its sums, the words and truth of each block, and what the forests see and say."""

    name: str
    site: int
    page: scoring.Page
    words: list[list[str]]
    truth: list[float]
    body: str
    belief: list[float] = field(default_factory=list)
    rows: dict[str, list[list[float]]] = field(default_factory=dict)
    blocks: dict[str, list[int]] = field(default_factory=dict)
    sure: list[int] = field(default_factory=list)
    said: list[float] = field(default_factory=list)


def site_of(row: dict[str, Any]) -> int:
    host = urlsplit(row.get("url") or "").netloc.removeprefix("www.").split(".")
    short = len(host) > 2 and len(host[-2]) <= 3 and len(host[-1]) <= 3
    return zlib.crc32(".".join(host[-3:] if short else host[-2:]).encode() or row["id"].encode())


def truths(words: list[list[str]], body: str) -> list[float]:
    """For each block, how much of it is in the truth's text."""
    whole = tokens(body)
    line = f" {' '.join(whole)} "
    known = set(shingles(whole))
    share = [0.0] * len(words)
    place: list[tuple[int, int] | None] = [None] * len(words)
    same: dict[str, list[int]] = {}
    for i, block in enumerate(words):
        if len(block) >= 8:
            runs = [tuple(block[j : j + 4]) for j in range(len(block) - 3)]
            share[i] = sum(run in known for run in runs) / len(runs)
            joined = " ".join(block)
            if (start := line.find(f" {joined} ")) >= 0:
                place[i] = (start, start + len(joined))
            if share[i] > 0.5:
                same.setdefault(joined, []).append(i)
    once = [v[0] for v in same.values() if len(v) == 1]
    for joined, at in same.items():  # of a text printed twice, the copy nearest to the rest is the body's
        copies = max(1, line.count(f" {joined} "))
        if once and len(at) > copies:
            for i in sorted(at, key=lambda i: min(abs(i - u) for u in once))[copies:]:
                share[i], place[i] = 0.0, None
    after, before = [0] * len(words), [len(line)] * len(words)
    edge = 0
    for i, span in enumerate(place):
        after[i] = edge
        edge = max(edge, span[1]) if span else edge
    edge = len(line)
    for i in range(len(words) - 1, -1, -1):
        before[i] = edge
        span = place[i]
        edge = min(edge, span[0]) if span else edge
    edge = 0
    for i, block in enumerate(words):
        gap = before[i] - after[i]
        if 0 < len(block) < 8 and gap < 4000 and gap < 0.5 * len(line) + 400:
            start = line.find(f" {' '.join(block)} ", max(0, max(after[i], edge) - 1), before[i] + 1)
            if start >= 0:
                share[i], edge = 1.0, start + len(" ".join(block))
    return share


def samples() -> list[Sample]:
    out = []
    for path in sorted(folder().glob("*.jsonl.zst")):
        for row in rows_of(path):
            document = parse(row["html"])
            layout, hints = hints_of(document, state(document), row.get("url") or "")
            words = [tokens(b.text) for b in layout.blocks]
            sample = Sample(
                path.name.removesuffix(".jsonl.zst"),
                site_of(row),
                scoring.Page(layout, hints),
                words,
                truths(words, row["body"]),
                row["body"],
            )
            sample.rows["prose"] = scoring.prose_features(sample.page)
            sample.blocks["prose"] = [b.at for b in sample.page.prose]
            out.append(sample)
    return out


def fit(name: str, chosen: list[Sample], seed: int) -> lightgbm.Booster:
    """A forest of these pages; every page weighs alike, a block by the root of its words."""
    rows, truth, weight = [], [], []
    for sample in chosen:
        own = [min(len(sample.words[i]), 70) ** 0.5 for i in sample.blocks[name]]
        scale = (30 / (sum(own) + 1)) ** 0.5
        rows += sample.rows[name]
        truth += [float(sample.truth[i] > 0.5) for i in sample.blocks[name]]
        weight += [w * scale for w in own]
    data = lightgbm.Dataset(np.array(rows, dtype=np.float32), np.array(truth), weight=np.array(weight))
    steps = lightgbm.reset_parameter(learning_rate=lambda i: 0.3 if i < HEAD else 0.1)
    return lightgbm.train(PARAMETERS | {"seed": seed}, data, TREES[name], callbacks=[steps])


def ask(model: lightgbm.Booster, rows: list[list[float]]) -> list[float]:
    """What the forest believes of rows, its first trees alone where they are sure."""
    if not rows:
        return []
    data = np.array(rows, dtype=np.float32)
    first, whole = model.predict(data, num_iteration=HEAD, raw_score=True), model.predict(data, raw_score=True)
    return [float(v) for v in 1 / (1 + np.exp(-np.where(np.abs(first) > SURE, first, whole)))]


def table(model: lightgbm.Booster, names: list[str]) -> dict[str, Any]:
    def nested(node: dict[str, Any]) -> Any:
        if "leaf_value" in node:
            return round(node["leaf_value"], 4)
        return [
            node["split_feature"],
            float(f"{node['threshold']:.4g}"),
            nested(node["left_child"]),
            nested(node["right_child"]),
        ]

    trees = [nested(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return {"features": len(names), "head": HEAD, "sure": SURE, "trees": trees}


def unseen(every: list[Sample], seed: int) -> dict[str, dict[str, float]]:
    """For each set, how forests grown from ``seed`` do on sites that they were not fitted on."""
    sites = [s.site for s in every]
    folds = list(GroupKFold(FOLDS).split(sites, sites, sites))
    for fitted, held in folds:
        model = fit("prose", [every[i] for i in fitted], seed)
        for i in held:
            every[i].belief = ask(model, every[i].rows["prose"])
    look_around(every)
    for fitted, held in folds:
        model = fit("block", [every[i] for i in fitted], seed)
        for i in held:
            every[i].said = ask(model, every[i].rows["block"])
    out = {}
    for name in sorted({s.name for s in every}):
        pairs = []
        for sample in every:
            if sample.name == name:
                body = sorted(
                    sample.sure + [i for i, p in zip(sample.blocks["block"], sample.said, strict=True) if p > 0.45]
                )
                pairs.append(
                    overlap(shingles(tokens(sample.body)), shingles([w for i in body for w in sample.words[i]]))
                )
        out[name] = body_score(pairs)
    return out


def look_around(every: list[Sample]) -> None:
    """Fill in what the second forest sees, from what the first believes."""
    for sample in every:
        looked, sample.rows["block"], sure = scoring.block_features(sample.page, sample.belief)
        sample.blocks["block"], sample.sure = [b.at for b in looked], [b.at for b in sure]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seeds", type=int, default=3, help="how many seeds the figures are means of")
    options.add_argument("--write", action="store_true", help="fit on all pages and write forest.json")
    asked = options.parse_args()
    every = samples()
    runs = [unseen(every, seed) for seed in range(1, asked.seeds + 1)]
    for name in runs[0]:
        means = {key: round(statistics.mean(run[name][key] for run in runs), 4) for key in runs[0][name]}
        print(f"{name} on sites not seen: {json.dumps(means)}")
    print("rows asked a page:", {name: round(statistics.mean(len(s.rows[name]) for s in every), 1) for name in TREES})
    if asked.write:
        # The second forest is fitted on what the first believes of sites not seen, as it will meet them.
        names = {"prose": scoring.PROSE_NAMES, "block": scoring.BLOCK_NAMES}
        tables = {name: table(fit(name, every, 1), list(names[name])) for name in TREES}
        FOREST.write_text(json.dumps(tables, separators=(",", ":")) + "\n", "ascii")


if __name__ == "__main__":
    main()
