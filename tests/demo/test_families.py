"""Papers at random: every family makes pages that say what the truth says, in every script, the same each time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from html import unescape
from pathlib import Path
from random import Random

import pytest

from backissue import demo
from backissue.demo import families
from backissue.demo.families.forms import DATES, print_date
from backissue.demo.families.held_out import HELD_OUT
from backissue.demo.families.noise import NOISE
from backissue.demo.families.tuning import TUNING
from backissue.demo.paper import Plan

LANGUAGES = ("zh-Hant-HK", "zh-Hans-CN", "en")


def test_there_are_ten_families_to_build_with_and_none_is_also_held_out() -> None:
    assert len(TUNING) >= 10
    assert not set(TUNING) & set(HELD_OUT)
    assert families.names() == sorted({**TUNING, **families.USED})


@pytest.mark.parametrize("name", sorted(TUNING))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_draws_different_templates_from_different_seeds(name: str, language: str) -> None:
    drawn = [TUNING[name](Random(seed), language) for seed in range(8)]
    assert all(r.language == language for r in drawn)
    assert all({"title", "date"} <= set(r.header) for r in drawn)
    assert len({(r.title_suffix, r.header, r.date_form, r.byline_form, r.namer("title")) for r in drawn}) > 1


@pytest.mark.parametrize("seed", range(36))
def test_an_article_page_holds_all_that_its_template_is_said_to_print(seed: int) -> None:
    paper = families.draw("random", seed)
    plan = Plan(paper, 60, seed)
    related = tuple(paper.card(a, a.final, paper.url(a, a.final, paper.eras[0])) for a in map(plan.article, range(4)))
    for era in paper.eras:
        for index in range(8, 14):
            article = plan.article(index)
            printed = era.look.printed(paper, article, article.final)
            page = unescape(era.look.article(paper, article, article.final, charset="utf-8", related=related, salt=7))
            body = page[page.index("<body") :]
            assert article.final.title in body
            assert printed.date is not None
            assert printed.date in body
            assert (
                printed.author is None or printed.author.split("：")[-1].split("、")[0].split(" and ")[0][-3:] in body
            )
            assert printed.updated is None or printed.updated in body
            assert all(tag in body for tag in printed.tags or ())
            for block in article.final.blocks:
                if block.picture:
                    assert paper.picture_url(article, block.picture) in body
                    assert block.picture.caption in body
                elif block.kind == "embed":
                    assert block.url in body
                else:
                    assert all(
                        piece in body
                        for piece in (block.items or (s if isinstance(s, str) else s[1] for s in block.spans))
                    )


def test_the_same_template_seed_gives_the_same_paper_and_another_gives_another(tmp_path: Path) -> None:
    lines = []
    for number, seed in enumerate((5, 5, 6)):
        to = tmp_path / str(number)
        demo.make(to, articles=12, templates="random", template_seed=seed)
        lines.append({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(to.rglob("*")) if p.is_file()})
    again = tmp_path / "again"
    code = f"from pathlib import Path; from backissue.demo import make; make(Path({str(again)!r}), articles=12, templates='random', template_seed=5)"
    env = {**os.environ, "PYTHONHASHSEED": "99", "TZ": "Pacific/Auckland"}
    subprocess.run([sys.executable, "-c", code], check=True, env=env, timeout=60)
    lines.insert(
        2, {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(again.rglob("*")) if p.is_file()}
    )
    assert lines[0] == lines[1] == lines[2]
    assert lines[0]["truth.jsonl"] != lines[3]["truth.jsonl"]


def test_thirty_seeds_bring_three_scripts_one_to_three_eras_and_most_families() -> None:
    papers = [families.draw("random", seed) for seed in range(30)]
    assert {p.language.partition("-")[0] + p.language.partition("-")[2][:4] for p in papers} == {
        "zhHant",
        "zhHans",
        "en",
    }
    assert {len(p.eras) for p in papers} == {1, 2, 3}
    assert len({e.look.name for p in papers for e in p.eras}) >= 10
    assert len({p.host for p in papers}) == 30
    assert all(p.host.rpartition(".")[2] in {"example", "test"} for p in papers)


def test_a_simplified_paper_has_no_traditional_text_in_its_truth(tmp_path: Path) -> None:
    seed = next(s for s in range(50) if families.draw("random", s).language == "zh-Hans-CN")
    demo.make(tmp_path / "d", articles=10, templates="random", template_seed=seed)
    text = (tmp_path / "d/truth.jsonl").read_text(encoding="utf-8")
    assert "记者" in text or "报" in text
    assert not set("記報說議經") & set("".join(json.loads(line).get("text", "") for line in text.splitlines()))


def test_a_family_that_is_not_there_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="broadsheet"):
        demo.make(tmp_path / "d", articles=3, templates="newspaper")


def test_every_noise_and_every_date_form_is_used_by_some_family() -> None:
    recipes = [f(Random(seed), language) for f in TUNING.values() for seed in range(40) for language in LANGUAGES]
    noises = {n for r in recipes for n in (*r.before, *r.within, *r.end, *r.after, *r.aside, *r.header)}
    assert set(NOISE) <= noises
    forms = {f for r in recipes for f in (r.date_form, r.update_form, r.card_date)}
    assert set(DATES) <= forms


def test_dates_are_printed_as_newspapers_print_them() -> None:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    when = datetime(2021, 2, 11, 15, 5, tzinfo=ZoneInfo("Asia/Hong_Kong"))
    assert print_date("numerals", when) == "二零二一年二月十一日"
    assert print_date("numerals-o", when.replace(day=20, month=10)) == "二〇二一年十月二十日"
    assert print_date("dd.mm.yy", when) == "11.02.21"
    assert print_date("han-noon", when) == "2021年2月11日 下午3:05"
    assert print_date("en-short", when) == "Feb 11, 2021 3:05 PM"
