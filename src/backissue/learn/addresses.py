"""The forms of a paper's addresses: which are articles, where their id stands, which are listings and its own pages.

Evidence is what was seen at an address and how cards and feeds name it. Refuses to
guess from one address; a form needs several of its kind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from backissue.learn.gather import Address
from backissue.model import PageRule
from backissue.outlets.addresses import compile_rule

__all__ = ["Forms", "learn"]

_DIGITS = re.compile(r"\d+")
_ENDING = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|do|cgi|amp|xhtml)$")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DATE_SEGMENT = re.compile(r"(?:19|20)\d{2}[-_]?(?:0?[1-9]|1[0-2])(?:[-_]?(?:0?[1-9]|[12]\d|3[01]))?")
_ID_IN_SEGMENT = re.compile(r"(?<![0-9a-z%])([0-9]{2,})(?![0-9])|([0-9]{4,})$")
_DATED_ID = re.compile(r"(\D*)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])([-_.])([0-9]{2,})((?:[-_.].*)?)")
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|from$|ref$|share|source$|spm|ncid|cmpid|mc_|_ga|amp$)")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Forms:
    """URL rules in order, and a sentence of evidence for each."""

    rules: tuple[PageRule, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Split:
    """A path taken apart: its segments (the last without its ending), the ending, and query arguments that are not tracking."""

    segments: tuple[str, ...]
    ending: str
    query: tuple[tuple[str, str], ...]


def learn(addresses: Iterable[Address], articles: int) -> Forms:
    """The rules that tell articles, listings and own pages by their addresses.

    ``articles`` is how many article captures there are: a form that holds a hundredth of them counts.
    """
    paths: dict[str, Counter[str]] = defaultdict(Counter)
    for address in addresses:
        path = address.key.partition(")")[2]
        seen = paths[path]
        seen["article"] += address.articles
        seen["listing"] += address.listings
        seen["other"] += address.others
        seen["card"] += address.cards
        seen["link"] += address.links
    everywhere = max(6, 0.25 * articles)  # what as many pages link to is a menu's entry
    menu = {p for p, seen in paths.items() if seen["link"] >= everywhere and seen["article"] <= 0.1 * seen["link"]}
    good = {p for p, seen in paths.items() if _like_article(seen) and p not in ("", "/") and p not in menu}
    forms = _article_forms(good, max(_ENOUGH, articles // 200))
    rules: list[PageRule] = []
    told: list[str] = []
    compiled = [(form, _matcher(form)) for form in forms]

    def is_article(path: str) -> bool:
        return any(matches(path) for _, matches in compiled)

    listings = {p for p, s in paths.items() if s["listing"] and s["listing"] >= s["article"]}
    pages = {
        p: s
        for p, s in paths.items()
        if (s["article"] or s["other"]) and s["listing"] <= s["article"] + s["other"] and p not in ("", "/")
    }
    own = sorted(p for p in pages if not is_article(p) and _own_page(p, paths[p], articles))
    for path in own:
        rules.append(PageRule("page", _quoted(path.partition("?")[0]) or "/"))
        told.append(f"{paths[path]['link']} links lead to it; it is neither an article's address nor a listing")
    clashing = sorted(p for p in listings if p not in ("", "/") and is_article(p) and not paths[p]["article"])
    for prefix, count in _prefixes(clashing, exact=True):
        rules.append(PageRule("listing", prefix))
        told.append(f"{count} listings stand there, though the form is an article's")
    for form, count in forms.items():
        rules.append(PageRule("article", form))
        named = sum(1 for p in good if _matcher(form)(p) and paths[p]["card"])
        told.append(f"{count} addresses have this form; cards and feeds name {named} of them")
    rules.append(PageRule("listing", "/"))
    told.append("the front page")
    for prefix, count in _prefixes(
        sorted(p for p in listings if p not in ("", "/") and not is_article(p)), exact=False
    ):
        rules.append(PageRule("listing", prefix))
        told.append(f"{count} listings have such addresses")
    return Forms(tuple(rules), tuple(told))


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
    return not _DIGITS.search(clean) and seen["card"] <= 2


# Articles


def _article_forms(paths: Iterable[str], enough: int) -> dict[str, int]:
    """Forms of article addresses, as patterns with their counts, the most particular first."""
    groups: dict[tuple[object, ...], list[_Split]] = defaultdict(list)
    for path in paths:
        split = _split(path)
        groups[_signature(split)].append(split)
    merged = _merge(groups)
    found: Counter[str] = Counter()
    for splits in merged:
        if len(splits) >= enough or (len(splits) >= _ENOUGH and len(splits) >= 0.2 * sum(map(len, merged))):
            found[_form(splits)] += len(splits)
    by_head: dict[str, Counter[str]] = defaultdict(Counter)
    for form, count in found.items():
        if count < 0.02 * found.total() or (
            "/" not in form.strip("/") and "." not in form and count < 0.2 * found.total()
        ):
            continue
        by_head[form.removesuffix("/**")][form] += count
    out: dict[str, int] = {}
    for head, forms in by_head.items():
        whole = f"{head}/**" if any(form.endswith("/**") for form in forms) or len(forms) > 1 else head
        out[whole] = forms.total()
    return dict(sorted(out.items(), key=lambda item: (*_weight(item[0]), -item[1], item[0])))


def _weight(form: str) -> tuple[int, int]:
    """How particular a form is: literal segments first, then length."""
    segments = [s for s in form.split("/") if s]
    return -sum(1 for s in segments if "{" not in s and "*" not in s), -len(segments)


def _split(path: str) -> _Split:
    path, _, query = path.partition("?")
    segments = [unquote(s, errors="replace") for s in path.strip("/").split("/")]
    ending = ""
    if segments and (found := _ENDING.search(segments[-1])):
        ending = found.group()
        segments[-1] = segments[-1][: found.start()]
    arguments = []
    for pair in query.split("&") if query else ():
        name, _, value = pair.partition("=")
        if value and not _TRACKING.match(name):
            arguments.append((name, value))
    return _Split(tuple(segments), ending, tuple(sorted(arguments)))


def _type(segment: str) -> str:
    if _DIGITS.fullmatch(segment):
        if _YEAR.fullmatch(segment):
            return "year"
        return "#" if len(segment) > 2 else "##"
    if _DATE_SEGMENT.fullmatch(segment):
        return "date"
    if _DIGITS.search(segment):
        return "mixed"
    if not segment.isascii() or segment.count("-") + segment.count("_") >= 2 or len(segment) > 24 or "%" in segment:
        return "slug"
    return f"={segment}"


def _signature(split: _Split) -> tuple[object, ...]:
    """Types of the segments up to and with the last that can be an id; what follows an id makes no difference."""
    types = [_type(s) for s in split.segments]
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


def _form(splits: Sequence[_Split]) -> str:
    """The pattern of addresses of one form, with ``{id}`` where their ids stand."""
    ids = _id_by_query(splits)
    if ids:
        path = "/" + "/".join(_literal(column) for column in _columns(splits, None)) + splits[0].ending
        return f"{path}?{ids}={{id}}"
    at, inner = _id_column(splits)
    columns = _columns(splits, at + 1)
    parts = [_literal(column) for column in columns[:-1]]
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
    return "/" + "/".join([*parts, last + ending]) + ("/**" if longer else "")


def _columns(splits: Sequence[_Split], upto: int | None) -> list[list[str]]:
    width = upto or min(len(s.segments) for s in splits)
    return [[s.segments[i] for s in splits if len(s.segments) > i] for i in range(width)]


def _literal(column: Sequence[str]) -> str:
    values = set(column)
    if len(values) == 1 and not _DIGITS.fullmatch(column[0]) and not _DATE_SEGMENT.fullmatch(column[0]):
        return _quoted(column[0])
    return "*"


def _quoted(text: str) -> str:
    return text.replace("{", "*").replace("}", "*")


def _id_by_query(splits: Sequence[_Split]) -> str | None:
    """The query argument that tells the articles apart, if the path does not."""
    names = Counter(name for s in splits for name, _ in s.query)
    if not names:
        return None
    if len({s.segments for s in splits}) > 0.5 * len(splits):
        return None
    values = {name: {dict(s.query).get(name) for s in splits} for name in names}
    best = max(values, key=lambda name: (len(values[name]), name in ("id", "aid", "nid", "p"), name))
    return best if len(values[best]) >= 0.5 * len(splits) else None


def _id_column(splits: Sequence[_Split]) -> tuple[int, str]:
    """Which segment holds the id, and the pattern of that segment where the id is only a part of it."""
    width = min(len(s.segments) for s in splits)
    count = len(splits)
    whole = [(i, len({s.segments[i] for s in splits})) for i in range(width)]
    numeric = [
        (distinct, i)
        for i, distinct in whole
        if all(s.segments[i].isdigit() for s in splits)
        and not all(_YEAR.fullmatch(s.segments[i]) for s in splits)
        and distinct >= 0.3 * count
        and max(len(s.segments[i]) for s in splits) > 2
    ]
    if numeric:
        return max(numeric, key=lambda pair: (pair[0], -pair[1]))[1], ""
    last = width - 1
    inner = _number_within([s.segments[last] for s in splits])
    return last, inner


def _number_within(values: Sequence[str]) -> str:
    """A pattern with ``{id}`` for segments such as ``story-1234``, ``1234-any-slug``, ``t20210211_1234``; empty if none."""
    distinct = len(set(values))
    if distinct < _ENOUGH:
        return ""
    dated = [_DATED_ID.fullmatch(v) for v in values]
    if all(dated):
        parts = {(m[1], m[2]) for m in dated if m}
        numbers = {m[3] for m in dated if m}
        if len(parts) == 1 and len(numbers) >= 0.95 * distinct:
            (lead, mark) = parts.pop()
            rest = "" if all(not m[4] for m in dated if m) else "*"
            return f"{_quoted(lead)}*{mark}{{id:[0-9]+}}{rest}"
    leads = Counter(_DIGITS.split(v, maxsplit=1)[0] for v in values)
    lead, n = leads.most_common(1)[0]
    if n == len(values):
        rests = [v[len(lead) :] for v in values]
        first = [_DIGITS.match(r) for r in rests]
        if all(first):
            numbers = {m.group() for m in first if m}
            tails = {r[m.end() :] for r, m in zip(rests, first, strict=True) if m}
            if len(numbers) >= 0.95 * distinct and min(map(len, numbers)) >= 2:
                if tails == {""}:
                    return f"{_quoted(lead)}{{id:[0-9]+}}" if lead else "{id:[0-9]+}"
                return f"{_quoted(lead)}{{id:[0-9]+}}{_quoted(next(iter(tails))) if len(tails) == 1 else '*'}"
    ends = [re.search(r"([-_.]|(?<=[a-z]))([0-9]{3,})$", v) for v in values]
    if all(ends):
        numbers = {m.group(2) for m in ends if m}
        marks = {m.group(1) for m in ends if m}
        if len(numbers) >= 0.95 * distinct and len(marks) == 1:
            return f"*{next(iter(marks))}{{id:[0-9]+}}" if marks != {""} else "*{id:[0-9]{3,}}"
    return ""


# Listings


def _prefixes(paths: Sequence[str], *, exact: bool) -> list[tuple[str, int]]:
    """Patterns for listing addresses: ``/section/**`` where several share a first segment, else the address itself."""
    heads: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        heads[path.partition("?")[0].strip("/").split("/")[0]].append(path)
    out: list[tuple[str, int]] = []
    for head, members in sorted(heads.items()):
        inner = {p.partition("?")[0].rstrip("/") for p in members}
        if not exact and (len(inner) >= 2 or any("/" in p.strip("/") for p in inner)):
            out.append((f"/{_quoted(unquote(head, errors='replace'))}/**", len(members)))
        else:
            out += [(_quoted(unquote(p, errors="replace")), 1) for p in sorted(inner)[:40]]
    return out


def _matcher(form: str) -> Callable[[str], bool]:
    """Whether a path (as it stands in a key) has this form."""
    compiled = compile_rule(PageRule("article", form))

    def matches(path: str) -> bool:
        bare, _, query = path.partition("?")
        arguments = dict(pair.partition("=")[::2] for pair in query.split("&")) if query else {}
        return compiled.match("", unquote(bare, errors="replace"), arguments) is not None

    return matches
