"""A built program shows the licences of all that it brings along."""

from __future__ import annotations

import json

from rightsref import paths
from rightsref.ui.parts.place import Place


def test_about_leads_to_each_licence_with_its_whole_text(window, monkeypatch, tmp_path):
    file = tmp_path / "licences.json"
    rows = [
        {"name": "RightsRef", "version": "", "licence": "MIT", "text": "Our own."},
        {"name": "Letters & more", "version": "1.2", "licence": "OFL", "text": "First <part>.\n\nSecond part."},
    ]
    file.write_text(json.dumps(rows), encoding="utf-8")
    monkeypatch.setattr(paths, "licences", lambda: file)
    window.go(Place("about"))
    assert 'href="rightsref:tool/licences"' in window.pages["about"].text.document().toHtml()
    window.open_address("rightsref:tool/licences")
    assert window.windowTitle().startswith("Licenses")
    words = window.pages["licences"].text.toPlainText()
    assert "Letters & more 1.2: OFL" in words
    assert words.index("Letters & more 1.2: OFL") < words.index("First <part>.") < words.index("Second part.")


def test_an_installed_program_brings_nothing_along(window):
    window.go(Place("about"))
    assert "tool/licences" not in window.pages["about"].text.document().toHtml()
    window.go(Place("licences"))
    assert "brings nothing along" in window.pages["licences"].text.toPlainText()
