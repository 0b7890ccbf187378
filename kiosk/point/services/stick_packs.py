"""What packs a stick brings, of either kind, and how one of them is copied in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import IO, Generic, NamedTuple, TypeVar

from kiosk.base.files.foreign import ForeignFolder
from kiosk.papers.content import taking as of_content
from kiosk.papers.content.manifest import SUFFIX, Manifest
from kiosk.papers.content.pack_file import read_manifest
from kiosk.papers.export.folder_transport import PLACE
from kiosk.papers.keys.enrolment import Enrolment
from kiosk.papers.packs.one_at_a_time import PackBusy
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import AlreadyInForce, NoRoom
from kiosk.papers.program import taking as of_programs
from kiosk.papers.program.release import SUFFIX as PROGRAM_SUFFIX
from kiosk.papers.program.release import ProgramPack
from ui.visit.staff.ward_stick import Brought

LOGGER = logging.getLogger(__name__)
MOST_PACKS = 400
"""Looked at in one folder of a stick: a ward that never wipes it adds one a month."""
Pack = TypeVar("Pack", Manifest, ProgramPack)
OnProgress = Callable[[int, int], None]


class PackOnStick(NamedTuple, Generic[Pack]):
    """A pack that would be taken, and where it lies."""

    root: Path
    inside: PurePath
    pack: Pack


class Kind(NamedTuple, Generic[Pack]):
    """`judge` believes and judges what a stream begins with, `receive` copies all of it."""

    suffix: str
    judge: Callable[[IO[bytes], Enrolment], Pack]
    receive: Callable[[IO[bytes], Enrolment, OnProgress], Pack]
    taken: Brought


def content_packs(data_folder: Path) -> Kind[Manifest]:
    def judge(stream: IO[bytes], enrolment: Enrolment) -> Manifest:
        manifest, _ = read_manifest(stream, enrolment.ward_keys)
        of_content.wanted(data_folder, manifest, enrolment)
        return manifest

    def receive(stream: IO[bytes], enrolment: Enrolment, on_progress: OnProgress) -> Manifest:
        return of_content.receive(data_folder, stream, enrolment, on_progress)

    return Kind(SUFFIX, judge, receive, "taken")


def program_packs(programs: Path) -> Kind[ProgramPack]:
    def judge(stream: IO[bytes], enrolment: Enrolment) -> ProgramPack:
        return of_programs.wanted(programs, stream, enrolment)

    def receive(stream: IO[bytes], enrolment: Enrolment, on_progress: OnProgress) -> ProgramPack:
        return of_programs.receive(programs, stream, enrolment, on_progress)

    return Kind(PROGRAM_SUFFIX, judge, receive, "program-taken")


def newest(
    kind: Kind[Pack], sticks: Sequence[Path], enrolment: Enrolment, refused: set[Brought]
) -> PackOnStick[Pack] | None:
    """The pack with the highest number that would be taken; why others would not is added to *refused*.

    `too-many`: some were not looked at, and a newer one may be among them.
    """
    best: PackOnStick[Pack] | None = None
    for root, inside in _files(kind.suffix, sticks, refused):
        try:
            with ForeignFolder(root).open(inside) as stream:
                pack = kind.judge(stream, enrolment)
        except AlreadyInForce:
            refused.add("same")
        except PackRefused as why:
            LOGGER.info("%s is not taken: %s", inside.name, why)
            refused.add(why.why)
        except OSError as failure:
            LOGGER.info("%s cannot be read: %s", inside.name, failure)
            refused.add("damaged")
        else:
            if best is None or pack.counter > best.pack.counter:
                best = PackOnStick(root, inside, pack)
    return best


def copied(
    kind: Kind[Pack], on_stick: PackOnStick[Pack], enrolment: Enrolment, on_progress: OnProgress
) -> Brought:
    """What came of copying it into the kiosk."""
    try:
        with ForeignFolder(on_stick.root).open(on_stick.inside) as stream:
            taken = kind.receive(stream, enrolment, on_progress)
    except AlreadyInForce:
        return "same"
    except PackRefused as refused:
        return refused.why
    except NoRoom:
        return "no-room"
    except PackBusy:
        return "busy"
    except OSError as failure:
        LOGGER.warning("the pack could not be copied from the stick: %s", failure)
        return "cut-off"
    return kind.taken if taken.name == on_stick.pack.name else "cut-off"


def _files(suffix: str, sticks: Sequence[Path], refused: set[Brought]) -> Iterator[tuple[Path, PurePath]]:
    """Of every stick: in its root and in our own folder; nothing else that somebody keeps there."""
    for root in sticks:
        for folder in ("", PLACE):
            names: tuple[str, ...] = ()
            with suppress(OSError):
                names = ForeignFolder(root).names(folder)
            packs = sorted(name for name in names if name.lower().endswith(suffix))
            if len(packs) > MOST_PACKS:
                refused.add("too-many")
            for name in packs[-MOST_PACKS:]:
                yield root, PurePath(folder, name)
