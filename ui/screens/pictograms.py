"""A pictogram of ours in the place of a drawn screen."""

from __future__ import annotations

from flows.words import Language
from ui.picture.pictogram import describe_pictogram
from ui.picture.props import PhoneProps


def pictogram(name: str, language: Language) -> PhoneProps:
    """The picture of *name* with its spoken description."""
    return PhoneProps(pictogram=name, description=describe_pictogram(name, language))
