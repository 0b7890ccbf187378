"""The files a pack lists, and the names that they may have: none that leads elsewhere on any disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.papers.packs.refusals import PackRefused

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows takes for no file."""


@dataclass(frozen=True, slots=True)
class Held:
    """One file of a pack: where it lies in it, its bytes and their SHA-256 in hex."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands behind the lines of a pack: every file, and the archive's length and hash."""

    files: tuple[Held, ...]
    archive: tuple[int, str]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)

    @property
    def hashes(self) -> Mapping[str, str]:
        return {file.path: file.sha256 for file in self.files}

    def name_as(self, counter: int) -> str:
        """Of the folder that the pack of that number is unpacked to: another one for another pack."""
        return f"{counter}-{self.archive[1][:12]}"


@dataclass(frozen=True, slots=True)
class Places:
    """Which paths a kind of pack has: files beneath *folders*, and *files* beside them.

    `name`: what each part of a path looks like. `deepest`: how many parts a path has at most.
    """

    folders: tuple[str, ...]
    files: tuple[str, ...]
    name: re.Pattern[str]
    deepest: int

    def check(self, paths: Iterable[str]) -> None:
        """Refuse names that could lead elsewhere or fall together on some disk. Raises `PackRefused`."""
        seen: set[str] = set()
        folders: set[str] = set()
        for path in paths:
            parts = path.split("/")
            inside = (parts[0] in self.folders and 2 <= len(parts) <= self.deepest) or path in self.files
            if not inside or not all(self._is_name(part) for part in parts):
                raise PackRefused("damaged", f"no place for {path[:80]!r}")
            *above, _ = (part.lower() for part in parts)  # a disk may take no notice of capitals
            if path.lower() in seen:
                raise PackRefused("damaged", f"{path!r} twice")
            seen.add(path.lower())
            folders.update("/".join(above[:deep]) for deep in range(1, len(parts)))
        if both := seen & folders:
            raise PackRefused("damaged", f"{min(both)!r} is a file and a folder")

    def _is_name(self, part: str) -> bool:
        return bool(self.name.fullmatch(part)) and not part.endswith(".") and not _DEVICE.fullmatch(part)


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of a kind of pack. `file_bytes`: of one file. `all_bytes`: of all, and of the archive."""

    files: int
    file_bytes: int
    all_bytes: int

    def check(self, held: Iterable[Held], archive_bytes: int = 0) -> None:
        """Raises `PackRefused`."""
        sizes = [one.size for one in held]
        if len(sizes) > self.files or max(sizes, default=0) > self.file_bytes or sum(sizes) > self.all_bytes:
            raise PackRefused("too-large")
        if archive_bytes > self.all_bytes:
            raise PackRefused("too-large", "the archive")
