"""What stands within the articles' text and is not theirs, line by line: what to cut at, and what to clean.

``boxes`` finds the blocks to drop first. Lines that recur from page to page are the template's, as are lines that only
lead to other articles, and the few words above the text that name a desk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC

from backissue.learn.bodies import Body
from backissue.learn.boxes import DAY, drop_boxes
from backissue.learn.labels import DAY_AND_TIME
from backissue.learn.moments import witnesses
from backissue.learn.specimen import Line, Specimen, commonest, masked
from backissue.records.live import is_time
from backissue.records.rules import outermost
from backissue.text import tree
from backissue.text.dates import day_of, find_dates
from backissue.text.tree import Element, Text

__all__ = ["changed_line", "find_junk"]

_EDITOR = re.compile(
    r"^(?:責任編輯|责任编辑|責編|责编|執行編輯|执行编辑|編輯|编辑|校對|校对|審核|审核|監製|监制|Editor|Edited by)\s*[:：]\s*"
)


def find_junk(body: Body, is_article: Callable[[str], bool]) -> None:
    """Blocks and lines within the text that recur from page to page: what to drop, to cut and to clean.

    ``is_article`` says of an address whether the paper's articles have its form.
    """
    pages = [(s, root) for s in body.specimens for root in outermost(s.document.select(body.selector)[:10])[:1]]
    drop_boxes(body, pages, is_article)
    dropped = [_dropped(root, body.drop) for _, root in pages]
    lines = [
        [line for line in s.lines if _below(line.block, root, gone)]
        for (s, root), gone in zip(pages, dropped, strict=True)
    ]
    _cut_tails(body, lines)
    _clean_lines(body, lines)
    _clean_days_asked(body, pages, lines)
    _clean_heads(body, pages)


def _dropped(root: Element, drop: dict[str, str]) -> set[Element]:
    return {e for selector in drop for e in root.select(selector)}


def _below(block: Element, root: Element, gone: set[Element]) -> bool:
    if block == root:
        return True
    if block in gone:
        return False
    for above in block.ancestors:
        if above == root:
            return True
        if above in gone:
            return False
    return False


def _cut_tails(body: Body, pages: list[list[Line]]) -> None:
    """Lines from which on, to the text's end, nothing is the article's own."""
    count = sum(1 for lines in pages if lines)
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({masked(line.text) for line in lines})
    least = max(3 if count >= 6 else 2, 0.12 * count)
    starts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for lines in pages:
        at = len(lines)
        while at and (seen[masked(lines[at - 1].text)] >= least or _leads_on(lines[at - 1])):
            at -= 1
        if at == 0:
            continue
        while at < len(lines) and seen[masked(lines[at].text)] < least:
            at += 1
        if at < len(lines):
            first = masked(lines[at].text)
            starts[first] += 1
            words.setdefault(first, lines[at].text)
    for first, n in commonest(starts, 6):
        if n < least:
            break
        # The line must never stand before text of the article's own.
        before = sum(
            1
            for lines in pages
            for i, line in enumerate(lines)
            if masked(line.text) == first and any(x.runs and seen[masked(x.text)] < least for x in lines[i + 1 :])
        )
        if before > 0.02 * seen[first]:
            continue
        pattern = _pattern(words[first])
        body.cut[pattern] = f"ends the text on {n} of {count} pages"
    for key, n in seen.items():
        if n < max(least, 0.4 * count) or not (label := next((x for x in _replies(pages, key)), "")):
            continue
        body.cut.setdefault(_pattern(label), f"what readers wrote stands behind it, on {n} of {count} pages")


def _replies(pages: list[list[Line]], key: str) -> list[str]:
    """The words of a line that heads what readers wrote, if most of the text stands before it on nearly every page; else none."""
    out = []
    short = 0
    for lines in pages:
        for i, line in enumerate(lines):
            if masked(line.text) == key:
                if not _REPLIES.fullmatch(line.text):
                    return []
                before, behind = (sum(len(x.text) for x in part if x.runs) for part in (lines[:i], lines[i + 1 :]))
                short += before < behind
                out.append(line.text)
    return out if short <= 0.1 * len(out) else []


_REPLIES = re.compile(
    r"(?:[讀读]者|[網网]友|全部|所有|最新)?(?:回應|回应|留言|評論|评论|迴響|回响|回覆|回复|意見|意见|討論|讨论|[來来]信|[來来]函|投[書书]|心[聲声]|有[話话][說说])(?:區|区)?\s*(?:[（(]?\s*\d+\s*[^\w\s]*[）)]?)?"
    r"|(?:\d+ )?(?:(?:reader|user|member|your|all|recent) )?(?:comments?|replies|responses|discussion|feedback|letters)(?: \(?\d+\)?)?"
    r"|(?:from (?:the|our) )?guest ?book|(?:what )?(?:our )?readers (?:say|said|write|wrote)|have your say",
    re.IGNORECASE,
)


def _leads_on(line: Line) -> bool:
    return line.linked >= 0.9 * len(line.text)


def _pattern(words: str, *, whole: bool = False) -> str:
    """A pattern for a line that recurs: its words, numbers free, at most forty characters of it (``whole``: and the rest)."""
    short = words if len(words) <= 40 else words[:40]
    parts = re.split(r"(\d+)", short)
    spelt = "".join(r"\d+" if p.isdigit() else _escaped(p) for p in parts)
    return f"^{spelt}" + ("$" if len(words) <= 40 else ".*$" if whole else "")


def _escaped(words: str) -> str:
    return re.sub(r"\s+", r"\\s+", re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", words))


def _clean_lines(body: Body, pages: list[list[Line]]) -> None:
    """Lines within the text that recur whole, or begin alike and then only lead to another article."""
    count = sum(1 for lines in pages if lines)
    seen: Counter[str] = Counter()
    words: dict[str, str] = {}
    leads: Counter[str] = Counter()
    for lines in pages:
        for key in {masked(line.text) for line in lines}:
            seen[key] += 1
        for line in lines:
            words.setdefault(masked(line.text), line.text)
            if 0.4 * len(line.text) <= line.linked < len(line.text):
                found = re.match(
                    r"^(?:[^：:︰】\]]{2,12}[：:︰】\]]|[»›▶►▸→➔➜➤➡⇒☞◆◇■□●○◎★☆▲△※]+|[>\-–—・·•]+(?=\s))", line.text
                )
                if found:
                    leads[found.group()] += 1
    least = max(4, 0.25 * count)
    amid = _amid_the_text(pages, least)
    cuts = [re.compile(p) for p in body.cut]
    for key, n in commonest(seen, 60):
        if n < least:
            break
        if any(c.search(words[key]) for c in cuts) or len(key) < 2 or is_time(words[key]):
            continue
        if key in amid and n < max(_OFTEN, 0.5 * count):
            continue
        body.clean[_pattern(words[key], whole=True)] = f"the same line on {n} of {count} pages"
    today = sum(any(_TODAY.search(line.text) for line in lines) for lines in pages)
    if today >= least:
        body.clean[_TODAY.pattern] = f"the day on which the page was asked for, on {today} of {count} pages"
    labels: Counter[str] = Counter()
    for lines in pages:
        labels.update({found.group() for line in lines if (found := _EDITOR.match(line.text)) and len(line.text) <= 24})
    for label, n in labels.items():
        if n >= max(3, 0.2 * count):
            pattern = f"^{_escaped(label)}.{{1,20}}$"
            body.clean = {p: why for p, why in body.clean.items() if not p.startswith(f"^{_escaped(label)}")}
            body.clean[pattern] = f"an editor's line on {n} of {count} pages"
    for head, n in leads.items():
        if n >= max(3, 0.05 * count):
            body.clean[f"^{_escaped(head)}.*$"] = f"begins {n} lines that only lead to other pages"


def _amid_the_text(pages: list[list[Line]], least: float) -> set[str]:
    """Whole sentences that always stand between others of the articles' own: what several people wrote alike, if few did."""
    seen: Counter[str] = Counter(key for lines in pages for key in {masked(line.text) for line in lines})
    within: Counter[str] = Counter()
    for lines in pages:
        own = [i for i, x in enumerate(lines) if x.runs and seen[masked(x.text)] < least]
        if own:
            within.update(
                {masked(x.text) for x in lines[own[0] : own[-1]] if x.runs and _WHOLE.search(x.text) and not x.linked}
            )
    return {key for key, n in within.items() if n == seen[key]}


