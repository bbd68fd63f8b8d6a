"""The catalogue of what audit itself can find: each check brings its own."""

from __future__ import annotations

from collections.abc import Mapping

from backissue.audit import law, missing, not_an_article
from backissue.model import FindingKind, catalogue

FINDINGS: Mapping[str, FindingKind] = catalogue(
    *law.LAW.values(), *missing.FINDINGS.values(), *not_an_article.FINDINGS.values()
)
"""By code."""
