"""What new content has that the old had not: counted before a pack is taken, named once it is in force."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from accessibility.speech.word_list import SHIPPED as WORD_LISTS
from flows.reading.content import SHIPPED

COUNTED = ("guides", "training", "rehearsals", "exercises")
"""Folders of which each folder within is one lesson."""

AT_START = frozenset({"needs.toml", "ward.toml", "config.toml", "words", "readings", "pictures", "voices"})
"""What a kiosk reads once, before its first frame."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Ids of lessons as they lie in a pack (``guides/vneid-muc-2``), and what else is another:
    the names of whole parts (``needs.toml``, ``pictures``).
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Differences:
    """Between two contents, each the hash of every file by its path; parts that *after* does not hold are the
    program's own.
    """
    ours = shipped_hashes()
    old, new = _whole(before, ours), _whole(after, ours)
    was, now = _lessons(old), _lessons(new)
    return Differences(
        new=tuple(sorted(now.keys() - was.keys())),
        changed=tuple(sorted(one for one in now.keys() & was.keys() if now[one] != was[one])),
        gone=tuple(sorted(was.keys() - now.keys())),
        others=tuple(sorted(_others(old, new))),
    )


def shipped_hashes() -> Mapping[str, str]:
    """Of what comes with the program, as if it were a pack."""
    hashes: dict[str, str] = {}
    for name in (*COUNTED, "asking"):
        folder: Path = getattr(SHIPPED, name)
        for file in files_of(folder):
            hashes[f"{name}/{file.relative_to(folder).as_posix()}"] = _hash(file)
    for file in files_of(WORD_LISTS):
        hashes[f"readings/{file.name}"] = _hash(file)
    hashes["needs.toml"], hashes["ward.toml"] = _hash(SHIPPED.needs), _hash(SHIPPED.ward)
    return hashes


def files_of(folder: Path) -> Iterator[Path]:
    """The ordinary files beneath *folder*, but for what begins with a dot or a line beneath."""
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder).parts
        if file.is_file() and not file.is_symlink() and not any(one.startswith((".", "_")) for one in inside):
            yield file


def _whole(held: Mapping[str, str], ours: Mapping[str, str]) -> dict[str, str]:
    parts = {path.split("/")[0] for path in held}
    return {**{path: one for path, one in ours.items() if path.split("/")[0] not in parts}, **held}


def _lessons(hashes: Mapping[str, str]) -> dict[str, frozenset[tuple[str, str]]]:
    lessons: dict[str, set[tuple[str, str]]] = {}
    for path, sha256 in hashes.items():
        part, *inside = path.split("/")
        if part in COUNTED and len(inside) > 1:
            lessons.setdefault(f"{part}/{inside[0]}", set()).add((path, sha256))
    return {lesson: frozenset(files) for lesson, files in lessons.items()}


def _others(old: Mapping[str, str], new: Mapping[str, str]) -> set[str]:
    parts = {path.split("/")[0] for path in (*old, *new)} - set(COUNTED)
    return {part for part in parts if _of(part, old) != _of(part, new)}


def _of(part: str, hashes: Mapping[str, str]) -> dict[str, str]:
    return {path: one for path, one in hashes.items() if path.split("/")[0] == part}


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
