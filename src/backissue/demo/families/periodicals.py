"""Designs of a magazine in chapters and of a service of dispatches: credits at the end, lines with a place and a day before the first word."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Chapters", "Dispatches"]

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


class Chapters(Freehand):
    """2016: a magazine: a cover, a list of chapters, words pulled out of the text, credits below it with the day online beside the day in print."""

    name = "chapters"

    def draw(self, rng: Random) -> None:
        """The weekday it comes out on, and how it lists topics."""
        self.weekday = int(rng.random() * 7)
        self.join = choose(rng, "、", "／") if not self.english else choose(rng, ", ", " / ")
        self.hand = choose(
            rng,
            Hand("撰文｜{a}", "撰文｜{a}、{b}", role="撰文", photo="撰文｜{a}　攝影｜{b}", roles=("撰文", "攝影")),
            Hand("{a}", "{a}、{b}"),
        )
        self.hand_en = choose(rng, Hand("Words by {a}", "Words by {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``8 March 2016``; ``2016年3月8日``."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def issue(self, t: datetime) -> tuple[int, str]:
        """The number and the day of the first issue printed after that day."""
        out = t + timedelta(days=1 + (self.weekday - t.weekday() - 1) % 7)
        return out.date().toordinal() // 7 - 104000, self.day(out)

    def frame(self, page: Shell) -> str:
        """A thin head, everything else the page's; the menu below."""
        items = self.menu(page.paper, '<span class="desk"><a href="{url}">{name}</a></span>', " ")
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>{heads(page.charset)}\n<title>{esc(page.title)} ／ {esc(page.paper.name)}</title>\n{page.head}</head>\n<body class="{"feature" if page.is_story else "index"} theme-paper">\n<div class="progress"><div class="progress-done"></div></div>\n<header class="strip"><a href="/" class="strip-name">{esc(page.paper.name)}</a> <a href="/subscribe" class="strip-sub">{self.word("訂閱紙本", "Subscribe in print")}</a></header>\n'
            f'{page.main}\n<footer class="colophon"><nav>{items}</nav><p>{esc(page.paper.rights)}　{self.word("本刊以再生紙印刷", "Printed on recycled paper")}</p><p><a href="/about">{self.word("關於本刊", "About the magazine")}</a></p></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A title for others, with the magazine's name before it."""
        return f'<meta property="og:title" content="《{attr(copy.paper.name)}》{attr(copy.version.title)}">\n<meta name="description" content="{attr(copy.lead)}">\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A plate: the picture, a number, the words, the hand."""
        credit = f'<span class="plate-hand">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="plate"><a href="{self.source(copy, picture)}"><img src="{self.source(copy, picture)}" alt=""></a><div class="plate-words">{esc(picture.caption)}</div>{credit}</div>'

    def block(self, copy: Copy, block: Block) -> str:
        """Quotes between rules, notes in small print."""
        if block.kind == "quote":
            return f'<div class="said"><hr><p>{spans(block.spans)}</p><hr></div>'
        if block.kind == "note":
            return f'<p class="small-print"><i>{spans(block.spans)}</i></p>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """A cover, chapters' list, chapters, credits, other features."""
        blocks = copy.version.blocks
        names = [b.text for b in blocks if b.kind == "h"]
        numerals = self.word("壹 貳 參 肆 伍 陸 柒 捌", " ".join(_ROMAN)).split()
        contents = "".join(
            f'<li><a href="#c{n}">{esc(name)}</a></li>' for n, name in enumerate(names[: len(numerals)], 1)
        )
        contents = f'<ol class="contents"><li class="contents-head">{copy.say("本文章節", "In this story")}</li>{contents}</ol>' if names else ""  # fmt: skip
        paragraphs = [b for b in blocks if b.kind == "p"]
        pulled = paragraphs[2].text if len(paragraphs) > 4 else ""
        cut = pulled.rfind(self.word("，", ", "), 8, 90)
        pull = f'<aside class="pulled"><p>{esc(pulled[:cut])}</p></aside>' if 8 < cut < 90 else ""
        out, chapter, seen = ['<section class="chapter opening">'], 0, 0
        for block in blocks:
            if block.kind == "h":
                number = numerals[min(chapter, len(numerals) - 1)]
                chapter += 1
                out.append(
                    f'</section>\n<section class="chapter" id="c{chapter}"><div class="chapter-no">{number}</div>'
                )
                out.append(f"<h2>{spans(block.spans)}</h2>")
                continue
            if block.kind == "p":
                seen += 1
                if seen == 4 and pull:
                    out.append(pull)
            out.append(self.block(copy, block))
        out.append('<span class="end-mark">■</span></section>')
        count, printed = self.issue(copy.article.published)
        by = copy.signed('<p class="credits-who">{}</p>')
        others = copy.others(
            '<article class="also"><span>{section}</span><h3><a href="{url}">{title}</a></h3><p>{by}</p></article>', 3
        )
        return (
            f'<div class="cover"><p class="kicker"><a href="{copy.section_url}">{copy.section}</a></p><h1>{copy.title}</h1></div>\n{contents}\n<div class="feature-text">\n{chr(10).join(out)}\n</div>\n'
            f'<div class="credits">{by}<p class="credits-web">{copy.say("網上刊登", "Published online")} {copy.day}</p><p class="credits-print">{copy.say(f"紙本見第 {count} 期，{printed}出版", f"In print: issue {count}, {printed}")}</p><p class="credits-filed">{copy.say("歸檔：", "Filed under ")}{copy.tags("<a href=`{url}`>{tag}</a>", self.join)}</p></div>\n'
            f'<div class="buy"><p>{copy.say("讀到這裡，不如買一本回家。", "If you have read this far, take an issue home.")}</p><a href="/subscribe">{copy.say("購買本期", "Buy this issue")}</a></div>\n<div class="also-row"><h4>{copy.say("同樣值得慢讀", "Also worth your time")}</h4>{others}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Features, large."""
        rows = "".join(
            f'<article class="also"><span>{esc(c.section)}</span><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p>{esc(c.author)}</p><p class="when">{self.day(c.published)}</p></article>\n'
            for c in cards
        )
        more = f'<a class="older" href="{attr(older)}">{self.word("更早的文章", "Earlier pieces")}</a>' if older else ""
        return f'<div class="cover small"><h1>{esc(heading)}</h1></div><div class="also-row">{rows}</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A chapter without a number."""
        return f'<div class="cover small"><h1>{esc(heading)}</h1></div><div class="feature-text"><section class="chapter">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</section></div>'


