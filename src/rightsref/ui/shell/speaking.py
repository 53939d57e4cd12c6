"""Which language the window speaks: that of the command line, the one kept, or the system's; and Qt's own words in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from rightsref.model.kinds import LANGUAGES, ORIGINAL
from rightsref.words import speak

#: The name under which the application keeps Qt's words of the language in use.
_NAME = "qt-words"


def first_language(asked: str, kept: str) -> str:
    """The language to begin with: the one asked for, else the one chosen before, else the first of the system’s that we speak."""
    system = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return asked or kept or next((lang for lang in system if lang in LANGUAGES), ORIGINAL)


def speak_everywhere(lang: str) -> None:
    """Speak a language from now on: the program's words, and the buttons of Qt's dialogs."""
    speak(lang)
    app = QCoreApplication.instance()
    if app is None:
        return
    QLocale.setDefault(QLocale("es_US" if lang == "es" else "en_US"))
    if lang != ORIGINAL or app.findChild(QObject, _NAME):
        _translate(app, lang)


def _translate(app: QCoreApplication, lang: str) -> None:
    """Qt’s own words in a language, in place of those before."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if lang != ORIGINAL and translator.load(f"qtbase_{lang}", folder):
        app.installTranslator(translator)
