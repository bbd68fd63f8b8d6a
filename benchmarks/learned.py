"""How well a paper is read that nobody wrote rules for: learn, read, and score against the truth.

    python benchmarks/learned.py [--papers 12] [--first 1] [--articles 150] [--templates random] [--show N]

Each paper is drawn at random by the demo's generator, killed and captured. The learner sees the captures
only. ``--templates`` says whose families: ``random`` (those built with from the start, and the first ten that judged),
``used`` and ``second`` to ``nineteenth`` (each a ten that judged the learner once, untuned, and was tuned on afterwards),
``held-out`` (those that nobody who builds the learner has looked at), or one family's name. From ``third`` on, ten seeds
in a row have every family of theirs. ``--relaid N`` puts every article's page through a layout drawn by N plus the
paper's number (``relaying.py``): headline, section, dates, byline and tags stand elsewhere then, in other words and under
other names, and machines may be told nothing. Printed for each paper: recall of recoverable articles, false records, body F1
(runs of four, as the extraction benchmark counts), and the share of records that have each field right, then the hour of
publication, the people whom the byline names, and the pictures with captions and credits. Worst last.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

from relaying import Relaid

from backissue import captures, demo, learn, outlets, pages, records, urls
from backissue.model import Capture, Outlet, Page, PageKind, Record
from backissue.text import markdown as md

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
FIELDS = ("title", "author", "date", "last_updated", "category", "tags")
MORE = ("hour", "people", "pictures")
"""When it came out to the minute, who is named by the byline, and each picture's address, caption and credit."""
NAMES = {"author": "byline", "date": "published", "last_updated": "updated"}  # of fields in evidence
PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", "unk", "unknown")


class Paper:
    """The captures of one paper, opened again and again, as the stages do."""

    def __init__(self, folder: Path, relaid: Relaid | None = None, *, unlisted: bool = False) -> None:
        self.relaid = relaid
        self.held = folder / "held"
        self.held.mkdir(exist_ok=True)
        found: list[Capture] = []
        for path in sorted((folder / "warcs").iterdir()):
            name = captures.bring(path, self.held)
            found += [c for c in captures.index(self.held, name) if isinstance(c, Capture)]
        self.captures = list(captures.resolve(found, folder / "scratch"))
        if unlisted:
            lists = {at for at, line in truth_of(folder).items() if line["what"] in ("listing", "feed")}
            self.captures = [c for c in self.captures if where(c) not in lists]
        self.by_ref = {c.ref: c for c in self.captures}

    def open(self, capture: Capture) -> tuple[str, bool, bool] | None:
        try:
            payload = captures.open_capture(self.held, capture)
        except captures.Unreadable:
            return None
        decoded = pages.decode(payload.body, payload.content_type)
        html: str | None = pages.unrewrite(decoded.text, capture)
        if self.relaid is not None:
            html = self.relaid.page(html or "", urls.key(urls.original(capture.url)), capture.timestamp)
        return None if html is None else (html, payload.truncated, pages.rewritten(decoded.text))

    def html(self, ref: str) -> str | None:
        opened = self.open(self.by_ref[ref])
        return opened[0] if opened else None

    def surveys(self) -> list[tuple[Capture, pages.Survey]]:
        out = []
        for capture in self.captures:
            kind = (capture.mimetype or "unk").partition(";")[0].strip().lower()
            if (kind in PAGES or kind.endswith("+xml")) and (opened := self.open(capture)):
                html, truncated, rewritten = opened
                out.append((capture, pages.survey(capture, html, truncated=truncated, rewritten=rewritten)))
        return out


def where(capture: Capture) -> tuple[str, str]:
    """By which the truth knows a capture."""
    return urls.key(urls.original(capture.url)), capture.timestamp


