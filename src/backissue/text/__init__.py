"""What knows language and nothing else: dates, bylines, scripts, folding, Markdown, the tree."""
