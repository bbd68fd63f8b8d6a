"""Losses: articles of which only a listing speaks, of which only bad captures are left, or only a cut one."""

from __future__ import annotations

from backissue.demo.scenes import Scene

from . import defect

__all__: list[str] = []


@defect("only-listed", every=50, at=18)
def only_listed(scene: Scene) -> None:
    """Nothing of its address was ever captured; a listing has title, date and byline."""
    if scene.lost:
        return
    scene.shots.clear()
    scene.lost = "only-listed"


@defect("only-bad-captures", every=60, at=24)
def only_bad(scene: Scene) -> None:
    """Captured, but only as farewell, outage page or error."""
    from .answers import farewell, not_found, outage

    if scene.lost:
        return
    if not any(s.what in {"farewell", "outage", "error"} for s in scene.shots):
        farewell(scene)
        outage(scene)
        not_found(scene)
    scene.shots = [s for s in scene.shots if s.what in {"farewell", "outage", "error", "parked"}]
    scene.lost = "only-bad-captures"


@defect("only-truncated", every=75, at=30)
def only_truncated(scene: Scene) -> None:
    """Every capture of its text is cut: a part can be had, the whole cannot."""
    from .bodies import truncated

    if scene.lost:
        return
    truncated(scene)
    scene.shots = [s for s in scene.shots if s.what not in {"article", "older-text", "rewritten", "revisit"}]
    scene.lost = "only-truncated"
    scene.partial = True
