"""An outlet learned from its captures, with the evidence for every rule.

``outlet`` reads the surveys once, opens a bounded sample of pages, and writes the ``outlet.toml`` that a person would have
written, evidence in comments. Where little is to be learned it says little: pages that no rule fits are left to the generic extractor.
A little over 450 lines: one lesson, in the order in which it is learned.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date

from backissue import outlets, urls
from backissue.learn import (
    addresses,
    bodies,
    bylines,
    desks,
    fields,
    filing,
    imprint,
    junk,
    leads,
    moments,
    places,
    remarks,
    tags,
    zones,
)
from backissue.learn.gather import Gathered, Pick, gather
from backissue.learn.labels import Labels
from backissue.learn.selectors import candidates, plainness, simple
from backissue.learn.specimen import Specimen, boilerplate, commonest, era_of
from backissue.model import Era, Outlet
from backissue.outlets.picks import parse
from backissue.pages.company import Census
from backissue.pages.mentions import family
from backissue.pages.survey import Survey
from backissue.records.rules import outermost
from backissue.text import tree
from backissue.text.dates import find_dates
from backissue.text.tree import Element

__all__ = ["Lesson", "outlet"]

OPENED = 240
"""Pages opened at most; measured, more change nothing (60 a frame, frames are few)."""

STRAYS = 60
"""Pages opened at most of those whose addresses have no article's form."""

_FEWEST = 6
_SHORTEST = 40  # characters; the shortest of news in brief


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned: the outlet, its TOML with evidence, whether its zone is but assumed, and how many pages were opened."""

    outlet: Outlet
    toml: str
    zone_assumed: bool
    opened: int


def outlet(
    surveys: Iterable[Survey],
    known: Census,
    open_page: Callable[[str], str | None],
    *,
    hosts: Sequence[str] = (),
    timezone: str | None = None,
    name: str | None = None,
) -> Lesson:
    """The outlet that these captures show.

    ``open_page`` gives the HTML of a capture by its ref, its archive's rewriting undone, or None.
    ``hosts``, ``timezone`` and ``name`` are what the user said; they are not questioned.
    """
    gathered = gather(surveys, known)
    try:
        return _learn(gathered, open_page, hosts, timezone, name)
    finally:
        gathered.close()


def _learn(
    gathered: Gathered,
    open_page: Callable[[str], str | None],
    hosts: Sequence[str],
    timezone: str | None,
    name: str | None,
) -> Lesson:
    said: dict[str, list[str]] = {}
    ours = _hosts(gathered, hosts)
    lead = family(ours[0]) if ours else ""
    articles = sum(n for host, n in gathered.hosts.items() if family(host) == lead)
    forms = addresses.learn(gathered.addresses(lead), articles) if articles >= _FEWEST else addresses.Forms()
    shell = Outlet(name or lead or "unknown", tuple(ours), "UTC", pages=forms.rules)
    specimens = _open(gathered, open_page, shell, lead)
    language = imprint.language_of(specimens, commonest(gathered.languages, 1)[0][0] if gathered.languages else None)
    suffix = fields.common_suffix([s.title for s in specimens])
    called = (
        name
        or imprint.name_of(specimens, suffix, fields.common_prefix([s.title for s in specimens]))
        or lead
        or "unknown"
    )
    rights, why = imprint.rights_of(specimens, called)
    if rights:
        said["rights"] = [why]
    zone, why = zones.zone_of(specimens, [language] if language else [], ours[0] if ours else "")
    assumed = timezone is None and (zone is None or why.startswith("no page"))
    zone = timezone or zone or "UTC"
    said["timezone"] = ["given by the user" if timezone else why]
    form = moments.order_of(_date_texts(specimens))
    eras, notes = _eras(specimens, zone, form, lambda url: outlets.classify(shell, url)[0] == "article")
    said.update(notes)
    shown = places.places_of(places.bylines(specimens, eras))
    if shown:
        said["places"] = [f"behind who wrote in {sum(shown.values())} bylines, and never before"]
    doubtful = (*forms.strays, *forms.clashing)
    if doubtful and eras and (proven := _proven(gathered, open_page, doubtful, eras, lead)):
        forms = addresses.learn(gathered.addresses(lead), articles, proven)
    for i, evidence in enumerate(forms.evidence):
        said[f"page.{i}"] = [evidence]
    closed = gathered.farewell.date() if gathered.farewell else None
    if closed:
        said["closed"] = [f"the first farewell page was captured on {closed}"]
    if form:
        said["dates"] = ["numbers above twelve show the order of day and month"]
    said[""] = [
        f"Learned from the captures; {len(specimens)} pages were opened. Read it, correct it: it is yours now.",
        "Each comment is the evidence for the line below it.",
    ]
    made = Outlet(
        name=called,
        hosts=tuple(ours),
        timezone=zone,
        language=language,
        closed=closed,
        rights=rights,
        dates=(form,) if form else (),
        places=tuple(shown),
        pages=forms.rules,
        eras=tuple(eras),
    )
    text = outlets.dumps(made, said)
    return Lesson(outlets.parse(text, "outlet.toml"), text, assumed, len(specimens))


def _hosts(gathered: Gathered, hosts: Sequence[str]) -> list[str]:
    """The hosts that hold the articles, the busiest first."""
    if hosts:
        return list(hosts)
    if not gathered.hosts:
        return []
    by_family: Counter[str] = Counter()
    for host, count in gathered.hosts.items():
        by_family[family(host)] += count
    lead = commonest(by_family, 1)[0][0]
    own = [host for host, _ in sorted(gathered.hosts.items(), key=lambda p: (-p[1], p[0])) if family(host) == lead]
    return [*own, f"*.{lead}"] if own else []


def _open(gathered: Gathered, open_page: Callable[[str], str | None], shell: Outlet, lead: str) -> list[Specimen]:
    """The sample: of each frame its share, only addresses that are articles', each article once a frame.

    Where the addresses tell articles, so do they of pages that look like listings: a design may put more dated
    headlines beside an article than the article has paragraphs, and would else be a design nothing is known of.
    """
    chosen: list[Pick] = []
    room = max(24, OPENED // max(1, min(6, len(gathered.frames))))
    ruled = any(rule.kind == "article" for rule in shell.pages)
    for _, _, picks in (*gathered.frames, *(gathered.doubted if ruled else ())):
        taken = 0
        seen: set[str] = set()
        for pick in picks:
            if taken >= room or len(chosen) >= OPENED:
                break
            if pick.identity in seen or family(urls.host(pick.url)) != lead:
                continue
            if ruled and outlets.classify(shell, pick.url)[0] != "article":
                continue
            seen.add(pick.identity)
            chosen.append(pick)
            taken += 1
    out = []
    for pick in chosen:
        html = open_page(pick.ref)
        if html is not None:
            out.append(
                Specimen(pick, html, tree.parse(html), gathered.cards(pick.identity), gathered.listed(pick.identity))
            )
    return out


def _proven(
    gathered: Gathered, open_page: Callable[[str], str | None], strays: Sequence[str], eras: Sequence[Era], lead: str
) -> list[str]:
    """Of addresses that no form fits, those whose pages read as the paper's articles do: text, headline and day in their places."""
    keys = {a.key for a in gathered.addresses(lead) if a.key.partition(")")[2] in set(strays)}
    chosen = sorted(keys, key=lambda key: hashlib.blake2b(key.encode(), digest_size=6).digest())[:STRAYS]
    out = []
    for pick in gathered.picks(chosen):
        html = open_page(pick.ref)
        if html is not None and _reads_as_article(Specimen(pick, html, tree.parse(html)), eras):
            out.append(pick.key.partition(")")[2])
    return out


