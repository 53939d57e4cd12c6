"""How much there is to draw in an SVG: counted before anything draws it, and never by doing what is counted."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from rightsref.words import tr

#: An SVG holds no more than this; what draws it takes time by the square of some of these. No logo comes near.
MAX_ELEMENTS, MAX_ATTRIBUTES, MAX_STYLE = 5_000, 20_000, 20_000
MAX_TEXTS, MAX_LETTERS = 500, 5_000
#: So many elements may be drawn by way of others that they name, all that those name in turn among them.
MAX_FOLLOWED = 100_000
#: So many dashes may be drawn. What draws them stops at a million in one line; words are given a good part of that.
MAX_DASHES, _IN_A_LINE, _IN_WORDS = 2_000_000, 1_000_000, 100_000

SVG_SPACE = "{http://www.w3.org/2000/svg}"
_REFERS = re.compile(r"url\(\s*['\"]?\s*#([^)'\"]+?)\s*['\"]?\s*\)", re.IGNORECASE)
_DASH = re.compile(r"stroke-dasharray\s*:([^;}]*)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
#: A selector that is a name or a class, or a few of them in a row; of any other it is not asked what it chooses.
_NAMED = re.compile(r"\s*[\w\s.#>-]*([.#][\w-]+)\s*\Z")
#: What of a shape tells how long its outline is, and by how much the outline may be longer: the number may be a radius.
_SHAPE = {"d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"}
_ROUND = 2 * math.pi


class _Said(NamedTuple):
    """What is declared of an element: the ids that it refers to, and the length of a dash with its gap (0: none)."""

    refers: tuple[str, ...] = ()
    dash: float = 0.0


def intricacy(root: Element) -> str:
    """What of an SVG there is too much of to be drawn at once; empty if nothing is."""
    elements = list(root.iter())
    words = [element for element in elements if element.tag == f"{SVG_SPACE}text"]
    styles = "".join(element.text or "" for element in elements if element.tag == f"{SVG_SPACE}style")
    if (
        len(elements) > MAX_ELEMENTS
        or sum(len(element.attrib) for element in elements) > MAX_ATTRIBUTES
        or len(styles) > MAX_STYLE
    ):
        return tr("is too intricate; save it as a PNG")
    if sum(1 for text in words for _ in text.iter()) > MAX_TEXTS or _letters(words) > MAX_LETTERS:
        return tr("holds too many words for a logo; save it as a PNG")
    said = _declared(elements, styles)
    return _reference_fault(root, elements, said) or _dash_fault(root, said)


def _letters(words: Iterable[Element]) -> int:
    return sum(len(part) for text in words for part in text.itertext())


def _declared(elements: list[Element], styles: str) -> dict[Element, _Said]:
    """What is declared of each element: by itself, and by the rules of the style sheet that may mean it."""
    rules: dict[str, list[_Said]] = defaultdict(list)
    for selectors, body in _RULE.findall(_NOTE.sub("", styles)):
        if (told := _said(body)) != _Said():
            for selector in selectors.split(","):
                named = _NAMED.match(selector)
                rules[named[1] if named else ""].append(told)
    return {element: _of(element, rules) for element in elements}


def _of(element: Element, rules: dict[str, list[_Said]]) -> _Said:
    own = _said(";".join(f"{name}:{value}" for name, value in element.attrib.items()))
    ids = (value[1:].strip() for name, value in element.attrib.items() if name.endswith("href") and value[:1] == "#")
    names = ("", f"#{element.get('id', '')}", *(f".{one}" for one in element.get("class", "").split()))
    told = [own, _Said(tuple(ids)), *(rule for name in dict.fromkeys(names) for rule in rules.get(name, ()))]
    dashes = [one.dash for one in told if one.dash]
    return _Said(tuple(name for one in told for name in dict.fromkeys(one.refers)), min(dashes, default=0.0))


def _said(declarations: str) -> _Said:
    lengths = (_sum(value) for value in _DASH.findall(declarations))
    return _Said(tuple(_REFERS.findall(declarations)), min((length for length in lengths if length), default=0.0))


def _sum(text: str) -> float:
    """The numbers in a text, added up without their signs."""
    return sum(abs(float(number)) for number in _NUMBER.findall(text))


def _reference_fault(root: Element, elements: list[Element], said: dict[Element, _Said]) -> str:
    """Whether references are followed too often: each id is counted once, from those that refer to nothing upwards."""
    asked = {name for one in said.values() for name in one.refers}
    named = {element.get("id", ""): element for element in reversed(elements) if element.get("id") in asked}
    within = {name: list(element.iter()) for name, element in named.items()} | {"": list(root.iter())}
    if sum(map(len, within.values())) > MAX_FOLLOWED:
        return tr("is too intricate; save it as a PNG")
    refers = {
        name: [target for element in inside for target in said[element].refers if target in named]
        for name, inside in within.items()
    }
    counts: dict[str, int] = {}
    try:
        for name in TopologicalSorter(refers).static_order():
            counts[name] = min(len(within[name]) + sum(counts[target] for target in refers[name]), MAX_FOLLOWED + 1)
    except CycleError:
        return tr("cannot be drawn: parts of it refer to themselves; save it as a PNG")
    return tr("is too intricate; save it as a PNG") if counts[""] > MAX_FOLLOWED else ""


def _dash_fault(root: Element, said: dict[Element, _Said]) -> str:
    """Whether too many dashes would be drawn, going by the numbers that outlines are made of; a dash holds for all within."""
    count, left = 0.0, [(root, 0.0)]
    while left:
        element, outer = left.pop()
        dash = said[element].dash or outer
        left += [(inner, dash) for inner in element]
        if dash and element.tag in {f"{SVG_SPACE}text", f"{SVG_SPACE}tspan"}:
            count += _IN_WORDS
        elif dash:
            length = _ROUND * sum(_sum(value) for name, value in element.attrib.items() if name in _SHAPE)
            count += min(length / dash, _IN_A_LINE)
    return tr("has too many dashes; save it as a PNG") if count > MAX_DASHES else ""
