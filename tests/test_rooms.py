"""The table of rooms in docs/design.md is true."""

import ast
import re
from pathlib import Path

import pytest

import backissue

SRC = Path(backissue.__file__).parent
DESIGN = SRC.parents[1] / "docs" / "design.md"
LEAVES = {"model", "disk", "urls", "jsonlines", "text"}
LEAF_OF = {
    "model": set(),
    "disk": {"model"},
    "jsonlines": {"model"},
    "urls": {"model"},
    "text": {"model", "urls", "text"},
}


def table():
    rows = re.findall(r"^\| ([\w, ]+) \| ([^|]+) \|$", DESIGN.read_text().split("reads this table")[1], re.MULTILINE)[
        1:
    ]
    rooms = {room for names, _ in rows for room in names.split(", ")}
    allowed = {}
    for names, may in rows:
        if may.startswith("nothing of ours"):
            more, base = set(), set()
        elif may.startswith("nothing more"):
            more, base = set(), LEAVES
        elif may.startswith("every room but"):
            more, base = rooms - {may.split()[-1]}, LEAVES
        elif may == "everything":
            more, base = rooms, LEAVES
        else:
            more, base = set(may.split(", ")), LEAVES
        for room in names.split(", "):
            allowed[room] = more | base | {room}
    return allowed | LEAF_OF


def room_of(path):
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path):
    """The rooms that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            if node.level:  # within the room, as demo/ has it, which must not even name us
                assert len(path.relative_to(SRC).parts) > node.level, f"{path}: a relative import leaves its room"
                continue
            names = [node.module] if node.module != "backissue" else [f"backissue.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        else:
            continue
        yield from (n.split(".")[1] for n in names if n.startswith("backissue.") and n.split(".")[1][:2] != "__")


FILES = sorted(p for p in SRC.rglob("*.py") if p != SRC / "__init__.py")


def test_every_room_stands_in_the_table():
    assert {room_of(p) for p in FILES} <= set(table())


@pytest.mark.parametrize("room", sorted({room_of(p) for p in FILES}))
def test_a_room_imports_what_the_table_allows(room):
    allowed = table()[room]
    wrong = [(str(p.relative_to(SRC)), i) for p in FILES if room_of(p) == room for i in imports(p) if i not in allowed]
    assert not wrong


def test_no_module_is_over_450_lines_without_a_reason_in_its_docstring():
    for path in FILES:
        text = path.read_text()
        if text.count("\n") > 450:
            told = ast.get_docstring(ast.parse(text)) or ""
            assert "450 lines" in told, f"{path} is long and does not say why"


def test_every_module_says_what_it_is_for():
    for path in FILES:
        assert ast.get_docstring(ast.parse(path.read_text())), path
