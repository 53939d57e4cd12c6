"""The rule of flows: their form, what is proved over every path; then their questions, titles and cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.flows import FlowFile, flow_files, flow_of
from rightsref.content.linking.resolve import Content, effective_of, iso
from rightsref.content.linking.standing import LISTS, SIGN
from rightsref.content.linking.texts import texts_of
from rightsref.content.prose import wording
from rightsref.content.reading.problems import Problem
from rightsref.content.rules.answers import order_faults, title_faults
from rightsref.content.rules.cases import case_faults
from rightsref.content.rules.laws import law_faults
from rightsref.content.rules.lookups import lookup_faults
from rightsref.content.rules.onward import onward_faults
from rightsref.content.rules.rule import Fault
from rightsref.model.flow import UNKNOWN, Custody, Flow, Outcome, Verdict
from rightsref.model.kinds import KINDS
from rightsref.model.reason import DISPUTE_PARTS
from rightsref.reasoning.scenario import Step, count_paths, paths

#: Marks of Markdown: the texts of an outcome are shown as they are written.
_MARKUP = re.compile(r"\*\S[^*]{0,30}|\[\[[^\]]{0,30}")
MAX_PATHS = 2_000
MAX_QUESTIONS = 100
_VERDICTS = list(Verdict)


def form_faults(file: FlowFile) -> Iterator[Fault]:
    """What must be right before the flow can be walked: keys, targets, options, no cycle."""
    table = file.table
    for key in ("title", "start", "questions", "outcomes"):
        if key not in table:
            yield Fault(key, f"the key `{key}` is missing")
            return
    if len(table["questions"]) > MAX_QUESTIONS:
        yield Fault(
            "questions",
            f"{len(table['questions'])} questions; no more than {MAX_QUESTIONS} can be asked in one scenario",
        )
        return
    known = {*table["questions"], *table["outcomes"]}
    if table["start"] not in table["questions"]:
        yield Fault("start", f"it starts at “{table['start']}”, which is no question")
    for key, question in table["questions"].items():
        yield from _question_faults(key, question, known)
    for key, outcome in table["outcomes"].items():
        yield from _outcome_faults(key, outcome)
        yield from law_faults(key, outcome)
    yield from _cycles(table)


def _text(field: Any, lang: str) -> Any:  # noqa: ANN401 - a text or a list of texts
    return field.get(lang, "") if isinstance(field, dict) else ""


def _question_faults(key: str, question: dict[str, Any], known: set[str]) -> Iterator[Fault]:
    options = question.get("options", [])
    keys = [option.get("key") for option in options]
    if not 2 <= len(options) <= 7:
        yield Fault(key, f"the question {key} has {len(options)} options; two to seven are allowed")
    if len(set(keys)) != len(keys):
        yield Fault(key, f"the question {key} has an option twice")
    if UNKNOWN not in keys and question.get("fact", True):
        yield Fault(key, f"the question {key} asks for a fact and needs an option `{UNKNOWN}`")
    if not _text(question.get("text", {}), "en"):
        yield Fault(key, f"the question {key} has no text")
    ends = {(option.get("goto"), option.get("start"), option.get("end")) for option in options}
    if len(options) > 1 and len(ends) == 1:
        yield Fault(key, f"no answer to {key} changes anything: each leads to {options[0].get('goto')}")
    for option in options:
        if option.get("goto") not in known:
            yield Fault(key, f"{key}={option.get('key')} leads to “{option.get('goto')}”, which does not exist")
        if not _text(option.get("label", {}), "en"):
            yield Fault(key, f"{key}={option.get('key')} has no label")


def _outcome_faults(key: str, outcome: dict[str, Any]) -> Iterator[Fault]:
    if outcome.get("verdict") not in set(Verdict):
        yield Fault(key, f"the verdict of {key} must be one of {', '.join(Verdict)}")
    if outcome.get("custody", Custody.NONE) not in set(Custody):
        yield Fault(key, f"`custody` of {key} must be one of {', '.join(Custody)}")
    if outcome.get("caution") not in (1, 2, 3):
        yield Fault(key, f"`caution` of {key} must be 1, 2 or 3")
    for name in outcome["named"]:
        if f"{SIGN}{name}" in [text for part in LISTS for text in outcome.get(part, {}).get("en", [])]:
            yield Fault(key, f"the outcome {key} names a standing line “{name}”, which does not exist")
    if not outcome["own"]:
        yield Fault(key, f"the outcome {key} names no authority")
    if not _text(outcome.get("do_now", {}), "en"):
        yield Fault(key, f"the outcome {key} names nothing to do")
    disputed = outcome.get("disputed")
    if disputed and set(disputed) != set(DISPUTE_PARTS):
        yield Fault(key, f"`disputed` of {key} has three parts: {', '.join(DISPUTE_PARTS)}")


def _cycles(table: dict[str, Any]) -> Iterator[Fault]:
    done: set[str] = set()

    def walk(key: str, above: tuple[str, ...]) -> Iterator[Fault]:
        if key in above:
            yield Fault(key, f"the questions go round: {' → '.join((*above[above.index(key) :], key))}")
            return
        if key in done or key not in table["questions"]:
            return
        for option in table["questions"][key].get("options", []):
            yield from walk(str(option.get("goto")), (*above, key))
        done.add(key)

    yield from walk(table["start"], ())


def path_faults(content: Content, flow: Flow, file: FlowFile) -> Iterator[Fault]:
    """What is proved over every path: all is reached, all authorities stood on the days meant, not knowing is careful."""
    many = count_paths(flow)
    if many > MAX_PATHS:
        yield Fault("start", f"{many} paths; no more than {MAX_PATHS} can be read by anybody")
        return
    every = list(paths(flow))
    reached = {step.question.key for path in every for step in path} | {path[-1].option.goto for path in every}
    for key in (*flow.questions, *flow.outcomes):
        if key not in reached:
            yield Fault(key, f"{key} is never reached")
    seen: set[tuple[str, str]] = set()
    for path in every:
        outcome = flow.outcomes[path[-1].option.goto]
        written = file.table["outcomes"][outcome.key]
        for row in written["because"][: written["own"]]:  # a shared line tells of today
            fault = _not_in_force(content, row, path)
            if fault and (outcome.key, row["authority"]) not in seen:
                seen.add((outcome.key, row["authority"]))
                yield Fault(outcome.key, f"{outcome.key}: {fault}")
    yield from _careless(flow, every)
    yield from _loose_ends(content, file)


def _loose_ends(content: Content, file: FlowFile) -> Iterator[Fault]:
    """Exceptions and contacts that are not there, words that are hard or not ours."""
    contacts = {contact.get("key") for contact in content.tree.tables.get("contacts", {}).get("contact", [])}
    for key, outcome in file.table["outcomes"].items():
        for row in outcome.get("exceptions", []):
            if content.find(row["authority"]) is None:
                yield Fault(key, f"{key}: “{row['authority']}” leads nowhere")
        for contact in outcome.get("call", []):
            if contact not in contacts:
                yield Fault(key, f"{key}: there is no contact “{contact}”")
        yield from (Fault(key, f"{key}: {message}") for message in _word_faults(list(texts_of(outcome))))


def _word_faults(texts: list[str]) -> Iterator[str]:
    """Words that are hard or not ours, and marks of markup that would be shown as they are."""
    marked = filter(None, map(_MARKUP.search, texts))
    yield from (f"a step shows no markup, so “{found[0]}” would stand there as it is" for found in marked)
    yield from wording.faults(texts)


def _not_in_force(content: Content, row: dict[str, Any], path: tuple[Step, ...]) -> str:
    """Why an authority does not fit the days that a path speaks of; empty if it does.

    Law that began within those days is fit if its fact names the year in which it began. Cases, forms and guidance
    tell what the law is; they do not begin or end as law does.
    """
    reference = str(row["authority"])
    unit = content.find(reference)
    if unit is None:
        return f"“{reference}” leads nowhere"
    start = max((step.option.start for step in path), default="")
    end = min((step.option.end for step in path if step.option.end), default="")
    effective, ends = effective_of(unit), iso(unit.document.meta.get("ends"))
    if not KINDS[unit.document.kind].is_dated or unit.citation.base.startswith(("guidance:", "policy:", "memo:")):
        return ""
    if ends and (not end or end > ends):
        return f"{reference} ended on {ends}, but the answers speak of {start or 'any day'} to {end or 'today'}"
    late = (start and effective > start) or (end and effective >= end)
    if late and effective[:4] not in row["fact"].get("en", ""):
        return f"{reference} took effect on {effective}, but the answers speak of days from {start or 'any day'} to {end or 'today'}"
    return ""


def _careless(flow: Flow, every: list[tuple[Step, ...]]) -> Iterator[Fault]:
    """Answers of *I don't know* that end less carefully than a real answer to the same question, the rest alike."""
    told: set[str] = set()
    ends = {tuple((s.question.key, s.option.key) for s in path): flow.outcomes[path[-1].option.goto] for path in every}
    for path in every:
        for number, step in enumerate(path):
            if not step.unknown or step.question.key in told:
                continue
            key = tuple((s.question.key, s.option.key) for s in path)
            for option in step.question.options:
                other = ends.get((*key[:number], (step.question.key, option.key), *key[number + 1 :]))
                if other is not None and not _as_careful(ends[key], other):
                    told.add(step.question.key)
                    yield Fault(
                        step.question.key,
                        f"not knowing {step.question.key} ends in {ends[key].key}, less careful than {other.key} by {option.key}",
                    )


