"""The register of staff on this kiosk: one small file, and a secret beside the kiosk's key.

Every method may take tenths of a second and be called from any thread, and beside another program of ours:
never call one on the screen's thread.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeAlias

from filelock import FileLock, Timeout

from kiosk.base.events import Role
from kiosk.base.files.durable import PRIVATE, private_folder, publish
from kiosk.base.files.paths import pepper_file, staff_file
from kiosk.base.hours.clock import Clock
from kiosk.base.messages.system_errors import Reason, Unusable
from kiosk.point.staff.apart import fits_apart
from kiosk.point.staff.lockout import Lock, after_right, after_wrong, carried_over, left_s, tries_left
from kiosk.point.staff.members import (
    ROLES,
    Member,
    Members,
    RegisterRefused,
    added,
    changed,
    member_of,
    with_pin,
    with_right,
)
from kiosk.point.staff.pins import PepperUnusable, fits, kept, make_pepper, new_pin, read_pepper

LOGGER = logging.getLogger(__name__)
FORM = 1
WAIT_FOR_OTHERS_S = 10.0


class RegisterUnusable(Unusable):
    """The register cannot be read or written; nothing of it was changed."""


@dataclass(frozen=True, slots=True)
class Right:
    """That was the PIN of this member."""

    member: Member


@dataclass(frozen=True, slots=True)
class Wrong:
    """It was not; so many tries are left before the next wait."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class Locked:
    """Nothing was tried: first so many seconds have to pass."""

    left_s: float


Checked: TypeAlias = Right | Wrong | Locked


