"""What is said of the red tiles is rendered and measured: nothing is mute, cut short or spelt out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from support.stage import residents_guides

from accessibility.speech.engine_pyttsx3 import EspeakEngine
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import Pcm, Utterance
from flows.guide.needs import shipped_needs
from flows.guide.words import LANGUAGES, Language, Words

FLOWS = residents_guides().flows
URGENT = [one for one in shipped_needs().tiles if one.urgent]
LETTER_S, PAUSES_S = (0.05, 0.12), 0.4
"""Of a letter as it is spoken, at the usual rate (a digit counts as three), and what pauses may add."""


def sentences(need_id: str, language: Language) -> Iterator[Words]:
    """The tile, and of each step of its guides the sentence, its simpler wording, the answers and the advice;
    in the other languages of the first steps alone.
    """
    need = next(one for one in URGENT if one.id == need_id)
    yield need.words
    for guide in need.guides:
        flow = FLOWS[guide]
        for step in flow.steps.values() if language == "vi" else [flow.steps[flow.start]]:
            yield from (step.say, *((step.simpler,) if step.simpler else ()))
            for edge in step.edges:
                yield from (words for words in (edge.label, edge.advice) if words)


@pytest.fixture(scope="module")
def voice() -> EspeakEngine:
    return EspeakEngine()


def sounding(pcm: Pcm) -> float:
    """The part of it, in stretches of 20 ms, in which something is heard."""
    samples = np.abs(np.frombuffer(pcm.samples, "<i2").astype(np.float32))
    frame = pcm.sample_rate_hz // 50
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame).max(axis=1)
    return float((frames > 0.02 * 32768).mean())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("need_id", [one.id for one in URGENT])
def test_every_urgent_sentence_sounds_as_long_as_its_words_take(
    need_id: str, language: Language, voice: EspeakEngine
) -> None:
    texts = {words.in_(language) for words in sentences(need_id, language)}
    assert len(texts) > 6
    wrong = dict[str, tuple[float, float]]()
    for text in texts:
        pcm = voice.render(Utterance(text, language))
        letters = sum(3 if one.isdigit() else one.isalpha() for one in spoken(text, language).text)
        least, most = (letters * one for one in LETTER_S)
        if not least <= pcm.seconds <= PAUSES_S + most or sounding(pcm) < 0.45:
            wrong[text] = round(pcm.seconds, 2), round(sounding(pcm), 2)
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "digits"),
    [
        ("vi", ("một một ba", "một một bốn", "một một năm")),
        ("en", ("1 1 3", "1 1 4", "1 1 5")),
        ("fr", ("1 1 3", "1 1 4", "1 1 5")),
    ],
)
def test_the_page_of_the_numbers_says_each_digit(language: Language, digits: tuple[str, ...]) -> None:
    first = FLOWS["khan-cap"].steps[FLOWS["khan-cap"].start]
    said = spoken(first.say.in_(language), language).text
    assert all(one in said for one in digits)
