"""What a page is, by its content and its company: the last word.

Order: what the server and the text say beyond doubt; the census (one body under
many addresses is no article); the outlet's rules for the address; the page's own first opinion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from backissue import outlets, urls
from backissue.model import Capture, Outlet, PageKind, Verdict
from backissue.pages.company import Census, Group
from backissue.pages.survey import Survey

__all__ = ["Picked", "judge", "pick"]

_BEYOND_DOUBT = frozenset((PageKind.REDIRECT, PageKind.MEDIA, PageKind.FEED, PageKind.EMPTY))
_BAD = frozenset((PageKind.ERROR, PageKind.FAREWELL, PageKind.OUTAGE, PageKind.PARKED))
_MANY = 12
"""Addresses under which no article is served; revisions of one article have been seen under up to eight ids."""


def judge(survey: Survey, census: Census, outlet: Outlet | None = None) -> Verdict:
    """What the surveyed page is, and why."""
    own = survey.verdict
    if own.kind in _BEYOND_DOUBT or (survey.status is not None and survey.status >= 400):
        return own
    rule = outlets.classify(outlet, urls.original(survey.url))[0] if outlet is not None else "unknown"
    if rule == "page" and own.kind in (PageKind.ARTICLE, PageKind.LISTING, PageKind.UNKNOWN, PageKind.FAREWELL):
        return Verdict(PageKind.PAGE, "its address is one of the outlet's own pages")
    group = census.company(survey)
    crowd = _crowd(group, survey, outlet) if group and rule != "listing" and own.kind is not PageKind.LISTING else None
    if crowd is not None:
        return crowd
    if own.kind in _BAD:
        # Half a page has no frame; and of a shop's farewell the paper's own menu tells that the paper is there yet.
        alone = rule == "article" and own.kind is PageKind.FAREWELL and (survey.truncated or survey.links >= _MENU)
        kept = alone or census.in_an_articles_frame(survey)
        if group is None and kept and not census.titled_as_a_crowd(survey):
            return Verdict(PageKind.ARTICLE, f"it stands alone where the paper's articles do, though {own.why}")
        return own
    if rule == "article":
        return Verdict(PageKind.ARTICLE, "its address is an article's")
    if rule == "listing":
        return Verdict(PageKind.LISTING, "its address is a listing's")
    if rule == "ignore":
        return Verdict(PageKind.UNKNOWN, "its address is to be ignored")
    return own


def _crowd(group: Group, survey: Survey, outlet: Outlet | None) -> Verdict | None:
    """The verdict on a page whose text stands under many addresses; None if it may yet be an article."""
    votes = dict(group.kinds)
    bad = max((kind for kind in _BAD if votes.get(kind)), key=lambda kind: votes[kind], default=None)
    closed = outlet.closed if outlet is not None else None
    after = closed is not None and group.first > datetime.combine(closed, time(), UTC) + timedelta(days=2)
    told = f"the same text stands under {group.addresses} addresses"
    if bad is not None and survey.verdict.kind in (bad, PageKind.UNKNOWN, PageKind.ARTICLE) and group.addresses >= 2:
        return Verdict(bad, f"{told}, and {survey.verdict.why}" if survey.verdict.kind in _BAD else told)
    if group.changed >= 2 and group.addresses >= 3 and 2 * group.changed >= group.addresses:
        return Verdict(_guess(survey, closed=after), f"{told}, {group.changed} of which showed other texts before")
    if group.addresses >= _MANY or (after and group.addresses >= 3):
        return Verdict(_guess(survey, closed=after), told)
    return None


def _guess(survey: Survey, *, closed: bool) -> PageKind:
    """What a crowd's page is where no words tell: after the closing day a farewell, else an error."""
    if survey.verdict.kind in _BAD:
        return survey.verdict.kind
    return PageKind.FAREWELL if closed and survey.chars > 0 else PageKind.ERROR


_MENU = 8  # links to the paper; a page that closes it has none or few


@dataclass(frozen=True, slots=True)
class Picked:
    """The candidates best first, and for each of the others why it was not taken (by the capture's ref)."""

    order: tuple[Capture, ...]
    reasons: tuple[tuple[str, str], ...]

    @property
    def best(self) -> Capture | None:
        """The capture that gives the body, or None where there was no candidate."""
        return self.order[0] if self.order else None


Candidate = tuple[Capture, Survey, Verdict]


def pick(candidates: Sequence[Candidate], outlet: Outlet | None = None) -> Picked:
    """The order in which captures of one article are to be tried.

    An article with status 200, whole, not rewritten by an archive, from before the outlet's closing; of
    these the newest of those whose text is complete (at least seven tenths of the longest).
    """
    closed = outlet.closed if outlet is not None else None
    limit = datetime.combine(closed, time(), UTC) + timedelta(days=2) if closed else None
    longest = max((s.chars for _, s, v in candidates if v.kind is PageKind.ARTICLE and not s.truncated), default=0)

    def faults(candidate: Candidate) -> list[tuple[int, str]]:
        capture, survey, verdict = candidate
        found = []
        if verdict.kind not in (PageKind.ARTICLE, PageKind.PAGE):
            found.append((64, f"it is no article: {verdict.why}"))
        if survey.status not in (200, None):
            found.append((32, f"it was served with status {survey.status}"))
        if survey.truncated:
            found.append((16, "its body is cut off"))
        if survey.chars < 0.7 * longest - 20:
            found.append((8, f"its text is shorter: {survey.chars} characters of {longest}"))
        if limit is not None and capture.when > limit:
            found.append((4, "it was taken after the outlet had closed"))
        if survey.rewritten:
            found.append((2, "an archive had rewritten it"))
        return found

    weighed = [(sum(weight for weight, _ in faults(c)), c) for c in candidates]
    weighed.sort(key=lambda pair: (pair[0], -pair[1][0].when.timestamp(), pair[1][0].revisit, pair[1][0].ref))
    reasons = []
    for weight, (capture, survey, verdict) in weighed[1:]:
        if weight > weighed[0][0]:
            why = max(faults((capture, survey, verdict)))[1]
        elif survey.text_digest == weighed[0][1][1].text_digest:
            why = "it shows the same text as the one taken"
        else:
            why = "it is older than the one taken"
        reasons.append((capture.ref, why))
    return Picked(tuple(c[0] for _, c in weighed), tuple(reasons))
