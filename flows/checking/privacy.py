"""What gives a group of somebody away is answered where no word of it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.guide.flow import Flow
from flows.guide.logged import asks_privately
from flows.guide.problems import Finding, Place
from flows.guide.texts import step_texts
from flows.guide.walk import CHOICE_PREFIX

TELLS_GROUP = re.compile(
    r"(?:\d+ )?\btuổi\b|\b(?:cận )?nghèo\b|khuyết tật|tàn tật|khiếm (?:thị|thính)|lương hưu|xe lăn"
    r"|\bốm\b|(?<!khám )(?<!chữa )\bbệnh\b|mang thai|có thai|dân tộc|tôn giáo",
    re.IGNORECASE,
)
"""How old, how poor or how well somebody is, and what else the law calls sensitive."""


def answers_that_tell_a_group_are_private(flow: Flow) -> Iterator[Finding]:
    """A question about somebody's age, means or health, and an answer that gives it away, stand at a step of
    which the log holds nothing. Of a guide for volunteers it never is.
    """
    for step in flow.steps.values() if flow.audience == "resident" else ():
        choices = {edge.id.partition(".")[2] for edge in step.edges if edge.id.startswith(CHOICE_PREFIX)}
        if asks_privately(step) or not choices:
            continue
        for path, words in step_texts(step):
            asks = path[2] == "say" or (path[2] == "choice" and path[3] in choices)
            if asks and (match := TELLS_GROUP.search(words.vi)):
                yield Finding("answer-tells", Place("vi.toml", path), {"part": match[0]})