class StaffRegister:
    """Reads the file anew each time: the command line may have changed it while the kiosk runs.

    Where the disk takes nothing more, who may help here can still be read and a PIN checked: just then staff
    are needed. Tries and waits then count in memory until they can be written, or the program ends.
    """

    def __init__(self, data_folder: Path, clock: Clock) -> None:
        self._file, self._pepper_file, self._clock = staff_file(data_folder), pepper_file(data_folder), clock
        self._between_threads = threading.Lock()
        self._unwritten = dict[str, Lock]()  # by what the PIN is checked against: another PIN is free

    def members(self) -> Members:
        """Everybody, also who may no longer help. Raises `RegisterUnusable`."""
        with self._alone(writes=False):
            return self._read()

    def add(self, role: Role, shown: str, member_id: str = "") -> tuple[Member, str]:
        """One more, and the PIN, which is said once; *member_id* as in `kiosk.point.staff.members.added`.

        Raises `RegisterRefused`, `RegisterUnusable` or `kiosk.point.staff.pins.PepperUnusable`.
        """
        pin = new_pin()
        with self._alone():
            before = self._read()
            pin_kept = kept(pin, self._pepper(before))
            members, member = added(before, role, shown, pin_kept, member_id)
            self._write(members)
        return member, pin

    def reset_pin(self, member_id: str) -> tuple[Member, str]:
        """Another PIN, said once; a wait is over. Raises as `add`.

        Where the secret was lost another one is made, and nobody else has a PIN until theirs is reset too.
        """
        pin = new_pin()
        with self._alone():
            members = self._read()
            if not self._pepper_file.exists():
                members = tuple(replace(one, pin="") for one in members)
            member = with_pin(member_of(members, member_id), kept(pin, make_pepper(self._pepper_file)))
            self._write(changed(members, member))
        return member, pin

    def set_active(self, member_id: str, active: bool) -> Member:
        """Whether this member may help from now on. Raises `RegisterRefused` or `RegisterUnusable`."""
        with self._alone():
            members, member = with_right(self._read(), member_id, active)
            self._write(members)
        return member

    def check(self, member_id: str, pin: str | Sequence[int]) -> Checked:
        """Whether *pin* is that of an active member. The try is written down before it is made, so that a
        power cut gives none away. Raises `RegisterRefused` for who may not help here, and as `add`.
        """
        with self._alone(writes=False):
            members, now = self._read(), self._clock.now()
            member = member_of(members, member_id)
            if not member.active:
                raise RegisterRefused(
                    f"{member.id} không còn được mở máy này.", f"{member.id} may no longer open this kiosk."
                )
            if (wait_s := left_s(member.lock, now)) > 0:
                return Locked(wait_s)
            pepper = read_pepper(
                self._pepper_file
            )  # before a try is counted that nobody could have got right
            if not member.pin:
                raise PepperUnusable(
                    f"{member.id} không còn mã từ khi mất keys/staff-pepper; cấp mã mới",
                    f"{member.id} has no PIN since the secret was lost; reset it",
                )
            tried = replace(member, lock=after_wrong(member.lock, now))
            self._write_locks(changed(members, tried))
            if not _fits(pin, member.pin, pepper):
                wait_s = left_s(tried.lock, now)
                return Locked(wait_s) if wait_s > 0 else Wrong(tries_left(tried.lock))
            free = replace(member, lock=after_right(member.lock, now))
            self._write_locks(changed(members, free))
            return Right(free)

    def _pepper(self, members: Members) -> bytes:
        """Made for the first member alone: another one would silently fit nobody else's PIN."""
        return read_pepper(self._pepper_file) if members else make_pepper(self._pepper_file)

    @contextmanager
    def _alone(self, *, writes: bool = True) -> Iterator[None]:
        """One thread of one program at a time. Unless something *writes*, a disk that takes no lock will do:
        then no other program can write either.
        """
        with self._between_threads:
            beside = self._file.with_name(f"{self._file.name}.lock")
            lock = FileLock(beside, timeout=WAIT_FOR_OTHERS_S, mode=PRIVATE)
            try:
                private_folder(self._file.parent)
                lock.acquire()
            except Timeout as failure:
                raise RegisterUnusable.held(self._file) from failure
            except OSError as failure:
                if writes:
                    raise self._unusable(failure) from failure
            try:
                yield
            except OSError as failure:
                raise self._unusable(failure) from failure
            finally:
                lock.release()

    def _unusable(self, failure: OSError) -> RegisterUnusable:
        return RegisterUnusable.of(self._file, failure)

    def _read(self) -> Members:
        members = _members(self._file)
        members = tuple(
            replace(member, lock=self._unwritten.get(member.pin, member.lock)) for member in members
        )
        now = self._clock.now()
        carried = tuple(replace(member, lock=carried_over(member.lock, now)) for member in members)
        if carried != members:
            self._write_locks(carried)
        return carried

    def _write_locks(self, members: Members) -> None:
        try:
            self._write(members)
        except OSError as failure:
            LOGGER.warning("tries are not written down: %s", self._unusable(failure))
            self._unwritten = {member.pin: member.lock for member in members}

    def _write(self, members: Members) -> None:
        listed = [asdict(member) | {"lock": _of_form_1(member.lock)} for member in members]
        spent = {
            member.id: [member.lock.boot, member.lock.spent, member.lock.spent_up_s]
            for member in members
            if member.lock.spent
        }
        written = {"form": FORM, "members": listed, "spent": spent}
        publish(self._file, (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode())
        self._unwritten = {}


def _fits(pin: str | Sequence[int], kept_pin: str, pepper: bytes) -> bool:
    """Digits are a hand's: of those nothing may stay in this process."""
    return fits(pin, kept_pin, pepper) if isinstance(pin, str) else fits_apart(pin, kept_pin, pepper)


def read_members(data_folder: Path) -> Members:
    """Everybody, as the file has them: waits for nobody and changes nothing. Raises `RegisterUnusable`."""
    try:
        return _members(staff_file(data_folder))
    except OSError as failure:
        raise RegisterUnusable.to_read(staff_file(data_folder), failure) from failure


def _members(file: Path) -> Members:
    try:
        written = json.loads(file.read_bytes())
        if written["form"] != FORM:
            raise RegisterUnusable.of_another_version(file, written["form"])
        return tuple(_with_budget(_member(one), written.get("spent", {})) for one in written["members"])
    except FileNotFoundError:
        return ()
    except (ValueError, TypeError, KeyError, RecursionError) as failure:
        then = Reason("; chép lại từ bản sao", "; put a copy back")
        raise RegisterUnusable.damaged(file, then) from failure


def _of_form_1(lock: Lock) -> dict[str, object]:
    """What version 0.1 reads too: what was spent of the budget stands beside the members, where it looks at
    nothing.
    """
    return {name: value for name, value in lock._asdict().items() if not name.startswith("spent")}


def _with_budget(member: Member, spent: dict[str, list[object]]) -> Member:
    boot, number, up_s = spent.get(member.id, ("", 0, 0.0))
    if not (isinstance(boot, str) and isinstance(number, int) and isinstance(up_s, int | float)):
        raise ValueError(member.id)
    if not number:
        return member
    return replace(member, lock=member.lock._replace(boot=boot, spent=number, spent_up_s=float(up_s)))


def _member(written: dict[str, object]) -> Member:
    lock = written["lock"]
    member = Member(**(written | {"lock": Lock(**lock)}))  # type: ignore[arg-type]
    texts = (member.id, member.shown, member.pin)
    if member.role not in ROLES or not all(isinstance(text, str) for text in texts):
        raise ValueError(member.id)
    return member
