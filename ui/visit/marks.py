"""Which guide a mark on a card stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from accessibility.card import guide_mark
from flows.guide.flow import Flow


def by_mark(flows: Mapping[str, Flow]) -> dict[int, str]:
    """Mark → id; a mark that two guides share names neither."""
    marks = Counter(guide_mark(flow_id) for flow_id in flows)
    return {guide_mark(flow_id): flow_id for flow_id in flows if marks[guide_mark(flow_id)] == 1}
