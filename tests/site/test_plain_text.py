"""A body without any mark goes past Markdown and sanitiser: what comes out is what they would have made."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from backissue.publish.render import body

_PIECES = [
    *(chr(c) for c in range(128)),
    *"中，。「」　é\u2028\xad\u200b\ufeff\U0001f600",
    "\n\n",
    "\n\n",
    "12. ",
    "https://a.example/",
]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=10).map("".join))
def test_the_short_way_and_the_long_way_agree(text: str) -> None:
    def made() -> str:
        return body.to_html(text, "", {}.__contains__, "", "")

    short, marks = made(), body._MARKS_OF_ANY_KIND
    body._MARKS_OF_ANY_KIND = re.compile("")  # in every text: nothing goes the short way
    try:
        assert made() == short
    finally:
        body._MARKS_OF_ANY_KIND = marks


def test_plain_paragraphs_go_the_short_way() -> None:
    text = "2019年的「晨霧」，一段。\n\nA second: 'paragraph' (with 3.5%)."
    assert all(map(body._is_plain, text.split("\n\n")))
    assert body.to_html(text, "", {}.__contains__, "", "") == "".join(f"<p>{p}</p>\n" for p in text.split("\n\n"))
