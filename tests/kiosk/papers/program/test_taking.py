"""A kiosk takes in a program pack: believed, judged, beside the old, in one rename, and one at a time."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from support.killing import killed_at_every_step
from support.programs import countersigned
from support.taken_programs import TakingKiosk

from kiosk.papers.keys.enrolled import NotEnrolled, enrolled
from kiosk.papers.keys.enrolment import accept
from kiosk.papers.packs.one_at_a_time import PackBusy
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import AlreadyInForce, CutOff, NoRoom, Unfinished, settle
from kiosk.papers.program.environment import make_environment, python_of, room_for, run_beside
from kiosk.papers.program.release import ProgramPack
from kiosk.papers.program.standing import (
    POINTER,
    ProgramStanding,
    has_held,
    pack_of,
    program_lock,
    read_standing,
    write_standing,
)
from kiosk.papers.program.taking import (
    incoming,
    last_refusal,
    news_logged,
    prepare,
    put_back,
    put_in_force,
    receive,
)


@pytest.fixture
def kiosk(tmp_path: Path) -> TakingKiosk:
    return TakingKiosk(tmp_path)


def kept(kiosk: TakingKiosk) -> list[str]:
    """The numbers of the programs that lie there."""
    return sorted(one.name.partition("-")[0] for one in kiosk.programs.iterdir() if one.is_dir())


def refused(kiosk: TakingKiosk, raw: bytes) -> str:
    kiosk.brings(raw)
    with pytest.raises(PackRefused) as why:
        kiosk.prepare()
    assert not incoming(kiosk.programs).exists() and last_refusal(kiosk.programs) == why.value.why
    return why.value.why


def test_a_new_program_is_on_trial_and_what_is_gone_back_to_has_held(kiosk: TakingKiosk) -> None:
    first = kiosk.take(3)
    assert (first.counter, first.before, first.trial, first.news) == (3, "", True, "taken")
    prepared = kiosk.prepare(kiosk.pack(5))
    assert read_standing(kiosk.programs) == first  # beside it, and nothing else
    second = put_in_force(kiosk.programs, prepared)
    assert (second.counter, second.before) == (5, ""), "3 has not held: what was installed is gone back to"
    assert kept(kiosk) == ["5"] and not incoming(kiosk.programs).exists()
    kiosk.holds(second.now)
    third = kiosk.take(6)
    assert third.before == second.now and kept(kiosk) == ["5", "6"]
    told = pack_of(kiosk.programs, third.now)
    assert told is not None and told.release.version == "0.2.0"


def test_no_number_is_taken_twice_and_what_failed_never_returns(kiosk: TakingKiosk) -> None:
    five = kiosk.pack(5)
    now = put_in_force(kiosk.programs, kiosk.prepare(five)).now
    kiosk.brings(five)
    with pytest.raises(AlreadyInForce):
        kiosk.prepare()
    assert not incoming(kiosk.programs).exists() and refused(kiosk, kiosk.pack(4)) == "older"
    back = put_back(kiosk.programs)
    assert (back.now, back.failed, back.highest, back.news) == ("", (now,), 5, "went-back")
    assert kept(kiosk) == ["5"]
    news_logged(kiosk.programs)
    assert not kept(kiosk), "what failed takes half a gigabyte"
    assert back.has_gone_back and refused(kiosk, five) == "went-back"
    assert read_standing(kiosk.programs).news == "" and put_back(kiosk.programs).counter == 0


def test_what_is_not_for_this_kiosk_is_refused(kiosk: TakingKiosk, tmp_path: Path) -> None:
    assert refused(kiosk, TakingKiosk(tmp_path / "other").pack(1)) == "other-ward"
    assert refused(kiosk, b"of somebody") == "damaged"
    assert refused(kiosk, kiosk.pack(1, machines=("linux-riscv64",))) == "other-machine"
    assert refused(kiosk, kiosk.pack(1, pythons=("3.99",))) == "other-python"
    assert refused(kiosk, kiosk.pack(1)[:-1]) == "damaged"
    assert not kept(kiosk) and read_standing(kiosk.programs) == ProgramStanding()


def test_a_program_that_does_not_work_is_refused_and_leaves_nothing(kiosk: TakingKiosk) -> None:
    def fails(_: Path, __: ProgramPack) -> tuple[str, ...]:
        return ("its window does not open",)

    kiosk.brings(kiosk.pack(1))
    with pytest.raises(PackRefused) as why:
        kiosk.prepare(attempt=fails)
    assert why.value.why == "not-working" and "window" in why.value.detail and not kept(kiosk)


def test_one_that_comes_to_no_end_twice_is_refused_at_the_third_attempt_and_tried_again_when_brought(
    kiosk: TakingKiosk,
) -> None:
    def crashes(_: Path, __: ProgramPack) -> tuple[str, ...]:
        raise LookupError("a mistake of ours")

    raw = kiosk.pack(1)
    kiosk.brings(raw)
    for _ in range(2):
        with pytest.raises(LookupError):
            kiosk.prepare(attempt=crashes)
    assert incoming(kiosk.programs).exists() and refused(kiosk, raw) == "given-up" and not kept(kiosk)
    assert kiosk.prepare(raw).pack.counter == 1


def test_pip_that_is_killed_says_nothing_of_the_pack() -> None:
    for killed in ("kill -9 $$", "exit 247"):
        with pytest.raises(Unfinished):
            run_beside(("sh", "-c", killed), {}, 60.0)
    with pytest.raises(Unfinished):
        run_beside(("sh", "-c", "exec sleep 60"), {}, 0.05)


def test_a_kiosk_that_the_ward_has_withdrawn_takes_no_program(kiosk: TakingKiosk) -> None:
    accept(kiosk.data, kiosk.name, kiosk.ward.withdraw(1))
    kiosk.brings(kiosk.pack(1))
    with pytest.raises(NotEnrolled):
        kiosk.prepare()


def test_two_updates_at_once_are_one_after_the_other(kiosk: TakingKiosk) -> None:
    kiosk.brings(kiosk.pack(1))
    with program_lock(kiosk.programs), pytest.raises(PackBusy):
        kiosk.prepare()
    first = kiosk.prepare()
    kiosk.take(2)
    with pytest.raises(PackRefused):  # what was prepared before is older now
        put_in_force(kiosk.programs, first)
    assert read_standing(kiosk.programs).counter == 2


# --- what is cut off ----------------------------------------------------------------------------------------


def test_the_power_cut_before_every_step_leaves_the_old_or_the_new_program_whole(kiosk: TakingKiosk) -> None:
    old = kiosk.take(1)
    kiosk.holds(old.now)
    kiosk.brings(kiosk.pack(2))
    cuts, seen = 0, set()

    def work() -> None:
        with suppress(AlreadyInForce):  # cut off between the switch and taking away the file
            put_in_force(kiosk.programs, kiosk.prepare())

    for _ in killed_at_every_step(work):
        cuts += 1
        settle(incoming(kiosk.programs))  # so many cuts in one taking would be one too many
        standing = read_standing(kiosk.programs)
        number = (kiosk.programs / standing.now / "program" / "number").read_text()
        assert python_of(kiosk.programs / standing.now).exists() and number == str(standing.counter)
        seen.add(standing.counter)
    assert cuts > 15 and seen <= {1, 2}
    assert read_standing(kiosk.programs).counter == 2 and kept(kiosk) == ["1", "2"]


def test_a_disk_that_fails_at_any_write_changes_nothing_and_the_pack_still_waits(
    kiosk: TakingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.take(1)
    kiosk.brings(kiosk.pack(2))
    real = os.fsync
    for fails_at in range(6):
        left = [fails_at]

        def fsync(descriptor: int, left: list[int] = left) -> None:
            if not left[0]:
                raise OSError(errno.ENOSPC, "No space left on device")
            left[0] -= 1
            real(descriptor)

        with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
            patch.setattr(os, "fsync", fsync)
            kiosk.prepare()
        assert read_standing(kiosk.programs).counter == 1 and incoming(kiosk.programs).exists()
        assert last_refusal(kiosk.programs) is None
    assert put_in_force(kiosk.programs, kiosk.prepare()).counter == 2


def test_without_room_for_a_second_environment_nothing_is_made_and_the_pack_waits(
    kiosk: TakingKiosk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The wheels are looked into: 40 MB that are packed to nothing would fill the disk."""
    wheel = tmp_path / "large-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("large.bin", bytes(40 << 20))
    kiosk.brings(kiosk.pack(1, {f"wheels/{wheel.name}": wheel.read_bytes()}))
    free = (256 << 20) + (20 << 20)
    usage = shutil.disk_usage(kiosk.data)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    made: list[Path] = []
    with pytest.raises(NoRoom):
        kiosk.prepare(make=made.append)
    assert incoming(kiosk.programs).exists() and not made and not kept(kiosk)
    monkeypatch.undo()
    assert kiosk.prepare().pack.counter == 1


