"""Letters read in the wrong code page, and bytes whose sign was carried on: undone where the way back is exact.

A whole text is undone only if every one of its letters goes back to a byte, the
bytes are UTF-8, and the result is plausible language where the text was not.
Half-width brackets and kana that an author typed are never touched: no byte
below 80 has a sign to carry.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes

from backissue.pages.plausible import plausibility

__all__ = ["codec_of", "path_undone", "signs_undone", "undone"]

_CODECS = (
    "cp1252", "latin-1", "cp1251", "ptcp154", "kz1048", "koi8-r", "koi8-u", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1257", "cp1258", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15", "cp437", "cp850", "cp852", "cp855",
    "cp866", "mac-roman", "mac-cyrillic", "mac-greek", "mac-latin2", "tis-620", "gb18030", "big5hkscs", "shift_jis", "euc-kr",
)  # fmt: skip
_PLAUSIBLE = 0.6
"""What ``plausibility`` gives real text is about .8, and a wrong reading under .5."""
_SAMPLE = 1500
_ODD = re.compile("[\x80-\u2bff\ue000-\uf8ff]")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff5e\u3000-\u301f]")
# Bytes 80..FF with their sign carried into 16 bits are U+FF80..U+FFFF; UTF-8 begins with C2..F4.
_SIGNED = re.compile(
    "(?:[\uffc2-\uffdf][\uff80-\uffbf]|[\uffe0-\uffef][\uff80-\uffbf]{2}|[\ufff0-\ufff4][\uff80-\uffbf]{3})+"
)
_SUSPECT_PATH = re.compile(r"%25[0-9A-Fa-f]{2}|%[Cc][23]|[\xc2-\xf4]")
_FOLLOWING = re.compile("[\uff80-\uffbf]")
_TWICE = re.compile(r"%25(?=[0-9A-Fa-f]{2})")


def codec_of(body: str, title: str) -> str:
    """The code page that ``body`` was wrongly read in, if undoing it is exact and better; else empty."""
    sample = f"{title}\n{body[:_SAMPLE]}"
    odd = len(_ODD.findall(sample))
    if odd < 20 or odd < 2 * len(_HAN.findall(sample)):
        return ""
    now = plausibility(sample)
    if now >= _PLAUSIBLE and not _MISREAD.search(sample):
        return ""
    best, best_score = "", max(now, _PLAUSIBLE)
    for codec in _CODECS:
        text = _back(body, codec)
        if text is None or (title and _back(title, codec) is None):
            continue
        score = plausibility(text)
        if score > best_score and len(text) < len(body):
            best, best_score = codec, score
    return best


_MISREAD = re.compile("[\x80-\x9f]|[\xc2-\xf4][\x80-\xbf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


def undone(text: str, codec: str) -> str:
    """``text`` as its bytes in ``codec`` read as UTF-8; as it is, if that is not exact."""
    back = _back(text, codec)
    return text if back is None else back


def signs_undone(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """``text`` with sign-extended bytes made letters again, and each run with what it became."""
    if not _FOLLOWING.search(text):  # a class alone is looked for ten times as fast
        return text, ()
    runs: list[tuple[str, str]] = []

    def back(found: re.Match[str]) -> str:
        try:
            letters = bytes(ord(char) & 0xFF for char in found.group()).decode("utf-8")
        except UnicodeDecodeError:
            return found.group()
        if plausibility(letters) <= _PLAUSIBLE:
            return found.group()
        runs.append((found.group(), letters))
        return letters

    return _SIGNED.sub(back, text), tuple(runs)


@lru_cache(maxsize=4096)
def path_undone(path: str) -> tuple[str, str]:
    """A percent-encoded path as it was meant, still encoded, and what was undone: ``twice``, ``latin-1`` or nothing."""
    if not _SUSPECT_PATH.search(path):
        return path, ""
    what = []
    while _TWICE.search(path):
        path = _TWICE.sub("%", path)
        if "twice" not in what:
            what.append("twice")
    try:
        text = unquote_to_bytes(path).decode("utf-8")
        if (not text.isascii() and text.isprintable() is False) or re.search("[\xc2-\xf4][\x80-\xbf]", text):
            back = text.encode("latin-1").decode("utf-8")
            if plausibility(back) > max(plausibility(text), _PLAUSIBLE):
                path = quote(back, safe="/-_.~!$&'()*+,;=:@%")
                what.append("latin-1")
    except UnicodeError:
        pass
    return path, " and ".join(what)


def _back(text: str, codec: str) -> str | None:
    """``text`` read again, or None where a letter has no byte or the bytes are no UTF-8.

    A lone byte A0 stays a no-break space: the page wrote it as an entity, which no code page touches.
    """
    try:
        return text.encode(codec).decode("utf-8", "backissue-entities")
    except UnicodeError:
        return None


def _entity(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError) and error.object[error.start] == 0xA0:
        return "\xa0", error.start + 1
    raise error


codecs.register_error("backissue-entities", _entity)
