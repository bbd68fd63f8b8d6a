"""Bylines of the trade, one case a line."""

import pytest

from backissue.model import Author
from backissue.text.bylines import find_bylines, is_name, parse_byline, with_places, writers


def names(authors):
    return [a.name for a in authors]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("By Ada Lam", ["Ada Lam"]),
        ("By Ada Lam and Ben Chow", ["Ada Lam", "Ben Chow"]),
        ("By Ada Lam, Ben Chow and Cy Ho", ["Ada Lam", "Ben Chow", "Cy Ho"]),
        ("BY ADA LAM", ["ADA LAM"]),
        ("Written by Ada Lam, MD, PhD", ["Ada Lam"]),
        ("Von Max Müller", ["Max Müller"]),
        ("Von Anna Schmidt und Peter Maier, dpa", ["Anna Schmidt", "Peter Maier", "dpa"]),
        ("Por Ana Gómez y Luis Pérez", ["Ana Gómez", "Luis Pérez"]),
        ("Par Zoé Dupont", ["Zoé Dupont"]),
        ("Ada Lam | Updated Feb 3, 2021", ["Ada Lam"]),
        ("Ada Lam ada@example.org", ["Ada Lam"]),
        ("https://example.org/ada", []),
        ("", []),
        ("記者張三／台北報導", ["張三"]),
        ("張三、李四／文", ["張三", "李四"]),
        ("文、圖／張三", ["張三"]),
        ("【撰文：陳大文】", ["陳大文"]),
        ("文：張三 攝影：李四", ["張三", "李四"]),
        ("本報記者 王小明", ["王小明"]),
        ("新聞社記者 王小明 李大同", ["王小明", "李大同"]),
        ("責任編輯：王五", ["王五"]),
        ("採訪．撰文 | 王小明", ["王小明"]),
        ("王小明報導．攝影陳大文", ["王小明", "陳大文"]),
        ("馮志撰文　譚大文攝影", ["馮志", "譚大文"]),
        ("馮志撰文, 譚大文攝影", ["馮志", "譚大文"]),
        ("馮志（採訪）／譚大文（攝影）", ["馮志", "譚大文"]),
        ("馮志文 / 攝：譚大文", ["馮志文", "譚大文"]),
        ("整理｜某報港聞組", ["某報港聞組"]),
        ("某報港聞組專案小組", ["某報港聞組"]),
        ("調查記者馮志文，攝影記者譚大文", ["馮志文", "譚大文"]),
        ("調查記者馮志文與譚大文", ["馮志文", "譚大文"]),
        ("馮志文＋譚大文", ["馮志文", "譚大文"]),
        ("馮志文（文字）＋譚大文（攝影）", ["馮志文", "譚大文"]),
        ("採訪・撰稿 馮志文（白沙角）", ["馮志文"]),
        ("採訪︰馮志文", ["馮志文"]),
        ("消息：南線電訊", ["南線電訊"]),
        ("South Line Wire wire report", ["South Line Wire"]),
        ("Ada Lam (AP) and Ben Ho (Old Market)", ["Ada Lam", "Ben Ho"]),
        ("採訪・撰文：王小明", ["王小明"]),
        ("文＋圖：王小明", ["王小明"]),
        ("編採｜方偉詠", ["方偉詠"]),
        ("编采｜沈珊、雷一行", ["沈珊", "雷一行"]),
        ("作者: 赵 培", ["赵培"]),
        ("来源：某某日报    编辑：苏亮", ["苏亮"]),
    ],
)
def test_a_printed_byline_names_its_authors(printed, expected):
    assert names(parse_byline(printed)) == expected


