"""The style sheet of the whole program, made from the tokens of `look`."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from rightsref.ui.parts.look import LIGHT, RADIUS, RAIL, T12, T14, T16, T18, T20, T32, TARGET, XS, L, Look, M, S


def apply_style(look: Look) -> None:
    """Give the application the style sheet of a look."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(style_sheet(look))


def style_sheet(look: Look) -> str:
    """The style sheet of the whole program."""
    return _frame_style(look) + _control_style(look) + _form_style(look) + _text_style(look) + _scrolled_style(look)


def _frame_style(look: Look) -> str:
    """Grounds, the rail and the bar."""
    c = look.colours
    return f"""
QWidget#ground, QScrollArea, QScrollArea > QWidget > QWidget#ground {{ background: {c.ground}; border: none; }}
QWidget#surface {{ background: {c.surface}; }}
QFrame#divider {{ background: {c.line}; border: none; }}
QWidget#rail {{ background: {c.rail}; }}
QWidget#rail QToolButton {{
  color: {c.rail_text}; background: transparent; border: 2px solid transparent; border-left-width: 3px;
  font-size: {look.rail(T14)}px; padding: {look.rail(2)}px 0; min-height: {look.rail(48)}px; min-width: {look.rail(RAIL) - 5}px;
}}
QWidget#rail QToolButton:hover {{ background: {c.rail_chosen}; }}
QWidget#rail QToolButton:checked {{ background: {c.rail_chosen}; color: #ffffff; border-left-color: {c.rail_mark}; }}
QWidget#rail QToolButton:focus {{ border-color: {c.rail_mark}; border-radius: 4px; }}
QWidget#bar {{ background: {c.surface}; border-bottom: 1px solid {c.line}; }}
"""


def _control_style(look: Look) -> str:
    """What is typed in or clicked."""
    c, px, type_size = look.colours, look.px, look.type_size
    return f"""
QLineEdit {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.muted}; border-radius: {RADIUS}px;
  padding: 0 {px(M)}px; min-height: {px(38)}px; selection-background-color: {c.accent}; selection-color: {c.on_accent};
  placeholder-text-color: {c.muted};
}}
QLineEdit:focus {{ border: 2px solid {c.accent}; }}
QPushButton, QComboBox {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: 6px;
  padding: 0 {px(M)}px; min-height: {px(TARGET - 2)}px; font-size: {type_size(T14)}px; font-weight: 600;
}}
QComboBox {{ border-color: {c.muted}; }}
QPushButton:hover, QComboBox:hover {{ border-color: {c.accent}; color: {c.accent}; }}
QPushButton:focus, QComboBox:focus {{ border: 2px solid {c.accent}; }}
QPushButton:checked {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton:disabled {{ color: {c.muted}; }}
QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
QComboBox::down-arrow {{ image: url(icons:combo.svg); width: {px(14)}px; height: {px(14)}px; }}
QComboBox QLineEdit {{ border: none; min-height: {px(TARGET - 6)}px; padding: 0; font-size: {type_size(T14)}px; }}
QComboBox QAbstractItemView, QMenu {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: {XS}px;
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; outline: none;
}}
QMenu::item {{ padding: {S}px {L}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.accent_soft}; }}
QToolButton#plain {{ background: transparent; border: none; border-radius: 6px; min-width: {px(TARGET)}px; min-height: {px(TARGET)}px; }}
QToolButton#plain:hover {{ background: {c.accent_soft}; }}
QToolButton#plain:focus {{ border: 2px solid {c.accent}; }}
QPushButton#option, QPushButton#option-card {{ min-height: {px(52)}px; text-align: left; border-radius: {RADIUS}px; }}
QLabel#option-title {{ color: {c.text}; font-size: {type_size(T18)}px; font-weight: 600; }}
QPushButton#chip {{ border-radius: {px(TARGET) // 2 - 1}px; font-weight: 400; }}
QPushButton#chip:checked {{ background: {c.accent}; color: {c.on_accent}; }}
"""


def _form_style(look: Look) -> str:
    """Numbers that are typed, boxes that are ticked, the message at the foot."""
    c, px, type_size = look.colours, look.px, look.type_size
    tick = "light" if c.on_accent == LIGHT.on_accent else "dark"
    return f"""
QDoubleSpinBox, QSpinBox {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.muted}; border-radius: 6px;
  min-height: {px(TARGET - 2)}px; padding: 0 {px(S)}px; font-size: {type_size(T14)}px;
}}
QDoubleSpinBox QLineEdit, QSpinBox QLineEdit {{ background: transparent; border: none; min-height: 0; padding: 0 {S}px; font-size: {type_size(T14)}px; }}
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button, QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QDoubleSpinBox:focus, QSpinBox:focus {{ border: 2px solid {c.accent}; }}
QCheckBox {{
  color: {c.text}; font-size: {type_size(T14)}px; min-height: {px(TARGET - 4)}px; spacing: {px(6)}px;
  border: 2px solid transparent; border-radius: 6px; padding: 0 1px;
}}
QCheckBox::indicator, QListWidget::indicator {{
  width: {px(M + XS)}px; height: {px(M + XS)}px; background: {c.surface}; border: 1px solid {c.muted}; border-radius: 4px;
}}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{
  background: {c.accent}; border-color: {c.accent}; image: url(icons:tick-{tick}.svg);
}}
QCheckBox:focus {{ border-color: {c.accent}; }}
QFrame#over {{ background: {c.surface}; border: 1px solid {c.muted}; border-radius: {RADIUS}px; }}
QFrame#toast {{ background: {c.surface}; border: 1px solid {c.muted}; border-left: {px(5)}px solid {c.accent}; border-radius: {RADIUS}px; }}
QFrame#toast[kind="good"] {{ border-left-color: {c.good}; }}
QFrame#toast[kind="failed"] {{ border-color: {c.danger}; border-left-color: {c.danger}; }}
QLabel#toast-words {{ color: {c.text}; font-size: {type_size(T16)}px; background: transparent; }}
"""


