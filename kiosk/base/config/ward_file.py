"""The offices of a ward as its file says them: what can be used, and what is wrong with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from flows.guide.ward import NO_WARD, OFFICES, SHIPPED_WARD, Office, Ward, YesNo
from kiosk.base.config.check import Problems, read_config_text, read_section
from kiosk.base.config.lines import LineFinder
from kiosk.base.config.option import Option
from kiosk.base.config.problems import ConfigProblem, in_file
from kiosk.base.config.sections import WardConfig
from kiosk.base.config.values import ValueRefused, read_value
from kiosk.base.hours.opening import OpenRange, days_alike
from kiosk.base.personal import quotable
from resources import path

SHIPPED = path("ward.toml")
LEADER = "group-leader"
MOST_GROUP = 999
_MOBILE = re.compile(r"0[35789]\d{8}")


@dataclass(frozen=True, slots=True)
class _Leader:
    """Where the leader of a residential group can be met: neither a name nor a number of one's own."""

    address: str = Option(
        "text", "địa chỉ, hoặc nơi gặp", "address, or where one is met", form="address"
    ).by_default("")
    hours: Mapping[str, tuple[OpenRange, ...]] = field(
        default_factory=dict, metadata={"option": Option("hours", "giờ tiếp dân", "hours")}
    )
    step_free: YesNo = Option(  # noqa: RUF009
        "text", "xe lăn vào được không", "whether a wheelchair gets in", choices=("", "yes", "no")
    ).by_default("")
    source: str = Option("url", "trang đã đăng", "the page that says so").by_default("")
    checked: date | None = Option(  # noqa: RUF009
        "day", "ngày kiểm tra", "the day it was checked"
    ).by_default(None)


@dataclass(frozen=True, slots=True)
class _Office(_Leader):
    phone: str = Option(
        "phone", "số cơ quan đã công bố", "the number it has published", "", 3, 11
    ).by_default("")
    home_visit: YesNo = Option(  # noqa: RUF009
        "text",
        "có người đến nhà bác không đi được không",
        "whether somebody comes home",
        choices=("", "yes", "no"),
    ).by_default("")


_WARD = WardConfig.__dataclass_fields__["name"].metadata["option"]


def ward_here(file: Path, ward: str) -> tuple[Ward, Problems]:
    """As `read_ward`; what comes with the program is of another ward where *ward* is one: no fault."""
    if file == SHIPPED and ward != SHIPPED_WARD:
        return NO_WARD, ()
    return read_ward(file, ward)


def read_ward(file: Path, ward: str = "") -> tuple[Ward, Problems]:
    """What can be used of *file*, which must be of *ward* (empty: of any), and everything wrong with it.

    Never raises for what a person wrote.
    """
    table, text, problems = read_config_text(file, ("ward", "office", "leader"))
    lines = LineFinder(text)
    found = [*problems]
    if table and (wrong := _of_another(table.get("ward"), ward, lines)):
        return NO_WARD, in_file(file, (*problems, wrong))
    offices = tuple(_offices(table, lines, found))
    return Ward(offices), in_file(file, found)


def _of_another(named: object, ward: str, lines: LineFinder) -> ConfigProblem | None:
    """Numbers of another ward would send people to a wrong door."""
    read = read_value(_WARD, named)
    if isinstance(read, ValueRefused) or not read:
        vi, en = 'dòng đầu phải ghi ward = "Phường …".', 'the first line must be ward = "Phường …".'
    elif ward and read != ward:
        vi = f"tệp này của {read}, máy này của {ward}: không dùng được ở đây."
        en = f"this file is of {read}, the kiosk of {ward}: it is not used here."
    else:
        return None
    return ConfigProblem("contradiction", "ward", lines.line_of("ward"), vi, en)


def _offices(table: Mapping[str, object], lines: LineFinder, found: list[ConfigProblem]) -> Iterator[Office]:
    for key, raw in _tables(table, "office", lines, found):
        if key in OFFICES and key != LEADER:
            yield _office(key, f"office.{key}", _Office, raw, lines, found)
        else:
            listed = ", ".join(one for one in OFFICES if one != LEADER)
            words = f"không có nơi nào tên ấy; chỉ có: {listed}.", f"no such office; there are: {listed}."
            where = f"office.{key}"
            found.append(
                ConfigProblem("unknown-section", f"office.{quotable(key)}", lines.line_of(where), *words)
            )
    for key, raw in _tables(table, "leader", lines, found):
        group = int(key) if re.fullmatch(r"[1-9]\d{0,2}", key) else 0
        where = f"leader.{key}"
        if 0 < group <= MOST_GROUP:
            yield _office(LEADER, where, _Leader, raw, lines, found, group)
        else:
            words = "phải là số của tổ, ví dụ [leader.5].", "must be a group's number, such as [leader.5]."
            found.append(
                ConfigProblem("unknown-section", f"leader.{quotable(key)}", lines.line_of(where), *words)
            )


def _tables(
    table: Mapping[str, object], name: str, lines: LineFinder, found: list[ConfigProblem]
) -> Iterator[tuple[str, object]]:
    raw = table.get(name, {})
    if isinstance(raw, Mapping):
        yield from raw.items()
        return
    words = f"phải là các mục [{name}.…].", f"there must be sections [{name}.…]."
    found.append(ConfigProblem("wrong-type", name, lines.line_of(name), *words))


def _office(
    office_id: str,
    where: str,
    section: type,
    raw: object,
    lines: LineFinder,
    found: list[ConfigProblem],
    group: int = 0,
) -> Office:
    read, problems = read_section(where, section, raw, lines)
    values: dict[str, Any] = dict(read)
    found.extend(problems)
    hours = values.pop("hours", {})
    digits = re.sub(r"\D", "", values.get("phone", ""))
    if _MOBILE.fullmatch(digits) and not values.get("source"):
        del values["phone"]
        found.append(
            ConfigProblem(
                "personal-data", f"{where}.phone", lines.line_of(f"{where}.phone"),
                "là số di động: chỉ ghi số mà một trang chính thức đã đăng, và ghi trang ấy ở source.",
                "is a mobile number: only one that an official page has published, with that page as source.",
            )
        )  # fmt: skip
    if (values.get("phone") or values.get("address")) and not values.get("checked"):
        found.append(
            ConfigProblem(
                "contradiction", f"{where}.checked", lines.line_of(where),
                "thiếu ngày kiểm tra: hãy ghi checked = 2026-12-03 (năm-tháng-ngày).",
                "the day it was checked is missing: write checked = 2026-12-03.",
            )
        )  # fmt: skip
    return Office(
        office_id, group, hours=tuple((days, ranges) for ranges, days in days_alike(hours)), **values
    )
