"""A page becomes a draft: each field as printed, what is concluded beside it, and where it came from."""

import dataclasses
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from backissue import outlets, records
from backissue.model import Author, PageKind, Record
from backissue.outlets import Hooks
from backissue.records.stamps import read_stamp
from records.quay import NEW, OUTLET, TOML, URL, page


def record(html=NEW, outlet=OUTLET, **more):
    return records.read(page(html, **more), outlet).record


def test_every_field_is_read():
    got = record()
    assert got == Record(
        id="7",
        title="【專訪】碼頭　夜話",
        date="2021-02-11",
        last_updated="2021-02-11 12:46:29",
        author="記者陳大文／台北報道",
        category="文化",
        tags=("臺灣", "港", "港"),
        url=f"https://web.archive.org/web/20210805040329/{URL}",
        original_url=URL,
        canonical_url=URL,
        published=datetime.fromisoformat("2021-02-11T12:46:00+08:00"),
        updated=datetime.fromisoformat("2021-02-11T12:46:29+08:00"),
        language="zh-Hant-HK",
        publisher="海旁報",
        rights="© 海旁報",
        authors=(Author("陳大文", role="記者", place="台北"),),
        labels=("專訪",),
        editor_tags=("臺灣", "港"),
        source=dataclasses.replace(got.source, file="captures/ab12.warc.gz", offset=99),
        evidence=got.evidence,
        removed=("drop .share",),
        body="海風吹過舊碼頭，居民在街市說起昨日的會議。",
    )


def test_evidence_says_which_pick_gave_each_field():
    assert record().evidence == {
        "body": ".text",
        "byline": ".by",
        "canonical_url": "link: canonical",
        "category": ".crumb a:last-child",
        "editor_tags": "url: {tags}",
        "published": ".date",
        "tags": ".tags a",
        "title": "meta: og:title",
        "updated": ".updated",
    }


def test_the_first_era_that_fits_has_its_own_picks():
    got = record(
        "<h2 class=t>題</h2><p class=meta>11.02.21 文：陳大文</p><div class=old-text>文字在此<p>訂閱我們</p></div>"
    )
    assert (got.title, got.published, got.body) == ("題", date(2021, 2, 11), "文字在此")
    assert got.removed == ("cut ^訂閱",)


def test_what_a_pick_is_silent_on_is_absent_and_not_guessed():
    got = record("<main class=new><h1>題</h1><p>記者：某某</p><div class=text><p>文</p></div></main>")
    assert (got.author, got.authors, got.updated, got.category) == (None, (), None, None)
    assert got.tags == ()
    assert "field.date-missing" in got.findings


def test_a_page_of_no_era_is_read_by_the_generic_extractor():
    words = "海風吹過舊碼頭，居民在街市說起昨日的會議，記者翻查文件發現當局三年前已收到報告。" * 4
    draft = records.read(
        page(f"<html><body><h1>題目在此</h1><article><p>{words}</p><p>{words}</p></article></body></html>"), OUTLET
    )
    assert words in draft.record.body
    assert draft.record.evidence["body"] == "generic"
    assert "outlet.era-unknown" in draft.record.findings


def test_where_the_eras_place_holds_a_line_the_text_is_found_elsewhere():
    words = "海風吹過舊碼頭，居民在街市說起昨日的會議，記者翻查文件發現當局三年前已收到報告。" * 4
    html = f"<html><body><h1>題目在此</h1><article><p>{words}</p><p>{words}</p></article><div class=old-text>最近更新（11.02.21）</div></body></html>"
    got = records.read(page(html), OUTLET).record
    assert got.body == f"{words}\n\n{words}"
    assert "outlet.era-unknown" in got.findings


def test_a_short_notice_that_stands_alone_is_the_text():
    got = record("<h2 class=t>題</h2><div class=old-text>今日停刊一天。</div><div>關於本報</div>")
    assert (got.body, got.evidence["body"]) == ("今日停刊一天。", ".old-text")


def test_without_an_outlet_an_id_is_made_of_the_key():
    got = record(outlet=None, url="https://any.example/x")
    assert len(got.id) == 16
    assert got.id == record(outlet=None, url="http://www.any.example/x").id
    assert got.publisher is None


@pytest.mark.parametrize(
    ("printed", "published", "code"),
    [
        ("11.02.21", date(2021, 2, 11), None),
        ("2021年2月11日", date(2021, 2, 11), None),
        ("2021-02-11T04:46:00Z", datetime.fromisoformat("2021-02-11T12:46:00+08:00"), None),
        ("更新：2021-03-01 發佈：2021-02-11", date(2021, 2, 11), None),
        ("昨日", None, "field.date-unread"),
        ("2031-02-11", None, "field.date-after-capture"),
        ("2031-02-11 10:00", None, "field.date-after-capture"),
    ],
)
def test_dates_are_believed_when_they_can_be(printed, published, code):
    got = record(NEW.replace("2021-02-11 12:46<", f"{printed}<"))
    assert got.published == published
    assert (code is None) == (not {"field.date-unread", "field.date-after-capture"} & set(got.findings))
    assert code is None or code in got.findings


