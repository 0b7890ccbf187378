"""What stands beside a sentence: a drawn screen from data, or a pictogram of ours. Pure."""

from __future__ import annotations

from dataclasses import replace

from flows.flow import Flow
from flows.steps import Picture, Step
from flows.words import Language
from ui.picture.arrange import arrange
from ui.picture.describe import spoken_description
from ui.picture.pictogram import describe_pictogram, pictogram_for
from ui.picture.props import PhoneProps


def derive_phone(picture: Picture, language: Language) -> PhoneProps:
    """A drawn screen, desk or paper with its spoken description in *language*."""
    return replace(arrange(picture), description=spoken_description(picture, language))


def derive_pictogram(name: str, language: Language) -> PhoneProps:
    """The pictogram of that name with its spoken description."""
    return PhoneProps(pictogram=name, description=describe_pictogram(name, language))


def derive_drawing(name: str, description: str) -> PhoneProps:
    """A picture of people and things, as ``answers/no-call``."""
    return PhoneProps(drawing=name, description=description)


def derive_closer(step: Step, flow: Flow, language: Language) -> PhoneProps:
    """Another picture of *step*: only the place to act, everything around it left blank."""
    if step.picture is None:
        return derive_picture(step, flow, language)
    return derive_phone(place_alone(step.picture), language)


def place_alone(picture: Picture) -> Picture:
    """The same screen with nothing on it but what the resident must act on."""
    return replace(picture, elements=tuple(one for one in picture.elements if one.highlight))


def derive_picture(step: Step, flow: Flow, language: Language) -> PhoneProps:
    """What stands beside *step*: its drawn screen, or a pictogram where it has none."""
    if step.picture is not None:
        return derive_phone(step.picture, language)
    return derive_pictogram(pictogram_for(step, flow), language)
