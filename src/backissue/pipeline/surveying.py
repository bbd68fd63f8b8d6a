"""survey: every capture read once and lightly, each page in the guard."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

from backissue import captures, jsonlines, outlets, pages
from backissue.model import Capture, CardRule, Receipt, Task
from backissue.pipeline.findings import OVERRUN, failed
from backissue.pipeline.paper import Line, Run, Unreadable, guarded, receipt
from backissue.run import Folder, Overrun

_PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", "unk", "unknown")
_FEEDS = ("+xml", "application/feed+json")


def survey(run: Run, resolved: Receipt) -> list[Receipt]:
    """Survey every capture, a task for each slice that ``resolve`` wrote, by the card rules that people wrote."""
    cards = cards_of(run.folder)
    known = (jsonlines.text(cards),) if cards else ()
    tasks = [run.task("survey", Path(name).stem, digest, *known, inputs=(name,)) for name, digest in resolved.outputs]
    return run.perform("reading captures", tasks, functools.partial(_survey, run.folder, cards))


def cards_of(folder: Folder) -> tuple[CardRule, ...]:
    """The card rules that people wrote in ``outlet.toml``."""
    return outlets.load(folder.outlet).cards if folder.outlet.is_file() else ()


def lines(run: Run, surveyed: list[Receipt]) -> Iterator[Line]:
    """Every capture with what survey saw, in the listings' order."""
    for done in surveyed:
        for name, _ in done.outputs:
            yield from jsonlines.read(Line, run.folder.path / name)


def readable(capture: Capture) -> bool:
    """Whether a capture may be a page: not an image, a script or a style sheet by its type."""
    kind = (capture.mimetype or "unk").partition(";")[0].strip().lower()
    return kind in _PAGES or kind.endswith(_FEEDS)


def _survey(folder: Folder, cards: tuple[CardRule, ...], task: Task) -> Receipt:
    (name,) = task.inputs
    look = functools.partial(_look, folder.captures, cards)
    out = list(guarded(look, jsonlines.read(Capture, folder.path / name), _stopped))
    path = folder.work / "survey" / f"{task.bucket}.jsonl"
    return receipt(folder, task, {path: jsonlines.text(out)}, captures=len(out))


def _stopped(capture: Capture, overrun: Overrun) -> Line:
    return Line(capture, None, (OVERRUN.about(capture.ref, limit=overrun.kind),))


def _look(folder: Path, cards: tuple[CardRule, ...], capture: Capture) -> Line:
    """One capture opened, decoded, its archive's traces undone, and surveyed; as it is, if it can be no page."""
    if not readable(capture) or capture.place is None:
        return Line(capture)
    try:
        payload = captures.open_capture(folder, capture)
        decoded = pages.decode(payload.body, payload.content_type, capture.ref)
        html = pages.unrewrite(decoded.text, capture)
        seen = pages.survey(capture, html, truncated=payload.truncated, rewritten=html != decoded.text, cards=cards)
    except Unreadable as trouble:
        return Line(capture, None, (trouble.finding,))
    except Exception as error:  # noqa: BLE001  (one page must not end the work; it becomes a finding)
        return Line(capture, None, (failed(capture.ref, error),))
    return Line(capture, seen, (*payload.findings, *decoded.findings))
