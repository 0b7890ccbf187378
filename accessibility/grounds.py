"""The colours behind the picture of a need, in each theme: what one finds a tile again by.

The words stand on plain ground beneath; a picture's outlines have 7 : 1 or more on each of these (20 : 1 in
the two themes of high contrast, 17 : 1 in yellow on black). A test measures it.
"""

from __future__ import annotations

from accessibility.colours import HIGH_DARK, HIGH_LIGHT, YELLOW_BLACK
from accessibility.preferences import ThemeName

URGENT = "urgent"
"""The ground of what is urgent, whatever ground was named for it."""
_NAMES = ("leaf", "sky", "sun", "pink", "sand", "lilac", URGENT)

GROUNDS: dict[ThemeName, dict[str, str]] = {
    "light": {
        "leaf": "#BFE6C8", "sky": "#C2E3F8", "sun": "#FFDD8A", "pink": "#FBCBC5", "sand": "#F1E1BF",
        "lilac": "#DDD3F3", URGENT: "#F9D2CE",
    },
    "low-glare": {
        "leaf": "#B9D0BA", "sky": "#BCD0D8", "sun": "#DDC68C", "pink": "#DDBCB2", "sand": "#D6CBB0",
        "lilac": "#C9C2D4", URGENT: "#DDB8B0",
    },
    "dark": {
        "leaf": "#1F4630", "sky": "#153A55", "sun": "#4F3C0C", "pink": "#56302F", "sand": "#43392A",
        "lilac": "#393052", URGENT: "#4A1F1F",
    },
    "high-light": dict.fromkeys(_NAMES, HIGH_LIGHT.card),
    "high-dark": dict.fromkeys(_NAMES, HIGH_DARK.card),
    "yellow-black": dict.fromkeys(_NAMES, YELLOW_BLACK.card),
}  # fmt: skip
"""For each theme the colour of each ground."""


def ground_of(theme: ThemeName, name: str) -> str:
    """The colour of that ground; of an unknown one, that of sand."""
    return GROUNDS[theme].get(name, GROUNDS[theme]["sand"])
