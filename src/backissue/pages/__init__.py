"""Knows the web: decode a body, undo a web archive's rewriting, survey a page, judge it, pick the best capture."""
