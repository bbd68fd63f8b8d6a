"""The first and the second ten that judged a learner: their pages hold what their truth says, in every script, and none is like one to build with."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from random import Random

import pytest

from backissue import demo
from backissue.demo import families
from backissue.demo.families import second, used
from backissue.demo.families.addresses import FORMS
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.second import SECOND
from backissue.demo.families.tuning import TUNING
from backissue.demo.families.used import USED
from backissue.demo.paper import Paper, Plan

DESIGNED = {**USED, **SECOND}


def _paper(name: str, language: str) -> Paper:
    """A paper of that family in that language."""
    addresses = second.ADDRESSES if name in SECOND else used.ADDRESSES
    papers = (masthead(Random(f"{name}/{seed}"), seed, [DESIGNED[name]], addresses) for seed in range(60))
    return next(p for p in papers if p.language.startswith(language))


def test_a_second_ten_has_designs_and_addresses_of_its_own() -> None:
    assert len(SECOND) >= 10
    assert not set(SECOND) & {*TUNING, *USED}
    assert not set(second.ADDRESSES) & {*FORMS, *used.ADDRESSES}
    looks = {SECOND[name](Random(1), "zh-Hant-HK").look for name in SECOND}
    assert len(looks) == len(SECOND)
    assert None not in looks


def test_a_paper_of_the_second_ten_has_none_of_the_others() -> None:
    papers = [families.draw("second", seed) for seed in range(30)]
    assert {e.look.name for p in papers for e in p.eras} == set(SECOND)
    assert {len(p.eras) for p in papers} == {1, 2, 3}
    assert all(p.address in second.ADDRESSES.values() for p in papers)


@pytest.mark.parametrize("name", sorted(DESIGNED))
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_a_designed_page_holds_all_that_its_truth_says(name: str, language: str) -> None:
    paper = _paper(name, language)
    plan = Plan(paper, 60, 3)
    related = tuple(paper.card(a, a.final, paper.url(a, a.final, paper.eras[0])) for a in map(plan.article, range(4)))
    look = paper.eras[0].look
    for index in range(6, 30):
        article = plan.article(index)
        said = look.printed(paper, article, article.final)
        page = unescape(look.article(paper, article, article.final, charset="utf-8", related=related, salt=7))
        body = page[page.index("<body") :]
        assert article.final.title in body
        assert said.date in body
        for person in said.people or ():
            assert person.name in body
            assert person.place is None or person.place in body
        assert said.author is not None or not article.byline.people
        assert said.updated is None or said.updated in body
        assert said.category is None or said.category in body
        assert all(tag in body for tag in said.tags or ())
        for block in article.final.blocks:
            if block.picture:
                assert paper.picture_url(article, block.picture) in body
                assert block.picture.caption in body
                assert (block.picture.credit or "") in body
            elif block.kind == "embed":
                assert block.url in body
            else:
                pieces = (*block.items, *(s if isinstance(s, str) else s[1] for s in block.spans))
                assert all(piece in body for piece in pieces)
                assert all(cell in body for row in block.rows for cell in row)


@pytest.mark.parametrize("name", sorted(DESIGNED))
def test_what_a_designed_page_does_not_say_is_not_in_its_truth(name: str) -> None:
    paper = _paper(name, "zh-Hant")
    plan = Plan(paper, 60, 3)
    look = paper.eras[0].look
    unsaid = 0
    for index in range(60):
        article = plan.article(index)
        said = look.printed(paper, article, article.final)
        page = unescape(look.article(paper, article, article.final, charset="utf-8", related=(), salt=7))
        if said.tags is None:
            unsaid += 1
            assert "/tag/" not in page
        if said.updated is None and article.final.updated:
            unsaid += 1
            assert f"{article.final.updated:%H:%M}" not in page.replace(f"{article.published:%H:%M}", "")
    assert unsaid or (said.tags is not None)


@pytest.mark.parametrize("name", sorted(DESIGNED))
def test_a_designed_paper_lists_links_and_speaks_of_itself(name: str) -> None:
    paper = _paper(name, "zh-Hant")
    plan = Plan(paper, 20, 1)
    cards = tuple(paper.card(a, a.final, paper.url(a, a.final, paper.eras[0])) for a in map(plan.article, range(5)))
    look = paper.eras[0].look
    listing = unescape(look.listing(paper, "要聞", cards, charset="utf-8", older="/archive/1"))
    assert all(c.url in listing and c.title in listing for c in cards)
    assert "/archive/1" in listing
    assert "創辦" in look.page(paper, "關於本報", ("創辦於去年。",), charset=None)


def test_a_paper_of_the_second_ten_is_made_whole(tmp_path: Path) -> None:
    truth = demo.make(tmp_path / "d", articles=12, templates="second", template_seed=2)
    assert set(truth["designs"]) <= set(SECOND)
    lines = [json.loads(line) for line in (tmp_path / "d/truth.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(line["is"] == "article" for line in lines) == 12
