"""The reader's own photo of a paper, beside our drawing: it is looked at by the reader only, and is gone with the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QBuffer, QByteArray, QSize, Signal
from PySide6.QtGui import QImage, QImageReader, QMouseEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from rightsref.errors import UsageError
from rightsref.sheets.pictures import PNG, read_photo, refuse
from rightsref.ui.detainers.photo_view import PhotoView
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import XS, Look, S
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr

#: A picture is kept no larger than this along a side: enough to read the small print of a page.
LONGEST = 4_000


class PhotoDesk(QWidget):
    """Without a photo a button and a note; with one the photo, to be zoomed, turned, moved and taken away.

    The photo is held here and nowhere else. No file is written, nothing reads it, and no sheet or copy holds it.
    """

    changed = Signal()  # there is a photo now, or there is none any more

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.view = PhotoView(look)
        self.choose = push_button(tr("Set a photo of yours beside it"))
        self.choose.clicked.connect(self.ask)
        self.note = label("", "muted", wrap=True)
        self.tools = QWidget()
        row = FlowLayout(self.tools, gap=XS)
        for sign, words, act in (
            ("\u2212", tr("Smaller"), self.view.smaller),
            ("+", tr("Larger"), self.view.larger),
            ("↺", tr("Turn left"), lambda: self.view.turn(-90)),
            ("↻", tr("Turn right"), lambda: self.view.turn(90)),
            (tr("Whole"), tr("The whole photo"), self.view.whole),
            (tr("Take away"), tr("Take the photo away"), self.forget),
        ):
            row.addWidget(_tool(sign, words, act))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for widget in (self.choose, self.tools, self.view, self.note):
            column.addWidget(widget, 1 if widget is self.view else 0)
        self._tell()

    @property
    def image(self) -> QImage | None:
        """The photo, if there is one."""
        return self.view.image

    def ask(self) -> None:
        """Ask for the file."""
        kinds = tr("Photos (*.jpg *.jpeg *.png)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Find a photo of the paper"), "", kinds)
        if name:
            self.open(name)

    def open(self, name: str) -> None:
        """Show the photo in a file, or say here why not; the one that is there stays then."""
        try:
            image = image_of(name)
        except UsageError as error:
            self._tell(str(error))
        else:
            self.show_image(image)

    def show_image(self, image: QImage) -> None:
        """Show a photo."""
        self.view.show_image(image)
        self._tell()
        self.changed.emit()

    def forget(self) -> None:
        """Let go of the photo."""
        if self.view.image is not None:
            self.view.show_image(None)
            self._tell()
            self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the buttons does nothing, not even below it."""
        event.accept()

    def _tell(self, wrong: str = "") -> None:
        """Show what there is, and what is to be said of it."""
        has = self.view.image is not None
        self.choose.setVisible(not has)
        self.tools.setVisible(has)
        self.view.setVisible(has)
        kept = tr(
            "Only you look at it: no program reads it, nothing of it is stored, and it is gone when you leave this page."
        )
        self.note.setText(wrong or (kept if has else tr("JPG or PNG; it can be dropped here too.") + " " + kept))
        self.note.setObjectName("wrong" if wrong else "muted")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)


def image_of(name: str) -> QImage:
    """The photo in a file, upright as its camera held it, no larger than is looked at.

    Raises:
        UsageError: it cannot be read or drawn.
    """
    read = read_photo(name)
    buffer = QBuffer()
    buffer.setData(QByteArray(read))
    reader = QImageReader(buffer, QByteArray(b"png" if read.startswith(PNG) else b"jpeg"))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(size.scaled(QSize(LONGEST, LONGEST), QtCore.Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        refuse(name, tr("cannot be drawn; take a screenshot of it and choose that"))
    return image


def _tool(sign: str, words: str, act: Callable[[], None]) -> QWidget:
    button = push_button(sign)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.clicked.connect(act)
    return button
