"""What a page shows becomes Markdown: nothing of it lost, nothing of the template kept."""

import pytest

from backissue.model import Embed, Image
from backissue.outlets import patterns, picks
from backissue.records import convert
from backissue.records.picking import Looker
from backissue.text import tree

BASE = "https://paper.example/news/7"


def body_of(html, **more):
    document = tree.parse(f"<main>{html}</main>")
    return convert(document.select("main"), base=BASE, **more)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n\n二"),
        ("<div>一<p>二</p>三</div>", "一\n\n二\n\n三"),
        ("一<br>二<br><br>三", "一\\\n二\n\n三"),
        ("一<br>　　二", "一\n\n二"),
        ("<p>前<b>「重點」</b>後</p>", "前「**重點**」後"),
        ("<p><b>一</b><b>二</b>，<i>三</i></p>", "**一二**，*三*"),
        ("<b><p>段</p></b>", "段"),
        ("<h1>大題</h1><p>文</p><h4>小題</h4><p>文</p>", "文\n\n## 小題\n\n文"),
        ("<p>文</p><h2>甲</h2><p>文</p><h5>乙</h5><p>文</p>", "文\n\n## 甲\n\n文\n\n### 乙\n\n文"),
        ("<p>文</p><h3>沒有下文</h3>", "文"),
        ("<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>", "- 甲\n  - 乙\n- 丙"),
        ("<ul><li>甲</li><ul><li>乙</li></ul></ul>", "- 甲\n  - 乙"),
        ("<ol start=3><li>甲</li><li>乙</li></ol>", "3. 甲\n4. 乙"),
        ("<ol><li><p>甲</p><p>乙</p></li></ol>", "1. 甲\n\n   乙"),
        ("<ul><li>甲</li></ul><ul><li>乙</li></ul>", "- 甲\n\n* 乙"),
        ("<blockquote><p>引</p>文</blockquote>", "> 引\n>\n> 文"),
        ("<pre><code>a = *b*</code></pre>", "```\na = *b*\n```"),
        ("<pre>第一行\n第二行</pre>", "第一行\\\n第二行"),
        (
            "<pre>甲。\n\n&gt; 引\n\n小題\n====\n\n看<a href='/p'>全文</a>\n\n 1. 一\n 2. 二</pre>",
            "甲。\n\n> 引\n\n## 小題\n\n看[全文](https://paper.example/p)\n\n1. 一\n2. 二",
        ),
        (
            "<pre>One of the two said that it would rain again.\n\nIt did.</pre>",
            "One of the two said that it would rain again.\n\nIt did.",
        ),
        ("<pre>for x in y:\n  print(x);\n  again(x);</pre>", "```\nfor x in y:\n  print(x);\n  again(x);\n```"),
        ("<p>用<code>a_b</code></p>", "用`a_b`"),
        ("<hr><p>文</p><hr>", "文"),
        ("<dl><dt>問</dt><dd>答</dd></dl>", "**問**\n\n答"),
        ("<p>是<del>錯</del>的</p>", "是~~錯~~的"),
        ("<p>1. 不是清單</p>", "1\\. 不是清單"),
        ("<p>&lt;b&gt;不是標記&lt;/b&gt;</p>", "\\<b>不是標記\\</b>"),
        ("<p>看[這裡]<span>(x)</span></p>", "看[這裡]\\(x)"),
        ("<div style='visibility: hidden;'><p>腳本來了才見的文</p></div>", "腳本來了才見的文"),
        ("<script>x</script><style>y</style><p>文</p><p hidden>暗</p><p style='display:none'>暗</p>", "文"),
        ("<nav>選單</nav><form><p>文</p><button>按</button><input value=x></form>", "文"),
        ("<p>第一行\n   第二行</p>", "第一行第二行"),
        ("<p>first\n  second</p>", "first second"),
        ("<table><tr><td>版面</td></tr><tr><td><p>文</p></td></tr></table>", "版面\n\n文"),
    ],
)
def test_html_becomes_markdown(html, text):
    assert body_of(html).markdown == text


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("/web/20210805040329/https://paper.example/aboutus/#subscribe", "https://paper.example/aboutus/#subscribe"),
        ("https://web.archive.org/web/20210805040329/https://a.example/x", "https://a.example/x"),
        ("https://arquivo.example/wayback/20200101000000/http://a.example/x", "http://a.example/x"),
        ("/wayback/20200101000000/http://a.example/x", "http://a.example/x"),
        ("/d/../e.html?f=1", "https://paper.example/e.html?f=1"),
        ("/e.html?f=1#g", "https://paper.example/e.html?f=1#g"),
        ("https://s.example/?u=https://a.example/x", "https://s.example/?u=https://a.example/x"),
        ("../b.html", "https://paper.example/b.html"),
        ("/c/d", "https://paper.example/c/d"),
        ("//e.example/f", "https://e.example/f"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("/x (1)", "https://paper.example/x%20(1)"),
    ],
)
def test_links_lead_where_the_paper_led(href, url):
    assert body_of(f"<p>看<a href='{href}'>這</a></p>").markdown == f"看[這]({url})"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "#top", ""])
