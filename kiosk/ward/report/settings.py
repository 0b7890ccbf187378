"""What a ward says of its own report: offices, what it rests on, who receives it, and what was planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.base.messages.visible import visible
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import MAXIMA
from kiosk.log.figures.counts import MADE
from resources import path
from resources.toml import TomlWrong, toml_of

FILE = "report.toml"
"""In the ward's folder; without it, the shipped one."""
MOST_LETTERS = 400
_LINES = ("signer", "addressed", "grounds", "recipients")
_KEYS = ("symbol", "kept_by", "residents_over_60", *_LINES, "target")
_OF_A_TARGET = ("label", "plan", "target", "figure", "done")


class SettingsWrong(Exception):
    """Each thing that is wrong, as (Vietnamese, English); the file was not used."""

    def __init__(self, file: Path, faults: tuple[tuple[str, str], ...]) -> None:
        super().__init__(f"{file}: " + "; ".join(f"{vi} / {en}" for vi, en in faults))
        self.file, self.faults = file, faults


@dataclass(frozen=True, slots=True)
class Target:
    """One row of a plan. `target`: 0 where the plan's number is not known. `figure`: which one tells what was
    done since January; without one a person writes `done`, None while nobody has.
    """

    label: str
    plan: str
    target: int = 0
    figure: str = ""
    done: int | None = None


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """`signer`: lines above the signature, in whose name and which office; the signer writes the name.

    `residents_over_60`: how many live in the ward, 0: not said.
    """

    symbol: str
    signer: tuple[str, ...]
    addressed: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    kept_by: str = ""
    residents_over_60: int = 0
    targets: tuple[Target, ...] = ()


def read_settings(folder: Path) -> ReportSettings:
    """Those of the ward's folder, else the shipped ones. Raises `SettingsWrong`, or `OSError`."""
    own = folder / FILE
    file = own if own.exists() else path(FILE)
    try:
        raw = toml_of(file.read_text("utf-8"))
    except (TomlWrong, UnicodeDecodeError) as fault:
        raise SettingsWrong(file, ((f"không đọc được ({fault})", f"it cannot be read ({fault})"),)) from fault
    if faults := tuple(_faults(raw)):
        raise SettingsWrong(file, faults)
    return ReportSettings(
        raw["symbol"],
        kept_by=raw.get("kept_by", ""),
        residents_over_60=raw.get("residents_over_60", 0),
        targets=tuple(Target(**one) for one in raw.get("target", ())),
        **{key: tuple(raw.get(key, ())) for key in _LINES},
    )


def _faults(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (_unknown(key) for key in raw if key not in _KEYS)
    yield from _of_text("symbol", raw.get("symbol"))
    yield from _of_text("kept_by", raw.get("kept_by", "VT"))
    for key in _LINES:
        lines = raw.get(key, [])
        if not isinstance(lines, list):
            yield f"{key}: phải là danh sách các dòng", f"{key}: must be a list of lines"
            continue
        for line in lines:
            yield from _of_text(key, line)
    if not raw.get("signer"):
        yield (
            "signer: thiếu quyền hạn, chức vụ của người ký, ví dụ “CHỦ TỊCH”",
            "signer: the office of whoever signs is missing, such as “CHỦ TỊCH”",
        )
    yield from _of_number("residents_over_60", raw.get("residents_over_60", 0))
    rows = raw.get("target", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield "target: mỗi chỉ tiêu là một bảng [[target]]", "target: each is a table [[target]]"
        return
    for number, row in enumerate(rows, start=1):
        yield from _of_target(f"target {number}", row)


def _of_target(where: str, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (_unknown(f"{where}.{key}") for key in row if key not in _OF_A_TARGET)
    for key in ("label", "plan"):
        yield from _of_text(f"{where}.{key}", row.get(key))
    for key in ("target", "done"):
        yield from _of_number(f"{where}.{key}", row.get(key, 0))
    figure = row.get("figure", "")
    if figure and figure not in figures_to_aim_at():
        known = ", ".join(figures_to_aim_at())
        yield (
            f"{where}.figure: không có số liệu nào tên “{visible(str(figure))}”; có: {known}",
            f"{where}.figure: no figure is called “{visible(str(figure))}”; there are: {known}",
        )
    if figure and "done" in row:
        yield (
            f"{where}: hoặc figure, hoặc done, không cả hai",
            f"{where}: either figure or done, not both",
        )


def figures_to_aim_at() -> tuple[str, ...]:
    """What is counted of every day and adds up over days: so a year is the sum of its months."""
    return tuple(
        one.key
        for one in catalogue().figures.values()
        if one.unit == "count" and one.key not in MADE and one.key not in MAXIMA
    )


def _of_text(key: str, value: object) -> Iterator[tuple[str, str]]:
    if not isinstance(value, str) or not value.strip():
        yield f"{key}: phải là chữ, không để trống", f"{key}: must be a text that is not empty"
    elif len(value) > MOST_LETTERS or visible(value) != value:
        yield (
            f"{key}: dài quá {MOST_LETTERS} chữ cái, hoặc có ký tự lạ",
            f"{key}: longer than {MOST_LETTERS} letters, or with strange signs",
        )


def _of_number(key: str, value: object) -> Iterator[tuple[str, str]]:
    if type(value) is not int or not 0 <= value <= 10**9:
        yield f"{key}: phải là số nguyên, từ 0", f"{key}: must be a whole number, from 0"


def _unknown(key: str) -> tuple[str, str]:
    return f"không có mục “{visible(key)}”", f"there is no “{visible(key)}”"