# --- the pointer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["now ../../etc\n", "\xff", "highest many\n", "news of the day\n"])
def test_a_pointer_that_is_damaged_runs_nothing_and_lets_no_older_pack_in(
    kiosk: TakingKiosk, text: str
) -> None:
    kiosk.take(4)
    (kiosk.programs / POINTER).write_text(text, encoding="latin-1")
    assert read_standing(kiosk.programs) == ProgramStanding(highest=4)
    assert refused(kiosk, kiosk.pack(3)) == "older"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    standing = ProgramStanding("7-0123456789ab", "5-abcdefabcdef", 9, True, "went-back", ("9-aaaaaaaaaaaa",))
    write_standing(tmp_path, standing)
    assert read_standing(tmp_path) == standing and not has_held(tmp_path, standing.now)


# --- on its way ---------------------------------------------------------------------------------------------


def test_a_pack_is_copied_whole_or_not_at_all(kiosk: TakingKiosk, tmp_path: Path) -> None:
    _, enrolment = enrolled(kiosk.data, kiosk.name)
    file = tmp_path / "stick.kprogram"
    raw = kiosk.pack(1)
    file.write_bytes(raw[:-5])
    with file.open("rb") as stream, pytest.raises(CutOff):
        receive(kiosk.programs, stream, enrolment)
    assert not list(kiosk.programs.glob("*part")) and not incoming(kiosk.programs).exists()
    file.write_bytes(raw)
    steps: list[tuple[int, int]] = []
    with file.open("rb") as stream:
        assert receive(kiosk.programs, stream, enrolment, lambda *one: steps.append(one)).counter == 1
    assert incoming(kiosk.programs).read_bytes() == raw and steps[-1][0] == steps[-1][1]


