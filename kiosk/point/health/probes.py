"""How the doctor really looks at this machine. Each probe is short, read-only, and bounded in time."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from flows.reading.content import SHIPPED, Content
from flows.shelf.due import Due
from kiosk.base.config.sections import Config
from kiosk.base.files.paths import database_file
from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.database_errors import reason_of_database
from kiosk.base.messages.system_errors import reason_of
from kiosk.log.storage.believed import latest_believed
from kiosk.log.storage.file_check import check_alone, is_damaged
from kiosk.log.storage.quarantine import files_aside, salvaged_of
from kiosk.log.storage.reading import LogReader, NoLog
from kiosk.papers.content.in_force import content_of, extra, usable
from kiosk.papers.content.standing import read_standing
from kiosk.papers.program.standing import programs_here
from kiosk.papers.roster.expected import expected_places
from kiosk.point.health.content import see_content
from kiosk.point.health.contents import SeenGuides, SeenNeeds, SeenPictures, SeenWard
from kiosk.point.health.display import see_touch_panels, see_window_system
from kiosk.point.health.examination import Probes
from kiosk.point.health.export import see_export
from kiosk.point.health.lockdown import see_lockdown
from kiosk.point.health.machine import SeenClock, SeenDatabase, SeenDisk, see_network
from kiosk.point.health.probes_cards import see_cards, see_sheet_printer
from kiosk.point.health.probes_service import seat_environment, see_service
from kiosk.point.health.program import see_program
from kiosk.point.health.roster import see_roster
from kiosk.point.health.staff import see_staff
from kiosk.point.health.voice import see_sound, see_voice
from kiosk.point.staff.call_commands import without_a_program
from ui.window.no_display import ask_display


def real_probes(config: Config, data_folder: Path, environment: Mapping[str, str]) -> Probes:
    environment = seat_environment(environment)
    edition = usable(data_folder, read_standing(data_folder))
    content = content_of(data_folder, edition)
    return Probes(
        service=partial(see_service, config.export.hour, data_folder),
        lockdown=see_lockdown,
        display=partial(ask_display, environment),
        window_system=partial(see_window_system, environment),
        touch_panels=see_touch_panels,
        sound=partial(see_sound, config.speech),
        voice=partial(see_voice, config.speech),
        disk=partial(see_disk, data_folder),
        clock=partial(see_clock, database_file(data_folder)),
        network=see_network,
        database=partial(see_database, database_file(data_folder)),
        program=lambda: see_program(programs_here()),
        content=lambda: see_content(data_folder, datetime.now(HANOI).date()),
        guides=partial(see_guides, content),
        cards=partial(see_cards, config.cards, data_folder),
        sheet_printer=partial(see_sheet_printer, config.sheets.printer),
        needs=lambda: see_needs(config.needs.chosen(content.needs), content),
        ward=lambda: see_ward(config.ward.chosen(content.ward), config.ward.name),
        pictures=lambda: see_pictures(config.pictures.chosen(extra(data_folder, edition, "pictures"))),
        commands=partial(without_a_program, config.help),
        export=partial(see_export, config.export, data_folder),
        roster=lambda: see_roster(
            data_folder, datetime.now(HANOI).date(), expected_places(config), config.ward.teams
        ),
        staff=partial(see_staff, data_folder),
    )


def see_disk(folder: Path) -> SeenDisk:
    """Writes one small file and takes it away again. Does not leave a folder that was not there."""
    standing = folder
    while not standing.exists():
        standing = standing.parent
    try:
        with tempfile.TemporaryFile(dir=standing) as probe:
            probe.write(b"kiosk")
            probe.flush()
            os.fsync(probe.fileno())
        free_mb = shutil.disk_usage(standing).free // 1_000_000
    except OSError as failure:
        return SeenDisk(str(folder), failure=reason_of(failure))
    return SeenDisk(str(folder), free_mb)


def see_clock(database: Path) -> SeenClock:
    """As the kiosk judges it: beside what the log holds."""
    from kiosk.base.hours.clock import SystemClock, is_synchronised

    clock, ahead = SystemClock(), None
    with suppress(NoLog):
        if is_damaged(database):  # nothing in it can be believed
            raise NoLog(database)
        logged_s = latest_believed(stored.event for stored in LogReader(database).tail())
        before = clock.now()
        if logged_s is not None:
            clock.remember(logged_s)
            if before.clock_ok and not clock.now().clock_ok:
                ahead = datetime.fromtimestamp(logged_s, HANOI)
    moment = clock.now()
    return SeenClock(datetime.fromtimestamp(moment.wall_s, HANOI), moment.clock_ok, is_synchronised(), ahead)


def see_database(file: Path) -> SeenDatabase:
    """Judges as the kiosk does when it opens. Reads only: one that is running meanwhile is not disturbed."""
    set_aside = files_aside(file)
    aside = tuple(one.name for one in set_aside)
    lost = tuple(one.name for one in set_aside if not _was_salvaged(one))
    try:
        standing = check_alone(file)
        if standing.state == "damaged":
            return SeenDatabase(exists=True, failure=standing.why)
        if standing.state == "newer":
            return SeenDatabase(exists=True, newer=True)
        if (
            standing.state == "empty"
        ):  # perhaps begun, and nothing written in it yet: on a full disk it stays so
            return SeenDatabase(exists=False, aside=aside, lost=lost)
        with closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        ) as connection:
            events = int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
    except (sqlite3.Error, OSError) as failure:
        return SeenDatabase(exists=True, shut=reason_of_database(failure))
    return SeenDatabase(exists=True, events=events, aside=aside, lost=lost)


def _was_salvaged(aside: Path) -> bool:
    """Whether anything was, so far."""
    try:
        with closing(
            sqlite3.connect(f"{salvaged_of(aside).absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM epoch)").fetchone()[0])
    except sqlite3.Error:
        return False


def see_needs(file: Path, content: Content = SHIPPED) -> SeenNeeds:
    """As the kiosk reads them, against the guides that can be offered today."""
    from flows.shelf.library import load_library
    from kiosk.base.config.needs import read_needs
    from kiosk.base.config.unknown_guides import unknown_guides

    needs, problems = read_needs(file)
    installed = frozenset(load_library(content.guides, datetime.now(HANOI).date()).flows)
    shown = len(needs.offered(installed).tiles)
    return SeenNeeds(str(file), shown, (*problems, *unknown_guides(needs, file, installed)))


def see_ward(file: Path, ward: str) -> SeenWard:
    """As the kiosk reads it at its start."""
    from kiosk.base.config.ward_file import ward_here

    read, problems = ward_here(file, ward)
    return SeenWard(str(file) if read.offices else "", read, problems)


def see_pictures(folder: Path | None) -> SeenPictures:
    """As the kiosk reads them at its start, and what can be read on photographs, which is remembered."""
    from kiosk.base.config.ward_pictures import read_pictures
    from kiosk.point.health.photographs import Photographs

    if folder is None:
        return SeenPictures()
    photographs = Photographs(folder)
    good, problems = read_pictures(folder, photographs.fault_of)
    return SeenPictures(str(folder), len(good), problems, photographs.unread, kept=photographs.remember())


def see_guides(content: Content = SHIPPED) -> SeenGuides:
    from flows.shelf.due import due
    from flows.shelf.exercises import load_exercises
    from flows.shelf.library import load_library
    from flows.shelf.rehearsals import load_rehearsals

    today = datetime.now(HANOI).date()
    library = load_library(content.guides, today)
    training = load_library(content.training, today, library.flows)
    problems = (*library.problems, *training.problems)
    # The library is done with a guide when it is not offered; the other remarks are for `flows check`.
    refused = {problem.flow_id for problem in problems if problem.severity == "error"}
    remarks = sum(problem.severity == "warning" for problem in problems)
    offered = sum(flow.audience == "resident" for flow in library.flows.values())
    rehearsals = load_rehearsals(content.rehearsals, today)
    exercises = load_exercises(content.exercises, today)
    left_out = refused - set(library.flows) - set(training.flows)
    names = tuple(sorted(left_out | {*rehearsals.refused, *exercises.refused}))
    deadlines = due((*library.written.values(), *training.written.values()), today)
    overdue = _due_names([deadline for deadline in deadlines if deadline.is_overdue(today)])
    soon = _due_names([deadline for deadline in deadlines if deadline.day >= today])
    return SeenGuides(offered, len(training.flows), names, remarks, soon=soon, overdue=overdue)


def _due_names(deadlines: Sequence[Due]) -> tuple[str, ...]:
    """Each guide once, with its first day."""
    days = {deadline.guide: deadline.day for deadline in reversed(deadlines)}
    return tuple(f"{guide} {day:%d/%m/%Y}" for guide, day in sorted(days.items(), key=lambda entry: entry[1]))
