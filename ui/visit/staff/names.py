"""Names an administrator can give on the screen, where nothing is typed: flowers, so that none is a real one.

They stand on the screen in Vietnamese in every language. The command line takes any title and given name.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ui.visit.staff.people import StaffMember

TITLES = ("Bạn", "Cô", "Chú", "Bác", "Chị", "Anh")
FLOWERS = (
    "Sen", "Mai", "Đào", "Cúc", "Nhài", "Hồng", "Bưởi", "Phượng", "Lan", "Huệ", "Ly", "Mộc", "Lựu", "Ban",
    "Gạo", "Trà", "Súng", "Sim", "Quỳnh", "Bàng", "Trúc", "Tùng", "Thông", "Quế",
)  # fmt: skip
OFFERED = 6


def free_names(members: Iterable[StaffMember]) -> tuple[str, ...]:
    """The first few that no active member is called by; fewer than `OFFERED` where 138 are taken."""
    taken = {one.shown.casefold() for one in members if one.active}
    names = (f"{title} {flower}" for title in TITLES for flower in FLOWERS)
    return tuple(islice((name for name in names if name.casefold() not in taken), OFFERED))
