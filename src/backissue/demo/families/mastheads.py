"""Names, hosts and lifetimes of papers drawn at random; all invented, all under names reserved for examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from backissue.demo.families.addresses import FORMS, Form
from backissue.demo.families.recipe import Family, choose
from backissue.demo.families.simplified import simplify
from backissue.demo.families.skeleton import Skeleton
from backissue.demo.paper import Era, Paper
from backissue.demo.stories import Shape

__all__ = ["SECTIONS", "masthead"]

_FIRST = (
    ("海潮", "Tide"), ("晨鐘", "Morning Bell"), ("南岸", "South Bank"), ("燈市", "Lantern"), ("橋頭", "Bridgehead"), ("鐵塔", "Tower"),
    ("山城", "Hill Town"), ("河口", "Estuary"), ("十字街", "Crossroads"), ("木棉", "Cotton Tree"), ("北堤", "North Dyke"), ("石橋", "Stonebridge"),
)  # fmt: skip
_SECOND = (
    ("日報", "Daily"),
    ("時報", "Times"),
    ("新聞", "News"),
    ("周刊", "Weekly"),
    ("公報", "Gazette"),
    ("郵報", "Post"),
)
_LETTERS = (
    ("早安信", "Good Morning"),
    ("周末讀本", "The Weekend Reader"),
    ("七日", "Seven Days"),
    ("編輯手札", "From the Desk"),
)
SECTIONS = {
    "民生": "livelihood", "政情": "politics", "經濟": "economy", "文化": "culture", "環境": "environment",
    "體育": "sports", "國際": "world", "觀點": "views", "English": "english",
}  # fmt: skip
_ENGLISH = {"City": "city", "Environment": "environment", "Culture": "culture", "Opinion": "opinion"}


def masthead(rng: Random, seed: int, families: Sequence[Family], forms: Mapping[str, Form] = FORMS) -> Paper:
    """A paper of one language and host, with an era for each family, in order, and one form of address (of ``forms``) for all of them."""
    script = choose(rng, "zh-Hant", "zh-Hant", "zh-Hans", "en")
    language = {"zh-Hant": choose(rng, "zh-Hant-HK", "zh-Hant-TW"), "zh-Hans": "zh-Hans-CN", "en": "en"}[script]
    zone = {"zh-Hant-HK": "Asia/Hong_Kong", "zh-Hant-TW": "Asia/Taipei", "zh-Hans-CN": "Asia/Shanghai"}.get(
        language
    ) or choose(rng, "Asia/Hong_Kong", "Europe/London", "America/New_York")
    (first_zh, first_en), (second_zh, second_en) = choose(rng, *_FIRST), choose(rng, *_SECOND)
    letter = choose(rng, *_LETTERS)
    english_name = f"{first_en} {second_en}"
    names = (english_name, letter[1]) if script == "en" else (first_zh + second_zh, letter[0])
    if script == "zh-Hans":
        names = (simplify(names[0]), simplify(names[1]))
    host = f"{(first_en + second_en).lower().replace(' ', '')}{seed % 100}.{choose(rng, 'example', 'test')}"
    start = date(2003 + int(rng.random() * 12), 1 + int(rng.random() * 12), 1 + int(rng.random() * 28))
    closed = start + timedelta(days=1100 + int(rng.random() * 2600))
    tz = ZoneInfo(zone)
    eras = []
    form = forms[choose(rng, *sorted(forms))]
    moved = (
        form.has_id and len(families) > 1 and rng.random() < 0.3
    )  # a redesign may change the addresses and keep the numbers
    for at, family in enumerate(families):
        recipe = family(rng, language)
        day = start + timedelta(days=(closed - start).days * at // len(families))
        scheme = "https" if day.year >= 2016 else "http"
        older = FORMS[choose(rng, "a/id.html", "news.php?id", "article/id")] if moved and at == 0 else None
        eras.append(
            Era(datetime(day.year, day.month, day.day, tzinfo=tz), (recipe.look or Skeleton)(recipe), scheme, older)
        )
    sections = (
        _ENGLISH if script == "en" else {simplify(k) if script == "zh-Hans" else k: v for k, v in SECTIONS.items()}
    )
    paper = Paper(
        name=names[0], english=english_name, letter=names[1], host=host, timezone=zone, language=language, rights=f"© {names[0]}",
        first=start, closed=closed, eras=tuple(eras), address=form, www=rng.random() < 0.6, sections=sections,
        shape=Shape(link_url="https://papers.example/d/{number}", embed_url=choose(rng, "https://video.example/embed/{number}", "https://player.example/v/{number}?autoplay=0")),
        salt=f"/{host}", english_share=0.0 if script == "en" else choose(rng, 0.0, 0.0, 0.08), revised_every=37 if form.has_id else 0,
        translate=simplify if script == "zh-Hans" else None, unsigned=choose(rng, 0.0, 0.04, 0.1), has_id=form.has_id, slugged=form.slugged,
        section_path=choose(rng, "/section/{part}", "/category/{part}/", "/{part}", "/list.php?c={part}"),
        archive_path=choose(rng, "/archive/{number}", "/page/{number}/", "/news/list_{number}.html"),
    )  # fmt: skip
    return replace(paper, media_host=choose(rng, f"img.{host}", paper.home, f"static.{host}"))
