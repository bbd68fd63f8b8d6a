r"""Values behind a label: ``作者：`` in a line of facts, a term and its definition, a row's head and its cell.

A place among optional facts shifts from page to page; the word before the value does not. Gives picks such as
``.facts -> 作者\s*[:：]?\s*(.+?)(?=\s*(?:日期|更新)|$)``. Refuses labels that only a few pages have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from backissue.learn.selectors import candidates, plainness, simple
from backissue.learn.specimen import Specimen, commonest, in_form, masked
from backissue.records import characters
from backissue.text import tree
from backissue.text.tree import Element, Node, Text

__all__ = [
    "AFTER_NOUN",
    "BEFORE_DATE",
    "BYLINE",
    "CHANGED",
    "DATE_AHEAD",
    "DAY_AND_TIME",
    "FIELDS",
    "NOBODY",
    "Labels",
    "heads",
    "parts",
]

FIELDS = {
    "byline": r"作\s?者|報道|报道|報導|报导|原作者|本文作者|文章作者|撰稿人|來自|来自|記者|记者|撰文|文|採訪|采访|撰稿|authors?|writers?|by|written by|reporters?|byline|words|寄件者|寄件人|發件人|发件人|from",
    "published": r"日期|時間|时间|發佈時間|發布時間|发布时间|發佈日期|發布日期|发布日期|發佈|發布|发布|發表於|發表|发表于|发表|刊登日期|刊登時間|刊登时间|見報日期|见报日期|出版日期|上載日期|date|published|posted|posted on|publication date|published on",
    "updated": r"更新|更新時間|更新时间|更新日期|最後更新|最后更新|修改時間|修訂|修订|最後修改|最后修改|最後編修|最后编修|最後編輯|最后编辑|updated|last updated|modified|last modified|edited|last edited|revised",
    "category": r"版面|欄目|栏目|分類|分类|類別|类别|頻道|频道|版別|section|category|channel|filed under|in",
    "tags": r"標籤|标签|關鍵字|关键字|關鍵詞|关键词|話題|tags?|keywords?|topics?|labels?",
    "publisher": r"來源|来源|稿源|出處|出处|source|轉載自|转载自|republished from",
}
"""The labels' words, for each field, as a pattern."""

