"""Nouns as JSON and back, for the tables that hold one noun a row."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


def to_json(noun: tuple[Any, ...]) -> str:
    """A named tuple, and those inside it, as one JSON document."""
    return json.dumps(_plain(noun), ensure_ascii=False, sort_keys=True)


def from_json(noun: type[Noun], text: str) -> Noun:
    """The named tuple of a type that was written as JSON: `from_json(type(x), to_json(x)) == x`."""
    made: Noun = _made(noun, json.loads(text))
    return made


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON's own values
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: _plain(part) for key, part in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value


def _made(wanted: Any, value: Any) -> Any:  # noqa: ANN401 - any annotation of a noun, any value of JSON
    """A JSON value as what an annotation promises: a named tuple, a tuple or table of them, an enumeration, itself."""
    if value is None:
        return None
    if get_origin(wanted) is UnionType:
        return _made(next(part for part in get_args(wanted) if part is not NoneType), value)
    if get_origin(wanted) is tuple:
        parts = get_args(wanted)
        inner = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_made(part, item) for part, item in zip(inner, value, strict=True))
    if get_origin(wanted) is dict:
        return {key: _made(get_args(wanted)[1], item) for key, item in value.items()}
    if hasattr(wanted, "_fields"):
        return wanted(**{key: _made(_hints(wanted)[key], item) for key, item in value.items()})
    return wanted(value) if isinstance(wanted, type) and issubclass(wanted, StrEnum) else value


@cache
def _hints(noun: type) -> dict[str, Any]:
    return get_type_hints(noun)
