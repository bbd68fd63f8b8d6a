"""Letters read in the wrong code page."""

from urllib.parse import quote

import pytest

from backissue.adopt import garbled

TEXT = (
    "東灣居民昨日集會，要求重開渡輪碼頭。有關部門表示會跟進，並在兩個月內公布結果。街坊會清理了三條明渠，又請來老師傅修好鐘樓。"
    * 3
)


@pytest.mark.parametrize("codec", ["latin-1", "ptcp154", "koi8-r", "cp437", "mac-roman"])
def test_a_whole_text_read_in_a_wrong_code_page_comes_back_exactly(codec):
    wrong = TEXT.encode().decode(codec)
    found = garbled.codec_of(wrong, "")
    assert garbled.undone(wrong, found) == TEXT


def test_a_no_break_space_of_the_page_survives_the_way_back():
    wrong = TEXT.encode().decode("ptcp154") + "[email\xa0protected]"
    assert garbled.undone(wrong, garbled.codec_of(wrong, "")) == f"{TEXT}[email\xa0protected]"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "他說｢我會留下｣，又說｢總有一天｣。" * 20,
        "Правительство города сообщило, что паром снова будет ходить каждый день с утра." * 5,
        "Η εφημερίδα έκλεισε και οι αναγνώστες της θυμούνται ακόμη τα πρωτοσέλιδά της." * 5,
        "L’été dernier, la rédaction a déménagé près du marché, où les crêpes coûtent trois écus." * 5,
        "Das Häuschen über dem Fluß gehört den Müllers, die größere Räume für Gäste öffnen möchten." * 5,
    ],
)
def test_a_text_that_is_as_it_was_written_is_left(text):
    assert garbled.codec_of(text, "") == ""
    assert garbled.signs_undone(text) == (text, ())


def test_sign_extended_bytes_become_the_letters_they_were():
    wrong = "".join(chr(0xFF00 | b) for b in "卻".encode())
    assert garbled.signs_undone(f"內?{wrong}是吶喊") == ("內?卻是吶喊", ((wrong, "卻"),))


def test_half_width_kana_and_brackets_are_an_authors_own():
    text = "ｱｲｳｴｵ ｢東灣｣ ｶﾞｷﾞ"
    assert garbled.signs_undone(text)[0] == text


def test_an_address_encoded_twice_or_misread_is_undone():
    once = quote("東灣渡輪重開")
    assert garbled.path_undone(quote(once)) == (once, "twice")
    misread = quote("東灣渡輪重開".encode().decode("latin-1"))
    assert garbled.path_undone(misread) == (once, "latin-1")
    assert garbled.path_undone(quote("rené-andré")) == (quote("rené-andré"), "")
