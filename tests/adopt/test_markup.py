"""The text of a foreign record made Markdown of ours."""

import pytest

from backissue.adopt import markup, template
from backissue.model import Embed, Image


def clean(text):
    return markup.clean(markup.plain_addresses(text)[0])


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("[a](/web/20200101000000/https://a.example/b)", "[a](https://a.example/b)"),
        ("[a](https://web.archive.org/web/20200101000000/http://a.example/b)", "[a](http://a.example/b)"),
        ("![a](https://web.archive.org/web/20200101000000im_/https://a.example/b.jpg)", "![a](https://a.example/b.jpg)"),
        ("[a](//web.archive.org/web/20200101000000/https://web.archive.org/web/2019/https://a.example/)", "[a](https://a.example/)"),
        ("[a](/web/20200101000000/mailto:a@b.example)", "[a](mailto:a@b.example)"),
        ("[a](/web/20200101000000///a.example/b)", "[a](https://a.example/b)"),
        ("[a](https://web.archive.org/web/20200101000000/ttp://a.example/b)", "[a](ttp://a.example/b)"),
        ("[a](https://other.example/web/20200101000000/https://a.example/b)", "[a](https://a.example/b)"),
        ("[a](https://a.example/web/design)", "[a](https://a.example/web/design)"),
    ],
)  # fmt: skip
def test_an_archives_prefix_is_undone(theirs, ours):
    assert markup.plain_addresses(theirs)[0] == ours


def test_a_html_figure_becomes_a_figure_with_its_credit_apart():
    text = clean(
        '<figure>\n<img src="https://a.example/新聞/b.jpg" alt="">\n<figcaption>碼頭的清晨。（受訪者提供）</figcaption>\n</figure>'
    )
    assert text.blocks == ['![碼頭的清晨。](https://a.example/新聞/b.jpg "受訪者提供")']
    assert markup.images(text.blocks) == (
        Image("https://a.example/新聞/b.jpg", caption="碼頭的清晨。", credit="受訪者提供"),
    )


@pytest.mark.parametrize(
    ("theirs", "url", "platform"),
    [
        ('{{< video src="https://web.archive.org/web/20200101000000if_/https://www.youtube.com/embed/x1" >}}', "https://www.youtube.com/embed/x1", "YouTube"),
        ('{{< video src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F&show_text=0" >}}', "https://www.facebook.com/a/videos/1/", "Facebook"),
        ("{{< youtube x1 >}}", "https://www.youtube.com/watch?v=x1", "YouTube"),
        ('{{< tweet user="a" id="77" >}}', "https://twitter.com/i/status/77", "Twitter"),
        ("{% vimeo 12 %}", "https://vimeo.com/12", "Vimeo"),
        ('<iframe src="https://www.facebook.com/v/1"></iframe>', "https://www.facebook.com/v/1", "Facebook"),
    ],
)  # fmt: skip
def test_an_embed_becomes_a_plain_link_and_is_listed(theirs, url, platform):
    text = clean(f"Before\n\n{theirs}\n\nAfter")
    assert text.blocks == ["Before", f"[{platform}]({url})", "After"]
    assert text.embeds == [Embed(url, platform)]


def test_emphasis_broken_by_inner_spaces_is_closed_up():
    assert clean("前** 重點 **後").blocks == ["前 **重點** 後"]
    assert clean("一 **二** 三 **四** 五").blocks == ["一 **二** 三 **四** 五"]


def test_emphasis_that_never_closes_is_left_and_told():
    text = clean("前 **重點 後")
    assert text.blocks == ["前 **重點 後"]
    assert text.open_emphasis == 1


def test_a_table_row_split_by_a_newline_is_joined_where_its_cells_add_up():
    assert clean("| a | b |\n| --- | --- |\n| 1\n 2 | 3 |\n| 4 | 5 |").blocks == [
        "| a | b |\n| --- | --- |\n| 1 2 | 3 |\n| 4 | 5 |"
    ]
    odd = "| a | b |\n| --- | --- |\n| 1\n| 4 | 5 |"
    assert clean(odd).blocks == [odd]


def test_code_is_left_as_it_stands():
    code = "```\n** a **\n\n{{ x }}\n```"
    assert clean(code).blocks == [code]


def test_what_closes_many_articles_is_no_part_of_any_and_what_closes_few_stays():
    tally = template.Tally()
    texts = [
        [
            f"第{n}篇文章的開首，寫的是第{n}個地方發生的第{n}件事，與別篇不同。",
            f"第{n}篇的中段。",
            "---",
            "請支持小報，成為訂戶。",
        ]
        for n in range(9)
    ]
    for n, blocks in enumerate(texts):
        tally.add(f"題目{n}", blocks)
    known = tally.template()
    kept = template.cut(texts[0], known)
    assert kept.blocks == texts[0][:2]
    assert kept.removed == ["subscription-footer"]
    assert template.cut([*texts[0][:2], "---", "只在這一篇的後記。"], known).removed == []


def test_revisions_of_one_article_do_not_make_its_last_paragraph_a_footer():
    tally = template.Tally()
    for _ in range(40):
        tally.add(
            "同一題目", ["同一篇文章的開首，寫的是同一個地方發生的同一件事。", "---", "同一篇文章的結尾，說的是以後。"]
        )
    assert tally.template() == template.Template()
