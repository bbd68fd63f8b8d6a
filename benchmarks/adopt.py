"""What adopting an archive costs and how well it is done, on real material.

    BACKISSUE_DATA=folder python benchmarks/adopt.py [FOLDER] [--zone Asia/Hong_Kong] [--rounds 3]
    python benchmarks/adopt.py --made 20000

FOLDER is an archive of Markdown files (default: the sample below
BACKISSUE_DATA); ``--made N`` writes one of N files of our own words in the
sample's layout. Prints JSON: CPU (user and system, this process) of adopting,
joining and auditing against PyYAML's CSafeLoader on the same front matters,
turn and turn about in this run, the mean of ``--rounds``, and the best of each; starting the
interpreter and importing is in neither. Then peak memory, what is left in the
texts, what of the ruined addresses was proven, and how often a slug garbled by
hand comes back wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote, unquote

import numpy as np  # noqa: F401  (imported before the clock starts)
import yaml

from backissue import adopt
from backissue.adopt.addresses import Addresses, split
from backissue.adopt.slugs import mask_of
from backissue.archive import Archive
from backissue.pipeline.adopting import adopt_archive

GARBLED = 500


def csafe(folder: Path) -> float:
    """CPU seconds of CSafeLoader on every front matter; files that it refuses cost what they cost."""
    fronts = []
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if text.startswith("---\n") and (end := text.find("\n---\n", 3)) > 0:
            fronts.append(text[4:end])
    start = time.process_time()
    for front in fronts:
        with contextlib.suppress(yaml.YAMLError):
            yaml.load(front, yaml.CSafeLoader)
    return time.process_time() - start


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
WHO = [
    "街坊會",
    "漁民",
    "船家",
    "教師",
    "學生",
    "醫護",
    "小店東主",
    "議員",
    "義工",
    "老師傅",
    "司機",
    "巡守員",
    "園丁",
    "導賞員",
    "郵差",
    "廚師",
]
DID = [
    "昨日集會要求",
    "去年起草",
    "正在修訂",
    "堅決反對",
    "終於同意",
    "公開質疑",
    "悄悄擱置",
    "重新提出",
    "三次延後",
    "全數捐出",
    "詳細解釋",
    "逐戶說明",
]
WHAT = [
    "重開渡輪碼頭",
    "水浸紀錄",
    "鐘樓維修帳目",
    "巴士改道方案",
    "圖書館藏書",
    "夜市攤位安排",
    "海堤加固工程",
    "校舍合併時間表",
    "濕地復育計劃",
    "街燈更換名單",
    "漁港疏浚費用",
    "社區農圃章程",
]
THEN = [
    "有關部門表示會跟進，並在{n}個月內公布結果。",
    "現場共有{n}人，當中{m}人留下姓名。",
    "記者翻查{n}年前的文件，發現其中{m}頁遺失。",
    "預計需款{n}萬元，至今籌得{m}成。",
    "兩旁店舖{n}間，{m}間已經遷出。",
]
STAMP, HOST = "20200301020304", "https://paper.example"
FOOT = f"\n\n---\n\n請支持小報，成為我們的訂戶。\n\n訂閱 [按此](/web/{STAMP}/{HOST}/subscribe)\n"


def made(folder: Path, count: int) -> None:
    """An archive of ``count`` files of our own words: runs of revisions, ruined addresses, outage pages, footers, boxes, gaps of ids."""
    rng = random.Random(11)
    number, written = 1000, 0
    day = date(2017, 1, 1)
    while written < count:
        number += rng.choice((1, 1, 1, 2, 5))
        day += timedelta(days=rng.random() < 0.04)
        place, who = rng.choice(PLACES), rng.choice(WHO)
        title = f"【{place}】{who}{rng.choice(DID)}{rng.choice(WHAT)}　{rng.choice(PLACES)}{rng.choice(WHO)}{rng.choice(DID)}第{rng.randrange(2, 99)}號議案"
        tags = (place, rng.choice(WHAT)[:2], who)
        paragraphs = ["".join(_sentence(rng) for _ in range(rng.randrange(2, 5))) for _ in range(rng.randrange(5, 14))]
        times = rng.choice((1, 1, 1, 1, 2, 3, 4))
        live = number + times - 1
        for turn in range(times):
            if rng.random() < 0.02:
                _write_one(folder, rng, number, live, title="Temporarily Offline", body="", author="", tags=(), day=day)
            else:
                body = "\n\n".join(paragraphs[: len(paragraphs) - (times - turn > 2)])
                _write_one(
                    folder,
                    rng,
                    number,
                    live,
                    title=title,
                    body=body,
                    author=rng.choice(("記者", "", "實習記者")) + who,
                    tags=tags,
                    day=day,
                )
            written += 1
            if written >= count:
                return
            number += turn < times - 1


def _sentence(rng: random.Random) -> str:
    then = rng.choice(THEN).format(n=rng.randrange(2, 400), m=rng.randrange(1, 99))
    return f"{rng.choice(PLACES)}{rng.choice(WHO)}{rng.choice(DID)}{rng.choice(PLACES)}{rng.choice(WHAT)}，{then}"


def _write_one(folder, rng, number, live, *, title, body, author, tags, day) -> None:
    slug = f"{'-'.join(tags) or 'x'}-{live}/{title.replace('　', '-').replace(' ', '-')}"
    path = mask_of(slug).replace("\ufffd", "%EF%BF%BD") if rng.random() < 0.2 else quote(slug, safe="/")
    url = f"{HOST}/article/{number}/{path}"
    listed = "tags:\n" + "".join(f'  - "{tag}"\n' for tag in tags) if tags else ""
    figure = f'<figure>\n<img src="https://web.archive.org/web/{STAMP}im_/{HOST}/pic/{live}.jpg" alt="">\n<figcaption>{author}在現場。（小報圖片）</figcaption>\n</figure>\n\n'
    box = (
        f"\n---\n\n![專欄 | {author}](https://web.archive.org/web/{STAMP}im_/{HOST}/faces/{author}.png)\n\n**專欄 | {author}**\n\n【{author}】寫字的人。\n"
        if live % 3 == 0
        else ""
    )
    text = f"# {title}\n\n{figure}{body}\n{FOOT}{box}" if body else ""
    start = (number - 1) // 1000 * 1000 + 1
    where = folder / "articles" / f"{start}-{start + 999}" / f"article_{number}.md"
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(
        f'---\ntitle: "{title}"\ndate: "{day if body else ""}"\nlast_updated: "{day} 12:00:00"\nauthor: "{author}"\ncategory: "本地"\n'
        f'{listed}url: "https://web.archive.org/web/{STAMP}/{url}"\noriginal_url: "{url}"\n---\n\n{text}',
        encoding="utf-8",
    )


def left(folder: Path) -> dict[str, int]:
    """Archive-prefixed links, and pictures of authors' boxes, left in bodies."""
    counts: Counter[str] = Counter()
    for record in Archive(folder).records():
        counts["records"] += 1
        counts["prefixed links"] += len(re.findall(r"/web/\d{4,14}(?:[a-z]{2}_)?/", record.body))
        counts["html"] += len(re.findall(r"</?(?:figure|img|figcaption|iframe)\b", record.body))
        counts["shortcodes"] += record.body.count("{{<")
    return dict(counts)


