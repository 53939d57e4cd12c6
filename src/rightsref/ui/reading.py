"""The reading: a document's head, its column of text and, where there is room, its aside."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from rightsref.errors import NotFoundError
from rightsref.model.law import Document, Level, Status
from rightsref.store import KnowledgeBase
from rightsref.ui import icons
from rightsref.ui.flow_layout import FlowLayout
from rightsref.ui.look import ASIDE, CHROME_ZOOM, MEASURE, TARGET, XL, XXL, L, M, S, Look
from rightsref.ui.reader import Reader
from rightsref.ui.reading_document import build_aside, build_reading, copy_text
from rightsref.words import LEVELS, STATUSES, tr

_STATUS_ROLE = {Status.IN_FORCE: "good", Status.SUPERSEDED: "danger"}


class Reading(QWidget):
    """Reads one document at a time."""

    followed = Signal(str)  # an address inside the program, or a URL
    said = Signal(str)  # a short message for the reader, such as what was copied

    def __init__(self, kb: KnowledgeBase, look: Look, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._kb, self._look, self._lang = kb, look, lang
        self._shown: Document | None = None
        self._address = ""
        self._with_aside = False
        self.head = _Head(look)
        self.find_bar = _FindBar(look)
        self.text = Reader(look, lambda address: kb.preview(address, lang))
        self.text.setAccessibleName(tr("Reading"))
        self.aside = Reader(look, lambda address: kb.preview(address, lang), ASIDE - 16)
        self.aside.setAccessibleName(tr("Beside the reading"))
        self.aside.setFixedWidth(look.px(ASIDE))
        self._tools = _ParagraphTools(self.text.viewport())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.text, 1)
        columns.addWidget(self.aside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(XXL, L, L, 0)
        rows.setSpacing(M)
        rows.addWidget(self.head)
        rows.addWidget(self.find_bar)
        rows.addLayout(columns, 1)
        self.aside.hide()
        self.find_bar.hide()

    def _connect(self) -> None:
        for view in (self.text, self.aside):
            view.followed.connect(self.followed)
        self.text.copied.connect(self._copy)
        self.text.pointed.connect(self._tools.point)
        self.text.verticalScrollBar().valueChanged.connect(self._tools.hide)
        self._tools.copied.connect(self._copy)
        self.head.copied.connect(lambda: self._copy(self._address, words=False))
        self.head.dated.connect(self._as_of)
        self.find_bar.wanted.connect(self._find)
        self.find_bar.closed.connect(self.text.setFocus)

    @property
    def address(self) -> str:
        """What is being read; empty at first."""
        return self._address

    @property
    def scroll(self) -> float:
        """How far down the column is, 0 to 1."""
        bar = self.text.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def read(self, address: str, scroll: float = 0.0) -> None:
        """Show the document at an address, its asked paragraph in view.

        Raises:
            NotFoundError: nothing stands there.
        """
        self._shown = self._kb.document(address, self._lang)
        self._address = address
        self._render()
        if scroll:
            QTimer.singleShot(0, lambda: self._scroll_to(scroll))

    def use(self, look: Look) -> None:
        """Change colours and zoom."""
        self._look = look
        for view in (self.text, self.aside):
            view.use(look)
        self.aside.setFixedWidth(look.px(ASIDE))
        self.head.use(look)
        if self._shown:
            self._render()

    def open_find(self) -> None:
        """Show the find bar and go to it."""
        self.find_bar.open()

    def _render(self) -> None:
        if self._shown is None:
            return
        shown = self._shown
        self._with_aside = self._roomy()
        self.head.show_document(shown, self._address)
        past = shown.status == Status.SUPERSEDED
        self.text.setObjectName("past" if past else "")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.text.show_document(build_reading(shown, self._look, chosen=self._address, with_aside=self._with_aside))
        self.aside.setVisible(self._with_aside)
        if self._with_aside:
            self.aside.show_document(build_aside(shown, self._look))

    def _roomy(self) -> bool:
        """Whether an aside has room beside the column."""
        return self._look.zoom <= CHROME_ZOOM and self.width() >= (MEASURE * 0.86 + ASIDE) * self._look.zoom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column; give or take the aside."""
        super().resizeEvent(event)
        if self._shown is not None and self._roomy() != self._with_aside:
            self._render()

    def _scroll_to(self, part: float) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(round(part * bar.maximum()))

    def _copy(self, address: str, words: bool) -> None:  # noqa: FBT001 - a Qt signal passes it by position
        if self._shown is not None:
            QGuiApplication.clipboard().setText(copy_text(self._shown, address, with_words=words))
            self.said.emit(tr("Copied: {what}").format(what=copy_text(self._shown, address, with_words=False)))

    def _as_of(self, day: str) -> None:
        """Go to the text of a day; a day with no text says so."""
        if self._shown is None:
            return
        try:
            current = self._shown.versions[0].address if not day else self._kb.on_day(self._shown.address, day)
        except NotFoundError as error:
            self.said.emit(str(error))
            return
        self.followed.emit(current)

    def _find(self, text: str, backward: bool) -> None:  # noqa: FBT001 - a Qt signal passes it by position
        found = self.text.find_text(text, backward=backward)
        self.find_bar.tell(found=found)


