"""Tables for the reader's switch between Traditional and Simplified characters, one character to one.

To Simplified is the search's own folding; back again a character that could have
come from several takes the likeliest, or stays. For reading only: the page says
that quotations are to be made from what was printed.
"""

from __future__ import annotations

import json

from backissue.text.fold_table import FROM, TO

__all__ = ["as_script"]

_LIKELIEST = {
    "干": "乾", "系": "係", "尽": "盡", "净": "淨", "别": "別", "汇": "匯", "历": "歷", "叹": "嘆", "回": "回", "团": "團", "坛": "壇",
    "墙": "牆", "么": "麼", "庄": "莊", "弥": "彌", "复": "復", "据": "據", "台": "台", "冲": "衝", "获": "獲", "发": "發", "只": "只",
    "签": "簽", "纤": "纖", "脏": "髒", "胡": "胡", "卫": "衛", "里": "裏", "托": "托", "赞": "讚", "钟": "鐘", "闲": "閒", "须": "須",
    "余": "餘", "斗": "鬥", "面": "面", "后": "後", "云": "雲", "表": "表", "松": "鬆", "制": "制", "准": "準", "谷": "谷", "采": "採",
    "向": "向", "范": "範", "丑": "丑", "几": "幾", "党": "黨", "极": "極", "种": "種", "万": "萬", "与": "與", "无": "無", "于": "於",
}  # fmt: skip


def _tables() -> dict[str, tuple[str, str]]:
    pairs = [(a, b) for a, b in zip(FROM, TO, strict=True) if "\u3400" <= a <= "\u9fff" and "\u3400" <= b <= "\u9fff"]
    sources: dict[str, list[str]] = {}
    for traditional, simplified in pairs:
        sources.setdefault(simplified, []).append(traditional)
    back = {s: ts[0] for s, ts in sources.items() if len(ts) == 1} | _LIKELIEST
    back = {s: t for s, t in back.items() if s != t}
    return {
        "hans": ("".join(a for a, _ in pairs), "".join(b for _, b in pairs)),
        "hant": ("".join(back), "".join(back.values())),
    }


def as_script() -> str:
    """``assets/scripts.js``: both tables, as pairs of strings of one length."""
    return f"var backissueScripts={json.dumps(_tables(), ensure_ascii=False, separators=(',', ':'))};\n"
