"""Other people's archives in: Markdown with front matter, of any layout, read, cleaned, and repaired where it can be proven.

``open_file`` reads one file; ``survey`` learns from all of them what one cannot
say (what recurs is template, which tags are aliases, how slugs are made, what
lies between two dates); a ``Reader`` makes drafts of files with that knowledge.
Refuses to guess: what has several candidates stays a finding.
"""

from backissue.adopt.findings import FINDINGS
from backissue.adopt.knowledge import Knowledge, Note, survey
from backissue.adopt.opening import Foreign, Opened, cleaned, open_file
from backissue.adopt.profiles import PROFILES, Profile, choose
from backissue.adopt.reading import Reader, Settings, stamped

__all__ = [
    "FINDINGS",
    "PROFILES",
    "Foreign",
    "Knowledge",
    "Note",
    "Opened",
    "Profile",
    "Reader",
    "Settings",
    "choose",
    "cleaned",
    "open_file",
    "stamped",
    "survey",
]
