"""The repository on disk: the one reader and writer of ``archive/``.

Record files and their seals, the ledger, findings, decisions of people, media,
the manifest. ``docs/format.md`` is the specification.
"""
