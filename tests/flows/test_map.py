"""The text map of a guide."""

from __future__ import annotations

from pathlib import Path

from support.guides import shipped_flows, small_pack

from flows.guide.map import draw, in_order


def test_the_map_shows_each_step_with_its_ways_and_conditions(tmp_path: Path) -> None:
    flow = small_pack(tmp_path).flow
    assert flow is not None
    drawn = draw(flow)
    assert drawn.startswith("Học thử  (hoc-thu, dien-thoai, 2–5 phút)\n")
    assert "■ mo-may  [do · A]\n    Bác mở máy.\n    → next → xong  khi loai-may là iphone\n" in drawn
    assert "    → next → hoi-lai  khi không (loai-may là iphone)\n" in drawn
    assert "    ? stuck.khong-co “Không có máy” → gọi 113\n" in drawn
    assert "    → choice.not-sure “Tôi chưa rõ” → gọi người giúp\n" in drawn


def test_no_step_and_no_way_is_left_out_of_any_map() -> None:
    for flow in shipped_flows():
        drawn = draw(flow)
        assert drawn.count("■ ") == len(flow.steps)
        assert drawn.count("\n    → ") + drawn.count("\n    ? ") == sum(
            len(step.edges) for step in flow.steps.values()
        )
        assert in_order(flow)[0].id == flow.start