_FIELDS = {name: re.compile(rf"(?:{words})", re.IGNORECASE) for name, words in FIELDS.items()}
BYLINE = _FIELDS["byline"]
"""Matches a label of a byline."""
_IN_TEXT = re.compile(r"(?:^|(?<=[\s|｜／/(（【\[·•]))([^\s:：|｜，,。.\d(（【\[]{1,8}(?: [a-z]{2,8})?)\s*[:：](?!//)")
_HEADED = re.compile(r"^([^\s:：|｜，,。.\d]{1,8}(?: [a-z]{2,8})?)\s*[:：](?!//)\s*\S")
_PHOTO = re.compile(r"攝影?|摄影?|圖|图|圖片|图片|圖文|photos?|pictures?|影", re.IGNORECASE)
"""Labels that belong to a byline: who took the pictures."""
_BOTH = re.compile(
    rf"(?:^|(?<=[\s|｜／/(（【\[·•]))([^\s:：]{{1,8}})\s*[:：]\s*[^:：]{{2,20}}?[\s/／|｜、,，;；]+(?:{_PHOTO.pattern})\s*[:：]",
    re.IGNORECASE,
)
"""Who wrote, by a label, beside who took the pictures."""
_DATE = (
    r"(?:(?:19|20)\d{2}\s?[-/.年]|\d{1,2}[/.-]\d{1,2}[/.-]\d|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},|(?:(?:星期|禮拜|礼拜|[週周])[一二三四五六日天][,，]?|[一二三四五六日天],)\s?(?=[\d一二三四五六七八九十])|[〇零一二三四五六七八九]{4}年)"
)
_DONE = r"(?:供稿[，,]?|撰[寫写文][，,]?|[寫写發发]?[佈布表]?[於于]|寫|写|撰於|撰于|(?:\bon)(?=\s))?"
DATE_AHEAD = rf"[\s|｜/／·•,，–—-]*{_DONE}[\s|｜/／·•,，–—-]*(?={_DATE})"
CHANGED = r"(?:(?:最後|最后)?(?:更新|修[改訂订])|(?:[Ll]ast )?(?:[Uu]pdated|[Mm]odified|[Ee]dited|[Rr]evised))"
"""What a line of the last change begins with."""
NOBODY = r"(?:[Ss]ubmitted|[Pp]osted|[Pp]ublished|[Ff]iled|[Ww]ritten|[Cc]reated|提交|[發发](?:表|佈|布))(?:\s+(?:on|at)\b|[於于]|\s*[:：|]|\s*$)"
"""A verb that says when, and not by whom: ``Submitted on Thu, …``."""
BEFORE_DATE = rf"^(?!{_DATE}|{CHANGED}|{NOBODY})(?:由\s+)?(.{{2,60}}?){DATE_AHEAD}"
"""A pattern for what stands before a date, the verb and the marks between them left out: ``X寫於 2003年…``, ``X | 5 May 2003``."""
_BEFORE_DATE = re.compile(BEFORE_DATE)
DAY_AND_TIME = (
    r"(?:\d{1,2} [一二三四五六七八九十]{1,3}月 (?:19|20)\d{2}|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d{2}|\d{2}(?!\d))|(?:(?:(?:19|20)\d{2}|[〇零一二三四五六七八九]{4})\s?[-/.年]\s?)?[\d一二三四五六七八九十]{1,3}\s?[-/.月]\s?[\d一二三四五六七八九十]{1,3}\s?日?"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? (?:19|20)\d{2})?)"
    r"(?:\s?[（(]?(?:星期|週|周)?[一二三四五六日][）)]?(?![一-鿿]))?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_AFTER_DATE = re.compile(
    rf"^[（(【〔［\[]?\s*{DAY_AND_TIME}\s*[|｜/／·•,，–—\s-]\s*([^\d\s][^。！？!?；;]{{1,60}}?)\s*[）)】〕］\]]?$"
)
_COUNT = r"(?:瀏覽|浏览|點擊|点击|點閱|点阅|閱讀|阅读|人氣|人气|觀看|观看|[Vv]iews?|[Rr]eads?|[Hh]its?)(?:次數|次数|人次|數|数|量)?\s*[:：]?\s*[\d,]+"
_OTHERS = "|".join(FIELDS[field] for field in ("published", "updated", "category", "tags", "publisher"))
_COUNTED = re.compile(
    rf"^(?!{_COUNT}|(?:{_OTHERS})\s*[:：])([^\d\s].{{1,58}}?)[\s|｜/／·•,，–—-]*(?:\s(?:{_OTHERS})\s*[:：].*?)?{_COUNT}",
    re.IGNORECASE,
)
"""What stands before how often a page was looked at, and other facts with labels: ``X 瀏覽 942``, ``X | Views: 12``."""
AFTER_NOUN = r"^(?:作\s?者|原作者|[Aa]uthors?|[Ww]ritten by)\s+([^\d\s:：].{1,60}?)\s+[—–|｜·]\s"
"""Names behind a noun that no colon parts from them, up to a mark: with what is told of each, which has no element of its own."""
_NOUNED = re.compile(AFTER_NOUN)
_AMID = re.compile(r"[^\s|｜／/(（【\[·•:：]\s+(作\s?者|authors?|writers?)\s*[:：]", re.IGNORECASE)
"""A noun for who wrote it, in a running line of facts that nothing parts: ``12:46 Post Writer: X``."""
_NOUN_FIRST = re.compile(r"(作\s?者|authors?|writers?)\s*[:：]", re.IGNORECASE)
_SEVERAL = 2  # pages
_ALL = 3  # labels of a line, from which on each of its facts has one
_SIGNED = re.compile(r"[|｜·•／]|\s/\s")
_MARK = r"(?:\s*[|｜·•]\s*|\s+/\s+|\s*(?:\u3000|\xa0\s?\xa0)\s*)"
PARTED = re.compile(_MARK)
"""What parts facts in one line."""
_COLON = re.compile(r"\s*[:：]\s*$")
_COLON_FIRST = re.compile(r"\s*[:：](?!//)")
_ADDRESS = r"<[^<>\s]+@[^<>\s]+>"
_WORDS = 320  # characters of a block of facts at most
_HEADS = frozenset(("dt", "th", "td", "span", "b", "strong", "label", "em", "i", "div", "font", "small"))


