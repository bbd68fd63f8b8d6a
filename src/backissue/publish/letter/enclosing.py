"""Pictures that travel in the mail itself, where somebody asks for pictures at all.

A picture that a mailbox fetches from a server tells that server who opened the
letter, and when: so none is ever remote. Enclosed ones cost every reader their
size, so there are few, and none large.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from backissue.publish.letter.epub import kind_of
from backissue.publish.letter.letter import Item, Letter
from backissue.publish.letter.mail import Enclosed

__all__ = ["enclose"]

_MOST = 6
_LARGEST = 200_000
_ALL = 600_000
"""Bytes: base64 adds a third, and some mailboxes refuse what is over a few megabytes."""

_SHOWN = frozenset({"image/jpeg", "image/png", "image/gif"})
"""What every mailbox shows."""


def enclose(letter: Letter, media: Callable[[str], bytes | None]) -> dict[str, Enclosed]:
    """By the path of its article: the lead's picture, and the first of each section, as long as there is room."""
    found: dict[str, Enclosed] = {}
    room = _ALL
    for item in _candidates(letter):
        data = media(item.picture.file) if item.picture else None
        kind = kind_of(data) if data else ""
        if not data or kind not in _SHOWN or len(data) > min(_LARGEST, room) or len(found) == _MOST:
            continue
        cid = f"{hashlib.sha256(data).hexdigest()[:24]}@letter.invalid"
        found[item.path] = Enclosed(cid, kind, data)
        room -= len(data)
    return found


def _candidates(letter: Letter) -> list[Item]:
    first = [letter.lead] if letter.lead and letter.lead.picture else []
    shown = ([i for i in section.items if i.picture and i.lead] for section in letter.sections)
    return first + [own[0] for own in shown if own]
