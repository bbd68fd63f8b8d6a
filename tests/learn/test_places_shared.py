"""Places that hold one thing on one page and another on the next: a day or its change, a section or a link to answer."""

from datetime import timedelta

import pytest

from learn.motions import COUNT, day, name, page, read, words


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
