"""Written Vietnamese → what a northern speaker would read aloud. Measured against espeak-ng 1.52's `vi`."""

from __future__ import annotations

from accessibility.speech.rewriting import Spoken, rewrite
from accessibility.speech.vietnamese_letters import is_syllable
from accessibility.speech.vietnamese_rules import RULES

SYMBOLS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": ",",
    "(": ",", ")": ",", "[": ",", "]": ",",
    "\n": ". ", "→": ",", "➜": ",", ">": ",", "›": ",", "•": ",", "–": ",", "—": ",", "|": ",",
    "@": " a còng ", "#": " dấu thăng ", "*": " dấu sao ", "&": " và ", "+": " cộng ", "=": " bằng ",
    "%": " phần trăm ", "₫": " đồng ", "°": " độ ",
}  # fmt: skip


def spoken_vietnamese(text: str) -> Spoken:
    """NFC words of the Vietnamese alphabet with pauses; quotes, emoji and other signs are silent."""
    return rewrite(text, RULES, SYMBOLS)


def unreadable_vietnamese(spoken: Spoken, text: str) -> list[str]:
    """The written pieces whose spoken form is no Vietnamese syllable and would be read wrong."""
    unreadable: list[str] = []
    start = 0
    for end in range(len(spoken.text) + 1):
        if end < len(spoken.text) and spoken.text[end].isalnum():
            continue
        if start < end and not is_syllable(spoken.text[start:end]):
            span = spoken.written(start, end)
            unreadable.append(text[span.start : span.end])
        start = end + 1
    return unreadable
