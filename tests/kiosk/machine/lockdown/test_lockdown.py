"""`kiosk install --lockdown` below a folder: what is written, run, taken back, and what is open."""

from __future__ import annotations

import shutil
import stat
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kiosk.desk.command_line import app
from kiosk.machine.installing import places
from kiosk.machine.lockdown.carry_out import lock, unlock
from kiosk.machine.lockdown.measures import (
    FIREWALL,
    FIREWALL_UNIT,
    HARDENED,
    JOURNAL,
    MEASURES,
    OVERLAY,
    UPDATES,
    UPDATES_TIMER,
    USB_ACCESS,
    USB_DEBIANS,
    USB_OWN,
    USB_RULES,
    Measure,
)
from kiosk.machine.lockdown.usb import own_devices, read_device, system_disks, waiting_sticks
from kiosk.point.health.lockdown import check_lockdown, see_lockdown

HUB = 'id 1d6b:0002 serial "0000:00:14.0" name "xHCI Host Controller" hash "jEP=" parent-hash "rV9=" with-interface 09:00:00 with-connect-type ""'  # noqa: E501
PANEL = 'id 0eef:c000 serial "" name "eGalax \\"Touch\\"" hash "aaa=" parent-hash "jEP=" with-interface { 03:00:00 03:01:02 } with-connect-type "hardwired"'  # noqa: E501
STICK = 'id 0781:5581 serial "4C53" name "Ultra" hash "bbb=" parent-hash "jEP=" via-port "1-2" with-interface 08:06:50 with-connect-type "hotplug"'  # noqa: E501
FALSE_STICK = 'id 16c0:0487 serial "9" name "Keys" hash "ccc=" parent-hash "jEP=" via-port "1-3" with-interface { 08:06:50 03:01:01 } with-connect-type "hotplug"'  # noqa: E501
KEYBOARD = 'id 046d:c31c serial "" name "Keyboard" hash "ddd=" parent-hash "jEP=" via-port "1-4" with-interface { 03:01:01 03:00:00 } with-connect-type "hotplug"'  # noqa: E501


def named(name: str) -> Measure:
    return next(one for one in MEASURES if one.name == name)


class Root:
    """Stands for the machine: packages that are there, and every command that was run on it."""

    def __init__(self, installed: Sequence[str] = (), broken: str = "") -> None:
        self.installed, self.broken, self.ran = list(installed), broken, list[str]()

    def run(self, words: Sequence[str]) -> str:
        line = " ".join(words)
        self.ran.append(line)
        if self.broken and self.broken in line:
            raise OSError(f"{line}: it broke")
        match words[0]:
            case "dpkg-query":
                if words[-1] not in self.installed:
                    raise OSError("no such package")
                return "installed"
            case "apt-get":
                self.installed += words[5:] if words[1] == "install" else ()
            case "usbguard":
                return "\n".join(f"allow {one}" for one in (HUB, PANEL, STICK, KEYBOARD))
            case _:
                pass
        return ""


def below(root: Path, place: Path) -> Path:
    return root / place.relative_to("/")


def test_every_measure_is_made_and_taken_back_without_a_trace(tmp_path: Path) -> None:
    root = Root()
    assert [why for _, why in lock(run=root.run, root=tmp_path) if why] == []
    assert set(root.installed) == {name for one in MEASURES for name in one.packages}
    written = {one for one in tmp_path.rglob("*") if one.is_file()}
    assert written == {
        below(tmp_path, place) for one in MEASURES for place in (*one.files(), USB_OWN, USB_DEBIANS)
    }
    assert not any("@" in one.read_text("utf-8") for one in written), "no template is left unfilled"
    for place in (USB_RULES, USB_OWN, USB_ACCESS):
        assert stat.S_IMODE(below(tmp_path, place).stat().st_mode) == 0o600, "usbguard refuses it otherwise"
    assert below(tmp_path, UPDATES).stat().st_mode & stat.S_IXUSR
    assert [why for _, why in unlock(run=root.run, root=tmp_path) if why] == []
    assert [one for one in tmp_path.rglob("*") if one.is_file() or one.name.startswith("kiosk")] == []


