"""Whatever stands in the config, the kiosk gets a config it can run with, and every fault has its words."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.base.config.file import load_config
from kiosk.base.config.option import METADATA_KEY
from kiosk.base.config.sections import SECTIONS, Config
from kiosk.base.hours.opening import OpenToday, opening_today
from kiosk.point.health.contents import check_config, check_place

OPTIONS = [(name, one.name) for name, section in SECTIONS.items() for one in fields(section)]
LITERALS = st.one_of(
    st.integers().map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.sampled_from(
        [
            "true", "inf", "nan", "-inf", '""', '"x"', "[]", "{}", "[[]]", "1979-05-27", "07:32:00",
            '["08:00-11:30"]', '{ mon = ["08:00-11:30"] }', '{ mon = "08:00-11:30" }', "{ mon = [8] }",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="'", exclude_categories=["Cc"])).map(
        lambda text: f"'{text}'"
    ),
)  # fmt: skip


def assert_runs(config: Config) -> None:
    """Every value has its declared kind and lies in its range."""
    for name, option in OPTIONS:
        value = getattr(getattr(config, name), option)
        default = getattr(getattr(Config(), name), option)
        assert type(value) is type(default), option
        declared = next(f for f in fields(SECTIONS[name]) if f.name == option).metadata[METADATA_KEY]
        if declared.kind in ("whole", "number") and not (declared.zero and value == 0):
            assert declared.low <= value <= declared.high, option
        if declared.choices:
            assert value in declared.choices


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(st.tuples(st.sampled_from(OPTIONS), LITERALS), unique_by=lambda one: one[0]))
def test_any_value_of_any_option_leaves_a_config_to_run_with(
    tmp_path: Path, written: list[tuple[tuple[str, str], str]]
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("\n".join(f"{s}.{o} = {literal}" for (s, o), literal in written), encoding="utf-8")
    config, problems = load_config(file)
    assert_runs(config)
    for problem in problems:
        assert 1 <= problem.line <= len(written), problem
        assert problem.sentence_vi() and problem.sentence_en()
    assert check_config(file, problems).state == ("mend" if problems else "ok")
    assert check_place(config).vi


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary() | st.text().map(str.encode))
def test_any_file_at_all_leaves_a_config_to_run_with(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(content)
    config, _ = load_config(file)
    assert_runs(config)


@pytest.mark.parametrize(
    "text",
    ["place = 3", "[[place]]", "[place.hours.mon]", "place = [1]", "a = " + "[" * 20_000, "[place]\n[place]"],
)
def test_odd_shapes_are_reported_not_crashed_on(tmp_path: Path, text: str) -> None:
    file: Path = tmp_path / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    config, problems = load_config(file)
    assert_runs(config)
    assert problems and all(problem.vi for problem in problems)


def test_a_config_read_from_a_file_gives_todays_hours(tmp_path: Path) -> None:
    from datetime import datetime

    from kiosk.base.hours.opening import HANOI

    file = tmp_path / "kiosk.toml"
    file.write_text('[place.hours]\nwed = ["13:30-17:00", "08:00-11:30"]\n', encoding="utf-8")
    config, _ = load_config(file)
    today = opening_today(config.place.hours, datetime(2026, 11, 25, 9, 0, tzinfo=HANOI))
    assert isinstance(today, OpenToday)
    assert [str(one) for one in today.ranges] == ["08:00–11:30", "13:30–17:00"]
