"""The register of staff: what is kept, what is refused, and what a power cut or another program changes."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock
from support.fake_clock import FakeClock

from kiosk.base.files.paths import pepper_file, staff_file
from kiosk.point.health.staff import check_staff, see_staff
from kiosk.point.staff import pins
from kiosk.point.staff import register as register_module
from kiosk.point.staff.lockout import BUDGET, FIRST_WAIT_S, FRESH_S, LONGEST_WAIT_S, RESERVE, TRIES
from kiosk.point.staff.members import Member, RegisterRefused
from kiosk.point.staff.pins import PepperUnusable, is_guessed_first, new_pin
from kiosk.point.staff.register import Locked, RegisterUnusable, Right, StaffRegister, Wrong


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> StaffRegister:
    return StaffRegister(tmp_path, clock)


def wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 1_000_000:06}"


def test_the_right_pin_opens_and_a_wrong_one_does_not(register: StaffRegister) -> None:
    member, pin = register.add("volunteer", "Bạn Sen")
    assert (member.id, member.role, member.shown) == ("tnv-01", "volunteer", "Bạn Sen")
    checked = register.check("tnv-01", pin)
    assert isinstance(checked, Right) and checked.member.id == "tnv-01"
    assert register.check("tnv-01", wrong(pin)) == Wrong(4)


def test_what_ships_keeps_a_pin_at_the_cost_of_rfc_9106() -> None:
    """The tests keep theirs for less (`conftest.py`): the module is loaded anew here."""
    spec = importlib.util.spec_from_file_location("pins_as_shipped", pins.__file__)
    assert spec and spec.loader
    shipped = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shipped)
    assert shipped.kept("204816", bytes(32)).startswith("$argon2id$v=19$m=65536,t=3,p=1$")


def test_ids_show_the_role_and_are_never_given_twice(register: StaffRegister) -> None:
    register.add("volunteer", "Bạn Sen")
    register.set_active("tnv-01", active=False)
    ids = [register.add("volunteer", "Bạn Mai")[0].id, register.add("officer", "Bạn Lan")[0].id]
    assert ids == ["tnv-02", "cb-01"]
    assert [one.id for one in register.members()] == ["tnv-01", "tnv-02", "cb-01"]


def test_five_wrong_pins_lock_also_after_a_restart_and_a_clock_set_forward(
    register: StaffRegister, clock: FakeClock, tmp_path: Path
) -> None:
    _, pin = register.add("officer", "Cô Lan")
    for _ in range(TRIES - 1):
        assert isinstance(register.check("cb-01", wrong(pin)), Wrong)
    assert register.check("cb-01", wrong(pin)) == Locked(FIRST_WAIT_S)
    assert isinstance(register.check("cb-01", pin), Locked)
    clock.pass_s(FIRST_WAIT_S - 1)
    clock.reboot(off_for_s=365 * 86_400)
    assert StaffRegister(tmp_path, clock).check("cb-01", pin) == Locked(FIRST_WAIT_S)
    clock.pass_s(FIRST_WAIT_S)
    assert isinstance(register.check("cb-01", pin), Right)
    assert register.check("cb-01", wrong(pin)) == Wrong(4)


def test_who_was_guessed_at_until_nothing_was_left_opens_after_a_restart(
    register: StaffRegister, clock: FakeClock, tmp_path: Path
) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")
    for _ in range(BUDGET - RESERVE):
        checked = register.check("tnv-01", wrong(pin))
        clock.pass_s(LONGEST_WAIT_S if isinstance(checked, Locked) else 0)
    assert isinstance(register.check("tnv-01", pin), Locked)
    clock.reboot()
    again = StaffRegister(tmp_path, clock)
    assert again.check("tnv-01", pin) == Locked(LONGEST_WAIT_S)
    clock.pass_s(LONGEST_WAIT_S)
    assert isinstance(again.check("tnv-01", pin), Right)
    clock.pass_s(FRESH_S)
    assert isinstance(again.check("tnv-01", pin), Locked), "the rest is earned back as before"


def test_a_power_cut_while_a_pin_is_checked_gives_no_try_away(
    register: StaffRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")

    def cut(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as power:
        power.setattr(register_module, "fits", cut)
        for _ in range(TRIES):
            with pytest.raises(KeyboardInterrupt):
                register.check("tnv-01", pin)
    assert register.check("tnv-01", pin) == Locked(FIRST_WAIT_S)


def test_a_reset_pin_replaces_the_old_one_and_ends_a_wait(register: StaffRegister) -> None:
    _, old = register.add("volunteer", "Bạn Sen")
    for _ in range(TRIES):
        register.check("tnv-01", wrong(old))
    _, new = register.reset_pin("tnv-01")
    assert isinstance(register.check("tnv-01", new), Right)
    assert new == old or isinstance(register.check("tnv-01", old), Wrong)


def test_who_was_disabled_opens_nothing_and_who_is_unknown_neither(register: StaffRegister) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")
    register.set_active("tnv-01", active=False)
    for member_id in ("tnv-01", "tnv-99", "", "../staff"):
        with pytest.raises(RegisterRefused):
            register.check(member_id, pin)
    register.set_active("tnv-01", active=True)
    assert isinstance(register.check("tnv-01", pin), Right)


def test_two_people_are_never_shown_alike(register: StaffRegister) -> None:
    register.add("volunteer", "Bạn Sen")
    with pytest.raises(RegisterRefused):
        register.add("officer", "bạn  sen")
    register.set_active("tnv-01", active=False)
    register.add("officer", "Bạn Sen")
    with pytest.raises(RegisterRefused):
        register.set_active("tnv-01", active=True)


def test_pins_are_six_digits_nobody_tries_first_and_stand_nowhere(
    register: StaffRegister, tmp_path: Path
) -> None:
    pins = [register.add("volunteer", f"Bạn {name}")[1] for name in ("Sen", "Mai", "Lan")]
    assert all(len(pin) == 6 and pin.isdecimal() for pin in pins)
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert not [pin for pin in pins if pin.encode() in kept]
    assert all(map(is_guessed_first, ("000000", "999999", "123456", "654321", "890123")))
    assert not any(is_guessed_first(new_pin()) for _ in range(200))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_the_secret_is_the_owners_alone(register: StaffRegister, tmp_path: Path) -> None:
    register.add("volunteer", "Bạn Sen")
    assert stat.S_IMODE(pepper_file(tmp_path).stat().st_mode) == 0o600


@pytest.mark.parametrize("left", [None, b"cut"])
def test_a_lost_secret_is_no_wrong_pin_and_no_other_one_is_made_in_silence(
    register: StaffRegister, tmp_path: Path, left: bytes | None
) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")
    secret = pepper_file(tmp_path).read_bytes()
    pepper_file(tmp_path).unlink()
    if left is not None:
        pepper_file(tmp_path).write_bytes(left)
    for _ in range(TRIES + 1):
        with pytest.raises(PepperUnusable, match="reset"):
            register.check("tnv-01", pin)
    with pytest.raises(PepperUnusable):
        register.add("volunteer", "Bạn Mai")
    assert pepper_file(tmp_path).exists() == (left is not None)
    pepper_file(tmp_path).write_bytes(secret)
    assert isinstance(register.check("tnv-01", pin), Right), "and no try was counted"


def test_after_a_lost_secret_each_pin_is_reset_and_nobody_is_locked_out_meanwhile(
    register: StaffRegister, tmp_path: Path
) -> None:
    assert check_staff(see_staff(tmp_path)).do_vi.startswith("Thêm quản trị")
    for name in ("Bạn Sen", "Bạn Mai"):
        _, old = register.add("volunteer", name)
    assert check_staff(see_staff(tmp_path)).state == "ok"
    pepper_file(tmp_path).unlink()
    assert "staff-pepper" in check_staff(see_staff(tmp_path)).vi
    _, pin = register.reset_pin("tnv-01")
    assert isinstance(register.check("tnv-01", pin), Right)
    with pytest.raises(PepperUnusable, match="reset"):
        register.check("tnv-02", old)
    assert check_staff(see_staff(tmp_path)).vi.endswith(": tnv-02.")
    _, pin = register.reset_pin("tnv-02")
    assert isinstance(register.check("tnv-02", pin), Right)
    assert check_staff(see_staff(tmp_path)).state == "ok"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"form": 1}', b'{"form": 2, "members": []}', b'{"form": 1, "members": [{"id": 1}]}'],
)
def test_a_damaged_register_is_said_and_left_as_it_is(
    register: StaffRegister, tmp_path: Path, content: bytes
) -> None:
    file = staff_file(tmp_path)
    file.write_bytes(content)
    for attempt in (register.members, lambda: register.add("volunteer", "Bạn Sen")):
        with pytest.raises(RegisterUnusable):
            attempt()
    told = check_staff(see_staff(tmp_path))
    assert told.state == "mend" and "staff.json" in told.do_vi
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, clock: FakeClock) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("a file where the folder should be")
    with pytest.raises((RegisterUnusable, PepperUnusable)):
        StaffRegister(blocked, clock).add("volunteer", "Bạn Sen")


def test_the_command_line_and_the_kiosk_change_it_at_once_and_nothing_is_lost(
    tmp_path: Path, clock: FakeClock
) -> None:
    registers = [StaffRegister(tmp_path, clock) for _ in range(4)]
    threads = [
        threading.Thread(target=lambda name=name, one=one: one.add("volunteer", f"Bạn {name}"))
        for name, one in zip(("Sen", "Mai", "Lan", "Trúc"), registers, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    members: tuple[Member, ...] = registers[0].members()
    assert sorted(one.id for one in members) == ["tnv-01", "tnv-02", "tnv-03", "tnv-04"]
    assert len(json.loads(staff_file(tmp_path).read_text("utf-8"))["members"]) == 4


@pytest.fixture(params=["full", "read-only"])
def spoilt_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpoilIt]:
    """From when it is called nothing can be written any more; on a read-only one not even a lock is taken."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:

        def spoil() -> None:
            disk.setattr(register_module, "publish", refuse)
            if request.param == "read-only":
                disk.setattr(FileLock, "acquire", refuse)

        yield SpoilIt(spoil, disk.undo)


