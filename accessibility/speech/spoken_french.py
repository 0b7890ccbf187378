"""Written French of the kiosk → what espeak-ng's `fr` voice reads right."""

from __future__ import annotations

from accessibility.speech.light_rules import LightWords, light_rules
from accessibility.speech.rewriting import Spoken, rewrite

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def _date(day: int | None, month: int, year: int | None) -> str:
    said = ("premier" if day == 1 else day, _MONTHS[month - 1], year)
    return " ".join(str(part) for part in said if part is not None)


RULES = light_rules(
    "fr",
    LightWords(
        dot="point", slash="barre oblique", at="arobase", plus="plus", of="sur", to="à", per="par",
        thousands="",
        date=_date,
        time=lambda hour, minute: f"{hour} heures {minute}" if minute else f"{hour} heures",
    ),
)  # fmt: skip
_SYMBOLS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": ",",
    "(": ",", ")": ",", "·": ",", "'": "'", "’": "'",
    "-": "-", "–": ",", "—": ",", "→": ",", ">": ",", "•": ",", "\n": ". ", "@": " arobase ", "#": " dièse ",
    "*": " étoile ", "&": " et ", "+": " plus ", "%": " pour cent ", "°": " degrés ",
}  # fmt: skip


def spoken_french(text: str) -> Spoken:
    return rewrite(text, RULES, _SYMBOLS)