def test_role_and_place_are_told_from_the_name():
    assert parse_byline("記者張三／台北報導") == (Author("張三", "person", "記者", "台北"),)
    assert parse_byline("By Ada Lam, Political Correspondent") == (
        Author("Ada Lam", "person", "Political Correspondent"),
    )
    assert parse_byline("馮志文 記者．燈籠洲") == (Author("馮志文", "person", "記者", "燈籠洲"),)
    assert parse_byline("馮志文．燈籠洲") == (Author("馮志文", "person", None, "燈籠洲"),)
    assert parse_byline("By Ada Lam (Old Market)") == (Author("Ada Lam", "person", None, "Old Market"),)
    assert parse_byline("王小明 半月塘採訪") == (Author("王小明", "person", None, "半月塘"),)
    assert parse_byline("By Ada Lam in Hong Kong") == (Author("Ada Lam", "person", None, "Hong Kong"),)
    assert parse_byline("責任編輯：王五")[0].role == "責任編輯"
    assert [a.role for a in parse_byline("採訪．撰文 | 王小明、李大同")] == ["採訪．撰文"] * 2


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("某某新聞中國組", "desk"),
        ("編輯部", "desk"),
        ("Staff", "desk"),
        ("Editorial Board", "desk"),
        ("Reuters", "organisation"),
        ("Associated Press", "organisation"),
        ("中央社", "organisation"),
        ("Ada Lam", "person"),
        ("王小明", "person"),
    ],
)
def test_desks_and_organisations_are_told_from_people(printed, kind):
    (author,) = parse_byline(printed)
    assert (author.name, author.kind) == (printed, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（記者 王小明）記者近日從會議上獲悉", ["王小明"]),
        ("（总台记者 张倩）", ["张倩"]),
        ("□ 本报记者 葛小丹", ["葛小丹"]),
        ("某某新闻记者马小峰/文受访者供图", ["马小峰"]),
        ("時間：2004年10月21日14:18 作者：郭小弘", ["郭小弘"]),
        ("（责编：萧小、张妍）", ["萧小", "张妍"]),
        ("记者获悉，今天下午", []),
        ("記者表示他不同意", []),
        ("记者：首先欢迎你来到这里接受我们的采访", []),
        ("資料圖：市民走過街頭", []),
    ],
)
def test_a_byline_in_chinese_text_is_found_and_a_verb_is_no_name(text, expected):
    assert names(find_bylines(text)) == expected


def test_a_line_that_is_only_a_name_counts_when_asked_and_begins_with_a_family_name():
    assert names(find_bylines("（王小明）", alone=True)) == ["王小明"]
    assert names(find_bylines("王小明、李四", alone=True)) == ["王小明", "李四"]
    assert find_bylines("王小明") == ()
    assert find_bylines("最新消息", alone=True) == ()


def test_writers_come_before_editors_and_stand_alone_where_there_are_any():
    found = find_bylines("責編：李四\n記者 王小明")
    assert names(found) == ["王小明", "李四"]
    assert names(writers(found)) == ["王小明"]
    assert names(writers(find_bylines("責編：李四"))) == ["李四"]


def test_a_name_is_given_once():
    assert names(parse_byline("Ada Lam and Ada  Lam")) == ["Ada Lam"]