def _text_style(look: Look) -> str:
    """Labels."""
    c, px, type_size = look.colours, look.px, look.type_size
    return f"""
QLabel#h1 {{ color: {c.text}; font-size: {type_size(T32)}px; font-weight: 700; }}
QLabel#h2 {{ color: {c.text}; font-size: {type_size(T20)}px; font-weight: 700; }}
QFrame#door {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS + 2}px; }}
QFrame#door:hover {{ border-color: {c.accent}; }}
QFrame#door:focus {{ border: 2px solid {c.accent}; }}
QLabel#door-sentence {{ color: {c.muted}; font-size: {type_size(T16)}px; }}
QLabel#badge {{ background: {c.accent_soft}; border-radius: {RADIUS}px; }}
QLabel#lead {{ color: {c.muted}; font-size: {type_size(T20)}px; }}
QLabel#muted {{ color: {c.muted}; font-size: {type_size(T14)}px; }}
QLabel#promise {{ color: {c.muted}; font-size: {type_size(T12)}px; padding-left: {px(M)}px; }}
QLabel#heard {{ color: {c.text}; background: {c.accent_soft}; border-radius: {px(26) // 2}px; padding: 0 {px(10)}px; min-height: {px(26)}px; font-size: {type_size(T14)}px; }}
QLabel#wrong {{ color: {c.danger}; font-size: {type_size(T14)}px; font-weight: 600; }}
QLabel#note {{ color: {c.text}; background: {c.accent_soft}; border-radius: {RADIUS}px; padding: {px(M)}px; font-size: {type_size(T16)}px; }}
QLabel#foot {{ color: {c.muted}; font-size: {type_size(T14)}px; min-height: {px(TARGET)}px; }}
QLabel#citation {{ color: {c.text}; font-weight: 700; min-height: {px(TARGET)}px; }}
QLabel#good, QLabel#warn, QLabel#danger {{ border-radius: {px(26) // 2}px; padding: 0 {px(10)}px; min-height: {px(26)}px; max-height: {px(26)}px; margin: {px(4)}px 0; font-size: {type_size(T14)}px; font-weight: 600; }}
QLabel#good {{ color: {c.good}; background: {c.good_soft}; }}
QLabel#warn {{ color: {c.warn}; background: {c.warn_soft}; }}
QLabel#danger {{ color: {c.danger}; background: {c.danger_soft}; }}
QLabel#banner {{ color: {c.warn}; background: {c.warn_soft}; border: 1px solid {c.warn_line}; border-radius: {RADIUS}px; padding: {px(M)}px; }}
"""


def _scrolled_style(look: Look) -> str:
    """Lists, readings and what scrolls them. What has a ring at its edge keeps the room for it, so that nothing moves."""
    c, px, type_size = look.colours, look.px, look.type_size
    return f"""
QListView, QTreeView {{ background: {c.surface}; border: 2px solid {c.surface}; outline: none; }}
QListWidget#path, QListWidget#path::item {{ background: {c.ground}; padding: 0; }}
QListWidget#path {{ border-color: {c.ground}; }}
QListView:focus, QTreeView:focus, QListWidget#path:focus {{ border-color: {c.accent}; }}
QListWidget::item {{ padding: {px(6)}px {px(S)}px; border-radius: 6px; color: {c.text}; }}
QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QTextBrowser {{ background: {c.ground}; border: none; color: {c.text}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
Linked {{ border: 2px solid transparent; border-radius: 6px; }}
Linked:focus {{ border-color: {c.accent}; }}
QTextBrowser:focus {{ border: 2px solid {c.accent}; }}
QPlainTextEdit {{ background: {c.surface}; color: {c.text}; border: 2px solid {c.muted}; border-radius: {RADIUS}px; padding: {px(XS)}px; }}
QPlainTextEdit:focus {{ border-color: {c.accent}; }}
QScrollArea#alone {{ border: 2px solid {c.ground}; }}
QScrollArea#alone:focus {{ border-color: {c.accent}; }}
QTextBrowser#past {{ background: {c.past}; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: {S}px; font-size: {type_size(T14)}px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.muted}; border-radius: 4px; min-height: 40px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {c.accent}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; height: 0; width: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.muted}; border-radius: 4px; min-width: 40px; margin: 2px; }}
"""
