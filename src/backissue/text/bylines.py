"""Bylines as newspapers print them: names told apart from roles, desks, places and agencies.

``parse_byline`` reads one printed byline; ``find_bylines`` finds the byline
lines of Chinese running text (記者X／文, 【撰文：X】, 責任編輯：X). Refuses to
invent: what is no name is left out, and words are never translated. Well over
450 lines: the forms, and the order in which they are tried, are one table.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from backissue.model import Author
from backissue.text.trade import (
    AGENCIES,
    BY,
    BY_WORDS,
    COMPOUND,
    DOUBLE,
    HEADS,
    NO_PLACES,
    NOT_NAMES,
    PLACE_ENDS,
    ROLE_WORDS,
    ROLES_HAN,
    SURNAMES,
    WRITES,
)

__all__ = ["find_bylines", "is_name", "parse_byline", "with_places", "writers"]

_HAN: Final = "\u3400-\u9fff\uf900-\ufaff〇·•‧．"
_DESK_HAN = re.compile(
    r"(?:[組组部室]|中心|編輯部|编辑部|小組|本報訊|本报讯|採訪隊|团队|團隊|專題|綜合報導|综合报道|本刊|評論部|编辑|編輯)$"
)
_ORG_HAN = re.compile(
    r"(?:社|報|报|網|网|電視|电视|電台|电台|電訊|电讯|日報|日报|晚報|晚报|新聞|新闻|通訊社|通讯社|政府|委員會|委员会|公司|大學|大学|学院|雜誌|杂志|研究所|基金會|基金会|协会|協會|局|廳|厅|頻道|频道|之声|之聲)$"
)
_LEAD = re.compile(
    rf"^(?:{BY_WORDS}|(?:staff|special|wire) reports?,?|author(?:s)?|from|by|von|vom|autor(?:en|in|es|a)?|par|por|di|da|av|af|door|przez|de|"
    r"text|texte|texto|testo|skrevet av|publicado por|written|redacción|foto|tekst|journalist|bericht von|ein(?:e)? \w+ von|kommentar von|interview:?|oleh|yazar|โดย)(?:\s*[:：|]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_LEAD_HAN = re.compile(
    rf"^[\s【（(［\[]*(?:(?:本報|本报|本刊|本网|本網|本台|总台|總台)?(?:{ROLES_HAN}))\s*[:：/／|｜︱丨]\s*"
)
_ROLE = re.compile(rf"\b(?:{ROLE_WORDS})s?\b", re.IGNORECASE)
_ROLE_ONLY = re.compile(
    r"(?:(?:contributing|staff|senior|chief|special|assistant|deputy|managing|political|city|local|sports?|arts|business|education|health|court|crime) )*"
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|photographer|staff)s?",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r",?\s*\b(?:Ph\.?\s?D|M\.?D|MBA|MPH|RDN?|RN|CPA|Esq|CFP|MSN?|BSN?|LDN?|CPT|CSCS|DO|FACP)\b\.?", re.ASCII
)
_DESK = re.compile(
    r"\b(?:staff|newsroom|news desk|desk|editorial(?: board| team)?|editors?|team|redaktion\w*|redacción|rédaction|la rédaction|redazione|newsdesk|web desk|bureau|reporters|correspondents?|administrator|admin|contributors?)\b",
    re.IGNORECASE,
)
_ORG = re.compile(
    r"\b(?:news|times|press|agency|wire|magazine|media|association|university|institute|inc|ltd|gmbh|department|ministry|council|foundation)\b|\.(?:com|org|net|de)\b",
    re.IGNORECASE,
)
_SIMPLE = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]{2,}$", re.ASCII)
"""A given and a family name and nothing else: most bylines that pages state to machines."""
_JOIN = re.compile(
    r"\s*(?:;|\||/|／|∕|×|､|、|，|・(?=\s)|\n|&|\+|•|·(?=\s)|\s(?:and|und|y|et|e|og|och|en|i|ve|with|mit|con|avec|sowie)\s|\bund\b|,\s*(?:and|und|y|et)\s)\s*",
    re.IGNORECASE,
)
_TRASH = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|@\w+|\([^)]*@[^)]*\)|\bfollow\b.*$|\b(?:updated?|published|posted|last updated|aktualisiert|veröffentlicht|stand)\b.*$|\d{1,2}:\d{2}.*$|\d{4}[-/.年].*$|"
    r"\b\d{1,2}\.? (?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.? .*$|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},.*$|\d+ min(?:ute)?s?(?: read)?.*$",
    re.IGNORECASE,
)
_NAMES_HAN = rf"[{_HAN}]{{2,4}}(?:(?:\s*[、，,／/;；]\s*|[ \u3000]+)[{_HAN}]{{2,4}})*"
_LABELLED = re.compile(
    rf"(?:^|[\s　（(【\[｜|;；。」”]|(?<=[{_HAN}]))(?P<role>{ROLES_HAN})(?:[、/／](?:{ROLES_HAN}))?\s*[:：]\s*(?P<names>[^\n:：（）()【】\[\]<>|｜]{{1,60}})"
)
_SPACED = re.compile(rf"(?P<role>{ROLES_HAN})[ \u3000]+(?P<names>{_NAMES_HAN})(?=$|[\s）)】\]。，,（(文摄攝/／|])")
_GLUED = re.compile(
    rf"^[□■◎●◆▲（(【]?\s*(?:[{_HAN}]{{0,12}}?)(?P<role>記者|记者|通訊員|通讯员|特派員|特派员|实习生)(?P<names>[{_HAN}]{{2,3}}(?:、[{_HAN}]{{2,3}})*)(?:\s*[/／|｜]\s*[{_HAN}]{{1,12}}|[{_HAN}]{{2}}(?:報導|報道|报道|报导))?\s*[）)】]?$"
)
_SLASHED = re.compile(
    rf"^[□■◎（(【]?\s*(?P<all>[{_HAN}、，, \u3000·•]{{2,40}}\s*[/／|｜]\s*[{_HAN}]{{1,12}})\s*[）)】]?$"
)
_GLUED_SLASH = re.compile(rf"(?:記者|记者|作者)(?P<names>[{_HAN}]{{2,3}})\s*[/／]\s*文")
_ALONE = re.compile(
    rf"^[□■◎—－\-（(\[【]*\s*(?P<names>[{_HAN}]{{2,4}}(?:[、 \u3000]+[{_HAN}]{{2,4}}){{0,4}})\s*[）)\]】]*$"
)
_TAKEN_FROM = re.compile(
    r"^(?:轉載自?|转载自?|轉自|转自|來自|来自|來源|来源|稿源|消息|source)\s*[:：]\s*|^via\s+(?=\S)|^[一-鿿]{0,6}(?:轉載|转载)自\s*(?=\S)|^(?:syndicated|reprinted|republished|taken) from\s+(?=\S)",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"[（(]\s*([{_HAN}]{{2,6}}?)(?:報導|报道|報道|报导|電|电)?\s*[）)]\s*$")
_NO_NAME = re.compile(
    r"https?:|[<>{}=#?!]|\b(?:click|share|read|more|subscribe|comments?|login|views?|minutes?)\b", re.IGNORECASE
)


def _unnamed(pattern: str) -> str:
    """A pattern whose groups have no names, so that it may stand in another twice."""
    return pattern.replace("(?P<what>", "(?:").replace("(?P<names>", "(?:")


_BY_HAN = re.compile(r"^由[ \u3000]+(?=\S)")
_HAS_HAN = re.compile(rf"[{_HAN[:3]}]")
_WRAPPED = re.compile(r"^[（(【〔［\[]([^（(【〔［\[）)】〕］\]]+)[）)】〕］\]]$")
_MARKED = re.compile(rf"(?<!\w)(?P<what>{ROLES_HAN}|稿源|[來来]源)\s*[◎○●◆◇■□▲△★☆][ \u3000]*(?=\w)")
_DOTTED = re.compile(rf"(?:(?<=^文)|(?<=\s文)|(?<=[撰]文)|(?<=寫真)|(?<=写真)|(?<=攝影)|(?<=摄影))[・·](?=[{_HAN}])")
_OURS = re.compile(
    r"^(?:(?:our|the) )?(?:own |staff |special )?(?:reporter|correspondent)s?\s*,?\s+(?=[A-ZÀ-Ý])", re.IGNORECASE
)
_FOR_US = re.compile(r",?\s+(?:(?:[Ss]pecial )?(?:[Ff]or|[Tt]o) [Tt]he (?:[Pp]aper|[A-Z][\w ]+)|\(?via wire\)?)$")
_STAFF_WRITER = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}?),? (?P<role>(?:[A-Z][a-z]+ )?Staff (?:Writer|Reporter|Correspondent|Photographer))$"
)
_CAPITAL_BY = re.compile(r"^[^\n,]{2,30}?\s(?:(?:by|von|par)\s|comes from\s)(?=(?:the )?[A-ZÀ-Ý])")
_CAPITALS = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*$")
_FROM_PLACE = re.compile(r"^(?P<name>.+?),? (?:[Ii]n|report(?:s|ing) from|aus|en|à) (?P<place>[A-ZÄÖÜ][\w .'-]{2,30})$")
_HAILS_FROM = re.compile(r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+) from (?P<place>[A-Z][\w .'-]{2,30})$")
_FROM_THERE = re.compile(r"^(?:writing|reporting|filing|filed|sent) (?:from|in) (?P<place>[A-ZÄÖÜ].{1,30})$")
_TOLD_BY = re.compile(
    r"^(?:(?:[A-Z][a-z]+ )?(?P<role>(?i:reporter|correspondent|writer|editor|photographer))|(?:Reporters|Correspondents|Writers|Words|Story|Wire|Agency|Desk))\s*[:：]\s*(?=\S)"
)
_REPORTS = re.compile(r"(?<=[a-z])(?: staff| wire)? reports?$")
_REPRINTED = re.compile(r"\s*\((?:re-?printed|republished|used|courtesy|special)\b[^)]*\)?", re.IGNORECASE)
_BOXED = re.compile(r"^\s*(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) \((?P<there>[A-Z][\w.'’ -]{1,30})\)\s*$")
_AGENCY = re.compile(r"[A-Z]{2,5}\b|Reuters|Bloomberg|Photos?|Pictures?|Images?", re.ASCII)
_AT_PLACE = re.compile(r"(?<=[a-z]) @ ([A-Z][\w '-]+)$")
_TOOK_THEM = re.compile(
    r"(?P<what>photos?|photographs?|photography|pictures|images?|video)(?: by\s|\s*:)\s*(?=\S)", re.IGNORECASE
)
_BRACKETED = re.compile(r"\s*\([^)]*\)\s*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_NAME_ROLE = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?P<role>(?:[A-Z]\w+ ){0,3}(?:Correspondent|Reporter|Editor|Writer|Columnist))$"
)
_DESK_ALONE = re.compile(rf"[{_HAN}]{{4,16}}")
_SLASH = re.compile(rf"^(?P<names>[{_HAN}、，,\s&A-Za-z.]{{2,40}}?)\s*[/／|｜︱]\s*(?P<what>[{_HAN}]{{1,10}})$")
_HEADS = re.compile(r"[、，,\s&＆＋+．・·•]+|及|和")
_REPORTED = re.compile(
    r"(?:專題|专题|综合|綜合|整理|改寫|改写|外電|外电|特稿|特約|特约|連線|连线|编译|編譯)?(?:報導|报道|報道|报导|撰文|攝影報導|專電|专电|電|电|文|撰|譯|特稿)$"
)
_ROLE_FIRST = re.compile(rf"^(?:本報|本报)?({ROLES_HAN})\s*")
_PIECES = re.compile(rf"(?:^|[\s　｜|;；，,/／]+)(?=(?:[{_HAN}]{{0,8}}?)(?:{ROLES_HAN})\s*[:：/／])")
_ROLE_NAMES = re.compile(
    rf"^(?P<desk>[{_HAN}]{{0,12}}?)(?P<role>(?:{ROLES_HAN})(?:[、/／&＆＋+．・·•及和](?:{ROLES_HAN}))*)\s*[:：/／|｜]\s*(?P<names>.{{2,60}})$"
)
_LONG_ROLES: Final = "|".join(role for role in ROLES_HAN.split("|") if len(role) > 1)
_GLUED_NAMES = re.compile(  # 文 may end a name: alone, it is a role at the beginning only
    rf"^(?P<desk>(?:[{_HAN}]{{0,12}}?(?={_LONG_ROLES}))?)(?P<role>{ROLES_HAN})\s*(?P<names>[{_HAN}]{{2,4}}(?:[\s、，,]+[{_HAN}]{{2,4}}){{0,6}})(?:\s*[{_HAN}]{{0,6}}(?:報導|报道|報道|报导))?$"
)
_LOOSE = re.compile(rf"[{_HAN}A-Za-z0-9\s、，,&＆＋+]{{2,40}}")
_ROLE_PARTS = re.compile(r"[、/／&＆＋+・·•，,\s]+|及|和")
_IN_BRACKETS = re.compile(r"[（(【\[].*?[）)】\]]")
_NAME_PARTS = re.compile(
    r"\s*[、，,;；/／&＆＋+|｜]\s*|\s{2,}|　+| (?:and|與|与|和|及|×) |(?<=[一-鿿]{2}) (?=[一-鿿]{2})"
)
_AND = re.compile(r"(?<=[一-鿿]{2})[與与和及](?=[一-鿿]{2})")
_SPREAD = re.compile(r"[一-鿿] [一-鿿]")
_ROLE_BEFORE = re.compile(rf"^(?:本報|本报|本刊)?({ROLES_HAN})\s*(?=[{_HAN}]{{2,}})")
_VERB_AFTER = re.compile(r"(?:聯合|联合)?(?:報導|报道|報道|报导|综合|綜合|整理|撰文|攝|摄)$")
_ROLE_AFTER = re.compile(rf"\s+(?:{ROLES_HAN})$")
_ANY_ROLE = re.compile(ROLES_HAN)
_MARKS: Final = "□■◎○●◆◇▲△★☆▪◼ \u3000"
# Several people, each with what they did: 文：張三　攝影：李四; 張三／文　李四／攝影; 張三（文） 李四（攝影）
_H: Final = "\u3400-\u9fff\uf900-\ufaff〇·"
_WHAT: Final = rf"(?:{ROLES_HAN}|報[道導]|报[道导])(?:[、/／&．・]?(?:{ROLES_HAN}|報[道導]|报[道导]))*"
_WHO: Final = rf"(?!(?:{ROLES_HAN})(?:[\s:：/／|｜）)]|$))[{_H}]{{2,5}}"
_SOME: Final = rf"{_WHO}(?:(?:\s*[、，,&＆＋+]\s*|[ \u3000]+[與与和及][ \u3000]+){_WHO})*"
_FORMS: Final = (
    (
        rf"(?P<what>{_WHAT})(?:\s*[:：/／|｜︱・]\s*|[ \u3000]+|(?<=[記记]者)|(?<=[攝摄]影)|(?<=[訊讯][員员]))(?P<names>{_SOME})",
        r"[\s\u3000;；，,、/／|｜]+",
        1,
    ),
    (rf"(?P<names>{_SOME})\s*[/／|｜]\s*(?P<what>{_WHAT})", r"[\s\u3000;；，,、]+", 1),
    (rf"(?P<names>{_SOME})\s*[（(]\s*(?P<what>{_WHAT}|相)\s*[）)]", r"[\s\u3000;；，,、/／|｜＋+&]*", 0),
    (rf"(?P<names>{_SOME})[ \u3000]+(?P<what>撰|{_WHAT})", r"[\s\u3000;；，,、/／|｜×]+", 1),
)
_SEVERAL: Final = tuple(
    (re.compile(f"{_unnamed(item)}(?:{between}{_unnamed(item)}){{{more},}}"), re.compile(item))
    for item, between, more in _FORMS
)
_FILED = re.compile(
    rf"^(?P<rest>.*?[{_H}]{{2}})[ \u3000]+(?:(?:[發发]自|[撰寫写][於于])(?P<from>[{_H}]{{2,6}})|(?P<wired>[{_H}]{{2,6}}?)(?:專電|专电|電|电)|(?P<told>[{_H}]{{2,6}}?)(?:報[道導]|报[道导]|採訪|采访))$"
)
_WRITES_AT = re.compile(
    rf"^(?P<names>{_SOME})[ \u3000，,]*(?:(?P<sent>[發发寫写]自|[撰寫写][於于]|[@＠][ \u3000]*)|在)(?P<place>[{_H}]{{2,8}}?)(?:報[道導]|报[道导]|採訪|采访)?$"
)
"""``甲在半月塘``, ``甲，寫自本期編輯部``."""
_POSTED_AT = re.compile(rf"^(?:本報|本报)?[駐驻](?P<place>[{_H}]{{2,6}}?)(?P<rest>(?:[記记]者|特[派約约].{{0,2}}).+)$")
_POINTED = re.compile(rf"(?!(?:{ROLES_HAN})．)[{_H}]{{2,4}}(?:．[{_H}]{{2,4}})+")
_GIVEN: Final = rf"[{_H}]{{2,3}}"
_COMMAS = re.compile(r"[，,；;]\s*")
_ROLE_AND_NAME = re.compile(rf"^(?:本報|本报)?(?P<role>{_LONG_ROLES})[ \u3000]*(?P<name>{_GIVEN})$")
"""Each of ``調查記者甲，攝影記者乙``."""
_DOUBLE_ROLE = re.compile(rf"^(?P<role>(?:{ROLES_HAN})(?:[．・·•](?:{ROLES_HAN}))+)[ \u3000]+(?P<rest>[{_H}]{{2}}.*)$")
"""``採訪・撰稿 甲（白沙角）``."""
_SPELT_ROLE = re.compile(_LONG_ROLES)
_TEAM = re.compile(
    rf"^(?P<desk>[{_H}]{{2,14}}[組组部])(?:專案|专案|專題|专题|採訪|采访|調查|调查)?(?:小[組组]|[團团][隊队])$"
)
_REPORTER: Final = "|".join(role for role in ROLES_HAN.split("|") if role.endswith(("記者", "记者")))
_REPORTERS = re.compile(
    rf"^(?:本報|本报)?(?P<role>{_REPORTER})[ \u3000]*(?P<names>{_GIVEN}(?:[與与和及]{_GIVEN})?)(?:[ \u3000]*(?:[發发寄]自|[撰寫写][於于])(?P<place>[{_H}]{{2,6}}))?$"
)
"""``調查記者甲與乙``, ``記者甲發自大浦坳``."""
_REPORTER_THERE = re.compile(
    rf"^(?P<names>{_SOME})[ \u3000]+(?P<role>(?:特[約约派]|[實实][習习]|[駐驻]地)?[記记]者)[．・·•](?P<place>[{_H}]{{2,5}})$"
)
_POINTS_THERE = re.compile(rf"^(?P<name>[{_H}]{{2,4}})[ \u3000]*[．・·•][ \u3000]*(?P<place>[{_H}]{{2,5}})$")
"""``甲 ．南埗``."""
_WIRED = re.compile(
    rf"^(?:(?:據|据|本報|本报)?(?P<name>[{_H}]{{1,12}}(?:社|電訊|电讯|通訊|通讯|[組组]))(?:[專专]?[電电]|(?<=[組组])[訊讯])"
    rf"|(?:據|据)(?P<after>[{_H}]{{1,10}}(?:社|電訊|电讯|通訊|通讯))(?:報[道導]|报[道导])?)$"
)
"""``據海峽通訊社電``, ``據海峽通訊社``, ``本報港聞組訊``."""
_BY_VERB = re.compile(
    rf"^(?:本報|本报|[{_H}]{{0,6}}由)?(?:(?P<role>[記记]者)[ \u3000]*)?(?P<names>{_GIVEN}(?:、{_GIVEN})*?)[ \u3000]*(?:報[道導]|报[道导]|[執执][筆笔]|撰[文稿寫写]|採訪|采访|(?(role)(?!)|(?<!撰)文))"
    rf"[．・，,、 \u3000]+(?:(?P<other>{_GIVEN})[ \u3000]*(?P<what>攝影|摄影|攝|摄|圖|图)|(?P<took>攝影|摄影|圖|图)[ \u3000]*(?P<by>{_GIVEN}))$"
)
"""What each did behind the name: ``記者甲報導．乙攝影``, ``甲文 乙攝影``, ``甲報導．攝影乙``."""
_AND_TOOK = re.compile(
    rf"^(?P<names>{_SOME})\s*[/／|｜]\s*(?P<what>攝影?|摄影?|圖片?|图片?)\s*[:：]\s*(?P<other>{_SOME})$"
)
"""``甲 / 攝：乙``."""
_REPORTER_AT = re.compile(
    rf"^(?:本報|本报)?(?P<role>(?:特[約约派]|[學学]生|公民|社[區区]|校[園园])?[記记]者)[ \u3000]*(?P<names>{_GIVEN}(?:、{_GIVEN})*)[（(](?P<place>[{_H}]{{2,6}})[）)]$"
)
_FILED_THERE = re.compile(
    rf"^(?:本報|本报)?(?P<role>[記记]者)(?P<who>[{_H}、]{{2,14}}?)(?:[專专]?[訊讯]|(?:聯合|联合|綜合|综合|專題|专题|連線|连线)?(?:報[道導]|报[道导]))$"
)
"""``本報記者甲某地訊``: of what stands there the first three characters are the name, where two are left for the place."""
_JOINED_NAMES = re.compile(r"\s*[&＆+＋×]\s*")
_REPORTED_BY = re.compile(r"^(?:報道|報導|报道|报导)\s*[:：]\s*(?=\S)")
_REPORTER_OF = re.compile(
    rf"^(?P<names>{_SOME})[ \u3000]?[（(](?P<place>[{_H}]{{2,6}}?)(?P<role>(?:特[派約约])?[記记]者)[）)]$"
)
_REPORTER_FIRST = re.compile(
    rf"^(?:本報|本报)?(?P<role>{_LONG_ROLES})[ \u3000]+(?P<names>{_GIVEN}\s*[&＆+＋×]\s*{_GIVEN})$"
)
_OURS_HAN = re.compile(r"^本[報报刊社網网](?=[記记]者|[攝摄]影|特[派約约])")
_COMPILED = re.compile(
    rf"^(?:綜合|综合)[ \u3000]*(?P<name>[{_H}]{{1,10}}(?:社|電訊|电讯|通訊|通讯)(?:[、及和][{_H}]{{1,10}}(?:社|電訊|电讯|通訊|通讯))*)$"
)
_AGENCIES_JOINED = re.compile(r"(?<=[社訊讯])[、及和]")
_JOINED_HAN = re.compile(r"[ \u3000]*[、，,&與与和及][ \u3000]*(?=\w{2})")
_PENNED = re.compile(
    rf"^(?:[{_H}]{{0,6}}[由：:])?[ \u3000]*(?P<names>[{_H}]{{2,14}}?(?:[ \u3000]*[、，,&與与和及][ \u3000]*[{_H}]{{2,14}}?)*)(?:在(?P<place>[{_H}]{{2,8}}?))?[ \u3000]*(?:[執执][筆笔]|主[筆笔]|[撰採采編编][寫写]|整理)$"
)
"""``這一期由甲與乙執筆``."""
_SIGNED = re.compile(rf"^(?P<names>{_SOME})[ \u3000]+(?P<role>合?撰|述|著|[編编]?[譯译]|編|编|攝|摄|整理)$")
_SUPPLIED = re.compile(rf"^(?P<name>[{_H}]{{2,14}})(?:[ \u3000]+|(?<=[社訊讯組组]))(?:供?稿|電|电|電訊|电讯|整理)$")
_AT = re.compile(
    rf"^(?:(?P<reporter>(?:本報|本报)?[記记]者[ \u3000]+[{_H}]{{2,4}})[ \u3000]+(?P<place>[{_H}]{{2,4}})"
    rf"|(?P<names>{_SOME})[ \u3000]?[（(](?:[寄發发]自|[撰寫写][於于])?(?P<boxed>[{_H}]{{2,6}})[）)])$"
)
_CJK_NAME = re.compile(rf"^[{_HAN}]{{2,5}}$")


_ALIKE: Final = str.maketrans("╱∕︰﹕", "／／：：")


def is_name(words: str) -> bool:
    """Whether ``words`` could be the name of a person, desk or organisation, by form alone."""
    words = words.strip()
    if not 2 <= len(words) <= 60 or words.lower() in NOT_NAMES:
        return False
    letters = sum(c.isalpha() for c in words)
    if letters < 0.6 * len(words.replace(" ", "")) or words.count(" ") > 6:
        return False
    return not _NO_NAME.search(words)


def parse_byline(text: str) -> tuple[Author, ...]:
    """The authors of one printed byline, in order, each once.

    ``記者張三／台北報導`` is a person with a role and a place; ``中國組`` and
    ``Staff`` are desks; agencies and papers are organisations. Editors
    (責任編輯) and photographers are kept with their role, after who wrote.
    """
    if _SIMPLE.match(text) and not (_ROLE.search(text) or _DESK.search(text) or _ORG.search(text)):
        return (Author(text),)
    text = " ".join(text.replace("\u200b", "").translate(_ALIKE).split()).lstrip(_MARKS)
    if not text or len(text) > 400:
        return ()
    text = _MARKED.sub(r"\g<what>：", _WRAPPED.sub(r"\1", text))
    if source := _TAKEN_FROM.match(text):
        return tuple(Author(n.name, "organisation", None, n.place) for n in parse_byline(text[source.end() :]))
    if _HAS_HAN.search(text):
        found = _chinese(text)
        if len(found) == 1 and found[0].role in BY:
            found = [Author(found[0].name, found[0].kind, None, found[0].place)]
        if found:
            return _once(found)
    text = _AT_PLACE.sub(r" in \1", _REPRINTED.sub("", text))
    text = _REPORTS.sub("", _TRASH.sub("", text).strip(" ,;|/-–—·•:[]"))
    if (m := _TOLD_BY.match(text)) and m.end():
        return tuple(replace(a, role=a.role or m["role"]) for a in parse_byline(text[m.end() :]))
    if m := _CAPITAL_BY.match(text):
        text = text[m.end() :]  # "capital von Jemima Kelly"
    before = None
    while before != text:
        before = text
        text = _FOR_US.sub("", _OURS.sub("", _LEAD.sub("", text).strip(" ,;|/-–—·•:")))
    out: list[Author] = []
    for part in _JOIN.split(text):
        there: str | None = None
        if boxed := _BOXED.match(part):
            part = boxed["name"]
            told = _ROLE.search(boxed["there"]) or _ORG.search(boxed["there"]) or _AGENCY.search(boxed["there"])
            there = None if told else boxed["there"]
        part = part.strip(" ,;|/-–—·•:()")
        if not part:
            continue
        if out and not out[-1].role and _ROLE_ONLY.fullmatch(part):
            out[-1] = replace(out[-1], role=part)  # X | Contributing Reporter
            continue
        if out and (m := _TOOK_THEM.match(part)):
            out += [replace(a, role=a.role or m["what"]) for a in parse_byline(part[m.end() :])]
            continue
        pieces = [p.strip() for p in _DEGREE.sub("", part).split(",") if p.strip()]
        place: str | None = None
        for piece in pieces:
            if out and (m := _FROM_THERE.match(piece)):
                out = [replace(a, place=a.place or m["place"]) for a in out]
                continue
            if m := _FROM_PLACE.match(piece) or _HAILS_FROM.match(piece):
                piece, place = m["name"], m["place"]
            piece = _BRACKETED.sub(" ", piece).strip()
            piece = _LEAD.sub("", piece)
            named = [a for a in out if a.kind == "person"]
            if named and len(pieces) > 1 and not out[-1].role and _ROLE_ONLY.fullmatch(piece):
                out[-1] = replace(out[-1], role=piece)
                continue
            if _ROLE.search(piece) and out and piece is not pieces[0] and named:
                last = out[-1]
                out[-1] = Author(last.name, last.kind, last.role or piece, last.place)
                continue
            if piece is pieces[-1] and len(pieces) in (2, 3) and named and out[-1].role and _CAPITALS.match(piece):
                out[-1] = replace(out[-1], place=out[-1].place or piece)  # name, role, place
                continue
            if is_name(piece):
                out.append(_author(piece, None, place or there))
    return _once(out)


def _author(name: str, role: str | None, place: str | None) -> Author:
    """Told by form: agencies and papers are organisations, staff and desks are desks, the rest are people."""
    if m := _STAFF_WRITER.match(name):
        return Author(m["name"], "person", m["role"], place)
    bare = _NOT_LETTERS.sub("", name).lower()
    if bare in AGENCIES:
        return Author(name, "organisation", role, place)
    if (
        _CJK_NAME.match(name)
        and len(name) <= 3
        and name[0] in SURNAMES
        and not name.endswith(("社", "網", "网", "組", "组"))
    ):
        return Author(name, "person", role, place)
    if _DESK_HAN.search(name) or _DESK.search(name):
        return Author(name.removeprefix("the "), "desk", role, place)
    if _ORG_HAN.search(name) or _ORG.search(name):
        return Author(name, "organisation", role, place)
    if m := _NAME_ROLE.match(name):
        return Author(m["name"], "person", m["role"], place)
    return Author(name, "person", role, place)


def _chinese(text: str) -> list[Author]:
    """Authors of a Chinese byline; [] where the text has no form we know."""
    bare = text.strip(" \u3000【】（）()［］[]")
    if text.endswith(("）", ")")) and bare.count("（") + bare.count("(") > bare.count("）") + bare.count(")"):
        bare += text[-1]  # 記者：張三（台北）
    text = _DOTTED.sub("：", _BY_HAN.sub("", bare))
    if m := _TEAM.match(text):
        return [_author(m["desk"], None, None)]
    if _DESK_ALONE.fullmatch(text) and _DESK_HAN.search(text) and not _ANY_ROLE.match(text):
        return [_author(text, None, None)]  # 某報文化組: the 文 in it is no role
    if m := _POSTED_AT.match(text):
        return [replace(a, place=a.place or m["place"]) for a in _chinese(m["rest"])]
    if len(each := _COMMAS.split(text)) > 1 and all(parts := [_ROLE_AND_NAME.match(part) for part in each]):
        return _writers_first([a for m in parts if m for a in _names(m["name"], m["role"])])
    if (m := _DOUBLE_ROLE.match(text)) and not _SPELT_ROLE.search(m["rest"]):
        found = _chinese(m["rest"]) or _names(m["rest"], None)
        return [replace(a, role=a.role or m["role"]) for a in found]
    if m := _REPORTERS.match(text):
        return [a for name in _JOINED_HAN.split(m["names"]) for a in _names(name, m["role"], m["place"])]
    if m := _REPORTER_THERE.match(text):
        return _names(m["names"], m["role"], m["place"])
    if (m := _POINTS_THERE.match(text)) and not _is_person(m["place"]) and _like_name(m["name"]):
        return _names(m["name"], None, m["place"])
    if _POINTED.fullmatch(text):
        text = text.replace("．", "、")
    if m := _WIRED.match(text):
        return [_author(m["name"] or m["after"], None, None)]
    if m := _AND_TOOK.match(text):
        return _names(m["names"], None) + _names(m["other"], m["what"])
    if m := _BY_VERB.match(text):
        return _names(m["names"], m["role"]) + _names(m["other"] or m["by"], m["what"] or m["took"])
    if (m := _REPORTER_AT.match(text)) and not _ANY_ROLE.search(m["place"]):
        return _names(m["names"], m["role"], m["place"])
    if m := _FILED_THERE.match(text):
        before, mark, who = m["who"].rpartition("、")
        end = len(who) if len(who) <= 3 or who[:2] in DOUBLE else 3 if len(who) > 4 else 2
        return _names(before + mark + who[:end], m["role"], who[end:] or None)
    if (m := _REPORTER_OF.match(text)) and m["place"] not in NO_PLACES and not _ANY_ROLE.search(m["place"]):
        return _names(m["names"], m["role"], m["place"])
    if m := _REPORTER_FIRST.match(text):
        return [a for name in _JOINED_NAMES.split(m["names"]) for a in _names(name, m["role"])]
    text = _REPORTED_BY.sub("", text)
    ours = _OURS_HAN.sub("", text)
    if several := next((item for whole, item in _SEVERAL if whole.fullmatch(ours)), None):
        named = [a for m in several.finditer(ours) for a in _names(m["names"], _role_of(m["what"], whole=True))]
        return _writers_first(named)
    if (m := _FILED.match(text)) and not (m["told"] and _is_person(m["told"])):  # 張三 李四報導 are two
        place = m["from"] or m["wired"] or m["told"]
        if place not in NO_PLACES:
            return [replace(a, place=a.place or place) for a in _chinese(m["rest"])]
    if m := _SUPPLIED.match(text) or _COMPILED.match(text):
        return [_author(name, None, None) for name in _AGENCIES_JOINED.split(m["name"])]
    if (m := _WRITES_AT.match(text)) and (m["sent"] or all(map(_like_name, _JOINED_HAN.split(m["names"])))):
        return _names(m["names"], None, None if _DESK_HAN.search(m["place"]) else m["place"])
    if m := _PENNED.match(text):
        return [a for name in _JOINED_HAN.split(m["names"]) for a in _names(name, None, m["place"])]
    if m := _SIGNED.match(text):
        return _names(m["names"], m["role"])
    if (m := _AT.match(text)) and not (m["place"] and _is_person(m["place"])):
        place = m["place"] or m["boxed"]
        if place not in NO_PLACES and not _ANY_ROLE.search(place):
            return [replace(a, place=a.place or place) for a in _chinese(m["reporter"] or m["names"])]
    out: list[Author] = []
    # X／文, X/綜合報導, 文、圖／X, 記者X／台北報導
    if m := _SLASH.match(text):
        what, names = m["what"], m["names"]
        heads = set(_HEADS.split(names))
        lead = _ROLE_FIRST.match(names)
        if heads <= HEADS or (heads & HEADS and not (lead and lead.end() < len(names))):
            return _names(what, _role_of(names, whole=True))
        if f" {what}" in text and all(map(_like_name, (*heads, what))):
            return _names(f"{names}、{what}", None)  # 張三 / 李四
        place = _REPORTED.sub("", what)
        return _names(names[lead.end() :] if lead else names, lead[1] if lead else None, place or None)
    pieces = _PIECES.split(text)
    for piece in pieces:
        piece = piece.strip(" \u3000，,;；|｜/／")
        m = _ROLE_NAMES.match(piece) or _GLUED_NAMES.match(piece)
        if m:
            out += _names(m["names"], _role_of(m["role"], whole=True))
    if not out and _LOOSE.fullmatch(text):
        return _names(text, None)
    return _writers_first(out)


def _writers_first(authors: list[Author]) -> list[Author]:
    writers = [a for a in authors if a.role is None or a.role in WRITES]
    return writers + [a for a in authors if a not in writers]


def _role_of(printed: str, *, whole: bool = False) -> str:
    """Of 文、圖 or 記者/攝影 the role that wrote, if one did; ``whole`` keeps what is one role in two words: 採訪．撰文."""
    if whole and "．" in printed:
        return printed
    parts = _ROLE_PARTS.split(printed)
    return next((p for p in parts if p in WRITES), parts[0])


def _names(printed: str, role: str | None, place: str | None = None) -> list[Author]:
    out: list[Author] = []
    if place is None and (found := _PLACE.search(printed)) and not _ANY_ROLE.search(found[1]):
        place = found[1]
    printed = _IN_BRACKETS.sub(" ", printed).strip()
    parts = [p for p in _NAME_PARTS.split(printed) if p]
    if len(parts) == 1 and len(pair := _AND.split(printed)) > 1 and all(map(_like_name, pair)):
        parts = pair  # 張三與李四
    if len(parts) > 1 and all(len(p) == 1 for p in parts):
        parts = ["".join(parts)]
    for part in parts:
        part = part.strip(" \u3000:：。.")
        if _SPREAD.fullmatch(part):
            part = part.replace(" ", "")
        if m := _ROLE_BEFORE.match(part):
            role, part = role or m[1], part[m.end() :]
        part = _VERB_AFTER.sub("", part) or part
        if part in NOT_NAMES or not is_name(part) or len(part) > 24:
            continue
        out.append(_author(part, role, place))
    return out


def find_bylines(text: str, *, alone: bool = False) -> tuple[Author, ...]:
    """Authors named by a Chinese byline on a line or inside it: ``（本報記者 張三）``, ``責編：李四``; writers first.

    ``text`` may have several lines. Where 記者 runs on into a verb, as in
    記者獲悉, there is no name. With ``alone`` a line that is nothing but names,
    each beginning with a known family name, counts too.
    """
    out: list[Author] = []
    for line in text.split("\n"):
        line = line.strip()
        if not line or not (_CUE.search(line) or (alone and len(line) <= 30)):
            continue
        labelled = False
        for label in _LABELLED.finditer(line) if ":" in line or "：" in line else ():
            if len(label["role"]) == 1 and label.start("role") > 1:
                continue  # 資料圖：… is a caption
            names = _AFTER_NAMES.split(label["names"])[0]
            names = _ROLE_AFTER.sub("", names)
            found = [a for a in _names(names, label["role"]) if _short(a.name)]
            labelled = labelled or bool(found)
            out += found
        if m := _POSTED.search(line):
            out += _names(m["before"] or m["after"] or m["boxed"], None)
            continue
        if labelled:
            continue
        if len(line) <= 60 and (m := _SLASHED.match(line)):
            found = [a for a in _chinese(m["all"]) if _like_name(a.name)]
            if found:
                out += found
                continue
        if m := _GLUED_SLASH.search(line):
            out += [a for a in _names(m["names"], "記者") if _like_name(a.name)]
            continue
        found = []
        for spaced in _SPACED.finditer(line) if " " in line or "\u3000" in line else ():
            found += [a for a in _names(spaced["names"], spaced["role"]) if _like_name(a.name)]
        if not found and len(line) <= 40 and (m := _GLUED.match(line)):
            found = [a for a in _names(m["names"], m["role"]) if _like_name(a.name)]
        if not found and alone and (m := _ALONE.match(line)):
            names_ = _names(m["names"], None)
            if names_ and all(_like_name(a.name) for a in names_):
                found = names_
        out += found
    if not out:
        return ()
    writers = [a for a in out if a.role is None or a.role in WRITES or a.role in _YOUNG]
    return _once(writers + [a for a in out if a not in writers])


_CUE = re.compile(
    "记者|記者|作者|責[编編任]|责[编編任]|编[辑輯]|編[辑輯]|撰|攝|摄|译|譯|著|通[讯訊][员員]|文 ?[:：/／|｜]|: ?文|： ?文|/ ?文|／ ?文|\\| ?文|｜ ?文|"
    "实[习習]|實[习習]|特派|by |发表于|發表于|\\]\\W{0,3}(?:来源|來源)"
)
"""Each way in begins with one character, not with a choice of some: so a line is searched in a third of the time."""
_AFTER_NAMES = re.compile(
    r"\s+(?=\d|来源|來源|时间|時間|日期|发布|發布|浏览|瀏覽|点击|點擊|字号|字號|[\u3400-\u9fff]{2,4}[:：])|[。！？!?]|发表于|發表於|编辑|編輯|来源|來源|时间|時間"
)
_POSTED = re.compile(
    rf"(?:^|\n)(?P<before>[\w{_HAN}.-]{{2,20}})\s+(?:发表于|發表於|發佈於|发布于)\s*\d{{4}}|(?:发布时间|發佈時間|发表时间)\D{{0,4}}\d{{4}}[-/.年][\d\s:/.\-年月日]+\s?by\s+(?P<after>[\w{_HAN}.-]{{2,20}})"
    rf"|\[\s*(?P<boxed>[{_HAN}]{{2,4}})\s*\]\W{{0,3}}(?:来源|來源)"
)


def _short(name: str) -> bool:
    """Whether what stands behind a label is short enough for a name: an interviewer's question is not."""
    if _HAS_HAN.search(name):
        return len(name) <= 5 or (len(name) <= 14 and bool(_DESK_HAN.search(name) or _ORG_HAN.search(name)))
    return len(name) <= 40


