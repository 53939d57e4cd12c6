"""A flow drawn on one sheet, so that a lawyer can check it: questions, options, outcomes with their authorities."""

from __future__ import annotations

import textwrap
from html import escape

from rightsref.model.flow import Flow, Outcome, Question, Verdict
from rightsref.reasoning.scenario import layers

_WIDTH, _GAP, _ROW_GAP, _LINE, _PAD = 250, 26, 64, 16, 10
_GROUNDS = {
    Verdict.PROHIBITED: "#fdeae8", Verdict.DEPENDS: "#fff3d4", Verdict.ALLOWED: "#e3f4e9", Verdict.REQUIRED: "#e4f2fb",
}  # fmt: skip
_WORDS = {
    Verdict.PROHIBITED: "NOT ALLOWED", Verdict.DEPENDS: "IT DEPENDS", Verdict.ALLOWED: "ALLOWED", Verdict.REQUIRED: "REQUIRED",
}  # fmt: skip


def draw(flow: Flow) -> str:
    """The flow as SVG: rows from the start down, an arrow for each option with its label."""
    boxes = {key: _words(flow, key) for row in layers(flow) for key in row}
    places: dict[str, tuple[float, float, float]] = {}
    y, width = 70.0, max(len(row) for row in layers(flow)) * (_WIDTH + _GAP) + _GAP
    for row in layers(flow):
        height = max(len(boxes[key]) for key in row) * _LINE + 2 * _PAD
        left = (width - len(row) * (_WIDTH + _GAP) + _GAP) / 2
        for n, key in enumerate(row):
            places[key] = (left + n * (_WIDTH + _GAP), y, len(boxes[key]) * _LINE + 2 * _PAD)
        y += height + _ROW_GAP
    parts = [_arrow(flow, key, places) for key in flow.questions if key in places]
    parts += [_box(flow, key, boxes[key], place) for key, place in places.items()]
    title = f'<text x="{_GAP}" y="40" font-size="24" font-weight="700">{escape(flow.title)}</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {y:.0f}" font-family="Source Sans Pro, sans-serif" '
        f'font-size="12" fill="#15202c"><rect width="100%" height="100%" fill="#ffffff"/>{title}{"".join(parts)}</svg>\n'
    )


def _words(flow: Flow, key: str) -> list[str]:
    """What stands in a box, line by line."""
    if key in flow.questions:
        return _question(flow.questions[key])
    return _outcome(flow.outcomes[key])


def _question(question: Question) -> list[str]:
    lines = [_named(question), *textwrap.wrap(question.text, 40)]
    for option in question.options:
        days = f" [{option.start or '…'} – {option.end or 'now'}]" if option.start or option.end else ""
        lines += textwrap.wrap(f"{option.key}: {option.label}{days} → {option.goto}", 42, subsequent_indent="   ")
    return lines


def _outcome(outcome: Outcome) -> list[str]:
    lines = [
        f"{_named(outcome)} ({_WORDS[outcome.verdict]}, caution {outcome.caution})",
        *textwrap.wrap(outcome.title, 40),
    ]
    for reason in outcome.because:
        lines += textwrap.wrap(f"• {reason.citation}", 42, subsequent_indent="  ")
    return lines


def _named(part: Question | Outcome) -> str:
    """Its key, with the name under which several scenarios share it."""
    return f"{part.key} [shared: {part.shared}]" if part.shared else part.key


def _box(flow: Flow, key: str, lines: list[str], place: tuple[float, float, float]) -> str:
    x, y, height = place
    ground = _GROUNDS[flow.outcomes[key].verdict] if key in flow.outcomes else "#ffffff"
    made = f'<rect x="{x:.0f}" y="{y:.0f}" width="{_WIDTH}" height="{height:.0f}" rx="8" fill="{ground}" stroke="#51606f"/>'
    for n, line in enumerate(lines):
        weight = ' font-weight="700"' if n == 0 else ""
        made += f'<text x="{x + _PAD:.0f}" y="{y + _PAD + (n + 0.8) * _LINE:.0f}"{weight}>{escape(line)}</text>'
    return made


def _arrow(flow: Flow, key: str, places: dict[str, tuple[float, float, float]]) -> str:
    x, y, height = places[key]
    made = ""
    for n, option in enumerate(flow.questions[key].options):
        start = x + _WIDTH * (n + 1) / (len(flow.questions[key].options) + 1)
        end_x, end_y, _ = places[option.goto]
        end = end_x + _WIDTH / 2
        bottom = y + height
        made += (
            f'<path d="M{start:.0f} {bottom:.0f} C{start:.0f} {bottom + 40:.0f} {end:.0f} {end_y - 40:.0f} {end:.0f} {end_y:.0f}" '
            f'fill="none" stroke="#0a6694" stroke-opacity="0.55"/>'
            f'<text x="{start:.0f}" y="{bottom + 14:.0f}" font-size="10" fill="#51606f" text-anchor="middle">{escape(option.key)}</text>'
        )
    return made