def test_links_that_lead_nowhere_are_words(href):
    assert body_of(f"<p>看<a href='{href}'>這</a></p>").markdown == "看這"


def test_a_link_around_blocks_links_nothing_it_should_not():
    assert body_of("<a href='https://a.example/'><p>段</p></a><p>文</p>").markdown == "段\n\n文"


@pytest.mark.parametrize(
    "html", ["<h3><strong>小 標</strong></h3>", '<p class="crosshead"><b>小 標</b></p>', "<h3>小 標</h3>"]
)
def test_bold_type_around_a_whole_heading_says_nothing(html):
    assert body_of(f"<p>甲</p>{html}<p>乙</p>").markdown.split("\n\n")[1] == "## 小 標"
    assert body_of("<h3>甲<b>乙</b></h3><p>丙</p>").markdown.startswith("## 甲**乙**")


def test_the_heading_that_repeats_the_title_goes():
    assert body_of("<h2>颱風 襲港</h2><p>文</p>", title="颱風　襲港").markdown == "文"
    assert body_of("<p>文</p><h2>颱風襲港</h2><p>尾</p>", title="颱風襲港").markdown == "文\n\n## 颱風襲港\n\n尾"


def test_a_bold_line_that_repeats_the_title_goes_only_before_the_text_and_only_as_a_whole():
    assert body_of("<p><b>颱風襲港</b></p><p>文</p>", title="颱風襲港").markdown == "文"
    assert body_of("<p>文</p><p><b>颱風襲港</b></p>", title="颱風襲港").markdown == "文\n\n**颱風襲港**"
    assert body_of("<p>颱風襲港</p><p>文</p>", title="颱風襲港").markdown == "颱風襲港\n\n文"
    assert body_of("<p><b>颱風襲港</b>，文</p>", title="颱風襲港").markdown == "**颱風襲港**，文"


FIGURE = "![說明](https://img.example/a.jpg)"


@pytest.mark.parametrize(
    ("html", "caption", "credit"),
    [
        ("<figure><img src=//img.example/a.jpg><figcaption>說明</figcaption></figure>", "說明", None),
        ("<figure><figcaption>說明</figcaption><img src=//img.example/a.jpg></figure>", "說明", None),
        ("<img src=//img.example/a.jpg alt=說明>", "說明", None),
        ("<div class=wp-caption><img src=//img.example/a.jpg><p class=wp-caption-text>說明</p></div>", "說明", None),
        ("<img src=//img.example/a.jpg><span class=photo-credit>某攝</span>", None, "某攝"),
        (
            "<figure><div><span><img src=//img.example/a.jpg></span><span><i>圖片來源，</i>某攝</span></div><figcaption><i>圖片說明，</i><div>說明</div></figcaption></figure>",
            "說明",
            "某攝",
        ),
        (
            "<figure><img src=//img.example/a.jpg><figcaption>說明 <i class=credit>圖：某</i></figcaption></figure>",
            "說明",
            "圖：某",
        ),
        ("<table><tr><td><img src=//img.example/a.jpg></td></tr><tr><td>說明。（資料圖片）</td></tr></table>", "說明。", "資料圖片"),
        ("<img data-src=//img.example/a.jpg src='data:image/gif;base64,R0'>", None, None),
        ("<img src=/blank.gif srcset='//img.example/s.jpg 300w, //img.example/a.jpg 900w'>", None, None),
        ("<picture><source srcset=//img.example/a.jpg><img src='data:x'></picture>", None, None),
        ("<img class=lazy src='data:x'><noscript><img src=//img.example/a.jpg></noscript>", None, None),
        ("<a href=//img.example/big.jpg><img src=//img.example/a.jpg></a>", None, None),
        ("<amp-img src=//img.example/a.jpg width=9 height=9></amp-img>", None, None),
    ],
)  # fmt: skip
def test_a_picture_keeps_its_address_caption_and_credit(html, caption, credit):
    found = body_of(f"<p>前</p>{html}<p>後</p>")
    assert found.images == (Image("https://img.example/a.jpg", caption=caption, credit=credit),)
    assert found.markdown.startswith(f"前\n\n![{caption or ''}](https://img.example/a.jpg")
    assert found.markdown.endswith(")\n\n後")


