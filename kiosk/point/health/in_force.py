"""What is really in force of each measure: asked of systemd, usbguard and nft, not of files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.machine.installing import places
from kiosk.machine.lockdown.carry_out import covered
from kiosk.machine.lockdown.measures import (
    FIREWALL_TABLE,
    FIREWALL_UNIT,
    JOURNAL,
    MEASURES,
    UPDATES_TIMER,
    UPDATES_UNIT,
    USB_OWN,
    USB_RULES,
)
from kiosk.machine.lockdown.usb import ASK_RULES, EVERYTHING, lets_in_too_much
from kiosk.point.health.probes_service import read_properties

Ask = Callable[..., str]
"""`systemctl` with these words: what it printed, empty where it failed."""
RunCommand = Callable[[Sequence[str]], str | None]
"""Another program with these words: what it printed, None where it failed."""
WITHIN_S = 20.0
ASK_UNKNOWN = ("usbguard", "get-parameter", "ImplicitPolicyTarget")
"""What becomes of a device that no rule names."""
ASK_TABLE = ("nft", "list", "table", *FIREWALL_TABLE)
ASK_JOURNAL = ("systemd-analyze", "cat-config", "systemd/journald.conf")
_DROPS = "hook input priority filter; policy drop;"
_WATCHDOG = Path("/dev/watchdog0")


def run_command(words: Sequence[str]) -> str | None:
    environment = os.environ | {"LC_ALL": "C", "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"}
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=WITHIN_S, check=False, env=environment
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout


@dataclass(frozen=True, slots=True)
class InForce:
    """The running machine below `root`. Who is not root sees not every rule: of those nothing is said."""

    root: Path
    ask: Ask
    run: RunCommand
    is_root: bool

    def is_closed(self, place: Path) -> bool:
        """Whether we may not look at that file."""
        try:
            self._below(place).open("rb").close()
        except PermissionError:
            return True
        except OSError:
            return False
        return False

    def trouble(self, measure: str) -> str:
        """Empty where that measure is in force."""
        match measure:
            case "usb":
                return inactive("usbguard.service", self.ask) or self._usb_files() or self._usb_rules()
            case "firewall":
                return inactive(FIREWALL_UNIT.name, self.ask) or self._table()
            case "time":
                return inactive("systemd-timesyncd.service", self.ask)
            case "updates":
                result = _shown(self.ask, UPDATES_UNIT.name, "Result")
                failed = "" if result in ("", "success") else result
                return inactive(UPDATES_TIMER.name, self.ask) or failed
            case "logs":
                return self._journal()
            case "hardening":
                protected = _shown(self.ask, places.SERVICE, "ProtectSystem")
                return "" if protected == "strict" else f"ProtectSystem={protected}"
            case "watchdog":
                return self._watchdog()
            case "overlay":
                return "" if self._root_is_an_overlay() else "chưa khởi động lại / not restarted"
            case _:
                return ""

    def _usb_files(self) -> str:
        """A rule file of somebody else is read before or after ours, and may let in anything."""
        try:
            names = {file.name for file in self._below(USB_RULES).parent.iterdir() if file.suffix == ".conf"}
            own = self._below(USB_OWN).read_text("utf-8") if USB_OWN.name in names else None
        except OSError:
            return ""
        if foreign := sorted(names - {USB_OWN.name, USB_RULES.name}):
            return f"tệp luật lạ / foreign rules: {', '.join(foreign)}"
        if own is None:
            return f"thiếu / missing: {USB_OWN.name}"
        if EVERYTHING in (line.strip() for line in own.splitlines()):
            return f"{USB_OWN.name}: cho mọi thiết bị / lets everything in"
        return ""

    def _usb_rules(self) -> str:
        rules, unknown = self.run(ASK_RULES), self.run(ASK_UNKNOWN)
        if rules is None or unknown is None:
            return "usbguard không trả lời / gives no answer" if self.is_root else ""
        ours = next(measure for measure in MEASURES if measure.name == "usb").files()[USB_RULES]
        own = None if self.is_closed(USB_OWN) else self._below(USB_OWN).read_text("utf-8")
        if wide := lets_in_too_much(rules, ours, own):
            return f"luật đang chạy / rule in force: {'; '.join(wide)}"
        if unknown.strip() not in ("block", "reject"):
            return f"ImplicitPolicyTarget={unknown.strip()}"
        return ""

    def _table(self) -> str:
        if not self.is_root:
            return ""
        table = self.run(ASK_TABLE) or ""
        return "" if _DROPS in table else "không có luật nào đang chạy / no rule is in force"

    def _journal(self) -> str:
        """The value that counts: a file with a later name may say another."""
        answer = self.run(ASK_JOURNAL)
        if answer is None:
            return ""
        wanted = read_properties(
            next(measure for measure in MEASURES if measure.name == "logs").files()[JOURNAL]
        )
        now = read_properties(answer)  # the last one of each name
        return ", ".join(
            f"{name}={now.get(name, '')}" for name, as_ours in wanted.items() if now.get(name) != as_ours
        )

    def _watchdog(self) -> str:
        said = read_properties(self.ask("show", "-p", "RuntimeWatchdogUSec"))
        armed = said.get("RuntimeWatchdogUSec", "0")
        is_there = self._below(_WATCHDOG).exists()
        return "" if armed not in ("0", "infinity") or not is_there else f"RuntimeWatchdogSec={armed}"

    def _root_is_an_overlay(self) -> bool:
        try:
            mounts = self._below(Path("/proc/mounts")).read_text("utf-8", "replace")
        except OSError:
            return False
        lies = [line.split(" ")[2] for line in mounts.splitlines() if line.split(" ")[1:2] == ["/"]]
        return covered(self.root) and lies[-1:] == ["overlay"]

    def _below(self, place: Path) -> Path:
        return self.root / place.relative_to("/")


def inactive(unit: str, ask: Ask) -> str:
    state = _shown(ask, unit, "ActiveState") or "?"
    return "" if state == "active" else f"{unit}: {state}"


def _shown(ask: Ask, unit: str, name: str) -> str:
    return read_properties(ask("show", unit, "-p", name)).get(name, "")
