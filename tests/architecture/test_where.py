"""`docs/where.md`: its files are there, the rooms are drawn as they are, and none outgrows its ceiling."""

from __future__ import annotations

import re

import pytest
import rooms

PAGE = rooms.PAGE.read_text("utf-8")
NAMED = re.findall(r"`((?:kiosk|ui|flows|accessibility|docs)/[\w./-]+)`", PAGE)
CEILINGS = re.findall(r"^\| `(\w+)/(\w+)` \| \d+ \| [\d,]+ \| ([\d,]+) \|$", PAGE, re.MULTILINE)


def test_every_file_it_names_is_there() -> None:
    assert len(NAMED) > 40
    assert [name for name in NAMED if not (rooms.ROOT / name).exists()] == []


@pytest.mark.parametrize("house", rooms.HOUSES)
def test_the_rooms_are_drawn_as_they_are(house: str) -> None:
    assert rooms.drawn(house) in PAGE, "run: PYTHONPATH=script python -m rooms"


def test_every_room_has_a_ceiling_and_none_outgrows_it() -> None:
    most = {(house, room): int(held.replace(",", "")) for house, room, held in CEILINGS}
    there = {(house, room) for house in rooms.HOUSES for room in rooms.rooms(house)}
    assert most.keys() == there
    assert [one for one in sorted(there) if rooms.lines(*one) > most[one]] == []
