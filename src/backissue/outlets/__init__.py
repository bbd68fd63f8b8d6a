"""A newspaper's rules: read, checked kindly, applied to addresses, fingerprinted, written.

``load`` and ``parse`` read ``outlet.toml``; ``read``, ``classify`` and
``article_key`` say what an address is; ``read_cards`` reads a listing; ``picks`` reads the language of picks;
``hooks`` and ``trust`` mind ``outlet.py``; ``dumps`` writes what was learned,
and ``toml`` any value.
"""

from backissue.outlets.addresses import Address, article_key, classify, is_ours, read
from backissue.outlets.cards import Card, read_cards
from backissue.outlets.findings import FINDINGS
from backissue.outlets.reading import fingerprint, load, parse
from backissue.outlets.schema import json_schema
from backissue.outlets.trust import Hooks, hooks, trust
from backissue.outlets.writing import dumps, toml

__all__ = [
    "FINDINGS",
    "Address",
    "Card",
    "Hooks",
    "article_key",
    "classify",
    "dumps",
    "fingerprint",
    "hooks",
    "is_ours",
    "json_schema",
    "load",
    "parse",
    "read",
    "read_cards",
    "toml",
    "trust",
]
