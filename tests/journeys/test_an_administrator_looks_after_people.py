"""An administrator at the real window, by touch alone: somebody new, another PIN, a right that is taken."""

from __future__ import annotations

import pytest
from support.staff import PIN, SEN, HandRegister, opened_by, staff_gate
from support.stage import PANELS, Stage
from support.visitor import visitor

from ui.visit.staff.stages import NewPin, People, StaffMenu

pytestmark = pytest.mark.usefixtures("drawing")


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_by_touch_somebody_is_added_gets_another_pin_and_is_disabled(panel: str) -> None:
    register = HandRegister(members=(SEN,))
    with visitor(Stage(PANELS[panel], staff=staff_gate(register))) as admin:
        admin.jump("staff", *opened_by(SEN)[2:])
        admin.tap("Người hỗ trợ", *PIN, "Thêm người", "Tình nguyện viên", "Bạn Đào")
        assert isinstance(admin.at, NewPin)
        assert admin.reads(f"{PIN[:3]}\u00a0{PIN[3:]}")
        admin.tap("Đã đưa mã", "Bạn Đào · Tình nguyện viên", "Đặt mã mới", "Đúng, đặt mã mới")
        assert admin.reads("Nhập lại mã, để chắc là bạn đang bấm."), "before each change"
        admin.tap(*PIN, "Đã đưa mã")
        admin.tap("Bạn Đào · Tình nguyện viên", "Ngừng, không cho mở máy", "Đúng, ngừng", *PIN)
        assert isinstance(admin.at, People)
        admin.tap("Bạn Đào · Tình nguyện viên · đã ngừng", "Cho mở máy lại, mã cũ", *PIN, "Quay lại")
        assert isinstance(admin.at, StaffMenu)
        assert [(one.shown, one.active) for one in register.members] == [("Bạn Sen", True), ("Bạn Đào", True)]


def test_a_new_pin_is_not_put_on_the_loudspeaker_by_itself() -> None:
    with visitor(Stage(staff=staff_gate(HandRegister(members=(SEN,))))) as admin:
        admin.jump(
            "staff",
            *opened_by(SEN)[2:],
            "speech",
            "people",
            *opened_by(SEN)[2:],
            f"person.{SEN.id}",
            "reset-pin",
            "yes",
        )
        assert isinstance(admin.at, NewPin)
        heard = [one.text for one in admin.stage.ear.heard]
        assert not [text for text in heard if "402" in text]
        assert heard[-1].startswith("Máy không đọc mã này ra loa")
