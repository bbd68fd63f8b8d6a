"""A small paper on a block theme: full-site editing as WordPress shipped it from 2021 to 2024."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table, write
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]
_label = '<p class="has-contrast-2-color has-text-color">{}</p>'.format


def _iso(t: datetime) -> str:
    return t.replace(second=0, microsecond=0).isoformat()


def _group(inner: str, more: str = "", layout: str = "constrained", tag: str = "div") -> str:
    """A group block as the editor saves it and the server decorates it."""
    return f'<{tag} class="wp-block-group{f" {more}" if more else ""} is-layout-{layout} wp-block-group-is-layout-{layout}">\n{inner}\n</{tag}>'


class Wheatear(Freehand):
    """2021 to 2024: a default block theme hardly touched: site parts and groups within groups, the day in a post-date block, names by the co-authors' block or typed into the text, terms, a query loop, comments and their form, and in some papers what a plugin tells machines."""

    name = "wheatear"
    timed = True  # the hour is in every post date's datetime

    def draw(self, rng: Random) -> None:
        """Which year's theme, how it signs, what it says of changes and to machines."""
        self.theme = choose(rng, "twentytwentytwo", "twentytwentythree", "twentytwentyfour")
        self.stamped, self.graph, self.shares, self.spelled = (
            rng.random() < 0.4,
            rng.random() < 0.5,
            rng.random() < 0.6,
            rng.random() < 0.5,
        )
        self.sets, self.pale, self.boxed = choose(rng, "block", "first", "last"), rng.random() < 0.5, rng.random() < 0.6
        typed = (
            Hand("{a}報道", "{a}、{b}聯合報道", "{a} {p}報道", "{a}報道　{b}攝影", "{o}整理", "{o}電", "報道", ("報道", "攝影")),
            Hand("本報記者 {a}", "本報記者 {a}　{b}", "本報駐{p}記者 {a}", "本報記者 {a}｜攝影 {b}", "{o}", "{o}專電", "記者", ("記者", "攝影")),
            Hand("採訪、撰稿：{a}", "採訪、撰稿：{a}／{b}", photo="採訪、撰稿：{a}；照片：{b}", desk="整理：{o}", agency="{o}供稿", role="採訪、撰稿", roles=("採訪、撰稿", "照片")),
        )  # fmt: skip
        typed_en = (
            Hand("Reporting by {a}", "Reporting by {a} and {b}", "Reporting by {a} in {p}", agency="From {o}"),
            Hand("{a}, staff writer", "{a} and {b}, staff writers", "{a}, in {p}", desk="From the {o}"),
            Hand("Story by {a}", "Story by {a} & {b}", "Story by {a} • {p}", desk="{o} report"),
        )
        self.hand = choose(rng, *((Hand(), Hand(two="{a}和{b}")) if self.sets == "block" else typed))
        self.hand_en = choose(
            rng, *((Hand(two="{a} and {b}"), Hand(two="{a}, {b}")) if self.sets == "block" else typed_en)
        )

    def day(self, t: datetime) -> str:
        """``Mar 8, 2022`` or ``8 March 2022``; ``2022 年 3 月 8 日`` or ``2022/03/08``."""
        if self.english:
            return (
                f"{t.day} {MONTHS[t.month - 1]} {t.year}"
                if self.spelled
                else f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}"
            )
        return f"{t.year} 年 {t.month} 月 {t.day} 日" if self.spelled else f"{t:%Y/%m/%d}"

    def machine(self, copy: Copy) -> str:
        """What the core prints, and what a sharing plugin adds: times in UTC, no author."""
        url, number, home = attr(copy.url), copy.article.id, attr("/".join(copy.url.split("/", 3)[:3]))
        out = f'<link rel="alternate" type="application/rss+xml" title="{copy.title.replace(chr(34), "&quot;")} &raquo; {copy.say("留言的資訊提供", "Comments Feed")}" href="{url}feed/" />\n<link rel="alternate" title="JSON" type="application/json" href="{home}/wp-json/wp/v2/posts/{number}" />\n<link rel="canonical" href="{url}" />\n<link rel="shortlink" href="{home}/?p={number}" />\n<link rel="alternate" title="oEmbed (JSON)" type="application/json+oembed" href="{home}/wp-json/oembed/1.0/embed?url={quote(copy.url, safe="")}" />'
        if self.graph:
            pairs = {"og:type": "article", "og:title": copy.version.title, "og:url": copy.url, "og:description": f"{copy.lead}…", "article:published_time": _iso(copy.article.published.astimezone(UTC)), "article:modified_time": _iso(((copy.version.updated if self.stamped else None) or copy.article.published).astimezone(UTC)), "og:site_name": copy.paper.name}  # fmt: skip
            tags = "\n".join(f'<meta property="{k}" content="{attr(v)}" />' for k, v in pairs.items())
            out += f"\n\n<!-- Jetpack Open Graph Tags -->\n{tags}\n<!-- End Jetpack Open Graph Tags -->"
        return out

    def frame(self, page: Shell) -> str:
        """Site blocks: the header's part, main, the footer's part."""
        paper, w, number = page.paper, self.word, (m[1] if (m := re.search(r"\?p=(\d+)", page.head)) else "")
        language, kind = (
            {"en": "en-US", "zh-Hant-HK": "zh-HK", "zh-Hant-TW": "zh-TW"}.get(self.language, "zh-CN"),
            f"post-template-default single single-post postid-{number} single-format-standard"
            if page.is_story
            else "archive",
        )
        item = '<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content" href="{url}"><span class="wp-block-navigation-item__label">{name}</span></a></li>'
        menu, title = (
            self.menu(paper, item) + item.format(url="/about", name=w("關於我們", "About")),
            f'<p class="wp-block-site-title"><a href="/" target="_self" rel="home">{esc(paper.name)}</a></p>',
        )
        nav = f'<nav class="is-responsive items-justified-right wp-block-navigation is-layout-flex wp-block-navigation-is-layout-flex" aria-label="{w("導覽", "Navigation")}"><button aria-haspopup="dialog" aria-label="{w("開啟選單", "Open menu")}" class="wp-block-navigation__responsive-container-open"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect x="4" y="7.5" width="16" height="1.5" /><rect x="4" y="15" width="16" height="1.5" /></svg></button><div class="wp-block-navigation__responsive-container" id="modal-1"><ul class="wp-block-navigation__container is-responsive items-justified-right wp-block-navigation">{menu}</ul></div></nav>'
        head, main = (
            _group(
                _group(title, layout="flex") + "\n" + nav, "alignwide is-content-justification-space-between", "flex"
            ),
            _group(page.main, tag="main").replace("<main", '<main id="wp--skip-link--target"', 1),
        )
        social, search, powered = (
            '<ul class="wp-block-social-links is-style-logos-only is-layout-flex wp-block-social-links-is-layout-flex"><li class="wp-social-link wp-social-link-facebook wp-block-social-link"><a href="#" class="wp-block-social-link-anchor"><span class="wp-block-social-link-label screen-reader-text">Facebook</span></a></li><li class="wp-social-link wp-social-link-feed wp-block-social-link"><a href="/feed/" class="wp-block-social-link-anchor"><span class="wp-block-social-link-label screen-reader-text">RSS</span></a></li></ul>',
            f'<form role="search" method="get" action="/" class="wp-block-search__button-inside wp-block-search__icon-button wp-block-search"><label class="wp-block-search__label screen-reader-text" for="wp-block-search__input-1">{w("搜尋", "Search")}</label><div class="wp-block-search__inside-wrapper"><input class="wp-block-search__input" id="wp-block-search__input-1" placeholder="" value="" type="search" name="s" required /></div></form>',
            w(
                '本站採用 <a href="https://wordpress.org" rel="nofollow">WordPress</a> 建置',
                'Proudly powered by <a href="https://wordpress.org" rel="nofollow">WordPress</a>',
            ),
        )
        foot = _group(
            f'{title}\n<p class="has-small-font-size">{esc(paper.rights)}</p>\n{search}\n{social}\n<p class="has-text-align-right has-small-font-size">{powered}</p>',
            "alignwide is-content-justification-space-between",
            "flex",
        )
        return f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n\t{heads(page.charset)}\n\t<meta name="viewport" content="width=device-width, initial-scale=1" />\n<meta name=\'robots\' content=\'max-image-preview:large\' />\n<title>{esc(page.title)} &#8211; {esc(paper.name)}</title>\n<link rel="alternate" type="application/rss+xml" title="{attr(paper.name)} &raquo; Feed" href="/feed/" />\n<style id=\'wp-block-post-title-inline-css\'>\n.wp-block-post-title{{word-break:break-word;box-sizing:border-box}}.wp-block-post-title a{{display:inline-block}}\n</style>\n<link rel=\'stylesheet\' id=\'wp-block-library-css\' href=\'/wp-includes/css/dist/block-library/style.min.css?ver=6.4.3\' media=\'all\' />\n<link rel=\'stylesheet\' id=\'{self.theme}-style-css\' href=\'/wp-content/themes/{self.theme}/style.css?ver=1.1\' media=\'all\' />\n{page.head}\n</head>\n\n<body class="{kind} wp-embed-responsive">\n<a class="skip-link screen-reader-text" href="#wp--skip-link--target">{w("跳至主要內容", "Skip to content")}</a>\n<div class="wp-site-blocks"><header class="wp-block-template-part">\n{head}\n</header>\n\n{main}\n\n<footer class="wp-block-template-part">\n{foot}\n</footer></div>\n<script src="/wp-includes/js/comment-reply.min.js?ver=6.4.3" id="comment-reply-js" async></script>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Blocks of the editor with the classes it saves."""
        if block.kind == "quote":
            return (
                f'<figure class="wp-block-pullquote"><blockquote><p>{spans(block.spans)}</p></blockquote></figure>'
                if self.pale
                else f'<blockquote class="wp-block-quote is-layout-flow wp-block-quote-is-layout-flow">\n<p>{spans(block.spans)}</p>\n</blockquote>'
            )
        if block.kind == "table":
            return (
                f'<figure class="wp-block-table{" is-style-stripes" if self.pale else ""}">{table(block.rows)}</figure>'
            )
        if block.kind == "embed":
            return f'<figure class="wp-block-embed is-type-video wp-embed-aspect-16-9 wp-has-aspect-ratio"><div class="wp-block-embed__wrapper">\n<iframe loading="lazy" title="{attr(block.title)}" width="500" height="281" src="{attr(block.url)}" frameborder="0" allow="autoplay; encrypted-media; picture-in-picture" allowfullscreen></iframe>\n</div></figure>'
        if block.kind == "note":
            return f'<hr class="wp-block-separator has-alpha-channel-opacity is-style-dots"/>\n<p class="has-small-font-size"><em>{spans(block.spans)}</em></p>'
        return write(block, lambda p: self.picture(copy, p), h='h2 class="wp-block-heading"')

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image block: caption, and the credit in its own slant."""
        src, stem, credit = (
            self.source(copy, picture),
            picture.number % 9000 + 40,
            (f"{'<br>' if self.pale else ' '}<em>{esc(picture.credit)}</em>" if picture.credit else ""),
        )
        return f'<figure class="wp-block-image size-large"><img decoding="async" width="1024" height="683" src="{src}" alt="" class="wp-image-{stem}" srcset="{src} 1024w" sizes="(max-width: 1024px) 100vw, 1024px" /><figcaption class="wp-element-caption">{esc(picture.caption)}{credit}</figcaption></figure>'

    def _meta(self, copy: Copy) -> tuple[str, str]:
        """Date, names, section as that year's theme set them; and the tags."""
        say, theme, by = copy.say, self.theme, ""
        date, terms = (
            f'<div class="wp-block-post-date"><time datetime="{_iso(copy.article.published)}">{copy.day}</time></div>',
            f'<div class="taxonomy-category wp-block-post-terms"><a href="{copy.section_url}" rel="tag">{copy.section}</a></div>',
        )
        if self.sets == "block" and copy.said.author:
            names = re.sub(
                r'(?<=/author/)[^/"]+',
                lambda m: quote(m[0].replace(" ", "-").lower()),
                copy.linked('<a class="wp-block-co-authors-plus-name url fn" href="/author/{0}/" rel="author">{0}</a>'),
            )
            said = {"twentytwentytwo": say("作者", "Written by"), "twentytwentythree": say("作者：", "by")}.get(
                theme, say("— 作者：", "— by")
            )
            by = f'{_label(said)}\n<div class="is-layout-block wp-block-co-authors-plus-coauthors">{names}</div>\n'
        tags = copy.tags(
            "<a href=`{url}` rel=`tag`>{tag}</a>", '<span class="wp-block-post-terms__separator">, </span>'
        )
        if copy.version.updated and self.stamped:
            date += (
                "\n"
                + _label(say("最後更新", "Last updated"))
                + copy.changed(
                    f'\n<div class="wp-block-post-date__modified-date wp-block-post-date"><time datetime="{_iso(copy.version.updated)}">{{}}</time></div>'
                )
            )
        prefix = (
            f'<span class="wp-block-post-terms__prefix">{say("標籤：", "Tags: ")}</span>'
            if theme != "twentytwentythree"
            else ""
        )
        tags = tags and f'<div class="taxonomy-post_tag wp-block-post-terms">{prefix}{tags}</div>'
        if theme == "twentytwentytwo":
            return _group(f"{date}\n{by}{terms}\n{tags}", layout="flex"), ""
        if theme == "twentytwentythree":
            filed, right = (
                _group(
                    f"{_label(say('發佈於', 'Posted'))}\n{date}\n{_label(say('分類', 'in'))}\n{terms}", layout="flex"
                ),
                tags and f"{_label(say('標籤', 'Tags:'))}\n{tags}",
            )
            column = '<div class="wp-block-column is-layout-flow wp-block-column-is-layout-flow">\n{}\n</div>'.format
            return (
                f'<div class="wp-block-columns alignwide has-small-font-size is-layout-flex wp-block-columns-is-layout-flex">\n{column(filed + (by and _group(by, layout="flex")))}\n{column(_group(right, layout="flex"))}\n</div>',
                "",
            )
        return _group(f"{date}\n{by}{_label(say('分類：', 'in'))}\n{terms}", layout="flex"), tags

    def _comments(self, copy: Copy) -> str:
        """The comments block and its form."""
        say, notes = (
            copy.say,
            copy.remarks(
                '<li class="comment depth-1"><div class="wp-block-columns is-layout-flex"><div class="wp-block-column"><img alt="" src="/avatar/?s=40&amp;d=mm" class="avatar avatar-40 photo wp-block-avatar__image" height="40" width="40" /></div><div class="wp-block-column"><div class="wp-block-comment-author-name has-small-font-size">{who}</div><div class="wp-block-comment-date has-small-font-size"><time>{when}</time></div><div class="wp-block-comment-content"><p>{what}</p></div><div class="wp-block-comment-reply-link has-small-font-size"><a rel="nofollow" class="comment-reply-link" href="#respond">'
                + copy.say("回覆", "Reply")
                + "</a></div></div></div></li>\n"
            ),
        )
        count = notes.count("<li ")
        heading, field = (
            say(f"本文有 {count} 則留言", f"{count} response{'s' if count > 1 else ''}"),
            '<p class="comment-form-{0}"><label for="{0}">{1} <span class="required">*</span></label> <input id="{0}" name="{0}" type="text" value="" size="30" required /></p>'.format,
        )
        list_ = (
            f'<h2 id="comments" class="wp-block-comments-title">{heading}</h2>\n<ol class="wp-block-comment-template">{notes}</ol>\n'
            if count
            else ""
        )
        return f'<div class="wp-block-comments">\n{list_}<div id="respond" class="comment-respond wp-block-post-comments-form">\n<h3 id="reply-title" class="comment-reply-title">{say("發佈留言", "Leave a Reply")} <small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display:none;">{say("取消回覆", "Cancel reply")}</a></small></h3><form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form" novalidate><p class="comment-notes"><span id="email-notes">{say("發佈留言必須填寫的電子郵件地址不會公開。", "Your email address will not be published.")}</span> <span class="required-field-message">{say("必填欄位標示為", "Required fields are marked")} <span class="required">*</span></span></p><p class="comment-form-comment"><label for="comment">{say("留言", "Comment")} <span class="required">*</span></label> <textarea id="comment" name="comment" cols="45" rows="8" maxlength="65525" required></textarea></p>{field("author", say("顯示名稱", "Name"))}{field("email", say("電子郵件地址", "Email"))}<p class="form-submit wp-block-button"><input name="submit" type="submit" id="submit" class="wp-block-button__link wp-element-button" value="{say("發佈留言", "Post Comment")}" /> <input type="hidden" name="comment_post_ID" value="{copy.article.id}" id="comment_post_ID" /></p></form></div>\n</div>'

    def story(self, copy: Copy) -> str:
        """Title, text, what the theme says of it, who wrote, neighbours, a loop, the comments."""
        say, (meta, tags) = copy.say, self._meta(copy)
        early, text = self.theme == "twentytwentyfour", self.blocks(copy)
        typed = (
            copy.signed(
                "<p><strong>{}</strong></p>"
                if self.sets == "first"
                else '<p class="has-text-align-right has-small-font-size">{}</p>'
            )
            if self.sets != "block"
            else ""
        )
        text = [typed, *text] if self.sets == "first" else [*text, typed]
        if copy.article.index % 3 == 0:  # the mailing block that an editor put into some posts
            text.insert(
                min(4, len(text) - 1),
                f'<div class="wp-block-jetpack-subscriptions__supports-newline wp-block-jetpack-subscriptions"><form action="#" method="post"><p class="wp-block-jetpack-subscriptions__email"><input required type="email" name="email" placeholder="{say("輸入你的電子郵件…", "Type your email…")}" /></p><p><button type="submit" class="wp-block-button__link">{say("訂閱《{letter}》", "Subscribe to {letter}")}</button></p></form></div>',
            )
        if self.shares:
            links = "".join(
                f'<li class="share-{k}"><a rel="nofollow noopener" class="share-{k} sd-button share-icon" href="{attr(copy.url)}?share={k}" target="_blank"><span>{n}</span></a></li>'
                for k, n in (("twitter", "X"), ("facebook", "Facebook"), ("email", say("電子郵件", "Email")))
            )
            text.append(
                f'<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">{say("分享此文：", "Share this:")}</h3><div class="sd-content"><ul>{links}</ul></div></div></div>'
            )
        content = (
            '<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained wp-block-post-content-is-layout-constrained">\n'
            + "\n\n".join(t for t in text if t)
            + "\n</div>"
        )
        title, rule, gap, person = (
            f'<h1 class="{"alignwide " if not early else ""}wp-block-post-title">{copy.title}</h1>',
            '<hr class="wp-block-separator has-text-color has-contrast-3-color has-alpha-channel-opacity is-style-wide"/>',
            '<div style="height:var(--wp--preset--spacing--50)" aria-hidden="true" class="wp-block-spacer"></div>',
            next((p for p in copy.said.people or () if p.kind == "person"), None),
        )
        box = (
            f'<div class="wp-block-post-author"><div class="wp-block-post-author__avatar"><img alt="" src="/avatar/?s=48" class="avatar avatar-48 photo" height="48" width="48" /></div><div class="wp-block-post-author__content"><p class="wp-block-post-author__byline">{say("關於作者", "About the author")}</p><p class="wp-block-post-author__name">{esc(person.name)}</p><p class="wp-block-post-author__bio">{say("替《{name}》寫稿。", "Contributes to {name}.")}</p></div></div>'
            if person and self.boxed
            else ""
        )
        arrow, link = (
            '<div class="post-navigation-link-{0} wp-block-post-navigation-link"><span class="post-navigation-link__label">{1}</span> {2}</div>'.format,
            "<a href=`{url}` rel=`prev`>{title}</a>",
        )
        near, loop = (
            _group(
                arrow("previous", say("上一篇：", "Previous: "), copy.others(link, 1))
                + arrow("next", say("下一篇：", "Next: "), copy.others(link.replace("prev", "next"), 1, skip=1)),
                "is-content-justification-space-between",
                "flex",
                "nav",
            ),
            copy.others(
                "<li class=`wp-block-post post type-post status-publish format-standard hentry`>\n<h3 class=`wp-block-post-title has-medium-font-size`><a href=`{url}` target=`_self`>{title}</a></h3>\n<div class=`wp-block-post-excerpt`><p class=`wp-block-post-excerpt__excerpt`>{lead}&hellip; </p></div>\n</li>\n",
                3,
                skip=1,
            ),
        )
        loop = f'<div class="wp-block-query alignwide is-layout-flow wp-block-query-is-layout-flow"><h2 class="wp-block-heading">{say("更多報導", "More posts")}</h2>\n<ul class="columns-3 is-flex-container wp-block-post-template is-layout-grid wp-block-post-template-is-layout-grid">{loop}</ul></div>'
        top, below = (
            _group(f"{title}\n{meta if early else rule}"),
            _group(tags, layout="flex") if early else _group(f"{rule}\n{meta}"),
        )
        return "\n".join(x for x in (top, gap, content, gap, below, box, near, _group(self._comments(copy)), loop) if x)

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A query loop under the archive's title."""
        rows = [
            f'<li class="wp-block-post post-{c.id} post type-post status-publish format-standard hentry">\n<h2 class="wp-block-post-title"><a href="{attr(c.url)}" target="_self">{esc(c.title)}</a></h2>\n<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{esc(c.summary)}&hellip; </p></div>\n<div class="wp-block-post-date"><time datetime="{_iso(c.published)}"><a href="{attr(c.url)}">{self.day(c.published)}</a></time></div>\n</li>'
            for c in cards
        ]
        more = (
            f'\n<nav class="alignwide wp-block-query-pagination is-layout-flex" aria-label="{self.word("分頁", "Pagination")}"><a href="{attr(older)}" class="wp-block-query-pagination-next">{self.word("下一頁", "Next Page")}<span class="wp-block-query-pagination-next-arrow is-arrow-arrow" aria-hidden="true">→</span></a></nav>'
            if older
            else ""
        )
        return f'<h1 class="alignwide wp-block-query-title">{self.word("分類：", "Category: ")}<span>{esc(heading)}</span></h1>\n<div class="wp-block-query alignwide is-layout-flow"><ul class="wp-block-post-template is-layout-flow wp-block-post-template-is-layout-flow">{"".join(rows)}</ul>{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page has a title and its text."""
        return f'<h1 class="wp-block-post-title">{esc(heading)}</h1>\n<div class="entry-content wp-block-post-content is-layout-constrained">\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}\n</div>'


DESIGNS: tuple[type[Freehand], ...] = (Wheatear,)
ADDRESSES: dict[str, Form] = {"year/monthnum/post_id": Form(lambda _p, a, _v: f"/{a.published:%Y/%m}/{a.id}/")}
