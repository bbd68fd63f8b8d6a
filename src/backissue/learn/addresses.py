"""The forms of a paper's addresses: which are articles, where their id stands, which are listings and its own pages.

Evidence is what was seen at an address and how cards and feeds name it. Refuses to
guess from one address; a form needs several of its kind. A little over 450 lines: every rule looks at the same splits.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from backissue.learn.gather import Address
from backissue.learn.numbers import DIGITS, ENOUGH, number_at_end, number_within, quoted
from backissue.model import PageRule
from backissue.outlets.addresses import arguments, compile_rule

__all__ = ["Forms", "learn"]

_ENDING = re.compile(r"\.(?:s?html?|php\d?|aspx?|jspa?|do|cgi|amp|xhtml|txt|cfm|[jp]html|pl|ece|cms|story)$")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DATE_SEGMENT = re.compile(r"(?:19|20)\d{2}[-_]?(?:0?[1-9]|1[0-2])(?:[-_]?(?:0?[1-9]|[12]\d|3[01]))?")
_ID_IN_SEGMENT = re.compile(r"(?<![0-9a-z%])([0-9]{2,})(?![0-9])|([0-9]{4,})$")
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|from$|ref$|share|source$|spm|ncid|cmpid|mc_|_ga|amp$)")
_TURNED = re.compile(
    r"(?:/[^/\d?]+)*/(?:page/\d{1,3}/?|(?:list|index|page)[-_]?\d{1,3}(?:[-_]\d{1,3})?(?:\.[a-z]{3,5})?)"
)
"""The further pages of a listing, the site's or a section's: no article's unless a card names it."""


@dataclass(frozen=True, slots=True)
class Forms:
    """URL rules in order, and a sentence of evidence for each; ``strays`` are paths of seeming articles
    that no rule fits, ``clashing`` those of seeming listings that an article's rule fits.
    """

    rules: tuple[PageRule, ...] = ()
    evidence: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()
    clashing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Split:
    """A path taken apart: its segments (the last without its ending), the ending, query arguments that are not tracking, and its article's title."""

    segments: tuple[str, ...]
    ending: str
    query: tuple[tuple[str, str], ...]
    title: str = ""