@pytest.mark.parametrize("words", ["12", "Read more", "Share this", "x" * 90, "<b>"])
def test_what_has_not_the_form_of_a_name_is_none(words):
    assert not is_name(words)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("據海峽通訊社", [("海峽通訊社", None, None)]),
        ("綜合環洋社、南線電訊", [("環洋社", None, None), ("南線電訊", None, None)]),
        ("By Ada Lam, Staff Writer, Old Market", [("Ada Lam", "Staff Writer", "Old Market")]),
        ("BY Ada Lam | STAFF REPORTER, Old Market", [("Ada Lam", "STAFF REPORTER", "Old Market")]),
        ("Ada Lam and Ben Ho, Regional Reporters", [("Ada Lam", None, None), ("Ben Ho", "Regional Reporters", None)]),
        ("Ada Lam reports from Old Market", [("Ada Lam", None, "Old Market")]),
        ("Story by Ada Lam | Photos by Ben Ho", [("Ada Lam", None, None), ("Ben Ho", "Photos", None)]),
        ("Citizen reporter: Ada Lam", [("Ada Lam", "reporter", None)]),
        ("Staff report, Features Desk", [("Features Desk", None, None)]),
        ("This week’s letter comes from South Line Wire", [("South Line Wire", None, None)]),
        ("學生記者 陳大文 | 攝影 李小明", [("陳大文", "學生記者", None), ("李小明", "攝影", None)]),
        ("陳大文\u3000採訪報道\u3000李小明\u3000攝影", [("陳大文", "採訪報道", None), ("李小明", "攝影", None)]),
        ("陳大文 文 × 李小明 攝", [("陳大文", "文", None), ("李小明", "攝", None)]),
        ("陈大文 与 李小明 报导", [("陈大文", None, None), ("李小明", None, None)]),
        ("這一期由陳大文與李小明執筆", [("陳大文", None, None), ("李小明", None, None)]),
        ("這一期由陳大文在碼頭街執筆", [("陳大文", None, "碼頭街")]),
        ("這一期轉載自環洋社", [("環洋社", None, None)]),
        ("陳大文在半月塘", [("陳大文", None, "半月塘")]),
        ("陳大文（寄自半月塘）", [("陳大文", None, "半月塘")]),
        ("〔記者陳大文鐘樓報導〕", [("陳大文", "記者", "鐘樓")]),
        ("記者歐陽大文報導", [("歐陽大文", "記者", None)]),
        ("記者陳大文、李小明聯合報導", [("陳大文", "記者", None), ("李小明", "記者", None)]),
        ("【陳大文撰稿 李小明攝影】", [("陳大文", None, None), ("李小明", "攝影", None)]),
        ("環洋社供稿", [("環洋社", None, None)]),
        ("陳大文（碼頭街記者）", [("陳大文", "記者", "碼頭街")]),
        ("陳大文（攝影記者）", [("陳大文", "攝影記者", None)]),
        ("〔陳大文／撰稿　李小明／拍攝〕", [("陳大文", "撰稿", None), ("李小明", "拍攝", None)]),
        ("記者 陳大文 & 李小明", [("陳大文", "記者", None), ("李小明", "記者", None)]),
        ("Ada Lam from Old Market", [("Ada Lam", None, "Old Market")]),
        ("Ada Lam, sent from Old Market", [("Ada Lam", None, "Old Market")]),
        ("陳大文 @ 碼頭街", [("陳大文", None, "碼頭街")]),
        ("Ada Lam @ Old Market", [("Ada Lam", None, "Old Market")]),
        ("學生記者 陳大文（碼頭街）", [("陳大文", "學生記者", "碼頭街")]),
        ("陳大文（文）　李小明（相）", [("陳大文", "文", None), ("李小明", "相", None)]),
        ("South Line Wire (reprinted, with thanks)", [("South Line Wire", None, None)]),
        ("採訪：陳大文　攝影：李小明", [("陳大文", "採訪", None), ("李小明", "攝影", None)]),
        ("文字｜陳大文　攝影｜李小明", [("陳大文", "文字", None), ("李小明", "攝影", None)]),
        ("采访 陈大文　摄影 李小明", [("陈大文", "采访", None), ("李小明", "摄影", None)]),
        ("記者陳大文 攝影李小明", [("陳大文", "記者", None), ("李小明", "攝影", None)]),
        ("報道／陳大文　攝影／李小明", [("陳大文", "報道", None), ("李小明", "攝影", None)]),
        ("陳大文／文　李小明／攝影", [("陳大文", "文", None), ("李小明", "攝影", None)]),
        ("陳大文（文） 李小明（攝影）", [("陳大文", "文", None), ("李小明", "攝影", None)]),
        ("撰文：陳大文　圖片：李小明", [("陳大文", "撰文", None), ("李小明", "圖片", None)]),
        ("記者陳大文 碼頭街專電", [("陳大文", "記者", "碼頭街")]),
        ("陳大文 發自碼頭街", [("陳大文", None, "碼頭街")]),
        ("本報駐碼頭街記者 陳大文", [("陳大文", "記者", "碼頭街")]),
        ("记者陈大文／报导", [("陈大文", "记者", None)]),
        ("陳大文／整理報道", [("陳大文", None, None)]),
        ("陳大文 李小明報導", [("陳大文", None, None), ("李小明", None, None)]),
        ("□ 陳大文", [("陳大文", None, None)]),
        ("責任記者 陳大文", [("陳大文", "責任記者", None)]),
        ("By Ada Lam In Stone Pier", [("Ada Lam", None, "Stone Pier")]),
        ("[By Ada Lam]", [("Ada Lam", None, None)]),
        ("by the Quay Times City Desk", [("Quay Times City Desk", None, None)]),
        ("陳大文、李小明　撰", [("陳大文", "撰", None), ("李小明", "撰", None)]),
        ("本報記者　陳大文　碼頭街", [("陳大文", "記者", "碼頭街")]),
        ("由 陳大文 和 李小明", [("陳大文", None, None), ("李小明", None, None)]),
        ("via Strait News Agency", [("Strait News Agency", None, None)]),
        ("Strait News Agency, via wire", [("Strait News Agency", None, None)]),
        ("采访 陈大文｜影像 李小明", [("陈大文", "采访", None), ("李小明", "影像", None)]),
        ("據海峽通訊社電", [("海峽通訊社", None, None)]),
        ("【本報海旁報中國組訊】", [("海旁報中國組", None, None)]),
        ("記者陳大文報導．李小明攝影", [("陳大文", "記者", None), ("李小明", "攝影", None)]),
        ("陳大文文 李小明攝影", [("陳大文", None, None), ("李小明", "攝影", None)]),
        ("■本報記者 陳大文（白沙角）", [("陳大文", "記者", "白沙角")]),
        ("【本報記者陳大文上氹訊】", [("陳大文", "記者", "上氹")]),
        ("【本報記者陳大文、李小明訊】", [("陳大文", "記者", None), ("李小明", "記者", None)]),
        ("報道：陳大文", [("陳大文", None, None)]),
        ("本報記者陳大文 白沙角報道", [("陳大文", "記者", "白沙角")]),
        ("記者 陳大文 石埗", [("陳大文", "記者", "石埗")]),
        ("本報記者　陳大文　李小明", [("陳大文", "記者", None), ("李小明", "記者", None)]),
        ("陳大文（碼頭街）", [("陳大文", None, "碼頭街")]),
        ("陳大文 / 李小明", [("陳大文", None, None), ("李小明", None, None)]),
        ("文・陳大文　寫真・李小明", [("陳大文", "文", None), ("李小明", "寫真", None)]),
        ("By our reporters Ada Lam and Ben Ko", [("Ada Lam", None, None), ("Ben Ko", None, None)]),
        ("By Ada Lam, Special to the Quay Times", [("Ada Lam", None, None)]),
        ("By Ada Lam Staff Writer", [("Ada Lam", "Staff Writer", None)]),
        ("陳大文與李小明", [("陳大文", None, None), ("李小明", None, None)]),
        ("陳大文／台北報導", [("陳大文", None, "台北")]),
        ("Strait News Agency / Compiled", [("Strait News Agency", None, None)]),
        ("陳大文 撰　李小明 攝", [("陳大文", "撰", None), ("李小明", "攝", None)]),
        ("陳大文 撰於碼頭街", [("陳大文", None, "碼頭街")]),
        ("記者 陳大文／碼頭街", [("陳大文", "記者", "碼頭街")]),
        ("海峽通訊社 稿", [("海峽通訊社", None, None)]),
        ("Quay Times Features Desk report", [("Quay Times Features Desk", None, None)]),
        ("Ada Lam, writing from Stone Pier", [("Ada Lam", None, "Stone Pier")]),
        ("Reporter: Ada Lam", [("Ada Lam", "Reporter", None)]),
        ("Reporters: Ada Lam & Ben Ko", [("Ada Lam", None, None), ("Ben Ko", None, None)]),
        ("Wire: South Line Wire", [("South Line Wire", None, None)]),
        ("文◎陳大文", [("陳大文", None, None)]),
        ("稿源◎海峽通訊社", [("海峽通訊社", None, None)]),
        ("攝影●陳大文", [("陳大文", "攝影", None)]),
        ("本報記者 陳大文　攝影 李小明", [("陳大文", "記者", None), ("李小明", "攝影", None)]),
        ("綜合海峽通訊社", [("海峽通訊社", None, None)]),
    ],
)
def test_each_of_several_people_has_what_they_did_and_where(printed, expected):
    assert [(a.name, a.role, a.place) for a in parse_byline(printed)] == expected


