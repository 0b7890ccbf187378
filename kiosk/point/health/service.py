"""Whether the machine opens the kiosk by itself, watches it, shows no console and takes sticks."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.point.health.finding import Finding, cannot_tell, finding_of, listed, mend, ok

AGAIN = "sudo ./script/run install"
MANY_RESTARTS = 3


@dataclass(frozen=True, slots=True)
class SeenService:
    """`has_systemd` is False where systemd does not answer (another system, a container).

    `kind`: how the kiosk is installed. `changed` are files of the installation that are missing or not as
    this program would write them; `old` units of the kind before, which belong to a user. `page`: what to do
    is on the glass. `consoles` are login prompts that are open; `may` is what the kiosk's user may too much.
    `only_read` are sticks that cannot be written; `boot` is GRUB's menu
    (`kiosk.machine.installing.boot_menu`).
    """

    has_systemd: bool = False
    kind: str = ""  # "", "machine", "session"
    enabled: bool = False
    active: str = ""
    result: str = ""
    restarts: int = 0
    watchdog_s: float = 0.0
    page: bool = False
    changed: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    consoles: tuple[str, ...] = ()
    sysrq: str = "0"
    may: tuple[str, ...] = ()
    sticks: tuple[str, ...] = ()
    only_read: tuple[str, ...] = ()
    boot: str = ""


def check_service(seen: SeenService) -> tuple[Finding, ...]:
    """One finding where nothing is installed, else of the start, the ways to a console, sticks and GRUB."""
    if not seen.kind:
        return (_not_installed(seen),)
    return (
        _session(seen) if seen.kind == "session" else _running(seen),
        _consoles(seen),
        _sticks(seen),
        *((check_boot(seen.boot),) if seen.boot else ()),
    )


def _again(seen: SeenService) -> str:
    return f"{AGAIN} --desktop" if seen.kind == "session" else AGAIN


@finding_of("service")
def _session(seen: SeenService) -> Finding:
    if seen.changed:
        return _changed(seen)
    return ok(
        "Ki-ốt là một phiên riêng, chọn ở màn hình đăng nhập; màn hình đứng 15 giây thì tự mở lại.",
        "The kiosk is a session of its own at the login screen; frozen for 15 s, it is opened again.",
    )


def _changed(seen: SeenService) -> Finding:
    return mend(
        "Tệp cài đặt thiếu hoặc khác bản này:" + listed(seen.changed),
        "Files of the installation are missing or of another version:" + listed(seen.changed),
        f"Chạy lại: {_again(seen)}, rồi khởi động lại máy.",
        f"Run {_again(seen)} again, then restart the machine.",
    )


@finding_of("service")
def _not_installed(seen: SeenService) -> Finding:
    if not seen.has_systemd:
        return cannot_tell(
            "Máy này không có systemd: không biết ki-ốt có tự mở khi bật máy không.",
            "There is no systemd here: whether the kiosk opens by itself cannot be told.",
        )
    if seen.old:
        return mend(
            f"Bản cài cũ ({seen.old[0]}) không mở được ki-ốt khi bật máy.",
            f"The old unit ({seen.old[0]}) does not open the kiosk when the machine starts.",
            "Chạy: sudo ./script/run install. Lệnh ấy nói cách chuyển dữ liệu.",
            "Run sudo ./script/run install; it says how to move what the old one keeps.",
        )
    return mend(
        "Máy chưa được cài để tự mở ki-ốt.",
        "This machine is not installed to open the kiosk by itself.",
        "Chạy: sudo ./script/run install --config TỆP (máy có desktop: thêm --desktop).",
        "Run sudo ./script/run install --config FILE (on a machine with a desktop: --desktop).",
    )


@finding_of("service")
def _running(seen: SeenService) -> Finding:
    if seen.changed:
        return _changed(seen)
    if not seen.enabled:
        return mend(
            "Ki-ốt không tự mở khi bật máy.",
            "The kiosk does not open when the machine starts.",
            "Chạy: sudo systemctl enable kiosk-bdhvs.service.",
            "Run sudo systemctl enable kiosk-bdhvs.service.",
        )
    if seen.page or seen.active == "failed":
        return mend(
            f"Ki-ốt dừng nhiều lần liên tiếp ({seen.result}); màn hình đang nói việc cần làm.",
            f"The kiosk ended again and again ({seen.result}); the screen says what to do.",
            "Xem nguyên nhân: journalctl -b -u kiosk-bdhvs, rồi khởi động lại máy.",
            "See why with journalctl -b -u kiosk-bdhvs, then restart the machine.",
        )
    if seen.active != "active":
        return mend(
            f"Ki-ốt đang không chạy ({seen.active or '?'}).",
            f"The kiosk is not running ({seen.active or '?'}).",
            "Chạy: sudo systemctl restart kiosk-bdhvs.service.",
            "Run sudo systemctl restart kiosk-bdhvs.service.",
        )
    if not seen.watchdog_s:
        return mend(
            "Ki-ốt đang chạy nhưng không ai canh: màn hình đứng thì cứ đứng.",
            "The kiosk runs, but nothing watches it: a frozen screen stays.",
            f"Chạy lại: {AGAIN}, rồi khởi động lại máy.",
            f"Run {AGAIN} again, then restart the machine.",
        )
    if seen.restarts >= MANY_RESTARTS:
        return mend(
            f"Ki-ốt đang chạy, nhưng đã tự mở lại {seen.restarts} lần từ khi bật máy.",
            f"The kiosk runs, but was started again {seen.restarts} times since the machine was switched on.",
            "Xem nguyên nhân: journalctl -b -u kiosk-bdhvs.",
            "See why with journalctl -b -u kiosk-bdhvs.",
        )
    return ok(
        f"Ki-ốt tự mở khi bật máy, đang chạy; màn hình đứng {seen.watchdog_s:g} giây thì máy tự mở lại.",
        f"The kiosk opens with the machine and runs; frozen for {seen.watchdog_s:g} s, it is opened again.",
    )


@finding_of("console")
def _consoles(seen: SeenService) -> Finding:
    ways = [
        (f"{console}: đang mở lời mời đăng nhập", f"{console}: a login prompt") for console in seen.consoles
    ]
    if seen.sysrq != "0":
        ways.append((f"phím SysRq: {seen.sysrq}", f"magic keys: {seen.sysrq}"))
    ways += [(f"người dùng của ki-ốt: {right}", f"the kiosk's user: {right}") for right in seen.may]
    if not ways:
        return ok(
            "Từ màn hình không ai mở được dòng lệnh.",
            "Nobody reaches a command line from the screen.",
        )
    return mend(
        "Từ màn hình có thể mở được dòng lệnh:" + listed(vi for vi, _ in ways),
        "A command line may be reached from the screen:" + listed(en for _, en in ways),
        f"Khởi động lại máy. Vẫn còn thì chạy lại: {_again(seen)}.",
        f"Restart the machine. If it stays so, run {_again(seen)} again.",
    )


@finding_of("sticks")
def _sticks(seen: SeenService) -> Finding:
    if any("sticks.rules" in one for one in seen.changed):
        return mend(
            "Cắm USB vào, máy không nhận.",
            "A USB stick that is plugged in does not appear.",
            "Chạy lại: sudo ./script/run install.",
            "Run sudo ./script/run install again.",
        )
    if seen.only_read:
        names = ", ".join(seen.only_read)
        return mend(
            f"USB chỉ đọc được, không chép số liệu ra được: {names}.",
            f"USB sticks that can be read and not written, so that no figures go out on them: {names}.",
            "Rút ra, cắm USB định dạng FAT32, exFAT hoặc NTFS (USB ext4 máy chỉ đọc).",
            "Pull it out and plug in one with FAT32, exFAT or NTFS (ext4 is only read).",
        )
    if seen.sticks:
        names = ", ".join(seen.sticks)
        return ok(f"USB đang cắm: {names}.", f"USB sticks plugged in: {names}.")
    if seen.kind == "session":
        return cannot_tell(
            "Trong phiên ki-ốt máy không tự nhận USB: chép số liệu, cài bài mới ở phiên thường.",
            "The kiosk's session takes no sticks by itself: copy figures and guides in the usual session.",
        )
    return ok("USB cắm vào là máy nhận; chưa cắm cái nào.", "USB sticks appear; none is plugged in.")


@finding_of("boot")
def check_boot(menu: str) -> Finding:
    """Whether somebody who switches the machine off and on can change how it starts.

    *menu*: see `kiosk.machine.installing.boot_menu.see_menu`.
    """
    if menu == "open":
        return mend(
            "Menu khởi động (GRUB) chưa có mật khẩu: ai tắt bật máy cũng vào được quyền root.",
            "GRUB's menu has no password: whoever switches the machine off and on can become root.",
            "Chạy: sudo ./script/run install --boot-password (máy có desktop: thêm --desktop). "
            "Đặt cả mật khẩu BIOS.",
            "Run sudo ./script/run install --boot-password (on a desktop with --desktop). "
            "Set a BIOS password too.",
        )
    if menu == "asks":
        return mend(
            "Menu khởi động (GRUB) hỏi mật khẩu mỗi lần bật: sau mất điện ki-ốt không tự mở.",
            "GRUB asks for its password at every start: after a power cut the kiosk does not open.",
            "Bỏ mật khẩu tự đặt trong /etc/grub.d, rồi chạy: sudo ./script/run install --boot-password.",
            "Take your own password out of /etc/grub.d, run sudo ./script/run install --boot-password.",
        )
    if menu == "unseen":
        return cannot_tell(
            "Chưa xem được menu khởi động (GRUB): gõ sudo trước lệnh.",
            "GRUB's menu cannot be read: put sudo before the command.",
        )
    return ok(
        "Menu khởi động (GRUB) có mật khẩu; máy vẫn tự mở ki-ốt.",
        "GRUB's menu has a password; the machine still opens the kiosk by itself.",
    )
