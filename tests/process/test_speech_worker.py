"""The worker as a process: its lines, its manners, its end; and the speaker that keeps it alive."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.conditions import until
from support.speech_bench import SpeechBench, run

from accessibility.speech import player, worker
from accessibility.speech.engines import VoiceFolders, Voices
from accessibility.speech.player import Player
from accessibility.speech.speaker import Speaker, Supervision
from accessibility.speech.utterance import Finished, Pcm, SoundState, Started, Utterance
from accessibility.speech.wire import Ping, Pong, Report, Silence, Speak, encode

NO_SERVER = {"PULSE_SERVER": "unix:/nonexistent/socket"}
HASTY = Supervision(
    ping_every_s=0.1, silent_for_s=0.6, first_pause_s=0.01, longest_pause_s=0.05, notice_after_s=0.3
)


def _worker(lines: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [
        "env",
        "PULSE_SERVER=unix:/nonexistent/socket",
        sys.executable,
        "-m",
        "accessibility.speech",
    ]
    root = Path(__file__).parents[2]
    return subprocess.run([*command, *arguments], input=lines, capture_output=True, timeout=30, cwd=root)


def test_only_reports_reach_standard_output_and_bad_lines_are_survived(tmp_path: Path) -> None:
    speak = encode(Speak(7, Utterance("Bác mở VNeID.")))
    bad = b'not json\n[]\n{"is":"Speak"}\n{"is":"Dance"}\n'
    done = _worker(bad + speak + encode(Silence()) + encode(Ping()), "--clips", str(tmp_path))

    reports = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = [report["is"] for report in reports]
    assert done.returncode == 0
    assert kinds[0] == "Ready"
    assert reports[0]["voices"] == ["pyttsx3-espeak"]
    assert "index.toml" in reports[0]["refused"][0]
    assert {"is": "Finished", "utterance_id": 7, "heard": False} in reports
    assert "Pong" in kinds
    assert b"ALSA" not in done.stderr
    assert done.stderr.count(b"WARNING") == 5


def test_the_worker_ends_when_its_kiosk_is_gone() -> None:
    assert _worker(b"").returncode == 0


def test_the_worker_needs_no_qt() -> None:
    code = "import sys, accessibility.speech.worker; print(any(n.startswith('PySide6') for n in sys.modules))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "False", done.stderr


def test_closing_leaves_no_process_behind() -> None:
    bench = SpeechBench(NO_SERVER)
    pids: list[int] = []

    async def story() -> None:
        await bench.until(lambda: bench.speaker.voices, "the worker")
        assert bench.speaker.worker_pid is not None
        pids.append(bench.speaker.worker_pid)
        bench.speaker.speak(Utterance("Chào bác."))

    run(bench, story)

    assert not Path(f"/proc/{pids[0]}").exists()
    assert Finished(1, heard=False) in bench.plain_events


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has threads that step back")
def test_the_worker_starts_behind_the_screen_and_speaks_like_any_other() -> None:
    """A sentence whose threads step back is torn where others work too."""
    bench = SpeechBench(NO_SERVER)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    starting: list[int] = []

    def of_threads() -> list[int]:
        return [
            os.getpriority(os.PRIO_PROCESS, int(thread.name))
            for thread in Path(f"/proc/{bench.speaker.worker_pid}/task").iterdir()
        ]

    def threads_are_back() -> bool:
        with contextlib.suppress(OSError):  # one that is just ending
            return set(of_threads()) == {own}
        return False

    async def story() -> None:
        await bench.until(lambda: bench.speaker.worker_pid is not None, "the process")
        while not bench.speaker.voices:
            with contextlib.suppress(OSError):  # a thread that has just ended
                starting.extend(of_threads())
            await asyncio.sleep(0.005)
        await bench.until(lambda: bench.speaker.state.reason == "no-device", "the voice")
        await bench.until(threads_are_back, "every thread")

    run(bench, story)

    assert max(starting) == min(own + 10, 19)


def test_a_visit_that_is_over_takes_the_worker_that_spoke_in_it_along() -> None:
    """A fresh one stays: nothing was said to it. What the next resident is told waits for the new one."""
    bench = SpeechBench(NO_SERVER)
    pids: list[int | None] = []

    async def story() -> None:
        await bench.until(lambda: bench.speaker.state.reason == "no-device", "the worker")
        pids.append(bench.speaker.worker_pid)
        bench.speaker.forget()
        await bench.until(lambda: bench.speaker.voices, "still the first")
        assert bench.speaker.worker_pid == pids[0]
        bench.speaker.speak(Utterance("Bước này là chuyện riêng của bác."))
        bench.speaker.forget()
        assert bench.plain_events[-1] == Finished(1, heard=False)
        number = bench.speaker.speak(Utterance("Chào bác.", private=True))
        await bench.until(lambda: Finished(number, heard=False) in bench.plain_events, "the new one's answer")
        pids.append(bench.speaker.worker_pid)

    run(bench, story)

    assert pids[0] != pids[1] is not None
    assert not Path(f"/proc/{pids[0]}").exists()
    assert SoundState(False, "worker-down") not in bench.plain_events


def test_closing_while_a_useless_worker_is_being_ended_leaves_no_process_behind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stubborn = _fake_worker("import time; time.sleep(0.3); print('x', flush=True); time.sleep(60)")
    pids: set[int] = set()

    async def life() -> None:
        speaker = Speaker(command=stubborn, supervision=Supervision(end_within_s=30))
        speaker.open()
        while "out of turn" not in caplog.text:
            pids.update(pid for pid in [speaker.worker_pid] if pid is not None)
            await asyncio.sleep(0.002)
        await speaker.aclose()

    asyncio.run(asyncio.wait_for(life(), 20))

    (pid,) = pids
    assert not Path(f"/proc/{pid}").exists()


def _fake_worker(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def _states(command: tuple[str, ...], wanted: SoundState) -> list[object]:
    speaker = Speaker(command=command, supervision=HASTY)
    events: list[object] = []
    speaker.listen(events.append)

    async def story() -> None:
        speaker.open()
        speaker.speak(Utterance("Chào bác."))
        for _ in range(5_000):
            if wanted in events:
                break
            await asyncio.sleep(0.002)
        await speaker.aclose()

    asyncio.run(story())
    return events


def test_a_worker_that_always_dies_is_a_notice_and_the_sentence_counts_as_not_heard() -> None:
    events = _states(_fake_worker("raise SystemExit(3)"), SoundState(False, "worker-down"))

    assert events == [SoundState(False, "worker-down"), Finished(1, heard=False)]


def test_a_worker_that_cannot_be_started_is_a_notice() -> None:
    events = _states(("/nonexistent/python",), SoundState(False, "worker-down"))

    assert events == [SoundState(False, "worker-down"), Finished(1, heard=False)]


def test_a_worker_that_hangs_is_replaced() -> None:
    hang = (
        "import sys, time\n"
        'print(\'{"is": "Ready", "voices": [], "refused": []}\', flush=True)\n'
        'print(\'{"is": "SoundState", "audible": true, "reason": "ok"}\', flush=True)\n'
        "time.sleep(600)"
    )
    events = _states(_fake_worker(hang), Finished(1, heard=False))  # type: ignore[arg-type]

    assert events[0] == SoundState(True, "ok")
    assert Finished(1, heard=False) in events  # said to two workers, both hung: not to a third


def test_a_worker_that_prints_nonsense_is_replaced() -> None:
    events = _states(_fake_worker("print('hello')"), SoundState(False, "worker-down"))

    assert SoundState(False, "worker-down") in events


def test_a_voice_nobody_could_listen_to_is_looked_after_all_the_same(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A mistake of ours in what is told of a sentence: the next worker is still started."""
    speaker = Speaker(command=_fake_worker(ONE_SENTENCE), supervision=HASTY)
    heard: list[object] = []

    def fails(_: object) -> None:
        raise ValueError("made to fail")

    speaker.listen(fails)
    speaker.listen(heard.append)

    async def story() -> None:
        speaker.open()
        for number in (1, 2):
            speaker.speak(Utterance("Chào bác."))
            while Started(number) not in heard:
                await asyncio.sleep(0.002)
        await speaker.aclose()

    asyncio.run(asyncio.wait_for(story(), 20))

    assert "Started could not be taken in" in caplog.text


