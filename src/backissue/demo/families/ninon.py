"""A design to judge by that is not written yet."""

from __future__ import annotations

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand

__all__ = ["ADDRESSES", "DESIGNS"]

DESIGNS: tuple[type[Freehand], ...] = ()
ADDRESSES: dict[str, Form] = {}