class Dispatches(Freehand):
    """2008: a service of dispatches: a slug with section and topics above, the text opened by place, day and writer in brackets, closed by a mark and a number, pictures below it."""

    name = "dispatches"
    timed = True

    def draw(self, rng: Random) -> None:
        """Its brackets and its closing mark."""
        self.left, self.right = choose(rng, ("【", "】"), ("（", "）"), ("〔", "〕"))
        self.mark = (
            choose(rng, "（完）", "（完）", "####") if not self.english else choose(rng, "- 30 -", "(END)", "###")
        )
        self.tables = rng.random() < 0.5
        tail = choose(rng, "電", "專電")
        self.hand = Hand(
            "記者{a}",
            "記者{a}、{b}",
            placed=f"記者{{a}} {{p}}{tail}",
            photo="記者{a} 攝影{b}",
            role="記者",
            roles=("記者", "攝影"),
        )
        self.hand_en = Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", desk="{o}", agency="{o}")

    def day(self, t: datetime) -> str:
        """``2008-03-08 09:05``; in English ``08-MAR-2008 09:05``."""
        return f"{t:%d}-{MONTHS[t.month - 1][:3].upper()}-{t:%Y %H:%M}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A board with desks at the right."""
        items = self.menu(page.paper, '<dd><a href="{url}">{name}</a></dd>')
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n<html lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)}: {esc(page.title)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/wire.css">\n</head>\n<body>\n<div id="wrap"><div id="top"><a href="/"><img src="/img/wire.gif" alt="{attr(page.paper.name)}" width="300" height="50"></a><form action="/search"><input name="kw" size="12"><input type="submit" value="{self.word("檢索", "Search")}"></form></div>\n<div id="mid">{page.main}</div>\n'
            f'<div id="rt"><dl><dt>{self.word("分類新聞", "Desks")}</dt>{items}</dl><p><a href="/subscribe">{self.word("客戶登入", "Client log-in")}</a></p></div><div id="bot">{esc(page.paper.rights)} | {self.word("未經授權不得轉載、播放", "Not for broadcast or publication without permission")} | <a href="/about">{self.word("關於本社", "About us")}</a></div></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Indented by letters."""
        if block.kind == "p":
            return f"<p>{self.word('　　', '&nbsp;&nbsp;')}{spans(block.spans)}</p>"
        if block.kind == "h":
            return f'<p class="sub">{spans(block.spans)}</p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """One of the strip."""
        credit = f"{self.word('　', ' -- ')}{esc(picture.credit)}" if picture.credit else ""
        return f'<td width="160" valign="top"><img src="{self.source(copy, picture)}" width="150"><br><small>{esc(picture.caption)}{credit}</small></td>'

    def story(self, copy: Copy) -> str:
        """Slug, number, headline, hour, text, strip of pictures, the desk's other dispatches."""
        t = copy.article.published
        pieces = [self.block(copy, b) for b in copy.version.blocks if not b.picture]
        strip = "".join(self.picture(copy, b.picture) for b in copy.version.blocks if b.picture)
        strip = f'<table id="strip" cellpadding="4"><tr>{strip}</tr></table>' if strip else ""
        if self.english:
            line = f"<b>{MONTHS[t.month - 1].upper()} {t.day} ({esc(copy.paper.name)}) --</b> "
            by = copy.signed('<p class="by">{}</p>\n')
        else:
            who = f"／{copy.by}" if copy.by else ""
            line, by = f"<b>{self.left}{t.month}月{t.day}日{who}{self.right}</b>", ""
        for at, piece in enumerate(pieces):
            if piece.startswith("<p>"):
                pad = self.word("　　", "&nbsp;&nbsp;")
                pieces[at] = piece.replace(f"<p>{pad}", f"<p>{pad}{line}", 1)
                break
        number = f"{self.word('', 'WD')}{copy.paper.english[:1]}{t:%m%d}-{int(copy.article.id) % 1000:03d}"
        slug = copy.tags("<a href=`{url}`>{tag}</a>", self.word("／", "-"))
        others = copy.others("<tr><td>{day}</td><td><a href=`{url}`>{title}</a></td></tr>", 5)
        return (
            f'<div class="slug">{copy.say("類別", "Desk")} <a href="{copy.section_url}">{copy.section}</a> | {copy.say("關鍵詞", "Slug")} {slug} | {copy.say("稿號", "No.")} {number}</div>\n<h2>{copy.title}</h2>\n<div class="ln">{copy.say("發稿", "Filed")} {copy.day} <a href="#" onclick="print()">{copy.say("列印", "print")}</a></div>\n'
            f'<div id="txt">\n{by}{chr(10).join(pieces)}\n<p class="z">{self.mark}</p>\n<p class="z">{copy.say("{name}版權所有，訂戶專用。", "Copyright {name}. For clients only.")}</p></div>\n{strip}\n<table id="same" width="100%"><tr><th colspan="2">{copy.say("同類稿件", "From the same desk")}</th></tr>{others}</table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A log."""
        rows = "".join(
            f'<tr><td nowrap>{self.day(c.published)}</td><td>{esc(c.section)}</td><td><a href="{attr(c.url)}">{esc(c.title)}</a></td></tr>\n'
            for c in cards
        )
        more = f'<p><a href="{attr(older)}">{self.word("上一頁稿件", "Earlier dispatches")}</a></p>' if older else ""
        return f'<h2>{esc(heading)}</h2><table width="100%" border="0">{rows}</table>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Text without a slug."""
        return f'<h2>{esc(heading)}</h2><div id="txt">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'