def test_a_service_is_stopped_while_its_unit_is_still_there(tmp_path: Path) -> None:
    root, stopped = Root(), list[str]()
    lock(run=root.run, root=tmp_path)

    def run(words: Sequence[str]) -> str:
        if words[:3] == ("systemctl", "disable", "--now") and words[3].startswith("kiosk"):
            assert below(tmp_path, places.UNITS / words[3]).exists()
            stopped.append(words[3])
        return root.run(words)

    unlock(run=run, root=tmp_path)
    assert stopped == [UPDATES_TIMER.name, FIREWALL_UNIT.name]


def test_the_rules_are_there_before_debian_starts_what_reads_them(tmp_path: Path) -> None:
    root = Root()
    seen = list[bool]()

    def run(words: Sequence[str]) -> str:
        if words[:2] == ("apt-get", "install"):
            seen.append(below(tmp_path, USB_OWN).read_text("utf-8") == "allow\n")
        return root.run(words)

    lock((named("usb"),), run=run, root=tmp_path)
    assert seen == [True], "a disk the machine runs from is not shut out for a moment"
    assert "allow\n" not in below(tmp_path, USB_OWN).read_text("utf-8").splitlines(keepends=True)


def test_one_that_fails_says_so_and_the_others_are_made(tmp_path: Path) -> None:
    root = Root(broken="kiosk-bdhvs-firewall")
    done = {one.name: why for one, why in lock(run=root.run, root=tmp_path)}
    assert [name for name, why in done.items() if why] == ["firewall"] and "it broke" in done["firewall"]
    assert below(tmp_path, HARDENED).exists() and below(tmp_path, OVERLAY).exists()


@pytest.mark.parametrize("broken", ["apt-get update", "apt-get install", "usbguard generate-policy"])
def test_a_measure_that_fails_leaves_nothing_behind_that_lets_everything_in(
    tmp_path: Path, broken: str
) -> None:
    root = Root(broken=broken)
    ((_, why),) = lock((named("usb"),), run=root.run, root=tmp_path)
    assert "it broke" in why
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
    off = [line for line in root.ran if line.startswith("systemctl disable --now usbguard")]
    assert off == [f"systemctl disable --now usbguard{one}.service" for one in ("-dbus", "")], "all USB waits"


def test_a_machine_that_was_locked_stays_so_where_locking_it_again_fails(tmp_path: Path) -> None:
    lock((named("usb"),), run=Root().run, root=tmp_path)
    before = below(tmp_path, USB_OWN).read_text("utf-8")
    lock((named("usb"),), run=Root(["usbguard"], broken="usbguard generate-policy").run, root=tmp_path)
    assert below(tmp_path, USB_OWN).read_text("utf-8") == before and below(tmp_path, USB_RULES).exists()


def test_what_is_plugged_in_is_the_machines_own_but_for_sticks_and_whatever_socket_it_is_in(
    tmp_path: Path,
) -> None:
    printed = "\n".join(f"allow {one}" for one in (HUB, PANEL, STICK, KEYBOARD))
    own = own_devices(printed, ())
    assert "0eef:c000" in own and "046d:c31c" in own and "0781:5581" not in own
    assert "parent-hash" not in own and "via-port" not in own and 'hash "aaa="' in own
    assert "with-connect-type" not in own, "usbguard matches it: a socket of another kind shut the panel out"
    assert "0781:5581" in own_devices(printed, [("0781:5581", "4C53")]), "a disk the system is on stays"
    assert "0781:5581" not in own_devices(printed, [("0781:5581", "another")])


def test_the_disk_the_system_is_on_is_known_through_what_lies_between(tmp_path: Path) -> None:
    usb = tmp_path / "sys/devices/pci0/usb1/1-2"
    partition = usb / "1-2:1.0/host0/block/sda/sda2"
    partition.mkdir(parents=True)
    for name, text in {"idVendor": "0781\n", "idProduct": "5581\n", "serial": "4C53\n"}.items():
        (usb / name).write_text(text)
    blocks = tmp_path / "sys/class/block"
    (mapped := blocks / "dm-0" / "slaves" / "sda2").parent.mkdir(parents=True)
    mapped.symlink_to(partition)
    (blocks / "sda2").symlink_to(partition)
    (tmp_path / "dev/mapper").mkdir(parents=True)
    (tmp_path / "dev/dm-0").touch()
    (tmp_path / "dev/mapper/root").symlink_to("../dm-0")
    (tmp_path / "proc").mkdir()
    mounts = tmp_path / "proc/mounts"
    mounts.write_text("/dev/mapper/root / ext4 rw 0 0\nproc /proc proc rw 0 0\n")
    assert system_disks(tmp_path) == (("0781:5581", "4C53"),)
    mounts.write_text("/dev/sda2 /media/kiosk-bdhvs/sda2 vfat rw 0 0\n")
    assert system_disks(tmp_path) == (), "a stick that is plugged in is not the system's"


