"""Makes the measures on the machine, as root, and takes them back. Where one fails, the others go on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kiosk.machine.installing import carry_out, places
from kiosk.machine.lockdown import usb
from kiosk.machine.lockdown.measures import (
    FOLDER,
    HARDENED,
    MEASURES,
    OVERLAY,
    REMOUNT,
    USB_DEBIANS,
    USB_OWN,
    Measure,
)

Run = Callable[[Sequence[str]], str]
"""Runs one command as root and gives what it printed. Raises `OSError` where it fails."""
OWN = frozenset({"usb"})
FOLDERS = frozenset({FOLDER, HARDENED.parent, REMOUNT.parent})
"""Which were made for files of ours."""
CLOSED = 0o600
"""Of what usbguard reads: it refuses rules that others can read."""
LOWER = Path("/media/root-ro")
"""Where overlayroot shows the disk beneath, once it covers it."""


class Done(NamedTuple):
    """What came of one measure. `why`: it was not made, and the reason as the system gave it."""

    measure: Measure
    why: str = ""


def run(words: Sequence[str]) -> str:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise OSError(f"{' '.join(words)}: {done.stderr.strip()[-300:] or done.returncode}")
    return done.stdout


def covered(root: Path = Path("/")) -> bool:
    """Whether the system's disk is read only beneath: what is written now is gone at the next start."""
    return os.path.ismount(root / LOWER.relative_to("/"))


def has_own_disk(root: Path = Path("/")) -> bool:
    """Whether the kiosk's data lie on a partition of their own, which a covered system leaves writable."""
    return os.path.ismount(root / places.HOME.relative_to("/"))


def lock(
    measures: Sequence[Measure] = MEASURES, *, run: Run = run, root: Path = Path("/")
) -> tuple[Done, ...]:
    return tuple(_attempt(one, lambda one: _make(one, run, root)) for one in measures)


def unlock(
    measures: Sequence[Measure] = MEASURES, *, run: Run = run, root: Path = Path("/")
) -> tuple[Done, ...]:
    """In the other order. The packages stay: who removes one removes what it was also good for."""
    return tuple(_attempt(one, lambda one: _take_back(one, run, root)) for one in reversed(measures))


def _attempt(measure: Measure, work: Callable[[Measure], None]) -> Done:
    try:
        work(measure)
    except OSError as failure:
        return Done(measure, str(failure))
    return Done(measure)


def _make(measure: Measure, run: Run, root: Path) -> None:
    """Where it fails with everything still let in, it is taken back as a whole: without a rule for it, a
    machine's own touch panel would be shut out at the next start.
    """
    try:
        _make_step_by_step(measure, run, root)
    except OSError:
        if measure.name in OWN and _lets_everything_in(root):
            _take_back(measure, run, root)
        raise


def _lets_everything_in(root: Path) -> bool:
    own = _below(root, USB_OWN)
    return own.exists() and own.read_text("utf-8").strip() == usb.EVERYTHING


def _make_step_by_step(measure: Measure, run: Run, root: Path) -> None:
    """The files first: Debian starts what it installs, and usbguard without rules closes everything."""
    if measure.name in OWN and not _below(root, USB_OWN).exists():
        _write_closed({USB_OWN: f"{usb.EVERYTHING}\n"}, root)  # until it is known what is plugged in
    if measure.name in OWN and not _below(root, USB_DEBIANS).exists():
        _write_closed({USB_DEBIANS: ""}, root)
    texts = measure.files()
    carry_out.write(texts, root)
    _close(texts, root)
    missing = [name for name in measure.packages if not _is_installed(name, run)]
    if missing:
        run(("apt-get", "update", "-qq"))
        run(("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing))
    if measure.name in OWN:
        _write_closed({USB_OWN: usb.own_devices(run(usb.ASK_OWN), usb.system_disks(root))}, root)
    _run_all(measure.on, run)


def _take_back(measure: Measure, run: Run, root: Path) -> None:
    """A service can be stopped only while its unit is there."""
    _run_all(measure.off, run)
    debians = _below(root, USB_DEBIANS)
    empty = measure.name in OWN and debians.exists() and not debians.stat().st_size
    for place in (
        *measure.files(),
        *((USB_OWN,) if measure.name in OWN else ()),
        *((USB_DEBIANS,) if empty else ()),
    ):
        file = _below(root, place)
        file.unlink(missing_ok=True)
        if place.parent in FOLDERS and file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()
    _run_all(measure.gone, run)


def _run_all(commands: Sequence[Sequence[str]], run: Run) -> None:
    for first, *others in commands:
        try:
            run((first.removeprefix("-"), *others))
        except OSError:
            if not first.startswith("-"):
                raise


def _is_installed(package: str, run: Run) -> bool:
    try:
        return run(("dpkg-query", "-W", "-f", "${db:Status-Status}", package)).strip() == "installed"
    except OSError:
        return False


def _write_closed(texts: Mapping[Path, str], root: Path) -> None:
    carry_out.write(texts, root)
    _close(texts, root)


def _close(texts: Mapping[Path, str], root: Path) -> None:
    for place in texts:
        if place.is_relative_to("/etc/usbguard"):
            _below(root, place).chmod(CLOSED)


def _below(root: Path, place: Path) -> Path:
    return root / place.relative_to("/")


def possible(root: Path = Path("/")) -> tuple[Measure, ...]:
    """Those that this machine can have: without a partition for the data the system's disk stays writable."""
    return tuple(measure for measure in MEASURES if OVERLAY not in measure.templates or has_own_disk(root))
