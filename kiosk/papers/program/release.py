"""What a program pack says of itself: the maker's line on the program, and above it the ward's on the maker.

The maker's names every file with length and hash, and the archive's own. The ward's names the hash of the
maker's line, the maker's key, and a counter that only grows: a kiosk knows its ward, and need know no maker.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from kiosk.papers.keys.certificate import KEY_BYTES
from kiosk.papers.keys.documents import Body, PaperRefused, decoded, encoded
from kiosk.papers.keys.key_files import fingerprint
from kiosk.papers.packs.held import Held, Limits, Listing, Places
from kiosk.papers.packs.line import (
    VERSION,
    Sign,
    archive_body,
    archive_of,
    body_under,
    counter,
    files_body,
    files_of,
    matching,
    parts_of,
    sha256_hex,
    signed_line,
    text,
    whole_body,
)
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.machine import EXTRAS, Machine

MAKERS, WARDS = "kiosk-program-1", "kiosk-program-countersigned-1"
SUFFIX = ".kprogram"
LOCK, BILL, LICENCES = "program/requirements.lock", "bom.cdx.json", "licences.txt"
PLACES = Places(
    ("program", "wheels"), (BILL, LICENCES), re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]{0,149}"), deepest=12
)
LIMITS = Limits(files=8000, file_bytes=256 * 1024 * 1024, all_bytes=1024 * 1024 * 1024)
_KEYS = (
    "form", "version", "commit", "made", "machines", "pythons", "extras", "database", "archive", "files",
)  # fmt: skip
_WARDS_KEYS = ("form", "ward", "counter", "signed", "maker", "release")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_MACHINE = re.compile(r"[a-z0-9]{1,20}-[a-z0-9_]{1,20}")
_PYTHON = re.compile(r"3\.[1-9]\d?")
_EXTRA = re.compile("|".join(EXTRAS))
_DATABASE = re.compile(r"[0-9a-z_]{1,40}")


@dataclass(frozen=True, slots=True)
class Release(Listing):
    """A version of the program as its maker signed it. `commit`: of git, in hex; `made`: that commit's day.

    `machines`, `pythons`: each machine with each Python has its wheels here; `extras`: also for these.
    `database`: the revision of the log that it writes.
    """

    version: str
    commit: str
    made: date
    machines: tuple[str, ...]
    pythons: tuple[str, ...]
    extras: tuple[str, ...]
    database: str

    @property
    def lock(self) -> str:
        """The hash of the lock: who has an environment of the same one has the same packages."""
        return self.hashes[LOCK]

    def check_fits(self, machine: Machine) -> None:
        """Raises `PackRefused` where there are no wheels for *machine*."""
        if machine.kind not in self.machines:
            raise PackRefused("other-machine", f"{', '.join(self.machines)} for {machine.kind}")
        if machine.python not in self.pythons:
            raise PackRefused("other-python", f"{', '.join(self.pythons)} for {machine.python}")
        if missing := sorted({*machine.extras} - {*self.extras}):
            raise PackRefused("no-extra", f"nothing for {', '.join(missing)}")


@dataclass(frozen=True, slots=True)
class Countersignature:
    """What the ward says of one release. `maker`: the public key that has to have signed it."""

    ward: str
    counter: int
    signed: date
    maker: bytes
    release: str  # the SHA-256 of the maker's line, in hex


@dataclass(frozen=True, slots=True)
class ProgramPack:
    """A release that the ward countersigned. `lines`: both, as they stand at the head of the file."""

    countersigned: Countersignature
    release: Release
    lines: bytes

    @property
    def counter(self) -> int:
        return self.countersigned.counter

    @property
    def name(self) -> str:
        return self.release.name_as(self.counter)


def makers_line(release: Release, public: bytes, sign: Sign) -> bytes:
    """The release under its maker's key. Raises `PackRefused`."""
    body = {
        "form": MAKERS,
        "version": release.version,
        "commit": release.commit,
        "made": release.made.isoformat(),
        "machines": list(release.machines),
        "pythons": list(release.pythons),
        "extras": list(release.extras),
        "database": release.database,
        "archive": archive_body(release.archive),
        "files": files_body(release.files),
    }
    return signed_line(body, {public: sign})


