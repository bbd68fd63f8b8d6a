"""Every kind of finding that this room makes is in its catalogue, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

from backissue import captures
from backissue.captures.findings import FINDINGS
from backissue.captures.walk import _SENTENCES

ROOM = Path(captures.__file__).parent


def test_the_catalogue_names_every_kind_and_no_other() -> None:
    made = {f"warc.{kind}" for kind in _SENTENCES} | {"warc.zip"}
    for file, prefix in (("opening.py", "capture"), ("fetching.py", "fetch")):
        text = (ROOM / file).read_text("utf-8")
        made |= {f"{prefix}.{code}" for code in re.findall(r'\btell\(\s*"([a-z-]+)"', text)}
    for file in ROOM.glob("*.py"):
        if file.name != "findings.py":
            made |= set(re.findall(r'"((?:list|fetch)\.[a-z-]+)"', file.read_text("utf-8")))
    assert {kind if isinstance(kind, str) else kind.code for kind in FINDINGS} == made
