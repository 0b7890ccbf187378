"""Touch → first audible sample and touch → silence, on a private sound server. Goal: p95 ≤ 100 ms each.

`python tests/benchmarks/bench_speech.py [rounds]`; exit code 1 when a goal is missed.
"""
# ruff: noqa: E402

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.sound_server import Recording, SoundServer, missing_tools
from support.speech_bench import SpeechBench, run

from accessibility.speech.utterance import Utterance

GOAL_MS = 100.0
SENTENCES = (
    "Bác chạm vào nút màu xanh ở giữa màn hình này, rồi chờ một chút nhé bác.",
    "Bác gọi 1900 0368, hoặc đến công an phường để được giúp.",
    "Bác mở ứng dụng VNeID, bấm “Đăng nhập”, rồi nhập mã OTP gửi qua tin nhắn.",
)


async def _measure(bench: SpeechBench, server: SoundServer, rounds: int) -> tuple[list[float], list[float]]:
    recording = server.record()
    await bench.ready()
    starts: list[float] = []
    stops: list[float] = []
    for number in range(rounds):
        asked_at = time.monotonic()
        bench.speaker.speak(Utterance(SENTENCES[number % len(SENTENCES)]))
        starts.append(await _heard(bench, recording, asked_at) - asked_at)
        await asyncio.sleep(0.4)  # into the sentence, so that there is something to stop
        stopped_at = time.monotonic()
        bench.speaker.silence()
        await asyncio.sleep(0.35)
        stops.append(recording.silent_from(stopped_at) - stopped_at)
    recording.close()
    return starts, stops


async def _heard(bench: SpeechBench, recording: Recording, since: float) -> float:
    await bench.until(lambda: recording.audible_at(since), "sound")
    heard_at = recording.audible_at(since)
    assert heard_at is not None
    return heard_at


def _percentile(values: list[float], share: float) -> float:
    return 1000 * sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def main() -> int:
    missing = missing_tools()
    if missing is not None:
        print(f"{missing} is missing: apt-get install pulseaudio pulseaudio-utils")
        return 2
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as folder:
        server = SoundServer(Path(folder) / "pulse")
        server.start()
        results: list[tuple[list[float], list[float]]] = []
        bench = SpeechBench(server.environment)

        async def story() -> None:
            results.append(await _measure(bench, server, rounds))

        try:
            run(bench, story)
        finally:
            server.kill()
    starts, stops = results[0]
    met = True
    for name, values in (("touch → first audible sample", starts), ("touch → silence", stops)):
        p50, p95 = _percentile(values, 0.5), _percentile(values, 0.95)
        met = met and p95 <= GOAL_MS
        print(f"{name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms (goal {GOAL_MS:.0f} ms, {len(values)} rounds)")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
