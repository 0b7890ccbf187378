"""Written English and French of the kiosk → what espeak-ng's `en` and `fr` voices read right."""

from __future__ import annotations

from accessibility.speech.light_rules import LightWords, light_rules
from accessibility.speech.quoted import QUOTED_EN, QUOTED_FR
from accessibility.speech.rewriting import Spoken, rewrite

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def _date(day: int | None, month: int, year: int | None) -> str:
    return " ".join(str(part) for part in (day, _MONTHS[month - 1], year) if part is not None)


def _date_fr(day: int | None, month: int, year: int | None) -> str:
    said = ("premier" if day == 1 else day, _MOIS[month - 1], year)
    return " ".join(str(part) for part in said if part is not None)


def _time(hour: int, minute: int) -> str:
    """By the clock of twelve hours: "17 o'clock" is nobody's English."""
    said = f"{(hour - 1) % 12 + 1}" + (f" {minute:02d}" if minute else "" if hour > 12 else " o'clock")
    return said + (" p m" if hour > 12 else "")


_ENGLISH = light_rules(
    "en",
    LightWords(
        dot="dot", slash="slash", at="at", plus="plus", of="of", to="to", per="per", thousands="",
        hyphen="hyphen",
        asked=r"(?:open|type)(?:\s+the\s+(?:page|site|website|address))?|compare\s(?:[a-z]+\s){1,4}with",
        in_one_word="in one word, without accents",
        quoted=QUOTED_EN,
        date=_date,
        time=_time,
    ),
)  # fmt: skip
_FRENCH = light_rules(
    "fr",
    LightWords(
        dot="point", slash="barre oblique", at="arobase", plus="plus", of="sur", to="à", per="par",
        thousands="",
        hyphen="tiret",
        asked=r"(?:ouvrez|tapez)(?:\s+(?:la page|le site|l['’]adresse))?"
        r"|comparez\s(?:[^\W\d_]+(?:['’][^\W\d_]+)?\s){1,4}avec",
        in_one_word="en un seul mot, sans accent",
        quoted=QUOTED_FR,
        date=_date_fr,
        time=lambda hour, minute: f"{hour} heures {minute}" if minute else f"{hour} heures",
    ),
)  # fmt: skip
_SIGNS = {
    ".": ".", ",": ",", ";": ";", ":": ":", "!": "!", "?": "?", "…": ",",
    "(": ",", ")": ",", "·": ",", "'": "'", "’": "'",
    "-": "-", "–": ",", "—": ",", "→": ",", ">": ",", "•": ",", "\n": ". ",
}  # fmt: skip
_SIGNS_EN = _SIGNS | {
    "@": " at ", "#": " hash ", "*": " star ", "&": " and ", "+": " plus ", "%": " percent ",
    "°": " degrees ",
}  # fmt: skip
_SIGNS_FR = _SIGNS | {
    "@": " arobase ", "#": " dièse ", "*": " étoile ", "&": " et ", "+": " plus ", "%": " pour cent ",
    "°": " degrés ",
}  # fmt: skip


def spoken_english(text: str) -> Spoken:
    return rewrite(text, _ENGLISH, _SIGNS_EN)


def spoken_french(text: str) -> Spoken:
    return rewrite(text, _FRENCH, _SIGNS_FR)
