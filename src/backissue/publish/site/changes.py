"""What changed: an article's earlier texts beside its last, compared word by word.

An article whose byline is hidden has no such page: an earlier text may name whom
the last one does not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from html import escape

from backissue.model import Record, Revision
from backissue.publish.render import diff, names
from backissue.publish.render.frame import Frame
from backissue.publish.render.words import trusted
from backissue.publish.site.article import changes_path
from backissue.publish.site.light import Light, digest_of, one_line
from backissue.publish.site.output import Output
from backissue.publish.site.stock import Stock

__all__ = ["Changes"]


class Changes:
    """Writes the pages of revisions of one build."""

    def __init__(self, frame: Frame, output: Output, code: str, stock: Stock) -> None:
        self._frame, self._output, self._code, self._stock = frame, output, code, stock

    def write(self, light: Light) -> None:
        """The page of one article, if it has earlier texts and they or it have changed."""
        name = changes_path(light.path)
        seal = digest_of(self._code, light.digest)
        if not self._output.due(name, seal):
            return
        record = self._stock.read(light.path)
        if record:
            self._output.write(name, seal, self._page(light, record, name))

    def _page(self, light: Light, record: Record, name: str) -> str:
        words = self._frame.words
        root = names.root(name)
        lang = record.language or self._frame.lang
        versions = sorted((r for r in record.revisions if not r.same_text), key=_order)
        parts = [f'<p class="note">{words.revision_intro}</p><p><a href="{root}{light.path}.html">{words.back}</a></p>']
        sections, following = [], record
        for revision in reversed(versions):
            before = self._text(revision, record, following)
            if before is following:
                continue
            if before is None:
                inner = f'<p class="note">{words.revision_lost}</p>'
            else:
                inner = f'<div class="body" lang="{escape(lang)}">{self._compared(before, following)}</div>'
                following = before
            sections.append(f'<section class="version"><h2>{self._called(revision)}</h2>{inner}</section>')
        parts += reversed(sections) if sections else [f'<p class="note">{words.revision_same}</p>']
        return self._frame.page(
            "plain.html",
            root=root,
            here="",
            sort="changes",
            title=f"{words.plain('revisions')}：{light.title}",
            heading=light.title or words.untitled,
            content=trusted("".join(parts)),
            scripts=(),
        )

    def _text(self, revision: Revision, record: Record, following: Record) -> Record | None:
        """What an earlier version said; ``following`` if it is shown already, None if its file cannot be read.

        A version without a file had the article's text under another title, or another version's text.
        """
        if revision.file:
            return self._stock.older(revision.file)
        only = record.former_titles[0] if len(record.former_titles) == 1 else None
        title = revision.title or only
        return replace(record, title=title) if title and title != following.title else following

    def _called(self, revision: Revision) -> str:
        words = self._frame.words
        told = f" <code>{escape(revision.id)}</code>" if revision.id else ""
        if revision.when:
            told += f" {words.captured} {words.day(revision.when.astimezone(UTC).date())}"
        return f"{words.revision_of}{told}"

    def _compared(self, before: Record, after: Record) -> str:
        old, new = one_line(before.title or ""), one_line(after.title or "")
        made = []
        if old != new:
            made += [f'<p class="headline"><strong>{line[3:-4]}</strong></p>' for line in diff.compare([old], [new])]
        first, last = diff.paragraphs(before.body), diff.paragraphs(after.body)
        if first == last and not made:
            return f'<p class="note" lang="{self._frame.ui}">{self._frame.words.revision_same}</p>'
        return "".join([*made, *diff.compare(first, last)])


def _order(revision: Revision) -> tuple[str, str]:
    return (revision.when.isoformat() if revision.when else "", (revision.id or "").zfill(12))
