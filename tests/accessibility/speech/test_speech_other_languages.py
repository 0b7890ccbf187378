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
        ("en", "113 people", "113 people"),
        ("en", "(024) 3825 1234 / 1022", "0 2 4, 3 8 2 5, 1 2 3 4, 1 0 2 2"),
        ("fr", "Urgences 113 – 114 – 115", "Urgences 1 1 3, 1 1 4, 1 1 5"),
        ("en", "Don’t pay 15.000đ", "Don't pay 15000 dong"),
        ("en", "on 24/11/2026 at 8:30", "on 24 November 2026 at 8 30"),
        ("en", "Step 1/5", "Step 1 of 5"),
        ("en", "‘Next’ 👍 “Back”", "Next Back"),
        ("en", "www.google.com", "W W W dot google dot com"),
        ("en", "8–20 characters", "8 to 20 characters"),
        ("fr", "Ouvrez VNeID.", "Ouvrez V N E I D."),
        ("fr", "Touchez « Suivant »", "Touchez Suivant"),
        ("fr", "l’écran", "l'écran"),
        ("fr", "Appelez le 1900 0368.", "Appelez le 1 9 0 0, 0 3 6 8."),
        ("fr", "le 1/5/2026 à 8h30", "le premier mai 2026 à 8 heures 30"),
        ("fr", "Étape 2/7", "Étape 2 sur 7"),
        ("fr", "gov.vn", "gove point V N"),
    ],
)
def test_numbers_short_words_and_quotes_are_read_right(
    language: SpokenLanguage, written: str, read: str
) -> None:
    assert spoken(written, language).text == read
    assert [
        en for _, en in speakable(written, language) if "has no voice" not in en
    ] == []  # signs are told apart
