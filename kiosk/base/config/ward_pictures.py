"""The ward's own pictures, checked one by one: for what is wrong the kiosk shows its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from kiosk.base.config.check import Problems
from kiosk.base.config.checked_photographs import fault_unless_checked
from kiosk.base.config.picture_faults import IN_PLACE_OF_OURS, LICENCES, PHOTOS, Fault, fault_of
from kiosk.base.config.problems import ConfigProblem
from kiosk.base.personal import quotable

MOST_FILES = 200
WardPictures: TypeAlias = Mapping[str, Path]
"""``signs/vneid`` → its file."""


def read_pictures(
    folder: Path, seen_on: Callable[[Path], Fault | None] | None = None
) -> tuple[WardPictures, Problems]:
    """What can be shown of *folder*, and what is wrong with the rest. Never raises for what a person did.

    *seen_on*: what is wrong with what can be seen on a photograph; see `kiosk.point.health.photographs`.
    Without it, only what was checked before is shown.
    """
    seen_on = seen_on or fault_unless_checked(folder)
    if not folder.is_dir():
        words = "không có thư mục này. Hãy tạo ra, hoặc bỏ dòng folder.", "there is no such folder. Make it."
        return {}, (ConfigProblem("unreadable", "pictures.folder", 0, *words, str(folder)),)
    licences, problems = _licences(folder / LICENCES)
    good: dict[str, Path] = {}
    listed = sorted(file for kind in (*IN_PLACE_OF_OURS, PHOTOS) for file in (folder / kind).glob("*"))
    for file in listed[:MOST_FILES]:
        name = f"{file.parent.name}/{file.name}"
        line, said = licences.pop(name, (0, ""))
        at = str(folder / LICENCES) if line else str(file)
        if fault := fault_of(file, line, said) or (seen_on(file) if file.parent.name == PHOTOS else None):
            problems.append(ConfigProblem(fault[0], quotable(file.name), line, fault[1], fault[2], at))
        else:
            good.setdefault(f"{file.parent.name}/{file.stem}", file)
    if len(listed) > MOST_FILES:
        words = f"có quá {MOST_FILES} hình; máy bỏ những hình sau.", f"has more than {MOST_FILES} pictures."
        problems.append(ConfigProblem("out-of-range", "", 0, *words, str(folder)))
    problems += [
        ConfigProblem(
            "no-picture", quotable(Path(name).name), line,
            "không có tệp này trong thư mục. Chép tệp vào, hoặc bỏ dòng này.",
            "there is no such file in the folder. Copy it there, or take this line out.",
            str(folder / LICENCES),
        )
        for name, (line, _) in licences.items()
    ]  # fmt: skip
    return good, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))


def photos_in(pictures: WardPictures) -> frozenset[str]:
    """The names a guide may give as `photo`."""
    return frozenset(name.removeprefix(f"{PHOTOS}/") for name in pictures if name.startswith(f"{PHOTOS}/"))


def _licences(file: Path) -> tuple[dict[str, tuple[int, str]], list[ConfigProblem]]:
    """``photos/vneid.png: who made it, and that it may be shown`` → by file, its line and words."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}, []
    read: dict[str, tuple[int, str]] = {}
    problems: list[ConfigProblem] = []
    for number, text in enumerate(lines, 1):
        name, parted, said = text.partition(":")
        if not text.strip() or text.startswith("#"):
            continue
        if not parted or not said.strip():
            words = (
                "phải viết: photos/ten.png: ai làm, được phép dùng.",
                "must be: photos/x.png: whose it is.",
            )
            problems.append(ConfigProblem("wrong-type", "", number, *words, str(file)))
        else:
            read[name.strip()] = number, said.strip()
    return read, problems
