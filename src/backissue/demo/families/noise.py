"""What stands around and inside an article's text and is not the article: each block by its name.

``constant`` blocks are the same on every page, the others differ from page to page: related titles,
readers' comments, counters. A block gets the page's :class:`Around` and returns HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from backissue.demo.families.recipe import Namer
from backissue.demo.html import attr, esc
from backissue.demo.paper import Article, Card, Paper

__all__ = ["NOISE", "Around"]


@dataclass(frozen=True, slots=True)
class Around:
    """What a noise block may look at."""

    paper: Paper
    article: Article
    url: str
    related: tuple[Card, ...]
    salt: int
    c: Namer

    @property
    def english(self) -> bool:
        """Whether the paper speaks English."""
        return self.paper.language.startswith("en")

    def say(self, chinese: str, english: str) -> str:
        """The words in the paper's language."""
        return (english if self.english else chinese).format(name=self.paper.name, letter=self.paper.letter)


_REMARKS = (
    "寫得真好，多謝記者。", "我就住在附近，情況比報道說的還要差。", "希望有關部門看到。", "上次也是這樣說，結果呢？", "支持！請繼續跟進。",
    "有沒有圖？", "小時候常去那裡，唉。", "標題黨。", "同意樓上。", "請問資料來源是？", "轉給家人看了。", "這個城市還有希望嗎？",
)  # fmt: skip
_REMARKS_EN = (
    "Well reported, thank you.", "I live next door and it is worse than you say.", "Hope somebody in charge reads this.", "They said the same last time.",
    "Any pictures?", "Agree with the comment above.", "Sent this to my mother.", "What is the source for the second figure?",
)  # fmt: skip


def _links(around: Around, count: int) -> str:
    return "".join(f'<li><a href="{attr(c.url)}">{esc(c.title)}</a></li>' for c in around.related[:count])


def related(around: Around) -> str:
    """A list of other articles after the text."""
    return f"<div{around.c('related')}><h4>{around.say('相關新聞', 'Related stories')}</h4><ul>{_links(around, 4)}</ul></div>"


def related_cards(around: Around) -> str:
    """Other articles as cards with dates and opening words: much like text, and not this text."""
    cards = "".join(
        f'<div{around.c("card")}><a href="{attr(c.url)}"><h3>{esc(c.title)}</h3></a><span>{c.published:%Y-%m-%d}</span><p>{esc(c.summary)}…</p></div>'
        for c in around.related[:3]
    )
    return f"<section{around.c('related')}>{cards}</section>"


def see_also(around: Around) -> str:
    """One link to another article, in the middle of the text."""
    if not around.related:
        return ""
    card = around.related[0]
    return f'<p{around.c("related")}>{around.say("延伸閱讀：", "Read also: ")}<a href="{attr(card.url)}">{esc(card.title)}</a></p>'


def ticker(around: Around) -> str:
    """The latest headlines above everything."""
    words = "　".join(esc(c.title) for c in around.related)
    return f"<div{around.c('ticker')}><b>{around.say('即時', 'Breaking')}</b> <span>{words}</span></div>"


def share(around: Around) -> str:
    """Buttons to send the page on."""
    names = ("面書", "轉推", "電郵", "列印") if not around.english else ("Share", "Tweet", "E-mail", "Print")
    links = "".join(
        f'<a href="https://social.example/{n}?u={attr(around.url)}">{word}</a> ' for n, word in enumerate(names)
    )
    return f"<div{around.c('share')}>{links}</div>"


def author_box(around: Around) -> str:
    """Who the author is, in a box."""
    people = [p for p in around.article.byline.people if p.kind == "person"]
    if not people:
        return ""
    words = around.say(
        "《{name}》記者，關心城市與人。歡迎來信提供線索。", "A reporter with {name}. Write in with tips."
    )
    return f"<div{around.c('author-box')}><b>{esc(people[0].name)}</b><p>{esc(words)}</p></div>"


