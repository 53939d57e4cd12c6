"""The paper check: what was seen on a paper in, which papers it can be and what follows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rightsref.errors import UsageError
from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import Paper, PaperQuestion, Sign
from rightsref.model.reason import Because
from rightsref.words import tr

#: So many looks must have told something before one that does not fit is called the odd one.
_ENOUGH = 3
#: Answers that a paper of a court may bear as its signature.
_COURT_SIGNS = ("judge", "clerk")


class Seen(NamedTuple):
    """One answer: what was seen; `sign` is None for *I can't tell*."""

    question: PaperQuestion
    sign: Sign | None


class Reading(NamedTuple):
    """How far a paper has been read.

    Attributes:
        seen: the answers so far, in the order of the questions.
        question: what to look at next; None at the end.
        fitting: the papers that fit every answer.
        nearest: if none fits, those that fit most of them.
        warnings: what follows from single signs, whatever the paper is.
        open: questions that could not be answered.
    """

    seen: tuple[Seen, ...]
    question: PaperQuestion | None
    fitting: tuple[Paper, ...]
    nearest: tuple[Paper, ...]
    warnings: tuple[Because, ...]
    open: tuple[PaperQuestion, ...]

    @property
    def likeliest(self) -> Paper | None:
        """The one paper that all looks but one speak for, where none fits them all; None if there is no such one."""
        told = sum(s.sign is not None for s in self.seen)
        if self.fitting or len(self.nearest) != 1 or told <= _ENOUGH:
            return None
        return self.nearest[0] if len(contradictions(self.nearest[0], self.seen)) == 1 else None

    @property
    def odd(self) -> Seen | None:
        """The one look that does not fit the likeliest paper."""
        return contradictions(self.likeliest, self.seen)[0] if self.likeliest else None

    @property
    def from_court(self) -> bool | None:
        """Whether a court issued it: True only if all that fits is a court's and a court's signature was seen."""
        kinds = {paper.judge for paper in self.fitting}
        if kinds == {False}:
            return False
        signed = any(
            s.sign is not None and s.sign.key in _COURT_SIGNS for s in self.seen if s.question.key == "signature"
        )
        return True if kinds == {True} and signed else None


def read_paper(papers: Sequence[Paper], questions: Sequence[PaperQuestion], answers: Mapping[str, str]) -> Reading:
    """Read a paper as far as the answers go.

    Args:
        papers: every paper that may be meant.
        questions: what to look at, in order.
        answers: key of a question -> key of a sign, or `unknown`. Answers may stand in any order.

    Raises:
        UsageError: an answer names a question or a sign that does not exist.
    """
    known = {question.key for question in questions}
    for key in answers:
        if key not in known:
            raise UsageError(
                tr("There is no question “{key}”. The questions are: {known}.").format(
                    key=key[:40], known=", ".join(sorted(known))
                )
            )
    seen = tuple(Seen(q, _sign(q, answers[q.key])) for q in questions if q.key in answers)
    fitting = tuple(paper for paper in papers if not contradictions(paper, seen))
    return Reading(
        seen,
        next((question for question in questions if question.key not in answers), None),
        fitting,
        () if fitting else _nearest(papers, seen),
        tuple(s.sign.warning for s in seen if s.sign is not None and s.sign.warning is not None),
        tuple(s.question for s in seen if s.sign is None),
    )


def contradictions(paper: Paper, seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """The answers that do not fit a paper. What could not be told fits every paper."""
    return tuple(s for s in seen if s.sign is not None and not _fits(paper, s.question.key, s.sign.key))


def differing(one: Paper, other: Paper, questions: Sequence[PaperQuestion]) -> tuple[PaperQuestion, ...]:
    """The questions whose answers tell two papers apart."""
    apart = []
    for question in questions:
        mine, theirs = one.fields[question.key].signs, other.fields[question.key].signs
        if mine and theirs and not set(mine) & set(theirs):
            apart.append(question)
    return tuple(apart)


def _fits(paper: Paper, question: str, sign: str) -> bool:
    signs = paper.fields[question].signs
    return not signs or sign in signs


def _nearest(papers: Sequence[Paper], seen: Sequence[Seen]) -> tuple[Paper, ...]:
    least = min((len(contradictions(paper, seen)) for paper in papers), default=0)
    return tuple(paper for paper in papers if len(contradictions(paper, seen)) == least)


def _sign(question: PaperQuestion, key: str) -> Sign | None:
    if key == UNKNOWN:
        return None
    for sign in question.signs:
        if sign.key == key:
            return sign
    known = ", ".join((*(sign.key for sign in question.signs), UNKNOWN))
    raise UsageError(
        tr("“{key}” is no answer to {question}. The answers are: {known}.").format(
            key=key[:40], question=question.key, known=known
        )
    )
