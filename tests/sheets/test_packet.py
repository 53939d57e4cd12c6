"""The packet for a lawyer: its parts, its table of authorities with the pages that name them, its address."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from rightsref.errors import NotFoundError, UsageError
from rightsref.model.address import parse
from rightsref.sheets.compose import compose, short_name
from rightsref.sheets.packet import PACKET, packet_of, parts_of
from rightsref.sheets.typeset import to_pdf

ACT = "rightsref:provision/5-ilcs-805/15"
_SEGMENT = st.text("abcXYZ019-._", min_size=1, max_size=8)
ADDRESSES = st.lists(
    st.builds(
        lambda kind, path, version: f"rightsref:{kind}/{'/'.join(path)}{version}",
        st.sampled_from(["flow", "provision", "sheet", "case"]),
        st.lists(_SEGMENT, min_size=1, max_size=3),
        st.sampled_from(["", "@2017-08-28"]),
    ),
    max_size=5,
    unique=True,
)


@given(ADDRESSES)
def test_a_packet_s_address_tells_what_it_is_made_of(addresses):
    target = packet_of(addresses)
    assert parts_of(target) == addresses
    assert parse(target) is not None


@pytest.fixture(scope="module")
def made(real):
    outcome = f"rightsref:flow/held-in-jail/{next(iter(real.flow('held-in-jail').outcomes))}"
    return compose(real, packet_of([outcome, f"{ACT}/h", f"{ACT}@2017-08-28", "rightsref:sheet/wallet-card"]))


def test_each_part_begins_a_page_and_the_table_ends_it(made):
    titles = [block.items[0].text for block in made.blocks if block.kind == "part"]
    assert len(titles) == 5
    assert titles[-1] == "Table of authorities"
    inside = next(block for block in made.blocks if block.kind == "numbered")
    assert [item.text for item in inside.items] == titles[:-1]


def test_every_authority_stands_in_the_table_with_its_link(made):
    table = [block for block in made.blocks if block.kind == "authorities"]
    listed = {item.authority for block in table for item in block.items}
    used = {item.authority for block in made.blocks if block not in table for item in block.items if item.authority}
    assert listed == used
    assert all(len(block.links) == len(block.items) for block in table)
    linked = [link for block in table for link in block.links if link]
    assert len(linked) > len(listed) / 2
    assert all(link.startswith("http") for link in linked)


def test_the_pdf_is_tagged_and_its_table_names_pages_and_links(made):
    reader = PdfReader(io.BytesIO(to_pdf(made)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    pages = [page.extract_text() for page in reader.pages]
    table = next(n for n, text in enumerate(pages) if "Table of authorities" in text)
    assert table >= 4
    uris = [
        note.get_object()["/A"]["/URI"]
        for page in reader.pages[table:] for note in page.get("/Annots", []) if "/URI" in note.get_object().get("/A", {})
    ]  # fmt: skip
    assert uris


def test_what_is_not_there_is_told(real):
    with pytest.raises(UsageError, match="nothing in the packet"):
        compose(real, PACKET)
    with pytest.raises(NotFoundError):
        compose(real, packet_of(["rightsref:provision/no-such/1"]))
    assert short_name(packet_of([ACT])) == "packet"