def test_only_what_is_a_stick_and_nothing_else_is_let_in() -> None:
    blocked = "\n".join(f"{at}: block {one}" for at, one in enumerate((STICK, FALSE_STICK, KEYBOARD), 7))
    assert waiting_sticks(f"{blocked}\nnonsense\n") == (7,)
    assert read_device("nonsense") is None


@pytest.mark.skipif(shutil.which("usbguard-rule-parser") is None, reason="usbguard is not installed")
def test_usbguard_reads_every_rule(tmp_path: Path) -> None:
    text = named("usb").files()[USB_RULES] + own_devices(f"allow {PANEL}\nallow {KEYBOARD}", ())
    for rule in (line for line in text.splitlines() if line and not line.startswith("#")):
        said = subprocess.run(["usbguard-rule-parser", rule], check=True, capture_output=True, text=True)
        assert f"OUTPUT: {rule}" in said.stdout, "as it is printed of those in force"


@pytest.mark.skipif(shutil.which("nft") is None, reason="nftables is not installed")
def test_nft_reads_the_firewall_on_a_system_without_names_of_protocols(tmp_path: Path) -> None:
    file = tmp_path / "firewall.nft"
    file.write_text(named("firewall").files()[FIREWALL], "utf-8")
    bare = "[ ! -e /etc/protocols ] || mount --bind /dev/null /etc/protocols; exec nft -c -f"
    apart = ["unshare", "--map-root-user", "--mount", "--net", "sh", "-c", f"{bare} {file}"]
    said = subprocess.run(apart, capture_output=True, text=True, check=False)
    if said.stderr.startswith("unshare:"):
        pytest.skip(said.stderr)
    assert said.returncode == 0, said.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")
def test_systemd_reads_every_unit_without_a_remark(tmp_path: Path) -> None:
    for measure in MEASURES:
        for place, text in measure.files().items():
            if place.suffix in {".service", ".timer"}:
                here = text.replace("=nft ", "=/bin/true ").replace(str(UPDATES), "/bin/true")
                (tmp_path / place.name).write_text(here, "utf-8")
    units = sorted(str(one) for one in tmp_path.iterdir())
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    ours = [line for line in said.stderr.splitlines() if "kiosk-bdhvs" in line]
    assert len(units) == 3 and ours == []


def test_printing_writes_nothing_and_shows_every_file(tmp_path: Path) -> None:
    said = CliRunner().invoke(app, ["install", "--lockdown", "--print"])
    assert said.exit_code == 0
    for measure in MEASURES:
        assert measure.vi in said.output
        assert all(str(place) in said.output for place in measure.files())
    for place in (places.GETTY, places.LOGIND, places.MANAGER, places.SYSRQ, places.CTRL_ALT_DEL):
        assert str(place) in said.output, "made by install: who looks for it here is told so"
    assert all(
        one in said.output for one in ("udisks2", "consoleblank", "--boot-password", "--undo leaves them")
    )
    refused = CliRunner().invoke(app, ["install", "--undo"])
    assert refused.exit_code != 0


GOOD = {
    "usbguard.service -p ActiveState": "ActiveState=active",
    "kiosk-bdhvs-firewall.service -p ActiveState": "ActiveState=active",
    "systemd-timesyncd.service -p ActiveState": "ActiveState=active",
    f"{UPDATES_TIMER.name} -p ActiveState": "ActiveState=active",
    "kiosk-bdhvs-updates.service -p Result": "Result=success",
    f"{places.SERVICE} -p ProtectSystem": "ProtectSystem=strict",
    "-p RuntimeWatchdogUSec": "RuntimeWatchdogUSec=30s",
}


