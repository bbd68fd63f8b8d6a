"""The articles' pages of one build, each between its neighbours, and the pages of their revisions.

A page is made from its record alone and from what stands around it; it is due when
either has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from backissue.publish.render import names
from backissue.publish.site.article import Maker, Place, Sheet
from backissue.publish.site.changes import Changes
from backissue.publish.site.light import Light, digest_of
from backissue.publish.site.listings import Stacks

__all__ = ["ArticlePages", "around"]


class ArticlePages:
    """Writes them. ``sheet`` gives the parts of a light's page, None where its record is gone."""

    def __init__(self, stacks: Stacks, maker: Maker, sheet: Callable[[Light], Sheet | None], changes: Changes) -> None:
        self._stacks, self._maker, self._sheet, self._changes = stacks, maker, sheet, changes
        self._output, self._code, self._lights = stacks.output, stacks.code, stacks.lights
        self._least = least = stacks.settings.tags_from
        tags = stacks.shelves.tags
        self._href = _Hrefs({tag for tag, shelf in tags.items() if len(shelf.members) < least} if least > 1 else ())

    def write(
        self, places: Iterable[int], kin: Sequence[Sequence[int]], inward: Callable[[int, Light], Mapping[str, str]]
    ) -> None:
        """The pages of the articles at ``places``; ``inward`` gives a light's links and the pages they lead to."""
        lights, code, due, href = self._lights, self._code, self._output.due, self._href
        last = len(lights) - 1
        for at in places:
            light, near = lights[at], kin[at]
            before, after = lights[at - 1] if at else None, lights[at + 1] if at < last else None
            links = inward(at, light) if light.links else {}
            seal = digest_of(
                code,
                light.digest,
                f"{before.path}\0{before.title}\0{before.language}" if before else "",
                f"{after.path}\0{after.title}\0{after.language}" if after else "",
                *[lights[n].mark for n in near],
                *links.values(),
                *([href[tag] for tag in light.tags] if self._least > 1 else ()),
            )
            if light.revisions:
                self._changes.write(light)
            name = f"{light.path}.html"
            if not due(name, seal):
                continue
            sheet = self._sheet(light)
            if sheet is None:
                continue
            dated = self._stacks.dated
            place = Place(
                before=before,
                after=after,
                tags=[(tag, href[tag]) for tag in light.tags],
                aliases=light.aliases,
                related="".join([f'<li><a href="../../../{dated[n]}' for n in near]),
                links={url: f"../../../{to}.html" for url, to in links.items()},
            )
            self._output.write(name, seal, self._maker.page(light, sheet, place))


class _Hrefs(dict[str, str]):
    """Each tag's page, empty for ``rare`` ones, which have none."""

    def __init__(self, rare: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(rare, ""))

    def __missing__(self, tag: str) -> str:
        made = self[tag] = f"tags/{names.of(tag)}.html"
        return made


def around(changed: Iterable[int], kin: Sequence[Sequence[int]], count: int) -> list[int]:
    """The places of articles whose pages speak of one at ``changed``: itself, its neighbours, those it is related to."""
    own = set(changed)
    found = {near for at in own for near in (at - 1, at, at + 1) if 0 <= near < count}
    found.update([at for at, near in enumerate(kin) if not own.isdisjoint(near)] if own else ())
    return sorted(found)