def _reads_as_article(s: Specimen, eras: Sequence[Era]) -> bool:
    era = era_of(s, eras)
    if era is None or era.body is None:
        return False
    if sum(len(tree.clean(root.text)) for root in outermost(s.document.select(era.body))) < _SHORTEST:
        return False
    titled = any(fields.look(s, "title", pick) for pick in era.picks.get("title", ()))
    dated = any(find_dates(" ".join(fields.look(s, "published", pick)), UTC) for pick in era.picks.get("published", ()))
    return titled and (dated or not era.picks.get("published"))


def _date_texts(specimens: Sequence[Specimen]) -> list[str]:
    texts = [text for s in specimens for text in s.small if len(text) <= 80]
    return texts + [card.date for s in specimens for card in s.cards if card.date]


def _eras(
    specimens: Sequence[Specimen], zone: str, form: str, is_article: Callable[[str], bool]
) -> tuple[list[Era], dict[str, list[str]]]:
    """The eras with their picks, and the evidence by place."""
    if len(specimens) < _FEWEST:
        return [], {}
    found = bodies.find_bodies(specimens, boilerplate(specimens))
    eras: list[Era] = []
    said: dict[str, list[str]] = {}
    sections = {words: key for body in reversed(found) for words, key in desks.menu_of(body.specimens).items()}
    filed = [filing.filing(body.specimens, tags.boxes(body.specimens), sections) for body in found]
    tagged = tags.addresses(specimens, frozenset(href for each in filed for href in each.hrefs))
    for number, body in enumerate(found):
        junk.find_junk(body, is_article)
        era, evidence = _era(body, zone, form, tagged, {**sections, **filed[number].words}, filed[number].hrefs)
        eras.append(era)
        said[f"era.{number}"] = [f"{len(body.specimens)} of the pages opened, {_span(body.specimens)}"]
        for key, words in evidence.items():
            said[f"era.{number}.{key}"] = [words]
    return eras, said


