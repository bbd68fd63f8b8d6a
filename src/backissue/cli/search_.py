"""``backissue search``: find articles in the archive."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="How many hits; there is no cap.")
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True)
@as_json
def command(folder: Path, query: tuple[str, ...], limit: int, sort: str, *, json_: bool) -> None:
    """Find articles: words mean AND, "…" is an exact phrase; OR, NOT and ( ) work.

    author:NAME tag:TAG section:SECTION after:2019-06 before:2020 narrow it down.
    Either script finds the other. The index is built first if it is missing or
    out of date.
    """
    from backissue import pipeline

    found = pipeline.search(folder, " ".join(query), limit=limit, sort=sort, progress=(talk := Talk()))
    if json_:
        hits = [{n: getattr(hit, n) for n in ("id", "title", "date", "url", "snippet")} for hit in found.hits]
        print_json({"total": found.total, "hits": hits})
        return
    for hit in found.hits:
        click.echo(
            f"{hit.date or '----------'}  {hit.title}  [{hit.id}]\n            {hit.snippet}\n            archive/{hit.path}"
        )
    talk.say(f"{found.total:,} found, {len(found.hits):,} shown." if found.total else "Nothing found.")