_BY_LINE = ("tags", "category", "updated", "published")
_ITEM_PLACE = re.compile(r"\bli(?::nth-of-type\(\d+\)|:first-child|:last-of-type)?$")


class Labels:
    """The labels of an era's pages; ``picks`` gives the ways to a field."""

    def __init__(self, specimens: Sequence[Specimen]) -> None:
        self._count = len(specimens)
        recurring: Counter[str] = Counter()
        for s in specimens:
            recurring.update({text for text in s.small if len(text) <= 20})
        self._usual = {text for text, n in recurring.items() if n >= 0.4 * self._count}
        self._seen: Counter[tuple[str, str, bool]] = Counter()
        self._of: dict[str, set[str]] = defaultdict(set)
        # where who took the pictures is told as well: that label is the byline's own
        self._took: Counter[tuple[str, str]] = Counter()
        self._lines: Counter[str] = Counter()  # labels that a line begins with, whatever it stands in
        for s in specimens:
            self._lines.update({m[1] for line in s.lines if len(line.text) <= 120 and (m := _HEADED.match(line.text))})
            found: set[tuple[str, str, bool]] = set()
            for element in _facts(s):
                words = characters.printed(element)
                apart = self._apart(element)
                inline = {m.group(1) for m in _IN_TEXT.finditer(words) if not _PHOTO.fullmatch(m.group(1))} - apart
                within = {
                    m.group(1) for m in _AMID.finditer(words)
                } & inline  # a fact among others, whatever it is called
                if len(inline) >= _ALL and (lead := _NOUN_FIRST.match(words)) and not _SIGNED.search(words):
                    within.add(lead[1])  # every fact of the line has its label
                for label, own in _own_elements(element, within & inline):
                    found.update(
                        (name, label, True)
                        for name in (simple(own)[:3] or candidates(own)[:6])
                        if s.document.select_one(name) == own
                    )
                    inline, within = inline - {label}, within - {label}
                apart, inline = apart | within, inline - within
                alone = len(inline) == 1 and any(map(_FIELDS["publisher"].fullmatch, inline))
                known = alone or any(map(_known, apart)) or any(map(_FIELDS["tags"].fullmatch, inline))
                if len(apart) + len(inline) < 2 and not known:
                    continue
                names = simple(element)[:3] + ([element.tag] if element.tag == "dl" else [])
                names = [name for name in names if s.document.select_one(name) == element]
                if known and not names:
                    names = [c for c in candidates(element) if s.document.select_one(c) == element][:12]
                found.update((name, label, True) for name in names for label in apart)
                found.update((name, label, False) for name in names for label in inline)
                both = {m.group(1) for m in _BOTH.finditer(words)} & apart
                self._took.update((name, label) for name in names for label in both)
            self._seen.update(found)
        for (name, label, _), n in self._seen.items():
            if n >= 2:
                self._of[name].add(label)

    def _apart(self, element: Element) -> set[str]:
        """Labels that are elements of their own before what they label."""
        out: set[str] = set()
        for e in element.iter_elements():
            if e.tag not in _HEADS or len(e.text) > 24:
                continue
            words = tree.clean(e.text)
            bare = _COLON.sub("", words)
            if not 0 < len(bare) <= 20 or (e.next_sibling is None and e.tag != "th"):
                continue
            if (
                e.tag in ("dt", "th")
                or bare != words
                or (isinstance(after := e.next_sibling, Text) and _COLON_FIRST.match(after.data))
                or (words in self._usual and e.tag in ("td", "label", "b", "strong", "span"))
            ):
                out.add(bare)
        for e in (element, *element.iter_elements()):
            out.update(filter(None, (heads(e), *map(_before_its_own, e.children))))
        return out

    def picks(self, field: str) -> Iterator[str]:
        """Ways to a field, the most seen first; a label within the text is part of a byline as printed, one apart is not."""
        ranked = sorted(self._seen.items(), key=lambda item: (-item[1], item[0]))
        given = 0
        for (name, label, apart), n in ranked:
            if n < max(2, 0.02 * self._count) or not _FIELDS[field].fullmatch(label):
                continue
            if field in _BY_LINE and label in self._lines and _ITEM_PLACE.search(name):
                continue  # an item's place shifts where an optional fact is missing; its line does not
            others = sorted(self._of[name] - {label}, key=lambda w: (-len(w), w))
            stop = "|".join(_loose(w) for w in others)
            mark = r"\s*[:：]?\s*" if apart else r"\s*[:：]\s*"
            head = r"(?:^|(?<=[\s|｜/／(（【]))"
            aside = ""
            if field == "byline" and apart:  # behind a sender's name stands its address, or that alone
                mark, aside = rf"\s*+[:：]?+\s*+(?!{_ADDRESS})", rf"(?:\s*{_ADDRESS})?"
            end = aside + _END
            next_fact = (
                rf"(?:(?:\s+|\s*[|｜/／]\s*)(?:{stop})(?:\s|[:：]|$)|(?:{stop})\s*[:：])"  # a name may end in 文
            )
            ends = rf"(?={aside}{next_fact}|{end})" if stop else rf"(?={end})"
            inner = (
                f"({_loose(label)}{mark}.{{1,80}}?)"
                if field == "byline" and (not apart or self._took[name, label] >= _SEVERAL)
                else f"{_loose(label)}{mark}(.{{1,80}}?)"
            )
            yield f"{name} -> {head}{inner}{ends}"
            given += 1
            if given >= 12:
                break
        if field in _BY_LINE:
            for label, n in commonest(self._lines, 20):
                if n >= max(2, 0.1 * self._count) and _FIELDS[field].fullmatch(label):
                    yield rf"text: ^{_loose(label)}\s*[:：]\s*(.{{1,80}}?)$"

    def leading(self, specimens: Sequence[Specimen]) -> Iterator[str]:
        """Ways to what a line of facts begins with, before the first label or the date: where bylines stand that have no label."""
        inline: Counter[str] = Counter()
        for (name, label, apart), n in self._seen.items():
            if not apart and not any(_FIELDS[f].fullmatch(label) for f in ("byline",)):
                inline[name] = max(inline[name], n)
        for name, n in commonest(inline, 3):
            if n >= 0.2 * self._count:
                known = {"byline": "", "publisher": ""}
                others = [
                    w
                    for w in self._of[name]
                    if not any(_FIELDS[f].fullmatch(w) for f in known) or w in ("來源", "来源")
                ]
                stop = "|".join(_loose(w) for w in sorted(others, key=lambda w: (-len(w), w)))
                if stop:
                    yield rf"{name} -> ^(?!(?:{stop})\s*[:：])(.{{2,60}}?)[\s|｜/／]*(?=(?:{stop})\s*[:：]|$)"
        dated: Counter[str] = Counter()
        after: Counter[str] = Counter()
        nouns: Counter[str] = Counter()
        counted: Counter[str] = Counter()
        for s in specimens:
            found: set[str] = set()
            later: set[str] = set()
            noun: set[str] = set()
            for text, elements in s.small.items():
                if len(text) <= _WORDS and _NOUNED.match(text):
                    noun.update(c for e in elements[:2] if e.closest("li") is None for c in candidates(e)[:24])
                if len(text) > 120 or len(elements) > 3:
                    continue
                if len(elements) <= 2 and _COUNTED.match(text):
                    counted.update(c for e in elements if e.closest("a, li") is None for c in candidates(e)[:24])
                # a break parts date and name as a mark does: ``2009-08-15 19:27<br>X``
                text = characters.printed(elements[0]) if elements[0].select_one("br") is not None else text
                if len(text) <= 100 and _AFTER_DATE.match(text):
                    later.update(
                        c for e in elements if e.closest("a, nav, footer, li") is None for c in candidates(e)[:24]
                    )
                if len(text) <= 120 and _BEFORE_DATE.match(text) and len(elements) <= 2:
                    for e in elements:
                        first = next((c for c in e.children if isinstance(c, Text) and c.data.strip()), None)
                        if first is not None and not re.match(_DATE, tree.clean(first.data)):
                            found.update(candidates(e)[:24])
            dated.update(found)
            after.update(later)
            nouns.update(noun)
        for selector, n in sorted(dated.items(), key=lambda item: (-item[1], plainness(item[0]), item[0]))[:8]:
            if n >= 0.2 * self._count:
                yield f"{selector} -> {_BEFORE_DATE.pattern}"
        for selector, n in sorted(counted.items(), key=lambda item: (-item[1], plainness(item[0]), item[0]))[:8]:
            if n >= 0.2 * self._count:
                yield f"{selector} -> {_COUNTED.pattern}"
        for selector, n in sorted(nouns.items(), key=lambda item: (-item[1], plainness(item[0]), item[0]))[:4]:
            if n >= 0.2 * self._count:
                yield f"{selector} -> {AFTER_NOUN}"
        for selector, n in sorted(after.items(), key=lambda item: (-item[1], plainness(item[0]), item[0]))[:8]:
            if n >= 0.2 * self._count:
                yield f"{selector} -> {_AFTER_DATE.pattern}"
        yield from self._parts(specimens)

    def _parts(self, specimens: Sequence[Specimen]) -> Iterator[str]:
        """Ways to the first and the last part of lines that marks part, numbers and the menu's words left out: ``X | 瀏覽 99``."""
        lines: Counter[str] = Counter()
        words: set[str] = set()
        alike = Counter(same for s in specimens for same in {masked(text) for text in s.small if len(text) <= 100})
        for s in specimens:
            here: set[str] = set()
            for text, elements in s.small.items():
                if (
                    len(text) <= 100 and alike[masked(text)] >= 0.4 * self._count
                ):  # the foot's words, which never change
                    continue
                parts = PARTED.split(characters.printed(elements[0])) if len(text) <= 100 else []
                if not 2 <= len(parts) <= 6 or all(any(map(str.isdigit, part)) for part in parts):
                    continue
                for e in elements[:2]:
                    if e.closest("a, nav, li, footer, title") is None and not (
                        s.body is not None and s.body in e.ancestors
                    ):
                        here.update(candidates(e)[:24])
                        words.update(part for part in parts if part in self._usual)
            lines.update(here)
        no = "".join(rf"(?!(?:{'|'.join(map(re.escape, sorted(words)))})\s*(?:{_MARK}|$))" for _ in range(bool(words)))
        for selector, n in sorted(lines.items(), key=lambda item: (-item[1], plainness(item[0]), item[0]))[:6]:
            if n >= 0.2 * self._count:
                yield rf"{selector} -> ^{no}([^|｜·•\d]{{2,40}}?){_MARK}"
                yield rf"{selector} -> {_MARK}{no}((?:(?!{_MARK})[^\d]){{2,40}})$"
                if words:  # a byline of several parts, before the menu's word
                    usual = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
                    yield rf"{selector} -> ^{no}([^\d].{{1,58}}?){_MARK}(?=(?:{usual})\s*(?:{_MARK}|$))"


