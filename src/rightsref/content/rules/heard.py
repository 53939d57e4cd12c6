"""The rules of what is heard in a caller's own words: phrases that can be read, long enough, and of one meaning each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.heard import answer_of, heard_lists
from rightsref.content.linking.resolve import Content
from rightsref.content.reading.problems import Problem
from rightsref.errors import UsageError
from rightsref.model.kinds import LANGUAGES
from rightsref.model.spoken import words
from rightsref.reasoning.hearing import lists_of
from rightsref.reasoning.phrases import Lists, read

#: One word alone asks for a scenario, or states an answer, only if it has so many letters; one fewer where that very word is
#: meant, so that no other of its stem can be heard.
SHORTEST = 4
_LISTS = Path("flows", "heard.toml")


def heard(content: Content) -> Iterator[Problem]:
    """Phrases that cannot be read, are too short, are missing in a language, or state two answers; answers that are not there."""
    try:
        lists = lists_of(heard_lists(content))
    except UsageError as error:  # the phrases that name them could not be judged
        yield Problem(_LISTS, 1, "error", str(error), "heard")
        return
    for key, table in content.tree.flow_heard.items():
        yield from _flow_problems(content, key, table, lists)


def _flow_problems(content: Content, key: str, table: dict[str, Any], lists: Lists) -> Iterator[Problem]:
    path = Path("flows", f"{key}.heard.toml")
    if key not in content.tree.flows:
        yield Problem(path, 1, "error", f"there is no flow “{key}”", "heard")
        return
    for message in _phrase_faults("asks", table.get("asks", {}), lists):
        yield Problem(path, content.tree.line_of(path, "asks"), "error", message, "heard")
    questions = content.tree.flows[key].get("questions", {})
    for number, row in enumerate(table.get("heard", [])):
        line = content.tree.line_of(path, "heard", number)
        for message in (*_phrase_faults("heard", row, lists), *_answer_faults(questions, row.get("answers", []))):
            yield Problem(path, line, "error", message, "heard")
    for number, message in _shared(table.get("heard", [])):
        yield Problem(path, content.tree.line_of(path, "heard", number), "error", message, "heard")


def _phrase_faults(name: str, table: dict[str, Any], lists: Lists) -> Iterator[str]:
    """What is wrong with the phrases of one place in both languages."""
    for lang in LANGUAGES:
        phrases = table.get(lang, [])
        if not phrases:
            yield f"`{name}.{lang}` holds no phrase"
        for phrase in phrases:
            try:
                read(phrase, lang, lists)
            except UsageError as error:
                yield str(error)
                continue
            if any(_too_short(way) for way in _ways(phrase)):
                yield f"the phrase “{phrase}” is too short: two words, or one of {SHORTEST} letters"


def _ways(phrase: str) -> list[str]:
    """The ways to say a phrase of one word; nothing of a phrase of several."""
    wanted = [item for item in phrase.split() if item != "?" and not item.startswith("!")]
    return wanted[0].split("|") if len(wanted) == 1 else []


def _too_short(way: str) -> bool:
    spoken = words(way.replace("_", " ").removeprefix("no:"))
    letters = SHORTEST - way.lstrip("?").startswith("=")
    return "@" not in way and len(spoken) == 1 and len(spoken[0]) < letters and not any(map(str.isdigit, way))


def _answer_faults(questions: dict[str, Any], answers: Iterable[str]) -> Iterator[str]:
    for written in answers:
        question, option = answer_of(written)
        if option not in [each.get("key") for each in questions.get(question, {}).get("options", [])]:
            yield f"“{written}” is no answer of this flow"


def _shared(rows: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Phrases that state two answers to one question: by number of the later table."""
    said: dict[tuple[str, str], str] = {}
    for number, row in enumerate(rows):
        for question, option in map(answer_of, row.get("answers", [])):
            for phrase in (phrase for lang in LANGUAGES for phrase in row.get(lang, [])):
                other = said.setdefault((question, " ".join(sorted(phrase.split()))), option)
                if other != option:
                    yield number, f"“{phrase}” answers {question} with {other} and with {option}"