def comments(around: Around) -> str:
    """Readers' remarks, a few on each page, different everywhere."""
    rng = Random(f"{around.article.id}/{around.salt // 5000}")  # noqa: S311  (invents remarks)
    pool = _REMARKS_EN if around.english else _REMARKS
    lines = "".join(
        f"<li><b>{around.say('讀者', 'reader')}{1000 + int(rng.random() * 9000)}</b><p>{esc(text)}</p><span>{2 + int(rng.random() * 50)}</span></li>"
        for text in rng.sample(pool, 2 + int(rng.random() * 3))
    )
    return f"<div{around.c('comments')}><h4>{around.say('讀者留言', 'Comments')}</h4><ol>{lines}</ol></div>"


def signup(around: Around) -> str:
    """The call to subscribe, constant."""
    words = around.say(
        "如果你認同我們的工作，請成為《{name}》的月費訂戶，每周收到《{letter}》。",
        "If you value our work, become a subscriber of {name} and receive {letter} every week.",
    )
    return f'<div{around.c("signup")}><p>{esc(words)}</p><p><a href="/subscribe">{around.say("立即訂閱", "Subscribe now")}</a></p></div>'


def signup_line(around: Around) -> str:
    """The same as bare paragraphs that look like the text's own."""
    words = around.say(
        "支持《{name}》，請訂閱每周通訊《{letter}》。", "Support {name}: subscribe to {letter}, our weekly letter."
    )
    return f"<p>----------</p><p>{esc(words)}</p>"


def rights(around: Around) -> str:
    """One line about who owns the words, constant."""
    words = around.say(
        "本文版權屬《{name}》所有，未經授權不得轉載。", "Copyright {name}. Do not reproduce without permission."
    )
    return f"<p>{esc(words)}</p>"


def advert(around: Around) -> str:
    """A hole for an advertisement."""
    return f'<div{around.c("ad")}><span>{around.say("廣告", "Advertisement")}</span><ins data-slot="{around.salt % 97}"></ins></div>'


def cookie(around: Around) -> str:
    """The banner about cookies, constant."""
    words = around.say(
        "本網站使用 Cookie 以改善瀏覽體驗。繼續使用即表示同意我們的私隱政策。",
        "We use cookies to improve your experience. By continuing you agree to our privacy policy.",
    )
    return f"<div{around.c('cookie')}><p>{words}</p><button>{around.say('同意', 'Accept')}</button></div>"


def popular(around: Around) -> str:
    """Most read, in a side column."""
    return f"<div{around.c('sidebar')}><h3>{around.say('最多人看', 'Most read')}</h3><ol>{_links(around, 5)}</ol></div>"


def neighbours(around: Around) -> str:
    """Links to the article before."""
    if not around.related:
        return ""
    card = around.related[0]
    return f'<div{around.c("nav")}><a href="{attr(card.url)}">{around.say("上一篇：", "Previous: ")}{esc(card.title)}</a></div>'


def tools(around: Around) -> str:
    """Letter size, printing, and how often the page was read."""
    return f"<div{around.c('tools')}>{around.say('字體：大 中 小｜列印｜瀏覽次數：', 'Text size: L M S | Print | Views: ')}{around.salt % 99991}</div>"


def app(around: Around) -> str:
    """The call to install an app, constant."""
    return f"<p{around.c('app')}>{esc(around.say('下載《{name}》流動應用程式，隨時緊貼新聞。', 'Get the {name} app and never miss a story.'))}</p>"


def letter_form(around: Around) -> str:
    """A form for the weekly letter, constant."""
    words = around.say("訂閱《{letter}》", "Sign up for {letter}")
    return f'<form{around.c("signup")} action="/subscribe"><label>{esc(words)}</label><input type="email" name="e"><button>OK</button></form>'


def editor(around: Around) -> str:
    """The line that names a responsible editor: people, and not the author."""
    return (
        f"<p{around.c('editor')}>責任編輯：{'何澄' if around.article.index % 2 else '梁若海'}</p>"
        if not around.english
        else ""
    )


NOISE: dict[str, Callable[[Around], str]] = {
    "related": related, "related-cards": related_cards, "see-also": see_also, "ticker": ticker, "share": share, "author-box": author_box,
    "comments": comments, "signup": signup, "signup-line": signup_line, "rights": rights, "advert": advert, "cookie": cookie, "popular": popular,
    "neighbours": neighbours, "tools": tools, "app": app, "letter-form": letter_form, "editor": editor,
}  # fmt: skip