PICTURE = '<div align="center"><table><tr><td><img src="//img.example/a.jpg"><br><b><font size="1">說明</font></b></td></tr></table></div><br>'


@pytest.mark.parametrize(
    "below",
    [
        '<div align="justify"><font size="2">水務處說會跟進</font></div>',
        '<div align="justify"><font size="2">水務處說會跟進。（<a href="/x">全文</a>）</font></div>',
        '<b><font size="2" color="#700">小標：逐年減</font></b>',
        '<hr><font size="1">返回 | 列印</font>',
    ],
)
def test_a_line_below_a_captioned_picture_that_looks_as_the_text_does_is_text(below):
    text = "".join(
        f'<div align="justify"><font size="2">第{i}段說了很多，也說了很久。</font></div><br>' for i in "一二三"
    )
    (image,) = body_of(f"{text}{PICTURE}{below}<br>{text}").images
    assert (image.caption, image.credit) == ("說明", None)


def test_a_small_line_below_a_picture_is_its_caption_however_many_pictures_have_one():
    text = "<p>第一段說了很多，也說了很久，後來又說。</p>"
    one = '<center><img src="//img.example/{0}.jpg"></center><center><small>說明{0}</small></center>'
    assert [i.caption for i in body_of(text + "".join(map(one.format, "甲乙丙丁"))).images] == [
        f"說明{c}" for c in "甲乙丙丁"
    ]


def test_a_picture_in_a_line_of_text_stands_alone():
    assert body_of("<p>前<img src=//img.example/a.jpg alt=說明>後</p>").markdown == f"前\n\n{FIGURE}\n\n後"


def test_pixels_and_emoji_are_no_pictures():
    found = body_of(
        "<p>好<img class=emoji alt=😀 src=//s.example/1.png><img src=//t.example/c.gif width=1 height=1></p>"
    )
    assert found.markdown == "好😀"
    assert found.images == ()


def test_the_lead_picture_goes_first_unless_the_text_has_it():
    document = tree.parse(
        "<div id=l><img src=//img.example/a.jpg alt=說明></div><main><p>文</p></main><article><p>文</p><img src=//img.example/a.jpg></article>"
    )
    lead = document.select_one("#l")
    assert convert(document.select("main"), base=BASE, lead=[lead]).markdown == f"{FIGURE}\n\n文"
    assert (
        convert(document.select("article"), base=BASE, lead=[lead]).markdown == "文\n\n![](https://img.example/a.jpg)"
    )


