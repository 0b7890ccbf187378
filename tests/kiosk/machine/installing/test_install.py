"""`kiosk install`: what it would write, that systemd and udev can read it, and when it refuses."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from kiosk.machine.installing import carry_out, places
from kiosk.machine.installing.machine import refusals, user_units
from kiosk.machine.installing.plan import CAGE, files_of, session_files_of
from kiosk.machine.supervision.session_watch import ENDS_WITHIN_S, READY_WITHIN_S, SIGN_WITHIN_S

PYTHON = "/opt/kiosk-bdhvs/.venv/bin/python"
TEXTS = files_of(PYTHON, 19)
STARTED_AGAIN = [f"reset-failed {places.SERVICE}", f"--no-block start {places.SERVICE}"]
"""Without the first the limit refuses this start as well."""
POSIX = pytest.mark.skipif(os.name != "posix", reason="owners and links are of POSIX")


def unit(name: str) -> dict[str, dict[str, list[str]]]:
    """Sections of settings; a setting may stand more than once."""
    sections: dict[str, dict[str, list[str]]] = {}
    for line in TEXTS[places.UNITS / name].splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            key, _, value = line.partition("=")
            section.setdefault(key, []).append(value)
    return sections


def test_the_kiosk_is_a_service_of_the_system_with_a_seat_and_a_user_of_its_own() -> None:
    service = unit(places.SERVICE)["Service"]
    wanted = {
        "User": "kiosk-bdhvs", "TTYPath": "/dev/tty1", "StandardInput": "tty-fail",
        "KillMode": "mixed", "NoNewPrivileges": "yes", "UMask": "0077", "RuntimeDirectory": "kiosk-bdhvs",
    }  # fmt: skip
    assert {key: service[key] for key in wanted} == {key: [value] for key, value in wanted.items()}
    assert service["ExecStart"] == [
        f"{CAGE} -d -- /bin/sh {places.START_SCRIPT} run --data /var/lib/kiosk-bdhvs/data "
        "--config /etc/xdg/kiosk-bdhvs/kiosk.toml"
    ]
    assert service["RuntimeDirectoryPreserve"] == ["yes"], "a crashed visit is offered again from there"
    assert "PAMName" not in service, "in a session of logind's its signs of life would not be the unit's"
    assert unit(places.SERVICE)["Unit"]["Requires"] == ["seatd.service"]
    assert "udevadm settle" in service["ExecStartPre"][0], (
        "a screen that the kernel finds late costs no start"
    )
    assert "WLR_RENDERER=pixman" in service["Environment"][0], "no driver of a graphics card is trusted"
    assert "LIBSEAT_BACKEND=seatd" in service["Environment"][0], "or cage waits for ever for another seat"
    assert "getty@tty1.service" in unit(places.SERVICE)["Unit"]["Conflicts"][0]
    assert unit(places.SERVICE)["Install"] == {"WantedBy": ["multi-user.target"]}


def test_the_service_is_watched_and_the_signs_of_its_child_count() -> None:
    service = unit(places.SERVICE)["Service"]
    assert service["Type"] == ["notify"] and service["NotifyAccess"] == ["all"]
    starts_within_s = 10 + int(service["RestartSec"][0])
    assert 12 <= int(service["WatchdogSec"][0]) <= 30 - starts_within_s, "back within 30 s of a hang"
    assert int(service["WatchdogSec"][0]) == SIGN_WITHIN_S, "a laptop is watched as a machine of its own is"
    assert service["WatchdogSignal"] == ["SIGKILL"], "a stopped process dies of nothing else"
    assert int(service["TimeoutStopSec"][0]) <= 10
    assert service["OOMPolicy"] == ["continue"], "what the kernel ends beside it (a proof) ends not the kiosk"


def test_after_six_starts_that_failed_however_slowly_a_page_is_shown_and_then_it_is_tried_again() -> None:
    section, service = unit(places.SERVICE)["Unit"], unit(places.SERVICE)["Service"]
    burst, interval = int(section["StartLimitBurst"][0]), int(section["StartLimitIntervalSec"][0])
    settle = int(re.findall(r"settle --timeout=(\d+)", service["ExecStartPre"][0])[0])
    start, stop, pause = (int(service[key][0]) for key in ("TimeoutStartSec", "TimeoutStopSec", "RestartSec"))
    slowest = settle + start + 2 * stop + pause  # a stop waits once after SIGTERM and once after SIGKILL
    assert burst * slowest < interval, "the start that is refused comes before the first is forgotten"
    assert service["RestartMode"] == ["direct"], "else each restart shows the page (systemd 254 and newer)"
    assert section["OnFailure"] == [places.STOPPED] and service["Restart"] == ["always"]
    page = unit(places.STOPPED)
    assert page["Unit"]["OnSuccess"] == page["Unit"]["OnFailure"] == [places.AGAIN]
    assert page["Service"]["ExecStart"][0].endswith("exec sleep 300'")
    assert unit(places.AGAIN)["Service"]["ExecStart"] == [f"/bin/sh {places.AGAIN_SCRIPT}"]


@POSIX
def test_after_the_third_page_the_machine_is_restarted_and_twice_a_day_at_most(tmp_path: Path) -> None:
    """The script with the folders and the programs of a machine of ours."""
    programs, home = tmp_path / "bin", tmp_path / "home"
    programs.mkdir()
    home.mkdir()
    (programs / "systemctl").write_text(f'#!/bin/sh\necho "$*" >>{tmp_path}/asked\n')
    (programs / "date").write_text(f"#!/bin/sh\ncat {tmp_path}/day\n")
    (programs / "setpriv").write_text(f'#!/bin/sh\necho "$1 $6" >>{tmp_path}/noted\n')
    for one in programs.iterdir():
        one.chmod(0o755)
    text = TEXTS[places.AGAIN_SCRIPT].replace("/run/", f"{tmp_path}/").replace(str(places.HOME), str(home))

    def page(day: str = "2026-12-01") -> str:
        (tmp_path / "day").write_text(f"{day}\n")
        path = {"PATH": f"{programs}:{os.environ['PATH']}"}
        subprocess.run(["sh", "-c", text], check=True, env=path)
        asked = (tmp_path / "asked").read_text().splitlines()
        (tmp_path / "asked").unlink()
        return "restart" if asked == ["reboot"] else "again" if asked == STARTED_AGAIN else str(asked)

    def power_on() -> None:
        (tmp_path / "kiosk-bdhvs-pages").unlink()

    for _ in range(2):
        assert [page() for _ in range(3)] == ["again", "again", "restart"]
        power_on()
    assert [page() for _ in range(5)] == ["again"] * 5, "what no restart mends must not restart for ever"
    assert page("2026-12-02") == "restart"
    (home / "machine-restarts").write_text("2026-12-02 x[$(touch owned)]\n")
    assert page("2026-12-02") == "restart", "what cannot be read counts as none, and is never run"
    assert not (Path.cwd() / "owned").exists()
    secret = tmp_path / "secret"
    secret.write_text("kept\n")
    (home / "machine-restarts").unlink()
    (home / "machine-restarts").symlink_to(secret)
    assert page("2026-12-03") == "restart" and secret.read_text() == "kept\n"
    noted = (tmp_path / "noted").read_text().splitlines()
    assert noted.count("--reuid=kiosk-bdhvs machine") == 5, "for the ward, and never as root"
    assert noted.count("--reuid=kiosk-bdhvs page") == len(noted) - 5 == 14
    os.utime(tmp_path / "kiosk-bdhvs-pages", (0, 0))
    assert page("2026-12-04") == "again", "a page of long ago is another story"


def test_the_text_for_where_no_picture_comes_can_be_drawn_by_a_bare_console() -> None:
    assert TEXTS[places.TEXT].isascii()
    assert f"cat {places.TEXT}" in unit(places.STOPPED)["Service"]["ExecStart"][0]
    assert unit(places.STOPPED)["Service"]["StandardOutput"] == ["tty"]


def test_no_login_prompt_no_magic_key_and_no_key_of_the_machine_reaches_a_shell() -> None:
    assert TEXTS[places.SYSRQ].splitlines()[-1] == "kernel.sysrq = 0"
    logind = ConfigParser(strict=True)
    logind.optionxform = str  # type: ignore[assignment]
    logind.read_string(TEXTS[places.LOGIND])
    login = logind["Login"]
    assert (login["NAutoVTs"], login["ReserveVT"]) == ("0", "0")
    keys = {key: value for key, value in login.items() if key.startswith("Handle")}
    assert keys.pop("HandlePowerKey") == "poweroff"
    assert len(keys) >= 8 and set(keys.values()) == {"ignore"}
    assert "ConditionKernelCommandLine=kiosk.maintenance\n" in TEXTS[places.GETTY]
    for name in (places.SERVICE,):
        assert unit(name)["Unit"]["ConditionKernelCommandLine"] == ["!kiosk.maintenance"]


def test_sticks_are_mounted_so_that_nothing_on_them_runs_and_the_kiosk_may_write() -> None:
    rules = [line for line in TEXTS[places.STICKS].splitlines() if "RUN{program}" in line]
    kinds = "|".join(re.findall(r'ID_FS_TYPE}=="([^"]+)"', "\n".join(rules)))
    assert set(kinds.split("|")) == {"vfat", "exfat", "ntfs", "ext2", "ext3", "ext4"}
    assert all("nodev,nosuid,noexec" in rule and "--no-block" in rule for rule in rules)
    assert all("/media/kiosk-bdhvs/%k" in rule and "--automount=no" in rule for rule in rules)
    owned = ["--owner=kiosk-bdhvs" in rule for rule in rules]
    read = [",ro " in rule for rule in rules]
    assert owned.count(False) == 1 and read == [not one for one in owned], (
        "what cannot be the kiosk's is only read, and said to be"
    )
    assert 'ENV{ID_BUS}!="usb", GOTO="kiosk_sticks_end"' in TEXTS[places.STICKS]


def test_the_night_is_exported_by_the_same_user_in_its_own_service() -> None:
    assert unit(places.EXPORT_SERVICE)["Service"]["User"] == ["kiosk-bdhvs"]
    assert unit(places.EXPORT_SERVICE)["Service"]["ExecStart"][0].startswith(
        f"/bin/sh {places.START_SCRIPT} export --data"
    )
    assert unit(places.EXPORT_TIMER)["Timer"]["OnCalendar"] == ["*-*-* 12:20:00 UTC"]
    assert unit(places.EXPORT_TIMER)["Timer"]["Persistent"] == ["true"]
    early = files_of(PYTHON, 3)[places.UNITS / places.EXPORT_TIMER]
    assert "OnCalendar=*-*-* 20:20:00 UTC" in early


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")
def test_systemd_reads_every_unit_without_a_remark(tmp_path: Path) -> None:
    for file, text in files_of("/bin/true", 19).items():
        if file.suffix in {".service", ".timer"}:
            (tmp_path / file.name).write_text(text.replace(CAGE, "/bin/true"), encoding="utf-8")
    units = sorted(str(one) for one in tmp_path.iterdir())
    (tmp_path / "seatd.service").write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        env=os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
    )
    remarks = [line for line in done.stderr.splitlines() if "kiosk-bdhvs" in line]
    assert not [line for line in remarks if "RestartMode" not in line], done.stderr  # unknown before 254
    assert len(units) == 5


def _udev_can_verify() -> bool:
    if not shutil.which("udevadm"):
        return False
    return subprocess.run(["udevadm", "verify", "--help"], capture_output=True).returncode == 0


@pytest.mark.skipif(not _udev_can_verify(), reason="this udev cannot say whether a rule is right")
def test_udev_reads_the_rules_of_sticks(tmp_path: Path) -> None:
    rules = tmp_path / "90-sticks.rules"
    rules.write_text(TEXTS[places.STICKS], encoding="utf-8")
    done = subprocess.run(["udevadm", "verify", str(rules)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@POSIX
def test_what_is_written_is_roots_alone_to_change_and_may_be_written_again(tmp_path: Path) -> None:
    config = tmp_path / "diem.toml"
    config.write_text("[place]\nnumber = 3\n")
    config.chmod(0o600)
    for _ in range(2):
        carry_out.write({**TEXTS, **session_files_of(PYTHON)}, tmp_path)
        carry_out.take_config(config, tmp_path)
        carry_out.mask_ctrl_alt_del(tmp_path)
    carry_out.take_config(tmp_path / places.CONFIG.relative_to("/"), tmp_path)
    modes = {file: stat.S_IMODE((tmp_path / file.relative_to("/")).stat().st_mode) for file in TEXTS}
    scripts = {modes.pop(one) for one in (places.AGAIN_SCRIPT, places.COUNT_SCRIPT, places.START_SCRIPT)}
    assert scripts == {0o755} and set(modes.values()) == {0o644}
    assert stat.S_IMODE((tmp_path / places.SESSION.relative_to("/")).stat().st_mode) == 0o755
    taken = tmp_path / places.CONFIG.relative_to("/")
    assert taken.read_text() == config.read_text() and stat.S_IMODE(taken.stat().st_mode) == 0o644
    assert (tmp_path / places.CTRL_ALT_DEL.relative_to("/")).readlink() == Path("/dev/null")
    assert not list(tmp_path.rglob("*.new"))


@POSIX
def test_a_config_that_may_hold_a_password_is_read_by_the_kiosk_and_nobody_else(tmp_path: Path) -> None:
    config = tmp_path / "diem.toml"
    config.write_text("[place]\nnumber = 3\n")
    config.chmod(0o644)
    carry_out.take_config(config, tmp_path, readers=os.getgid())
    taken = tmp_path / places.CONFIG.relative_to("/")
    assert stat.S_IMODE(taken.stat().st_mode) == 0o640 and taken.stat().st_gid == os.getgid()
    taken.chmod(0o644)  # as older versions left it: installed again from where it lies
    carry_out.take_config(taken, tmp_path, readers=os.getgid())
    assert stat.S_IMODE(taken.stat().st_mode) == 0o640


def machine_with(root: Path, *files: str) -> Path:
    for name in ("/usr/bin/cage", "/usr/bin/Xwayland", "/usr/bin/dbus-daemon", "/usr/sbin/useradd",
                 "/usr/bin/seatd", *files):  # fmt: skip
        file = root / name.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return root


@POSIX
def test_a_program_that_others_can_change_is_not_installed(tmp_path: Path) -> None:
    program = tmp_path / "kiosk"
    (program / "ui").mkdir(parents=True)
    (program / "ui").chmod(0o777)
    refused = list(refusals(desktop=False, root=machine_with(tmp_path / "m"), program=program))
    assert len(refused) == 1 and "/opt/kiosk-bdhvs" in refused[0].vi
    assert any("chown -R root:root /opt/kiosk-bdhvs" in line for line in refused[0].type)


def test_what_is_missing_is_named_with_the_line_that_installs_it(tmp_path: Path) -> None:
    machine_with(tmp_path)
    (tmp_path / "usr/bin/cage").unlink()
    first = next(iter(refusals(desktop=False, root=tmp_path)))
    assert first.type[0].endswith("apt-get install -y --no-install-recommends cage")


def test_a_machine_with_a_desktop_is_asked_for_another_way(tmp_path: Path) -> None:
    machine_with(tmp_path, "/etc/systemd/system/display-manager.service")
    assert "--desktop" in next(iter(refusals(desktop=False, root=tmp_path))).vi
    assert not [one for one in refusals(desktop=True, root=tmp_path) if "--desktop" in one.vi]


def test_a_unit_of_the_old_kind_is_found_in_whosever_home_it_is(tmp_path: Path) -> None:
    old = tmp_path / "home" / "lan" / ".config" / "systemd" / "user" / places.SERVICE
    machine_with(tmp_path, "/" + str(old.relative_to(tmp_path)))
    assert user_units(tmp_path) == (old,)


@pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX")
def test_the_session_of_a_laptop_opens_again_and_after_six_failures_says_what_to_do(tmp_path: Path) -> None:
    """With a cage that only notes what it is told to open."""
    cage = tmp_path / "cage"
    cage.write_text(f'#!/bin/sh\necho "$*" >>{tmp_path}/opened\nexit 1\n')
    cage.chmod(0o755)
    text = session_files_of(sys.executable)[places.SESSION]
    text = text.replace(CAGE, str(cage)).replace("sleep 2", "sleep 0").replace("sleep 60", "kill $$")
    session = tmp_path / "session"
    session.write_text(text)
    subprocess.run(["sh", str(session)], timeout=30)
    opened = (tmp_path / "opened").read_text().splitlines()
    assert len(opened) == 7
    assert all(line.startswith(f"-d -- {sys.executable} -m kiosk run --config") for line in opened[:6])
    assert opened[6] == f"-d -- {sys.executable} -m kiosk.machine.supervision.stopped_page 300"


def test_a_laptop_has_no_magic_keys_and_no_login_prompt_behind_its_session_and_is_watched() -> None:
    texts = session_files_of(PYTHON)
    for file in (places.SYSRQ, places.MANAGER, places.GETTY):
        assert texts[file] == TEXTS[file]
    assert "NAutoVTs=0\nReserveVT=0\n" in texts[places.LOGIND] and "Handle" not in texts[places.LOGIND]
    assert (
        f"{PYTHON} -m kiosk.machine.supervision.session_watch {CAGE} -d -- {PYTHON} -m kiosk run"
        in texts[places.SESSION]
    )


def test_a_laptop_whose_starts_hang_until_they_are_killed_reaches_the_page() -> None:
    longest = READY_WITHIN_S + 2 * ENDS_WITHIN_S
    counted = int(re.findall(r"-lt (\d+) \] \|\| failed=0", session_files_of(PYTHON)[places.SESSION])[0])
    assert longest < counted


def test_a_login_screen_offers_it_by_name() -> None:
    entry = session_files_of(PYTHON)[places.SESSION_ENTRY]
    assert f"Exec={places.SESSION}\n" in entry and "Name=Ki-ốt Bình dân học vụ số\n" in entry


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another")
def test_who_may_not_read_the_folder_of_the_kiosk_is_told_to_use_sudo(tmp_path: Path) -> None:
    code = (
        "import os; from pathlib import Path;"
        "from kiosk.base.system.as_owner import refuse_whom_it_is_closed_to;"
        "os.setuid(65534); refuse_whom_it_is_closed_to(Path('.'))"
    )
    tmp_path.chmod(0o700)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[4])}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1 and "sudo ./script/run" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another")
def test_an_officer_who_follows_another_is_told_whose_the_wards_folder_is(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from kiosk.desk.commands.chosen import choose;"
        "os.setuid(65534); choose(None, Path(sys.argv[1]))"
    )
    tmp_path.chmod(0o700)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[4]), "HOME": "/nowhere"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "Tài khoản này không mở được" in done.stderr and "sudo chown -R" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another")
def test_what_root_writes_in_the_folder_of_the_kiosk_belongs_to_the_kiosk(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    data = tmp_path / "data"
    data.mkdir()
    os.chown(data, 65534, 65534)
    code = (
        "from pathlib import Path; from kiosk.base.system.as_owner import become_owner_of;"
        "become_owner_of(Path()); Path('staff.json').write_text('{}')"
    )
    root = str(Path(__file__).parents[4])
    environment = os.environ | {"PYTHONPATH": root}
    subprocess.run([sys.executable, "-c", code], cwd=data, env=environment, check=True)
    assert (data / "staff.json").stat().st_uid == 65534
