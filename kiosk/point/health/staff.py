"""Who may open the kiosk's controls: whether anybody can."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.base.files.paths import pepper_file
from kiosk.point.health.finding import Finding, finding_of, mend, ok
from kiosk.point.staff.register import RegisterUnusable, read_members


@dataclass(frozen=True, slots=True)
class SeenStaff:
    """Ids of who may help; `without_pin` are those whose PIN went with a lost secret."""

    active: tuple[str, ...] = ()
    without_pin: tuple[str, ...] = ()
    secret: bool = True
    failure: str = ""


def see_staff(data_folder: Path) -> SeenStaff:
    """Reads the register; changes nothing."""
    try:
        active = tuple(member for member in read_members(data_folder) if member.active)
        secret = pepper_file(data_folder).exists()
    except (RegisterUnusable, OSError) as failure:
        return SeenStaff(failure=str(failure))
    without_pin = tuple(one.id for one in active if not one.pin)
    return SeenStaff(tuple(one.id for one in active), without_pin, secret)


@finding_of("staff")
def check_staff(seen: SeenStaff) -> Finding:
    """Residents need nobody of the staff; the point does: to open, to answer a call, to export by hand."""
    if seen.failure:
        return mend(
            "Không đọc được danh sách người hỗ trợ: không ai mở được bảng hỗ trợ.",
            f"The register of staff cannot be read ({seen.failure}): nobody can open the controls.",
            "Chép lại staff.json từ bản sao; không có thì cất tệp ấy, thêm lại từng người: "
            "./script/run staff add.",
            "Put a copy of staff.json back, or set it aside and add everybody anew: ./script/run staff add.",
        )
    if not seen.active:
        return mend(
            "Chưa có ai mở được bảng hỗ trợ ở máy này.",
            "Nobody can open the controls of this kiosk yet.",
            "Thêm quản trị trước: ./script/run staff add TÊN --role administrator.",
            "Add an administrator first: ./script/run staff add NAME --role administrator.",
        )
    if not seen.secret:
        return mend(
            "Mất tệp keys/staff-pepper: không mã nào mở được bảng hỗ trợ.",
            "The file keys/staff-pepper is lost: no PIN opens the controls.",
            "Chép lại tệp ấy từ bản sao, hoặc cấp mã mới cho từng người: ./script/run staff reset-pin ID.",
            "Put a copy of it back, or give everybody a new PIN: ./script/run staff reset-pin ID.",
        )
    if seen.without_pin:
        ids = ", ".join(seen.without_pin)
        return mend(
            f"Chưa có mã mới từ khi mất keys/staff-pepper: {ids}.",
            f"Without a new PIN since keys/staff-pepper was lost: {ids}.",
            "Cấp mã mới: ./script/run staff reset-pin ID.",
            "Give a new PIN: ./script/run staff reset-pin ID.",
        )
    number = len(seen.active)
    return ok(f"{number} người mở được bảng hỗ trợ.", f"{number} may open the controls.")
