"""Lists as CSV, in and out, with the day of each person's consent.

What goes out is safe to open in a spreadsheet: no cell is taken for a formula. What comes
in may have been through one. Refuses people without a day of consent; a line that is
refused is named by its number, never by what is in it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from backissue.model import BadInstruction
from backissue.subscribers.addresses import BadAddress, checked
from backissue.subscribers.book import SUPPORTERS, Row
from backissue.subscribers.rolls import Person, Roll, State, Support

__all__ = ["Refused", "read", "write"]

_COLUMNS = ("address", "language", "consent", "state")
_SUPPORT = ("since", "until", "gift")
_MEANT = {
    "email": "address", "e-mail": "address", "mail": "address", "email address": "address", "電郵": "address", "電子郵件": "address", "電郵地址": "address",
    "lang": "language", "locale": "language", "語言": "language",
    "consented": "consent", "consent date": "consent", "confirmed": "consent", "同意日期": "consent",
    "status": "state", "狀態": "state", "paid until": "until", "expires": "until", "start": "since",
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_YES = frozenset({"yes", "true", "1", "x", "y", "是"})
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not taken: which, and why."""

    line: int
    why: str


def write(roll: Roll, people: Iterable[Person] | None = None) -> str:
    """The list as CSV (RFC 4180); pending requests are left out, for nobody has said yes to them."""
    out = io.StringIO()
    supporters = roll.name == SUPPORTERS
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow([*_COLUMNS, *(_SUPPORT if supporters else ())])
    for person in sorted(people or roll, key=lambda p: p.address):
        if person.consent is None:
            continue
        cells = [person.address, person.language or "", person.consent.isoformat(), person.state.value]
        if supporters and person.support:
            until = person.support.until
            cells += [person.support.since.isoformat(), until.isoformat() if until else "", "yes" if person.support.gift else ""]  # fmt: skip
        sheet.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return out.getvalue()


def read(data: bytes, name: str, consent: date | None = None) -> Iterator[Row | Refused]:
    """The people in a CSV for the list ``name``; ``consent`` is the day for lines that say none.

    The first line names the columns; commas, semicolons and tabs all part them. Raises
    BadInstruction where there is no column of addresses.
    """
    text = _text(data)
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        head = [_column(cell) for cell in next(lines, [])]
        if "address" not in head:
            raise BadInstruction("the first line of the CSV names no column 'address'", f"Its columns may be: {', '.join((*_COLUMNS, *_SUPPORT))}.")  # fmt: skip
        for cells in lines:
            if any(cell.strip() for cell in cells):
                row = {column: _bare(cell) for column, cell in zip(head, cells, strict=False)}
                yield _row(row, lines.line_num, name, consent)
    except csv.Error:
        raise BadInstruction(f"this is no CSV from line {lines.line_num} on", "Save it as CSV, UTF-8.") from None


def _row(row: dict[str, str], line: int, name: str, consent: date | None) -> Row | Refused:
    try:
        address = checked(row.get("address", ""))
        agreed = _day(row, "consent") or consent
        since, until = _day(row, "since"), _day(row, "until")
        state = State(row.get("state", "").lower() or "active")
    except BadAddress as error:
        return Refused(line, str(error))
    except ValueError as error:
        return Refused(line, "a date that is none" if "day" in str(error) else "a state that is none")
    if state is State.PENDING:
        return Refused(line, "nobody has said yes yet")
    if agreed is None:
        return Refused(line, "no day of consent")
    support = None
    if name == SUPPORTERS:
        gift = row.get("gift", "").lower() in _YES
        if until is None and not gift:
            return Refused(line, "a supporter needs a day until which it is paid, or a gift")
        support = Support(since or agreed, until, gift)
    return Row(address, agreed, row.get("language") or None, state, support)


def _day(row: dict[str, str], column: str) -> date | None:
    said = row.get(column, "").strip()
    if not said:
        return None
    found = _DAY.fullmatch(said)
    if not found:
        raise ValueError("no day")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise ValueError("no day") from None


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInstruction(f"the CSV is not UTF-8 (byte {error.start})", "Save it as CSV, UTF-8.") from None


def _column(cell: str) -> str:
    name = cell.strip().lower()
    return _MEANT.get(name, name)


def _bare(cell: str) -> str:
    """A cell without the quote mark that keeps a spreadsheet from reading it as a formula."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
