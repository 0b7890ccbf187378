"""Our pictures as small files for a page: what lines share is said once; the dark has its own colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import ascii_letters

from accessibility.picture_colours import REPLACED
from resources import path

_ROUND = ' stroke-linecap="round" stroke-linejoin="round"'
_SHARED = re.compile(r' stroke-line(?:cap|join)="round"')
_OTHER_ENDS = re.compile(r"<(?:g|rect)(?=[^>]* stroke=)(?![^>]*stroke-linejoin)(?![^>]* rx=)")
_SIZE = re.compile(r'(<svg[^>]*?) width="[^"]*" height="[^"]*"')
_COLOURS = re.compile(r' (fill|stroke)="([^"]*)"')
_ELEMENT = re.compile(r"<(?!svg|/)([a-z]+) ([^>]*)>")
_PATH = re.compile(r' d="[^"]*"')
_NUMBER = re.compile(r"\d+\.\d+")
_AROUND_LETTERS = re.compile(r" ?([A-Za-z]) ?")
_DARK = {code.upper(): new for code, new in REPLACED["dark"].items()}


def picture_files(names: Iterable[str]) -> Mapping[str, bytes]:
    """``pictures/steps/hears.svg`` for each of *names*."""
    return {
        f"pictures/{name}.svg": smaller(
            path("pictures", *f"{name}.svg".split("/")).read_text("utf-8")
        ).encode()
        for name in sorted(names)
    }


def smaller(svg: str) -> str:
    """The same picture in fewer bytes: round ends are inherited, a tenth of a unit is enough on a path, and
    each pair of colours has one letter. In the dark every colour is that of the kiosk's dark theme.
    """
    square = _OTHER_ENDS.sub(r'\g<0> stroke-linecap="butt" stroke-linejoin="miter"', svg)
    plain = _SIZE.sub(r"\1", _SHARED.sub("", square).replace(" />", "/>").replace("\n", ""))
    short = _NUMBER.sub(lambda number: f"{float(number[0]):g}", _PATH.sub(_short_path, plain))
    letters: dict[str, str] = {}
    drawn = _ELEMENT.sub(lambda element: _by_letter(element, letters), short)
    return drawn.replace("<svg ", f"<svg{_ROUND} ", 1).replace(">", f"><style>{_styles(letters)}</style>", 1)


def _short_path(line: re.Match[str]) -> str:
    numbers = _NUMBER.sub(lambda number: f"{round(float(number[0]), 1):g}", line[0][4:-1])
    return f' d="{_together(numbers)}"'


def _together(numbers: str) -> str:
    return _AROUND_LETTERS.sub(r"\1", numbers).strip()


def _by_letter(element: re.Match[str], letters: dict[str, str]) -> str:
    colours = ";".join(f"{name}:{value}" for name, value in _COLOURS.findall(element[0]))
    if not colours:
        return element[0]
    letter = letters.setdefault(colours, _letter(len(letters)))
    return f'<{element[1]} class="{letter}"{_COLOURS.sub("", f" {element[2]}")}>'


def _letter(number: int) -> str:
    return ascii_letters[number] if number < len(ascii_letters) else f"z{number}"


def _styles(letters: Mapping[str, str]) -> str:
    light = "".join(f".{letter}{{{look}}}" for look, letter in letters.items())
    dark = "".join(f".{letter}{{{new}}}" for look, letter in letters.items() if (new := _in_the_dark(look)))
    return f"{light}@media(prefers-color-scheme:dark){{{dark}}}" if dark else light


def _in_the_dark(look: str) -> str:
    parts = (one.partition(":") for one in look.split(";"))
    return ";".join(f"{name}:{_DARK[value.upper()]}" for name, _, value in parts if value.upper() in _DARK)
