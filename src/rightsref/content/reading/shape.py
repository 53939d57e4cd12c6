"""The shape of a TOML table as data, and what of a table does not fit it.

A shape is a type (`str`), a list of one shape (`[str]`), or a table of shapes. In a table a key that begins with `?`
may be left out, and `*` stands for any key.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from rightsref.model.kinds import ORIGINAL, TRANSLATIONS

Shape: TypeAlias = "type | list[Shape] | dict[str, Shape]"

#: A text, or a list of texts, in each language; the original at least.
TEXT: dict[str, Shape] = {ORIGINAL: str, **{f"?{lang}": str for lang in TRANSLATIONS}}
TEXTS: dict[str, Shape] = {ORIGINAL: [str], **{f"?{lang}": [str] for lang in TRANSLATIONS}}

_WORDS = {str: "a text", date: "a date", bool: "true or false", int: "a whole number"}


class Misfit(NamedTuple):
    """One thing that is wrong with a table.

    Attributes:
        key: where, dotted, such as `checked.on`.
        nth: in which of the tables, if the key holds a list of them.
        message: what is wrong.
    """

    key: str
    nth: int
    message: str


def judged(value: Any, shape: Shape) -> tuple[list[Misfit], Any]:  # noqa: ANN401 - as below
    """What of a value does not fit its shape, and the rest: the value itself where all of it fits, as nearly always."""
    found = list(misfits(value, shape))
    return found, fitting(value, shape) if found else value


def misfits(value: object, shape: Shape, key: str = "") -> Iterator[Misfit]:
    """What of a value does not fit its shape: keys that are missing, unknown or hold something else."""
    if not _is(value, shape):
        yield Misfit(key, 0, f"`{key}` must be {_in_words(shape)}")
    elif isinstance(shape, dict) and isinstance(value, dict):
        yield from _in_table(value, shape, f"{key}." if key else "")
    elif isinstance(shape, list) and isinstance(value, list):
        for nth, item in enumerate(value):
            yield from (misfit._replace(nth=nth) for misfit in misfits(item, shape[0], key))


def fitting(value: Any, shape: Shape) -> Any:  # noqa: ANN401 - a value of TOML, of the shape's type
    """What of a value is known and fits, so that whoever reads on may trust the types."""
    if isinstance(shape, dict):
        known = _known(shape)
        inner = ((name, item, known.get(name, shape.get("*"))) for name, item in value.items())
        return {name: fitting(item, wanted) for name, item, wanted in inner if wanted and _is(item, wanted)}
    return [fitting(item, shape[0]) for item in value] if isinstance(shape, list) else value


def _in_table(table: dict[str, Any], shape: dict[str, Shape], prefix: str) -> Iterator[Misfit]:
    known = _known(shape)
    for name in shape:
        if name[0] not in "?*" and name not in table:
            yield Misfit(f"{prefix}{name}", 0, f"the key `{prefix}{name}` is missing")
    for name, item in table.items():
        inner = known.get(name, shape.get("*"))
        if inner is None:
            yield Misfit(f"{prefix}{name}", 0, f"unknown key `{prefix}{name}`; known are {', '.join(sorted(known))}")
        else:
            yield from misfits(item, inner, f"{prefix}{name}")


def _known(shape: dict[str, Shape]) -> dict[str, Shape]:
    return {name.lstrip("?"): inner for name, inner in shape.items() if name != "*"}


def _is(value: object, shape: Shape) -> bool:
    """Whether a value is of the right type; what stands inside a table is left to be seen."""
    if isinstance(shape, list):
        return isinstance(value, list) and all(_is(item, shape[0]) for item in value)
    return isinstance(value, dict) if isinstance(shape, dict) else type(value) is shape


def _in_words(shape: Shape) -> str:
    if isinstance(shape, list):
        return "a list of tables" if isinstance(shape[0], dict) else "a list of texts"
    if isinstance(shape, dict):
        return "a text for each language" if shape == TEXT else "a table"
    return _WORDS[shape]
