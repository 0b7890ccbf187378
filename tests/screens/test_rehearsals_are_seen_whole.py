"""What a swindler or a drawn resident says stands with every answer on one page, in the largest letters."""

from __future__ import annotations

import pytest
from support.every_text import kiosk_on, looks, wrong_with

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from flows.practice.rehearse.play import Moment, Play, answered
from flows.practice.rehearse.script import Audience
from flows.shelf.rehearsals import shipped_rehearsals
from ui.visit.staff.stages import RehearsingHelp
from ui.visit.stage import Stage
from ui.visit.stages import Rehearsing

pytestmark = pytest.mark.usefixtures("blank_pictures")
LESSON: tuple[Moment, ...] = ("ringing", "sign", "rule", "check")


def sentence_of(play: Play) -> str:
    """What is said at its moment."""
    script, reply = play.script, play.replied
    if reply is not None:
        return reply.then.vi
    said = {"ringing": script.shown, "sign": script.sign, "rule": script.rule, "check": script.check}
    return said[play.moment].vi


def longest(language: Language, *, most: int) -> list[Stage]:
    """The turns with the most letters, of scams and of helping."""

    def letters(play: Play) -> int:
        said = (play.turn.says, *(one.text for one in play.replies))
        return sum(len(words.in_(language)) for words in said)

    def asked(audience: Audience) -> list[Play]:
        scripts = shipped_rehearsals(audience).values()
        plays = [Play(script, 0, "asked", turn.id) for script in scripts for turn in script.turns]
        return sorted(plays, key=letters)

    helped = [RehearsingHelp(play) for play in asked("volunteers")[-most // 3 :]]
    return [*helped, *(Rehearsing(play) for play in asked("residents")[-most:])]


@pytest.mark.parametrize(("panel", "language"), [("portrait", "vi"), ("laptop", "vi"), ("landscape", "fr")])
def test_a_turn_stands_with_its_answers_on_one_page(drawing: object, panel: str, language: Language) -> None:
    with kiosk_on(panel) as kiosk:
        now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
        stages = longest(language, most=12)
        for stage in stages:
            assert len(list(looks(kiosk, stage, now))) == 1, stage
        found = wrong_with(kiosk, [*stages[:2], *stages[-4:]], now)
        assert not found, "\n".join(found[:10])


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_what_a_volunteer_is_told_stands_on_one_page_in_the_largest_letters(
    drawing: object, panel: str
) -> None:
    with kiosk_on(panel) as kiosk:
        now = Preferences(text_size=largest_text_size(kiosk.panel))
        told = [
            answered(Play(script, 0, "asked", turn.id), reply.id)
            for script in shipped_rehearsals("volunteers").values()
            for turn in script.turns
            for reply in turn.replies
        ]
        told += [Play(one, moment=at) for one in shipped_rehearsals("volunteers").values() for at in LESSON]
        for play in sorted(told, key=lambda one: -len(sentence_of(one)))[:10]:
            assert len(list(looks(kiosk, RehearsingHelp(play), now))) == 1, sentence_of(play)
