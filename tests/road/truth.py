"""A rescued paper beside the truth about it: what is missing, what is false, which fields are wrong.

Reads the truth that the demo writes, and the records through the archive; knows
nothing of how they were made.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from backissue import urls
from backissue.archive import Archive
from backissue.model import Record


@dataclass
class Comparison:
    """``wrong`` holds (id, field, what is held, what is true)."""

    recoverable: int = 0
    held: int = 0
    lost: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    wrong: list[tuple[str, str, object, object]] = field(default_factory=list)

    def by_field(self) -> Counter[str]:
        return Counter(name for _, name, _, _ in self.wrong)


def lines(truth: Path, kind: str) -> list[dict]:
    with truth.open(encoding="utf-8") as file:
        return [line for line in map(json.loads, file) if line["is"] == kind]


def compare(paper: Path, truth: Path) -> Comparison:
    """Every article of the truth against the records of the paper, field by field."""
    archive = Archive(paper)
    records = {record.id: record for record in archive.records("article")}
    out = Comparison()
    known = set()
    for article in lines(truth, "article"):
        known.update(article["ids"])
        record = records.get(article["id"])
        if article["recoverable"]:
            out.recoverable += 1
            if record is None:
                out.lost.append(article["id"])
        if record is not None:
            out.held += 1
            if not (article["recoverable"] or article.get("partial")):
                out.false.append(article["id"])
            elif article["recoverable"]:
                out.wrong += [(record.id, *one) for one in wrong_fields(record, article, archive)]
    firsts = {article["id"] for article in lines(truth, "article")}
    out.false += sorted(id_ for id_ in records if id_ not in firsts)
    out.false += _from_bad_captures(records, truth)
    return out


def _from_bad_captures(records: dict[str, Record], truth: Path) -> list[str]:
    good = {"article", "older-text", "rewritten", "revisit", "truncated"}
    what = {(c["timestamp"], urls.key(urls.original(c["url"]))): c["what"] for c in lines(truth, "capture")}
    return [
        r.id
        for r in records.values()
        if r.url and what.get((urls.timestamp_of(r.url), urls.key(r.original_url or "")), "article") not in good
    ]


def wrong_fields(record: Record, article: dict, archive: Archive):
    """(field, held, true) for each field of a record that is not as the truth has it."""
    stamp = urls.timestamp_of(record.url or "")
    shown = [s for s in article["sources"] if s["timestamp"] == stamp]
    if not shown:
        yield "url", record.url, [s["timestamp"] for s in article["sources"]]
        return
    source = shown[0]
    true = article | {k: v for k, v in source.items() if k not in ("url", "timestamp", "design", "what")}
    if urls.original(record.original_url or "") != urls.original(source["url"]):
        yield "original_url", record.original_url, source["url"]
    for name in ("title", "date", "last_updated", "author", "category", "language", "publisher", "rights"):
        if getattr(record, name) != true[name]:
            yield name, getattr(record, name), true[name]
    for name in ("published", "updated"):
        held = getattr(record, name)
        if (held.isoformat() if held else None) != true[name]:
            yield name, held, true[name]
    if list(record.tags or ()) != list(true["tags"] or ()):
        yield "tags", record.tags, true["tags"]
    authors = [{k: v for k, v in vars_of(a).items() if v} for a in record.authors]
    if authors != true["authors"]:
        yield "authors", authors, true["authors"]
    if list(record.labels) != ([true["label"]] if true["label"] else []):
        yield "labels", record.labels, true["label"]
    if sorted(record.former_titles) != sorted(article["former_titles"]):
        yield "former_titles", record.former_titles, article["former_titles"]
    ids = {r.id for r in record.revisions if r.id} | {record.id}
    captured = {r["id"] for r in article["revisions"] if r.get("captured")} | {record.id}
    if ids != captured:
        yield "revisions", sorted(ids), sorted(captured)
    images = [(i.url, i.caption, i.credit, i.sha256) for i in record.images]
    expected = [(i["url"], i["caption"], i["credit"], i["sha256"] if i["held"] else None) for i in true["images"]]
    if images != expected:
        yield "images", images, expected
    for image in record.images:
        if image.file and not (archive.path / image.file).is_file():
            yield "images.file", image.file, "a file"
    if [e.url for e in record.embeds] != [e["url"] for e in true["embeds"]]:
        yield "embeds", record.embeds, true["embeds"]
    if original_pictures(record) != true["body"]:
        yield "body", original_pictures(record), true["body"]


def vars_of(author):
    return {name: getattr(author, name) for name in ("name", "kind", "role", "place")}


def original_pictures(record: Record) -> str:
    """The body with the pictures' own addresses in place of the files that hold them."""
    body = record.body
    for image in record.images:
        if image.file:
            body = re.sub(rf"\]\((?:\.\./)+{re.escape(image.file)}", f"]({image.url}", body)
    return body
