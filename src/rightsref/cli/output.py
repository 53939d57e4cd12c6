"""What a verb answers: one JSON document, or lines for a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NamedTuple

import click

from rightsref.cli.options import UNDERSTOOD
from rightsref.words import tr


class Answer(NamedTuple):
    """What a verb has to say.

    Attributes:
        data: for `--json`, as the contract of the verb has it.
        lines: the same for a person.
        code: the exit code.
    """

    data: Any
    lines: Iterable[str]
    code: int = 0


def _with_understood(answer: Answer, understood: str) -> Answer:
    """An answer with what a typed day was understood as in front; the same if it was ISO or there was none."""
    if not understood:
        return answer
    data = {**answer.data, "understood": understood} if isinstance(answer.data, dict) else answer.data
    return Answer(data, [tr("On {day}:").format(day=understood), *answer.lines], answer.code)


def as_json(function: Callable[..., Answer]) -> Callable[..., int]:
    """Add `--json`: the answer is printed as one JSON document and nothing else, or else as lines."""

    @click.option("--json", "wants_json", is_flag=True, help="Print one JSON document and nothing else.")
    @wraps(function)
    def wrapped(*args: Any, wants_json: bool, **options: Any) -> int:  # noqa: ANN401 - whatever the verb takes
        answer = _with_understood(function(*args, **options), click.get_current_context().meta.get(UNDERSTOOD, ""))
        written = json.dumps(answer.data, ensure_ascii=False, indent=2) if wants_json else "\n".join(answer.lines)
        click.echo(written)
        return answer.code

    return wrapped
