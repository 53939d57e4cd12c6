"""A notes file of each sort: plain, and protected at a cost that tests can bear."""

from __future__ import annotations

import pytest

from rightsref.saved import locks
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import Pointer

PASSPHRASE = "four words of mine"
CHEAP = locks.Cost(1, 8_192)


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Argon2id as quick as it can be: what it costs is no matter here."""
    monkeypatch.setattr(locks, "USUAL", CHEAP)


@pytest.fixture(params=["", PASSPHRASE], ids=["plain", "protected"])
def passphrase(request):
    """No passphrase, then one."""
    return request.param


@pytest.fixture
def path(tmp_path):
    """Where the file is to be."""
    return tmp_path / "rightsref-notes.rrnotes"


@pytest.fixture
def notebook(path, passphrase):
    """A new file, open."""
    made = Notebook.make(path, passphrase)
    yield made
    made.close()


@pytest.fixture(scope="session")
def trust():
    """What a bookmark of a paragraph keeps."""
    return Pointer(
        "rightsref:provision/5-ilcs-805/15/e", "5 ILCS 805/15(e)", "5 ILCS 805/15(e)", "What police may not do",
        "No, local police may not ask.", "en",
    )  # fmt: skip
