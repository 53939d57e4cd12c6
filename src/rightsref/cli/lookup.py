"""What a tool finds, told as the answer to a question of a scenario; and the commands that look questions up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import click

from rightsref.cli.options import readable
from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.flow import Flow, Option, Question
from rightsref.reasoning.lookup import CLOCK, answer_found
from rightsref.words import tr

#: `--for`, of each verb that can answer a question.
for_question = click.option(
    "--for", "asked", metavar="SCENARIO:QUESTION", help="The question of a scenario that this is to answer."
)


class Found(NamedTuple):
    """A question with the answer that was found; None if it is not settled."""

    question: Question
    answer: Option | None

    @property
    def data(self) -> dict[str, str | None]:
        """For `--json`."""
        return {"question": self.question.key, "option": self.answer.key if self.answer else None}

    @property
    def lines(self) -> list[str]:
        """For a person: the answer, and how to give it."""
        if self.answer is None:
            return ["", f"{self.question.text} {tr('not settled yet')}"]
        return ["", f"{self.question.text} {self.answer.label}", f"  --answer {self.question.key}={self.answer.key}"]


def found_for(
    kb: KnowledgeBase, lang: str, asked: str, tool: str, found: Collection[str], seen: Mapping[str, str]
) -> Found:
    """What a tool found, as the answer to the question that `--for` names.

    Raises:
        UsageError: there is no such question, or the tool cannot answer it.
    """
    flow, _, key = readable(asked).partition(":")
    question = kb.flow(flow, lang).questions.get(key)
    if question is None or question.lookup is None or question.lookup.tool != tool:
        raise UsageError(tr("“{asked}” is no question that this can answer.").format(asked=asked[:60]))
    return Found(question, answer_found(question, found, seen))


def lookup_lines(flow: Flow, question: Question) -> list[str]:
    """The command that helps to answer a question, if a tool does."""
    lookup = question.lookup
    if lookup is None:
        return []
    asked = f"--for {flow.key}:{question.key}"
    if lookup.tool == CLOCK:
        place = lookup.known.get("place", "illinois")
        return [f"  {tr('Count it')}: rightsref clock --release WHEN --place {place} {asked}"]
    known = "".join(f" --look {look}={sign}" for look, sign in lookup.known.items())
    return [f"  {tr('Look at the paper spot by spot')}: rightsref paper{known} {asked}"]
