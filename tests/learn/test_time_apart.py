"""The time of day where it stands apart from the day, and what only looks like one; calls beside pictures; words of readers."""

from datetime import timedelta

import pytest

from learn.motions import COUNT, SECTIONS, START, day, head, learned, name, page, read, section, tags_of, words


def weblog(n, foot, above=""):
    return page(n, above=f"<h2 class=on>{day(n):%Y年%-m月%-d日}</h2>{above}", after=f"<div class=foot>{foot}</div>")


@pytest.mark.parametrize(
    "line",
    [
        "<span class=by>張貼者：{who}</span> <span>於 <a class=stamp href='#p'>{when:%H:%M}</a></span>",
        "<p>{who} @ {when:%-I:%M %p}</p>",
        "<p>{half} {when:%-I:%M}</p>",
        "<p>{who} 於 <a href='#f'>文化</a> {when:%H:%M} 張貼 • <a href='#c'>回應 (0)</a> • <a href='#t'>引用 (1)</a> • <a href='#p'>永久連結網址，可供其他網誌收錄及轉載之用，使用時請註明出處</a> • <a href='#m'>將本文以電郵寄給朋友，或列印出來慢慢閱讀，或收藏於書籤</a></p>",
    ],
)
def test_a_day_above_the_headline_gets_its_hour_from_below_the_text(line):
    made = read(lambda n: weblog(n, line.format(who=name(n), when=day(n), half="上午" if day(n).hour < 12 else "下午")))
    assert [f"{r.published:%Y-%m-%d %H:%M}" for r in made] == [f"{day(n):%Y-%m-%d %H:%M}" for n in range(COUNT)]
    assert all("clock" in r.evidence for r in made)


def test_a_clock_on_the_wall_is_no_hour_of_publication():
    def made_of(n):
        asked = START + timedelta(days=n, hours=8)
        return weblog(n, f"<p class=now>現在時間 {asked:%H:%M}</p>")

    assert [r.published.isoformat() for r in read(made_of)] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]


def test_the_hours_of_a_change_and_of_remarks_are_not_when_it_came_out():
    def made_of(n):
        remarks = "".join(f"<p class=remark>讀者{k} {(k + n) % 24:02}:{7 * n % 60:02}</p>" for k in range(n % 3))
        return weblog(n, f"<p>更新：{n % 24:02}:{3 * n % 60:02}</p>{remarks}")

    assert [r.published.isoformat() for r in read(made_of)] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]


def test_a_headline_linked_to_its_own_page_makes_no_card_of_the_section_beside_it():
    def made_of(n):
        own = f'<div class=post><h2 class=t><a href="https://paper.example/article/{30000 + n}">{head(n)}</a></h2>'
        filed = f'<p class="filed"><a href="{SECTIONS[section(n)]}">{section(n)}</a></p>'
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{filed}", after="</div>")
        return html.replace(f"<h1>{head(n)}</h1>", own)

    assert [r.category for r in read(made_of)] == [section(n) for n in range(COUNT)]


def test_a_tag_that_is_called_as_a_section_is_does_not_make_its_line_the_sections():
    def made_of(n):
        tag = section(n) if n % 2 else tags_of(n)[0]
        return weblog(n, f"<p class=labels>標籤：{tag}</p>")

    assert [r.category for r in read(made_of)] == [None] * COUNT


@pytest.mark.parametrize("tally", ["沒有回應", "{} 則回應", "{} Comments"])
def test_how_many_readers_wrote_is_no_byline_where_nobody_signed(tally):
    def made_of(n):
        signed = f'<p class="signed">撰文 <a href="/author/{n % 5}/">{name(n)}</a></p>' if n % 4 else ""
        filed = f'<p class="filed"><span>{day(n):%Y-%m-%d}</span> • <a href="#respond">{tally.format(n % 3)}</a></p>'
        return page(n, above=f"<div><div>x</div><div>{signed}{filed}</div></div>")

    assert [r.author for r in read(made_of)] == [f"撰文 {name(n)}" if n % 4 else None for n in range(COUNT)]


def test_a_heading_amid_the_text_is_not_the_byline_of_a_page_that_nobody_signed():
    def made_of(n):
        heading = f"<b>{chr(0x5600 + 17 * n)}區居民與兩份沒有人看過的文件，以及後來在議會發生的事</b><br>"
        signed = f"<b>By {['Ada Lam', 'Ben Chow', 'Cy Ho'][n % 3]}</b><br>" if n != 7 else ""
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", first=signed).replace(
            f"<p>{words(n, 1)}</p>", f"{heading}<p>{words(n, 1)}</p>"
        )

    assert [bool(r.author) for r in read(made_of)] == [n != 7 for n in range(COUNT)]


def test_a_sentence_that_asks_for_something_is_dropped_from_the_few_pages_that_have_it():
    def made_of(n):
        call = '<p class="get">下載《日報》應用程式，即時接收新聞</p>' if n in (2, 5, 11) else ""
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<p>{words(n, 2)}</p>", f"{call}<p>{words(n, 2)}</p>"
        )

    assert not any("應用程式" in r.body for r in read(made_of))
    assert [r.body.count("議員") for r in read(made_of)] == [4] * COUNT


def photo(n, name="box"):
    rows = f'<tr><td><a href="/p/{n}.jpg"><img src="/p/{n}.jpg"></a></td></tr><tr><td class="cap">{chr(0x5600 + n)}區的走廊。</td></tr>'
    return f'<table class="{name}">{rows}<tr><td class="buy"><a href="/order?p={n}">Purchase this photo</a></td></tr></table>'


def test_a_link_to_buy_a_picture_above_the_text_is_not_its_credit_and_does_not_lead_away():
    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{photo(n) if n % 3 == 0 else ''}"))
    assert [len(r.images) for r in made] == [int(n % 3 == 0) for n in range(COUNT)]
    assert {(i.caption, i.credit) for r in made for i in r.images} == {
        (f"{chr(0x5600 + n)}區的走廊。", None) for n in range(0, COUNT, 3)
    }


def test_thumbnails_of_the_texts_own_pictures_are_not_pictures_again():
    def made_of(n):
        shown = (
            f'<figure><img src="/2019/{554000 + n}.png"><figcaption>{chr(0x5600 + n)}區的走廊。</figcaption></figure>'
        )
        reel = f'<div class="reel"><img src="/thumb/120x80/{554000 + n}.jpg"></div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=reel).replace(
            f"<p>{words(n, 2)}</p>", f"<p>{words(n, 2)}</p>{shown}"
        )

    assert [[i.url.rpartition("/")[2] for i in r.images] for r in read(made_of)] == [
        [f"{554000 + n}.png"] for n in range(COUNT)
    ]


def test_a_time_of_day_is_a_pick_of_its_own():
    _, lesson = learned(lambda n: weblog(n, f"<p class=at>{day(n):%H:%M}</p>"))
    assert lesson.outlet.eras[0].picks["clock"] == (".at",)
    assert 'clock = [".at"]' in lesson.toml
