"""A recipe made into a page design: header, body, noise and what is told to machines, in the order that it says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from backissue.demo.families.forms import has_time, print_byline, print_date
from backissue.demo.families.noise import NOISE, Around
from backissue.demo.families.recipe import Recipe
from backissue.demo.html import attr, esc, spans, write
from backissue.demo.paper import Article, Card, Paper, Printed, Version
from backissue.demo.stories import Block, Picture

__all__ = ["Skeleton"]


class Skeleton:
    """Pages by a recipe; what it prints of an article is what :meth:`printed` says, no more."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.name = recipe.name

    def printed(self, paper: Paper, article: Article, version: Version) -> Printed:
        """What a reader of this template sees of the fields, machines' readers included."""
        r = self.recipe
        machine = set(r.machine)
        timed = has_time(r.date_form) or bool(machine & {"ld", "ld-graph", "meta-date", "itemprop"})
        moment = article.published.replace(second=0, microsecond=0)
        updated = version.updated if version.updated and r.update_form else None
        words = print_date(r.update_form, updated) if updated else None
        changed = updated.replace(second=updated.second if r.update_form == "iso-seconds" else 0) if updated else None
        if updated and not has_time(r.update_form):
            changed = None
        author, people = print_byline(r.byline_form, article)
        into = paper.translate
        if into and author:
            author, people = into(author), tuple(replace(p, role=p.role and into(p.role)) for p in people)
        shows_section = "section" in r.header or bool(machine & {"ld", "ld-graph"})
        tags = (*article.tags, *article.aliases) if r.tags else None
        return Printed(
            author=author, date=print_date(r.date_form, article.published), updated=words,
            category=article.section if shows_section else None, tags=tags,
            published=moment if timed else article.published.date(), changed=changed if changed or not updated else updated.date(), people=people,
        )  # fmt: skip

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
        r, c = self.recipe, self.recipe.namer
        printed = self.printed(paper, article, version)
        era = next((e for e in paper.eras if e.look is self), paper.eras[-1])
        url = paper.url(article, version, era)
        around = Around(paper, article, url, related, salt, c)

        def noise(names: tuple[str, ...]) -> str:
            return "\n".join(NOISE[name](around) for name in names)

        blocks = version.blocks
        hero = ""
        if "hero" in r.header and blocks and blocks[0].picture:
            hero, blocks = self._figure(paper, article, blocks[0].picture), blocks[1:]
        header = self._header(
            paper, article, version, printed, hero=hero, share=noise(("share",)) if "share" in r.header else ""
        )
        body = self._body(paper, article, blocks, printed, within=noise(r.within), end=noise(r.end))
        tags = self._tags(printed)
        open_tag, close_tag = (
            ("<table" + c("story") + "><tr><td>", "</td></tr></table>")
            if r.wrapper == "table"
            else (f"<{r.wrapper}{c('story')}>", f"</{r.wrapper}>")
        )
        inner = (
            f"{header}\n{open_tag}\n{body}\n{tags}\n{close_tag}"
            if r.header_apart
            else f"{open_tag}\n{header}\n{body}\n{tags}\n{close_tag}"
        )
        side = f"<div{c('sidebar')}>{noise(r.aside)}</div>" if r.aside else ""
        main = f"{noise(r.before)}\n{'<div>' * r.nest}\n{inner}\n{'</div>' * r.nest}\n{noise(r.after)}\n{side}"
        head = self._machine(paper, article, version, printed, url)
        return self._frame(paper, version.title, article.section, main, charset=charset, head=head)

    def _header(
        self, paper: Paper, article: Article, version: Version, printed: Printed, *, hero: str, share: str
    ) -> str:
        r, c = self.recipe, self.recipe.namer
        item = "itemprop" in r.machine
        when = print_date(r.date_form, article.published)
        stamp = f' datetime="{article.published.replace(second=0).isoformat()}"' if item else ""
        tag = "time" if item else "span"
        date = f"<{tag}{c('date')}{stamp}>{r.date_label}{when}</{tag}>"
        if printed.updated:
            words = (
                f"{printed.updated}{r.update_label}"
                if r.update_after
                else f"{r.update_label}{'：' if not r.language.startswith('en') else ': '}{printed.updated}"
            )
            date += f" <span{c('update')}>{words}</span>"
        byline = ""
        if printed.author and r.byline_place == "header":
            name = esc(printed.author)
            if r.byline_link and printed.people:
                who = esc(printed.people[0].name)
                name = name.replace(who, f'<a href="/author/{len(who)}">{who}</a>', 1)
            byline = f"<div{c('byline')}>{name}</div>"
        part = paper.sections.get(article.section, "news")
        headline = ' itemprop="headline"' if item else ""
        parts = {
            "title": f"<{r.title_tag}{c('title')}{headline}>{esc(version.title)}</{r.title_tag}>",
            "section": f'<div{c("section")}><a href="{paper.section_path.format(part=part)}">{esc(article.section)}</a></div>',
            "byline": byline, "date": date, "hero": hero, "share": share,
        }  # fmt: skip
        return f"<div{c('header')}>" + "\n".join(parts[name] for name in r.header) + "</div>"

    def _figure(self, paper: Paper, article: Article, picture: Picture) -> str:
        c, form = self.recipe.namer, self.recipe.figure
        url = attr(paper.picture_url(article, picture))
        caption, credit = esc(picture.caption), esc(picture.credit or "")
        if form == "figure":
            more = f"<span{c('credit')}>{credit}</span>" if credit else ""
            return f'<figure{c("figure")}><img src="{url}" alt=""><figcaption{c("caption")}>{caption}{more}</figcaption></figure>'
        joined = (
            f"{caption}（{credit}）"
            if credit and not self.recipe.language.startswith("en")
            else f"{caption} ({credit})"
            if credit
            else caption
        )
        if form == "table":
            return f'<table{c("figure")}><tr><td><img src="{url}"></td></tr><tr><td{c("caption")}>{joined}</td></tr></table>'
        if form == "bare":
            return f'<p><img src="{url}" alt="{attr(picture.caption)}"></p><p{c("caption")}>{joined}</p>'
        return (
            f'<div{c("figure")}><img src="{url}" alt="{attr(picture.caption)}"><div{c("caption")}>{joined}</div></div>'
        )

    def _body(
        self, paper: Paper, article: Article, blocks: tuple[Block, ...], printed: Printed, *, within: str, end: str
    ) -> str:
        r, c = self.recipe, self.recipe.namer
        form = r.paragraphs
        out: list[str] = []
        for at, block in enumerate(blocks):
            if block.kind in {"p", "note"} and form != "p":
                words = spans(block.spans)
                lead = "　　" if form in {"indent", "br"} and not r.language.startswith("en") else ""
                out.append(
                    {
                        "div": f"<div>{words}</div>",
                        "indent": f"<p>{lead}{words}</p>",
                        "br": f"{lead}{words}<br><br>",
                        "p-br": f"<p>{words}<br></p>",
                    }[form]
                )
            elif block.kind == "h" and form == "br":
                out.append(f"<b>{spans(block.spans)}</b><br><br>")
            else:
                out.append(write(block, lambda picture: self._figure(paper, article, picture), h=r.heading_tag))
            if within and at == len(blocks) // 2:
                out.append(within)
        line = ""
        if printed.author and r.byline_place != "header":
            line = f"<p>{esc(printed.author)}</p>" if form != "br" else f"{esc(printed.author)}<br><br>"
        first, last = (line, "") if r.byline_place == "body-start" else ("", line)
        item = ' itemprop="articleBody"' if "itemprop" in r.machine else ""
        return f"<div{c('body')}{item}>\n{first}{chr(10).join(out)}\n{last}{end}</div>"

    def _tags(self, printed: Printed) -> str:
        r, c = self.recipe, self.recipe.namer
        if not r.tags or not printed.tags:
            return ""
        links = [f'<a href="/tag/{attr(t)}" rel="tag">{r.tag_prefix}{esc(t)}</a>' for t in printed.tags]
        if r.tags == "list":
            return f"<ul{c('tags')}>" + "".join(f"<li>{link}</li>" for link in links) + "</ul>"
        label = "Tags: " if r.language.startswith("en") else "關鍵字："
        return f"<p{c('tags')}>{label}{'、'.join(links)}</p>"

    def _machine(self, paper: Paper, article: Article, version: Version, printed: Printed, url: str) -> str:
        out: list[str] = []
        told = set(self.recipe.machine)
        when = article.published.replace(second=0, microsecond=0)
        suffix = (
            self.recipe.title_suffix.format(name=paper.name, section=article.section) if "og-suffix" in told else ""
        )
        if "canonical" in told:
            out.append(f'<link rel="canonical" href="{attr(url)}">')
        if told & {"og", "og-suffix"}:
            lead = next((b.text for b in version.blocks if b.kind == "p"), "")[:80]
            pairs = {
                "type": "article",
                "title": version.title + suffix,
                "url": url,
                "site_name": paper.name,
                "description": lead,
            }
            out += [f'<meta property="og:{k}" content="{attr(v)}">' for k, v in pairs.items()]
        if "meta-date" in told:
            out.append(f'<meta name="pubdate" content="{when.isoformat()}">')
        if "meta-author" in told and printed.people:
            out.append(f'<meta name="author" content="{attr(", ".join(p.name for p in printed.people))}">')
        if told & {"ld", "ld-graph"}:
            stated = _machine_time(when, utc="ld-graph" in told)
            story: dict[str, object] = {
                "@type": "NewsArticle",
                "headline": version.title,
                "datePublished": stated,
                "articleSection": article.section,
            }
            if printed.people:
                story["author"] = [
                    {"@type": "Person" if p.kind == "person" else "Organization", "name": p.name}
                    for p in printed.people
                ]
            if printed.changed:
                story["dateModified"] = printed.changed.isoformat()
            whole = (
                {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": paper.name}, story]}
                if "ld-graph" in told
                else {"@context": "https://schema.org", **story}
            )
            words = json.dumps(whole, ensure_ascii=False).replace("</", "<\\/")
            out.append(f'<script type="application/ld+json">{words}</script>')
        return "\n".join(out)

    def _frame(self, paper: Paper, title: str, section: str, main: str, *, charset: str | None, head: str = "") -> str:
        r = self.recipe
        suffix = r.title_suffix.format(name=paper.name, section=section)
        meta = f'<meta charset="{charset}">' if charset else ""
        lang = f' lang="{r.language}"' if r.lang_attribute else ""
        menu = "".join(
            f'<li><a href="{paper.section_path.format(part=part)}">{esc(name)}</a></li>'
            for name, part in paper.sections.items()
        )
        style = (
            "<style>"
            + "".join(
                f".{r.name[:3]}{n}{{margin:0 auto;padding:{n % 9}em 1em;color:#222}}\n" for n in range(r.weight * 20)
            )
            + "</style>\n"
            if r.weight
            else ""
        )
        about, join = ("About", "Subscribe") if r.language.startswith("en") else ("關於我們", "訂閱")
        return _in_script(
            paper,
            f"{r.doctype}\n<html{lang}>\n<head>\n{meta}\n<title>{esc(title)}{esc(suffix)}</title>\n{head}\n{style}</head>\n<body>\n"
            f'<div{r.namer("top")}><a href="/">{esc(paper.name)}</a><ul>{menu}</ul></div>\n{main}\n'
            f'<div{r.namer("foot")}><p>{esc(paper.rights)}</p><a href="/about">{about}</a> <a href="/subscribe">{join}</a></div>\n</body>\n</html>\n',
        )

    def listing(
        self, paper: Paper, heading: str, cards: tuple[Card, ...], *, charset: str | None, older: str | None
    ) -> str:
        """A page of cards, newest first."""
        r, c = self.recipe, self.recipe.namer
        rows = []
        for card in cards:
            link = f'<a href="{attr(card.url)}">{esc(card.title)}</a>'
            when = f"<span{c('date')}>{print_date(r.card_date, card.published)}</span>"
            by = f"<span{c('byline')}>{esc(card.author)}</span>" if r.card_byline and card.author else ""
            if r.card == "tr":
                rows.append(f"<tr><td>{when}</td><td>{link}</td><td>{by}</td></tr>")
            elif r.card == "li":
                rows.append(f"<li{c('card')}>{link} {when}{by}</li>")
            else:
                rows.append(f"<{r.card}{c('card')}><h3>{link}</h3>{when}{by}<p>{esc(card.summary)}…</p></{r.card}>")
        holder = {"tr": "table", "li": "ul"}.get(r.card, "div")
        more = (
            f'<a rel="next" href="{attr(older)}">{"Older" if r.language.startswith("en") else "下一頁"}</a>'
            if older
            else ""
        )
        main = f"<h2>{esc(heading)}</h2>\n<{holder}{c('list')}>\n" + "\n".join(rows) + f"\n</{holder}>\n{more}"
        return self._frame(paper, heading, heading, main, charset=charset)

    def page(self, paper: Paper, heading: str, paragraphs: tuple[str, ...], *, charset: str | None) -> str:
        """One of the paper's own pages."""
        c = self.recipe.namer
        body = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return self._frame(
            paper,
            heading,
            heading,
            f"<h1{c('page-title')}>{esc(heading)}</h1>\n<div{c('page-text')}>\n{body}\n</div>",
            charset=charset,
        )


def _machine_time(when: datetime, *, utc: bool) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if utc else when.isoformat()


def _in_script(paper: Paper, html: str) -> str:
    return paper.translate(html) if paper.translate else html
