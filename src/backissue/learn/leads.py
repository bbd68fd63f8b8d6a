"""Where the articles' pictures stand outside of their text, if anywhere: above it, beside it, in a strip below.

A picture is an article's own if hardly another article shows it and no link around it leads to another page. Refuses
portraits of writers, which recur, and the pictures in cards, which lead away.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from backissue import urls
from backissue.learn.fields import Learned, apart, look
from backissue.learn.selectors import choose
from backissue.learn.specimen import Specimen, in_form, inside
from backissue.pages.mentions import family
from backissue.records import figures
from backissue.records.picking import in_a_row
from backissue.text import tree
from backissue.text.bylines import find_bylines, parse_byline
from backissue.text.tree import Element

__all__ = ["lead", "ornaments"]

_LONGEST = 260
"""Characters of a caption and a credit, for each picture of a box."""
_HEADLINE = 8
"""Characters: no headline is shorter."""
_MOST = 2
"""Articles that show a picture which is still their own: one from the files may be shown again."""
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)", re.IGNORECASE)
_DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\d{1,2}:\d\d")
_HEADINGS = "h1, h2, h3, form"


def lead(specimens: Sequence[Specimen], body: str, bylines: Sequence[str] = ()) -> Learned:
    """A pick for the box that holds an article's pictures outside of ``body``, the era's selector of the text.

    ``bylines`` are picks of who wrote, whose portraits are none.
    """
    roots = [s.document.select(body)[:10] for s in specimens]
    named, calls = _named(specimens)
    shown = [_shown(s, within, named, calls) for s, within in zip(specimens, roots, strict=True)]
    names = [_writers(s, bylines) for s in specimens]
    articles: dict[str, set[str]] = defaultdict(set)
    titled = len({s.title for s in specimens}) > 0.5 * len(specimens)
    for s, pictures in zip(specimens, shown, strict=True):
        for e, url in pictures.items():
            article = s.title if titled else s.pick.identity  # which may have several addresses
            for name in {url, _written(e)}:
                articles[name].add(article)
    own = [
        {
            e
            for e, url in pictures.items()
            if max(len(articles[name]) for name in (url, _written(e)) if name) <= _MOST and not _portrays(e, writers)
        }
        for pictures, writers in zip(shown, names, strict=True)
    ]
    few = sum(map(bool, own)) < max(3, 0.025 * len(specimens))
    if few:  # of a picture on few pages its words must tell that it is no advertisement
        own = [mine if _told_of(mine) else set() for mine in own]
    if not any(own):
        return Learned()
    boxes = [
        _box(next(e for e in pictures if e in mine), pictures, mine, set(within)) if mine else None
        for pictures, mine, within in zip(shown, own, roots, strict=True)
    ]

    def good(i: int, selector: str) -> float:
        row = in_a_row(specimens[i].document.select(selector))
        if not row:
            return 0.0
        if any(box in roots[i] or any(root in box.iter_elements(root.tag) for root in roots[i]) for box in row):
            return -1.0
        held = [e for e in shown[i] if any(e == box or box in e.ancestors for box in row)]
        others = [e for box in row for e in box.iter_elements(_PICTURES) if e not in shown[i]]
        if any(_leads_away(e, specimens[i], named, calls) for e in others):
            return -1.0  # arrows to the next article, cards
        if any(e not in own[i] for e in held) or sum(len(box.text.strip()) for box in row) > _LONGEST * max(
            1, len(held)
        ):
            return -1.0
        return len(held) / len(own[i]) if held else 0.0

    best = choose([(s.document, box) for s, box in zip(specimens, boxes, strict=True)], good, least=0.6)
    for selector, _ in best[:12]:
        on = sum(good(i, selector) > 0 for i in range(len(specimens)))
        missed = sum(good(i, selector) < 0 for i in range(len(specimens)))
        if on >= (1 if few else 3) and missed <= 0.02 * on:
            return Learned([selector], f"pictures that hardly another article shows, on {on} of {len(specimens)} pages")
    return Learned()


def _told_of(pictures: Collection[Element]) -> bool:
    """Whether a picture of these is called a figure, or has a caption, by the name of an element in a small box around it."""
    for picture in pictures:
        at: object = picture.parent
        for _ in range(3):
            if not isinstance(at, Element) or at.tag in ("body", "html") or len(at.text) > _LONGEST:
                break
            if any(
                len(tree.clean(e.text)) >= _CAPTION and _CAPTIONS.search(f"{e.tag} {e.attr('class') or ''}")
                for e in at.iter_elements()
            ):
                return True
            at = at.parent
    return False


_CAPTIONS = re.compile(r"caption|photo.?(?:txt|text|desc)|credit|legend|(?:^|[^a-z])cap(?:$|[^a-z])", re.IGNORECASE)
_CAPTION = 4  # characters


def ornaments(specimens: Sequence[Specimen], body: str) -> dict[str, str]:
    """Selectors of pictures within the text that three articles and more show, with the evidence: arrows, marks, the template's own."""
    seen: dict[str, set[str]] = defaultdict(set)
    for s in specimens:
        for root in s.document.select(body)[:10]:
            for element in root.iter_elements(_PICTURES):
                source = _written(element).partition("?")[0]
                path, slash, file = source.rpartition("/")
                if "." in file and not set(file) & set('"\\'):
                    seen[f'img[src*="/{file}"]' if path or slash else f'img[src="{file}"]'].add(s.pick.identity)
    return {
        selector: f"the same picture in the text of {len(on)} articles"
        for selector, on in seen.items()
        if len(on) >= max(3, 0.03 * len(specimens))
    }


