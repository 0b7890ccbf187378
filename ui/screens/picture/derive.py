"""What stands beside a sentence: a drawn screen from data, or one of ours that the guide names. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from flows.guide.flow import Flow
from flows.guide.gestures import looks, speaks, types
from flows.guide.steps import WAYS_OUT, Picture, Step
from flows.guide.words import Language, Words
from resources import path
from resources.toml import toml_of
from ui.screens.picture.arrange import arrange, highlighted
from ui.screens.picture.closer import place_alone
from ui.screens.picture.describe import drawing_of, spoken_description
from ui.screens.picture.props import PhoneProps
from ui.screens.picture.signs import sign_of


def derive_phone(picture: Picture, language: Language) -> PhoneProps:
    """A drawn screen, desk or paper with its spoken description in *language*."""
    return replace(arrange(picture), description=spoken_description(picture, language))


def derive_phone_of(step: Step, flow: Flow, picture: Picture, language: Language) -> PhoneProps:
    """The same for *step*: the door of an application has its sign, and where somebody is to speak, a mouth
    stands in place of a hand or an eye; where one only looks, an eye in place of a hand.
    """
    phone = derive_phone(picture, language)
    if picture.scene == "app-login" and not phone.title_sign:
        phone = replace(phone, title_sign=sign_of_door(step, flow))
    element = highlighted(picture)
    if element is None:
        return phone
    if speaks(step):
        return replace(
            phone, pointer_kind="mouth", description=spoken_description(picture, language, "mouth")
        )
    if phone.pointer_kind in ("hand", "pen") and looks(step) and element.role not in WAYS_OUT:
        return replace(phone, pointer_kind="eye", description=spoken_description(picture, language, "eye"))
    if picture.device == "web" and element.role == "text" and types(step):  # the address, in its bar
        return replace(phone, pointer_kind="hand", description=spoken_description(picture, language, "hand"))
    return phone


def derive_scene(name: str, language: Language) -> PhoneProps:
    """The picture of that name in `resources/pictures/steps`, with what it shows."""
    return derive_drawing(f"steps/{name}", step_words()[name].in_(language), language)


def derive_named(name: str, flow: Flow, language: Language) -> PhoneProps:
    """The same for what *flow* names; where it names nothing, what it is about: never an empty place."""
    if name in step_words():
        return derive_scene(name, language)
    if not flow.picture:
        return derive_scene("with-helper", language)
    return derive_drawing(f"guides/{flow.picture}", flow.title.in_(language), language)


def derive_drawing(name: str, shows: str, language: Language) -> PhoneProps:
    """A picture of people and things, as ``answers/no-call``; its description is no second heading."""
    return PhoneProps(drawing=name, description=drawing_of(shows, language))


def derive_closer(step: Step, flow: Flow, language: Language) -> PhoneProps:
    """Another picture of *step*: only the place to act, enlarged, everything around it left blank."""
    if step.picture is None:
        return derive_picture(step, flow, language)
    return place_alone(derive_phone_of(step, flow, step.picture, language))


def derive_picture(step: Step, flow: Flow, language: Language) -> PhoneProps:
    """What stands beside *step*: its drawn screen, or a picture of ours where it has none."""
    if step.picture is not None:
        return derive_phone_of(step, flow, step.picture, language)
    return derive_named(step.drawing, flow, language)


@lru_cache(maxsize=1)
def step_words() -> Mapping[str, Words]:
    """By the name of the picture; one without words here fails a test."""
    read = toml_of(path("pictures", "steps.toml").read_text("utf-8"))
    return {name: Words(*said) for name, said in read.items()}


_NAMES = ("VNeID", "VssID", "iHanoi")


def sign_of_door(step: Step, flow: Flow) -> str:
    """The sign of the application to sign in to; empty where neither names one. What the screen itself is
    called goes first: one may sign in there with the account of another.
    """
    written = step.picture.elements if step.picture else ()
    if sign := next(filter(None, (sign_of(one.label or "") for one in written if one.role == "text")), ""):
        return sign
    for text in (step.say.vi, flow.title.vi):
        for name in _NAMES:
            if re.search(rf"\b{name}\b", text):
                return sign_of(name)
    return ""
