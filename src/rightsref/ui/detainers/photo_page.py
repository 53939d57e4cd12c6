"""A page beside which a reader may set a photo: it takes what is dropped, and forgets it when it is left."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QImage

from rightsref.ui.detainers.photo_desk import PhotoDesk
from rightsref.ui.parts.dropped import dropped_file
from rightsref.ui.parts.page import Page, PageHost


class PhotoPage(Page):
    """Holds the desk on which the photo lies, whatever else the page shows."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.desk = PhotoDesk(host.look)
        self.put_desk_away()
        self.setAcceptDrops(True)

    def put_desk_away(self) -> None:
        """Take the desk out of whatever held it, with its photo, before that is dropped."""
        self.desk.hide()
        self.desk.setParent(self)

    def begin(self) -> None:
        """A photo was dropped: show it beside something."""

    def keep(self) -> object:
        """The photo goes on to the same page in another look or language, and nowhere else."""
        return self.desk.image

    def take_over(self, kept: object) -> None:
        """Take the photo over."""
        if isinstance(kept, QImage):
            self.desk.show_image(kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page leaves no photo; to make the window small is not to leave."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.desk.forget()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the page."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is shown, or why not is said where it would lie."""
        name = dropped_file(event.mimeData())
        if name:
            event.acceptProposedAction()
            self.begin()
            self.desk.open(name)
