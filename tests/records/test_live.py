"""A live blog keeps its entries in order, each under its time."""

import pytest

from backissue.records import convert
from backissue.text import tree

SAID = "警方在路口設防線，市民繞路，巴士改道。"


def body_of(html):
    return convert(tree.parse(f"<main>{html}</main>").select("main"), base="https://paper.example/news/7")


def entries(form, times):
    return "".join(form.format(time=t, n=i, said=SAID) for i, t in enumerate(times))


@pytest.mark.parametrize(
    ("form", "times"),
    [
        ("<div><time>{time}</time><p>{said}{n}</p></div>", ["12:30", "11:05", "09:40"]),
        ("<p><b>{time}</b> {said}{n}</p>", ["9:30 am", "10:05 am", "1:40 pm"]),
        ("<p>【{time}】{said}{n}</p>", ["上午9時30分", "上午10時", "下午1時半"]),
        ("<p>{time}<br>{said}{n}</p>", ["12:30", "12:45", "13:10"]),
        ("<p>{time} ｜ {said}{n}</p>", ["12:30", "12:45", "13:10"]),
        ("<h4>{time}</h4><p>{said}{n}</p>", ["2月11日 12:30", "2月11日 12:45", "2月12日 01:10"]),
        (
            "<section><span>{time}</span><div><p>{said}{n}</p><p>{said}</p></div></section>",
            ["8.30 a.m.", "9.15 a.m.", "11.05 a.m."],
        ),
        ("<p>{time}</p><p>{said}{n}</p>", ["14:05 GMT", "14:20 GMT", "14:50 GMT", "15:00 GMT"]),
    ],
)
def test_each_entry_stands_under_its_time_whatever_the_form(form, times):
    body = body_of(f"<p>以下是今日的消息。</p>{entries(form, times)}")
    assert body.entries == len(times)
    lines = body.markdown.split("\n\n")
    at = [lines.index(f"## {t}") for t in times]
    assert at == sorted(at)
    assert [lines[i + 1] for i in at] == [f"{SAID}{n}" for n in range(len(times))]


def test_items_of_a_list_are_entries():
    items = entries("<li><time>{time}</time><p>{said}{n}</p></li>", ["12:30", "12:45", "13:10"])
    body = body_of(f"<ul>{items}</ul>")
    assert body.entries == 3
    assert body.markdown.startswith(f"## 12:30\n\n{SAID}0\n\n## 12:45")


@pytest.mark.parametrize(
    ("form", "heading"),
    [
        ("<div><time>{time}</time><h3>標題{n}</h3><p>{said}</p></div>", "## 12:30 · 標題0"),
        ("<div><h3>標題{n}</h3><time>{time}</time><p>{said}</p></div>", "## 標題0 · 12:30"),
    ],
)
def test_an_entrys_own_heading_and_its_time_are_one(form, heading):
    body = body_of(entries(form, ["12:30", "12:45", "13:10"]))
    assert body.entries == 3
    assert body.markdown.split("\n\n")[0] == heading


@pytest.mark.parametrize(
    "html",
    [
        "<p>10:30</p><p>節目</p>" * 5,
        f"<p>10:30 {SAID}</p>" * 4,
        f"<p>12:30</p><p>{SAID}</p><p>更新：13:10</p>",
        f"<ul><li>10:30 {SAID}</li><li>11:30 {SAID}</li><li>12:30 {SAID}</li></ul>",
    ],
)
def test_timetables_and_sentences_with_times_stay_as_they_are(html):
    body = body_of(html)
    assert body.entries is None
    assert "#" not in body.markdown