def _span(specimens: Sequence[Specimen]) -> str:
    days: list[date] = sorted(s.pick.when.date() for s in specimens)
    return f"captured {days[0]} to {days[-1]}"


def _era(  # noqa: PLR0917  (an era's pages, and what the paper's other eras tell)
    body: bodies.Body, zone: str, form: str, tagged: Sequence[str], sections: Mapping[str, str], filed: frozenset[str]
) -> tuple[Era, dict[str, str]]:
    specimens = body.specimens
    held = f"holds the text that only one page has on {body.hits} of {len(specimens)} pages"
    evidence = {"body": "\n".join([held, *(f"{part}: {why}" for part, why in body.parts.items())])}
    picks: dict[str, tuple[str, ...]] = {}
    clean: dict[str, tuple[str, ...]] = {}
    titles = [s.title for s in specimens]
    menu = {**sections, **desks.menu_of(specimens)}
    leading = desks.branching(menu).union(desks.stem(k) for s in specimens for k in s.listed if not k.endswith(")/"))
    kinds = [words for words, key in menu.items() if desks.stem(key) in leading]
    title, headlines = fields.title(specimens, fields.common_suffix(titles), fields.common_prefix(titles), kinds)
    when = moments.learn(specimens, zone, form, labels := Labels(specimens))
    taken = frozenset((*title.picks, *when.published.picks, *when.updated.picks))
    by, by_drop, by_clean = bylines.learn(
        specimens,
        body.selector,
        headlines,
        taken,
        tuple(labels.picks("byline")),
        tuple(labels.leading(specimens)),
        tuple(labels.picks("publisher")),
        tagged,
    )
    body.clean.update(by_clean)
    learned = {
        "title": title,
        "published": when.published,
        "clock": when.clock,
        "updated": when.updated,
        "byline": by,
        "category": desks.category(specimens, tuple(labels.picks("category")), sections),
        "tags": tags.tags(specimens, tuple(labels.picks("tags")), tagged, filed),
        "lead": leads.lead(specimens, ", ".join((*body.parts, body.selector)), by.picks),
        "notes": remarks.notes(specimens, body.selector),
        "republished_from": remarks.origin(specimens, body.selector),
    }
    for key, lesson in learned.items():
        if lesson.picks:
            picks[key] = tuple(lesson.picks)
            evidence[f"picks.{key}"] = lesson.evidence or "what machines are told"
        if lesson.clean:
            clean[key] = tuple(lesson.clean)
    drop = {**body.drop, **by_drop}
    for key in ("published", "clock", "updated", "category", "tags"):
        for pick in picks.get(key, ()):
            if (way := parse(pick)).kind != "css":
                continue
            selector = way.what
            places = [(s, es) for s in specimens if (es := _elements(s, key, selector))]
            within = [(s, es) for s, es in places if _inside(s, body.selector, es[0])]
            if within and len(within) >= 0.5 * len(places):
                why = f"the {key}, which stands within the text on {len(within)} pages"
                others = [s for s in specimens if all(s is not have for have, _ in within)]
                only = _only_that(selector, within, others, body.selector, why)
                drop.update(only)
                if key == "updated" and not only and (line := junk.said_before([es[0] for _, es in within])):
                    body.clean[line] = why
            if key == "updated" and within and pick.endswith(_BEHIND_LABEL):
                line = junk.changed_line(pick.partition(" -> ")[2].removesuffix(_BEHIND_LABEL))
                body.clean[line] = f"the updated, which stands within the text on {len(within)} pages"
    drop.update(leads.ornaments(specimens, body.selector))
    drop.update(_fact_lines(specimens, body.selector, drop, picks.get("byline", ())))
    if body.clean:
        clean["body"] = tuple(body.clean)
    for key, lines in (("drop", drop), ("cut", body.cut)):
        if lines:
            evidence[key] = "\n".join(f"{rule}: {why}" for rule, why in lines.items())
    if body.clean:
        evidence["clean.body"] = "\n".join(f"{rule}: {why}" for rule, why in body.clean.items())
    era = Era(
        body=", ".join((*body.parts, body.selector)),
        has=body.has,
        picks=picks,
        drop=tuple(drop),
        cut=tuple(body.cut),
        clean=clean,
    )
    return era, evidence


_BEHIND_LABEL = r"\s*(\S.*)$"


