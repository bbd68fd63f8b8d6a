"""Which file a capture lies in: two crawls, the years after, and what volunteers kept in other formats.

A few early articles' captures go to a plain WARC, a zstd WARC, an ARC and a WACZ; all else to gzip WARCs,
cut at 20,000 records. A file is made when its first capture comes.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import TracebackType

from .paper import Paper
from .scenes import Shot
from .wacz import pack
from .warc import Answer, ArcWriter, WarcWriter

__all__ = ["Shelves"]

CUT = 20_000  # records a file
SPECIAL = 400  # only so many articles are kept in the rare formats, so that these stay small


class Shelves:
    """Opens, feeds and closes the files of one demo."""

    def __init__(self, folder: Path, paper: Paper) -> None:
        self.folder = folder
        self.paper = paper
        self.closed = datetime(paper.closed.year, paper.closed.month, paper.closed.day, tzinfo=paper.zone)
        self.warcs: dict[str, WarcWriter] = {}
        self.numbers: dict[str, int] = {}
        self.arc: ArcWriter | None = None
        self.pages: list[tuple[Answer, int, int]] = []  # what the WACZ's index needs
        self.files: list[str] = []

    def __enter__(self) -> Shelves:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self.warcs.values():
            writer.close()
        if self.arc:
            self.arc.close()

    def shelf(self, shot: Shot, index: int | None) -> str:
        """The kind of file for this shot."""
        if shot.file:
            return shot.file
        if index is not None and index < SPECIAL:
            rest = index % 20
            if rest == 1:
                return "plain"
            if rest == 7:
                return "zst"
            if rest == 11:
                return "wacz"
            if rest in {3, 13} and shot.what != "revisit" and shot.when < self.paper.eras[-1].since:
                return "arc"
        if shot.when >= self.closed:
            return "after"
        return "early" if shot.when < self.paper.eras[-1].since else "late"

    def put(self, shot: Shot, made: Answer, index: int | None) -> tuple[str, int]:
        """Writes an answer and returns its file's name and its offset there (in a WACZ: in the WARC within)."""
        kind = self.shelf(shot, index)
        if kind == "arc":
            if self.arc is None:
                self.arc = ArcWriter(self.folder / "library.arc.gz", self.paper.eras[0].since)
                self.files.append("library.arc.gz")
            return "library.arc.gz", self.arc.answer(made)[0]
        writer = self.warcs.get(kind) or self._open(kind)
        if writer.count >= CUT and kind not in {"wacz", "plain", "zst"}:
            writer.close()
            writer = self._open(kind)
        busy = kind in {"late", "plain"}
        start, length = writer.answer(
            made, request=busy and writer.count % 5 == 0, metadata=busy and writer.count % 7 == 0
        )
        if kind == "wacz":
            self.pages.append((made, start, length))
            return "volunteer.wacz", start
        return writer.path.name, start

    def _open(self, kind: str) -> WarcWriter:
        number = self.numbers[kind] = self.numbers.get(kind, 0) + 1
        name = {"plain": "mirror.warc", "zst": "team.warc.zst", "wacz": "volunteer.warc.gz"}.get(
            kind, f"{kind}-{number:04d}.warc.gz"
        )
        pack_as = {"plain": "plain", "zst": "zstd"}.get(kind, "gzip")
        version = "1.0" if kind in {"early", "after"} else "1.1"
        writer = WarcWriter(self.folder / name, version=version, pack=pack_as, level=4)
        when = self.closed if kind == "after" else self.paper.eras[-1 if kind == "late" else 0].since
        writer.warcinfo(
            when, {"software": "backissue demo", "format": f"WARC File Format {version}", "robots": "ignore"}
        )
        self.warcs[kind] = writer
        if kind != "wacz":
            self.files.append(name)
        return writer

    def finish(self) -> list[str]:
        """Closes all files, packs the WACZ, and returns the names in order."""
        self.__exit__(None, None, None)
        if "wacz" in self.warcs:
            inner = self.warcs["wacz"].path
            pack(self.folder / "volunteer.wacz", inner, self.pages, created=self.closed)
            inner.unlink()
            self.files.append("volunteer.wacz")
        return sorted(self.files)
