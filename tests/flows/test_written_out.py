"""A guide in the order of a paper: every step once, and whatever a way leads to has its number."""

from __future__ import annotations

from support.guides import shipped

from flows.guide.written_out import written_out
from flows.shelf.phones import phones_of, whose

GUIDES = shipped().flows


def test_every_step_of_every_guide_stands_once_on_its_paper() -> None:
    for flow in GUIDES.values():
        order = written_out(flow)
        in_order = [step.id for part in order.parts for step in part.steps]
        assert sorted(in_order) == sorted(flow.steps), flow.id
        assert [order.numbers[step_id] for step_id in in_order] == list(range(1, len(flow.steps) + 1))


def test_the_usual_way_stands_first_and_each_further_part_says_where_it_was_left() -> None:
    flow = GUIDES["lua-dao-da-mac"]
    usual, *others = written_out(flow).parts
    assert usual.opened is None
    assert [step.id for step in usual.steps][:3] == ["da-lam-gi", "tat-nguon", "muon-may"]
    opened = [(step.id, edge.id) for part in others if part.opened for step, edge in [part.opened]]
    assert opened[0] == ("da-lam-gi", "choice.chua")
    assert len(opened) == len(others)


def test_only_official_numbers_are_named_and_whose_they_are() -> None:
    assert phones_of(GUIDES["lua-dao-da-mac"]) == ("113", "19000368")
    assert phones_of(GUIDES["khan-cap"])[:3] == ("113", "114", "115")
    assert whose("19000368") == "VNeID, căn cước"
    assert whose("0901234567") == ""
