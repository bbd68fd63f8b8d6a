"""Captions and credits that have no box of their own: a line below a picture that begins as only captions do.

``圖：``, ``▲``, ``Photo: X``, ``資料圖片``. Refuses a line that could be a sentence of the article.
"""

from __future__ import annotations

import re

from backissue.records.blocks import Block
from backissue.records.figures import Figure
from backissue.text import markdown

__all__ = ["captioned"]

_CREDIT = re.compile(
    r"(?:圖片來源|圖片提供|圖片|图片来源|图片提供|图片|照片提供|照片|相片|資料圖片?|资料图片?|攝影?|摄影?|撮影|写真|사진|影像|圖文?|图文?|來源|来源"
    r"|photo(?:graph)?s?(?: credits?| source)?|pictures?(?: credit)?|images?(?: credits?| source)?|credits?|source|illustration|foto|bild(?:quelle)?|imagen|crédit(?: photo)?|foto[s]?)"
    r"\s*[:：/／=]\s*(?P<who>[^\s。！？!?][^。！？!?]{0,60}\.?)"
    r"|(?:photo(?:graph)?|image|picture|illustration)s?,? (?:taken )?(?:by|courtesy of|from|via) .{2,60}"
    r"|(?:網上|网上|網絡|网络|資料|资料|設計|示意|檔案|档案)(?:圖片|图片|照片|相片|圖|图)|handout(?: photo)?|file (?:photo|picture)"
    r"|[^，。；：:（）()！？!?]{2,16}(?:提供|攝|摄|供圖|供图)(?:圖片|图片)?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:[▲△▼↑◤◥☝]+|(?:上|下|左|右)?(?:圖片|图片|相片|照片)(?:說明|说明)\s*[:：]?|(?:圖說|图说|圖解|图解|說明|说明)\s*[:：]|(?:上|下|左|右)?(?:圖|图)(?:[一二三四五六七八九十]|\d{1,2})?\s*[:：]"
    r"|(?:caption|description|pictured|above|photo caption)\s*[:：])\s*(?P<words>\S.*)",
    re.IGNORECASE,
)
_SHORT = 16
"""Characters of a name behind ``圖：``; what is longer tells what the picture shows."""
_LONGEST = 240
_LONGEST_CREDIT = 110
"""Characters: no way of ``_CREDIT`` to say who took a picture gets as long."""
_CAPTION_BEGINS = frozenset("▲△▼↑◤◥☝上下左右圖图相照說说cdpaCDPA")
_SHOWS = re.compile(r"^(?:圖|图|圖片|图片|照片|相片|사진|写真|foto|bild|photo|picture|image)\s*[:：=]", re.IGNORECASE)


def captioned(blocks: list[Block]) -> list[Block]:
    """The blocks, such lines taken as the captions and credits of the pictures right before them."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1].figure if out else None
        if last is None or block.kind != "p" or len(block.text) > _LONGEST or not _take(last, block.text):
            out.append(block)
    return out


def _take(figure: Figure, text: str) -> bool:
    """Whether a line is the picture's caption or credit; it is then."""
    whole = [w for line in markdown.rough(text).split("\n") if (w := _bare(line.rstrip("\\").strip("*_ \u3000")))]
    found = [_told(words) for words in whole]
    if not found or None in found:
        return False
    for told in found:
        kind, words = told or ("", "")
        if kind == "caption" and figure.settled and figure.caption:
            return False
        if kind == "caption":
            figure.caption, figure.settled = words, True
        elif not figure.credit:
            figure.credit = words
    return True


def _bare(words: str) -> str:
    """A line without brackets around all of it."""
    return words[1:-1].strip() if words[:1] in "（([【" and words[-1:] in "）)]】" and len(words) > 2 else words


def _told(words: str) -> tuple[str, str] | None:
    """``caption`` or ``credit``, and the words; None for what is neither."""
    if len(words) > _LONGEST_CREDIT and words[:1] not in _CAPTION_BEGINS:  # as the paragraph below most pictures
        return None
    if found := _CREDIT.fullmatch(words):
        said = found["who"]
        if said and _SHOWS.match(words) and (len(said) > _SHORT if not said.isascii() else len(said.split()) > 6):
            return "caption", said
        return "credit", words
    found = _CAPTION.fullmatch(words)
    return ("caption", found["words"]) if found else None
