"""Whether a package of the lock has a known vulnerability, by pip-audit; and what could not be asked.

``python -m releasing.vulnerabilities`` says it, and ends with 1 where there is one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK, ACCEPTED = ROOT / "requirements.lock", Path(__file__).with_name("accepted.txt")
MOST_S = 60.0
SERVICES = ("pypi", "osv")


@dataclass(frozen=True, slots=True)
class LookedUp:
    """`asked`: packages that were looked up; `of`: how many there are. `lines`: one a vulnerability."""

    asked: int
    of: int
    lines: tuple[str, ...] = ()
    trouble: str = ""


def look_up(lock: Path, *service: str) -> LookedUp:
    """What a service knows of the packages of *lock*. *service*: its name, and more for pip-audit."""
    ignored = [word for one in accepted() for word in ("--ignore-vuln", one)]
    command = [
        sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip",
        "--format", "json", "--progress-spinner", "off", "--timeout", "10",
        "--vulnerability-service", *service, *ignored,
    ]  # fmt: skip
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=MOST_S)
    except subprocess.TimeoutExpired:
        return LookedUp(0, 0, trouble=f"no answer in {MOST_S:.0f} s")
    return read(done.stdout, done.stderr)


def read(answer: str, complaint: str = "") -> LookedUp:
    """What pip-audit's JSON says. A package that it could not look up was not asked."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return LookedUp(0, 0, trouble=(complaint.strip().splitlines() or ["no answer"])[-1][:120])
    asked = [package for package in packages if "skip_reason" not in package]
    lines = tuple(
        f"{package['name']} {package['version']}: {bug['id']} {' '.join(bug.get('aliases', []))}"
        f" (mended in {', '.join(bug['fix_versions']) or 'none'})"
        for package in asked
        for bug in package["vulns"]
    )
    return LookedUp(len(asked), len(packages), lines)


def accepted() -> tuple[str, ...]:
    """Vulnerabilities that do not concern a kiosk; each stands with its reason in ``accepted.txt``."""
    lines = ACCEPTED.read_text("utf-8").splitlines()
    return tuple(line.split()[0] for line in lines if line.strip() and not line.startswith("#"))


def checked(lock: Path = LOCK) -> bool | None:
    """Say what is known of the lock. Whether nothing is; None: nobody could be asked about all of it."""
    is_whole = False
    for service in SERVICES:
        answer = look_up(lock, service)
        print(f"vulnerabilities: {service}: {answer.asked} of {answer.of} packages could be looked up"
              f"{'; ' + answer.trouble if answer.trouble else ''}")  # fmt: skip
        for line in answer.lines:
            print(f"vulnerabilities: {line}")
        if answer.lines:
            return False
        is_whole = is_whole or 0 < answer.asked == answer.of
        if is_whole:
            break
    print("vulnerabilities: none known" if is_whole else "vulnerabilities: NOT CHECKED (no network?)")
    return True if is_whole else None


if __name__ == "__main__":
    sys.exit(1 if checked() is False else 0)
