"""The cases of a flow: what each states, worked out from the law, is what the flow says; together they hold all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rightsref.content.linking.flows import FlowFile
from rightsref.content.rules.rule import Fault
from rightsref.errors import UsageError
from rightsref.model.flow import Flow, Outcome, Question
from rightsref.reasoning.scenario import Progress, follow, option_of


def case_faults(flow: Flow, file: FlowFile) -> Iterator[Fault]:
    """Every case reaches what it states; every outcome, reason, option and boundary of time has a case."""
    ended: list[tuple[dict[str, Any], Progress]] = []
    for case in file.cases:
        name = str(case.get("name", "?"))
        try:
            progress = follow(flow, _answers(case))
        except UsageError as error:
            yield Fault(name, f"case “{name}”: {error}")
            continue
        if progress.outcome is None:
            at = progress.question.key if progress.question else "?"
            yield Fault(name, f"case “{name}” stops at the question {at}")
            continue
        ended.append((case, progress))
        unasked = sorted(_answers(case).keys() - {step.question.key for step in progress.steps})
        yield from (Fault(name, f"case “{name}” answers {key}, which is not asked on its way") for key in unasked)
        yield from (Fault(name, f"case “{name}” {slip}") for slip in _slips(case, progress.outcome, file))
    yield from _without_case(flow, file, ended)


def _answers(case: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in case.get("answers", {}).items()}


def _slips(case: dict[str, Any], outcome: Outcome, file: FlowFile) -> Iterator[str]:
    """Where a case and the outcome that it reaches differ."""
    if outcome.key != case.get("outcome"):
        yield f"reaches {outcome.key}, not {case.get('outcome')}"
        return
    if outcome.verdict != case.get("verdict"):
        yield f"says {case.get('verdict')}, but {outcome.key} is {outcome.verdict}"
    if outcome.caution != case.get("caution"):
        yield f"has the caution {case.get('caution')}, but {outcome.key} has {outcome.caution}"
    cited = Counter(row["authority"] for row in file.table["outcomes"][outcome.key]["because"])
    for authority, wanted in Counter(case.get("authorities", [])).items():
        if authority not in cited:
            yield f"wants {authority}, which {outcome.key} does not name"
        elif cited[authority] < wanted:
            yield f"wants {wanted} reasons on {authority}; {outcome.key} has {cited[authority]}"


def _without_case(flow: Flow, file: FlowFile, ended: list[tuple[dict[str, Any], Progress]]) -> Iterator[Fault]:
    """Outcomes that no case reaches, reasons that none names, options that none takes, boundaries that none stands at."""
    named: dict[str, Counter[str]] = {}
    for case, _progress in ended:
        named.setdefault(str(case.get("outcome")), Counter())
        named[str(case.get("outcome"))] |= Counter(case.get("authorities", []))
    met = {progress.outcome.key for _, progress in ended if progress.outcome}
    for key in flow.outcomes:
        if key in met:
            yield from _unnamed(key, file.table["outcomes"][key], named.get(key, Counter()))
        else:
            yield Fault(key, f"the outcome {key} has no case")
    taken = {(step.question.key, step.option.key) for _, progress in ended for step in progress.steps}
    given = {(s.question.key, _answers(case)[s.question.key]) for case, progress in ended for s in progress.steps}
    for question in flow.questions.values():
        for option in question.options:
            if (question.key, option.key) not in taken:
                yield Fault(question.key, f"no case takes {question.key}={option.key}")
        for day in _boundaries(question):
            if (question.key, day) not in given:
                yield Fault(question.key, f"no case answers {question.key} with {day}, a day at the edge of an option")


def _unnamed(key: str, outcome: dict[str, Any], named: Counter[str]) -> Iterator[Fault]:
    """The authorities of an outcome that no case of it names, as often as reasons rest on them; a shared line is held by the rule of custody."""
    for authority, rest in Counter(row["authority"] for row in outcome["because"][: outcome["own"]]).items():
        if authority not in named:
            yield Fault(key, f"no case of {key} names {authority}, on which it rests")
        elif named[authority] < rest:
            yield Fault(key, f"{rest} reasons of {key} rest on {authority}; no case names it so often")


def _boundaries(question: Question) -> list[str]:
    """The days on which an option begins or has ended, and the days before, as far as they can be answered."""
    edges = {day for option in question.options for day in (option.start, option.end) if day}
    days = {(date.fromisoformat(edge) - timedelta(before)).isoformat() for edge in edges for before in (0, 1)}
    return sorted(day for day in days if _answerable(question, day))


def _answerable(question: Question, day: str) -> bool:
    try:
        option_of(question, day)
    except UsageError:
        return False
    return True
