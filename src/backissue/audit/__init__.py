"""The truth about an archive: checks, one file each, the law as a sum, and the report.

Never writes a record, and never asks the extractor whether the extractor was right.
"""

from backissue.audit.auditing import BREACHES, FINDINGS, audit, audited
from backissue.audit.html import write_report
from backissue.audit.report import Report

__all__ = ["BREACHES", "FINDINGS", "Report", "audit", "audited", "write_report"]
