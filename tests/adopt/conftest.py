"""A small archive of another's making: words of our own, in the layout and with the damage of the wild."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from backissue.adopt.slugs import mask_of
from backissue.archive import Archive, front
from backissue.model import Record
from backissue.pipeline.adopting import Adoption, adopt_archive

STAMP = "20200301020304"
HOST = "https://paper.example"
OFTEN = "請支持小報，成為我們的訂戶，讓我們繼續寫下去。"
ASK = f"訂閱 [按此](/web/{STAMP}/{HOST}/subscribe)"
PLACES = [
    "東灣",
    "西灣",
    "南山",
    "北角嘴",
    "石塘",
    "沙田圍",
    "青嶼",
    "大澳口",
    "梅窩頭",
    "坪洲尾",
    "長洲灣",
    "赤柱角",
    "深井村",
    "馬灣涌",
    "荔枝山",
    "屏山里",
]
WHO = ("陳小明", "李大文", "黃一心", "張可人")


def address(number: int, title: str, tags: tuple[str, ...], live: int | None = None, *, lost: bool = False) -> str:
    """An article's address as the paper made it; with ``lost`` every byte beyond ASCII is U+FFFD."""
    slug = f"{'-'.join(tags)}-{live or number}/{title.replace('　', '-').replace(' ', '-')}"
    path = mask_of(slug).replace("\ufffd", "%EF%BF%BD") if lost else quote(slug, safe="/")
    return f"{HOST}/article/{number}/{path}"


def text_of(place: str) -> str:
    """An article's paragraphs, different for each place."""
    return "\n\n".join(
        f"{place}居民{said}，{place}街坊會{done}，有關部門表示會在{n + 2}個月內跟進{place}的情況。"
        for n, (said, done) in enumerate(
            (("昨日集會", "要求重開渡輪碼頭"), ("擔心水浸", "清理了三條明渠"), ("修好了鐘樓", "請來老師傅示範"))
        )
    )


def write(
    folder: Path, number: int, title: str, body: str, *, url: str, tags: tuple[str, ...] = (), date: str = "2020-02-01", author: str = "記者陳小明",
    heading: bool = True, extra: str = "",
) -> Path:  # fmt: skip
    """One foreign file."""
    listed = "tags:\n" + "".join(f'  - "{tag}"\n' for tag in tags) if tags else ""
    front = (
        f'---\ntitle: "{title}"\ndate: "{date}"\n{extra}author: "{author}"\ncategory: "本地"\n{listed}'
        f'url: "https://web.archive.org/web/{STAMP}/{url}"\noriginal_url: "{url}"\n---\n\n'
    )
    path = folder / "articles" / f"article_{number}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"{front}{f'# {title}' if heading else ''}\n\n{body}\n".encode())
    return path


def footed(body: str, name: str = "") -> str:
    """A text with the paper's footer, and the box of its author."""
    box = (
        f"\n\n---\n\n![專欄 | {name}](https://web.archive.org/web/{STAMP}im_/{HOST}/faces/{len(name)}.png)\n\n**專欄 | {name}**\n\n【{name}】寫字的人。"
        if name
        else ""
    )
    return f"{body}\n\n\n---\n\n\n{OFTEN}\n\n{ASK}{box}"


@pytest.fixture
def wild(tmp_path: Path) -> Path:
    """Sixteen articles, one of them with a revision under a ruined address, three outage pages, one without a date."""
    folder = tmp_path / "theirs"
    for i, place in enumerate(PLACES):
        number, title = 1001 + 2 * i, f"{place}街坊爭取重開碼頭　官員到場聽意見"
        tags = (place, "交通")
        body = footed(text_of(place), WHO[i % 4] if i % 2 else "")
        date = "" if i == 7 else f"2020-02-{1 + i // 2:02d}"
        write(folder, number, title, body, url=address(number, title, tags), tags=tags, date=date)
    first = PLACES[0]
    title = f"{first}街坊爭取重開碼頭　官員到場聽意見"
    write(
        folder, 1002, title, footed(text_of(first)), url=address(1002, title, (first, "交通"), 1002, lost=True), tags=(first, "交通"), date="2020-02-01"
    )  # fmt: skip
    for number in (1040, 1041, 1042):
        write(
            folder,
            number,
            "Temporarily Offline",
            "",
            url=address(number, "消失的", ("東灣",)),
            date="",
            author="",
            heading=False,
        )
    (folder / "README.md").write_text("# An archive\n\nNo front matter here.\n")
    return folder


@dataclass(frozen=True)
class Sample:
    """A part of a real archive, adopted: where it came from, what adopting said, the records by id.

    ``written`` are the records and their older texts, each by the id of the file that gave it.
    """

    source: Path
    done: Adoption
    records: dict[str, Record]
    written: dict[str, Record]

    def theirs(self, number: str) -> str:
        """The text of the file that came in for an id."""
        return next(self.source.rglob(f"article_{number}.md")).read_text()


@pytest.fixture(scope="session")
def sample(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    """The sample below BACKISSUE_DATA, adopted once for all tests; the test skips without it."""
    source = data / "citizen_news_sample"
    if not source.is_dir():
        pytest.skip("the sample of a real Markdown archive is not in BACKISSUE_DATA")
    folder = tmp_path_factory.mktemp("adopted") / "paper"
    done = adopt_archive(source, folder, timezone="Asia/Hong_Kong", publisher="眾新聞", rights="© 眾新聞")
    written = [front.loads(path.read_text()) for path in done.folder.archive.rglob("*.md")]
    by_file = {r.source.file.rpartition("_")[2].removesuffix(".md"): r for r in written if r.source and r.source.file}
    yield Sample(source, done, {record.id: record for record in Archive(folder).records()}, by_file)
    shutil.rmtree(folder)
