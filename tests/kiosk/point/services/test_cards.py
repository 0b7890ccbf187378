"""The gate for cards opens when the ward has enrolled the kiosk, and follows what the ward sends later."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from support.fake_clock import FakeClock
from support.stage import Stage
from support.ward import Ward, kiosk_name

from accessibility.card import Card
from accessibility.preferences import Preferences
from kiosk.base.config.cards import CardsConfig
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.point.services.cards import READS_EVERY_S, CardService
from kiosk.point.services.premises import Premises
from ui.turn.gates.card_gate import CardGate
from ui.visit.stages import Home, Unread

CARD = Card(Preferences(theme="dark"))
BOTH = CardsConfig(printer="may-in", camera="0")
MINUTE = READS_EVERY_S + 1


class Kiosk:
    """Kiosk 1 of the ward, without a window."""

    def __init__(self, ward: Ward, config: CardsConfig = BOTH) -> None:
        self.clock, gate = FakeClock(), CardGate()
        self.stage = Stage(cards=gate)
        premises = Premises(kiosk_name(1), "point-1", ward.data(1))
        self.service = CardService(
            self.stage.conductor, gate, config, premises, self.clock, family="Noto Sans"
        )

    async def tick(self, after_s: float = MINUTE) -> None:
        self.clock.pass_s(after_s)
        await self.service.tick()

    @property
    def offers(self) -> tuple[bool, bool, bool]:
        """Whether cards are made, printed and looked for."""
        around = self.stage.conductor.around
        return around.cards.seal is not None, around.cards.prints, around.cards.camera


def enrol(ward: Ward) -> None:
    ward.authority, answer = ward.authority.enrol(ask(ward.data(1), kiosk_name(1)), "2026-11")
    ward.authority.save()
    accept(ward.data(1), kiosk_name(1), answer)


def test_nothing_is_offered_until_the_ward_has_answered_and_then_without_a_new_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ward = Ward(tmp_path)
    here = Kiosk(ward)

    async def a_day() -> None:
        conductor = here.stage.conductor
        await here.service.open()
        assert here.offers == (False, False, False) and not conductor.around.cards.known_to_ward
        assert "no cards here" in caplog.text and "chưa được phường cấp giấy" in caplog.text
        enrol(ward)
        await here.tick()
        assert here.offers == (True, True, True) and conductor.around.cards.known_to_ward
        accept(ward.data(1), kiosk_name(1), ward.withdraw(1))
        await here.tick()
        assert here.offers == (False, False, False), "the ward has withdrawn this kiosk"
        assert not conductor.around.cards.known_to_ward
        await here.service.aclose()

    asyncio.run(a_day())


def test_a_printer_or_a_camera_nobody_configured_is_not_offered(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    enrol(ward)
    here = Kiosk(ward, CardsConfig())
    asyncio.run(here.service.open())
    assert here.offers == (True, False, False)


def test_a_newer_list_counts_within_a_minute_but_not_while_somebody_is_here(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    enrol(ward)
    stolen = ward.kiosk(7).seal(CARD)
    here = Kiosk(ward)
    conductor, stage = here.stage.conductor, here.stage

    async def a_day() -> None:
        await here.service.open()
        conductor.held_up(stolen)
        assert conductor.visit.stage == Home()
        accept(ward.data(1), kiosk_name(1), ward.withdraw(7))
        await here.tick()
        conductor.held_up(stolen)
        assert conductor.visit.stage == Home(), "a visit is not disturbed"
        stage.walk_to("finish", "next-person")
        await here.tick()
        conductor.held_up(stolen)
        assert conductor.visit.stage == Unread("revoked")
        await here.service.aclose()

    asyncio.run(a_day())


def test_the_folder_is_not_looked_into_every_second(tmp_path: Path) -> None:
    ward = Ward(tmp_path)
    here = Kiosk(ward)

    async def a_minute() -> None:
        await here.tick()
        enrol(ward)
        await here.tick(30)
        assert here.offers == (False, False, False)
        await here.tick(31)
        assert here.offers == (True, True, True)

    asyncio.run(a_minute())
