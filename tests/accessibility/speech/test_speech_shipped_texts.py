"""Every Vietnamese sentence we ship is read by Vietnamese rules alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import flows
import kiosk.base.words
import ui
from accessibility.speech.espeak_library import EspeakLibrary, bundled_files
from accessibility.speech.spoken import spoken
from flows.guide.words import LANGUAGES, Language
from kiosk.base.words.changed import filled_in, sayable

SOURCES = [
    *sorted((Path(flows.__file__).parent / "library").glob("*/vi.toml")),
    *sorted((Path(flows.__file__).parent / "training").glob("*/vi.toml")),
    *sorted((Path(ui.__file__).parent / "words").rglob("vi.toml")),
    Path(kiosk.base.words.__file__).parent / "vi.toml",
]
NOT_SPOKEN = {"staff_note", "asked_as", "signs"}  # read by staff or typed by residents, never said


def _texts(table: object) -> Iterator[str]:
    match table:
        case str():
            yield table
        case list():
            for entry in table:
                yield from _texts(entry)
        case dict():
            for key, entry in table.items():
                if key not in NOT_SPOKEN:
                    yield from _texts(entry)
        case _:
            pass


@pytest.fixture(scope="module")
def espeak() -> EspeakLibrary:
    library = EspeakLibrary(bundled_files())
    library.set_voice("vi")
    return library


def test_the_shipped_guides_have_texts_to_read_aloud() -> None:
    assert len(SOURCES) > 30


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.parent.name}/{source.name}")
def test_every_sentence_is_speakable_and_never_falls_into_another_language(
    source: Path, espeak: EspeakLibrary
) -> None:
    texts = list(_texts(tomllib.loads(source.read_text(encoding="utf-8"))))
    plain = [filled_in(text) for text in texts if any(c.isalpha() for c in text)]

    assert plain
    problems = {text: wrong for text in texts if (wrong := sayable(text, "vi"))}
    assert problems == {}
    assert [text for text in plain if sounds_like_another(spoken(text, "vi").text)] == []
    foreign = [text for text in plain if "(" in espeak.phonemes(spoken(text, "vi").text)]
    assert foreign == []


ORDER = re.compile(r"\b(?:bài|chạm|chọn|bấm|nhấn|tìm), (\w)")
UNTOLD = re.compile(
    r"^(?!.*bảo hiểm).*vi ét ét ai đi"
    r"|(?<!kho )(?<!kho ứng dụng )(?<!kho ứng dụng, )(?<!chữ )(?<!chữ, )xê hát pờ lây",
    re.DOTALL,
)


def sounds_like_another(said: str) -> bool:
    """Whether a title or a label sounds like an order, VssID like VNeID, or nobody would know CH Play."""
    return UNTOLD.search(said) is not None or any(found[1].isupper() for found in ORDER.finditer(said))


def test_what_sounds_like_another_thing_is_noticed() -> None:
    for said in ("Bác sang bài, Quên mật khẩu.", "Bác có vi ét ét ai đi", "Bác mở xê hát pờ lây."):
        assert sounds_like_another(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_explains_a_word_by_itself(language: Language) -> None:
    """``BHYT là bảo hiểm y tế`` was said “bảo hiểm y tế là bảo hiểm y tế”; so was a label and its meaning."""
    files = (Path(flows.__file__).parent / "library").glob(f"*/{language}.toml")
    said = [
        spoken(text, language).text.casefold()
        for file in files
        for text in _texts(tomllib.loads(file.read_text(encoding="utf-8")))
    ]
    assert len(said) > 1000
    assert [
        one for one in said if re.search(r"\b(\w+ \w+.*?)(?: là |,? tức (?:là )?| means | is |: )\1\b", one)
    ] == []


def test_the_check_of_shipped_texts_notices_a_foreign_word(espeak: EspeakLibrary) -> None:
    assert "(en)" in espeak.phonemes("Bác mở video.")
    assert "(en)" in espeak.phonemes("Bác mở VNeID passcode.")
    assert "(" not in espeak.phonemes(spoken("Bác mở video VNeID, đặt passcode.", "vi").text)
