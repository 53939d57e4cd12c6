"""The rules about words: markup, quotations, authorities, dates, asks, translations, reading grade, thesaurus."""

from __future__ import annotations

from collections.abc import Iterator

from rightsref.content.linking.everyday import everyday
from rightsref.content.linking.resolve import Content
from rightsref.content.prose import wording
from rightsref.content.prose.markup import Renderer
from rightsref.content.reading.grammar import PARAGRAPH_PARTS
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.raw import RawDocument
from rightsref.content.rules.rule import error, explanations


def html(content: Content) -> Iterator[Problem]:
    """Only the HTML that the reader shows."""
    renderer = Renderer(lambda reference: (reference, reference))
    for document in content.documents:
        for block in (b for blocks in document.parts.values() for b in blocks):
            if not renderer.render(block.text).clean:
                message = "only *emphasis*, **strong** and [[references]] are shown; take out other markup"
                yield error(document, block.line, message, "html")


def quotation(content: Content) -> Iterator[Problem]:
    """Nobody's words but ours, save operative phrases of eight words at most."""
    for document in content.documents:
        for block in (b for blocks in document.parts.values() for b in blocks):
            for phrase in wording.long_quotations(block.text):
                message = f"the quotation “{phrase[:40]}…” is longer than eight words; put it in our own"
                yield error(document, block.line, message, "quotation")


def authority(content: Content) -> Iterator[Problem]:
    """Every claim of an explanation names its authority."""
    for document in content.documents:
        for part, block in explanations(document):
            if part != "story" and not block.marker and not wording.references(block.text):
                message = f"name the authority of this claim in `{part}`: open with a pinpoint or cite with [[…]]"
                yield error(document, block.line, message, "authority")


def dates(content: Content) -> Iterator[Problem]:
    """English writes the month before the day, in what is read as in what the maintainers read: July 30, 2026."""
    for path, text in content.tree.texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            for written in wording.day_first(line):
                message = f"write “{written}” with the month before the day, as in July 30, 2026"
                yield Problem(path, number, "error", message, "dates")


def asks(content: Content) -> Iterator[Problem]:
    """A current text carries the questions that people type."""
    for document in content.documents:
        count, wanted = len(document.parts.get("asks", [])), document.grammar.asks
        if not document.version and count < wanted:
            message = f"{count} asks; write {wanted} or more, as people type them"
            yield error(document, document.part_lines.get("asks", 1), message, "asks")


def pinpoints(content: Content) -> Iterator[Problem]:
    """An ask or explanation that opens with a pinpoint means a paragraph that exists."""
    for document in content.documents:
        for part, blocks in document.parts.items():
            for block in blocks if part not in PARAGRAPH_PARTS else ():
                if block.marker and content.find(block.marker, document) is None:
                    yield error(document, block.line, f"there is no paragraph {block.marker}", "pinpoints")


def translation(content: Content) -> Iterator[Problem]:
    """A translation has its English, restates the same paragraphs or none, and as many blocks."""
    for orphan in content.orphans:
        yield error(orphan, 1, "there is no English text beside it", "translation")
    for text in content.texts.values():
        for other in text.translations.values():
            if _paragraphs(other) not in ([], _paragraphs(text.english)):
                message = f"its paragraphs must be those of the English: {', '.join(_paragraphs(text.english))}"
                yield error(other, other.part_lines.get("law", 1), message, "translation")
            for part in (part for part in other.parts if part != "asks" and part not in PARAGRAPH_PARTS):
                if _markers(other, part) != _markers(text.english, part):
                    message = f"its `{part}` must have as many blocks as the English, with the same pinpoints"
                    yield error(other, other.part_lines.get(part, 1), message, "translation")


def _markers(document: RawDocument, part: str) -> list[str]:
    return [block.marker for block in document.parts.get(part, [])]


def _paragraphs(document: RawDocument) -> list[str]:
    return [block.marker for part in PARAGRAPH_PARTS for block in document.parts.get(part, [])]


def reading_grade(content: Content) -> Iterator[Problem]:
    """Explanations read at US grade 8 or lower (warning above 8, error above 10)."""
    measure = wording.grade_measure()
    if measure is None:
        return
    for document in content.documents:
        if document.lang != "en":
            continue
        grade = measure([block.text for _, block in explanations(document)])
        if grade > wording.GRADE_WARNING:
            level = "error" if grade > wording.GRADE_ERROR else "warning"
            message = f"reads at grade {grade:.1f}; shorten sentences and words to reach {wording.GRADE_WARNING}"
            yield Problem(document.path, 1, level, message, "reading_grade")


def thesaurus(content: Content) -> Iterator[Problem]:
    """Every word that the thesaurus leads to occurs in the content."""
    vocabulary = wording.vocabulary(
        block.text for document in content.documents for blocks in document.parts.values() for block in blocks
    ) | wording.vocabulary(str(document.meta.get("heading", "")) for document in content.documents)
    for group in everyday(content.tree.tables):
        for target in group.means if group.say else ():
            if not wording.vocabulary([target]) <= vocabulary:
                lines = content.tree.texts[group.path].splitlines()
                line = next((n for n, text in enumerate(lines, 1) if target in text), 1)
                yield Problem(group.path, line, "error", f"“{target}” occurs nowhere in the content", "thesaurus")
