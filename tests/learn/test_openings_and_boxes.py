"""The opening that stands apart from the text, boxes that share a class with pictures, brackets around bylines, lists of topics."""

from datetime import timedelta

import pytest

from backissue.learn import moments
from learn.motions import COUNT, SECTIONS, day, head, name, page, read, tags_of, words


def text(n):
    return "\n\n".join(words(n, i) for i in range(4))


@pytest.mark.parametrize("title", ["{} | 日報", "日報 - {}"])
def test_an_opening_in_a_box_of_its_own_is_text_a_picture_in_it_too(title):
    def made_of(n):
        picture = f'<img src="https://img.example/{n}.jpg" alt="">' if n % 5 == 0 else ""
        opening = f'<div class="intro">{picture or f"<p>{words(n, 9)}</p>"}</div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{opening}").replace(f"{head(n)} | 日報", title.format(head(n)))

    def told(n):
        return f"![](https://img.example/{n}.jpg)\n\n{text(n)}" if n % 5 == 0 else f"{words(n, 9)}\n\n{text(n)}"

    assert [r.body for r in read(made_of)] == [told(n) for n in range(COUNT)]


@pytest.mark.parametrize("form", ["（記者：{}）", "【{}　報道】", "（{}）"])
def test_brackets_around_a_byline_are_printed_and_no_part_of_the_name(form):
    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<p class=sign>{form.format(name(n))}</p>"))
    assert [r.author for r in made] == [form.format(name(n)) for n in range(COUNT)]
    assert [[a.name for a in r.authors] for r in made] == [[name(n)] for n in range(COUNT)]


def test_pictures_stay_though_a_sign_up_within_the_text_has_their_class():
    def made_of(n):
        call = '<aside class="module signup"><h3>訂閱《早安信》</h3><p>每周一次，直達信箱。</p></aside>'
        shot = f'<div class="module image"><img src="https://img.example/{n}.jpg"><p class="by">甲攝</p><p class="caption">{head(n)[1:5]}的街</p></div>' if n % 3 == 0 else ""  # fmt: skip
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<p>{words(n, 2)}</p>", f"{shot}{call}<p>{words(n, 2)}</p>"
        )

    made = read(made_of)
    want = [[(f"{head(n)[1:5]}的街", "甲攝")] if n % 3 == 0 else [] for n in range(COUNT)]
    assert [[(i.caption, i.credit) for i in r.images] for r in made] == want
    assert not any("早安信" in r.body for r in made)


def test_topics_as_items_of_a_list_are_topics_though_some_are_called_as_sections_are():
    def made_of(n):
        items = "".join(f'<li class="post-tag-link"><a href="/tag/{t}">{t}</a></li>' for t in topics(n))
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<h5>更多：</h5><ul>{items}</ul>")

    def topics(n):
        return ("政治", "經濟")[n % 2 :] + tags_of(n)[:1] if n % 4 else ("政治",)

    assert [r.tags for r in read(made_of)] == [topics(n) for n in range(COUNT)]


def test_cards_in_a_list_of_terms_below_the_text_are_no_text():
    def made_of(n):
        cards = "".join(f'<dt><a href="/article/{30000 + m}">{head(m)}</a></dt><dd>{words(m, 0)[:30]}</dd>' for m in (n + 1, n + 2, n + 3))  # fmt: skip
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        return html.replace('<div class="text">', '<div id="content"><div id="copy">').replace("</p></div>", f"</p></div><dl>{cards}</dl></div>")  # fmt: skip

    assert [r.body for r in read(made_of)] == [text(n) for n in range(COUNT)]


def test_days_between_dots_do_not_tell_the_order_of_days_between_strokes():
    assert moments.order_of(["25.12.2010", "26.12.2010", "27.11.2010", "7/9/2010", "6/25/2010"]) == "MM/DD/YYYY"
    assert moments.order_of(["25.12.2010"]) == "DD.MM.YYYY"


@pytest.mark.parametrize("said", ["This page was last edited on {}", "本頁最後編修於 {}"])
def test_a_page_says_when_it_was_last_edited(said):
    def made_of(n):
        changed = (
            f"<p><font size=1>{said.format((day(n) + timedelta(days=2)).strftime('%Y/%m/%d'))}</font></p>"
            if n % 3
            else ""
        )
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=changed)

    want = [f"{day(n) + timedelta(days=2):%Y-%m-%d}" if n % 3 else None for n in range(COUNT)]
    assert [r.last_updated for r in read(made_of)] == want


@pytest.mark.parametrize("section", ["[{}]", "【{}】"])
def test_a_section_in_brackets_is_the_section(section):
    def made_of(n):
        kind = list(SECTIONS)[n % 3]
        return page(
            n, above=f'<div class=s><a href="{SECTIONS[kind]}">{section.format(kind)}</a></div><p>{day(n):%Y-%m-%d}</p>'
        )

    assert [r.category for r in read(made_of)] == [list(SECTIONS)[n % 3] for n in range(COUNT)]


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("由 {who} 撰寫，{day:%Y年%m月%d日}。", "最後更新於 {day:%Y年%m月%d日}"),
        ("Written by {who} on {day:%d %B %Y}.", "Last updated on {day:%d %B %Y}"),
    ],
)
def test_a_sentence_of_who_and_when_and_a_line_of_the_change_look_alike(line, change):
    def made_of(n):
        later = f"<p class=meta>{change.format(day=day(n) + timedelta(days=3))}</p>" if n % 3 == 0 else ""
        return page(n, above=f"<p class=meta>{line.format(who=who(n), day=day(n))}</p>", after=later)

    def who(n):
        return name(n) if line.startswith("由") else ("Ada Lam", "Ben Ko", "Rita Yau", "Quay Times City Desk")[n % 4]

    assert [r.author for r in read(made_of)] == [who(n) for n in range(COUNT)]


def test_a_name_in_an_item_of_a_list_of_facts_is_the_byline():
    def made_of(n):
        facts = f'<ul class="facts"><li class="i-user">{name(n)}</li><li class="i-talk"><a href="#talk">{n} 則留言</a></li></ul>'
        return page(
            n,
            above=f"<p>{day(n):%Y-%m-%d}</p>{facts}",
            after="<div><h5>作者簡介</h5><p>本報特約作者，愛跑步。</p></div>",
        )

    assert [r.author for r in read(made_of)] == [name(n) for n in range(COUNT)]


def test_a_line_of_two_stamps_above_the_text_is_no_text():
    def made_of(n):
        changed = f" (updated {day(n) + timedelta(hours=2):%-I:%M%p %A %-d %B %Y})" if n % 2 else ""
        return page(n, above=f"<p class=when>{day(n):%-I:%M%p %A %-d %B %Y}{changed}</p>")

    assert [r.body for r in read(made_of)] == [text(n) for n in range(COUNT)]
