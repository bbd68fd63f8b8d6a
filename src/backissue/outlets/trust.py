"""The three hooks of ``outlet.py``, and who may let them run.

``outlet.py`` is code, and a paper's folder may come from anyone: it runs only
when the person at this machine has trusted exactly these bytes. Their digests
stand in the user's own configuration, never in the paper's folder. Refuses to
read the file twice: what was digested is what runs.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from backissue import disk
from backissue.model import BadInstruction, BrokenWorld, Capture, Finding, Page, Record
from backissue.outlets.findings import hooks_not_trusted

__all__ = ["Hooks", "digest", "hooks", "trust", "trusted"]

_NAMES = ("repair", "fields", "finish")


@dataclass(frozen=True, slots=True)
class Hooks:
    """What ``outlet.py`` defines, or None. ``digest`` is of the file, empty where there is none.

    ``repair(html, capture)`` returns HTML; ``fields(document, page)`` a mapping
    of fields that go before all picks; ``finish(record, page)`` the record.
    """

    repair: Callable[[str, Capture], str] | None = None
    fields: Callable[[Any, Page], Mapping[str, Any]] | None = None
    finish: Callable[[Record, Page], Record] | None = None
    digest: str = ""


def hooks(folder: Path) -> Hooks | Finding:
    """The hooks beside ``folder/outlet.toml``; a finding where they are not trusted; empty where there are none."""
    source = _source(folder)
    if source is None:
        return Hooks()
    found = hashlib.sha256(source).hexdigest()
    if found not in trusted():
        return hooks_not_trusted(found)
    module = ModuleType("outlet")
    try:
        exec(compile(source, "outlet.py", "exec"), module.__dict__)  # noqa: S102  (these bytes were trusted by hand)
    except Exception as error:
        raise BadInstruction(f"outlet.py does not load: {type(error).__name__}: {error}") from error
    functions = {name: getattr(module, name, None) for name in _NAMES}
    for name, function in functions.items():
        if function is not None and not callable(function):
            raise BadInstruction(f"outlet.py: {name} is not a function")
    return Hooks(**functions, digest=found)


def trust(folder: Path) -> str:
    """Let ``folder/outlet.py`` run on this machine as it is now; returns its SHA-256 in hex."""
    source = _source(folder)
    if source is None:
        raise BadInstruction(f"there is no outlet.py in {folder}", "Nothing needs to be trusted.")
    found = hashlib.sha256(source).hexdigest()
    known = trusted()
    if found not in known:
        lines = [
            "# SHA-256 of every outlet.py that you have read and let run. Take a line out to stop it.",
            "sha256 = [",
        ]
        lines += [f'  "{value}",' for value in sorted(known | {found})]
        disk.write(_list(), "\n".join([*lines, "]", ""]).encode())
    return found


def trusted() -> frozenset[str]:
    """The digests trusted on this machine."""
    path = _list()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return frozenset()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInstruction(f"{path} cannot be read: {error}", "Mend or remove it.") from None
    except OSError as error:
        raise BrokenWorld(f"cannot read {path}: {error.strerror or error}") from error
    values = data.get("sha256", [])
    return frozenset(v for v in values if isinstance(v, str)) if isinstance(values, list) else frozenset()


def digest(folder: Path) -> str:
    """SHA-256 in hex of ``folder/outlet.py``, or empty where there is none."""
    source = _source(folder)
    return hashlib.sha256(source).hexdigest() if source is not None else ""


def _source(folder: Path) -> bytes | None:
    try:
        return (folder / "outlet.py").read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BrokenWorld(f"cannot read {folder / 'outlet.py'}: {error.strerror or error}") from error


def _list() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path("~/.config").expanduser())
    return Path(home) / "backissue" / "trusted.toml"
