"""In which language a text was typed: whoever types Spanish into an English window is offered Spanish."""

from __future__ import annotations

import re

from rightsref.model.spoken import words

_SURELY = """
que como cual cuando cuanto cuantas cuantos donde quien porque para pero unos unas esto eso ese esa sus tus nos muy ya yo ella ellos
usted ustedes puedo puede pueden debo debe deben tengo tiene tienen hago hacer hace quiero quiere estoy estan fue soy hay migra policia
abogado abogada carcel fianza corte juez papeles esposo esposa hijo hija hermano puerta trabajo agarraron llevaron detuvieron
arrestaron parar pararon firmar derechos ayuda miedo licencia carro telefono probatoria deportacion retencion detenido detenida
"""
_LIKELY = "con del los las mi mis su tu esta papa mama orden sin por mas una casa este son la el de en"
#: Words that Spanish has and English has not, as people type them, without accents.
_SPANISH = frozenset(_SURELY.split())
#: Words that are Spanish here, and could be a name or English elsewhere; two of them are needed.
_DOUBTFUL = frozenset(_LIKELY.split())
_SIGNS = re.compile(r"[ñ¿¡áéíóú]", re.IGNORECASE)


def sounds_spanish(text: str) -> bool:
    """Whether a text is Spanish: a sign that only Spanish has, one word that is surely Spanish, or two that are most likely so."""
    typed = words(text)
    sure = sum(word in _SPANISH for word in typed)
    return bool(_SIGNS.search(text)) or sure > 0 or sum(word in _DOUBTFUL for word in typed) > 1
