"""Tags that are words in a line, and links beside a list of sections that looks like tags."""

from datetime import UTC, datetime, timedelta

import pytest

from backissue import learn, records, urls
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey

START = datetime(2019, 3, 20, 4, tzinfo=UTC)
WORDS = ["渡輪", "房屋", "議會", "體育", "醫療", "教育"]


def tags_of(n):
    return (WORDS[n % 6], WORDS[(n + 1 + n // 6 % 3) % 6], WORDS[(n + 4) % 6])[: 2 + n % 2]


def page(n, form):
    text = "".join(
        f"<p>議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。</p>"
        for i in range(4)
    )
    title = f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"
    line = {
        "label": f'<div class="foot-line">標籤：{"、".join(tags_of(n))}</div>',
        "hash": f'<p class="tag-line">{" ".join("#" + t for t in tags_of(n))}</p>',
        "none": "",
        "told": f'<div class="x7">{", ".join(tags_of(n))}</div>',
    }[form]
    told = f'<meta name="keywords" content="{",".join(tags_of(n))}">' if form == "told" else ""
    return (
        f'<html lang="zh-Hant-HK"><head><title>{title} | 日報</title>{told}</head><body><h1 class="head">{title}</h1>'
        f'<div class="facts">日期：2019-01-{n % 28 + 1:02}　版面：政治</div><div class="text">{text}</div>{line}</body></html>'
    )


@pytest.mark.parametrize("form", ["hash", "label", "told"])
def test_they_are_told_apart(form):
    captures = {}
    for n in range(24):
        url = f"https://paper.example/article/{30000 + n}"
        capture = Capture(url, urls.key(url), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}")
        captures[capture.ref] = (capture, page(n, form))
    seen = [survey(c, html) for c, html in captures.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: captures[ref][1], timezone="Asia/Hong_Kong")
    for n, (capture, html) in enumerate(captures.values()):
        record = records.read(Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        assert record.tags == tags_of(n)


@pytest.mark.parametrize("tagged", [True, False])
def test_the_sections_link_is_no_tag_whatever_its_list_is_called(tagged):
    sections = {"政治": "/politics", "經濟": "/economy", "社會": "/society"}
    menu = "".join(f'<li><a href="{path}">{name}</a></li>' for name, path in sections.items())
    captures = {}
    for n in range(24):
        own = list(sections)[n % 3]
        links = "".join(f'<li><a href="/tag/{t}">{t}</a></li>' for t in tags_of(n))
        lists = f'<ul class="section-label-list"><li><a href="{sections[own]}">{own}</a></li></ul>'
        if tagged:
            lists = f'<nav aria-label="tags"><ul>{links}</ul></nav>{lists}'
        html = page(n, "none").replace("<body>", f"<body><nav><ul>{menu}</ul></nav><article>")
        html = html.replace("</body>", f"{lists}</article></body>")
        url = f"https://paper.example/article/{30000 + n}"
        capture = Capture(url, urls.key(url), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}")
        captures[capture.ref] = (capture, html)
    seen = [survey(c, html) for c, html in captures.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: captures[ref][1], timezone="Asia/Hong_Kong")
    for n, (capture, html) in enumerate(captures.values()):
        record = records.read(Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        assert (record.tags or ()) == (tags_of(n) if tagged else ())
