"""Posts elsewhere that a text speaks of without a link: on which platform, of what kind, whose.

Told by a platform's name and a verb of posting in one sentence; a repost in a
later sentence is of the platform named last. Refuses to name an author who is
not the sentence's plain subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backissue.model import Citation

__all__ = ["citations_in"]

_PLATFORMS = {
    "twitter": "Twitter", "推特": "Twitter", "facebook": "Facebook", "臉書": "Facebook", "脸书": "Facebook", "面書": "Facebook",
    "instagram": "Instagram", "telegram": "Telegram", "youtube": "YouTube", "tiktok": "TikTok", "微博": "微博",
}  # fmt: skip
_REPOSTS = ("轉發", "转发", "轉貼", "转贴", "轉推", "转推", "retweet", "reposted")
_POSTS = (*_REPOSTS, "帖文", "貼文", "帖子", "推文", "發帖", "发帖", "貼出", "tweeted", "posted on")
_HINTS = tuple(word[1:] if word.isascii() else word for word in _POSTS)
"""What one of which stands in a text that speaks of a post: looked for ten times as fast as a pattern, whatever the first letter's case."""
_PLATFORM = re.compile("|".join(_PLATFORMS), re.IGNORECASE)
_NEAR = re.compile(
    "(?:{0})[^\n。！？!?]{{0,40}}(?:{1})|(?:{1})[^\n。！？!?]{{0,20}}(?:{0})".format(
        "|".join(_PLATFORMS), "|".join(_POSTS)
    ),
    re.IGNORECASE,
)
_REPOSTED = re.compile(
    "(?:{})[^\n。！？!?，,]{{0,12}}(?:帖文|貼文|帖子|推文|post|tweet)".format("|".join(_REPOSTS)), re.IGNORECASE
)
_SENTENCE = re.compile("[^\n。！？!?]+")
_PHOTO = re.compile("合照|照片|相片|圖片|图片|截圖|截图|photo|picture", re.IGNORECASE)
_VIDEO = re.compile("影片|視頻|视频|短片|片段|video", re.IGNORECASE)
_WHERE = re.compile(
    r"(?:在|於|于|透過|透过|通過|通过|經|经)?(?:其|自己|個人|个人|官方)?(?:的)?(?:社交(?:平台|網站|网站|媒體|媒体|網絡|网络))?$"
)
_ADVERBS = re.compile(
    r"(?:其後|其后|隨後|随后|稍後|之後|後來|今日|昨日|今早|昨晚|早前|日前|周[一二三四五六日]|亦|也|並|并|又|更|再|已|曾|則|则|均|都|就)+$"
)
_SHORT_NAME = re.compile(r"[(（]([A-Z][\w.&' -]{1,40})[)）]$")
_NAME = re.compile(r"[\u3400-\u9fff·]{2,12}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}")
_NO_NAME = re.compile(
    "[在的是指稱称與与和了被對对有將将為为於]|表示|查看|觀看|瀏覽|按此|有人|網民|网民|多名|不少|其中|公司在"
)


def citations_in(plain: str, linked: frozenset[str]) -> tuple[Citation, ...]:
    """The posts that ``plain``, a text without marks, speaks of, each once; ``linked`` are platforms it links to: those are held."""
    if not any(hint in plain for hint in _HINTS) or not _PLATFORM.search(plain):
        return ()
    return tuple(dict.fromkeys(c for c in _told(plain) if c.platform not in linked))


def _told(plain: str) -> Iterator[Citation]:
    last = ""
    for found in _SENTENCE.finditer(plain):
        sentence = found.group()
        named = _PLATFORM.search(sentence)
        if named:
            last = _PLATFORMS[named.group().lower()]
        near = _NEAR.search(sentence) if named else None
        again = _REPOSTED.search(sentence)
        if near and named:
            reposts = again is not None or any(word in near.group().lower() for word in _REPOSTS)
            yield Citation(last, _kind(sentence, reposts=reposts), _by(sentence, near.start(), named.start()))
        elif again and last:
            yield Citation(last, "repost", _by(sentence, again.start(), again.start()))


def _kind(sentence: str, *, reposts: bool) -> str:
    if reposts:
        return "repost"
    if _PHOTO.search(sentence):
        return "post with photo"
    return "post with video" if _VIDEO.search(sentence) else "post"


def _by(sentence: str, verb: int, platform: int) -> str | None:
    """The sentence's subject, where nothing but it and adverbs stand before the platform or the verb."""
    before = sentence[: min(verb, platform)].strip()
    clause = _WHERE.sub("", before.rpartition("，")[2]).strip()
    bare = _ADVERBS.sub("", clause).strip()
    if short := _SHORT_NAME.search(bare):
        return short[1].strip()
    return bare if _NAME.fullmatch(bare) and not _NO_NAME.search(bare) else None
