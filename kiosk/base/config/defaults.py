"""What a ward may set for all its kiosks at once, in `config.toml` of a content pack.

Only what is the same everywhere and harms nothing where it is wrong: no folder, no place, no address to send
to, and above all no command that the kiosk would run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.base.config.check import Problems, read_config_text, read_section
from kiosk.base.config.lines import LineFinder
from kiosk.base.config.problems import ConfigProblem, in_file
from kiosk.base.config.sections import SECTIONS
from kiosk.base.personal import quotable

Defaults = Mapping[str, Mapping[str, object]]
"""By section and option; what the config of a kiosk says itself stands above it."""

FROM_THE_WARD: Mapping[str, frozenset[str]] = {
    "ward": frozenset({"name", "city", "teams"}),
    "screen": frozenset({"text_size", "theme"}),
    "speech": frozenset({"rate", "volume"}),
    "session": frozenset({"idle_after_s", "idle_long_after_s", "grace_s", "resume_within_s"}),
    "export": frozenset({"hour"}),
    "help": frozenset({"further_after_s", "further_place", "further_phone"}),
    "site": frozenset({"address"}),
}


def read_defaults(file: Path) -> tuple[Defaults, Problems]:
    """What can be used of *file*, and what is wrong with the rest. Never raises for what a person wrote."""
    table, text, problems = read_config_text(file, tuple(FROM_THE_WARD))
    lines = LineFinder(text)
    read: dict[str, Mapping[str, object]] = {}
    for name, may in FROM_THE_WARD.items():
        values, of_section = read_section(name, SECTIONS[name], table.get(name, {}), lines)
        strangers = tuple(_not_from_here(f"{name}.{option}", lines) for option in values if option not in may)
        read[name] = {option: value for option, value in values.items() if option in may}
        problems += (*of_section, *strangers)
    return read, in_file(file, problems)


def _not_from_here(option: str, lines: LineFinder) -> ConfigProblem:
    return ConfigProblem(
        "unknown-option",
        quotable(option),
        lines.line_of(option),
        "mục này chỉ đặt được trên từng ki-ốt, không đặt trong gói của phường. Bỏ dòng này.",
        "this is set at each kiosk alone, not in a pack of the ward. Take the line out.",
    )
