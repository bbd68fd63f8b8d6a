"""What an audit found, as sums and findings, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from backissue.model import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """An audit's outcome. ``examples`` holds the first few findings of each code; ``findings`` counts them all.

    ``errors`` counts findings of severity error; ``breaches`` are codes that break the law.
    """

    captures: dict[str, int]
    articles: dict[str, int]
    findings: dict[str, int]
    law: bool
    errors: int = 0
    breaches: tuple[str, ...] = ()
    examples: dict[str, tuple[Finding, ...]] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """True if the law holds and nothing found is an error."""
        return self.law and not self.errors

    def as_json(self) -> dict[str, Any]:
        """What ``backissue audit --json`` prints."""
        return {"captures": self.captures, "articles": self.articles, "findings": self.findings, "law": self.law}

    def summary(self) -> str:
        """A few lines that a person would send to a friend."""
        c, a = self.captures, self.articles
        fates = ", ".join(f"{count:,} {kind}" for kind, count in c.items() if kind != "listed" and count)
        lines = [
            f"{a['held']:,} of {a['expected']:,} articles held; {a['missing']:,} missing, {a['withdrawn']:,} withdrawn.",
            f"{c['listed']:,} captures: {fates or 'none'}.",
        ]
        if self.law:
            lines.append("The law holds: every capture and every article is accounted for.")
        else:
            lines.append("The law is broken:")
            lines += [f"  {self.findings.get(code, 0):,} x {code}: {self._first(code)}" for code in self.breaches]
            if not self.breaches:
                lines.append("  the fates are not as many as the captures")
        rest = {code: n for code, n in self.findings.items() if code not in self.breaches}
        if rest:
            lines.append("Found:")
            lines += [
                f"  {n:,} x {code}: {self._first(code)}"
                for code, n in sorted(rest.items(), key=lambda i: (-i[1], i[0]))
            ]
        return "\n".join(lines)

    def _first(self, code: str) -> str:
        found = self.examples.get(code)
        return f"{found[0].sentence} For example: {found[0].subject}" if found else ""
