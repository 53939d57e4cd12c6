"""The fixed words of sheets, in the language of the sheet, which need not be the window's."""

from __future__ import annotations

_SPANISH = {
    "Law as of {day}. Checked {checked}.": "Ley vigente al {day}. Revisado el {checked}.",
    "† Not verified: from general knowledge. Check it before you rely on it.": "† Sin verificar: viene de conocimiento general. Confírmelo antes de confiar en ello.",
    "Authorities": "Fuentes legales",
    "Seen only in the press or in guides: {n} of {all}.": "Vistas solo en la prensa o en guías: {n} de {all}.",
    "Some parts are in English only.": "Algunas partes están solo en inglés.",
    "Information, not legal advice.": "Información, no asesoría legal.",
    "Version {code}": "Versión {code}",
    "A code that holds the same dates as text": "Un código que guarda las mismas fechas como texto",
    "Say, calmly": "Diga con calma",
    "Call": "Llame",
    "The dates of this sheet, to scan": "Las fechas de esta hoja, para escanear",
    "The date of this card, to scan": "La fecha de esta tarjeta, para escanear",
    "My lawyer": "Mi abogado",
    "checked": "revisado",
    "First, since it cannot be undone": "Primero, lo que no se puede deshacer",
    "Do now": "Haga ahora",
    "Why": "Por qué",
    "Exceptions": "Excepciones",
    "Write down": "Anote",
    "Whom to call": "A quién llamar",
    "In plain words": "En palabras sencillas",
    "The law, in our own words": "La ley, en nuestras palabras",
    "The paper, field by field": "El papel, campo por campo",
    "What the court held": "Lo que decidió la corte",
    "What it means in Chicago": "Qué significa en Chicago",
    "The law says": "Lo que dice la ley",
    "The agency claims": "Lo que afirma la agencia",
    "What to say and do": "Qué decir y hacer",
    "What it lets an officer do": "Qué le permite hacer a un oficial",
    "What it does not cover": "Lo que no cubre",
    "Common mistakes": "Errores comunes",
    "If it is broken": "Si no se cumple",
    "The story": "La historia",
    "In dispute": "En disputa",
    "What it gives up": "A qué se renuncia",
    "Can it be taken back?": "¿Se puede deshacer?",
    "If you do not sign": "Si no firma",
    "Do not sign this.": "No firme esto.",
    "Do not sign before a lawyer has read it.": "No firme antes de que lo lea un abogado.",
    "Choose with care: one box protects you.": "Escoja con cuidado: una de las casillas lo protege.",
    "A receipt: signing it says only that you were given a copy.": "Un recibo: firmarlo solo dice que le dieron una copia.",
    "Traps": "Errores que se cometen con este papel",
    "RightsRef sheet: {title}. Law as of {day}, checked {checked}, edition {edition}, code {code}. Older than six months? "
    "Ask for a new one. Information, not legal advice.": "Hoja de RightsRef: {title}. Ley vigente al {day}, revisada el {checked}, edición {edition}, código {code}. "
    "¿Tiene más de seis meses? Pida una nueva. Información, no asesoría legal.",
    "RightsRef card. Law as of {day}, code {code}. Older than six months? Ask for a new one.": "Tarjeta de RightsRef. Ley vigente al {day}, código {code}. ¿Más de seis meses? Pida una nueva.",
    "Law as of {day}": "Ley vigente al {day}",
    "Front": "Frente",
    "Back": "Reverso",
    "Print on both sides, flip on the long edge, at 100 %.": "Imprima por los dos lados, voltee por el lado largo, al 100 %.",
}


def sheet_text(text: str, lang: str) -> str:
    """A fixed string of a sheet in a language; English is the key, and stands in where there is nothing else."""
    return _SPANISH.get(text, text) if lang == "es" else text