def _as_careful(unknown: Outcome, real: Outcome) -> bool:
    """Whether an outcome of not knowing is no more permissive of the officer and no less cautious for the person.

    *It depends* settles nothing in the officer's favour, so it is never too permissive.
    """
    strict = unknown.verdict in (Verdict.PROHIBITED, Verdict.DEPENDS)
    same_or_stricter = _VERDICTS.index(unknown.verdict) <= _VERDICTS.index(real.verdict)
    return (strict or same_or_stricter) and unknown.caution >= real.caution


def _of_shape(content: Content, file: FlowFile) -> bool:
    return not any(content.tree.misfits.get(path) for path in (file.path, file.cases_path))


def walkable(content: Content, file: FlowFile) -> bool:
    """Whether a flow is well formed, so that it can be walked."""
    return _of_shape(content, file) and not any(form_faults(file))


def flows(content: Content) -> Iterator[Problem]:
    """Flows are well formed, proved over every path, and borne out by their cases."""
    for file in flow_files(content):
        if not _of_shape(content, file):
            continue  # the rule `keys` tells what is amiss
        faults = list(form_faults(file))
        if not faults:
            flow = flow_of(content, file)
            faults = [*path_faults(content, flow, file), *order_faults(flow), *title_faults(flow)]
            faults += [*onward_faults(content, file), *lookup_faults(content, flow)]
            for fault in case_faults(flow, file):
                yield Problem(
                    file.cases_path,
                    content.tree.line_of(file.cases_path, f'name = "{fault.key}"'),
                    "error",
                    fault.message,
                    "flows",
                )
        for fault in faults:
            places = [content.tree.line_of(file.path, f"{part}{fault.key}") for part in ("outcomes.", "questions.", "")]
            line = next((place for place in places if place > 1), 1)
            yield Problem(file.path, line, "error", fault.message, "flows")
