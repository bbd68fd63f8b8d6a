"""Pictures: where the real address hides, what the caption says, and who took it.

Pages of every age hide a picture's address from browsers that have not scrolled
to it. Refuses pixels that count visitors, and pictures whose bytes stand in
the address itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from backissue.text.tree import Element, clean

__all__ = [
    "CAPTION",
    "CREDIT",
    "Figure",
    "bare_credit",
    "is_credit",
    "of_image",
    "picture_words",
    "settle",
    "split_credit",
]

_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-orig-file",
    "data-large-file",
    "data-url",
    "data-echo",
)
_LAZY_NAMES = frozenset(_LAZY)
_SETS = ("data-srcset", "srcset", "data-lazy-srcset")
# Asked in small letters: a pattern that ignores case cannot skip what begins none of its words, and takes six times as long.
_BLANK = re.compile(
    r"(?:blank|spacer|placeholder|loading|lazy|pixel|1x1|transparent|qr-?code|/qr/)[\w.-]*\.(?:gif|png|svg|jpe?g)(?:$|\?)"
)
_NO_FILE = ("data:", "about:", "blob:")
_TINY = re.compile(r"^\s*[0-3](?:px)?\s*$")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)[wx]\s*$")

CAPTION = re.compile(r"(?i)caption|cut-?line|photo-?desc|img-?desc|pic-?desc|image-?desc|圖說")
"""Class names that say: this is the words below the picture."""

CREDIT = re.compile(r"(?i)credit|photographer|copyright|img-?source|photo-?source|photo-?by|攝影")
"""Class names that say: this is who took it."""

_LABELS = (
    r"圖片來源|图片来源|圖片提供|图片提供|圖片|图片|照片|相片|資料圖片|资料图片|資料圖|资料图|資料照片|资料照片|攝影|摄影|圖|图|影|來源|来源|"
    r"[Pp]hotos?(?: credit| by| courtesy of)?|[Pp]ictures?|[Ii]mages?|[Cc]redit|[Ss]ource"
)
_LABELLED = rf"(?:{_LABELS})\s*[:：/／|｜]\s*[^\s，。；（）()\[\]][^，。；（）()\[\]]{{0,40}}"
# 資料圖片, 受訪者提供, 某某攝, 某報／某某攝, Handout: what says by itself that it is a credit
_PLAIN = r"(?:[資资]料[圖图]片?|[資资]料照片|[網网][上络絡][圖图]片|由?[^\s，。；:：（）()\[\]了的在是由]{1,24}(?:提供|[攝摄]影?|[攝摄][製制]|翻[攝摄]|截[圖图]|[圖图]片|影片)|[Hh]andout|[Ff]ile photo)"
_WHOLE = rf"(?:{_LABELLED}|{_PLAIN})"
_IN_BRACKETS = re.compile(rf"^(.*\S)\s*(?:[（(]\s*({_WHOLE})\s*[）)]|[［\[【]\s*({_WHOLE})\s*[］\]】])\s*$", re.DOTALL)
# Behind a whole sentence, or a bar: a clause that ends in 提供 is none.
_AT_END = re.compile(
    rf"^(.*[。．.！？!?」』”\"])[\s　]*(?:[|｜/／—–-]+[\s　]*)?({_WHOLE})\s*$|^(.*\S)[\s　]*(?:[|｜]|\s[/／—–-]+\s)[\s　]*({_WHOLE})\s*$|^(.*[\s　|｜])({_LABELLED})\s*$",
    re.DOTALL,
)
_SAYS = re.compile(r"[攝摄供圖图片影來来]|[Hh]andout|[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit|[Ss]ource")
_LONGEST = 64
"""Characters: no credit at a caption's end is longer, with its label and brackets."""
_EDGE = " \u3000|｜/／—–-"
_LABEL_OF_CREDIT = re.compile(
    rf"^(?:[©＝=]\s*|(?:圖片來源|图片来源|[圖图]片|照片|相片|[圖图]|來源|来源|[Ss]ource|[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage)\s*[:：/／|｜]\s*)(?=(?:{_PLAIN}|[Pp]hoto\s*:.*)$)"
)
_POINTER = "▲△▼▽↑↓←→◤◥◀▶☝👆 \u3000"
"""Signs before a caption that say where the picture stands."""


@dataclass(slots=True)
class Figure:
    """A picture on its way into the text; caption and credit may still be found. ``settled`` once they were, ``named`` where a name called it the caption."""

    url: str
    caption: str = ""
    credit: str = ""
    settled: bool = False
    named: bool = False


def of_image(node: Element, absolute: Callable[[str], str]) -> Figure | None:
    """The picture of an ``img`` or ``amp-img``, its ``alt`` as a first caption; None for pixels and blanks.

    ``absolute`` gives the original URL of what stands on the page, or nothing.
    """
    attrs = node.attrs
    if ("width" in attrs and _TINY.match(node.attr("width") or "")) or (
        "height" in attrs and _TINY.match(node.attr("height") or "")
    ):
        return None
    url = _address(node)
    if not url:
        return None
    url = absolute(url)
    return Figure(url, clean(node.attr("alt") or "")) if url.startswith(("http:", "https:")) else None


