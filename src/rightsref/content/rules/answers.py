"""How questions and titles are worded: the order of options, and a title that says first what its verdict says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rightsref.content.rules.rule import Fault
from rightsref.model.flow import UNKNOWN, Flow, Option, Question, Verdict

#: The words by which a title says its verdict; the first of them decides, since titles are read aloud from the left.
_VERBS = {
    Verdict.PROHIBITED: r"may not|must not|could not|cannot|should not|bars|barred|forbids|forbade|broke|(?:no|nobody)\b[^.:;]*?\b(?:may|could)",
    Verdict.ALLOWED: r"may|could|need not|did not (?:yet )?(?:bar|ban|stop)",
    Verdict.REQUIRED: r"must|had to",
}
_VERB = re.compile(
    r"\b(?:" + "|".join(f"(?P<{verdict}>{verbs})" for verdict, verbs in _VERBS.items()) + r")\b", re.IGNORECASE
)
#: How a title that tells the reader what to do begins. Under *Not allowed* such words would read as a ban on the reader.
_COMMAND = re.compile(
    r"(?:Appeal|Ask|Call|Do|Find|Gather|Get|Give|Go|Keep|Read|Say|See|Sign|Stay|Stop|Take|Tell|Tick|Write)\b"
)
#: What makes a title open: a condition, an exception, a doubt.
_OPEN = re.compile(
    r"\b(?:but|unless|if|whether|in dispute|depends|turns on|only|as long as|as a rule|some|differ|other|less sure|though|until|may be over)\b",
    re.IGNORECASE,
)
_LEAD_ENDS = re.compile(r"[.:;]")
_YES, _NO = re.compile(r"Yes\b"), re.compile(r"No\b(?! one)")
#: The key of the option that is about today.
_NOW = "now"


def title_faults(flow: Flow) -> Iterator[Fault]:
    """Titles whose verb says another verdict than the outcome, that begin with a command, or that settle what depends."""
    for outcome in flow.outcomes.values():
        verb = _VERB.search(outcome.title)
        said = verb.lastgroup if verb else None
        if outcome.verdict not in {Verdict.DEPENDS, said}:
            yield Fault(
                outcome.key,
                f"{outcome.key} is {outcome.verdict}, but the title says “{verb.group() if verb else 'neither may nor must'}” first",
            )
        if outcome.verdict != Verdict.DEPENDS and _COMMAND.match(outcome.title):
            yield Fault(
                outcome.key,
                f"{outcome.key} is {outcome.verdict}: the title says first who may not, may or must, then what to do",
            )
        if outcome.verdict == Verdict.DEPENDS and _is_flat(outcome.title):
            yield Fault(
                outcome.key, f"{outcome.key} depends, but the title says “{verb.group() if verb else ''}” flatly"
            )


def _is_flat(title: str) -> bool:
    """Whether a title begins with a verdict and nothing in it leaves that open."""
    return bool(_VERB.search(_LEAD_ENDS.split(title)[0])) and not _OPEN.search(title)


def order_faults(flow: Flow) -> Iterator[Fault]:
    """Options that stand where a reader who answers by number does not look: newest first, *now* on 1, yes before no."""
    for question in flow.questions.values():
        known = [option for option in question.options if option.key != UNKNOWN]
        starts = [option.start for option in known if option.start or option.end]
        if starts != sorted(starts, reverse=True):
            yield Fault(question.key, f"{question.key}: the newest days stand first")
        if _NOW in [option.key for option in known[1:]]:
            yield Fault(question.key, f"{question.key}: `now` stands first")
        no = next((nth for nth, option in enumerate(known) if _NO.match(option.label)), len(known))
        if any(_YES.match(option.label) for option in known[no:]):
            yield Fault(question.key, f"{question.key}: yes stands before no")
        yield from _gaps(question.key, [option for option in known if option.start or option.end])
        yield from _other_days(question)


def _gaps(key: str, dated: list[Option]) -> Iterator[Fault]:
    """A time that does not end where the newer one begins: a day between would have no answer, or two."""
    for newer, older in pairwise(dated):
        if older.end != newer.start:
            message = f"{key}: `{older.key}` ends on {older.end or 'no day'}, but `{newer.key}` begins on {newer.start or 'no day'}"
            yield Fault(key, message)


def _other_days(question: Question) -> Iterator[Fault]:
    """An *I don't know* that goes where a time goes, but speaks of other days."""
    days: dict[str, set[tuple[str, str]]] = {}
    for option in question.options:
        days.setdefault(option.goto, set()).add(_span(option))
    for option in question.options:
        if option.key == UNKNOWN and _span(option) != ("", "") and days[option.goto] != {_span(option)}:
            yield Fault(
                question.key, f"{question.key}: `unknown` speaks of other days than the option that goes there too"
            )


def _span(option: Option) -> tuple[str, str]:
    return option.start, option.end
