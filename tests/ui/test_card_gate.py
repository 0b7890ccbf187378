"""The gate for cards: whatever is held up, printed or looked for, a resident meets a calm screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.stage import Stage
from support.ward import Ward

from accessibility.card import Card, CardRefused
from accessibility.card_text import MOST_BYTES, PREFIX, to_text
from accessibility.preferences import Preferences
from kiosk.papers.keys.card_signer import CardSigner
from ui.screens.card import Sheet
from ui.turn.gates.card_gate import CardDevices, CardGate
from ui.visit.stages import Goodbye, Home, MyCard, ShowCard, Unread

CARD = Card(Preferences(text_size=2, language="fr"))
PLACES: tuple[tuple[str, ...], ...] = (
    (),
    ("begin",),
    ("begin", "flow.vneid-cai-dat"),
    ("begin", "comfort"),
    ("begin", "call-person"),
    ("begin", "finish", "my-card"),
    ("begin", "idle"),
)
ANY_TEXT = st.one_of(
    st.text(max_size=1200),
    st.binary(max_size=1200).map(lambda raw: raw.decode("latin-1")),
    st.binary(max_size=MOST_BYTES).map(to_text),
    st.text("0123456789", max_size=1200).map(lambda digits: PREFIX + digits),
    st.text(st.characters(categories=["Cs", "Cc", "Nd", "Lu"]), max_size=200).map(lambda text: PREFIX + text),
)


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> CardSigner:
    return Ward(tmp_path_factory.mktemp("ward")).kiosk(1)


@dataclass
class SlowPrinter:
    """Says how it went when told to."""

    sheets: list[Sheet] = field(default_factory=list)
    waiting: list[Callable[[bool], None]] = field(default_factory=list)

    def print(self, sheet: Sheet, done: Callable[[bool], None]) -> None:
        self.sheets.append(sheet)
        self.waiting.append(done)


@dataclass
class Camera:
    looks: list[str] = field(default_factory=list)

    def open(self) -> None:
        self.looks.append("open")

    def close(self) -> None:
        self.looks.append("close")


def kiosk(signer: CardSigner, printer: SlowPrinter | None = None, camera: Camera | None = None) -> Stage:
    gate = CardGate(CardDevices(signer, printer, camera))
    return Stage(cards=gate, seal=signer.seal, prints=printer is not None, camera=camera is not None)


@given(text=ANY_TEXT, place=st.sampled_from(PLACES))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_held_up_nothing_breaks_and_nothing_changes(
    signer: CardSigner, caplog: pytest.LogCaptureFixture, text: str, place: tuple[str, ...]
) -> None:
    caplog.clear()
    stage = kiosk(signer)
    stage.walk_to(*place)
    before = stage.conductor.visit
    stage.conductor.held_up(text)
    visit = stage.conductor.visit
    assert caplog.records == [], "a mistake of ours would have been logged"
    assert isinstance(visit.stage, Unread)
    assert (visit.preferences, visit.brought, visit.finished) == (before.preferences, None, before.finished)
    assert text not in repr(visit) or len(text) < 12


def test_a_card_held_up_while_a_step_is_read_does_not_end_the_reading(signer: CardSigner) -> None:
    stage = kiosk(signer)
    stage.walk_to("begin", "flow.vneid-cai-dat")
    whole, sentence = stage.ear.last, stage.conductor.page.sentence
    stage.ear.reach(sentence.split()[2])
    stage.conductor.held_up(signer.seal(Card(Preferences(text_size=2))))
    assert stage.ear.last == "Máy đã chỉnh theo thẻ của bác."
    stage.ear.finish()
    assert stage.ear.last == whole[whole.index(sentence) :]


class Broken:
    def open(self, text: str) -> Card:
        raise RuntimeError("a bug of ours")


def test_our_own_mistake_leads_to_the_calm_screen(caplog: pytest.LogCaptureFixture) -> None:
    stage = Stage(cards=CardGate(CardDevices(Broken())))
    stage.walk_to("begin")
    stage.conductor.held_up("KBHVS123456789")
    assert stage.conductor.page.place == "sorry"
    assert "KBHVS" not in caplog.text


def test_printing_shows_that_it_began_and_how_it_went_also_to_who_hears_nothing(signer: CardSigner) -> None:
    printer = SlowPrinter()
    stage = kiosk(signer, printer)
    stage.walk_to("begin", "speech", "finish", "my-card", "print-card", "print-card")
    assert len(printer.sheets) == 1, "one page at a time, however often it is touched"
    assert signer.open(printer.sheets[0].payload) == signer.open(stage.conductor.page.payload)  # type: ignore[attr-defined]
    assert stage.conductor.around.pointer.hint == "Máy đang in thẻ. Bác đợi một chút ạ."
    printer.waiting.pop()(False)
    assert stage.conductor.around.pointer.hint == "Máy in không chạy. Bác chụp ảnh mã này ạ."
    stage.walk_to("speech", "print-card")
    printer.waiting.pop()(True)
    assert stage.ear.last == "Thẻ in xong rồi. Bác lấy thẻ ạ."


def test_how_it_went_is_not_told_to_the_next_person(signer: CardSigner) -> None:
    printer = SlowPrinter()
    stage = kiosk(signer, printer)
    stage.walk_to("begin", "finish", "my-card", "print-card", "done", "next-person", "begin")
    said = len(stage.ear.heard), stage.conductor.around.pointer.hint
    printer.waiting.pop()(True)
    assert (len(stage.ear.heard), stage.conductor.around.pointer.hint) == said
    stage.walk_to("finish", "my-card", "print-card")
    assert len(printer.sheets) == 2


def test_without_a_printer_there_is_no_button_for_it(signer: CardSigner) -> None:
    stage = kiosk(signer)
    stage.walk_to("begin", "finish", "my-card")
    assert stage.conductor.visit.stage == MyCard()
    assert stage.conductor.page.primary is not None and stage.conductor.page.primary.slot == "done"


def test_the_camera_looks_only_while_somebody_is_asked_to_show_a_card(signer: CardSigner) -> None:
    camera = Camera()
    stage = kiosk(signer, camera=camera)
    stage.walk_to("begin")
    assert camera.looks == []
    stage.walk_to("hold-card")
    assert (stage.conductor.visit.stage, camera.looks) == (ShowCard(), ["open"])
    stage.conductor.held_up(signer.seal(CARD))
    assert camera.looks == ["open", "close"]
    assert stage.conductor.visit.preferences == CARD.preferences


def test_a_camera_that_sees_nothing_gives_up_after_a_minute_and_so_does_one_that_breaks(
    signer: CardSigner,
) -> None:
    camera = Camera()
    stage = kiosk(signer, camera=camera)
    stage.walk_to("begin", "hold-card")
    stage.wait(61)
    assert (stage.conductor.visit.stage, camera.looks) == (Home(), ["open", "close"])
    assert stage.ear.last == "Máy chưa thấy thẻ nào. Bác cứ làm tiếp ạ."
    stage.walk_to("hold-card", "no-card")
    assert stage.conductor.visit.stage == Home()
    stage.walk_to("no-card")
    assert stage.conductor.visit.stage == Home(), "told too late, it changes nothing"


def test_the_goodbye_offers_the_card_and_once_it_is_answered_what_to_practise(signer: CardSigner) -> None:
    stage = kiosk(signer)
    stage.walk_to("begin", "flow.vneid-cai-dat", "finish")
    page, faces = stage.conductor.page, ["face.good", "face.fair", "face.poor"]
    assert [one.slot for one in page.choices] == faces
    assert page.primary is not None and page.primary.slot == "next-person"
    assert [one.slot for one in page.bar] == ["practise", "another", "my-card", "again", "call-person"]
    stage.walk_to("face.good")
    offered = [control.slot for control in stage.conductor.page.choices]
    assert offered == [*faces, "flow.vneid-cai-dat"], "it was left in the middle"
    title = stage.library.flows["vneid-cai-dat"].title.vi
    assert f"Lần sau bác nên học: {title}" in [line.text for line in stage.conductor.page.script]
    stage.walk_to("flow.vneid-cai-dat")
    assert stage.conductor.page.place.startswith("step.vneid-cai-dat.0.")
    assert not isinstance(stage.conductor.visit.stages[0], Goodbye)


def test_the_reader_refuses_and_the_gate_keeps_nothing(signer: CardSigner, tmp_path: Path) -> None:
    with pytest.raises(CardRefused):
        signer.open("x" * 40)
    gate = CardGate(CardDevices(signer))
    stage = Stage(cards=gate)
    stage.walk_to("begin")
    stage.conductor.held_up(signer.seal(CARD))
    assert not [value for value in vars(gate).values() if isinstance(value, str | Card)]