def picture_words(node: Element) -> str:
    """What an emoji's picture stands for, or empty where it is a real picture."""
    alt = node.attr("alt") or ""
    if not alt or len(alt) > 8 or alt.isascii():
        return ""
    return alt if "emoji" in (node.attr("class") or "") or "/emoji/" in (node.attr("src") or "") else ""


_LABEL = re.compile(
    r"^(?:[圖图][片像](?:說明|说明|來源|来源|加註文字|加注文字)\s*[，,：:]|(?:(?:[Ii]mage|[Pp]icture|[Pp]hoto) (?:caption|source)|[Dd]escription)\s*[,:])\s*(?=\S)"
)


def unlabelled(words: str) -> str:
    """A caption or credit without the label that some pages say to those who cannot see the picture.

    >>> unlabelled("圖片說明，碼頭的清晨。")
    '碼頭的清晨。'
    """
    words = words.lstrip(_POINTER)
    return _LABEL.sub("", words) if words[:1] in "圖图IiPpDd" else words


def bare_credit(words: str) -> str:
    """A credit without the brackets and the Chinese label around what says by itself that it is one.

    ``圖：王小明`` keeps its label, for a name alone would not tell what he did; of two labels one is kept.

    >>> bare_credit("（圖片：王小明攝）"), bare_credit("圖：王小明"), bare_credit("PHOTO: Photo: Ada Lam")
    ('王小明攝', '圖：王小明', 'Photo: Ada Lam')
    """
    if len(words) > 2 and words[0] + words[-1] in _PAIRS:
        words = words[1:-1].strip()
    return _LABEL_OF_CREDIT.sub("", words)


_PAIRS = frozenset(("（）", "()", "［］", "[]", "【】"))


def split_credit(caption: str) -> tuple[str, str]:
    """A caption without the credit that closes it (``（資料圖片）``, ``Photo: X``), and that credit; else as it is, and empty.

    >>> split_credit("碼頭的清晨。（受訪者提供）")
    ('碼頭的清晨。', '受訪者提供')
    >>> split_credit("碼頭的清晨。 王小明攝")
    ('碼頭的清晨。', '王小明攝')
    """
    says = _SAYS.search(caption, max(0, len(caption) - _LONGEST))  # most captions end in none, and are told so soon
    found = says and (_IN_BRACKETS.match(caption) or _AT_END.match(caption))
    if not found:
        return caption, ""
    words, credit = filter(None, found.groups())
    return words.rstrip(_EDGE), credit.strip()


def is_credit(words: str) -> bool:
    """Whether words are by themselves who took a picture: ``資料圖片``, ``（王小明攝）``, ``Photo: X``, ``Handout``."""
    return bool(_CREDIT_ALONE.fullmatch(words))


def settle(figure: Figure) -> None:
    """Part caption and credit of a figure as a reader would: labels and brackets gone, a credit at the caption's end taken off."""
    figure.caption, figure.credit = unlabelled(figure.caption), unlabelled(figure.credit)
    alone = figure.caption and _CREDIT_ALONE.fullmatch(figure.caption) and not _SENTENCE.search(figure.caption)
    if alone and not _CREDIT_ALONE.fullmatch(figure.credit):
        figure.caption, figure.credit = figure.credit, figure.caption  # who took it stands before what it shows
    if not figure.credit:
        figure.caption, figure.credit = split_credit(figure.caption)
    if (figure.credit or _SENTENCE.search(figure.caption)) and _SHOWN.match(figure.caption):
        figure.caption = _SHOWN.sub("", figure.caption)
    figure.credit = bare_credit(figure.credit)


_SHOWN = re.compile(r"^(?:[圖图]片|照片|相片|[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage)\s*[:：]\s*(?=\S)")
"""A label before what a picture shows: before a name alone it tells who took it."""
_SENTENCE = re.compile(r"[。！？!?…]$|(?:\s\S+){4,}\.$|\.[”\"]?\s+\(")
_CREDIT_ALONE = re.compile(rf"[（(\[]?\s*(?:{_PLAIN}|(?:[Pp]hoto|攝影|摄影)\s*[:：].{{1,40}})\s*[）)\]]?")


def _blank(url: str) -> bool:
    """Whether an address leads to no picture: its bytes stand in it, or it holds a picture's place."""
    url = url.lower()
    return url.startswith(_NO_FILE) or _BLANK.search(url) is not None


def _address(node: Element) -> str:
    attrs = node.attrs
    for name in () if _LAZY_NAMES.isdisjoint(attrs) else _LAZY:
        if name in attrs and (value := node.attr(name)) and not _blank(value.strip()):
            return value.strip()
    if (source := (node.attr("src") or "").strip()) and not _blank(source):
        return source
    for name in _SETS:
        if (value := node.attr(name)) and (best := _largest(value)):
            return best
    parent = node.parent
    if isinstance(parent, Element) and parent.tag == "picture":
        for sibling in parent.select("source"):
            for name in _SETS:
                if (value := sibling.attr(name)) and (best := _largest(value)):
                    return best
    return ""


def _largest(srcset: str) -> str:
    """The address of the largest picture in a ``srcset``."""
    best, size = "", -1.0
    for part in re.split(r",\s+|,(?=https?:|/)", srcset):
        address, _, width = part.strip().partition(" ")
        found = _SIZE.search(width)
        here = float(found[1]) if found else 1.0
        if address and here > size and not _blank(address):
            best, size = address, here
    return best