@pytest.mark.parametrize(
    ("html", "embed"),
    [
        ("<iframe src=https://www.youtube.com/embed/x title=片></iframe>", Embed("https://www.youtube.com/embed/x", "YouTube", "片")),
        ("<iframe data-src=//maps.any.example/m></iframe>", Embed("https://maps.any.example/m")),
        ("<iframe src='/web/20200101000000if_/https://any.example/v'></iframe>", Embed("https://any.example/v")),
        ("<embed src=https://any.example/v.swf>", Embed("https://any.example/v.swf")),
        ("<object><param name=movie value=https://any.example/v.swf></object>", Embed("https://any.example/v.swf")),
        ("<video><source src=https://any.example/v.mp4></video>", Embed("https://any.example/v.mp4")),
        ("<amp-youtube data-videoid=abc></amp-youtube>", Embed("https://www.youtube.com/watch?v=abc", "YouTube")),
        (
            "<iframe src='https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1&width=5'></iframe>",
            Embed("https://www.facebook.com/a/posts/1", "Facebook"),
        ),
    ],
)  # fmt: skip
def test_an_embed_of_any_host_is_a_link_alone(html, embed):
    found = body_of(f"<p>前</p>{html}<p>後</p>")
    assert found.embeds == (embed,)
    assert found.markdown == f"前\n\n<{embed.url}>\n\n後"


def test_a_quoted_post_keeps_its_words_and_its_address():
    found = body_of(
        "<blockquote class=twitter-tweet><p>推文</p>— 某 <a href='https://twitter.com/a/status/1'>日期</a></blockquote>"
    )
    assert found.markdown.startswith("> 推文\n>\n> — 某 ")
    assert found.markdown.endswith("\n\n<https://twitter.com/a/status/1>")
    assert [e.url for e in found.embeds] == ["https://twitter.com/a/status/1"]


@pytest.mark.parametrize(
    "html",
    [
        "<iframe src=https://www.googletagmanager.com/ns.html></iframe>",
        "<iframe src=https://any.example/x width=0 height=0></iframe>",
        "<iframe src=about:blank></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x'></iframe>",
    ],
)
def test_counters_and_buttons_are_no_embeds(html):
    assert body_of(f"<p>文</p>{html}").markdown == "文"


def test_a_table_of_data_is_a_pipe_table():
    html = "<table><caption>表</caption><tr><th>甲</th><th>乙</th></tr><tr><td>1|2</td><td><b>3</b><br>4</td></tr><tr><td colspan=2>合</td></tr></table>"
    assert body_of(html).markdown == "表\n\n| 甲 | 乙 |\n| --- | --- |\n| 1\\|2 | **3** 4 |\n| 合 |  |"


def test_a_table_without_a_head_gets_an_empty_one():
    assert body_of("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>").markdown == (
        "|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"
    )


def test_footnotes_are_footnotes():
    html = "<p>甲<sup><a href='#f1' id=r1>[1]</a></sup>乙<a href='#f2'>註2</a></p><ol><li id=f1>註文一 <a href='#r1'>↑</a></li><li id=f2>註文二</li></ol>"
    assert body_of(html).markdown == "甲[^1]乙[^2]\n\n[^1]: 註文一\n\n[^2]: 註文二"


def test_an_address_behind_a_shield_is_decoded_where_the_page_holds_it():
    shield = (
        "<a class=__cf_email__ data-cfemail=543931143130 href='/cdn-cgi/l/email-protection'>[email&#160;protected]</a>"
    )
    assert body_of(f"<p>電郵{shield}</p>").markdown == "電郵me@ed"
    lost = body_of("<p>電郵<span class=__cf_email__ data-cfemail=zz>[email&#160;protected]</span></p>")
    assert lost.markdown == "電郵[email protected]"
    assert lost.shielded == 1


def test_odd_characters_go_and_are_counted():
    found = body_of("<p>甲&#8203;乙&#x200e;丙&#x1;丁&#xe001;戊&#xfffd;</p>")
    assert found.markdown == "甲乙丙丁\ue001戊\ufffd"
    assert found.odd == {"zero-width": 1, "direction": 1, "control": 1, "private-use": 1, "lost": 1}


def test_direction_marks_stay_in_right_to_left_text():
    assert "\u200f" in body_of("<p>שלום\u200f!</p>").markdown


def test_drops_cuts_and_cleans_are_named_where_they_worked():
    found = body_of(
        "<p>文（編按）</p><div class=share>分享</div><p>第二<br>訂閱我們</p><p>尾</p>",
        drop=[".share", ".none"],
        cut=[picks.check_pattern("^訂閱")],
        clean=[picks.check_pattern("（編按）")],
    )
    assert found.markdown == "文\n\n第二"
    assert found.removed == ["drop .share", "cut ^訂閱", "clean （編按）"]


