"""What a guide says has changed since a day: from a source, with two pictures that differ, or not at all."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.guide.changes import newest_since
from flows.guide.weeks import week_number
from flows.reading.pack import read_pack
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, load_library
from kiosk.desk.commands.flows import flows

GUIDE = RESIDENT_GUIDES / "dvc-dang-nhap"
TODAY = date(2026, 11, 30)
BREAKS = (
    ("changed-unsourced", 'sources = ["DN28", "DN29"]', "sources = []"),
    ("changed-unsourced", 'confidence = "A"\nsources = ["DN28"', 'confidence = "U"\nsources = ["DN28"'),
    ("changed-nowhere", 'step = "chon-tai-khoan"\nconf', 'step = "chon-tai-khoang"\nconf'),
    (
        "changed-pictures",
        ", highlight = true, sourced = true },\n]\n\n[step.mo",
        ", sourced = true },\n]\n\n[step.mo",
    ),
)


@pytest.mark.parametrize(("code", "old", "new"), BREAKS)
def test_a_change_without_source_place_or_pictures_is_named_and_refused(
    tmp_path: Path, code: str, old: str, new: str
) -> None:
    file = shutil.copytree(GUIDE, tmp_path / GUIDE.name) / "flow.toml"
    written = file.read_text("utf-8")
    assert old in written
    file.write_text(written.replace(old, new, 1), "utf-8")
    named = [one for one in check_folder(tmp_path, TODAY, lambda *_: []).problems if one.code == code]
    assert named and all(one.line and one.mend_vi and one.mend_en for one in named)
    assert load_library(tmp_path, TODAY).flows == {}


def test_two_pictures_that_show_the_same_are_refused(tmp_path: Path) -> None:
    file = shutil.copytree(GUIDE, tmp_path / GUIDE.name) / "flow.toml"
    flow = read_pack(GUIDE).flow
    assert flow is not None
    (change,) = flow.changes
    step = file.read_text("utf-8")
    drawn = step[step.index("[step.chon-tai-khoan]") :]
    drawn = drawn[drawn.index("picture.device") : drawn.index("\n]\n") + 3]
    begin, end = step.index("before.device"), step.index("[step.mo-trang]")
    file.write_text(step[:begin] + drawn.replace("picture.", "before.") + "\n" + step[end:], "utf-8")
    same = read_pack(file.parent).draft
    assert same is not None and same.changes[0].before == flow.steps[change.step_id].picture
    assert load_library(tmp_path, TODAY).flows == {}


def test_the_newest_change_in_force_since_the_visit_before_is_given() -> None:
    flow = read_pack(GUIDE).flow
    assert flow is not None
    (first,) = flow.changes
    later = replace(first, id="later", on=date(2027, 1, 1))
    flow = replace(flow, changes=(later, first))
    since, until = week_number(first.on), week_number(later.on)
    for week, now, told in (
        (since - 1, since - 1, None),  # it has not come yet
        (since - 1, since, first),
        (since, until - 1, None),  # learnt in that week or after it
        (since - 1, until, later),
        (since, until, later),
        (until, until + 9, None),
        (None, since, first),  # long ago
        (None, until, later),
    ):
        assert newest_since(flow, week, now) == told, (week, now)


def test_staff_see_what_has_changed_in_the_list_of_guides() -> None:
    rows = json.loads(CliRunner().invoke(flows, ["list", "--json"]).stdout)
    changed = {row["id"]: row["changed"] for row in rows if row["changed"]}
    assert changed["ly-lich-tu-phap"][0]["on"] == "2026-07-01"
    shown = CliRunner().invoke(flows, ["list"]).stdout
    for guide, changes in changed.items():
        assert guide in shown and all(one["say"] in shown for one in changes)