@pytest.mark.parametrize("name", ["南線電訊", "南线电讯", "South Line Wire", "來自: 南線電訊"])
def test_a_wire_is_an_organisation(name):
    assert [a.kind for a in parse_byline(name)] == ["organisation"]


@pytest.mark.parametrize(
    ("printed", "places", "expected"),
    [
        ("By Ada Lam, Stone Bridge", [",*"], [("Ada Lam", "Stone Bridge")]),
        ("By Ada Lam, Stone Pier", [], [("Ada Lam", "Stone Pier")]),
        ("By Ada Lam and Jo Street", [], [("Ada Lam", None), ("Jo Street", None)]),
        ("By Ada Lam and Ben Chow", [",*"], [("Ada Lam", None), ("Ben Chow", None)]),
        ("（李小明，半月塘）", ["，*"], [("李小明", "半月塘")]),
        ("本報記者牛珊茶果坪報道", ["茶果坪", "果坪"], [("牛珊", "茶果坪")]),
        ("本報記者牛珊文茶果坪報道", ["茶果坪"], [("牛珊文", "茶果坪")]),
        ("本報記者牛珊茶果坪報道", ["東堤"], [("牛珊茶", "果坪")]),
    ],
)
def test_the_papers_places_tell_names_from_where_they_wrote(printed, places, expected):
    authors = with_places(parse_byline(printed), places, "", printed)
    assert [(a.name, a.place) for a in authors] == expected
