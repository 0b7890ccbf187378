"""Six themes, every pair of colours that meets on the screen, and the contrast it must have."""

from __future__ import annotations

import pytest

from accessibility.colours import Colours, colours_for, contrast, luminance
from accessibility.preferences import THEMES, ThemeName

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("ink", ground) for ground in ("paper", "card", "picture")),
    *(("soft", ground) for ground in ("paper", "card", "picture")),
    ("tint_ink", "tint"), ("tint_pressed_ink", "tint_pressed"),
    ("primary_ink", "primary"), ("primary_pressed_ink", "primary_pressed"),
    *(("danger", ground) for ground in ("paper", "card", "danger_tint")),
    ("danger_pressed_ink", "danger_pressed"),
    ("good", "good_tint"), ("good", "card"),
    ("ink", "danger_tint"), ("ink", "good_tint"),
    ("lit_ink", "lit"), ("band_ink", "band"), ("welcome_ink", "welcome"), ("primary", "card"),
)  # fmt: skip
"""(words, ground) that our controls really put together."""

MEANING_PAIRS: tuple[tuple[str, str], ...] = (
    *(("edge", ground) for ground in ("paper", "card", "tint")),
    *(("primary", ground) for ground in ("paper", "card", "tint", "picture")),
    *(("danger", ground) for ground in ("paper", "card", "danger_tint")),
    ("good", "good_tint"), ("good", "paper"),
    *(("ring", ground) for ground in ("paper", "card")),
    *(("accent", ground) for ground in ("paper", "card", "picture")), ("marker", "marker_edge"),
    ("ring_ink", "ring"), ("emblem_ink", "emblem"),
)  # fmt: skip
"""(icon, ring or border, ground) that must be seen to understand the screen."""

TEXT_GOAL: dict[ThemeName, float] = {"light": 10, "high-light": 20, "high-dark": 20}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")
    assert luminance("#FF0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_stand_out_from_their_ground(theme: ThemeName, words: str, ground: str) -> None:
    colours = colours_for(theme)
    got = contrast(getattr(colours, words), getattr(colours, ground))
    assert got >= TEXT_GOAL.get(theme, 7), f"{words} on {ground} in {theme}: {got:.2f}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MEANING_PAIRS)
def test_icons_rings_and_outlines_can_be_seen(theme: ThemeName, mark: str, ground: str) -> None:
    colours = colours_for(theme)
    got = contrast(getattr(colours, mark), getattr(colours, ground))
    assert got >= 4.5, f"{mark} on {ground} in {theme}: {got:.2f}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_pressed_control_looks_different(theme: ThemeName) -> None:
    colours = colours_for(theme)
    assert colours.tint_pressed != colours.tint
    assert (colours.primary_pressed, colours.primary_pressed_ink) != (colours.primary, colours.primary_ink)
    assert colours.danger_pressed != colours.card


@pytest.mark.parametrize("theme", THEMES)
def test_the_lit_word_is_seen_against_every_ground_it_lies_on(theme: ThemeName) -> None:
    colours = colours_for(theme)
    assert colours.lit not in (colours.paper, colours.card, colours.picture)


def test_every_role_of_every_theme_is_a_whole_colour() -> None:
    for theme in THEMES:
        for role in Colours._fields:
            colour = getattr(colours_for(theme), role)
            assert len(colour) == 7 and int(colour[1:], 16) >= 0, (theme, role)


def test_the_pairs_name_roles_that_exist() -> None:
    named = {role for pair in TEXT_PAIRS + MEANING_PAIRS for role in pair}
    assert named <= set(Colours._fields)
