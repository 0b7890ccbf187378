"""Which machine this is, so that a cloned disk is recognised on the other one."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

MACHINE_ID = Path("/etc/machine-id")
NETWORK = Path("/sys/class/net")


def machine_id() -> str:
    """32 hex digits, the same at every start of one machine.

    A cloned disk carries /etc/machine-id with it; the addresses of the built-in network cards differ. Cards
    on USB are passed over, since they come and go. Where nothing is known (a bare container), all machines
    look alike, and the ward's check of doubled numbers is what remains.
    """
    parts = [*_written_ids(), *_card_addresses()]
    return hashlib.sha256("\n".join(["kiosk-machine", *parts]).encode()).hexdigest()[:32]


def _written_ids() -> Iterator[str]:
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            yield str(winreg.QueryValueEx(key, "MachineGuid")[0])
    else:
        yield _text(MACHINE_ID)


def _card_addresses() -> Iterator[str]:
    if not NETWORK.is_dir():
        return
    for card in sorted(NETWORK.iterdir()):
        device = card / "device"
        permanent = _text(card / "addr_assign_type") == "0"
        if device.exists() and permanent and "/usb" not in str(device.resolve()):
            yield _text(card / "address")


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
