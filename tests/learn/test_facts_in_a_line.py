"""Facts that have no element of their own: in a line with others, behind a label, in brackets with the day; and what only looks like a fact."""

from datetime import timedelta

import pytest

from backissue.text import markdown
from learn.motions import COUNT, day, head, name, page, read, section, tags_of, words


def test_of_a_line_of_facts_each_is_taken_alone():
    made = read(
        lambda n: page(n, above=f"<div>{name(n)} | {section(n)} | 瀏覽 {900 + n}</div><div>{day(n):%Y-%m-%d}</div>")
    )
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]
    assert [r.category for r in made] == [section(n) for n in range(COUNT)]
    assert [r.date for r in made] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]


def test_where_nobody_signed_a_counter_is_no_name():
    def facts(n):
        signed = f"<p>{name(n)}</p>" if n % 6 else ""
        return f'<p class="day">{day(n):%Y-%m-%d}</p>{signed}<p>{section(n)} | 瀏覽 {900 + n}</p>'

    made = read(lambda n: page(n, above=facts(n)))
    assert [r.author for r in made] == [name(n) if n % 6 else None for n in range(COUNT)]


def test_a_label_before_an_element_with_the_name_is_no_part_of_it():
    made = read(
        lambda n: page(
            n,
            above=f'<dl class="info"><dt>詳情</dt><dd class="by">作者：<span>{name(n)}</span></dd><dd>發佈於 {day(n):%Y-%m-%d}</dd></dl>',
        )
    )
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]


def test_a_day_in_brackets_with_the_byline_belongs_to_neither_name_nor_text():
    def first(n):
        return f"<b>（{day(n).month}月{day(n).day}日／記者{name(n)}）</b>"

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace('"text"><p>', f'"text"><p>{first(n)}'))
    assert [r.author for r in made] == [f"記者{name(n)}" for n in range(COUNT)]
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_a_weekday_between_day_and_hour_parts_them_not():
    def facts(n):
        changed = f'<p class="changed">最近更新：{day(n):%Y-%m-%d}, 星期四 23:{n:02}</p>' if n % 4 == 0 else ""
        return f'<p class="day">{day(n):%Y-%m-%d %H:%M}</p>{changed}'

    made = read(lambda n: page(n, above=facts(n)))
    assert [r.last_updated for r in made] == [
        f"{day(n):%Y-%m-%d} 23:{n:02}" if n % 4 == 0 else None for n in range(COUNT)
    ]


def test_tags_stand_behind_a_label_though_nothing_there_has_a_name():
    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<p>標籤：{'、'.join(tags_of(n))}</p>"))
    assert [r.tags for r in made] == [tags_of(n) for n in range(COUNT)]


def test_words_that_every_page_has_are_no_tags():
    made = read(
        lambda n: page(
            n,
            above=f"<p>{day(n):%Y-%m-%d}</p>",
            meta=f'<meta name="keywords" content="{",".join(tags_of(n))},日報,新聞中心,滾動新聞">',
        )
    )
    assert [r.tags for r in made] == [tags_of(n) for n in range(COUNT)]


def test_a_pull_quote_is_no_part_of_the_text():
    made = read(
        lambda n: page(
            n, above=f"<p>{day(n):%Y-%m-%d}</p>", quote=f'<div class="big">{words(n, 2).partition("，")[0]}</div>'
        )
    )
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


@pytest.mark.parametrize("marks", ["【日報】", "[日報] "])
def test_the_papers_name_in_brackets_is_no_part_of_the_headline(marks):
    def html(n):
        whole = page(
            n, above=f"<p>{day(n):%Y-%m-%d}</p>", meta=f'<meta property="og:title" content="{marks}{head(n)}">'
        )
        return (
            whole.replace(f"<title>{head(n)} | 日報</title>", "<title>日報</title>")
            .replace("<h1>", "<h3>")
            .replace("</h1>", "</h3>")
        )

    assert [r.title for r in read(html)] == [head(n) for n in range(COUNT)]


def test_a_noun_set_before_every_linked_name_is_a_label():
    made = read(
        lambda n: page(
            n,
            above=f'<div class="by"><span class="who">作者 <a href="/x">{name(n)}</a>，<a href="/x">{name(n + 1)}</a></span> — <span>{day(n):%Y-%m-%d}</span></div>',
        )
    )
    assert [r.author for r in made] == [f"{name(n)}，{name(n + 1)}" for n in range(COUNT)]


