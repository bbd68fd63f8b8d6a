"""Where the tags stand: wherever the links are whose targets recur and co-occur, or the words that machines are told.

A cloud that is the same on every page is none, and neither is a link within a sentence.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from backissue import urls
from backissue.learn.fields import Learned, apart, letters, look
from backissue.learn.labels import FIELDS
from backissue.learn.selectors import choose, simple
from backissue.learn.specimen import Specimen, commonest, inside
from backissue.pages.mentions import family
from backissue.text import tree
from backissue.text.tree import Document, Element

__all__ = ["addresses", "tags"]

_TAG_ADDRESS = re.compile(
    r"/(?:tags?|keywords?|topics?|labels?|hashtags?|kw)(?:/|$|\?|=)|[?&](?:tag|keyword|kw)=", re.IGNORECASE
)
_TAG_HINT = re.compile(
    r"(?:^|[\s_-])(?:tags?|keywords?|kw|kws|labels?|topics?|hashtags?)(?:$|[\s_-])|[a-z](?:Tags?|Keywords?)(?:$|[\s_-])|標籤|关键",
    re.IGNORECASE,
)


def tags(
    specimens: Sequence[Specimen],
    labelled: Sequence[str] = (),
    known: Sequence[str] = (),
    filed: frozenset[str] = frozenset(),
) -> Learned:
    """Picks for the tags: links to tag pages, or words that machines are told, printed together.

    ``known`` is what ``addresses`` finds in the whole paper; a redesign seldom moves the pages of tags. ``filed`` are
    the hrefs of sections that stand where tags would.
    """
    told = [_tags_told(s) for s in specimens]
    everywhere = _usual(told)  # the paper's name, among the words for machines
    told = [words - everywhere for words in told]
    marks = list(dict.fromkeys((*addresses(specimens, filed), *known)))
    menu = _menu(specimens) | filed
    linked, cloud = _tag_links(specimens, marks, menu)
    targets = [
        (s.document, _tag_box(s, words, links, menu)) for s, words, links in zip(specimens, told, linked, strict=True)
    ]
    there = sum(1 for (_, box), links in zip(targets, linked, strict=True) if box is not None or links)
    if there < max(2, 0.1 * len(specimens)):
        if line := next((pick for pick in labelled if _told_often(specimens, pick)), None):
            return _cleaned(Learned([line], "words behind a label"), specimens)
        return _machine(specimens)
    wanted = [
        {letters(tree.clean(a.text)) for a in links} if links else words
        for words, links in zip(told, linked, strict=True)
    ]
    ways = _tag_options(targets, linked, marks) | dict.fromkeys(labelled, 0.1)
    options = [(_agreement(specimens, wanted, targets, pick, cloud) + extra, pick) for pick, extra in ways.items()]
    best = max(options, key=lambda o: (round(o[0], 3), -len(o[1]), o[1]), default=(0.0, ""))
    if best[0] < 0.4:
        return _machine(specimens)
    learned = Learned(
        [best[1]],
        f"links to tag pages or the words machines are told, on {sum(1 for s in specimens if look(s, 'tags', best[1]))} of {len(specimens)} pages",
    )
    return _cleaned(learned, specimens)


def _machine(specimens: Sequence[Specimen]) -> Learned:
    """The words that machines alone are told."""
    ways = ("ld: keywords", "meta: keywords", "meta: news_keywords", "meta: article:tag")
    picks = [pick for pick in ways if _told_often(specimens, pick) and not _filed(specimens, pick)]
    return _cleaned(Learned(picks[:1], "told to machines only" if picks else ""), specimens)


def _filed(specimens: Sequence[Specimen], pick: str) -> bool:
    """Whether what machines are told is one word of a few: where the article is filed, and no tag."""
    pages = [look(s, "tags", pick) for s in specimens]
    usual = _usual(pages)
    told = [values for page in pages if (values := [v for v in page if v not in usual])]
    return all(len(values) == 1 for values in told) and len({values[0] for values in told}) <= 0.5 * len(told)


def _usual(pages: Iterable[Collection[str]]) -> frozenset[str]:
    """Words that nearly every page has which has any, two and more: no tags of the article's. One alone may be one."""
    filled = [set(words) for words in pages if words]
    seen = Counter(word for words in filled for word in words)
    usual = frozenset(word for word, n in seen.items() if len(filled) >= 5 and n >= 0.8 * len(filled))
    return usual if len(usual) > 1 else frozenset()


