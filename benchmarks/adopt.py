"""What adopting an archive costs and how well it is done, on real material.

    BACKISSUE_DATA=folder python benchmarks/adopt.py [FOLDER] [--zone Asia/Hong_Kong]

FOLDER is an archive of Markdown files (default: the sample below
BACKISSUE_DATA). Prints JSON: CPU against PyYAML's CSafeLoader on the same front
matters in this run, peak memory, what is left in the texts, what of the ruined
addresses was proven, and how often a slug garbled by hand comes back wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import yaml

from backissue import adopt
from backissue.adopt.addresses import Addresses, split
from backissue.adopt.slugs import mask_of
from backissue.archive import Archive
from backissue.pipeline.adopting import adopt_archive

GARBLED = 500


def csafe(folder: Path) -> float:
    """CPU seconds of CSafeLoader on every front matter; files that it refuses cost what they cost."""
    fronts = []
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if text.startswith("---\n") and (end := text.find("\n---\n", 3)) > 0:
            fronts.append(text[4:end])
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for front in fronts:
            with contextlib.suppress(yaml.YAMLError):
                yaml.load(front, yaml.CSafeLoader)
        best = min(best, time.process_time() - start)
    return best


def left(folder: Path) -> dict[str, int]:
    """Archive-prefixed links, and pictures of authors' boxes, left in bodies."""
    counts: Counter[str] = Counter()
    for record in Archive(folder).records():
        counts["records"] += 1
        counts["prefixed links"] += len(re.findall(r"/web/\d{4,14}(?:[a-z]{2}_)?/", record.body))
        counts["html"] += len(re.findall(r"</?(?:figure|img|figcaption|iframe)\b", record.body))
        counts["shortcodes"] += record.body.count("{{<")
    return dict(counts)


def ruined(source: Path) -> dict[str, int]:
    """Of the articles' ruined addresses: title slugs proven, whole addresses proven."""
    counts: Counter[str] = Counter()
    known = adopt.survey(_opened(source))
    for note, (_, _, foreign) in zip(known.notes, _opened(source), strict=True):
        if foreign is None or note.not_article or "%EF%BF%BD" not in (foreign.text("original_url") or ""):
            continue
        last = (foreign.text("original_url") or "").rstrip("/").rpartition("/")[2]
        counts["addresses"] += 1
        counts["whole"] += bool(note.canonical_url) and "%EF%BF%BD" not in (note.canonical_url or "")
        if "%EF%BF%BD" in last:
            counts["title slugs"] += 1
            counts["title slugs proven"] += (
                bool(note.canonical_url) and "%EF%BF%BD" not in (note.canonical_url or "").rpartition("/")[2]
            )
    return dict(counts)


def garbled(source: Path) -> dict[str, int]:
    """Clean addresses whose letters we lose ourselves: how many come back, and how many come back wrong."""
    notes = {note.path: note for note in adopt.survey(_opened(source)).notes}
    rows = []
    for path, _, foreign in _opened(source):
        note = notes[path]
        if foreign and not note.not_article and note.id:
            rows.append(
                (note.id, foreign.text("title") or "", foreign.texts("tags") or (), foreign.text("original_url") or "")
            )
    clean = [
        row
        for row in rows
        if (a := split(row[3], row[0]))
        and a.rest
        and not a.ruined
        and not "".join(map(unquote, a.rest)).isascii()
        and "\ufffd" not in unquote(row[3])
    ]
    chosen = set(random.Random(7).sample([row[0] for row in clean], min(GARBLED, len(clean) // 2)))
    addresses = Addresses()
    for identity, title, tags, url in rows:
        addresses.add(identity, title, tags, _lose(url) if identity in chosen else url)
    addresses.learn()
    counts: Counter[str] = Counter()
    for identity, _, _, url in rows:
        if identity not in chosen:
            continue
        counts["garbled"] += 1
        repaired = addresses.repair(identity)
        if repaired and repaired.url:
            came, went = repaired.url.split("/")[3:], unquote(url).partition("?")[0].split("/")[3:]
            wrong = [
                a
                for a, b in zip(came, went, strict=False)
                if "%EF%BF%BD" not in a and unquote(a) != b and unquote(unquote(a)) != b
            ]
            counts["wrong"] += bool(wrong)
            if wrong and os.environ.get("SHOW"):
                print(identity, repaired.how, wrong, went[-2:], file=sys.stderr)
            counts["title right"] += "%EF%BF%BD" not in came[-1] and not wrong
    return dict(counts)


def _lose(url: str) -> str:
    root, _, rest = url.partition("//")
    lost = mask_of(unquote(rest, errors="replace")).replace("\ufffd", "%EF%BF%BD").replace(" ", "%20")
    return f"{root}//{lost}"


def _opened(source: Path):
    for path in sorted(source.rglob("*.md")):
        name = path.relative_to(source).as_posix()
        yield name, "", adopt.open_file(path.read_bytes(), name, adopt.PROFILES["backissue"])


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser()
    data = os.environ.get("BACKISSUE_DATA")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(data) / "citizen_news_sample" if data else None)
    parser.add_argument("--zone", default="Asia/Hong_Kong")
    asked = parser.parse_args()
    if asked.folder is None:
        sys.exit("name a folder, or set BACKISSUE_DATA")
    to = Path(tempfile.mkdtemp())
    base = csafe(asked.folder)
    start = time.process_time()
    done = adopt_archive(asked.folder, to / "paper", timezone=asked.zone)
    first = time.process_time() - start
    start = time.process_time()
    adopt_archive(asked.folder, to / "paper", timezone=asked.zone)
    second = time.process_time() - start
    print(
        json.dumps(
            {
                "counts": {k: v for k, v in done.as_json().items() if k != "findings"},
                "law": done.audit.law,
                "csafe_s": round(base, 3),
                "adopt_join_audit_s": round(first, 3),
                "times_csafe": round(first / base, 1),
                "again_s": round(second, 3),
                "again_share": round(second / first, 3),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "left": left(to / "paper"),
                "ruined": ruined(asked.folder),
                "garbled": garbled(asked.folder),
            },
            indent=1,
        )
    )
    shutil.rmtree(to)


if __name__ == "__main__":
    main()
