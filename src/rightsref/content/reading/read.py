"""Content files -> raw documents. Says what is malformed; judges nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rightsref.content.reading.file_text import text_of
from rightsref.content.reading.grammar import (
    FLOW,
    GRAMMARS,
    PARTS,
    TABLES,
    TOML_FILES,
    TomlFile,
    companion_shape,
)
from rightsref.content.reading.heads import ask_heads, word_heads
from rightsref.content.reading.lines import line_of
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.program import PROGRAM, program_texts
from rightsref.content.reading.raw import RawBlock, RawDocument
from rightsref.content.reading.shape import Misfit, judged, misfits
from rightsref.content.reading.shared import with_shared
from rightsref.content.reading.translations import Companion, fill, inline_in, original_path, texts_in
from rightsref.model.kinds import LANGUAGES

_FENCE = "+++"
#: More than any block of a file can need.
MOST_IN_BLOCK = 10_000
_NAME = re.compile(r"(?P<key>[^@.]+(?:\.\d+[^@.]*)*)(?:@(?P<version>\d{4}-\d{2}-\d{2}))?(?:\.(?P<lang>[a-z]{2}))?\Z")
_MARKER = re.compile(r'(?P<marker>(?:\([0-9A-Za-z]{1,5}(?:-\d{1,2})?\))+|¶\d+|§|"[^"]+")\s+(?P<text>.*)', re.DOTALL)
_ENUMERATED = re.compile(r"(?:\d+\.|[-*])\s+")


@dataclass(slots=True)
class RawTree:
    """Everything under one content root.

    Attributes:
        sources, tables, flows, flow_cases, flow_heard, sheets, papers: what is known and of the right type in each TOML file.
        told: the tables among these that hold texts for readers, by path.
        companions: the translations of each such table, by the path of their own file.
        inline: translations that stand in such a table itself, each with its language.
        misfits: the rest of each.
    """

    root: Path
    documents: list[RawDocument] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    flows: dict[str, dict[str, Any]] = field(default_factory=dict)
    flow_cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    flow_heard: dict[str, dict[str, Any]] = field(default_factory=dict)
    sheets: dict[str, dict[str, Any]] = field(default_factory=dict)
    papers: dict[str, dict[str, Any]] = field(default_factory=dict)
    told: dict[Path, dict[str, Any]] = field(default_factory=dict)
    inline: dict[Path, list[tuple[str, str]]] = field(default_factory=dict)
    companions: dict[Path, Companion] = field(default_factory=dict)
    misfits: dict[Path, list[Misfit]] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, path: Path, key: str, nth: int = 0) -> int:
        """The line of a TOML key, or of the nth table of that name, in a file of this tree; 1 if it is absent."""
        return line_of(self.texts.get(path, ""), key, nth)

    def problem(self, path: Path, line: int, message: str, rule: str) -> None:
        """Note an error of form."""
        self.problems.append(Problem(path, line, "error", message, rule))


def read_tree(root: Path) -> RawTree:
    """Read every content file below `root`, in sorted order."""
    tree = RawTree(root)
    for path in sorted(root.rglob("*.md")):
        kind = _kind_of(path.relative_to(root))
        if kind is not None:
            _read_markdown(tree, path.relative_to(root), kind)
    companions = {path.relative_to(root) for path in root.rglob("*.toml") if original_path(path)}
    for path in sorted({path for file in TOML_FILES for path in root.glob(file.glob)} | set(root.glob("*.toml"))):
        relative = path.relative_to(root)
        if relative in companions:
            continue
        file = next((file for file in TOML_FILES if relative.match(file.glob)), None)
        if file is None:
            tree.problem(relative, 1, f"nothing reads this file; the tables are {', '.join(TABLES)}", "file_name")
        else:
            _read_table(tree, relative, file)
    if any(original_path(path) == (PROGRAM, path.suffixes[0][1:]) for path in companions):
        tree.told[PROGRAM] = {"said": {"en": list(program_texts())}}
    tree.told |= ask_heads(tree.documents)
    for relative in sorted(companions):
        _read_companion(tree, relative)
    word_heads(tree.documents, tree.companions)
    _share(tree)
    return tree


def _share(tree: RawTree) -> None:
    """Put what each flow uses in its place, in every language, and see that nothing is missing then."""
    shared = tree.tables.get("shared", {})
    for key, table in tree.flows.items():
        tree.flows[key] = with_shared(table, shared)
        told = tree.misfits[Path("flows", f"{key}.toml")]
        keys = {misfit.key for misfit in told}
        told += [misfit for misfit in misfits(tree.flows[key], FLOW) if misfit.key not in keys]


def _kind_of(relative: Path) -> str | None:
    return next((name for name, kind in GRAMMARS.items() if kind.folder == relative.parts[0]), None)


def _read_text(tree: RawTree, relative: Path) -> str:
    text, faults = text_of(tree.root / relative)
    for line, fault in faults:
        tree.problem(relative, line, fault, "encoding")
    tree.texts[relative] = text
    return text


def _load_toml(tree: RawTree, relative: Path, text: str, offset: int = 0) -> dict[str, Any]:
    """TOML -> table; a syntax error or a duplicate key becomes a problem at its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) + offset if place else offset + 1
        tree.problem(relative, line, f"the TOML cannot be read: {str(error).split(' (at')[0]}", "toml")
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets within brackets without end
        tree.problem(relative, offset + 1, "the TOML holds a number or a nesting that cannot be read", "toml")
    return {}


