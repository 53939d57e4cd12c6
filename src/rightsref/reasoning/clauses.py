"""A sentence -> its words, each with its clause and with whether it is stated, denied, or only asked, feared or planned.

"he is not a citizen"               citizen is denied
"can they come in without a paper"  everything is asked
"ICE is here, what if they come in" "ICE is here" is stated, the rest only feared
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rightsref.model.kinds import LANGUAGES
from rightsref.model.spoken import fold, stem
from rightsref.model.typed import MAX_LENGTH

_TOKEN = re.compile(
    r"\b(?:i[-\u2011–]?\d{1,3}[a-z]?|i \d{3}[a-z]?|ao[ -]?\d{2,3}|287 ?\(?g\b|[^\W_]+(?:['’`][^\W_]+)*)", re.IGNORECASE
)
_HARD = re.compile(r"[;:!?¿¡\n()]|\.(?=\s|$)|\.\.")
#: What an apostrophe shortens.
_SHORT = {"ll": "will", "re": "are", "m": "am", "s": "", "d": "", "ve": ""}
#: After a name with 's: what is owned; *my brother's truck* is not the brother, *my brother's in jail* is.
_OWNING = re.compile(
    r"\s+(?!(?:in|at|on|been|being|not|a|an|the|still|going|gone|missing|detained|held|locked|here)\b)\w"
)
_NEVER_OWN = frozenset(["he", "she", "it", "that", "there", "what", "who", "where", "how", "let", "here", "when"])
#: A stem shorter than this stands for too many words; the word itself or its plural is wanted.
SHORTEST_STEM = 4
#: How many words a *not* reaches.
_REACH = 7


def word_set(words: str) -> frozenset[str]:
    """Words written one after the other, as a set."""
    return frozenset(words.split())


#: Words that end so are English.
_ENGLISH = ("ed", "ing", "ght", "ck")

_FILLERS = word_set(
    "hi hello hey ok okay so please and but well um uh yes hola oye bueno buenas disculpe perdon y pero pues"
)
_JOINING = word_set("and or y e o u ni when cuando")
_TURNING = word_set("but so because cause cuz then while after once since although though before pero porque entonces pues "
                "aunque mientras despues")  # fmt: skip
NEGATORS = word_set("no not never without nobody none nothing neither nor cannot cant dont doesnt didnt isnt arent wasnt "
                 "werent hasnt havent hadnt wont wouldnt couldnt shouldnt aint nunca sin ningun ninguna ninguno nadie "
                 "ni tampoco jamas nada")  # fmt: skip
_UNSURE = word_set("know sure remember understand se sabe sabes sabemos saben seguro segura recuerdo")
_ASKING = word_set("what whats how hows why who whos whose which where wheres can could do does did is are was were should "
               "may must will would has am que como donde quien quienes cual cuales cuanto cuanta puede pueden puedo "
               "podemos debo debe deben debemos es hay")  # fmt: skip
_QUESTIONS = word_set("what how why where who when which")
_INVERTING = word_set("can could do does did should is are was were will would must may")
_PRONOUNS = word_set("i we he she they you it this that there")
_PERSONS = word_set("i we he she they you")
#: After *and* these go on with what was said: *he came in and was taken*.
_PREDICATES = word_set("do does did is are was were may must will would has am es hay que como donde")
_ACCENTED = word_set("qué cómo cuándo dónde quién quiénes cuál cuáles cuánto cuánta")
_UNREAL = word_set("if whether unless want wants wanted wanna will would might can could may gonna going try tries trying "
               "tried threaten threatens threatened threatening afraid scared worried fear plan plans planning maybe "
               "perhaps probably think guess suppose supposedly si quiere quieren quiero queria querian va van voy "
               "podria podrian puede pueden miedo temo temor preocupa amenaza amenazan amenazo amenazando trata tratan "
               "ojala quizas quiza creo creemos parece tal supuestamente acaso")  # fmt: skip
#: Before *to* these tell of what is still to come.
_COMING = word_set("about supposed ready")
_SUBJECTS = word_set(
    "i he she they we my our the there ice police cops agents el ella ellos ellas yo mi mis la los nosotros"
)


class Token(NamedTuple):
    """One word of a sentence.

    Attributes:
        word: folded.
        keys: what a phrase may know it by, see `keys_of`.
        start, end: where it stands in the text.
        clause: number of its clause; a phrase never reaches over its end.
        part: number of its part, a clause cut at commas and at *and*, *but* and the like.
        denied: whether a *not* reaches it.
        unstated: whether it is asked, feared, planned or guessed rather than said to be so.
    """

    word: str
    keys: frozenset[str]
    start: int
    end: int
    clause: int
    part: int
    denied: bool = False
    unstated: bool = False


class _Part(NamedTuple):
    """The words between two marks or joining words.

    Attributes:
        joined: whether it goes on from the part before by *and*.
        inverted: whether it stands after an opening question mark.
        asked: whether a question mark ends it.
    """

    tokens: list[Token]
    joined: bool
    inverted: bool
    asked: bool


def keys_of(word: str, lang: str) -> frozenset[str]:
    """What a folded word is known by: its stem in a language, or, where that is short, itself and its plurals."""
    root = stem(word, lang)
    if len(root) >= SHORTEST_STEM and not any(character.isdigit() for character in word):
        return frozenset((f"{lang}:{root}",))
    return frozenset((f"={word}", f"={word}s", f"={word}es"))


def tokens_of(text: str) -> list[Token]:
    """The words of a text, marked. Never raises."""
    marked: list[Token] = []
    unstated = False
    for part in _parts(text[:MAX_LENGTH]):
        goes_on = part.joined and part.tokens[1:2] and part.tokens[1].word not in _SUBJECTS
        unstated = (unstated and bool(goes_on)) or part.inverted
        made = list(_marked(part.tokens, unstated=unstated))
        if part.asked and not any(token.unstated for token in made):
            made = [token._replace(unstated=True) for token in made]
        unstated = made[-1].unstated
        marked.extend(made)
    return marked


def _marked(tokens: list[Token], *, unstated: bool) -> Iterator[Token]:
    """The words of one part with what is denied and what is not stated."""
    first = next((n for n, token in enumerate(tokens) if token.word not in _FILLERS), 0)
    reach = 0
    for number, token in enumerate(tokens):
        following = tokens[number + 1].word if number + 1 < len(tokens) else ""
        opens = number == first and token.word in (_ASKING - _PREDICATES if first else _ASKING)
        opens |= token.word in _QUESTIONS and following in _INVERTING
        opens |= token.word in _INVERTING and following in (_PRONOUNS if number == first else _PERSONS)
        unstated |= opens
        if token.word in NEGATORS:
            reach = _REACH
            yield token._replace(unstated=unstated)
            continue
        yield token._replace(denied=reach > 0, unstated=unstated)
        if reach and token.word in _UNSURE:  # *I do not know where he is*: nothing after it is denied or stated
            reach, unstated = 0, True
        unstated |= token.word in _UNREAL or (
            token.word in _COMING and following == "to"
        )  # that they want it is so; what they want is not
        reach = max(0, reach - 1)


def _parts(text: str) -> Iterator[_Part]:
    """A text cut into parts."""
    clause = part = 0
    held: list[Token] = []
    joined = inverted = False
    end = 0
    for found in _TOKEN.finditer(text):
        between = text[end : found.start()]
        words = _spelled(found.group(), owning=_OWNING.match(text, found.end()) is not None)
        hard = _HARD.search(between) is not None
        soft = "," in between or "—" in between or " - " in between
        turning = bool(words) and words[0] in _TURNING | _JOINING
        if held and (hard or soft or turning):
            yield _Part(held, joined, inverted, "?" in between)
            held, part, clause = [], part + 1, clause + hard
            joined = not hard and not soft and bool(words) and words[0] in _JOINING
            inverted = inverted and not hard
        inverted |= "¿" in between or found.group().casefold() in _ACCENTED
        held += [Token(word, _keys(word), found.start(), found.end(), clause, part) for word in words]
        end = found.end()
    if held:
        yield _Part(held, joined, inverted, "?" in text[end:])


def _keys(word: str) -> frozenset[str]:
    """What a word of a sentence answers to, in every language; *called* is no form of *calle*."""
    langs = ("en",) if word.endswith(_ENGLISH) else LANGUAGES
    return frozenset((f"={word}", *(f"{lang}:{stem(word, lang)}" for lang in langs)))


def _spelled(written: str, *, owning: bool) -> list[str]:
    """The folded words that one written word stands for; a form's number without hyphen or space."""
    if written.casefold() == "sí":
        return ["yes"]  # without its accent it means *if*
    folded = fold(written).replace("’", "'").replace("`", "'")
    if any(character.isdigit() for character in folded):
        return ["".join(filter(str.isalnum, folded))]
    whole, _, rest = folded.rpartition("'")
    if whole and rest in _SHORT and not (rest == "s" and owning and whole not in _NEVER_OWN):
        return [whole.replace("'", ""), *filter(None, [_SHORT[rest]])]
    return [folded.replace("'", "")] if folded.replace("'", "") else []
