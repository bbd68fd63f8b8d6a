"""Other people's archives in: Markdown with front matter, of any layout, read, cleaned, and repaired where it can be proven.

``open_file`` reads one file; ``survey`` learns from all of them what one cannot
say (what recurs is template, which tags are aliases, how slugs are made, what
lies between two dates); ``read`` makes a draft of one file with that knowledge.
Refuses to guess: what has several candidates stays a finding.
"""

from backissue.adopt.findings import FINDINGS
from backissue.adopt.knowledge import Knowledge, Note, survey
from backissue.adopt.opening import Foreign, Opened, cleaned, open_file
from backissue.adopt.profiles import PROFILES, Profile, choose
from backissue.adopt.reading import Settings, read, stamped

__all__ = [
    "FINDINGS",
    "PROFILES",
    "Foreign",
    "Knowledge",
    "Note",
    "Opened",
    "Profile",
    "Settings",
    "choose",
    "cleaned",
    "open_file",
    "read",
    "stamped",
    "survey",
]
