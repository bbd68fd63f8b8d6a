"""What systems do in their own way: dates half translated, classes that say another thing, editors told to machines, bylines within the text."""

from datetime import timedelta

import pytest

from learn.motions import COUNT, day, head, learned, name, page, read, section, words

MONTHS = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"]


def test_an_american_date_with_its_names_translated_is_read_with_its_hour():
    def made_of(n):
        when = day(n)
        return page(
            n, above=f"<p class=sub>星期三, {MONTHS[when.month - 1]} {when.day}, {when.year} - {when:%H:%M}</p>"
        )

    assert [f"{r.published:%Y-%m-%d %H:%M}" for r in read(made_of)] == [
        f"{day(n):%Y-%m-%d %H:%M}" for n in range(COUNT)
    ]


def test_what_words_call_a_change_is_one_rather_than_what_a_class_calls_so():
    def made_of(n):
        when, later = day(n), day(n) + timedelta(hours=7)
        stamp = f'<time class="entry-date updated" datetime="{when:%Y-%m-%dT%H:%M:00+08:00}">{when:%b %-d, %Y}</time>'
        told = (when - timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:00+00:00")
        changed = (
            f'<p class="note">Last updated on <span>{later:%b %-d, %Y @ %-I:%M %p}</span></p>' if n % 3 == 0 else ""
        )
        html = page(n, above=f"<p>{stamp}</p>", meta=f'<meta property="article:published_time" content="{told}">')
        return html.replace(f"<p>{words(n, 3)}</p>", f"<p>{words(n, 3)}</p>{changed}")

    made = read(made_of)
    assert [r.last_updated for r in made] == [
        f"{day(n) + timedelta(hours=7):%Y-%m-%d %H:%M}" if n % 3 == 0 else None for n in range(COUNT)
    ]
    assert not any("Last updated" in r.body for r in made)


def test_a_title_of_paper_section_and_headline_gives_the_headline():
    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<h1>{head(n)}</h1>", f"<font size=5><b>{head(n)}</b></font>"
        )
        return html.replace(f"{head(n)} | 日報</title>", f"日報 - {section(n)} - {head(n)}</title>")

    assert [r.title for r in read(made_of)] == [head(n) for n in range(COUNT)]


def test_a_text_in_a_font_that_ends_within_its_last_paragraph_is_whole_and_no_more():
    def made_of(n):
        text = "".join(f"<p>{words(n, i)}" for i in range(4))
        talk = f"<table><tr><td><font size=1>{n}. <b>望海</b> (2019-04-0{n % 9 + 1} 21:23)<br>第{chr(0x5600 + n)}段講得太客氣，請繼續追。</font></td></tr></table>"
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after="")
        start = html.index('<div class="text">')
        return f'{html[:start]}<table><tr><td width=450><font size=3 class="story">{text}</font><br>{talk}</td></tr></table></body></html>'

    made = read(made_of)
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_heads_of_the_articles_tables_stay_though_they_are_alike():
    def made_of(n):
        rows = f'<tr class="row-1"><th>地區住戶總數</th><th>收樓日期與樓齡</th></tr><tr class="row-2"><td>{chr(0x5600 + n)}區</td><td>{n}</td></tr>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<p>{words(n, 2)}</p>", f"<p>{words(n, 2)}</p>{f'<table class=t>{rows}</table>' if n % 3 == 0 else ''}"
        )

    assert ["地區住戶總數" in r.body for r in read(made_of)] == [n % 3 == 0 for n in range(COUNT)]


def test_a_label_beside_a_photographers_is_the_bylines_own():
    def made_of(n):
        who = f'作者: <a href="/author/{n % 5}">{name(n)}</a>' + (" / 攝影: 許娥" if n % 4 == 0 else "")
        return page(n, above=f"<p class=by>{who}</p><p>{day(n):%Y-%m-%d}</p>")

    assert [r.author for r in read(made_of)] == [
        f"作者: {name(n)}" + (" / 攝影: 許娥" if n % 4 == 0 else "") for n in range(COUNT)
    ]


def test_who_edited_signs_nothing_where_others_wrote_though_machines_are_told_the_editor():
    def made_of(n):
        editor = ["孟小山", "田露", "高文"][n % 3]
        by = f"<div id=who>本報記者 {name(n)}</div>" if n % 6 else ""
        line = f"<div id=info>{day(n):%Y-%m-%d %H:%M}　<span>來源：日報</span></div>"
        return page(
            n,
            above=line,
            after=f"{by}<div id=ed>（責任編輯：{editor}）</div>",
            meta=f'<meta name=author content="{editor}">',
        )

    assert [r.author for r in read(made_of)] == [f"本報記者 {name(n)}" if n % 6 else None for n in range(COUNT)]


@pytest.mark.parametrize("form", ["【本報記者{}訊】", "〔記者{}／台北報導〕", "（記者{}報道）"])
def test_a_byline_in_brackets_opens_the_text_and_leaves_it(form):
    def made_of(n):
        opening = form.format(name(n)) if n % 6 else ""
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<p>{words(n, 0)}</p>", f"<p>{opening}{words(n, 0)}</p>"
        )

    made = read(made_of)
    assert [r.author for r in made] == [form.format(name(n)) if n % 6 else None for n in range(COUNT)]
    assert [r.body.split("\n")[0] for r in made] == [words(n, 0) for n in range(COUNT)]


