"""A build is made of exact versions, each with its hash, and says the licence of each."""

from __future__ import annotations

import json
import re
import tomllib

import licences
import pytest


def _entries(packaging, name):
    """(name, whether it is exact, whether it has a hash) of each entry of a list."""
    text = (packaging / name).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield re.match(r"[\w.-]+", line)[0].lower().replace("_", "-"), "==" in line, "--hash=sha256:" in line


def _names(requirements):
    return {re.match(r"[\w.-]+", text)[0].lower().replace("_", "-") for text in requirements if isinstance(text, str)}


@pytest.fixture(scope="module")
def project(root):
    """What pyproject.toml says."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-build.txt"])
def test_each_entry_is_exact_and_has_a_hash_and_no_host_is_named(packaging, name):
    rows = list(_entries(packaging, name))
    assert len(rows) > 10
    assert [row for row in rows if not (row[1] and row[2])] == []
    assert not re.search(r"https?://|--index|--extra|--find-links", (packaging / name).read_text(encoding="utf-8"))


def test_all_that_the_program_asks_for_is_in_the_list(packaging, project):
    assert _names(project["project"]["dependencies"]) <= {row[0] for row in _entries(packaging, "constraints.txt")}


def test_all_that_builds_ask_for_is_in_the_list(packaging, project):
    listed = {row[0] for row in _entries(packaging, "constraints-build.txt")}
    assert _names(project["dependency-groups"]["bundle"]) | _names(project["build-system"]["requires"]) <= listed


def _distribution(site, name, metadata, files):
    home = site / f"{name}-1.0.dist-info"
    home.mkdir(parents=True)
    (home / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{metadata}")
    for file, text in files.items():
        (home / file).write_text(text)
    (home / "RECORD").write_text("".join(f"{home.name}/{file},,\n" for file in ("METADATA", *files)))


def test_each_component_is_told_with_the_text_of_its_licence(root, tmp_path):
    site = tmp_path / "site"
    _distribution(site, "mitte", "License-Expression: MIT\n", {"LICENSE": "as is"})
    _distribution(site, "PySide6_Essentials", "License: LGPL-3.0-only OR GPL-2.0-only\n", {})
    _distribution(site, "oldish", "License: Dual License\nClassifier: License :: OSI Approved :: BSD License\n", {})
    _distribution(site, "rightsref", "License: MIT\n", {})
    made = {row.name: row for row in licences.collect(site, tmp_path, root)}
    assert next(iter(made)) == "RightsRef"
    assert "Attribution 4.0" in made["RightsRef"].text
    assert made["mitte"][1:] == ("1.0", "MIT", "as is")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in made["PySide6_Essentials"].text
    assert "may be replaced" in made["PySide6_Essentials"].text
    assert made["oldish"].licence == "BSD License"
    assert "Python" in made
    assert "rightsref" not in made
    licences.write(list(made.values()), tmp_path / "licences.json")
    assert json.loads((tmp_path / "licences.json").read_text())[0]["licence"] == "MIT and CC BY 4.0"
