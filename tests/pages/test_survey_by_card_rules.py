"""The outlet's card rules go before what the survey would guess of a listing."""

from datetime import UTC, datetime

from backissue.model import Capture, CardRule
from backissue.pages import survey

URL = "https://paper.example/list"
PAGE = (
    "<html><title>要聞</title><body>"
    + "".join(
        f'<div class="block"><div class="pic"><a href="/a/{n}">圖</a></div><div class="line"><a class="t" href="/a/{n}">第{n}號議案三讀</a></div>'
        f'<div class="line">0{n}.02.21</div><i>文：陳大文</i></div>'
        for n in range(1, 8)
    )
    + '<a href="/about">關於</a></body></html>'
)


def test_what_a_card_rule_says_is_what_the_listing_witnesses() -> None:
    capture = Capture(
        key="example,paper)/list", url=URL, when=datetime(2021, 3, 1, tzinfo=UTC), status=200, mimetype="text/html"
    )
    rule = CardRule(block=".block", link=".t", title=".t", date=".line:nth-of-type(3)", byline="i")
    found = {m.url: m for m in survey(capture, PAGE, cards=(rule,)).mentions}
    third = found["https://paper.example/a/3"]
    assert (third.kind, third.title, third.date, third.byline) == ("card", "第3號議案三讀", "03.02.21", "文：陳大文")
    assert found["https://paper.example/about"].kind == "link"
