"""The one table of what can be shown: every kind of thing that has an address, and every language it may speak."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of thing.

    Attributes:
        key: as it stands in addresses, and before the colon of a citation.
        label: what one is called; `words.tr` translates it.
        plural: what many are called, over a list or on a filter; empty where none is shown.
        page: the page of the window that shows it.
        prior: how much a match of it weighs against a match of law.
        is_document: whether it is a text of its own, with citable paragraphs.
        is_authority: whether a claim may rest on it; a topic only gathers law, and is none.
        is_dated: whether it begins and ends as law does; a case or a form tells what the law is.
        printed: how its citation is printed, the name of it in place of `{name}`.
        named: whether a sentence names it without that frame (*I-247A*, not *Form I-247A*).
        body: the heading over its citable paragraphs where they are not law.
    """

    key: str
    label: str
    plural: str
    page: str
    prior: float
    is_document: bool = False
    is_authority: bool = False
    is_dated: bool = False
    printed: str = "{name}"
    named: bool = False
    body: str = ""


#: Every kind by its key, the most important first: in this order the index holds documents.
KINDS = {
    kind.key: kind
    for kind in (
        Kind("provision", "Law", "", "law", 1.0, is_document=True, is_authority=True, is_dated=True),
        Kind("form", "Form", "Forms", "law", 0.7, is_document=True, is_authority=True, printed="Form {name}", named=True,
             body="The paper, field by field"),
        Kind("topic", "Topic", "Topics", "law", 0.41, is_document=True, printed="Topic", named=True),
        Kind("case", "Case", "Cases", "law", 0.85, is_document=True, is_authority=True, body="What the court held"),
        Kind("flow", "Scenario", "Scenarios", "scenarios", 0.5, printed="Scenario"),
        Kind("paper", "Paper", "", "papers", 0.5, printed="Paper"),
        Kind("signing", "Paper to sign", "Papers to sign", "signing", 0.6, printed="Paper to sign"),
        Kind("stage", "Detainer path", "", "path", 0.5, printed="Detainer path"),
        Kind("tool", "Tool", "", "", 0.7, printed=""),
        Kind("term", "Word", "", "glossary", 0.45),
        Kind("event", "Event", "Events", "timeline", 0.4),
        Kind("contact", "Contact", "Contacts", "contacts", 0.5),
        Kind("sheet", "Sheet", "Sheets", "sheets", 0.5, printed="Sheet"),
    )
}  # fmt: skip

#: Kinds that are texts of their own.
DOCUMENT_KINDS = tuple(key for key, kind in KINDS.items() if kind.is_document)
#: Kinds that search finds and the command line filters by.
FOUND_KINDS = tuple(KINDS)


class Language(NamedTuple):
    """One language in which content and program may speak.

    Attributes:
        key: ISO 639-1.
        name: what it calls itself.
        stemmer: the Snowball algorithm for its words.
        what_is: how people ask for a meaning.
        in_english: what stands after a text that is not translated into it; empty for English itself.
    """

    key: str
    name: str
    stemmer: str
    what_is: str
    in_english: str = ""


#: Every language by its key; the first is the one that content is written in, and stands in for the others.
LANGUAGES = {
    language.key: language
    for language in (
        Language("en", "English", "english", "what is"),
        Language("es", "Español", "spanish", "qué es", "en inglés"),
    )
}
ORIGINAL, *TRANSLATIONS = LANGUAGES


def left_in_english(text: str, lang: str) -> str:
    """An English text where a language has none: it says so, so that nobody takes it for translated."""
    return f"{text} ({LANGUAGES[lang].in_english})" if text and lang != ORIGINAL else text


def is_left_in_english(text: str, lang: str) -> bool:
    """Whether a text says that it is not translated."""
    return lang != ORIGINAL and text.endswith(f" ({LANGUAGES[lang].in_english})")
