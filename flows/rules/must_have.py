"""What is asked before the first step: one short sentence, and nothing where somebody may be in danger."""

from __future__ import annotations

from collections.abc import Iterator

from flows.flow import URGENT_TOPIC, Flow
from flows.problems import Finding, Place
from flows.rules.wording import syllables

MOST_HEARD = 12
"""Words before the first step."""


def what_to_have_ready_is_short(flow: Flow) -> Iterator[Finding]:
    """In each language: it is heard before anything useful is."""
    for language in flow.languages if flow.have_ready else ():
        assert flow.have_ready is not None
        if flow.have_ready.has(language):
            count = syllables(flow.have_ready.in_(language))
            if count > MOST_HEARD:
                fields = {"count": count, "limit": MOST_HEARD}
                yield Finding("must-have-long", Place(f"{language}.toml", ("must_have",)), fields)


def urgent_help_waits_for_nothing(flow: Flow) -> Iterator[Finding]:
    """The kiosk does not ask there, whatever the guide says."""
    if flow.must_have and flow.topic == URGENT_TOPIC:
        yield Finding("must-have-urgent", Place("flow.toml", ("must_have",)))
