"""Writes the pages of `docs/` that are made from the code: commands.md and findings.md.

``make docs`` runs it; a test says when they are out of date.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import click

import backissue
from backissue.cli import COMMANDS
from backissue.cli import backissue as program
from backissue.model import FindingKind

DOCS = Path(__file__).parents[1] / "docs"


def commands() -> str:
    """The command reference, Markdown."""
    out = [
        "# Commands\n",
        "*Made from the code by `make docs`.*\n",
        "Data goes to stdout, talk and progress to stderr. Every command is safe to run twice.\n",
        "| exit code | means |\n| --- | --- |",
        "| 0 | done |",
        "| 1 | `--strict`, and there are findings |",
        "| 2 | asked for something impossible; nothing was changed |",
        "| 3 | the world failed (disk, network, another run, interrupted): run it again, it goes on |\n",
    ]
    top = click.Context(program, info_name="backissue", **program.context_settings)
    for name in COMMANDS:
        command = program.get_command(top, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=top, max_content_width=100, terminal_width=100)
        out.append(f"## {name}\n\n```\n{command.get_help(context)}\n```\n")
        for part, within in command.commands.items() if isinstance(command, click.Group) else ():
            below = click.Context(within, info_name=part, parent=context, max_content_width=100, terminal_width=100)
            out.append(f"### {name} {part}\n\n```\n{within.get_help(below)}\n```\n")
    return "\n".join(out)


def findings() -> str:
    """The catalogue of findings, Markdown, by code."""
    kinds: dict[str, FindingKind] = {}
    for module in pkgutil.walk_packages(backissue.__path__, "backissue."):
        if module.name.rpartition(".")[2] == "findings":
            for code, kind in importlib.import_module(module.name).FINDINGS.items():
                if code in kinds and kinds[code] is not kind:
                    raise ValueError(f"two rooms mean different things by {code}")
                kinds[code] = kind
    out = [
        "# Findings\n",
        "*Made from the code by `make docs`.*\n",
        "A finding is one sentence of trouble about one subject. It is data: work goes on. An **error** means text is lost or wrong, a **warning** that something is doubtful, a **note** is worth knowing.\n",
    ]
    for code in sorted(kinds):
        kind = kinds[code]
        out.append(f"## `{code}`\n\n**{kind.severity.value}.** {kind.sentence}\n\n*What to do:* {kind.remedy}\n")
    return "\n".join(out)


PAGES = {"commands.md": commands, "findings.md": findings}

if __name__ == "__main__":
    for name, make in PAGES.items():
        text = make()
        path = DOCS / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(DOCS.parent)}", file=sys.stderr)  # noqa: T201  (a tool's talk)
