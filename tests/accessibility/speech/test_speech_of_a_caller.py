"""What a swindler says in a rehearsal is said by another voice than the kiosk's own, in its place."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from accessibility.speech.engine_clips import ClipEngine
from accessibility.speech.engines import VoiceFolders, installed_voices
from accessibility.speech.failures import NoVoice
from accessibility.speech.utterance import Pcm, SpokenLanguage, Utterance
from accessibility.speech.wav import read_wav, write_wav
from accessibility.speech.wire import Speak, decode_request, encode
from flows.shelf.rehearsals import shipped_rehearsals
from ui.reach.voice.narrator import script_of
from ui.screens.page import Line

AROUND: dict[SpokenLanguage, tuple[str, str]] = {
    "vi": ("Đây là bài tập.\n", "\nCúp máy."),
    "en": ("This is practice.\n", "\nHang up."),
    "fr": ("Un exercice.\n", "\nRaccrocher."),
}
HIGHER = 1.3
VOICES = installed_voices(VoiceFolders())


def pitch_hz(sound: Pcm) -> float:
    """The middle one of the voiced parts, by how a wave repeats itself."""
    heard = array("h", sound.samples)[::4]
    rate, window, found = sound.sample_rate_hz // 4, sound.sample_rate_hz // 100, list[float]()
    for at in range(0, len(heard) - 2 * window, window):
        part = heard[at : at + 2 * window]
        loud = sum(one * one for one in part[:window])
        if loud < window * 800**2:
            continue
        lags = range(rate // 350, rate // 70)
        like = {lag: sum(part[n] * part[n + lag] for n in range(window)) for lag in lags if lag < window}
        best = max(like, key=lambda lag: like[lag])
        found.append(rate / best)
    return sorted(found)[len(found) // 2]


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_the_caller_is_heard_in_between_and_is_clearly_somebody_else(language: SpokenLanguage) -> None:
    turn = shipped_rehearsals()["khoa-sim"].turns[0].says.in_(language)
    first, last = AROUND[language]
    text = f"{first}{turn}{last}"
    spoken = (len(first), len(first) + len(turn))
    before, caller, after = VOICES.read(Utterance(text, language, caller=spoken))
    own = VOICES.render(Utterance(turn, language))
    assert caller.samples != own.samples
    assert pitch_hz(caller) > HIGHER * pitch_hz(own)
    assert 2 < caller.seconds < 12 and max(array("h", caller.samples)) > 5000  # it is there, and loud
    for sound, start, end in ((before, 0, spoken[0]), (caller, *spoken), (after, spoken[1], len(text))):
        assert sound.words and all(start <= word.start < word.end <= end for word in sound.words)


def test_every_line_of_every_rehearsal_can_be_said_by_the_caller() -> None:
    for script in shipped_rehearsals().values():
        for turn in script.turns:
            said = turn.says.vi
            (sound,) = VOICES.read(Utterance(said, caller=(0, len(said))))
            assert 1 < sound.seconds < 10, said


def test_a_screen_knows_which_of_its_lines_somebody_else_says_also_where_it_goes_on() -> None:
    lines = (
        Line("caption", "Đây là bài tập"),
        Line("sentence", "“Alô bác”", True),
        Line("reply.a", "Cúp máy"),
    )
    script = script_of(lines)
    start, end = script.caller
    assert script.text[start:end].startswith("“Alô bác”") and "Cúp" not in script.text[start:end]
    rest = script.rest_from("sentence")
    assert rest.text[slice(*rest.caller)] == script.text[start:end]
    assert script.rest_from("reply.a").caller == (0, 0)


def test_the_worker_is_told_who_speaks() -> None:
    request = Speak(3, Utterance("Alô bác. Cúp máy.", caller=(0, 8)))
    assert decode_request(encode(request)) == request


def test_a_recording_of_the_kiosks_own_voice_never_speaks_for_the_caller(tmp_path: Path) -> None:
    own, other = tmp_path / "own.wav", tmp_path / "other.wav"
    for file, said in ((own, Utterance("Alô bác")), (other, Utterance("Alô bác", whose="caller"))):
        sound = VOICES.render(said)
        write_wav(file, sound.samples, sound.sample_rate_hz)
    index = '[[clip]]\ntext = "Alô bác"\nfile = "own.wav"\n'
    (tmp_path / "index.toml").write_text(index, "utf-8")
    with pytest.raises(NoVoice):
        ClipEngine(tmp_path).render(Utterance("Alô bác", whose="caller"))
    more = index + '[[clip]]\ntext = "Alô bác"\nfile = "other.wav"\nwhose = "caller"\n'
    (tmp_path / "index.toml").write_text(more, "utf-8")
    clips = ClipEngine(tmp_path)
    assert clips.render(Utterance("Alô bác", whose="caller")).samples == read_wav(other).samples
    assert clips.render(Utterance("Alô bác")).samples == read_wav(own).samples
