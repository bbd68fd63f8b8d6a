"""The volunteer's loop: one page read by the rules as they are now, kept as an example, tested again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from backissue import captures, outlets, pages, records, urls
from backissue.model import BadInstruction, Capture, Outlet, Page, PageKind, Verdict
from backissue.pages import Census
from backissue.pipeline import collecting, gathering, learning
from backissue.pipeline.paper import Run
from backissue.records import examples
from backissue.run import Folder


def attempt(folder: Path, url: str) -> str:
    """The record that the page at ``url`` gives (a URL, a playback address, or an article's id), for a person to read.

    In the margin stands which pick gave each field, or which ones gave nothing; at the end what was dropped.
    """
    paper = Folder.existing(folder)
    page, draft = _read(paper, url)
    return examples.shown(draft, picks=examples.asked(page, _outlet(paper)))


def keep(folder: Path, url: str) -> Path:
    """Keep the page at ``url``, and what the rules make of it, as an example; the example's folder."""
    paper = Folder.existing(folder)
    page, draft = _read(paper, url)
    return examples.add(paper.path / "examples", page, draft)


def check(folder: Path) -> Iterator[examples.Check]:
    """Every field of every example of the paper in ``folder``, one at a time."""
    paper = Folder.existing(folder)
    yield from examples.check(paper.path / "examples", _outlet(paper), _hooks(paper))


def _read(paper: Folder, url: str) -> tuple[Page, records.Draft]:
    """The best capture of an address, opened and read."""
    outlet = _outlet(paper)
    wanted = {urls.key(urls.original(url)), outlets.article_key(outlet, urls.original(url)), url}
    found: list[tuple[Capture, pages.Survey, Verdict]] = []
    opened: dict[str, Page] = {}
    every = captures.resolve(map(gathering.as_meant, collecting.listed(Run(paper))), paper.work / "try.sqlite")
    for capture in every:
        if capture.payload is None or not wanted & {capture.key, outlets.article_key(outlet, capture.url)}:
            continue
        try:
            payload = captures.open_capture(paper.captures, capture)
        except captures.Unreadable:
            continue
        decoded = pages.decode(payload.body, payload.content_type, capture.ref)
        html = pages.unrewrite(decoded.text, capture)
        rewritten = html != decoded.text
        seen = pages.survey(capture, html, truncated=payload.truncated, rewritten=rewritten, cards=outlet.cards)
        verdict = pages.judge(seen, Census(), outlet)
        found.append((capture, seen, verdict))
        opened[capture.ref] = Page(
            capture, html, decoded.encoding, decoded.how, verdict, decoded.findings, payload.truncated
        )
    good = [one for one in found if one[2].kind in (PageKind.ARTICLE, PageKind.PAGE)]
    best = pages.pick(good or found, outlet).best
    if best is None:
        raise BadInstruction(
            f"no capture of {url} is held",
            "Give an address as the paper had it, a playback address, or an article's id.",
        )
    page = opened[best.ref]
    return page, records.read(page, outlet, _hooks(paper))


def _outlet(paper: Folder) -> Outlet:
    outlet = learning.written(paper)
    if outlet is None:
        raise BadInstruction(f"there is no {paper.outlet}", "Run rescue first: it learns one; or write one with `new`.")
    return outlet


def _hooks(paper: Folder) -> outlets.Hooks:
    found = outlets.hooks(paper.path)
    return found if isinstance(found, outlets.Hooks) else outlets.Hooks()
