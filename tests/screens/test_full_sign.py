"""The attract screen of a ward that has written everything: name and address as long as they may be, three
openings a day, a trouble.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from support.all_screens import visit_at
from support.every_text import LANGUAGES, looks, told
from support.measure import measure
from support.signs import CLOSED_TODAY, FULL, OPENING, WEEK, WITH_A_WEEK
from support.stage import BOTH_ENDS, PANELS, SIGN
from support.stage import Stage as Kiosk
from support.window import Screen

from accessibility.preferences import TEXT_SIZES, Preferences
from accessibility.sizes import largest_text_size
from kiosk.point.tour.staff_day import ON_DUTY, POINT
from ui.screens.attract import OpenDays, PointSign
from ui.screens.open_week import open_week
from ui.screens.surrounding_parts import StaffTrouble
from ui.visit.stages import Attract, Comfort, ThisPlace

AS_SHIPPED = SIGN._replace(name="Bình dân học vụ số")
LONG_NAMES = ("Phường Hai Bà Trưng", "Phường Khương Đình", "Phường Văn Miếu - Quốc Tử Giám")
SIGNS = {
    "bare": SIGN,
    "as shipped": AS_SHIPPED,
    "named": SIGN._replace(name=FULL.name),
    "full": FULL,
    "bare with a week": SIGN._replace(week=WEEK),
    "full with a week": WITH_A_WEEK,
}


def stand_alone(kiosk: Kiosk) -> None:
    """As before the guides are read, and wherever nobody chooses: the sign has the whole screen."""
    kiosk.conductor.surround(replace(kiosk.conductor.around.guides, read=False))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("troubled", [False, True], ids=["all works", "something does not work"])
@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_all_of_it_stands_on_one_screen_uncut_in_every_size_and_language(
    drawing: object, panel: str, troubled: bool, sign: str
) -> None:
    kiosk = Kiosk(panel=PANELS[panel], sign=SIGNS[sign])
    window = kiosk.open().window
    found = []
    try:
        Screen(window).wait_until(window.isExposed)
        stand_alone(kiosk)
        if troubled:
            around = kiosk.conductor.around
            kiosk.conductor.surround(
                *replace(
                    around,
                    health=replace(around.health, staff_troubles=("no-guides",)),
                    sound=replace(around.sound, no_sound=True),
                ).parts
            )
        for language in LANGUAGES:
            for size in TEXT_SIZES[: largest_text_size(kiosk.panel)]:
                kiosk.conductor.show(visit_at(Attract(), Preferences(text_size=size, language=language)))
                look = measure(window)
                assert any(SIGNS[sign].hours in text.text for text in look.texts)
                found += [f"{language} {size}: {told(one)}" for one in look.findings(kiosk.panel.px_per_mm)]
    finally:
        kiosk.close()
    assert found == []


CROWDED = FULL._replace(
    name="Nhà văn hóa tổ dân phố số 12",
    address="Số 21 ngõ 34 phố Bà Triệu, phường Cửa Nam, thành phố Hà Nội (tầng 1)",
    hours="08:00–11:30, 13:30–17:00",
)


@pytest.mark.parametrize(
    ("sign", "troubles"),
    [(CROWDED, ("no-guides",)), (CROWDED, ("no-guides", "config", "clock")), (FULL, ("no-guides",))],
    ids=["one", "three", "one, longest sign"],
)
def test_a_long_address_two_on_duty_and_troubles_cover_no_invitation_on_a_laptop(
    drawing: object, sign: PointSign, troubles: tuple[StaffTrouble, ...]
) -> None:
    kiosk, found = Kiosk(panel=PANELS["laptop"], sign=sign), []
    window = kiosk.open().window
    try:
        Screen(window).wait_until(window.isExposed)
        stand_alone(kiosk)
        around = kiosk.conductor.around
        duty = replace(POINT, on_duty=ON_DUTY)
        kiosk.conductor.surround(
            *replace(around, point=duty, health=replace(around.health, staff_troubles=troubles)).parts
        )
        for language in LANGUAGES:
            for size in TEXT_SIZES[: largest_text_size(kiosk.panel)]:
                kiosk.conductor.show(visit_at(Attract(), Preferences(text_size=size, language=language)))
                look = measure(window)
                assert any("Bạn\u00a0Sen" in text.text for text in look.texts)
                found += [f"{language} {size}: {told(one)}" for one in look.findings(kiosk.panel.px_per_mm)]
    finally:
        kiosk.close()
    assert found == []


def test_the_name_of_any_ward_stands_whole_beside_the_controls_of_an_upright_panel(drawing: object) -> None:
    """Not two words held together where the room is for one; three lines where the name is long."""
    kiosk, found = Kiosk(), []
    window = kiosk.open().window
    try:
        Screen(window).wait_until(window.isExposed)
        for language in LANGUAGES:
            kiosk.conductor.show(visit_at(Comfort(), Preferences(language=language)))  # no chip to ask
            for ward in LONG_NAMES:
                kiosk.conductor.surround(SIGN._replace(ward=ward))
                look = measure(window)
                found += [
                    told(one) for one in look.findings(kiosk.panel.px_per_mm) if one.code != "short-lines"
                ]
                assert any(text.text.replace("\u00a0", " ") == ward for text in look.texts)
    finally:
        kiosk.close()
    assert found == []


@pytest.mark.parametrize("panel", PANELS)
def test_the_week_is_shown_at_the_usual_size_and_who_is_left_out_is_said(drawing: object, panel: str) -> None:
    kiosk = Kiosk(panel=PANELS[panel], sign=SIGNS["bare with a week"])
    window = kiosk.open().window
    try:
        Screen(window).wait_until(window.isExposed)
        stand_alone(kiosk)
        texts = [text.text for text in measure(window).texts]
    finally:
        kiosk.close()
    shown = [text for text in texts if ": thứ" in text]
    assert shown[0].startswith("Điểm số\u00a03: thứ Hai đến thứ Sáu")
    assert (len(shown) < len(WEEK)) == any("bác chạm “Ở đâu, mở lúc nào?”" in text for text in texts)
    assert panel != "portrait" or len(shown) == len(WEEK)


@pytest.mark.parametrize("sign", ["bare", "full with a week"])
@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_where_and_when_can_be_turned_to_uncut_in_the_smallest_and_the_largest_letters(
    drawing: object, panel: str, sign: str
) -> None:
    kiosk = Kiosk(panel=PANELS[panel], sign=SIGNS[sign])
    window = kiosk.open().window
    found, read = [], set[str]()
    try:
        Screen(window).wait_until(window.isExposed)
        for size in (1, largest_text_size(kiosk.panel)):
            for look in looks(kiosk, ThisPlace(), Preferences(text_size=size)):
                read |= {" ".join(text.text.split()) for text in look.texts}
                found += [f"{size}: {told(one)}" for one in look.findings(kiosk.panel.px_per_mm)]
    finally:
        kiosk.close()
    assert found == []
    starts = {
        "bare": ("Địa chỉ: phường chưa ghi", "Giờ mở cửa: bác hỏi"),
        "full with a week": ("Số 123 ngách", "Hôm nay mở", *(f"Điểm số {n}:" for n in (1, 4, 5, 6))),
    }
    for start in ("Điểm số 3", "Không cần giấy tờ", *starts[sign]):
        assert any(text.startswith(start) for text in read), start


EACH_DAY_ANOTHER = tuple(
    OpenDays((day,), ((time(7 + day, 5 * day), time(11, 30)), (time(13, 30), time(17, 5 * day))))
    for day in range(4)
)
HOURS = {
    "closed today": CLOSED_TODAY,
    "each day another": FULL._replace(opening=EACH_DAY_ANOTHER),
    "days apart": FULL._replace(opening=(OpenDays((0, 1, 3, 4, 6), OPENING[0].ranges),)),
}


@pytest.mark.parametrize("sign", HOURS)
@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_the_opening_hours_of_the_week_stand_uncut_over_pages_in_every_size_and_language(
    drawing: object, panel: str, sign: str
) -> None:
    kiosk, found = Kiosk(panel=PANELS[panel], sign=HOURS[sign]), []
    window = kiosk.open().window
    try:
        Screen(window).wait_until(window.isExposed)
        for language in LANGUAGES:
            for size in TEXT_SIZES[: largest_text_size(kiosk.panel)]:
                read, preferences = set[str](), Preferences(text_size=size, language=language)
                for look in looks(kiosk, ThisPlace(), preferences):
                    read |= {" ".join(text.text.split()) for text in look.texts}
                    found += [
                        f"{language} {size}: {told(one)}" for one in look.findings(kiosk.panel.px_per_mm)
                    ]
                week = open_week(kiosk.conductor.around.tr(language), HOURS[sign].opening)
                found += [f"{language} {size}: {text}" for text in week if " ".join(text.split()) not in read]
    finally:
        kiosk.close()
    assert found == []
