"""The verb of translators: bring companions up to their English, set marks, and write one from a list of translations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from rightsref.content.compiler import load
from rightsref.content.linking.resolve import Content
from rightsref.content.linking.translated import Part, parts
from rightsref.content.reading.read import RawTree, read_tree
from rightsref.content.reading.translations import Companion, Row, companion_path, mark_of, nearest, texts_in
from rightsref.errors import UsageError
from rightsref.model.kinds import ORIGINAL, TRANSLATIONS

#: How a file is said to be made that says nothing else.
MADE = "drafted by machine and edited by the team"
_STALE = "the English moved and the translation did not; change its words, or say in `kept` why they still hold"
_GONE = "this English is gone; take its row out, or give its words to another"
_ROW = re.compile(r"^\[\[text\]\]", re.MULTILINE)
#: A text over several lines, which is written anew on one.
_BLOCK = re.compile(r"\"{3}|'{3}")


class Brought(NamedTuple):
    """A companion brought up to its English.

    Attributes:
        path: of the file, under the content root.
        text: what it should hold.
        added, marked: how many rows were added, and how many were written anew with their mark.
        refused: one sentence for each row that a person must look at; the row stays as it was.
    """

    path: Path
    text: str
    added: int
    marked: int
    refused: tuple[str, ...]


def bring(root: Path, names: Iterable[str] = ()) -> list[Brought]:
    """Bring tables and documents up to their English, and write what changes.

    Args:
        root: the content root.
        names: which (`flows/travel`, `topics/at-work`); all that are translated, if left out.

    Raises:
        UsageError: there is no such table or translated document.
    """
    content = load(root)
    names = list(names)
    documents = [name for name in names if documents_brought(content, [name])]
    tables = [name for name in names if name not in documents]
    done = (
        [brought(content.tree, companion) for companion in wanted(content.tree, tables)] if tables or not names else []
    )
    done += documents_brought(content, documents) if documents or not names else []
    for one in done:
        if one.text != content.tree.texts.get(one.path):
            (root / one.path).write_text(one.text, encoding="utf-8")
    return done


def wanted(tree: RawTree, names: Iterable[str], lang: str = TRANSLATIONS[0]) -> list[Companion]:
    """The companions that some names mean (`flows/travel`, `path`), or all that are there; one that is not there yet is empty.

    Raises:
        UsageError: there is no such table.
    """
    originals = {path.as_posix().removesuffix(".toml"): path for path in tree.told}
    plain = [name.removesuffix(".toml").removesuffix(f".{lang}") for name in names]
    for name in plain:
        if name not in originals:
            raise UsageError(f"There is no table “{name[:60]}”. The tables are: {', '.join(sorted(originals))}.")
    if not plain:
        return [companion for companion in tree.companions.values() if companion.original in tree.told]
    paths = [(originals[name], companion_path(originals[name], lang)) for name in plain]
    return [
        tree.companions.get(path) or Companion(path, original, lang, {}, texts_in(tree.told[original]))
        for original, path in paths
    ]


def written(root: Path, name: str, words: Mapping[str, str], made: str = MADE) -> Brought:
    """Write the companion of a table with some translations in it, each with its mark.

    Args:
        root: the content root.
        name: the table, such as `flows/travel`.
        words: English -> translation; put in place of what stands in the file.
        made: how the file was made, where it is new.

    Returns:
        The file as written; English that the table does not hold is told in `refused`.
    """
    tree = read_tree(root)
    (companion,) = wanted(tree, [name])
    done = brought(tree, companion, words, made)
    (root / done.path).write_text(done.text, encoding="utf-8")
    lost = tuple(f"“{text}”: the table holds no such English" for text in words if text not in companion.texts)
    return done._replace(refused=done.refused + lost)


def brought(tree: RawTree, companion: Companion, words: Mapping[str, str] | None = None, made: str = MADE) -> Brought:
    """A companion with a row for each English text, in the order of the table, and the mark of each row that is new or changed.

    Rows whose English is gone stay where they were, so that nothing is lost unseen.
    """
    head, *chunks = _chunks(tree.texts.get(companion.path, "") or f"made = {_quoted(made)}\n")
    given = words or {}
    moved = {row: nearest(row.english, companion.untranslated) for row in companion.moved}
    told = _following(chunks, companion, -1)
    refused = [_moved(row, text) for row, text in moved.items()]
    added = marked = 0
    for text in companion.texts:
        row = companion.taken.get(text)
        now = _marked(row or Row(-1, text, "", "", "", ""), text, given.get(text, ""))
        if row is None and (text in given or text not in moved.values()):
            told.append(_rewritten("", now or Row(-1, text, "", "", "", ""), companion.lang))
            added += 1
        elif row is not None:
            refused += [f"“{text}”: {_STALE}"] if now is None else []
            marked += now not in {None, row}
            told.append(
                chunks[row.nth] if now is None or now == row else _rewritten(chunks[row.nth], now, companion.lang)
            )
            told += _following(chunks, companion, row.nth)
    whole = "\n".join(chunk.rstrip("\n") + "\n" for chunk in (head, *told))
    return Brought(companion.path, whole, added, marked, tuple(refused))


def documents_brought(content: Content, names: Iterable[str] = ()) -> list[Brought]:
    """Translations of documents (`topics/at-work`), or all that there are, with the mark of each part that is new or changed."""
    chosen = {f"{name.removesuffix('.md').removesuffix(f'.{TRANSLATIONS[0]}')}.{TRANSLATIONS[0]}.md" for name in names}
    found: dict[Path, list[Part]] = {}
    for part in parts(content):
        if not chosen or part.document.path.as_posix() in chosen:
            found.setdefault(part.document.path, []).append(part)
    return [_document(content.tree, path, of) for path, of in found.items()]


def _document(tree: RawTree, path: Path, of: list[Part]) -> Brought:
    marks = {part.name: part.stands if part.stale else part.fits for part in of}
    table = ", ".join(f"{name} = {_quoted(mark)}" for name, mark in marks.items())
    fence, head, body = tree.texts[path].split("+++\n", 2)
    lines = [line for line in head.splitlines() if not line.startswith("of = ")]
    made = [] if any(line.startswith("made = ") for line in lines) else [f"made = {_quoted(MADE)}"]
    text = "+++\n".join([fence, "\n".join([*lines, *made, f"of = {{ {table} }}", ""]), body])
    refused = tuple(f"`{part.name}`: {_STALE}" for part in of if part.stale)
    return Brought(path, text, 0, sum(part.stands != marks[part.name] for part in of), refused)


def _moved(row: Row, text: str) -> str:
    told = f"its English now reads “{text}”; write that as `{ORIGINAL}`" if text else _GONE
    return f"“{row.english}”: {told}"


def _chunks(text: str) -> list[str]:
    """A file of translations as text: its head, then each row with what is written about it."""
    starts = [match.start() for match in _ROW.finditer(text)]
    return [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]


def _following(chunks: list[str], companion: Companion, nth: int) -> list[str]:
    """The rows of no English that stand right after a row, as they are."""
    taken = {row.nth for row in companion.taken.values()}
    later = next((number for number in range(nth + 1, len(chunks)) if number in taken), len(chunks))
    return chunks[nth + 1 : later]


def _marked(row: Row, text: str, given: str) -> Row | None:
    """A row with its English and its mark as they should be; None if somebody must look at it first."""
    if given and given != row.words:
        return row._replace(english=text, words=given, mark=mark_of(text, given), kept="")
    if not row.words:
        return row._replace(english=text, mark="")
    old, now = (_parts(mark) for mark in (row.mark, mark_of(row.english, row.words, row.kept)))
    stale = row.mark and not given and old[0] != now[0] and old[1:] == now[1:]
    return None if stale else row._replace(english=text, mark=mark_of(text, row.words, row.kept))


def _parts(mark: str) -> list[str]:
    """What a mark says of the English, the translation and the reason to keep it."""
    return [*mark.split("-"), "", ""][:3]


def _rewritten(chunk: str, row: Row, lang: str) -> str:
    """A row as text, with what else is written about it left where it was."""
    values = {ORIGINAL: row.english, lang: row.words, "mark": row.mark, "kept": row.kept, "differs": row.differs}
    fresh = {key: f"{key} = {_quoted(value)}" for key, value in values.items() if value or key == lang}
    lines = [] if _BLOCK.search(chunk) else chunk.rstrip("\n").split("\n")[1:]
    told = []
    for line in lines:
        key = line.split("=")[0].strip()
        told += [line] if key not in values else [fresh.pop(key)] if key in fresh else []
    after = max((nth for nth, line in enumerate(told, 1) if line.split("=")[0].strip() in values), default=0)
    return "\n".join(["[[text]]", *told[:after], *fresh.values(), *told[after:]]) + "\n"


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)