def test_a_role_before_every_name_is_the_bylines_own():
    made = read(
        lambda n: page(
            n,
            above=f'<div class="by"><span class="who">記者 <a href="/x">{name(n)}</a></span> — <span>{day(n):%Y-%m-%d}</span></div>',
        )
    )
    assert [r.author for r in made] == [f"記者 {name(n)}" for n in range(COUNT)]


def test_a_break_parts_the_day_from_the_byline():
    made = read(lambda n: page(n, above=f'<p class="info">{day(n):%d/%m/%Y %H:%M}<br>撰文：{name(n)}</p>'))
    assert [r.author for r in made] == [f"撰文：{name(n)}" for n in range(COUNT)]


def test_what_an_articles_foot_calls_a_change_is_one_though_it_be_of_the_same_day():
    def made_of(n):
        changed = f'<p class="mod">最後修改於 <time class="late">{day(n):%Y年%m月%d日}</time></p>' if n % 2 else ""
        html = page(n, above=f"<time>{day(n):%Y年%m月%d日}</time>", after=f"<footer>{changed}</footer>")
        return html.replace("<h1>", "<article><h1>").replace("</body>", "</article></body>")

    made = read(made_of)
    assert [r.last_updated for r in made] == [f"{day(n):%Y-%m-%d}" if n % 2 else None for n in range(COUNT)]


def test_a_date_that_the_words_before_it_call_a_change_is_not_the_day_it_came_out():
    def made_of(n):
        later = f"<i>最後更新於</i> <span>{day(n + 2):%Y年%m月%d日 %H:%M}</span>" if n % 4 == 0 else ""
        return page(n, above=f'<div class="when"><span class="day">{day(n):%Y年%m月%d日}</span> {later}</div>')

    made = read(made_of)
    assert [r.date for r in made] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]
    assert [r.last_updated for r in made] == [
        f"{day(n + 2):%Y-%m-%d %H:%M}" if n % 4 == 0 else None for n in range(COUNT)
    ]


def test_a_clock_that_never_tells_seconds_has_none():
    made = read(
        lambda n: page(
            n,
            above=f"<time>{day(n):%Y-%m-%d %H:%M}</time>",
            meta=f'<meta property="article:modified_time" content="{day(n) + timedelta(hours=2):%Y-%m-%dT%H:%M:00+08:00}">',
        )
    )
    assert [r.last_updated for r in made] == [f"{day(n) + timedelta(hours=2):%Y-%m-%d %H:%M}" for n in range(COUNT)]


def test_a_label_with_its_value_in_an_element_amid_other_facts_is_a_label():
    made = read(
        lambda n: page(
            n,
            above=f'<div class="info"><span>{day(n):%Y年%m月%d日 %H:%M}</span> <span class="source">來源：<a href="/">日報</a></span>'
            f' <span class="auth">作者：{name(n)}</span> <a href="#c">我有話說</a>(<span>{900 + n}</span>人參與)</div>',
        )
    )
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]


def test_where_every_fact_of_a_line_has_a_label_the_authors_is_one_too():
    made = read(
        lambda n: page(
            n,
            above=f"<table><tr align=center><td>作者：{name(n)}&nbsp;&nbsp;文章來源：日報&nbsp;&nbsp;點擊數：{900 + n}&nbsp;&nbsp;發表日期：{day(n):%Y-%m-%d}</td></tr></table>",
        )
    )
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]


def test_a_cell_whose_class_all_cells_have_is_found_by_its_place():
    made = read(
        lambda n: page(
            n,
            above=f'<table><tr><td colspan=2 class="s12">首頁 &gt; {section(n)}</td></tr><tr><td class="s12">記者{name(n)}／綜合報導</td>'
            f'<td class="s12"><font color="#999999">{day(n):%Y/%m/%d %H:%M}</font></td></tr></table>',
            after='<table><tr><td class="s12">關於本報</td></tr></table>',
        )
    )
    assert [r.author for r in made] == [f"記者{name(n)}／綜合報導" for n in range(COUNT)]


def test_a_summary_behind_its_label_that_the_text_begins_with_is_no_lead():
    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p><div class=sum><div>摘要：{words(n, 0)}</div></div>"))
    assert [markdown.plain(r.body).count("摘要") for r in made] == [0] * COUNT
