"""Seconds a step for each way of using the kiosk: the kiosk's real voice plus a model of what a person does.

`python tests/benchmarks/bench_ways_time.py [GUIDE…]`. The model stands in tests/support/pace.py. The walks
are those of tests/journeys, on the real window with the clock in the hand: no stopwatch is involved.
"""
# ruff: noqa: E402

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from support.itinerary import walk_to_the_end
from support.pace import __doc__ as model
from support.pace import as_property, pace_of, table
from support.stage import Stage, residents_guides
from support.walkers import WAYS

from accessibility.speech.engine_pyttsx3 import installed_engine
from accessibility.speech.utterance import Utterance
from ui.window.fonts import load_fonts

GUIDES = ("vneid-cai-dat", "co-ban-wifi", "dvc-nop-phi")


def main() -> None:
    application, voice = QGuiApplication(sys.argv[:1]), installed_engine()
    load_fonts()
    speech_s = cache(lambda text: voice.render(Utterance(text)).seconds)
    guides, found = sys.argv[1:] or GUIDES, []
    for way, kind in WAYS.items():
        for guide in guides:
            stage = Stage()
            QTest.qWaitForWindowExposed(stage.open().window)
            person = kind(stage)
            walk_to_the_end(person, residents_guides().flows[guide])
            found.append(as_property(pace_of(way, person.diary, speech_s)))
            stage.close()
    print(model)
    print(f"Guides: {', '.join(guides)}; a step is one screen, those before and after the guide included.\n")
    print("\n".join(table(found)))
    application.quit()


if __name__ == "__main__":
    main()
