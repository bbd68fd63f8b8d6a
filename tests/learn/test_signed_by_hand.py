"""What hands that knew no learner did: buttons beside names, roles that listings leave out, changes in words nobody listed."""

from datetime import timedelta

from backissue import learn, records, urls
from backissue.learn.numbers import number_at_end
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey
from learn.motions import COUNT, NAMES, SECTIONS, START, day, head, learned, name, page, read, section, tags_of, words


def listed(made, byline):
    """The records of these pages, learned with listings that print ``byline`` of each."""
    pages = {}
    for n in range(COUNT):
        url = f"https://paper.example/article/{30000 + n}"
        capture = Capture(url, urls.key(url), START + timedelta(days=n), 200, "text/html", listing=f"l#{n}")
        pages[capture.ref] = (capture, made(n))
    for k, path in enumerate(SECTIONS.values()):
        of = [n for n in range(COUNT) if n % 3 == k]
        cards = "".join(
            f'<li><a href="/article/{30000 + n}">{head(n)}</a> <i>{byline(n)}</i> <b>{day(n):%Y-%m-%d}</b></li>'
            for n in of
        )
        url = f"https://paper.example{path}"
        capture = Capture(url, urls.key(url), START + timedelta(days=99), 200, "text/html", listing=f"s#{k}")
        pages[capture.ref] = (capture, f"<html><head><title>日報</title></head><body><ul>{cards}</ul></body></html>")
    seen = [survey(c, html) for c, html in pages.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")
    return [
        records.read(Page(c, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        for c, html in list(pages.values())[:COUNT]
    ]


def test_a_button_beside_the_name_is_no_part_of_the_byline():
    def made_of(n):
        box = f'<div class="box writer"><div class="who">文：{name(n)}</div><a class="go" href="/follow">追蹤</a></div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=box)

    assert [r.author for r in read(made_of)] == [f"文：{name(n)}" for n in range(COUNT)]


def test_a_byline_is_whole_where_listings_print_the_name_alone():
    def made_of(n):
        by = f'<div class="by">〔記者<span class="fn">{name(n)}</span>報導〕</div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{by}")

    assert [r.author for r in listed(made_of, name)] == [f"〔記者{name(n)}報導〕" for n in range(COUNT)]


def test_two_roles_with_a_point_between_are_part_of_the_byline_where_listings_print_the_name_alone():
    def signs(n):
        return "日報港聞組" if n % 3 == 0 else name(n)

    def made_of(n):
        linked = f'<a class="author-name" href="/author.php?name={signs(n)}">{signs(n)}</a>'
        before = "" if n % 3 == 0 else "採訪．撰文 | "
        by = f'<div class="info"><i class="fa"></i> <span>{before}{linked}</span></div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{by}")

    assert [r.author for r in listed(made_of, signs)] == [
        signs(n) if n % 3 == 0 else f"採訪．撰文 | {name(n)}" for n in range(COUNT)
    ]


def test_a_second_date_of_some_pages_is_a_change_whatever_words_stand_before_it():
    def made_of(n):
        again = f"<tr><td><font size=1>本頁重新製作日期：{day(n) + timedelta(days=n % 2 + 1):%Y/%m/%d}</font></td></tr>"
        rows = f"{again if n % 3 == 0 else ''}<tr><td><font size=1>列印　轉寄　點閱 {n * 37} 次</font></td></tr>"
        return page(n, above=f"<p>{day(n):%Y年%-m月%-d日}</p>", after=f"<table>{rows}</table>")

    assert [r.last_updated for r in read(made_of)] == [
        f"{day(n) + timedelta(days=n % 2 + 1):%Y-%m-%d}" if n % 3 == 0 else None for n in range(COUNT)
    ]


def test_days_of_readers_remarks_are_no_changes():
    def made_of(n):
        talk = "".join(
            f"<p class=who>讀者留言日期：{day(n) + timedelta(days=i + 1):%Y/%m/%d}</p><p>請繼續追。</p>"
            for i in range(n % 4)
        )
        return page(n, above=f"<p>{day(n):%Y年%-m月%-d日}</p>", after=f"<div class=talk>{talk}</div>")

    assert [r.last_updated for r in read(made_of)] == [None] * COUNT


def test_a_section_told_as_its_address_spells_it_is_the_menus_word():
    def made_of(n):
        slug = SECTIONS[section(n)].strip("/")
        told = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{head(n)}","articleSection":"{slug}"}}</script>'
        return page(
            n, above=f'<p>{day(n):%Y-%m-%d}</p><p class="filed">分類 <a href="/{slug}">{section(n)}</a></p>', meta=told
        )

    assert [r.category for r in read(made_of)] == [section(n) for n in range(COUNT)]


def test_a_correction_stays_though_its_card_has_the_name_of_a_button_that_recurs():
    def made_of(n):
        note = (
            f'<div class="card note"><em>更正：本文早前誤稱{name(n)}為第{n}區議員，特此更正。</em></div>'
            if n % 6 == 0
            else ""
        )
        share = '<div class="card button"><a href="/share">分享這篇文章給朋友</a></div>'
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        return html.replace(f"<p>{words(n, 3)}</p>", f"<p>{words(n, 3)}</p>{note}{share}")

    made = read(made_of)
    assert ["誤稱" in r.body for r in made] == [n % 6 == 0 for n in range(COUNT)]
    assert not any("分享這篇" in r.body for r in made)


def test_a_heading_that_has_its_own_words_for_an_id_is_the_articles():
    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        own = '<h2 id="what-the-council-says">What the council says of the money</h2>' if n in {3, 9, 15, 21} else ""
        return html.replace(f"<p>{words(n, 2)}</p>", f"{own}<p>{words(n, 2)}</p>")

    assert ["What the council says" in r.body for r in read(made_of)] == [n in {3, 9, 15, 21} for n in range(COUNT)]


def test_a_box_that_holds_arrows_to_other_articles_on_other_pages_is_no_place_of_pictures():
    def made_of(n):
        shown = f'<center><img src="/2019/{n}001.jpg"></center>' if n in {2, 8, 14, 20} else ""
        to = f"/article/{30000 + (n + 1) % COUNT}"
        arrows = f'<center><a href="{to}"><img src="/images/next.gif" alt="下一則"></a> <a href="{to}">{head((n + 1) % COUNT)}</a></center>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{shown}", after=arrows)

    _, lesson = learned(made_of)
    assert not any("next.gif" in str(r.images) for r in read(made_of))
    assert "center" not in str([era.picks.get("lead") for era in lesson.outlet.eras])


PLACED = ["北堤", "燈塔街", "鹽寮"]


def test_names_that_only_stand_behind_others_are_places():
    def made_of(n):
        by = f"{name(n)}／{PLACED[n % 4]}" if n % 4 < 3 else f"{name(n)}、{name(n + 1)}"
        return page(n, above=f'<p>{day(n):%Y-%m-%d}</p><p class="by">（{by}）</p>')

    made = read(made_of)
    assert [[a.name for a in r.authors] for r in made] == [
        [name(n)] if n % 4 < 3 else [name(n), name(n + 1)] for n in range(COUNT)
    ]
    assert [r.authors[0].place for r in made] == [PLACED[n % 4] if n % 4 < 3 else None for n in range(COUNT)]


def test_english_places_behind_names_are_learned_and_written_down():
    people, spots = ["Ada Lam", "Ben Ho", "Cy Mok", "Dee Fung"], ["Old Market", "South Quay", "Clock Tower"]

    def made_of(n):
        by = f"By {people[n % 4]}, {spots[n % 3]}" if n % 2 else f"By {people[n % 4]} and {people[(n + 1) % 4]}"
        return page(n, above=f'<p>{day(n):%Y-%m-%d}</p><p class="by">{by}</p>')

    _, lesson = learned(made_of)
    assert lesson.outlet.places == (",*", "Clock Tower", "Old Market", "South Quay")
    assert [len(r.authors) for r in read(made_of)] == [1 if n % 2 else 2 for n in range(COUNT)]


def test_a_text_that_a_call_to_subscribe_parts_in_two_is_whole():
    def made_of(n):
        halves = [f'<div class="piece"><p>{words(n, i)}</p><p>{words(n, i + 1)}</p></div>' for i in (0, 2)]
        more = f'<div class="piece">{"".join(f"<p>{words(n, i)}</p>" for i in range(4, 9))}</div>'
        call = '<div class="gate"><p>你本月還可免費閱讀兩篇文章，成為訂戶，支持我們。</p></div>'
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        start = html.index('<div class="text">')
        return f'{html[:start]}<div class="story">{halves[0]}{call}{more}</div></body></html>'

    made = read(made_of)
    assert all(words(n, i) in made[n].body for n in range(COUNT) for i in (0, 1, 4, 8))
    assert not any("成為訂戶" in r.body for r in made)


def test_a_listing_beside_the_articles_is_none_of_them_though_its_address_is_alike():
    slugs = [f"https://paper.example/news/{'abcdefgh'[n % 8]}-word-{n:04}.html" for n in range(100, 160)]
    assert number_at_end([s.rpartition("/")[2].removesuffix(".html") for s in slugs] + ["list_1", "list_2"]) == (
        "*-{id:[0-9]+}"
    )


def test_submitted_by_somebody_on_a_day_names_somebody_and_submitted_on_a_day_nobody():
    names = ["Ada Lam", "Ben Ho", "Cy Mok", "City Desk"]

    def made_of(n):
        who = f" by <span class=u>{names[n % 4]}</span>" if n % 6 else ""
        return page(
            n, above=f'<div class="meta">Submitted{who} on <span class="date">{day(n):%a, %Y-%m-%d %H:%M}</span></div>'
        )

    assert [r.author for r in read(made_of)] == [names[n % 4] if n % 6 else None for n in range(COUNT)]


def test_accounts_that_machines_are_told_as_authors_and_readers_never_see_sign_nothing():
    def made_of(n):
        told = f'<meta name="author" content="{["網站管理員", "編輯二"][n % 2]}">'
        by = f'<span class="createby">記者{name(n)}</span>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{by}", meta=told)

    assert [r.author for r in read(made_of)] == [f"記者{name(n)}" for n in range(COUNT)]


def test_items_of_a_list_that_begin_with_a_linked_headline_are_none_of_the_text():
    def made_of(n):
        others = [(n + i) % COUNT for i in (1, 2, 3)]
        items = "".join(
            f'<li><a href="/article/{30000 + k}">{head(k)}</a> {words(k, 9)}{words(k, 10)}</li>' for k in others
        )
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<h4>最新</h4><ul>{items}</ul>")
        return html.replace("<h1>", '<div class="column"><h1>').replace("</body>", "</div></body>")

    made = read(made_of)
    assert all(words(n, 0) in made[n].body for n in range(COUNT))
    assert not any(words((n + 1) % COUNT, 9) in made[n].body for n in range(COUNT))


def test_a_list_below_a_picture_whose_items_are_called_caption_and_credit_belongs_to_it():
    def made_of(n):
        box = (
            f'<div class="media"><img src="/2019/{n}001.jpg" width="500"><ul><li class="mediaCredit">李小明攝</li>'
            f'<li class="mediaCaption">{chr(0x6000 + 13 * n)}街清早的人龍。</li></ul></div>'
        )
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", quote=box)

    made = read(made_of)
    assert [(i.caption, i.credit) for r in made for i in r.images] == [
        (f"{chr(0x6000 + 13 * n)}街清早的人龍。", "李小明攝") for n in range(COUNT)
    ]
    assert not any("\n- " in r.body for r in made)


def test_names_that_only_machines_are_told_are_bylines_where_nothing_is_printed():
    def made_of(n):
        last = "<p class=shop>只有街坊</p>" if n % 5 == 0 else ""
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", meta=f'<meta name="author" content="{name(n)}">')
        return html.replace(f"<p>{words(n, 3)}</p>", f"<p>{words(n, 3)}</p>{last}")

    assert [r.author for r in read(made_of)] == [name(n) for n in range(COUNT)]


def test_cells_without_names_are_found_by_the_row_above_them_where_rows_come_and_go():
    def made_of(n):
        filed = f"<tr><td><span>{section(n)}</span></td></tr>" if n % 4 else ""
        rows = f'{filed}<tr><td class="createdate" valign=top colspan=2>{day(n):%Y-%m-%d}</td></tr>'
        text = "".join(f"<p>{words(n, i)}</p>" for i in range(4))
        told = f"<table>{rows}<tr><td valign=top colspan=2>{text}</td></tr><tr><td class=small valign=top colspan=2>點擊數: {n * 37}</td></tr></table>"
        return page(n, above=f'<p class="by">文：{name(n)}</p>').replace(
            f'<div class="text">{text}</div>', f"<table><tr><td>工具</td></tr></table>{told}"
        )

    assert [r.body for r in read(made_of)] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_the_one_word_of_a_menu_that_is_called_the_current_one_is_the_section_though_no_listing_tells():
    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        link = f'<a href="{SECTIONS[section(n)]}">'
        return html.replace(f"<li>{link}", f'<li class="here">{link}')

    assert [r.category for r in read(made_of)] == [section(n) for n in range(COUNT)]


def test_pages_that_systems_call_uncategorized_have_no_section():
    def made_of(n):
        said = '{"@type": "NewsArticle", "articleSection": "Uncategorized"}'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", meta=f'<script type="application/ld+json">{said}</script>')

    assert {r.category for r in read(made_of)} == {None}


def test_places_that_names_run_on_into_are_learned_from_names_of_two_lengths():
    people, spots = ["牛珊", "羅頌望", "金立", "曾恩維"], ["茶果坪", "半月塘", "白沙角"]

    def made_of(n):
        by = f"本報記者{people[n % 4]}{spots[n % 3]}報道"
        return page(n, above=f'<p>{day(n):%Y-%m-%d}</p><p class="by">【{by}】</p>')

    _, lesson = learned(made_of)
    assert lesson.outlet.places == ("半月塘", "白沙角", "茶果坪")
    assert [(a.name, a.place) for r in read(made_of) for a in r.authors] == [
        (people[n % 4], spots[n % 3]) for n in range(COUNT)
    ]


def test_names_alone_are_a_byline_where_listings_print_those_of_some_pages():
    first = ["Leo", "Rita", "Ada", "Ben", "Cy", "Dee", "Eve", "Flo", "Gus", "Hal", "Ivy", "Jo"]

    def who(n):
        return f"{first[n % 12]} {['Marsh', 'Vance', 'Hale'][n % 3]}{'' if n < 12 else 'son'}"

    def made_of(n):
        meta = f'<div class="meta_list"><span class="tag">Original</span><span class="txt"> {who(n)} </span><span class="nick"><a href="#">日報</a></span></div>'
        return page(n, above=f"{meta}<p>{day(n):%Y-%m-%d}</p>")

    assert [r.author for r in listed(made_of, lambda n: who(n) if n % 3 == 0 else "")] == [who(n) for n in range(COUNT)]


def test_a_name_below_a_headline_within_the_text_is_the_byline_though_every_title_is_the_papers():
    def who(n):
        return f"{NAMES[n % 5][0]}{chr(0x6000 + 31 * n)}{chr(0x5000 + 17 * n)}"

    def made_of(n):
        html = page(n, above="")
        html = html.replace(f"<h1>{head(n)}</h1>", "").replace(
            f"<title>{head(n)} | 日報</title>", "<title>日報</title>"
        )
        top = f'<p class="n">第{n + 7}期　{day(n):%Y年%-m月%-d日}</p><p class="n"><b>{head(n)}</b></p><p class="n"><i>{who(n)}</i></p>'
        return html.replace('<div class="text">', f'<div class="text">{top}')

    assert [r.author for r in listed(made_of, lambda n: "")] == [who(n) for n in range(COUNT)]


def test_what_readers_wrote_in_letters_below_the_text_is_none_of_it():
    def made_of(n):
        remark = (
            f"<p>老街坊 {chr(0x5000 + 29 * n)}{chr(0x6100 + 7 * n)}</p><p>{words(n + 50, 9)}</p>" if n % 3 == 0 else ""
        )
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        return html.replace("</p></div></body>", f'</p><div class="box"><h3>讀者來信</h3>{remark}</div></div></body>')

    assert [r.body for r in read(made_of)] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]


def test_one_change_that_is_called_so_is_one_in_a_small_paper():
    def made_of(n):
        change = f' <span class="upd">更新: {day(n) + timedelta(hours=7):%Y-%m-%d %H:%M}</span>' if n == 5 else ""
        return page(n, above=f'<p><span class="pub">發布: {day(n):%Y-%m-%d %H:%M}</span>{change}</p>')

    assert [r.last_updated for r in read(made_of)] == [
        f"{day(n) + timedelta(hours=7):%Y-%m-%d %H:%M}" if n == 5 else None for n in range(COUNT)
    ]


def test_a_mark_between_the_byline_and_what_stands_beside_it_is_no_part_of_either():
    def made_of(n):
        return page(n, above=f'<p class="by"><span class="who">記者 {name(n)} —</span> {day(n):%Y-%m-%d}</p>')

    assert [r.author for r in read(made_of)] == [f"記者 {name(n)}" for n in range(COUNT)]


def test_numbers_of_single_boxes_name_none_of_the_template():
    def last(n):
        return f"街坊{chr(0x5000 + 7 * n)}{chr(0x5100 + 11 * n)}說，最後一日會照樣開門，照樣抹櫃面。"

    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        return html.replace("</div></body>", f'<div id="c{1200 + n // 3}"><p>{last(n)}</p></div></div></body>')

    assert [r.body.rpartition("\n")[2] for r in read(made_of)] == [last(n) for n in range(COUNT)]


def test_links_to_lists_that_turn_by_the_day_are_no_tags():
    dead = ["李水木", "蔡來春", "周阿銀", "王罔市", "郭金龍", "林添福"]

    def made_of(n):
        obits = "".join(f'<li><a href="/obits/{(n + k) % 6}">{dead[(n + k) % 6]}</a></li>' for k in range(3))
        marks = " ".join(f'<a href="/t/{ord(w[0])}{n % 4}">{w}{"甲乙丙丁"[n % 4]}</a>' for w in tags_of(n))
        return page(
            n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<section>{marks}</section><div><ul>{obits}</ul></div>"
        )

    assert [r.tags for r in read(made_of)] == [
        tuple(f"{w}{'甲乙丙丁'[n % 4]}" for w in tags_of(n)) for n in range(COUNT)
    ]


def test_credits_that_are_called_as_bylines_are_none_and_neither_are_tags():
    def made_of(n):
        credit = f'<figcaption>碼頭的人龍。<span class="credit"><span class="by">日報／{name(n + 2)}攝</span></span></figcaption>'
        shot = f'<figure><img src="/p/{n}.jpg">{credit}</figure>' if n % 2 else ""
        filed = "".join(f'<a href="/tag/{w}">{w}</a> ' for w in tags_of(n))
        above = f'<div class="meta"><span class="by">記者{name(n)}</span> {filed}<i>{day(n):%Y-%m-%d}</i></div>'
        return page(n, above=above, quote=shot)

    assert [r.author for r in read(made_of)] == [f"記者{name(n)}" for n in range(COUNT)]


def test_a_row_of_labels_names_the_writer_alone_where_no_listing_tells():
    def made_of(n):
        facts = f"作者：{name(n)}　文章來源：日報　點擊數：<script></script>　發表日期：<b>{day(n):%Y-%m-%d}</b>"
        return page(n, above=f'<table><tr align="center"><td>{facts}</td></tr></table>')

    assert [r.author for r in read(made_of)] == [name(n) for n in range(COUNT)]


def test_a_label_of_the_systems_before_people_and_desks_is_no_part_of_the_byline():
    def who(n):
        return "日報港聞組" if n % 4 == 0 else name(n)

    def made_of(n):
        by = f'<span class="entry-author"><span class="label">撰文</span> <span class="author-name">{who(n)}</span></span>'
        return page(n, above=f'<p class="meta"><i>{day(n):%Y-%m-%d}</i> · {by}</p>')

    assert [r.author for r in listed(made_of, who)] == [who(n) for n in range(COUNT)]


def test_a_texts_editor_is_no_writer_though_its_headings_stand_alone():
    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>")
        bold = "".join(f'<p style="line-height: 2em"><b>{w}：班次減了</b></p>' for w in tags_of(n)[: n % 3])
        return html.replace('<div class="text">', '<div class="WCM_Editor">').replace("</p></div>", f"</p>{bold}</div>")

    assert {r.author for r in read(made_of)} == {None}


def test_a_byline_behind_its_day_opens_the_text_in_brackets():
    def made_of(n):
        filed = "".join(f'<a href="/tag/{w}">{w}</a> ' for w in tags_of(n))
        opens = f"<p><b>（{day(n):%-m月%-d日}／記者{name(n)}）</b>{words(n, 9)}</p>"
        return page(n, above=f'<div class="ln">{day(n):%Y-%m-%d}　{filed}</div>', first=opens)

    made = read(made_of)
    assert [r.author for r in made] == [f"記者{name(n)}" for n in range(COUNT)]
    assert [r.body.partition("\n")[0] for r in made] == [words(n, 9) for n in range(COUNT)]


def test_a_label_between_the_day_and_the_name_is_the_systems_where_it_has_an_element_of_its_own():
    def signed(n):
        if n % 6 == 5:
            return "日報文化組"
        return name(n) + (f" 及 {name(n + 2)}" if n % 3 == 1 else f" / 攝：{name(n + 1)}" if n in {8, 14} else "")

    def made_of(n):
        links = signed(n).replace(name(n), f'<a href="/news?author={n % 5}" rel="author">{name(n)}</a>')
        who = f'<span class="entry-author"><span class="label">撰文</span> <span class="author-name">{links}</span></span>'
        behind = f'<span class="delimiter">·</span>{who}' if n % 6 else ""
        when = f'<time datetime="{day(n):%Y-%m-%d}">{day(n).day} {"一二三"[day(n).month - 1]}月 {day(n).year}</time>'
        return page(n, above=f'<div class="entry-meta">{when}{behind}</div>')

    assert [r.author for r in read(made_of)] == [signed(n) if n % 6 else None for n in range(COUNT)]
