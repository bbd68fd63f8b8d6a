"""What a rescue did, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from backissue.audit import Report
from backissue.pipeline.collecting import Tally
from backissue.pipeline.learning import Learned
from backissue.publish.site import SiteReport
from backissue.run import Folder


@dataclass(frozen=True, slots=True)
class Rescue:
    """A rescue's outcome: what was learned, what audit says, what was built; and what came from web archives, if any were asked."""

    folder: Folder
    learned: Learned
    audit: Report
    site: SiteReport
    collected: Tally | None = None

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return self.audit.errors

    def as_json(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        outlet = self.learned.outlet
        return {
            "outlet": {"name": outlet.name, "hosts": list(outlet.hosts), "by_hand": self.learned.by_hand},
            **({"collected": self.collected.as_json()} if self.collected else {}),
            **self.audit.as_json(),
            "site": site_as_json(self.site),
        }

    def summary(self) -> str:
        """A few lines that a person would send to a friend."""
        outlet = self.learned.outlet
        whence = "as outlet.toml says" if self.learned.by_hand else "as learned from its captures: see outlet.toml"
        return "\n".join(
            (
                f"\n{outlet.name or 'A paper'}, {whence}.",
                *([self.collected.summary()] if self.collected else []),
                self.audit.summary(),
                site_summary(self.site),
                f"The archive: {self.folder.archive}",
                f"The site:    {self.folder.site / 'index.html'}",
            )
        )


def site_as_json(report: SiteReport) -> dict[str, Any]:
    """A build of the site as JSON holds it."""
    return {**asdict(report), "out": str(report.out), "index": str(report.index)}


def site_summary(report: SiteReport) -> str:
    """A build of the site in one line."""
    return (
        f"The site has {report.files:,} files, {report.bytes / 1e6:,.1f} MB; "
        f"{report.written:,} were written, {report.removed:,} removed."
    )