def _fact_lines(
    specimens: Sequence[Specimen], body: str, drop: Iterable[str], bylines: Iterable[str]
) -> dict[str, str]:
    """Selectors of lines within the text of which nothing but their own words is left when fields and links are taken out.

    ``由 X 發表於 7:19 PM | 環境 | 關鍵字: A, B`` without its names, section and tags reads the same on most pages.
    """
    gone = [*drop, *(way.what for way in map(parse, bylines) if way.kind == "css" and way.pattern is None)]
    left: dict[str, Counter[str]] = defaultdict(Counter)
    held: dict[str, set[Element]] = defaultdict(set)
    roots: list[tuple[Element, set[Element]]] = []
    for s in specimens:
        root = s.document.select_one(body)
        if root is None:
            continue
        taken = {e for selector in gone for e in root.select(selector)}
        roots.append((root, taken))
        if not taken:
            continue
        blocks: dict[Element, None] = {}
        for e in taken:
            above = next((a for a in e.ancestors if isinstance(a, Element) and a.tag in tree.BLOCK), None)
            if above is not None and above != root and root in above.ancestors and above not in taken:
                blocks[above] = None
        for block in blocks:
            words = tree.clean(block.text)
            for e in block.iter_elements():
                if (e in taken or e.tag == "a") and (said := tree.clean(e.text)):
                    words = words.replace(said, "", 1)
            for selector in simple(block)[:4]:
                left[selector][_bare(words)] += 1
                held[selector].add(block)
    out: dict[str, str] = {}
    for selector, seen in sorted(left.items(), key=lambda item: (-item[1].total(), plainness(item[0]), item[0])):
        usual = [words for words, n in seen.items() if n >= max(2, 0.04 * seen.total())]
        if seen.total() < max(3, 0.3 * len(specimens)) or not any(mark in selector for mark in ".#["):
            continue
        if sum(seen[words] for words in usual) < 0.9 * seen.total() or any(len(words) > 40 for words in usual):
            continue
        got = [
            e
            for root, out_of_it in roots
            for e in root.select(selector)
            if not any(a in out_of_it for a in e.ancestors)
        ]
        others = [bare for e in got if e not in held[selector] and (bare := _bare(e.text)) not in usual]
        if all(len(_bare(e.text)) <= 120 for e in got) and len(others) <= 0.02 * len(got):
            return {
                **out,
                selector: f"a line of facts: what is left of it without them is the same on {seen.total()} pages",
            }
    return out


def _bare(words: str) -> str:
    """The letters of a line, small, without what tells the hours of the morning from those of the evening."""
    return "".join(_LETTER.findall(_NOON.sub("", words))).casefold()


_NOON = re.compile(r"\b[AaPp]\.?[Mm]\b\.?|上午|下午")
_LETTER = re.compile(r"[^\W\d_]")


def _inside(s: Specimen, body: str, element: Element) -> bool:
    root = s.document.select_one(body)
    return root is not None and element != root and root in element.ancestors


def _elements(s: Specimen, key: str, selector: str) -> list[Element]:
    """The elements that give a field: every match for tags, else the first, if it says what the field wants."""
    found = s.document.select(selector)
    if key == "tags":
        return found
    dated = key not in ("published", "updated") or (found and find_dates(tree.clean(found[0].text)[:400], UTC))
    return found[:1] if dated else []


def _only_that(
    selector: str, within: Sequence[tuple[Specimen, list[Element]]], bare: Sequence[Specimen], body: str, why: str
) -> dict[str, str]:
    """The selector to drop a field's elements by, if it takes nothing else of the text; else another of them that does not.

    ``bare`` are the pages whose text does not hold the field: there it is to find nothing but what has no words.
    """
    others = Counter(c for _, es in within[:12] for c in candidates(es[0]))
    dated = any(find_dates(tree.clean(es[0].text)[:80], UTC) for _, es in within[:3])
    for option in (selector, *(c for c, n in others.most_common(80) if n >= 0.7 * min(12, len(within)))):
        wrong = right = 0
        for s, es in within:
            root = s.document.select_one(body)
            got = root.select(option) if root is not None else []
            if root is not None and sum(len(g.text) for g in outermost(got)) > 0.25 * len(root.text):
                wrong += 1  # a field is not a quarter of the text
            around = {a for e in es for a in (e, *e.ancestors)}
            said = {tree.clean(e.text) for e in es}
            right += all(e in got for e in es)
            wrong += sum(
                1
                for g in got
                if g not in around
                and (words := tree.clean(g.text)) not in said
                and not (dated and moments.only_date(words))
            )
        for s in bare:
            got = [g for root in s.document.select(body)[:1] for g in root.select(option)]
            wrong += any((words := tree.clean(g.text)) and not (dated and moments.only_date(words)) for g in got)
        if right >= 0.9 * len(within) and wrong <= 0.02 * right:
            return {option: why}
    return {}
