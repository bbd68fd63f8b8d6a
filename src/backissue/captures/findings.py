"""The catalogue of what can be wrong with evidence files, and with captures that were opened.

A finding about a file is milder where its record could be had all the same:
``indexing.finding_of`` decides.
"""

from __future__ import annotations

from backissue.model import FindingKind, Severity, catalogue

__all__ = ["FINDINGS"]

_FETCH = "Fetch or copy the file again; what could be read of it was."
_HELD = "Nothing, unless the file was whole once: then bring it back from a copy."
_AGAIN = "Run the same again later: it asks only for what is missing."
_ELSEWHERE = "Look for the page in another web archive, or in somebody's files."
_LOOK = "Look for another capture; where there is one, it was taken instead."

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

FINDINGS = catalogue(
    FindingKind("warc.truncated", _ERROR, "The file ends in the middle of a record.", _FETCH),
    FindingKind("warc.crc", _ERROR, "The stored checksum of these bytes is wrong: something in them changed.", _FETCH),
    FindingKind("warc.data", _ERROR, "These packed bytes cannot be unpacked any further.", _FETCH),
    FindingKind("warc.bomb", _ERROR, "These bytes unpack to far more than any page; they were left packed.", _HELD),
    FindingKind("warc.empty", _ERROR, "The file is empty.", _FETCH),
    FindingKind("warc.garbage", _ERROR, "Bytes here belong to no record.", _FETCH),
    FindingKind("warc.no-record", _ERROR, "The file holds no WARC or ARC record.", _FETCH),
    FindingKind("warc.zip", _ERROR, "The WACZ, or a member of it, cannot be read.", _FETCH),
    FindingKind("warc.header", _ERROR, "The record's header cannot be read.", _FETCH),
    FindingKind("warc.header-line", _NOTE, "A line of the record's header is no field and was left out.", _HELD),
    FindingKind("warc.version", _NOTE, "The record names a version of WARC that does not exist.", _HELD),
    FindingKind("warc.type", _WARNING, "The record does not say what it is, or says something unheard of.", _HELD),
    FindingKind(
        "warc.length", _WARNING, "The record's length is missing or wrong; its true end was searched for.", _HELD
    ),
    FindingKind("warc.date", _WARNING, "The record's date is missing or no date.", _HELD),
    FindingKind("warc.uri", _WARNING, "The record does not say which URL it is of.", _HELD),
    FindingKind("warc.digest", _WARNING, "The record's bytes do not have the digest that its header says.", _FETCH),
    FindingKind(
        "warc.segment",
        _NOTE,
        "The record is one part of several; the parts are not joined.",
        "Join the segments with the tool that cut them, and bring the joined file in.",
    ),
    FindingKind(
        "capture.no-payload",
        _ERROR,
        "The capture repeats a payload that is in none of the files, or was listed and never fetched.",
        "Bring in the file that holds the original, or fetch it.",
    ),
    FindingKind("capture.unreadable", _ERROR, "The capture's record cannot be read.", _FETCH),
    FindingKind(
        "capture.too-large", _WARNING, "The answer is larger than any page; only its beginning was read.", _LOOK
    ),
    FindingKind("capture.truncated", _WARNING, "The answer breaks off before its end.", _LOOK),
    FindingKind("capture.chunks", _NOTE, "The answer says it is chunked and is not; it was taken as it stands.", _HELD),
    FindingKind(
        "capture.encoding",
        _NOTE,
        "The answer is not packed as it says, or in no known way; it was taken as it stands.",
        _LOOK,
    ),
    FindingKind(
        "capture.digest",
        _ERROR,
        "The payload does not have the digest it was stored with: something in it changed.",
        "Bring the file back from a copy, and compare what the record says with it.",
    ),
    FindingKind("list.excluded", _ERROR, "The web archive has excluded this site and says nothing of it.", _ELSEWHERE),
    FindingKind(
        "list.loop", _ERROR, "The web archive's listing goes in circles; what comes after is not listed.", _AGAIN
    ),
    FindingKind("list.disagree", _NOTE, "One listing knows what another does not; all of it was kept.", _HELD),
    FindingKind("list.empty", _WARNING, "The web archive lists nothing of this host.", _ELSEWHERE),
    FindingKind(
        "list.split", _NOTE, "The web archive did not answer for a long time at once, and was asked in parts.", _HELD
    ),
    FindingKind(
        "list.unanswered",
        _ERROR,
        "The web archive did not answer for a part of its listing; the rest is there.",
        _AGAIN,
    ),
    FindingKind(
        "fetch.lost-archive", _ERROR, "A web archive failed in the middle; the others were asked for the rest.", _AGAIN
    ),
    FindingKind("fetch.unanswered", _WARNING, "The web archive failed each time this capture was asked for.", _AGAIN),
    FindingKind("fetch.failed", _WARNING, "No capture of this could be had yet: the archive failed each time.", _AGAIN),
    FindingKind(
        "fetch.gone", _ERROR, "No capture of this could be had: the archive plays none of them back.", _ELSEWHERE
    ),
    FindingKind("fetch.not-there", _NOTE, "The archive lists this capture and does not play it back.", _ELSEWHERE),
    FindingKind(
        "fetch.nothing", _WARNING, "The archive plays back nothing where its index says there is something.", _ELSEWHERE
    ),
    FindingKind(
        "fetch.elsewhere", _ERROR, "The archive sends us to a machine that nobody asked for; we did not go.", _ELSEWHERE
    ),
    FindingKind("fetch.no-time", _WARNING, "The archive gave a capture without saying of when it is.", _AGAIN),
    FindingKind("fetch.digest", _WARNING, "What the archive plays back has another digest than its index says.", _LOOK),
    FindingKind("fetch.short", _WARNING, "The archive holds only a part of this capture.", _LOOK),
    FindingKind(
        "fetch.served",
        _NOTE,
        "The archive served a capture of another time than was asked for; its true time was kept.",
        _HELD,
    ),
)
