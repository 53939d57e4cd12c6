r"""Citations of law: forgiving to read, exact to write.

A citation is a *base* in canonical spelling (`5 ILCS 805/15`, `form:I-247A`) and the *pinpoint* that follows it
(`(h)(7)`). `find` reads every spelling that people type, alone or inside a sentence:

    MCC ordinance     2-173-020  § 2-173-020(a)(6)  mcc 2-173-030 (b)
    Illinois statute  5ilcs805/15  805/15(h)  705 ILCS 96/10-15(a)  720 ILCS 5/14  775 ILCS 5
    federal statute   8 usc sec. 1373(a)  18 U.S.C. § 1071  INA 287(g)  287g  section 1373
    federal rule      8 C.F.R. § 287.7(d)  287.7(d)
    constitution      4th amendment  amendment IV  U.S. Const. amend. IV
    public act, bill  PA 102-0234  P.A. 102-234  HB 1312  SB667
    county            Cook County Code 46-37(a)  11-O-73
    form              i247a  I-247A  i 200 form  AO442
    order             EO 2025-8  Chicago Executive Order No. 2025-8  General Administrative Order 2025-10  S06-14-03

After one citation may follow others: `8 USC §§ 1226(a), 1231`, `805/15(a), (h) and (i)`. Bills, ordinance numbers and the
reporters of cases (`745 F.3d 634`) have no base of their own; they come back as *names* which the knowledge base resolves.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rightsref.model.address import slug
from rightsref.model.kinds import DOCUMENT_KINDS
from rightsref.model.typed import plain_signs

#: Chapter of each Illinois act that people cite by its act number alone ("805/15").
ACT_CHAPTER = {"805": "5", "825": "5", "835": "5", "230": "5", "96": "705", "167": "110", "755": "765"}

#: Section of the Immigration and Nationality Act -> section of title 8, U.S. Code (the Act's own classification).
INA_TO_USC = {
    "212": "1182", "235": "1225", "236": "1226", "239": "1229", "240": "1229a", "241": "1231", "242": "1252",
    "208": "1158", "217": "1187", "237": "1227", "240B": "1229c", "243": "1253", "262": "1302", "263": "1303", "264": "1304", "265": "1305", "266": "1306", "274": "1324", "276": "1326",
    "287": "1357", "292": "1362",
}  # fmt: skip

_ROMAN = {"first": "I", "1st": "I", "1": "I", "i": "I", "second": "II", "2nd": "II", "2": "II", "ii": "II",
          "fourth": "IV", "4th": "IV", "4": "IV", "iv": "IV", "fifth": "V", "5th": "V", "5": "V", "v": "V",
          "sixth": "VI", "6th": "VI", "6": "VI", "vi": "VI", "tenth": "X", "10th": "X", "10": "X", "x": "X",
          "fourteenth": "XIV", "14th": "XIV", "14": "XIV", "xiv": "XIV"}  # fmt: skip

_PIN = r"(?P<pin>(?:\s*\(\s*[0-9a-zA-Z]{1,5}(?:-\d{1,2})?\s*\))*)"
# What may stand between a code and its section. Bounded: a row of § signs must not make matching slow.
_SEC = r"(?:\s*(?:§|sections?\b|secs?\b\.?|,)){0,4}\s*"
_MARK = r"(?:§\s*){1,2}|\bsec(?:tion)?s?\b\.?\s*"


class Citation(NamedTuple):
    """A citation in canonical spelling.

    Attributes:
        base: the section or document, such as `MCC 2-173-020` or `case:Galarza v. Szalczyk`.
        pinpoint: the paragraph within it, such as `(a)(6)`, `¶2` or ` "immigration detainer"`; may be empty.
        version: ISO date on which an earlier version took effect; empty for the current text.
    """

    base: str
    pinpoint: str = ""
    version: str = ""

    def __str__(self) -> str:
        suffix = f"@{self.version}" if self.version else ""
        return f"{self.base}{self.pinpoint}{suffix}"


class Found(NamedTuple):
    """A citation found in a text, with the characters `start:end` that spell it."""

    citation: Citation
    start: int
    end: int


class _Form(NamedTuple):
    regex: str
    base: str  # a template over the pattern's named groups

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when the first text is read, not when the program starts."""
        return _compiled(self.regex)


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.IGNORECASE)


