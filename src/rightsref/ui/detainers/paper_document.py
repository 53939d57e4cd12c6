"""What a paper is and lets an officer do, as rich text; and two papers set against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from rightsref.model.address import Address
from rightsref.model.paper import PLACE_WORDS, Paper, PaperQuestion
from rightsref.model.reason import Because, Dispute
from rightsref.model.reference import Contact
from rightsref.reasoning.paper_check import Reading, Seen, contradictions, differing
from rightsref.reasoning.saying import Said
from rightsref.ui.parts.call_strip import call_strip
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.look import T14, T16, T18, T20, T25, Look
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.to_say import to_say
from rightsref.words import tr

_UNSURE = (
    "We can’t say that it is from a court, or that it is not. Say that you do not consent. If a court’s name, a case number, and your "
    "address or a name from your home are on it, do not block, hide or fight. Call a lawyer now."
)

_REAL = (
    "Treat it as a real paper of a court. Say that you do not consent, and do not block, hide or fight. Ask to see every page, also what is "
    "attached. Call a lawyer now."
)


def build_reading(
    reading: Reading,
    questions: list[PaperQuestion],
    look: Look,
    said: Callable[[Paper], Said],
    calls: Iterable[Contact] = (),
) -> RichText:
    """The end of a check: which papers fit what was seen, whom to call, and what follows; `said` gives what to say over a paper."""
    made = RichText(look, size=T16)
    likeliest, odd = reading.likeliest, reading.odd
    if len(reading.fitting) == 1:
        _opening(made, reading.fitting[0], reading)
    elif likeliest is not None and odd is not None:
        _most_like(made, likeliest, odd)
    else:
        _undecided(made, reading)
    if reading.seen:
        call_strip(made, calls)
    if reading.warnings:
        made.box("warn")
        made.heading(tr("Take note"), T18, bottom=4)
        _because(made, reading.warnings)
        made.end_box()
    if len(reading.fitting) == 1 or likeliest is not None:
        paper = likeliest or reading.fitting[0]
        _rest(made, paper, questions, said(paper))
    if reading.open:
        made.heading(tr("Still open"), T18, top=10, bottom=4)
        for question in reading.open:
            made.bullet(escape(question.text))
    return made


def headline(reading: Reading) -> str:
    """The verdict in one line, as it stands large above all else."""
    if len(reading.fitting) == 1:
        title = reading.fitting[0].title
        return f"{tr('This looks like')}: {title}" if reading.seen else title
    if reading.likeliest is not None:
        return tr("{title}; one look does not fit").format(title=reading.likeliest.title)
    return _undecided_title(reading)


def build_pair(one: Paper, other: Paper, questions: list[PaperQuestion], look: Look) -> RichText:
    """Two papers field by field; what tells them apart comes first."""
    made = RichText(look, size=T16)
    made.heading(tr("{one} and {other}").format(one=one.title, other=other.title), T20, bottom=8, level=1)
    apart = differing(one, other, questions)
    made.heading(tr("What tells them apart"), T18, bottom=4)
    _pairs(made, one, other, apart)
    alike = [question for question in questions if question not in apart]
    if alike:
        made.heading(tr("What may look alike"), T18, top=10, bottom=4)
        _pairs(made, one, other, alike)
    return made


def _opening(made: RichText, paper: Paper, reading: Reading) -> None:
    """What it is and who signed it, large."""
    made.box("plain")
    made.heading(
        tr("This looks like" if reading.seen else "The paper").upper(), T14, bottom=4, colour=made.look.colours.accent
    )
    made.heading(paper.title, T25, bottom=6, level=1)
    made.text(f"{escape(paper.what)} {escape(paper.signed)}{made.mark(paper.level)}", bottom=0)
    made.end_box()
    if paper.judge and reading.seen and reading.from_court is None:
        made.box("warn")
        made.text(f"<b>{tr('You could not see who signed it.')}</b> {tr(_UNSURE)}", bottom=0)
        made.end_box()


def _most_like(made: RichText, paper: Paper, odd: Seen) -> None:
    """All looks but one speak for a paper: that one is named, and the advice is safe whichever is right."""
    field, sign = paper.fields[odd.question.key], odd.sign.label if odd.sign else ""
    made.box("care")
    made.heading(tr("Most like").upper(), T14, bottom=4, colour=made.look.colours.warn)
    made.heading(tr("{title}; one look does not fit").format(title=paper.title), T25, bottom=6, level=1)
    made.text(
        f"{_spot(odd.question, f'<b>{escape(odd.question.text)}</b>')} {tr('You saw')}: {escape(sign)}.", bottom=4
    )
    made.text(f"{tr('On this paper')}: {escape(field.here)}", bottom=0)
    made.end_box()
    made.box("warn")
    made.heading(tr("Safe either way"), T18, bottom=4)
    if paper.judge:
        made.text(escape(tr(_REAL)), bottom=0)
    else:
        made.text(escape(tr(_UNSURE)), bottom=0)
    made.end_box()
    made.text(
        tr("What stands below is for a paper of this kind, if that one look was wrong."), colour=made.look.colours.muted
    )


def _undecided(made: RichText, reading: Reading) -> None:
    shown = reading.fitting or reading.nearest
    not_a_court = bool(reading.fitting) and reading.from_court is False
    sure = tr("None of them is from a court.") if not_a_court else tr(_UNSURE)
    made.box("warn")
    made.heading(_undecided_title(reading), T25, bottom=6, level=1)
    made.text(escape(sure), bottom=0)
    made.end_box()
    made.heading(tr("Open one to see what it is") if reading.fitting else tr("The nearest are"), T18, top=8, bottom=4)
    for paper in shown:
        named = (
            f"{go(str(Address.of('paper', paper.key)), f'<b>{escape(paper.title)}</b>')}. {escape(paper.looks_like)}"
        )
        unlike = [seen.question for seen in contradictions(paper, reading.seen)]
        if unlike:  # look again: one wrong look hides the right paper
            again = " ".join(escape(question.text) for question in unlike)
            named += f" <b>{tr('Look again:')}</b> {again}"
        made.bullet(named)


def _undecided_title(reading: Reading) -> str:
    return tr("It could be any of these") if reading.fitting else tr("It fits no paper that we know")


def _rest(made: RichText, paper: Paper, questions: list[PaperQuestion], said: Said) -> None:
    """Powers by place, words to say, traps, the dispute, what stands where."""
    made.heading(tr("What it lets an officer do"), T20, top=10, bottom=4)
    for power in paper.powers:
        made.text(f"<b>{tr(PLACE_WORDS[power.place])}</b>", bottom=2)
        made.text(
            f"{escape(power.may)} {escape(power.may_not)} {go(power.authority, escape(power.citation))}",
            bottom=8,
        )
    to_say(made, said)
    made.heading(tr("Traps"), T20, top=6, bottom=4)
    _because(made, paper.traps)
    if paper.disputed is not None:
        _dispute(made, paper.disputed)
    made.heading(tr("What stands where"), T20, top=6, bottom=4)
    for question in questions:
        field = paper.fields[question.key]
        made.bullet(f"{_spot(question, escape(question.text))} {escape(field.here)} {escape(field.means.fact)}")
    if paper.document:
        made.text(go(paper.document, tr("Read the whole page on this paper")))
    made.text(tr("The drawing is ours. It is not the real form, and forms change."), colour=made.look.colours.muted)


def _dispute(made: RichText, dispute: Dispute) -> None:
    made.dispute(dispute)
    made.text(go(dispute.authority, escape(dispute.citation)), bottom=0)
    made.end_box()


def _pairs(made: RichText, one: Paper, other: Paper, questions: Iterable[PaperQuestion]) -> None:
    for question in questions:
        made.text(_spot(question, f"<b>{escape(question.text)}</b>"), bottom=2)
        for paper in (one, other):
            made.bullet(f"<b>{escape(paper.title)}:</b> {escape(paper.fields[question.key].here)}")


def _because(made: RichText, facts: Iterable[Because]) -> None:
    for fact in facts:
        made.reason(fact)


def _spot(question: PaperQuestion, markup: str) -> str:
    """A link that lights up the spot that a question asks about."""
    return Link(Ask.SPOT, question.key).around(markup)
