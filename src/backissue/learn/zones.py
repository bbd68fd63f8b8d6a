"""In what zone a paper's times are told: offsets, times shown beside those told in UTC, its language and country.

Refuses to guess a zone from nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from backissue.learn.fields import look
from backissue.learn.moments import date_elements
from backissue.learn.specimen import Specimen, commonest
from backissue.text import tree
from backissue.text.dates import find_dates, parse_date

__all__ = ["zone_of"]

_OFFSET = re.compile(r"[+-]\d{2}:?\d{2}\s*$")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")

_ZONES = (
    ("hk zh-HK zh-Hant-HK", "Asia/Hong_Kong"), ("tw zh-TW zh-Hant-TW", "Asia/Taipei"), ("mo zh-MO zh-Hant-MO", "Asia/Macau"),
    ("sg en-SG zh-SG zh-Hans-SG", "Asia/Singapore"), ("my ms en-MY", "Asia/Kuala_Lumpur"), ("cn zh-CN zh-Hans-CN zh-Hans", "Asia/Shanghai"),
    ("jp ja ja-JP", "Asia/Tokyo"), ("kr ko ko-KR", "Asia/Seoul"), ("uk en-GB gb", "Europe/London"), ("ie en-IE", "Europe/Dublin"),
    ("de de-DE", "Europe/Berlin"), ("at de-AT", "Europe/Vienna"), ("ch de-CH fr-CH", "Europe/Zurich"), ("fr fr-FR", "Europe/Paris"),
    ("es es-ES", "Europe/Madrid"), ("it it-IT", "Europe/Rome"), ("nl nl-NL", "Europe/Amsterdam"), ("be nl-BE fr-BE", "Europe/Brussels"),
    ("pl pl-PL", "Europe/Warsaw"), ("se sv sv-SE", "Europe/Stockholm"), ("no nb nb-NO", "Europe/Oslo"), ("dk da da-DK", "Europe/Copenhagen"),
    ("fi fi-FI", "Europe/Helsinki"), ("ru ru-RU", "Europe/Moscow"), ("ua uk uk-UA", "Europe/Kyiv"), ("by be be-BY", "Europe/Minsk"),
    ("tr tr-TR", "Europe/Istanbul"), ("in en-IN hi", "Asia/Kolkata"), ("th th-TH", "Asia/Bangkok"), ("vn vi vi-VN", "Asia/Ho_Chi_Minh"),
    ("id id-ID", "Asia/Jakarta"), ("ph en-PH", "Asia/Manila"), ("mm my my-MM", "Asia/Yangon"), ("nz en-NZ", "Pacific/Auckland"),
    ("zh-Hant", "Asia/Hong_Kong"), ("us en-US en", "America/New_York"), ("us", "America/Chicago"), ("us", "America/Denver"),
    ("us", "America/Los_Angeles"), ("au en-AU", "Australia/Sydney"), ("ca en-CA", "America/Toronto"), ("br pt-BR", "America/Sao_Paulo"),
)  # fmt: skip


def zone_of(specimens: Sequence[Specimen], languages: Sequence[str], host: str) -> tuple[str | None, str]:
    """The zone in which the paper's times are told, and the evidence; None where nothing tells.

    Offsets in what machines and feeds are told decide; among zones of that offset the one of
    the paper's language and country.
    """
    told: list[datetime] = []
    for s in specimens:
        for pick in ("ld: datePublished", "meta: article:published_time", "ld: dateModified", "time @datetime"):
            told += _with_offset(look(s, "published", pick)[:1])
        told += _with_offset(card.date for card in s.cards if card.kind == "feed" and card.date)
    local = [t for t in told if t.utcoffset() != timedelta(0)]
    country = host.rpartition(".")[2]
    languages = ["zh-Hans" if lang == "zh" else lang for lang in languages]  # of whichever script, one clock
    ranked = sorted(_ZONES, key=lambda z: _rank(z[0].split(), languages, country))
    sample = local if len(local) >= 0.2 * len(told) else []
    if sample:
        for _, name in ranked:
            right = sum(t.astimezone(ZoneInfo(name)).utcoffset() == t.utcoffset() for t in sample)
            if right >= 0.95 * len(sample):
                return (
                    name,
                    f"{len(sample)} times are told with the offset {sample[0]:%z}, and the paper's language fits",
                )
        hours = int((sample[0].utcoffset() or timedelta(0)).total_seconds() // 3600)
        return f"Etc/GMT{-hours:+d}", f"{len(sample)} times are told with the offset {sample[0]:%z}"
    shift = _shift(specimens)
    if shift is not None:
        hours, count = shift
        for _, name in ranked:
            if any(
                (datetime(2015, month, 1, tzinfo=UTC).astimezone(ZoneInfo(name)).utcoffset()) == timedelta(hours=hours)
                for month in (1, 7)
            ):
                return name, f"times shown are {hours} hours from those told to machines in UTC, on {count} pages"
    keys, name = ranked[0]
    if _rank(keys.split(), languages, country) <= 1:
        return name, "no page tells its zone; this is the one of its language and country"
    if _rank(keys.split(), languages, country) == 2 and any(lang.partition("-")[0] in _ONE_CLOCK for lang in languages):
        return name, "no page tells its zone; where its language is written clocks agree"
    return None, "no page tells its zone"


_ONE_CLOCK = frozenset(("zh", "ja", "ko", "th", "vi", "it", "pl", "sv", "nb", "no", "da", "fi", "tr", "de"))
"""Languages written, but for few papers, where one zone's time is kept: of Chinese UTC+8, in whatever characters."""


def _with_offset(texts: Iterable[str]) -> list[datetime]:
    found = [parse_date(words) for words in texts if _OFFSET.search(words)]
    return [value for value in found if isinstance(value, datetime)]


def _rank(keys: Sequence[str], languages: Sequence[str], country: str) -> int:
    regional = [lang for lang in languages if "-" in lang]
    if country in keys and len(country) == 2:
        return 0
    if any(lang in keys for lang in regional if lang != "zh-Hant"):
        return 1
    if any(lang in keys or lang.partition("-")[0] in keys for lang in languages):
        return 2
    return 3


def _shift(specimens: Sequence[Specimen]) -> tuple[int, int] | None:
    """By how many whole hours shown times differ from those told in UTC, and on how many pages."""
    seen: Counter[int] = Counter()
    for s in specimens:
        words = next(
            iter(look(s, "published", "ld: datePublished") or look(s, "published", "meta: article:published_time")), ""
        )
        if not words.endswith("Z") or not isinstance(told := parse_date(words), datetime):
            continue
        for element in date_elements(s)[:6]:
            text = tree.clean(element.text)
            if not _CLOCK.search(text):
                continue
            for found in find_dates(text, UTC):
                if isinstance(found.value, datetime):
                    hours = (found.value - told).total_seconds() / 3600
                    if abs(hours) <= 14 and abs(hours - round(hours)) < 0.02:
                        seen[round(hours)] += 1
    if not seen:
        return None
    hours, count = commonest(seen, 1)[0]
    return (hours, count) if count >= 3 else None
