"""What a person may choose about the site, in ``site.toml`` beside ``outlet.toml``; the defaults suit a paper of any size."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from backissue.model import BadInstruction
from backissue.publish.render.words import LANGUAGES

__all__ = ["Settings"]

_SORTS = {str: "text", int: "a whole number", bool: "true or false"}


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

    @classmethod
    def read(cls, path: Path) -> Settings:
        """The settings in a TOML file; the usual ones where there is none. Raises BadInstruction, naming what is wrong."""
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadInstruction(f"{path} cannot be read: {error}", "Mend it, or remove it.") from error
        usual = cls()
        known = {f.name: type(getattr(usual, f.name)) for f in fields(cls)}
        for key, value in found.items():
            if key not in known:
                near = get_close_matches(key, known, 1, 0)
                raise BadInstruction(f"{path} has an unknown key {key!r}", f"Did you mean {near[0]!r}?")
            if type(value) is not known[key]:
                raise BadInstruction(f"{path}: {key} must be {_SORTS[known[key]]}, not {value!r}")
            if value is not True and value is not False and isinstance(value, int) and value < 1:
                raise BadInstruction(f"{path}: {key} must be at least 1, not {value!r}")
        return cls(**found)

    def as_toml(self) -> str:
        """Lines for ``site.toml``: what differs from the usual."""
        usual = Settings()
        changed = {
            f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != getattr(usual, f.name)
        }
        return "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in changed.items())

    @property
    def fingerprint(self) -> str:
        """All choices in one line."""
        return repr([(f.name, getattr(self, f.name)) for f in fields(self)])
