"""Bylines with their days, sources where nobody signed, names within sentences of facts, days on the wall."""

from datetime import timedelta

import pytest

from learn.motions import COUNT, SECTIONS, START, day, head, name, page, read, section, words


def own_text(record):
    return record.body.count("議員") == 4 and not any(mark in record.body for mark in ("報道", "2019", "last changed"))


def test_a_line_of_who_and_when_within_a_text_without_a_box_is_no_text():
    def made_of(n):
        who = f"記者 {name(n)} 報道<br>" if n % 6 else ""
        html = page(n, above=f"<p>{who}{day(n):%Y-%m-%d %H:%M}</p>")
        return html.replace('<div class="text">', "").replace("</div></body>", "</body>")

    made = read(made_of)
    assert all(map(own_text, made))
    assert [r.author for r in made] == [f"記者 {name(n)} 報道" if n % 6 else None for n in range(COUNT)]


@pytest.mark.parametrize("form", ["{:%A, %B %-d, %Y}", "{:%Y年%-m月%-d日}"])
def test_the_day_of_the_capture_at_the_texts_head_is_no_text(form):
    def made_of(n):
        asked = START + timedelta(days=n)
        told = f'<meta property="article:published_time" content="{day(n) - timedelta(days=90 + n):%Y-%m-%dT%H:%M:00+08:00}">'
        return page(n, first=f"<p>{form.format(asked)}</p>", meta=told)

    made = read(made_of)
    assert [r.body.count("議員") for r in made] == [4] * COUNT
    assert not any("2019" in r.body for r in made)


def test_days_that_the_article_is_about_stay_at_its_head():
    def made_of(n):
        told = f'<meta property="article:published_time" content="{day(n):%Y-%m-%dT%H:%M:00+08:00}">'
        return page(n, first=f"<p>{day(n) - timedelta(days=400 + 3 * n):%Y年%-m月%-d日}</p>", meta=told)

    assert all("年" in r.body.split("\n")[0] for r in read(made_of))


def test_whom_an_article_was_taken_from_signs_it_where_nobody_else_does():
    def made_of(n):
        wire = n % 8 == 3
        source = "海峽通訊社" if wire else "日報"
        line = f'<table><tr><td class=f>{day(n):%Y-%m-%d %H:%M}&nbsp;&nbsp;來源：{source}&nbsp;&nbsp;<a href="#pl">我來說兩句</a> ({n})</td></tr></table>'
        foot = "" if wire or n % 8 == 5 else f"<p class=zz>[作者：{name(n)}　編輯：梁若海]</p>"
        return page(n, above=line, after=foot)

    wanted = ["海峽通訊社" if n % 8 == 3 else None if n % 8 == 5 else name(n) for n in range(COUNT)]
    assert [r.author for r in read(made_of)] == wanted


def test_a_name_within_a_sentence_of_facts_is_told_by_where_it_leads():
    def made_of(n):
        tags = "、".join(f'<a href="/tag/{k}" rel="tag">第{k}類</a>' for k in range(n % 3 + 1))
        who = f'作者：<a href="/author/{n % 5}/">{name(n)}</a>。'
        filed = f'本篇發表於 <a href="{SECTIONS[section(n)]}">{section(n)}</a>，標籤為 {tags}。'
        return page(
            n,
            above=f"<p>{day(n):%Y-%m-%d}</p>",
            after=f'<footer class=meta>{filed}{who}將<a href="#">永久連結</a>加入書籤。</footer>',
        )

    assert [r.author for r in read(made_of)] == [name(n) for n in range(COUNT)]


def test_readers_who_sign_in_the_same_way_as_writers_are_no_writers():
    def made_of(n):
        by = f'<div class=by id=own><span>作者 <a href="/author/{n % 5}">{name(n)}</a></span> — 發布於 {day(n):%Y-%m-%d %H:%M}</div>'
        if n % 8 == 1:
            by = f"<div class=by id=own>發布於 {day(n):%Y-%m-%d %H:%M}</div>"
        remarks = "".join(
            f"<div class=remark><div class=by>夜貓子{k} 張貼於 {day(n) + timedelta(hours=k):%Y-%m-%d %H:%M}</div><p>多謝。</p></div>"
            for k in range(n % 3)
        )
        return page(n, above=by, after=remarks)

    assert [r.author for r in read(made_of)] == [None if n % 8 == 1 else name(n) for n in range(COUNT)]


def test_a_box_with_a_heading_of_its_own_is_no_card_beside_a_list_of_headlines():
    def made_of(n):
        by = f"<div class=box><h6>撰稿</h6><p class=by>{name(n)}</p></div>" if n % 4 else ""
        filed = (
            f'<div class=box><h6>分類</h6><p class=filed><a href="{SECTIONS[section(n)]}">{section(n)}</a></p></div>'
        )
        other = f'<div class=box><h6>相關</h6><a href="/article/{29000 + n}">{head(n + 40)}</a></div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p><div class=rail>{by}{filed}{other}</div>")

    assert [r.category for r in read(made_of)] == [section(n) for n in range(COUNT)]


def test_a_line_of_the_change_below_the_text_of_some_articles_is_no_text():
    def made_of(n):
        changed = (
            f"<p>This page was last changed at {day(n) + timedelta(days=1):%H:%M on %B %-d, %Y}.</p>" if n % 3 else ""
        )
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<p>{words(n, 3)}</p>", f"<p>{words(n, 3)}</p>{changed}"
        )

    made = read(made_of)
    assert all(map(own_text, made))
    assert [bool(r.updated) for r in made] == [bool(n % 3) for n in range(COUNT)]


def test_a_source_beside_the_name_is_no_part_of_it_before_a_counter():
    def made_of(n):
        who = f"文：{name(n)} " if n % 6 else ""
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p><p class=info>{who}來源：日報 瀏覽 {37 * n + 5}</p>")

    assert [r.author for r in read(made_of)] == [f"文：{name(n)}" if n % 6 else None for n in range(COUNT)]


def test_a_name_that_ends_as_a_label_is_called_stays_whole():
    def made_of(n):
        who = ["雷然文", "陳大文", "李尚文"][n % 3]
        return page(
            n, above=f"<div class=box>撰稿：文：{who}　攝影：雷珊念 分類：{section(n)}</div><p>{day(n):%Y-%m-%d}</p>"
        )

    assert all("文　攝影" in (r.author or "") for r in read(made_of))