TABLE = (
    "table inet kiosk_bdhvs {\n\tchain input {\n\t\ttype filter hook input priority filter; policy drop;\n"
)


def answers_of(root: Path) -> dict[str, str | None]:
    """What usbguard, nft and journald say of a machine that is as it should be."""
    rules = "".join(
        below(root, one).read_text("utf-8") for one in (USB_OWN, USB_RULES) if below(root, one).exists()
    )
    lines = [line for line in rules.splitlines() if line and not line.startswith("#")]
    return {
        "usbguard list-rules": "\n".join(f"{at}: {line}" for at, line in enumerate(lines, 1)),
        "usbguard get-parameter ImplicitPolicyTarget": "block\n",
        "nft list table inet kiosk_bdhvs": TABLE,
        "systemd-analyze cat-config systemd/journald.conf": named("logs").files()[JOURNAL],
    }


def seen(
    root: Path,
    systemd: Mapping[str, str] | None = None,
    *,
    browser: str = "",
    programs: Mapping[str, str | None] | None = None,
    is_root: bool = True,
) -> str:
    """What the doctor says of the machine below *root*."""
    told = answers_of(root) | dict(programs or {})
    return see(root, told, systemd or {}, browser=browser, is_root=is_root)


def see(
    root: Path,
    told: Mapping[str, str | None],
    systemd: Mapping[str, str],
    *,
    browser: str = "",
    is_root: bool = True,
) -> str:
    answers = GOOD | dict(systemd)
    found = see_lockdown(
        root,
        lambda *words: answers.get(" ".join(words[1:]), "ActiveState=inactive"),
        lambda name: name if name == browser else "",
        lambda words: told[" ".join(words)],
        is_root=is_root,
    )
    one = check_lockdown(found)
    return f"{one.state} {one.vi} {one.do_vi}" if found.wanted else ""


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with every measure in force."""
    lock(run=Root().run, root=tmp_path)
    below(tmp_path, places.UNITS / places.SERVICE).touch()
    mounts = below(tmp_path, Path("/proc/mounts"))
    mounts.parent.mkdir()
    mounts.write_text(
        "/dev/sda1 /media/root-ro ext4 ro 0 0\noverlayroot / overlay rw,lowerdir=/media/root-ro 0 0\n"
    )
    monkeypatch.setattr("os.path.ismount", lambda _: True)
    return tmp_path


def test_the_doctor_says_of_each_line_that_is_open_which(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seen(locked).startswith("ok ")
    for unit, measure in (
        ("usbguard.service", "usb"),
        ("kiosk-bdhvs-firewall.service", "firewall"),
        ("systemd-timesyncd.service", "time"),
        (UPDATES_TIMER.name, "updates"),
    ):
        said = seen(locked, {f"{unit} -p ActiveState": "ActiveState=failed"})
        assert said.startswith("mend ") and named(measure).vi in said and said.count("–") == 1
    assert named("updates").vi in seen(locked, {"kiosk-bdhvs-updates.service -p Result": "Result=exit-code"})
    assert named("hardening").vi in seen(locked, {f"{places.SERVICE} -p ProtectSystem": "ProtectSystem=no"})
    assert "gỡ firefox-esr" in seen(locked, browser="firefox-esr")
    assert "udisks2" in seen(locked, {"udisks2.service -p ActiveState": "ActiveState=active"})
    watchdog = below(locked, Path("/dev/watchdog0"))
    watchdog.parent.mkdir()
    watchdog.touch()
    assert named("watchdog").vi in seen(locked, {"-p RuntimeWatchdogUSec": "RuntimeWatchdogUSec=0"})
    blank = below(locked, Path("/sys/module/kernel/parameters/consoleblank"))
    blank.parent.mkdir(parents=True)
    blank.write_text("600\n")
    assert "600 giây" in seen(locked)
    blank.write_text("0\n")
    session = below(locked, Path("/run/systemd/sessions/3"))
    session.parent.mkdir(parents=True)
    session.write_text("USER=an\nSEAT=seat0\nCLASS=user\nSTATE=active\n")
    assert "an đang đăng nhập" in seen(locked)
    session.write_text("USER=an\nCLASS=user\nSTATE=active\n")
    assert seen(locked).startswith("ok "), "over ssh there is no seat"
    below(locked, FIREWALL).write_text("table inet kiosk_bdhvs { }\n")
    assert named("firewall").vi in seen(locked), "what was changed by hand is not the measure any more"
    monkeypatch.setattr("os.path.ismount", lambda _: False)
    assert "phân vùng riêng" in seen(locked)


def test_the_doctor_sees_usb_that_is_open_though_usbguard_runs(locked: Path) -> None:
    own, usb = below(locked, USB_OWN), named("usb").vi
    as_it_was = own.read_text("utf-8")
    own.write_text("allow\n")
    assert usb in seen(locked) and "mọi thiết bị" in seen(locked)
    own.unlink()
    assert f"missing: {USB_OWN.name}" in seen(locked)
    own.write_text(as_it_was)
    assert seen(locked).startswith("ok ")
    (foreign := own.with_name("00-x.conf")).write_text("allow\n")
    assert "00-x.conf" in seen(locked)
    foreign.unlink()
    rules = answers_of(locked)["usbguard list-rules"] or ""
    stick = STICK.replace(' parent-hash "jEP=" via-port "1-2"', "")
    for loose in (
        "allow",
        "allow id *:*",
        "allow with-interface one-of { 03:*:* }",
        'allow hash "*"',
        f"allow {stick}",
    ):
        assert loose in seen(locked, programs={"usbguard list-rules": f"1: {loose}\n{rules}"})
    own.write_text(f"{as_it_was}allow {stick}\n")
    disk = f"{rules}\n97: allow {STICK}"
    assert seen(locked, programs={"usbguard list-rules": disk}).startswith("ok "), "the disk the system is on"
    own.write_text(as_it_was)
    panel = f"{rules}\n99: allow {PANEL}\n98: block\n"
    assert seen(locked, programs={"usbguard list-rules": panel}).startswith("ok "), "a device by its hash"
    assert "ImplicitPolicyTarget=allow" in seen(
        locked, programs={"usbguard get-parameter ImplicitPolicyTarget": "allow\n"}
    )
    assert "usbguard không trả lời" in seen(locked, programs={"usbguard list-rules": None})


def test_the_doctor_asks_for_the_rules_themselves_of_firewall_logs_and_disk(locked: Path) -> None:
    """Debian's own rules begin with *flush ruleset*; the unit of ours stays *active* without one rule."""
    nft = "nft list table inet kiosk_bdhvs"
    for said in (None, "table inet kiosk_bdhvs {\n}\n", TABLE.replace("policy drop", "policy accept")):
        assert named("firewall").vi in seen(locked, programs={nft: said})
    later = f"{named('logs').files()[JOURNAL]}\n# /etc/systemd/journald.conf.d/99-x.conf\n\nSystemMaxUse=4G\n"
    assert "SystemMaxUse=4G" in seen(
        locked, programs={"systemd-analyze cat-config systemd/journald.conf": later}
    )
    below(locked, Path("/proc/mounts")).write_text("/dev/sda1 / ext4 rw 0 0\n")
    assert named("overlay").vi in seen(locked)


def test_who_is_not_root_says_nothing_of_what_it_may_not_see(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each night the kiosk's own user asks; usbguard keeps its rules for root."""
    real_open, real_read, real_list = Path.open, Path.read_text, Path.iterdir

    def closed(real: Callable[..., Any]) -> Callable[..., Any]:
        def only_others(file: Path, *words: Any, **named: Any) -> Any:
            if "usbguard" in file.parts:
                raise PermissionError(13, "closed")
            return real(file, *words, **named)

        return only_others

    nothing = {key: None for key in answers_of(locked) if key.startswith(("usbguard", "nft"))}
    told = answers_of(locked) | nothing
    for name, real in (("open", real_open), ("read_text", real_read), ("iterdir", real_list)):
        monkeypatch.setattr(Path, name, closed(real))
    assert see(locked, told, {}, is_root=False).startswith("ok ")
    told["usbguard list-rules"], told["usbguard get-parameter ImplicitPolicyTarget"] = "1: allow", "block"
    assert named("usb").vi in see(locked, told, {}, is_root=False), "which rules run it may ask"


def test_of_a_machine_that_is_no_kiosk_nothing_is_asked(tmp_path: Path) -> None:
    assert seen(tmp_path) == ""
