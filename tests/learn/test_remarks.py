"""Live entries and corrections survive learning, and corrections outside the text are found."""

from datetime import UTC, datetime, timedelta

from backissue import learn, records, urls
from backissue.model import Capture, Note, Origin, Page, PageKind, Verdict
from backissue.pages import survey

START = datetime(2019, 3, 20, 4, tzinfo=UTC)


def words(n):
    return f"議員{chr(0x6000 + 13 * n)}{chr(0x7000 + 17 * n)}在會上說，撥款牽涉{chr(0x5200 + 19 * n)}區的渠務，居民等了多年。"


def page(number):
    live = number % 3 == 0
    if live:
        text = "".join(
            f'<div class="entry"><span class="at">{9 + i}:{10 + number}</span><p>{words(40 * i + number)}</p></div>'
            for i in range(4)
        )
    else:
        text = "".join(f"<p>{words(40 * i + number)}</p>" for i in range(4))
    if number % 4 == 1:
        text += f'<div class="fix">更正：前文誤稱{chr(0x5600 + number)}議員為主席，現予更正。</div>'
    box = f'<div class="box">編者按：{words(900 + number)}</div>' if number % 5 == 2 else ""
    first = f'<div class="reprint">本文轉載自《{chr(0x5800 + number)}報》。</div>' if number % 5 == 3 else ""
    title = f"第{chr(0x4E00 + 7 * number)}{chr(0x5000 + 11 * number)}號議案今日三讀通過"
    return (
        f'<html lang="zh-Hant-HK"><head><title>{title} | 日報</title></head><body><h1 class="head">{title}</h1>'
        f'<div class="day">2019-01-{number % 28 + 1:02}</div>{box}<div class="text">{text}</div>{first}</body></html>'
    )


def test_what_a_paper_says_of_its_articles_is_kept_by_what_was_learned():
    captures = {}
    for n in range(30):
        url = f"https://paper.example/article/{30000 + n}"
        capture = Capture(url, urls.key(url), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}")
        captures[capture.ref] = (capture, page(n))
    seen = [survey(c, html) for c, html in captures.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: captures[ref][1], timezone="Asia/Hong_Kong")
    for n, (capture, html) in enumerate(captures.values()):
        record = records.read(Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        assert record.entries == (4 if n % 3 == 0 else None)
        if n % 3 == 0:
            assert f"## 9:{10 + n}\n\n{words(n)}" in record.body
        fixed = (Note("correction", f"前文誤稱{chr(0x5600 + n)}議員為主席，現予更正。"),) if n % 4 == 1 else ()
        boxed = (Note("editor", words(900 + n)),) if n % 5 == 2 else ()
        assert record.notes == fixed + boxed
        assert record.republished_from == (Origin(f"{chr(0x5800 + n)}報") if n % 5 == 3 else None)
        assert words(n) in record.body
