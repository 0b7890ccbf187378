"""The whole examination: every probe is asked once, every check judges what it saw."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kiosk.base.config.problems import ConfigProblem
from kiosk.base.config.sections import Config
from kiosk.point.health import contents, machine
from kiosk.point.health.cards import SeenCards, SeenPrinter, check_cards, check_sheet_printer
from kiosk.point.health.content import SeenContent, check_content
from kiosk.point.health.display import SeenWindowSystem, check_display, check_fonts, check_touch
from kiosk.point.health.export import SeenExport, check_export
from kiosk.point.health.finding import Finding, cannot_tell
from kiosk.point.health.lockdown import SeenLockdown, check_lockdown
from kiosk.point.health.program import SeenProgram, check_program
from kiosk.point.health.roster import SeenRoster, check_roster
from kiosk.point.health.service import SeenService, check_service
from kiosk.point.health.session import check_session
from kiosk.point.health.staff import SeenStaff, check_staff
from kiosk.point.health.voice import SeenSound, SeenVoice, check_sound, check_voice
from ui.window.no_display import Display

_log = logging.getLogger(__name__)
Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Probes:
    """How to look at this machine. The real ones are `kiosk.point.health.probes.real_probes`."""

    display: Callable[[], Display]
    window_system: Callable[[], SeenWindowSystem]
    touch_panels: Callable[[], tuple[str, ...] | None]  # None: this system cannot list them
    sound: Callable[[], SeenSound]
    voice: Callable[[], SeenVoice]
    disk: Callable[[], machine.SeenDisk]
    clock: Callable[[], machine.SeenClock]
    network: Callable[[], machine.SeenNetwork]
    database: Callable[[], machine.SeenDatabase]
    guides: Callable[[], contents.SeenGuides]
    cards: Callable[[], SeenCards]
    export: Callable[[], SeenExport]
    roster: Callable[[], SeenRoster] = SeenRoster
    staff: Callable[[], SeenStaff] = SeenStaff
    service: Callable[[], SeenService] = SeenService
    content: Callable[[], SeenContent] = SeenContent
    program: Callable[[], SeenProgram] = SeenProgram
    lockdown: Callable[[], SeenLockdown] = SeenLockdown
    needs: Callable[[], contents.SeenNeeds] = contents.SeenNeeds
    ward: Callable[[], contents.SeenWard] = contents.SeenWard
    pictures: Callable[[], contents.SeenPictures] = contents.SeenPictures
    sheet_printer: Callable[[], SeenPrinter] = SeenPrinter
    commands: Callable[[], tuple[str, ...]] = tuple  # options whose program is not here


def examine(
    file: Path | None, config: Config, problems: tuple[ConfigProblem, ...], probes: Probes
) -> tuple[Finding, ...]:
    """Every finding, always in the same order. A probe of ours that fails is a finding, not an end."""
    seen = _safely("display", probes.window_system)
    screen: tuple[Finding, ...]
    if isinstance(seen, Finding):
        screen = (seen,)
    else:
        screen = (
            check_display(probes.display(), seen, config.screen),
            _judged("touch", probes.touch_panels, lambda panels: _touch(panels, seen)),
            check_fonts(seen),
        )
    sound = _safely("sound", probes.sound)
    silent = not isinstance(sound, Finding) and sound.is_silent
    return (
        *_judged_all("service", probes.service, check_service),
        *_judged_all(
            "lockdown", probes.lockdown, lambda seen: (check_lockdown(seen),) if seen.wanted else ()
        ),
        *screen,
        sound if isinstance(sound, Finding) else check_sound(sound),
        _judged("voice", probes.voice, check_voice),
        _judged("disk", probes.disk, machine.check_disk),
        _judged("clock", probes.clock, machine.check_clock),
        _judged("network", probes.network, machine.check_network),
        _judged("database", probes.database, machine.check_database),
        _judged("program", probes.program, check_program),
        _judged("content", probes.content, check_content),
        _judged("guides", probes.guides, contents.check_guides),
        _judged("needs", probes.needs, contents.check_needs),
        _judged("ward", probes.ward, contents.check_ward),
        _judged("pictures", probes.pictures, contents.check_pictures),
        *_judged_all("cards", probes.cards, check_cards),
        _judged("sheet-printer", probes.sheet_printer, check_sheet_printer),
        contents.check_config(file, problems),
        check_session(config.session),
        _judged("export", probes.export, check_export),
        _judged("help", probes.commands, lambda missing: contents.check_help(config, missing, silent=silent)),
        contents.check_place(config),
        _judged("roster", probes.roster, check_roster),
        _judged("staff", probes.staff, check_staff),
    )


def _touch(panels: tuple[str, ...] | None, seen: SeenWindowSystem) -> Finding:
    return check_touch(tuple(dict.fromkeys((*(panels or ()), *seen.touch_devices))), panels is not None)


def _judged(check: str, probe: Callable[[], Seen], judge: Callable[[Seen], Finding]) -> Finding:
    seen = _safely(check, probe)
    return seen if isinstance(seen, Finding) else judge(seen)


def _judged_all(
    check: str, probe: Callable[[], Seen], judge: Callable[[Seen], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    seen = _safely(check, probe)
    return (seen,) if isinstance(seen, Finding) else judge(seen)


def _safely(check: str, probe: Callable[[], Seen]) -> Seen | Finding:
    try:
        return probe()
    except Exception as error:  # noqa: BLE001 - one broken probe must not hide the others; it is logged
        _log.exception("the probe of %s failed", check)
        what = f"{type(error).__name__}: {error}"
        failed = cannot_tell(
            f"Không kiểm tra được ({what}).",
            f"This could not be examined ({what}).",
            "Gửi dòng này cho người phụ trách kỹ thuật.",
            "Send this line to the technician.",
        )
        return replace(failed, check=check)
