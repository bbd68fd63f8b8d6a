"""What a perfect rescue would know: one JSON line an article, a page of the paper's own, and a capture.

``truth.jsonl`` has lines with ``"is": "article"``, ``"page"`` and ``"capture"``; ``truth.json`` the sums.
It refuses to guess: where a page printed less (a date without a time), the truth of that capture has less.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from .media import jpeg, png
from .paper import Article, Card, Paper, Person, Version
from .scenes import Scene, Shot, printed
from .stories import Block, Picture
from .warc import stamp

__all__ = ["article_line", "capture_line", "markdown", "picture_bytes", "plain"]


@lru_cache(maxsize=64)  # the truth has its digest, a capture its bytes
def picture_bytes(picture: Picture) -> bytes:
    """The file of a figure."""
    return jpeg(picture.number) if picture.suffix == "jpg" else png(picture.number)


def _inline(block: Block) -> str:
    out = []
    for span in block.spans:
        if isinstance(span, str):
            out.append(span)
        elif span[0] == "a":
            out.append(f"[{span[1]}]({span[2]})")
        else:
            words = span[1].rstrip("，。：")  # CommonMark does not end emphasis between punctuation and a letter
            out.append(f"**{words}**{span[1][len(words) :]}")
    return "".join(out)


def markdown(paper: Paper, article: Article, blocks: tuple[Block, ...]) -> str:
    """The body in Markdown as RECORD.md has it, without the heading; figures under their original URLs."""
    out: list[str] = []
    for block in blocks:
        kind = block.kind
        if kind == "p":
            out.append(_inline(block))
        elif kind == "h":
            out.append(f"## {_inline(block)}")
        elif kind == "note":
            out.append(f"*{_inline(block)}*")
        elif kind == "quote":
            out.append(f"> {_inline(block)}")
        elif kind in {"ul", "ol"}:
            out.append(
                "\n".join(f"{n}. {item}" if kind == "ol" else f"- {item}" for n, item in enumerate(block.items, 1))
            )
        elif kind == "table":
            head, *rows = ["| " + " | ".join(row) + " |" for row in block.rows]
            out.append("\n".join([head, "|" + " --- |" * len(block.rows[0]), *rows]))
        elif kind == "embed":
            out.append(f"<{block.url}>")
        elif block.picture:
            credit = f' "{block.picture.credit}"' if block.picture.credit else ""
            out.append(f"![{block.picture.caption}]({paper.picture_url(article, block.picture)}{credit})")
    return "\n\n".join(out)


def plain(blocks: tuple[Block, ...]) -> str:
    """The words of the body: paragraphs, headings, quotes, list items and table cells; no captions."""
    return "\n\n".join(b.text for b in blocks if b.kind not in {"figure", "embed"})


def _time(value: date | datetime | None) -> str | None:
    return value.isoformat() if value else None


def _clock(value: date | datetime | None, said: str | None) -> str | None:
    """``2021-02-11 12:46:29``, or without seconds where the page printed none."""
    if not isinstance(value, datetime):
        return value.isoformat() if value else None
    return value.strftime("%Y-%m-%d %H:%M:%S" if (said or "").count(":") == 2 else "%Y-%m-%d %H:%M")


def _person(person: Person) -> dict[str, str]:
    return {
        k: v
        for k, v in (("name", person.name), ("kind", person.kind), ("role", person.role), ("place", person.place))
        if v
    }


def _blocks(paper: Paper, article: Article, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for b in blocks:
        line: dict[str, Any] = {"kind": b.kind}
        if b.picture:
            line |= {
                "url": paper.picture_url(article, b.picture),
                "caption": b.picture.caption,
                "credit": b.picture.credit,
            }
        elif b.kind == "embed":
            line["url"] = b.url
        elif b.kind == "table":
            line["rows"] = b.rows
        elif b.items:
            line["items"] = b.items
        else:
            line["text"] = b.text
        out.append(line)
    return out


def _text(version: Version) -> str:
    return plain(version.blocks)


def article_line(scene: Scene, held_pictures: set[int], card: Card) -> dict[str, Any]:
    """Everything a record of this article should say.

    ``sources`` are the captures a whole record may come from, oldest first, each with what its page
    printed; the fields above them are those of the newest. Captures from an archive's own copy are among them.
    """
    paper, article = scene.paper, scene.article
    final = article.final
    good = sorted(scene.good, key=lambda s: s.when)
    sources = []
    for shot in good:
        said = printed(paper, article, shot)
        sources.append({
            "url": shot.url, "timestamp": stamp(shot.when), "design": paper.era(shot.when).look.name, "what": shot.what,
            "author": said.author, "date": _day(said.published, said.date), "date_printed": said.date, "last_updated": _clock(said.changed, said.updated), "last_updated_printed": said.updated,
            "category": said.category, "authors": [_person(p) for p in (article.byline.people if said.people is None else said.people)], "tags": said.tags, "published": _time(said.published), "updated": _time(said.changed),
        })  # fmt: skip
    images = []
    for block in final.blocks:
        if block.picture:
            data = picture_bytes(block.picture)
            held = block.picture.number in held_pictures
            images.append({
                "url": paper.picture_url(article, block.picture), "caption": block.picture.caption, "credit": block.picture.credit,
                "held": held, "sha256": hashlib.sha256(data).hexdigest() if held else None,
            })  # fmt: skip
    earlier = list(article.versions[:-1])
    revisions = [
        {"id": v.id, "title": v.title, "since": v.since.isoformat(), "same_text": _text(v) == _text(final), "captured": any(s.version is v for s in scene.shots)}
        for v in article.versions
    ] if len(article.versions) > 1 else []  # fmt: skip
    shown = [v.title for v in earlier if any(s.version is v for s in scene.shots)]
    line: dict[str, Any] = {
        "is": "article", "id": article.id, "ids": sorted({v.id for v in article.versions}, key=int), "index": article.index,
        "recoverable": scene.lost is None, "why": scene.lost, "partial": scene.partial, "title": final.title, "label": article.label,
        "language": article.language, "section": article.section, "has_id": paper.has_id, "publisher": paper.name, "rights": paper.rights, "column": article.column,
        "editor_tags": article.tags, "aliases": article.aliases,
        "published_exactly": article.published.isoformat(), "canonical_url": paper.url(article, final, paper.eras[-1]),
        "former_titles": [t for t in dict.fromkeys(shown) if t != final.title], "revisions": revisions, "images": images,
        "embeds": [{"url": b.url} for b in final.blocks if b.kind == "embed"],
        "blocks": _blocks(paper, article, final.blocks), "body": markdown(paper, article, final.blocks), "text": plain(final.blocks),
        "sources": sources, "captures": len(scene.shots),
        "listed": {"title": article.versions[0].title, "url": card.url, "author": card.author, "date": article.published.date().isoformat()},
    }  # fmt: skip
    newest = sources[-1] if sources else {}
    for key in ("author", "authors", "category", "date", "last_updated", "tags", "published", "updated"):
        line[key] = newest.get(key)
    line["original_urls"] = sorted({s.url for s in good})
    line["timestamps"] = sorted(stamp(s.when) for s in good)
    return line


def _day(published: date | datetime | None, said: str | None) -> str | None:
    return published.isoformat()[:10] if published and said else None


def capture_line(shot: Shot, file: str, offset: int | None) -> dict[str, Any]:
    """One capture: where it lies and what it truly is."""
    return {
        "is": "capture", "url": shot.url, "timestamp": stamp(shot.when), "what": shot.what, "why": shot.why, "status": shot.status,
        "article": shot.article, "id": shot.version.id if shot.version else None, "file": file, "offset": offset,
    }  # fmt: skip
