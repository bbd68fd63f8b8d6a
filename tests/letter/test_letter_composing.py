"""What a letter says: its order, its editor, what is hidden, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import weeklies

from backissue.archive.archive import Archive
from backissue.model import BadInstruction
from backissue.publish.letter.beginning import beginning
from backissue.publish.letter.picks import Picks, read_note
from backissue.publish.letter.week import Week

Composer = Callable[..., Any]


def ids(letter: Any) -> list[str]:
    return [item.id for item in letter.items]


def test_the_most_linked_article_leads_and_sections_stand_as_the_outlet_has_them(
    weekly: Path, composed: Composer
) -> None:
    letter = composed(weekly).letter
    assert letter.lead.id == "103"
    assert [s.name for s in letter.sections] == ["要聞", "經濟", "副刊", "評論", "English", "體育"]
    assert letter.held == 18
    assert len(ids(letter)) == 18
    assert letter.sections[3].items[0].id == "104", "the other that is linked to, first in its section"
    assert letter.sections[0].items[0].id == "110", "among unlinked ones the longest is first"


def test_longest_first_pays_no_heed_to_links(weekly: Path, composed: Composer) -> None:
    letter = composed(weekly, order="longest").letter
    assert letter.lead.id == "110"
    assert letter.sections[3].items[0].id != "104"


def test_links_lead_to_the_site_where_it_has_an_address_else_to_the_capture_and_never_to_the_dead_paper(
    weekly: Path, composed: Composer
) -> None:
    for item in composed(weekly).letter.items:
        assert item.link == f"https://archive.example/mist/{item.path}.html"
    for item in composed(weekly, site="").letter.items:
        assert item.link.startswith("https://web.archive.org/web/20220103040506/")


def test_what_is_withdrawn_is_nowhere_and_a_hidden_byline_names_nobody(weekly: Path, composed: Composer) -> None:
    made = composed(weekly)
    text = repr(made)
    assert "撤下的一篇" not in text
    assert not any(item.id == "107" for item in made.letter.items)
    (hidden,) = [item for item in made.letter.items if item.id == "106"]
    assert (hidden.byline, hidden.hidden) == ("", True)
    assert Archive(weekly).raw("articles/2021/02/106.md").author == "何晴", "the file still says it"
    assert made.records[hidden.path].authors == ()


def test_what_is_missing_from_the_week_is_told(weekly: Path, composed: Composer) -> None:
    missing = composed(weekly).letter.missing
    assert [(one.title, one.byline, str(one.when)) for one in missing.lost] == [
        ("失落的一篇", "何晴", "2021-02-10"),
        ("", "", "2021-02-14"),
    ]
    assert missing.lost[0].link == "https://archive.example/mist/lost/7777.html"
    assert (missing.partial, missing.pictures) == (1, 1)
    assert [i.id for i in composed(weekly).letter.items if i.partial] == ["105"]
    assert not composed(weekly, Week(2021, 7)).letter.missing


def test_a_thin_week_says_so_and_an_empty_one_too(weekly: Path, composed: Composer) -> None:
    thin = composed(weekly, Week(2021, 7)).letter
    assert thin.thin
    assert thin.lead is None, "one article needs no lead"
    assert ids(thin) == ["190"]
    assert not composed(weekly, Week(2021, 7), least=1).letter.thin
    empty = composed(weekly, Week(2001, 1)).letter
    assert (empty.held, empty.thin, ids(empty)) == (0, True, [])
    assert empty.preheader == "這一周沒有存下文章。"


def test_an_editor_chooses_the_lead_the_order_and_what_is_left_out(weekly: Path, composed: Composer) -> None:
    picks = Picks.parse(
        'title = "渡輪停航的一周"\npreheader = "船去了哪裏"\nlead = 115\nfirst = ["125", "100"]\nleave_out = ["103"]\nsections = ["體育"]'.replace(
            '"125", ', ""
        )
    )
    letter = composed(weekly, picks=picks).letter
    assert letter.title == "渡輪停航的一周"
    assert letter.preheader == "船去了哪裏"
    assert letter.lead.id == "115"
    assert letter.sections[0].name == "體育"
    assert letter.sections[1].items[0].id == "100", "first in its section though 110 is longer"
    assert "103" not in ids(letter)
    assert (letter.held, letter.left_out) == (18, 1)


def test_only_some_articles_in_the_editors_order(weekly: Path, composed: Composer) -> None:
    letter = composed(weekly, picks=Picks.parse('only = ["116", "101", "111"]')).letter
    assert letter.lead.id == "116"
    assert ids(letter) == ["116", "101", "111"]
    assert letter.left_out == 15


def test_an_unknown_id_is_refused_with_the_nearest_or_the_week_it_stands_in(weekly: Path, composed: Composer) -> None:
    with pytest.raises(BadInstruction, match="no article '1033'") as refused:
        composed(weekly, picks=Picks.parse('first = ["1033"]'))
    assert "Did you mean 103" in refused.value.hint
    with pytest.raises(BadInstruction, match="no article '190'") as refused:
        composed(weekly, picks=Picks.parse('lead = "190"'))
    assert "It stands in 2021-W07" in refused.value.hint
    with pytest.raises(BadInstruction, match="no article '107'"):
        composed(weekly, picks=Picks.parse('lead = "107"'))
    with pytest.raises(BadInstruction, match="no section '要问'") as refused:
        composed(weekly, picks=Picks.parse('sections = ["要问"]'))
    assert "要聞" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('leed = "1"', "unknown key 'leed'"),
        ('first = "1"', "first must be a list"),
        ("first = [true]", "first must be a list"),
        ("title = 1", "title must be text"),
        ("first = [", "picks.toml:"),
        ('lead = "1"\nleave_out = ["1"]', "both chosen and left out"),
        ('only = ["2"]\nfirst = ["1"]', "not among `only`"),
    ],
)
def test_wrong_picks_are_refused_naming_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(BadInstruction, match=told) as refused:
        Picks.parse(text)
    assert refused.value.hint


def test_a_note_must_be_there_be_text_and_fit(tmp_path: Path) -> None:
    with pytest.raises(BadInstruction, match="there is no file"):
        read_note(tmp_path / "note.md")
    (tmp_path / "note.md").write_bytes(b"\xff\xfe")
    with pytest.raises(BadInstruction, match="not UTF-8"):
        read_note(tmp_path / "note.md")
    (tmp_path / "note.md").write_text("渡" * 20_000, encoding="utf-8")
    with pytest.raises(BadInstruction, match="longer than"):
        read_note(tmp_path / "note.md")
    (tmp_path / "note.md").write_text("\ufeff\n一封信\n", encoding="utf-8")
    assert read_note(tmp_path / "note.md") == "一封信"


@pytest.mark.parametrize(("key", "value"), [("language", "fr"), ("order", "loudest"), ("least", -1)])
def test_what_cannot_be_chosen_is_refused(weekly: Path, composed: Composer, key: str, value: object) -> None:
    with pytest.raises(BadInstruction):
        composed(weekly, **{key: value})


def test_the_frame_speaks_the_papers_language_or_the_one_asked_for(weekly: Path, composed: Composer) -> None:
    assert composed(weekly).letter.title == "晨霧報 一周回顧：2021年2月8日至14日"
    assert composed(weekly, language="en").letter.title == "晨霧報: The week in the paper, 8–14 February 2021"
    assert composed(weekly, years_ago=5).letter.title == "晨霧報 5年前的這一周：2021年2月8日至14日"
    assert (
        composed(weekly, years_ago=1, language="en").letter.title == "晨霧報: This week a year ago, 8–14 February 2021"
    )


BAD = "\x00\r\n\x1c\u2028\u2029\u202e\x85"


def test_titles_with_controls_and_ten_kilobytes_are_cleaned_and_the_letter_goes_on(
    own_paper: Path, composed: Composer
) -> None:
    archive = Archive(own_paper)
    for number, title in (
        ("103", f"Subject: x{BAD}Bcc: all@example.org"),
        ("104", "長" * 10_240),
        ("105", ""),
        ("106", BAD),
    ):
        one = archive.read(number)
        assert one
        weeklies.put(own_paper, replace(one, title=title, category=f"要{BAD}聞" * 40))
    letter = composed(own_paper).letter
    titles = {item.id: item.title for item in letter.items}
    assert titles["103"] == "Subject: x Bcc: all@example.org"
    assert titles["104"] == "長" * 159 + "…"
    assert titles["105"] == titles["106"] == "（無題）"
    for said in (*titles.values(), *(s.name for s in letter.sections), letter.title, letter.preheader):
        assert said.isprintable()
        assert len(said) <= 200


def test_the_beginning_is_the_first_paragraph_cut_where_a_sentence_ends() -> None:
    assert (
        beginning("## 小標\n\n![圖](a.png)\n\n> 引文\n\n第一段在此，說得夠長了。\n\n第二段。", 20)
        == "第一段在此，說得夠長了。"
    )
    assert beginning("短。\n\n第二段接着說下去，直到夠長。", 30) == "短。第二段接着說下去，直到夠長。"
    assert (
        beginning("他說：「我們走吧，天要黑了。」後來船開了，大家都沒有說話，一直沒有。", 16)
        == "他說：「我們走吧，天要黑了。」"
    )
    assert beginning("沒有句號的一段話一直說下去一直說下去一直說下去", 10) == "沒有句號的一段話一直…"
    assert beginning("No full stop in this long line of words that goes on", 20) == "No full stop in…"
    assert beginning("A first sentence. A second one that is longer.", 30) == "A first sentence."
    assert beginning("", 30) == beginning("![x](y)", 30) == beginning("| a |\n| - |", 30) == ""


def test_picks_of_what_went_later_are_passed_over_where_a_published_letter_is_made_again(
    weekly: Path, composed: Composer
) -> None:
    picks = Picks.parse('lead = "107"\nfirst = ["107", "105"]\nleave_out = ["gone"]\nsections = ["沒有", "副刊"]')
    letter = composed(weekly, picks=picks, forgiving=True).letter
    assert letter.lead.id == "105", "the first that is left"
    assert letter.sections[0].name == "副刊"
    none = composed(weekly, picks=Picks.parse('only = ["107"]'), forgiving=True).letter
    assert ids(none) == [], "none of them left is not the same as all"
