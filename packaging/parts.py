"""What a built program takes along of Qt and Python, and what it leaves out; a test holds both against what is imported."""

from __future__ import annotations

import sys
from fnmatch import fnmatch
from pathlib import PurePath

#: Bindings of Qt that the program imports. No other binding goes along.
QT_MODULES = ("QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")

#: Libraries of Qt that these need, on any system, without `libQt6`, `Qt6` or `Qt` in front.
#: DBus: window menus, screen readers and the desktop's file dialog on Linux. OpenGL, WaylandClient, XcbQpa: its windows.
QT_LIBRARIES = (*(name.removeprefix("Qt") for name in QT_MODULES), "DBus", "OpenGL", "WaylandClient", "XcbQpa")

#: Plug-ins of Qt that go along, by folder and name; what a system does not have is not there.
QT_PLUGINS = (
    "iconengines/*qsvgicon*",  # the icons of style sheets
    "imageformats/*qsvg*",
    "imageformats/*qjpeg*",
    "platforminputcontexts/*compose*",  # é, ñ and ¿ by the compose key
    "platforminputcontexts/*ibus*",
    "platforms/*qcocoa*",
    "platforms/*qoffscreen*",  # the self-test where there is no display
    "platforms/*qwayland*",
    "platforms/*qwindows*",
    "platforms/*qxcb*",
    "platformthemes/*xdgdesktopportal*",  # the desktop's own file dialog
    "printsupport/*",
    "styles/*",
    "wayland-decoration-client/*",
    "wayland-shell-integration/*xdg-shell*",
)

#: Words of Qt's own dialogs that go along: those of the other language that the window speaks.
QT_TRANSLATIONS = ("qtbase_es.qm",)

#: Modules of Python that nothing here needs, though a library names them: no cryptography and so no secured connection, no
#: other toolkit, no compiler of content, which stands in a checkout only.
LEFT_OUT = (
    "_ssl", "_hashlib", "ssl", "asyncio", "multiprocessing", "concurrent", "tkinter", "curses", "readline", "unittest",
    "doctest", "pydoc", "pdb", "xmlrpc", "ftplib", "smtplib", "imaplib", "poplib", "http.server", "http.cookiejar",
    "urllib.robotparser", "distutils", "setuptools", "pkg_resources", "pip", "ensurepip", "venv", "lib2to3", "idlelib",
    "turtle", "dbm", "wsgiref", "test", "numpy", "PIL", "rightsref.content", "markdown", "nh3", "readability",
)  # fmt: skip

#: Of the holidays of all countries only those of the United States are read; a page of ours stands for the list of all.
HOLIDAYS = ("holidays.countries.united_states",)
TRIMMED = {"holidays.countries": "trimmed/countries/__init__.py"}

#: What a library written in C imports, which no search through sources finds: PyNaCl’s.
IMPORTED_BY_LIBRARIES = ("_cffi_backend",)

#: What PyInstaller would run before the program. Those of `inspect` and `pkgutil` serve who reads the source of a function or lists the modules of a
#: package, which nothing here does; they would be imported for each verb of the command line. That of PySide6 imports Qt, which a verb does not need and
#: which the window imports in its own order; and it names our plug-ins to all that the program opens. PySide6 finds them without. Proved on Linux only.
HOOKS_LEFT_OUT = ("pyi_rth_inspect", "pyi_rth_pkgutil", *(("pyi_rth_pyside6",) if sys.platform == "linux" else ()))

