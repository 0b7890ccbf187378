"""The place to act shown closer, for who has not understood.

Pure: sizes are units of which a phone is 100 wide.
"""

from __future__ import annotations

from dataclasses import replace

from ui.screens.picture.props import Area, DrawnElement, PhoneProps, Shape

_BESIDE_EACH_OTHER: tuple[Area, ...] = ("grid", "bottom")
_LETTERS: dict[Shape, tuple[int, int]] = {"app": (5, 24), "tile": (8, 28), "tab": (5, 12), "toggle": (6, 10)}
"""How many letters stand on a line, and how high the sign and the edges are. Others have a line of a row."""
_IN_A_ROW = (12, 13)
_LINE, _LEAST, _PICTURE, _WITH_WORDS = 11, 34, 58, 90
_PICTURES: tuple[Shape, ...] = ("photo", "viewfinder", "qr", "person", "shots", "id-card")


def place_alone(phone: PhoneProps) -> PhoneProps:
    """The same screen with nothing on it but what the resident must act on, enlarged, where it was."""
    place = next((one for one in phone.elements if one.highlight), None)
    if place is None:
        return phone
    row = [one for one in phone.elements if one.area == place.area]
    beside = place.area in _BESIDE_EACH_OTHER and len(row) > 1
    beside = beside and (place.area != "grid" or phone.columns > 1)
    kept = tuple(one if one is place else _blank(one) for one in (row if beside else [place]))
    return replace(
        phone,
        elements=kept,
        columns=phone.columns if beside else 1,
        title="",
        closer="narrow" if beside else "wide",
        tall=tall(place),
    )


def tall(place: DrawnElement) -> int:
    """How high *place* is at most."""
    if place.shape in _PICTURES:
        return _WITH_WORDS if place.label and place.shape != "id-card" else _PICTURE
    letters, edges = _LETTERS.get(place.shape, _IN_A_ROW)
    return max(_LEAST, edges + _LINE * lines_of(place.label, letters))


def lines_of(label: str, letters: int) -> int:
    """On how many lines *label* stands where a line holds so many letters."""
    lines, filled = 1, 0
    for word in label.split():
        if filled and filled + 1 + len(word) > letters:
            lines, filled = lines + 1, 0
        filled += len(word) + (1 if filled else 0)
    return lines


def _blank(element: DrawnElement) -> DrawnElement:
    """Keeps its place free."""
    return replace(element, index=-1, shape="blank", label="", sign="")
