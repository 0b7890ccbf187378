"""The comfort controls."""

from __future__ import annotations

from ui.visit.actions.plain import Plain


class Setting(Plain):
    """Each changes the screen in place."""

    SIZE = "size"
    THEME = "theme"
    SPEECH = "speech"
    SLOWER = "slower"
    FASTER = "faster"
    QUIETER = "quieter"
    LOUDER = "louder"
    LOW_REACH = "low-reach"
    SIMPLER = "simpler"
    EXPLORE = "explore"
    SCAN_SLOWER = "scan-slower"
    SCAN_FASTER = "scan-faster"
    STEADY = "steady"
    HOLD = "hold"
    CALM = "calm"
    AS_AT_FIRST = "as-at-first"
