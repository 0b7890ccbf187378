"""`script/setup` on machines that lack things, played with stand-ins for apt, sudo and pip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the scripts are for Debian and Ubuntu"
)

PYTHON = """#!/bin/sh
# Stands in for python3: knows its version, makes a .venv of itself, and notes what pip was asked.
case "$*" in
    "-c import sys; sys.exit"*) exit 0 ;;
    "-c import ensurepip, venv") exit ${NO_VENV:-0} ;;
    "-c import sysconfig"*) echo "$CLONE/.venv/site" ;;
    "-m venv "*) mkdir -p "$3/bin" "$3/site"; cp "$0" "$3/bin/python" ;;
    "-m pip --version") exit 0 ;;
    "-m pip install "*) echo "pip $*" >>"$CLONE/asked"; exit ${PIP_FAILS:-0} ;;
    "--version") echo "Python 3.11.2" ;;
    *) echo "unexpected: $*" >&2; exit 9 ;;
esac
"""
TOOLS = {
    "python3": PYTHON,
    "id": "#!/bin/sh\necho ${ID_IS:-0}\n",
    # Only the packages of $HAS are installed; only those of $KNOWS are in the package lists.
    "dpkg-query": '#!/bin/sh\nfor p in $HAS; do [ "$p" = "$4" ] && echo installed; done; exit 0\n',
    "apt-cache": '#!/bin/sh\nfor p in $KNOWS; do [ "$p" = "$2" ] && exit 0; done; exit 100\n',
    "apt-get": '#!/bin/sh\necho "apt-get $*" >>"$CLONE/asked"; exit ${APT_FAILS:-0}\n',
}


class Machine:
    """A folder with a copy of the scripts and a PATH of stand-ins; `has_sudo` adds sudo."""

    def __init__(self, folder: Path) -> None:
        self.clone = folder / "clone"
        self.tools = folder / "tools"
        self.tools.mkdir()
        (self.clone / "script").mkdir(parents=True)
        for name in ("setup", "packages", "run", "test", "locale"):
            shutil.copy2(ROOT / "script" / name, self.clone / "script" / name)
        for name in ("requirements.lock", "requirements-test.lock"):
            shutil.copy2(ROOT / name, self.clone / name)
        for name, text in TOOLS.items():
            self.tool(name, text)
        for name in ("sh", "cat", "sha256sum", "cut", "sed", "tr", "head", "tail", "dirname", "basename",
                     "mktemp", "rm", "mkdir", "cp", "env", "chmod", "date", "find", "stat",
                     "readlink"):  # fmt: skip
            (self.tools / name).symlink_to(str(shutil.which(name)))

    def tool(self, name: str, text: str) -> None:
        file = self.tools / name
        file.write_text(text)
        file.chmod(0o755)

    def setup(
        self, what: str = "run", user: int | None = None, **world: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.tools), "CLONE": str(self.clone), "HOME": str(self.clone), **world}
        command = [str(self.clone / "script" / "setup"), *what.split()]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False, user=user
        )

    def asked(self) -> list[str]:
        file = self.clone / "asked"
        return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def packages(section: str) -> list[str]:
    """The lines of script/packages, up to and including *section*."""
    text = (ROOT / "script" / "packages").read_text(encoding="utf-8").split("[common]")[1]
    wanted = text if section == "test" else text.split("[test]")[0]
    return [line for line in wanted.splitlines() if line and line[0] not in "#["]


ALL = " ".join(name for line in packages("test") for name in line.split("|"))


def test_as_root_what_is_missing_is_installed_and_then_the_locked_packages(machine: Machine) -> None:
    done = machine.setup(KNOWS=ALL)
    assert done.returncode == 0, done.stderr
    update, install, pip = machine.asked()
    assert update.startswith("apt-get update")
    assert "libxcb-cursor0" in install and "libglib2.0-0t64" in install and "xvfb" not in install
    assert "--require-hashes" in pip and "requirements.lock" in pip
    assert "ready" in done.stdout


def test_what_was_lost_is_installed_again_when_asked_for(machine: Machine) -> None:
    machine.setup(KNOWS=ALL)
    first = len(machine.asked())
    lost = machine.clone / ".venv" / "site" / "lost"
    lost.write_text("damaged")
    assert machine.setup(KNOWS=ALL, HAS=ALL).returncode == 0
    assert len(machine.asked()) == first and lost.exists(), "while the stamp fits nothing is done"
    done = machine.setup("run --again", KNOWS=ALL, HAS=ALL)
    assert done.returncode == 0, done.stderr
    assert not lost.exists()
    assert [line.split()[0] for line in machine.asked()[first:]] == ["pip"]
    assert machine.setup("run --anew").returncode == 2


def test_for_the_checks_also_an_unseen_screen_and_a_sound_server_are_installed(machine: Machine) -> None:
    assert machine.setup("test", KNOWS=ALL).returncode == 0
    assert all(name in machine.asked()[1] for name in ("xvfb", "pulseaudio", "at-spi2-core"))
    assert "requirements-test.lock" in machine.asked()[2]


def test_an_older_release_gets_the_older_names(machine: Machine) -> None:
    old = ALL.replace("libglib2.0-0t64", "").replace("libasound2t64", "")
    assert machine.setup(KNOWS=old).returncode == 0
    assert "libglib2.0-0 " in machine.asked()[1] + " " and "t64" not in machine.asked()[1]


def test_either_name_counts_as_installed(machine: Machine) -> None:
    old = ALL.replace("libglib2.0-0t64", "").replace("libasound2t64", "")
    assert machine.setup(HAS=old).returncode == 0
    assert not any("apt-get" in line for line in machine.asked())


def test_a_python_without_venv_gets_the_package_for_it(machine: Machine) -> None:
    assert machine.setup(HAS=ALL, NO_VENV="1").returncode == 0
    assert "python3-venv" in machine.asked()[1]


def test_without_root_the_exact_line_is_named_and_nothing_is_touched(machine: Machine) -> None:
    has = ALL.replace("libxcb-cursor0", "").replace("libegl1", "")
    done = machine.setup(ID_IS="1000", HAS=has)
    assert done.returncode == 1
    assert (
        "apt-get update && apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n" in done.stderr
    )
    assert machine.asked() == []
    assert not (machine.clone / ".venv").exists()


def test_without_root_but_with_sudo_it_goes_through_sudo(machine: Machine) -> None:
    machine.tool("sudo", '#!/bin/sh\necho "sudo $*" >>"$CLONE/asked"; exec "$@"\n')
    assert machine.setup(ID_IS="1000", KNOWS=ALL).returncode == 0
    assert machine.asked()[0].startswith("sudo apt-get update")
    assert any(line.startswith("sudo env") and "libegl1" in line for line in machine.asked())


def test_when_apt_fails_the_line_is_named(machine: Machine) -> None:
    done = machine.setup(KNOWS=ALL, APT_FAILS="100")
    assert done.returncode == 1
    assert "apt-get install -y --no-install-recommends" in done.stderr


def test_when_the_network_fails_the_next_try_starts_again(machine: Machine) -> None:
    done = machine.setup(HAS=ALL, PIP_FAILS="1")
    assert done.returncode == 1 and "network" in done.stderr
    assert machine.setup(HAS=ALL).returncode == 0
    assert sum("pip" in line for line in machine.asked()) == 2


def test_a_second_set_up_does_nothing_and_is_quick(machine: Machine) -> None:
    machine.setup(HAS=ALL)
    before = machine.asked()
    began = time.monotonic()
    done = machine.setup(HAS="", KNOWS=ALL)
    assert time.monotonic() - began < 0.5
    assert (done.returncode, done.stdout, machine.asked()) == (0, "", before)


def test_a_set_up_for_the_checks_serves_the_kiosk_too_but_not_the_other_way_round(machine: Machine) -> None:
    machine.setup("test", HAS=ALL)
    before = machine.asked()
    assert (machine.setup("run", HAS=ALL).stdout, machine.asked()) == ("", before)
    (machine.clone / ".venv" / ".set-up-for-test").unlink()
    machine.setup("run", HAS=ALL)
    machine.setup("test", HAS=ALL)
    assert [line.endswith("requirements-test.lock") for line in machine.asked()] == [True, False, True]


def test_a_new_lock_file_is_installed_at_the_next_start(machine: Machine) -> None:
    machine.setup(HAS=ALL)
    with (machine.clone / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")
    machine.setup(HAS=ALL)
    assert sum("pip" in line for line in machine.asked()) == 2


def test_a_clone_that_was_moved_is_set_up_again(machine: Machine, tmp_path: Path) -> None:
    machine.setup(HAS=ALL)
    (machine.clone / ".venv" / "bin" / "mypy").write_text("#!/the/old/place/.venv/bin/python")
    machine.clone = machine.clone.rename(tmp_path / "moved")
    assert machine.setup(HAS=ALL).returncode == 0
    assert not (machine.clone / ".venv" / "bin" / "mypy").exists()  # it would still name the old place
    assert (machine.clone / ".venv" / "site" / "kiosk_clone.pth").read_text().strip() == str(machine.clone)


def test_a_broken_environment_is_made_anew(machine: Machine) -> None:
    machine.setup(HAS=ALL)
    (machine.clone / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 127\n")
    (machine.clone / ".venv" / ".set-up-for-run").unlink()
    done = machine.setup(HAS=ALL)
    assert done.returncode == 0 and "making it anew" in done.stdout


def test_an_environment_of_another_python_is_made_anew_though_all_else_fits(machine: Machine) -> None:
    """As after an upgrade of Debian: the program of that name is another release, and finds no packages."""
    machine.setup(HAS=ALL)
    python = machine.clone / ".venv" / "bin" / "python"
    newer = machine.tools / "python3.13"
    shutil.copy2(python, newer)
    python.unlink()
    python.symlink_to(newer)
    done = machine.setup(HAS=ALL)
    assert done.returncode == 0 and "making it anew" in done.stdout
    assert machine.setup(HAS=ALL).stdout == ""


def test_an_environment_whose_stamp_names_the_place_alone_is_kept(machine: Machine) -> None:
    """As older versions wrote it: a kiosk without a network has only that one."""
    machine.setup(HAS=ALL)
    stamp = machine.clone / ".venv" / ".set-up-for-run"
    sha, *_ = stamp.read_text().split()
    stamp.write_text(f"{sha} {machine.clone}\n")
    done = machine.setup(HAS=ALL)
    assert done.returncode == 0 and "making it anew" not in done.stdout


@pytest.fixture
def others_machine() -> Iterator[Machine]:
    """In a folder that every user may enter; pytest's own are closed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Machine(Path(folder))
        subprocess.run(["chmod", "-R", "u+w", folder], check=True)


