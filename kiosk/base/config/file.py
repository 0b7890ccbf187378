"""The config as somebody wrote it in a file: what can be used of it, and what is wrong with the rest."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from kiosk.base.config.check import read_config_text, read_section
from kiosk.base.config.defaults import Defaults
from kiosk.base.config.keys import KeysConfig
from kiosk.base.config.lines import LineFinder
from kiosk.base.config.problems import ConfigProblem, in_file
from kiosk.base.config.sections import SECTIONS, Config


def load_config(path: Path, beneath: Defaults | None = None) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """The config in *path* and everything in it that could not be used.

    Never raises for what a person wrote: such an option keeps its default, and the problem says so.
    *beneath*: what the ward says for all its kiosks; the file stands above it.
    """
    table, text, problems = read_config_text(path, tuple(SECTIONS))
    lines = LineFinder(text)
    read: dict[str, object] = {}
    for name, section in SECTIONS.items():
        values, refused = read_section(name, section, table.get(name, {}), lines)
        read[name] = section(**{**(beneath or {}).get(name, {}), **values})
        problems += refused
    config, refused = _without_contradiction(Config(**read), lines)  # type: ignore[arg-type]  # from SECTIONS
    keys, doubles = _without_double_keys(config.keys, lines)
    return replace(config, keys=keys), in_file(path, problems + refused + doubles)


def config_of(beneath: Defaults) -> Config:
    """The config where no file says more than what the ward says for all its kiosks."""
    return Config(**{name: section(**beneath.get(name, {})) for name, section in SECTIONS.items()})


def _without_contradiction(config: Config, lines: LineFinder) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """The wait while on the phone is never shorter than the ordinary one; where written so, a problem."""
    session = config.session
    if session.idle_long_after_s >= session.idle_after_s:
        return config, ()
    names = ("session.idle_after_s", "session.idle_long_after_s")
    problem = ConfigProblem(
        "contradiction",
        names[1],
        max(lines.line_of(name) for name in names),
        vi="thời gian chờ khi dùng điện thoại phải dài hơn idle_after_s. Hãy sửa một trong hai số.",
        en="the wait while on the phone must not be shorter than idle_after_s. Change one of the two.",
    )
    return replace(config, session=replace(session, idle_long_after_s=session.idle_after_s)), (problem,)


def _without_double_keys(keys: KeysConfig, lines: LineFinder) -> tuple[KeysConfig, tuple[ConfigProblem, ...]]:
    """A key does one thing. Who wrote one twice keeps the first; a default gives way to what was written."""
    problems, taken = list[ConfigProblem](), dict[str, str]()
    defaults = KeysConfig()
    written = sorted(
        fields(keys), key=lambda field: getattr(keys, field.name) == getattr(defaults, field.name)
    )
    for one in written:
        kept = list[str]()
        for key in str(getattr(keys, one.name)).split():
            first = taken.setdefault(key, one.name)
            if first == one.name:
                kept.append(key)
            elif getattr(keys, one.name) != getattr(defaults, one.name):
                problems.append(_double(key, f"keys.{first}", f"keys.{one.name}", lines))
        keys = replace(keys, **{one.name: " ".join(kept)})
    return keys, tuple(problems)


def _double(key: str, first: str, second: str, lines: LineFinder) -> ConfigProblem:
    vi = f"phím {key} đã dùng cho {first}. Mỗi phím chỉ làm một việc."
    en = f"the key {key} is used for {first} already. A key does one thing."
    return ConfigProblem("contradiction", second, lines.line_of(second), vi, en)
