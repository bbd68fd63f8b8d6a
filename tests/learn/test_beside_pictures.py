"""What stands beside pictures: credits that recur are theirs, calls to buy are nobody's, portraits are no pictures of the article."""

from learn.motions import COUNT, day, name, page, read, words

TAKERS = ("資料圖片", "受訪者提供")


def what(n):
    return f"碼頭{chr(0x5200 + 19 * n)}的清晨，{chr(0x5300 + 17 * n)}區居民等船。"


def figure_of(n, *, more=""):
    """A picture in two of three articles, with a caption, and a credit that many share."""
    if n % 3 == 2:
        return ""
    return (
        f'<div class="shot"><img src="/p/{n}.jpg" width="400"><br><span class="what">{what(n)}</span> '
        f'<span class="hand">({TAKERS[n % 3]})</span>{more}</div>'
    )


def pictures(record):
    return [(m.url.rpartition("/")[2], m.caption, m.credit) for m in record.images]


def wanted(n):
    return [] if n % 3 == 2 else [(f"{n}.jpg", f"{what(n)}", TAKERS[n % 3])]


def test_credits_that_recur_are_no_junk():
    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", quote=figure_of(n)))
    assert [pictures(r) for r in made] == [wanted(n) for n in range(COUNT)]


def test_a_link_to_buy_each_picture_is_no_part_of_its_caption():
    def shot(n):
        return figure_of(n, more=f'<a class="buy" href="/buy/{n}">購買照片</a>')

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", quote=shot(n)))
    assert [pictures(r) for r in made] == [wanted(n) for n in range(COUNT)]
    assert not any("購買" in r.body for r in made)


def test_a_portrait_beside_the_writers_name_is_no_picture_though_each_page_has_its_own():
    def box(n):
        who = name(n) if n % 4 else name(n + 2)  # now and then it shows a colleague
        return (
            f'<div class="zone"><div class="who-box"><img src="/static/{n:07x}.jpg" alt="">'
            f"<strong>{who}</strong><p>任職日報。</p></div></div>"
        )

    made = read(
        lambda n: page(
            n, above=f'<p class="by">{name(n)}</p><p>{day(n):%Y-%m-%d}</p>', quote=figure_of(n), after=box(n)
        )
    )
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]
    assert [pictures(r) for r in made] == [wanted(n) for n in range(COUNT)]


def test_a_box_that_shares_its_class_with_the_articles_own_is_known_by_its_other_name():
    call = '<div class="mt-6 rounded"><h3>日報電郵</h3><p>每個星期五寄給訂戶的編輯精選。</p></div>'

    def inner(n):
        own = (
            f'<div class="mt-6"><ul><li>撥款予{chr(0x5200 + 19 * n)}區</li><li>延長諮詢</li></ul></div>'
            if n % 6 == 0
            else ""
        )
        return call + own

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", quote=inner(n)))
    assert not any("電郵" in r.body for r in made)
    assert ["撥款予" in r.body for n, r in enumerate(made)] == [n % 6 == 0 for n in range(COUNT)]


def test_a_picture_that_a_script_would_load_keeps_its_caption_and_counts_once():
    def lazy(n):
        return (
            f'<div class="shot"><img class="lazy" src="/i/blank.gif" data-src="/p/{n}.jpg" alt="">'
            f'<noscript><img src="/p/{n}.jpg" alt=""></noscript><div class="words">{what(n)}（資料圖片）</div></div>'
        )

    made = read(lambda n: page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", quote=lazy(n)))
    assert [pictures(r) for r in made] == [[(f"{n}.jpg", f"{what(n)}", "資料圖片")] for n in range(COUNT)]
    assert all(words(n, 0) in r.body for n, r in enumerate(made))
