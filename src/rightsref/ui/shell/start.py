"""Opening the window: what must be there for Qt, then the knowledge base, then the first page."""

from __future__ import annotations

import gc

gc.disable()  # as in `_no_collecting`
try:
    import builtins
    import os
    import sys
    from collections.abc import Iterator
    from contextlib import contextmanager
    from functools import cache, partial
    from pathlib import Path
    from types import TracebackType
    from typing import TYPE_CHECKING

    import rightsref
    from rightsref import paths, settings
    from rightsref.errors import DisplayError, KnowledgeBaseError, RightsRefError, UsageError
    from rightsref.knowledge.database import Database
    from rightsref.ui.shell import display
    from rightsref.words import speak, tr
finally:
    gc.enable()

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QApplication

    from rightsref.ui.shell.main_window import MainWindow

#: The file is held against its hash this long after the window was first painted.
VERIFY = 250
_VERBS = "search, show, scenario, clock, sheet, content, about"


@contextmanager
def _no_collecting() -> Iterator[None]:
    """What is imported makes a great many objects that stay: looking through them for garbage, again and again, is a fifth of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def start(arguments: list[str]) -> int:
    """Open the window and run until it is closed.

    Returns:
        The exit code.

    Raises:
        RightsRefError: no display, a system library is missing, or no knowledge base can be opened.
    """
    options = _options(arguments)
    need_display()
    app = make_application()
    window = open_window(options)
    sys.excepthook = partial(handle, window)
    window.when_painted(_hear_interrupt)
    window.show()
    return app.exec()


def _hear_interrupt() -> None:
    """Ctrl-C ends the program: Qt’s own loop never comes to hear of it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _options(arguments: list[str]) -> dict[str, str]:
    """`--lang LANG --theme THEME`, as a table."""
    known = {"lang": ("en", "es"), "theme": settings.THEMES}
    words = [word for argument in arguments for word in argument.split("=", 1)]
    options = {}
    for name, value in zip(words[::2], [*words[1::2], ""], strict=False):
        key = name.removeprefix("--")
        if key not in known or value not in known[key]:
            choices = "; ".join(f"--{k} {'|'.join(v)}" for k, v in known.items())
            raise UsageError(
                tr("The window does not know “{name} {value}”. It takes: {choices}.").format(
                    name=name, value=value, choices=choices
                )
            )
        options[key] = value
        if key == "lang":
            speak(value)  # what is wrong with the rest is told in it
    return options


def need_display() -> None:
    """See that there is a screen.

    Raises:
        DisplayError: there is none.
    """
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise DisplayError(
            tr(
                'There is no display to open the window on. Use a verb instead: {verbs}. For example: rightsref search "ice hold after bond"'
            ).format(verbs=_VERBS)
        )


@_no_collecting()
def make_application() -> QApplication:
    """The Qt application, with our icons and letters.

    Raises:
        DisplayError: Qt or one of the system libraries that it needs is missing.
    """
    paths.settings_file()  # whatever that imports, it imports before Qt
    try:
        from PySide6.QtCore import QDir, QSettings
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise DisplayError(missing_library(str(error))) from error
    _import_as_usual()
    from rightsref.ui.parts import look

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        display.drop_absurd_scale()
        with display.telling_why(), display.own_plugins():
            app = QApplication(["rightsref", "-style", "fusion"])
    # Qt's own file dialog would write down where files were saved; there is no such folder, so it is not kept.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, f"{os.devnull}/nowhere")
    app.setApplicationName("RightsRef")
    app.setApplicationDisplayName("RightsRef")
    app.setDesktopFileName("io.github.rightsref.RightsRef")
    # Style sheets name icons by this prefix: a path would have to be quoted, whatever letters the folder has.
    QDir.setSearchPaths("icons", [str(paths.resources() / "icons")])
    look.load_fonts()
    if not gc.get_freeze_count():
        gc.freeze()
    return app


