"""What is said of a search: above its hits, and to whoever does not see them."""

from __future__ import annotations

from html import escape

from rightsref.search.asked_in import sounds_spanish
from rightsref.search.query import Query
from rightsref.search.results import Results
from rightsref.ui.parts.link import Ask, Link
from rightsref.words import plural, said, tr

SUGGESTIONS = ("ICE hold after bond", "805/15")


def above(query: Query, results: Results, lang: str, part: str) -> str:
    """One sentence above the hits, as rich text; empty if there is nothing to say.

    Args:
        query: what was typed.
        results: what it found: nothing, perhaps, or something by a mended spelling.
        lang: of the window.
        part: the citation that was asked for, where only what it would be a part of is held.
    """
    text = ""
    first, second = (Link(Ask.SEARCH, words).around(words) for words in map(tr, SUGGESTIONS))
    if not query.text:
        text = tr("Type a question in your own words, or a citation. For instance {first} or {second}.").format(
            first=first, second=second
        )
    elif not results.hits and not results.start:
        text = tr(
            "Nothing found. Try fewer or other words, for instance {first}, or a citation such as {second}."
        ).format(first=first, second=second)
    elif part and results.hits:
        text = tr("The part {asked} is not held here; {shown} is shown instead.").format(
            asked=escape(part), shown=f"<b>{escape(results.hits[0].label)}</b>"
        )
    elif results.corrected:
        instead = Link(Ask.LITERAL, query.text).around(escape(query.text))
        text = tr("Showing results for {corrected}; search for {typed} instead.").format(
            corrected=f"<b>{escape(results.corrected)}</b>", typed=instead
        )
    if lang != "es" and sounds_spanish(query.text):
        text += "<br>" * bool(text) + f"<b>{Link(Ask.SPEAK, 'es').around(said('Read in Spanish', 'es'))}</b>"
    return text


def count(results: Results) -> str:
    """How many hits there are, and the first of them; empty if there is none."""
    if not results.hits:
        return ""
    many = plural("1 result", "{n} results", len(results.hits)).format(n=len(results.hits))
    return f"{many}. {results.hits[0].label}, {results.hits[0].title}."
