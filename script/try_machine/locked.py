"""What a machine that is locked down has to stand, after `install --lockdown`, on the same machine."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trial import Trial

from fat_stick import fat_stick
from places import PROGRAM
from virtual import NotAnswered

AS_THE_KIOSK = "runuser -u kiosk-bdhvs --"
SHUT_OUT = "usbguard list-devices --blocked"
MOUNTED = "grep /media/kiosk-bdhvs/ /proc/mounts"


def is_locked_down(trial: Trial) -> None:
    code, said = trial.machine.run(f"cd {PROGRAM} && ./script/run install --lockdown", 1800)
    for line in said.splitlines():
        trial.say(f"     {line}")
    trial.check(code == 0, f"install --lockdown ends with {code}")
    trial.guest("sync")
    trial.ends_by_the_power_key()


def the_doctor_finds_it_locked(trial: Trial) -> None:
    _, said = trial.machine.run(f"cd {PROGRAM} && ./script/run doctor", 900)
    at = said.find("lockdown:")
    trial.say("     " + said[at - 2 : at + 1200].replace("\n", "\n             "))
    trial.check("✓ lockdown:" in said, "doctor: every measure is in force")
    trial.check("✓ service:" in said and "✓ console:" in said, "doctor: service and console are well")


def no_foreign_device_is_believed(trial: Trial) -> None:
    """A keyboard and a tablet nobody knew when the machine was locked down."""
    before = trial.guest(SHUT_OUT).count("block id")
    for driver in ("usb-kbd", "usb-wacom-tablet"):
        trial.machine.plug_in_device(driver)
    time.sleep(5)
    listed = trial.guest(SHUT_OUT)
    trial.check(listed.count("block id") == before + 2, f"two foreign devices are shut out: {listed}")
    trial.check(trial.guest("usbguard list-devices --allowed") != "", "what was there before still answers")


def a_stick_waits_for_staff(trial: Trial) -> None:
    """*Staff are signed in* is what the kiosk does then, typed: its tests show that it does so then alone."""
    trial.machine.plug_in(fat_stick(trial.pictures / "stick-locked.img"))
    time.sleep(15)
    trial.check(trial.guest(MOUNTED) == "", "a stick is not even seen while nobody is signed in")
    listed = trial.guest(f"{AS_THE_KIOSK} {SHUT_OUT}")
    number = next((line.split(":")[0] for line in listed.splitlines() if "08:06:50" in line), "")
    trial.guest(f"{AS_THE_KIOSK} usbguard allow-device {number}")
    try:
        took = trial.machine.until(lambda: trial.guest(MOUNTED) != "", "the stick is mounted", 120)
        trial.check(True, f"staff signed in: mounted after {took:.0f} s")
    except NotAnswered as never:
        trial.check(False, f"{never}: {listed}")
        return
    place = trial.guest(MOUNTED).split()[1]
    kept = trial.guest(f"{AS_THE_KIOSK} sh -c 'echo x >{place}/x && cat {place}/x'")
    trial.check(kept == "x", "the kiosk's user writes on it")
    trial.machine.pull_out()


def nothing_written_on_the_system_stays(trial: Trial) -> None:
    trial.guest("echo left >/etc/left-behind; echo kept >/var/lib/kiosk-bdhvs/data/kept; sync")
    trial.check(trial.guest("cat /etc/left-behind") == "left", "something is written on the system's disk")
    trial.ends_by_the_power_key()
    trial.opens(4)
    trial.check("left" not in trial.guest("cat /etc/left-behind 2>&1 | grep -x left"), "it is gone")
    trial.check(trial.guest("cat /var/lib/kiosk-bdhvs/data/kept") == "kept", "the kiosk's data stayed")
    said = trial.guest(f"cd {PROGRAM} && ./script/run install --lockdown --undo")
    trial.check("overlayroot-chroot" in said, "taking it back says first how the disk is opened")


def nobody_comes_in_by_the_network(trial: Trial) -> None:
    """From a network of its own beside the machine's: a packet from outside, without one."""
    trial.guest(
        "ip netns add outside; ip link add inner type veth peer name outer netns outside; "
        "ip addr add 10.9.9.1/24 dev inner; ip link set inner up; "
        "ip -n outside addr add 10.9.9.2/24 dev outer; ip -n outside link set outer up"
    )
    trial.guest("(cd /tmp && timeout 60 python3 -m http.server 8000 >/dev/null 2>&1 &) ; sleep 3")
    knock = "python3 -c 'import socket; socket.create_connection((\"10.9.9.1\", 8000), 5)'"
    code, said = trial.machine.run(f"ip netns exec outside {knock}")
    trial.check(code != 0 and "timed out" in said, "a service that listens is not reached from outside")
    code, _ = trial.machine.run(knock)
    trial.check(code == 0, "and is reached from within, so it did listen")
    code, _ = trial.machine.run("ip netns exec outside ping -c 1 -W 5 10.9.9.1")
    trial.say(f"     ping from outside ends with {code}")


