"""What a text says of itself reaches the record, and stays where a reader sees it."""

import pytest

from backissue.model import Note, Origin
from backissue.records import convert
from backissue.text import tree


def body_of(html):
    return convert(tree.parse(f"<main>{html}</main>").select("main"), base="https://paper.example/news/7")


@pytest.mark.parametrize(
    ("html", "kind", "text"),
    [
        ("<p>更正：前文誤植部門名稱。</p>", "correction", "前文誤植部門名稱。"),
        ("<p><b>【更正啟事】</b>前文有誤。</p>", "correction", "前文有誤。"),
        ("<p>勘误：第二段数字有误。</p>", "correction", "第二段数字有误。"),
        ("<p>（編按：作者是教師。）</p>", "editor", "作者是教師。"),
        ("<p>编者按：以下是全文。</p>", "editor", "以下是全文。"),
        ("<h3>編者按</h3><p>以下是全文。</p>", "editor", "以下是全文。"),
        ("<p>部長（編按：指前任）說，會再研究。</p>", "editor", "指前任"),
        ("<p><em>Editor’s note: Names were changed.</em></p>", "editor", "Names were changed."),
        ("<p>Correction, Feb. 3: A number was wrong.</p>", "correction", "A number was wrong."),
        (
            "<p><strong>Correction (12 March 2020):</strong> A number was wrong.</p>",
            "correction",
            "A number was wrong.",
        ),
        ("<blockquote><p>Clarification: He is a clerk.</p></blockquote>", "clarification", "He is a clerk."),
        ("<p>Anmerkung der Redaktion: Der Text wurde geändert.</p>", "editor", "Der Text wurde geändert."),
        ("<p>Note de la rédaction : le texte a changé.</p>", "editor", "le texte a changé."),
        ("<p>訂正：名前が違いました。</p>", "correction", "名前が違いました。"),
    ],
)
def test_corrections_and_editors_notes_are_known_and_stay_in_the_text(html, kind, text):
    body = body_of(f"<p>渡輪復航。</p>{html}<p>乘客表示歡迎。</p>")
    assert body.notes == (Note(kind, text),)
    assert text in body.plain


@pytest.mark.parametrize(
    "text",
    [
        "更正錯誤需要時間。",
        "他按下編號。",
        "Corrections officers were on strike.",
        "Editors note that prices rose.",
        "編者說不會更正。",
    ],
)
def test_sentences_that_begin_alike_are_no_notes(text):
    assert body_of(f"<p>{text}</p><p>文</p>").notes == ()


@pytest.mark.parametrize(
    ("html", "origin"),
    [
        ("<p>本文轉載自《某日報》，獲授權刊出。</p>", Origin("某日報")),
        ("<p>原文刊於<a href='https://w.example/1'>某週刊</a></p>", Origin("某週刊", "https://w.example/1")),
        ("<p>（转载自某网，作者为学者。）</p>", Origin("某网")),
        (
            "<p>This article first appeared in <a href='https://w.example/1'>The Weekly</a> on 3 May.</p>",
            Origin("The Weekly", "https://w.example/1"),
        ),
        ("<p>This story was originally published by Inside Water and is reprinted here.</p>", Origin("Inside Water")),
        ("<p><i>Republished from The Weekly with permission.</i></p>", Origin("The Weekly")),
        ("<p>Dieser Artikel erschien zuerst in Die Woche.</p>", Origin("Die Woche")),
    ],
)
def test_who_published_first_is_known_from_a_line_at_either_end(html, origin):
    text = "<p>渡輪復航，乘客表示歡迎。</p>" * 10
    assert body_of(text + html).origin == origin
    assert body_of(html + text).origin == origin


@pytest.mark.parametrize(
    "text",
    ["The report was published in Nature on Monday.", "這本書原本是日記。", "This story was reported by two clerks."],
)
def test_other_peoples_publications_are_no_origin(text):
    assert body_of(f"<p>{text}</p>").origin is None