# In order of trust: the first form that matches at a place wins it.
_FORMS = (
    _Form(r"\bU\.?\s?S\.?\s+Const(?:itution|\.)?,?\s+amend(?:ment|\.)?\s+(?P<amend>[ivx]+|\d+)\b", "amend"),
    _Form(r"\b(?P<amend>first|second|fourth|fifth|sixth|tenth|fourteenth|1st|2nd|4th|5th|6th|10th|14th)\s+amend(?:ment|\.)?",
          "amend"),
    _Form(r"\bamend(?:ment|\.)?\s+(?P<amend>[ivx]+|\d+)\b", "amend"),
    _Form(rf"(?:(?:\bMCC\b|\bM\.C\.C\.){_SEC}|{_MARK})?\b(?P<sec>2-1(?:73|60)-\d{{3}})\b{_PIN}", "MCC {sec}"),
    _Form(rf"(?:\bMCC\b|\bM\.C\.C\.){_SEC}(?P<sec>\d{{1,2}}-\d{{1,3}}-\d{{2,3}})\b{_PIN}", "MCC {sec}"),
    _Form(rf"\b(?P<ch>\d{{1,3}})\s*ILCS\s*(?P<act>\d{{1,4}}){_SEC}/{_SEC}(?P<sec>\d+[A-Za-z]{{0,2}}(?:[-.]\d+[A-Za-z]?)*){_PIN}",
          "{ch} ILCS {act}/{sec}"),
    _Form(r"\b(?P<ch>\d{1,3})\s*ILCS\s*(?P<act>\d{1,4})\b(?!/)(?P<pin>)", "{ch} ILCS {act}"),
    _Form(rf"\b(?P<title>\d{{1,2}})\s*C\.?\s?F\.?\s?R\.?{_SEC}(?:part\s*)?(?P<sec>\d{{2,4}}[a-z]?\.\d+){_PIN}", "{title} CFR {sec}"),
    _Form(rf"\b(?P<title>\d{{1,2}})\s*U\.?\s?S\.?\s?C\.?(?:A\.?)?(?![a-z]){_SEC}(?P<sec>\d{{2,4}}[a-z]?)\b{_PIN}",
          "{title} USC {sec}"),
    _Form(rf"\bI\.?N\.?A\.?{_SEC}(?P<ina>{'|'.join(sorted(INA_TO_USC, reverse=True))})(?![0-9a-z]){_PIN}", "ina"),
    _Form(r"\b287\s*\(?\s*g\s*\)?(?![a-z0-9])(?P<pin>)", "8 USC 1357"),
    _Form(rf"\b(?P<sec>2(?:36|41|64|87)\.\d{{1,2}})\b{_PIN}", "8 CFR {sec}"),
    _Form(rf"(?:\bsection|\bsec\.?|§)\s*(?P<sec>1[1-46]\d\d[a-d]?)\b{_PIN}", "8 USC {sec}"),
    _Form(rf"(?<![\d/])\b(?P<act>805|825|835|230|96|167|755)/(?P<sec>\d+(?:-\d+)?){_PIN}", "act"),
    _Form(r"\bP(?:ublic\s+|\.?\s?)A(?:ct|\.)?\s*(?P<ga>\d{2,3})\s?-\s?0*(?P<num>\d{1,4})\b(?P<pin>)"
          r"(?:\s*,?\s*§\s*(?P<sub>\d+-\d+)(?P<subpin>(?:\([0-9a-zA-Z]+\))*))?", "pa"),
    _Form(rf"(?:\b(?:Cook\s+County\s+(?:Code|Ord(?:inance|\.)?)|C\.?C\.?C\.?){_SEC}|{_MARK})?\b(?P<sec>46-37)\b{_PIN}",
          "Cook County Code {sec}"),
    _Form(rf"\bS\s?(?P<a>0\d)-(?P<b>\d\d)(?:-(?P<c>\d\d))?\b{_PIN}", "cpd"),
    _Form(rf"\b(?:G\.?A\.?O\.?|General\s+Administrative\s+Order)\s*(?:No\.?\s*)?(?P<no>20\d\d-\d{{1,2}})\b{_PIN}", "order:Cook County GAO {no}"),
    _Form(r"\b(?P<county>(?:Cook\s+)?County\s+)?(?:E\.?O\.?|Exec(?:utive|\.)?\s+Order|Orden\s+Ejecutiva)\s*(?:No\.?\s*)?"
          rf"(?P<no>\d{{2,4}}-\d{{1,2}})\b{_PIN}", "eo"),
    _Form(r"\b(?:form\s+)?I[\s-]?(?P<no>247(?:\s?[ADGNX])?|9|200|203A?|205|210|213|220[AB]|246|286|352|407|589|826|830|851|860|862|867[AB]?|871|914B?|918B?)\b(?P<pin>)", "form:I-{no}"),
    _Form(r"\bAO[\s-]?(?P<no>93|442)\b(?P<pin>)", "form:AO {no}"),
)  # fmt: skip