def _shown(s: Specimen, roots: Sequence[Element], named: Collection[str], calls: Collection[str]) -> dict[Element, str]:
    """The pictures outside of ``roots`` that may be the article's: no map, no menu's, no card's; each with its address."""
    out: dict[Element, str] = {}
    within = {_file(e) for root in roots for e in root.iter_elements(_PICTURES)} - {""}
    for element in s.document.iter_elements(_PICTURES):
        if (
            "usemap" in element.attrs
            or inside(element, roots)
            or apart(element)
            or in_form(element)  # a riddle of letters
            or _is_paid(element)
            or _leads_away(element, s, named, calls)
        ):
            continue
        if _file(element) in within:  # one of the text's own, in another size
            continue
        figure = figures.of_image(element, lambda address: urls.original(address, s.pick.url))
        if figure is not None and figure.url not in out.values():
            out[element] = figure.url
    return out


def _is_paid(picture: Element) -> bool:
    """Whether a box around a picture is called an advertisement's or a sponsor's."""
    around = [e for e in itertools.islice(picture.ancestors, _BOXES) if isinstance(e, Element)]
    return any(_PAID.search(f"{e.attr('class') or ''} {e.attr('id') or ''}") for e in around if len(e.text) <= _LONGEST)


_BOXES = 3
_PAID = re.compile(
    r"(?:^|[\s_-])(?:ads?|adverts?|advertisements?|sponsors?|sponsored|banners?)(?:$|[\s_-])", re.IGNORECASE
)
_PICTURES = ("img", "amp-img")


def _file(picture: Element) -> str:
    """The name of a picture's file without its size and suffix, where it is long enough to be that picture's alone."""
    name = (picture.attr("src") or "").partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    name = _RESIZED.sub("", name)
    return name if len(name) >= _TELLING else ""


_RESIZED = re.compile(
    r"(?:[-_.@](?:\d{2,4}x\d{2,4}|thumb(?:nail)?|small|medium|large|[smlt]|\d(?:\.\d)?x))+$", re.IGNORECASE
)
_TELLING = 6  # characters


def _writers(s: Specimen, bylines: Sequence[str]) -> set[str]:
    """The names of those who wrote a page, as its byline prints them and as machines are told."""
    values = [value for pick in (*bylines, "ld: author.name", "meta: author") for value in look(s, "byline", pick)]
    return {author.name for value in values for author in parse_byline(value)}


