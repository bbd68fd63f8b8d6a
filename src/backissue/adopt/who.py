"""Who wrote a foreign record: the printed byline taken apart, and the true one where the text itself says so.

``author`` is never changed; this makes ``authors`` of it. Refuses to take a
name apart that has no role before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from backissue.model import Author
from backissue.text.bylines import parse_byline

__all__ = ["Who", "authors_of", "byline_in"]

_ROLE = (
    r"(?:見習|见习|實習|实习|特約|特约|首席|高級|高级|資深|影像|攝影|摄影|駐[^記记]{1,4}?)?(?:記者|记者)|特派員|特派员|特約撰稿人|通訊員|通讯员|"
    r"評論員|评论员|主筆|編輯|编辑|編譯|编译|實習生|实习生"
)
_PART = re.compile(rf"^(?P<before>[^\s、，,／/:：]{{0,8}}?)(?P<role>{_ROLE})\s*(?P<name>[^\s:：／/].{{1,30}})?$")
_SPLIT = re.compile(r"\s*[、，,；;]\s*")
_DESK = re.compile(r"(?:組|组|部|室|中心|隊|队|台)$")
_BOXED = re.compile(r"^[^|｜︱:：]{1,12}\s*[|｜︱]\s*(.+)$")
_IN_TEXT = re.compile(
    r"【\s*(?P<role>撰文|撰稿|採訪|采访|採訪及撰文|文|作者|執筆|執笔|翻譯|翻译|譯者|译者)\s*[:：／/|｜]\s*(?P<names>[^】\n]{1,60})】|"
    r"^[（(]?(?P<role2>撰文|撰稿|採訪及撰文|作者|執筆)\s*[:：／/|｜]\s*(?P<names2>[^）)\n。，]{1,40})[）)]?[ \t]*$",
    re.MULTILINE,
)
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{0,3}\s?[A-Za-z][\w.'’ -]{1,40}")
_BODY = re.compile(r"(?:公司|協會|协会|聯盟|联盟|學會|学会|大學|大学)$")
_EDGE = 3


@dataclass(frozen=True, slots=True)
class Who:
    """The authors, and where they were found (``author``, ``text``, ``author's box``)."""

    authors: tuple[Author, ...]
    how: str = ""


def authors_of(printed: str, in_text: tuple[Author, ...], boxed: str) -> Who:
    """The authors of a record with this byline, with what ``byline_in`` found in its text, and the name in its author's box."""
    if in_text:
        return Who(in_text, "text")
    if printed.strip():
        return Who(_printed(printed.strip()), "author")
    if boxed:
        name = m[1] if (m := _BOXED.match(boxed.strip())) else boxed
        return Who(_printed(name.strip()), "author's box")
    return Who(())


def byline_in(blocks: Sequence[str]) -> tuple[Author, ...]:
    """The byline that stands in brackets, or on a line of its own, at the text's beginning or end."""
    edges = blocks if len(blocks) <= 2 * _EDGE else [*blocks[:_EDGE], *blocks[-_EDGE:]]
    for block in edges:
        if ("：" in block or ":" in block) and (found := _IN_TEXT.search(block)):
            names = found["names"] or found["names2"]
            role = found["role"] or found["role2"]
            if "http" in names or "@" in names.partition(" ")[0][:1]:
                continue
            names = re.split(r"\s*[、，,；;]?\s*(?:攝影|摄影|圖|图)\s*[:：]", names)[0]
            parts = [part for part in re.split(r"\s*[、，,；;&＆]\s*|\s{2,}", names.strip(" *_")) if part]
            return tuple(Author(part, "person", role if role not in ("文", "作者") else None) for part in parts)
    return ()


@lru_cache(maxsize=4096)
def _printed(printed: str) -> tuple[Author, ...]:
    """The authors of a printed byline; whatever has no form that is known is one name, whole."""
    out: list[Author] = []
    for part in _SPLIT.split(printed) if not re.search(r"[A-Za-z]{2,},", printed) else [printed]:
        found = _PART.match(part)
        if found and found["name"] and not _NAME.fullmatch(found["name"]):
            out.append(Author(part, "organisation" if _BODY.search(part) else "person"))
        elif found and found["name"]:
            before = found["before"]
            place = before if before and not _DESK.search(before) and len(before) <= 3 else None
            role = found["role"] if place or not before else f"{before}{found['role']}"
            out.append(Author(found["name"].strip(), "person", role, place))
        elif found:  # 某報記者: nobody by name
            out.append(Author(part, "desk"))
        elif out and out[-1].role and re.fullmatch(r"[\u3400-\u9fff]{2,4}", part):
            out.append(Author(part, "person", out[-1].role, out[-1].place))  # 記者甲、乙: both are
        else:
            out += _by_form(part)
    return tuple(dict.fromkeys(out))


def _by_form(part: str) -> list[Author]:
    told = parse_byline(part)
    if len(told) == 1 and (told[0].role or told[0].place or told[0].name == part):
        return list(told)
    if re.search(r"[/／:：]", part) or re.fullmatch(r"(?i)by\s.+", part):
        return list(told) or [Author(part)]
    if (
        re.search(r"\s(?:and|&|與|和)\s", part)
        and told
        and sum(len(a.name) for a in told) >= 0.6 * len(part.replace(" ", ""))
    ):
        return list(told)
    return [replace(told[0], name=part) if len(told) == 1 else Author(part)]
