"""Which voices are there, and in which order they are tried: a recorded person, Piper, pyttsx3."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accessibility.speech.failures import NoVoice
from accessibility.speech.pieces import pieces
from accessibility.speech.utterance import Pcm, SpeechEngine, Utterance, Whose, WordMark

GREETING = "Chào bác."


@dataclass(frozen=True, slots=True)
class VoiceFolders:
    """Optional folders a ward may add: recorded clips, a Piper voice, and lists of how words are said."""

    clips: Path | None = None
    piper: Path | None = None
    readings: Path | None = None


@dataclass(frozen=True, slots=True)
class Voices:
    """The engines that work, in order, and one sentence for each that does not."""

    engines: tuple[SpeechEngine, ...]
    refused: tuple[str, ...] = ()

    def render(self, utterance: Utterance) -> Pcm:
        """The first engine that can say it. Raises `NoVoice` with every engine's reason."""
        reasons: list[str] = []
        for engine in self.engines:
            try:
                return engine.render(utterance)
            except NoVoice as reason:
                reasons.append(f"{engine.name}: {reason}")
        raise NoVoice("; ".join(reasons) or "no voice is installed")

    def read(self, utterance: Utterance) -> Iterator[Pcm]:
        """*utterance* as sound, piece by piece; marks count from the beginning of each piece's sound.

        What a caller says is a part by itself, in another voice. Raises `NoVoice` before the first piece.
        """
        said_anything = False
        for start, part in _by_voice(utterance):
            for sound in self._part(part):
                said_anything = True
                yield _moved(sound, start)
        if not said_anything:
            raise NoVoice("there is nothing to say in this text")

    def _part(self, utterance: Utterance) -> Iterator[Pcm]:
        """Where there are recordings, one of the whole text is taken first, then one of each line: a screen
        joins its texts with line feeds.
        """
        whole = self._recorded(utterance)
        if whole is not None:
            yield whole
            return
        for start, line in _lines(utterance.text) if self._clips else [(0, utterance.text)]:
            recorded = self._recorded(replace(utterance, text=line))
            for sound in [recorded] if recorded else self._rendered(replace(utterance, text=line)):
                yield _moved(sound, start)

    @property
    def _clips(self) -> SpeechEngine | None:
        return next((engine for engine in self.engines if engine.name == "clips"), None)

    def _recorded(self, utterance: Utterance) -> Pcm | None:
        """The recording of a text, also where a full stop was added to part it from the next one."""
        for text in dict.fromkeys((utterance.text, utterance.text.removesuffix("."))):
            try:
                if self._clips is not None:
                    return self._clips.render(replace(utterance, text=text))
            except NoVoice:
                continue
        return None

    def _rendered(self, utterance: Utterance) -> Iterator[Pcm]:
        for piece in pieces(utterance.text, utterance.language):
            pcm = self.render(replace(utterance, text=piece.text, language=piece.language))
            yield _moved(pcm, piece.start)


def _moved(pcm: Pcm, by: int) -> Pcm:
    """The same sound, its words *by* code points further on in the text."""
    return replace(pcm, words=tuple(WordMark(w.start + by, w.end + by, w.at_s) for w in pcm.words))


def _by_voice(utterance: Utterance) -> Iterator[tuple[int, Utterance]]:
    """Before the caller speaks, what they say, and after: each with where it begins."""
    start, end = utterance.caller
    whole = len(utterance.text)
    parts: tuple[tuple[int, int, Whose], ...] = (
        (0, start, "own"),
        (start, end, "caller"),
        (end, whole, "own"),
    )
    for begins, ends, whose in parts:
        text = utterance.text[begins:ends]
        if begins < ends and (text.strip() or (begins, ends) == (0, whole)):
            yield begins, replace(utterance, text=text, caller=(0, 0), whose=whose)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def installed_voices(folders: VoiceFolders) -> Voices:
    """Never raises: what cannot be used is named in `Voices.refused`."""
    makers: Sequence[Callable[[], SpeechEngine | None]] = (
        lambda: _clips(folders.clips),
        lambda: _piper(folders.piper),
        _pyttsx3,
    )
    engines: list[SpeechEngine] = []
    refused: list[str] = []
    for make in makers:
        try:
            engine = make()
        except NoVoice as reason:
            refused.append(str(reason))
        else:
            if engine is not None:
                engines.append(engine)
    return Voices(tuple(engines), tuple(refused))


def _clips(folder: Path | None) -> SpeechEngine | None:
    if folder is None:
        return None
    from accessibility.speech.engine_clips import ClipEngine

    return ClipEngine(folder)


def _piper(folder: Path | None) -> SpeechEngine | None:
    if folder is None:
        return None
    from accessibility.speech.engine_piper import PiperEngine
    from accessibility.speech.espeak_library import EspeakLibrary, bundled_files

    return PiperEngine(folder, EspeakLibrary(bundled_files()))


def _pyttsx3() -> SpeechEngine:
    from accessibility.speech.engine_pyttsx3 import installed_engine

    return installed_engine()
