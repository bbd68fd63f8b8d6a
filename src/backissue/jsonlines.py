"""The words as JSON lines: frozen dataclasses out, the same values in.

What every stage hands to the next, and what the ledger holds. A field at its
default is left out; times are ISO 8601 with their zone; keys are sorted, so
that equal values are equal bytes. Knows no class by name.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_Decoder = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """``value`` as what JSON can hold."""
    kind = type(value)
    if kind in _BARE:
        return value
    if kind in _ENCODERS or dataclasses.is_dataclass(kind):
        return (_ENCODERS.get(kind) or _encoder(kind))(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # datetime is one
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(held) for held in value]
    return value


def dumps(value: Any) -> str:
    """One line of JSON, without the line's end."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def restore(cls: type[T], raw: Any) -> T:
    """The value of ``cls`` that ``plain`` made ``raw`` of; ValueError or TypeError if it is none."""
    return _decoder(cls)(raw)  # type: ignore[no-any-return, arg-type]  # a class is hashable


def loads(cls: type[T], line: str | bytes) -> T:
    """The value of ``cls`` in one line of JSON."""
    return restore(cls, json.loads(line))


def read(cls: type[T], path: Path) -> Iterator[T]:
    """The values of a file of JSON lines, UTF-8, one at a time."""
    decode = _decoder(cls)  # type: ignore[arg-type]
    with path.open("rb") as lines:
        for line in lines:
            yield decode(json.loads(line))


def text(values: Iterable[Any]) -> bytes:
    """Values as the bytes of a file of JSON lines."""
    return "".join(f"{dumps(value)}\n" for value in values).encode("utf-8", "surrogatepass")


_NEVER = object()
_BARE = frozenset({str, int, float, bool, type(None)})
"""What JSON holds as it is."""
_ENCODERS: dict[type, Callable[[Any], dict[str, Any]]] = {}


def _encoder(cls: type) -> Callable[[Any], dict[str, Any]]:
    """What turns a value of this dataclass into what JSON can hold; made once a class."""
    fields = _defaults(cls)

    def encode(value: Any) -> dict[str, Any]:
        out = {}
        for name, default in fields:
            held = getattr(value, name)
            if held is not default and held != default:
                out[name] = held if type(held) in _BARE else plain(held)
        return out

    _ENCODERS[cls] = encode
    return encode


def _defaults(cls: type) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (
            f.name,
            f.default
            if f.default is not dataclasses.MISSING
            else f.default_factory()
            if f.default_factory is not dataclasses.MISSING
            else _NEVER,
        )
        for f in dataclasses.fields(cls)
    )


@functools.cache
def _decoder(hint: Any) -> _Decoder:
    """What turns JSON into a value of this type; made once a type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        decoders = {f.name: _decoder(hints[f.name]) for f in dataclasses.fields(hint)}

        make: Callable[..., Any] = hint
        bare = frozenset(name for name, decode in decoders.items() if decode is _as_it_is)

        def build(raw: Mapping[str, Any]) -> Any:
            try:
                return make(**{name: held if name in bare else decoders[name](held) for name, held in raw.items()})
            except KeyError:
                if unknown := raw.keys() - decoders.keys():
                    raise ValueError(f"{hint.__qualname__} has no {min(unknown)!r}") from None
                raise

        return build
    if origin in (typing.Union, types.UnionType):
        return _one_of([a for a in arguments if a is not type(None)])
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            each = _decoder(arguments[0])
            return tuple if each is _as_it_is else lambda raw: tuple(map(each, raw))
        several = [_decoder(a) for a in arguments]
        return lambda raw: tuple(d(held) for d, held in zip(several, raw, strict=True))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    return _as_it_is


def _as_it_is(raw: Any) -> Any:
    return raw


def _one_of(hints: list[Any]) -> _Decoder:
    if set(hints) == {date, datetime}:
        return lambda raw: (
            raw if raw is None else date.fromisoformat(raw) if len(raw) == 10 else datetime.fromisoformat(raw)
        )
    if len(hints) == 1:
        only = _decoder(hints[0])
        return only if only is _as_it_is else lambda raw: raw if raw is None else only(raw)
    return _as_it_is
