"""Somebody learns: what they did alone goes home on the card, comes back, and ends in the month's figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from support.stage import Stage
from support.visit_fakes import Bench
from support.ward import Ward, kiosk_name

from accessibility.card import Card
from kiosk.log.sessions.tally import VisitCell
from kiosk.papers.keys.card_signer import CardSigner, open_signer
from ui.screens.card import derive_my_card
from ui.turn.gates.card_gate import CardDevices, CardGate

Act: TypeAlias = Callable[[Stage], None]
GUIDE = ("topic.vneid", "flow.vneid-cai-dat")
CARD = ("finish", "my-card")
LEAVE = ("done", "next-person")


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> CardSigner:
    ward = Ward(tmp_path_factory.mktemp("cua-nam"))
    ward.kiosk(1)
    return open_signer(ward.data(1), kiosk_name(1))


@contextmanager
def kiosk(folder: Path, signer: CardSigner) -> Iterator[tuple[Stage, Bench]]:
    """A kiosk whose log is the real one."""
    folder.mkdir()
    bench, gate = Bench(folder), CardGate(CardDevices(signer))
    bench.take_over()
    yield Stage(notebook=bench.recorder, cards=gate, seal=signer.seal), bench  # type: ignore[arg-type]
    bench.heartbeat.close()


def taken_home(stage: Stage) -> str:
    stage.walk_to(*CARD)
    return derive_my_card(stage.conductor.visit, stage.conductor.around).payload


def step(stage: Stage) -> None:
    """Whatever leads on here."""
    page = stage.conductor.page
    stage.walk_to(page.primary.slot if page.primary is not None else page.choices[0].slot)


def helped_step(stage: Stage) -> None:
    stage.walk_to("call-person", "taken")
    step(stage)


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ((helped_step, step), (step, step), "up"),
        ((step, step), (step,), "same"),
        ((step,), (helped_step,), "down"),
        ((), (step,), None),  # the card knows of no step
        ((step,), (), None),
    ],
)
def test_from_one_kiosk_home_and_to_another(
    tmp_path: Path, signer: CardSigner, first: tuple[Act, ...], then: tuple[Act, ...], told: str | None
) -> None:
    with kiosk(tmp_path / "1", signer) as (stage, bench):
        stage.walk_to("begin", *GUIDE)
        for act in first:
            act(stage)
        code = taken_home(stage)
        stage.walk_to(*LEAVE)
        assert not [cell for cell in bench.sink.visits if cell.aspect == "alone"], "no card was brought"
    with kiosk(tmp_path / "2", signer) as (stage, bench):
        stage.conductor.held_up(code)
        stage.walk_to("topic.vneid", "flow.vneid-cai-dat")
        for act in then:
            act(stage)
        later = signer.open(taken_home(stage))
        stage.walk_to(*LEAVE)
        counted = {cell for cell in bench.sink.visits if cell.aspect == "alone"}
        assert counted == ({VisitCell("2026-11", "alone", told)} if told else set())
        if not then:
            assert later.alone == signer.open(code).alone == 10, "what was on the card stays on it"


def test_two_people_who_do_the_same_hold_the_same_card(tmp_path: Path, signer: CardSigner) -> None:
    cards = set[Card]()
    for at in ("1", "2"):
        with kiosk(tmp_path / at, signer) as (stage, _):
            stage.walk_to("begin", *GUIDE)
            step(stage)
            cards.add(signer.open(taken_home(stage)))
    assert len(cards) == 1
