"""Written French of the kiosk → what espeak-ng's `fr` voice reads right."""

from __future__ import annotations

from accessibility.speech.light_rules import LightWords, light_rules
from accessibility.speech.rewriting import Spoken, rewrite

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

RULES = light_rules(
    "fr",
    LightWords(
        dot="point", slash="barre oblique", at="arobase", plus="plus", of="sur", to="à", thousands="",
        date=lambda day, month, year: f"{'premier' if day == 1 else day} {_MONTHS[month - 1]} {year}",
        time=lambda hour, minute: f"{hour} heures {minute}" if minute else f"{hour} heures",
    ),
)  # fmt: skip
_SYMBOLS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": ",",
    "(": ",", ")": ",", "'": "'", "’": "'",
    "-": "-", "–": ",", "—": ",", "→": ",", ">": ",", "•": ",", "\n": ". ", "@": " arobase ", "#": " dièse ",
    "*": " étoile ", "&": " et ", "+": " plus ", "%": " pour cent ", "°": " degrés ",
}  # fmt: skip


def spoken_french(text: str) -> Spoken:
    return rewrite(text, RULES, _SYMBOLS)
