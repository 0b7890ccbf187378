"""What a swindler says stands with every answer on one page, in the largest letters; nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.every_text import kiosk_on, looks, wrong_with

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.rehearse.library import shipped_rehearsals
from flows.rehearse.play import Play
from flows.words import Language
from ui.visit.stages import Rehearsing


def asked() -> Iterator[Rehearsing]:
    """Every turn of every story."""
    for script in shipped_rehearsals().values():
        yield from (Rehearsing(Play(script, 0, "asked", turn.id)) for turn in script.turns)


def longest(language: Language, *, most: int) -> list[Rehearsing]:
    def letters(stage: Rehearsing) -> int:
        said = (stage.play.turn.says, *(one.text for one in stage.play.replies))
        return sum(len(words.in_(language)) for words in said)

    return sorted(asked(), key=letters)[-most:]


@pytest.mark.parametrize(("panel", "language"), [("portrait", "vi"), ("laptop", "vi"), ("landscape", "fr")])
def test_a_turn_stands_with_its_answers_on_one_page(drawing: object, panel: str, language: Language) -> None:
    with kiosk_on(panel) as kiosk:
        now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
        stages = longest(language, most=12)
        for stage in stages:
            assert len(list(looks(kiosk, stage, now))) == 1, stage.play.turn.says.in_(language)
        found = wrong_with(kiosk, stages[-4:], now)
        assert not found, "\n".join(found[:10])
