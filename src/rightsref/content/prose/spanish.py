"""What can be measured about Spanish: its syllables, how easily it reads, whether it says *usted*, what it must share with its English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rightsref.content.prose.wording import references, spoken

#: INFLESZ: texts of 20 words or more below this stop the build; below `EASY_WANTED` they are listed.
EASY_LEAST, EASY_WANTED, MEASURED_WORDS = 55, 65, 20

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SITE = re.compile(r"\b(?:https?://|www\.)\S+")  # nobody reads it aloud
_SENTENCE = re.compile(r"[.!?:;…]+(?=\s|[»”)\]]|$)")
_STRONG, _WEAK_STRESSED = "aeoáéó", "íú"
_NUCLEUS = re.compile(r"[aeiouáéíóúüyh]+")

#: Forms that only *tú* or *vos* has. Those that are also words of another meaning are left out. In lower case, as the texts are then
#: read: to ignore case takes three times as long.
_FAMILIAR = re.compile(
    r"\b(?:tú|tu|tus|te|ti|contigo|tuy[oa]s?|vos|eres|sos|estás|tienes|tenés|puedes|podés|debes|quieres|querés|sabes|vienes|"
    r"necesitas|conoces|entiendes|piensas|crees|trabajas|vives|recibes|pides|sigues|vuelves|serás|tendrás|podrás|deberás|"
    r"dime|dile|diles|dilo|hazlo|hazle|ponlo|llámal[oa]s?|llámanos|avísanos|avísale|pídel[oa]s?|pídele|pregúntale|muéstral[oa]|"
    r"guárdal[oa]s?|búscal[oa]s?|quédate|cállate|cuídate|acuérdate|fíjate|siéntate|vete|anótal[oa]|"
    r"no (?:l[aoe]s? |se |me |te )*(?:firmes|llames|vayas|abras|digas|hables|toques|cites|confundas|olvides|dejes|entres|"
    r"corras|mientas|muestres|enseñes|lleves|pagues|des|hagas|creas|contestes|respondas|aceptes|esperes|pidas|preguntes|"
    r"guardes|escribas|discutas|pongas|vuelvas|sigas|salgas|uses))\b"
    r"|(?:^|(?<=[.;:!?¡¿] ))(?:ve|haz|di|pon|ten|sal|llama|guarda|busca|escribe|mira|espera|anota|avisa|lee) "
    r"(?=(?:al?|de|por|con|en|si|que|un|una|el|la|los|las|todo|todos|nada|aquí|ahí|siempre|solo)\b)"
)
_MONTHS = {
    "January": "enero", "February": "febrero", "March": "marzo", "April": "abril", "May": "mayo", "June": "junio", "July": "julio",
    "August": "agosto", "September": "septiembre", "October": "octubre", "November": "noviembre", "December": "diciembre",
}  # fmt: skip
#: A month beside a day, as English writes it.
_DATED = re.compile(rf"\b(?:\d (?=({'|'.join(_MONTHS)}))|({'|'.join(_MONTHS)})(?= \d))")
_NUMBER_WORDS = {
    word: str(number) for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()  # noqa: SIM905 - in order
    )
} | {"first": "1", "second": "2", "third": "3", "twenty": "20", "thirty": "30", "hundred": "100", "thousand": "1000"}  # fmt: skip
_CODE = re.compile(r"\b(?:[A-Z]{1,3}-\d+[A-Z]?|AO \d+|(?:CFR|USC|ILCS|MCC|GAO)\b)|\d[\d./-]*(?:\([0-9A-Za-z]{1,5}\))+")
_NUMBER = re.compile(r"\d+")
_PHONE = re.compile(r"\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b")


@lru_cache(maxsize=65_536)
def syllables(word: str) -> int:
    """How many syllables a Spanish word is written with: strong vowels part, weak ones join unless they bear the accent."""
    word = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.casefold())
    count = sum(_nuclei(group) for group in _NUCLEUS.findall(word))
    return max(count, 1)


def _nuclei(group: str) -> int:
    """The syllables in a run of vowels; `h` parts nothing by itself, `y` is a vowel only where it ends the run."""
    vowels = re.sub(r"y(?=[aeiouáéíóúü])", " ", group.replace("h", ""))
    return sum(_parts(part) for part in vowels.split())


def _parts(vowels: str) -> int:
    count, before = 0, ""
    for vowel in vowels:
        strong = vowel in _STRONG or vowel in _WEAK_STRESSED
        joined = before and not (vowel in _WEAK_STRESSED or before in _WEAK_STRESSED or (strong and before in _STRONG))
        count += not joined
        before = vowel
    return count


def ease(text: str) -> float:
    """How easily a Spanish text reads on the scale of INFLESZ (Szigriszt-Pazos): 65 and more is easy, below 55 hard."""
    text = _SITE.sub(" ", spoken(text))
    words = _WORD.findall(text)
    if not words:
        return 100.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    return 206.835 - 62.3 * sum(map(syllables, words)) / len(words) - len(words) / sentences


def measured(text: str) -> bool:
    """Whether a text is long enough for its ease to mean something."""
    return len(_WORD.findall(spoken(text))) >= MEASURED_WORDS


def familiar(text: str) -> list[str]:
    """The words by which a text says *tú* or *vos*."""
    text = spoken(text)
    return [text[match.start() : match.end()].strip() for match in _FAMILIAR.finditer(text.lower())]


def faults(english: str, spanish: str) -> Iterator[str]:
    """What a Spanish text does not share with its English: numbers, dates, citations, references, phone numbers."""
    if sorted(references(english)) != sorted(references(spanish)):
        yield f"the references in [[…]] must be those of the English: {', '.join(references(english)) or 'none'}"
        return
    yield from _lost("citation", _CODE, english, spanish)
    if not (_NUMBER.search(english) or _NUMBER.search(spanish)):  # as in most texts
        return
    yield from _lost("phone number", _PHONE, english, spanish)
    yield from _lost("number", _NUMBER, english, spanish)
    yield from (f"the number {number} is not in the English" for number in _new_numbers(english, spanish))
    dated = {month for found in _DATED.findall(english) for month in found}
    for month, mes in _MONTHS.items():
        if month in dated and mes not in spanish.casefold():
            yield f"the date in {month} must say {mes}"


def _lost(what: str, pattern: re.Pattern[str], english: str, spanish: str) -> Iterator[str]:
    """What the English says oftener than the Spanish."""
    told = pattern.findall(english)
    for lost in Counter(told) - Counter(pattern.findall(spanish)) if told else ():
        yield f"the {what} {lost} of the English is not there"


def _new_numbers(english: str, spanish: str) -> list[str]:
    """The numbers of a Spanish text that its English says neither in figures nor in words."""
    told = set(_NUMBER.findall(english))
    new = [number for number in dict.fromkeys(_NUMBER.findall(spanish)) if number not in told]
    if not new:
        return []
    named = _NUMBER.findall(" ".join(_CODE.findall(spanish)))  # a form may be named by its number
    in_words = {*named, *(_NUMBER_WORDS.get(word.casefold()) for word in _WORD.findall(english))}
    return [number for number in new if number not in in_words]


def unbracketed(text: str, phrases: list[str]) -> list[str]:
    """The phrases of a list that stand in a text outside brackets."""
    text = re.sub(r"\([^)]*\)", " ", text)
    return [phrase for phrase in phrases if re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE)]


def forbidden(text: str, phrases: list[str], unless: list[str]) -> list[str]:
    """The phrases of a list that a text says itself; in quotation marks or *emphasis* it only names them."""
    folded = text.casefold()
    phrases = [phrase for phrase in phrases if phrase.casefold() in folded]  # nearly always none, and cheap to see
    if not phrases:
        return []
    text = re.sub(r"“[^”]*”|«[^»]*»|\*[^*]*\*", " ", text)
    for fine in unless:
        text = re.sub(rf"\b{re.escape(fine)}\b", " ", text, flags=re.IGNORECASE)
    return [
        phrase
        for phrase in phrases
        if re.search(rf"\b{re.escape(phrase)}\b", text, flags=0 if phrase != phrase.lower() else re.IGNORECASE)
    ]
