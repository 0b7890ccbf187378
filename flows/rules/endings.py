"""Where a guide ends, the guide that its words speak of can be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.rules.mentions import plain
from flows.steps import End, HandOver, ToFlow, ToPerson
from flows.texts import step_texts

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
