"""Commented skeletons of content files."""

from __future__ import annotations

from rightsref.content.reading.grammar import GRAMMARS, PARTS
from rightsref.errors import UsageError

_HEAD = """\
+++
{own}effective = 2026-01-01          # the day this text took effect (a case: was decided; a form: came into use)
# ends = 2026-12-31             # an earlier version, in a file KEY@EFFECTIVE.md: the first day it no longer stood
updated = 2026-01-01            # when this explanation was written
review_by = 2026-04-01          # sooner where something is pending
# since = {{ "(a)" = 2020-01-01 }}  # paragraphs that took effect on another day
# was = {{ "(c)(4)" = "(c)(2)" }}   # a later version: where paragraphs stood in the text before
# reworded = ["(a)"]            # a later version: paragraphs where only our words differ from the text before
# status = "changing"           # understood: in_force. changing and pending need a status_note with the last known event
# status_note = ""
# label = ""                    # how to print the citation, where it differs
# aliases = []                  # bill numbers and nicknames, unique in the whole content
# related = []                  # canonical citations of other documents
# gaps = []                     # what could not be found out

[[checked]]                     # the first speaks for the whole text
level = "unchecked"             # official: the legal text was seen; secondary: press, guide; unchecked: memory
on = 2026-01-01
source = ""                     # https:// address of what was seen; required unless unchecked
note = ""                       # what was and was not seen
# paragraphs = ["(a)"]          # further records name the paragraphs they speak for

# [[history]]
# date = 2026-01-01
# text = ""
# source = ""
+++
"""

_OWN = {
    "citation": 'citation = ""                   # canonical, e.g. {example}\n',
    "heading": 'heading = ""                    # what it says, in our own words\n',
    "court": 'court = ""                      # e.g. U.S. Court of Appeals, Seventh Circuit\n',
    "reporter": 'reporter = ""                   # e.g. 44 F.4th 581\n',
    "weight": 'weight = "persuasive"           # here in Chicago: binding, persuasive or none\n',
    "jurisdiction": 'jurisdiction = "federal"        # city, county, state or federal\n',
    "signed_by": 'signed_by = ""                  # who signs the paper\n',
    "judge": "judge = false                   # whether a judge or court signs it\n",
}
_HINTS = {
    "law": "(a) Our restatement of paragraph (a).\n\n(a)(1) Each item with its full pinpoint.",
    "paper": '"Heading" What the top of the paper shows.',
    "holding": "¶1 What the court decided.",
    "asks": "- § a question as people type it",  # or a pinpoint: it ties the ask to the paragraph that answers
}


def skeleton(kind: str) -> str:
    """A file of a kind with every key and part it may hold, commented.

    Raises:
        UsageError: there is no such kind.
    """
    if kind not in GRAMMARS:
        raise UsageError(f"There is no kind “{kind[:40]}”. The kinds are: {', '.join(GRAMMARS)}.")
    grammar = GRAMMARS[kind]
    own = "".join(line.format(example=grammar.example) for key, line in _OWN.items() if key in grammar.shape)
    titles = {key: title for title, key in PARTS.items()}
    body = "".join(f"\n## {titles[part]}\n\n{_HINTS.get(part, '- § …')}\n" for part in grammar.parts)
    return _HEAD.format(own=own) + body
