"""The colour behind pictures by which a need is found again: on its tile and on each step of its guides."""

from __future__ import annotations

from flows.guide.flow import Flow
from ui.screens.surroundings import Surroundings

TOPIC_GROUNDS = {
    "vneid": "sky", "suc-khoe": "leaf", "an-sinh": "pink", "dich-vu-cong": "sand", "cong-an": "lilac",
    "ngan-hang": "sun", "dien-thoai": "sun", "ihanoi": "leaf", "an-toan": "urgent", "tinh-nguyen-vien": "sky",
}  # fmt: skip


def ground_of_guide(flow: Flow, around: Surroundings) -> str:
    """That of the first tile which leads to the guide, whichever way one came; else that of its topic."""
    for need in around.setup.needs.tiles:
        if flow.id in need.guides:
            return "urgent" if need.urgent else need.ground
    return TOPIC_GROUNDS[flow.topic]
