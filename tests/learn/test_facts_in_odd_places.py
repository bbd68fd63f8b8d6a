"""Facts where no name, heading or mark tells them: counters behind names, sections before days, headlines in a plain box."""

import pytest

from backissue import urls
from backissue.model import Capture, PageKind
from backissue.pages import survey
from learn.motions import COUNT, START, day, head, name, page, read, section, tags_of, words


@pytest.mark.parametrize("between", ["&nbsp;&nbsp;", " | ", " "])
@pytest.mark.parametrize("counter", ["瀏覽 {}", "點擊：{}", "Views: {}"])
def test_how_often_a_page_was_looked_at_is_no_part_of_the_byline_before_it(between, counter):
    made = read(
        lambda n: page(
            n, above=f"<p>{day(n):%Y-%m-%d}</p><p class=x>{name(n)} 報道{between}{counter.format(37 * n + 5)}</p>"
        )
    )
    assert [r.author for r in made] == [f"{name(n)} 報道" for n in range(COUNT)]


def test_a_section_stands_before_the_day_with_nothing_but_a_wide_space_between():
    def made_of(n):
        menu = page(n, above=f"<div class=line>{section(n)}　{day(n):%Y年%-m月%-d日}</div>")
        return menu.replace("</ul>", '<li><a href="/english">English</a></li></ul>')

    made = read(made_of)
    assert [r.category for r in made] == [section(n) for n in range(COUNT)]
    assert [r.date for r in made] == [f"{day(n):%Y-%m-%d}" for n in range(COUNT)]


def test_a_headline_in_a_plain_box_is_told_by_the_part_of_the_title_that_it_shows():
    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<h1>{head(n)}</h1>", f"<div class=hl>{head(n)}</div>"
        )
        return html.replace(f"{head(n)} | 日報</title>", f"{head(n)} | {section(n)}新聞 | 日報</title>")

    assert [r.title for r in read(made_of)] == [head(n) for n in range(COUNT)]


def test_a_section_in_the_pages_only_heading_is_not_the_headline():
    def made_of(n):
        html = page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<h1>{head(n)}</h1>", f"<h1>{section(n)}</h1><div class=hl>{head(n)}</div>"
        )
        return html.replace(f"{head(n)} | 日報</title>", f"日報 &gt; {head(n)}</title>")

    assert [r.title for r in read(made_of)] == [head(n) for n in range(COUNT)]


def test_headings_of_the_text_stay_though_a_sign_up_calls_its_heading_alike():
    def made_of(n):
        own = (
            f'<h2 class="block-heading">{chr(0x5600 + 17 * n)}區：居民再等三年</h2><p>{words(n, 7)}</p>'
            if n % 3 == 0
            else ""
        )
        call = '<div class="box"><h3 class="block-heading">別錯過任何報道</h3><p>每周一封，直送信箱。</p></div>'
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>").replace(
            f"<p>{words(n, 3)}</p>", f"{own}{call}<p>{words(n, 3)}</p>"
        )

    def told(n):
        own = [f"## {chr(0x5600 + 17 * n)}區：居民再等三年", words(n, 7)] if n % 3 == 0 else []
        return "\n\n".join([*(words(n, i) for i in range(3)), *own, words(n, 3)])

    assert [r.body for r in read(made_of)] == [told(n) for n in range(COUNT)]


def test_tags_without_links_are_found_though_a_caption_is_called_a_label():
    def made_of(n):
        caption = f'<div class="field-label">{chr(0x5700 + n)}區的走廊，天花滲水。</div>' if n % 2 else ""
        tags = "".join(f" #{t}" for t in tags_of(n))
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>{caption}", after=f'<section class="tags">{tags}</section>')

    assert [r.tags for r in read(made_of)] == [tags_of(n) for n in range(COUNT)]


def test_linked_tags_with_nothing_but_spaces_between_are_several():
    def made_of(n):
        tags = " ".join(f'<a href="/t/{hash_of(t)}">{t}</a>' for t in tags_of(n))
        return page(n, above=f"<p>{day(n):%Y-%m-%d}</p>", after=f"<dl><dt>關鍵字</dt><dd>{tags}</dd></dl>")

    def hash_of(tag):
        return "".join(f"{ord(c):x}" for c in tag)

    assert [r.tags for r in read(made_of)] == [tags_of(n) for n in range(COUNT)]


@pytest.mark.parametrize(
    "said",
    [
        "The newsroom has decided to close; this site and our accounts will not be updated any more.",
        "The board has decided to shut down the paper. We thank you.",
        "This newspaper has closed.",
    ],
)
def test_a_paper_that_says_it_has_closed_takes_leave(said):
    url = "https://paper.example/article/1"
    capture = Capture(url, urls.key(url), START, 200, "text/html", listing="l#1")
    html = f"<html><head><title>Quay Times</title></head><body><h1>Quay Times</h1><p>{said}</p></body></html>"
    assert survey(capture, html).verdict.kind is PageKind.FAREWELL
