"""The day's figures onto a USB stick, asked for on the screen of staff."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.events import keep, running, visits
from support.fake_clock import FakeClock
from support.staff import MAI
from support.stage import Stage
from support.ward import Ward, kiosk_name

from accessibility.preferences import Preferences
from flows.guide.words import LANGUAGES, Language
from kiosk.base.config.export import ExportConfig
from kiosk.base.files.paths import database_file
from kiosk.base.files.sticks import is_removable, sticks
from kiosk.point.services.stick_export import export_to_stick
from kiosk.point.tour.staff_day import POINT
from ui.reach.voice.changes import changes
from ui.screens.staff.today import derive_closed, derive_today
from ui.visit.actions.staff import StaffDo
from ui.visit.effects import ExportToStick, SayThis
from ui.visit.staff import duty
from ui.visit.staff.people import AtControls
from ui.visit.staff.point import Stick, stick_key
from ui.visit.staff.stages import Closing, PinPad, StaffMenu, Today
from ui.visit.stages import Attract
from ui.visit.visit import Visit

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/ki-ot/USB\\040PHUONG vfat rw,nosuid 0 0
/dev/sdc1 /media/ki-ot/doc iso9660 ro,nosuid 0 0
/dev/mmcblk0p1 /boot vfat rw 0 0
/dev/sdd /run/media/ki-ot/C vfat nosuid,rw 0 0
not a line
"""


def test_only_removable_disks_that_can_be_written_are_sticks() -> None:
    removable = {"sdb", "sdc", "sdd"}
    assert sticks(MOUNTS, removable.__contains__) == (
        Path("/media/ki-ot/USB PHUONG"), Path("/run/media/ki-ot/C"),
    )  # fmt: skip
    assert sticks(MOUNTS, lambda _: False) == ()
    assert sticks("", lambda _: True) == ()
    assert sticks(MOUNTS, removable.__contains__, "ro") == (Path("/media/ki-ot/doc"),)


def test_the_disk_that_the_machine_runs_from_is_no_stick_though_it_hangs_on_usb() -> None:
    more = MOUNTS + "/dev/sda1 /boot/efi vfat rw 0 0\n"
    assert not {Path("/"), Path("/boot/efi")} & set(sticks(more, lambda _: True))


def test_a_small_disk_on_usb_is_a_stick_though_it_does_not_call_itself_removable(tmp_path: Path) -> None:
    for name, port in (
        ("sda", "pci0000:00/ata1"),
        ("sdb", "pci0000:00/usb1/1-2"),
        ("sdc", "pci0000:00/ata2"),
    ):
        real = tmp_path / "devices" / port / name
        real.mkdir(parents=True)
        (real / "removable").write_text("1\n" if name == "sdc" else "0\n")
        (tmp_path / name).symlink_to(real)
    assert [is_removable(name, tmp_path) for name in ("sda", "sdb", "sdc", "sdd")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.fixture
def enrolled(tmp_path: Path) -> Path:
    """The data folder of a kiosk with three visits, enrolled at its ward."""
    ward = Ward(tmp_path)
    ward.kiosk(1)
    with running(database_file(ward.data(1)), kiosk=kiosk_name(1)) as store:
        keep(store, visits(3))
    return ward.data(1)


def export(data: Path, *places: Path) -> tuple[Stick, list[Stick]]:
    told = list[Stick]()
    done = export_to_stick(data, kiosk_name(1), ExportConfig(), FakeClock(), told.append, lambda: places)
    return done, told


def test_the_figures_are_on_the_stick_and_were_read_back(enrolled: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    done, told = export(enrolled, stick)
    assert done == Stick("done", 1)
    assert sum(file.is_file() for file in stick.rglob("*")) >= 1
    assert told[0] == Stick("copying") and told[-1].state == "copying" and told[-1].done == told[-1].whole > 0


def test_a_second_stick_gets_the_same_while_the_ward_has_not_acknowledged(
    enrolled: Path, tmp_path: Path
) -> None:
    for name in ("lost", "other"):
        (tmp_path / name).mkdir()
        assert export(enrolled, tmp_path / name)[0] == Stick("done", 1)
    files = [sorted(file.name for file in (tmp_path / name).rglob("*")) for name in ("lost", "other")]
    assert files[0] == files[1]


def test_no_stick_a_stick_pulled_out_and_a_kiosk_nobody_enrolled_are_told_apart(
    enrolled: Path, tmp_path: Path
) -> None:
    assert export(enrolled) == (Stick("no-stick"), [])
    gone = tmp_path / "gone"
    gone.write_text("")  # where the stick was there is no folder any more
    assert export(enrolled, gone)[0] == Stick("failed")
    other = tmp_path / "nobody"
    with running(database_file(other)) as store:
        keep(store, visits(1))
    assert export(other, tmp_path)[0] == Stick("not-enrolled")


# --- on the screen ----------------------------------------------------------------------------------


def visit(stage: object, language: Language = "vi") -> Visit:
    stages = (Attract(), StaffMenu(), stage)
    return Visit(stages, Preferences(language), staff=AtControls(MAI, Preferences()))  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", [Today(), Closing(closed=True)])
def test_an_export_to_a_stick_is_offered_with_the_day_and_once_the_point_is_closed(
    stage: Today | Closing,
) -> None:
    assert duty.on_press(visit(stage), StaffDo.EXPORT_TO_STICK).visit.stage == PinPad(
        MAI, then=StaffDo.EXPORT_TO_STICK
    )
    assert duty.proved(visit(stage), StaffDo.EXPORT_TO_STICK).effects == (
        ExportToStick(),
        SayThis("stick.looking"),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "stick",
    [Stick("copying"), Stick("copying", 3, 40), Stick("done", 2), Stick("done"), Stick("no-stick"),
     Stick("busy"), Stick("failed"), Stick("not-enrolled")],
)  # fmt: skip
def test_whatever_becomes_of_it_is_said_in_one_sentence(stick: Stick, language: Language) -> None:
    around = replace(Stage().conductor.around, point=replace(POINT, stick=stick))
    said = derive_today(visit(Today(), language), around).sentence
    assert said and said == derive_closed(visit(Closing(closed=True), language), around).sentence
    if stick.whole:
        assert "3" in said and "40" in said
    silent = replace(around, point=POINT)
    spoken = [one.key for one in changes(silent, around, of_the_day=True)]
    assert changes(silent, around) == (), "a resident has asked for none"
    assert spoken == ([] if stick.state == "copying" else [stick_key(stick)])
    others = (Stick("done", 2), Stick("done"), Stick("failed"), Stick("no-stick"))
    arounds = (replace(around, point=replace(POINT, stick=one)) for one in others)
    told_apart = {derive_today(visit(Today(), language), one).sentence for one in arounds}
    assert len(told_apart) == 4
