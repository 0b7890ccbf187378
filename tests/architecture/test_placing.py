"""What the instructions for placing a kiosk say is what follows from the sizes of the program."""

from __future__ import annotations

import re
from pathlib import Path

from accessibility.reach import HIGHEST_MM, LOWEST_MM, mount
from accessibility.sizes import REACH, Panel

TEXT = (Path(__file__).parents[2] / "docs" / "placing-the-kiosk.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([\d.]+) inch, .*\((\d+)×(\d+)\) \| (\d+) mm \| (\d+) mm \|$", re.MULTILINE)


def test_the_heights_for_each_panel_follow_from_its_size() -> None:
    rows = ROW.findall(TEXT)
    assert len(rows) >= 6
    for diagonal, width, height, lowest, highest in rows:
        hangs = mount(Panel(int(width), int(height), float(diagonal)))
        assert (int(lowest), int(highest)) == (hangs.lowest_mm, hangs.highest_mm // 10 * 10), diagonal


def test_the_limits_and_the_share_that_is_touched_are_those_of_the_program() -> None:
    assert f"{LOWEST_MM:.0f} to {HIGHEST_MM:,.0f} mm" in TEXT
    assert f"lower {REACH:.0%}".replace("%", " %") in TEXT.replace("\n", " ")
