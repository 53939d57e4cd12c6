"""Typed text -> Query: the citations, names and words that it holds.

No text is an error. Worked examples:

    ""                                   no citation, no words
    "805/15(h)"                          citation 5 ILCS 805/15(h), exact
    "does 287g apply to HB 1312?"        citation 8 USC 1357(g), name hb1312, word "apply"
    "can cops ask if i have papers"      words cops, ask, papers (question words fall away)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rightsref.model import citation as citations
from rightsref.model.spoken import words
from rightsref.model.typed import MAX_LENGTH, plain_signs

MAX_WORDS = 24
#: Of a longer text the beginning tells what happened and the end what is asked.
_END = 8

#: Where a clause ends; and words that open a question without its mark.
_CLAUSE = re.compile(r"[.;:!?¿\n]+|,\s")
_OPENERS = frozenset(
    """can could may must should do does did is are was were will what who whom how when where why
    puede pueden puedo podemos debe deben debo tengo que quien como cuando cuanto donde""".split()  # noqa: SIM905 - as below
)
#: A question of fewer content words (*what can I do*) does not say what it is about.
_LEAST_ASKED = 3

#: Words of a question that say nothing about its subject.
STOP_WORDS = frozenset(
    """a about after all also am an and any are as at be because been before being but by can cannot cant could did
    do does doesnt doing dont each either else ever every for from get gets getting got had has have having he her
    here hers him his how i if ill im in into is isnt it its ive just let lets like make makes may me might mine
    more most much must my myself need no nor not now of off ok okay on one only or other our out over own please put
    really s said say says she should so some someone such supposed take than that thats the their them then there
    these they theyre thing this those to too ur us use very want wants was wasnt way we well went were what whats
    hes shes hed youre theyve weve arent didnt wouldnt couldnt shouldnt havent hasnt hadnt theyll youll aint gonna gotta wanna
    gimme lemme tryna finna imma em yo lol pls plz bc tho idk wtf omg abt bout rn n r w b4 wat wut wit dat dis
    when where which while who whos whose why will with wont would yes yet you your youre
    al algo como con cual cuando de del desde donde el ella ellos en era es esa ese eso esta este esto estoy ha hace
    han hago hacer ago aser hay he i k ke la las le les lo los mas me mi mis muy ni nos o para pero por porque pueda puede pueden puedo q que quien
    se ser si sin sobre son su sus tan te tener tengo tiene tienen tu tus un una unas uno unos x xk xq pq usted y ya yo
    pa nomas ps pos tb tmb aki toy xfa porfa estan fue fueron""".split()  # noqa: SIM905 - a list of two hundred lines would hide the rest
)


class Query(NamedTuple):
    """What a typed text asks for.

    Attributes:
        text: as typed, white space folded, cut to `MAX_LENGTH`.
        exact: the citation, if the text is a citation and nothing else.
        citations: citations found inside the text, the exact one included.
        names: bill and ordinance numbers found, as lookup keys.
        words: folded content words, in order, without question words and without what spelled a citation.
        spoken: all folded words, in order.
        open: whether the last word may still be growing (no space after it).
        told: words that only lead up to the question in which the text ends; empty if there is no such question.
    """

    text: str
    exact: citations.Citation | None
    citations: tuple[citations.Citation, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    open: bool
    spoken: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()


def parse(text: str) -> Query:
    """Read a typed text. Never raises."""
    printable = "".join(c if c.isprintable() or c.isspace() else " " for c in plain_signs(text[:MAX_LENGTH]))
    folded = " ".join(printable.split())
    exact = citations.parse(folded)
    found = citations.find(folded)
    rest = folded
    for place in reversed(found):
        rest = f"{rest[: place.start]} {rest[place.end :]}"
    spoken = words(rest)
    kept = content_words(spoken)
    return Query(
        text=folded,
        exact=exact,
        citations=tuple(dict.fromkeys([exact] if exact else [place.citation for place in found])),
        names=tuple(dict.fromkeys(citations.names(folded))),
        words=_told_apart(kept),
        open=bool(printable) and not printable[-1].isspace() and bool(spoken) and kept[-1] == spoken[-1],
        spoken=tuple(spoken[: 4 * MAX_WORDS]),
        told=_told_before(rest, kept),
    )


def _told_before(text: str, kept: list[str]) -> frozenset[str]:
    """The content words outside the last question of a text that tells something first; none if it only asks, or only tells."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    if len(clauses) < 2:
        return frozenset()
    said = words(clauses[-1])
    asked = [word for word in said if word not in STOP_WORDS]
    asks = text.rstrip().endswith("?") or (said[:1] and said[0] in _OPENERS)
    return frozenset(kept) - frozenset(asked) if asks and len(asked) >= _LEAST_ASKED else frozenset()


def _told_apart(kept: list[str]) -> tuple[str, ...]:
    """Words without repetition, at most `MAX_WORDS`: of more, the first and the last."""
    once = list(dict.fromkeys(kept))
    return tuple(once[: MAX_WORDS - _END] + once[MAX_WORDS - _END :][-_END:])


def content_words(spoken: list[str]) -> list[str]:
    """Words without those that say nothing about the subject; all of them, if they all say nothing."""
    return [word for word in spoken if word not in STOP_WORDS] or spoken