_NAMES = re.compile(
    r"\b(?:[HS]\.?B\.?\s?\d{2,5}|S?O20\d\d-\d{2,8}|SR20\d\d-\d+|\d\d-O-\d+|1[016]\d{3}\.\d)\b"
    # a case by its reporter
    r"|\b\d{1,4}\s(?:U\.?\s?S\.?|F\.?\s?(?:[23]d|4th)|F\.?\s?Supp\.?(?:\s?[23]d)?|S\.?\s?Ct\.?|I\s?&\s?N\s?Dec\.?|WL|Mass\.?)\s\d{1,7}\b"
    r"|\b\d{4}\sIL\s(?:App\s\(\d\w+\)\s)?\d{5,6}\b",
    re.IGNORECASE,
)
#: What may follow a citation of several: more paragraphs of it, or more sections beside it.
_MORE_PINS = re.compile(
    r"\s*(?:,|;|\band\b|&|\by\b|\bor\b)(?:\s*(?:,|and|&|y|or))?\s*(?P<pin>(?:\(\s*[0-9a-zA-Z]{1,5}\s*\))+)"
)
_MORE_SECTIONS = re.compile(
    r"\s*(?:,|;|\band\b|&|\by\b)(?:\s*(?:and|&|y))?\s*(?P<sec>\d[\d.-]*[a-z]?)\b(?P<pin>(?:\(\s*[0-9a-zA-Z]{1,5}\s*\))*)"
)
#: What stands before the colon of a citation, beside the kinds of document: series of orders, and two kinds that are looked up so.
_SERIES = ("directive", "eo", "order", "guidance", "policy", "memo", "term", "source")
_PREFIXED = re.compile(rf'(?P<base>(?:{"|".join((*DOCUMENT_KINDS, *_SERIES))}):[^\s¶"“].*)\Z')
_VERSION = re.compile(r"@(\d{4}-\d{2}-\d{2})\Z")
_TAIL = re.compile(r'(?P<base>.*?)\s*(?P<pin>¶\s*\d+|["“]\s*[^\s"“”][^"“”]*["”]?)\Z')
_LETTERED = re.compile(r"(?P<base>.*?\S)(?P<pin>(?:\([0-9A-Za-z]{1,5}\))+)\Z")


def _base_of(form: _Form, match: re.Match[str]) -> str:  # noqa: PLR0911 - one line per irregular form
    group = {key: value or "" for key, value in match.groupdict().items()}
    if form.base == "amend":
        return f"U.S. Const. amend. {_ROMAN.get(group['amend'].lower(), group['amend'].upper())}"
    if form.base == "ina":
        return f"8 USC {INA_TO_USC[group['ina']]}"
    if form.base == "act":
        return f"{ACT_CHAPTER[group['act']]} ILCS {group['act']}/{group['sec']}"
    if form.base == "pa":
        return f"P.A. {group['ga']}-{group['num']}" + (f" § {group['sub']}" if group["sub"] else "")
    if form.base == "cpd":
        return f"directive:CPD S{group['a']}-{group['b']}" + (f"-{group['c']}" if group["c"] else "")
    if form.base == "eo":
        return f"eo:{'Cook County' if group['county'] else 'Chicago'} {group['no']}"
    if form.base.startswith("form:I-"):
        return form.base.format(no=group["no"].upper().replace(" ", ""))
    return form.base.format(**group)


def _pinpoint_of(form: _Form, match: re.Match[str]) -> str:
    if form.base == "8 USC 1357":
        return "(g)"
    groups = match.groupdict()
    return re.sub(r"\s+", "", groups.get("subpin") or groups.get("pin") or "")


