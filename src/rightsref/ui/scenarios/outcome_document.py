"""An outcome as rich text: why, exceptions, what to do, say and write down, what would change it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import Address
from rightsref.model.flow import Flow, Outcome, Verdict
from rightsref.model.kinds import ORIGINAL
from rightsref.model.reason import Because
from rightsref.reasoning.bearing import Bearing, bearing, call_now
from rightsref.reasoning.saying import outcome_said
from rightsref.reasoning.scenario import Change, Progress, would_change
from rightsref.sheets.outcome_draft import contact_lines
from rightsref.ui.parts.call_strip import call_strip
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.look import T14, T16, T18, T20, T25, Look
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.to_say import to_say
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import LAW_VERDICTS, LEVELS, review_words


def build_outcome(
    kb: KnowledgeBase, lang: str, flow: Flow, answers: Mapping[str, str], progress: Progress, look: Look, opened: set[str]
) -> RichText:  # fmt: skip
    """The outcome's card.

    Args:
        kb: for contacts and the text of authorities.
        lang: the reader's language.
        flow: what was asked.
        answers: what was answered.
        progress: what was reached.
        look: colours and zoom.
        opened: addresses of the authorities whose text is shown in place.
    """
    made = RichText(look, size=T16)
    outcome = progress.outcome
    if outcome is None:
        return made
    _head(made, outcome)
    call_strip(made, call_now(kb.contacts(lang), outcome.call))
    _do_now(made, outcome)
    to_say(made, outcome_said(kb, flow.key, outcome, lang))
    _laws(made, outcome)
    _reasons(made, kb, lang, tr("Why"), outcome.because, opened)
    _reasons(made, kb, lang, tr("Exceptions"), outcome.exceptions, opened)
    _disputed(made, outcome)
    _list(made, tr("Write down"), [escape(item) for item in outcome.write_down])
    _call(made, kb, lang, outcome)
    _go_on(made, outcome)
    _open_ends(made, flow, answers, progress)
    reviewed = "" if lang == ORIGINAL else review_words(kb.reviewed(str(Address.of("flow", flow.key)), lang))
    made.text(
        tr("Rests on authorities {level}. Law as of {day}. Information, not legal advice.").format(
            level=tr(LEVELS[outcome.level]), day=date_words(kb.meta()["law_as_of"])
        )
        + f" {reviewed}",
        colour=look.colours.muted, size=T14,
    )  # fmt: skip
    return made


def _head(made: RichText, outcome: Outcome) -> None:
    """Who may what, large: the title, up to its colon larger than its reasons. What is sure comes before *it depends*."""
    colours = made.look.colours
    tone = bearing(outcome)
    ink = {Bearing.CALM: colours.accent, Bearing.CARE: colours.warn, Bearing.STRONG: colours.danger}[tone]
    lead, colon, rest = outcome.title.partition(": ")
    size = made.heading_size(T25)
    large = f'<span style="font-size:{size}px; color:{ink}"><b>{escape(lead + colon.strip())}</b></span>'
    made.box(tone)
    made.text(f"{large} {escape(rest)}" if rest else large, bottom=0, size=T20, level=1)
    if outcome.verdict == Verdict.DEPENDS:
        made.text(tr("It depends. What would change this stands below."), bottom=0, colour=colours.muted)
    made.end_box()


def _do_now(made: RichText, outcome: Outcome) -> None:
    """What to do, in order; what cannot be undone stands in a box of its own."""
    if outcome.first:
        made.box("warn")
        _steps(made, tr("First, since it cannot be undone"), outcome.do_now[: outcome.first])
        made.end_box()
    _steps(made, tr("Do now"), outcome.do_now[outcome.first :])


def _go_on(made: RichText, outcome: Outcome) -> None:
    """Where to go on from here: each link is the number of a hand-over."""
    links = [Link(Ask.ONWARD, str(nth)).around(escape(to.label)) for nth, to in enumerate(outcome.onward)]
    _list(made, tr("Go on"), links)


def _laws(made: RichText, outcome: Outcome) -> None:
    """What each law says by itself: callers ask if this law forbids it."""
    if outcome.laws:
        made.heading(tr("Law by law"), T18, top=12, bottom=4)
    for one in outcome.laws:
        link = Link(Ask.OPEN, one.authority).around(escape(one.citation))
        made.bullet(f"<b>{escape(one.law)}</b>: {escape(tr(LAW_VERDICTS[one.verdict]))}. {link}{made.mark(one.level)}")


def _steps(made: RichText, title: str, items: tuple[str, ...]) -> None:
    """What to do, one after the other."""
    if items:
        made.heading(title, T18, top=12, bottom=4)
    for number, item in enumerate(items, 1):
        made.numbered(number, escape(item))


def _open_ends(made: RichText, flow: Flow, answers: Mapping[str, str], progress: Progress) -> None:
    """What would change the outcome, and what was not known."""
    changes = would_change(flow, answers)
    _list(made, tr("What would change this"), [
        f"{escape(c.question.text)} {_other(c)}: {escape(c.outcome.title)}" for c in changes
    ])  # fmt: skip
    _list(made, tr("Not known"), [f"{escape(q.text)} {tr('We did not take this as a no.')}" for q in progress.unknown])


def _list(made: RichText, title: str, items: list[str]) -> None:
    if items:
        made.heading(title, T18, top=12, bottom=4)
    for item in items:
        made.bullet(item)


def _other(change: Change) -> str:
    """Another answer, as a link that gives it."""
    return Link(Ask.ANSWER, f"{change.question.key}={change.option.key}").around(
        f"<b>{escape(change.option.label)}</b>"
    )


def _reasons(
    made: RichText, kb: KnowledgeBase, lang: str, title: str, reasons: tuple[Because, ...], opened: set[str]
) -> None:
    if not reasons:
        return
    made.heading(title, T18, top=12, bottom=4)
    for reason in reasons:
        link = Link(Ask.OPEN, reason.authority).around(escape(reason.citation))
        made.bullet(f"{escape(reason.fact)} {link}{made.mark(reason.level)}")
        if reason.authority in opened:
            _, words = kb.preview(reason.authority, lang)
            made.box("warn")
            made.text(escape(words), bottom=4, size=T16)
            made.text(go(reason.authority, tr("Read the page")), bottom=0, size=T16)
            made.end_box()


def _disputed(made: RichText, outcome: Outcome) -> None:
    if outcome.disputed is not None:
        made.dispute(outcome.disputed)
        made.end_box()


def _call(made: RichText, kb: KnowledgeBase, lang: str, outcome: Outcome) -> None:
    if not outcome.call:
        return
    made.heading(tr("Call"), T18, top=12, bottom=4)
    for contact in contact_lines(kb, [address.rpartition("/")[2] for address in outcome.call], lang):
        made.bullet(
            f'<a href="{contact.address}">{escape(contact.name)}</a> <b>{escape(contact.ways)}</b> '
            f"{escape(contact.hours)} ({tr('checked')} {date_words(contact.checked_on)})"
        )
        if contact.warning:
            made.text(f"<b>{escape(contact.warning)}</b>", bottom=6, colour=made.look.colours.warn)
