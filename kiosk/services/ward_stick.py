"""Reads and writes the ward's stick, and says each thing that happens (`ui.visit.staff.ward_stick`)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath
from typing import NamedTuple

from kiosk.content.arrival import CutOff, receive, wanted
from kiosk.content.differences import differences
from kiosk.content.manifest import SUFFIX, Manifest
from kiosk.content.pack_file import read_manifest
from kiosk.content.standing import ContentBusy, read_standing
from kiosk.content.taking import AlreadyInForce, NoRoom, hashes_in_force
from kiosk.export.folder_transport import PLACE
from kiosk.files.foreign import ForeignFolder
from kiosk.files.sticks import only_read, plugged_in
from kiosk.hours.clock import Clock
from kiosk.keys.enrolled import NotEnrolled, enrolled
from kiosk.packs.refusals import PackRefused
from kiosk.services.premises import Premises
from kiosk.services.stick_export import export_to_stick
from ui.visit.staff.point import Stick
from ui.visit.staff.ward_stick import (
    Brought,
    Exported,
    FiguresCopied,
    Found,
    Offer,
    Progressed,
    StickEvent,
    Stopped,
)

LOGGER = logging.getLogger(__name__)
MOST_PACKS = 20
"""Looked at on one stick: what else lies there is nobody's pack."""
LOOKS_AGAIN_S = 0.2
FIRST_SAID: tuple[Brought, ...] = (
    "same", "went-back", "unproven", "not-working", "older", "other-program", "other-machine", "other-python",
    "no-extra", "too-large", "withdrawn-maker", "other-maker", "uncountersigned", "other-ward", "damaged",
)  # fmt: skip
"""Of several packs that are not taken, what is told of the stick."""
Tell = Callable[[StickEvent], None]


class _Place(NamedTuple):
    """A pack that would be taken, and where it lies."""

    root: Path
    inside: PurePath
    manifest: Manifest


class StickWork:
    """One stick at a time. Both methods take as long as the stick does, and never raise for what it does."""

    def __init__(self, premises: Premises, clock: Clock, tell: Tell) -> None:
        """*tell* is called on the thread that works. `coming`: a stick will be seen in a moment."""
        self._premises, self._clock, self._tell = premises, clock, tell
        self.writable: Callable[[], tuple[Path, ...]] = plugged_in
        self.readable: Callable[[], tuple[Path, ...]] = only_read
        self.coming: Callable[[], bool] = lambda: False
        self._found: _Place | None = None

    @property
    def is_plugged(self) -> bool:
        """Also one that is kept outside until staff are signed in."""
        return self._is_mounted or self.coming()

    @property
    def _is_mounted(self) -> bool:
        return bool(self.writable() or self.readable())

    def use(self) -> None:
        """Copy the figures to it, then look what it brings."""
        self._found = None
        try:
            while not self._is_mounted and self.coming():
                time.sleep(LOOKS_AGAIN_S)
            self._tell(self._copy_figures())
            self._tell(self._read_packs())
        except Exception:
            LOGGER.exception("our mistake with the stick")
            self._tell(FiguresCopied("failed"))
            self._tell(Stopped("cut-off"))

    def take(self) -> None:
        """Copy what was found into the kiosk."""
        found = self._found
        try:
            self._tell(Stopped("cut-off" if found is None else self._take(found)))
        except Exception:
            LOGGER.exception("our mistake with the stick")
            self._tell(Stopped("cut-off"))

    def _copy_figures(self) -> FiguresCopied:
        if not self.writable():
            return FiguresCopied("read-only" if self.readable() else "no-stick")

        def on_progress(stick: Stick) -> None:
            self._tell(Progressed(stick.done, stick.whole))

        premises = self._premises
        stick = export_to_stick(
            premises.data_folder, premises.kiosk, premises.export, self._clock, on_progress, self.writable
        )
        exported: dict[str, Exported] = {
            "done": "done" if stick.done else "nothing", "no-stick": "no-stick", "busy": "busy",
            "not-enrolled": "not-enrolled",
        }  # fmt: skip
        return FiguresCopied(exported.get(stick.state, "failed"), stick.done)

    def _read_packs(self) -> StickEvent:
        data = self._premises.data_folder
        try:
            _, enrolment = enrolled(data, self._premises.kiosk)
        except NotEnrolled:
            return Stopped("not-enrolled")
        refused, best = set[Brought](), None
        for root, inside in self._packs():
            try:
                with ForeignFolder(root).open(inside) as stream:
                    manifest, _ = read_manifest(stream, enrolment.ward_keys)
                wanted(data, manifest)
            except AlreadyInForce:
                refused.add("same")
            except PackRefused as why:
                LOGGER.info("%s is not taken: %s", inside.name, why)
                refused.add(why.why)
            except OSError as failure:
                LOGGER.info("%s cannot be read: %s", inside.name, failure)
                refused.add("damaged")
            else:
                if best is None or manifest.counter > best.manifest.counter:
                    best = _Place(root, inside, manifest)
        self._found = best
        if best is not None:
            return Found(_offer(data, best.manifest))
        return Stopped(next((why for why in FIRST_SAID if why in refused), "none"))

    def _packs(self) -> Iterator[tuple[Path, PurePath]]:
        """On every stick: beside each other or in our own folder; not what else somebody keeps there."""
        left = MOST_PACKS
        for root in (*self.writable(), *self.readable()):
            for folder in ("", PLACE):
                names: tuple[str, ...] = ()
                with suppress(OSError):
                    names = ForeignFolder(root).names(folder)
                for name in sorted(one for one in names if one.lower().endswith(SUFFIX))[:left]:
                    left -= 1
                    yield root, PurePath(folder, name)

    def _take(self, found: _Place) -> Brought:
        data = self._premises.data_folder

        def on_progress(done: int, whole: int) -> None:
            self._tell(Progressed(done, whole))

        try:
            _, enrolment = enrolled(data, self._premises.kiosk)
            with ForeignFolder(found.root).open(found.inside) as stream:
                taken = receive(data, stream, enrolment.ward_keys, on_progress)
        except NotEnrolled:
            return "not-enrolled"
        except AlreadyInForce:
            return "same"
        except PackRefused as refused:
            return refused.why
        except NoRoom:
            return "no-room"
        except ContentBusy:
            return "busy"
        except CutOff as failure:
            LOGGER.warning("the stick does not give the whole pack: %s", failure)
            return "cut-off"
        except OSError as failure:
            LOGGER.warning("the pack could not be copied from the stick: %s", failure)
            return "cut-off"
        return "taken" if taken.name == found.manifest.name else "cut-off"


def _offer(data_folder: Path, manifest: Manifest) -> Offer:
    """Counted beside what is in force here."""
    changes = differences(hashes_in_force(data_folder, read_standing(data_folder)), manifest.hashes)
    return Offer(
        manifest.counter,
        manifest.made,
        len(changes.new),
        len(changes.changed),
        len(changes.gone),
        bool(changes.others),
        manifest.back_to,
    )