def find(text: str) -> list[Found]:
    """All citations in a text, in reading order, none overlapping another."""
    taken: list[Found] = []
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in taken):
                continue
            taken.append(Found(Citation(_base_of(form, match), _pinpoint_of(form, match)), start, end))
    for first in sorted(taken, key=lambda found: found.start):
        for more in _following(text, first):
            if not any(more.start < other.end and other.start < more.end for other in taken):
                taken.append(more)
    return sorted(taken, key=lambda found: found.start)


def _following(text: str, first: Found) -> list[Found]:
    """Further paragraphs of a citation, and after a mark of several, further sections beside it."""
    found: list[Found] = []
    base, end = first.citation.base, first.end
    several = re.search(r"§\s*§|\b(?:secs|sections)\b", text[max(0, first.start - 4) : first.end])
    beside = re.match(r"(?P<head>.*[ /])[\w.-]+\Z", base) if several else None
    while True:
        if first.citation.pinpoint and (match := _MORE_PINS.match(text, end)):
            citation = Citation(base, re.sub(r"\s+", "", match["pin"]))
        elif beside and (match := _MORE_SECTIONS.match(text, end)):
            base = beside["head"] + match["sec"]
            citation = Citation(base, re.sub(r"\s+", "", match["pin"]))
        else:
            return found
        found.append(Found(citation, match.start(), match.end()))
        end = match.end()


def names(text: str) -> list[str]:
    """Bill, ordinance and policy numbers in a text, as keys for `name_key` lookup (`hb1312`)."""
    return [loose_key(match.group()) for match in _NAMES.finditer(text)]


def name_key(text: str) -> str:
    """The key under which a name is looked up: letters and digits only, lower case, no accents; `vs` reads as `v`."""
    return re.sub(r"-(?:vs|versus|contra)-", "-v-", slug(text)).replace("-", "")


def loose_key(text: str) -> str:
    """The key of a number that people write with and without leading zeros (`HB 01312`, `EO 2025-08`)."""
    return name_key(re.sub(r"(?<![\d.])0+(?=\d)", "", text))


@lru_cache(maxsize=8_192)
def parse(text: str) -> Citation | None:
    """Read a text that is a citation and nothing else; None if it is anything else.

    Canonical spellings of every kind are read back exactly: `parse(str(c)) == c`.
    """
    text = " ".join(text.split())
    version = ""
    if dated := _VERSION.search(text):
        version, text = dated[1], text[: dated.start()]
    if prefixed := _PREFIXED.match(text):
        base, pinpoint = _split_tail(prefixed["base"])
        if lettered := _LETTERED.match(base):
            base, pinpoint = lettered["base"], lettered["pin"] + pinpoint
        return Citation(base, pinpoint, version)
    text, tail = _split_tail(plain_signs(text))
    found = find(text)
    if len(found) != 1:
        return None
    rest = text[: found[0].start] + text[found[0].end :]
    if re.sub(
        r"(?i)[\W_]|form|section|art(icle)?|the|u\.?s\.?|notes?|special|directive|order|cpd|mayor.?s?|chicago|cook|county|circuit|court|illinois|city|of|no",
        "",
        rest,
    ):
        return None
    citation = found[0].citation
    return Citation(citation.base, citation.pinpoint + tail, version)


def _split_tail(text: str) -> tuple[str, str]:
    """Part a trailing ¶ or quoted term from what it belongs to."""
    tail = _TAIL.match(text)
    if tail is None or not tail["base"]:
        return text, ""
    pin = tail["pin"]
    if pin.startswith("¶"):
        return tail["base"], " " + pin.replace(" ", "")
    term = pin.strip('"“” ')
    return tail["base"], f' "{term}"'


def segments(pinpoint: str) -> tuple[str, ...]:
    """Address segments of a pinpoint: `(h)(7)` -> `h`, `7`; ` ¶2` -> `p2`; ` "ICE"` -> `ice`."""
    pinpoint = pinpoint.strip()
    if pinpoint.startswith("¶"):
        return (f"p{pinpoint[1:].strip()}",)
    if pinpoint.startswith('"'):
        return (slug(pinpoint),)
    return tuple(re.findall(r"\(([^)]+)\)", pinpoint))
