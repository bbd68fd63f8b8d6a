"""The mail that asks whether somebody meant it: double opt-in.

Says who writes, why, and that doing nothing means no. In Traditional Chinese or English.
"""

from __future__ import annotations

from backissue.publish.letter.mail import UNSUBSCRIBE, Prepared, clean, prepare
from backissue.publish.render.escaping import escape
from backissue.subscribers.settings import Settings

__all__ = ["mail"]

_WORDS = {
    "zh-Hant": (
        "請確認訂閱《{paper}》通訊",
        "有人（但願是你）用這個電郵地址訂閱《{paper}》的通訊。",
        "要訂閱，請打開以下連結，再按頁上的按鈕：",
        "確認訂閱",
        "如果不是你，不必理會這封信：沒有確認，就不會再收到別的信，這個地址十四天後便會刪去。",
        "永遠不要再寫信給這個地址：",
    ),
    "en": (
        "Please confirm: the letter of {paper}",
        "Somebody, we hope you, asked for the letter of {paper} at this address.",
        "If you want it, open this link and press the button on the page:",
        "Yes, send me the letter",
        "If it was not you, do nothing: without a confirmation nothing more comes, and the address is forgotten after fourteen days.",
        "Never write to this address again:",
    ),
}
_PAGE = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    "<title>{title}</title></head>"
    '<body style="margin:0 auto;padding:24px;max-width:36em;font:16px/1.7 sans-serif"><p>{who}</p><p>{how}</p>'
    '<p><a href="{link}" style="display:inline-block;padding:10px 18px;background:#8a1c1c;color:#ffffff;text-decoration:none">{yes}</a></p>'
    '<p style="word-break:break-all">{link}</p><p>{no}</p><p style="font-size:14px">{never} <a href="{leave}">{leave}</a></p></body></html>\n'
)


def mail(language: str, settings: Settings, token: str, sender: str) -> Prepared:
    """The mail for the holder of ``token``, in ``language`` (zh-Hant or en)."""
    words = [w.format(paper=clean(settings.paper)) for w in _WORDS[language if language in _WORDS else "zh-Hant"]]
    title, who, how, yes, no, never = words
    link = settings.confirm(token)
    text = f"{who}\n\n{how}\n\n{link}\n\n{no}\n\n{never}\n{UNSUBSCRIBE}\n"
    safe = {"title": title, "who": who, "how": how, "yes": yes, "no": no, "never": never, "link": link}
    html = _PAGE.format(lang=language, leave=UNSUBSCRIBE, **{k: escape(v) for k, v in safe.items()})
    return prepare(title, html, text, sender, settings.list_id or "", settings.reply_to, settings.mailto)
