"""The colours of our pictures in each theme: a table of replacements, one code a role (docs/pictures.md).

The files in `resources/pictures` are drawn in `DRAWN`. Outlines carry every meaning, so the ink of each theme
stands out from its grounds as far as its text does; fills only tell people and things apart more quickly.
"""

from __future__ import annotations

from accessibility.colours import HIGH_DARK, HIGH_LIGHT, YELLOW_BLACK
from accessibility.preferences import ThemeName

DRAWN: dict[str, str] = {
    "ink": "#14284B", "white": "#FFFFFF", "paper": "#FFF6E9", "blue": "#2F78C4", "sky": "#BFE0F5",
    "navy": "#0A3D6B", "pink": "#F3B3AD", "rose": "#A8445C", "sun": "#F6BE4F", "red": "#C0281F",
    "leaf": "#86BE93", "moss": "#4F7A5A", "skin": "#F4CBA1", "tan": "#D9996A", "hair": "#262A3F",
    "grey": "#D5DAE1", "olive": "#7F8C4A", "brown": "#8A6A52", "steel": "#93A1B3",
    # These turn differently in the dark: the thief's hood, marks on badges, the plus, the back of a phone.
    "hood": "#2B2E45", "eye": "#FFFFFC", "plus": "#4F7A5C", "case": "#D5DAE2",
    "wall": "#FBD994", "wall-2": "#F6CB7C", "pane": "#9CC3A0", "roof": "#D79A80", "tree": "#A9CFA6",
    "tree-2": "#BFDDB6",
}  # fmt: skip
"""What each colour is used for, and its code in the files."""


def _shades(ink: str, ground: str, faint: str, middle: str, strong: str, light: str) -> dict[str, str]:
    """Of one colour on another: outlines in *ink*, things told apart by shades, quiet lines in *light*."""
    grounds = dict.fromkeys(("white", "paper", "sky", "pink", "leaf", "skin"), ground)
    dim = dict.fromkeys(("blue", "rose", "moss", "hood", "case", "olive", "brown"), faint)
    street = dict.fromkeys(("wall", "wall-2", "tree", "tree-2", "pane", "roof"), faint)
    return {
        **grounds, **dim, **street, **dict.fromkeys(("ink", "navy", "grey", "eye", "plus"), ink),
        "sun": middle, "tan": strong, "hair": middle, "steel": light, "red": "#FFFFFF",
    }  # fmt: skip


_ROLES: dict[ThemeName, dict[str, str]] = {
    "light": {},
    "low-glare": {
        "ink": "#1E2A2F", "white": "#EFEADF", "paper": "#E2DCCF", "blue": "#4C7596", "sky": "#B5C8CE",
        "navy": "#1F4650", "pink": "#D9AEA2", "rose": "#8F4A58", "sun": "#D9AE55", "red": "#9A2B23",
        "leaf": "#8FAE8C", "moss": "#446B4C", "skin": "#E3C09A", "tan": "#BF8C66",
        "hair": "#2A2F36", "grey": "#C3C6C6",
        "olive": "#7B8450", "brown": "#84684F", "steel": "#7F8B93", "hood": "#2A2F36", "eye": "#F4F0E6",
        "plus": "#3F6E50", "case": "#C9CCCB", "wall": "#D8C193", "wall-2": "#D2B884", "pane": "#9DB39C",
        "roof": "#C09682", "tree": "#A5BBA0", "tree-2": "#B3C6AA",
    },
    "dark": {
        "ink": "#F2F5F8", "white": "#22354A", "paper": "#22354A", "blue": "#1D4E89", "sky": "#16384F",
        "navy": "#F2F5F8", "pink": "#6B3A3A", "rose": "#7A2E44", "sun": "#7A5A10", "red": "#FF9E94",
        "leaf": "#2F5E3B", "moss": "#2E5B3C", "skin": "#5B4334", "tan": "#7A5236", "hair": "#0B0F16",
        "grey": "#66727F", "olive": "#4A5226", "brown": "#523F2F", "steel": "#9FB0C2", "hood": "#0B0F16",
        "eye": "#F2F5F8", "plus": "#A5E2BC", "case": "#3A4A5C", "wall": "#2A3138", "wall-2": "#303840",
        "pane": "#3A4550", "roof": "#3E3A3A", "tree": "#26382E", "tree-2": "#2E4236",
    },
    "high-light": {
        **dict.fromkeys(("white", "paper", "sky", "pink", "leaf", "skin", "grey", "eye"), "#FFFFFF"),
        **dict.fromkeys(("blue", "rose", "olive", "brown"), "#CFCFCF"),
        **dict.fromkeys(("wall", "wall-2", "tree", "tree-2", "pane", "roof"), "#E4E4E4"),
        **dict.fromkeys(("ink", "navy", "red", "plus"), HIGH_LIGHT.ink),
        "moss": "#5E5E5E", "hood": "#2B2B2B", "hair": "#2B2B2B", "sun": "#A8A8A8", "tan": "#BDBDBD",
        "case": "#DDDDDD", "steel": "#6E6E6E",
    },
    "high-dark": _shades(HIGH_DARK.ink, HIGH_DARK.card, "#333333", "#555555", "#6E6E6E", "#BBBBBB"),
    "yellow-black": _shades(YELLOW_BLACK.ink, YELLOW_BLACK.card, "#3B3600", "#6E6600", "#8F8500", "#BFAF38"),
}  # fmt: skip

REPLACED: dict[ThemeName, dict[str, str]] = {
    theme: {DRAWN[role]: code for role, code in roles.items()} for theme, roles in _ROLES.items()
}
"""For each theme what each code of the files becomes; what is not named stays."""
