"""The room that knows web archives: walk evidence files, index them, list, fetch and open captures.

Evidence lies in ``captures/`` of a paper's folder, written once and never
changed. Nothing here knows what a newspaper is.
"""

from __future__ import annotations

from backissue.captures.addresses import is_near, origin
from backissue.captures.cdx import ARCHIVE, Source, source_of, target_of
from backissue.captures.client import Client, user_agent
from backissue.captures.fetching import Fetched, Filled, fetch, missing, settle
from backissue.captures.gathering import Listed, Standing, list_source
from backissue.captures.indexing import bring, capture_of, finding_of, holds_records, index, resolve
from backissue.captures.listing import (
    Offer,
    from_line,
    listings,
    query_of,
    read_listing,
    read_offers,
    to_line,
    write_lines,
    write_listing,
)
from backissue.captures.manners import Manners, Wait
from backissue.captures.opening import Payload, Unreadable, open_capture
from backissue.captures.planning import Job, Plan, make_plan
from backissue.captures.playback import Lender
from backissue.captures.reconciling import by_page, differ
from backissue.captures.tape import LIMITS, Limits
from backissue.captures.walk import Damage, Found, is_capture, walk

__all__ = [
    "ARCHIVE",
    "LIMITS",
    "Client",
    "Damage",
    "Fetched",
    "Filled",
    "Found",
    "Job",
    "Lender",
    "Limits",
    "Listed",
    "Manners",
    "Offer",
    "Payload",
    "Plan",
    "Source",
    "Standing",
    "Unreadable",
    "Wait",
    "bring",
    "by_page",
    "capture_of",
    "differ",
    "fetch",
    "finding_of",
    "from_line",
    "holds_records",
    "index",
    "is_capture",
    "is_near",
    "list_source",
    "listings",
    "make_plan",
    "missing",
    "open_capture",
    "origin",
    "query_of",
    "read_listing",
    "read_offers",
    "resolve",
    "settle",
    "source_of",
    "target_of",
    "to_line",
    "user_agent",
    "walk",
    "write_lines",
    "write_listing",
]
