"""What is wrong with what only a ward brings: tiles, config, roster, pictures, recorded sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Protocol

from accessibility.speech.engine_clips import ClipEngine
from accessibility.speech.failures import ClipRefused
from kiosk.base.config.checked_photographs import CHECKED
from kiosk.base.config.defaults import read_defaults
from kiosk.base.config.needs import read_needs
from kiosk.base.config.picture_faults import IN_PLACE_OF_OURS, LICENCES, PHOTOS
from kiosk.base.config.ward_file import read_ward
from kiosk.base.config.ward_pictures import read_pictures
from kiosk.papers.roster.problems import said_once
from kiosk.papers.roster.read import read_roster

_WHERE = ", ".join(f"{kind}/" for kind in (*IN_PLACE_OF_OURS, PHOTOS))


class _Problem(Protocol):
    def sentence_vi(self) -> str: ...

    def sentence_en(self) -> str: ...


def wrong_of_the_ward(folder: Path) -> Iterator[str]:
    """Every fault of the content in *folder*, each a line that names its file. Nothing there: no fault."""
    yield from _said(_settings(folder))
    for name in ("roster.toml", "roster.csv"):
        if (folder / name).exists():
            faults = said_once(read_roster(folder / name, None, "").problems)
            yield from (f"{vi} / {en}" for vi, en in faults)
    yield from _pictures(folder / "pictures")
    yield from _voices(folder / "voices")


def _settings(folder: Path) -> Iterator[_Problem]:
    if (folder / "needs.toml").exists():
        yield from read_needs(folder / "needs.toml")[1]
    if (folder / "ward.toml").exists():
        yield from read_ward(folder / "ward.toml")[1]
    if (folder / "config.toml").exists():
        yield from read_defaults(folder / "config.toml")[1]


def _pictures(folder: Path) -> Iterator[str]:
    """What stands on a photograph is read at each kiosk, by its doctor: not every machine has a reader."""
    if not folder.is_dir():
        return
    yield from _said(read_pictures(folder, lambda _: None)[1])
    in_their_place = chain.from_iterable((folder / kind).glob("*") for kind in (*IN_PLACE_OF_OURS, PHOTOS))
    seen = {*in_their_place, folder / LICENCES, folder / CHECKED}
    for file in sorted(file for file in folder.rglob("*") if file.is_file() and file not in seen):
        yield (
            f"{file}: máy không tìm hình ở đây; hãy để vào {_WHERE}. / "
            f"no picture is looked for here; put it into {_WHERE}."
        )


def _voices(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        return
    try:
        ClipEngine(folder)
    except ClipRefused as refused:
        yield f"voices: không dùng được câu thu sẵn, sửa rồi thu lại / recorded sentences: {refused}"


def _said(problems: Iterator[_Problem] | tuple[_Problem, ...]) -> Iterator[str]:
    yield from (f"{problem.sentence_vi()} / {problem.sentence_en()}" for problem in problems)