def test_a_newer_program_that_waits_is_never_replaced_by_an_older_one(kiosk: TakingKiosk) -> None:
    _, enrolment = enrolled(kiosk.data, kiosk.name)
    receive(kiosk.programs, io.BytesIO(three := kiosk.pack(3)), enrolment)
    with pytest.raises(PackRefused, match="newer-waits"):
        receive(kiosk.programs, io.BytesIO(kiosk.pack(2)), enrolment)
    assert incoming(kiosk.programs).read_bytes() == three
    receive(kiosk.programs, io.BytesIO(kiosk.pack(4)), enrolment)
    assert kiosk.prepare().pack.counter == 4


def test_a_program_under_our_key_that_is_not_as_we_countersign_is_refused(kiosk: TakingKiosk) -> None:
    _, enrolment = enrolled(kiosk.data, kiosk.name)
    released, ward, maker = kiosk.pack(1).partition(b"\n")[2], kiosk.ward, kiosk.maker.public
    bad = {
        "other-ward": countersigned(ward, released, maker, ward="Phường Hàng Trống"),
        "other-day": countersigned(ward, released, maker, signed=date(2099, 1, 1)),
        "damaged": countersigned(ward, released, maker) + b"behind",
    }
    for why, raw in bad.items():
        with pytest.raises(PackRefused, match=why):
            receive(kiosk.programs, io.BytesIO(raw), enrolment)
        assert not incoming(kiosk.programs).exists() and refused(kiosk, raw) == why


