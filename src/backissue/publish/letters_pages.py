"""The pages of the letters' server: to sign up, to confirm, to leave; in Traditional Chinese and English.

They need no script, load nothing from elsewhere and remember nobody. What they say after a
button is the same for an address or a token that is known and one that is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from backissue.publish.render.frame import Frame
from backissue.subscribers.settings import Settings

__all__ = ["CSP", "LANGUAGES", "Pages"]

CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LANGUAGES = ("zh-Hant", "en")

_WORDS: Mapping[str, Mapping[str, Any]] = {
    "zh-Hant": {
        "skip": "跳到內容",
        "language": "語言",
        "address": "電郵地址",
        "subscribe": "訂閱",
        "promise": "你的地址",
        "promises": (
            "只用來寄這份通訊。",
            "一收到便加密，連這部伺服器也不能再讀。",
            "沒有人知道你打開了沒有，點了甚麼。",
            "每封信都可一按退訂；退訂後，地址便刪去。",
        ),
        "support": "支持本報",
        "support_text": "每月支持的讀者同樣收到通訊。付款在以下地方，本站不經手；文章不會因此上鎖。",
        "foot": "這一頁不用 cookie，不記錄來訪的人。",
        "sign-up": ("訂閱通訊", ("留下電郵地址，便會收到《{paper}》的通訊。",)),
        "asked": (
            "請看電郵",
            (
                "若這個地址還沒有訂閱，就會收到一封確認信，按信中連結並確認後才算訂閱。",
                "確認信由人手分批寄出，可能要等一天。沒有收到，請看看垃圾郵件。",
            ),
        ),
        "confirm": ("確認訂閱", ("按下按鈕，便會收到《{paper}》的通訊。",)),
        "confirm_button": "確認訂閱",
        "confirmed": (
            "收到了，多謝",
            ("若這條連結仍然有效，這個地址就會收到《{paper}》的下一份通訊。", "現在可以關上這一頁。"),
        ),
        "unsubscribe": ("退訂", ("按下按鈕，便不再收到《{paper}》的通訊，地址也會刪去。",)),
        "unsubscribe_button": "退訂",
        "left": (
            "已經收到",
            ("若這條連結屬於一個訂閱，它就到此為止：不再有信，地址也會刪去。", "正在寄出的一封，或許仍會送到。"),
        ),
        "no_address": "這不像一個電郵地址，請再看看。",
        "too_many": ("請稍後再試", ("這裏一時太多請求。你的請求沒有記下，請過幾分鐘再試。",)),
        "full": ("請稍後再試", ("這裏暫時收不下更多請求。你的請求沒有記下，請明天再試。",)),
        "refused": ("沒有照辦", ("這個請求來自別的網站，所以沒有照辦。請在這裏再填一次。",)),
        "missing": ("沒有這一頁", ("這個地址甚麼也沒有。",)),
    },
    "en": {
        "skip": "Skip to the text",
        "language": "Language",
        "address": "E-mail address",
        "subscribe": "Subscribe",
        "promise": "Your address",
        "promises": (
            "It is used to send this letter and for nothing else.",
            "It is encrypted as it comes in; not even this server can read it again.",
            "Nobody learns whether you open a letter, or what you follow in it.",
            "Every letter lets you leave with one click, and your address is deleted.",
        ),
        "support": "Support the paper",
        "support_text": "Monthly supporters get the letter, too. You pay at these places; no money passes through this site, and no text is locked.",
        "foot": "This page sets no cookie and keeps no record of who visits.",
        "sign-up": ("Get the letter", ("Leave an e-mail address to get the letter of {paper}.",)),
        "asked": (
            "Look into your mail",
            (
                "If this address is not subscribed yet, a mail will come to it. The letter begins once you have opened the link in it and confirmed.",
                "People send these mails in batches, so it may take a day. If nothing comes, look among the spam.",
            ),
        ),
        "confirm": ("Confirm", ("Press the button to get the letter of {paper}.",)),
        "confirm_button": "Yes, send me the letter",
        "confirmed": (
            "Thank you",
            ("If this link still holds, the next letter of {paper} comes to this address.", "You can close this page."),
        ),
        "unsubscribe": (
            "Leave the letter",
            ("Press the button to get no more letters of {paper}. Your address will be deleted.",),
        ),
        "unsubscribe_button": "Unsubscribe",
        "left": (
            "Done",
            (
                "If this link belongs to a subscription, it ends here: no more letters, and the address is deleted.",
                "One that is just being sent may still arrive.",
            ),
        ),
        "no_address": "That does not look like an e-mail address. Please look again.",
        "too_many": (
            "Please try again later",
            ("Too much is being asked here just now. Your request was not taken; try again in a few minutes.",),
        ),
        "full": (
            "Please try again later",
            ("Nothing more can be taken in just now. Your request was not taken; try again tomorrow.",),
        ),
        "refused": ("Not done", ("The request came from another site, so it was not carried out. Please fill in the form here.",)),
        "missing": ("Not here", ("There is nothing at this address.",)),
    },
}  # fmt: skip


class Pages:
    """The pages of one paper's letter."""

    def __init__(self, settings: Settings, root: str) -> None:
        self._settings, self._root = settings, root
        self._frames = {ui: Frame(name=settings.paper, ui=ui, lang=settings.language) for ui in LANGUAGES}

    def sign_up(self, ui: str, *, wrong: bool = False) -> str:
        """The form; ``wrong`` where what was typed is no address."""
        return self._page(ui, "sign-up", "sign-up", trouble=_WORDS[ui]["no_address"] if wrong else "")

    def button(self, ui: str, what: str, token: str) -> str:
        """The page with one button: ``what`` is confirm or unsubscribe."""
        return self._page(ui, what, what, token=token, button=_WORDS[ui][f"{what}_button"])

    def said(self, ui: str, what: str) -> str:
        """A page that says something and has no form: asked, confirmed, left, too_many, full, refused, missing."""
        return self._page(ui, what, "")

    def _page(self, ui: str, words: str, kind: str, *, trouble: str = "", token: str = "", button: str = "") -> str:
        title, lines = _WORDS[ui][words]
        other = next(language for language in LANGUAGES if language != ui)
        here = self._root + (f"{kind}/{token}" if token else "")
        return self._frames[ui].page(
            "letters.html",
            root=self._root,
            here=here,
            other=other if kind else "",
            other_name={"zh-Hant": "繁體中文", "en": "English"}[other],
            title=title,
            lines=[line.format(paper=self._settings.paper) for line in lines],
            say=SimpleNamespace(**{k: v for k, v in _WORDS[ui].items() if k.isidentifier()}),
            kind=kind,
            token=token,
            button=button,
            trouble=trouble,
            support=self._settings.support,
        )