class SpoilIt(NamedTuple):
    spoil: Callable[[], None]
    mend: Callable[[], None]


def test_on_a_disk_that_takes_nothing_staff_come_to_the_controls_and_every_try_counts_all_the_same(
    register: StaffRegister, clock: FakeClock, tmp_path: Path, spoilt_disk: SpoilIt
) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")
    spoilt_disk.spoil()
    assert [one.id for one in register.members()] == ["tnv-01"]
    assert isinstance(register.check("tnv-01", pin), Right)
    for left in range(TRIES - 1, 0, -1):
        assert register.check("tnv-01", wrong(pin)) == Wrong(left)
    assert register.check("tnv-01", wrong(pin)) == Locked(FIRST_WAIT_S)
    assert isinstance(register.check("tnv-01", pin), Locked)
    with pytest.raises(RegisterUnusable):
        register.add("volunteer", "Bạn Mai")
    with pytest.raises(RegisterUnusable):
        register.reset_pin("tnv-01")
    spoilt_disk.mend()
    register.add("volunteer", "Bạn Mai")
    assert isinstance(StaffRegister(tmp_path, clock).check("tnv-01", pin), Locked), "now it is written"
    clock.pass_s(FIRST_WAIT_S)
    assert isinstance(register.check("tnv-01", pin), Right)


