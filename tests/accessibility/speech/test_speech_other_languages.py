"""English and French on the same screens."""

from __future__ import annotations

import pytest

from accessibility.speech.spoken import speakable, spoken
from accessibility.speech.utterance import SpokenLanguage


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [
        ("en", "Open VNeID.", "Open V N E I D."),
        ("en", "Type the OTP.", "Type the O T P."),
        ("en", "Call 1900 0368 or 024.1022.", "Call 1 9 0 0, 0 3 6 8 or 0 2 4, 1 0 2 2."),
        ("en", "Call 113.", "Call 1 1 3."),
        ("en", "The message says 385214.", "The message says 3 8 5, 2 1 4."),
        ("fr", "Un code 385214 arrive.", "Un code 3 8 5, 2 1 4 arrive."),
        ("en", "It costs 150000 dong.", "It costs 150000 dong."),
        ("en", "113 people", "113 people"),
        ("en", "Call 113, 114 or 115 now", "Call 1 1 3, 1 1 4 or 1 1 5 now"),
        ("en", "113 police, 115 ambulance", "1 1 3 police, 1 1 5 ambulance"),
        ("fr", "113 police, 114 incendie", "1 1 3 police, 1 1 4 incendie"),
        ("fr", "113 jours", "113 jours"),
        ("en", "the four letters “BHYT”", "the four letters, B H Y T"),
        ("en", "BHYT means health insurance.", "B H Y T means health insurance."),
        ("fr", "BHYT : assurance santé.", "B H Y T: assurance santé."),
        ("en", "Thẻ BHYT", "Thẻ health insurance"),
        ("fr", "avant 23 h.", "avant 23 heures."),
        ("fr", "8h-17h", "8 heures à 17 heures"),
        ("en", "before 23:00", "before 11 p m"),
        ("en", "at 8:00 or 12:00", "at 8 o'clock or 12 o'clock"),
        ("en", "a new phone / lost phone", "a new phone, lost phone"),
        ("fr", "n° 12", "numéro 12"),
        ("en", "1.5 km", "1 point 5 km"),
        ("en", "(024) 3825 1234 / 1022", "0 2 4, 3 8 2 5, 1 2 3 4, 1 0 2 2"),
        ("fr", "Urgences 113 – 114 – 115", "Urgences 1 1 3, 1 1 4, 1 1 5"),
        ("en", "Don’t pay 15.000đ", "Don't pay 15000 dong"),
        ("en", "on 24/11/2026 at 8:30", "on 24 November 2026 at 8 30"),
        ("en", "closed on 30/4", "closed on 30 April"),
        ("en", "until 12.5.2026, 3.5 m", "until 12 May 2026, 3 point 5 m"),
        ("fr", "le 12.5.2026, 1.000.000 dongs", "le 12 mai 2026, 1000000 dongs"),
        ("en", "decree 10/2025, NĐ 176/2025", "decree 10 of 2025, NĐ 176 of 2025"),
        ("fr", "décret n° 10/2025", "décret numéro 10 sur 2025"),
        ("en", "Monday – Friday", "Monday to Friday"),
        ("fr", "lundi – vendredi", "lundi à vendredi"),
        ("en", "from 11/2026", "from November 2026"),
        ("en", "at 15/4 Lý Thường Kiệt, open 24/7", "at 15 of 4 Lý Thường Kiệt, open 24 of 7"),
        ("fr", "fermé le 30/4, depuis 11/2026", "fermé le 30 avril, depuis novembre 2026"),
        ("en", "Step 1/5", "Step 1 of 5"),
        ("en", "‘Next’ 👍 “Back”", "Next Back"),
        ("en", "Choose “Not yet” to wait.", "Choose, Not yet, to wait."),
        ("en", "Calls to 1900 cost money.", "Calls to 1 9 0 0 cost money."),
        ("fr", "Les appels au 1900 sont payants.", "Les appels au 1 9 0 0 sont payants."),
        ("en", "built in 1900", "built in 1900"),
        ("en", "www.google.com", "W W W dot google dot com"),
        ("en", "8–20 characters", "8 to 20 characters"),
        ("fr", "Ouvrez VNeID.", "Ouvrez V N E I D."),
        ("fr", "Touchez « Suivant »", "Touchez, Suivant"),
        ("fr", "l’écran", "l'écran"),
        ("fr", "Appelez le 1900 0368.", "Appelez le 1 9 0 0, 0 3 6 8."),
        ("fr", "le 1/5/2026 à 8h30", "le premier mai 2026 à 8 heures 30"),
        ("fr", "Étape 2/7", "Étape 2 sur 7"),
        ("fr", "gov.vn", "gove point V N"),
        ("en", "in .top, .com, .net or .cc.", "in dot top, dot com, dot net or dot C C."),
        ("fr", "par .top, .com, .net, .cc.", "par point top, point com, point nette, point C C."),
        ("en", "“.gov.vn”", "dot gov dot V N"),
        ("en", "Done .Next", "Done. Next"),
        ("en", "Type ab-c1.vn.", "Type, in one word, without accents: A, B, hyphen, C, 1, dot, V, N."),
        (
            "fr",
            "Tapez l’adresse ab-c1.vn.",
            "Tapez l'adresse, en un seul mot, sans accent: A, B, tiret, C, 1, point, V, N.",
        ),
        ("en", "Is it dichvucong.gov.vn?", "Is it D I C H V U C O N G dot gov dot V N?"),
    ],
)
def test_numbers_short_words_and_quotes_are_read_right(
    language: SpokenLanguage, written: str, read: str
) -> None:
    assert spoken(written, language).text == read
    assert [
        en for _, en in speakable(written, language) if "has no voice" not in en
    ] == []  # signs are told apart
