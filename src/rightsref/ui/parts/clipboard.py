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
_CLIPBOARD, _SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection
#: What tells ours apart from what others do not want to be kept either.
_OURS = "application/x-rightsref"


def copy(text: str, markup: str = "") -> None:
    """Put a text on the clipboard, marked; with `markup`, as rich text too."""
    made = QMimeData()
    made.setText(text)
    if markup:
        made.setHtml(markup)
    _put(made)


def mark_what_is_copied() -> None:
    """See that what text fields and readings put there by themselves (Ctrl+C, a selection) is marked too; to be called once."""
    clipboard = QGuiApplication.clipboard()
    clipboard.dataChanged.connect(lambda: mark(ours=clipboard.ownsClipboard()))
    clipboard.selectionChanged.connect(lambda: mark(ours=clipboard.ownsSelection(), mode=_SELECTION))


def mark(*, ours: bool, mode: QClipboard.Mode = _CLIPBOARD) -> None:
    """Mark what is on the clipboard, or selected for a middle click, if it is ours and is not marked yet."""
    held = QGuiApplication.clipboard().mimeData(mode)
    if not ours or held is None or held.hasFormat(_OURS) or not held.formats():
        return
    made = QMimeData()
    if mode == _SELECTION:
        made.setText(held.text())  # all that a middle click pastes; the rest would be made anew at each letter selected
    else:
        for kind in held.formats():
            made.setData(kind, held.data(kind))
    _put(made, mode)


def clear() -> None:
    """Empty the clipboard if what is on it came from here, and the selection that a middle click pastes."""
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    if clipboard.ownsClipboard() or (held is not None and held.hasFormat(_OURS)):
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(_SELECTION)


def _put(made: QMimeData, mode: QClipboard.Mode = _CLIPBOARD) -> None:
    made.setData(_OURS, b"1")
    for kind, told in NOT_TO_BE_KEPT.items():
        made.setData(kind, told)
    QGuiApplication.clipboard().setMimeData(made, mode)
