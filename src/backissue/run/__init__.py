"""How work is cut, guarded, resumed and spread; knows nothing of newspapers.

A stage is a function from a task to a receipt. Engines carry tasks out,
receipts prove them done, a child process contains what may hang or swell.
"""

from backissue.run.child import Child, Overrun
from backissue.run.engines import ENGINES, Engine, inline, processes
from backissue.run.folder import Folder
from backissue.run.progress import Progress, Silent
from backissue.run.receipts import Receipts, fingerprint, perform

__all__ = [
    "ENGINES",
    "Child",
    "Engine",
    "Folder",
    "Overrun",
    "Progress",
    "Receipts",
    "Silent",
    "fingerprint",
    "inline",
    "perform",
    "processes",
]