def updates_reach_the_disk(trial: Trial) -> None:
    """Debian's own, over the network of whoever tries this: onto the disk beneath."""
    trial.ends_by_the_power_key()
    trial.machine.has_network = True
    trial.opens(8)
    trial.guest(
        "card=$(ls /sys/class/net | grep -vx lo | head -n 1); ip link set $card up; "
        "ip addr add 10.0.2.15/24 dev $card; ip route add default via 10.0.2.2; "
        "echo nameserver 10.0.2.3 >/etc/resolv.conf"
    )
    suite = f"{trial.machine.suite}-security"
    source = f"deb http://deb.debian.org/debian-security {suite} main"
    trial.guest(f"overlayroot-chroot sh -c 'echo {source} >/etc/apt/sources.list.d/security.list'")
    upgrades = "grep -c ' upgrade ' /media/root-ro/var/log/dpkg.log"
    began, before = trial.uptime(), trial.guest(upgrades)
    code, said = trial.machine.run("systemctl start kiosk-bdhvs-updates.service", 3000)
    trial.check(code == 0, f"the updates end with {code} after {trial.uptime() - began:.0f} s: {said[-200:]}")
    after = trial.guest(upgrades)
    trial.check(
        int(after) > int(before), f"{after} packages were upgraded on the disk beneath, {before} before"
    )
    planned = trial.guest("cat /run/systemd/shutdown/scheduled")
    trial.check("MODE=reboot" in planned, f"a restart is planned: {planned}")
    trial.machine.has_network = False
    trial.ends_by_the_power_key()
    trial.opens(9)
    inside = trial.guest(upgrades.replace("/media/root-ro", ""))
    trial.check(inside == after, f"after the next start they are in force: {inside}")


def it_is_taken_back(trial: Trial) -> None:
    trial.guest("overlayroot-chroot rm -f /etc/overlayroot.local.conf; sync")
    trial.ends_by_the_power_key()
    trial.opens(5)
    code, said = trial.machine.run(f"cd {PROGRAM} && ./script/run install --lockdown --undo", 900)
    trial.check(code == 0, f"install --lockdown --undo ends with {code}: {said[-200:] if code else ''}")
    trial.check(trial.guest("nft list tables | grep kiosk") == "", "no rule of the firewall is left")
    left = trial.guest("ls -d /etc/usbguard/rules.d/* /etc/kiosk-bdhvs-lockdown 2>/dev/null | grep kiosk")
    trial.check(left == "", f"no file of ours is left {left}")
    trial.ends_by_the_power_key()
    trial.opens(6)
    trial.check(
        trial.guest("systemctl is-active usbguard.service") != "active", "any USB device is let in again"
    )


def a_kernel_that_stands_still_is_restarted(trial: Trial) -> None:
    """By the hardware watchdog, which QEMU has as well; nothing in the guest can do it any more."""
    trial.say(f"     {trial.guest('ls /dev/watchdog*; systemctl show -p RuntimeWatchdogUSec')}")
    began = time.monotonic()
    with suppress(NotAnswered):
        trial.guest("echo 1 >/proc/sys/kernel/sysrq; echo c >/proc/sysrq-trigger")
    try:
        trial.machine.wait_until_it_ends(180)
        trial.check(True, f"a crashed kernel: restarted after {time.monotonic() - began:.0f} s")
    except NotAnswered as never:
        trial.check(False, str(never))
    trial.machine.pull_the_plug()
    trial.opens(7)
