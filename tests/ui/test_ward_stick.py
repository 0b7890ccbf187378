"""The ward's stick on the screens: plugged in, a PIN, one question, and when it may be pulled out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.staff import MAI
from support.stage import Stage

from accessibility.preferences import Preferences
from flows.guide.words import LANGUAGES, Language
from kiosk.papers.packs.refusals import WHYS
from kiosk.point.tour.staff_day import CONTENT
from ui.screens.choosing import OverviewProps
from ui.screens.staff.content import MOST_NAMED, derive_content
from ui.screens.staff.stick import derive_stick
from ui.screens.surrounding_parts import ContentNow, ProgramNow
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MenuEntry, StaffDo
from ui.visit.effects import TakeFromStick, UseStick
from ui.visit.press_context import PressContext
from ui.visit.staff import answering, menu, stick_use
from ui.visit.staff.answers import Opened
from ui.visit.staff.people import AtControls
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import NewContent, PinPad, StaffMenu, StickInUse
from ui.visit.staff.ward_stick import (
    Agreed,
    Begun,
    Beside,
    Brought,
    Declined,
    FiguresCopied,
    Offer,
    OfferFound,
    Plugged,
    Progressed,
    Pulled,
    StickEvent,
    Stopped,
    WardStick,
    after,
)
from ui.visit.stages import Attract, Home
from ui.visit.visit import Visit

AT_WORK = ("exporting", "looking", "copying")
BROUGHT: tuple[Brought, ...] = get_args(Brought)

AROUND = Stage().conductor.around
OFFER = Offer(8, date(2026, 11, 24), new=1, changed=3)
ASKING = WardStick("asking", plugged=True, exported="done", bundles=3, offer=OFFER)
EVENTS: st.SearchStrategy[StickEvent] = st.one_of(
    st.builds(Plugged), st.builds(Pulled), st.builds(Begun), st.builds(Agreed), st.builds(Declined),
    st.builds(FiguresCopied, st.sampled_from(("done", "nothing", "no-stick", "read-only", "failed"))),
    st.builds(OfferFound, st.just(OFFER)),
    st.builds(Progressed, st.integers(0, 120), st.integers(0, 100)),
    st.builds(Stopped, st.sampled_from([one for one in BROUGHT if one])),
)  # fmt: skip


def visit(*above: object, base: object = None, language: Language = "vi") -> Visit:
    stages = (base or Attract(), StaffMenu(), *above)
    return Visit(stages, Preferences(language), staff=AtControls(MAI, Preferences()))  # type: ignore[arg-type]


def shown(stick: WardStick, language: Language = "vi") -> tuple[str, str]:
    around = replace(AROUND, point=PointNow(ward_stick=stick))
    page = derive_stick(visit(StickInUse(), language=language), around)
    return page.heading, page.sentence.replace("\xa0", " ")


@settings(max_examples=400, deadline=None)
@given(st.lists(EVENTS, max_size=25))
def test_whatever_happens_nobody_pulls_out_a_stick_at_work_and_everything_comes_to_an_end(
    events: list[StickEvent],
) -> None:
    stick = WardStick()
    for event in events:
        before, stick = stick, after(stick, event)
        assert not (stick.may_pull and stick.state in AT_WORK)
        if stick.state == "copying":  # only what was asked, and agreed to, is copied
            assert stick.offer is not None and before.state in ("asking", "copying")
        if before.state == stick.state and stick.state in AT_WORK:
            assert stick.done >= before.done
        if stick.state == "over":
            assert stick.exported or stick.brought
        heading, sentence = shown(stick)
        assert heading and sentence and "[" not in sentence
        assert ("Rút USB được rồi" in heading) == (stick.may_pull and stick.exported != "no-stick")
    for event in (FiguresCopied("failed"), Stopped("cut-off"), Declined()):
        stick = after(stick, event)
    assert stick.state in ("idle", "over")


def test_from_the_plug_to_the_pull_in_one_question() -> None:
    stick = WardStick()
    for event, state in (
        (Plugged(), "idle"), (Begun(), "exporting"), (Progressed(5, 10), "exporting"),
        (FiguresCopied("done", 3), "looking"), (OfferFound(OFFER), "asking"), (Agreed(), "copying"),
        (Progressed(10, 100), "copying"), (Stopped("taken"), "over"), (Begun(), "exporting"),
        (FiguresCopied("nothing"), "looking"), (Stopped("same"), "over"), (Pulled(), "over"),
        (Begun(), "over"), (Plugged(), "idle"),
    ):  # fmt: skip
        stick = after(stick, event)
        assert stick.state == state, event
    pulled = after(ASKING, Pulled())
    assert (pulled.state, pulled.brought) == ("over", "cut-off")


def test_the_question_says_how_much_is_another_who_signed_it_when_and_what_comes_back() -> None:
    assert shown(ASKING) == (
        "Cài bài mới?", "Có 3 bài sửa, 1 bài mới. Phường ký ngày 24/11/2026. Bạn có muốn cài không?",
    )  # fmt: skip
    gone = replace(ASKING, offer=OFFER._replace(new=0, gone=2, others=True, back_to=6))
    assert shown(gone)[1].startswith("Có 3 bài sửa, 2 bài bỏ, thay đổi khác. Phường cho quay lại gói số 6.")
    assert shown(replace(ASKING, offer=Offer(8, date(2026, 11, 24))))[1].startswith("Có thay đổi khác.")
    both = replace(ASKING, offer=OFFER._replace(program="0.2.0"))
    assert "1 bài mới. Có phiên bản mới của chương trình: 0.2.0. Phường ký" in shown(both)[1]
    alone = Offer(3, date(2026, 11, 24), program="0.2.0", content=False)
    assert shown(replace(ASKING, offer=alone)) == (
        "Cài phiên bản mới?",
        "Có phiên bản mới của chương trình: 0.2.0. Phường ký ngày 24/11/2026. Bạn có muốn cài không?",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_is_worded_in_every_language(language: Language) -> None:
    for brought in BROUGHT:
        for exported in ("", "done", "nothing", "read-only", "busy", "failed", "not-enrolled"):
            if brought or exported:
                stick = WardStick("over", plugged=True, exported=exported, bundles=2, brought=brought)
                assert len(shown(stick, language)[1]) > 10


def test_of_the_pack_that_was_not_taken_it_is_said_which_it_is() -> None:
    refused = Beside("program", "uncountersigned")
    stick = WardStick("over", plugged=True, exported="nothing", brought="taken", beside=refused)
    assert shown(stick)[1] == (
        "Đã chép bài mới vào máy. Máy thử bài rồi dùng khi vắng người. Chương trình mới không dùng được. "
        "Gói chương trình này chưa có chữ ký của phường. Máy không nhận. Bạn báo phường. "
        "Không có số liệu mới để chép."
    )
    assert "Gói bài mới không dùng được." in shown(replace(stick, beside=Beside("content", "damaged")))[1]


def test_nothing_that_is_said_of_a_program_calls_it_a_guide() -> None:
    """Each may be what came of a program that was brought; of content alone are two."""
    for brought in BROUGHT:
        if brought not in ("", "taken", "unproven", "other-program"):
            _, said = shown(WardStick("over", plugged=True, brought=brought))
            assert " bài" not in said.lower(), brought
    for state in ("looking", "copying"):
        assert " bài" not in shown(WardStick(state, plugged=True, done=1, whole=2))[1]


def test_after_the_pin_a_stick_that_was_just_plugged_in_is_used_at_once() -> None:
    pad = Visit((Attract(), PinPad(MAI, (1,) * 6, "checking")))
    point = PointNow(ward_stick=WardStick(plugged=True))
    turn = answering.answered(pad, Opened(MAI), PressContext(point=point))
    assert isinstance(turn.visit.stage, StickInUse) and UseStick() in turn.effects
    assert isinstance(turn.visit.close().stage, StaffMenu)
    used = replace(point, ward_stick=WardStick("over", plugged=True, exported="done"))  # and stays there
    assert isinstance(answering.answered(pad, Opened(MAI), PressContext(point=used)).visit.stage, StaffMenu)
    over = Visit((Home(), PinPad(MAI, (1,) * 6, "checking")))  # not over a resident's screen
    assert isinstance(answering.answered(over, Opened(MAI), PressContext(point=point)).visit.stage, StaffMenu)


def test_from_the_menu_the_pin_is_asked_again_and_without_a_stick_there_is_no_such_tile() -> None:
    point = PointNow(ward_stick=WardStick("over", plugged=True, exported="done"))
    assert MenuEntry.STICK not in {one.action for one in menu.entries_for(visit(), PointNow())}
    pad = menu.on_press(visit(), MenuEntry.STICK, PressContext(point=point)).visit
    assert isinstance(pad.stage, PinPad) and pad.stage.then is MenuEntry.STICK
    checked = pad.swap(replace(pad.stage, notice="checking"))
    turn = answering.answered(checked, Opened(MAI), PressContext(point=point))
    assert isinstance(turn.visit.stage, StickInUse) and turn.effects == (UseStick(),)


def test_only_while_it_is_asked_something_is_installed() -> None:
    context = PressContext(point=PointNow(ward_stick=ASKING))
    asked = visit(StickInUse())
    assert stick_use.on_press(asked, StaffDo.INSTALL, context).effects[0] == TakeFromStick(agreed=True)
    assert stick_use.on_press(asked, StaffDo.NOT_NOW, context).effects[0] == TakeFromStick(agreed=False)
    assert stick_use.on_press(asked, StaffDo.INSTALL, PressContext(point=PointNow())).effects == ()
    assert isinstance(stick_use.on_press(asked, Do.DONE, context).visit.stage, StaffMenu)


def news(
    content: ContentNow,
    language: Language = "vi",
    program: ProgramNow = ProgramNow(),  # noqa: B008 (frozen)
) -> list[str]:
    around = replace(AROUND, content=content, program=program)
    page = derive_content(visit(NewContent(), language=language), around)
    assert isinstance(page, OverviewProps)
    return [one.label.replace("\xa0", " ") for one in page.needs]


def test_staff_read_what_is_new_by_title_and_what_a_guide_says_has_changed() -> None:
    told = news(CONTENT)
    assert told[0] == "Gói số 8, phường ký ngày 24/11/2026."
    assert any(one.startswith("Bài sửa: Đi xe buýt") and "thẻ căn cước" in one for one in told)
    assert any(one.startswith("Bài mới: Hỏi trợ lý AI") for one in told)
    assert "guides/" not in " ".join(told)
    many = tuple(f"guides/bai-{number}" for number in range(MOST_NAMED + 9))
    told = news(ContentNow(pack=1, made=date(2026, 11, 24), new=many, gone=("guides/cu",)))
    assert told[-2:] == ["Và 9 bài mới khác.", "Và 1 bài bỏ khác."] and len(told) == MOST_NAMED + 3
    told = news(ContentNow(pack=1, made=date(2026, 11, 24), sentences=4, passed_over=2))
    assert told[1].startswith("4 câu trên màn hình") and told[2].startswith("Máy bỏ qua 2 câu")
    assert news(ContentNow(trouble="went-back"))[1].startswith("Máy đã thử gói này")


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_read_which_program_runs_what_comes_and_why_the_last_one_does_not(language: Language) -> None:
    assert len(news(ContentNow(), language)) == 1, "no program is sent here"
    for program in (ProgramNow("0.2.0", "tried"), ProgramNow("0.2.0", "waits")):
        _, version, coming = news(ContentNow(), language, program)
        assert "0.2.0" in version and "[" not in coming
    for why in WHYS:
        of_program = news(ContentNow(), language, ProgramNow("0.2.0", trouble=why))
        of_content = news(ContentNow(trouble=why), language)
        said = shown(WardStick("over", plugged=True, brought=why), language)[1]
        assert of_program[1] == of_content[1] == said and of_program[0] != of_content[0], "and first of all"