ONE_SENTENCE = """
import json, sys
print('{"is": "Ready", "voices": [], "refused": []}', flush=True)
print('{"is": "SoundState", "audible": true, "reason": "ok"}', flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    if asked["is"] == "Speak":
        print(json.dumps({"is": "Started", "utterance_id": asked["utterance_id"]}), flush=True)
        sys.exit()
"""


def test_before_the_worker_is_ready_the_latest_sentence_waits_and_older_ones_are_reported() -> None:
    speaker = Speaker(command=("/nonexistent/python",))
    events: list[object] = []
    speaker.listen(events.append)

    ids = [speaker.speak(Utterance(text)) for text in ("một", "hai", "ba")]
    assert events == [Finished(ids[0], heard=False), Finished(ids[1], heard=False)]
    speaker.silence()
    assert events[-1] == Finished(ids[2], heard=False)


def test_a_sentence_from_too_long_ago_is_never_said() -> None:
    late = (
        "import json, sys, time\n"
        "time.sleep(0.5)\n"
        'print(\'{"is": "Ready", "voices": [], "refused": []}\', flush=True)\n'
        'print(\'{"is": "SoundState", "audible": true, "reason": "ok"}\', flush=True)\n'
        "for line in sys.stdin:\n"
        "    asked = json.loads(line)\n"
        "    if asked['is'] == 'Speak':\n"
        "        print(json.dumps({'is': 'Started', 'utterance_id': asked['utterance_id']}), flush=True)\n"
    )
    speaker = Speaker(command=_fake_worker(late), supervision=Supervision(say_within_s=0.1))
    events: list[object] = []
    speaker.listen(events.append)

    async def story() -> None:
        speaker.open()
        speaker.speak(Utterance("Chào bác."))
        while not speaker.state.audible:
            await asyncio.sleep(0.002)
        speaker.speak(Utterance("Bác chạm vào đây."))
        while Started(2) not in events:
            await asyncio.sleep(0.002)
        await speaker.aclose()

    asyncio.run(asyncio.wait_for(story(), 20))

    assert Finished(1, heard=False) in events
    assert Started(1) not in events


