"""The sound and the voice."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from accessibility.speech.outlet import NOWHERE, Outlet
from accessibility.speech.word_list import ListProblem
from kiosk.base.config.sections import SpeechConfig
from kiosk.point.health.finding import Finding, finding_of, listed, mend, ok

# "Discard all samples": what ALSA calls its null device, the only one on a machine without a card.
_PLAYS_INTO_NOTHING = ("dummy", "null", "discard all samples")


@dataclass(frozen=True, slots=True)
class SeenSound:
    """The names of the devices sound can be played on. PipeWire shows a dummy one without hardware.

    `outlet` is the one in use; `NOWHERE` where nothing says (no PulseAudio or PipeWire).
    """

    devices: tuple[str, ...] = ()
    failure: str = ""
    outlet: Outlet = NOWHERE

    @property
    def real(self) -> tuple[str, ...]:
        """The devices somebody can hear."""
        return tuple(
            name for name in self.devices if not any(one in name.lower() for one in _PLAYS_INTO_NOTHING)
        )

    @property
    def is_silent(self) -> bool:
        return bool(self.failure) or not self.real


@dataclass(frozen=True, slots=True)
class SeenVoice:
    """What a rendered greeting gave: which engines, how long, how loud at most (0…1); or why not.

    `refused` says why a voice the config names, or one that came with the kiosk, cannot be used;
    `word_lists` what is left out of the lists of how words are said.
    """

    engine: str = ""
    seconds: float = 0.0
    peak: float = 0.0
    failure: str = ""
    refused: tuple[str, ...] = ()
    word_lists: tuple[ListProblem, ...] = ()


@finding_of("sound")
def check_sound(seen: SeenSound) -> Finding:
    if seen.failure:
        return mend(
            "Phần phát tiếng bị thiếu hoặc hỏng. Ki-ốt vẫn chạy, chỉ hiện chữ.",
            f"What plays sound is missing or damaged ({seen.failure}). The kiosk runs, with captions only.",
            "Chạy ./script/setup run --again để cài lại, rồi chạy lại ./script/run doctor.",
            "Run ./script/setup run --again to install it again, then ./script/run doctor.",
        )
    if not seen.real:
        return mend(
            "Không có loa nào. Ki-ốt vẫn chạy, chỉ hiện chữ.",
            "There is no sound device. The kiosk still runs, with captions only.",
            "Cắm loa hoặc tai nghe, mở âm lượng, rồi chạy lại ./script/run doctor.",
            "Plug in a loudspeaker or headphones, turn the volume up, then run ./script/run doctor again.",
        )
    names, (vi, en) = ", ".join(seen.real), _said_of(seen.outlet)
    return ok(f"Có loa: {names}. {vi}", f"Sound can be played on: {names}. {en}")


def _said_of(outlet: Outlet) -> tuple[str, str]:
    """Whether what is private is read by itself or only when the resident asks for it."""
    name = outlet.description or outlet.sink
    if outlet == NOWHERE:
        return (
            "Máy không biết là loa hay tai nghe, nên luôn hỏi trước khi đọc chuyện riêng.",
            "Nothing tells whether it is headphones, so private matters are read only when asked for.",
        )
    if outlet.headphones:
        vi, en = _bell_of(outlet)
        return (
            f"Tiếng đang ra tai nghe ({name}); chuyện riêng được đọc trong tai nghe. {vi}",
            f"Sound goes into headphones ({name}); private matters are read in them. {en}",
        )
    return (
        f"Tiếng đang ra loa ({name}); máy hỏi trước khi đọc chuyện riêng.",
        f"Sound goes to a loudspeaker ({name}); private matters are read only when asked for.",
    )


def _bell_of(outlet: Outlet) -> tuple[str, str]:
    """Whether staff hear a call of somebody who wears headphones."""
    if outlet.room:
        return f"Chuông gọi người reo cả ở loa {outlet.room}.", f"A call also rings from {outlet.room}."
    return (
        "Không có loa khác: chuông gọi người chỉ reo trong tai nghe, cán bộ phải nhìn khung đỏ.",
        "There is no other loudspeaker: a call rings in the headphones only; staff must see the red frame.",
    )


@finding_of("voice")
def check_voice(seen: SeenVoice) -> Finding:
    if seen.failure or seen.seconds < 0.3 or seen.peak < 0.02:
        why = "; ".join((*seen.refused, seen.failure)).strip("; ") or "the greeting was silent"
        return mend(
            "Giọng đọc tiếng Việt không nói được.",
            f"The Vietnamese voice cannot speak ({why}).",
            "Chạy ./script/setup run --again để cài lại, hoặc kiểm tra mục [speech] trong tệp cấu hình.",
            "Run ./script/setup run --again to install it again, or look at [speech] in the config.",
        )
    if seen.refused:
        why = "; ".join(seen.refused)
        return mend(
            f"Giọng đọc tốt ({seen.engine}), nhưng giọng khác ghi trong cấu hình không dùng được.",
            f"The voice speaks ({seen.engine}), but another cannot be used: {why}.",
            "Sửa hoặc bỏ clips_folder, piper_folder trong mục [speech] của tệp cấu hình.",
            "Mend or remove clips_folder or piper_folder under [speech] in the config.",
        )
    if seen.word_lists:
        return mend(
            f"Giọng đọc tốt ({seen.engine}), nhưng danh sách cách đọc có chỗ sai:"
            + listed(wrong.sentence_vi() for wrong in seen.word_lists),
            f"The voice speaks ({seen.engine}), but the lists of how words are said have faults:"
            + listed(wrong.sentence_en() for wrong in seen.word_lists),
            "Sửa các dòng ấy rồi chạy lại ./script/run doctor.",
            "Mend those lines, then run ./script/run doctor again.",
        )
    return ok(f"Giọng đọc tốt ({seen.engine}).", f"The voice speaks ({seen.engine}).")


GREETING = "Kính chào bác ạ."


def see_sound(speech: SpeechConfig) -> SeenSound:
    try:
        from accessibility.speech.output_device import device_names, keep_alsa_quiet
        from accessibility.speech.pulse_watch import poll_once
    except ImportError as failure:
        return SeenSound(failure=str(failure))
    keep_alsa_quiet()
    return SeenSound(device_names(), outlet=poll_once(speech.headphones))


def see_voice(speech: SpeechConfig) -> SeenVoice:
    from accessibility.speech.failures import NoVoice
    from accessibility.speech.utterance import Utterance
    from accessibility.speech.word_list import list_problems
    from kiosk.base.voice.voices import voices_of

    voices = voices_of(speech)
    try:
        pcm = voices.render(Utterance(GREETING, "vi"))
    except NoVoice as failure:
        return SeenVoice(failure=str(failure), refused=voices.refused)
    peak = max((abs(sample) for sample in array("h", pcm.samples)), default=0) / 32768
    return SeenVoice(
        ", ".join(engine.name for engine in voices.engines),
        pcm.seconds,
        peak,
        refused=voices.refused,
        word_lists=list_problems(),
    )
