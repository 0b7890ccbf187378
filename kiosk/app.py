"""The one composition root of the running kiosk: it makes every outside thing and hands it in.

It is imported when the invitation is already seen (`kiosk.point.display.first_frame`).
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from accessibility.preferences import Preferences
from accessibility.speech.speaker import Speaker
from flows.guide.needs import SHIPPED, Needs, shipped_needs
from flows.guide.ward import Ward
from kiosk.base.config.check import Problems
from kiosk.base.config.export import ExportConfig
from kiosk.base.config.needs import read_needs
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config, SessionConfig, place_id
from kiosk.base.config.ward_file import ward_here
from kiosk.base.config.ward_pictures import photos_in, read_pictures
from kiosk.base.files.alone import AlreadyRunning, alone_in
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.own_files import keep_private
from kiosk.base.files.paths import database_file, logbook_folder
from kiosk.base.hours.clock import Clock
from kiosk.base.system.core_dumps import forbid_core_dumps
from kiosk.base.version import __version__
from kiosk.base.voice.voices import folders_of
from kiosk.base.words.texts import READINGS, SENTENCES
from kiosk.behind import Behind
from kiosk.log.logbook.logbook import Logbook, close_logbook, log_our_bugs, open_logbook
from kiosk.log.logbook.qt_messages import QtMessages
from kiosk.log.sessions.heartbeat import heartbeat_of
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.care import LogCare
from kiosk.log.storage.event_store import EventStore
from kiosk.machine.supervision.sd_notify import Notifier
from kiosk.papers.content.in_force import begin, content_of, extra, usable
from kiosk.papers.content.standing import read_standing
from kiosk.papers.program.after_going_back import read_log_back
from kiosk.point.display.first_frame import FirstFrame
from kiosk.point.display.loop import ScreenGone, run_until_done
from kiosk.point.display.panel import Fit
from kiosk.point.display.sign import doubted_time_of, sign_of, time_of, week_of
from kiosk.point.services.outputs import OutputService
from kiosk.point.services.watchdog import Watchdog
from kiosk.point.staff.call_commands import CallCommands, lights_a_lamp
from kiosk.running import Memory, Running
from ui.screens.surrounding_parts import Cards, ClockReading, Further, Guides, Health, Setup, StaffTrouble
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.turn.gates.gates import Gates
from ui.turn.idle import IdleRules
from ui.visit.visit import Visit
from ui.window.images.wards_own import WardsOwn
from ui.window.shell import Shell

LOGGER = logging.getLogger(__name__)
SCREEN_GONE = (
    "Màn hình đã tắt nên ki-ốt dừng lại. Bật màn hình rồi mở lại ki-ốt.",
    "The screen is gone, so the kiosk has stopped. Start the screen, then the kiosk again.",
)


def run_behind(
    first: FirstFrame, options: RunOptions, clock: Clock, guides: Path | None, notifier: Notifier
) -> int:
    """What stands behind the invitation, until it is told to end. 0 when all was written, 1 otherwise."""
    keep_private(options.data_folder)
    try:
        with alone_in(options.data_folder):
            return _run(first, options, clock, guides, notifier)
    except AlreadyRunning as refused:
        first.window.close()
        sys.stderr.write(f"{refused}\n")
        return 1


def _run(
    first: FirstFrame, options: RunOptions, clock: Clock, guides: Path | None, notifier: Notifier
) -> int:
    forbid_core_dumps()
    logbook = open_logbook(logbook_folder(options.data_folder))
    log_our_bugs()
    messages = QtMessages()
    try:
        LOGGER.info("the first frame was drawn at %s", datetime.fromtimestamp(first.drawn_s, UTC).isoformat())
        running = _compose(first, options, clock, guides, is_started_again=notifier.is_heard)
        messages.start()
        watchdog = Watchdog(
            first.window, notifier, kept_time=running.kept_time, touch_trouble=first.window.touch_trouble
        )
        try:
            return run_until_done(first.application, running.run())
        except ScreenGone:
            running.leave_without_a_screen()
            messages.close()
            _end_at_once(logbook)
        finally:
            watchdog.close()
    finally:
        messages.close()
        close_logbook(logbook)


def _end_at_once(logbook: Logbook) -> NoReturn:
    """With 1: whoever started the kiosk (systemd) starts it again, and the visit is offered once more.

    What hangs on Qt's loop cannot be taken down without it. As after a kill, other processes of the kiosk
    end by themselves.
    """
    LOGGER.error("%s / %s", *SCREEN_GONE)
    close_logbook(logbook)
    sys.stderr.write("\n".join((*SCREEN_GONE, "")))
    sys.stderr.flush()
    os._exit(1)


def _compose(
    first: FirstFrame, options: RunOptions, clock: Clock, guides: Path | None, *, is_started_again: bool
) -> Running:
    config, data = options.config, options.data_folder
    before, standing = read_standing(data), begin(data, clock.now().boot)
    edition = usable(data, standing)
    content = content_of(data, edition)
    first.words.lay_over(extra(data, edition, SENTENCES))
    if guides is not None:
        content = replace(content, guides=guides)
    tiles = config.needs.chosen(content.needs)
    needs, wrong = (shipped_needs(), ()) if tiles == SHIPPED else read_needs(tiles)
    ward, odd = ward_here(config.ward.chosen(content.ward), config.ward.name)
    photographs = config.pictures.chosen(extra(data, edition, "pictures"))
    own_pictures, bad = read_pictures(photographs) if photographs else ({}, ())
    troubles = tuple(_troubles(first, options, (*wrong, *odd, *bad)))
    recorded, readings = (extra(data, edition, part) for part in ("voices", READINGS))
    speaker = Speaker(folders_of(config.speech, recorded, readings), config.speech.headphones)
    memory, gates = _memory(options, clock), Gates()
    commands = CallCommands(config.help)
    rules = _idle_rules(config.session)
    outside = Outside(speaker, memory.recorder, lambda: clock.now().up_s, rules, commands, gates)
    conductor = _conductor(config, first, clock, outside, troubles, needs, photos_in(own_pictures), ward)
    if first.fit.fullscreen:
        first.window.hide_pointer()
    shell = Shell(conductor, first.fit.panel, first.theme, first.window.attract)
    own = tiles.absolute().parent if tiles != SHIPPED else None
    wards = WardsOwn(own, own_pictures)
    first.window.admit(shell, config.keys.bindings(), scanner=config.cards.scanner, pictures=wards)
    first.window.on_resized(lambda size: _refit(first.fit, size, shell))
    behind = Behind(
        first,
        options,
        clock,
        conductor,
        memory,
        is_started_again=is_started_again,
        went_back=standing.now != before.now,
    )
    outputs = OutputService(speaker, commands)
    return Running(first.window, conductor, memory, (outputs, *behind.services(gates, content, troubles)))


def _refit(fit: Fit, size: tuple[int, int], shell: Shell) -> None:
    """The window has got that *size* from outside: lay everything out for it."""
    panel, smaller = fit.of(size)
    LOGGER.warning("the window is %d×%d px now: it is laid out for that. %s", *size, smaller)
    shell.refit(panel)


def _troubles(first: FirstFrame, options: RunOptions, in_files: Problems) -> Iterator[StaffTrouble]:
    """What staff must know, written down in full."""
    for line in first.fit.log_lines:
        LOGGER.warning("%s", line)
    if (finding := first.fonts.finding) is not None:
        LOGGER.error("%s / %s", finding.vi, finding.en)
        yield "font"
    problems = (*options.config_problems, *in_files)
    for problem in problems:
        LOGGER.warning("%s / %s", problem.sentence_vi(), problem.sentence_en())
    if problems:
        yield "config"


def _memory(options: RunOptions, clock: Clock) -> Memory:
    folder = options.data_folder
    read_log_back(folder, clock)
    store = EventStore(database_file(folder), kiosk_id(folder), clock)
    heartbeat = heartbeat_of(folder, clock)
    recorder = SessionRecorder(
        store,
        clock,
        heartbeat,
        place=place_id(options.config),
        version=__version__,
        resume_within_s=options.config.session.resume_within_s,
    )
    care = LogCare(database_file(folder), options.config.export.hour, clock)
    return Memory(store, heartbeat, recorder, care)


def _conductor(
    config: Config,
    first: FirstFrame,
    clock: Clock,
    outside: Outside,
    troubles: tuple[StaffTrouble, ...],
    needs: Needs,
    photos: frozenset[str],
    ward: Ward,
) -> Conductor:
    wall = clock.wall()
    around = Surroundings(
        first.words,
        Guides(read=False),
        sign_of(config, wall),
        clock=ClockReading(time_of(wall), doubted_time_of(wall), week_of(wall)),
        cards=Cards(known_to_ward=False),  # until its keys were read
        setup=Setup(
            export_hour=_export_hour(config.export),
            further=_further(config),
            lamp=lights_a_lamp(config.help),
            route=config.place.route,
            needs=needs,
            photos=photos,
            ward=ward,
            prints_guides=bool(config.sheets.printer),
        ),
        health=Health(staff_troubles=troubles),
    ).on(first.fit.panel)
    preferences = Preferences(
        text_size=first.theme.appearance.sizes.text_size,
        theme=config.screen.theme,
        rate=config.speech.rate,
        volume=config.speech.volume,
    )
    return Conductor(outside, around, Visit(preferences=preferences))


def _idle_rules(session: SessionConfig) -> IdleRules:
    return IdleRules(
        session.idle_after_s, session.idle_long_after_s, session.grace_s, staff_s=session.staff_lock_after_s
    )


def _export_hour(export: ExportConfig) -> int | None:
    """When what is written here goes to the ward by itself."""
    return export.hour if export.url or export.folder else None


def _further(config: Config) -> Further:
    """Whose number is shown when nobody comes: the place the ward named, else its own help phone."""
    asked = config.help
    if not asked.further_phone:
        return Further(asked.further_after_s, "", config.place.help_phone)
    return Further(asked.further_after_s, asked.further_place, asked.further_phone)
