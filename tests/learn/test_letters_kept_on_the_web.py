"""A mailing list's archive as a paper: heads with names and addresses, the text in ``<pre>``, remarks below."""

from datetime import UTC, datetime, timedelta

from backissue import learn, records, urls
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey
from backissue.text import markdown

START = datetime(2009, 3, 20, 4, tzinfo=UTC)
NAMES = ["陳大文", "李小明", "黃志強", "何詠琪", "張秀英"]
COUNT = 24


def head(n):
    return f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"


def lines(n):
    return [
        f"議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。"
        for i in range(4)
    ]


def letter(n):
    when = START + timedelta(days=n)
    name = f"{NAMES[n % 5]} " if n % 6 else ""
    text = "\n\n".join(lines(n))
    return (
        f"<html><head><title>{head(n)}</title></head><body bgcolor='#FFFFFF'>[<a href='/'>目錄</a>]<h1>{head(n)}</h1><ul>"
        f"<li><em>收件者</em>: 讀者 &lt;list@paper.example&gt;</li><li><em>寄件者</em>: {name}&lt;desk@paper.example&gt;</li>"
        f"<li><em>日期</em>: {when:%a, %d %b %Y %H:%M} +0800</li></ul><hr><pre>\n日報 郵件版\n請勿直接回信\n==========\n\n{text}\n\n"
        f"-- \n日報 http://paper.example/\n歡迎轉寄，請保留全文，如要轉載本文到別的刊物或網站，請先寫信告訴我們一聲，謝謝各位讀者多年支持\n</pre>"
        f"<ul><li><strong>Re: {head(n)}</strong><ul><li><em>From:</em> 街坊{n % 3}, {when:%Y-%m-%d}</li><li>等了很久了，希望快一點動工。</li></ul></li></ul>"
        "<address>日報</address></body></html>"
    )


def read():
    pages = {}
    for n in range(COUNT):
        url = f"https://paper.example/msg/{30000 + n}.html"
        capture = Capture(url, urls.key(url), START + timedelta(days=n + 40), 200, "text/html", listing=f"l#{n}")
        pages[capture.ref] = (capture, letter(n))
    seen = [survey(c, html) for c, html in pages.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")
    return [
        records.read(Page(c, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        for c, html in pages.values()
    ]


def test_a_letter_is_its_text_alone_and_its_sender_is_its_author():
    made = read()
    assert [markdown.plain(r.body).split() for r in made] == [lines(n) for n in range(COUNT)]
    assert [r.author for r in made] == [NAMES[n % 5] if n % 6 else None for n in range(COUNT)]
    assert [r.title for r in made] == [head(n) for n in range(COUNT)]