def learn(addresses: Iterable[Address], articles: int, proven: Collection[str] = ()) -> Forms:
    """The rules that tell articles, listings and own pages by their addresses.

    ``articles`` is how many article captures there are: a form that holds a hundredth of them counts.
    ``proven`` are paths whose pages were opened and read as articles: their forms count however rare.
    """
    paths: dict[str, Counter[str]] = defaultdict(Counter)
    titles: dict[str, str] = {}
    for address in addresses:
        path = address.key.partition(")")[2]
        seen = paths[path]
        seen["article"] += address.articles
        seen["listing"] += address.listings
        seen["other"] += address.others
        seen["card"] += address.cards
        seen["link"] += address.links
        if address.title:
            titles[path] = address.title
    everywhere = max(6, 0.25 * articles)  # what as many pages link to is a menu's entry
    menu = {p for p, seen in paths.items() if seen["link"] >= everywhere and seen["article"] <= 0.1 * seen["link"]}
    good = {p for p, seen in paths.items() if _like_article(seen) and p not in ("", "/") and p not in menu}
    turned = {p for p, seen in paths.items() if _TURNED.fullmatch(p) and not seen["card"]} - set(proven)
    good = (good - turned) | set(proven)
    forms = _article_forms(good, titles, max(ENOUGH, articles // 200), frozenset(proven))
    forms = _named(forms, {p for p in good if paths[p]["card"]}, good, frozenset(proven))
    rules: list[PageRule] = []
    told: list[str] = []
    compiled = [_matcher(rule) for rule in forms]

    def is_article(path: str) -> bool:
        return any(matches(path) for matches in compiled)

    listings = {p for p, s in paths.items() if s["listing"] and s["listing"] >= s["article"]} | turned
    pages = {
        p: s
        for p, s in paths.items()
        if (s["article"] or s["other"]) and s["listing"] <= s["article"] + s["other"] and p not in ("", "/")
    }
    own = sorted(
        p for p in pages.keys() - turned if (not is_article(p) or p in menu) and _own_page(p, paths[p], articles)
    )
    for path in own:
        rules.append(PageRule("page", quoted(path.partition("?")[0]) or "/"))
        links = paths[path]["link"]
        told.append(f"{links or 'no'} links lead to it; it is neither an article's address nor a listing")
    clashing = sorted(
        p
        for p in listings
        if p not in ("", "/") and is_article(p) and (p in turned or not paths[p]["article"]) and p not in proven
        and (not paths[p]["card"] or p in menu)
    )  # fmt: skip
    for path in clashing[:40]:
        rules.append(PageRule("listing", _exact(path)))
        told.append("a listing stands there, though the form is an article's")
    taken = [(rule, _matcher(rule)) for rule in rules]
    kept = [not any(matches(p) for p in good if is_article(p)) for _, matches in taken]  # no rule may take an article
    rules, told = [r for r, k in zip(rules, kept, strict=True) if k], [t for t, k in zip(told, kept, strict=True) if k]
    for rule, count in forms.items():
        rules.append(rule)
        matches = _matcher(rule)
        named = sum(1 for p in good if matches(p) and paths[p]["card"])
        told.append(f"{count} addresses have this form; cards and feeds name {named} of them")
    rules.append(PageRule("listing", "/"))
    told.append("the front page")
    for prefix, count in _prefixes(sorted(p for p in listings - {"", "/", *own} if not is_article(p))):
        rules.append(PageRule("listing", prefix))
        told.append(f"{count} listings have such addresses" if count > 1 else "a listing has this address")
    strays = tuple(
        sorted(p for p in good if paths[p]["article"] and not is_article(p) and (p not in own or paths[p]["card"]))
    )
    return Forms(tuple(rules), tuple(told), strays, tuple(clashing))


def _named(
    forms: dict[PageRule, int], named: Collection[str], good: Collection[str], proven: Collection[str]
) -> dict[PageRule, int]:
    """The forms without the odd few addresses that no listing names, where listings name the articles of the rest.

    A paper's listings turned leaf by leaf have a form too. What was opened and reads as an article is one all the same.
    """
    whole = sum(forms.values())
    if len(named) < 0.7 * whole:
        return forms
    out = {}
    for rule, count in forms.items():
        matches = _matcher(rule)
        if count >= 0.06 * whole or any(matches(p) for p in good if p in named or p in proven):
            out[rule] = count
    return out


def _like_article(seen: Counter[str]) -> bool:
    if seen["listing"] > seen["article"]:
        return False
    return seen["article"] > 0 or (seen["card"] >= 2 and not seen["listing"] and not seen["other"])


def _own_page(path: str, seen: Counter[str], articles: int) -> bool:
    """Whether an address outside the articles' forms is the paper's own page: short, and linked from all over."""
    clean = path.partition("?")[0].strip("/")
    if clean.count("/") > 1 or len(clean) > 60:
        return False
    if seen["link"] >= max(3, articles // 20):
        return True
    return not DIGITS.search(clean) and seen["card"] <= 2


# Articles


def _article_forms(
    paths: Iterable[str], titles: Mapping[str, str], enough: int, proven: frozenset[str]
) -> dict[PageRule, int]:
    """Rules for article addresses with their counts, the most particular first."""
    splits = {path: _split(path, titles.get(path, "")) for path in paths}
    sure = {splits[path] for path in proven}
    path_of = {split: path for path, split in splits.items()}
    merged = _merge(_grouped(list(splits.values())))
    found: Counter[tuple[str, str]] = Counter()
    vouched: Counter[tuple[str, str]] = Counter()
    for group in merged:
        held = sum(split in sure for split in group)
        if len(group) >= enough or (len(group) >= ENOUGH and len(group) >= 0.2 * sum(map(len, merged))):
            form = _form(group)
            found[form] += len(group)
            vouched[form] += held
        elif held >= ENOUGH:
            found[form := _form(group)] += len(group)
            vouched[form] += held
        else:  # too few to see a form in: the addresses themselves
            for split in group:
                if split in sure:
                    found[form := (_exact(path_of[split]), "{id}")] += 1
                    vouched[form] += 1
    by_head: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (pattern, template), count in found.items():
        rare = count < 0.02 * found.total() or (
            "/" not in pattern.strip("/") and "." not in pattern and "?" not in pattern and count < 0.2 * found.total()
        )
        if rare and not vouched[pattern, template]:
            continue
        by_head[pattern.removesuffix("/**"), template][pattern] += count
    out: dict[PageRule, int] = {}
    for (head, template), alike in by_head.items():
        whole = f"{head}/**" if any(form.endswith("/**") for form in alike) or len(alike) > 1 else head
        out[PageRule("article", whole, template)] = alike.total()
    return dict(sorted(out.items(), key=lambda item: (*_weight(item[0].match), -item[1], item[0].match)))


def _weight(form: str) -> tuple[int, int]:
    """How particular a form is: literal segments first, then length."""
    segments = [s for s in form.split("/") if s]
    return -sum(1 for s in segments if "{" not in s and "*" not in s), -len(segments)


def _split(path: str, title: str = "") -> _Split:
    path, _, query = path.partition("?")
    segments = [unquote(s, errors="replace") for s in path.strip("/").split("/")]
    ending = ""
    if segments and (found := _ENDING.search(segments[-1])):
        ending = found.group()
        segments[-1] = segments[-1][: found.start()]
    asked = []
    for pair in query.split("&") if query else ():
        name, equals, value = pair.partition("=")
        if (value or not equals) and name and not _TRACKING.match(name):
            asked.append((name, value) if equals else ("", name))
    return _Split(tuple(segments), ending, tuple(sorted(asked)), title)


def _grouped(splits: Sequence[_Split]) -> dict[tuple[object, ...], list[_Split]]:
    """Addresses by their signatures. What is a date and what a number is told by all of a kind together."""
    coarse: dict[tuple[object, ...], list[_Split]] = defaultdict(list)
    for split in splits:
        kinds = tuple("#" if DIGITS.fullmatch(s) else "" for s in split.segments)
        coarse[(*kinds, split.ending)].append(split)
    out: dict[tuple[object, ...], list[_Split]] = defaultdict(list)
    for group in coarse.values():
        width = len(group[0].segments)
        dated = frozenset(i for i in range(width) if all(_DATE_SEGMENT.fullmatch(split.segments[i]) for split in group))
        for split in group:
            out[_signature(split, dated)].append(split)
    return out


def _all_month_days(values: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a column is months and days (``0226``) behind years."""
    return all(map(_MONTH_DAY.fullmatch, values)) and all(map(_YEAR.fullmatch, before))


def _type(segment: str) -> str:
    if DIGITS.fullmatch(segment):
        if _YEAR.fullmatch(segment):
            return "year"
        return "#" if len(segment) > 2 else "##"
    if _DATE_SEGMENT.fullmatch(segment):
        return "date"
    if DIGITS.search(segment):
        return "mixed"
    if not segment.isascii() or segment.count("-") + segment.count("_") >= 2 or len(segment) > 24 or "%" in segment:
        return "slug"
    return f"={segment}"


def _signature(split: _Split, dated: Collection[int] = ()) -> tuple[object, ...]:
    """Types of the segments up to and with the last that can be an id; what follows an id makes no difference."""
    types = ["date" if i in dated else _type(s) for i, s in enumerate(split.segments)]
    last = next((i for i, t in enumerate(types) if t == "#"), None)
    if last is not None:
        kept = types[: last + 1]
        ending = split.ending if last == len(types) - 1 else "/"
        return (*kept, ending)
    if types:
        types[-1] = (
            "last" if types[-1] in ("slug", "mixed", "##") or (types[-1][0] == "=" and len(types) > 1) else types[-1]
        )
    return (*types, split.ending, tuple(name for name, _ in split.query))


def _merge(groups: dict[tuple[object, ...], list[_Split]]) -> list[list[_Split]]:
    """Groups that differ in one literal segment (a section's name) are one, where three and more do."""
    loose: dict[tuple[object, ...], list[tuple[object, ...]]] = defaultdict(list)
    for signature in groups:
        for at, part in enumerate(signature):
            if isinstance(part, str) and part.startswith("="):
                loose[(*signature[:at], "=*", *signature[at + 1 :])].append(signature)
    taken: set[tuple[object, ...]] = set()
    out: list[list[_Split]] = []
    for _, members in sorted(loose.items(), key=lambda item: (-len(item[1]), str(item[0]))):
        left = [m for m in members if m not in taken]
        sizes = [len(groups[m]) for m in left]
        if len(left) >= 3 and max(sizes) < 0.9 * sum(sizes):
            out.append([split for m in left for split in groups[m]])
            taken.update(left)
    out += [splits for signature, splits in groups.items() if signature not in taken]
    return out


def _form(splits: Sequence[_Split]) -> tuple[str, str]:
    """The pattern of addresses of one form, with ``{id}`` where their ids stand, and how the record's id is made of it."""
    if names := _id_by_query(splits):
        path = "/" + "/".join(_literal(column) for column in _columns(splits, None)) + splits[0].ending
        if names == ("",):  # ?article1001
            values = [dict(s.query)[""] for s in splits if s.query]
            head = re.split(r"\d", values[0], maxsplit=1)[0]
            numbers = all(value.startswith(head) and value[len(head) :].isdecimal() for value in values)
            return f"{path}?{quoted(head)}{{id:[0-9]+}}" if numbers else f"{path}?{{id}}", "{id}"
        if len(names) == 1:
            inner = number_at_end([dict(s.query).get(names[0], "") for s in splits])
            return f"{path}?{names[0]}={inner or '{id}'}", "{id}"
        marks = dict(zip(names, ("id", "a", "b", "c"), strict=False))
        query = "&".join(f"{name}={{{mark}}}" for name, mark in marks.items())
        return f"{path}?{query}", "-".join(f"{{{mark}}}" for mark in reversed(marks.values()))
    at, inner = _id_column(splits)
    columns = _columns(splits, at + 1)
    parts = [_literal(column) for column in columns[:-1]]
    template = "{id}"
    needed = [] if inner else _more_columns(splits, at)
    for number, column in enumerate(needed):
        name = "abcdefgh"[number]
        parts[column] = f"{{{name}}}"
        template = f"{template[: -len('{id}')]}{{{name}}}-{{id}}"
    longer = any(len(s.segments) > at + 1 for s in splits)
    endings = {s.ending for s in splits if len(s.segments) == at + 1}
    ending = ""
    if not longer and endings and endings != {""}:
        ending = next(iter(endings)) if len(endings) == 1 else "*"
    if inner:
        last = inner
    elif ending:
        last = "{id}"
    else:
        last = "{id}" if not all(c.isdigit() for c in columns[-1]) else "{id:[0-9]+}"
        if at == 0 and last == "{id}":
            last = _slug([s.segments[0] for s in splits])
    return "/" + "/".join([*parts, last + ending]) + ("/**" if longer else ""), template


def _slug(values: Sequence[str]) -> str:
    """The pattern of slugs that stand right below the root, where the paper's own pages stand too."""
    if len(values) < _MANY_SLUGS or any("." in v for v in values):
        return "{id}"
    return "{id:[^/.]*-[^/.]*}" if all("-" in v.strip("-") for v in values) else "{id:[^/.]+}"


_MANY_SLUGS = 20


def _telling(values: Sequence[object], splits: Sequence[_Split]) -> bool:
    """Whether these values, one an address, tell the articles apart: hardly fewer of them than titles."""
    titles = {s.title for s in splits if s.title}
    pairs = {(v, s.title) for v, s in zip(values, splits, strict=True) if s.title}
    if len(titles) >= 0.3 * len(splits) and pairs:
        held = Counter(v for v, _ in pairs)  # a title changes now and then; two articles under one id are another thing
        return len(held) >= 0.8 * len(titles) and sum(n > 1 for n in held.values()) <= 0.15 * len(held)
    return len(set(values)) >= 0.5 * len(splits)


def _more_columns(splits: Sequence[_Split], at: int) -> list[int]:
    """Segments before the id's that must go into a record's id, for the number alone stands for several articles."""
    needed: list[int] = []
    if _telling([s.segments[at] for s in splits], splits):
        return needed
    for column in reversed(range(at)):
        if len({s.segments[column] for s in splits}) < 2:
            continue
        needed.insert(0, column)
        if _telling([tuple(s.segments[i] for i in (*needed, at)) for s in splits], splits):
            return needed
    return []


def _columns(splits: Sequence[_Split], upto: int | None) -> list[list[str]]:
    width = upto or min(len(s.segments) for s in splits)
    return [[s.segments[i] for s in splits if len(s.segments) > i] for i in range(width)]


def _literal(column: Sequence[str]) -> str:
    values = set(column)
    if len(values) == 1 and not DIGITS.fullmatch(column[0]) and not _DATE_SEGMENT.fullmatch(column[0]):
        return quoted(column[0])
    return "*"


def _id_by_query(splits: Sequence[_Split]) -> tuple[str, ...]:
    """The query argument that tells the articles apart, if the path does not; two and more where one does not."""
    names = Counter(name for s in splits for name, _ in s.query)
    if not names:
        return ()
    if len({s.segments for s in splits}) > 0.5 * len(splits):
        return ()
    everywhere = [name for name, count in names.items() if count >= 0.95 * len(splits)]
    if "" in everywhere and len(everywhere) > 1:
        everywhere.remove("")
    values = {name: {dict(s.query).get(name) for s in splits} for name in everywhere}
    ranked = sorted(values, key=lambda name: (len(values[name]), name in ("id", "aid", "nid", "p"), name), reverse=True)
    for count in range(1, min(4, len(ranked)) + 1):
        chosen = tuple(ranked[:count])
        if _telling([tuple(dict(s.query).get(name) for name in chosen) for s in splits], splits):
            return chosen
    return ()


def _id_column(splits: Sequence[_Split]) -> tuple[int, str]:
    """Which segment holds the id, and the pattern of that segment where the id is only a part of it."""
    width = min(len(s.segments) for s in splits)
    numeric = [
        i
        for i in range(width)
        if all(s.segments[i].isdigit() for s in splits)
        and not all(_DATE_SEGMENT.fullmatch(s.segments[i]) or _YEAR.fullmatch(s.segments[i]) for s in splits)
        and not (i and _all_month_days([s.segments[i] for s in splits], [s.segments[i - 1] for s in splits]))
        and max(len(s.segments[i]) for s in splits) > 2
        and not (i < width - 1 and all(_YEAR_MONTH.fullmatch(s.segments[i]) for s in splits))
        and not _is_issue(splits, i)
        and _telling([s.segments[i] for s in splits], splits)
    ]
    if numeric:
        return max(numeric, key=lambda i: (len({s.segments[i] for s in splits}), -i)), ""
    last = width - 1
    inner = number_within([s.segments[last] for s in splits])
    return last, inner


def _is_issue(splits: Sequence[_Split], at: int) -> bool:
    """Whether a number is an issue's: what stands before it says so, and two articles have the same one: ``/weekly/1058/slug``."""
    if not at or not all(_ISSUES.fullmatch(s.segments[at - 1]) for s in splits):
        return False
    held: dict[str, set[str]] = defaultdict(set)
    for s in splits:
        held[s.segments[at]].add(s.segments[-1])
    return any(len(names) > 1 for names in held.values())


_YEAR_MONTH = re.compile(r"\d\d(?:0[1-9]|1[0-2])")
"""``0608``: a folder for each month, however few articles it has."""
_ISSUES = re.compile(r"(?i)weekly|issues?|vol(?:umes?)?|editions?|numbers?|no|numero|ausgabe|qikan|qi")


# Listings


def _prefixes(paths: Sequence[str]) -> list[tuple[str, int]]:
    """Patterns for listing addresses: ``/section/**`` where several share a first segment, else the address itself."""
    heads: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        heads[path.partition("?")[0].strip("/").split("/")[0]].append(path)
    out: list[tuple[str, int]] = []
    for head, members in sorted(heads.items()):
        inner = {p.partition("?")[0].rstrip("/") for p in members}
        if len(inner) >= 2 or any("/" in p.strip("/") for p in inner):
            out.append((f"/{quoted(unquote(head, errors='replace'))}/**", len(members)))
        else:
            out += [(quoted(unquote(p, errors="replace")), 1) for p in sorted(inner)[:40]]
    return out


def _exact(path: str) -> str:
    """The pattern of one address, its query included."""
    bare, _, query = path.partition("?")
    kept = [pair for pair in query.split("&") if pair.partition("=")[2] and not _TRACKING.match(pair)] if query else []
    whole = quoted(unquote(bare, errors="replace"))
    return f"{whole}?{'&'.join(quoted(unquote(pair, errors='replace')) for pair in kept)}" if kept else whole


def _matcher(rule: PageRule) -> Callable[[str], bool]:
    """Whether a path (as it stands in a key) fits a rule."""
    compiled = compile_rule(rule)

    def matches(path: str) -> bool:
        bare, _, query = path.partition("?")
        return compiled.match("", unquote(bare, errors="replace"), arguments(query)) is not None

    return matches