def test_a_long_byline_with_role_and_place_is_found_by_what_its_element_is_called():
    def made_of(n):
        who = ["Ada Lam", "Ben Chow", "Cy Ho", "Dee Au", "Eve Lo", "Fay Ng", "Gus Ip"][n % 7]
        who += ", staff writer in White Sand Point" if n % 3 == 0 else ", staff writer"
        line = (
            f'<td><span id="lblReporter">{who}</span>　<span id="lblDate">{day(n):%A, %B %-d, %Y %-I:%M %p}</span></td>'
        )
        return page(n, above=f"<table class=info><tr>{line}</tr></table>")

    assert [r.author.count("staff writer") for r in read(made_of)] == [1] * COUNT


def test_captions_in_a_column_of_pictures_above_the_text_open_it_not():
    def made_of(n):
        shots = "".join(
            f'<div class=pic><img src="/p/{n}-{k}.jpg"><div class=said>{chr(0x5600 + n)}區居民在場外等候了{k + 2}小時。</div></div>'
            for k in range(1 + n % 2)
        )
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p><div id=shots>{shots if n % 3 else ''}</div>")

    made = read(made_of)
    assert [r.body.count("議員") for r in made] == [4] * COUNT
    assert [sum(bool(i.caption) for i in r.images) for r in made] == [1 + n % 2 if n % 3 else 0 for n in range(COUNT)]


def test_a_fact_behind_its_label_is_found_where_its_place_shifts_and_its_list_is_no_text():
    def made_of(n):
        by = f"<dt>報道</dt><dd class=who>{name(n)}</dd>" if n % 6 else ""
        facts = f"<dl class=facts><dt>時間</dt><dd>{day(n):%Y-%m-%d %H:%M}</dd>{by}<dt>話題</dt><dd>第{n % 7}類 / 第{n % 5}區</dd></dl>"
        return page(n).replace('<div class="text">', f'<div class="text">{facts}')

    made = read(made_of)
    assert [r.author for r in made] == [name(n) if n % 6 else None for n in range(COUNT)]
    assert [r.body for r in made] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_a_headline_that_speaks_of_a_change_makes_none_of_the_day_below_it():
    def made_of(n):
        title = f"《指引》修訂：{chr(0x4E00 + 7 * n)}區的最後一個夏天" if n % 3 else head(n)
        by = f"<div class=by>{name(n)}　撰於東堤</div>" if n % 6 else ""
        html = page(n, above=f"{by}<div class=when><span>總第{n}期</span> | {day(n):%Y年%-m月%-d日}</div>")
        return html.replace(head(n), title)

    made = read(made_of)
    assert [r.date for r in made] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]
    assert [r.author for r in made] == [f"{name(n)}　撰於東堤" if n % 6 else None for n in range(COUNT)]


def test_lists_of_headlines_below_a_plain_heading_and_the_guestbook_are_no_text():
    def made_of(n):
        others = "".join(f'<li><a href="/article/{29000 + n + k}">{head(n + 40 + k)}</a>' for k in range(3))
        talk = f"<h4>From the guestbook</h4><p><b>oldtimer</b>: {chr(0x5600 + n)}區 the figures do not add up, do they? <small>(2019-04-02 10:0{n % 10})</small>"
        html = page(
            n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<hr><h4>Also in these pages</h4><ul>{others}</ul>{talk}"
        )
        return html.replace('<div class="text">', "").replace("</div><hr>", "<hr>")

    assert [r.body.count("議員") for r in read(made_of)] == [4] * COUNT
    assert not any("figures" in r.body or head(n + 41) in r.body for n, r in enumerate(read(made_of)))


def test_a_change_that_prints_a_day_is_told_to_the_minute_by_its_own_time_and_not_by_the_day_before_it():
    def made_of(n):
        def block(names, when):
            return f'<div class="{names}"><time datetime="{when:%Y-%m-%dT%H:%M:00+08:00}">{when:%Y/%m/%d}</time></div>'

        later = day(n) + timedelta(hours=5 if n % 4 else 30)
        change = f"<p>最後更新</p>{block('post-date__modified-date post-date', later)}" if n % 2 else ""
        row = f'<div class="row"><p>發佈於</p>{block("post-date", day(n))}{change}<p>分類</p><div>民生</div></div>'
        return page(n, above=row)

    assert [r.last_updated for r in read(made_of)] == [
        f"{day(n) + timedelta(hours=5 if n % 4 else 30):%Y-%m-%d %H:%M}" if n % 2 else None for n in range(COUNT)
    ]


def test_two_credits_with_a_semicolon_between_are_a_byline_and_half_a_sentence_in_bold_is_none():
    def made_of(n):
        signed = f"<p><strong>採訪、撰稿：{name(n)}；照片：{name(n + 5)}</strong></p>" if n % 6 else ""
        opening = "" if n % 6 else f"<p><strong>釣魚翁的第{n}家戲院已停業七年，</strong>街坊仍在等。</p>"
        return page(n, first=signed + opening)

    made = read(made_of)
    assert [r.author for r in made] == [
        f"採訪、撰稿：{name(n)}；照片：{name(n + 5)}" if n % 6 else None for n in range(COUNT)
    ]
    assert not any("採訪、撰稿" in r.body for r in made)
    assert all("釣魚翁" in made[n].body for n in range(0, COUNT, 6))


def test_an_era_whose_text_has_no_box_comes_after_the_eras_that_have_one():
    def made_of(n):
        if n % 3 == 0:
            return page(n).replace('class="text"', 'class="field-items"')
        bare = page(n).replace('<div class="text">', "").replace("</div></body>", "</body>")
        return bare.replace("<body>", f'<body><p><a href="/">日報</a></p><p>{day(n):%Y-%m-%d} 上午</p>')

    _, lesson = learned(made_of)
    assert [era.body for era in lesson.outlet.eras] == [".field-items", "body"]
    assert all(r.body.count("議員") == 4 and "政治" not in r.body for r in read(made_of))
