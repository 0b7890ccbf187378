"""What is asked before the first step is short; an end of a guide opens the guide that its words speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.checking.mentions import plain
from flows.checking.wording import syllables
from flows.guide.flow import URGENT_TOPIC, Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import End, HandOver, ToFlow, ToPerson
from flows.guide.texts import step_texts

_A_GUIDE = re.compile(r"\bbài (?:hướng dẫn )?“([^”]{1,80})”|\bmở bài (?!này\b)([^.,;“”]{1,80})")


def an_end_opens_the_guide_it_names(flow: Flow) -> Iterator[Finding]:
    """The kiosk draws the ways to other guides as buttons of an end; without one nobody finds what is named.

    So does advice that speaks of a guide and calls a person instead.
    """
    for step in flow.steps.values():
        if not isinstance(step, End | HandOver):
            continue
        opens = any(isinstance(edge.target, ToFlow) for edge in step.edges)
        calls = {edge.id.split(".", 1)[-1] for edge in step.edges if isinstance(edge.target, ToPerson)}
        for path, words in step_texts(step):
            hidden = path[3] in calls if path[2] == "stuck" else not opens
            match = _A_GUIDE.search(plain(words.vi)) if hidden else None
            if match:
                at = match.span(1) if match[1] else match.span(2)
                fields = {"step": step.id, "title": words.vi[slice(*at)].strip()}
                yield Finding("end-hides-guide", Place("vi.toml", path), fields)


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
