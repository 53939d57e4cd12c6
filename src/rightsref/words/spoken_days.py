"""The words in which people say days and times, without accents: English and Spanish side by side."""

from __future__ import annotations

_MONTHS = (
    "january jan enero ene", "february feb febrero", "march mar marzo", "april apr abril abr", "may mayo", "june jun junio",
    "july jul julio", "august aug agosto ago", "september sep sept septiembre setiembre", "october oct octubre",
    "november nov noviembre", "december dec diciembre dic",
)  # fmt: skip
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAYS = (
    "monday mon lunes", "tuesday tue tues martes", "wednesday wed weds miercoles", "thursday thu thur thurs jueves",
    "friday fri viernes", "saturday sat sabado", "sunday sun domingo",
)  # fmt: skip
#: From Monday on, as `date.weekday` counts.
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
#: Days by their distance from today.
AWAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "hoy": 0, "esta noche": 0, "esta manana": 0,
    "esta tarde": 0, "yesterday": -1, "last night": -1, "ayer": -1, "anoche": -1, "day before yesterday": -2,
    "the day before yesterday": -2, "anteayer": -2, "antier": -2, "antes de ayer": -2, "tomorrow": 1, "manana": 1, "pasado manana": 2,
}  # fmt: skip
NOW = frozenset({"now", "right now", "just now", "ahora", "ahorita", "ahora mismo"})
LAST = frozenset({"last", "past", "pasado"})
NEXT = frozenset({"next", "coming", "proximo"})
#: Say nothing by themselves.
SKIPPED = frozenset({"the", "of", "on", "in", "de", "del", "el", "la", "dia", "this", "este"})
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}  # fmt: skip
#: Units of *two days ago*.
AGO = {
    "day": "day", "days": "day", "dia": "day", "dias": "day", "week": "week", "weeks": "week", "semana": "week", "semanas": "week",
    "month": "month", "months": "month", "mes": "month", "meses": "month", "year": "year", "years": "year", "ano": "year", "anos": "year",
}  # fmt: skip
#: The night of a day, which goes on after midnight.
NIGHTS = frozenset({"tonight", "last night", "esta noche", "anoche"})
#: Halves of the day in words -> am, pm or, for what reaches over midnight, nm.
HALVES = {
    "(?:in the morning|de la manana|por la manana|de la madrugada)": "am",
    "(?:in the afternoon|in the evening|de la tarde|por la tarde)": "pm",
    "(?:at night|de la noche|por la noche)": "nm",
}
