"""How each kiosk said it was when it last looked at itself: version, disk, clock, restarts, what to mend."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosk.base.events import CheckFailed, EndingsCounted, KioskExamined
from kiosk.ward import tables as t

LOOKED_BACK = 20_000
"""Events of the newest epoch that are looked at: some weeks. An older examination says nothing of today."""
LITTLE_MB = 1000
MANY_RESTARTS = 3

CHECKS = {
    "service": ("tự mở khi bật máy", "opening by itself"),
    "console": ("dòng lệnh mở được từ màn hình", "a console within reach"),
    "sticks": ("USB", "USB sticks"),
    "boot": ("menu khởi động", "the boot menu"),
    "lockdown": ("khóa máy", "lockdown"),
    "display": ("màn hình", "the screen"),
    "touch": ("cảm ứng", "touch"),
    "fonts": ("phông chữ", "fonts"),
    "sound": ("loa", "sound"),
    "voice": ("giọng đọc", "the voice"),
    "disk": ("ổ đĩa", "the disk"),
    "clock": ("đồng hồ", "the clock"),
    "network": ("mạng", "the network"),
    "database": ("nhật ký", "the log"),
    "guides": ("bài hướng dẫn", "guides"),
    "program": ("chương trình của máy", "the program"),
    "content": ("gói nội dung", "the content pack"),
    "needs": ("ô trên màn hình đầu", "tiles of the first screen"),
    "ward": ("số, địa chỉ các nơi của phường", "numbers and addresses of the ward’s offices"),
    "pictures": ("ảnh của phường", "the ward's pictures"),
    "cards": ("thẻ của tôi", "cards"),
    "card-camera": ("camera đọc thẻ", "the camera for cards"),
    "card-scanner": ("máy quét thẻ", "the scanner for cards"),
    "card-printer": ("máy in thẻ", "the card printer"),
    "sheet-printer": ("máy in bài", "the sheet printer"),
    "personal-data": ("ảnh có thông tin của ai đó", "pictures with somebody's details"),
    "config": ("tệp cấu hình", "the config"),
    "session": ("giờ chờ", "waiting times"),
    "export": ("gửi số liệu", "the export"),
    "help": ("gọi người giúp", "calling for help"),
    "place": ("tên điểm, giờ mở", "name and hours of the point"),
    "roster": ("lịch trực", "the roster"),
    "staff": ("danh sách cán bộ", "the staff register"),
}
"""What a check of the doctor's is about, in Vietnamese and English."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`failed`: checks that found something to mend, in the doctor's order. `endings`: None where the kiosk's
    program is too old to count them.
    """

    wall_s: int
    version: str
    content: int
    free_mb: int
    restarts: int
    clock_works: bool
    failed: tuple[str, ...] = ()
    endings: EndingsCounted | None = None

    @property
    def ends_often(self) -> bool:
        """Given up once, or ended by itself again and again, in the last seven days."""
        end = self.endings
        return end is not None and (end.pages + end.machine > 0 or end.failed + end.hung >= MANY_RESTARTS)

    @property
    def is_well(self) -> bool:
        return not (
            self.failed
            or self.ends_often
            or self.restarts >= MANY_RESTARTS
            or self.free_mb < LITTLE_MB
            or not self.clock_works
        )


def conditions_of(connection: Connection) -> dict[str, Condition]:
    """By kiosk, of those that have said it lately."""
    newest = dict[str, Condition]()
    for source, kiosk in connection.execute(select(t.source.c.no, t.source.c.kiosk).order_by(t.source.c.no)):
        for condition in _of(connection, source):
            if kiosk not in newest or condition.wall_s >= newest[kiosk].wall_s:
                newest[kiosk] = condition
    return newest


def _of(connection: Connection, source: int) -> Iterator[Condition]:
    """The newest of one epoch: the examination, and what follows it up to the next event of another kind."""
    event = t.event.c
    last = select(event.seq).where(event.source_no == source).order_by(event.seq.desc()).limit(1)
    end = connection.execute(last).scalar()
    if end is None:
        return
    query = (
        select(event.seq, event.kind, event.wall_s, event.fields)
        .where(event.source_no == source, event.seq > end - LOOKED_BACK)
        .where(event.kind.in_((KioskExamined.kind, CheckFailed.kind, EndingsCounted.kind)))
        .order_by(event.seq.desc())
    )
    failed = list[tuple[int, str]]()
    endings: EndingsCounted | None = None
    for row in connection.execute(query):
        fields = json.loads(row.fields)
        if row.kind == CheckFailed.kind:
            failed.append((row.seq, fields["check"]))
            continue
        if row.kind == EndingsCounted.kind:
            endings = EndingsCounted(fields["failed"], fields["hung"], fields["pages"], fields["machine"])
            continue
        checks = tuple(name for _, name in reversed(failed))
        yield Condition(
            row.wall_s,
            fields["version"],
            fields["content"],
            fields["free_mb"],
            fields["restarts"],
            fields["clock"] == "works",
            checks,
            endings,
        )
        return
