"""A pack on its way into this kiosk: believed, judged, unpacked beside the old, proven, put in force.

It comes as one file of our own (`incoming`), wherever it was brought from, and that file stays until it is in
force or refused: cut off at any point, the work is begun anew, and what was half unpacked goes.

On its way here only what is wanted is copied, and all of it: its line is believed and judged before anything
else is read. What it was copied from may be pulled out, or be changed by anybody, from then on.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kiosk.base.files.durable import private_folder, publish, remove, sync_folder
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import content_folder
from kiosk.base.version import __version__
from kiosk.papers.content import standing as standings
from kiosk.papers.content.manifest import Manifest, claimed
from kiosk.papers.content.pack_file import OpenPack, opened, read_manifest
from kiosk.papers.content.trial import switched
from kiosk.papers.keys.enrolled import enrolled
from kiosk.papers.keys.enrolment import Enrolment
from kiosk.papers.packs import taking as packs
from kiosk.papers.packs.line import MOST_LINE_BYTES
from kiosk.papers.packs.refusals import WHYS, PackRefused, Why
from kiosk.papers.packs.taking import (
    AlreadyInForce,
    Prepared,
    copy_in,
    judge_number,
    judge_waiting,
    judge_word,
    settle,
    taken_in,
    want_room,
)

REFUSED, DRAFT = "refused", ".draft"
MOST_REFUSED = 3
ROOM_BYTES = 64 * 1024 * 1024
"""Left for the log of visits, beside what a pack needs."""
MOST_WRONG = 20
log = logging.getLogger(__name__)


Prove = Callable[[Path, Manifest], tuple[str, ...]]
"""What is wrong with unpacked content; nothing: it is proven. May raise `OSError`: then it is tried later."""


def incoming(data_folder: Path) -> Path:
    return content_folder(data_folder) / standings.INCOMING


def judge(manifest: Manifest, standing: standings.ContentStanding, program: str = __version__) -> None:
    """Whether this kiosk would take it. Raises `PackRefused`, `AlreadyInForce`."""
    judge_number(
        manifest.name,
        manifest.counter,
        now=standing.now.folder,
        failed=standing.failed,
        highest=standing.highest,
    )
    if not manifest.suits(program):
        raise PackRefused("other-program", f"{manifest.programs} for {program}")


def judge_whose(manifest: Manifest, ward: str, kiosk: str) -> None:
    """Whether it is for this kiosk of that ward. Raises `PackRefused`."""
    judge_word(manifest.ward, manifest.made, ward)
    if manifest.kiosks and kiosk not in manifest.kiosks:
        raise PackRefused("other-kiosk", ", ".join(manifest.kiosks))


def prepare(
    data_folder: Path,
    kiosk: str,
    prove: Prove,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Prepared[Manifest] | None:
    """What came in, unpacked and proven; None: nothing came. What is refused is put aside.

    *on_progress*: bytes done, of how many; the proof comes after them. Raises `PackRefused`,
    `AlreadyInForce`, `NotEnrolled`, `PackBusy`, `OSError`. Who has read what was prepared says `settle`.
    """
    file = incoming(data_folder)
    if not file.exists():
        return None
    with standings.content_lock(data_folder):
        standing = standings.read_standing(data_folder)
        _, enrolment = enrolled(data_folder, kiosk)
        put_aside = taken_in(file, lambda refused: _put_aside(data_folder, file, refused))
        with put_aside, opened(file, enrolment.ward_keys) as pack:
            judge_whose(pack.manifest, enrolment.ward, kiosk)
            return _prepared(data_folder, pack, standing, prove, on_progress)


def put_in_force(
    data_folder: Path, prepared: Prepared[Manifest], boot: str = ""
) -> standings.ContentStanding:
    """Switch, in one rename. *boot*: this program works with it from now on. Raises as `judge`, `OSError`."""
    with standings.content_lock(data_folder, wait_s=5.0):
        standing = standings.read_standing(data_folder)
        judge(prepared.pack, standing)
        after = switched(standing, standings.edition_of(prepared.pack), boot)
        standings.write_standing(data_folder, after)
        if waits(data_folder, prepared.pack):
            remove(incoming(data_folder))
            settle(incoming(data_folder))
        tidy(data_folder, after)
        shutil.rmtree(content_folder(data_folder) / REFUSED, ignore_errors=True)  # reported, and now over
    log.info("content pack %d is in force", prepared.pack.counter)
    return after


def lay_incoming(data_folder: Path, file: Path, number: int, ward_keys: Sequence[bytes]) -> None:
    """As `kiosk.papers.packs.taking.lay_incoming`. Raises `PackRefused`, `PackBusy`, `OSError`."""
    with standings.content_lock(data_folder, wait_s=5.0):
        judge_waiting(number, _waiting(data_folder, ward_keys))
        packs.lay_incoming(incoming(data_folder), file)


def waits(data_folder: Path, manifest: Manifest) -> bool:
    """Whether what lies there to be taken in is that pack, and no other."""
    return _claimed_name(incoming(data_folder)) == manifest.name


def _waiting(data_folder: Path, ward_keys: Sequence[bytes]) -> int:
    """The number of the pack that waits to be taken in, if the ward signed its line; 0: none does."""
    with suppress(OSError, PackRefused), incoming(data_folder).open("rb") as stream:
        return read_manifest(stream, ward_keys)[0].counter
    return 0


def hashes_in_force(data_folder: Path, standing: standings.ContentStanding) -> dict[str, str]:
    """Of the content that is in force, by path; nothing where it is the program's own."""
    folder = standings.folder_of(data_folder, standing.now)
    manifest = None if folder is None else standings.manifest_of(folder)
    return dict(manifest.hashes) if manifest else {}


