"""What the doctor says of the program that runs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from support.taken_programs import TakingKiosk

from kiosk.base.version import __version__
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.release import ProgramPack
from kiosk.papers.program.taking import prepare, put_back
from kiosk.point.health.program import SeenProgram, check_program, see_program


def test_without_packs_it_is_what_was_installed(tmp_path: Path) -> None:
    assert see_program(None) == see_program(tmp_path / "none") == SeenProgram()
    found = check_program(SeenProgram())
    assert found.state == "ok" and f"chương trình đã cài, bản {__version__}." in found.vi


def test_the_doctor_names_the_pack_in_force_and_the_one_that_failed(tmp_path: Path) -> None:
    kiosk = TakingKiosk(tmp_path)
    now = kiosk.take(3).now
    assert see_program(kiosk.programs) == SeenProgram(3, "0.2.0", on_trial=True)
    kiosk.holds(now)
    kiosk.take(4)
    kiosk.brings(kiosk.pack(5))
    assert see_program(kiosk.programs) == SeenProgram(4, "0.2.0", on_trial=True, waiting=True)
    put_back(kiosk.programs)
    found = check_program(see_program(kiosk.programs))
    assert found.state == "mend" and "số 4 không chạy được" in found.vi and "gói số 3" in found.vi


def test_why_a_pack_was_refused_is_reported_until_another_is_taken(tmp_path: Path) -> None:
    kiosk = TakingKiosk(tmp_path)

    def fails(_: Path, __: ProgramPack) -> tuple[str, ...]:
        return ("its window does not open",)

    kiosk.brings(kiosk.pack(3))
    with suppress(PackRefused):
        prepare(kiosk.programs, kiosk.data, kiosk.name, lambda _: None, fails)
    found = check_program(see_program(kiosk.programs))
    assert found.state == "mend" and "đã chạy thử" in found.vi
    kiosk.take(4)
    assert check_program(see_program(kiosk.programs)).state == "ok"