def _cleaned(learned: Learned, specimens: Sequence[Specimen]) -> Learned:
    """With patterns for the marks that stand at the tags, and for words that stand on every page."""
    pages = [look(s, "tags", learned.picks[0]) for s in specimens] if learned.picks else []
    if usual := _usual(pages):
        learned.clean.append(f"^(?:{'|'.join(re.escape(word) for word in sorted(usual))})$")
    values = [v for page in pages for v in page if v not in usual]
    if values and sum(v.startswith(("#", "＃")) for v in values) >= 0.9 * len(values):
        learned.clean.append("^[#＃]\\s*")
    elif values and sum(v.endswith((",", "，", "、", ";", "；")) for v in values) >= 0.3 * len(values):
        learned.clean.append("[,，、;；]$")
    return learned


def _tag_options(
    targets: Sequence[tuple[Document, Element | None]],
    linked: Sequence[Sequence[Element]],
    marks: Sequence[str],
) -> dict[str, float]:
    """Selectors that may find the tags, with a little extra for the plain ones: within their box, or of the links themselves."""
    out: dict[str, float] = {'a[rel~="tag"]': 0.005}
    boxes = choose(targets, lambda i, selector: _right_box(targets[i], selector), least=0.6)
    inner = Counter(
        e.tag
        for _, box in targets
        if box is not None
        for e in box.iter_elements()
        if e.tag in ("a", "span", "li", "em", "b", "i", "p")
    )
    held = [box for _, box in targets if box is not None]
    if not any(linked) or sum(box.select_one("a") is None for box in held) >= 0.5 * len(held) > 0:
        for selector, score in boxes[:6]:
            out[rf"{selector} -> ^(?:[^:：#、,]{{1,10}}[:：])?\s*(.+?)\s*$"] = 0.008 * score
    for selector, score in (*boxes[:4], *(b for b in boxes[4:20] if ":nth" in b[0])):
        for tag in ("a", "li", "span", "em", "b", "i", "p"):
            if inner[tag]:
                out[f"{selector} {tag}"] = 0.01 * score
    own: Counter[str] = Counter()
    for links in linked:
        found: set[str] = set()
        for a in links:
            found.update(simple(a)[:4])
            for mark in marks:
                if mark in (a.attr("href") or ""):
                    found.add(f'a[href*="{mark}"]')
                    for above in itertools.islice(a.ancestors, 5):
                        if isinstance(above, Element) and above.tag not in ("body", "html"):
                            found.update(f'{name} a[href*="{mark}"]' for name in simple(above)[:3])
        own.update(found)
    for selector, n in commonest(own, 60):
        if n >= 0.2 * sum(1 for links in linked if links):
            out.setdefault(selector, 0.0)
    return out


def boxes(specimens: Sequence[Specimen]) -> list[Element | None]:
    """What calls itself the tags on each page, by its name or by its hashes, whatever stands in it."""
    menu = _menu(specimens)
    return [_tag_box(s, set(), [], menu) for s in specimens]


def addresses(specimens: Sequence[Specimen], filed: frozenset[str] = frozenset()) -> list[str]:
    """What stands in the addresses of tag pages: the usual words, or what recurring, co-occurring short links share.

    ``filed`` are hrefs that are sections'.
    """
    seen: Counter[str] = Counter()
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    pages: Counter[str] = Counter()
    called: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for s in specimens:
        texts.update({tree.clean(a.text) for a in s.document.iter_elements("a")})
    usual = {words for words, n in texts.items() if n > 0.5 * len(specimens)}  # menus and clouds
    for s in specimens:
        here: Counter[str] = Counter()
        labels: set[str] = set()
        own = _address_mark(s, s.pick.url)
        for a in s.document.iter_elements("a"):
            href, words = (a.attr("href") or ""), tree.clean(a.text)
            if words in usual or href in filed:
                continue
            if found := _TAG_ADDRESS.search(href):
                seen[found.group().rstrip("$")] += 1
                continue
            if not 1 < len(words) <= (12 if not words.isascii() else 28) or _AUTHOR_LINK.search(href):
                continue
            if (mark := _address_mark(s, href)) not in ("", own) and not apart(a) and not _in_prose(a):
                uses[mark][words] += 1
                here[mark] += 1
                if _is_called(a):
                    labels.add(mark)
        pages.update(here.keys())
        called.update(labels)
    if seen:
        return [mark for mark, n in commonest(seen, 2) if n >= 0.2 * seen.total()]
    count = len(specimens)
    good = [
        (len(uses[mark]), uses[mark].total(), mark)  # lists that turn by the day have few words: who died, what is on
        for mark, n in pages.items()
        if (n >= max(3, 0.3 * count) and uses[mark].total() >= 1.5 * n and 6 <= len(uses[mark]) <= 0.7 * uses[mark].total())
        or (called[mark] >= max(2, 0.8 * n) and len(uses[mark]) > 2)
    ]  # fmt: skip
    return [max(good)[-1]] if good else []


