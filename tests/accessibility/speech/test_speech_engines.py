"""The voices: pyttsx3 over our espeak driver, recorded clips, Piper, and the order they are tried in."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import unicodedata
import wave
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import pyttsx3
from support.log_mel import Samples, similarity
from support.tiny_piper import make_tiny_piper

from accessibility.preferences import RATES, VOLUMES
from accessibility.speech.engine_clips import ClipEngine
from accessibility.speech.engine_piper import PiperEngine
from accessibility.speech.engine_pyttsx3 import EspeakEngine
from accessibility.speech.engines import VoiceFolders, Voices, installed_voices
from accessibility.speech.espeak_driver import register
from accessibility.speech.espeak_library import EspeakFiles, EspeakLibrary, bundled_files
from accessibility.speech.failures import ClipRefused, NoVoice, VoiceRefused
from accessibility.speech.rates import gain
from accessibility.speech.resample import from_first_sound
from accessibility.speech.utterance import Pcm, Utterance
from accessibility.speech.wav import read_wav, write_wav

CLONE = Path(__file__).parents[3]
SENTENCE = "Bác chạm vào nút màu xanh ở giữa màn hình."
OTHER = "Không ai được hỏi mã xác nhận của bác."


@pytest.fixture(scope="module")
def espeak() -> EspeakEngine:
    return EspeakEngine()


def _samples(pcm: Pcm) -> Samples:
    return np.frombuffer(pcm.samples, "<i2").astype(np.float32) / np.float32(32768)


def _independent(text: str, folder: Path) -> tuple[Samples, int]:
    """The sentence from Debian's espeak-ng program: not our library, driver or normaliser."""
    path = folder / "independent.wav"
    subprocess.run(["espeak-ng", "-v", "vi", "-s", "160", "-w", str(path), "--", text], check=True)
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(10**9), "<i2").astype(np.float32) / np.float32(32768)
        return samples, file.getframerate()


def test_the_voice_says_the_sentence_and_not_another(espeak: EspeakEngine, tmp_path: Path) -> None:
    pcm = espeak.render(Utterance(SENTENCE))

    assert similarity(_samples(pcm), pcm.sample_rate_hz, *_independent(SENTENCE, tmp_path)) >= 0.95
    assert similarity(_samples(pcm), pcm.sample_rate_hz, *_independent(OTHER, tmp_path)) < 0.95


def test_decomposed_vietnamese_sounds_the_same(espeak: EspeakEngine, tmp_path: Path) -> None:
    pcm = espeak.render(Utterance(unicodedata.normalize("NFD", SENTENCE)))

    assert similarity(_samples(pcm), pcm.sample_rate_hz, *_independent(SENTENCE, tmp_path)) >= 0.95


def test_words_are_marked_as_they_are_written_and_in_time(espeak: EspeakEngine) -> None:
    text = "Mở “VNeID”, gọi 1900 0368."
    pcm = espeak.render(Utterance(text))

    assert [text[word.start : word.end] for word in pcm.words] == ["Mở", "VNeID", "gọi", "1900 0368"]
    times = [word.at_s for word in pcm.words]
    assert times == sorted(times)
    assert 0 <= times[0] < times[-1] < pcm.seconds


@pytest.mark.parametrize("text", ["Cỡ chữ, nút bấm.", "Tiếp theo, nút bấm.", "Màu sắc, nút bấm."])
def test_an_utterance_begins_with_its_first_sound_and_loses_nothing_else(
    espeak: EspeakEngine, text: str
) -> None:
    whole = espeak.render(Utterance(text))
    begun, later = from_first_sound([whole, whole])

    silent = int(np.argmax(_samples(whole) != 0))
    assert _samples(begun)[0] != 0
    assert begun.samples == whole.samples[2 * silent :]
    assert later == whole
    cut_s = silent / whole.sample_rate_hz
    assert [word.at_s for word in begun.words] == [max(0, word.at_s - cut_s) for word in whole.words]