def test_an_update_before_the_publication_is_kept_and_told():
    got = record(NEW.replace("最後更新：2021-02-11", "最後更新：2021-02-01"))
    assert got.last_updated == "2021-02-01 12:46:29"
    assert "field.updated-before-published" in got.findings


@pytest.mark.parametrize(
    "href", ["https://elsewhere.example/article/7/a", "/article/8/a", "/about", "mailto:a@b.example"]
)
def test_a_canonical_address_of_another_article_is_not_believed(href):
    assert record(NEW.replace('/article/7/%E8%87%BA%E7%81%A3-%E6%B8%AF-9/x"', f'{href}"')).canonical_url is None


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2021-02-11T12:46:00+08:00", datetime.fromisoformat("2021-02-11T12:46:00+08:00")),
        ("2021-02-11T04:46:00Z", datetime.fromisoformat("2021-02-11T12:46:00+08:00")),
        ("2021-02-11T00:00:00+08:00", date(2021, 2, 11)),
        ("2021-02-11", date(2021, 2, 11)),
        ("2021-03-01T12:46:00+08:00", date(2021, 2, 11)),
    ],
)
@pytest.mark.parametrize(
    "box", ["<time class=date datetime={}>{}</time>", "<p class=date><time datetime={}>{}</time></p>"]
)
def test_a_printed_day_has_the_hour_that_machines_are_told_if_it_is_of_that_day(stated, published, box):
    printed = "<span class=date>2021-02-11 12:46</span>"
    assert record(NEW.replace(printed, box.format(stated, "2021年2月11日"))).published == published


@pytest.mark.parametrize(
    ("printed", "foot", "published"),
    [
        ("2021年2月11日", "張貼者：陳大文 於 下午 12:46", "2021-02-11T12:46:00+08:00"),
        ("2021年2月11日", "at 4:46 AM GMT", "2021-02-11T12:46:00+08:00"),
        ("2021年2月11日", "10:00, 12:46", "2021-02-11"),
        ("2021年2月11日", "", "2021-02-11"),
        ("2021-02-11 09:00", "12:46", "2021-02-11T09:00:00+08:00"),
        ("2021-08-05", "12:46 HKT", "2021-08-05T12:46:00+08:00"),  # half an hour after the capture: clocks differ
    ],
)
def test_a_pick_for_the_clock_gives_a_day_its_hour_and_nothing_else(printed, foot, published):
    outlet = outlets.parse(TOML.replace('updated = [".updated"]', 'updated = [".updated"]\nclock = [".foot"]'))
    html = NEW.replace("2021-02-11 12:46<", f"{printed}<").replace("</main>", f"<p class=foot>{foot}</p></main>")
    got = record(html, outlet)
    assert got.published.isoformat() == published
    assert ("clock" in got.evidence) == ("12:46" in published or "T12" in published)


@pytest.mark.parametrize(
    ("when", "updated"), [("2021-02-11T12:46:00+08:00", None), ("2021-02-12T09:00:00+08:00", "2021-02-12 09:00:00")]
)
def test_a_change_in_the_minute_of_the_publication_is_none_where_only_machines_are_told(when, updated):
    outlet = outlets.parse(TOML.replace('updated = [".updated"]', 'updated = ["meta: datemodified"]'))
    got = record(NEW.replace("<head>", f'<head><meta itemprop="dateModified" content="{when}">'), outlet)
    assert (got.last_updated, got.evidence.get("updated")) == (updated, updated and "meta: datemodified")


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("<p class=date>更新時間：2021-02-12 09:00</p><p class=date>2021-02-11</p>", date(2021, 2, 11)),
        ("<p class=date>Updated 12 February 2021</p><p class=date>11 February 2021</p>", date(2021, 2, 11)),
        ("<p class=date>2021-02-11</p><p class=date>更新時間：2021-02-12</p>", date(2021, 2, 11)),
        ("<p class=date>更新日期：2021-02-12</p>", date(2021, 2, 12)),
    ],
)
def test_a_change_printed_before_the_publication_is_not_taken_for_it(printed, published):
    assert record(NEW.replace("<span class=date>2021-02-11 12:46</span>", printed)).published == published


