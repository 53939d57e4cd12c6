"""Following a flow: answers in, the next question or the outcome out. No Qt, no database.

The only state is a mapping of question key to option key. Every step replays it from the start, so that changing an
early answer keeps the later ones and derives everything anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rightsref.errors import UsageError
from rightsref.model.flow import UNKNOWN, Flow, HandOver, Option, Outcome, Question, Verdict
from rightsref.words import tr
from rightsref.words.dates import day_words
from rightsref.words.when import understand_day

Answers = Mapping[str, str]


class Step(NamedTuple):
    """A question with its answer."""

    question: Question
    option: Option

    @property
    def unknown(self) -> bool:
        """Whether the answer is *I don't know*."""
        return self.option.key == UNKNOWN


class Progress(NamedTuple):
    """How far some answers lead.

    Attributes:
        steps: the questions answered, in order.
        question: the next one, if the flow is not at its end.
        outcome: the end, if it is.
        start, end: the span of days that the answers speak of, ISO; empty means open, so (…, "") is until today.
    """

    steps: tuple[Step, ...]
    question: Question | None
    outcome: Outcome | None
    start: str
    end: str

    @property
    def unknown(self) -> tuple[Question, ...]:
        """The questions answered with *I don't know*."""
        return tuple(step.question for step in self.steps if step.unknown)


class Change(NamedTuple):
    """One other answer that leads to another verdict."""

    question: Question
    option: Option
    outcome: Outcome


def follow(flow: Flow, answers: Answers) -> Progress:
    """Replay answers from the start, as far as they go; answers that are not met are kept for later.

    Raises:
        UsageError: an answer that is met is none of its question's options.
    """
    steps: list[Step] = []
    start, end, at = "", "", flow.start
    while at in flow.questions:
        question = flow.questions[at]
        if at not in answers:
            return Progress(tuple(steps), question, None, start, end)
        option = option_of(question, answers[at])
        steps.append(Step(question, option))
        start, end = max(start, option.start), min(filter(None, (end, option.end)), default="")
        at = option.goto
    return Progress(tuple(steps), None, flow.outcomes[at], start, end)


def handed_on(to: HandOver, there: Flow, answers: Answers) -> dict[str, str]:
    """The answers with which another scenario goes on: what the outcome says, and what was said here and fits there.

    *I don't know* is not taken along: it is asked again, where it may be known.
    """
    carried = {
        question: answers[asked]
        for question, asked in to.carried.items()
        if answers.get(asked, UNKNOWN) != UNKNOWN
        and answers[asked] in {option.key for option in there.questions[question].options}
    }
    return {**carried, **to.answers}


def option_of(question: Question, answer: str) -> Option:
    """The option that an answer means: by its key, or, where the question asks for a time, by a day.

    Raises:
        UsageError: it means none; the message says what can be answered.
    """
    for option in question.options:
        if option.key == answer:
            return option
    if question.dated and (found := _spanning(question, _day(question, answer))):
        return found
    keys = ", ".join(option.key for option in question.options)
    raise UsageError(
        tr("“{answer}” does not answer “{key}”; the answers are: {keys}.").format(
            answer=answer[:40], key=question.key, keys=keys
        )
    )


def option_on(question: Question, typed: str, today: date) -> tuple[Option, date]:
    """The option that a day means, as people write days, and the day that was understood.

    Raises:
        UsageError: it is no day, lies in the future, or in none of the spans; the message names no keys.
    """
    day = understand_day(typed, today)
    _past(day, today)
    found = _spanning(question, day)
    if found is None:
        raise UsageError(tr("None of the answers is about {day}; choose one of them.").format(day=day_words(day)))
    return found, day


def _spanning(question: Question, day: date) -> Option | None:
    """The option whose span of time holds a day."""
    iso = day.isoformat()
    for option in question.options:
        if (option.start or option.end) and option.start <= iso and (not option.end or iso < option.end):
            return option
    return None


def _day(question: Question, answer: str) -> date:
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        keys = ", ".join(option.key for option in question.options)
        message = tr("“{answer}” does not answer “{key}”; give a day such as 2019-11-05, or one of: {keys}.").format(
            answer=answer[:40], key=question.key, keys=keys
        )
        raise UsageError(message) from None
    _past(day, date.today())  # noqa: DTZ011 - the reader's own calendar day
    return day


def _past(day: date, today: date) -> None:
    if day > today:
        raise UsageError(tr("{day} lies in the future; say when it happened.").format(day=day_words(day)))


def paths(flow: Flow) -> Iterator[tuple[Step, ...]]:
    """Every way through a flow, from its start to an outcome. A flow must have no cycle."""

    def onward(at: str, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
        if at not in flow.questions:
            yield steps
            return
        question = flow.questions[at]
        for option in question.options:
            yield from onward(option.goto, (*steps, Step(question, option)))

    return onward(flow.start, ())


def count_paths(flow: Flow) -> int:
    """How many ways there are through a flow, without walking each of them. A flow must have no cycle."""
    counted: dict[str, int] = {}

    def onward(at: str) -> int:
        if at not in flow.questions:
            return 1
        if at not in counted:
            counted[at] = sum(onward(option.goto) for option in flow.questions[at].options)
        return counted[at]

    return onward(flow.start)


def would_change(flow: Flow, answers: Answers) -> list[Change]:
    """The single other answers that lead to another verdict, in the order of the questions.

    An answer that opens questions not yet answered counts by the strictest of its outcomes.
    """
    progress = follow(flow, answers)
    if progress.outcome is None:
        return []
    changes = []
    for step in progress.steps:
        for option in step.question.options:
            if option.key in (step.option.key, UNKNOWN):
                continue
            outcome = _strictest(flow, {**answers, step.question.key: option.key})
            if outcome.verdict != progress.outcome.verdict:
                changes.append(Change(step.question, option, outcome))
    return changes


def _strictest(flow: Flow, answers: Answers) -> Outcome:
    """The outcome that answers lead to; where a question is left open, the strictest of those it may lead to."""
    progress = follow(flow, answers)
    if progress.outcome is not None:
        return progress.outcome
    question = progress.question
    assert question is not None  # noqa: S101 - a progress has the one or the other
    order = list(Verdict)
    ends = (_strictest(flow, {**answers, question.key: option.key}) for option in question.options)
    return min(ends, key=lambda outcome: order.index(outcome.verdict))


def questions_left(flow: Flow, answers: Answers, progress: Progress) -> int:
    """How many questions come at most after the one that is open; what is answered already is not asked again."""
    longest: dict[str, int] = {}

    def ahead(at: str) -> int:
        if at not in flow.questions:
            return 0
        if at not in longest:
            question = flow.questions[at]
            options = (option_of(question, answers[at]),) if at in answers else question.options
            longest[at] = (at not in answers) + max(ahead(option.goto) for option in options)
        return longest[at]

    return 0 if progress.question is None else ahead(progress.question.key) - 1


def layers(flow: Flow) -> list[list[str]]:
    """The keys of questions and outcomes in rows, each below everything that leads to it; the start is the first row."""
    depth = {flow.start: 0}
    waiting = [flow.start]
    while waiting:
        at = waiting.pop(0)
        for option in flow.questions[at].options if at in flow.questions else ():
            if depth.get(option.goto, -1) < depth[at] + 1:
                depth[option.goto] = depth[at] + 1
                waiting.append(option.goto)
    rows: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for key in (*flow.questions, *flow.outcomes):
        if key in depth:
            rows[depth[key]].append(key)
    return rows
