"""One stick carries figures home and brings content: whatever it is, and whenever it is pulled out."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO, Any

import pytest
from support.events import keep, running, visits
from support.fake_clock import FakeClock
from support.packs import small_pack
from support.programs import Maker
from support.taken_programs import TakingKiosk
from support.ward import Ward, kiosk_name

from kiosk.base.files.foreign import ForeignFolder
from kiosk.base.files.paths import content_folder, database_file
from kiosk.papers.content.manifest import Manifest
from kiosk.papers.content.standing import content_lock, read_standing
from kiosk.papers.content.taking import incoming, prepare, put_in_force, refusals
from kiosk.papers.export.folder_transport import PLACE
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import Unfinished
from kiosk.papers.program.taking import incoming as program_incoming
from kiosk.point.services.premises import Premises
from kiosk.point.services.ward_stick import Sticks, StickWork
from ui.visit.staff.ward_stick import (
    Agreed,
    Begun,
    Beside,
    Plugged,
    Progressed,
    StickEvent,
    WardStick,
    after,
)


class Kiosk:
    """One with a day's figures, and its sticks: folders that are there or not."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ward = folder, Ward(folder)
        self.ward.kiosk(1)
        self.data, self.name = self.ward.data(1), kiosk_name(1)
        with running(database_file(self.data), kiosk=self.name) as store:
            keep(store, visits(2))
        self.plugged: tuple[Path, ...] = ()
        self.only_read: tuple[Path, ...] = ()
        self.seen = WardStick()
        self.events = list[StickEvent]()

    def stick(self, name: str, **files: bytes) -> Path:
        root = self.folder / name
        root.mkdir()
        for file, raw in files.items():
            (root / file.replace("__", ".")).write_bytes(raw)
        return root

    def uses(self, *roots: Path, agrees: bool = True, read_only: bool = False) -> WardStick:
        """Plugged in, the PIN typed, the question answered, if there is one."""
        self.plugged, self.only_read = ((), roots) if read_only else (roots, ())
        sticks = Sticks(lambda: self.plugged, lambda: self.only_read)
        work = StickWork(Premises(self.name, "point-3", self.data), FakeClock(), self._tell, sticks)
        self.seen, self.events = after(WardStick(), Plugged()), []
        self._tell(Begun())
        work.use()
        if self.seen.state == "asking" and agrees:
            self._tell(Agreed())
            work.take()
        return self.seen

    def _tell(self, event: StickEvent) -> None:
        self.events.append(event)
        self.seen = after(self.seen, event)

    def takes_in(self) -> int:
        prepared = prepare(self.data, self.name, lambda _, __: ())
        assert prepared is not None
        return put_in_force(self.data, prepared).now.counter

    @property
    def left_over(self) -> list[str]:
        """What no arrival should leave."""
        home = content_folder(self.data)
        return [one.name for one in home.iterdir() if one.suffix == ".part"] if home.is_dir() else []


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    return Kiosk(tmp_path)


def figures_on(root: Path) -> list[Path]:
    return sorted((root / PLACE).glob("*.kbundle"))


def test_one_stick_brings_content_and_carries_the_figures_home(kiosk: Kiosk) -> None:
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 4))
    seen = kiosk.uses(root)
    assert (seen.state, seen.exported, seen.brought) == ("over", "done", "taken") and seen.may_pull
    assert figures_on(root) and not kiosk.left_over
    assert seen.offer is not None and (seen.offer.counter, seen.offer.new) == (4, 1)
    assert any(isinstance(one, Progressed) and one.done == one.whole > 0 for one in kiosk.events)
    assert kiosk.takes_in() == 4
    again = kiosk.uses(root)  # the same stick twice
    assert (again.brought, again.exported) == ("same", "done")


def test_what_is_being_taken_in_already_is_asked_about_no_more_and_what_is_newer_is(kiosk: Kiosk) -> None:
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 4))
    assert kiosk.uses(root).brought == "taken"  # or the line to the ward has brought it
    with content_lock(kiosk.data):  # it is being proven
        assert kiosk.uses(root).brought == "same"
    newer = kiosk.uses(kiosk.stick("newer", goi__kpack=small_pack(kiosk.ward, 5)))
    assert newer.brought == "taken" and kiosk.takes_in() == 5


