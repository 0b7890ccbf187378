"""The measures, one by one: what each is for, the Debian packages that do it, the files that set them up.

Well-kept packages do the work (usbguard, nftables, unattended-upgrades, overlayroot, systemd); ours are the
few lines that adapt them to how a kiosk stands. The files lie in `files/`, as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from kiosk.machine.installing import places

FOLDER = Path("/etc/kiosk-bdhvs-lockdown")
USB_RULES = Path("/etc/usbguard/rules.d/90-kiosk-bdhvs.conf")
USB_OWN = Path("/etc/usbguard/rules.d/10-kiosk-bdhvs-own.conf")
"""What was plugged in when the machine was locked down; written then, not from a file here."""
USB_DEBIANS = Path("/etc/usbguard/rules.conf")
"""Where it is missing, Debian fills it with what is plugged in as usbguard is installed, a stick as well."""
USBGUARD_BUS = "usbguard-dbus.service"
"""Debian switches it on with the package; it starts usbguard, which without rules shuts everything out."""
USB_ACCESS = Path("/etc/usbguard/IPCAccessControl.d") / places.USER
FIREWALL = FOLDER / "firewall.nft"
FIREWALL_TABLE = ("inet", "kiosk_bdhvs")
FIREWALL_UNIT = places.UNITS / "kiosk-bdhvs-firewall.service"
UPDATES = FOLDER / "update"
UPDATES_UNIT, UPDATES_TIMER = (places.UNITS / f"kiosk-bdhvs-updates.{kind}" for kind in ("service", "timer"))
UPDATES_CONF = Path("/etc/apt/apt.conf.d/90-kiosk-bdhvs")
JOURNAL = Path("/etc/systemd/journald.conf.d/90-kiosk-bdhvs.conf")
OVERLAY = Path("/etc/overlayroot.local.conf")
REMOUNT = places.UNITS / "systemd-remount-fs.service.d" / "50-kiosk-bdhvs.conf"
HARDENED = places.UNITS / f"{places.SERVICE}.d" / "50-lockdown.conf"
WATCHDOG = Path("/etc/systemd/system.conf.d/91-kiosk-bdhvs-watchdog.conf")

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """`packages` are Debian's. Commands are run as root: `on` once the files are there, `off` while they are,
    `gone` once they are not. One that starts with `-` may fail: what it undoes was perhaps never made.
    """

    name: str
    vi: str
    en: str
    packages: tuple[str, ...] = ()
    templates: Mapping[Path, str] = field(default_factory=dict)
    on: tuple[Command, ...] = ()
    off: tuple[Command, ...] = ()
    gone: tuple[Command, ...] = ()

    def files(self) -> dict[Path, str]:
        """Text by place."""
        return {place: _text(name) for place, name in self.templates.items()}


def _text(name: str) -> str:
    text = (files("kiosk.machine.lockdown") / "files" / name).read_text(encoding="utf-8")
    return text.replace("@USER@", places.USER).replace("@HOME@", str(places.HOME))


_RELOAD = ("systemctl", "daemon-reload")
_APT_TIMERS = ("apt-daily.timer", "apt-daily-upgrade.timer")

MEASURES = (
    Measure(
        "usb",
        "USB theo luật: bàn phím lạ không ăn, USB chứa dữ liệu chỉ mở khi cán bộ đang mở phần của mình",
        "USB by rule: no foreign keyboard; storage only while staff are signed in",
        ("usbguard",),
        {USB_RULES: "usb-rules.conf", USB_ACCESS: "usb-access"},
        (("systemctl", "enable", "usbguard.service"), ("systemctl", "restart", "usbguard.service")),
        (
            ("-systemctl", "disable", "--now", USBGUARD_BUS),
            ("-systemctl", "disable", "--now", "usbguard.service"),
        ),
    ),
    Measure(
        "firewall",
        "Tường lửa: không ai ở ngoài nối vào được, trừ ssh nếu có cài",
        "Firewall: nobody outside can connect, but by ssh where it is installed",
        ("nftables",),
        {FIREWALL: "firewall.nft", FIREWALL_UNIT: "firewall.service"},
        (
            _RELOAD,
            ("systemctl", "enable", FIREWALL_UNIT.name),
            ("systemctl", "restart", FIREWALL_UNIT.name),
        ),
        (("-systemctl", "disable", "--now", FIREWALL_UNIT.name),),
        (_RELOAD,),
    ),
    Measure(
        "time",
        "Giờ theo mạng",
        "Time by the network",
        ("systemd-timesyncd",),
        on=(("systemctl", "enable", "--now", "systemd-timesyncd.service"),),
    ),
    Measure(
        "updates",
        "Bản vá bảo mật của Debian tự cài buổi tối, ngoài giờ tiếp dân",
        "Debian's security updates by themselves in the evening, outside opening hours",
        ("unattended-upgrades",),
        {
            UPDATES: "update.sh",
            UPDATES_UNIT: "updates.service",
            UPDATES_TIMER: "updates.timer",
            UPDATES_CONF: "updates.conf",
        },
        (
            _RELOAD,
            ("-systemctl", "disable", "--now", *_APT_TIMERS),
            ("systemctl", "enable", "--now", UPDATES_TIMER.name),
        ),
        (
            ("-systemctl", "disable", "--now", UPDATES_TIMER.name),
            ("-systemctl", "enable", "--now", *_APT_TIMERS),
        ),
        (_RELOAD,),
    ),
    Measure(
        "logs",
        "Nhật ký của hệ có giới hạn",
        "The system's own logs are bounded",
        (),
        {JOURNAL: "journald.conf"},
        (("systemctl", "restart", "systemd-journald.service"),),
        gone=(("systemctl", "restart", "systemd-journald.service"),),
    ),
    Measure(
        "hardening",
        "Ki-ốt chỉ ghi được vào thư mục của nó",
        "The kiosk can write in its own folder and nowhere else",
        (),
        {HARDENED: "hardening.conf"},
        (_RELOAD,),
        gone=(_RELOAD,),
    ),
    Measure(
        "watchdog",
        "Máy treo hẳn thì phần cứng tự khởi động lại",
        "A machine that hangs altogether is restarted by its hardware watchdog",
        (),
        {WATCHDOG: "watchdog.conf"},
        (("systemctl", "daemon-reexec"),),
        gone=(("systemctl", "daemon-reexec"),),
    ),
    Measure(
        "overlay",
        "Ổ hệ thống chỉ đọc: tắt máy là mọi thay đổi mất, trừ dữ liệu của ki-ốt",
        "The system's disk is read only: what is changed is gone at the next start, but the kiosk's data",
        # It needs the first two and does not say so: without busybox it ends in silence before it begins.
        ("busybox", "e2fsprogs", "overlayroot"),
        {OVERLAY: "overlayroot.conf", REMOUNT: "remount.conf"},
        (("update-initramfs", "-u"),),
    ),
)
"""In the order they are made. `overlay` is last: from the next start on nothing else could be written."""
