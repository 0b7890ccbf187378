"""A card taken along from one kiosk and held to the scanner of another: all is as the resident likes it."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from random import Random
from string import ascii_letters

import pytest
from support.opened import opened
from support.scanner import held_in_memory, scan, scanned
from support.stage import LAPTOP, PORTRAIT, Stage, tile_of
from support.visitor import DONE, DONE_HERE, NEXT, START, Visitor, visitor
from support.ward import Ward, kiosk_name

from accessibility.card import Card, guide_mark
from accessibility.card_text import to_bytes, to_text
from accessibility.colours import colours_for
from accessibility.needs import settings_on
from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from kiosk.base.events import Use
from kiosk.base.system.garbage import keep_for_good
from kiosk.papers.keys.card_signer import CardSigner, open_signer
from kiosk.papers.keys.certificate import CERTIFICATE_BYTES, SIGNATURE_BYTES
from kiosk.papers.keys.enrolment import accept, key_file
from kiosk.papers.keys.key_files import read_or_make_key
from ui.turn.gates.card_gate import CardDevices, CardGate
from ui.visit.stages import Attract, Home, MyCard, Unread
from ui.visit.visit import Visit

GUIDE = "vneid-kich-hoat"
WISHES = Preferences(
    text_size=2, theme="dark", rate=0.65, volume=0.9, simpler_words=True, low_reach=True, calm=True,
    scan_s=4.0, explore=True, repeat_guard_s=1.0, margin_mm=2.0, drag_mm=12.0, hold_s=0.5,
)  # fmt: skip
CARD = Card(WISHES, (guide_mark(GUIDE),), None)


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    ward = Ward(tmp_path_factory.mktemp("cua-nam"))
    for number in (1, 2, 7):
        ward.kiosk(number)
    accept(ward.data(2), kiosk_name(2), ward.withdraw(7))
    return ward


def signer(ward: Ward, number: int) -> CardSigner:
    return open_signer(ward.data(number), kiosk_name(number))


@contextmanager
def kiosk(reads: CardSigner | None, panel: Panel = PORTRAIT) -> Iterator[Visitor]:
    """A kiosk with a scanner; one the ward has not enrolled reads no card."""
    gate = CardGate(CardDevices(reads) if reads else None)
    stage = Stage(panel=panel, cards=gate, seal=reads.seal if reads else None, scanner=True)
    with visitor(stage) as resident:
        yield resident


def press(resident: Visitor, action: str) -> None:
    """Touch the control on the screen that does *action*, by its name."""
    page = resident.stage.conductor.page
    shown = (*page.choices, *page.bar, *((page.primary,) if page.primary else ()))
    resident.tap(next(control.name for control in shown if control.slot == action))


def walk_the_guide(resident: Visitor) -> None:
    flow = resident.stage.library.flows[GUIDE]
    resident.tap(*resident.to_topic(flow.topic), tile_of(flow))
    for _ in range(40):
        if resident.screen.shows(DONE_HERE):
            break
        if resident.screen.shows(NEXT):
            resident.tap(NEXT)
        else:
            press(resident, resident.stage.conductor.page.choices[0].slot)


def test_settings_and_guides_go_home_on_a_card_and_come_back_at_another_kiosk(
    ward: Ward, drawing: object
) -> None:
    with kiosk(signer(ward, 1)) as resident:
        resident.tap(START, "Chỉnh cho vừa ý", "Chỉnh từng thứ")
        for action in (
            "size",
            "theme",
            "simpler",
            "voice-settings",
            "slower",
            "slower",
            "louder",
            "back",
            "touch-settings",
            "low-reach",
            "steady",
            "calm",
        ):
            press(resident, action)
        press(resident, "done")
        wishes = resident.stage.conductor.visit.preferences
        assert len(asdict(wishes).items() - asdict(Preferences()).items()) >= 8
        walk_the_guide(resident)
        resident.tap("Hài lòng", "Thẻ của tôi")
        assert resident.at == MyCard()
        assert any("Không có tên, không có số." in text for text in resident.texts)
        (code,) = scanned(resident.screen.grab())
        # What is set while the card is shown is on it.
        resident.jump("theme")
        (later,) = scanned(resident.screen.grab())
        assert later != code
        wishes = resident.stage.conductor.visit.preferences
        resident.tap(DONE, DONE_HERE)
        assert resident.at == Attract() and resident.stage.conductor.visit == Visit()
        assert resident.stage.notebook.uses == [Use(frozenset({"touch"}), settings_on(wishes))]
        # The next person's card knows nothing of it.
        resident.tap(START, "Kết thúc", "Thẻ của tôi")
        assert resident.stage.conductor.visit.preferences == Preferences()
        (others,) = scanned(resident.screen.grab())
        assert signer(ward, 2).open(others) == Card()

    with kiosk(signer(ward, 2)) as resident:
        scan(resident.stage, later[::-1])
        resident.settle()
        visit = resident.stage.conductor.visit
        assert visit.stage == Home() and visit.preferences == wishes
        assert resident.stage.theme.appearance.sizes.text_size == 2
        assert resident.stage.theme.appearance.colours == colours_for(wishes.shown_theme)
        assert resident.stage.gate.hands == wishes.hands
        said = resident.stage.ear.heard
        assert len(said) == 1 and (said[0].rate, said[0].volume) == (wishes.rate, wishes.volume)
        further = resident.stage.library.flows[practised(resident)]
        title = further.title.vi
        assert f"Máy đã chỉnh theo thẻ của bác. Bác nên học tiếp: {title}." in said[0].text
        assert not resident.stage.conductor.pointing.by_keys, "no letter of it was a key"
        assert resident.stage.notebook.lines == [("session started", "vi")]
        resident.tap(f"Học tiếp: {title}")
        assert resident.at == opened(further) and further.id != GUIDE


def practised(resident: Visitor) -> str:
    control = resident.stage.conductor.page.primary
    assert control is not None
    return control.slot.removeprefix("flow.")


def test_every_setting_there_is_comes_back(ward: Ward, drawing: object) -> None:
    with kiosk(signer(ward, 2)) as resident:
        scan(resident.stage, signer(ward, 1).seal(CARD)[::-1])
        visit = resident.stage.conductor.visit
        assert visit.preferences == WISHES
        assert resident.stage.shell.exploring
        assert visit.brought == CARD


def test_a_panel_that_cannot_show_it_so_large_shows_it_as_large_as_it_can(
    ward: Ward, drawing: object
) -> None:
    with kiosk(signer(ward, 2), LAPTOP) as resident:
        scan(resident.stage, signer(ward, 1).seal(Card(Preferences(text_size=5)))[::-1])
        assert resident.stage.theme.appearance.sizes.text_size == largest_text_size(LAPTOP) < 5
        resident.jump("finish", "my-card")
        (code,) = scanned(resident.screen.grab())
        assert signer(ward, 1).open(code).preferences.text_size == 5, "the card is not made smaller by it"


def test_a_low_screen_makes_no_letters_smaller_on_a_lying_panel_which_has_none(
    ward: Ward, drawing: object
) -> None:
    with kiosk(signer(ward, 2), LAPTOP) as resident:
        scan(resident.stage, signer(ward, 1).seal(Card(Preferences(text_size=5, low_reach=True)))[::-1])
        visit = resident.stage.conductor.visit
        assert visit.preferences.low_reach, "it goes home as it came"
        shown = resident.stage.theme.appearance.sizes.text_size
        assert LAPTOP.lowered() == LAPTOP and shown == largest_text_size(LAPTOP)
        resident.jump("comfort", "every-setting")
        label = resident.stage.conductor.page.choices[0].label.replace("\u00a0", " ")
        assert label == f"Cỡ chữ: {largest_text_size(LAPTOP)} trong {largest_text_size(LAPTOP)}"


@pytest.mark.parametrize(
    ("where", "end"),
    [
        ((), "Return"), (("begin",), "Tab"), (("begin", "topic.vneid"), ""),
        (("begin", f"flow.{GUIDE}"), "Return"),
    ],
)  # fmt: skip
def test_wherever_one_is_the_card_applies_and_the_place_is_kept(
    ward: Ward, drawing: object, where: tuple[str, ...], end: str
) -> None:
    with kiosk(signer(ward, 2)) as resident:
        resident.jump(*where)
        before = resident.at
        scan(resident.stage, signer(ward, 1).seal(CARD)[::-1], end)
        assert resident.stage.conductor.visit.preferences == WISHES
        arrived = isinstance(before, Attract)
        assert resident.at == (Home() if arrived else before)


# --- what is no card of ours ---------------------------------------------------------------------


def refused(ward: Ward, kind: str, folder: Path) -> str:
    """A code of that kind, backwards."""
    good = signer(ward, 1).seal(CARD)
    sealed = to_bytes(good)
    certificate, body = sealed[:CERTIFICATE_BYTES], sealed[CERTIFICATE_BYTES + SIGNATURE_BYTES :]
    match kind:
        case "damaged":
            return (good[:300] + str(9 - int(good[300])) + good[301:])[::-1]
        case "cut":
            return good[:-40][::-1]
        case "foreign":
            letters = ascii_letters + "0123456789|:/ "
            return "".join(Random(9).choices(letters, k=120))
        case "forged":
            return to_text(certificate + bytes(SIGNATURE_BYTES) + body)[::-1]
        case "oversized":
            return ("KBHVS" + "".join(Random(11).choices("0123456789", k=4096)))[::-1]
        case "other-ward":
            return Ward(folder / "other", "Phường khác").kiosk(1).seal(CARD)[::-1]
        case "revoked":
            return signer(ward, 7).seal(CARD)[::-1]
        case "newer":
            key = read_or_make_key(key_file(ward.data(1)))
            newer = bytes([9]) + body[1:]
            signature = key.sign(b"kiosk-bdhvs/card/1\0" + certificate + newer)
            return to_text(certificate + signature + newer)[::-1]
        case _:
            raise AssertionError(kind)


KIND_WORDS = {
    "damaged": ("damaged", "Máy chưa đọc được thẻ."),
    "cut": ("damaged", "Máy chưa đọc được thẻ."),
    "foreign": ("foreign", "Mã này không phải thẻ của máy."),
    "oversized": ("oversized", "Mã này không phải thẻ của máy."),
    "forged": ("forged", "Thẻ này máy không dùng được."),
    "revoked": ("revoked", "Thẻ này máy không dùng được."),
    "newer": ("newer", "Thẻ này máy không dùng được."),
    "other-ward": ("other-ward", "Thẻ này của phường khác."),
}


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_what_is_no_card_gets_a_kind_sentence_and_changes_nothing(
    ward: Ward, drawing: object, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    why, words = KIND_WORDS[kind]
    backwards = refused(ward, kind, tmp_path)
    with kiosk(signer(ward, 2)) as resident:
        resident.jump("begin", f"flow.{GUIDE}", "size")
        before, lines = resident.stage.conductor.visit, list(resident.stage.notebook.lines)
        scan(resident.stage, backwards)
        resident.settle()
        assert resident.at == Unread(why)  # type: ignore[arg-type]
        assert resident.reads(words) and resident.heard.startswith(words)
        resident.tap("Làm tiếp")
        assert resident.stage.conductor.visit == before.done_by("touch")
        assert resident.stage.notebook.lines == lines
    piece = backwards[len(backwards) // 2 :][:24][::-1]
    assert piece not in caplog.text


@pytest.mark.parametrize(
    "code",
    ["BEGIN:VCARD\n\nL\nM\n1\n2\n\nEND:VCARD\n", "WIFI:T:WPA;S:Cua Nam;;\n", "1", "2l", "\n12\n", " 1"],
    ids=[
        "of many lines",
        "with two line ends",
        "a letter",
        "two letters",
        "after a line end",
        "after a blank",
    ],
)
def test_no_line_of_a_foreign_code_acts_as_a_key(ward: Ward, drawing: object, code: str) -> None:
    with kiosk(signer(ward, 2)) as resident:
        resident.jump("begin", f"flow.{GUIDE}")
        before = resident.stage.conductor.visit
        scan(resident.stage, code[::-1])
        resident.settle()
        assert resident.at == Unread("foreign")
        assert resident.heard.startswith("Mã này không phải thẻ của máy.")
        resident.tap("Làm tiếp")
        assert resident.stage.conductor.visit == before.done_by("touch")
        assert not resident.stage.conductor.pointing.by_keys


@pytest.mark.parametrize("kind", ["foreign", "damaged"])
def test_at_the_invitation_too_somebody_is_answered(
    ward: Ward, drawing: object, tmp_path: Path, kind: str
) -> None:
    with kiosk(signer(ward, 2)) as resident:
        scan(resident.stage, refused(ward, kind, tmp_path))
        resident.settle()
        assert resident.reads(KIND_WORDS[kind][1])
        resident.tap("Làm tiếp")
        assert resident.at == Home()
        scan(resident.stage, signer(ward, 1).seal(CARD)[::-1])
        assert resident.stage.conductor.visit.preferences == WISHES


def test_a_kiosk_nobody_has_enrolled_says_so_kindly_and_offers_no_card(ward: Ward, drawing: object) -> None:
    with kiosk(None) as resident:
        scan(resident.stage, signer(ward, 1).seal(CARD)[::-1])
        resident.settle()
        assert resident.reads("Máy này chưa đọc được thẻ.")
        resident.tap("Làm tiếp", "Kết thúc")
        assert "Thẻ của tôi" not in resident.buttons


_made_at_the_start = list[str]()


def test_what_is_held_is_found(ward: Ward) -> None:
    """Else the tests about what is kept could not fail."""
    backwards = signer(ward, 1).seal(CARD)[::-1]
    held = {"somewhere": [backwards[::-1]], "else": (b"=" + backwards[::-1].encode(),)}
    assert len(held_in_memory(backwards)) == 2
    del held
    keep_for_good()
    _made_at_the_start.append(backwards[::-1])
    assert len(held_in_memory(backwards)) == 1
    _made_at_the_start.clear()


def test_nothing_of_what_is_no_card_is_kept_after_the_visit(
    ward: Ward, drawing: object, tmp_path: Path
) -> None:
    codes = []
    with kiosk(signer(ward, 2)) as resident:
        for kind, (why, _) in KIND_WORDS.items():
            codes.append(refused(ward, kind, tmp_path))
            resident.jump("begin")
            scan(resident.stage, codes[-1])
            resident.settle()
            assert resident.at == Unread(why)  # type: ignore[arg-type]
            resident.tap("Làm tiếp")
            resident.jump("finish", "next-person")
        assert held_in_memory(*codes) == []


def test_nothing_of_a_card_is_kept_after_the_visit(ward: Ward, drawing: object) -> None:
    backwards = signer(ward, 1).seal(CARD)[::-1]
    with kiosk(signer(ward, 2)) as resident:
        scan(resident.stage, backwards)
        resident.jump("finish", "my-card")
        (shown,) = scanned(resident.screen.grab())
        mine = shown[::-1]
        del shown
        resident.jump("done", "next-person")
        resident.settle()
        stage = resident.stage
        stage.wait(2)  # the goodbye
        resident.settle()
        assert stage.conductor.visit == Visit() and stage.conductor.page.place == "attract"
        assert held_in_memory(backwards, mine) == []
        assert scanned(resident.screen.grab()) == []
        assert stage.notebook.lines == [("session started", "vi"), ("session ended", "goodbye")]
        assert stage.gate.hands == Preferences().hands and not stage.shell.exploring