def ruined(source: Path) -> dict[str, int]:
    """Of the articles' ruined addresses: title slugs proven, whole addresses proven."""
    counts: Counter[str] = Counter()
    known = adopt.survey(_opened(source))
    for note, (_, _, foreign) in zip(known.notes, _opened(source), strict=True):
        if foreign is None or note.not_article or "%EF%BF%BD" not in (foreign.text("original_url") or ""):
            continue
        last = (foreign.text("original_url") or "").rstrip("/").rpartition("/")[2]
        counts["addresses"] += 1
        counts["whole"] += bool(note.canonical_url) and "%EF%BF%BD" not in (note.canonical_url or "")
        if "%EF%BF%BD" in last:
            counts["title slugs"] += 1
            counts["title slugs proven"] += (
                bool(note.canonical_url) and "%EF%BF%BD" not in (note.canonical_url or "").rpartition("/")[2]
            )
    return dict(counts)


def garbled(source: Path) -> dict[str, int]:
    """Clean addresses whose letters we lose ourselves: how many come back, and how many come back wrong."""
    notes = {note.path: note for note in adopt.survey(_opened(source)).notes}
    rows = []
    for path, _, foreign in _opened(source):
        note = notes[path]
        if foreign and not note.not_article and note.id:
            rows.append(
                (note.id, foreign.text("title") or "", foreign.texts("tags") or (), foreign.text("original_url") or "")
            )
    clean = [
        row
        for row in rows
        if (a := split(row[3], row[0]))
        and a.rest
        and not a.ruined
        and not "".join(map(unquote, a.rest)).isascii()
        and "\ufffd" not in unquote(row[3])
    ]
    chosen = set(random.Random(7).sample([row[0] for row in clean], min(GARBLED, len(clean) // 2)))
    addresses = Addresses()
    for identity, title, tags, url in rows:
        addresses.add(identity, title, tags, _lose(url) if identity in chosen else url)
    addresses.learn()
    counts: Counter[str] = Counter()
    for identity, _, _, url in rows:
        if identity not in chosen:
            continue
        counts["garbled"] += 1
        repaired = addresses.repair(identity)
        if repaired and repaired.url:
            came, went = repaired.url.split("/")[3:], unquote(url).partition("?")[0].split("/")[3:]
            wrong = [
                a
                for a, b in zip(came, went, strict=False)
                if "%EF%BF%BD" not in a and unquote(a) != b and unquote(unquote(a)) != b
            ]
            counts["wrong"] += bool(wrong)
            if wrong and os.environ.get("SHOW"):
                print(identity, repaired.how, wrong, went[-2:], file=sys.stderr)
            counts["title right"] += "%EF%BF%BD" not in came[-1] and not wrong
    return dict(counts)


def _lose(url: str) -> str:
    root, _, rest = url.partition("//")
    lost = mask_of(unquote(rest, errors="replace")).replace("\ufffd", "%EF%BF%BD").replace(" ", "%20")
    return f"{root}//{lost}"


def _opened(source: Path):
    for path in sorted(source.rglob("*.md")):
        name = path.relative_to(source).as_posix()
        yield name, "", adopt.open_file(path.read_bytes(), name, adopt.PROFILES["backissue"])


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser()
    data = os.environ.get("BACKISSUE_DATA")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(data) / "citizen_news_sample" if data else None)
    parser.add_argument("--zone", default="Asia/Hong_Kong")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--made", type=int, metavar="N", help="an archive of N files of our own words instead")
    asked = parser.parse_args()
    to = Path(tempfile.mkdtemp())
    if asked.made:
        asked.folder = to / "made"
        made(asked.folder, asked.made)
    if asked.folder is None:
        sys.exit("name a folder, or set BACKISSUE_DATA")
    bases, firsts = [], []
    for number in range(asked.rounds):
        bases.append(csafe(asked.folder))
        start = time.process_time()
        done = adopt_archive(asked.folder, to / f"paper-{number}", timezone=asked.zone)
        firsts.append(time.process_time() - start)
        bases.append(csafe(asked.folder))
    paper = to / f"paper-{asked.rounds - 1}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    adopt_archive(asked.folder, paper, timezone=asked.zone)
    second = time.process_time() - start
    told = {
        "counts": {k: v for k, v in done.as_json().items() if k != "findings"},
        "law": done.audit.law,
        "csafe_s": round(sum(bases) / len(bases), 3),
        "adopt_join_audit_s": round(sum(firsts) / len(firsts), 3),
        "times_csafe": round(sum(firsts) / len(firsts) / (sum(bases) / len(bases)), 1),
        "times_csafe_best_of_both": round(min(firsts) / min(bases), 1),
        "again_s": round(second, 3),
        "again_share": round(second / min(firsts), 3),
        "peak_mb": peak,
        "left": left(paper),
    }
    if not asked.made:
        told |= {"ruined": ruined(asked.folder), "garbled": garbled(asked.folder)}
    print(json.dumps(told, indent=1))
    shutil.rmtree(to)


if __name__ == "__main__":
    main()
