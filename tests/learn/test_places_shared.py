"""Places that hold one thing on one page and another on the next: a day or its change, a section or a link to answer."""

from datetime import timedelta

import pytest

from backissue import learn, outlets, urls
from backissue.model import Capture
from backissue.pages import survey
from learn.motions import COUNT, START, day, head, name, page, read, words


def dated(n):
    """Above the text the change, if there was one, with the day it came out below; else that day above."""
    first = f'<p class="when">{{}} <span class="stamp">{day(n):%Y年%m月%d日，%H:%M}</span></p>'
    if n % 3:
        return first.format("發布於"), ""
    changed = f'<p class="when">更新於 <span class="stamp">{day(n) + timedelta(hours=5):%Y年%m月%d日，%H:%M}</span></p>'
    return changed, first.format("首次發布於")


@pytest.mark.parametrize("within", [True, False])
def test_where_the_change_stands_in_the_days_place_the_day_stands_below(within):
    def made_of(n):
        above, below = dated(n)
        html = page(n, above=above, after="" if within else below)
        return html.replace("</p></div>", f"</p>{below}</div>") if within else html

    made = read(made_of)
    assert [r.published.strftime("%Y-%m-%d %H:%M") for r in made] == [f"{day(n):%Y-%m-%d %H:%M}" for n in range(COUNT)]
    changes = [None if n % 3 else f"{day(n) + timedelta(hours=5):%Y-%m-%d %H:%M}" for n in range(COUNT)]
    assert [r.last_updated for r in made] == changes
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_a_linked_name_has_its_role_and_place_with_it():
    def by(n):
        if n % 5 == 0:
            return '<div class="byline"><a href="/who">日報港聞組</a></div>'
        more = f"、<a href='/who'>{name(n + 1)}</a>" if n % 4 == 0 else ""
        return f'<div class="byline">記者：<a href="/who">{name(n)}</a>{more}</div>'

    def printed(n):
        return "日報港聞組" if n % 5 == 0 else f"記者：{name(n)}" + (f"、{name(n + 1)}" if n % 4 == 0 else "")

    made = read(lambda n: page(n, above=f"{by(n)}<p>{day(n):%Y-%m-%d}</p>"))
    assert [r.author for r in made] == [printed(n) for n in range(COUNT)]


@pytest.mark.parametrize("label", ["作者：", "作者: ", "作者 "])
def test_a_label_that_desks_have_too_is_the_systems(label):
    def who(n):
        return "日報港聞組" if n % 4 == 0 else name(n)

    made = read(
        lambda n: page(
            n,
            above=f'<p>{day(n):%Y-%m-%d}</p><span class="by">{label}<a href="/index.php?task=user">{who(n)}</a></span>',
        )
    )
    assert [r.author for r in made] == [who(n) for n in range(COUNT)]


def test_whose_it_is_and_who_wrote_it_are_two_facts_of_one_line():
    def facts(n):
        who = "日報港聞組" if n % 4 == 0 else name(n)
        return f'<div class="info"><span>來源：<a href="/">日報</a></span>　<span class="auth">作者：{who}</span>　<span class="day">{day(n):%Y-%m-%d %H:%M}</span></div>'

    made = read(lambda n: page(n, above=facts(n)))
    assert [r.author for r in made] == ["日報港聞組" if n % 4 == 0 else name(n) for n in range(COUNT)]


def test_a_link_to_answer_is_no_section_however_many_pages_have_it():
    def after(n):
        answer = f'<div><a href="/answer/{n}">回覆</a></div>' if n % 3 else ""
        return f"<div><p>{day(n):%Y-%m-%d}</p></div><div></div>{answer}"

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=after(n)))
    assert [r.category for r in made] == [None] * COUNT


def test_a_picture_that_leads_to_a_page_of_its_own_is_the_articles():
    def photo(n):
        link = f'<a href="/photo/{n}">'
        return (
            f'<div class="inset photo">{link}<img src="/p/{n}.jpg" width="340"></a>'
            f'<a href="/photo/{n}" class="inset-caption"><b>圖片：</b> 碼頭{chr(0x5200 + 19 * n)}的清晨。 <i class="source">({name(n)}攝)</i></a></div>'
        )

    def card(n):
        return f'<div class="inset story"><a href="https://paper.example/article/{30000 + (n + 1) % COUNT}"><b>相關報道：</b>{words(n + 1, 0)}</a></div>'

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", first=words(n, 9) + photo(n) + card(n)))
    assert [[(m.caption, m.credit) for m in r.images] for r in made] == [
        [(f"碼頭{chr(0x5200 + 19 * n)}的清晨。", f"{name(n)}攝")] for n in range(COUNT)
    ]
    assert not any("相關報道" in r.body for r in made)


KINDS = {0: "供稿：日報港聞組", 1: "來源：南線電訊"}


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (lambda n: f'<p class="by">{KINDS.get(n % 5, f"作者：{name(n)}")}</p>', lambda n: KINDS.get(n % 5, f"：{name(n)}").partition("：")[2]),
        (lambda n: f'<p class="by">[作者：{"日報港聞組" if n % 4 == 0 else name(n)}　編輯：李四]</p>', lambda n: "日報港聞組" if n % 4 == 0 else name(n)),
    ],
    ids=["one-for-each-kind", "with-the-editors"],
)  # fmt: skip
def test_labels_of_every_kind_of_byline_are_the_systems(line, who):
    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=line(n)))
    assert [r.author for r in made] == [who(n) for n in range(COUNT)]


