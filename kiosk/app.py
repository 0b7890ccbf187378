"""The one composition root of the running kiosk: it makes every outside thing and hands it in."""

from __future__ import annotations

import logging
from pathlib import Path

from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from accessibility.speech.speaker import Speaker
from kiosk.clock import Clock, SystemClock
from kiosk.config import Config
from kiosk.garbage import collected_here
from kiosk.identity import kiosk_id
from kiosk.logbook import close_logbook, log_our_bugs, open_logbook
from kiosk.logbook_qt import log_qt_messages
from kiosk.options import RunOptions
from kiosk.panel import choose_panel
from kiosk.paths import database_file, logbook_folder
from kiosk.process import make_application, run_until_done
from kiosk.running import Memory, Running
from kiosk.sessions.heartbeat import Heartbeat
from kiosk.sessions.recorder import SessionRecorder
from kiosk.sign import sign_of, time_of
from kiosk.storage.event_store import EventStore
from kiosk.version import __version__
from kiosk.voices import folders_of
from ui.conductor import Conductor, Outside
from ui.fonts import load_fonts
from ui.idle import IdleRules
from ui.press_gate import PressGate
from ui.screens.surroundings import StaffTrouble, Surroundings
from ui.shell import Shell
from ui.theme import FIRST_LOOK, ThemeValues
from ui.visit.stages import Visit
from ui.window import KioskWindow
from ui.words import load_words

LOGGER = logging.getLogger(__name__)
HEARTBEAT_FILE = "open-visit.json"


def run_kiosk(options: RunOptions, guides: Path | None = None, clock: Clock | None = None) -> int:
    """Open the kiosk and stay until it is told to end. 0 when everything was written, 1 otherwise."""
    handler = open_logbook(logbook_folder(options.data_folder))
    log_our_bugs()
    log_qt_messages()
    try:
        for problem in options.config_problems:
            LOGGER.warning("%s / %s", problem.sentence_vi(), problem.sentence_en())
        application = make_application()
        panel, fullscreen = choose_panel(options)
        running = _compose(options, panel, guides, clock or SystemClock())
        size_px = (panel.width_px, panel.height_px)
        with collected_here():
            return run_until_done(application, running.run(size_px, fullscreen=fullscreen))
    finally:
        close_logbook(handler)


def _compose(options: RunOptions, panel: Panel, guides: Path | None, clock: Clock) -> Running:
    config = options.config
    speaker = Speaker(folders_of(config.speech))
    memory = _memory(options, clock)
    conductor = _conductor(config, panel, clock, speaker, memory.recorder)
    fonts, troubles = load_fonts(), list[StaffTrouble]()
    if fonts.finding is not None:
        LOGGER.error("%s / %s", fonts.finding.vi, fonts.finding.en)
        troubles.append("font")
    if options.config_problems:
        troubles.append("config")
    look = ThemeValues(look=FIRST_LOOK.in_family(fonts.family))
    window = KioskWindow(Shell(conductor, panel, look), look, PressGate(), config.keys.bindings())
    return Running(config, clock, window, conductor, speaker, memory, guides, tuple(troubles))


def _memory(options: RunOptions, clock: Clock) -> Memory:
    folder, place = options.data_folder, options.config.place
    store = EventStore(database_file(folder), kiosk_id(folder), clock)
    heartbeat = Heartbeat(folder / HEARTBEAT_FILE, clock)
    recorder = SessionRecorder(
        store,
        clock,
        heartbeat,
        place=f"{place.kind}-{place.number}",
        version=__version__,
        resume_within_s=options.config.session.resume_within_s,
    )
    return Memory(store, heartbeat, recorder)


def _conductor(
    config: Config, panel: Panel, clock: Clock, speaker: Speaker, recorder: SessionRecorder
) -> Conductor:
    session, largest, moment = config.session, largest_text_size(panel), clock.now()
    around = Surroundings(
        load_words(),
        {},
        sign_of(config, moment),
        guides_read=False,
        time=time_of(moment),
        largest_text_size=largest,
        largest_low_reach=largest_text_size(panel.lowered()),
        upright=not panel.is_landscape,
    )
    rules = IdleRules(session.idle_after_s, session.idle_long_after_s, session.grace_s)
    outside = Outside(speaker, recorder, lambda: clock.now().up_s, rules)
    preferences = Preferences(
        text_size=min(config.screen.text_size, largest),
        theme=config.screen.theme,
        rate=config.speech.rate,
        volume=config.speech.volume,
    )
    return Conductor(outside, around, Visit(preferences=preferences))