def test_a_clean_that_leaves_nothing_of_a_line_takes_it_with_its_marks():
    found = body_of(
        "<p>甲<br><b>延伸閱讀：</b><a href=/1>別的一篇</a></p><p><b>每朝一信</b> 由編輯執筆，<a href=/s>按此登記</a></p><p>乙<b>按</b>丙</p>",
        clean=[picks.check_pattern("^延伸閱讀：.*$"), picks.check_pattern("^每朝一信 由編輯執筆，按此登記$"), picks.check_pattern("^按$")],
    )  # fmt: skip
    assert found.markdown == "甲\n\n乙**按**丙"


def test_a_cut_sees_words_and_not_marks():
    assert (
        body_of(
            "<p>文</p><p><b>訂閱</b>《<a href='/x'>信</a>》</p>", cut=[picks.check_pattern("^訂閱《信》$")]
        ).markdown
        == "文"
    )


def test_what_is_nested_beyond_reason_is_kept_as_text():
    found = body_of("<div>" * 3000 + "深" + "</div>" * 3000)
    assert found.markdown == "深"
    assert found.too_deep == 1


def test_forty_thousand_paragraphs_come_back_complete():
    assert body_of("<p>段" * 40000).markdown.count("段") == 40000


SHOT = "<div class=shot><img src=//img.example/a.jpg></div>"


@pytest.mark.parametrize(("before", "after"), [(SHOT, ""), ("", SHOT)])
def test_a_lead_stands_before_or_behind_the_text_as_on_the_page_and_no_cut_takes_it(before, after):
    page = tree.parse(f"<body>{before}<div id=text><p>文</p><p>####</p></div>{after}</body>")
    found = convert(
        [page.select_one("#text")],
        base="https://paper.example/7",
        lead=[page.select_one(".shot")],
        cut=[patterns.compiled("####")],
    )
    shown = "![](https://img.example/a.jpg)"
    assert found.markdown == (f"{shown}\n\n文" if before else f"文\n\n{shown}")


def test_the_line_below_a_picture_in_the_leads_box_is_its_caption():
    page = tree.parse(
        "<body><div class=ph><img src=//img.example/a.jpg><p class=cp>說明</p></div><div id=text><p>文</p></div></body>"
    )
    found = convert([page.select_one("#text")], base="https://paper.example/7", lead=[page.select_one(".ph")])
    assert found.markdown == "![說明](https://img.example/a.jpg)\n\n文"


@pytest.mark.parametrize("name", ["cross-head", "crosshead", "story__subhead", "subheading", "intertitre", "小標"])
@pytest.mark.parametrize("tag", ["span", "p", "div"])
def test_what_a_class_calls_a_crosshead_is_a_heading(name, tag):
    assert (
        body_of(f"<p>前文。</p><{tag} class='{name}'>碼頭的燈</{tag}><p>後文。</p>").markdown
        == "前文。\n\n## 碼頭的燈\n\n後文。"
    )


@pytest.mark.parametrize(
    "inner", ["這是一句完整的話。", "一" * 80, "<a href=/x>連結</a>的一行", "<img src=/a.jpg>圖", "subheadline"]
)
def test_what_only_bears_such_a_name_is_none(inner):
    name = "subheadlines" if inner == "subheadline" else "subhead"
    assert "#" not in body_of(f"<p>前文。</p><div class={name}>{inner}</div><p>後文。</p>").markdown


def test_boxes_of_pictures_in_a_row_are_all_the_leads_and_one_further_on_is_none():
    def box(n):
        return f'<p class="shot"><img src="/{n}.jpg"></p>'

    page = tree.parse(f"<body><div id=text><p>第一段在這裡。</p></div>{box(1)} {box(2)}<hr>{box(3)}")
    boxes = Looker(page, "", "https://paper.example/7", {}).row(".shot")
    found = convert([page.select_one("#text")], base="https://paper.example/7", lead=boxes)
    assert [i.url.rpartition("/")[2] for i in found.images] == ["1.jpg", "2.jpg"]