def parts(line: str) -> list[str]:
    """A line, and what marks, spaces between Chinese words, or a date part it into."""
    out = [line, *(PARTED.split(line) if PARTED.search(line) else ())]
    out += [found[1] for form in (_BEFORE_DATE, _AFTER_DATE, _COUNTED) if (found := form.match(line))]
    out += line.split(" ") if not line.isascii() and " " in line and len(line) <= 60 else []
    return [words for words in dict.fromkeys(out) if len(words) > 1]


_END = r"[\s\-–—|｜·•]*$"


def _own_elements(element: Element, labels: set[str]) -> Iterator[tuple[str, Element]]:
    """Of labels amid a line's facts those that have an element with their value: ``<span>作者：X</span>`` beside others."""
    for label in sorted(labels):
        for e in element.iter_elements():
            words = characters.printed(e)
            if (
                words.startswith(label)
                and _COLON_FIRST.match(words[len(label) :])
                and len(_IN_TEXT.findall(words)) == 1
            ):
                yield label, e
                break


def heads(element: Element) -> str:
    """The label that is all an element says before an element with the value: ``作者：<span>…``.

    A link is such an element only where the label has one, too: ``<i>作者</i> <a>…</a> -``.
    """
    children = [c for c in element.children if isinstance(c, (Element, Text)) and any(map(str.isalnum, c.text))]
    if len(children) != 2 or not isinstance(value := children[1], Element):
        return ""
    own = isinstance(children[0], Element)
    label = _COLON.sub("", tree.clean(children[0].text))
    fits = own or (value.tag != "a" and value.tag not in tree.BLOCK)
    return label if fits and len(label) <= 20 and _known(label) else ""


