"""The client before the real register: it answers later, on the loop, with no more than the screen needs."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from support.fake_clock import FakeClock
from support.staff import digits

from kiosk.base.files.paths import staff_file
from kiosk.point.services.register_client import RegisterClient
from kiosk.point.services.staff import StaffService
from kiosk.point.staff.lockout import FIRST_WAIT_S, TRIES
from kiosk.point.staff.register import StaffRegister
from ui.turn.gates.staff_gate import StaffGate
from ui.visit.effects import ListStaff
from ui.visit.staff.answers import (
    Answer,
    ChangeRefused,
    Listed,
    LockedOut,
    NotAllowed,
    Opened,
    PinMade,
    RegisterTrouble,
    RightChanged,
    WrongPin,
)
from ui.visit.staff.people import StaffMember

Told = TypeVar("Told")
MAI = StaffMember("tnv-01", "Bạn Mai", "volunteer")


@pytest.fixture
def register(tmp_path: Path) -> StaffRegister:
    return StaffRegister(tmp_path, FakeClock())


def answer(
    ask: Callable[[RegisterClient, Callable[[Answer], None]], None], register: StaffRegister
) -> Answer:
    """What the client tells, on the thread that asked, after the asking returned."""

    async def asked() -> Answer:
        told: list[Answer] = []
        here = threading.get_ident()

        def tell(one: Answer) -> None:
            assert threading.get_ident() == here
            told.append(one)

        client = RegisterClient(register)
        ask(client, tell)
        assert told == [], "the screen does not wait"
        await client.aclose()
        (one,) = told
        return one

    return asyncio.run(asked())


def test_a_member_is_added_listed_opens_is_locked_out_disabled_and_helped_again(
    register: StaffRegister,
) -> None:
    made = answer(lambda one, tell: one.add("volunteer", "Bạn Mai", tell), register)
    assert isinstance(made, PinMade) and made.member == MAI
    assert answer(lambda one, tell: one.list(tell), register) == Listed((MAI,))
    assert answer(lambda one, tell: one.check("tnv-01", digits(made.pin), tell), register) == Opened(MAI)
    bad = f"{(int(made.pin) + 1) % 1_000_000:06}"
    tries = [answer(lambda one, tell: one.check("tnv-01", digits(bad), tell), register) for _ in range(TRIES)]
    assert tries == [*(WrongPin(left) for left in range(TRIES - 1, 0, -1)), LockedOut(FIRST_WAIT_S)]
    again = answer(lambda one, tell: one.reset_pin("tnv-01", tell), register)
    assert isinstance(again, PinMade)
    listed = answer(lambda one, tell: one.list(tell), register)
    assert isinstance(listed, Listed) and again.member.may_stay(listed.members)
    assert not made.member.may_stay(listed.members), "in with the old PIN"
    off = answer(lambda one, tell: one.set_active("tnv-01", False, tell), register)
    assert off == RightChanged(StaffMember("tnv-01", "Bạn Mai", "volunteer", active=False))
    assert answer(lambda one, tell: one.check("tnv-01", digits(again.pin), tell), register) == NotAllowed()


def test_what_cannot_be_done_is_answered_and_not_raised(register: StaffRegister, tmp_path: Path) -> None:
    answer(lambda one, tell: one.add("volunteer", "Bạn Mai", tell), register)
    for ask in (
        lambda one, tell: one.add("officer", "bạn mai", tell),
        lambda one, tell: one.reset_pin("tnv-99", tell),
        lambda one, tell: one.set_active("tnv-99", False, tell),
    ):
        assert answer(ask, register) == ChangeRefused()
    staff_file(tmp_path).write_bytes(b"{")
    for ask in (
        lambda one, tell: one.list(tell),
        lambda one, tell: one.check("tnv-01", "402958", tell),
        lambda one, tell: one.add("officer", "Cô Cúc", tell),
        lambda one, tell: one.reset_pin("tnv-01", tell),
        lambda one, tell: one.set_active("tnv-01", False, tell),
    ):
        assert answer(ask, register) == RegisterTrouble()


def test_nothing_of_a_pin_stands_in_what_the_screen_is_given(register: StaffRegister) -> None:
    made = answer(lambda one, tell: one.add("volunteer", "Bạn Mai", tell), register)
    assert isinstance(made, PinMade)
    opened = answer(lambda one, tell: one.check("tnv-01", digits(made.pin), tell), register)
    assert made.pin not in f"{made!r}{opened!r}"
    assert "argon2" not in repr(opened)


def test_the_service_opens_the_door_behind_the_screen(tmp_path: Path) -> None:
    async def opened() -> list[Answer]:
        door, told = StaffGate(), list[Answer]()
        service = StaffService(door, tmp_path, FakeClock())
        door.carry_out(ListStaff(), told.append)
        await service.open()
        door.carry_out(ListStaff(), told.append)
        await service.aclose()
        return told

    assert asyncio.run(opened()) == [RegisterTrouble(), Listed(())]
