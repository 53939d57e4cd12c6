"""`make tour`: opens the real program and writes a picture of every page, in each language, theme and size, into build/tour/.

With words, only the pictures whose name holds one of them: `python tests/tour.py es-dark-1024 home`.
With `QT_SCALE_FACTOR=1.25` the same at that scale of the screen, which goes into the names.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from rightsref.ui.parts.place import Answers, At, Pair, Place, SearchState, SheetChoice, Versions, Walk

SIZES = ((1280, 800), (1024, 700), (760, 520), (1366, 768), (1920, 1080), (3840, 2160))
#: How many of these sizes each theme is shown at, by language.
THEMES = {"en": {"light": 6, "dark": 6, "contrast": 3}, "es": {"light": 6, "dark": 2, "contrast": 1}}
#: Where large letters are shown, and how large.
LARGE = ((1024, 700), (760, 520), (1920, 1080))
ZOOMS = (150, 250)
OUT = Path("build/tour")
#: Address -> the note on it; without one it is a bookmark.
NOTES = (
    ("rightsref:provision/5-ilcs-805/15/e", "Read this to the desk sergeant."),
    ("rightsref:form/I-247A", "The copy that they faxed had no box ticked."),
    ("rightsref:contact/icirr-family-support", ""),
)


def stops(window):
    """(name, how to get there) of every page worth a picture."""
    from rightsref.ui.search.page import SearchPage

    def search(text):
        window.go(Place("home"))
        window.bar.set_text(text)
        window.search_now()
        page = window.pages["search"]
        assert isinstance(page, SearchPage)
        page.enter()

    return (
        ("home", lambda: window.go(Place("home"))),
        ("home-own-words", lambda: _told(window)),
        ("search", lambda: search("can cops ask about papers")),
        ("search-misspelt", lambda: search("detaner 48 hrs weekend")),
        ("search-nothing", lambda: search("zzzz qqqq")),
        ("search-empty", lambda: window.go(Place("search", SearchState("")))),
        ("law", lambda: window.go(Place("law"))),
        ("reading-trust-act", lambda: window.go(Place("law", At("rightsref:provision/5-ilcs-805/15")))),
        ("reading-paragraph", lambda: window.go(Place("law", At("rightsref:provision/5-ilcs-805/15/h/7")))),
        ("reading-superseded", lambda: window.go(Place("law", At("rightsref:provision/mcc-2-173/042@2012-09-12")))),
        ("reading-disputed", lambda: window.go(Place("law", At("rightsref:form/I-205")))),
        ("reading-form", lambda: window.go(Place("law", At("rightsref:form/I-247A")))),
        ("reading-definitions", lambda: window.go(Place("law", At("rightsref:provision/5-ilcs-805/10")))),
        ("scenarios", lambda: window.go(Place("scenarios"))),
        ("scenario-question", lambda: window.go(Place("scenarios", Answers("held-in-jail")))),
        ("scenario-outcome", lambda: _to_an_outcome(window, "held-in-jail")),
        ("scenario-allowed", lambda: _to_an_outcome(window, "agents-at-my-door")),
        ("sheets", lambda: window.go(Place("sheets", SheetChoice("rightsref:sheet/police-stop-chicago", window.lang)))),
        ("sheets-cards", lambda: _a_sheet(window, "wallet-card", "es", "cards")),
        ("sheets-two-languages", lambda: _a_sheet(window, "ice-at-your-door", "es+en", "page")),
        ("sheets-many", lambda: _many_sheets(window)),
        ("path", lambda: window.go(Place("path", At("rightsref:stage/local-decision")))),
        ("clock", lambda: window.go(Place("clock"))),
        ("papers", lambda: window.go(Place("papers"))),
        ("paper-unknown", lambda: window.go(Place("papers", Walk("", (("issuer", "homeland_security"),))))),
        ("paper-walk", lambda: window.go(Place("papers", Walk("ao-442", (("issuer", "federal_court"),))))),
        ("paper-end", lambda: window.go(Place("papers", At("rightsref:paper/i-205")))),
        ("paper-pair", lambda: window.go(Place("papers", Pair("i-200", "ao-442")))),
        ("timeline", lambda: window.go(Place("timeline"))),
        (
            "compare",
            lambda: window.go(
                Place(
                    "compare",
                    Versions("rightsref:provision/5-ilcs-805/15@2017-08-28", "rightsref:provision/5-ilcs-805/15"),
                )
            ),
        ),
        ("glossary", lambda: window.go(Place("glossary"))),
        ("contacts", lambda: window.go(Place("contacts"))),
        ("topic", lambda: window.go(Place("law", At("rightsref:topic/council-vote-2025")))),
        ("case", lambda: window.go(Place("law", At("rightsref:case/arizona-v-united-states")))),
        ("signing", lambda: window.go(Place("signing"))),
        ("saved-notes", lambda: _saved(window, NOTES)),
        ("saved-none", lambda: _saved(window)),
        ("packet", lambda: _a_packet(window)),
        ("keys", lambda: window.go(Place("keys"))),
        ("where", lambda: window.go(Place("where"))),
        ("news", lambda: window.go(Place("news"))),
        ("settings", lambda: window.go(Place("settings"))),
        ("about", lambda: window.go(Place("about"))),
    )


def _saved(window, notes=()):
    """What is saved: some notes in a case and a bookmark; without any, no file is open."""
    from rightsref.saved.notebook import Notebook
    from rightsref.saved.pointing import pointer

    window.use_notebook(None)
    if notes:
        folder = tempfile.mkdtemp(dir=Path(os.environ["RIGHTSREF_SETTINGS"]).parent)
        notebook = Notebook.make(Path(folder) / "notes.rrnotes")
        for address, note in notes:
            notebook.add(pointer(window.kb, address, window.lang), note, "Intake, Tuesday" if note else "")
        window.use_notebook(notebook)
    window.go(Place("saved"))


def _told(window):
    """A caller's own words on the first page, with what they suggest."""
    window.go(Place("home"))
    window.pages["home"].words.tell("my brother paid bond at Cook County and they say there is an ICE hold")