def _read_table(tree: RawTree, relative: Path, file: TomlFile) -> None:
    table = _load_toml(tree, relative, _read_text(tree, relative))
    tree.misfits[relative], fits = judged(table, file.shape)
    key = relative.parent.name if file.named_by_folder else relative.name.split(".")[0]
    place: dict[str, dict[str, Any]] = getattr(tree, file.place)
    place[key] = fits
    if file.told:
        tree.told[relative] = place[key]
        tree.inline[relative] = list(inline_in(place[key]))


def _read_companion(tree: RawTree, relative: Path) -> None:
    """Read the translations of a table, and give its texts their words."""
    original, lang = original_path(relative) or (relative, "")
    shape = companion_shape(lang)
    table = _load_toml(tree, relative, _read_text(tree, relative))
    tree.misfits[relative], fits = judged(table, shape)
    told = tree.told.get(original, {})
    companion = Companion(relative, original, lang, fits, texts_in(told))
    tree.companions[relative] = companion
    fill(told, companion)


def _read_markdown(tree: RawTree, relative: Path, kind: str) -> None:
    name = _NAME.match(relative.name.removesuffix(".md"))
    if name is None or (name["lang"] or "en") not in LANGUAGES:
        tree.problem(relative, 1, "name the file KEY.md, KEY@YYYY-MM-DD.md or KEY.es.md", "file_name")
        return
    text = _read_text(tree, relative)
    if text.count(f"{_FENCE}\n") < 2 or not text.startswith(f"{_FENCE}\n"):
        if text:
            tree.problem(relative, 1, f"begin with TOML front matter between two {_FENCE} lines", "front_matter")
        return
    _, head, body = text.split(f"{_FENCE}\n", 2)
    offset = head.count("\n") + 2
    parts, part_lines = _split_parts(tree, relative, body, offset)
    tree.documents.append(
        RawDocument(
            path=relative,
            kind=kind,
            source=relative.parts[1] if kind == "provision" else "",
            key=name["key"],
            version=name["version"] or "",
            lang=name["lang"] or "en",
            written=_load_toml(tree, relative, head, offset=1),
            head=f"{_FENCE}\n{head}",
            parts=parts,
            part_lines=part_lines,
        )
    )


def _split_parts(
    tree: RawTree, relative: Path, body: str, offset: int
) -> tuple[dict[str, list[RawBlock]], dict[str, int]]:
    """The body under its `## ` headings -> blocks by part key, and the line of each heading."""
    parts: dict[str, list[RawBlock]] = {}
    lines: dict[str, int] = {}
    current = ""
    pending: list[str] = []
    start = 0

    def flush() -> None:
        text = " ".join(pending)
        fault = _block_fault(text, current)
        if fault:
            tree.problem(relative, start, fault, "parts")
        elif text:
            parts[current].append(_block(start, text))
        pending.clear()

    for number, line in enumerate(body.split("\n"), offset + 1):
        stripped = line.strip()
        if stripped.startswith("## ") or not stripped:
            flush()
        if stripped.startswith("## "):
            current = _open_part(tree, relative, number, stripped.removeprefix("## "), parts)
            lines[current] = number
        elif stripped:
            if _ENUMERATED.match(stripped):
                flush()
            if not pending:
                start = number
            pending.append(stripped)
    flush()
    return parts, lines


def _open_part(tree: RawTree, relative: Path, line: int, title: str, parts: dict[str, list[RawBlock]]) -> str:
    key = PARTS.get(title, "")
    if not key:
        tree.problem(relative, line, f"unknown part “{title}”; the parts are {', '.join(PARTS)}", "parts")
        key = f"unknown-{line}"
    elif key in parts:
        tree.problem(relative, line, f"the part “{title}” stands twice; join the two", "parts")
    parts.setdefault(key, [])
    return key


def _block_fault(text: str, part: str) -> str:
    """What keeps a block from being one; empty if nothing does."""
    if len(text) > MOST_IN_BLOCK:
        return f"{len(text):,} signs without an empty line; a paragraph has no more than {MOST_IN_BLOCK:,}"
    return "text before the first ## heading belongs to no part" if text and not part else ""


def _block(line: int, text: str) -> RawBlock:
    text = _ENUMERATED.sub("", text, count=1) if _ENUMERATED.match(text) else text
    marked = _MARKER.match(text)
    return RawBlock(line, marked["marker"], marked["text"]) if marked else RawBlock(line, "", text)