class _Hesitant:
    """A voice that is silent for a while before each piece."""

    name = "hesitant"

    def render(self, utterance: Utterance) -> Pcm:
        return Pcm(bytes(200) + b"\1\1", 22_050, ())


class _Shelf(Player):
    """Keeps what would be played."""

    def __init__(self) -> None:
        super().__init__(lambda _: None)
        self.kept, self.ended = list[bytes](), threading.Event()

    def add(self, utterance_id: int, pcm: Pcm) -> bool:
        self.kept.append(pcm.samples)
        return True

    def end(self, utterance_id: int) -> None:
        self.ended.set()


def test_nobody_waits_for_a_voice_that_begins_with_silence() -> None:
    """Between two pieces it is a pause, and stays."""
    shelf = _Shelf()
    worker.Renderer(Voices((_Hesitant(),)), shelf).say(Speak(1, Utterance("Tap “Đăng nhập”", "en")))

    assert shelf.ended.wait(20)
    assert shelf.kept == [b"\1\1", bytes(200) + b"\1\1"]


class _Stuck:
    """A voice that hangs in the middle of a sentence until it is let go."""

    name = "stuck"

    def __init__(self) -> None:
        self.entered, self.let_go = threading.Event(), threading.Event()

    def render(self, utterance: Utterance) -> Pcm:
        if utterance.text == "Đứng.":
            self.entered.set()
            assert self.let_go.wait(20)
        return Pcm(bytes(200), 22_050, ())


def test_while_a_voice_hangs_the_worker_answers_no_ping(monkeypatch: pytest.MonkeyPatch) -> None:
    voice, reports = _Stuck(), list[Report]()
    monkeypatch.setattr(worker, "_HUNG_AFTER_S", 0.0)
    monkeypatch.setattr(worker, "installed_voices", lambda folders: Voices((voice,)))

    def lines() -> Iterator[bytes]:
        yield encode(Ping())
        assert reports.count(Pong()) == 1
        yield encode(Speak(1, Utterance("Đứng.")))
        assert voice.entered.wait(20)
        yield encode(Ping())
        assert reports.count(Pong()) == 1
        voice.let_go.set()
        for _ in range(100_000):
            if reports.count(Pong()) > 1:
                return
            yield encode(Ping())
        raise AssertionError("it never answers again")

    worker.serve(lines(), reports.append, VoiceFolders())


def test_a_worker_whose_sound_card_does_not_answer_answers_no_ping(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would render every sentence in good time, and none would ever sound."""
    monkeypatch.setattr(player, "HUNG_AFTER_S", 0.0)
    reports, let_go, looks = list[Report](), threading.Event(), threading.Event()

    def looks_for_ever(_: Player) -> None:
        looks.set()
        assert let_go.wait(20)

    monkeypatch.setattr(Player, "_open", lambda _: None)
    monkeypatch.setattr(Player, "_look_after_the_device", looks_for_ever)
    monkeypatch.setattr(worker, "installed_voices", lambda folders: Voices((_Hesitant(),)))

    def lines() -> Iterator[bytes]:
        assert looks.wait(20)
        yield encode(Ping())
        assert Pong() not in reports
        let_go.set()
        for _ in range(100_000):
            if Pong() in reports:
                return
            yield encode(Ping())
        raise AssertionError("it never answers again")

    worker.serve(lines(), reports.append, VoiceFolders())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_worker_with_nobody_left_to_look_after_the_sound_answers_no_ping(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = list[Report]()

    def fails(_: Player) -> None:
        raise ValueError("made to fail")

    monkeypatch.setattr(Player, "_open", lambda _: None)
    monkeypatch.setattr(Player, "_look_after_the_device", fails)
    monkeypatch.setattr(worker, "installed_voices", lambda folders: Voices((_Hesitant(),)))

    def lines() -> Iterator[bytes]:
        until(lambda: not any(one.name == "player" for one in threading.enumerate()))
        yield encode(Ping())

    worker.serve(lines(), reports.append, VoiceFolders())
    assert Pong() not in reports
