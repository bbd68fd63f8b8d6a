"""A line below a picture that only a caption begins like is one, in whatever box it stands."""

import pytest

from backissue.records import convert
from backissue.text import tree


def image_of(html):
    body = convert(tree.parse(f"<main>{html}</main>").select("main"), base="https://paper.example/news/7")
    return body.images[0], body.markdown


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("▲ 渡輪在早上復航。", "渡輪在早上復航。", None),
        ("圖：王小明攝", None, "王小明攝"),
        ("圖：王小明", None, "圖：王小明"),
        ("圖：渡輪在早上第一班開出前，碼頭已有人排隊", "渡輪在早上第一班開出前，碼頭已有人排隊", None),
        ("圖片說明：渡輪復航。（受訪者提供）", "渡輪復航。", "受訪者提供"),
        ("資料圖片", None, "資料圖片"),
        ("Photo: Jane Doe", None, "Photo: Jane Doe"),
        ("Image credit: The Weekly / Jane Doe", None, "Image credit: The Weekly / Jane Doe"),
        ("<em>Photo by Jane Doe</em>", None, "Photo by Jane Doe"),
        ("Foto: Erika Muster", None, "Foto: Erika Muster"),
        ("写真：山田花子", None, "写真：山田花子"),
    ],
)
@pytest.mark.parametrize(
    "box", ["<p><img src=/a.jpg></p><p>{}</p>", "<p><img src=/a.jpg><br>{}</p>", "<img src=/a.jpg><div>{}</div>"]
)
def test_it_is_taken_as_caption_or_credit(box, line, caption, credit):
    image, text = image_of(f"<p>昨日的消息。</p>{box.format(line)}<p>乘客表示歡迎。</p>")
    assert (image.caption, image.credit) == (caption, credit)
    assert [line for line in text.split("\n\n") if not line.startswith("![")] == ["昨日的消息。", "乘客表示歡迎。"]


@pytest.mark.parametrize(
    "line",
    ["渡輪復航，乘客表示歡迎。", "Photos of the day were shown at the town hall.", "他看圖片。", "圖書館重開了。"],
)
def test_the_articles_own_sentences_stay(line):
    image, text = image_of(f"<p><img src=/a.jpg></p><p>{line}</p><p>乘客表示歡迎。</p>")
    assert image.caption is None
    assert line in text


@pytest.mark.parametrize("mark", ["", " ", "\u3000", "圖｜", "圖：", " / ", " — ", "｜"])
@pytest.mark.parametrize("credit", ["資料圖片", "受訪者提供", "王小明攝", "南線時報／王小明攝", "资料图片", "王小明摄"])
def test_a_credit_behind_the_captions_sentence_is_no_part_of_it(mark, credit):
    image, _ = image_of(f"<figure><img src=/a.jpg><figcaption>渡輪在早上復航。{mark}{credit}</figcaption></figure>")
    assert (image.caption, image.credit) == ("渡輪在早上復航。", credit)


@pytest.mark.parametrize("label", ["＝", "Picture: ", "Image: ", "© "])
def test_a_label_before_what_says_itself_that_it_is_a_credit_is_no_part_of_it(label):
    image, _ = image_of(
        f"<figure><img src=/a.jpg><figcaption>Ferries.<span class='credit'>{label}Photo: Ada Lam</span></figcaption></figure>"
    )
    assert (image.caption, image.credit) == ("Ferries.", "Photo: Ada Lam")


@pytest.mark.parametrize("label", ["圖片：", "Photo: ", "Description: "])
def test_a_label_before_what_a_picture_shows_is_no_part_of_it(label):
    image, _ = image_of(f"<figure><img src=/a.jpg><figcaption>{label}渡輪在早上復航。</figcaption></figure>")
    assert (image.caption, image.credit) == ("渡輪在早上復航。", None)


@pytest.mark.parametrize("pair", ["（）", "()", "[]", "【】"])
def test_brackets_around_a_credit_are_no_part_of_it(pair):
    image, _ = image_of(
        f"<figure><img src=/a.jpg><figcaption>渡輪復航 {pair[0]}圖：王小明攝{pair[1]}</figcaption></figure>"
    )
    assert (image.caption, image.credit) == ("渡輪復航", "王小明攝")


@pytest.mark.parametrize(
    "caption",
    ["早餐由街坊提供", "他說。早餐是街坊提供", "戲院門廳，攝於1991年。", "Bread was on offer. The hall was full"],
)
def test_a_sentence_that_sounds_like_a_credit_stays_in_the_caption(caption):
    image, _ = image_of(f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>")
    assert (image.caption, image.credit) == (caption, None)


@pytest.mark.parametrize(
    ("caption", "credit", "expected"),
    [
        ("▲渡輪在早上復航。", "", ("渡輪在早上復航。", None)),
        ("受訪者提供", "渡輪在早上復航。", ("渡輪在早上復航。", "受訪者提供")),
        ("渡輪在早上復航。", "PHOTO: Photo: Ada Lam", ("渡輪在早上復航。", "Photo: Ada Lam")),
        ("渡輪在早上復航。", "Photo: Handout", ("渡輪在早上復航。", "Handout")),
        ("渡輪在早上復航。", "© 資料圖片", ("渡輪在早上復航。", "資料圖片")),
    ],
)
def test_a_caption_and_its_credit_are_told_apart_by_what_they_say(caption, credit, expected):
    box = f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption><span class=credit>{credit}</span></figure>"
    image, _ = image_of(box)
    assert (image.caption, image.credit) == expected


@pytest.mark.parametrize("mark", ["- END -", "（完）", "■"])
def test_a_mark_of_the_texts_end_is_no_credit(mark):
    image, _ = image_of(
        f"<p><img src=/a.jpg><br>圖：渡輪在早上第一班開出前，碼頭已有人排隊</p><p align=center>{mark}</p>"
    )
    assert image.credit is None
