"""What a ward may have written of a point, from nothing to everything."""

from __future__ import annotations

from datetime import time

from support.stage import SIGN

from ui.screens.attract import OpenDays, PlaceThisWeek

WORKDAYS = ("08:00–11:30, 13:30–17:00", (0, 1, 2, 3, 4))
WEEK = (
    PlaceThisWeek("point", 3, when=(WORKDAYS, ("08:00–11:30", (5,)))),
    PlaceThisWeek("point", 1, when=(("08:00–11:30", (0, 2)),)),
    PlaceThisWeek("point", 2, "Nhà văn hóa phường", (WORKDAYS,)),
    *(PlaceThisWeek("point", number, when=(("18:00–20:00", (1, 6)),)) for number in (4, 5, 6)),
)
FULL = SIGN._replace(
    name="Nhà sinh hoạt cộng đồng liên tổ dân phố 12 – 15–17",
    address="Số 123 ngách 45/67 ngõ 19 phố Nguyễn Thượng Hiền, phường Cửa Nam, thành phố Hà Nội, tầng 1",
    help_phone="024 3825 5956",
    opens_known=True,
    hours="07:30–09:00, 09:30–11:30, 13:30–17:00",
)
"""The longest that a config and a roster may say."""
WITH_A_WEEK = FULL._replace(week=WEEK)
MORNING = (time(8), time(11, 30))
OPENING = (OpenDays((0, 1, 2, 3, 4), (MORNING, (time(13, 30), time(17)))), OpenDays((5,), (MORNING,)))
"""As `WEEK` has them of this place: the config's hours are those of its line there."""
CLOSED_TODAY = WITH_A_WEEK._replace(hours="", opening=OPENING)
