"""A zero is said “không”, also “not”: no word after it is turned round, in texts as they are SPOKEN.

What is written with a placeholder is heard filled: a number that only comes up at run time denies as well.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessibility.speech.spoken import spoken
from flows.checking.numbers import DENIED, denied_by_a_zero

ROOT = Path(__file__).parents[3]
KIOSKS_OWN = [ROOT / "ui/words/vi.toml", ROOT / "kiosk/print/site/words.toml"]
PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
NAMES = ("name", "ways")
"""What the kiosk fills with words of its own, never with a count."""
FILLED = ("0", "10", "100", "2.000", "113", "1900", "1900 0000", "1900 000 000", "024 1022 0000",
          "0243 822 1230", "000 000", "405 210", "20/10/2030", "10:00")  # fmt: skip
NUMBERS = [one for one in FILLED if re.sub(r"\D", "", one)[2:] and "/" not in one and ":" not in one]
NUMBERS += [one.replace(" ", "\u00a0") for one in NUMBERS if " " in one]


def turned_round(text: str) -> list[str]:
    """The words of *text* that follow at once upon a zero written as a digit."""
    said = spoken(text, "vi")
    found = []
    for match in re.finditer(rf"\bkhông (?=({DENIED})\b)", said.text):
        span = said.spans[match.start()]
        if any(sign.isdigit() for sign in text[span.start : span.end]):
            found.append(f"{text} → {said.text[match.start() :]}")
    return found


def texts_of(table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from texts_of(value)
        elif isinstance(value, str) and key not in ("en", "fr"):
            yield value


def as_filled(text: str) -> Iterator[str]:
    """*text* with each of the values that may stand in it."""
    parts = PLACEHOLDER.split(text)  # every other one is a name
    for value in FILLED if len(parts) > 1 else ("",):
        yield "".join(
            ("bác" if part in NAMES else value) if at % 2 else part for at, part in enumerate(parts)
        )


@pytest.mark.parametrize("file", KIOSKS_OWN, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_text_of_the_kiosk_denies_what_it_says_once_it_is_filled(file: Path) -> None:
    raw = tomllib.loads(file.read_text("utf-8"))
    texts = list(texts_of({name: raw[name] for name in raw if name not in ("en", "fr")}))
    filled = [one for text in texts for one in as_filled(text)]
    assert len(filled) > len(texts) > 20
    assert [one for text in filled for one in turned_round(text)] == []


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("before", ["Bác gọi", "Số", "Mã", "Gọi số", "Tổng đài"])
def test_after_a_number_said_by_its_digits_nothing_is_denied(before: str, number: str) -> None:
    for word in DENIED.split("|"):
        text = f"{before} {number} {word} tiền."
        assert turned_round(text) == []


def test_a_zero_that_denies_is_found_as_spoken() -> None:
    assert turned_round("Chữ O và số 0 dễ lẫn.") and denied_by_a_zero("Chữ O và số 0 dễ lẫn.")
    assert not turned_round("Gọi 1900 0368 không mất tiền."), "which is no zero"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "Bác gọi 1900 0368 để khóa VNeID.",
            "Bác gọi một chín không không, không ba sáu tám, để khóa vi en i ai đi.",
        ),
        (
            "Bác gọi 1900 0368 khóa VNeID.",
            "Bác gọi một chín không không, không ba sáu tám, khóa vi en i ai đi.",
        ),
        ("Bác gọi 113 báo công an.", "Bác gọi một một ba, báo công an."),
        ("Mã 402958 hết hạn.", "Mã bốn không hai, chín năm tám, hết hạn."),
        ("Bác gọi 113 ạ.", "Bác gọi một một ba ạ."),
        ("Bác gọi 113 hoặc 114 nhé.", "Bác gọi một một ba hoặc một một bốn nhé."),
        ("Gọi 113. Bác đợi.", "Gọi một một ba. Bác đợi."),
        ("Trong 05 ngày làm việc", "Trong không năm ngày làm việc"),
        ("Có 113 người", "Có một trăm mười ba người"),
    ],
)
def test_a_number_to_write_down_stands_apart_from_the_word_after_it(written: str, read: str) -> None:
    """V19: “không ba sáu tám khóa vi en” was heard as one."""
    assert spoken(written, "vi").text == read
