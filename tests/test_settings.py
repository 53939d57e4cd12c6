"""Settings: one small JSON file, which may hold anything by the time it is read."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rightsref import paths
from rightsref.errors import RightsRefError
from rightsref.model.organisation import Organisation
from rightsref.settings import LEAVES, THEMES, ZOOMS, Settings, load, save, save_changes

USUAL = Settings()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*Settings._fields, "x"]), inner),
    max_leaves=8,
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
GOOD = st.builds(
    Settings, st.integers(400, 10_000), st.integers(300, 10_000), st.sampled_from(THEMES), st.sampled_from(ZOOMS), st.sampled_from(["", "en", "es"]),
    st.builds(Organisation, WORDS, WORDS, WORDS, WORDS), st.sampled_from(LEAVES), WORDS,
)  # fmt: skip


def sound(settings):
    """Whether every value is of its type and makes sense."""
    return (
        all(type(value) is type(usual) for value, usual in zip(settings, USUAL, strict=True))
        and 400 <= settings.width <= 10_000
        and 300 <= settings.height <= 10_000
        and settings.theme in THEMES
        and settings.zoom in ZOOMS
        and all(isinstance(text, str) for text in settings.organisation)
    )


def test_without_a_file_the_usual_settings_are_in_use_and_nothing_is_said(tmp_path):
    assert load(tmp_path / "none.json") == (USUAL, "")


@given(GOOD)
def test_what_is_saved_is_loaded(settings):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deep" / "settings.json"
        save(settings, file)
        assert load(file) == (settings, "")
        assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_nothing_but_the_look_of_the_window_is_saved(tmp_path):
    save(USUAL, tmp_path / "settings.json")
    keys = {"width", "height", "theme", "zoom", "language", "leave", "edition"}
    assert json.loads((tmp_path / "settings.json").read_text()).keys() == keys


def test_an_organisation_that_is_forgotten_leaves_no_trace(tmp_path):
    file = tmp_path / "settings.json"
    save(USUAL._replace(organisation=Organisation("Neighbors", logo="logo.png")), file)
    assert load(file)[0].organisation == Organisation("Neighbors", logo="logo.png")
    save(USUAL, file)
    assert "organisation" not in file.read_text()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"width": 1000}, USUAL._replace(width=1000)),
        ({"width": 399}, USUAL),
        ({"width": "1000"}, USUAL),
        ({"width": 1000.0}, USUAL),
        ({"height": True}, USUAL),
        ({"theme": "pink"}, USUAL),
        ({"language": "es"}, USUAL._replace(language="es")),
        ({"language": "fr"}, USUAL),
        ({"language": ["es"]}, USUAL),
        ({"theme": ["dark"]}, USUAL),
        ({"theme": "dark", "zoom": 110}, USUAL._replace(theme="dark")),
        ({"zoom": 150.0}, USUAL),
        ({"organisation": {"name": "Us", "phone": 5, "x": "y"}}, USUAL._replace(organisation=Organisation("Us"))),
        ({"organisation": ["Us"]}, USUAL),
        ({"edition": "2026.11"}, USUAL._replace(edition="2026.11")),
        ({"edition": 2026.11}, USUAL),
        ({"zoom": None, "searches": ["can cops ask"]}, USUAL),
    ],
)
def test_a_value_that_makes_no_sense_gives_way_to_the_usual_one(tmp_path, written, expected):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(written))
    found, complaint = load(file)
    assert (found, complaint) == (expected, "")
    assert sound(found)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not valid JSON"), (b"{", "not valid JSON"), (b"\xff\xfe", "not valid JSON"), (b"[]", "not a JSON object"),
        (b"null", "not a JSON object"), (b"[" * 100_000, "not valid JSON"), (b"9" * 10_000, "not valid JSON"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_and_set_aside(tmp_path, data, reason):
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    found, complaint = load(file)
    assert found == USUAL
    assert complaint == f"Your settings could not be read from {file} ({reason}); the usual ones are in use."
    assert file.read_bytes() == data
    save(found, file)
    assert load(file) == (USUAL, "")
    assert file.with_suffix(".bad").read_bytes() == data


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    found, complaint = load(tmp_path)
    assert found == USUAL
    assert "could not be read" in complaint
    with pytest.raises(RightsRefError, match="could not be saved"):
        save(USUAL, tmp_path)


def test_a_place_that_takes_no_file_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RightsRefError, match="could not be saved") as raised:
        save(USUAL, tmp_path / "file" / "settings.json")
    assert "\n" not in str(raised.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


@given(JSON)
@example({"zoom": 150.0})
def test_any_json_gives_sound_settings(value):
    _loaded_without_raising(json.dumps(value).encode())


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_sound_settings(data):
    _loaded_without_raising(data)


def _loaded_without_raising(data):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.json"
        file.write_bytes(data)
        found, complaint = load(file)
        assert sound(found)
        assert not complaint or (found == USUAL and "\n" not in complaint)


def test_two_windows_keep_what_each_changed(tmp_path):
    file = tmp_path / "settings.json"
    first = second = USUAL
    kept = save_changes(first._replace(organisation=Organisation(name="A group"), theme="contrast"), first, file)
    assert kept.theme == "contrast"
    save_changes(second._replace(width=900), second, file)
    assert load(file)[0] == USUAL._replace(width=900, theme="contrast", organisation=Organisation(name="A group"))


def test_what_an_editor_puts_in_front_does_no_harm(tmp_path):
    file = tmp_path / "settings.json"
    file.write_bytes(b"\xef\xbb\xbf" + b'{"zoom": 125}')
    assert load(file) == (USUAL._replace(zoom=125), "")


def test_a_pipe_in_its_place_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "settings.json")
    found, complaint = load(tmp_path / "settings.json")
    assert found == USUAL
    assert "no ordinary file" in complaint


def test_each_file_that_could_not_be_read_is_kept(tmp_path):
    file = tmp_path / "settings.json"
    for nth in range(3):
        file.write_text(f"{{ bad {nth}")
        save(USUAL, file)
    assert sorted(path.read_text() for path in tmp_path.glob("*.bad*")) == ["{ bad 0", "{ bad 1", "{ bad 2"]


def test_a_user_without_a_home_has_no_settings_and_no_traceback(monkeypatch):
    import platformdirs

    def none(*_, **__):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("RIGHTSREF_SETTINGS", raising=False)
    monkeypatch.setattr(platformdirs, "user_config_dir", none)
    assert load(paths.settings_file())[0] == USUAL
    with pytest.raises(RightsRefError, match="could not be saved"):
        save(USUAL, paths.settings_file())


@pytest.mark.parametrize(("typed", "kept"), [(3_999, 3_999), (4_000, 4_000), (4_001, 4_000)])
def test_a_line_of_an_organisation_is_kept_up_to_its_limit(tmp_path, typed, kept):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"organisation": {Organisation._fields[0]: "x" * typed}}), encoding="utf-8")
    assert len(load(path)[0].organisation[0]) == kept
