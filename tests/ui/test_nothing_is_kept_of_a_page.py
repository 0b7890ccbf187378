"""PySide keeps a part of each object of ours that QML makes for ever: what comes and goes makes none."""

from __future__ import annotations

import gc
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from support.stage import Stage
from support.window import lay_out

from ui.visit.stages import Attract, Home, Overview
from ui.visit.visit import Visit

GUIDES = ("vneid-cai-dat", "lua-dao-nhan-biet")
ROUNDS = 3


def kept() -> Counter[str]:
    """So many objects of each of our types Python holds, also of those that are gone from the screen."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    ours = (type(one) for one in gc.get_objects() if isinstance(one, QObject))
    return Counter(one.__name__ for one in ours if one.__module__.startswith("ui."))


def test_a_page_that_was_shown_before_leaves_nothing_of_itself(drawing: object) -> None:
    stage = Stage()
    window = stage.open().window

    def round_() -> None:
        for guide in GUIDES:
            for page in (Visit(stages=(Attract(), Home(), Overview(guide))), stage.conductor._blank):
                stage.conductor.show(page)
                lay_out(window)

    round_()
    first = kept()
    for _ in range(ROUNDS):
        round_()
    assert kept() - first == Counter()
    stage.close()
