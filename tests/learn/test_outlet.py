"""An outlet learned from pages alone: what a person would have written, and nothing that only looks so."""

from datetime import UTC, datetime, timedelta

import pytest

from backissue import learn, outlets, records, urls
from backissue.learn import addresses
from backissue.learn.gather import Address
from backissue.learn.moments import order_of
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey

START = datetime(2019, 3, 20, 4, tzinfo=UTC)
NAMES = ["陳大文", "李小明", "黃志強", "何詠琪", "張秀英"]
SECTIONS = {"政治": "politics", "經濟": "economy", "社會": "society"}
MENU = (
    '<div id="menu">'
    + "".join(f'<a href="/{path}">{name}</a> ' for name, path in SECTIONS.items())
    + '<a href="/about">關於</a></div>'
)
FOOTER = "請訂閱日報的每周通訊，支持我們的工作。"


class Story:
    """One invented article, its words its own."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.title = f"第{chr(0x4E00 + 7 * number)}{chr(0x5000 + 11 * number)}號議案今日三讀通過"
        self.day = datetime(2019, 1, 3, 9, 30) + timedelta(days=number)
        self.author = NAMES[number % 5]
        self.section = list(SECTIONS)[number % 3]
        self.tags = (chr(0x4F00 + number) + "政", "議會")
        self.paragraphs = [
            f"議員{chr(0x6000 + 13 * number + i)}{chr(0x7000 + 17 * number + i)}在會上說，第{i}項撥款牽涉{chr(0x5200 + 19 * number + i)}區的渠務，居民等了{number}年。"
            for i in range(5)
        ]
        self.url = f"https://paper.example/article/{30000 + number}/slug-{number}"

    def html(self, era: int) -> str:
        text = "".join(f"<p>{p}</p>" for p in self.paragraphs)
        related = "".join(
            f'<li><a href="https://paper.example/article/{30000 + n}">{Story.head(n)}</a></li>' for n in (1, 2, 3)
        )
        tags = "".join(f'<a href="/tag/{t}">#{t}</a> ' for t in self.tags)
        if era == 1:
            inner = (
                f'<div class="crumb"><a href="/">首頁</a> <a href="/{SECTIONS[self.section]}">{self.section}</a></div>'
                f'<h2 class="headline">{self.title}</h2><p class="who">記者{self.author}</p><p class="day">{self.day:%d.%m.%Y}</p>'
                f'<div class="story">{text}<p>{FOOTER}</p></div><div class="kw">{tags}</div><ul class="more">{related}</ul>'
            )
        else:
            inner = (
                f'<article class="post"><span class="cat">{self.section}</span><h1 class="post-title">{self.title}</h1>'
                f'<div class="byline">文：{self.author}</div><time class="when">{self.day:%Y-%m-%d %H:%M}</time>'
                f'<div class="post-body">{text}<aside class="bio"><b>{self.author}</b>：日報記者，歡迎來信提供線索。</aside>'
                f'<div class="join"><p>{FOOTER}</p></div></div><div class="tags">{tags}</div></article><ul class="more">{related}</ul>'
            )
        return f'<html lang="zh-Hant-HK"><head><title>{self.title} | 日報</title></head><body>{MENU}{inner}<div id="foot">© 日報</div></body></html>'

    @staticmethod
    def head(number: int) -> str:
        return f"第{chr(0x4E00 + 7 * number)}{chr(0x5000 + 11 * number)}號議案今日三讀通過"


def listing(stories) -> str:
    cards = "".join(
        f'<div class="card"><h3><a href="{s.url}">{s.title}</a></h3><span>{s.day:%d.%m.%y}</span> <span>記者{s.author}</span></div>'
        for s in stories
    )
    return f'<html><head><title>政治 | 日報</title></head><body>{MENU}<div class="list">{cards}</div></body></html>'


def about() -> str:
    return f"<html><head><title>關於 | 日報</title></head><body>{MENU}<div class='page'><p>本報由一群記者與讀者集資創辦，不設股東，來信請寄編輯部。</p></div></body></html>"


@pytest.fixture(scope="module")
def paper():
    pages: dict[str, tuple[Capture, str]] = {}

    def put(url: str, html: str, days: int) -> None:
        capture = Capture(url, urls.key(url), START + timedelta(days=days), 200, "text/html", listing=f"l#{len(pages)}")
        pages[capture.ref] = (capture, html)

    stories = [Story(n) for n in range(40)]
    for s in stories:
        put(s.url, s.html(1 if s.number < 20 else 2), s.number)
    for i in range(0, 40, 8):
        put("https://paper.example/politics", listing(stories[i : i + 8]), 50 + i)
    put("https://paper.example/", listing(stories[:12]), 60)
    put("https://paper.example/about", about(), 61)
    seen = [survey(c, html) for c, html in pages.values()]
    known = learn.census(seen)
    lesson = learn.outlet(seen, known, lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")
    return stories, pages, lesson


def test_addresses_are_told_apart(paper):
    _, _, lesson = paper
    assert outlets.classify(lesson.outlet, "https://paper.example/article/39999/any") == ("article", "39999")
    assert outlets.classify(lesson.outlet, "http://www.paper.example/about")[0] == "page"
    assert outlets.classify(lesson.outlet, "https://paper.example/politics")[0] == "listing"
    assert outlets.classify(lesson.outlet, "https://paper.example/tag/議會")[0] == "unknown"


def test_every_article_is_read_right_by_what_was_learned(paper):
    stories, pages, lesson = paper
    assert len(lesson.outlet.eras) == 2
    by_url = {c.url: (c, html) for c, html in pages.values()}
    for s in stories:
        capture, html = by_url[s.url]
        page = Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE))
        record = records.read(page, lesson.outlet).record
        assert record.title == s.title
        assert record.author == (f"記者{s.author}" if s.number < 20 else f"文：{s.author}")
        assert record.date == s.day.date().isoformat()
        assert record.category == s.section
        assert record.tags == s.tags
        assert record.body == "\n\n".join(s.paragraphs)


def test_the_toml_has_evidence_and_reads_back_as_the_same_outlet(paper):
    _, _, lesson = paper
    assert outlets.parse(lesson.toml, "outlet.toml") == lesson.outlet
    assert "# " in lesson.toml
    assert lesson.outlet.name == "日報"
    assert lesson.outlet.language == "zh-Hant-HK"


def test_the_order_of_surveys_makes_no_difference(paper):
    _, pages, lesson = paper
    seen = [survey(c, html) for c, html in reversed(pages.values())]
    again = learn.outlet(seen, learn.census(seen), lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")
    assert again.toml == lesson.toml


def test_little_to_learn_from_gives_little_and_no_error():
    capture = Capture("https://one.example/a", "example,one)/a", START, 200, "text/html", listing="l#1")
    found = survey(capture, Story(1).html(1))
    lesson = learn.outlet([found], learn.census([found]), lambda _: Story(1).html(1))
    assert (lesson.outlet.eras, lesson.outlet.pages) == ((), ())
    nothing = learn.outlet([], learn.census([]), lambda _: None)
    assert (nothing.outlet.hosts, nothing.zone_assumed) == ((), True)


def forms(paths, listings=()):
    rows = [Address(f"example,paper){p}", 1, 0, 0, 1, 0) for p in paths] + [
        Address(f"example,paper){p}", 0, 1, 0, 0, 5) for p in listings
    ]
    return [r.match for r in addresses.learn(rows, len(paths)).rules if r.kind == "article"]


@pytest.mark.parametrize(
    ("paths", "form"),
    [
        ([f"/article/{n}/slug" for n in range(38000, 38020)], "/article/{id:[0-9]+}/**"),
        ([f"/news.php?id={n}" for n in range(100, 120)], "/news.php?id={id}"),
        ([f"/2021/02/{n + 1:02}/a-long-slug-of-{chr(97 + n)}" for n in range(20)], "/*/*/*/{id}"),
        (
            [f"/{s}/{n}.html" for n, s in enumerate(["politics", "sports", "culture", "economy"] * 6, 500)],
            "/*/{id}.html",
        ),
        ([f"/story/201210{n % 28 + 1:02}-{n}.htm" for n in range(1000, 1030)], "/story/*-{id:[0-9]+}.htm"),
        ([f"/story/{n}-some-words-{chr(97 + n % 20)}.htm" for n in range(800, 820)], "/story/{id:[0-9]+}*.htm"),
    ],
)
def test_the_id_is_found_where_it_stands(paths, form):
    assert forms(paths) == [form]


def test_listings_under_an_articles_form_come_first():
    rules = addresses.learn(
        [Address(f"example,paper)/{chr(97 + n)}-slug-of-some-words", 1, 0, 0, 1, 0) for n in range(20)]
        + [Address("example,paper)/all-the-city-news", 0, 3, 0, 0, 0)],
        20,
    ).rules
    kinds = [(r.kind, r.match) for r in rules]
    assert kinds.index(("listing", "/all-the-city-news")) < [k for k, _ in kinds].index("article")


@pytest.mark.parametrize(
    ("texts", "form"),
    [(["03.05.14", "25.05.14"], "DD.MM.YY"), (["05/25/2014", "01/02/2014"], "MM/DD/YYYY"), (["01/02/2014"], "")],
)
def test_numbers_above_twelve_betray_the_order_of_day_and_month(texts, form):
    assert order_of(texts) == form


def test_a_label_before_a_linked_name_is_part_of_the_byline_as_printed():
    stories = [Story(n) for n in range(24)]
    pages: dict[str, tuple[Capture, str]] = {}
    for s in stories:
        line = f'<div class="names">編採｜<a href="/author/{s.author}">{s.author}</a></div>'
        html = s.html(2).replace(f'<div class="byline">文：{s.author}</div>', line)
        capture = Capture(
            s.url, urls.key(s.url), START + timedelta(days=s.number), 200, "text/html", listing=f"l#{s.number}"
        )
        pages[capture.ref] = (capture, html)
    seen = [survey(c, html) for c, html in pages.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")
    capture, html = next(iter(pages.values()))
    record = records.read(Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
    assert record.author == f"編採｜{stories[0].author}"
