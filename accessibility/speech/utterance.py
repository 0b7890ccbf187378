"""What can be said, and what is heard back about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

SpokenLanguage: TypeAlias = Literal["vi", "en", "fr"]
Holding: TypeAlias = Literal["hold", "held"]
"""A held press is on its way, or has been held long enough."""

Whose: TypeAlias = Literal["own", "caller"]
"""The kiosk's own voice, or another one: somebody on the phone that is played."""

Cue: TypeAlias = Literal["item", "wrap", "ring", Holding]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say. Word marks refer to code points of `text`, as it is written on the screen."""

    text: str
    language: SpokenLanguage = "vi"
    rate: float = 1.0
    volume: float = 0.7
    private: bool = False  # ends when the sound may go elsewhere
    only_in_headphones: bool = False  # nobody has asked to hear it on a loudspeaker
    caller: tuple[int, int] = (0, 0)  # ``text[start:end]`` is said by the other voice
    whose: Whose = "own"  # of all of it, once it was cut up by voices


@dataclass(frozen=True, slots=True)
class WordMark:
    """The word ``text[start:end]`` is audible `at_s` seconds after the utterance begins."""

    start: int
    end: int
    at_s: float


@dataclass(frozen=True, slots=True)
class Pcm:
    """Signed 16-bit mono sound with the marks of its words."""

    samples: bytes
    sample_rate_hz: int
    words: tuple[WordMark, ...]

    @property
    def seconds(self) -> float:
        return len(self.samples) / 2 / self.sample_rate_hz


class SpeechEngine(Protocol):
    """Turns text into sound. Raises `accessibility.speech.failures.NoVoice` when it cannot."""

    name: str

    def render(self, utterance: Utterance) -> Pcm: ...


# --- what the speaker reports (delivered on the thread of the loop that owns the speaker) --------


@dataclass(frozen=True, slots=True)
class Started:
    utterance_id: int


@dataclass(frozen=True, slots=True)
class WordReached:
    utterance_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finished:
    """`heard` is False when it was cut short by a newer utterance, by silence, or by a lost device."""

    utterance_id: int
    heard: bool


@dataclass(frozen=True, slots=True)
class SoundState:
    """Whether anything can be heard now; `reason` is a stable word for logs and `kiosk doctor`."""

    audible: bool
    reason: Literal["ok", "no-device", "no-voice", "worker-down", "off"]


@dataclass(frozen=True, slots=True)
class HeardThrough:
    """Where sound comes out from now on; what is not for certain headphones is a loudspeaker."""

    headphones: bool


@dataclass(frozen=True, slots=True)
class OutputChanged:
    """A card, an output, the default or the device is another: sound may reach other ears from now on."""


SpeechEvent: TypeAlias = Started | WordReached | Finished | SoundState | HeardThrough | OutputChanged