def _import_as_usual() -> None:
    """PySide puts itself before each import and reads through the source of what was imported, for `from __feature__ import`.

    Nothing here has that line, and to look for it is a tenth of what a start takes beyond an empty window's.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@cache
def tell_screen_readers() -> None:
    """Once, after the first paint: what a widget is, where Qt would tell it otherwise. A factory, asked only by a screen reader."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QApplication

    def told(_class: str, widget: QObject) -> QAccessibleInterface | None:
        from rightsref.ui.parts import spoken

        return spoken.told(widget)

    QAccessible.installFactory(told)
    if QAccessible.isActive():
        # It was quicker than the first paint: what it was told by then is dropped, and told anew as it asks again.
        for widget in QApplication.allWidgets():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget)))


def missing_library(reason: str) -> str:
    """A sentence for a failed import of Qt: which library, and the packages that bring it on Debian and Ubuntu."""
    if ".so" not in reason:
        return tr(
            "The window needs PySide6, which is not installed. Install RightsRef again with: pip install rightsref"
        )
    return display.missing_library(reason.split(":", maxsplit=1)[0])


@_no_collecting()
def open_window(options: dict[str, str] | None = None) -> MainWindow:
    """The main window with its knowledge base and settings.

    Raises:
        RightsRefError: no knowledge base can be opened.
    """
    from PySide6.QtCore import QTimer

    from rightsref.ui.parts import icons
    from rightsref.ui.parts.sound import make_sound
    from rightsref.ui.shell.main_window import MainWindow
    from rightsref.ui.shell.speaking import first_language, speak_everywhere

    make_sound()
    options = options or {}
    file = paths.settings_file()
    found, complaint = settings.load(file)
    speak_everywhere(lang := first_language(options.get("lang", ""), found.language))
    database, wished = _open_file(paths.knowledge_base()), found._replace(theme=options.get("theme", found.theme))
    try:
        window = MainWindow(database, wished, file, lang)
    except Exception:
        database.hold()
        if not database.complaint:
            raise  # where the file is damaged, words that make no sense are no bug of ours
        window = MainWindow(database, wished, file, lang)
    if complaint:
        window.fail(complaint)

    def verify() -> None:
        """After the first paint: the window's icon, what Qt would keep, and the whole file against its hash."""
        from rightsref.ui.parts.traces import leave_no_traces

        leave_no_traces()
        window.listen_for_leaving()
        window.setWindowIcon(icons.icon("rightsref", "#ffffff", 64))
        window.verify()

    window.when_painted(tell_screen_readers, lambda: QTimer.singleShot(VERIFY, window, verify))
    return window


def _open_file(path: Path) -> Database:
    """The knowledge base, quickly, before it is held against its hash; what cannot even be opened so is held at once."""
    try:
        return Database.open(path)
    except KnowledgeBaseError:
        return Database.open_whole(path)


def handle(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:  # fmt: skip
    """What came up while a page did something: the reader is told what can be mended; the rest is a bug of ours."""
    if isinstance(error, KnowledgeBaseError):
        window.mend(error)
    elif isinstance(error, RightsRefError):
        window.fail(str(error))
    elif not window.mended() and window.verify():  # a damaged file makes errors of every kind
        show_bug(kind, error, trace)


def show_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug of ours: version, system and traceback, with *Copy*. Nothing is sent anywhere."""
    import traceback

    from PySide6.QtWidgets import QMessageBox

    report = f"RightsRef {rightsref.__version__}, Python {sys.version.split()[0]}, {sys.platform}\n"
    report += "".join(traceback.format_exception(kind, error, trace))
    if sys.stderr is not None:  # a program of Windows without a terminal has none
        sys.stderr.write(report)
    box = QMessageBox(
        QMessageBox.Icon.Warning, "RightsRef", tr("Something went wrong in RightsRef. Nothing was lost or sent.")
    )
    box.setDetailedText(report)
    copy = box.addButton(tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        from rightsref.ui.parts import clipboard

        clipboard.copy(report)
