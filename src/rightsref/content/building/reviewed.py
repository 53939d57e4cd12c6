"""Which translations a speaker has reviewed, by the address of what they translate."""

from __future__ import annotations

from collections.abc import Iterator

from rightsref.content.linking.resolve import Content, address_of
from rightsref.model.address import Address

_KINDS = {"flows": "flow", "sheets": "sheet", "papers": "paper"}


def reviewed_rows(content: Content) -> Iterator[dict[str, str]]:
    """A row for each document, scenario, sheet and paper whose translation says who reviewed it."""
    for companion in content.tree.companions.values():
        folder, key = companion.original.parent.name, companion.original.stem
        if companion.table.get("reviewed") and folder in _KINDS:
            address = str(Address.of(_KINDS[folder], key))
            yield {"address": address, "lang": companion.lang, "who": companion.table["reviewed"]}
    for text in content.texts.values():
        for lang, document in text.translations.items():
            if document.meta.get("reviewed"):
                yield {"address": str(address_of(text.english)), "lang": lang, "who": str(document.meta["reviewed"])}