def test_nothing_but_silence_stays_as_it_is() -> None:
    pause = Pcm(bytes(200), 22_050, ())

    assert list(from_first_sound([pause])) == [pause]
    assert list(from_first_sound([])) == []


def test_twenty_thousand_letters_do_not_crash(espeak: EspeakEngine) -> None:
    text = (SENTENCE + " ") * 480
    assert len(text) > 20_000

    pcm = espeak.render(Utterance(text))

    assert pcm.seconds > 600
    assert len(pcm.words) > 4_000


def test_seven_rates_change_the_time_and_keep_the_pitch(espeak: EspeakEngine) -> None:
    sounds = {rate: espeak.render(Utterance(SENTENCE, rate=rate)) for rate in RATES}
    normal = sounds[1.0].seconds

    assert len(RATES) >= 7
    for rate, pcm in sounds.items():
        assert normal / pcm.seconds == pytest.approx(rate, rel=0.1)
        assert _pitch_hz(pcm) == pytest.approx(_pitch_hz(sounds[1.0]), rel=0.12)


def _pitch_hz(pcm: Pcm) -> float:
    """Median fundamental of the voiced frames, by autocorrelation between 60 and 400 Hz."""
    sound, rate = _samples(pcm), pcm.sample_rate_hz
    frames = [sound[i : i + 1024] for i in range(0, len(sound) - 1024, 512)]
    loud = sorted(frames, key=lambda frame: -float((frame**2).sum()))[: len(frames) // 2]
    shortest, longest = rate // 400, rate // 60
    found = []
    for frame in loud:
        echo = np.correlate(frame, frame, "full")[1023:]
        found.append(rate / (shortest + int(np.argmax(echo[shortest:longest]))))
    return float(np.median(found))


def test_ten_volumes_are_ten_loudnesses() -> None:
    gains = [gain(volume) for volume in VOLUMES]

    assert len(set(gains)) == len(VOLUMES) >= 10
    assert gains == sorted(gains)
    assert (gain(0), gain(1), gain(7)) == (0, 1, 1)


def test_the_volumes_span_what_speech_output_must_and_no_step_is_a_leap() -> None:
    """EN 301 549 8.2.1: 18 dB, and a step 12 dB above the softest; VVSG 2.0 7.1-K: no step over 10 dB."""
    levels_db = [20 * np.log10(gain(volume)) for volume in VOLUMES]
    above_the_softest = [level - levels_db[0] for level in levels_db]

    assert above_the_softest[-1] >= 18
    assert any(above >= 12 for above in above_the_softest[:-1])
    assert all(0 < louder - softer <= 10 for softer, louder in pairwise(levels_db))


def test_two_queued_sentences_are_both_rendered_through_the_pyttsx3_interface() -> None:
    engine = pyttsx3.init(register())
    rendered: list[int] = []
    finished: list[bool] = []
    sound = engine.connect("rendered", lambda samples, **_: rendered.append(len(samples)))
    end = engine.connect("finished-utterance", lambda completed, **_: finished.append(completed))

    engine.say(SENTENCE, "one")
    engine.say(OTHER, "two")
    engine.runAndWait()
    engine.disconnect(sound)
    engine.disconnect(end)

    assert len(rendered) == 2
    assert min(rendered) > 20_000
    assert finished == [True, True]


def test_every_language_has_its_voice(espeak: EspeakEngine) -> None:
    for language, text in (("en", "Touch the blue button."), ("fr", "Touchez le bouton bleu.")):
        assert espeak.render(Utterance(text, language)).seconds > 0.8  # type: ignore[arg-type]
    with pytest.raises(NoVoice, match="no voice “xx”"):
        EspeakLibrary(bundled_files()).set_voice("xx")
    assert espeak.render(Utterance(SENTENCE)).seconds > 1


def test_missing_data_is_a_named_failure_and_a_long_path_works(tmp_path: Path) -> None:
    files = bundled_files()
    with pytest.raises(NoVoice, match="no data"):
        EspeakLibrary(EspeakFiles(files.library, tmp_path))
    with pytest.raises(NoVoice, match="cannot be loaded"):
        EspeakLibrary(EspeakFiles(tmp_path / "no.so", files.data))
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(files.data, target_is_directory=True)

    # In a process of its own: after espeak-ng was initialised a second time, with another path, a later
    # sentence once ended this one with a segmentation fault. The kiosk initialises it once.
    said = (
        "import sys; from pathlib import Path\n"
        "from accessibility.speech.espeak_library import EspeakFiles, EspeakLibrary\n"
        "library = EspeakLibrary(EspeakFiles(Path(sys.argv[1]), Path(sys.argv[2])))\n"
        "library.set_voice('vi')\n"
        "assert len(library.synthesise('Chào bác.')[0]) > 10_000\n"
    )
    command = [sys.executable, "-c", said, str(files.library), str(deep / "espeak-ng-data")]
    done = subprocess.run(command, cwd=CLONE, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


# --- recorded clips ----------------------------------------------------------


def test_a_sentence_that_the_disk_does_not_take_whole_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "before.wav"
    write_wav(kept, b"\x10\x20" * 24_000, 24_000)

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    for path in (kept, tmp_path / "new.wav"):
        with pytest.raises(OSError, match="No space left"):
            write_wav(path, b"\x30\x40" * 24_000, 24_000)
    assert list(tmp_path.iterdir()) == [kept] and read_wav(kept).samples == b"\x10\x20" * 24_000


def _clips(folder: Path, index: str, rate_hz: int = 24_000) -> Path:
    write_wav(folder / "a.wav", b"\x10\x20" * rate_hz, rate_hz)
    (folder / "index.toml").write_text(index, encoding="utf-8")
    return folder


def test_a_recorded_sentence_is_preferred_and_a_missing_one_goes_to_the_next_voice(tmp_path: Path) -> None:
    index = f'[[clip]]\ntext = "{SENTENCE}"\nfile = "a.wav"\nwords = [[0, 3, 0.1]]\n'
    voices = installed_voices(VoiceFolders(clips=_clips(tmp_path, index)))

    recorded = list(voices.read(Utterance(unicodedata.normalize("NFD", SENTENCE))))
    faster = list(voices.read(Utterance(SENTENCE, rate=1.25)))
    missing = list(voices.read(Utterance(OTHER)))

    assert [engine.name for engine in voices.engines] == ["clips", "pyttsx3-espeak"]
    assert [(pcm.seconds, pcm.words[0].at_s) for pcm in recorded] == [(1.0, 0.1)]
    assert faster[0].sample_rate_hz == missing[0].sample_rate_hz == 22_050


def test_a_recorded_sentence_is_heard_also_among_the_other_texts_of_a_screen(tmp_path: Path) -> None:
    index = '[[clip]]\ntext = "Có"\nfile = "a.wav"\nwords = [[0, 2, 0.1]]\n'
    voices = installed_voices(VoiceFolders(clips=_clips(tmp_path, index)))
    recorded = read_wav(tmp_path / "a.wav").samples
    text = "Bác đã có VNeID chưa?\nCó.\nChưa"

    first, yes, no = voices.read(Utterance(text))

    assert yes.samples == recorded
    assert recorded not in (first.samples, no.samples)
    assert [text[w.start : w.end] for sound in (first, yes, no) for w in sound.words] == [
        "Bác", "đã", "có", *["VNeID"] * (len(first.words) - 4), "chưa", "Có", "Chưa",
    ]  # fmt: skip


def test_a_clip_without_marks_lights_its_words_evenly(tmp_path: Path) -> None:
    engine = ClipEngine(_clips(tmp_path, f'[[clip]]\ntext = "{SENTENCE}"\nfile = "a.wav"\n'))

    words = engine.render(Utterance(SENTENCE)).words

    assert [SENTENCE[word.start : word.end] for word in words] == SENTENCE.rstrip(".").split()


@pytest.mark.parametrize(
    ("index", "complaint"),
    [
        ('[[clip]]\nfile = "a.wav"', "needs text and file"),
        ('[[clip]]\ntext = "x"\nfile = "none.wav"', "no readable WAV"),
        ('[[clip]]\ntext = "x"\nfile = "stereo.wav"', "save it as mono, 16 bit"),
        ('clip = "x"', "as a .*clip.* table"),
        ("[[clip", "cannot be read"),
    ],
)
def test_a_broken_clip_folder_is_refused_with_what_to_mend(
    tmp_path: Path, index: str, complaint: str
) -> None:
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as file:
        file.setparams((2, 2, 44_100, 0, "NONE", ""))
        file.writeframes(bytes(400))

    with pytest.raises(ClipRefused, match=complaint):
        ClipEngine(_clips(tmp_path, index))
    voices = installed_voices(VoiceFolders(clips=tmp_path))
    assert [engine.name for engine in voices.engines] == ["pyttsx3-espeak"]
    assert len(voices.refused) == 1


# --- Piper -------------------------------------------------------------------


def _piper(folder: Path) -> PiperEngine:
    return PiperEngine(folder, EspeakLibrary(bundled_files()))


def test_a_vietnamese_piper_voice_speaks_before_espeak(tmp_path: Path) -> None:
    voices = installed_voices(VoiceFolders(piper=make_tiny_piper(tmp_path)))
    short = voices.render(Utterance("Chào bác."))
    long = voices.render(Utterance(SENTENCE))

    assert [engine.name for engine in voices.engines] == ["piper", "pyttsx3-espeak"]
    assert long.seconds > 2 * short.seconds > 0
    assert [SENTENCE[word.start : word.end] for word in long.words][:3] == ["Bác", "chạm", "vào"]
    assert voices.render(Utterance("Touch.", "en")).seconds > 0.2


@pytest.mark.parametrize(("language", "voice"), [("en_US", "en-us"), ("vi_VN", "en-us"), ("en_US", "vi")])
def test_a_piper_voice_of_another_language_is_refused(tmp_path: Path, language: str, voice: str) -> None:
    with pytest.raises(VoiceRefused, match="not Vietnamese"):
        _piper(make_tiny_piper(tmp_path, language, voice))


def test_a_broken_piper_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VoiceRefused, match="exactly one"):
        _piper(tmp_path)
    folder = make_tiny_piper(tmp_path)
    (folder / "voice.onnx").write_bytes(b"not a model")
    with pytest.raises(VoiceRefused, match="cannot be loaded"):
        _piper(folder)
    (folder / "voice.onnx.json").write_text("[]", encoding="utf-8")
    with pytest.raises(VoiceRefused, match="no description"):
        _piper(folder)


# --- the chain, and what the command line uses -------------------------------


def test_without_any_voice_the_reason_is_named() -> None:
    with pytest.raises(NoVoice, match="no voice is installed"):
        Voices(()).render(Utterance(SENTENCE))
    with pytest.raises(NoVoice, match="nothing to say"):
        list(installed_voices(VoiceFolders()).read(Utterance("👍 …")))


def test_english_with_a_vietnamese_label_is_written_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    pieces = list(installed_voices(VoiceFolders()).read(Utterance("Tap “Đăng nhập”, then wait.", "en")))

    write_wav(path, b"".join(piece.samples for piece in pieces), pieces[0].sample_rate_hz)

    assert len(pieces) == 3
    assert len({piece.sample_rate_hz for piece in pieces}) == 1
    assert read_wav(path).seconds == pytest.approx(sum(piece.seconds for piece in pieces))
    assert read_wav(path).seconds > 1.5
