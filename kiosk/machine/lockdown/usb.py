"""Which USB devices are the kiosk's own, and which wait: reads what usbguard prints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ASK_OWN = ("usbguard", "generate-policy", "--no-ports-sn")
"""Every device that is plugged in, as rules, whatever socket it is in."""
ASK_RULES = ("usbguard", "list-rules")
"""The rules in force, in their order."""
EVERYTHING = "allow"
"""The rule that lets in whatever comes."""
_STORAGE, _SYSTEM = "08", Path("/media")
_RULE = re.compile(r"^(?:(?P<number>\d+): )?(?P<target>allow|block|reject) id (?P<id>\S+)(?P<rest> .*)$")
_SERIAL = re.compile(r' serial "((?:[^"\\]|\\.)*)"')
_SOCKET = re.compile(r' (?:parent-hash|via-port|with-connect-type) "[^"]*"')
_HASH = re.compile(r' hash "(?!\*")[^"]+"')
_NUMBER = re.compile(r"^\d+: ")
_INTERFACES = re.compile(r" with-interface (?:\{([^}]*)\}|(\S+))")


@dataclass(frozen=True, slots=True)
class Device:
    """`number` is usbguard's for as long as it is plugged in; `interfaces` are like ``08:06:50``."""

    number: int
    target: str
    id: str
    serial: str
    interfaces: tuple[str, ...]

    @property
    def is_storage(self) -> bool:
        return any(interface.startswith(f"{_STORAGE}:") for interface in self.interfaces)

    @property
    def is_storage_alone(self) -> bool:
        """And nothing else beside: no keyboard that calls itself a stick."""
        return bool(self.interfaces) and all(
            interface.startswith(f"{_STORAGE}:") for interface in self.interfaces
        )


def read_device(line: str) -> Device | None:
    """Of a line of ``usbguard list-devices`` or ``generate-policy``."""
    rule = _RULE.match(line.strip())
    if rule is None:
        return None
    serial, interfaces = _SERIAL.search(rule["rest"]), _INTERFACES.search(rule["rest"])
    named = (interfaces[1] or interfaces[2]).split() if interfaces else []
    return Device(
        int(rule["number"] or 0), rule["target"], rule["id"], serial[1] if serial else "", tuple(named)
    )


def own_devices(printed: str, disks: Iterable[tuple[str, str]]) -> str:
    """Rules for what is plugged in now, from what `ASK_OWN` printed. *disks*: (id, serial) the system is on.

    A stick that happens to be plugged in is not the machine's own. The hub a device hangs on and the kind of
    its socket are left out: moved to another one, a touch panel has to go on answering.
    """
    own, kept = set(disks), list[str]()
    for line in printed.splitlines():
        device = read_device(line)
        if device and (not device.is_storage or (device.id, device.serial) in own):
            kept.append(_SOCKET.sub("", line.strip()))
    return "\n".join(("# What was plugged in when the machine was locked down.", *kept, ""))


def lets_in_too_much(printed: str, ours: str, own: str | None) -> tuple[str, ...]:
    """Rules of `ASK_RULES`, with their numbers, that are not *ours* and let in more than one device,
    or a disk that is not the machine's *own* (None: it cannot be seen which are).
    """
    expected = {line.strip() for line in (*ours.splitlines(), *(own or "").splitlines())} - {EVERYTHING}
    disks = {(device.id, device.serial) for line in (own or "").splitlines() if (device := read_device(line))}
    wide = list[str]()
    for line in printed.splitlines():
        rule = _NUMBER.sub("", line.strip())
        if not rule.startswith("allow") or rule in expected:
            continue
        device = read_device(rule)
        is_one = device is not None and bool(_HASH.search(rule))
        is_foreign_disk = device is not None and device.is_storage and (device.id, device.serial) not in disks
        if not is_one or (is_foreign_disk and own is not None):
            wide.append(line.strip())
    return tuple(wide)


def waiting_sticks(printed: str) -> tuple[int, ...]:
    """Numbers of the sticks that are shut out, from ``usbguard list-devices --blocked``."""
    devices = (read_device(line) for line in printed.splitlines())
    return tuple(device.number for device in devices if device and device.is_storage_alone)


def system_disks(root: Path = Path("/")) -> tuple[tuple[str, str], ...]:
    """(id, serial) of each USB disk that holds a file system of the machine itself."""
    try:
        mounts = (root / "proc/mounts").read_text("utf-8", "replace")
    except OSError:
        return ()
    disks = list[tuple[str, str]]()
    for line in mounts.splitlines():
        device, place, *_ = (*line.split(" "), "", "")
        if device.startswith("/dev/") and not Path(place).is_relative_to(_SYSTEM):
            disks += _usb_of(root / "sys/class/block" / (root / device.lstrip("/")).resolve().name)
    return tuple(dict.fromkeys(disks))


def _usb_of(block: Path) -> list[tuple[str, str]]:
    """The USB devices beneath a block device of sysfs: several where it is put together from several."""
    if (block / "slaves").is_dir() and (beneath := sorted((block / "slaves").iterdir())):
        return [one for part in beneath for one in _usb_of(part)]
    return _usb_above(block.resolve())


def _usb_above(block: Path) -> list[tuple[str, str]]:
    for folder in block.parents:
        vendor, product = folder / "idVendor", folder / "idProduct"
        if vendor.exists() and product.exists():
            serial = folder / "serial"
            return [(f"{_line(vendor)}:{_line(product)}", _line(serial) if serial.exists() else "")]
    return []


def _line(file: Path) -> str:
    return file.read_text("utf-8", "replace").strip()
