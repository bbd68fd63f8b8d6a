"""Bytes to text: what is proven wins over what is declared."""

import codecs

import pytest

from backissue.pages.decode import decode

HANT = "香港電台記者報道，政府星期二表示，將會重新檢視有關計劃，並於下月公布結果。市民對此意見不一。"
CANTONESE = "佢哋話政府冇諗過呢件事，嗰個記者喺度等咗好耐，唔知點解啲人咁講。"
HANS = "新华社北京电 记者从会议获悉，政府将会重新检视有关计划，并于下月公布结果。群众对此意见不一。"
JA = "政府は火曜日、計画を見直すと発表した。来月までに結果を公表する予定で、市民の意見は分かれている。"
KO = "정부는 화요일 계획을 재검토할 것이라고 밝혔다. 다음 달 결과를 발표할 예정이다."
RU = "Правительство сообщило во вторник, что рассмотрит план. Результаты объявят в следующем месяце."
DE = "Die Regierung prüft die Pläne für Bäder, Straßen und Brücken, sagte der Bürgermeister in Köln."

LEGACY = [
    (HANT, "big5", "big5"),
    (CANTONESE, "big5hkscs", "big5"),
    (HANS, "gb18030", "gb18030"),
    (HANS, "gb2312", "gb18030"),
    (JA, "shift_jis", "shift_jis"),
    (JA, "euc_jp", "euc-jp"),
    (KO, "euc_kr", "euc-kr"),
    (RU, "cp1251", "windows-1251"),
    (DE, "cp1252", "windows-1252"),
]


def page(words: str, meta: str = "") -> str:
    return f"<html><head>{meta}<title>t</title></head><body><p>{words}</p></body></html>"


def codes(decoded) -> list[str]:
    return [f.code for f in decoded.findings]


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "utf-8", "big5", "gb2312", "x-nonsense"])
@pytest.mark.parametrize(("words", "codec", "name"), LEGACY)
def test_legacy_bytes_are_read_right_whatever_is_declared(words, codec, name, declared):
    content_type = declared and f"text/html; charset={declared}"
    found = decode(page(words).encode(codec), content_type)
    assert found.text == page(words)
    assert found.encoding == name


def test_valid_utf8_declared_latin1_is_utf8_with_a_finding():
    found = decode(page(HANT).encode(), "text/html; charset=ISO-8859-1", "x")
    assert found.text == page(HANT)
    assert codes(found) == ["encoding.declared-wrong"]
    assert found.findings[0].subject == "x"
    assert "though the HTTP header says windows-1252" in found.how


def test_http_and_page_agreeing_with_the_bytes_give_no_finding():
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    assert decode(page(HANT, meta).encode(), "text/html; charset=utf-8").findings == ()


def test_the_pages_own_declaration_is_read_where_the_header_has_none():
    meta = '<meta charset="big5">'
    found = decode(page(HANT, meta).encode("big5"), "text/html")
    assert (found.text, found.findings) == (page(HANT, meta), ())
    assert "declared by the page" in found.how


def test_a_wrong_http_header_is_overruled_by_a_right_page():
    meta = '<meta charset="big5">'
    found = decode(page(HANT, meta).encode("big5"), "text/html; charset=utf-8")
    assert found.text == page(HANT, meta)


def test_undeclared_legacy_text_is_guessed_and_says_so():
    assert codes(decode(page(HANT).encode("big5"))) == ["encoding.guessed"]


@pytest.mark.parametrize(("words", "codec"), [(HANT, "utf-8"), (HANT, "big5"), (HANS, "gb18030"), (JA, "shift_jis")])
def test_a_last_character_cut_in_half_is_left_out_without_a_finding(words, codec):
    body = words.encode(codec)[:-1]
    found = decode(body, f"text/html; charset={codec}")
    assert found.text == words[:-1]
    assert found.findings == ()


def test_a_few_ruined_bytes_leave_utf8_utf8_and_are_counted():
    body = page(HANT * 3).encode().replace("政府".encode(), b"\xe6\x94\xff", 1)
    found = decode(body, "text/html; charset=utf-8")
    assert found.encoding == "utf-8"
    assert codes(found) == ["encoding.damaged"]
    assert found.text.count("香港電台") == 3


def test_characters_lost_before_the_capture_are_no_damage_of_ours():
    assert decode("標題\ufffd\ufffd內文".encode()).findings == ()


@pytest.mark.parametrize(
    ("bom", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be")],
)
def test_a_byte_order_mark_wins_and_vanishes(bom, codec):
    found = decode(bom + page(HANT).encode(codec), "text/html; charset=big5")
    assert (found.text, found.encoding) == (page(HANT), codec)


def test_utf16_without_a_mark_is_seen():
    assert decode(page(DE).encode("utf-16le")).text == page(DE)


def test_hz_and_iso_2022_jp_are_read_by_their_escapes():
    assert decode(page(HANS).encode("hz"), "text/html; charset=hz-gb-2312").text == page(HANS)
    assert decode(page(HANS).encode("hz")).text == page(HANS)
    assert decode(page(JA).encode("iso2022_jp")).text == page(JA)


def test_ascii_with_tildes_and_braces_is_not_hz():
    assert decode(b"<script>a=~{ab}~{};x~{cd~}</script>").encoding == "utf-8"


def test_curly_quotes_of_windows_in_english_do_not_make_it_chinese():
    words = page("It\u2019s the mayor\u2019s caf\u00e9, they\u2019ve said.")
    assert decode(words.encode("cp1252")).text == words
    assert decode(words.encode("cp1252"), "text/html; charset=gb2312").text == words


@pytest.mark.parametrize("body", [b"", b"\xff", b"\0", bytes(range(256)) * 40, b"\xfe" * 1000, b"\x80"])
def test_no_bytes_make_it_fail(body):
    for content_type in (None, "text/html; charset=utf-16", "charset=", "charset=\0", "text/html; charset=euc-kr"):
        decode(body, content_type).text.encode()


def test_the_same_bytes_are_read_the_same_way_twice():
    body = page(HANT + KO + JA).encode("gb18030")
    assert decode(body) == decode(body)