def _is_called(a: Element) -> bool:
    """Whether the box of a link, or the words before it, call it a tag."""
    for above in itertools.islice(a.ancestors, 3):
        if not isinstance(above, Element) or above.tag in ("body", "main", "article"):
            return False
        words = above.text
        if len(words) > 160:
            return False
        if _TAG_HINT.search(above.attr("class") or "") or _TAG_LABEL.match(tree.clean(words)):
            return True
    return False


_TAG_LABEL = re.compile(rf"^(?:{FIELDS['tags']})\s*[:：]|^(?:標籤|标签|關鍵字|关键字|關鍵詞|关键词)", re.IGNORECASE)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|writers?|columnists?|reporters?|staff|people|profile|users?|members?)[/=?]", re.IGNORECASE
)


def _address_mark(s: Specimen, href: str) -> str:
    """What addresses of one kind share: all up to the last segment or the query's value; empty for bare and foreign ones."""
    url = urls.original(href.partition("#")[0], s.pick.url)
    if family(urls.host(url)) != family(urls.host(s.pick.url)):
        return ""
    bare = re.sub(r"^https?://[^/]+", "", url)
    if "?" in bare:
        head, _, query = bare.rpartition("?")
        return f"{head.rpartition('/')[2]}?{query.partition('=')[0]}="
    head = bare.rstrip("/").rpartition("/")[0]
    return f"{head}/" if head.strip("/") else ""


def _in_prose(a: Element) -> bool:
    """Whether a link stands in a line that is more than links."""
    at = next((e for e in a.ancestors if isinstance(e, Element) and e.tag in tree.BLOCK), None)
    if at is None:
        return False
    return len(tree.clean(at.text)) > 30 + 2 * sum(len(tree.clean(other.text)) for other in at.iter_elements("a"))


def _tag_links(
    specimens: Sequence[Specimen], marks: Sequence[str], menu: frozenset[str]
) -> tuple[list[list[Element]], frozenset[str]]:
    """Of each page the links to tag pages, without those that stand on most pages (a cloud, a menu); and the cloud's words as letters."""
    found: list[list[Element]] = []
    texts: Counter[str] = Counter()
    always: set[str] = set()
    for s in specimens:
        links = [
            a
            for a in s.document.iter_elements("a")
            if ("tag" in (a.attr("rel") or "").split() or any(m in (a.attr("href") or "") for m in marks))
            and tree.clean(a.text)
            and "category" not in (a.attr("rel") or "").split()
            and (not apart(a) or _own_nav(a))
        ]
        always.update(tree.clean(a.text) for a in links if (a.attr("href") or "") in menu)
        links = [a for a in links if (a.attr("href") or "") not in menu]
        found.append(links)
        texts.update({tree.clean(a.text) for a in links})
    cloud = always | {words for words, n in texts.items() if n >= max(6, 0.6 * len(specimens))}
    rest = [[a for a in links if tree.clean(a.text) not in cloud] for links in found]
    return rest, frozenset(map(letters, cloud))


def _menu(specimens: Sequence[Specimen]) -> frozenset[str]:
    """Where links on most pages lead: the menu's sections, the paper's own pages."""
    seen: Counter[str] = Counter()
    for s in specimens:
        seen.update({a.attr("href") or "" for a in s.document.iter_elements("a")})
    return frozenset(href for href, n in seen.items() if n >= max(3, 0.7 * len(specimens)))


def _own_nav(a: Element) -> bool:
    """Whether a link stands in a ``nav`` of the article's own that calls itself its tags."""
    nav = a.closest("nav")
    if nav is None or nav.closest("article, main") is None:
        return False
    names = (nav.attr("class"), nav.attr("aria-label"), nav.attr("id"))
    return any(_TAG_HINT.search(name) for name in names if name)


def _told_often(specimens: Sequence[Specimen], pick: str) -> bool:
    values = [v for s in specimens if (v := look(s, "tags", pick))]
    return len(values) >= 0.3 * len(specimens) and len(set(values)) >= max(2, 0.3 * len(values))


def _tags_told(s: Specimen) -> set[str]:
    for pick in ("ld: keywords", "meta: news_keywords", "meta: keywords", "meta: article:tag"):
        if values := look(s, "tags", pick):
            return {letters(v) for v in values} - {""}
    return set()


