"""The reader's settings: one small JSON file, none of it about a person; an organisation's name only if asked."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.errors import RightsRefError
from rightsref.model.kinds import LANGUAGES
from rightsref.model.organisation import Organisation
from rightsref.words import tr

THEMES = ("system", "light", "dark", "contrast")
#: Of a text that was typed; a path of a logo may be long.
_LONGEST = 4_000
#: What leaving at once does: the program ends, or its window shows a blank page.
LEAVES = ("close", "blank")
ZOOMS = (100, 112, 125, 150, 175, 200, 225, 250)


class Settings(NamedTuple):
    """What the window remembers.

    Attributes:
        width, height: size of the window in logical pixels.
        theme: one of `THEMES`.
        zoom: text size in percent, one of `ZOOMS`.
        language: the language chosen; empty for that of the system.
        organisation: the block on the reader's sheets, if it is to be kept; else empty.
        leave: one of `LEAVES`.
    """

    width: int = 1280
    height: int = 800
    theme: str = "system"
    zoom: int = 100
    language: str = ""
    organisation: Organisation = Organisation()
    leave: str = "close"


def load(path: Path) -> tuple[Settings, str]:
    """Read settings.

    Returns:
        The settings, and a sentence for the reader if the file could not be used (then they are the defaults; the
        file is left as it is until settings are next saved, and then kept beside as `.bad`).
    """
    try:
        text = path.read_text(encoding="utf-8")
        import json  # where there are no settings yet, a start goes without

        found = json.loads(text)
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError) as error:
        return (
            Settings(),
            tr("Your settings could not be read from {path} ({reason}); the usual ones are in use.").format(
                path=path, reason=_reason(error)
            ),
        )
    if not isinstance(found, dict):
        return (
            Settings(),
            tr("Your settings could not be read from {path} (not a JSON object); the usual ones are in use.").format(
                path=path
            ),
        )
    return _valid(found), ""


def _reason(error: Exception) -> str:
    return error.strerror or tr("unreadable") if isinstance(error, OSError) else tr("not valid JSON")


def _valid(found: dict[str, Any]) -> Settings:
    """Settings from what was found, each value that makes no sense replaced by its default."""
    usual = Settings()

    def size(key: str, default: int, least: int) -> int:
        value = found.get(key)
        return value if type(value) is int and least <= value <= 10_000 else default

    return Settings(
        width=size("width", usual.width, 400),
        height=size("height", usual.height, 300),
        theme=found["theme"] if found.get("theme") in THEMES else usual.theme,
        zoom=size("zoom", usual.zoom, 1) if found.get("zoom") in ZOOMS else usual.zoom,
        language=found["language"] if found.get("language") in tuple(LANGUAGES) else usual.language,
        leave=found["leave"] if found.get("leave") in LEAVES else usual.leave,
        organisation=_organisation(found.get("organisation")),
    )


def _organisation(found: object) -> Organisation:
    """The block that was kept, as far as it is text."""
    rows = found if isinstance(found, dict) else {}
    texts = {key: rows[key] for key in Organisation._fields if isinstance(rows.get(key), str)}
    return Organisation(**{key: text[:_LONGEST] for key, text in texts.items()})


def _plain(settings: Settings) -> dict[str, Any]:
    """Settings as JSON holds them; of an organisation that is not kept there is no trace."""
    kept = settings.organisation
    plain = {**settings._asdict(), "organisation": kept._asdict()}
    return plain if kept != Organisation() else {key: plain[key] for key in plain if key != "organisation"}


def save(settings: Settings, path: Path) -> None:
    """Write settings in one step, so that a crash leaves the old file or the new one.

    Raises:
        RightsRefError: the folder or the disk cannot take the file.
    """
    draft = path.with_suffix(".draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_bad(path)
        import json

        draft.write_text(json.dumps(_plain(settings), indent=2) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise RightsRefError(
            tr("Your settings could not be saved to {path}: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def remove(path: Path) -> None:
    """Remove the file of settings and what was set aside or left over beside it; their folder too, if it is empty then.

    Raises:
        RightsRefError: a file is there and cannot be removed.
    """
    try:
        for file in (path, path.with_suffix(".bad"), path.with_suffix(".draft")):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise RightsRefError(
            tr("Your settings could not be removed: {path}: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error
    with contextlib.suppress(OSError):  # somebody else's files may be there
        path.parent.rmdir()


def _keep_bad(path: Path) -> None:
    """Set an unreadable settings file aside rather than write over it."""
    if path.is_file() and load(path)[1]:
        path.replace(path.with_suffix(".bad"))
