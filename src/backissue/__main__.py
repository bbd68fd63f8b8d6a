"""``python -m backissue`` is ``backissue``."""

from backissue.cli import main

main()