# --- the environment ----------------------------------------------------------------------------------------


def tiny_wheel(name: str = "tiny", says: str = "1") -> bytes:
    made = io.BytesIO()
    info = f"{name}-1.dist-info"
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr(f"{name}.py", f"says = {says}\n")
        packed.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        packed.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr(f"{info}/RECORD", "")
    return made.getvalue()


def with_wheel(locked: str) -> dict[str, bytes]:
    return {
        "wheels/tiny-1-py3-none-any.whl": tiny_wheel(),
        "program/requirements.lock": f"tiny==1 --hash=sha256:{locked}\n".encode(),
        "program/kiosk/__init__.py": b"from tiny import says\n",
    }


def test_the_environment_is_made_of_the_wheels_and_the_lock_and_nothing_else(kiosk: TakingKiosk) -> None:
    files = with_wheel(hashlib.sha256(tiny_wheel()).hexdigest())

    def make(folder: Path) -> None:
        assert room_for(folder) > 4 * 4096
        make_environment(folder, run_beside)

    prepared = kiosk.prepare(kiosk.pack(1, files), make=make)
    asked = [
        str(python_of(prepared.folder)),
        "-c",
        "import kiosk, sys; print(kiosk.says, *sys.path, sep='\\n')",
    ]
    said, *path = subprocess.run(asked, capture_output=True, text=True, check=True, cwd="/").stdout.split(
        "\n"
    )
    assert said == "1" and str(prepared.folder / "program") in path
    assert not any(one.startswith(os.fspath(Path(__file__).parents[4])) for one in path if one)
    assert not (prepared.folder / "wheels").exists()


def test_a_wheel_that_is_none_is_refused(kiosk: TakingKiosk) -> None:
    assert refused(kiosk, kiosk.pack(1, {"wheels/tiny-1-py3-none-any.whl": b"no archive"})) == "not-working"


def test_a_wheel_that_is_not_the_locks_makes_no_environment(kiosk: TakingKiosk) -> None:
    assert refused_by_pip(kiosk, with_wheel("0" * 64)) == "not-working"


def refused_by_pip(kiosk: TakingKiosk, files: dict[str, bytes]) -> str:
    kiosk.brings(kiosk.pack(1, files))
    with pytest.raises(PackRefused) as why:
        prepare(
            kiosk.programs, kiosk.data, kiosk.name, lambda folder: make_environment(folder, run_beside),
            lambda _, __: (),
        )  # fmt: skip
    assert "tiny" in why.value.detail.lower() and not kept(kiosk)
    return why.value.why


def test_pip_asks_nobody_and_runs_nothing_of_the_pack(kiosk: TakingKiosk) -> None:
    commands: list[list[str]] = []

    def run(command: Sequence[str | Path], environment: dict[str, str], within_s: float) -> tuple[int, str]:
        commands.append([str(one) for one in command])
        return 0, ""

    folder = kiosk.programs / "1-abcdefabcdef"
    for one in ("wheels", "program"):
        (folder / one).mkdir(parents=True)
    make_environment(folder, run, ("camera",))
    assert [one[-1] for one in commands[1:]] == [
        str(folder / "program" / one) for one in ("requirements.lock", "requirements-camera.lock")
    ]
    new = str(python_of(folder))
    assert all(one[0] != new for one in commands), "no line of the new program runs"
    for install in commands[1:]:
        assert {"--no-index", "--require-hashes", "--isolated"} <= set(install) and ":all:" in install
