"""What a text says of itself: corrections, editor's notes, and where it was published first.

Known by the words they begin with, in the languages of ``_LABELS`` and ``_FIRST``. They stay in the text where
the paper put them; the record says that they are there. Refuses notes without a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backissue.model import Note, Origin
from backissue.records.blocks import Block
from backissue.text import markdown

__all__ = ["notes", "notes_of", "origin", "origin_of", "origin_of_byline"]

_LABELS = {
    "correction": (
        r"(?:重要)?更正(?:啟事|启事|聲明|声明|及致歉|及道歉|通知|說明|说明)?|勘誤|勘误|訂正|订正|訂正とお詫び|お詫びと訂正|정정(?:합니다| ?보도)?"
        r"|corrections?(?: and clarifications?| to this (?:article|story))?|corrected|erratum|an earlier version of this (?:article|story|report)\b"
        r"|korrektur|berichtigung|rectificatif|corrección|fe de erratas|correção|correzione|errata(?: corrige)?|rettelse|rättelse|ralat|koreksi"
    ),
    "clarification": r"澄清(?:啟事|启事|聲明|声明)?|clarifications?|klarstellung|aclaración|précision|chiarimento",
    "editor": (
        r"編者按語?|编者按语?|編按|编按|編輯按|编辑按|編者註|編者注|编者注|編註|編注|编注|編輯註|編輯部按|编辑部按|編輯室按|編輯室報告|按語|編後語|编后语|編集部(?:注|より)|편집자 ?주"
        r"|(?:a )?(?:note from the editors?|note to readers?|editor(?:['’]s|s['’]|ial)? notes?|editors? note|ed(?:\.|itor)[’']?s?\.? note)"
        r"|anmerkung der redaktion|anm\. d\. red\.|note de la rédaction|ndlr|nota (?:del editor|de la redacción|do editor|da redação|dell['’]editore|della redazione)|n\. ?de ?r\.|noot van de redactie|redaktionens? anmärkning|catatan (?:editor|redaksi)"
    ),
}
_MARKS = r"[\s*_\[【（(「<>▲■●◆※#—–-]*"
_MARKED = " \u3000*_[【（(「<>▲■●◆※#—–-\n\\"
_KINDS = [(kind, re.compile(rf"{_MARKS}(?:{words})", re.IGNORECASE)) for kind, words in _LABELS.items()]
_AFTER = re.compile(
    r"(?:[\s*_]*[（(][^（()）]{1,30}[)）])?(?:,? (?:appended|added|made|issued)?,? ?(?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?| \d{1,2} [A-Z][a-z]+ \d{4}|\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?"
    r"[\s*_]*(?:[:：︰】\]）)」>｜|]|[—–-]|\\?\n)[\s*_:：—–-]*"
)
_WITHIN = re.compile(
    rf"[（(【\[](?P<label>{_LABELS['editor']}|勘誤|勘误)\s*[:：]\s*(?P<text>[^）)】\]]{{2,400}})[）)】\]]",
    re.IGNORECASE,
)
_WITHIN_SIGNS = ("按", "註", "注", "勘", "ditor")  # one letter is found ten times as fast as two
_BEGIN = frozenset("重更勘訂订お정澄編编按편集ceakbrfnp")
"""What the labels begin with, small; most blocks are known by their first letter to be none."""
_LABEL_BEGINS = frozenset(
    {*_BEGIN, *"".join(_BEGIN).upper(), *_MARKED, "\u212a"}
)  # the last is Kelvin's sign, small a k
_FULL = re.compile(r"an earlier version of", re.IGNORECASE)


def notes(blocks: Sequence[Block]) -> tuple[Note, ...]:
    """Corrections and editor's notes among an article's blocks, in order, without their labels."""
    out: list[Note] = []
    whole = "\n".join([block.text for block in blocks])
    signs = [sign for sign in _WITHIN_SIGNS if sign[0] in whole and sign in whole]
    for i, block in enumerate(blocks):
        text = block.text
        may_be = text[:1] in _LABEL_BEGINS
        if not (may_be or signs) or block.figure is not None or not text or block.kind == "code":
            continue
        found = _labelled(text) if may_be else None
        if found is not None:
            kind, words = found
            out.append(Note(kind, words or _following(blocks[i + 1 :])))
        elif signs and any(sign in text for sign in signs):
            out += _inside(text)
    return tuple(dict.fromkeys(note for note in out if note.text))


def notes_of(words: str, *, labelled: bool = False) -> tuple[Note, ...]:
    """The note that these words are, found by a pick: an editor's where they have no label, unless they must be ``labelled``."""
    if labelled:
        return tuple(Note(*found) for found in [_labelled(words.strip())] if found)
    return notes([Block("p", markdown.escape(words))]) or ((Note("editor", words),) if words else ())


def _labelled(text: str) -> tuple[str, str] | None:
    """The kind of a note that a block is, and its words, empty where the label stands alone; None for other blocks."""
    if _first_letter(text) not in _BEGIN:
        return None
    for kind, pattern in _KINDS:
        label = pattern.match(text)
        if label is None:
            continue
        if _FULL.search(label[0]):
            return kind, _plain(text)
        if label.end() == len(text.rstrip("*_】])） ")):
            return kind, ""
        if after := _AFTER.match(text, label.end()):
            return kind, _plain(text[after.end() :]).rstrip("】])）" if text.lstrip("*_ ")[:1] in "【[（(" else "")
    return None


