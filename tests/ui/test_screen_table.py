"""One row a screen: none is forgotten, and each is in the tour and among the screens that tests look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from support.all_screens import stages_of, stages_of_the_kiosk
from support.stage import residents_guides

from accessibility.preferences import Preferences
from kiosk.point.tour.guide_stops import guide_stops
from kiosk.point.tour.stops import common_stops
from ui.screens.table import ROWS, SCREENS
from ui.visit.staff.people import Assist, AtControls, StaffMember
from ui.visit.staff.stages import AskObstacle, AssistNotice, PinPad, StaffComfort, StaffMenu, WhoOpens
from ui.visit.stage import AsksResident, AsksStaff, SignedIn, SigningIn, StaffStage, Stage
from ui.visit.stages import Attract, Comfort, Home, Privacy, Resume
from ui.visit.visit import Mode, Visit

KINDS = (StaffStage, SigningIn, SignedIn, AsksResident, AsksStaff)
FLOWS = residents_guides().flows
MAI = StaffMember("tnv-01", "Bạn Mai", "volunteer")
OFFER = Resume("vneid-cai-dat", "0" * 64, (), "vi")


def stages_below(kind: type[Stage]) -> Iterator[type[Stage]]:
    for below in kind.__subclasses__():
        if vars(sys.modules[below.__module__]).get(below.__name__) is below:  # not what `slots` was made from
            yield below
            yield from stages_below(below)


def test_every_stage_has_one_row() -> None:
    assert set(SCREENS) == {one for one in stages_below(Stage) if one not in KINDS}
    assert len(ROWS) == len(SCREENS)


def test_every_kind_of_screen_is_in_the_tour_and_among_all_screens() -> None:
    toured = {type(stop.stage) for stop in common_stops(FLOWS)}
    toured |= {type(stop.stage) for flow in FLOWS.values() for stop in guide_stops(flow)}
    assert toured == set(SCREENS)
    looked_at = {type(stage) for stage in stages_of_the_kiosk()}
    looked_at |= {type(stage) for flow in FLOWS.values() for stage in stages_of(flow)}
    assert looked_at == set(SCREENS)


@pytest.mark.parametrize(
    ("visit", "mode"),
    [
        (Visit(), Mode.NOBODY),
        (Visit((Attract(), Privacy())), Mode.NOBODY),
        (Visit((Attract(), AssistNotice()), staff=AtControls(MAI)), Mode.NOBODY),
        (Visit((OFFER,)), Mode.OFFERED),
        (Visit((OFFER, Comfort())), Mode.OFFERED),
        (Visit((Home(),)), Mode.RESIDENT),
        (Visit((Home(),), staff=AtControls(MAI)), Mode.RESIDENT),
        (Visit((Home(),), staff=AtControls(MAI), assist=Assist(MAI.id)), Mode.ASSISTED),
        (Visit((Home(), WhoOpens())), Mode.SIGNING_IN),
        (Visit((Home(), PinPad(MAI), StaffComfort())), Mode.SIGNING_IN),
        (Visit((Attract(), StaffMenu()), staff=AtControls(MAI, Preferences())), Mode.STAFF),
        (Visit((Home(), AskObstacle(), StaffComfort()), staff=AtControls(MAI, Preferences())), Mode.STAFF),
    ],
)
def test_whose_the_kiosk_is_follows_from_the_visit(visit: Visit, mode: Mode) -> None:
    assert visit.mode is mode
