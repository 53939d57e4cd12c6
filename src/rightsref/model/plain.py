"""Nouns as plain JSON values, for the tables that hold one JSON document a row."""

from __future__ import annotations

import json
from typing import Any


def to_json(noun: tuple[Any, ...]) -> str:
    """A named tuple, and those inside it, as one JSON document."""
    return json.dumps(_plain(noun), ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON's own values
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: _plain(part) for key, part in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value
