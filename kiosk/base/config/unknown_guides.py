"""The guides that a ward's tiles name and that are not here, each with its line and what was likely meant."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from flows.guide.needs import Needs, shipped_needs
from kiosk.base.config.check import Problems
from kiosk.base.config.lines import LineFinder
from kiosk.base.config.needs import shown_option
from kiosk.base.config.problems import ConfigProblem, in_file
from kiosk.base.personal import quotable


def unknown_guides(needs: Needs, file: Path, installed: frozenset[str]) -> Problems:
    """Guides that are named and not here: their tiles lead to the others, or are not shown."""
    text = file.read_text("utf-8-sig") if file.is_file() else ""
    lines, ours = LineFinder(text), shipped_needs().titles
    named = [(f"need.{tile.id}.guides", guide) for tile in needs.tiles for guide in tile.guides]
    named += [(f"guide.{guide}", guide) for guide in needs.titles if guide not in ours]
    return in_file(
        file,
        (
            ConfigProblem(
                "unknown-guide", shown_option(option), _line_of_name(text, lines.line_of(option), guide),
                f"không có bài {quotable(guide)}. {_mend(guide, installed, 'Có phải là {}?')}"
                "Xem mã các bài: ./script/run flows list.",
                f"there is no guide {quotable(guide)}. {_mend(guide, installed, 'Is it {}?')}"
                "./script/run flows list names them.",
            )
            for option, guide in named
            if guide not in installed
        ),
    )  # fmt: skip


def _line_of_name(text: str, begins: int, guide: str) -> int:
    """A list may go over several lines: where *guide* itself stands in it."""
    for number, line in enumerate(text.splitlines()[begins - 1 :], start=begins):
        if number > begins and line.lstrip().startswith("["):
            break
        if f'"{guide}"' in line or f"'{guide}'" in line:
            return number
    return begins


def _mend(guide: str, installed: frozenset[str], words: str) -> str:
    """The guide that was likely meant."""
    near = get_close_matches(guide, sorted(installed), n=1, cutoff=0.75)
    return f"{words.format(near[0])} " if near else ""
