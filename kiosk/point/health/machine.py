"""The disk, the clock and the database."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from datetime import datetime

from kiosk.base.messages.system_errors import Reason
from kiosk.point.health.finding import Finding, cannot_tell, finding_of, mend, ok

ENOUGH_MB = 200  # a year of visits is 5 MB a copy; the rest is for nightly copies and the system's own needs


@dataclass(frozen=True, slots=True)
class SeenDisk:
    """`failure` is why a small file could not be written in the data folder."""

    folder: str
    free_mb: int = 0
    failure: Reason | None = None


@dataclass(frozen=True, slots=True)
class SeenClock:
    """`believed` is the clock's own judgement; `synchronised` is None where nobody can say.

    `ahead`: the later time that the log holds, where that alone is why it is not believed.
    """

    now: datetime
    believed: bool
    synchronised: bool | None
    ahead: datetime | None = None


@dataclass(frozen=True, slots=True)
class SeenDatabase:
    """`exists` is False before the first visit; `failure` is why the kiosk would set it aside.

    `newer`: a newer program wrote it; `shut`: why it does not let itself be read just now.

    `aside` names the damaged files that were set aside earlier, `lost` those of which nothing could be read.
    """

    exists: bool
    events: int = 0
    failure: str = ""
    newer: bool = False
    shut: Reason | None = None
    aside: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@finding_of("disk")
def check_disk(seen: SeenDisk) -> Finding:
    if seen.failure:
        return mend(
            f"Không ghi được vào thư mục {seen.folder} ({seen.failure.vi}).",
            f"The folder {seen.folder} cannot be written to ({seen.failure.en}).",
            "Kiểm tra ổ đĩa còn chỗ và người dùng này được quyền ghi, hoặc chọn thư mục khác bằng --data.",
            "Check that the disk has room and this user may write there, or choose another with --data.",
        )
    if seen.free_mb < ENOUGH_MB:
        return mend(
            f"Ổ đĩa chỉ còn {seen.free_mb} MB.",
            f"Only {seen.free_mb} MB are free on the disk.",
            f"Xóa bớt tệp không cần, để trống ít nhất {ENOUGH_MB} MB.",
            f"Remove files nobody needs until at least {ENOUGH_MB} MB are free.",
        )
    free_gb = f"{seen.free_mb / 1000:.1f}"
    return ok(f"Ổ đĩa còn {free_gb.replace('.', ',')} GB, ghi được.", f"{free_gb} GB free, writable.")


@finding_of("clock")
def check_clock(seen: SeenClock) -> Finding:
    shown = f"{seen.now:%H:%M %d/%m/%Y}"
    if seen.ahead is not None:
        return mend(
            f"Máy đang là {shown}, nhưng nhật ký đã có giờ muộn hơn: {seen.ahead:%H:%M %d/%m/%Y}.",
            f"It is {shown} here, but the log holds a later time: {seen.ahead:%d/%m/%Y %H:%M}.",
            "Chỉnh giờ cho đúng, rồi nối mạng, hoặc mở điểm lại và trả lời Đúng khi máy hỏi giờ.",
            "Set the time, then connect to the network, or make the opening check and call the clock right.",
        )
    if not seen.believed:
        return mend(
            f"Đồng hồ sai: máy đang nghĩ là {shown}.",
            f"The clock is wrong: this machine believes it is {shown}.",
            "Nối mạng để máy tự chỉnh, hoặc chỉnh tay: sudo timedatectl set-time 'NĂM-THÁNG-NGÀY GIỜ'.",
            "Connect to the network, or set it by hand: sudo timedatectl set-time 'YYYY-MM-DD HH:MM'.",
        )
    if seen.synchronised is None:
        return cannot_tell(
            f"Máy đang là {shown}, không biết có được chỉnh qua mạng không.",
            f"It is {shown} here; whether the network keeps it right cannot be told.",
            "So với đồng hồ của bạn; sai thì chỉnh lại.",
            "Compare it with your own watch; set it if it differs.",
        )
    if not seen.synchronised:
        return mend(
            f"Máy đang là {shown}, nhưng không được chỉnh giờ qua mạng.",
            f"It is {shown} here, but the network does not keep it right.",
            "Bật chỉnh giờ tự động: sudo timedatectl set-ntp true.",
            "Turn automatic time on: sudo timedatectl set-ntp true.",
        )
    return ok(f"Đồng hồ đúng: {shown}.", f"The clock is right: {shown}.")


@finding_of("database")
def check_database(seen: SeenDatabase) -> Finding:
    if seen.shut:
        return mend(
            f"Tệp nhật ký không mở được lúc này ({seen.shut.vi}).",
            f"The log cannot be opened just now ({seen.shut.en}).",
            "Đóng chương trình khác đang giữ tệp, xem người dùng này có quyền đọc, ghi thư mục dữ liệu, "
            "rồi chạy lại ./script/run doctor.",
            "Close any other program that holds it, see that this user may read and write the data folder, "
            "then run ./script/run doctor again.",
        )
    if seen.newer:
        return mend(
            "Nhật ký do bản phần mềm mới hơn ghi: bản này không ghi tiếp được, và để nguyên tệp.",
            "The log was written by a newer program: this one cannot go on with it, and leaves it as it is.",
            "Cài lại bản mới hơn rồi chạy lại ./script/run doctor. Đừng xóa hay đổi tên tệp nhật ký.",
            "Install the newer one, then run ./script/run doctor again. Do not remove or rename the log.",
        )
    if seen.failure:
        return mend(
            "Tệp nhật ký bị hỏng.",
            f"The log is damaged ({seen.failure}).",
            "Mở lại ki-ốt: máy tự cất tệp hỏng và tạo tệp mới. Giữ lại các tệp cũ và báo cho phường.",
            "Open the kiosk again: it sets the damaged file aside and starts a new one. Keep the old files.",
        )
    if seen.lost:
        names = ", ".join(seen.lost)
        return mend(
            f"Nhật ký đang ghi tốt, nhưng trước đây đã bị hỏng: các lượt trong {names} chưa đọc lại được.",
            f"The log is sound now, but was damaged before: the visits in {names} are not read again yet.",
            "Nếu ổ đĩa đầy thì dọn bớt: ki-ốt sẽ tự đọc lại. "
            "Chép các tệp ấy (kèm -wal) gửi cho phường, đừng xóa: thợ có thể còn cứu được; xem lại ổ đĩa.",
            "If the disk is full, free some space: the kiosk then reads them again by itself. "
            "Send those files (with their -wal) to the ward and keep them: a specialist may save more. "
            "Test the disk.",
        )
    if seen.aside:
        names = ", ".join(seen.aside)
        return mend(
            f"Nhật ký đang ghi tốt, nhưng trước đây đã bị hỏng và cất riêng: {names}.",
            f"The log is sound now, but was damaged before and set aside: {names}.",
            "Chép các tệp ấy và tệp .salvaged bên cạnh gửi cho phường, rồi chuyển chúng đi; xem lại ổ đĩa.",
            "Send those files and the .salvaged beside them to the ward, then move them away; test the disk.",
        )
    if not seen.exists:
        return ok("Chưa có lượt khách nào trên máy này.", "No visit on this machine yet.")
    return ok(f"Nhật ký tốt, {seen.events} dòng.", f"The log is sound, {seen.events} lines.")


NOWHERE = ("192.0.2.1", 9)  # a documentation address (RFC 5737): nothing is ever sent to it


@dataclass(frozen=True, slots=True)
class SeenNetwork:
    """Whether the system knows a way to other networks; says nothing of who answers there."""

    way_out: bool


def see_network(address: tuple[str, int] = NOWHERE) -> SeenNetwork:
    """Asks the routing table; a connected datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(address)
        except OSError:
            return SeenNetwork(way_out=False)
    return SeenNetwork(way_out=True)


@finding_of("network")
def check_network(seen: SeenNetwork) -> Finding:
    """Never a fault: a point may stand where there is no network."""
    if seen.way_out:
        return ok("Có mạng.", "There is a network.")
    return ok(
        "Không có mạng. Ki-ốt vẫn chạy; số liệu đợi có mạng, hoặc chép ra USB.",
        "There is no network. The kiosk still runs; figures wait for one, or go by USB stick.",
    )
