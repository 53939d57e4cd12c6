"""What is dropped on the window from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_file(dropped: QMimeData) -> str:
    """The name of the first file on this computer that is dropped; empty for anything else."""
    return next((url.toLocalFile() for url in dropped.urls() if url.isLocalFile()), "")
