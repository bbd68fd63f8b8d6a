"""Boxes within the text that are not the article's: cards of other articles, tables of contents, how long ago it was."""

from datetime import UTC, datetime, timedelta

from backissue import learn, records, urls
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey

START = datetime(2019, 3, 20, 4, tzinfo=UTC)
DESKS = ("地方新聞", "財經", "國際")
COUNT = 24


def head(n):
    return f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"


def words(n, i):
    return (
        f"議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。"
    )


def address(n):
    return f"https://paper.example/article/{30000 + n}"


def demands(n):
    return [f"在第{n}座加設升降機", f"每隔{n + 2}個月公布進度"] if n % 6 == 0 else []


def page(n):
    other = (n + 5) % COUNT
    card = f'<figure class="mark"><a class="m" href="{address(other)}"><div class="mt">{head(other)}</div><div>{words(other, 0)}</div><img src="/i.ico"></a></figure>'
    contents = "".join(f'<li class="item"><a href="#h{i}">{words(n, i)[:9]}</a></li>' for i in range(2))
    own = "".join(f'<li class="item">{one}</li>' for one in demands(n))
    lists = f'<ul class="stack">{own}</ul>' if own else ""
    return (
        f'<html lang="zh-Hant-HK"><head><title>{head(n)} | 日報</title></head><body><article class="grid"><h1>{head(n)}</h1>'
        f'<div class="w"><span class="t">2019年1月{n + 1}日</span><span class="t">{n + 2} 星期前</span></div><div class="w"><span class="desk">{DESKS[n % 3]}</span></div>'
        f'<ul class="stack">{contents}</ul><p class="par">{words(n, 0)}</p>{lists}{card}<p class="par"><b>每朝一信</b> 由編輯執筆，<a href="/s">按此登記</a></p>'
        f'<p class="par">{words(n, 1)}</p><p class="par">{words(n, 2)}</p></article></body></html>'
    )


def test_they_go_and_the_articles_own_lists_of_the_same_class_stay():
    captures = {}
    for n in range(COUNT):
        capture = Capture(
            address(n), urls.key(address(n)), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}"
        )
        captures[capture.ref] = (capture, page(n))
    seen = [survey(c, html) for c, html in captures.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: captures[ref][1], timezone="Asia/Hong_Kong")
    for n, (capture, html) in enumerate(captures.values()):
        record = records.read(Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        own = ["\n".join(f"- {one}" for one in demands(n))] if demands(n) else []
        assert record.body.split("\n\n") == [words(n, 0), *own, words(n, 1), words(n, 2)]
