"""The room that knows web archives: walk evidence files, index them, list, fetch and open captures.

Evidence lies in ``captures/`` of a paper's folder, written once and never
changed. Nothing here knows what a newspaper is.
"""

from __future__ import annotations

from backissue.captures.addresses import is_near
from backissue.captures.cdx import ARCHIVE, Source, source_of, target_of
from backissue.captures.client import Client, user_agent
from backissue.captures.fetching import Fetched, Filled, fetch, settle
from backissue.captures.gathering import Listed, list_source
from backissue.captures.indexing import bring, capture_of, finding_of, holds_records, index, resolve
from backissue.captures.listing import (
    from_line,
    listings,
    query_of,
    read_listing,
    to_line,
    write_lines,
    write_listing,
)
from backissue.captures.manners import Manners, Wait
from backissue.captures.opening import Payload, Unreadable, open_capture
from backissue.captures.planning import Job, Plan, make_plan
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
    "Limits",
    "Listed",
    "Manners",
    "Payload",
    "Plan",
    "Source",
    "Unreadable",
    "Wait",
    "bring",
    "capture_of",
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
    "open_capture",
    "query_of",
    "read_listing",
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
