"""The path, its stages and the papers, printed as sheets."""

from __future__ import annotations

import pytest

from rightsref.errors import NotFoundError
from rightsref.model.law import Level
from rightsref.sheets.compose import compose


def words(sheet):
    return " ".join(item.text for block in sheet.blocks for item in block.items)


def test_the_path_prints_every_stage_in_order_with_its_authorities(real):
    sheet = compose(real, "rightsref:tool/path")
    printed = words(sheet)
    places = [printed.index(f"{number}. {stage.title}") for number, stage in enumerate(real.stages(), 1)]
    assert places == sorted(places)
    cited = {because.citation for stage in real.stages() for because in stage.law}
    assert cited <= set(sheet.authorities)


@pytest.mark.parametrize("key", ["i-200", "i-205", "i-247a", "i-247g", "ao-93", "ao-442", "illinois-warrant"])
def test_a_paper_prints_with_its_drawing_powers_and_traps(real, key):
    (paper,) = [paper for paper in real.papers() if paper.key == key]
    sheet = compose(real, f"rightsref:paper/{key}")
    assert [block.drawings for block in sheet.blocks if block.drawings] == [(key,)]
    printed = words(sheet)
    for text in (
        paper.what,
        *(power.may_not for power in paper.powers),
        *(trap.fact for trap in paper.traps),
        *paper.say,
    ):
        assert text in printed
    assert set(sheet.authorities) >= {power.citation for power in paper.powers}


def test_what_is_not_verified_is_marked_by_its_own_authority(real):
    (service,) = [stage for stage in real.stages() if stage.key == "service"]
    sheet = compose(real, "rightsref:stage/service")
    marked = {item.text for block in sheet.blocks for item in block.items if item.level == Level.UNCHECKED}
    assert marked == {law.fact for law in service.law if real.level_at(law.authority) == Level.UNCHECKED}


@pytest.mark.parametrize("key", ["i-200", "i-205", "i-247a", "i-247g", "ao-93", "ao-442", "illinois-warrant"])
def test_whatever_of_a_paper_carries_a_dagger_names_its_authority_and_has_the_note(real, key):
    sheet = compose(real, f"rightsref:paper/{key}")
    marked = [item for block in sheet.blocks for item in block.items if item.level == Level.UNCHECKED]
    assert all(item.citation and item.authority for item in marked)
    assert sheet.unverified == bool(marked)


@pytest.mark.parametrize("target", ["rightsref:paper/nonsense", "rightsref:stage/nonsense"])
def test_what_is_not_there_is_told(real, target):
    with pytest.raises(NotFoundError, match="Nothing stands at"):
        compose(real, target)
