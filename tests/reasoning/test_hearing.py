"""A caller's own words: what is stated, denied, asked; phrases; scenarios with only the answers that were given."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.reasoning import hearing
from rightsref.reasoning.clauses import tokens_of
from rightsref.reasoning.hearing import suggest
from rightsref.reasoning.phrases import find, read, read_list
from rightsref.reasoning.scenario import follow
from rightsref.reasoning.spans import span_of

LISTS = {"ice": read_list((("en", "=ice"), ("en", "border_patrol"), ("es", "la_migra")), {})}


@pytest.fixture(scope="module")
def kb(real_file):
    opened = KnowledgeBase.open(real_file)
    yield opened
    opened.close()


@pytest.fixture
def tiny(tiny_file):
    opened = KnowledgeBase.open(tiny_file)
    yield opened
    opened.close()


def holds(sentence, phrase, lang="en", *, strict=True):
    tokens = tokens_of(sentence)
    known = frozenset().union(*(token.keys for token in tokens))
    return bool(find(read(phrase, lang, LISTS), tokens, known, strict=strict))


# -- words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("he is not a citizen", "a citizen"),
        ("they came without a warrant and took him", "a warrant"),
        ("nobody let them in, they broke the door", "let them in"),
        ("mi hermano no es ciudadano pero yo sí", "es ciudadano"),
        ("I don't know where he is", "know"),
        ("no, he is my brother", ""),
        ("she is a citizen", ""),
    ],
)
def test_what_a_not_reaches_is_denied(sentence, denied):
    assert " ".join(token.word for token in tokens_of(sentence) if token.denied) == denied


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("can they hold him", ""),
        ("ICE is here what do I do", "ice is here"),
        ("he paid bond, can they hold him", "he paid bond"),
        ("can they hold him after he paid bond", "after he paid bond"),
        ("what if they come in and take him", ""),
        ("he came in and was taken", "he came in and was taken"),
        ("they have a warrant?", ""),
        ("I think it was ICE", "i think"),
        ("they want him to sign", "they want"),
        ("¿puede entrar la migra?", ""),
        ("la migra está aquí, ¿qué hago?", "la migra esta aqui"),
        ("si viene la migra", "si"),
        ("I don't know who took him", "i dont know"),
    ],
)
def test_what_is_asked_feared_or_guessed_is_not_stated(sentence, stated):
    assert " ".join(token.word for token in tokens_of(sentence) if not token.unstated) == stated


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("form I-200, I 205 and I‑247A", "form i200 i205 and i247a"),
        ("they're here, he'll go", "they are here he will go"),
        ("my brother's in jail", "my brother in jail"),
        ("my brother's truck", "my brothers truck"),
        ("He’s gone; it's over", "he gone it over"),
    ],
)
def test_words_are_spelled_alike(sentence, words):
    assert " ".join(token.word for token in tokens_of(sentence)) == words


# -- phrases --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "sentence", "found"),
    [
        ("paid bond", "he paid the bond", True),
        ("paid bond", "the bond was paid", True),
        ("paid bond", "he paid. The bond is high", False),
        ("=paid bond|bail", "they want to pay bail", False),
        ("arrested", "they are arresting people", True),
        ("front_door", "at my front door", True),
        ("front_door", "the door in front", False),
        ("@ice..took", "ICE came and took him", True),
        ("@ice..took", "they took him to ice", False),
        ("@ice took", "took by border patrol", True),
        ("no:citizen", "he is not a citizen", True),
        ("no:citizen", "he is a citizen", False),
        ("citizen", "he is not a citizen", False),
        ("~citizen", "he is not a citizen", True),
        ("asked ?papers", "he asked if I have papers", True),
        ("asked papers", "he asked if I have papers", False),
        ("? film agents", "can I film the agents", True),
        ("film agents", "can I film the agents", False),
        ("bond !stock", "the stock bond", False),
        ("citizen !no:citizen", "she is a citizen, he is not a citizen", False),
        ("dont_recognize", "a number I don't recognize", True),
    ],
)
def test_a_phrase_stands_in_a_sentence_that_says_so(phrase, sentence, found):
    assert holds(sentence, phrase) == found


def test_a_sentence_that_only_asks_still_asks_for_a_scenario():
    assert holds("can I film the agents", "film agents", strict=False)


def test_an_english_word_is_no_form_of_a_spanish_one():
    assert not holds("he called them", "calle", "es")
    assert holds("en la calle", "calle", "es")


@pytest.mark.parametrize("phrase", ["", "?", "!ice", "@nowhere", "a||b", "a__b", "pa-per", "no:"])
def test_a_phrase_that_cannot_be_read_says_so(phrase):
    with pytest.raises(UsageError):
        read(phrase, "en", LISTS)


# -- times ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("they came today", (0, 0)),
        ("ICE took him last night", (1, 0)),
        ("lo agarraron ayer", (1, 0)),
        ("they came today or yesterday", None),
        ("what if they come today", None),
        ("he has a 2015 order", None),
    ],
)
def test_a_time_that_is_said_once_is_heard(sentence, days):
    tokens = tokens_of(sentence)
    span = span_of(tokens, frozenset(range(len(tokens))))
    today = date.today()
    wanted = days and tuple((today - timedelta(days=back)).isoformat() for back in days)
    assert (span and (span.start, span.end)) == wanted


def test_a_year_is_the_whole_year():
    span = span_of(tokens_of("they held him in 2015"), frozenset({2}))
    assert span
    assert (span.start, span.end) == ("2015-01-01", "2015-12-31")


# -- scenarios ------------------------------------------------------------------------------------------------


def test_only_what_is_said_is_filled_in(tiny):
    assert suggest(tiny, "the guard holds my mouse on a blue paper")[0].answers == {"paper": "detainer"}
    assert suggest(tiny, "the guard holds my mouse with no blue paper")[0].answers == {}
    assert suggest(tiny, "can the guard hold my mouse on a blue paper")[0].answers == {}


def test_of_two_answers_the_one_that_says_more_is_taken_and_two_that_differ_leave_it_open(tiny):
    assert suggest(tiny, "the guard holds me on a blue paper of a judge")[0].answers == {"paper": "judge"}
    assert suggest(tiny, "the guard holds me on a blue paper. A judge signed it")[0].answers == {}


def test_a_time_answers_a_question_of_when(tiny):
    assert suggest(tiny, "the guard held me in 2015")[0].answers == {"when": "then"}
    assert suggest(tiny, "the guard held me yesterday")[0].answers == {"when": "now"}


def test_words_that_no_phrase_hears(tiny):
    assert suggest(tiny, "the guard dog holds a bone") == ()
    assert suggest(tiny, "") == ()


def test_the_title_is_in_the_readers_language_and_the_sentence_in_any(tiny):
    assert suggest(tiny, "la guardia me retiene con un papel azul", "es")[0].title == "La guardia me retiene"
    assert suggest(tiny, "la guardia me retiene con un papel azul", "en")[0].answers == {"paper": "detainer"}


def test_what_was_heard_is_told_as_it_was_typed(tiny):
    (heard,) = suggest(tiny, "the guard holds me on a BLUE  paper")[0].heard
    assert heard == ("paper", "detainer", "BLUE paper")


def test_what_was_denied_is_told_with_its_not(kb):
    best = suggest(kb, "mi papá no tiene orden de deportación y lo agarraron")[0]
    assert [heard.words for heard in best.heard] == ["no tiene orden de deportación"]


def test_the_call_of_the_brief(kb):
    best = suggest(kb, "my brother paid bond at Cook County and they say there is an ICE hold")[0]
    assert best.flow == "held-in-jail"
    assert best.answers == {"due": "let_go", "place": "cook_jail", "cook_paper": "detainer"}


@pytest.mark.parametrize(
    ("sentence", "not_said"),
    [
        ("my brother is not a citizen and ICE took him", "facts"),
        ("I'm a US citizen and ICE took my wife", "facts"),
        ("ICE is at my door, do they need a warrant", "paper_at_door"),
        ("he has not paid the bond at Cook County and there is an ICE hold", "due"),
        ("if he pays bond at Cook County will there be an ICE hold", "due"),
        ("they want my uncle to sign voluntary departure", "signed_leave"),
        ("ICE took my brother's truck", "by_whom"),
        ("mi patrón dice que no va a llamar a la migra", "boss_did"),
        ("my roommate let them in", "let_in"),
        ("my daughter is home alone, ICE took me", "what"),
    ],
)
def test_what_is_not_stated_stays_unasked(kb, sentence, not_said):
    assert all(not_said not in each.answers for each in suggest(kb, sentence))


@pytest.mark.parametrize(
    ("sentence", "flow"),
    [
        ("his parole ended and they say no judge", "relative-taken"),
        ("ICE says he gets no hearing", "relative-taken"),
        ("can we file habeas", "relative-taken"),
        ("I moved and did not tell the court", "letter-or-text"),
        ("ICE says take 2600 dollars and go home", "letter-or-text"),
        ("pay or we call ICE", "letter-or-text"),
        ("naturalization interview", "letter-or-text"),
        ("he was arrested for DUI in Chicago and has no papers", "held-in-jail"),
        ("I got arrested for driving without a license", "police-stop-me"),
        ("a notario took my money", "complain-or-sue"),
        ("they fired gas at us on my block", "i-saw-agents"),
        ("I have a child support hearing", "probation-visit"),
        ("my dad is in the hospital with a guard at the door", "school-hospital-day-care"),
        ("me cambié y no le avisé a la corte de migración", "letter-or-text"),
        ("podemos meter un habeas", "relative-taken"),
        ("un notario me cobró 5000 y no hizo nada", "complain-or-sue"),
    ],
)
def test_a_sentence_asks_first_for_its_scenario(kb, sentence, flow):
    first = suggest(kb, sentence)[0]
    assert (first.flow, first.asked) == (flow, True)


def test_of_a_long_day_only_the_last_few_scenarios_are_kept(kb):
    """Whatever was told between, a sentence gets the same answer; a letter more of it reads no scenario again."""
    sentences = [ear.asks for ear in kb.heard_flows()]
    told = [text for asks in sentences for _, text in asks[:2]]
    first = suggest(kb, "my brother was taken at work")
    for lang in ("en", "es"):
        for sentence in told:
            suggest(kb, sentence.replace("_", " "), lang)
    assert len(hearing._flows[kb]) == hearing._KEPT
    assert suggest(kb, "my brother was taken at work") == first
    kept = dict(hearing._flows[kb])
    assert suggest(kb, "my brother was taken at work.") == first
    assert all(hearing._flows[kb][one.flow, "en"] is kept[one.flow, "en"] for one in first)


def test_every_scenario_listens(kb):
    assert {each.flow for each in kb.heard_flows()} == {head.key for head in kb.flows()}


@pytest.mark.parametrize("chosen", ["tune", "held"])
def test_the_sentences_lead_to_their_scenario_and_no_answer_is_made_up(kb, root, chosen):
    spec = spec_from_file_location("sentences", root / "tests" / "eval" / "sentences.py")
    measure = module_from_spec(spec)
    spec.loader.exec_module(measure)
    scores = [measure.score(kb, sentence) for sentence in measure.sentences(chosen)]
    assert sum(each.rank in (1, 2) for each in scores) >= 0.9 * len(scores)
    assert sum(not each.wrong for each in scores) >= 0.98 * len(scores)


@given(st.text(max_size=300))
def test_any_text_is_answered(kb, text):
    for each in suggest(kb, text):
        follow(kb.flow(each.flow), each.answers)


@given(
    st.lists(
        st.sampled_from(
            [
                "ice",
                "la",
                "migra",
                "took",
                "mi",
                "hermano",
                "no",
                "can",
                "they",
                ",",
                "?",
                "¿",
                "door",
                "puerta",
                "paid",
                "bond",
                "if",
                "a",
                "I-200",
            ]
        )
    )
)
def test_any_words_give_only_answers_of_the_scenario(kb, words):
    for each in suggest(kb, " ".join(words)):
        questions = kb.flow(each.flow).questions
        assert all(option in {o.key for o in questions[question].options} for question, option in each.answers.items())
        assert [(heard.question, heard.option) for heard in each.heard] == list(each.answers.items())
