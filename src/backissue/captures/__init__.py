"""The room that knows web archives: walk evidence files, index them, list, fetch and open captures.

Evidence lies in ``captures/`` of a paper's folder, written once and never
changed. Nothing here knows what a newspaper is.
"""

from __future__ import annotations

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
from backissue.captures.opening import Payload, Unreadable, open_capture
from backissue.captures.tape import LIMITS, Limits
from backissue.captures.walk import Damage, Found, is_capture, walk

__all__ = [
    "LIMITS",
    "Damage",
    "Found",
    "Limits",
    "Payload",
    "Unreadable",
    "bring",
    "capture_of",
    "finding_of",
    "from_line",
    "holds_records",
    "index",
    "is_capture",
    "listings",
    "open_capture",
    "query_of",
    "read_listing",
    "resolve",
    "to_line",
    "walk",
    "write_lines",
    "write_listing",
]