def test_a_wait_that_a_restart_met_on_a_spoilt_disk_ends(
    register: StaffRegister, clock: FakeClock, tmp_path: Path, spoilt_disk: SpoilIt
) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")
    for _ in range(TRIES):
        register.check("tnv-01", wrong(pin))
    clock.reboot()
    spoilt_disk.spoil()
    again = StaffRegister(tmp_path, clock)
    assert again.check("tnv-01", pin) == Locked(FIRST_WAIT_S)
    clock.pass_s(FIRST_WAIT_S / 2)
    assert again.check("tnv-01", pin) == Locked(FIRST_WAIT_S / 2)
    clock.pass_s(FIRST_WAIT_S / 2)
    assert isinstance(again.check("tnv-01", pin), Right)


def test_a_pin_that_was_reset_from_the_command_line_is_free_of_tries_that_were_never_written(
    register: StaffRegister, clock: FakeClock, tmp_path: Path, spoilt_disk: SpoilIt
) -> None:
    _, pin = register.add("volunteer", "Bạn Sen")
    spoilt_disk.spoil()
    for _ in range(TRIES):
        register.check("tnv-01", wrong(pin))
    spoilt_disk.mend()
    _, new = StaffRegister(tmp_path, clock).reset_pin("tnv-01")
    assert isinstance(register.check("tnv-01", new), Right)
