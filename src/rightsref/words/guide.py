"""The user guide: what the program is for and how each part is used, as F1 shows it and as its sheet prints it."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.words import tr

#: The page that shows the guide, and the target of its sheet.
GUIDE = "rightsref:tool/keys"


class Section(NamedTuple):
    """One section of the guide.

    Attributes:
        lines: what it says, a paragraph each.
        target: the page that it is about; empty if it is about none.
    """

    title: str
    lines: tuple[str, ...]
    target: str = ""


def guide() -> tuple[Section, ...]:
    """The guide in the language in use, in the order in which a newcomer needs it."""
    return (*_answers(), *_papers(), *_yours())


def _answers() -> tuple[Section, ...]:
    return (
        Section(tr("Someone needs help now"), (
            tr("Open Scenarios, or type on the first page what happened, in your own words, in English or Spanish. The scenario that fits is offered with the answers that your words already give; check each of them."),
            tr("Answer the questions. “I don’t know” is always an answer, and never a less careful one. Digits answer, from the top of the list."),
            tr("The outcome says first who may do what, then whom to call, what to do now, what to say, and why, with the law for each reason. What would change the answer stands at its end."),
        ), "rightsref:tool/scenarios"),
        Section(tr("Find the law"), (
            tr("Press Ctrl+K and type a question in plain words, a nickname such as “Trust Act”, or a citation in any spelling. Misspelt words are mended. Nothing that you type is kept."),
            tr("Read the line “In plain words” first; below it stands our restatement of the law, paragraph by paragraph. Every paragraph can be copied with its citation."),
            tr("“As of” shows the text that stood on an earlier day, for events of the past; Compare says first what changed, then shows two versions row by row."),
        ), "rightsref:tool/search"),
        Section(tr("How sure it is"), (
            tr("Each paragraph says if it was checked against the law, checked second-hand, or not verified, with its day and its source. A sentence is never surer than the law that it rests on. What is marked as not verified must not be told as certain."),
            tr("About lists what this edition holds, on which day the law was last looked at, and what we do not know."),
        ), "rightsref:tool/about"),
    )  # fmt: skip


def _papers() -> tuple[Section, ...]:
    return (
        Section(tr("Check a paper"), (
            tr("Look at the paper in your hand, one spot at a time. What you could not see leaves more papers open, never fewer. The end says what the paper is, who signed it, and what it lets an officer do."),
        ), "rightsref:tool/papers"),
        Section(tr("Before anybody signs"), (
            tr("Papers to sign tells for each paper what a signature gives up, if it can be taken back, what follows if one does not sign, and what to say."),
        ), "rightsref:tool/signing"),
        Section(tr("Count the hours of a detainer"), (
            tr("Type when release was due, as you would say it: “Friday 4 pm”. The clock counts what Illinois law, the form and the federal rule each allow, and writes what to say to the jail and the letter to send."),
        ), "rightsref:tool/clock"),
        Section(tr("Print something to hand over"), (
            tr("Sheets, door notices and wallet cards stand under Sheets, in English, some in Spanish or in both side by side. Your group’s name and phone can stand on them; they are kept only if you tick the box."),
            tr("Ctrl+P prints whatever is shown: a section, an outcome, a step. Save PDF makes a file that screen readers can read. For cards, print the page of measures once, to see how your printer moves the backs."),
        ), "rightsref:tool/sheets"),
    )  # fmt: skip


def _yours() -> tuple[Section, ...]:
    return (
        Section(tr("Keep what you need again"), (
            tr("Ctrl+D bookmarks what is shown; you can write a note with it. Notes can be held together as a case, under a name of yours. All of it stands in one file that you name under Saved, with a passphrase if you want one; no such file is made or opened by itself."),
            tr("Search finds your notes beside the law. Export makes a Word document, plain text or data of them; Import shows first what a file would bring."),
        ), "rightsref:tool/saved"),
        Section(tr("Read it your way"), (
            tr("Settings has light, dark and high contrast. Ctrl+Plus and Ctrl+Minus change the size of the text, up to two and a half times. Everything can be reached by the keyboard; F6 goes from pane to pane."),
        ), "rightsref:tool/settings"),
        Section(tr("What is kept, and where"), (
            tr("The size of the window, its colors and the size of the text; your group’s name only if you ask. No search, no answer, no name. The program has no way to send anything. A folder named RightsRefData beside the program, as on a USB stick, keeps these few things there."),
            tr("To leave at once, press Escape or Shift three times, or the button at the top: the window is gone, and what you copied from it is off the clipboard. A notes file that you saved stays."),
        )),
        Section(tr("When something is wrong"), (
            tr("If a paragraph is wrong or out of date, tell whoever gave you RightsRef which citation it is, what is wrong and what shows it. If the program does not work, run “rightsref --self-test”: it names what does not hold."),
            tr("It is information, not legal advice. Where liberty is at stake, call a lawyer today; the numbers stand under Contacts."),
        ), "rightsref:tool/contacts"),
    )  # fmt: skip
