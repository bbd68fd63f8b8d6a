"""The second design: HTML5, long class names, ISO times, Open Graph and (mostly) JSON-LD, figures with credits."""

from __future__ import annotations

import json

from backissue.demo.html import attr, esc, write
from backissue.demo.paper import Article, Card, Paper, Printed, Version
from backissue.demo.stories import Picture

__all__ = ["Tide"]


class Tide:
    """Pages after the redesign: the body in ``div.story__body``, the sign-up call and the author's box inside it."""

    name = "tide"

    def printed(self, paper: Paper, article: Article, version: Version) -> Printed:  # noqa: ARG002  (other designs print the paper's name)
        """What a reader of this design sees of the fields."""
        stamp = article.published.strftime("%Y-%m-%d %H:%M")
        updated = version.updated.strftime("%Y-%m-%d %H:%M:%S") if version.updated else None
        tags = (*article.tags, *article.aliases)
        published = article.published.replace(second=0)
        return Printed(self.byline(article), stamp, updated, article.section, tags, published, version.updated)

    def byline(self, article: Article) -> str:
        """``記者：陳灣生（鹽寮）``, ``文：甲｜攝影：乙``, ``By X and Y``."""
        people = article.byline.people
        names = [p.name for p in people]
        english = article.language == "en"
        form = article.byline.form
        if english and form in {"reporter", "pair", "column"}:
            return "By " + " and ".join(names) + (f" in {people[0].place}" if people[0].place else "")
        if form == "reporter":
            return f"記者：{names[0]}（{people[0].place}）" if people[0].place else f"記者：{names[0]}"
        if form == "pair":
            return "記者：" + "、".join(names)
        if form == "photo":
            return f"文：{names[0]}｜攝影：{names[1]}"
        if form == "agency":
            return f"Source: {names[0]}" if english else f"轉載自：{names[0]}"
        return f"撰文：{names[0]}" if form == "column" else names[0]

    def _frame(
        self, paper: Paper, title: str, inner: str, *, charset: str | None, head: str = "", language: str = ""
    ) -> str:
        meta = f'<meta charset="{charset}">\n' if charset else ""
        home = f"https://{paper.home}"
        menu = "".join(
            f'<li class="nav__item"><a href="{home}/section/{part}">{esc(name)}</a></li>'
            for name, part in paper.sections.items()
        )
        return (
            f'<!doctype html>\n<html lang="{language or paper.language}">\n<head>\n{meta}<meta name="viewport" content="width=device-width">\n'
            f'<title>{esc(title)}</title>\n{head}<link rel="stylesheet" href="{home}/assets/tide.css">\n'
            f'<link rel="alternate" type="application/atom+xml" href="{home}/feed">\n<script src="{home}/assets/tide.js" defer></script>\n</head>\n<body class="site">\n'
            f'<header class="masthead"><a class="masthead__name" href="{home}/">{esc(paper.name)}</a><nav><ul class="nav">{menu}</ul></nav></header>\n'
            f'<main class="site__main">\n{inner}\n</main>\n'
            f'<footer class="colophon"><p>{esc(paper.rights)}</p><ul><li><a href="{home}/about">關於我們</a></li><li><a href="{home}/subscribe">訂閱《{esc(paper.letter)}》</a></li></ul></footer>\n'
            "</body>\n</html>\n"
        )

    def article(
        self,
        paper: Paper,
        article: Article,
        version: Version,
        *,
        charset: str | None,
        related: tuple[Card, ...],
        salt: int,
    ) -> str:
        """The whole page of one article."""
        printed = self.printed(paper, article, version)
        home = f"https://{paper.home}"
        url = attr(paper.url(article, version, paper.eras[-1]))

        def figure(picture: Picture) -> str:
            source = attr(paper.picture_url(article, picture))
            credit = f'<span class="story__credit">{esc(picture.credit)}</span>' if picture.credit else ""
            return f'<figure class="story__figure"><img src="{source}" alt="" loading="lazy"><figcaption><span class="story__caption">{esc(picture.caption)}</span>{credit}</figcaption></figure>'

        lead = next((b.text for b in version.blocks if b.kind == "p"), "")
        picture = next((b.picture for b in version.blocks if b.picture), None)
        head = (
            f'<link rel="canonical" href="{url}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(version.title)}">\n'
            f'<meta property="og:site_name" content="{attr(paper.name)}">\n<meta property="og:url" content="{url}">\n<meta property="og:description" content="{attr(lead[:90])}">\n'
            f'<meta property="article:published_time" content="{article.published.replace(second=0).isoformat()}">\n'
        )
        if picture:
            head += f'<meta property="og:image" content="{attr(paper.picture_url(article, picture))}">\n'
        if article.index % 5:
            data: dict[str, object] = {
                "@context": "https://schema.org", "@type": "NewsArticle", "headline": version.title,
                "datePublished": article.published.replace(second=0).isoformat(), "articleSection": article.section,
                "author": [{"@type": "Person" if p.kind == "person" else "Organization", "name": p.name} for p in article.byline.people],
                "publisher": {"@type": "NewsMediaOrganization", "name": paper.name}, "inLanguage": article.language,
            }  # fmt: skip
            if version.updated:
                data["dateModified"] = version.updated.isoformat()
            words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
            head += f'<script type="application/ld+json">{words}</script>\n'
        body = "\n".join(
            write(b, figure, p="p", h='h3 class="story__subhead"', note=' class="story__correction"')
            for b in version.blocks
        )
        tags = "".join(f'<li><a rel="tag" href="{home}/tag/{attr(t)}">#{esc(t)}</a></li>' for t in printed.tags or ())
        more = "".join(
            f'<li class="card"><a href="{attr(c.url)}">{esc(c.title)}</a><time>{c.published:%Y-%m-%d}</time></li>\n'
            for c in related
        )
        updated = (
            f'<span class="story__updated">最後更新 <time>{printed.updated}</time></span>' if printed.updated else ""
        )
        person = article.byline.people[0]
        box = (
            f'<aside class="author-box"><strong>{esc(person.name)}</strong><p>《{esc(paper.name)}》記者，主力採訪{esc(article.section)}新聞。</p></aside>\n'
            if person.kind == "person"
            else ""
        )
        inner = (
            f'<article class="story" id="story-{article.id}">\n<header class="story__header">\n<a class="story__section" href="{home}/section/{paper.sections.get(article.section, "x")}">{esc(article.section)}</a>\n'
            f'<h1 class="story__headline">{esc(version.title)}</h1>\n<div class="story__byline">{esc(printed.author or "")}</div>\n'
            f'<div class="story__dates"><time class="story__published" datetime="{article.published.replace(second=0).isoformat()}">{printed.date}</time>{updated}</div>\n'
            f'<ul class="share"><li><a href="https://social.example/share?u={url}">分享</a></li><li><a href="https://chat.example/send?u={url}">傳送</a></li></ul>\n</header>\n'
            f'<div class="story__body">\n{body}\n{box}<div class="signup"><hr><p>請加入成為{esc(paper.name)}的每周通訊《{esc(paper.letter)}》讀者，長期支持我們的工作。</p><p><a href="{home}/subscribe">按此訂閱</a></p></div>\n</div>\n'
            f'<ul class="story__tags">{tags}</ul>\n</article>\n<section class="more-stories"><h2>延伸閱讀</h2>\n<ul>\n{more}</ul></section>\n<!-- {salt} -->'
        )
        return self._frame(
            paper, f"{version.title} | {paper.name}", inner, charset=charset, head=head, language=article.language
        )

    def listing(
        self, paper: Paper, heading: str, cards: tuple[Card, ...], *, charset: str | None, older: str | None
    ) -> str:
        """A page of cards, newest first."""
        rows = "".join(
            f'<article class="card"><h3 class="card__title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="card__meta"><span>{esc(c.author)}</span> <time datetime="{c.published:%Y-%m-%d}">{c.published:%d.%m.%y}</time></p><p>{esc(c.summary)}…</p></article>\n'
            for c in cards
        )
        more = f'<a class="pager" rel="next" href="{attr(older)}">更早</a>' if older else ""
        return self._frame(
            paper,
            f"{heading} | {paper.name}",
            f'<h1 class="list__heading">{esc(heading)}</h1>\n<div class="list">\n{rows}</div>\n{more}',
            charset=charset,
        )

    def page(self, paper: Paper, heading: str, paragraphs: tuple[str, ...], *, charset: str | None) -> str:
        """One of the paper's own pages."""
        body = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return self._frame(
            paper,
            f"{heading} | {paper.name}",
            f'<div class="plain"><h1 class="plain__heading">{esc(heading)}</h1>\n<div class="plain__body">\n{body}\n</div></div>',
            charset=charset,
        )
