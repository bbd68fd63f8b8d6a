"""A political and cultural weekly on TYPO3 with its news extension."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture, Span

__all__ = ["ADDRESSES", "DESIGNS"]

_WRAPS = {"p": '<p class="bodytext">{}</p>', "h": '<div class="csc-header csc-header-n2"><h3>{}</h3></div>', "note": '<div class="csc-frame csc-frame-frame1"><p class="bodytext">{}</p></div>', "quote": '<blockquote class="indent"><p class="bodytext">{}</p></blockquote>'}  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


def _count(n: int) -> str:
    """``二十八``, for numbers below a hundred."""
    tens, ones = divmod(n, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")


def _running(parts: tuple[Span, ...]) -> str:
    """Text as the editor's window stores it: links told to open anew, bold without meaning."""
    words = spans(parts).replace("<a href=", '<a class="external-link-new-window" target="_blank" href=')
    return words.replace("<strong>", "<b>").replace("</strong>", "</b>")


class Brambling(Freehand):
    """2010: a weekly on TYPO3: the news extension's single view in a middle column, the number of the issue beside the day, pictures as definition lists, cover, poll and letter at the right; its head is that of the page record, the same for all."""

    name = "brambling"
    stamped = True

    def draw(self, rng: Random) -> None:
        """Where who wrote it stands, whether names are linked, whether stars are given, how a picture names its source."""
        self.below = rng.random() < 0.4
        self.links = rng.random() < 0.5
        self.stars = rng.random() < 0.6
        self.credit = choose(rng, '<span class="csc-copyright">{}</span>', "<br /><small>[{}]</small>", " <i>{}</i>")
        self.hand = choose(
            rng,
            Hand("文◎{a}", "文◎{a}．{b}", photo="文◎{a}　影像◎{b}", agency="編譯自{o}", role="文", roles=("文", "影像")),
            Hand("作者：{a}", "作者：{a}、{b}", placed="作者：{a}（寄自{p}）", photo="作者：{a}；圖片：{b}", desk="本刊／{o}", role="作者", roles=("作者", "圖片")),
            Hand("{a}　撰", "{a}、{b}　合撰", placed="{a}　撰於{p}", photo="{a}　撰　{b}　攝", role="撰", roles=("撰", "攝")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("from {a}", "from {a} and {b}", placed="from {a}, {p}", desk="from the {o}", agency="with material from {o}"),
            Hand("Text: {a}", "Text: {a} / {b}", placed="Text: {a} ({p})", agency="Source: {o}", role="Text"),
            Hand("{a}", "{a} | {b}", placed="{a}, sent from {p}", agency="{o} / ed."),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``08. March 2009``; ``二〇〇九年三月八日``."""
        year = "".join(_DIGITS[int(c)] for c in str(t.year))
        return (
            f"{t.day:02d}. {MONTHS[t.month - 1]} {t.year}"
            if self.english
            else f"{year}年{MONTHS_ZH[t.month - 1]}{_count(t.day)}日"
        )

    def stamp(self, t: datetime) -> str:
        """``08-Mar-2009 21:05``; ``2009-03-08 21:05``."""
        return f"{t.day:02d}-{MONTHS[t.month - 1][:3]}-{t.year} {t:%H:%M}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """Skip links, a service line, the sections, where one is, three columns, a foot."""
        paper, word = page.paper, self.word
        menu = self.menu(paper, '<li class="{on}"><a href="{url}" onfocus="blurLink(this);">{name}</a></li>', "\n", now=page.section, current="act").replace('<li class="">', '<li class="no">')  # fmt: skip
        line = f' &gt; <span class="rl-act">{esc(page.section)}</span>' if page.section else ""
        options = "".join(f'<div><input type="radio" name="tx_pollmodul[answer]" id="a{n}" value="{n}" /><label for="a{n}">{a}</label></div>' for n, a in enumerate(word("在紙上,在螢幕上,兩樣都看", "On paper,On a screen,Both").split(","), 1))  # fmt: skip
        return f"""<?xml version="1.0" encoding="{page.charset or "utf-8"}"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">
<head>
{heads(page.charset, old=True)}
<meta name="generator" content="TYPO3 4.3 CMS" />
{page.head}<link rel="stylesheet" type="text/css" href="/typo3temp/stylesheet_7f1e0c2a5b.css" media="all" /><link rel="alternate" type="application/rss+xml" title="RSS 2.0" href="/index.php?type=100" />
<title>{esc(paper.name)}: {esc(page.title)}</title><script type="text/javascript" src="/typo3temp/javascript_93077bb238.js"></script>
</head>
<body id="p{47 if page.is_story else 12}"><div class="hidden"><a href="#c212" accesskey="2">{word("直接到內文", "Skip to content")}</a> <a href="#mainnav">{word("直接到選單", "Skip to navigation")}</a></div>
<div id="wrap"><div id="service"><ul><li><a href="/subscribe/">{word("訂閱", "Subscribe")}</a></li><li><a href="/back-issues/">{word("過刊", "Back issues")}</a></li><li><a href="/advertise/">{word("廣告刊例", "Media kit")}</a></li><li><a href="/contact/">{word("聯絡", "Contact")}</a></li></ul><form action="/search/" method="post" class="tx-macinasearchbox-pi1"><input type="text" name="tx_indexedsearch[sword]" value="" /><input type="image" src="/fileadmin/templates/go.gif" alt="{word("搜尋", "Search")}" /></form></div>
<div id="head"><a href="/"><img src="/fileadmin/templates/masthead.gif" width="420" height="74" alt="{attr(paper.name)}" /></a><span class="claim">{word("政治．思想．文藝　逢週四出版", "Politics, ideas and the arts. Every Thursday.")}</span></div>
<ul id="mainnav">{menu}</ul><div id="rootline">{word("您在這裡：", "You are here:")} <a href="/">{word("首頁", "Home")}</a>{line}</div>
<div id="col-main"><a id="c212"></a>
{page.main}
</div><div id="col-right">
<div class="csc-default box-cover"><div class="csc-header csc-header-n1"><h4 class="csc-firstHeader">{word("最新一期", "The current issue")}</h4></div><a href="/issue/"><img src="/uploads/pics/cover_small.jpg" width="140" height="186" alt="{word("封面", "Cover")}" /></a><p class="bodytext"><a href="/subscribe/" class="internal-link">{word("試讀四期，不續訂不收費", "Four issues on trial")}</a></p></div>
<div class="tx-pollmodul"><h4>{word("本週一問：您在哪裡讀我們？", "Question of the week: where do you read us?")}</h4><form action="/poll/" method="post">{options}<input type="submit" value="{word("投票", "Vote")}" /></form></div><div class="tx-directmail"><h4>{esc(paper.letter)}</h4><form action="/newsletter/" method="post"><input type="text" name="FE[tt_address][email]" value="{word("電郵地址", "e-mail")}" onfocus="this.value=''" /><input type="submit" value="OK" /></form></div>
<div class="banner"><span>{word("廣告", "Advertisement")}</span><script type="text/javascript" src="/adserver/www/delivery/ajs.php?zoneid=4"></script></div></div><div id="foot"><p>{esc(paper.rights)} | <a href="/imprint/">{word("版權頁", "Imprint")}</a> | <a href="/privacy/">{word("私隱", "Data protection")}</a> | <a href="/sitemap/">{word("網站地圖", "Sitemap")}</a> | <a href="#">{word("頁首", "Top")}</a></p></div></div></body></html>"""

    def machine(self, copy: Copy) -> str:
        """What the page record says, and so the same for every article: an office as the author, the day when the record was made."""
        return f'<meta name="author" content="{copy.say("{name}編輯室", "{name}, editorial office")}" />\n<meta name="keywords" content="{copy.say("週刊,政治,文化,評論,書評", "weekly, politics, culture, essays, reviews")}" />\n<meta name="DC.Title" content="{copy.say("文章", "Single view")}" />\n<meta name="DC.Date" content="{copy.paper.first:%Y-%m-%d}T10:14:00+00:00" />\n<meta name="robots" content="index,follow" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The rich text editor's classes and the content elements'."""
        if block.kind in _WRAPS:
            return _WRAPS[block.kind].format(_running(block.spans))
        if block.kind in {"ul", "ol"}:
            rows = "".join(f'<li class="{"odd" if at % 2 else "even"}">{esc(i)}</li>\n' for at, i in enumerate(block.items, 1))  # fmt: skip
            return f'<{block.kind} class="csc-bulletlist csc-bulletlist-0">\n{rows}</{block.kind}>'
        if block.kind == "table":
            cells = ["".join(f'<td class="td-{n}">{f"<b>{esc(c)}</b>" if not at else esc(c)}</td>' for n, c in enumerate(row)) for at, row in enumerate(block.rows)]  # fmt: skip
            rows = "\n".join(f'<tr class="tr-{"odd" if at % 2 else "even"} tr-{at}">{row}</tr>' for at, row in enumerate(cells))  # fmt: skip
            return f'<table class="contenttable contenttable-1" cellspacing="0"><tbody>\n{rows}\n</tbody></table>'
        if block.kind == "embed":
            return f'<div class="csc-frame csc-frame-html"><iframe class="youtube-player" type="text/html" width="480" height="295" src="{attr(block.url)}" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A text-with-picture element without its text, that opens a window of its own."""
        credit = self.credit.format(esc(picture.credit)) if picture.credit else ""
        large = (
            f"/index.php?eID=tx_cms_showpic&amp;file=uploads%2Fpics%2F{picture.number}.{picture.suffix}&amp;width=800m"
        )
        return f'<div class="csc-textpic csc-textpic-center csc-textpic-above"><div class="csc-textpic-imagewrap"><dl class="csc-textpic-image csc-textpic-firstcol csc-textpic-lastcol" style="width:480px;"><dt><a href="{large}" onclick="openPic(this.href);return false;"><img src="{self.source(copy, picture)}" width="480" alt="" /></a></dt><dd class="csc-textpic-caption">{esc(picture.caption)}{credit}</dd></dl></div></div>'

    def story(self, copy: Copy) -> str:
        """Section, headline, issue and day, tools, text, who, keywords, what changed, stars, related, letters, back."""
        say, ident, text = copy.say, copy.article.id, "\n".join(self.blocks(copy))
        issue = max(0, (copy.article.published.date() - copy.paper.first).days // 7) + 1
        by = copy.linked('<a href="/authors/" class="internal-link">{}</a>') if self.links else copy.by
        above = f'<div class="news-single-author">{by}</div>\n' if by and not self.below else ""
        below = f'<p class="news-single-author align-right">{by}</p>\n' if by and self.below else ""
        keys = copy.tags("<a href=`{url}`>{tag}</a>", ", ")
        keys = f'<div class="news-single-keywords"><span>{say("關鍵詞：", "Keywords:")}</span> {keys}</div>\n' if keys else ""  # fmt: skip
        changed = copy.changed(f'<p class="news-single-tstamp">{say("最後修改：", "Last update: ")}{{}}</p>\n')
        votes = 3 + copy.salt // 700 % 60
        stars = f'<div class="tx-ratings" id="tx_ratings_tt_news_{ident}"><div class="tx-ratings-bar" style="width:{40 + votes % 50}px"></div><span class="tx-ratings-text">{say(f"{votes} 人評分", f"{votes} readers voted")}</span></div>\n' if self.stars else ""  # fmt: skip
        related = copy.others("<dd><a href=`{url}` title=`{title}`>{title}</a> <span class=`news-related-date`>{day}</span></dd>\n", 2, skip=1)  # fmt: skip
        letters = copy.remarks('<div class="tx-comments-comment-{n}"><p class="tx-comments-comment-author">{who}, {when}</p><div class="tx-comments-comment-content"><p>{what}</p></div></div>\n')  # fmt: skip
        around = copy.others("<a class=`news-prev` href=`{url}`>&laquo; {title}</a> ", 1) + copy.others("<a class=`news-next` href=`{url}`>{title} &raquo;</a>", 1, skip=3)  # fmt: skip
        return (
            f'<!--TYPO3SEARCH_begin--><div class="tx-ttnews-pi1"><div class="news-single-item">\n<div class="news-single-category"><a href="{copy.section_url}">{copy.section}</a></div>\n<h1>{copy.title}</h1>\n{above}'
            f'<div class="news-single-timedata"><span class="issue">{say(f"總第{issue}期", f"Issue no. {issue}")}</span> | {copy.day}</div>\n'
            f'<ul class="tools"><li><a href="{attr(copy.url)}?type=98" target="_blank">{say("列印版", "Print version")}</a></li><li><a href="/tip-a-friend/?tipUrl={ident}" rel="nofollow">{say("轉寄友人", "Tip a friend")}</a></li><li><a href="/letters/?about={ident}">{say("致編輯函", "Letter to the editor")}</a></li></ul>\n'
            f'<div class="news-single-content">\n{text}\n{below}</div>\n<hr class="clearer" />\n{keys}{changed}{stars}'
            f'<div class="news-single-related"><dl><dt>{say("相關文章：", "Related articles:")}</dt>\n{related}</dl></div>\n<div class="news-single-nav">{around}</div>\n<div class="news-single-backlink"><a href="{copy.section_url}">&lt;- {say("返回：", "Back to: ")}{copy.section}</a></div>\n</div></div>\n'
            f'<!--TYPO3SEARCH_end-->\n<div class="tx-comments-pi1"><h4>{say("讀者來函", "Readers write")}</h4>\n{letters or say("尚無來函。", "No letters yet.")}<form action="{attr(copy.url)}#tx-comments" method="post"><label>{say("姓名", "Name")}</label><input type="text" name="tx_comments_pi1[firstname]" /><textarea name="tx_comments_pi1[content]" rows="6" cols="40"></textarea><img src="/typo3conf/ext/captcha/captcha/captcha.php" alt="captcha" /><input type="submit" value="{say("送出", "Send")}" /></form></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The extension's list view and its page browser."""
        rows = "\n".join(
            f'<div class="news-list-item"><span class="news-list-date">{self.day(c.published)}</span><h2><a href="{attr(c.url)}" title="{attr(c.title)}">{esc(c.title)}</a></h2><p class="bodytext">{esc(c.summary)} <span class="news-list-morelink"><a href="{attr(c.url)}">[{self.word("全文", "more")}]</a></span></p><hr class="clearer" /></div>'
            for c in cards
        )
        more = f'\n<div class="news-list-browse"><ul class="tx-pagebrowse"><li class="current">{self.word("本頁", "This page")}</li><li><a href="{attr(older)}">{self.word("下頁", "Next")} &gt;</a></li></ul></div>' if older else ""  # fmt: skip
        return f'<div class="csc-header csc-header-n1"><h1 class="csc-firstHeader">{esc(heading)}</h1></div>\n<div class="news-list-container">\n{rows}{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of plain text elements."""
        text = "\n".join(f'<p class="bodytext">{esc(p)}</p>' for p in paragraphs)
        return f'<div id="c31" class="csc-default"><div class="csc-header csc-header-n1"><h1 class="csc-firstHeader">{esc(heading)}</h1></div>\n{text}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Brambling,)
ADDRESSES: dict[str, Form] = {
    "ttnews/single-view": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'issue')}/single-view/article/{a.id}/{ascii_slug(a)}.html")
}  # fmt: skip
