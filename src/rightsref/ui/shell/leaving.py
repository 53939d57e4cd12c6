"""A window that can be left at once: first nothing on screen, then nothing left of what was on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rightsref.ui.parts import icons
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.sound import make_sound
from rightsref.ui.shell.history import History
from rightsref.ui.shell.mending import MendingWindow

if TYPE_CHECKING:
    from rightsref.settings import Settings
    from rightsref.ui.shell.bar import Bar
    from rightsref.ui.shell.quick_exit import QuickExit


class LeavingWindow(MendingWindow):
    """Leaving is for whoever looks over a shoulder; what was asked is gone in either way of it."""

    bar: Bar
    settings: Settings
    packet: list[str]
    quick_exit: QuickExit | None = None
    _away = False  # whether there is a blank page now

    @property
    def _shut(self) -> bool:
        """Whether no page may be shown: the file is damaged, or the reader left."""
        return bool(self._trouble) or self._away

    def listen_for_leaving(self) -> None:
        """From now on the keys for leaving at once are heard; not before the first paint, which they would delay."""
        from rightsref.ui.shell import quick_exit

        make_sound()
        self.quick_exit = quick_exit.QuickExit(self)
        self.quick_exit.wanted.connect(self.leave_now)

    def leave_now(self) -> None:
        """End, or show a blank page, as the settings have it; from the blank page, back to the first one."""
        if self._away:
            self._come_back()
        elif self.settings.leave == "blank":
            self._show_blank()
            self._clear()
        else:
            for window in QApplication.topLevelWidgets():
                window.hide()
            QGuiApplication.sync()  # nothing is on screen any more; the rest may take its time
            self._clear()
            QApplication.exit()

    def _show_blank(self) -> None:
        """A window with nothing in it, under no name; dialogs go."""
        self._away = self.message.silent = True
        for other in QApplication.topLevelWidgets():
            if other is not self:
                other.done(0) if isinstance(other, QDialog) else other.close()  # a dialog asks nothing now
        self._whole().hide()
        self.setWindowTitle(" ")
        self.setWindowIcon(QIcon())
        QGuiApplication.setApplicationDisplayName(" ")

    def _whole(self) -> QWidget:
        """Everything in the window."""
        whole: QWidget = self.centralWidget()  # type: ignore[assignment]  # there always is one
        return whole

    def _come_back(self) -> None:
        """The window as it was before anything was asked."""
        self._away = self.message.silent = False
        QGuiApplication.setApplicationDisplayName("RightsRef")
        self.setWindowIcon(icons.icon("rightsref", "#ffffff", 64))
        self._whole().show()
        self.show_place(self.history.current)

    def _clear(self) -> None:
        """The clipboard if it is ours; places, pages and previews, what was typed, what searching keeps."""
        from rightsref.ui.parts import clipboard

        clipboard.clear()
        self._typing.stop()
        self.history = History(Place("home"))
        self.bar.set_text("")
        self.message.hide()
        self.message.clear()
        self.stack.forget()
        self._source.forget()
        self.packet.clear()
