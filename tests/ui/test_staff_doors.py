"""From door to door: one touch a door, taken back with one, never a house."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from dataclasses import replace

import pytest
from support.staff import CUC, MAI, SEN, opened_by, staff_gate
from support.stage import SIGN, Stage

from kiosk.base.events import DOOR_OUTCOMES, area_id
from ui.visit.staff.stages import Door, Route, StaffMenu

TEAM = SIGN._replace(kind="team", number=12)


def kiosk(route: tuple[int, ...] = (5, 6)) -> Stage:
    return Stage(staff=staff_gate(), sign=TEAM, route=route)


def shown(stage: Stage) -> list[str]:
    return [": ".join(filter(None, (one.label, one.detail))) for one in stage.conductor.page.choices]


def test_the_route_is_gone_group_by_group_and_every_door_is_counted_where_it_stands() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "doors")
    assert shown(stage) == ["Tổ dân phố số\u00a05: 0 nhà", "Tổ dân phố số\u00a06: 0 nhà"]
    stage.walk_to("area.5", "door.guided", "door.nobody-home", "back")
    stage.walk_to("area.6", "door.declined")
    assert stage.conductor.page.sentence == "Tổ dân phố số\u00a06 · Hôm nay 1 nhà. Đã ghi: Từ chối."
    assert shown(stage)[2] == "Từ chối: 1 nhà"
    stage.walk_to("back")
    assert shown(stage) == ["Tổ dân phố số\u00a05: 2 nhà", "Tổ dân phố số\u00a06: 1 nhà"]
    assert stage.notebook.lines == [
        ("door visited", "guided", "tdp-5"),
        ("door visited", "nobody-home", "tdp-5"),
        ("door visited", "declined", "tdp-6"),
    ]
    stage.walk_to("back")
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


def test_a_team_goes_on_in_the_group_of_its_last_door_and_only_once_there_was_one_today() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI))
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    stage.walk_to("doors", "area.6", "door.guided", "lock", *opened_by(CUC))
    assert stage.conductor.visit.stages[-2:] == (Route(), Door(6))
    stage.walk_to("back", "area.5", "door.declined", "lock", *opened_by(CUC))
    assert stage.conductor.visit.stage == Door(5)
    stage.walk_to("lock")
    stage.conductor.surround(replace(stage.conductor.around.team, doors={}))  # another day
    stage.walk_to(*opened_by(CUC))
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


@pytest.mark.parametrize("outcome", DOOR_OUTCOMES)
def test_a_mistake_is_taken_back_with_one_touch(outcome: str) -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "doors", "area.5", f"door.{outcome}")
    assert stage.conductor.visit.stage == Door(5, outcome)  # type: ignore[arg-type]
    assert stage.conductor.page.sentence.startswith("Tổ dân phố số\u00a05 · Hôm nay 1 nhà. Đã ghi: ")
    stage.walk_to("undo", "undo")
    assert stage.conductor.visit.stage == Door(5)
    assert stage.conductor.page.sentence.startswith("Tổ dân phố số\u00a05 · Hôm nay 0 nhà.")
    assert stage.notebook.lines[-1] == ("door undone", outcome, "tdp-5")


def test_with_one_group_or_none_nobody_is_asked_which() -> None:
    for route, group in (((7,), 7), ((), 0)):
        stage = kiosk(route)
        stage.walk_to(*opened_by(MAI), "doors")
        assert stage.conductor.visit.stage == Door(group)
        stage.walk_to("door.guided", "back")
        assert isinstance(stage.conductor.visit.stage, StaffMenu)
        assert stage.notebook.lines == [("door visited", "guided", area_id(group))]


def test_each_door_is_one_touch_and_the_last_one_can_be_taken_back_from_the_same_page() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "doors", "area.5", *["door.nobody-home"] * 3, "door.declined")
    assert stage.notebook.lines == [("door visited", "nobody-home", "tdp-5")] * 3 + [
        ("door visited", "declined", "tdp-5")
    ]
    assert shown(stage)[1:3] == ["Vắng nhà: 3 nhà", "Từ chối: 1 nhà"]
    stage.walk_to("undo", "door.come-back")
    assert stage.notebook.lines[-2:] == [
        ("door undone", "declined", "tdp-5"), ("door visited", "come-back", "tdp-5"),
    ]  # fmt: skip


def test_nothing_moves_when_a_door_is_marked_and_the_place_of_undo_is_kept() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "doors", "area.5")
    assert "undo" not in {one.slot for one in stage.conductor.page.bar}
    free = len(stage.conductor.page.seats)
    stage.walk_to("door.guided")
    assert "undo" in {one.slot for one in stage.conductor.page.bar}
    assert len(stage.conductor.page.seats) == free


@pytest.mark.parametrize("member", [MAI, CUC, SEN], ids=lambda one: one.role)
def test_everybody_of_a_team_sees_it_and_nobody_at_a_point(member: object) -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(member))  # type: ignore[arg-type]
    assert stage.conductor.page.choices[0].label == "Đi từng nhà"
    stage = Stage(staff=staff_gate())
    stage.walk_to(*opened_by(member))  # type: ignore[arg-type]
    assert "Đi từng nhà" not in [one.label for one in stage.conductor.page.choices]
    stage.walk_to("doors")
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


def test_a_group_that_is_not_on_the_route_and_what_is_not_yet_marked_do_nothing() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "doors", "area.7")
    assert isinstance(stage.conductor.visit.stage, Route)
    stage.walk_to("area.5", "undo")
    assert stage.conductor.visit.stage == Door(5) and stage.notebook.lines == []


def test_where_nobody_of_the_staff_has_the_controls_no_door_is_marked() -> None:
    stage = kiosk()
    stage.walk_to("begin", "doors", "area.5", "door.guided")
    assert not any(str(line[0]).startswith("door") for line in stage.notebook.lines)
