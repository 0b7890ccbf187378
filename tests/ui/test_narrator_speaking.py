"""Whether something is being said: what the scan waits for must never be waited for in vain."""

from __future__ import annotations

from collections.abc import Callable

from support.stage import Ear

from accessibility.preferences import Preferences
from accessibility.speech.utterance import Finished, SpeechEvent, Utterance
from ui.reach.voice.narrator import Narrator


class Mute(Ear):
    """A voice that is down: it gives a sentence up before it has told its number."""

    def speak(self, utterance: Utterance) -> int:
        self.tell(Finished(7, heard=False))
        return 7


def narrator(voice: Ear) -> Narrator:
    ignore: Callable[[object], None] = lambda _: None  # noqa: E731
    return Narrator(voice, ignore)


def say(one: Narrator, *, aloud: bool = True) -> None:
    one.say_item("Quay lại", "vi", Preferences(speech_on=aloud), private=False)


def test_a_sentence_is_being_said_from_the_request_to_its_end() -> None:
    ear = Ear()
    one = narrator(ear)
    assert not one.speaking
    say(one)
    assert one.speaking
    ear.finish()
    assert not one.speaking


def test_silence_ends_it() -> None:
    one = narrator(Ear())
    say(one)
    one.silence()
    assert not one.speaking


def test_the_end_of_an_older_sentence_is_not_the_end_of_this_one() -> None:
    ear = Ear()
    one = narrator(ear)
    say(one)
    say(one)
    older: SpeechEvent = Finished(1, heard=False)
    ear.tell(older)
    assert one.speaking


def test_nothing_is_waited_for_where_nothing_is_read_aloud_or_the_voice_is_down() -> None:
    one = narrator(Ear())
    say(one, aloud=False)
    assert not one.speaking
    down = narrator(Mute())
    say(down)
    assert not down.speaking