def _portrays(picture: Element, writers: Collection[str]) -> bool:
    """Whether a picture stands in a small box with a line that is but the name of one who wrote: a portrait."""
    if tree.clean(picture.attr("alt") or "") in writers:
        return True
    at: object = picture.parent
    for _ in range(3):
        if not isinstance(at, Element) or len(at.text) > _LONGEST or at.tag in ("body", "html"):
            return False
        if at.text.strip():
            return any(line in writers for line in tree.own_lines(at)) or any(
                tree.clean(e.text) in writers for e in at.iter_elements()
            )
        at = at.parent
    return False


def _written(picture: Element) -> str:
    """A picture's address as the page writes it: ``images/logo.gif`` is another one in every folder; empty where a script would put it."""
    source = (picture.attr("src") or "").strip()
    return "" if any(name.startswith("data-") for name in picture.attrs) else source


def _named(specimens: Sequence[Specimen]) -> tuple[set[str], set[str]]:
    """The keys of pages that links with a headline's words lead to, for a picture's own page has no such link; and words that are none.

    Those lead to three addresses and more to which no other words lead: ``Purchase this photo``.
    """
    leads: dict[str, set[str]] = defaultdict(set)
    hrefs: set[tuple[str, str]] = set()
    for s in specimens:
        for link in s.document.iter_elements("a"):
            href = (link.attr("href") or "").strip()
            words = tree.clean(link.text)
            if len(words) >= _HEADLINE and (urls.host(s.pick.url), href) not in hrefs:
                hrefs.add((urls.host(s.pick.url), href))
                leads[words].add(urls.key(urls.original(href, s.pick.url)))
    headed = Counter(key for keys in leads.values() for key in keys) + Counter(s.pick.key for s in specimens)
    calls = {words for words, keys in leads.items() if len(keys) >= _CALLED and all(headed[key] == 1 for key in keys)}
    named = {key for words, keys in leads.items() if words not in calls for key in keys}
    return named.union(s.pick.key for s in specimens), calls


_CALLED = 3


def _leads_away(picture: Element, s: Specimen, named: Collection[str], calls: Collection[str]) -> bool:
    """Whether the picture is a link to another site or article, or stands in a small box beside one: an advertisement, a card."""
    at: object = picture.parent
    for _ in range(4):
        if not isinstance(at, Element) or at.tag in ("body", "html") or len(at.text) > _LONGEST:
            return False
        links = [at] if at.tag == "a" else at.iter_elements("a")
        for link in links:
            href = (link.attr("href") or "").strip()
            if not href or href.startswith(("#", "javascript:")) or _FILE.search(href):
                continue
            if tree.clean(link.text) in calls:
                continue
            url = urls.original(href, s.pick.url)
            if family(urls.host(url)) != family(urls.host(s.pick.url)):
                if at.tag == "a":
                    return True
            elif (key := urls.key(url)) != urls.key(s.pick.url) and (
                key in named if at.tag == "a" else len(tree.clean(link.text)) >= _HEADLINE
            ):
                return True
        at = at.parent
    return False


def _box(picture: Element, shown: dict[Element, str], own: set[Element], roots: set[Element]) -> Element:
    """The largest element around a picture that holds pictures of the article, and of words no more than what is said of them."""
    best = picture
    for above in picture.ancestors:
        if not isinstance(above, Element) or above.tag in ("body", "html", "main", "article"):
            break
        held = [e for e in shown if above in e.ancestors]
        words = tree.clean(above.text)
        if any(e not in own for e in held) or len(words) > _LONGEST * len(held) or above.select_one(_HEADINGS):
            break
        if any(root in above.iter_elements(root.tag) for root in roots) or (
            len(words) > len(tree.clean(best.text)) and (_DATED.search(words) or _signs(above))
        ):
            break
        best = above
    return best


def _signs(box: Element) -> bool:
    """Whether a line of the box is a byline: a caption names its photographer, but calls nobody a writer."""
    return any(
        author.role not in _TAKES for line in tree.own_lines(box) if len(line) <= 40 for author in find_bylines(line)
    )


_TAKES = frozenset(["攝", "摄", "攝影", "摄影", "攝影記者", "摄影记者", "圖", "图", "圖片", "图片"])
