"""Whether somebody who switches the machine off and on can change how it starts."""

from __future__ import annotations

from kiosk.health.finding import Finding, cannot_tell, mend, ok


def check_boot(menu: str) -> tuple[Finding, ...]:
    """*menu*: see `kiosk.installing.boot_menu.see_menu`. Nothing where there is no GRUB."""
    if menu == "open":
        return (
            mend(
                "boot",
                "Menu khởi động (GRUB) chưa có mật khẩu: ai tắt bật máy cũng vào được quyền root.",
                "GRUB's menu has no password: whoever switches the machine off and on can become root.",
                "Chạy: sudo ./script/run install --boot-password (máy có desktop: thêm --desktop). "
                "Đặt cả mật khẩu BIOS.",
                "Run sudo ./script/run install --boot-password (on a desktop with --desktop). "
                "Set a BIOS password too.",
            ),
        )
    if menu == "asks":
        return (
            mend(
                "boot",
                "Menu khởi động (GRUB) hỏi mật khẩu mỗi lần bật: sau mất điện ki-ốt không tự mở.",
                "GRUB asks for its password at every start: after a power cut the kiosk does not open.",
                "Bỏ mật khẩu tự đặt trong /etc/grub.d, rồi chạy: sudo ./script/run install --boot-password.",
                "Take your own password out of /etc/grub.d, run sudo ./script/run install --boot-password.",
            ),
        )
    if menu == "unseen":
        return (
            cannot_tell(
                "boot",
                "Chưa xem được menu khởi động (GRUB): gõ sudo trước lệnh.",
                "GRUB's menu cannot be read: put sudo before the command.",
            ),
        )
    if menu == "closed":
        return (
            ok(
                "boot",
                "Menu khởi động (GRUB) có mật khẩu; máy vẫn tự mở ki-ốt.",
                "GRUB's menu has a password; the machine still opens the kiosk by itself.",
            ),
        )
    return ()
