"""What a content pack says of itself: one line of JSON, signed by the ward, in the one form it can have.

The line names every file with its length and hash, and the length and hash of the archive behind it. Nothing
of the archive is looked at before the line is believed and the archive is the one that was signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.papers.keys.documents import Body
from kiosk.papers.packs.held import Limits, Listing, Places
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
    text,
    whole,
    whole_body,
)
from kiosk.papers.packs.line import signed_line as line_under
from kiosk.papers.packs.refusals import PackRefused

FORM = "kiosk-content-1"
SUFFIX = ".kpack"
FOLDERS = (
    "guides",
    "training",
    "rehearsals",
    "exercises",
    "asking",
    "words",
    "readings",
    "pictures",
    "voices",
)
FILES = ("needs.toml", "ward.toml", "config.toml", "roster.toml", "roster.csv")
PLACES = Places(FOLDERS, FILES, re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}"), deepest=5)
LIMITS = Limits(files=6000, file_bytes=32 * 1024 * 1024, all_bytes=512 * 1024 * 1024)
MOST_KIOSKS = 99
_KEYS = ("form", "ward", "counter", "back_to", "made", "programs", "archive", "files")
_KIOSK = re.compile(r"kiosk-[0-9a-f]{12}")
_ANY_LATER = re.compile(rf"(?:{VERSION.pattern})?")


@dataclass(frozen=True, slots=True)
class Manifest(Listing):
    """`counter` only ever grows; `back_to` is the number whose content this pack brings back, None: none, 0:
    what comes with the program. `kiosks`: who tries it before all others; empty: it is for all.

    `programs`: the oldest version of the program that can use it, and the first that cannot (empty: all
    later ones can).
    """

    ward: str
    counter: int
    made: date
    programs: tuple[str, str]
    back_to: int | None = None
    kiosks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.name_as(self.counter)

    def suits(self, program: str) -> bool:
        """Whether that version of the program can use it."""
        first, beyond = self.programs
        return _numbers(first) <= _numbers(program) and (not beyond or _numbers(program) < _numbers(beyond))


def signed_line(manifest: Manifest, signers: Mapping[bytes, Sign]) -> bytes:
    """The line, under each of the ward's keys: *signers* are its public keys and what signs with them."""
    return line_under(_body(manifest), signers)


def read_line(line: bytes, ward_keys: Sequence[bytes]) -> Manifest:
    """The manifest, if the ward's present key, the first of *ward_keys*, signed it. Raises `PackRefused`.

    A key that the ward has replaced counts no more once this kiosk knows the new one.
    """
    return _read(body_under(line, FORM, ward_keys[0] if ward_keys else None, "other-ward"))


def claimed(line: bytes) -> Manifest:
    """What a line says that was believed when it was taken in, and lies on this kiosk's own disk since.

    Raises `PackRefused`.
    """
    return _read(parts_of(line, FORM)[0])


def check_paths(paths: Iterable[str]) -> None:
    """Small letters only, and only where content lies. Raises `PackRefused`."""
    PLACES.check(paths)


def _body(manifest: Manifest) -> Body:
    body: Body = {
        "form": FORM,
        "ward": manifest.ward,
        "counter": manifest.counter,
        "back_to": manifest.back_to,
        "made": manifest.made.isoformat(),
        "programs": list(manifest.programs),
        "archive": archive_body(manifest.archive),
        "files": files_body(manifest.files),
    }
    return {**body, "kiosks": list(manifest.kiosks)} if manifest.kiosks else body


def _read(body: Mapping[str, object]) -> Manifest:
    try:
        manifest = _manifest(body)
    except (ValueError, TypeError, KeyError) as failure:
        raise PackRefused("damaged", f"the manifest: {failure}") from failure
    check_paths(file.path for file in manifest.files)
    LIMITS.check(manifest.files, manifest.archive[0])
    return manifest


def _manifest(body: Mapping[str, object]) -> Manifest:
    whole_body(body, _KEYS, ("kiosks",))
    programs, back_to = body["programs"], body["back_to"]
    if not isinstance(programs, list):
        raise TypeError("programs")
    kiosks = body.get("kiosks", [])
    if not isinstance(kiosks, list) or len(kiosks) > MOST_KIOSKS or ("kiosks" in body and not kiosks):
        raise TypeError("kiosks")
    first, beyond = programs
    return Manifest(
        ward=text(body["ward"]),
        counter=counter(body["counter"]),
        made=date.fromisoformat(text(body["made"])),
        programs=(matching(first, VERSION), matching(beyond, _ANY_LATER)),
        files=files_of(body["files"]),
        archive=archive_of(body["archive"]),
        back_to=None if back_to is None else whole(back_to, 0, 2**31 - 1),
        kiosks=tuple(matching(one, _KIOSK) for one in kiosks),
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", version)[:3])
