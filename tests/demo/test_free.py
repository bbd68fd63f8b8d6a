"""The families drawn free of the skeleton: their pages hold what their truth says, in every script, and nobody else's design."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from random import Random

import pytest

from backissue import demo
from backissue.demo import families
from backissue.demo.families import (
    eighteenth,
    eighth,
    eleventh,
    fifteenth,
    fifth,
    fourteenth,
    fourth,
    held_out,
    nineteenth,
    ninth,
    second,
    seventeenth,
    seventh,
    sixteenth,
    sixth,
    tenth,
    third,
    thirteenth,
    twelfth,
    used,
)
from backissue.demo.families.addresses import FORMS
from backissue.demo.families.eighteenth import EIGHTEENTH
from backissue.demo.families.eighth import EIGHTH
from backissue.demo.families.eleventh import ELEVENTH
from backissue.demo.families.fifteenth import FIFTEENTH
from backissue.demo.families.fifth import FIFTH
from backissue.demo.families.fourteenth import FOURTEENTH
from backissue.demo.families.fourth import FOURTH
from backissue.demo.families.held_out import HELD_OUT
from backissue.demo.families.nineteenth import NINETEENTH
from backissue.demo.families.ninth import NINTH
from backissue.demo.families.recipe import Family
from backissue.demo.families.second import SECOND
from backissue.demo.families.seventeenth import SEVENTEENTH
from backissue.demo.families.seventh import SEVENTH
from backissue.demo.families.sixteenth import SIXTEENTH
from backissue.demo.families.sixth import SIXTH
from backissue.demo.families.tenth import TENTH
from backissue.demo.families.third import THIRD
from backissue.demo.families.thirteenth import THIRTEENTH
from backissue.demo.families.tuning import TUNING
from backissue.demo.families.twelfth import TWELFTH
from backissue.demo.families.used import USED
from backissue.demo.paper import Paper, Plan

POOLS = {
    "third": (THIRD, third),
    "fourth": (FOURTH, fourth),
    "fifth": (FIFTH, fifth),
    "sixth": (SIXTH, sixth),
    "seventh": (SEVENTH, seventh),
    "eighth": (EIGHTH, eighth),
    "ninth": (NINTH, ninth),
    "tenth": (TENTH, tenth),
    "eleventh": (ELEVENTH, eleventh),
    "twelfth": (TWELFTH, twelfth),
    "thirteenth": (THIRTEENTH, thirteenth),
    "fourteenth": (FOURTEENTH, fourteenth),
    "fifteenth": (FIFTEENTH, fifteenth),
    "sixteenth": (SIXTEENTH, sixteenth),
    "seventeenth": (SEVENTEENTH, seventeenth),
    "eighteenth": (EIGHTEENTH, eighteenth),
    "nineteenth": (NINETEENTH, nineteenth),
    "held-out": (HELD_OUT, held_out),
}
POOLS = {name: pool for name, pool in POOLS.items() if pool[0]}
FREE = {name: family for those, _ in POOLS.values() for name, family in those.items()}


_FEWER = {"twelfth": 4, "sixteenth": 8, "seventeenth": 6, "nineteenth": 8}
"""Pools that judged before they were ten."""


def _paper(name: str, language: str) -> Paper:
    """A paper of that family in that language."""
    where = next(module for those, module in POOLS.values() if name in those)
    papers = (where.paper(Random(f"{name}/{seed}"), seed, [FREE[name]]) for seed in range(60))
    return next(p for p in papers if p.language.startswith(language))


def test_each_ten_has_names_and_addresses_of_its_own() -> None:
    sizes = {name: len(those) for name, (those, _) in POOLS.items() if name not in (*_FEWER, "held-out")}
    assert set(sizes.values()) == {10}
    assert {name: len(POOLS[name][0]) for name in _FEWER} == _FEWER
    assert len(HELD_OUT) <= 10
    known = (TUNING, USED, SECOND, *(those for those, _ in POOLS.values()))
    assert len({name for families_ in known for name in families_}) == sum(map(len, known))
    forms = (FORMS, used.ADDRESSES, second.ADDRESSES, *(module.ADDRESSES for _, module in POOLS.values()))
    assert len({form for forms_ in forms for form in forms_}) == sum(map(len, forms))


@pytest.mark.parametrize(("pool", "those"), [(name, those) for name, (those, _) in POOLS.items()])
def test_ten_papers_in_a_row_have_every_family_of_their_ten_and_none_of_the_others(
    pool: str, those: dict[str, Family]
) -> None:
    for first in (1, 14):
        papers = [families.draw(pool, seed) for seed in range(first, first + max(10, len(those)))]
        assert {e.look.name for p in papers for e in p.eras} == set(those)
    assert {len(families.draw(pool, seed).eras) for seed in range(40)} == set(range(1, min(3, len(those)) + 1))


@pytest.mark.parametrize("name", sorted(FREE))
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_a_page_drawn_freely_holds_all_that_its_truth_says(name: str, language: str) -> None:
    paper = _paper(name, language)
    plan = Plan(paper, 60, 3)
    related = tuple(paper.card(a, a.final, paper.url(a, a.final, paper.eras[0])) for a in map(plan.article, range(4)))
    look = paper.eras[0].look
    for index in range(6, 26):
        article = plan.article(index)
        said = look.printed(paper, article, article.final)
        page = unescape(look.article(paper, article, article.final, charset="utf-8", related=related, salt=30_000_000))
        body = page[page.lower().index("<body") :]
        words = re.sub(r"<[^>]+>", "", body)
        assert article.final.title in words
        assert said.date
        url = paper.url(article, article.final, paper.eras[0])
        assert said.date in words or said.date in url.replace("-", "/")
        assert (said.author or "") in words or f'content="{said.author}"' in page
        assert all(person.name in (said.author or "") for person in said.people or ())
        assert said.author is not None or not article.byline.people
        assert said.updated is None or said.updated in page
        assert said.category is None or said.category in words
        assert all(tag in words or tag in page for tag in said.tags or ())
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


@pytest.mark.parametrize("name", sorted(FREE))
def test_what_a_page_drawn_freely_does_not_say_is_not_in_its_truth(name: str) -> None:
    paper = _paper(name, "zh-Hant")
    plan = Plan(paper, 60, 3)
    look = paper.eras[0].look
    for index in range(60):
        article = plan.article(index)
        said = look.printed(paper, article, article.final)
        page = unescape(look.article(paper, article, article.final, charset="utf-8", related=(), salt=30_000_000))
        if said.tags is None:
            assert "/tag/" not in page
        if said.author is None:
            assert not article.byline.people
        if said.updated is None and article.final.updated:
            stamp = f"{article.final.updated:%H:%M}"
            assert stamp == f"{article.published:%H:%M}" or stamp not in page


@pytest.mark.parametrize("name", sorted(FREE))
def test_a_paper_drawn_freely_lists_links_and_speaks_of_itself(name: str) -> None:
    paper = _paper(name, "zh-Hant")
    plan = Plan(paper, 20, 1)
    cards = tuple(paper.card(a, a.final, paper.url(a, a.final, paper.eras[0])) for a in map(plan.article, range(5)))
    look = paper.eras[0].look
    listing = unescape(look.listing(paper, "要聞", cards, charset="utf-8", older="/archive/1"))
    assert all(c.url in listing and c.title in listing for c in cards)
    assert "/archive/1" in listing
    assert "創辦" in look.page(paper, "關於本報", ("創辦於去年。",), charset=None)


@pytest.mark.parametrize("pool", sorted(POOLS))
def test_a_paper_drawn_freely_is_made_whole(pool: str, tmp_path: Path) -> None:
    truth = demo.make(tmp_path / "d", articles=30, templates=pool, template_seed=2)
    assert set(truth["designs"]) <= set(FREE)
    lines = [json.loads(line) for line in (tmp_path / "d/truth.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(line["is"] == "article" for line in lines) == 30
