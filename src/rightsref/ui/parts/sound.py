"""Python 3.11: an error in what Qt calls is made whole before it leaves.

Until Python 3.12 an error that C code raises, such as that of `int("x")`, is put together only when Python looks at it. PySide does not look:
where a method of Qt that we override raises one while Python itself called it (`resize`, `setCurrentRow`), the process ends. To catch
it and raise it again is to look at it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType, ModuleType
from typing import Any

_NEEDED = sys.version_info < (3, 12)
_done: set[str] = set()


def make_sound() -> None:
    """See to every class of the window that was imported since; before any of it is made."""
    if not _NEEDED:
        return
    for name, module in list(sys.modules.items()):
        if name.startswith("rightsref.ui.") and name not in _done and isinstance(module, ModuleType):
            _done.add(name)
            for made in list(vars(module).values()):
                if isinstance(made, type) and made.__module__ == name:
                    _see_to(made)


def _see_to(made: type) -> None:
    qt = [base for base in made.__mro__ if base.__module__.startswith("PySide6.")]
    for name, function in list(vars(made).items()):
        if isinstance(function, FunctionType) and not name.startswith("__") and any(name in vars(base) for base in qt):
            setattr(made, name, sound(function))


def sound(override: Callable[..., Any]) -> Callable[..., Any]:
    """The same method; its errors are whole."""

    @wraps(override)
    def called(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever Qt hands over
        try:
            return override(*arguments, **named)
        except Exception:
            raise

    return called