#: Libraries of the system that each desktop has and that must fit to its own files: not taken along.
SYSTEM_LIBRARIES = (
    "libGL.so*", "libEGL.so*", "libGLX.so*", "libGLdispatch.so*", "libOpenGL.so*", "libX11.so*", "libX11-xcb.so*", "libxcb.so*", "libxcb-glx.so*",
    "libdbus-1.so*", "libsystemd.so*", "libglib-2.0.so*", "libgobject-2.0.so*", "libgio-2.0.so*", "libgmodule-2.0.so*", "libgthread-2.0.so*",
    "libfontconfig.so*", "libfreetype.so*", "libexpat.so*", "libpng16.so*", "libz.so*", "libwayland-*.so*", "libcups.so*", "libstdc++.so*", "libgcc_s.so*",
    "libgnutls*", "libavahi*", "libkrb5*", "libgssapi*", "libk5crypto*", "libcom_err*", "libkeyutils*", "libpcre2*", "libffi.so*",
    "libmount*", "libblkid*", "libselinux*", "libcap*", "libgcrypt*", "libgpg-error*", "liblz4*", "liblzma*", "libzstd*", "libbrotli*", "libgtk*",
    "libgdk*", "libpango*", "libcairo*", "libatk*", "libatspi*", "libharfbuzz*", "libfribidi*", "libgraphite*", "libthai*", "libdatrie*", "libpixman*",
    "libepoxy*", "libjpeg*", "libXcursor*", "libXcomposite*", "libXdamage*", "libXext*", "libXfixes*", "libXi.so*", "libXinerama*", "libXrandr*",
    "libXrender*", "libXau*", "libXdmcp*", "libbsd*", "libmd.so*", "libuuid*", "libcrypto*", "libssl*", "libreadline*", "libtinfo*", "libncurses*",
    "libnettle*", "libhogweed*", "libgmp*", "libidn2*", "libunistring*", "libtasn1*", "libp11-kit*",
)  # fmt: skip


#: What pip writes down of an install: it names folders of the machine that builds.
_OF_PIP = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}


def keeps(destination: str, kind: str = "") -> bool:
    """Whether a file of a build goes along, by its place in the folder of the build and PyInstaller's kind of it."""
    path = PurePath(destination.replace("\\", "/"))
    parts, name = path.parts, path.name
    # A USB stick holds no links; a Mac's frameworks are made of them.
    if kind == "SYMLINK" and sys.platform != "darwin":
        return False
    if any(fnmatch(name, pattern) for pattern in SYSTEM_LIBRARIES) or (
        name in _OF_PIP and path.parent.suffix == ".dist-info"
    ):
        return False
    if "PySide6" not in parts and not name.startswith(("libQt6", "Qt6")):
        return _keeps_of_python(parts, name)
    if "plugins" in parts:
        at = "/".join(parts[parts.index("plugins") + 1 :])
        return any(fnmatch(at, pattern) for pattern in QT_PLUGINS)
    if any(part in {"translations", "qml", "resources", "metatypes", "libexec"} for part in parts):
        return name in QT_TRANSLATIONS
    return _keeps_library(name)


def _keeps_of_python(parts: tuple[str, ...], name: str) -> bool:
    """Whether a file of a library of Python goes along: of `rightsref` no compiler."""
    of_another_country = "locale" in parts and "holidays" in parts
    return not of_another_country and parts[:2] != ("rightsref", "content") and name != "dateutil-zoneinfo.tar.gz"


def _keeps_library(name: str) -> bool:
    """Whether a library or binding of Qt is one of those that are used; what is no library goes along."""
    stem = name.removeprefix("lib").split(".", maxsplit=1)[0]
    if stem.startswith("Qt6"):
        return stem.removeprefix("Qt6") in QT_LIBRARIES
    if stem.startswith("Qt"):
        return stem in QT_MODULES or stem.removeprefix("Qt") in QT_LIBRARIES
    return stem not in {"opengl32sw", "d3dcompiler_47"} and not stem.startswith("pyside6qml")


def keeps_module(name: str) -> bool:
    """Whether a module of Python goes along: of the countries of `holidays` only one, of `rightsref` no compiler."""
    country = name.removeprefix("holidays.countries.")
    if country != name:
        return name in HOLIDAYS
    return not name.startswith(("rightsref.content", "holidays.financial."))
