"""The content packs this ward has made: its counter, and the last few of them, to go back to.

In the ward's folder, ``packs/``: one file a pack, named by its number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from accessibility.speech.word_list import SHIPPED as WORD_LISTS
from flows.reading.content import SHIPPED
from kiosk.base.files.durable import private_folder, publish, remove
from kiosk.base.files.foreign import read_ordinary
from kiosk.base.version import __version__
from kiosk.papers.content.differences import files_of
from kiosk.papers.content.manifest import (
    FILES,
    FOLDERS,
    LIMITS,
    SUFFIX,
    Manifest,
    claimed,
)
from kiosk.papers.content.pack_file import PackTerms, made_pack, opened
from kiosk.papers.keys.key_files import public_bytes
from kiosk.papers.packs.line import MOST_LINE_BYTES
from kiosk.papers.packs.numbers import LAST_NUMBER, last_given
from kiosk.papers.packs.refusals import PackRefused
from kiosk.ward.authority import Authority

KEPT = 9
"""So many packs can be gone back to; the newest that is for all kiosks is always one of them."""
PROGRAMS = (__version__, "")
_NAME = re.compile(rf"(\d{{6,10}}){re.escape(SUFFIX)}")
_PARTS = {
    "guides": SHIPPED.guides,
    "training": SHIPPED.training,
    "rehearsals": SHIPPED.rehearsals,
    "exercises": SHIPPED.exercises,
    "asking": SHIPPED.asking,
    "readings": WORD_LISTS,
}


class NoSuchPack(Exception):
    """The ward does not keep that pack any more."""


def content_files(own: Path | None) -> dict[str, bytes]:
    """What goes into a pack: what comes with the program as it stands now, edited or not, and above it what
    lies in *own*: a folder there takes the place of the program's. Raises `OSError`, `PackRefused`.
    """
    files: dict[str, bytes] = {}
    folders = {name: folder for name in FOLDERS if (folder := _folder(name, own)) is not None}
    for name, folder in folders.items():
        for file in files_of(folder):
            files[f"{name}/{file.relative_to(folder).as_posix()}"] = _read(file)
    for name in FILES:
        if own is not None and (own / name).is_file():
            files[name] = _read(own / name)
    files.setdefault("needs.toml", SHIPPED.needs.read_bytes())
    return files


def left_out(own: Path) -> tuple[list[str], list[str]]:
    """What of *own* goes into no pack, as paths within: links, and what is no part of any: a slip, notes."""
    links = [file.relative_to(own).as_posix() for file in sorted(own.rglob("*")) if file.is_symlink()]
    parts = {*FOLDERS, *FILES}
    strange = [one.name for one in sorted(own.iterdir()) if one.name not in parts and one.name[0] not in "._"]
    return links, strange


def make(ward: Authority, files: Mapping[str, bytes], made: date, above: int = 0) -> bytes:
    """The next pack of this ward, kept here too. Raises `PackRefused`, `KeyUnusable`, `OSError`.

    *above*: its number is higher than that one, which a ward restored from an old copy knows of a kiosk.
    """
    return issue(ward, files, PackTerms(ward.name, number_above(ward, above), made, PROGRAMS))


def make_back_to(ward: Authority, number: int, made: date) -> bytes:
    """A pack with the content of pack *number* and a number of its own, so that an old file never counts; 0:
    what comes with the program of each kiosk, as nothing stands in its place.

    Raises `NoSuchPack`, `PackRefused`, `KeyUnusable`, `OSError`.
    """
    if number == 0:
        return issue(ward, {}, PackTerms(ward.name, next_counter(ward), made, PROGRAMS, back_to=0))
    manifest, files = kept_pack(ward, number)
    return issue(
        ward, files, PackTerms(ward.name, next_counter(ward), made, manifest.programs, back_to=number)
    )


def kept_pack(ward: Authority, number: int) -> tuple[Manifest, dict[str, bytes]]:
    """Raises `NoSuchPack`, and as `read_own`."""
    kept = folder_of(ward) / _name(number)
    if not kept.is_file():
        raise NoSuchPack
    return read_own(ward, kept)


def newest(ward: Authority, kiosk: str = "") -> Path | None:
    """The file of the pack made last of those for all kiosks, and of those that *kiosk* tries."""
    for number in reversed(_numbers(ward)):
        file = folder_of(ward) / _name(number)
        with suppress(PackRefused, OSError):
            manifest = manifest_in(file)
            if not manifest.kiosks or kiosk in manifest.kiosks:
                return file
    return None


def last_made(ward: Authority) -> Path | None:
    """The file of the pack made last, for whichever kiosks it is."""
    numbers = _numbers(ward)
    return folder_of(ward) / _name(numbers[-1]) if numbers else None


def newest_manifest(ward: Authority) -> Manifest | None:
    """What the newest pack for all kiosks says of itself; None: there is none that can be read."""
    file = newest(ward)
    return None if file is None else manifest_in(file)


def gone(before: Manifest, after: Manifest) -> tuple[str, ...]:
    """What *before* held and *after* does not: whole parts (``words``), lessons, or single files within."""
    paths = {file.path for file in after.files}
    left = paths | {"/".join(path.split("/")[:deep]) for path in paths for deep in (1, 2)}
    lost = (file.path.split("/") for file in before.files if file.path not in paths)
    shortest = {
        next("/".join(parts[:deep]) for deep in (1, 2, len(parts)) if "/".join(parts[:deep]) not in left)
        for parts in lost
    }
    return tuple(sorted(shortest))


def name_of(file: Path) -> str:
    """How a kiosk calls the content of a pack of ours. Raises `PackRefused`, `OSError`."""
    return manifest_in(file).name


def next_counter(ward: Authority) -> int:
    """One above every number ever given by intent (`kiosk.papers.packs.numbers`): that in the register also
    counts where files were lost.
    """
    return last_given(ward.packs, *_numbers(ward)) + 1


def kept_numbers(ward: Authority) -> tuple[int, ...]:
    """Which packs can be gone back to, the oldest first; 0 always can."""
    return (0, *_numbers(ward))


def number_above(ward: Authority, above: int) -> int:
    """The next number, and higher than *above*."""
    return max(next_counter(ward), above + 1)


def folder_of(ward: Authority) -> Path:
    return ward.folder / "packs"


def read_own(ward: Authority, file: Path) -> tuple[Manifest, dict[str, bytes]]:
    """What that file holds, if this ward signed it, with its present key or an older one.

    Raises `PackRefused`, `KeyUnusable`, `OSError`.
    """
    *older, present = reversed([public_bytes(key) for key in ward.signers()])
    for key in older:
        with suppress(PackRefused), opened(file, (key,)) as pack:
            return pack.manifest, {held.path: raw for held, raw in pack.archive.contents()}
    with opened(file, (present,)) as pack:
        return pack.manifest, {held.path: raw for held, raw in pack.archive.contents()}


def manifest_in(file: Path) -> Manifest:
    """What the pack in *file*, one of ours, says of itself. Raises `PackRefused`, `OSError`."""
    with file.open("rb") as stream:
        return claimed(stream.readline(MOST_LINE_BYTES + 1))


def issue(ward: Authority, files: Mapping[str, bytes], terms: PackTerms) -> bytes:
    """The pack, signed, its number kept. Raises `PackRefused`, `KeyUnusable`, `OSError`."""
    signers = {public_bytes(key): key.sign for key in ward.signers()}
    raw = made_pack(terms, files, signers)
    replace(ward, packs=terms.counter).save()  # first: a number that was given is never given again
    private_folder(folder_of(ward))
    publish(folder_of(ward) / _name(terms.counter), raw)
    stays = newest(ward)
    for number in _numbers(ward)[:-KEPT]:
        if (file := folder_of(ward) / _name(number)) != stays:
            remove(file)
    return raw


def _numbers(ward: Authority) -> list[int]:
    """The one made last stands last: what a slip has numbered was made before all others."""
    folder = folder_of(ward)
    names = (_NAME.fullmatch(one.name) for one in folder.iterdir()) if folder.is_dir() else ()
    numbers = (int(name[1]) for name in names if name)
    return sorted(numbers, key=lambda one: (one <= LAST_NUMBER, one))


def _name(number: int) -> str:
    return f"{number:06d}{SUFFIX}"


def _folder(name: str, own: Path | None) -> Path | None:
    if own is not None and (own / name).is_dir():
        return own / name
    return _PARTS.get(name)


def _read(file: Path) -> bytes:
    raw = read_ordinary(file, LIMITS.file_bytes + 1)
    if len(raw) > LIMITS.file_bytes:
        raise PackRefused("too-large", file.name)
    return raw
