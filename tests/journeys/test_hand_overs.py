"""An outcome in the window: law by law, and on to another scenario or tool with the answers known so far; a sentence in the search box does the same."""

from __future__ import annotations

from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, Place, SearchState

HELD = {"due": "let_go", "place": "cook_jail", "cook_when": "now", "cook_paper": "detainer"}


def outcome_of(window, flow, answers):
    """The page that shows an outcome."""
    window.go(Place("scenarios", Answers.of(flow, answers)))
    page = window.pages["scenarios"]
    assert page.progress.outcome is not None
    return page


def test_an_outcome_says_which_law_forbids_it(window):
    text = outcome_of(window, "held-in-jail", HELD).outcome.plain()
    assert "Law by law" in text
    assert "State TRUST Act: forbids it." in text


def test_an_outcome_leads_on_to_another_scenario_with_what_is_known(window):
    page = outcome_of(window, "held-in-jail", HELD)
    onward = page.progress.outcome.onward
    number = next(nth for nth, to in enumerate(onward) if to.address.endswith("complain-or-sue"))
    page.outcome.text.asked.emit(Link(Ask.ONWARD, str(number)))
    state = window.history.current.state
    assert state.flow == "complain-or-sue"
    assert dict(state.given) == {"when_local": "now", "who": "local_police_or_jail", "local_what": "held"}


def test_an_outcome_leads_on_to_the_clock(window):
    page = outcome_of(window, "held-in-jail", HELD)
    number = next(n for n, to in enumerate(page.progress.outcome.onward) if to.address.endswith("tool/clock"))
    page.outcome.text.asked.emit(Link(Ask.ONWARD, str(number)))
    assert window.history.current.page == "clock"


def test_a_sentence_offers_its_scenario_with_the_answers_that_it_gives(window):
    sentence = "my brother paid bond at Cook County jail and they say there is an ICE hold"
    window.go(Place("search", SearchState(sentence)))
    page = window.pages["search"]
    page.enter()
    assert "answers from your words" in page.start_here.rows.text()
    page.start_here.followed.emit("rightsref:flow/held-in-jail")
    state = window.history.current.state
    assert state.flow == "held-in-jail"
    assert {"due": "let_go", "place": "cook_jail"}.items() <= dict(state.given).items()