_OFTEN = 6
_WHOLE = re.compile(r"^.{30,}[.。！？!?」』”]\s*$")


def _clean_days_asked(body: Body, pages: list[tuple[Specimen, Element]], lines: list[list[Line]]) -> None:
    """Lines at the text's head that are a day and nothing else, mostly the capture's and not the article's: a calendar on the wall."""
    there: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for (s, _), those in zip(pages, lines, strict=True):
        for line in those[:_HEAD]:
            days = find_dates(line.text, UTC) if len(line.text) <= _LONGEST_DAY else []
            if len(days) == 1 and _WEEKDAY.fullmatch(line.text[: days[0].start] + line.text[days[0].end :]):
                form, day, told = _form_of_day(line.text), day_of(days[0].value), witnesses(s)
                there[form] += 1
                asked[form] += abs((day - s.pick.when.date()).days) <= 1
                judged[form] += bool(told)
                own[form] += day in told
    for form, n in commonest(there):
        if n >= max(4, 0.25 * len(pages)) and asked[form] >= 0.6 * n and own[form] <= 0.4 * judged[form] > 0:
            body.clean[form] = f"the day on which the page was asked for, on {n} of {len(pages)} pages"


def _form_of_day(words: str) -> str:
    """A pattern for days printed as this one is."""
    return "^" + _PART.sub(lambda m: _FREE.get(m.lastgroup or "") or _escaped(m[0]), words) + "$"


