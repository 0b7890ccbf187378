"""Names an administrator can give on the screen, where nothing is typed: flowers, so that none is a real one.

They stand on the screen in Vietnamese in every language. The command line takes any short name.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from ui.visit.staff.people import StaffMember

FLOWERS: tuple[str, ...] = (
    "Sen", "Mai", "Đào", "Cúc", "Nhài", "Hồng", "Bưởi", "Phượng", "Bằng Lăng", "Hướng Dương", "Ngọc Lan",
    "Mộc", "Lựu", "Ban", "Gạo", "Trà", "Súng", "Lay Ơn", "Thủy Tiên", "Râm Bụt", "Giấy", "Cẩm Chướng",
)  # fmt: skip
OFFERED = 6


def free_names(members: Iterable[StaffMember]) -> tuple[str, ...]:
    """The first few that no active member is called by; never fewer than `OFFERED`."""
    taken = {one.shown.casefold() for one in members if one.active}
    free = list[str]()
    for again in count(1):
        for flower in FLOWERS:
            name = f"Hoa {flower}" + (f" {again}" if again > 1 else "")
            if name.casefold() not in taken:
                free.append(name)
            if len(free) == OFFERED:
                return tuple(free)
    raise AssertionError("counting ends nowhere")