def tidy(data_folder: Path, standing: standings.ContentStanding) -> None:
    """Take away every content but that in force and that before, and what was cut off. Never raises."""
    packs.tidy(content_folder(data_folder), {standing.now.folder, standing.before.folder, REFUSED})


@dataclass(frozen=True, slots=True)
class Refusal:
    """A pack that was refused lately. `kept`: its number among those aside; `name`: what it called itself."""

    why: Why
    kept: str
    name: str = ""

    @property
    def is_its_own(self) -> bool:
        """The same file would be refused again: it was proven to hold faults, which the kiosk has named.

        Of any other reason it is asked anew: it may lie with this kiosk, or with the copy on its disk.
        """
        return self.why == "unproven"

    @property
    def is_not_fetched(self) -> bool:
        """What nobody brings is not tried again every night."""
        return self.is_its_own or self.why == "given-up"


def refusals(data_folder: Path) -> tuple[Refusal, ...]:
    """Since the last pack that was taken, the last one first."""
    since = list[Refusal]()
    for file in reversed(_numbered(content_folder(data_folder) / REFUSED)):
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(file.read_bytes())
            since.append(Refusal(WHYS[WHYS.index(kept["why"])], file.stem, str(kept["name"])))
    return tuple(since)


def _numbered(aside: Path) -> list[Path]:
    return sorted(
        (file for file in aside.glob("*.json") if file.stem.isdecimal()), key=lambda file: int(file.stem)
    )


def _prepared(
    data_folder: Path,
    pack: OpenPack,
    standing: standings.ContentStanding,
    prove: Prove,
    on_progress: Callable[[int, int], None],
) -> Prepared[Manifest]:
    home, manifest = content_folder(data_folder), pack.manifest
    judge(manifest, standing)
    tidy(data_folder, standing)
    want_room(home, manifest.size + ROOM_BYTES)
    draft = home / (manifest.name + DRAFT)
    try:
        pack.archive.unpack_into(draft, lambda done: on_progress(done, manifest.size))
        publish(draft / standings.LINE, pack.line)
        if wrong := prove(draft, manifest):
            raise PackRefused("unproven", " | ".join(wrong[:MOST_WRONG]))
    except PackRefused:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    folder = home / manifest.name
    draft.rename(folder)
    sync_folder(home)
    return Prepared(manifest, folder)


def _put_aside(data_folder: Path, file: Path, refused: PackRefused) -> None:
    """Kept for whoever looks into it, the last few; why stands beside it first."""
    log.warning("a content pack is refused: %s", refused)
    aside = content_folder(data_folder) / REFUSED
    aside.mkdir(mode=0o700, exist_ok=True)
    number = 1 + max((int(one.stem) for one in _numbered(aside)), default=0)
    said = {"why": refused.why, "detail": refused.detail[:4000], "name": _claimed_name(file)}
    publish(aside / f"{number}.json", json.dumps(said, ensure_ascii=False, indent=1).encode())
    file.replace(aside / f"{number}.kpack")
    sync_folder(aside)
    sync_folder(file.parent)
    for one in _numbered(aside)[:-MOST_REFUSED]:
        one.with_suffix(".kpack").unlink(missing_ok=True)
        one.unlink(missing_ok=True)


def _claimed_name(file: Path) -> str:
    """What its line says, believed or not: by it the same file is known again."""
    with suppress(OSError, PackRefused), file.open("rb") as stream:
        return claimed(stream.readline(MOST_LINE_BYTES + 1)).name
    return ""


def wanted(data_folder: Path, manifest: Manifest, enrolment: Enrolment) -> None:
    """Whether it is worth copying. Raises `PackRefused`, `AlreadyInForce`; this also while it is taken in."""
    judge(manifest, standings.read_standing(data_folder))
    judge_whose(manifest, enrolment.ward, kiosk_id(data_folder))
    if waits(data_folder, manifest):  # brought another way: another copy would be told to wait for itself
        raise AlreadyInForce
    judge_waiting(manifest.counter, _waiting(data_folder, enrolment.ward_keys))
    for refusal in refusals(data_folder):
        if refusal.is_its_own and refusal.name == manifest.name:
            raise PackRefused(refusal.why)


def receive(
    data_folder: Path,
    stream: IO[bytes],
    enrolment: Enrolment,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Manifest:
    """Copy the pack that *stream* holds, so that it is taken in next.

    *on_progress*: bytes copied, of how many. Raises `PackRefused`, `AlreadyInForce`, `CutOff`, `NoRoom`,
    `PackBusy`, `OSError`; then nothing of it is left here.
    """
    manifest, line = read_manifest(stream, enrolment.ward_keys)
    wanted(data_folder, manifest, enrolment)
    home, whole = content_folder(data_folder), len(line) + manifest.archive[0]
    private_folder(home)
    want_room(home, whole + manifest.size + ROOM_BYTES)
    copy_in(
        home,
        (line, stream),
        manifest.archive,
        lambda draft: lay_incoming(data_folder, draft, manifest.counter, enrolment.ward_keys),
        lambda done: on_progress(len(line) + done, whole),
    )
    return manifest
