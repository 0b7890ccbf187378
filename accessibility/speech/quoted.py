"""What is quoted stands apart: a button is told from the sentence around it by a short pause.

Without one, *Bác chọn “Chưa”, cháu chỉ từng bước* was heard as “have you chosen yet?”.
"""

from __future__ import annotations

import re

from accessibility.speech.rewriting import Rule

APART: tuple[Rule, ...] = (
    Rule(re.compile(r"(?<=\w)[ \u00a0]+[“«‘](?=\s?\w)"), ", "),
    Rule(re.compile(r"(?<=\w)\s?[”»](?=[ \u00a0]+(?!(?:ạ|nhé)\b)\w)"), ","),
)
