"""What tells a byline's line from what else may stand in its place: its first words, a desk's last, and patterns for both.

Refuses to know pages; lines go in, patterns come out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import regex

from backissue.text.trade import BY_WORDS

__all__ = ["DESK", "FACT", "GUARDS", "LEAD", "SENTENCE", "guard"]

_LEADS = (
    "見習記者 見习记者 實習記者 特約記者 特派記者 本報記者 本报记者 記者 记者 撰文 採訪 采访 作者 圖文 图文 文字 文 報道 报道 報導 攝影 摄影 來源 来源 轉載自 转载自"
    " 責任編輯 责任编辑 編輯 编辑 編採 编采 採編 采编 採寫 采写 編譯 编译 原作者 本文作者 文章作者 撰稿"
)
LEAD = re.compile(
    rf"^\s*[【（(\[■□◎●◆▲▪]?\s*(?:(?:{'|'.join(_LEADS.split())})(?:[．・·•、&＆＋+](?:{'|'.join(_LEADS.split())}|圖片?|图片?|攝|摄|影|相))*(?:\s*[:：︰﹕/／|｜◎○●◆■]\s*|\s+|(?!簡介|简介|介紹|介绍|資料|资料|專頁|专页|其他|更多|精選|精选|推薦|推荐|之選|之选|手記|手记|的話|的话|留言|來信|来信)(?=\S{{2,4}}\s*(?:[/／、】）)]|$)))"
    rf"|[一-鿿]{{2,5}}[記记]者[\s:：]|由\s+(?=\S)|(?:{BY_WORDS}|by|author|writer|source|text|words|from)[\s:：])",
    re.IGNORECASE,
)
DESK = re.compile(r"(?:[組组部室台]|編輯部|编辑部|中心|報訊|Desk|Staff|Newsroom|Team|Editors?)$")
SENTENCE = re.compile(r"[。！？!?；;」』”]\s*$|[a-z]\.\s*$")
"""Ends as a sentence does."""
_NO_SENTENCE = r"(?!.*(?:[。！？!?」』”]|，\s*$|[；;](?!\s?[^\s:：；;]{1,10}\s?[:：])))(?!.*[a-z]{3}\.(?:[\s)）]|$))"
_NO_DATE = r"(?!.*\d{4}\s?[-/.年]\s?\d)(?!.*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?!.*\d:\d\d)(?!.*\b(?:19|20)\d\d\b)(?!.*年.{1,3}月)"
_NO_FACT = (
    r"(?!\s*(?:(?:分類|分类|類別|类别|版面|欄目|栏目|標籤|标签|關鍵字|关键字|日期|時間|时间|發佈|发布|更新)(?:\s*[:：]|[ \u3000])|(?:tags?|section|category|filed under|posted|updated)\s*[:：]))"
    r"(?!.*[|｜·•].*\d)(?!.*\d.*[|｜·•])(?!.*\d\s*$)"
)
_TALLY = (
    r"(?:\d+|沒有|没有|[暫尚]?無|[暂尚]?无|發表|发表|no|one|leave an?|add an?|post an?)\s*(?:則|则|條|条|個|个|篇|次|位|人)?\s*"
    r"(?:回應|回应|留言|評論|评论|回覆|回复|意見|意见|讀者|读者|瀏覽|浏览|點擊|点击|comments?|repl(?:y|ies)|responses?|views?|reads?)"
)
_WEEKDAY = r"(?:星期|[週周]|禮拜|礼拜)[一二三四五六日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ISSUE = (
    r"(?:(?:總|总)?第\s*[\d〇零一二三四五六七八九十百]+\s*[期號号卷版刊]|(?:vol(?:ume)?|no|issue)\b\.?\s*\d+)[\s,，、]*"
)
_CHANGE = r"(?:最後|最后)?(?:更新|修[改訂订]|發[佈布表]|发[布表])|(?:last )?(?:updated|modified|published)"
FACT = re.compile(rf"^(?:(?!{_NO_FACT})|\s*(?:{_TALLY}|{_WEEKDAY}|(?:{_ISSUE})+|{_CHANGE})\s*$|#)", re.IGNORECASE)
"""Another field's label and value, numbers among marks, how many readers wrote or looked, a day of the week, an issue's number, the word of a change, a tag."""
GUARDS = tuple(
    rf"^(?=.*\p{{L}}{{2}}){_NO_FACT}{no}(.{{2,60}})$" for no in (_NO_SENTENCE + _NO_DATE, _NO_DATE, _NO_SENTENCE)
)
"""What tells a byline from what else may stand in its place: it is neither a sentence nor a date."""


def guard(right: Sequence[str], wrong: Sequence[str]) -> str | None:
    """A pattern that fits nearly all of the right lines and none of the wrong ones; None where there is none."""
    known = [p for p in (_patterns(right), _loose(right) if wrong else None) if p]
    spelt = [f"^({'|'.join(p.removeprefix('^').removesuffix('$') for p in patterns)})$" for patterns in known]
    for whole in (*GUARDS, *spelt):
        compiled = regex.compile(whole)
        fitting = sum(bool(compiled.search(r)) for r in right)
        if fitting >= 0.97 * len(right) and not any(map(compiled.search, wrong)):
            return whole
    return None


def _patterns(lines: Sequence[str]) -> list[str] | None:
    """Patterns for all of these byline lines that fit no other line; None where some are bare names."""
    leads: Counter[str] = Counter()
    desks: set[str] = set()
    for line in lines:
        found = LEAD.match(line)
        if found and found.group().strip():
            leads[re.sub(r"\s+", " ", found.group().strip(" :：/／|｜◎○●◆■"))] += 1
        elif DESK.search(line):
            desks.add(line)
        else:
            return None
    out = []
    if leads:
        words = "|".join(re.escape(w) for w in sorted(leads, key=lambda w: (-len(w), w)))
        out.append(rf"^(?:{words})\s*[:：/／|｜◎○●◆■\s]?\s*[^。！？!?]{{1,58}}$")
    if desks:
        tails = sorted({m.group() for d in desks if (m := DESK.search(d))})
        out.append(rf"^[^，。、；：！？,.;:!?]{{2,30}}(?:{'|'.join(re.escape(t) for t in tails)})$")
    return out


def _loose(lines: Sequence[str]) -> list[str]:
    """Patterns for byline lines of which some are bare names: short, of names' letters only."""
    out = _patterns([line for line in lines if LEAD.match(line) or DESK.search(line)]) or []
    rest = [line for line in lines if not LEAD.match(line) and not DESK.search(line)]
    if any(line.isascii() for line in rest):
        out.append(r"^\p{Lu}[\p{L}.’'-]+(?: (?:and |de |van |von )?\p{Lu}[\p{L}.’'-]+){1,5}$")
    if any(not line.isascii() for line in rest):
        out.append(r"^\p{Han}{2,3}(?:[、 　]\p{Han}{2,3}){0,3}$")
    return out
