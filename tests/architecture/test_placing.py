"""What the instructions for placing a kiosk say is what follows from the sizes of the program."""

from __future__ import annotations

import re
from pathlib import Path

from accessibility.reach import mount
from accessibility.sizes import EDGE_MM, REACHED_TO_MM, Panel

TEXT = (Path(__file__).parents[2] / "docs" / "placing-the-kiosk.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([\d.]+) inch, .*\((\d+)×(\d+)\) \| (\d+) mm \| (\d+) mm \| (\d+) % \|$", re.MULTILINE)


def test_the_heights_for_each_panel_follow_from_its_size() -> None:
    rows = ROW.findall(TEXT)
    assert len(rows) >= 6
    for diagonal, width, height, lowest, highest, share in rows:
        panel = Panel(int(width), int(height), float(diagonal))
        hangs = mount(panel)
        assert (int(lowest), int(highest)) == (hangs.lowest_mm, hangs.highest_mm // 10 * 10), diagonal
        assert int(share) == round(100 * panel.reached), diagonal


def test_the_limits_of_what_is_touched_are_those_of_the_program() -> None:
    assert f"{EDGE_MM:.0f} to {REACHED_TO_MM:,.0f} mm" in TEXT.replace("\n", " ")
