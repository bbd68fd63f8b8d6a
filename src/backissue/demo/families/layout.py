"""What designs beyond the skeleton stand on: a page cut into named parts that each design puts where it likes.

A layout prints what a :class:`Skeleton` of the same recipe would say it prints, so that the truth is told in one
place; where things stand, and in what tags, is the design's own affair. It draws nothing at random.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backissue.demo.families.forms import print_date
from backissue.demo.families.noise import NOISE, Around
from backissue.demo.families.recipe import Namer
from backissue.demo.families.skeleton import Skeleton
from backissue.demo.html import attr, esc, write
from backissue.demo.paper import Article, Card, Paper, Printed, Version
from backissue.demo.stories import Block, Picture

__all__ = ["LINK", "Layout", "Sheet", "named"]

LINK = '<a href="{url}">{tag}</a>'  # a tag as most designs link it


def named(roles: Mapping[str, str]) -> Namer:
    """Attributes by role as given (``class="x"``), none for a role that is not there."""
    return lambda role: f" {roles[role]}" if role in roles else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article about to be printed."""

    paper: Paper
    article: Article
    version: Version
    printed: Printed
    around: Around

    @property
    def title(self) -> str:
        """The headline, escaped."""
        return esc(self.version.title)

    @property
    def date(self) -> str:
        """The date as printed."""
        return self.printed.date or ""

    @property
    def section_url(self) -> str:
        """The path of the article's section."""
        part = self.paper.sections.get(self.article.section, "news")
        return attr(self.paper.section_path.format(part=part))

    def say(self, chinese: str, english: str) -> str:
        """The words in the paper's language, escaped."""
        return esc(self.around.say(chinese, english))

    def noise(self, *names: str) -> str:
        """Blocks of noise, one after another."""
        return "\n".join(NOISE[name](self.around) for name in names)

    def byline(self, wrap: Callable[[str], str] = str) -> str:
        """The byline as printed, every name in it put through ``wrap``; nothing where nobody signed."""
        words = esc(self.printed.author or "")
        for person in self.printed.people or () if words else ():
            words = words.replace(esc(person.name), f"\0{esc(person.name)}\1", 1)
        for person in self.printed.people or ():
            words = words.replace(f"\0{esc(person.name)}\1", wrap(esc(person.name)), 1)
        return words

    def updated(self, form: str) -> str:
        """The stamp of the last change set into ``form`` ({} stands for it), or nothing."""
        return form.format(self.printed.updated) if self.printed.updated else ""

    def tags(self, form: str, join: str = "") -> str:
        """Links of the tags; ``form`` has {url} and {tag}."""
        return join.join(form.format(url=attr(f"/tag/{t}"), tag=esc(t)) for t in self.printed.tags or ())


class Layout(Skeleton):
    """A design of its own: subclasses write :meth:`main`, and mostly the paper's frame."""

    paragraph = "p"  # the opening tag's inside
    html_open = "<html>"
    body_open = "<body>"

    def main(self, sheet: Sheet) -> str:
        """Everything between the paper's head and foot."""
        raise NotImplementedError

    def more_head(self, sheet: Sheet) -> str:  # noqa: ARG002  (for designs that tell machines more)
        """What else stands in the page's head."""
        return ""

    def top(self, paper: Paper) -> str:
        """The masthead and its menu."""
        return f'<div id="top"><a href="/">{esc(paper.name)}</a> {self.menu(paper)}</div>'

    def foot(self, paper: Paper) -> str:
        """The page's last lines."""
        return f'<div id="foot">{esc(paper.rights)} <a href="/about">{self.word("關於我們", "About")}</a></div>'

    def head(self, paper: Paper) -> str:  # noqa: ARG002  (designs with styles of their own)
        """What stands in every page's head."""
        return ""

    def word(self, chinese: str, english: str) -> str:
        """The words in the template's language."""
        return english if self.recipe.language.startswith("en") else chinese

    def menu(self, paper: Paper, form: str = '<a href="{url}">{name}</a>', join: str = " | ") -> str:
        """Links of the sections."""
        return join.join(
            form.format(url=attr(paper.section_path.format(part=part)), name=esc(name))
            for name, part in paper.sections.items()
        )

    def blocks(self, sheet: Sheet, blocks: tuple[Block, ...] | None = None) -> list[str]:
        """The text's blocks, each as this design writes it."""
        return [self.block(sheet, block) for block in (sheet.version.blocks if blocks is None else blocks)]

    def block(self, sheet: Sheet, block: Block) -> str:
        """One block."""
        return write(block, lambda p: self.picture(sheet, p), p=self.paragraph, h=self.recipe.heading_tag)

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """One figure."""
        return self._figure(sheet.paper, sheet.article, picture)

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
        era = next((e for e in paper.eras if e.look is self), paper.eras[-1])
        url = paper.url(article, version, era)
        sheet = Sheet(paper, article, version, printed, Around(paper, article, url, related, salt, self.recipe.namer))
        head = self._machine(paper, article, version, printed, url) + self.more_head(sheet)
        return self._frame(paper, version.title, article.section, self.main(sheet), charset=charset, head=head)

    def _frame(self, paper: Paper, title: str, section: str, main: str, *, charset: str | None, head: str = "") -> str:
        suffix = self.recipe.title_suffix.format(name=paper.name, section=section)
        form = (
            '<meta http-equiv="Content-Type" content="text/html; charset={}">'
            if "PUBLIC" in self.recipe.doctype
            else '<meta charset="{}">'
        )
        meta = form.format(charset) if charset else ""
        html = (
            f"{self.recipe.doctype}\n{self.html_open}\n<head>\n{meta}\n<title>{esc(title)}{esc(suffix)}</title>\n"
            f"{self.head(paper)}{head}\n</head>\n{self.body_open}\n{self.top(paper)}\n{main}\n{self.foot(paper)}\n</body>\n</html>\n"
        )
        return paper.translate(html) if paper.translate else html

    def stamp(self, card: Card) -> str:
        """A card's date as listings print it."""
        return print_date(self.recipe.card_date, card.published)
