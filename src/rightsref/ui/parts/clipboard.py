"""The clipboard: what is copied is marked as not to be kept, and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

#: What tells the keepers of clipboard histories to leave this out: Klipper and others on Linux, Windows, macOS.
NOT_TO_BE_KEPT = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    "application/x-nspasteboard-concealed-type": b"",
}
_MARK = "x-kde-passwordManagerHint"


def copy(text: str, markup: str = "") -> None:
    """Put a text on the clipboard, marked; with `markup`, as rich text too."""
    made = QMimeData()
    made.setText(text)
    if markup:
        made.setHtml(markup)
    _put(made)


def mark_what_is_copied() -> None:
    """See that what text fields and readings copy by themselves (Ctrl+C) is marked too; to be called once."""
    clipboard = QGuiApplication.clipboard()
    clipboard.dataChanged.connect(lambda: mark(ours=clipboard.ownsClipboard()))


def mark(*, ours: bool) -> None:
    """Mark what is on the clipboard, if it is ours and is not marked yet."""
    held = QGuiApplication.clipboard().mimeData()
    if not ours or held is None or held.hasFormat(_MARK) or not held.formats():
        return
    made = QMimeData()
    for kind in held.formats():
        made.setData(kind, held.data(kind))
    _put(made)


def clear() -> None:
    """Empty the clipboard if what is on it came from here, and the selection that a middle click pastes."""
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    if clipboard.ownsClipboard() or (held is not None and held.hasFormat(_MARK)):
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _put(made: QMimeData) -> None:
    for kind, told in NOT_TO_BE_KEPT.items():
        made.setData(kind, told)
    QGuiApplication.clipboard().setMimeData(made)