_PART = re.compile(r"(?P<number>\d+)|(?P<word>[A-Za-z]+)|(?P<week>(?<=[期週周])[一二三四五六日])|[^\dA-Za-z]")
_FREE = {"number": r"\d+", "word": "[A-Za-z]+", "week": r"\w"}
_WEEKDAY = re.compile(
    r"\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:星期|[週周])[一二三四五六日])?\W*",
    re.IGNORECASE,
)
_HEAD = 3  # lines
_LONGEST_DAY = 40  # characters


_TODAY = re.compile(
    r"(?i)^(?:(?:今天|今日)(?:是|為|为)?\s*[:：]?\s*[〇零一二三四五六七八九\d]{2,4}\s*年[^。]{4,30}|today(?: is|:|'s date:?)\s+[^.!?]{6,40}\d{4})$"
)
_LONG_AGO = (
    r"(?:約|约)?\s*\d+\s*(?:秒[鐘钟]?|分[鐘钟]|小[時时]|天|日|星期|[週周]|[個个]月|年)前"
    r"|\d+\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago"
)
_AGO = re.compile(rf"(?i)^(?:{_LONG_AGO})$")


def changed_line(label: str) -> str:
    """A pattern for the line that is left of a line of dates when the day it came out is taken: ``2 年前更新於 …``.

    ``label`` is the pattern of the update's word.
    """
    return rf"(?i)^(?:{_LONG_AGO})?[\s|｜·•]*{label.removeprefix('^')}\s*{DAY_AND_TIME}\s*$"


def said_before(elements: Sequence[Element]) -> str | None:
    """A pattern for lines of these elements that say the same before a day and nothing behind it; None where they do not."""
    said = set()
    for element in elements:
        lines = [(words, days[0]) for words in tree.own_lines(element) if len(days := find_dates(words, UTC)) == 1]
        whole = [words[: day.start].strip() for words, day in lines if len(words) - day.end <= 1]
        if len(whole) != 1:
            return None
        said.add(whole[0])
    first = said.pop() if len(said) == 1 else ""
    return rf"^{_escaped(first)}.{{4,40}}$" if len(first) >= _TELLING else None


_TELLING = 4  # characters


def _clean_heads(body: Body, pages: list[tuple[Specimen, Element]]) -> None:
    """Short words above the text: how long ago it was, and those that are one of a few on most pages: a desk, a kind."""
    seen: Counter[str] = Counter()
    ago = 0
    for s, root in pages:
        words = _before_running(root, s)
        ago += any(map(_AGO.search, words))
        seen.update(words)
    if ago >= max(3, 0.1 * len(pages)):
        body.clean[_AGO.pattern] = f"how long ago it was, on {ago} of {len(pages)} pages"
    within = Counter(line.text for s, _ in pages for line in s.lines if len(line.text) <= _SHORT)
    few = {
        words: n
        for words, n in seen.items()
        if n >= max(3, 0.06 * len(pages)) and within[words] <= n and not _AGO.search(words)
    }
    if len(few) <= _KINDS and sum(few.values()) >= max(4, 0.5 * len(pages)):
        for said, n in few.items():
            why = f"one of {len(few)} such words above the text, on {n} of {len(pages)} pages"
            body.clean.setdefault(_pattern(said), why)


def _before_running(root: Element, s: Specimen) -> set[str]:
    """The short texts that stand whole in an element between the headline and the first of running text."""
    title = "".join(s.title.split())
    out: set[str] = set()
    for element, _ in zip(root.iter_elements(), range(_ABOVE), strict=False):
        words = tree.clean(element.text)
        bare = "".join(words.split())
        if len(bare) >= 4 and title.startswith(bare):
            out.clear()
        elif element.tag in ("p", "blockquote", "figure", "table", "ul", "ol"):
            break
        elif (
            2 <= len(words) <= _SHORT
            and not any(isinstance(c, Element) for c in element.children)
            and not _amid(element)
        ):
            out.add(words)
    return {words for words in out if not is_time(words) and not DAY.search(words)}


def _amid(element: Element) -> bool:
    """Whether words stand right beside an inline element, so that it is but part of a line."""
    if element.tag in tree.BLOCK:
        return False
    near = (element.previous_sibling, element.next_sibling)
    return any(isinstance(n, Text) and any(map(str.isalnum, n.data.strip().split("\n")[0])) for n in near)


_ABOVE = 40
_SHORT = 16
_KINDS = 12
