"""A small paper made of nothing but chance: both scripts, variants, Latin words, numbers, and every field."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from backissue.archive import Archive, dumps, record_path
from backissue.model import Author, Image, Record

CHARS = "的一是不了人在有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對着事其裏所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從臺灣羣眾衆启線體裡里台"
LATIN = [
    "Hong Kong",
    "Carrie Lam",
    "COVID-19",
    "protest",
    "protester",
    "App",
    "apple",
    "G20",
    "5G",
    "e.g.",
    "naïve",
    "ＡＢＣ",
    "don’t",
    "A",
]
MARKS = "，。、「」：！　 "


def prose(dice: random.Random, length: int) -> str:
    out: list[str] = []
    while sum(map(len, out)) < length:
        kind = dice.random()
        if kind < 0.03:
            out.append(f" {dice.choice(LATIN)} ")
        elif kind < 0.06:
            out.append(f"{dice.randint(1997, 2021)}年")
        elif kind < 0.16:
            out.append(dice.choice(MARKS))
        else:
            at = int(dice.random() ** 2 * (len(CHARS) - 3))
            out.append(CHARS[at : at + dice.randint(1, 3)])
    return "".join(out)


def made(number: int, dice: random.Random) -> Record:
    day = date(2017, 1, 1) + timedelta(days=dice.randrange(1500))
    undated = number % 50 == 49
    return Record(
        id=str(38000 + number),
        title=prose(dice, 15).strip(),
        date=None if undated else day.isoformat(),
        published=None if undated else day,
        author=f"記者{CHARS[number % 7]}大文",
        authors=(Author(f"{CHARS[number % 7]}大文", role="記者"),),
        category=["眾聞", "眾說", "News"][number % 3],
        tags=("台灣", "Hong Kong")[: number % 3] or None,
        url=f"https://web.archive.org/web/20210805040329/https://paper.test/article/{38000 + number}",
        original_url=f"https://paper.test/article/{38000 + number}",
        images=(Image("https://paper.test/a.jpg", caption=f"圖{CHARS[number % 11]}說明"),) if number % 5 == 0 else (),
        body="\n\n".join(prose(dice, dice.randint(10, 120)).strip() for _ in range(dice.randint(1, 5))),
    )


@pytest.fixture(scope="session")
def records() -> list[Record]:
    dice = random.Random(6)
    return [made(number, dice) for number in range(400)]


def _put(folder: Path, record: Record) -> Path:
    file = folder / "archive" / record_path(record)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dumps(record), encoding="utf-8", newline="")
    return file


@pytest.fixture
def put() -> Callable[[Path, Record], Path]:
    """Writes a record's file below a paper's folder, as the archive would."""
    return _put


@pytest.fixture
def paper(tmp_path: Path, records: list[Record]) -> Archive:
    """An archive of 60 articles."""
    for record in records[:60]:
        _put(tmp_path, record)
    return Archive(tmp_path)