def _first_letter(text: str) -> str:
    """The first letter of a block, small, behind its marks."""
    return text.lstrip(_MARKED)[:1].lower()


def _following(blocks: Sequence[Block]) -> str:
    """What stands below a label that has a line of its own."""
    block = next((b for b in blocks[:1] if b.kind in ("p", "quote", "list")), None)
    return _plain(block.text) if block is not None else ""


def _inside(text: str) -> Iterator[Note]:
    """Notes that stand in brackets within a paragraph."""
    for found in _WITHIN.finditer(markdown.rough(text)):
        kind = "correction" if found["label"].startswith("勘") else "editor"
        yield Note(kind, found["text"].strip())


def _plain(text: str) -> str:
    return " ".join(markdown.rough(text).replace("> ", "").split()).strip("*_ \u3000")


# Where it was published first

_NAMES = r"(?P<name>.{2,120}?)"
_FIRST = (
    # 本文轉載自《某報》；原文刊於某報；原載某報2020年2月1日
    rf"{_MARKS}(?:本文|文章|此文|原文|全文|內容|内容)?(?:已)?(?:獲授權|获授权|經授權|经授权|授權|授权)?(?:轉載自?|转载自?|轉自|转自|轉引自|原(?:文)?(?:刊載?|载|載|發表|发表|刊登)(?:於|于|在)?|首發(?:於|于)?|首发(?:于|於)?|(?:首刊|刊載|刊登)(?:於|于))\s*[:：]?\s*{_NAMES}(?=[，。；,;（(]|\s*(?:，|。)?\s*(?:獲授權|经授权|經授權|获授权|作者|原題|原题|\d{{4}})|[】\]）)]*\s*$)",
    rf"{_MARKS}(?:this|the|an? (?:earlier |longer |different |edited )?version of this)\s+(?:article|story|piece|post|essay|interview|report|commentary|column|analysis|op-ed|feature|version)?\s*(?:was |is |has been )?(?:(?:first|originally|previously|initially) (?:appeared|ran|published|posted|produced|reported)|(?:appeared|ran|published|posted) (?:first|originally)|(?:co-?|re-?)published)(?: here)? (?:in|on|at|by|with|from) {_NAMES}(?=[.,;]|\s+(?:on|in|under|as|and|with|here|website)\b|[\]）)]*\s*$)",
    rf"{_MARKS}(?:re-?published|reprinted|reproduced|originally published|first published|first appeared|originally appeared|syndicated)(?: with (?:the )?permission)?(?: here)? (?:from|in|on|at|by|of) {_NAMES}(?=[.,;]|\s+(?:on|in|under|with)\b|[\]）)]*\s*$)",
    rf"{_MARKS}(?:dieser (?:artikel|beitrag|text) (?:ist |erschien )?(?:zuerst|zunächst|ursprünglich)(?: erschienen)? (?:in|bei|auf|im)(?: der| dem)?|cet article (?:a d['’]abord été|est d['’]abord|est initialement) (?:publié|paru) (?:dans|sur|par)|(?:este artículo (?:fue|se) )?public(?:ado|ó) originalmente (?:en|por)|初出[:：]|本記事は) ?{_NAMES}(?=[.,;。、]|\s+(?:am|le|el|veröffentlicht)\b|[\]）)]*\s*$)",
)
_ORIGINS = [re.compile(pattern, re.IGNORECASE) for pattern in _FIRST]
_LINK = re.compile(r"\[((?:\\.|[^\]])*)\]\(<?(https?://[^)>\s]+)")
_BY = re.compile(
    r"^\s*(?:轉載自?|转载自?|轉自|转自|republished from|reprinted from)\s*[:：]?\s*(.{2,60})$", re.IGNORECASE
)
_EDGE = 4  # blocks from either end; what is in the middle tells of other things
_ORIGINS_BEGIN = frozenset("本文此原全內内已獲获經经授轉转首刊初tarofsdce")


def origin(blocks: Sequence[Block]) -> Origin | None:
    """The paper that published this first, if a line at either end says so, with the link it gives."""
    at = [*blocks[:_EDGE], *blocks[max(_EDGE, len(blocks) - _EDGE) :]]
    for block in at:
        if (
            block.figure is not None
            or len(block.text) > 600
            or block.kind not in ("p", "quote")
            or _first_letter(block.text) not in _ORIGINS_BEGIN
        ):
            continue
        if name := origin_of(_plain(block.text)):
            linked = _LINK.search(block.text)
            return Origin(name, linked[2] if linked else None)
    return None


def origin_of(words: str) -> str | None:
    """The paper that published first, if these words say so."""
    for pattern in _ORIGINS:
        if (found := pattern.match(words)) and (name := _name(found["name"])):
            return name
    return None


def origin_of_byline(printed: str | None) -> Origin | None:
    """The paper that a byline such as ``轉載自：某報`` names."""
    found = _BY.match(printed or "")
    return Origin(name) if found and (name := _name(found[1])) else None


def _name(words: str) -> str:
    """A paper's name without its quotation marks; empty where the words are a sentence."""
    words = words.strip(" \u3000*_「」\"“”'‘’").removeprefix("the ")
    if (titled := re.match(r"[《〈『](.+?)[》〉』]", words)) is not None:
        words = titled[1]
    return words if 2 <= len(words) <= 60 else ""
