"""What a newspaper's page says: fields, body, revisions.

``read`` makes a draft of a page; ``join`` brings the revisions of one article
together; ``convert`` makes Markdown of nodes; ``generic`` is the extractor for
pages whose template nobody knows.
"""

from backissue.records.body import Body, convert
from backissue.records.drafts import Draft, Light
from backissue.records.findings import FINDINGS
from backissue.records.read import read

__all__ = ["FINDINGS", "Body", "Draft", "Light", "convert", "read"]
