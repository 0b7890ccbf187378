"""Written English of the kiosk → what espeak-ng's `en` voice reads right."""

from __future__ import annotations

from accessibility.speech.light_rules import LightWords, light_rules
from accessibility.speech.rewriting import Spoken, rewrite

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _date(day: int | None, month: int, year: int | None) -> str:
    return " ".join(str(part) for part in (day, _MONTHS[month - 1], year) if part is not None)


def _time(hour: int, minute: int) -> str:
    """By the clock of twelve hours: "17 o'clock" is nobody's English."""
    said = f"{(hour - 1) % 12 + 1}" + (f" {minute:02d}" if minute else "" if hour > 12 else " o'clock")
    return said + (" p m" if hour > 12 else "")


RULES = light_rules(
    "en",
    LightWords(
        dot="dot", slash="slash", at="at", plus="plus", of="of", to="to", per="per", thousands="",
        date=_date,
        time=_time,
    ),
)  # fmt: skip
_SYMBOLS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": ",",
    "(": ",", ")": ",", "·": ",", "'": "'", "’": "'",
    "-": "-", "–": ",", "—": ",", "→": ",", ">": ",", "•": ",", "\n": ". ", "@": " at ", "#": " hash ",
    "*": " star ", "&": " and ", "+": " plus ", "%": " percent ", "°": " degrees ",
}  # fmt: skip


def spoken_english(text: str) -> Spoken:
    return rewrite(text, RULES, _SYMBOLS)
