"""A design: a mainland portal's news system of about 2009."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_EDITORS = ("林一禾", "孟小山", "田露", "高文", "鐵山")
_EDITORS_EN = ("linyihe", "Meng Xiaoshan", "tianlu", "Gao", "tieshan")
_MOODS = "感動|同情|無聊|生氣|搞笑|難過|高興|路過"
_MOODS_EN = "Moved|Sorry|Bored|Angry|Amused|Sad|Glad|Just passing"


class Linnet(Freehand):
    """2009: a mainland portal's system: divs by id, crumbs down to the text, one line of time and source under a centred headline, indents typed into paragraphs, the editor in charge at the end, moods to vote on, a disclaimer."""

    name = "linnet"
    timed = True
    category = True

    def draw(self, rng: Random) -> None:
        """Where the author stands, how the line of the source and the editors are written."""
        self.place = choose(rng, "line", "line", "under", "foot")
        self.coded = rng.random() < 0.4
        self.boxed = rng.random() < 0.5
        self.spaced = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("作者：{a}", "作者：{a} {b}", role="作者"),
            Hand("本報記者 {a}", "本報記者 {a} {b}", photo="本報記者 {a} 文 {b} 圖", role="記者", roles=("文", "圖"), agency="據{o}電"),
            Hand("記者 {a}", "記者 {a} {b}", placed="{p}訊 記者 {a}", photo="記者 {a} 攝影 {b}", role="記者", roles=("記者", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("Author: {a}", "Author: {a}, {b}"),
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"),
            Hand("By Staff Reporter {a}", "By Staff Reporters {a}, {b}", desk="By {o}", agency="({o})"),
        )

    def day(self, t: datetime) -> str:
        """``09:05, March 08, 2009``; ``2009年03月08日09:05``, by some with a space."""
        if self.english:
            return f"{t:%H:%M}, {MONTHS[t.month - 1]} {t.day:02d}, {t.year}"
        return f"{t:%Y}年{t:%m}月{t:%d}日{' ' if self.spaced else ''}{t:%H:%M}"

    def editor(self, copy: Copy) -> str:
        """Who put it up: a name or a number of staff."""
        n = copy.article.index
        return f"HL{n * 7 % 60:03d}" if self.coded else self.word(_EDITORS[n % 5], _EDITORS_EN[n % 5])

    def origin(self, copy: Copy) -> str:
        """The paper, or the agency that sent it."""
        byline = copy.article.byline
        return esc(byline.people[0].name if byline.form == "agency" else copy.paper.name)

    def machine(self, copy: Copy) -> str:
        """The system's own names for things; its author is whoever put the page up."""
        return f'<meta name="publishid" content="{copy.article.id}" />\n<meta name="keywords" content="{attr(" ".join(copy.said.tags or ()))}" />\n<meta name="description" content="{attr(copy.lead)}" />\n<meta name="author" content="{self.editor(copy)}" />\n<meta name="source" content="{self.origin(copy)}" />\n<meta name="filetype" content="0" />\n<meta name="templateid" content="lnt_{copy.part}_2" />\n'

    def frame(self, page: Shell) -> str:
        """A bar to sign in, the channels, the page, a foot of licences."""
        paper, word = page.paper, self.word
        name = esc(paper.name)
        menu = self.menu(paper, '<li{on}><a href="{url}" target="_blank">{name}</a></li>', "\n", now=page.section, current=' class="cur"')  # fmt: skip
        title = "--".join((esc(page.title), esc(page.section), name) if page.is_story else (esc(page.title), name))
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{title}</title>\n{page.head}<link href="/css/content_2009.css" rel="stylesheet" type="text/css" />\n<script type="text/javascript" src="/js/common.js"></script>\n</head>\n<body>\n<div id="topBar"><form id="loginForm" action="/passport/login.do" method="post">{word("用戶名", "User ID")} <input name="uid" size="10" /> {word("密碼", "Password")} <input name="pwd" type="password" size="10" /> <input type="submit" value="{word("登錄", "Log in")}" /></form><div id="topLinks"><a href="#" onclick="setHome(this)">{word("設為首頁", "Set as homepage")}</a> | <a href="#" onclick="addFav()">{word("加入收藏", "Bookmark us")}</a> | <a href="/rss/">RSS</a> | <a href="/sms/">{word("手機報", "SMS news")}</a></div></div>\n<div id="banner"><a href="/" id="logo"><img src="/images/logo.gif" alt="{attr(paper.name)}" /></a><div id="ad_top"><script type="text/javascript">ad_show("top_760x90");</script></div></div>\n<div id="channelNav"><ul>\n<li><a href="/">{word("首頁", "Home")}</a></li>\n{menu}\n<li><a href="/bbs/">{word("論壇", "Forum")}</a></li>\n</ul></div>\n<div id="wrap">\n{page.main}\n<div class="clear"></div>\n</div>\n<div id="footer"><p><a href="/about/">{word("關於我們", "About us")}</a> - <a href="/about/ad.html">{word("廣告服務", "Advertise")}</a> - <a href="/about/job.html">{word("招聘", "Jobs")}</a> - <a href="/sitemap.html">{word("網站地圖", "Site map")}</a></p><p>{esc(paper.rights)}</p><p>{word("網站備案 00700123 號　舉報電話：000-5550123", "Licence No. 00700123 | Tip-off line: 000-5550123")}</p></div>\n<script type="text/javascript" src="/js/stat.js"></script>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs with their indent typed in; everything else as an editor's window made it."""
        text, pad = spans(block.spans), self.word("　　", "")
        match block.kind:
            case "p" | "h":
                return f"<p>{pad}{text if block.kind == 'p' else f'<strong>{text}</strong>'}</p>"
            case "quote":
                return f'<blockquote style="font-family: 楷體_GB2312"><p>{pad}{text}</p></blockquote>'
            case "note":
                return f'<p>{pad}<span style="color: #808080; font-size: 12px">{text}</span></p>'
            case "table":
                rows = "\n".join("<tr>" + "".join(f"<td><p>{esc(c)}</p></td>" for c in row) + "</tr>" for row in block.rows)  # fmt: skip
                return f'<table border="1" cellspacing="0" cellpadding="3" bordercolor="#cccccc" align="center" width="90%"><tbody>\n{rows}\n</tbody></table>'
            case "embed":
                url = attr(block.url)
                return f'<div id="flvBox" align="center"><object width="480" height="390"><param name="movie" value="{url}" /><param name="wmode" value="transparent" /><embed src="{url}" width="480" height="390" wmode="transparent"></embed></object></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in the middle, its words in blue below; some papers put it in a table."""
        credit = f'　<font color="#666666">{esc(picture.credit)}</font>' if picture.credit else ""
        img = f'<img src="{self.source(copy, picture)}" border="0" alt="{attr(picture.caption)}" />'
        words = f'<font color="#003399">{esc(picture.caption)}</font>{credit}'
        if self.boxed:
            return f'<table border="0" align="center" class="picBox"><tbody><tr><td align="center">{img}</td></tr><tr><td class="picText">{words}</td></tr></tbody></table>'
        return f'<p style="text-align: center">{img}</p>\n<p style="text-align: center" class="picText">{words}</p>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, the line of the source, the text between its marks, the editor, moods, neighbours, remarks; ranks at the right."""
        say, n = copy.say, copy.article.index
        line, under, foot = (
            copy.signed(form) if self.place == place else ""
            for place, form in (("line", '&nbsp;&nbsp;<span id="writer">{}</span>'), ("under", '<div id="artAuthor">{}</div>\n'), ("foot", '<div id="artSign" align="right">{}</div>\n'))
        )  # fmt: skip
        tags = copy.tags('<a href="{url}" target="_blank">{tag}</a>', " ")
        tags = f'<div id="keyWord">{say("關鍵字：", "Keywords: ")}{tags}</div>\n' if tags else ""
        moods = "".join(f'<li><span id="m{i}">{(n * 13 + i * i * 5) % 31}</span><img src="/images/mood/{i}.gif" alt="" /><br /><input type="radio" name="mood" />{m}</li>' for i, m in enumerate(self.word(_MOODS, _MOODS_EN).split("|")))  # fmt: skip
        near = copy.others(f"<li>{say('上一篇：', 'Previous: ')}<a href=`{{url}}`>{{title}}</a></li>", 1, skip=3)
        tail = copy.others(f"<li>{say('下一篇：', 'Next: ')}<a href=`{{url}}`>{{title}}</a></li>", 1, skip=2)
        posts = copy.remarks('<dl><dt><span class="floor">#{n}</span> {who} <em>{when}</em></dt><dd>{what}</dd></dl>\n')
        rank = copy.others("<li><a href=`{url}` target=`_blank`>{title}</a></li>", 3, skip=1)
        return f"""<div id="location">{say("您當前的位置：", "You are here: ")}<a href="/">{esc(copy.paper.name)}</a> &gt;&gt; <a href="{copy.section_url}">{copy.section}</a> &gt;&gt; {say("正文", "Text")}</div>
<div id="mainLeft">
<div id="artTitle"><h1>{copy.title}</h1></div><div id="artInfo"><span id="pubTime">{copy.day}</span>&nbsp;&nbsp;<span id="artSource">{say("來源：", "Source: ")}<a href="/" target="_blank">{self.origin(copy)}</a></span>{line}&nbsp;&nbsp;<a href="#comment">{say("我要評論", "Comment")}(<span id="cmtNum">{n * 11 % 90}</span>)</a>&nbsp;&nbsp;{say("【字號", "[Font")} <a href="javascript:doZoom(16)">{say("大", "L")}</a> <a href="javascript:doZoom(14)">{say("中", "M")}</a> <a href="javascript:doZoom(12)">{say("小", "S")}</a>{say("】", "]")}</div>
{under}<div id="artContent">
<!--content begin--><div id="adInText" style="float: left; margin: 4px 8px 4px 0"><script type="text/javascript">ad_show("hzh_300x250");</script></div>
{chr(10).join(self.blocks(copy))}
<!--content end-->
</div>
{foot}<div id="artEditor">{say("（責任編輯：", "(Editor in charge: ")}{self.editor(copy)}{say("）", ")")}</div>
{tags}<div id="artTools">{say("分享到：", "Share: ")}<a href="javascript:share('kx')">{say("開心網", "Kaixin")}</a> <a href="javascript:share('rr')">{say("人人網", "Renren")}</a> <a href="javascript:share('db')">{say("豆瓣", "Douban")}</a> | <a href="javascript:window.print()">{say("打印", "Print")}</a> | <a href="/err/?id={copy.article.id}">{say("報錯", "Report an error")}</a> | <a href="javascript:window.close()">{say("關閉", "Close")}</a></div>
<div id="sms">{say("訂閱《{name}》手機報，每日兩期，發送 LNT 到 10650000，3元/月", "Get {name} on your mobile twice a day: text LNT to 10650000")}</div>
<div id="mood"><h3>{say("看完這條新聞，您的心情是", "How do you feel after reading this?")}</h3><ul>{moods}</ul></div>
<ul id="nextPrev">{near}{tail}</ul>
<div id="relNews"><h3>{say("相關新聞", "Related news")}</h3><ul>{copy.others("<li>· <a href=`{url}`>{title}</a> <span>({day})</span></li>", 3)}</ul></div>
<div id="comment"><h3>{say("網友評論", "Readers' comments")}</h3>
{posts}<form action="/comment/post.do" method="post"><textarea name="txt" rows="4" cols="60"></textarea><br /><label><input type="checkbox" name="anon" checked="checked" />{say("不具名發表", "Post unnamed")}</label> <input type="submit" value="{say("發表", "Post")}" /></form><p>{say("網友言論只代表個人，與本網立場無關。", "Comments are the readers' own. We may delete any of them.")}</p></div>
<div id="statement">{say("本網聲明：凡寫明其他來源的稿件均為轉載，不代表本網觀點；作者如有不同意見，請在兩周內來電。", "Notice: items credited to other sources are reprints and do not stand for our views. Authors who object should call within two weeks.")}</div></div>
<div id="mainRight"><div id="ad_r1"><script type="text/javascript">ad_show("right_300x250");</script></div><div id="hotRank"><h3><span>{say("24小時", "24 hours")}</span><span>{say("一周", "Week")}</span>{say("點擊排行", "Most viewed")}</h3><ol>{rank}</ol></div>
<div id="bbsHot"><h3>{say("論壇熱帖", "Hot in the forum")}</h3><ul><li><a href="/bbs/t{n % 900 + 100}.html">{say("有人跟我一樣天天等末班車嗎", "Who else waits for the last bus every day?")}</a></li><li><a href="/bbs/t{n % 700 + 90}.html">{say("【貼圖】陽台上的小鳥又來了", "[Pics] The birds on my balcony are back")}</a></li></ul></div>
</div>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Bulleted headlines with their hour, five to a lump."""
        rows = [f'<li>· <a href="{attr(c.url)}" target="_blank">{esc(c.title)}</a> <span class="t">{self.day(c.published)}</span></li>' for c in cards]  # fmt: skip
        lumps = "\n".join(f'<ul class="list14">{"".join(rows[i : i + 5])}</ul>' for i in range(0, len(rows), 5))
        more = f'\n<div id="pageNav">{self.word("首頁", "First")} <a href="{attr(older)}">{self.word("下一頁", "Next page")}</a></div>' if older else ""  # fmt: skip
        return f'<div id="location"><a href="/">{self.word("首頁", "Home")}</a> &gt;&gt; {esc(heading)}</div>\n<div id="listBox"><h2>{esc(heading)}</h2>\n{lumps}{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        text = "\n".join(f"<p>{self.word('　　', '')}{esc(p)}</p>" for p in paragraphs)
        return f'<div id="singlePage"><h2>{esc(heading)}</h2>\n<div id="singleText">{text}</div></div>'


def _address(paper: Paper, article: Article, _version: object) -> str:
    """``/n/2009/0308/c1642-123456.html``: the day, the channel's number, the article's."""
    channel = 1000 + sum(map(ord, paper.sections.get(article.section, "news")))
    return f"/n/{article.published:%Y/%m%d}/c{channel}-{article.id}.html"


DESIGNS: tuple[type[Freehand], ...] = (Linnet,)
ADDRESSES: dict[str, Form] = {"n/day/channel-id": Form(_address)}
