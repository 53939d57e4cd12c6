"""The reader's settings: one small JSON file, none of it about a person; an organisation's name only if asked."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.errors import RightsRefError
from rightsref.model.kinds import LANGUAGES
from rightsref.model.organisation import Organisation
from rightsref.words import tr

#: An edition is told in so many characters at most.
_SHORT = 20
THEMES = ("system", "light", "dark", "contrast")
#: Of a text that was typed; a path of a logo may be long.
_LONGEST = 4_000
#: So many files that could not be read are kept beside; then the first of them goes.
_MOST_ASIDE = 9
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
        edition: the edition whose news the reader has seen; empty before the first.
    """

    width: int = 1280
    height: int = 800
    theme: str = "system"
    zoom: int = 100
    language: str = ""
    organisation: Organisation = Organisation()
    leave: str = "close"
    edition: str = ""


def load(path: Path) -> tuple[Settings, str]:
    """Read settings.

    Returns:
        The settings, and a sentence for the reader if the file could not be used (then they are the defaults; the
        file is left as it is until settings are next saved, and then kept beside as `.bad`).
    """
    try:
        if path.exists() and not path.is_file():
            raise OSError(0, "it is no ordinary file")  # a pipe would never end
        text = path.read_text(encoding="utf-8-sig")  # some editors begin a file with a mark
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
        edition=found["edition"][:_SHORT] if isinstance(found.get("edition"), str) else usual.edition,
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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_bad(path)
        import json

        from rightsref.files import write_whole

        write_whole(path, (json.dumps(_plain(settings), indent=2) + "\n").encode(), private=True)
    except OSError as error:
        raise RightsRefError(
            tr("Your settings could not be saved to {path}: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def remove(path: Path) -> None:
    """Remove the file of settings, what it leads to if it is a link, and what was set aside or left over beside it; their folder too, if it is empty then.

    Raises:
        RightsRefError: a file is there and cannot be removed.
    """
    from rightsref.files import remove_whole

    try:
        for file in (path, *path.parent.glob(f"{path.stem}.bad*"), *path.parent.glob(".*.draft")):
            with contextlib.suppress(FileNotFoundError):
                remove_whole(file)
    except OSError as error:
        raise RightsRefError(
            tr("Your settings could not be removed: {path}: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error
    with contextlib.suppress(OSError):  # somebody else's files may be there
        path.parent.rmdir()


def save_changes(settings: Settings, before: Settings, path: Path) -> Settings:
    """Save what changed since `before`, beside what another window saved meanwhile; returns all that is saved now.

    Raises:
        RightsRefError: the folder or the disk cannot take the file.
    """
    there, _ = load(path)
    changed: dict[str, Any] = {
        key: now for key, now, was in zip(Settings._fields, settings, before, strict=True) if now != was
    }
    together = there._replace(**changed)
    save(together, path)
    return together


def _keep_bad(path: Path) -> None:
    """Set an unreadable settings file aside rather than write over it."""
    if path.is_file() and load(path)[1]:
        aside = (path.with_suffix(f".bad{nth or ''}") for nth in range(_MOST_ASIDE))
        path.replace(next((name for name in aside if not name.exists()), path.with_suffix(".bad")))
