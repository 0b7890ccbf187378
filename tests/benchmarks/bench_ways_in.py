"""The way in: inputs, seconds heard and words to the first useful sentence and to the end, in Markdown.

`python tests/benchmarks/bench_ways_in.py [--every-way] [NAME…]`. The personas of the trial of 28 November
2026 who use the kiosk alone, each by their own way on the real window, by the time model of
tests/support/pace.py and the kiosk's real voice; `--every-way` adds each of their wishes by each way.
What stands before an arrow was not measured in this run: it is the record of that trial, on the commit in
`RECORDED_ON`; what the trial did not count has no ratio. Volunteers, teams and officers are counted by the
tests that docs/tried/way-in.md names.
"""
# ruff: noqa: E402

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from support.stage import Stage
from support.walkers import WAYS, Feeler, Keypad, NonReader, OneSwitch, Swiper, Walker
from support.ways_in import (
    EMERGENCY,
    HEALTH_CARD,
    LOCK_THE_ACCOUNT,
    LOST_MONEY,
    SCAM_CALL,
    Cost,
    WayIn,
    Wish,
)

from accessibility.speech.engine_pyttsx3 import installed_engine
from accessibility.speech.utterance import Utterance
from ui.window.fonts import load_fonts

RECORDED_ON = "98805c6"
"""The main branch on 28 November 2026, on which the trial counted `Persona.first` and `Persona.end`."""


@dataclass(frozen=True, slots=True)
class Persona:
    """`first` and `end`: what was recorded before; None, and 0 in a cost: it was not counted."""

    name: str
    way: type[Walker]
    wish: Wish
    first: Cost | None = None
    end: Cost | None = None
    goal: str = ""


PERSONAS = (
    Persona(
        "a hardly reads, health card",
        NonReader,
        HEALTH_CARD,
        Cost(7, 119, 418),
        Cost(15, 0),
        "2, 25 s",
    ),
    Persona("b swindler on the line", NonReader, SCAM_CALL, Cost(6, 68, 345), Cost(12, 0), "1, 8 s"),
    Persona("b2 lost money, what to do", NonReader, LOST_MONEY, Cost(6, 0), goal="1"),
    Persona("b2 lost money, the guide", NonReader, LOCK_THE_ACCOUNT, Cost(6, 0), Cost(29, 0), "2"),
    Persona("c blind, health card", Swiper, HEALTH_CARD, Cost(40, 186), Cost(108, 383), "10 inputs"),
    Persona("c' blind, health card", Feeler, HEALTH_CARD, Cost(41, 1113), Cost(70, 1352)),
    Persona("d tremor, emergency, meant touches", NonReader, EMERGENCY, Cost(9, 0)),
    Persona("e health card", OneSwitch, HEALTH_CARD, Cost(5, 187), Cost(14, 337), "60 s"),
    Persona("keypad, health card", Keypad, HEALTH_CARD, Cost(44, 227), Cost(103, 446)),
)
WISHES = {
    "health card": HEALTH_CARD,
    "scam call": SCAM_CALL,
    "lost money": LOCK_THE_ACCOUNT,
    "emergency": EMERGENCY,
}


def main() -> None:
    names = [one for one in sys.argv[1:] if not one.startswith("--")]
    application, voice = QGuiApplication(sys.argv[:1]), installed_engine()
    load_fonts()
    speech_s = cache(lambda text: voice.render(Utterance(text)).seconds)
    print(f"Before an arrow: recorded on {RECORDED_ON}, 28 November 2026; after it: this run.\n")
    print("| who, what for | way | to the first useful sentence | to the end | goal |\n|---|---|---|---|---|")
    for persona in (*PERSONAS, *(_by_every_way() if "--every-way" in sys.argv else ())):
        if names and not persona.name.startswith(tuple(names)):
            continue
        stage = Stage()
        QTest.qWaitForWindowExposed(stage.open().window)
        way = WayIn(stage, persona.way, persona.wish, speech_s)
        first = compared(persona.first, way.to_the_sentence())
        end = compared(persona.end, way.to_the_end())
        called = next(name for name, kind in WAYS.items() if kind is persona.way)
        print(f"| {persona.name} | {called} | {first} | {end} | {persona.goal} |", flush=True)
        stage.close()
    application.quit()


def _by_every_way() -> Iterator[Persona]:
    """Those that no persona stands for."""
    counted = {(one.way, id(one.wish)) for one in PERSONAS}
    for name, wish in WISHES.items():
        for kind in WAYS.values():
            if (kind, id(wish)) not in counted:
                yield Persona(f"anybody, {name}", kind, wish)


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
