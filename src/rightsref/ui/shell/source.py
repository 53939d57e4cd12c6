"""The open knowledge base, and what is made of it when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rightsref.knowledge.database import Database

if TYPE_CHECKING:
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.search.searcher import Searcher


class Source:
    """Where everything that the window shows comes from."""

    def __init__(self, file: Database) -> None:
        self.file = file
        self._kb: KnowledgeBase | None = None
        self._searcher: Searcher | None = None

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base with its nouns; the first page of all does without. It reads only what was held against its hash.

        Raises:
            KnowledgeBaseError: neither the file nor its packed copy is whole.
        """
        if self._kb is None:
            from rightsref.knowledge.library import KnowledgeBase

            self.file.hold()
            self._kb = KnowledgeBase.over(self.file)
        return self._kb

    @property
    def searcher(self) -> Searcher:
        """The one searcher."""
        if self._searcher is None:
            from rightsref.search.searcher import Searcher

            self._searcher = Searcher(self.kb)
        return self._searcher

    def forget(self) -> None:
        """Let go of what was made to search and read: it keeps what was last typed."""
        self._kb = self._searcher = None

    def open_again(self) -> None:
        """Open the file as it is on the disk now, in place of the one before. Nothing that was read may be in use any more.

        Raises:
            KnowledgeBaseError: it is not whole; the one before stays open.
        """
        file = Database.open_whole(self.file.path)
        self.file.close()
        self.file, self._kb, self._searcher = file, None, None