def wards_line(said: Countersignature, signers: Mapping[bytes, Sign]) -> bytes:
    """The ward's word under each of its keys, as `kiosk.papers.packs.line.signed_line` has it."""
    body: Body = {
        "form": WARDS,
        "ward": said.ward,
        "counter": said.counter,
        "signed": said.signed.isoformat(),
        "maker": encoded(said.maker),
        "release": said.release,
    }
    return signed_line(body, signers)


def hash_of(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def read_release(line: bytes, makers: Sequence[bytes]) -> tuple[Release, bytes]:
    """The release and whose it is, if one of *makers*, public keys, signed it. Raises `PackRefused`."""
    _, signatures = parts_of(line, MAKERS)
    maker = next((one for one in makers if fingerprint(one).hex() in signatures), None)
    body = body_under(line, MAKERS, maker, "other-maker")
    assert maker is not None  # or it would have been refused
    return _release(body), maker


def read_countersignature(line: bytes, ward_keys: Sequence[bytes]) -> Countersignature:
    """The ward's word, if its present key, the first of *ward_keys*, signed it. Raises `PackRefused`."""
    return _countersignature(body_under(line, WARDS, ward_keys[0] if ward_keys else None, "other-ward"))


def read_lines(
    wards: bytes, makers: bytes, ward_keys: Sequence[bytes], withdrawn: Set[bytes] = frozenset()
) -> ProgramPack:
    """The pack of these two lines, if the ward's holds for the maker's. Raises `PackRefused`.

    *withdrawn*: fingerprints of keys that count no more, whenever they signed.
    """
    said = read_countersignature(wards, ward_keys)
    if fingerprint(said.maker) in withdrawn:
        raise PackRefused("withdrawn-maker")
    if hash_of(makers) != said.release:
        raise PackRefused("damaged", "the ward countersigned another release")
    release, _ = read_release(makers, (said.maker,))
    return ProgramPack(said, release, wards + makers)


def claimed(lines: bytes) -> ProgramPack:
    """What two lines say that were believed when they were taken in, and lie on our own disk since.

    Raises `PackRefused`.
    """
    wards, _, makers = lines.partition(b"\n")
    said = _countersignature(parts_of(wards + b"\n", WARDS)[0])
    return ProgramPack(said, _release(parts_of(makers, MAKERS)[0]), lines)


def check_files(files: Sequence[Held], archive_bytes: int) -> None:
    """Names, number and sizes of what a release holds. Raises `PackRefused`."""
    PLACES.check(file.path for file in files)
    LIMITS.check(files, archive_bytes)
    if all(file.path != LOCK for file in files):
        raise PackRefused("damaged", f"no {LOCK}")


def _release(body: Mapping[str, object]) -> Release:
    try:
        whole_body(body, _KEYS)
        release = Release(
            version=matching(body["version"], VERSION),
            commit=matching(body["commit"], _COMMIT),
            made=date.fromisoformat(text(body["made"])),
            machines=_each(body["machines"], _MACHINE),
            pythons=_each(body["pythons"], _PYTHON),
            extras=_each(body["extras"], _EXTRA, least=0),
            database=matching(body["database"], _DATABASE),
            files=files_of(body["files"]),
            archive=archive_of(body["archive"]),
        )
    except (ValueError, TypeError, KeyError) as failure:
        raise PackRefused("damaged", f"the release: {failure}") from failure
    check_files(release.files, release.archive[0])
    return release


def _countersignature(body: Mapping[str, object]) -> Countersignature:
    try:
        whole_body(body, _WARDS_KEYS)
        return Countersignature(
            ward=text(body["ward"]),
            counter=counter(body["counter"]),
            signed=date.fromisoformat(text(body["signed"])),
            maker=decoded(body["maker"], KEY_BYTES),
            release=sha256_hex(body["release"]),
        )
    except (ValueError, TypeError, KeyError, PaperRefused) as failure:
        raise PackRefused("damaged", f"the ward's line: {failure}") from failure


def _each(value: object, form: re.Pattern[str], least: int = 1) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) < least:
        raise TypeError("no list")
    return tuple(matching(one, form) for one in value)
