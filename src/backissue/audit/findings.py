"""The catalogue of what audit itself can find: each check brings its own."""

from __future__ import annotations

from collections.abc import Mapping

from backissue.audit import (
    boilerplate,
    borne_out,
    dead_links,
    decided,
    duplicate,
    gaps,
    garbled,
    law,
    media,
    missing,
    not_an_article,
    provenance,
    times,
    truncated,
)
from backissue.model import FindingKind, catalogue

_CHECKS = (
    missing,
    gaps,
    not_an_article,
    truncated,
    duplicate,
    times,
    provenance,
    media,
    dead_links,
    garbled,
    boilerplate,
    borne_out,
    decided,
)

FINDINGS: Mapping[str, FindingKind] = catalogue(
    *law.LAW.values(), *(kind for check in _CHECKS for kind in check.FINDINGS.values())
)
"""By code."""
