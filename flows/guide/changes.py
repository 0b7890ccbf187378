"""What has changed in a guide since somebody learnt it."""

from __future__ import annotations

from flows.guide.flow import Change, Flow
from flows.guide.weeks import week_number


def newest_since(flow: Flow, week: int | None, now: int) -> Change | None:
    """The newest change that holds in the week *now* and came after *week*; None: long ago, or unknown."""
    since = [
        change
        for change in flow.changes
        if week_number(change.on) <= now and (week is None or week < week_number(change.on))
    ]
    return max(since, key=lambda change: change.on, default=None)
