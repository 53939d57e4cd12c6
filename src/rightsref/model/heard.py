"""What is heard in a caller's own words: the phrases to listen for, and the scenarios that they suggest."""

from __future__ import annotations

from typing import NamedTuple

#: A phrase with its language; `reasoning.phrases` says how one is written.
Said = tuple[str, str]


class HeardList(NamedTuple):
    """Words that mean the same to many phrases, by a name that phrases give as `@name`."""

    name: str
    words: tuple[Said, ...]


class HeardRule(NamedTuple):
    """Phrases that state an answer.

    Attributes:
        answers: (question, option); several where a flow asks the same in several places.
        phrases: any one of them is enough.
    """

    answers: tuple[tuple[str, str], ...]
    phrases: tuple[Said, ...]


class HeardFlow(NamedTuple):
    """What asks for a scenario, and what answers its questions."""

    flow: str
    asks: tuple[Said, ...]
    rules: tuple[HeardRule, ...]


class Heard(NamedTuple):
    """One answer with the words, as they were typed, that state it."""

    question: str
    option: str
    words: str


class Suggestion(NamedTuple):
    """A scenario that a sentence asks for.

    Attributes:
        answers: option by question, only what the sentence states.
        heard: the same with the words.
        asked: whether a phrase of the scenario asks for it; else the sentence is only like those phrases.
    """

    flow: str
    title: str
    answers: dict[str, str]
    heard: tuple[Heard, ...]
    asked: bool = True
