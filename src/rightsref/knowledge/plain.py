"""Nouns as JSON and back, for the tables that hold one noun a row."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


def to_json(noun: tuple[Any, ...]) -> str:
    """A named tuple, and those inside it, as one JSON document; a field that is as it is by default is left out."""
    return json.dumps(_plain(noun), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(noun: type[Noun], text: str) -> Noun:
    """The named tuple of a type that was written as JSON: `from_json(type(x), to_json(x)) == x`."""
    wanted: Any = noun
    made: Noun = _reader(wanted)(json.loads(text))
    return made


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON's own values
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        usual: dict[str, Any] = type(value)._field_defaults  # type: ignore[attr-defined]  # of every named tuple
        return {key: _plain(part) for key, part in value._asdict().items() if key not in usual or part != usual[key]}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value


@cache
def _reader(wanted: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any annotation of a noun, any value of JSON
    """What makes of a JSON value what an annotation promises: a named tuple, a tuple or table of them, an enumeration, itself."""
    parts = get_args(wanted)
    if get_origin(wanted) is UnionType:
        inner = _reader(next(part for part in parts if part is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(wanted) is tuple and parts[-1] is Ellipsis:
        inner = _reader(parts[0])
        return lambda value: tuple(map(inner, value))
    if get_origin(wanted) is tuple:
        inners = [_reader(part) for part in parts]
        return lambda value: tuple(read(item) for read, item in zip(inners, value, strict=True))
    if get_origin(wanted) is dict:
        inner = _reader(parts[1])
        return lambda value: {key: inner(item) for key, item in value.items()}
    if hasattr(wanted, "_fields"):
        hints = get_type_hints(wanted)
        fields = {key: _reader(hints[key]) for key in wanted._fields}
        return lambda value: wanted(**{key: fields[key](item) for key, item in value.items()})
    return wanted if isinstance(wanted, type) and issubclass(wanted, StrEnum) else _same


def _same(value: Any) -> Any:  # noqa: ANN401 - a text, a number or a truth value
    return value