class _Head(QWidget):
    """Citation, how to copy it, status in words, how sure we are, and the date box."""

    copied = Signal()
    dated = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.citation = QLabel(objectName="citation")
        self.citation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(tr("Copy citation"))
        self.status = QLabel()
        self.level = QLabel(objectName="warn")
        self.as_of_label = QLabel(tr("As of"), objectName="muted")
        self.as_of = QComboBox()
        self.as_of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.as_of.setMinimumContentsLength(10)
        self.as_of.view().setMinimumWidth(look.px(220))
        self.as_of.setAccessibleName(tr("Read the law as of a day"))
        self.as_of_label.setBuddy(self.as_of)
        self.as_of.activated.connect(lambda index: self.dated.emit(self.as_of.itemData(index)))
        self.copy.clicked.connect(self.copied)
        marks = QWidget()
        flow = FlowLayout(marks, gap=S + 2)
        for widget in (self.citation, self.copy, self.status, self.level):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(marks, 1)
        row.addWidget(self.as_of_label, 0, Qt.AlignmentFlag.AlignTop)
        self.as_of_label.setMinimumHeight(TARGET)
        row.addWidget(self.as_of, 0, Qt.AlignmentFlag.AlignTop)
        self.use(look)

    def use(self, look: Look) -> None:
        self._look = look
        self.copy.setIcon(icons.icon("copy", look.colours.muted, 18))

    def show_document(self, shown: Document, address: str) -> None:
        paragraph = next((p for p in shown.paragraphs if p.address == address), None)
        tail = paragraph.citation.split("@")[0].removeprefix(shown.citation.split("@")[0]) if paragraph else ""
        self.citation.setText(shown.label + tail)
        self.status.setObjectName(_STATUS_ROLE.get(shown.status, "warn"))
        self.status.setText(status_words(shown))
        self.status.style().unpolish(self.status)
        self.status.style().polish(self.status)
        level = paragraph.checked.level if paragraph else shown.least_sure
        self.level.setVisible(level != Level.OFFICIAL)
        text = tr(LEVELS[level])
        self.level.setText(text if paragraph or shown.checked.level == level else tr("parts: {level}").format(level=text))
        self._dates(shown)

    def _dates(self, shown: Document) -> None:
        """Today and the day on which each earlier text took effect."""
        several = len(shown.versions) > 1 or shown.status == Status.SUPERSEDED
        self.as_of.setVisible(several)
        self.as_of_label.setVisible(several)
        self.as_of.clear()
        for version in shown.versions:
            words = tr("today") if not version.ends else f"{version.effective} – {version.ends}"
            self.as_of.addItem(words, version.effective)
            if version.address == shown.address:
                self.as_of.setCurrentIndex(self.as_of.count() - 1)


def status_words(shown: Document) -> str:
    """The status chip: an icon's worth of sign, then words."""
    if shown.kind == "case":
        return tr("Decided {date}").format(date=shown.effective)
    if shown.status == Status.SUPERSEDED:
        return tr("No longer the law (ended {date})").format(date=shown.ends)
    sign = {Status.IN_FORCE: "✓", Status.CHANGING: "!", Status.NOT_YET: "…", Status.PENDING: "…"}[shown.status]
    if shown.status == Status.IN_FORCE:
        return f"{sign} " + tr("In force since {date}").format(date=shown.effective)
    return f"{sign} {tr(STATUSES[shown.status])}"


class _ParagraphTools(QWidget):
    """Two small buttons beside the paragraph under the pointer."""

    copied = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for title, words in ((tr("Copy citation"), False), (tr("Copy with citation"), True)):
            button = QPushButton(title)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the context menu for the same
            button.clicked.connect(lambda _=False, w=words: self.copied.emit(self._address, w))
            row.addWidget(button)
        self.hide()

    def point(self, address: str, place: QPoint) -> None:
        """Stand above the right end of a paragraph; go away where there is none."""
        if not address:
            self.hide()
            return
        if address != self._address or not self.isVisible():
            self._address = address
            self.adjustSize()
            x = min(place.x(), self.parentWidget().width()) - self.width()  # type: ignore[union-attr]
            self.move(max(0, x), max(0, place.y() - self.height() + 6))
            self.show()


class _FindBar(QWidget):
    """Find in the page."""

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Find in this page"))
        self.box.setAccessibleName(tr("Find in this page"))
        self.box.setMaxLength(200)
        self.message = QLabel(objectName="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, XL, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.message)
        for name, title, backward in (("up", tr("Previous match"), True), ("down", tr("Next match"), False)):
            button = QToolButton(objectName="plain")
            button.setIcon(icons.icon(name, look.colours.text))
            button.setToolTip(title)
            button.setAccessibleName(title)
            button.clicked.connect(lambda _=False, b=backward: self.wanted.emit(self.box.text(), b))
            row.addWidget(button)
        close = QToolButton(objectName="plain")
        close.setIcon(icons.icon("close", look.colours.text))
        close.setAccessibleName(tr("Close find"))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self.box.returnPressed.connect(lambda: self.wanted.emit(self.box.text(), False))  # noqa: FBT003
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_bar, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open(self) -> None:
        """Show the bar with its text selected."""
        self.show()
        self.box.setFocus()
        self.box.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and give the focus back."""
        self.hide()
        self.closed.emit()

    def tell(self, *, found: bool) -> None:
        """Say whether the text stands in the page."""
        self.message.setText("" if found else tr("Not on this page"))