def test_what_the_letters_say_is_kept_where_a_page_declares_less():
    outlet = outlets.parse(TOML.replace('language = "zh-Hant-HK"', ""))
    long = (
        "海風吹過舊碼頭，居民在街市說起昨日的會議，說當局從來沒有回應過他們的問題，這裡的學校、醫院與車站都沒有人來過。"
    )
    assert record(NEW.replace("lang=en", "lang=zh").replace("海風吹過舊碼頭，", long), outlet).language == "zh-Hant"


def test_the_letters_decide_between_declared_languages():
    english = "The tide came in over the old pier and the people of the market spoke about the meeting of yesterday."
    assert record(NEW.replace("海風吹過舊碼頭，居民在街市說起昨日的會議。", english)).language == "en"


def test_a_cut_that_would_take_everything_is_not_made():
    got = record("<div class=old-text><p>訂閱以後，他才明白。</p><p>文</p></div>")
    assert got.body == "訂閱以後，他才明白。\n\n文"
    assert "body.cut-whole" in got.findings


def test_the_outlets_own_pages_are_pages():
    assert record(url="https://quay.example/about").kind == "page"
    assert record(kind=PageKind.PAGE).kind == "page"


def test_a_capture_that_breaks_off_is_told():
    draft = records.read(page(truncated=True), OUTLET)
    assert "body.truncated" in draft.record.findings
    assert not draft.light.complete


def test_the_slug_points_to_the_live_revision():
    draft = records.read(page(), OUTLET)
    assert draft.light.pointer == "9"
    assert [(w.key, w.kind) for w in draft.witnesses] == [("9", "pointer")]


def test_hooks_repair_tell_and_finish():
    hooks = Hooks(
        repair=lambda html, capture: html.replace("海風", "山風"),
        fields=lambda document, page: {"category": "港聞", "published": "2020-01-02"},
        finish=lambda record, page: dataclasses.replace(record, rights="none"),
    )
    got = records.read(page(), OUTLET, hooks).record
    assert got.body.startswith("山風")
    assert (got.category, got.date, got.rights) == ("港聞", "2020-01-02", "none")
    assert got.evidence["category"] == "outlet.py"


def test_a_hook_that_fails_is_a_finding_and_the_page_is_read_without_it():
    draft = records.read(page(), OUTLET, Hooks(fields=lambda document, page: 1 / 0))
    assert draft.record.title == "【專訪】碼頭　夜話"
    assert [f.evidence["hook"] for f in draft.findings if f.code == "outlet.hook-failed"] == ["fields"]


def test_a_pattern_that_takes_forever_is_left_out_and_told():
    slow = outlets.parse(TOML.replace('tags = ["^#"]', 'body = ["(?:(?:a|aa)+)+b"]'))
    draft = records.read(page(NEW.replace("海風", "a" * 3000 + "海風")), slow)
    assert "海風" in draft.record.body
    assert "outlet.pattern-too-slow" in draft.record.findings


@pytest.mark.parametrize(
    "html", ["", "<", "\0", "<html>" * 400, "<p " + "a=b " * 20000 + ">x", "<p>" + "字" * 2_000_000]
)
def test_no_page_breaks_the_reading(html):
    draft = records.read(page(html), OUTLET)
    assert draft.record.id == "7"


def test_every_code_that_is_used_is_in_the_catalogue():
    from backissue.records import findings as codes

    used = {v for k, v in vars(codes).items() if k.isupper() and isinstance(v, str)}
    assert used == set(codes.FINDINGS)


def test_a_masthead_is_no_headline_where_no_rule_says_which():
    html = f"<html><head><title>{OUTLET.name}: 渡輪今日復航</title></head><body><h1>{OUTLET.name}</h1><h2>渡輪今日復航</h2><p>渡輪服務今日恢復正常，乘客表示歡迎。</p></body></html>"
    bare = dataclasses.replace(OUTLET, picks={}, eras=(), fingerprint="")
    assert records.read(page(html), bare).record.title == "渡輪今日復航"


def test_a_text_pick_sees_lines_and_parts_the_tags_in_one():
    toml = TOML.replace('tags = [".tags a"]', r"tags = ['text: ^標籤[:：]\s*(.+)$']")
    html = NEW.replace("</main>", "<p>標籤：甲、乙</p><p>下一行</p></main>")
    assert record(html, outlets.parse(toml, "outlet.toml")).tags == ("甲", "乙")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("2019-05-01T00:00:00+08:00", "2019-05-01"),
        ("2019-05-01 00:00:00 +0000", "2019-05-01"),
        ("2019-05-01T00:00:07+08:00", "2019-05-01 00:00:07"),
        ("2019-05-01T10:00:00+08:00", "2019-05-01 10:00:00"),
    ],
)
def test_midnight_told_to_machines_is_a_day_alone(words, kept):
    zone = ZoneInfo("Asia/Hong_Kong")
    assert read_stamp(words, zone=zone, latest=datetime(2020, 1, 1, tzinfo=zone)).words == kept
