"""What a newspaper's page says: fields, body, revisions.

``read`` makes a draft of a page; ``join`` says which ids are one article and
``unite`` makes one record of them; ``convert`` makes Markdown of nodes; ``generic``
is the extractor for pages whose template nobody knows; ``examples`` is the volunteer's loop.
"""

from backissue.records import examples
from backissue.records.body import Body, convert
from backissue.records.drafts import Draft, Light
from backissue.records.findings import FINDINGS
from backissue.records.join import Cluster, Clusters, join, source_of
from backissue.records.read import read
from backissue.records.unite import United, label_of, unite

__all__ = [
    "FINDINGS",
    "Body",
    "Cluster",
    "Clusters",
    "Draft",
    "Light",
    "United",
    "convert",
    "examples",
    "join",
    "label_of",
    "read",
    "source_of",
    "unite",
]
