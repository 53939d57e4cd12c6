"""The modules of `packaging/` are no package: they are found by their folder, as where they run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2] / "packaging"
sys.path.insert(0, str(HERE))


@pytest.fixture(scope="session")
def packaging():
    """The folder `packaging/`."""
    return HERE
