"""The fakes of the stage are held to the parts they stand for."""

from __future__ import annotations

import asyncio
import inspect
import sys
from pathlib import Path

import pytest
from support.stage import Ear, HandClock, Notebook
from support.visit_fakes import HASH, Bench

from accessibility.speech.speaker import Speaker
from accessibility.speech.utterance import Finished, SpeechEvent, Utterance
from kiosk.sessions.recorder import SessionRecorder
from ui.ports import KioskLog, PointLog, VisitLog, Voice

LOG_METHODS = [name for log in (VisitLog, PointLog) for name in vars(log) if not name.startswith("_")]
VOICE_METHODS = [name for name in vars(Voice) if not name.startswith("_")]


def names(of: object, method: str) -> list[str]:
    return list(inspect.signature(getattr(of, method)).parameters)


def fits() -> tuple[Voice, Voice, KioskLog, KioskLog | None]:
    """Checked by mypy wherever it reads the tests; run here so that it is not dead."""
    return Ear(), Speaker(command=["false"]), Notebook(), None


@pytest.mark.parametrize("method", LOG_METHODS)
def test_the_notebook_and_the_real_log_take_the_same_lines(method: str) -> None:
    assert names(Notebook, method) == names(KioskLog, method) == names(SessionRecorder, method)


@pytest.mark.parametrize("method", VOICE_METHODS)
def test_the_ear_and_the_real_voice_are_asked_the_same_things(method: str) -> None:
    assert names(Ear, method) == names(Voice, method) == names(Speaker, method)
    assert fits()


def lines_of(log: VisitLog) -> None:
    log.session_started("vi")
    log.preference_changed("language", "fr")
    log.walk_started("bai-a", HASH, "vneid", "dau")
    log.edge_taken("next", "hai")
    log.went_back("dau")
    log.explained("dau", "simpler")
    log.help_called()
    log.help_escalated("phone")
    log.help_ended()
    log.help_called()
    log.help_taken(None)
    log.edge_taken("stuck.x", None)
    log.walk_ended("referred")
    log.walk_reopened("bai-a")
    log.idle_noticed()
    log.walk_ended("completed")
    log.satisfaction_given("good")
    log.session_ended("goodbye")


def test_the_notebook_keeps_one_line_for_each_event_of_the_real_log(tmp_path: Path) -> None:
    notebook, bench = Notebook(), Bench(tmp_path)
    bench.take_over()
    lines_of(notebook)
    lines_of(bench.recorder)
    bench.heartbeat.close()
    kinds = [kind.replace(".", " ") for kind in bench.sink.kinds]
    renamed = {"preference changed": "language changed", "explained": "step explained"}
    assert [renamed.get(str(line[0]), line[0]) for line in notebook.lines] == kinds


def test_the_ear_and_the_real_voice_number_what_they_say_upwards_and_never_call_back_for_silence() -> None:
    async def numbered(voice: Voice) -> list[int]:
        told: list[SpeechEvent] = []
        voice.listen(told.append)
        ids = [voice.speak(Utterance(text)) for text in ("Một", "Hai", "Ba")]
        voice.silence()
        assert all(isinstance(event, Finished) or type(event).__name__ == "Started" for event in told)
        return ids

    speaker = Speaker(command=[sys.executable, "-c", ""])
    assert asyncio.run(numbered(Ear())) == asyncio.run(numbered(speaker)) == [1, 2, 3]


def test_the_clock_in_the_hand_is_monotonic_seconds() -> None:
    clock = HandClock()
    before = clock()
    clock.now_s += 1.5
    assert clock() - before == 1.5