@pytest.mark.parametrize(
    "form", ["{who}寫於 {day:%Y年%m月%d日 %H:%M}，收在「政治」。", "{who}供稿，{day:%Y年%m月%d日 %H:%M} 刊於「政治」。"]
)
def test_the_verb_between_a_byline_and_its_day_belongs_to_neither(form):
    def made_of(n):
        return page(n, above=f'<p class="small">{form.format(who=name(n), day=day(n))}</p>')

    made = read(made_of)
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]
    assert [r.date for r in made] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]


def test_where_a_reporter_is_posted_stands_before_the_linked_name():
    made = read(
        lambda n: page(
            n,
            above=f'<p>{day(n):%Y-%m-%d}</p><div class="by">{"碼頭街" if n % 3 else ""}記者 <a class="who" href="/who">{name(n)}</a></div>',
        )
    )
    assert [r.author for r in made] == [f"{'碼頭街' if n % 3 else ''}記者 {name(n)}" for n in range(COUNT)]


def test_two_templates_that_share_the_name_of_their_text_are_two_eras():
    def made_of(n):
        if n < COUNT // 2:
            return page(n, above=f'<p class="day">{day(n):%Y-%m-%d}</p><p class="by">{name(n)}</p>')
        text = "".join(f"<p>{words(n, i)}</p>" for i in range(4))
        return (
            f"<html><head><title>{head(n)} | 日報</title></head><body><table class=top><tr><td class=name>日報</td></tr></table>"
            f"<table class=sheet><tr><td class=head>{head(n)}</td></tr><tr><td class=foot><span class=who>{name(n)}</span>"
            f'<span class=when>{day(n):%d/%m/%Y}</span></td></tr></table><div class="text">{text}</div><table class=end><tr><td>版權所有</td></tr></table></body></html>'
        )

    made = read(made_of)
    assert [r.title for r in made] == [head(n) for n in range(COUNT)]
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]
    assert [r.date for r in made] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]


def test_the_first_paragraph_has_a_box_whose_name_cards_have_too():
    def made_of(n):
        first = f'<div class="article"><div class="short"><p>{words(n, 7)}</p></div></div>'
        cards = "".join(
            f'<li><a href="/article/{30000 + m}">{head(m)}</a><p class="short">{words(m, 7)[:18]}…</p></li>'
            for m in ((n + 1) % COUNT, (n + 2) % COUNT)
        )
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{first}", after=f"<ul class='more'>{cards}</ul>")

    made = read(made_of)
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in (7, 0, 1, 2, 3)) for n in range(COUNT)]


@pytest.mark.parametrize("heading", ["讀者回應", "留言（{n}）", "Comments ({n})"])
def test_what_readers_wrote_is_cut_at_its_heading(heading):
    def made_of(n):
        said = "".join(
            f"<tr><td>{chr(0x5900 + 3 * n + i)}{chr(0x5A00 + 5 * n + i)}，這樣不行，我們要再等多少年。</td></tr>"
            for i in range(n % 3)
        )
        below = f"<table><tr><td>{heading.format(n=n)}</td></tr>{said}</table>"
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace("</p></div>", f"</p>{below}</div>")

    made = read(made_of)
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_the_day_on_which_the_page_was_asked_for_is_no_text():
    def today(n):
        asked = day(n) + timedelta(days=9)
        return f"<div>今天是{asked:%Y年%m月%d日} 星期{'一二三四五六日'[asked.weekday()]}</div>"

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", first=today(n)))
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_a_line_above_the_text_that_says_the_byline_once_more_is_no_text():
    def who(n):
        return "日報港聞組" if n % 4 == 0 else name(n)

    made = read(
        lambda n: page(
            n, above=f'<p>{day(n):%Y-%m-%d}</p><a rel="author">{who(n)}</a>', first=f"<address>{who(n)}<br></address>"
        )
    )
    assert [r.author for r in made] == [who(n) for n in range(COUNT)]
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def learned(made, path):
    captures = {}
    for n in range(COUNT):
        url = f"https://paper.example{path(n)}"
        capture = Capture(url, urls.key(url), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}")
        captures[capture.ref] = (capture, made(n))
    seen = [survey(c, html) for c, html in captures.values()]
    return learn.outlet(seen, learn.census(seen), lambda ref: captures[ref][1], timezone="Asia/Hong_Kong").outlet


@pytest.mark.parametrize(
    ("path", "number"),
    [
        (lambda n: f"/articles/{day(n):%Y/%m/%d}/world/world{1003 + n}.txt", 1003),
        (lambda n: f"/apps/article?aid=/{day(n):%Y%m%d}/CULTURE/{1003 + n}", 1003),
        (lambda n: f"/{('politics', 'economy', 'world')[n % 3]}/{1003 + n}.html", 1003),
    ],
    ids=["behind-letters", "within-an-argument", "alone"],
)
def test_the_number_at_an_addresss_end_is_the_articles_id(path, number):
    outlet = learned(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>"), path)
    found = [outlets.classify(outlet, f"https://paper.example{path(n)}") for n in range(COUNT)]
    assert found == [("article", str(number + n)) for n in range(COUNT)]


@pytest.mark.parametrize(
    ("line", "rights"),
    [
        ("© 2019 日報 版權所有 不得轉載", "© 日報"),
        ("Copyright © 2004-2019 The Quay Company. All rights reserved.", "© The Quay Company"),
        ("日報採訪部 電話 2345", None),
    ],
)
def test_whose_rights_they_are_is_read_off_the_foot(line, rights):
    foot = f"<div>{line}</div>"
    outlet = learned(
        lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=foot), lambda n: f"/article/{30000 + n}"
    )
    assert (outlet.rights, outlet.language) == (rights, "zh-Hant-HK")