NOBODY = 65534 if os.geteuid() == 0 else None  # root may write everywhere; others are kept out by the mode


@pytest.mark.parametrize(
    ("closed", "works"), [(".venv", False), (".venv/site", False), (".", False), (".venv", True)]
)
def test_another_users_environment_is_left_as_it_is_in_one_sentence(
    others_machine: Machine, closed: str, works: bool
) -> None:
    machine = others_machine
    assert machine.setup(HAS=ALL).returncode == 0
    before = machine.asked()
    if works:
        (machine.clone / "requirements.lock").write_text("# newer\n")
    else:
        (machine.clone / ".venv" / "bin" / "python").chmod(0o644)
    for folder in (machine.clone, *machine.clone.rglob("*/")):
        folder.chmod(0o777)
    (machine.clone / closed).chmod(0o555)
    done = machine.setup(user=NOBODY, HAS=ALL)
    assert done.returncode == 1 and machine.asked() == before
    assert done.stderr.count("\n") == 1, done.stderr
    owner = machine.clone.owner()
    assert f"là của {owner}" in done.stderr and f"belongs to {owner}: please" in done.stderr
    assert (machine.clone / ".venv" / "bin" / "python").exists() and "making it anew" not in done.stdout


def test_no_fitting_python_is_said_plainly(machine: Machine) -> None:
    machine.tool("python3", "#!/bin/sh\nexit 1\n")
    done = machine.setup(HAS=ALL)
    assert done.returncode == 1 and "Python 3.11" in done.stderr


def test_every_script_is_plain_posix_shell() -> None:
    for script in (*(ROOT / "script").iterdir(), ROOT / ".ci" / "run"):
        text = script.read_text(encoding="utf-8") if script.is_file() else ""
        if text.startswith("#!/bin/sh"):
            assert os.access(script, os.X_OK), script
            checked = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
            assert checked.returncode == 0, checked.stderr
            assert "[[" not in text and "function " not in text, script
