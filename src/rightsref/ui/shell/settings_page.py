"""Settings: language, theme, text size, how to leave. All take effect at once; below them the ways to what is set elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from rightsref.model.kinds import LANGUAGES
from rightsref.settings import LEAVES, THEMES, ZOOMS
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import L, Look, M, S
from rightsref.ui.parts.page import PageHost, ScrollPage
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.widgets import label, panel, push_button
from rightsref.words import tr

_THEME_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"}

_LEAVE_WORDS = {"close": "Close RightsRef", "blank": "Show a blank page"}


class SettingsPage(ScrollPage):
    """The reader's choices."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        look = host.look
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(look.px(64), look.px(36), look.px(64), L)
        column.addWidget(label(tr("Settings"), "h1"))
        column.addSpacing(look.px(L))
        form = QFormLayout()
        form.setVerticalSpacing(look.px(M))
        form.setHorizontalSpacing(look.px(L))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        spoken = [(lang, language.name) for lang, language in LANGUAGES.items()]
        self.language = _combo(tr("Language"), spoken, self.host.lang)
        form.addRow(tr("Language"), self.language)
        self.theme = _combo(tr("Colors"), [(name, tr(_THEME_WORDS[name])) for name in THEMES], self.host.settings.theme)
        self.zoom = _combo(tr("Text size"), [(size, f"{size} %") for size in ZOOMS], self.host.settings.zoom)
        form.addRow(tr("Colors"), self.theme)
        form.addRow(tr("Text size"), self.zoom)
        self.leave = _combo(
            tr("Leaving at once"), [(name, tr(_LEAVE_WORDS[name])) for name in LEAVES], self.host.settings.leave
        )
        form.addRow(tr("Leaving at once"), self.leave)
        column.addLayout(form)
        leaving = tr(
            "Press Esc three times, or Shift three times, within two seconds, or the button at the right of the search box. What you copied from here, "
            "what you typed and where you have been are gone at once. From a blank page the same keys lead back to the first page."
        )
        column.addWidget(label(leaving, "muted", wrap=True))
        hint = tr(
            "Ctrl+Plus and Ctrl+Minus change the text size anywhere; Ctrl+0 sets it back. Ctrl+K goes to the search box."
        )
        column.addWidget(label(hint, "muted", wrap=True))
        column.addSpacing(look.px(M))
        column.addWidget(self._elsewhere(look))
        column.addStretch(1)
        for box in (self.language, self.theme, self.zoom, self.leave):
            box.activated.connect(self._change)
        self.set_body(body, look)

    def _elsewhere(self, look: Look) -> QWidget:
        """Ways to what can be set or read elsewhere."""
        made = QWidget()
        row = FlowLayout(made, gap=look.px(S))
        for title, page in (
            (tr("Your organization’s block on sheets"), "sheets"),
            (tr("Where is everything?"), "where"),
            (tr("Keys and help"), "keys"),
        ):
            button = push_button(title)
            button.clicked.connect(lambda _=False, name=page: self.host.go(Place(name)))
            row.addWidget(button)
        return made

    def _change(self, _index: int) -> None:
        chosen = {"theme": self.theme.currentData(), "zoom": self.zoom.currentData(), "leave": self.leave.currentData()}
        if self.language.currentData() != self.host.lang:  # else the language of the system stays the one
            chosen["language"] = self.language.currentData()
        self.host.change(self.host.settings._replace(**chosen))


def _combo(name: str, choices: Sequence[tuple[object, str]], current: object) -> QComboBox:
    box = ClosedBox()
    box.setAccessibleName(name)
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex([value for value, _ in choices].index(current))
    return box