def truth_of(folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """What each capture of the paper is in truth."""
    lines = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    return {
        (urls.key(urls.original(line["url"])), line["timestamp"]): line for line in lines if line["is"] == "capture"
    }


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = TOKEN.findall(text or "")
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def plain(markdown: str) -> str:
    """The words of a body: no pictures with their captions, no embeds' links."""
    markdown = re.sub(r"!\[(?:\\.|[^\]])*\]\([^)]*\)", "", markdown)
    return md.plain(re.sub(r"^<https?://[^>]*>$|^\[[^\]]*\]\(https?://[^)]*\)$", "", markdown, flags=re.MULTILINE))


def same(a: object, b: object) -> bool:
    if isinstance(a, (list, tuple)) or isinstance(b, (list, tuple)):
        return [same_text(x) for x in a or ()] == [same_text(x) for x in b or ()]  # type: ignore[attr-defined]
    return same_text(a) == same_text(b)


def same_text(value: object) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", str(value or "")))


def read_paper(
    paper: Paper, outlet: Outlet, census: learn.Census, surveyed: list[tuple[Capture, pages.Survey]]
) -> dict[str, tuple[Capture, records.Draft]]:
    groups: dict[str, list[tuple[Capture, pages.Survey]]] = defaultdict(list)
    for capture, survey in surveyed:
        groups[outlets.article_key(outlet, urls.original(capture.url))].append((capture, survey))
    out = {}
    ruled = any(rule.kind == "article" for rule in outlet.pages)
    for key, members in groups.items():
        judged = [(c, s, pages.judge(s, census, outlet)) for c, s in members]
        good = [
            (c, s, v) for c, s, v in judged
            if v.kind is PageKind.ARTICLE and outlets.is_ours(outlet, urls.original(c.url))
            and (not ruled or outlets.classify(outlet, urls.original(c.url))[0] == "article")
        ]  # fmt: skip
        if not good:
            continue
        capture = pages.pick(good, outlet).order[0]
        opened = paper.open(capture)
        assert opened is not None
        verdict = next(v for c, _, v in good if c is capture)
        out[key] = (capture, records.read(Page(capture, opened[0], "utf-8", "", verdict), outlet))
    return out


def score(folder: Path, read: dict[str, tuple[Capture, records.Draft]], show: int) -> dict[str, float]:
    lines = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    articles = [line for line in lines if line["is"] == "article"]
    known = truth_of(folder)
    found: dict[str, list[tuple[Capture, records.Draft]]] = defaultdict(list)
    false = []
    for capture, draft in read.values():
        line = known.get(where(capture))
        if line is None or not line.get("article"):
            false.append((capture.url, line and line["what"]))
        elif line["what"] in ("farewell", "outage", "parked", "error", "listing", "page", "foreign", "redirect"):
            false.append((capture.url, line["what"]))
        else:
            found[line["article"]].append((capture, draft))
    precision, recall, right, there = [], [], Counter(), Counter()
    missing = [a["id"] for a in articles if a["recoverable"] and a["id"] not in found]
    wrong: dict[str, list[object]] = defaultdict(list)
    twice = sum(1 for drafts in found.values() if len(drafts) > 1)
    for article in articles:
        said = {(urls.key(s["url"]), s["timestamp"]): s for s in article["sources"]}
        for capture, draft in found.get(article["id"], ()):
            source = said.get((urls.key(urls.original(capture.url)), capture.timestamp))
            if source is None or source["what"] not in ("article", "rewritten", "revisit"):
                continue
            record = draft.record
            want, got = shingles(article["text"]), shingles(plain(record.body))
            hit = sum((want & got).values())
            precision.append(hit / max(1, got.total()))
            recall.append(hit / max(1, want.total()))
            if hit < 0.985 * max(want.total(), got.total()):
                wrong["body"].append(
                    (
                        record.id,
                        capture.url[-30:],
                        list((got - want).keys())[:3],
                        list((want - got).keys())[:3],
                        record.evidence.get("body"),
                    )
                )
            true = article | source
            told = told_of(record)
            truth = {
                "title": article["title"],
                **{k: source[k] for k in FIELDS[1:]},
                "hour": true["published"],
                "people": [person["name"] for person in true["authors"]],
                "pictures": [f"{i['url']} {i['caption'] or ''} {i['credit'] or ''}" for i in true["images"]],
            }
            for field in (*FIELDS, *MORE):
                there[field] += 1
                held = told[field] if field in told else getattr(record, field)
                if same(held, truth[field]):
                    right[field] += 1
                else:
                    wrong[field].append((record.id, truth[field], held, record.evidence.get(NAMES.get(field, field))))
    p, r = mean(precision or [0]), mean(recall or [0])
    out = {"recall": 1 - len(missing) / max(1, sum(a["recoverable"] for a in articles)), "false": float(len(false)), "twice": float(twice),
           "body": 2 * p * r / (p + r or 1), **{f: right[f] / max(1, there[f]) for f in (*FIELDS, *MORE)}}  # fmt: skip
    if show:
        print("   missing", missing[:show], "false", false[:show])
        for field, examples in wrong.items():
            for example in examples[:show]:
                print("  ", field, example)
    return out


def told_of(record: Record) -> dict[str, object]:
    """What a record says of ``MORE``."""
    return {
        "hour": record.published.isoformat() if record.published else None,
        "people": [author.name for author in record.authors],
        "pictures": [f"{image.url} {image.caption or ''} {image.credit or ''}" for image in record.images],
    }


def relaid(folder: Path, seed: int) -> Relaid:
    """The layout of a number for the paper in ``folder``, which knows what each of its captures has to say."""
    lines = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    told = {}
    for line in lines:
        if line["is"] == "article":
            told.update({(urls.key(urls.original(s["url"])), s["timestamp"]): (line, s) for s in line["sources"]})
    articles = {
        (urls.key(urls.original(line["url"])), line["timestamp"])
        for line in lines
        if line["is"] == "capture" and line.get("article") and line["what"] in _SHOWN
    }
    english = json.loads((folder / "truth.json").read_text("utf-8"))["language"].startswith("en")
    return Relaid(seed, told, articles, english=english)


_SHOWN = ("article", "rewritten", "revisit", "older-text", "truncated")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--papers", type=int, default=12)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--articles", type=int, default=150)
    options.add_argument("--templates", default="random")
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--toml", action="store_true")
    options.add_argument("--relaid", type=int)
    options.add_argument("--unlisted", action="store_true")
    o = options.parse_args()
    names = ("recall", "false", "twice", "body", *FIELDS, *MORE)
    print(f"{'paper':>10} " + " ".join(f"{n[:8]:>8}" for n in names) + "   learn s")
    rows = []
    for seed in range(o.first, o.first + o.papers):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "paper"
            demo.make(
                folder,
                articles=o.articles,
                seed=seed,
                templates=o.templates if o.templates != "demo" else None,
                template_seed=seed,
            )
            paper = Paper(folder, None if o.relaid is None else relaid(folder, o.relaid + seed), unlisted=o.unlisted)
            surveyed = paper.surveys()
            census = learn.census(s for _, s in surveyed)
            start = time.process_time()
            lesson = learn.outlet((s for _, s in surveyed), census, paper.html)
            spent = time.process_time() - start
            if o.toml:
                print(lesson.toml)
            row = score(folder, read_paper(paper, lesson.outlet, census, surveyed), o.show)
            rows.append(row)
            print(f"{seed:>10} " + " ".join(f"{row[n]:>8.4g}" for n in names) + f"   {spent:.1f}", flush=True)
    print(f"{'mean':>10} " + " ".join(f"{mean(r[n] for r in rows):>8.4g}" for n in names))
    print(
        f"{'worst':>10} "
        + " ".join(f"{(max if n in ('false', 'twice') else min)(r[n] for r in rows):>8.4g}" for n in names)
    )


if __name__ == "__main__":
    main()