def _before_its_own(text: Node) -> str:
    """The label with a colon that a text ends in right before an element with the value: ``作者：<span>X</span> 日期：<span>…``."""
    value = text.next_sibling if isinstance(text, Text) else None
    if not isinstance(value, Element) or value.tag == "a" or value.tag in tree.BLOCK or not value.text.strip():
        return ""
    found = _AT_END.search(text.text)
    return found[1] if found and _known(found[1]) else ""


_AT_END = re.compile(r"(?:^|[\s|｜／/(（【\[·•])([^\s:：|｜，,。.\d(（【\[]{1,8}(?: [a-z]{2,8})?)\s*[:：]\s*$")


def _known(label: str) -> bool:
    """Whether a word is a field's."""
    return any(words.fullmatch(label) for words in _FIELDS.values())


def _facts(s: Specimen) -> Iterator[Element]:
    """Small elements that may hold labelled facts: no prose, no menu."""
    for text, elements in s.small.items():
        if len(text) <= _WORDS and (len(elements) <= 2 or _nested(elements)):
            for element in elements if len(elements) <= 2 else elements[-1:]:
                if (
                    element.tag in ("a", "title")
                    or element.closest("nav, footer, figure") is not None
                    or in_form(element)
                ):
                    continue
                if element.tag != "li" or _labelled(element):
                    yield element


def _nested(elements: Sequence[Element]) -> bool:
    """Whether each of these holds the next and nothing else: a table, its row, its cell."""
    return all(inner.parent == outer for outer, inner in pairwise(elements))


def _labelled(item: Element) -> bool:
    """Whether a list's item is a fact: an element with a field's label and a colon come first."""
    first, *rest = [c for c in item.children if isinstance(c, (Element, Text)) and c.text.strip()] or [item]
    if not rest or not isinstance(first, Element) or first.tag not in _HEADS:
        return False
    words = tree.clean(first.text)
    marked = _COLON.search(words) or (isinstance(rest[0], Text) and _COLON_FIRST.match(rest[0].data))
    return marked is not None and _known(_COLON.sub("", words))


def _loose(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in words.split())
