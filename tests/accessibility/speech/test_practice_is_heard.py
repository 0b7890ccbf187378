"""Everything that is said while somebody practises, rehearses or does an exercise has a sound, and takes as
long as its letters do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from support.stage import residents_guides

import ui.words
from accessibility.speech.engine_pyttsx3 import EspeakEngine
from accessibility.speech.utterance import Utterance
from flows.checking import exercises as of_exercises
from flows.checking import rehearsals as of_rehearsals
from flows.guide.words import Language
from flows.practice.exercise.telex_keys import all_keys
from flows.shelf.exercises import shipped_exercises
from flows.shelf.rehearsals import shipped_rehearsals
from ui.words import UiWords

SECTIONS = ("practice", "own_phone", "rehearsal", "exercise", "helping")
FILLED = {"word": "VNeID", "keys": "v, n, e, i, d", "code": "385214", "shown": "VNeID", "result": "mẹ"}
SECONDS_A_LETTER = (0.03, 0.6)
"""A letter that is spelt takes the longest: “d, d, o, i”."""


def texts(language: Language) -> Iterator[str]:
    yield from _own_words(language)
    for made in shipped_exercises().values():
        yield from (words.in_(language) for _, words in of_exercises.texts_of(made))
    for script in (*shipped_rehearsals().values(), *shipped_rehearsals("volunteers").values()):
        yield from (words.in_(language) for _, words in of_rehearsals.texts_of(script))
    yield from _typed(language)


def _own_words(language: Language) -> Iterator[str]:
    table = tomllib.loads((Path(ui.words.__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))
    for section in SECTIONS:
        for text in table[section].values():
            yield re.sub(r"\{(\w+)\}", lambda found: FILLED.get(found[1], "3"), text)


def _typed(language: Language) -> Iterator[str]:
    say = UiWords().say
    for flow in residents_guides().flows.values():
        for step in flow.steps.values():
            for element in step.picture.elements if step.picture else ():
                for word in filter(str.isalpha, element.typed.split()):
                    keys = ", ".join(all_keys(word))
                    yield say("practice.word_by_keys", language, word=word, keys=keys)
                if element.typed:
                    yield say("practice.type_word", language, word=element.typed)


@pytest.mark.parametrize(
    "language", ["vi", pytest.param("en", marks=pytest.mark.full), pytest.param("fr", marks=pytest.mark.full)]
)
def test_each_sentence_of_practice_is_heard_and_is_as_long_as_its_letters(language: Language) -> None:
    voice, wrong = EspeakEngine(), list[tuple[str, float, float]]()
    said = sorted({text for text in texts(language) if any(map(str.isalnum, text))})
    for text in said:
        pcm = voice.render(Utterance(text, language))
        samples = np.frombuffer(pcm.samples, "<i2").astype(np.float32) / np.float32(32768)
        loud = float(np.sqrt(np.mean(samples**2))) if samples.size else 0.0
        letter_s = pcm.seconds / sum(map(str.isalnum, text))
        if loud < 0.005 or not SECONDS_A_LETTER[0] < letter_s < SECONDS_A_LETTER[1]:
            wrong.append((text, loud, letter_s))
    assert len(said) > 400 and wrong == []
