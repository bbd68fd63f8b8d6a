"""The repository on disk: the one reader and writer of ``archive/``.

Record files and their seals, the ledger, findings, decisions of people, media,
the manifest. ``docs/format.md`` is the specification.
"""

from backissue.archive.archive import Archive
from backissue.archive.decisions import Decisions
from backissue.archive.front import Unreadable, dumps, loads
from backissue.archive.ledger import Withdrawal
from backissue.archive.manifest import Hashed
from backissue.archive.names import file_name, media_link, record_path, revision_path
from backissue.archive.transaction import Outcome, Transaction

__all__ = [
    "Archive",
    "Decisions",
    "Hashed",
    "Outcome",
    "Transaction",
    "Unreadable",
    "Withdrawal",
    "dumps",
    "file_name",
    "loads",
    "media_link",
    "record_path",
    "revision_path",
]
