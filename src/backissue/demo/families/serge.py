"""Designs of two public broadcasters: a national one's news pages of 2015, a local station's of 2024."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Pippin", "Rennet"]


class Rennet(Freehand):
    """2015: a national broadcaster's news: once a story has changed, the hour of the change stands on top and the first hour below the text."""

    name = "rennet"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Which word calls the writer, where the box of links floats."""
        self.links = 1 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("記者：{a}", "記者：{a}、{b}", role="記者", desk="{o}", agency="{o}"),
            Hand("{a}報道", "{a}、{b}報道", placed="{a} {p}報道"),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}"),
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", desk="By {o}"),
        )

    def day(self, t: datetime) -> str:
        """``8 Mar 2015, 9:05am``; ``2015年3月8日，09:05``."""
        if self.english:
            return (
                f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}, {t.hour % 12 or 12}:{t:%M}{'am' if t.hour < 12 else 'pm'}"
            )
        return f"{t.year}年{t.month}月{t.day}日，{t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """The corporation's bar, the news bar, two columns, what else it has."""
        items = self.menu(
            page.paper, '<li class="n-{on}"><a href="{url}">{name}</a></li>', now=page.section, current="active"
        )
        services = "".join(
            f'<a href="/{k}">{self.word(zh, en)}</a>'
            for k, zh, en in (("news", "新聞", "News"), ("radio", "電台", "Radio"), ("tv", "電視", "TV"), ("kids", "兒童", "Kids"), ("shop", "商店", "Shop"), ("more", "更多", "More"))
        )  # fmt: skip
        part = page.paper.section_path.format(part=page.paper.sections.get(page.section, "news"))
        flag = (
            f'<div class="header"><h2><a href="{attr(part)}">{esc(page.section)}</a></h2></div>\n'
            if page.section
            else ""
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/res/bundles/news-desktop.css" media="screen" />\n</head>\n<body class="platform-standard {"story" if page.is_story else "index"}">\n<div id="corpHeader"><div class="sections"><a class="home" href="/" title="{attr(page.paper.name)}">{esc(page.paper.name)}</a>{services}</div></div>\n'
            f'<div id="header"><div class="brand"><a href="/"><img src="/res/img/news-logo.png" alt="" width="242" height="80" /></a></div><a class="button" href="/weather">{self.word("今日天氣", "Weather")}</a></div>\n<div id="nav"><ul id="primary">{items}</ul></div>\n{flag}<div class="page section">\n<div class="subcolumns">\n{page.main}\n</div>\n</div>\n'
            f'<div id="footer"><div class="section"><h2>{self.word("網站地圖", "Site Map")}</h2><ul>{items}</ul></div><div class="footer-info"><p>{self.word("本服務或包含由通訊社提供之材料，不得複製。", "This service may include material from news agencies which is copyright and cannot be reproduced.")}</p><p>{esc(page.paper.rights)} <a href="/about">{self.word("關於我們", "About us")}</a> <a href="/complaints">{self.word("投訴", "Complaints")}</a></p></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """The house's own names for machines, and a network's."""
        topics = ";".join(copy.said.tags or ())
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{attr(topics.replace(";", ", "))}" />\n<meta name="ContentId" content="{copy.article.id}" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:type" content="article" />\n<meta name="twitter:card" content="summary_large_image" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Quotes and tables among inline contents."""
        if block.kind == "h":
            return f"<h2>{spans(block.spans)}</h2>"
        if block.kind == "quote":
            return f'<blockquote class="quote--pullquote"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return f'<div class="inline-content table full">{table(block.rows)}</div>'
        if block.kind == "embed":
            return f'<div class="inline-content video full"><iframe src="{attr(block.url)}" width="700" height="394" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An inline content: the word for a photo in bold, the caption, the source in brackets."""
        credit = f' <span class="source">({esc(picture.credit)})</span>' if picture.credit else ""
        side = "full" if picture.number % 2 else "left"
        return f'<div class="inline-content photo {side}"><a href="/news/photo/{picture.number}"><img src="{self.source(copy, picture)}" alt="{attr(picture.caption)}" title="{attr(picture.caption)}" width="{700 if picture.number % 2 else 340}" /></a><a href="/news/photo/{picture.number}" class="inline-caption"><strong>{copy.say("圖片：", "Photo:")}</strong> {esc(picture.caption)}{credit}</a></div>'

    def story(self, copy: Copy) -> str:
        """Headline, tools, hour, writer, text with a box of links, topics, first hour, what else there is."""
        pieces = self.blocks(copy)
        related = copy.others(
            f'<div class="inline-content story right"><a href="{{url}}"><strong>{copy.say("相關報道：", "Related Story:")}</strong> {{title}}</a></div>\n',
            2,
        )
        pieces.insert(min(self.links, len(pieces)), f'<div class="attached-content">\n{related}</div>')
        first = f'<span class="timestamp">{copy.day}</span>'
        if copy.said.updated:
            top = copy.changed(f'{copy.say("更新於 ", "Updated ")}<span class="timestamp">{{}}</span>')
            low = f'<p class="published">{copy.say("首次發布於 ", "First posted ")}{first}</p>\n'
        else:
            top, low = f"{copy.say('發布於 ', 'Posted ')}{first}", ""
        by = copy.linked('<a href="/news/people">{}</a>')
        by = f'<div class="byline">{by}</div>\n' if by else ""
        topics = copy.tags('<a href="{url}">{tag}</a>', ", ")
        topics = f'<p class="topics"><strong>{copy.say("主題：", "Topics:")}</strong> {topics}</p>\n' if topics else ""
        return (
            f'<div class="c75l">\n<div class="article section">\n<div class="tools"><a class="button mail" href="/email">{copy.say("電郵", "Email")}</a><a class="button facebook" href="/share">{copy.say("分享", "Share")}</a><a class="button print" href="/print">{copy.say("列印", "Print")}</a></div>\n<h1>{copy.title}</h1>\n{by}<p class="published">{top}</p>\n{chr(10).join(pieces)}\n{topics}{low}<p class="contact">{copy.say("有更多消息？", "Do you know more about this story?")} <a href="/contact">{copy.say("聯絡新聞部", "Contact the newsroom")}</a></p>\n</div>\n'
            f'<div class="section promo"><h2>{copy.say("同欄報道", "More stories from this section")}</h2><ul>{copy.others("<li><a href=`{url}`>{title}</a></li>", 5)}</ul></div>\n</div>\n<div class="c25r sidebar">\n<div class="section localised-top-stories"><h2>{copy.say("頭條", "Top Stories")}</h2><ol>{copy.others("<li><h3><a href=`{url}`>{title}</a></h3></li>", 4)}</ol></div>\n<div class="section connect"><h2>{copy.say("收聽直播", "Listen live")}</h2><p>{copy.say("第一台 · 節目表 · 播客", "Radio One · Programs · Podcasts")}</p></div>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with hours and openings."""
        rows = "".join(
            f'<li class="doctype-article"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><span class="timestamp">{self.word("發布於 ", "Posted ")}{self.day(c.published)}</span><p>{esc(c.summary)}…</p></li>\n'
            for c in cards
        )
        more = (
            f'<div class="nav"><a class="button next" href="{attr(older)}">{self.word("較早報道", "Earlier stories")}</a></div>'
            if older
            else ""
        )
        return f'<div class="c75l"><div class="section"><h1>{esc(heading)}</h1><ul class="article-index">{rows}</ul>{more}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A section of prose."""
        return f'<div class="c75l"><div class="article section"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Pippin(Freehand):
    """2024: a local radio station: hours with their zone below the headline, a player above the text, enhancements and an appeal within it, topics and the writer's life below."""

    name = "pippin"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether a player stands there, where the appeal does, how it signs."""
        self.player = rng.random() < 0.6
        self.appeal = 2 + int(rng.random() * 3)
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("作者 {a}", "作者 {a}、{b}", role="作者"))
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("By {a}", "By {a}, {b}", desk="By {o}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2024 at 9:05 AM EST``; ``2024年3月8日 09:05``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year} at {t.hour % 12 or 12}:{t:%M} {'AM' if t.hour < 12 else 'PM'} {t:%Z}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar to play and to give, a menu that opens, the page, logos of those who pay."""
        items = self.menu(
            page.paper,
            '<li class="Navigation-items-item"><div class="NavigationItem"><div class="NavigationItem-text"><a class="NavigationItem-text-link" href="{url}">{name}</a></div></div></li>',
        )
        give = self.word("捐款", "Donate")
        return (
            f'<!DOCTYPE html>\n<html class="{"ArticlePage" if page.is_story else "ListPage"}" lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n<meta name="viewport" content="width=device-width, initial-scale=1, minimum-scale=1">\n{page.head}<link data-cssvarsponyfill="true" class="Webpack-css" rel="stylesheet" href="https://{page.paper.home}/resource/All.min.css">\n</head>\n<body class="Page-body">\n<svg xmlns="http://www.w3.org/2000/svg" style="display:none"><symbol id="icon-close" viewBox="0 0 14 14"><path d="m7 5 5-5"></path></symbol></svg>\n'
            f'<bsp-header class="PH"><div class="PH-ham-m-wrapper"><div class="PH-top-bar"><button class="PH-menu-button" aria-label="{self.word("選單", "Menu")}"></button><div class="PH-logo"><a aria-label="{self.word("首頁", "home page")}" href="/"><img class="PageLogo-image" src="/logo.svg" alt="{attr(page.paper.name)}"></a></div><a class="Donate-button" href="/donate">{give}</a></div><div class="PH-ham-m-content"><nav class="Navigation"><ul class="Navigation-items">{items}</ul></nav></div></div></bsp-header>\n<div class="PersistentPlayer"><span class="PersistentPlayer-station">{esc(page.paper.name)}</span><span class="PersistentPlayer-now">{self.word("正在播出：午間音樂", "On Air Now Playing: Midday Music")}</span></div>\n'
            f'{page.main}\n<footer class="PFooter"><div class="PFooter-content"><ul class="PFooter-nav"><li><a href="/about">{self.word("關於本台", "About")}</a></li><li><a href="/public-file">{self.word("公開檔案", "Public File")}</a></li><li><a href="/careers">{self.word("職位", "Careers")}</a></li></ul><div class="PFooter-sponsors">{self.word("贊助機構", "Sponsors")}</div><div class="PFooter-disclaimer">{esc(page.paper.rights)}</div></div></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data and an open graph, by the hour."""
        moment = copy.article.published.replace(second=0, microsecond=0).isoformat()
        data: dict[str, object] = {
            "@context": "http://schema.org", "@type": "NewsArticle", "url": copy.url, "mainEntityOfPage": {"@type": "NewsArticle", "@id": copy.url},
            "headline": copy.version.title, "datePublished": moment, "publisher": {"@type": "Organization", "name": copy.paper.name},
        }  # fmt: skip
        if copy.said.author and copy.said.people:
            kind = "Person" if copy.article.byline.form not in {"desk", "agency"} else "Organization"
            data["author"] = [
                {"@context": "http://schema.org", "@type": kind, "name": p.name} for p in copy.said.people
            ]
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        topics = "".join(f'<meta property="article:tag" content="{attr(t)}">\n' for t in copy.said.tags or ())
        return f'<meta name="description" content="{attr(copy.lead)}">\n<link rel="canonical" href="{attr(copy.url)}">\n<meta name="brightspot-dataLayer" content="{{}}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:type" content="article">\n<meta property="article:published_time" content="{moment}">\n<meta property="article:section" content="{attr(copy.article.section)}">\n{topics}<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Prose plain, everything else an enhancement."""
        if block.kind == "h":
            return f"<h3><b>{spans(block.spans)}</b></h3>"
        if block.kind == "quote":
            return f'<div class="Enhancement" data-align-center><div class="Enhancement-item"><div class="Quote"><blockquote>{spans(block.spans)}</blockquote></div></div></div>'
        if block.kind == "table":
            return f'<div class="Enhancement" data-align-center><div class="Enhancement-item">{table(block.rows, " class=`RichTextTable`".replace("`", chr(34)))}</div></div>'
        if block.kind == "embed":
            return f'<div class="Enhancement" data-align-center><div class="Enhancement-item"><div class="VideoEnhancement"><iframe class="VideoEnhancement-player" src="{attr(block.url)}" allowfullscreen></iframe></div></div></div>'
        return super().block(copy, block)

    def _figure(self, copy: Copy, picture: Picture) -> str:
        """The figure alone."""
        credit = f'<div class="Figure-credit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<figure class="Figure"><a class="AnchorLink" id="image-{picture.number:x}"></a><picture><source type="image/webp" width="880" srcset="{self.source(copy, picture)} 1x"><img class="Image" alt="{attr(picture.caption)}" width="880" height="587" loading="lazy" src="{self.source(copy, picture)}"></picture><div class="Figure-content"><figcaption class="Figure-caption">{esc(picture.caption)}</figcaption>{credit}</div></figure>'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An enhancement."""
        return f'<div class="Enhancement" data-align-center><div class="Enhancement-item">{self._figure(copy, picture)}</div></div>'

    def story(self, copy: Copy) -> str:
        """Section, headline, station, writer, hours, shares, lead, player, text, topics, life, latest."""
        blocks = copy.version.blocks
        lead = ""
        if blocks and blocks[0].picture:
            lead = f'<div class="ArtP-lead">{self._figure(copy, blocks[0].picture)}</div>\n'
            blocks = blocks[1:]
        pieces = self.blocks(copy, blocks)
        appeal = f'<div class="Enhancement" data-align-center><div class="Enhancement-item"><div class="HtmlModule appeal"><p>{copy.say("本台靠聽眾支持。你的捐款讓這樣的報道繼續下去。", "Local journalism depends on listeners like you. Your gift keeps reporting like this free.")} <a href="/donate">{copy.say("今天就捐款", "Give today")}</a></p></div></div></div>'
        if len(pieces) > self.appeal:
            pieces.insert(self.appeal, appeal)
        by = copy.linked('<a class="Link" href="/people">{}</a>')
        by = f'<div class="ArtP-bylines">{by}</div>\n' if by else ""
        changed = copy.changed(f'<div class="ArtP-dateModified">{copy.say("更新於 ", "Updated ")}{{}}</div>\n')
        length = f"{2 + copy.article.index % 4}:{10 + copy.article.index % 49}"
        player = (
            f'<div class="ArtP-audio"><ps-stream class="AudioEnhancement"><button class="AudioEnhancement-play">{copy.say("收聽", "Listen")}</button> <span class="AudioEnhancement-dur">&bull; {length}</span></ps-stream></div>\n'
            if self.player
            else ""
        )
        topics = copy.tags('<a class="Tag-link" href="{url}" data-cms-ai="0">{tag}</a>')
        topics = (
            f'<div class="ArtP-tags"><span class="ArtP-tags-label">{copy.say("標籤", "Tags")}</span> {topics}</div>\n'
            if topics
            else ""
        )
        life = ""
        if copy.said.author and copy.said.people and copy.article.byline.form in {"reporter", "pair", "column"}:
            name = esc(copy.said.people[0].name)
            life = f'<div class="ArtP-contributors"><div class="AuthorBio"><div class="AuthorBio-media"><img src="/a.jpg" alt="{name}"></div><div class="AuthorBio-name"><a href="/people">{name}</a></div><div class="AuthorBio-text">{copy.say("本台記者，負責市政與房屋新聞，喜歡划船。", "covers city hall and housing for the station, and rows.")}</div><a class="AuthorBio-more" href="/people">{copy.say("更多報道", "See stories by")} {name}</a></div></div>\n'
        latest = copy.others(
            "<li class=`ListB-item`><div class=`PromoB`><div class=`PromoB-category`>{section}</div><div class=`PromoB-title`><a class=`Link` href=`{url}`>{title}</a></div><div class=`PromoB-byline`>{by}</div></div></li>",
            5,
        )
        return (
            f'<div class="ArtP"><main class="ArtP-main">\n<article class="ArtP-mainContent">\n<div class="ArtP-breadcrumbs"><a class="Link" href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="ArtP-headline">{copy.title}</h1>\n<div class="ArtP-meta"><div class="ArtP-source">{esc(copy.paper.name)} | </div>{by}<div class="ArtP-datePublished">{copy.say("發布於 ", "Published ")}{copy.day}</div>\n{changed}</div>\n<div class="ArtP-actions"><ul class="ActionBar"><li><a href="/share/f"><span>Facebook</span></a></li><li><a href="/share/l"><span>LinkedIn</span></a></li><li><a href="/share/e"><span>{copy.say("電郵", "Email")}</span></a></li></ul></div>\n'
            f'{lead}{player}<div class="ArtP-articleBody"><div class="RichTextArticleBody"><div class="RichTextArticleBody-body RichTextBody">\n{chr(10).join(pieces)}\n</div></div></div>\n{topics}{life}</article>\n</main>\n<aside class="ArtP-aside"><div class="ListB"><div class="ListB-header">{copy.say("最新消息", "Latest Stories")}</div><ul class="ListB-items">{latest}</ul></div><div class="GoogleDfpAd">{copy.say("支持本台的商戶", "Become a sponsor")}</div></aside></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Promos."""
        rows = "".join(
            f'<li class="ListA-item"><div class="PromoA"><div class="PromoA-media"><a href="{attr(c.url)}" aria-label="{attr(c.title)}"><img class="Image" src="/p.jpg" alt=""></a></div><div class="PromoA-content"><div class="PromoA-category"><span>{esc(c.section)}</span></div><div class="PromoA-title"><a class="Link" href="{attr(c.url)}">{esc(c.title)}</a></div><div class="PromoA-byline"><span class="PromoA-authorName">{esc(c.author)}</span> <span class="PromoA-timestamp">{self.day(c.published)}</span></div><div class="PromoA-description">{esc(c.summary)}…</div></div></div></li>\n'
            for c in cards
        )
        more = (
            f'<div class="ListA-pagination"><a class="Button" href="{attr(older)}">{self.word("載入更多", "Load More")}</a></div>'
            if older
            else ""
        )
        return f'<main class="TwoColumn"><h1 class="PageHeading">{esc(heading)}</h1><div class="ListA"><ul class="ListA-items">{rows}</ul>{more}</div></main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of rich text."""
        return f'<main class="OneOffPage"><h1 class="PageHeading">{esc(heading)}</h1><div class="RichTextBody">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></main>'
