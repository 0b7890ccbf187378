"""Makes a release: one file with this commit's program and every wheel it needs, signed by its maker."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from subprocess import CalledProcessError

from releasing.bill import Material, bill_of_materials
from releasing.checkout import Checkout, NotClean, checkout
from releasing.licences import LicenceInDoubt, described, licences_text
from releasing.vulnerabilities import checked
from releasing.wheels import WheelsMissing, environment, hash_of, read_lock, wheels_for

from kiosk.base.files.durable import publish, publish_pieces
from kiosk.base.version import __version__
from kiosk.log.storage.tables import REVISION
from kiosk.papers.keys.key_files import KeyUnusable, legible, public_bytes, read_key, read_or_make_key
from kiosk.papers.keys.maker import maker_paper
from kiosk.papers.packs.archive import CHUNK_BYTES
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.machine import EXTRAS, Machine, lock_of, this_machine
from kiosk.papers.program.pack_file import ReleaseTerms, write_release
from kiosk.papers.program.release import BILL, LICENCES, LOCK

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ("3.11", "3.13")
"""Of Debian 12 and 13."""


def main(words: Sequence[str] | None = None) -> int:
    asking = argparse.ArgumentParser(prog="script/release", description=__doc__)
    asking.add_argument("--make-key", type=Path, metavar="FILE", help="make a maker's key, and FILE.pub")
    asking.add_argument("--name", default="", help="whose key it is, as officers will read it")
    asking.add_argument("--key", type=Path, metavar="FILE", help="the maker's key")
    asking.add_argument("--out", type=Path, metavar="FILE", help="the release; as NAME.kprogram")
    asking.add_argument("--machine", action="append", metavar="KIND", help="as linux-x86_64; else: this one")
    asking.add_argument("--python", action="append", metavar="X.Y", help="default: 3.11 and 3.13")
    asking.add_argument(
        "--with", action="append", default=[], choices=list(EXTRAS), dest="extras",
        help="what kiosks need that have such a voice or a camera; repeatable",
    )  # fmt: skip
    asking.add_argument("--wheels", type=Path, metavar="DIR", help="take the wheels from there alone")
    asking.add_argument("--unchecked", action="store_true", help="also where nobody could be asked")
    said = asking.parse_args(words)
    try:
        if said.make_key:
            return _make_key(said.make_key, said.name)
        if not said.key or not said.out:
            asking.error("--key and --out are needed")
        return _release(said)
    except NotClean as changed:
        return _refuse(f"the clone has changes that no commit holds:\n{changed}")
    except (WheelsMissing, LicenceInDoubt, PackRefused, KeyUnusable, OSError, CalledProcessError) as failure:
        return _refuse(str(failure))


def _make_key(file: Path, name: str) -> int:
    if not name.strip():
        return _refuse("--name is needed: an officer reads it")
    if file.exists():
        return _refuse(f"{file} is there already")
    key = read_or_make_key(file.absolute())
    publish(file.absolute().with_name(f"{file.name}.pub"), maker_paper(name.strip(), key), shared=True)
    print(f"{file} is yours alone. {file}.pub goes to the ward; read out: {legible(public_bytes(key))}")
    return 0


def _release(said: argparse.Namespace) -> int:
    began = time.monotonic()
    key = read_key(said.key)
    if key is None:
        return _refuse(f"there is no key in {said.key}: script/release --make-key {said.key} --name …")
    clone = checkout(ROOT)
    locks = [LOCK, *(lock_of(extra) for extra in said.extras)]
    is_sound = [checked(ROOT / one.removeprefix("program/")) for one in locks]
    if False in is_sound or (None in is_sound and not said.unchecked):
        return _refuse("no release; --unchecked: one whose packages nobody could look up")
    kinds, pythons = said.machine or [this_machine().kind], said.python or list(PYTHONS)
    machines = [Machine(kind, python) for kind in kinds for python in pythons]
    with tempfile.TemporaryDirectory(prefix="kiosk-release-") as folder:
        pip = ("--no-index", "--find-links", str(said.wheels.absolute())) if said.wheels else ()
        files: dict[str, bytes | Path] = {f"program/{path}": raw for path, raw in clone.files.items()}
        for one in locks:
            lock = read_lock(clone.files[one.removeprefix("program/")].decode())
            wheels = wheels_for(lock, machines, Path(folder), *pip)
        files |= {f"wheels/{wheel.name}": wheel for wheel in wheels}
        files |= _papers(clone, wheels, machines, said.extras)
        terms = ReleaseTerms(
            __version__, clone.commit, clone.at.date(), tuple(kinds), tuple(pythons), REVISION,
            tuple(sorted(set(said.extras))),
        )  # fmt: skip
        with tempfile.TemporaryFile(dir=folder) as made:
            release = write_release(made, terms, files, public_bytes(key), key.sign)
            made.seek(0)
            publish_pieces(said.out.absolute(), iter(lambda: made.read(CHUNK_BYTES), b""), shared=True)
    print(
        f"{said.out}: version {release.version}, commit {release.commit[:12]}, database {release.database}\n"
        f"  {', '.join(release.machines)}; Python {', '.join(release.pythons)}"
        f"; with {', '.join(release.extras) or '–'}\n"
        f"  {len(wheels)} wheels, {len(release.files)} files, {said.out.stat().st_size / 1e6:.1f} MB"
        f" in {time.monotonic() - began:.0f} s\n"
        f"  sha256 {hash_of(said.out)}, signed by {legible(public_bytes(key))}"
    )
    return 0


def _papers(
    clone: Checkout, wheels: Sequence[Path], machines: Sequence[Machine], extras: Sequence[str]
) -> dict[str, bytes]:
    """The bill of materials and the licences of what goes with the program."""
    package_of = {wheel: described(wheel) for wheel in wheels}
    packages = {
        (package.name, package.version): package for package in package_of.values()
    }  # each once, however many its wheels
    materials = [
        Material(
            package,
            tuple(
                (wheel.name, hash_of(wheel))
                for wheel, package in package_of.items()
                if (package.name, package.version) == key
            ),
        )
        for key, package in sorted(packages.items())
    ]
    project = tomllib.loads(clone.files["pyproject.toml"].decode())["project"]
    asks = [
        *project["dependencies"],
        *(ask for extra in extras for ask in project["optional-dependencies"][extra]),
    ]
    bill = bill_of_materials(
        __version__, clone.commit, clone.at, materials, asks, [environment(machine) for machine in machines]
    )
    notices = clone.files["docs/third-party-notices.md"].decode()
    return {BILL: bill.encode(), LICENCES: licences_text(packages.values(), notices).encode()}


def _refuse(why: str) -> int:
    print(f"script/release: {why}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
