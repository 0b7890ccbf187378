"""The way in, before and after: inputs, seconds and words to the first useful sentence and to the end.

`python tests/benchmarks/bench_ways_in.py [NAME…]`. The personas of the trial of 28 November 2026, each by
their own way on the real window, by the time model of tests/support/pace.py and the kiosk's real voice.
*Before* is what that trial counted on the code of its day; what it did not count has no ratio.
"""
# ruff: noqa: E402

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from support.stage import Stage
from support.walkers import Feeler, Keypad, NonReader, OneSwitch, Swiper, TwoSwitches, Walker
from support.ways_in import EMERGENCY, HEALTH_CARD, LOST_MONEY, SCAM_CALL, Cost, WayIn, Wish

from accessibility.speech.engine_pyttsx3 import installed_engine
from accessibility.speech.utterance import Utterance
from ui.fonts import load_fonts


@dataclass(frozen=True, slots=True)
class Persona:
    """`first` and `end`: what the trial counted before, in seconds of the same model; None, 0: it did not."""

    name: str
    way: type[Walker]
    wish: Wish
    first: Cost | None = None
    end: Cost | None = None
    goal: str = ""


PERSONAS = (
    Persona(
        "a hardly reads, health card, touch",
        NonReader,
        HEALTH_CARD,
        Cost(7, 119, 418),
        Cost(15, 0),
        "2, 25 s",
    ),
    Persona("b swindler on the line, touch", NonReader, SCAM_CALL, Cost(6, 68, 345), Cost(12, 0), "1, 8 s"),
    Persona("b2 lost money, touch", NonReader, LOST_MONEY, Cost(6, 0)),
    Persona("c blind, swipe, health card", Swiper, HEALTH_CARD, Cost(40, 186), Cost(108, 383), "10 inputs"),
    Persona("c' blind, feeling, health card", Feeler, HEALTH_CARD, Cost(41, 1113), Cost(70, 1352)),
    Persona("d tremor, emergency, meant touches", NonReader, EMERGENCY, Cost(9, 0)),
    Persona("e one switch, health card", OneSwitch, HEALTH_CARD, Cost(5, 187), Cost(14, 337), "60 s"),
    Persona("  one switch, emergency", OneSwitch, EMERGENCY, Cost(5, 159)),
    Persona("  keypad, health card", Keypad, HEALTH_CARD, Cost(44, 227), Cost(103, 446)),
    Persona("  two switches, health card", TwoSwitches, HEALTH_CARD),
)


def main() -> None:
    application, voice = QGuiApplication(sys.argv[:1]), installed_engine()
    load_fonts()
    speech_s = cache(lambda text: voice.render(Utterance(text)).seconds)
    print(f"{'':38}{'to the first useful sentence':58}{'to the end':44}{'goal'}")
    for persona in PERSONAS:
        if sys.argv[1:] and not persona.name.strip().startswith(tuple(sys.argv[1:])):
            continue
        stage = Stage()
        QTest.qWaitForWindowExposed(stage.open().window)
        way = WayIn(stage, persona.way, persona.wish, speech_s)
        first = way.to_the_sentence()
        end = way.to_the_end() if persona.end is not None else None
        print(
            f"{persona.name:38}{compared(persona.first, first):58}"
            f"{compared(persona.end, end) if end else '':44}{persona.goal}",
            flush=True,
        )
        stage.close()
    application.quit()


def compared(before: Cost | None, after: Cost) -> str:
    """``40 → 12 (÷3.3), 186 → 90 s (÷2.1)``; of what was not counted before, only what it is now."""
    pairs = [
        (before.inputs if before else 0, after.inputs, ""),
        (before.seconds if before else 0, after.seconds, " s"),
        (before.words if before else 0, after.words, " words"),
    ]
    return ", ".join(
        f"{was:.0f} → {now:.0f}{unit} (÷{was / now:.1f})" if was else f"{now:.0f}{unit}"
        for was, now, unit in pairs
        if now
    )


if __name__ == "__main__":
    main()