def test_a_stick_of_a_stranger_of_another_ward_and_five_in_a_row(kiosk: Kiosk, tmp_path: Path) -> None:
    other = small_pack(Ward(tmp_path / "other", "Phường Hàng Trống"), 9)
    good = small_pack(kiosk.ward, 5)
    strangers = kiosk.stick("strangers", anh__jpg=b"\xff\xd8", phim__mp4=b"0" * 999, kpack=b"no suffix")
    assert kiosk.uses(strangers).brought == "none"
    junk = kiosk.stick("junk", a__kpack=b"\0" * 5000, b__kpack=b"{}\n", c__kpack=good[:500])
    assert kiosk.uses(junk).brought == "damaged"
    assert kiosk.uses(kiosk.stick("others", goi__kpack=other)).brought == "other-ward"
    mixed = kiosk.stick(
        "mixed", a__kpack=other, b__kpack=small_pack(kiosk.ward, 3), c__kpack=good, d__kpack=good[:-9]
    )
    seen = kiosk.uses(mixed)
    assert seen.brought == "taken" and seen.offer is not None and seen.offer.counter == 5
    assert kiosk.takes_in() == 5
    older = kiosk.uses(kiosk.stick("older", goi__kpack=small_pack(kiosk.ward, 4)))
    assert older.brought == "older" and not refusals(kiosk.data)


def test_a_stick_that_can_only_be_read_brings_content_and_takes_nothing_home(kiosk: Kiosk) -> None:
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward))
    seen = kiosk.uses(root, read_only=True)
    assert (seen.exported, seen.brought) == ("read-only", "taken") and not figures_on(root)


def test_two_sticks_on_a_hub_are_both_looked_at(kiosk: Kiosk) -> None:
    first = kiosk.stick("first", goi__kpack=small_pack(kiosk.ward, 2))
    second = kiosk.stick("second")
    (second / PLACE).mkdir()
    (second / PLACE / "GOI.KPACK").write_bytes(small_pack(kiosk.ward, 3))
    seen = kiosk.uses(first, second)
    assert seen.offer is not None and seen.offer.counter == 3 and seen.brought == "taken"


def test_the_new_pack_is_found_among_all_that_a_stick_has_gathered_in_a_year(kiosk: Kiosk) -> None:
    root = kiosk.stick("usb")
    for number in range(1, 31):
        (root / f"goi-{number:02}.kpack").write_bytes(small_pack(kiosk.ward, number, {"needs.toml": b"-"}))
        (root / f"anh-{number:02}.kpack").write_bytes(b"of somebody")
    seen = kiosk.uses(root)
    assert seen.brought == "taken" and seen.offer is not None and seen.offer.counter == 30
    assert kiosk.takes_in() == 30 and kiosk.uses(root).brought == "same"


def test_where_not_all_packs_were_looked_at_it_is_said_and_the_newest_of_the_others_is_taken(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.point.services.stick_packs.MOST_PACKS", 2)
    root = kiosk.stick("usb", a__kpack=b"-", b__kpack=b"-", c__kpack=small_pack(kiosk.ward, 3))
    seen = kiosk.uses(root)
    assert (seen.brought, seen.beside) == ("taken", Beside("content", "too-many"))
    assert kiosk.takes_in() == 3 and kiosk.uses(root).brought == "too-many", "newer ones may be among them"


def test_declined_is_kept_for_later_and_links_lead_nowhere(kiosk: Kiosk) -> None:
    root = kiosk.stick("usb")
    (kiosk.folder / "hidden.kpack").write_bytes(small_pack(kiosk.ward))
    (root / "goi.kpack").symlink_to(kiosk.folder / "hidden.kpack")
    os.mkfifo(root / "pipe.kpack")
    assert kiosk.uses(root).brought == "damaged"
    (root / "tot.kpack").write_bytes(small_pack(kiosk.ward))
    assert kiosk.uses(root, agrees=False).state == "asking"
    assert not incoming(kiosk.data).exists() and kiosk.uses(root).brought == "taken"


def test_a_kiosk_nobody_enrolled_says_so(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    (kiosk.data / "keys" / "enrolment.json").unlink()
    seen = kiosk.uses(kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward)))
    assert (seen.exported, seen.brought) == ("not-enrolled", "not-enrolled")


# --- sticks that fail ---------------------------------------------------------------------------------------