_YOUNG: Final = frozenset(("实习生", "實習生"))


def _like_name(name: str) -> bool:
    """Whether Chinese characters could be a person's name: two to four, a family name first, no word of the trade."""
    if name[:1] in COMPOUND and name[:2] not in COMPOUND[name[0]]:
        return False
    return 2 <= len(name) <= 5 and name[0] in SURNAMES and name not in NOT_NAMES and name[:2] not in NOT_NAMES


def _is_person(name: str) -> bool:
    """Whether Chinese characters behind a name are another, and not where it was written: 石埗 and 白沙角 end as no name does."""
    return _like_name(name) and name[-1] not in PLACE_ENDS


def writers(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    """Those who wrote, if the byline names any; else its editors."""
    wrote = tuple(
        a for a in authors if a.role is None or a.role in WRITES or a.role in _YOUNG or not _HAS_HAN.search(a.role)
    )
    return wrote or authors


def with_places(
    authors: tuple[Author, ...], places: Collection[str], text: str, printed: str = ""
) -> tuple[Author, ...]:
    """Bylines as ``By Ada Lam, Old Market``, where the second name is one of the paper's ``places`` or ``text`` tells that it is one.

    ``text`` is the article's: ``in Old Market``, ``在東堤``. Of ``places`` one with a mark and a star (``，*``) says that whatever
    stands behind that mark in the byline, as ``printed``, is a place. Where a name runs on into a place (``記者李明東堤報道``), the
    longest of ``places`` that fits is the place. Authors whose names nothing tells so are kept as they are.
    """
    out: list[Author] = []
    for author in authors:
        before = out[-1] if out else None
        bare = author.kind == "person" and not author.role and not author.place
        mark = _between(printed, before.name, author.name) if before is not None else ""
        if (
            before is not None
            and before.kind == "person"
            and not before.place
            and bare
            and (
                author.name in places
                or f"{mark}*" in places
                or (mark == "," and _PLACE_NOUN.search(author.name))
                or _is_place(author.name, text)
            )
        ):
            out[-1] = replace(before, place=author.name)
        else:
            out.append(_parted(author, places) if author.place and places else author)
    return tuple(out)


def _between(printed: str, first: str, second: str) -> str:
    """The mark between two names of a byline; empty where it is not known as printed."""
    start = printed.find(first) + len(first)
    return printed[start : printed.find(second, start)].strip()


def _parted(author: Author, places: Collection[str]) -> Author:
    """An author whose name, of two or three characters, ends where the longest of the paper's places begins."""
    whole = f"{author.name}{author.place}"
    if author.kind != "person" or not _HAS_HAN.search(author.name) or author.place in places:
        longer = [p for p in places if author.place and len(p) > len(author.place) and p.endswith(author.place)]
    else:
        longer = list(places)
    fitting = [p for p in longer if whole.endswith(p) and len(p) + 1 < len(whole)]
    place = max(fitting, key=len, default="")
    return replace(author, name=whole[: -len(place)], place=place) if place else author


def _is_place(name: str, text: str) -> bool:
    """Whether a text says that something is in, at or near that name."""
    at = text.find(name)
    while at >= 0:
        if _THERE.search(text[max(0, at - 9) : at]) or _THEREABOUTS.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


_PLACE_NOUN = re.compile(
    r" (?:Airport|Avenue|Bay|Beach|City|County|District|Estate|Harbou?r|Island|Market|Path|Peninsula|Pier|Point|Province|Quay|Road|Square|Station|Street|Town|Valley|Village)$"
)
"""Behind a comma; and few families are called so."""
_THERE = re.compile(r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Oo]utside|[Aa]cross|[Tt]hroughout)\s|[在於于])$")
_THEREABOUTS = re.compile(r"一[帶带]|附近|街坊|居民|[對对]出|新?村|泥[灘滩]")


def _once(authors: list[Author]) -> tuple[Author, ...]:
    seen: dict[str, Author] = {}
    for author in authors:
        seen.setdefault(_NOT_LETTERS.sub("", author.name).lower(), author)
    return tuple(a for key, a in seen.items() if key)
