"""The first design: tables and short class names, dates as 03/05/2014, no word to machines but a description."""

from __future__ import annotations

from backissue.demo.html import attr, esc, write
from backissue.demo.paper import Article, Card, Paper, Printed, Version
from backissue.demo.stories import Picture

__all__ = ["Harbour"]


class Harbour:
    """Pages as the paper had them from its first day: the body in ``div.txt``, its footer inside the body."""

    name = "harbour"

    def printed(self, paper: Paper, article: Article, version: Version) -> Printed:  # noqa: ARG002  (other designs print the paper's name)
        """What a reader of this design sees of the fields."""
        stamp = article.published.strftime("%d/%m/%Y")
        updated = version.updated.strftime("%d/%m/%Y %H:%M") if version.updated else None
        changed = version.updated.replace(second=0, microsecond=0) if version.updated else None
        tags = (*article.tags, *article.aliases)
        return Printed(self.byline(article), stamp, updated, article.section, tags, article.published.date(), changed)

    def byline(self, article: Article) -> str:
        """``記者陳灣生／鹽寮報道``, ``文：甲　攝影：乙``, ``By X and Y``."""
        people = article.byline.people
        names = [p.name for p in people]
        english = article.language == "en"
        form = article.byline.form
        if english and form in {"reporter", "pair", "column"}:
            place = f" in {people[0].place}" if people[0].place else ""
            return "By " + " and ".join(names) + place
        if form == "reporter":
            return f"記者{names[0]}／{people[0].place}報道" if people[0].place else f"記者{names[0]}"
        if form == "pair":
            return "記者" + "、".join(names)
        if form == "photo":
            return f"文：{names[0]}　攝影：{names[1]}"
        if form == "agency":
            return f"Source: {names[0]}" if english else f"轉載自：{names[0]}"
        return f"文：{names[0]}" if form == "column" else names[0]

    def _frame(self, paper: Paper, title: str, inner: str, charset: str | None, *, head: str = "") -> str:
        meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n' if charset else ""
        home = f"http://{paper.home}"
        menu = "".join(
            f'<td><a href="{home}/section/{part}">{esc(name)}</a></td>' for name, part in paper.sections.items()
        )
        return (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html>\n<head>\n'
            f'{meta}<title>{esc(title)}</title>\n{head}<link rel="stylesheet" href="{home}/css/harbour.css" type="text/css">\n'
            f'<script type="text/javascript" src="{home}/js/menu.js"></script>\n</head>\n<body>\n'
            f'<div id="top"><a href="{home}/"><img src="{home}/img/logo.png" alt="{attr(paper.name)}"></a></div>\n'
            f'<table id="menu" width="960"><tr>{menu}<td><a href="{home}/about">關於本報</a></td></tr></table>\n'
            f'<div id="wrap">\n{inner}\n</div>\n'
            f'<div id="foot">{esc(paper.rights)} 版權所有，不得轉載。<a href="{home}/subscribe">訂閱每周通訊</a>｜<a href="{home}/about">聯絡我們</a></div>\n'
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
        home = f"http://{paper.home}"

        def figure(picture: Picture) -> str:
            words = esc(picture.caption) + (f"（{esc(picture.credit)}）" if picture.credit else "")
            url = attr(paper.picture_url(article, picture))
            return f'<table class="pic" align="center"><tr><td><img src="{url}" border="0"></td></tr><tr><td class="cap">{words}</td></tr></table>'

        body = "\n".join(write(b, figure, h="h4", note=' class="gz"') for b in version.blocks)
        tags = " ".join(f'<a href="{home}/tag/{attr(t)}">{esc(t)}</a>' for t in printed.tags or ())
        more = "".join(f'<li><a href="{attr(c.url)}">{esc(c.title)}</a></li>\n' for c in related)
        updated = f'　<span class="up">更新：{printed.updated}</span>' if printed.updated else ""
        inner = (
            f'<div class="path"><a href="{home}/">首頁</a> &gt; <a href="{home}/section/{paper.sections.get(article.section, "x")}">{esc(article.section)}</a></div>\n'
            f'<div class="newsbox">\n<h2 class="tt">{esc(version.title)}</h2>\n'
            f'<p class="rep">{esc(printed.author or "")}</p>\n<p class="info"><span class="dt">{printed.date}</span>{updated}</p>\n'
            f'<div class="txt">\n{body}\n'
            f'<p class="sep">－－－－－</p>\n<p>喜歡這篇報道？請訂閱{esc(paper.name)}的每周通訊<a href="{home}/subscribe">《{esc(paper.letter)}》</a>，每個星期五送到你的信箱。</p>\n</div>\n'
            f'<div class="kw">關鍵字：{tags}</div>\n</div>\n'
            f'<div id="right"><h3>最新文章</h3>\n<ul class="latest">\n{more}</ul>\n<p class="count">瀏覽：{salt % 90000 + 100}</p></div>'
        )
        lead = next((b.text for b in version.blocks if b.kind == "p"), "")
        head = f'<meta name="description" content="{attr(lead[:80])}">\n'
        return self._frame(paper, f"{version.title} - {paper.name}", inner, charset, head=head)

    def listing(
        self, paper: Paper, heading: str, cards: tuple[Card, ...], *, charset: str | None, older: str | None
    ) -> str:
        """A page of cards, newest first."""
        rows = "".join(
            f'<div class="item"><span class="d">{c.published:%d.%m.%y}</span> <a class="t" href="{attr(c.url)}">{esc(c.title)}</a> <span class="by">{esc(c.author)}</span><p>{esc(c.summary)}…</p></div>\n'
            for c in cards
        )
        more = f'<a class="next" href="{attr(older)}">較早文章</a>' if older else ""
        return self._frame(
            paper,
            f"{heading} - {paper.name}",
            f'<h2>{esc(heading)}</h2>\n<div class="list">\n{rows}</div>\n{more}',
            charset,
        )

    def page(self, paper: Paper, heading: str, paragraphs: tuple[str, ...], *, charset: str | None) -> str:
        """One of the paper's own pages."""
        body = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return self._frame(
            paper,
            f"{heading} - {paper.name}",
            f'<div class="newsbox">\n<h2 class="tt">{esc(heading)}</h2>\n<div class="txt">\n{body}\n</div>\n</div>',
            charset,
        )
