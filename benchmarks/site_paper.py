"""A newspaper of any size made by chance, as an archive of ours and as Hugo's content: for measuring the site and the server.

Its texts are those of ``search_paper``; tags, authors and sections are as frequent as a real paper's. The same
count gives the same paper.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from search_paper import documents

from backissue.archive import front, names
from backissue.model import Author, Outlet, Record, Source

HKT = timezone(timedelta(hours=8))
OUTLET = Outlet("晨霧報", ("mist.example",), "Asia/Hong_Kong", language="zh-Hant-HK")


def make(folder: Path, hugo: Path, count: int) -> None:
    """The same articles as an archive of ours and as a site's content for Hugo."""
    dice = random.Random(7)
    tags = [f"標籤{n}" for n in range(max(50, count // 4))]
    weights = [1 / (n + 3) for n in range(len(tags))]
    people = [f"記者{n}" for n in range(max(10, count // 300))]
    sections = [f"版面{n}" for n in range(12)]
    start = datetime(2017, 1, 1, 6, tzinfo=HKT)
    for number, document in enumerate(documents(count), 1):
        when = start + timedelta(minutes=number * 5 * 365 * 1440 // count)
        body = document.text[len(document.title) + 1 : document.body].replace("<", "").replace("\n", "")
        third = max(1, len(body) // 3)
        paragraphs = [body[i : i + third] for i in range(0, len(body), third)]
        address = f"https://www.mist.example/article/{number}/slug"
        own = tuple(dict.fromkeys(dice.choices(tags, weights, k=5)))
        record = Record(
            id=str(number),
            title=document.title.replace("<", "") or f"第{number}篇",
            date=when.date().isoformat(),
            author=people[number % len(people)],
            category=sections[number % 12],
            tags=own,
            url=f"https://web.archive.org/web/20220103040506/{address}",
            original_url=address,
            published=when,
            language="zh-Hant-HK",
            publisher=OUTLET.name,
            authors=(Author(people[number % len(people)], role="記者"),),
            editor_tags=own,
            source=Source(
                "warc",
                datetime(2022, 1, 3, 4, 5, 6, tzinfo=UTC),
                "captures/0123456789abcdef.warc.gz",
                number * 900,
                "AB" * 16,
            ),
            evidence={"title": "ld: headline", "date": "meta"},
            body="\n\n".join(paragraphs),
        )
        path = folder / "archive" / names.record_path(record)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front.dumps(record), encoding="utf-8")
        theirs = {
            "title": record.title,
            "date": when.isoformat(),
            "tags": list(own),
            "authors": [record.author],
            "sections": [record.category],
        }
        page = hugo / "content" / "articles" / f"{when:%Y}" / f"{when:%m}" / f"{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in theirs.items())
        page.write_text(f"---\n{matter}---\n\n{record.body}", encoding="utf-8")
