"""Words to say aloud: what an officer hears is English, and whoever says it reads below what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rightsref.model.kinds import ORIGINAL

if TYPE_CHECKING:
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.model.flow import Outcome
    from rightsref.model.paper import Paper
    from rightsref.model.signing import SigningPaper

#: English words, and what each says in the reader's language; empty where that is English.
Said = tuple[tuple[str, str], ...]

#: How a line begins that tells first when it is said, by whom or to whom: that is not said aloud.
_LEADS = (
    "If", "Only if", "Once", "To", "From", "In writing", "Patient", "Staff",
    "Si", "Solo si", "Al", "A los", "A quien", "De la", "De parte de", "Por escrito", "Paciente", "Personal",
)  # fmt: skip
_LED = re.compile(rf"(?P<lead>(?:{'|'.join(_LEADS)})\b[^.:]*): (?=\S)")


def apart(line: str) -> tuple[str, str]:
    """A line to say -> when, by whom or to whom it is said (mostly empty); and what is said aloud."""
    led = _LED.match(line)
    return (led["lead"], line[led.end() :]) if led else ("", line)


class Heard(NamedTuple):
    """A line to say, as it is shown.

    Attributes:
        when: when, by whom or to whom it is said, in the reader's language; mostly empty.
        words: what an officer hears.
        meaning: what that means; empty where the reader's language is English.
    """

    when: str
    words: str
    meaning: str

    @property
    def line(self) -> str:
        """The words in quotation marks, behind when they are said."""
        return f"{self.when}: “{self.words}”" if self.when else f"“{self.words}”"


def heard(english: str, own: str = "") -> Heard:
    """A line in English, and the same in the reader's language (empty where that is English), as it is shown."""
    (lead, words), (own_lead, meaning) = apart(english), apart(own)
    return Heard(own_lead or lead, words, meaning)


def with_meaning(english: Iterable[str], meant: Iterable[str]) -> Said:
    """English words, each with what it means; where one list has more lines than the other, the reader’s words alone."""
    said, meanings = tuple(english), tuple(meant)
    if len(said) != len(meanings):
        return tuple((words, "") for words in meanings)
    # What is not translated is the English itself, perhaps with a mark that says so.
    return tuple((words, "" if own.startswith(words) else own) for words, own in zip(said, meanings, strict=True))


def outcome_said(kb: KnowledgeBase, flow: str, outcome: Outcome, lang: str) -> Said:
    """What an outcome of a scenario gives to say."""
    english = outcome if lang == ORIGINAL else kb.flow(flow).outcomes[outcome.key]
    return with_meaning(english.say, outcome.say)


def paper_said(kb: KnowledgeBase, paper: Paper, lang: str) -> Said:
    """What to say when an officer shows a paper."""
    return _in_both(kb.papers() if lang != ORIGINAL else (), paper)


def signing_said(kb: KnowledgeBase, paper: SigningPaper, lang: str) -> Said:
    """What to say when somebody wants a signature."""
    return _in_both(kb.signing_papers() if lang != ORIGINAL else (), paper)


def _in_both(english: Iterable[Paper | SigningPaper], own: Paper | SigningPaper) -> Said:
    same = next((paper for paper in english if paper.key == own.key), own)
    return with_meaning(same.say, own.say)
