"""Every rule of content, one function each: a content set in, its problems out.

Every rule has a bad example in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rightsref.content.linking.resolve import Content
from rightsref.content.reading.memory import all_kept
from rightsref.content.reading.problems import Problem
from rightsref.content.rules import documents, words
from rightsref.content.rules.bundles import bundles
from rightsref.content.rules.custody import custody
from rightsref.content.rules.flows import flows
from rightsref.content.rules.heard import heard
from rightsref.content.rules.news import news
from rightsref.content.rules.papers import papers
from rightsref.content.rules.shared import shared
from rightsref.content.rules.sheets import sheets
from rightsref.content.rules.signing import signing
from rightsref.content.rules.spanish import reading_ease, same_facts, terms, usted
from rightsref.content.rules.stages import stages
from rightsref.content.rules.tables import tables
from rightsref.content.rules.translations import alike, companions, complete, fresh
from rightsref.content.rules.versions import changes, successors

Rule = Callable[[Content], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    documents.keys, documents.values, documents.parts, documents.sources, documents.dates, documents.citation,
    documents.links, documents.in_force, documents.nesting, documents.checked, documents.currency, documents.review,
    documents.aliases, changes, successors,
    words.html, words.quotation, words.authority, words.dates, words.asks, words.pinpoints, words.translation, words.reading_grade,
    words.thesaurus, tables, shared, flows, bundles, heard, custody, sheets, papers, signing, stages, news,
    companions, fresh, complete, alike, same_facts, terms, usted, reading_ease,
)  # fmt: skip


#: What is asked while a table cannot be read: the form of the others. What leans on its rows would be told a thousand times.
_OF_FORM: tuple[Rule, ...] = (documents.keys, documents.values, documents.parts)


@all_kept()
def check(content: Content) -> list[Problem]:
    """All problems of a content set, by file and line; those of form (found in reading) among them.

    Where a whole table cannot be read, those of form only, so that its own stands out.
    """
    unread = any(problem.rule == "toml" and problem.path.suffix == ".toml" for problem in content.tree.problems)
    rules = _OF_FORM if unread else RULES
    found = [*content.tree.problems, *(problem for rule in rules for problem in rule(content))]
    return sorted(set(found), key=lambda problem: (problem.path.as_posix(), problem.line, problem.message))