class FailingStick:
    """From its n-th use on every use of a stick fails, as when it was pulled out or is full."""

    def __init__(self, patch: pytest.MonkeyPatch, why: int, only: tuple[str, ...] = ()) -> None:
        self.left, self.why = 1 << 30, why
        for name in only or ("read", "publish", "remove", "make", "names", "open"):
            patch.setattr(ForeignFolder, name, self._failing(name, getattr(ForeignFolder, name)))

    def use(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(self.why, os.strerror(self.why))

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        if name == "open":
            return contextmanager(self._opened(real))

        def used(folder: ForeignFolder, *args: Any, **more: Any) -> Any:
            self.use()
            return real(folder, *args, **more)

        return used

    def _opened(self, real: Callable[..., Any]) -> Callable[..., Iterator[Any]]:
        def opened(folder: ForeignFolder, inside: PurePath) -> Iterator[Any]:
            self.use()
            with real(folder, inside) as stream:
                yield _Slow(stream, self)

        return opened


class _Slow:
    """A stream that gives little at once, and may fail between."""

    def __init__(self, stream: IO[bytes], stick: FailingStick) -> None:
        self._stream, self._stick = stream, stick

    def readline(self, most: int) -> bytes:
        self._stick.use()
        return self._stream.readline(most)

    def read(self, most: int) -> bytes:
        self._stick.use()
        return self._stream.read(min(most, 300))


def test_a_copy_that_the_kiosks_own_disk_has_spoilt_is_taken_when_it_comes_again(kiosk: Kiosk) -> None:
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 4))
    assert kiosk.uses(root).brought == "taken"
    spoilt = bytearray(incoming(kiosk.data).read_bytes())
    spoilt[-40] ^= 1
    incoming(kiosk.data).write_bytes(spoilt)
    with pytest.raises(PackRefused, match="damaged"):
        kiosk.takes_in()
    assert refusals(kiosk.data)[0].why == "damaged", "it is told, and staff are asked to bring it again"
    assert kiosk.uses(root).brought == "taken" and kiosk.takes_in() == 4


def test_a_pack_that_was_given_up_is_tried_again_when_somebody_brings_it_and_one_with_faults_is_not(
    kiosk: Kiosk,
) -> None:
    def short_of_memory(_: Path, __: Manifest) -> tuple[str, ...]:
        raise Unfinished

    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 4))
    assert kiosk.uses(root).brought == "taken"
    for ends in (Unfinished, Unfinished, PackRefused):
        with pytest.raises(ends):
            prepare(kiosk.data, kiosk.name, short_of_memory)
    assert refusals(kiosk.data)[0].why == "given-up" and not incoming(kiosk.data).exists()
    assert kiosk.uses(root).brought == "taken"
    with pytest.raises(PackRefused, match="unproven"):
        prepare(kiosk.data, kiosk.name, lambda _, __: ("guides/mot: no step",))
    assert kiosk.uses(root).brought == "unproven"


def test_pulled_out_at_any_step_nothing_is_half_taken_and_the_next_time_it_goes_on(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 2))
    failing = FailingStick(monkeypatch, errno.ENODEV)
    pulled = set[tuple[str, str]]()
    for steps in range(200):
        failing.left = steps
        seen = kiosk.uses(root)
        assert seen.state == "over" and not kiosk.left_over
        assert read_standing(kiosk.data).now.counter == 0
        if seen.brought == "taken":
            break
        pulled.add((seen.exported, seen.brought))
        assert not incoming(kiosk.data).exists() and not refusals(kiosk.data)
    else:
        raise AssertionError("it never came to an end")
    assert steps > 12 and {("failed", "none"), ("done", "cut-off")} <= pulled
    failing.left = 1 << 30
    assert kiosk.takes_in() == 2 and figures_on(root)


def test_a_full_stick_still_brings_content_and_says_that_the_figures_stay(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward))
    FailingStick(monkeypatch, errno.ENOSPC, only=("publish",)).left = 0
    seen = kiosk.uses(root)
    assert (seen.exported, seen.brought) == ("failed", "taken") and seen.may_pull


def test_a_worn_stick_that_gives_other_bytes_is_reported_as_not_whole(kiosk: Kiosk) -> None:
    good = small_pack(kiosk.ward)
    worn = good[:-40] + bytes(40)
    seen = kiosk.uses(kiosk.stick("worn", goi__kpack=worn))
    assert seen.brought == "cut-off" and not incoming(kiosk.data).exists() and not kiosk.left_over
    assert kiosk.uses(kiosk.stick("short", goi__kpack=good[:-40])).brought == "cut-off"
    assert kiosk.uses(kiosk.stick("new", goi__kpack=good)).brought == "taken"


def test_a_kiosk_without_room_keeps_what_it_has(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.papers.content.taking.ROOM_BYTES", 1 << 60)
    seen = kiosk.uses(kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward)))
    assert (seen.exported, seen.brought) == ("done", "no-room") and not incoming(kiosk.data).exists()


def test_one_that_is_kept_outside_until_the_pin_was_typed_is_waited_for(kiosk: Kiosk) -> None:
    """It is plugged in, and not mounted yet: whoever keeps it out says that it comes."""
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 4))
    looks = list[int]()

    def mounted() -> tuple[Path, ...]:
        looks.append(1)
        return (root,) if len(looks) > 4 else ()

    sticks = Sticks(mounted, tuple, is_coming=lambda: True)
    work = StickWork(Premises(kiosk.name, "point-3", kiosk.data), FakeClock(), kiosk._tell, sticks)
    assert work.is_plugged
    kiosk.seen = after(WardStick(), Plugged())
    kiosk._tell(Begun())
    work.use()
    assert kiosk.seen.exported == "done" and kiosk.seen.state == "asking"


