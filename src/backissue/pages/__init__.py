"""Knows the web: decode a body, undo a web archive's rewriting, survey a page, judge it, pick the best capture."""

from backissue.pages.company import Census, Group, Template
from backissue.pages.decode import Decoded, decode
from backissue.pages.digests import hamming, simhash, text_digest
from backissue.pages.findings import FINDINGS
from backissue.pages.judge import Picked, judge, pick
from backissue.pages.mentions import Mention
from backissue.pages.rewriting import rewritten, unrewrite
from backissue.pages.survey import Survey, from_json, survey, to_json

__all__ = [
    "FINDINGS",
    "Census",
    "Decoded",
    "Group",
    "Mention",
    "Picked",
    "Survey",
    "Template",
    "decode",
    "from_json",
    "hamming",
    "judge",
    "pick",
    "rewritten",
    "simhash",
    "survey",
    "text_digest",
    "to_json",
    "unrewrite",
]
