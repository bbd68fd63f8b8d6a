"""Lights of the last build, kept in ``work/`` so that an unchanged record need not be read again: one file a year.

A file is a line that says what made it and what the rest hashes to, then a line for
each record, in the order of the record files. A file that is lost, torn or made by
other code costs a reading of its year, nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import overload

from backissue import disk
from backissue.publish.site import light as lights_of
from backissue.publish.site.light import Light

__all__ = ["Few", "Remembered", "year_of"]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class Remembered:
    """The files in ``folder``, as far as they were made under the same ``mark``."""

    def __init__(self, folder: Path, mark: str) -> None:
        self._folder, self._mark = folder, mark

    def all(self) -> dict[str, tuple[str, Light]]:
        """Each record's path to the signature of its file and its light."""
        found: dict[str, tuple[str, Light]] = {}
        for path in sorted(self._folder.glob("*.json")):
            lines = self._lines(path)
            for signature, row in json.loads(b"[" + b",".join(lines) + b"]"):
                found[row[0]] = (signature, lights_of.parse(row))
        return found

    def few(self, paths: Sequence[str], listed: Iterable[str]) -> Few | None:
        """The lights of ``paths``, read when asked for; None unless each of ``listed``, in its order, has its line."""
        lines = {path.stem: self._lines(path) for path in self._folder.glob("*.json")}
        places: dict[str, tuple[str, int]] = {}
        counts: dict[str, int] = defaultdict(int)
        for path in listed:
            year = year_of(path)
            places[path] = (year, counts[year])
            counts[year] += 1
        if counts != {year: len(own) for year, own in lines.items() if own}:
            return None
        return Few(paths, places, lines)

    def keep(self, kept: Mapping[str, tuple[str, Light]], known: Mapping[str, tuple[str, Light]]) -> None:
        """Writes the years in which a light is new, gone or changed."""
        years: dict[str, list[tuple[str, Light]]] = defaultdict(list)
        for path, entry in kept.items():
            years[year_of(path)].append(entry)
        changed = {year_of(p) for p in kept.keys() ^ known.keys()}
        changed |= {year_of(p) for p, (signature, _) in kept.items() if p in known and known[p][0] != signature}
        for year in sorted(changed):
            if year in years:
                self._write(year, [line_of(signature, light) for signature, light in years[year]])
            else:
                (self._folder / f"{year}.json").unlink(missing_ok=True)

    def keep_few(self, few: Few, changed: Mapping[str, tuple[str, Light]]) -> None:
        """Writes the years of ``changed`` again, all other lines as they are."""
        years: dict[str, list[tuple[str, Light]]] = defaultdict(list)
        for path, entry in changed.items():
            years[year_of(path)].append(entry)
        for year in sorted(years):
            for signature, light in years[year]:
                few.lines[year][few.places[light.path][1]] = line_of(signature, light)
            self._write(year, few.lines[year])

    def _lines(self, path: Path) -> list[bytes]:
        """The lines of one file; none if it was not made under our mark, or is not as it was written."""
        try:
            first, _, rest = path.read_bytes().partition(b"\n")
            said = json.loads(first)
            whole = said["code"] == self._mark and said["sum"] == _sum(rest)
        except (OSError, ValueError, TypeError, KeyError):
            return []
        return rest[:-1].split(b"\n") if whole and rest else []

    def _write(self, year: str, lines: Sequence[bytes]) -> None:
        rest = b"\n".join(lines) + b"\n"
        first = json.dumps({"code": self._mark, "sum": _sum(rest)}).encode()
        disk.write(self._folder / f"{year}.json", first + b"\n" + rest)


class Few(Sequence[Light]):
    """Lights by their place in ``paths``, each parsed when it is first asked for."""

    def __init__(
        self, paths: Sequence[str], places: Mapping[str, tuple[str, int]], lines: dict[str, list[bytes]]
    ) -> None:
        self.places, self.lines = places, lines
        self._paths = paths
        self._made: dict[int, Light] = {}

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, at: int) -> Light: ...
    @overload
    def __getitem__(self, at: slice) -> list[Light]: ...
    def __getitem__(self, at: int | slice) -> Light | list[Light]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        found = self._made.get(at)
        if found is None:
            year, line = self.places[self._paths[at]]
            found = self._made[at] = lights_of.parse(json.loads(self.lines[year][line])[1])
        return found

    def put(self, at: int, light: Light) -> None:
        """From here on ``light`` stands at this place."""
        self._made[at] = light


def line_of(signature: str, light: Light) -> bytes:
    """A line of the file: JSON, without a line feed in it."""
    return _ENCODER.encode([signature, lights_of.row(light)]).encode("utf-8", "replace")


def year_of(path: str) -> str:
    """The year in a record's path, ``undated`` as it may be; ``pages`` for a page of the paper's own."""
    folder, _, rest = path.partition("/")
    return rest.partition("/")[0] if folder == "articles" else folder


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