def _a_sheet(window, key, lang, layout):
    """A sheet in a language and a layout."""

    window.go(Place("sheets", SheetChoice(f"rightsref:sheet/{key}")))
    page = window.pages["sheets"]
    page.many.cancel()
    choices = page.choices
    for box, value in ((choices.language, lang), (choices.layout_box, layout)):
        box.setCurrentIndex(max(0, box.findData(value)))
    _settle()


def _a_packet(window):
    """A packet of a section and a sheet, as one sheet."""
    from rightsref.sheets.packet import packet_of

    parts = ("rightsref:provision/5-ilcs-805/15", "rightsref:sheet/police-stop-chicago")
    window.go(Place("sheets", SheetChoice(packet_of(parts), window.lang)))
    _settle()


def _many_sheets(window):
    """Every sheet ticked, to be saved together."""
    _a_sheet(window, "door-notice", "en", "page")
    page = window.pages["sheets"]
    page.gallery.all.setChecked(False)
    page.gallery.all.click()
    page.many.open_for(page.gallery.keys)
    _settle()


def _settle():
    """Wait until the preview has followed."""
    from PySide6.QtTest import QTest

    QTest.qWait(400)


def _to_an_outcome(window, flow):

    window.go(Place("scenarios", Answers(flow)))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[1 if len(page.progress.steps) == 1 else 0].key)


def main() -> int:
    """Write the pictures; print where they are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RIGHTSREF_SETTINGS"] = str(Path(folder) / "settings.json")
        count = take_pictures(sys.argv[1:])
    sys.stdout.write(f"{count} pictures in {OUT}\n")
    return 0


def take_pictures(wanted) -> int:
    """Every stop in every language, theme and size, then in large letters."""
    from rightsref.ui.shell.start import make_application, open_window

    make_application()
    OUT.mkdir(parents=True, exist_ok=True)
    count = 0
    for lang, themes in THEMES.items():
        for theme, sizes in themes.items():
            window = open_window({"theme": theme, "lang": lang})
            window.show()
            for width, height in SIZES[:sizes]:
                window.resize(width, height)
                count += _pictures(window, f"{lang}-{theme}-{width}x{height}", wanted)
            window.close()
    return count + _large_text(wanted)


def _pictures(window, of, wanted) -> int:
    """A picture of every stop of a window as it is now."""
    from PySide6.QtTest import QTest

    count = 0
    scale = "" if window.devicePixelRatio() == 1 else f"-scale{window.devicePixelRatio():g}"
    for name, get_there in stops(window):
        file = f"{name}-{of}{scale}.png"
        if wanted and not any(word in file for word in wanted):
            continue
        get_there()
        QTest.qWait(60)
        window.grab().save(str(OUT / file))
        count += 1
    return count


def _large_text(wanted) -> int:
    from rightsref.ui.shell.start import open_window

    count = 0
    for lang in THEMES:
        window = open_window({"theme": "light", "lang": lang})
        window.show()
        for zoom in ZOOMS:
            window.change(window.settings._replace(zoom=zoom))
            for width, height in LARGE:
                window.resize(width, height)
                count += _pictures(window, f"{lang}-light-{width}x{height}-text{zoom}", wanted)
        window.close()
    return count


if __name__ == "__main__":
    sys.exit(main())