def _tag_box(s: Specimen, told: set[str], links: list[Element], menu: frozenset[str]) -> Element | None:
    """The element that holds the article's tags; a box of links that lead where the menu's do is none."""
    if not links and told:
        links = [
            e
            for text, es in s.small.items()
            if letters(text) in told
            for e in es
            if e.closest("head") is None and not apart(e) and not _leads_to(e, menu)
        ]
        if len({letters(e.text) for e in links}) < min(2, len(told)):
            links = []
        if not links and (line := _told_line(s, told)) is not None:
            return line
    if not links:
        for text, es in s.small.items():
            for e in es:
                if (
                    len(text) <= 200
                    and (_TAG_HINT.search(e.attr("class") or "") or _HASHED.match(text) or _TAG_LABEL.match(text))
                    and e.closest("head") is None
                    and (len(e.select("a")) >= 1 or (_SEVERAL.search(text) and not _SENTENCE.search(text)))
                    and not apart(e)
                    and not _of_menu(e, menu)
                ):
                    return _list_of(e)
        return None
    at: Element | None = links[0]
    wanted = set(links)
    best = None
    for _ in range(5):
        at = at.parent if at is not None and isinstance(at.parent, Element) else None
        if at is None or at.tag == "body":
            break
        held = [a for a in at.iter_elements() if a in wanted]
        if len(tree.clean(at.text)) > 30 + 2 * sum(len(tree.clean(a.text)) + 3 for a in held):
            break
        best = at
        if len(held) == len(wanted):
            break
    return best


def _list_of(e: Element) -> Element:
    """The list in which each item is a tag, linked once and called as the rest are, where the element is such an item; else itself."""
    box = e.parent
    if e.tag != "li" or not e.attr("class") or not isinstance(box, Element):
        return e
    items = [c for c in box.children if isinstance(c, Element)]
    alike = all(c.attr("class") == e.attr("class") and len(c.select("a")) == 1 for c in items)
    return box if alike and all(tree.clean(c.text) == tree.clean(c.select("a")[0].text) for c in items) else e


def _leads_to(e: Element, menu: frozenset[str]) -> bool:
    """Whether an element lies in a link, or holds one, that most pages have."""
    link = e if e.tag == "a" else e.closest("a") or e.select_one("a")
    return link is not None and (link.attr("href") or "") in menu


def _of_menu(box: Element, menu: frozenset[str]) -> bool:
    """Whether a box has links, all of which lead where links on most pages do: sections, whatever the box is called."""
    links = box.select("a")
    return bool(links) and all((a.attr("href") or "") in menu for a in links)


_HASHED = re.compile(r"^[#＃][^\s#＃]+(?: [^\s#＃]+){0,2}(?:\s*[#＃、，,]?\s*[#＃][^\s#＃]+(?: [^\s#＃]+){0,2})*$")
_SEVERAL = re.compile(r"[^\s、，,；;|#＃]\s*(?:[、，,；;|]\s*|\s[#＃])[^\s、，,；;|#＃]")


def _told_line(s: Specimen, told: set[str]) -> Element | None:
    """The line that has all the words that machines are told and little more, without a link."""
    for text, elements in s.small.items():
        bare = letters(text)
        if len(bare) <= sum(map(len, told)) + 6 and all(words in bare for words in told):
            return next((e for e in reversed(elements) if e.closest("head") is None and not apart(e)), None)
    return None


def _right_box(target: tuple[Document, Element | None], selector: str) -> float:
    document, box = target
    found = document.select_one(selector)
    if found is None:
        return 0.0
    if box is None:
        return -0.3
    return 1.0 if found == box else (0.5 if inside(found, (box,)) or inside(box, (found,)) else -1.0)


_LABEL = re.compile(r"^[^:：#、,]{1,10}[:：]")
_LONGEST = 48  # characters of a tag
_SENTENCE = re.compile(r"[。！？；][^。]*$|[a-z]{3}\.\s")


def _agreement(
    specimens: Sequence[Specimen],
    wanted: list[set[str]],
    targets: Sequence[tuple[Document, Element | None]],
    pick: str,
    cloud: frozenset[str],
) -> float:
    """How well a pick gives the words wanted, words of the cloud not counted; a sentence is no tag."""
    total = there = 0.0
    pages = [look(s, "tags", pick) for s in specimens]
    usual = _usual(pages)
    for found, words, (_, box) in zip(pages, wanted, targets, strict=True):
        values = [v for v in found if v not in usual]
        if box is None and not words and cloud.issuperset(map(letters, values)):
            continue
        there += 1
        if any(len(v) > _LONGEST or _SENTENCE.search(v) for v in values):
            total -= 1
            continue
        got = {letters(v) for v in values} - cloud
        if words:
            total += (
                len(got & words) / max(1, len(got | words)) if got & words else 0.5 * (bool(got) and box is not None)
            )
        elif box is not None and values:
            whole = letters(_LABEL.sub("", tree.clean(box.text)))
            total += min(1.0, sum(len(g) for g in got) / max(1, len(whole))) * (
                1.0 if len(values) > 1 or len(whole) < 20 else 0.7
            )
        elif values:
            total -= 0.5
    return total / max(1.0, there) - (0.05 if usual else 0.0)
