"""A small paper about motions in a council, whose pages put their facts wherever a test says; learned and read."""

from datetime import UTC, datetime, timedelta

from backissue import learn, records, urls
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey

START = datetime(2019, 3, 20, 4, tzinfo=UTC)
NAMES = ["陳大文", "李小明", "黃志強", "何詠琪", "張秀英"]
SECTIONS = {"政治": "/politics", "經濟": "/economy", "社會": "/society"}
WORDS = ["渡輪", "房屋", "議會", "體育", "醫療", "教育"]
COUNT = 24


def day(n):
    return datetime(2019, 1, 3, 9, 15) + timedelta(days=n, hours=n)


def name(n):
    return NAMES[n % 5]


def section(n):
    return list(SECTIONS)[n % 3]


def tags_of(n):
    return (WORDS[n % 6], WORDS[(n + 1 + n // 6 % 3) % 6])


def head(n):
    return f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"


def words(n, i):
    return (
        f"議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。"
    )


def page(n, *, above="", first="", quote="", after="", meta=""):
    menu = "".join(f'<li><a href="{path}">{word}</a></li>' for word, path in SECTIONS.items())
    text = first + quote + "".join(f"<p>{words(n, i)}</p>" for i in range(4))
    return (
        f'<html lang="zh-Hant-HK"><head><title>{head(n)} | 日報</title>{meta}</head><body><ul class="menu">{menu}</ul>'
        f'<h1>{head(n)}</h1>{above}<div class="text">{text}</div>{after}</body></html>'
    )


def learned(made):
    """The captures with their pages, and what is learned from them."""
    pages = {}
    for n in range(COUNT):
        url = f"https://paper.example/article/{30000 + n}"
        capture = Capture(url, urls.key(url), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}")
        pages[capture.ref] = (capture, made(n))
    seen = [survey(c, html) for c, html in pages.values()]
    return pages, learn.outlet(seen, learn.census(seen), lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")


def read(made):
    """The record of each page, as learned."""
    pages, lesson = learned(made)
    return [
        records.read(Page(c, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        for c, html in pages.values()
    ]