def test_one_that_never_comes_is_not_waited_for_for_ever(kiosk: Kiosk) -> None:
    comes = iter((True, True, False))
    sticks = Sticks(tuple, tuple, is_coming=lambda: next(comes))
    work = StickWork(Premises(kiosk.name, "point-3", kiosk.data), FakeClock(), kiosk._tell, sticks)
    kiosk.seen = after(WardStick(), Plugged())
    kiosk._tell(Begun())
    work.use()
    assert kiosk.seen.state == "over" and kiosk.seen.exported == "no-stick"


# --- a program on the same stick ----------------------------------------------------------------------------


class Taking(TakingKiosk):
    """The same, started by the script that starts programs."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.ward, self.maker = kiosk.ward, Maker()
        self.data, self.name, self.programs = kiosk.data, kiosk.name, kiosk.folder / "programs"


@pytest.fixture
def taking(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> Taking:
    made = Taking(kiosk)
    monkeypatch.setenv("KIOSK_PROGRAMS", str(made.programs))
    monkeypatch.setenv("KIOSK_PROGRAM", "base")
    return made


def test_one_stick_brings_content_and_a_program_with_one_question(kiosk: Kiosk, taking: Taking) -> None:
    pack = taking.pack(3)
    root = kiosk.stick(
        "usb", goi__kpack=small_pack(kiosk.ward, 4), ban__kprogram=pack, cu__kprogram=taking.pack(2)
    )
    seen = kiosk.uses(root)
    assert seen.brought == "program-taken" and seen.may_pull and seen.offer is not None
    assert (seen.offer.counter, seen.offer.program, seen.offer.content) == (4, "0.2.0", True)
    assert kiosk.takes_in() == 4 and program_incoming(taking.programs).read_bytes() == pack
    done = [one for one in kiosk.events if isinstance(one, Progressed) and one.whole]
    assert done[-1].done == done[-1].whole and [one.done for one in done] == sorted(one.done for one in done)


def test_a_program_alone_is_offered_by_its_version(kiosk: Kiosk, taking: Taking) -> None:
    seen = kiosk.uses(kiosk.stick("usb", ban__kprogram=taking.pack(3)))
    assert seen.brought == "program-taken" and seen.offer is not None and not seen.offer.content
    released = taking.maker.release()
    bare = kiosk.uses(kiosk.stick("bare", ban__kprogram=released))
    assert bare.brought == "uncountersigned", "the officer has carried the file that the ward has not signed"


def test_where_no_script_starts_programs_none_is_looked_for(kiosk: Kiosk) -> None:
    raw = Taking(kiosk).pack(3)
    assert kiosk.uses(kiosk.stick("usb", ban__kprogram=raw)).brought == "none"


def test_content_that_fails_lets_no_program_be_copied(kiosk: Kiosk, taking: Taking) -> None:
    content = small_pack(kiosk.ward, 4)
    root = kiosk.stick("usb", goi__kpack=content[:-3], ban__kprogram=taking.pack(3))
    assert kiosk.uses(root).brought == "cut-off" and not program_incoming(taking.programs).exists()


def test_of_two_packs_the_one_that_is_not_taken_is_reported_beside_the_other(
    kiosk: Kiosk, taking: Taking
) -> None:
    """The ward has carried both; without a word of it staff would take the program for installed."""
    root = kiosk.stick("usb", goi__kpack=small_pack(kiosk.ward, 4), ban__kprogram=taking.maker.release())
    seen = kiosk.uses(root)
    assert (seen.brought, seen.beside) == ("taken", Beside("program", "uncountersigned"))
    short = kiosk.stick("short", goi__kpack=small_pack(kiosk.ward, 5), ban__kprogram=taking.pack(3)[:-3])
    seen = kiosk.uses(short)
    assert (seen.brought, seen.beside) == ("taken", Beside("program", "cut-off"))
    turned = kiosk.stick("turned", goi__kpack=b"{}", ban__kprogram=taking.pack(4))
    seen = kiosk.uses(turned)
    assert (seen.brought, seen.beside) == ("program-taken", Beside("content", "damaged"))
    assert kiosk.takes_in() == 5
    same = kiosk.stick("same", goi__kpack=small_pack(kiosk.ward, 5), ban__kprogram=taking.pack(5))
    assert kiosk.uses(same).beside is None, "what is in force already is no trouble"
