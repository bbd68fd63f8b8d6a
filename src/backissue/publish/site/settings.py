"""What a person may choose about the site; the defaults suit a paper of any size."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from backissue.model import BadInstruction
from backissue.publish.render.words import LANGUAGES

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices for one build.

    ``url`` is where the site will be (``https://…``), needed for sitemaps and
    canonical links only. ``language`` is the interface's; the paper's own if
    empty. ``tags_from`` and ``authors_from`` are how many articles it takes to
    have a page, ``feeds_from`` to have a feed. ``media`` says whether pictures are
    copied; ``days`` whether each day has a page of its own; ``search`` whether an
    index for searching without a server is put beside the pages. ``one_page`` is
    how many articles a listing holds before it is split by year.
    """

    url: str = ""
    language: str = ""
    tags_from: int = 1
    authors_from: int = 1
    feeds_from: int = 20
    feed_length: int = 30
    one_page: int = 400
    media: bool = True
    days: bool = True
    search: bool = True

    def __post_init__(self) -> None:
        if self.language and self.language not in LANGUAGES:
            raise BadInstruction(
                f"the interface does not speak {self.language!r}", f"Choose one of {', '.join(LANGUAGES)}."
            )
        if self.url:
            parts = urlsplit(self.url)
            if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
                raise BadInstruction(
                    f"{self.url!r} is no address for a site", "Give it whole: https://paper.example/archive/"
                )
            if not self.url.endswith("/"):
                object.__setattr__(self, "url", f"{self.url}/")

    @property
    def fingerprint(self) -> str:
        """All choices in one line."""
        return repr([(f.name, getattr(self, f.name)) for f in fields(self)])
