"""The script that starts the kiosk, run as a script: which program it starts, and when it goes back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.machine.installing import places
from kiosk.machine.installing.machine import BASE_PYTHON, installed_folder, installed_python, program_folder
from kiosk.machine.installing.plan import files_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is of an installed kiosk")
OLD, NEW = "3-aaaaaaaaaaaa", "4-bbbbbbbbbbbb"


class Machine:
    """Programs that say their names; "installed" is what came with the machine."""

    def __init__(self, folder: Path, holds_after: int = 100) -> None:
        self.programs, self.said, self.boot = folder / "programs", folder / "said", folder / "boot"
        self.programs.mkdir()
        self.boot.write_text("b1\n")
        base = self._python(folder / "base" / "python", "installed")
        text = files_of(str(base), 19)[places.START_SCRIPT]
        for old, new in (
            (str(places.PROGRAMS), str(self.programs)),
            ("/proc/sys/kernel/random/boot_id", str(self.boot)),
            (f"stays_for {places.HOLDS_AFTER_S // places.STEP_S}", f"stays_for {holds_after}"),
            (f"stays_for {places.LOOKS_EVERY_S // places.STEP_S}", "stays_for 1"),
            (f"sleep {places.STEP_S}", "sleep 0.05"),
            ('"$(id -u)" = 0', '"$(id -u)" = none'),  # the tests may be root's
        ):
            assert old in text, old
            text = text.replace(old, new)
        self.script = folder / "start"
        self.script.write_text(text)

    def _python(self, file: Path, name: str, more: str = "") -> Path:
        """Stands in for the interpreter of an environment: it only says who was started, with what."""
        file.parent.mkdir(parents=True)
        file.write_text(
            f'#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "{name} $KIOSK_PROGRAM: $*" >>{self.said}\n{more}\n'
        )
        file.chmod(0o755)
        return file

    def has(self, name: str, more: str = "") -> None:
        self._python(self.programs / name / "venv" / "bin" / "python", name, more)

    def has_told_of_going_back(self, name: str) -> None:
        """That program says what it was told it was gone back from."""
        file = self.programs / name / "venv" / "bin" / "python"
        file.write_text(f'#!/bin/sh\n[ "$1" = -c ] || echo "{name} $KIOSK_GONE_BACK_FROM" >>{self.said}\n')

    def points(self, now: str = "", before: str = "", trial: str = "yes", more: str = "") -> None:
        text = f"now {now}\nbefore {before}\ntrial {trial}\nhighest 4\n{more}"
        (self.programs / "current").write_text(text)

    def starts(self, *words: str) -> str:
        """The program that was started."""
        return self.told(*words).split()[0]

    def told(self, *words: str) -> str:
        self.said.unlink(missing_ok=True)
        done = subprocess.run(
            ["sh", str(self.script), *(words or ("run",))], capture_output=True, text=True, timeout=20
        )
        assert done.returncode == 0, done.stderr
        return self.said.read_text().strip()

    @property
    def pointer(self) -> dict[str, str]:
        lines = (self.programs / "current").read_text().splitlines()
        return dict(line.partition(" ")[::2] for line in lines)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.has(OLD)
    made.has(NEW)
    return made


def test_without_packs_it_starts_what_was_installed_with_every_word(machine: Machine) -> None:
    assert machine.told("run", "--data", "a b") == "installed base: -m kiosk run --data a b"


def test_the_script_starts_what_the_pointer_names_and_passes_its_name_on(machine: Machine) -> None:
    machine.points(NEW, OLD, trial="no")
    assert machine.told("export") == f"{NEW} {NEW}: -m kiosk export"


def test_the_third_start_in_one_boot_without_a_mark_goes_back_and_says_so(machine: Machine) -> None:
    machine.points(NEW, OLD, more="failed 2-cccccccccccc\n")
    assert [machine.starts() for _ in range(4)] == [NEW, NEW, OLD, OLD]
    lines = (machine.programs / "current").read_text().splitlines()
    assert {f"now {OLD}", "news went-back", f"failed {NEW}", "failed 2-cccccccccccc",
            "highest 4"} == set(lines)  # fmt: skip


def test_a_start_of_another_boot_is_a_power_cut_but_not_for_ever(machine: Machine) -> None:
    machine.points(NEW, OLD)
    for number in range(5):
        machine.boot.write_text(f"boot-{number}\n")
        assert machine.starts() == NEW
    machine.boot.write_text("boot-6\n")
    assert machine.starts() == OLD, "what freezes the machine each time would never go back"


def test_commands_are_no_starts(machine: Machine) -> None:
    machine.points(NEW, OLD)
    assert {machine.starts("export") for _ in range(9)} == {NEW}
    assert not (machine.programs / "starts").exists()


def test_a_program_that_stayed_and_had_visits_is_held_and_counts_no_more(tmp_path: Path) -> None:
    machine = Machine(tmp_path, holds_after=2)
    machine.has(OLD)
    machine.has(NEW, f"while [ ! -f {machine.programs}/held ]; do sleep 0.05; done")
    machine.points(NEW, OLD)
    (machine.programs / "visits").write_text(f"{NEW} {places.HOLDS_AFTER_VISITS}\n")
    assert machine.starts() == NEW
    assert (machine.programs / "held").read_text() == f"{NEW}\n"
    assert {machine.starts() for _ in range(9)} == {NEW}


def test_ten_minutes_without_a_visit_end_no_trial(tmp_path: Path) -> None:
    """At night nobody comes: what breaks at the third touch breaks in the morning."""
    machine = Machine(tmp_path, holds_after=2)
    machine.has(OLD)
    lived = f"until grep -q ' 0$' {machine.programs}/starts; do sleep 0.05; done; sleep 0.3"
    machine.has(NEW, lived)
    machine.points(NEW, OLD)
    (machine.programs / "visits").write_text(f"{OLD} 99\n")
    assert [machine.starts() for _ in range(3)] == [NEW, NEW, OLD]
    assert not (machine.programs / "held").exists()


def test_the_mark_of_another_program_holds_nothing(machine: Machine) -> None:
    machine.points(NEW, OLD)
    (machine.programs / "held").write_text(f"{OLD}\n")
    assert [machine.starts() for _ in range(3)] == [NEW, NEW, OLD]


def test_a_program_that_is_not_there_or_finds_no_packages_is_gone_back_from_at_once(machine: Machine) -> None:
    machine.points(NEW, OLD, trial="no")
    python = machine.programs / NEW / "venv" / "bin" / "python"
    python.write_text("#!/bin/sh\nexit 1\n")  # Debian's next release brings another Python
    assert machine.starts() == OLD and machine.pointer["failed"] == NEW
    shutil.rmtree(machine.programs / OLD)
    assert machine.starts() == "installed" and machine.pointer["now"] == ""


@pytest.mark.parametrize(
    "pointer", ["", "\0\xff", "now ../../etc\n", "now $(touch owned)\n", "now a b\n", "now"]
)
def test_a_pointer_that_nobody_can_read_starts_what_was_installed(machine: Machine, pointer: str) -> None:
    (machine.programs / "current").write_text(pointer, encoding="latin-1")
    assert machine.starts() == "installed" and not Path("owned").exists()


def test_where_nothing_can_be_written_it_still_starts_what_holds(machine: Machine) -> None:
    machine.points(NEW, OLD)
    machine.has("5-cccccccccccc")
    machine.points("5-cccccccccccc", OLD)
    machine.has_told_of_going_back(OLD)
    (machine.programs / "current.new").mkdir()
    (machine.programs / "starts").write_text("5-cccccccccccc b1 2 2\n")
    assert machine.told() == f"{OLD} 5-cccccccccccc"


def test_numbers_that_are_none_count_as_none(machine: Machine) -> None:
    machine.points(NEW, OLD)
    (machine.programs / "starts").write_text(f"{NEW} b1 x[$(touch{chr(9)}owned)] 99999999999999999999\n")
    assert machine.starts() == NEW and not Path("owned").exists()


def test_root_becomes_the_kiosks_user_before_anything_is_read() -> None:
    text = files_of("/opt/kiosk-bdhvs/.venv/bin/python", 19)[places.START_SCRIPT]
    first = [line for line in text.splitlines() if not line.startswith(("#", "set"))]
    assert first[0] == 'if [ "$(id -u)" = 0 ]; then' and f"setpriv --reuid={places.USER}" in first[1]


def test_ten_minutes_begin_when_systemd_would_have_ended_what_is_not_ready() -> None:
    unit = files_of("/bin/true", 19)[places.UNITS / places.SERVICE]
    ready_s = next(int(one.partition("=")[2]) for one in unit.splitlines() if one.startswith("TimeoutStart"))
    assert ready_s + 600 <= places.HOLDS_AFTER_S


def test_a_newer_program_judges_the_machine_by_what_it_was_installed_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "opt"
    (base / "kiosk").mkdir(parents=True)
    assert installed_python() == Path(sys.executable) and installed_folder() == program_folder()
    monkeypatch.setenv(BASE_PYTHON, str(base / ".venv" / "bin" / "python"))
    assert (
        installed_folder() == base
        and str(installed_python()) in files_of(str(installed_python()), 19)[places.START_SCRIPT]
    )


def test_in_the_installed_folder_what_reads_the_log_is_the_program_in_force(tmp_path: Path) -> None:
    """`script/run` with the folders of a machine of ours."""
    opt, start, current = tmp_path / "opt", tmp_path / "start", tmp_path / "current"
    (opt / "script").mkdir(parents=True)
    (opt / ".venv" / "bin").mkdir(parents=True)
    text = (Path(__file__).parents[4] / "script" / "run").read_text()
    for old, new in (
        (str(places.START_SCRIPT), start), (f"= {places.PROGRAM} ]", f"= {opt} ]"),
        (f"{places.PROGRAMS}/current", current),
    ):  # fmt: skip
        assert old in text, old
        text = text.replace(old, str(new))
    for file, said in (
        (opt / "script" / "run", text),
        (opt / "script" / "setup", "#!/bin/sh\n"),
        (opt / "script" / "locale", ""),
        (start, 'echo "in force: $*"\n'),
        (opt / ".venv" / "bin" / "python", '#!/bin/sh\necho "installed: $*"\n'),
    ):
        file.write_text(said)
        file.chmod(0o755)

    def typed(*words: str) -> str:
        done = subprocess.run(
            [str(opt / "script" / "run"), *words], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    assert typed("sessions") == "installed: -m kiosk sessions", "no pack was ever taken"
    current.write_text("now \n")
    assert typed("sessions", "--json") == "in force: sessions --json"
    assert typed("program", "show") == "installed: -m kiosk program show"
    assert typed("doctor") == "installed: -m kiosk doctor"
