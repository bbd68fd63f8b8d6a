"""The report as one page: nothing in it asks anything of any other place, and nothing in it runs.

English and Traditional Chinese stand side by side in the page, and a choice
without script shows one. Tables to take away lie beside the page and, if they
are not large, within it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import jinja2
from markupsafe import Markup

from backissue import __version__, disk
from backissue.archive.findings import FINDINGS as OF_ARCHIVE
from backissue.audit import tables
from backissue.audit.auditing import audited
from backissue.audit.chinese import CHINESE
from backissue.audit.facts import Facts, Trouble, gather, readable
from backissue.audit.findings import FINDINGS
from backissue.audit.plot import HEIGHT, WIDTH, plot
from backissue.audit.report import Report
from backissue.captures.findings import FINDINGS as OF_CAPTURES
from backissue.model import FindingKind, Outlet
from backissue.outlets.findings import FINDINGS as OF_OUTLETS

EMBEDDED = 1_500_000
"""Bytes up to which a table is also carried within the page."""
SHOWN = 100
"""Rows of a table that the page shows; the rest is in the CSV."""


def write_report(
    folder: Path,
    to: Path,
    outlet: Outlet | None = None,
    say: Callable[[str], None] | None = None,
    kinds: Mapping[str, FindingKind] | None = None,
) -> Report:
    """Audit the paper in ``folder`` and write the page ``to``, with ``missing.csv`` and ``changes.csv`` beside it.

    ``kinds`` are the catalogues of rooms that this one may not know, for their
    sentences and remedies. Links lead from ``to`` to the records, relatively.
    """
    with audited(folder, outlet, say or (lambda _: None)) as (books, report):
        facts = gather(books, report, to.parent.resolve())
    missing, changes = tables.missing(facts.lost), tables.changes(facts.changes)
    page = render(facts, missing, changes, kinds)
    disk.write_all(
        {
            to: page.encode("utf-8", "replace"),
            to.with_name("missing.csv"): missing,
            to.with_name("changes.csv"): changes,
        }
    )
    return report


def render(
    facts: Facts, missing: bytes = b"", changes: bytes = b"", kinds: Mapping[str, FindingKind] | None = None
) -> str:
    """The page. ``missing`` and ``changes`` are the tables' bytes."""
    known = {**(kinds or {}), **OF_CAPTURES, **OF_OUTLETS, **OF_ARCHIVE, **FINDINGS}
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("backissue.audit"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals["t"] = _both
    environment.filters["n"] = lambda number: f"{number:,}"
    environment.filters["readable"] = readable
    return environment.get_template("report.html.jinja").render(
        f=facts,
        chinese_first=facts.language.startswith("zh"),
        plot=plot(facts.months),
        width=WIDTH,
        height=HEIGHT,
        told=partial(told, known),
        by_severity=[(s, [t for t in facts.trouble if t.severity == s]) for s in ("error", "warning", "note")],
        missing_link=_carried("missing.csv", missing),
        changes_link=_carried("changes.csv", changes),
        shown=SHOWN,
        version=__version__,
    )


def _both(english: str, chinese: str) -> Markup:
    """A text in both languages, of which the page shows one."""
    return Markup('<span class="en" lang="en">{}</span><span class="zh" lang="zh-Hant">{}</span>').format(
        english, chinese
    )


def told(known: Mapping[str, FindingKind], trouble: Trouble) -> tuple[str, str, str, str]:
    """Sentence and remedy of a kind of trouble in English, then in Chinese, each falling back on what there is."""
    kind = known.get(trouble.code)
    sentence = kind.sentence if kind else trouble.sentence
    remedy = kind.remedy if kind else ""
    chinese = CHINESE.get(trouble.code)
    return sentence, remedy, chinese[0] if chinese else sentence, chinese[1] if chinese else remedy


def _carried(name: str, data: bytes) -> str:
    """The address of a table: itself, if it is small, else the file beside the page."""
    if len(data) > EMBEDDED:
        return name
    return f"data:text/csv;charset=utf-8;base64,{base64.b64encode(data).decode()}"
