"""What else may stand on a practised screen: words the same application shows elsewhere, never made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from textwrap import wrap
from typing import NamedTuple, TypeAlias

from flows.guide.flow import Flow
from flows.guide.steps import Element, ElementRole, Picture, Scene, Step, ToStep
from flows.practice.place import is_certain, letters_of, screen_of, why_not

MOST: Mapping[Scene, int] = {
    "home-screen": 6, "app-home": 6, "app-menu": 4, "list": 4, "settings": 4, "store-search": 4, "form": 7,
    "app-login": 6,
}  # fmt: skip
"""How many elements stand on a screen with its decoys; on the others what the guide drew is enough."""

_CHOSEN: frozenset[ElementRole] = frozenset({"icon", "item", "button", "tab"})
"""One of several of its kind; a second box to type into would be made up."""

_IN_FULL = {"bhyt": "bảo hiểm y tế", "cccd": "căn cước", "đt": "điện thoại"}

MOST_LETTERS, MOST_LINES = 22, 6
"""Of words that are added, and of all on a screen: the whole phone stays in sight."""

_OF_THE_PHONE = ("cài đặt", "wi-fi")
"""What each make of phone brings and words in its own way."""

_NAMED = re.compile(
    r"(?<!bằng )(?<!tài khoản )\b(VNeID|VssID|iHanoi|Cổng Dịch vụ công|Zalo|Wi-Fi|Cài đặt)\b", re.IGNORECASE
)


class Screen(NamedTuple):
    """Of one kind: the same application shows such elements in such a scene."""

    app: str
    scene: Scene
    role: ElementRole


Decoys: TypeAlias = Mapping[Screen, tuple[str, ...]]
"""The labels that were read on such screens, in alphabetical order."""


def app_of(step: Step, flow: Flow) -> str:
    """Whose screen *step* shows, as its title or sentence says, else what was opened last on every way there,
    else what the guide is about; the phone's own by its make, and empty where nothing says it.
    """
    return _apps_of(step, flow, _opened(flow))


def _apps_of(step: Step, flow: Flow, opened: Mapping[str, str]) -> str:
    picture = step.picture
    if picture is None:
        return ""
    if picture.scene in ("home-screen", "store-search"):
        return "iphone" if picture.device == "iphone" else "android"
    about = _NAMED.search(flow.title.vi)
    app = _named(step) or opened.get(step.id, "") or (about.group().casefold() if about else "")
    return f"{app} {picture.device}" if app in _OF_THE_PHONE else app


def _named(step: Step) -> str:
    for text in (step.picture.title or "" if step.picture else "", step.say.vi):
        if named := _NAMED.search(text):
            return named.group().casefold()
    return ""


def _opened(flow: Flow) -> Mapping[str, str]:
    """Of each step which application is open when one comes to it; empty where its ways differ."""
    found: dict[str, str] = {flow.start: ""}
    waiting = [flow.start]
    while waiting:
        step = flow.steps[waiting.pop()]
        app = _left_open(step, found[step.id])
        for target in (edge.target for edge in step.edges):
            if isinstance(target, ToStep) and target.step_id in flow.steps:
                before = found.get(target.step_id)
                found[target.step_id] = app if before in (None, app) else ""
                if found[target.step_id] != before:
                    waiting.append(target.step_id)
    return found


def _left_open(step: Step, before: str) -> str:
    if step.picture is not None and step.picture.scene == "home-screen":
        touched = next((one.label for one in step.picture.elements if one.highlight), None)
        return (touched or "").casefold()
    return _named(step) or before


def decoys_of(flows: Iterable[Flow]) -> Decoys:
    """Every sourced label of the drawn phones of *flows*, by the screens it was read on."""
    by_screen: dict[Screen, set[str]] = {}
    for flow in flows:
        opened = _opened(flow)
        for step in flow.steps.values():
            for screen, label in _labels(step, _apps_of(step, flow, opened)):
                by_screen.setdefault(screen, set()).add(label)
    return {screen: tuple(sorted(labels)) for screen, labels in by_screen.items()}


def with_decoys(step: Step, flow: Flow, decoys: Decoys) -> Picture:
    """The picture of *step* with its blank places filled, the same each time; nothing in it is moved.

    *step* can be practised (`why_not`). A place without words of its own gets no neighbours of its kind:
    without the ring nothing would tell them apart; nor does what is slid, nor what the sentence only gives as
    an example or by one of its names: there a neighbour might be right.
    """
    assert why_not(step) is None
    picture = screen_of(step)
    assert picture is not None
    target = next((element for element in picture.elements if element.highlight), None)
    if (
        target is None
        or target.label is None
        or target.role not in (*_CHOSEN, "field")
        or picture.scene not in MOST
    ):
        return picture
    if not is_certain(step):
        return picture
    elements = picture.elements
    for role, label in _fitting(step, flow, target, decoys):
        if _is_shown(label, [one.label for one in elements if one.label]):
            continue
        more = _with(elements, Element(role, label, False, True))
        if len(more) <= MOST[picture.scene] and _lines(more, picture.scene) <= MOST_LINES:
            elements = more
    return replace(picture, elements=elements)


def _with(elements: tuple[Element, ...], one: Element) -> tuple[Element, ...]:
    """In the first blank place of its kind, else after the last."""
    of_its_kind = [at for at, element in enumerate(elements) if element.role == one.role] or [
        len(elements) - 1
    ]
    blank = next(
        (at for at in of_its_kind if elements[at].label is None and elements[at].role == one.role), None
    )
    at, after = (blank, blank + 1) if blank is not None else (of_its_kind[-1] + 1, of_its_kind[-1] + 1)
    return (*elements[:at], one, *elements[after:])


def _lines(elements: tuple[Element, ...], scene: Scene) -> int:
    """On about how many lines their words stand, beside each other where the scene has two columns."""
    letters, across = (8, 2) if scene == "app-home" else (13, 1)
    needed = [max(1, len(wrap(element.label or "", letters))) for element in elements]
    return sum(max(needed[at : at + across]) for at in range(0, len(needed), across))


def _labels(step: Step, app: str) -> Iterator[tuple[Screen, str]]:
    """What of a phone of either make is drawn stands on both."""
    if step.picture is None or step.picture.device == "none" or not app:
        return
    both = step.picture.scene == "home-screen" and step.picture.device == "any-phone"
    for element in step.picture.elements:
        if element.label and element.sourced:
            for one in ("android", "iphone") if both else (app,):
                yield Screen(one, step.picture.scene, element.role), element.label


def _fitting(step: Step, flow: Flow, target: Element, decoys: Decoys) -> Sequence[tuple[ElementRole, str]]:
    """Those of its own guide first, then those of its kind; in an order of the step's own, so that not the
    same few stand everywhere.
    """
    assert step.picture is not None
    shown = [element.label for element in step.picture.elements if element.label]
    app, scene, opened = app_of(step, flow), step.picture.scene, _opened(flow)
    own = {label for one in flow.steps.values() for _, label in _labels(one, _apps_of(one, flow, opened))}
    others = (
        (role, label)
        for role in sorted(_CHOSEN)
        for label in decoys.get(Screen(app, scene, role), ())
        if _is_short(label) and not _is_shown(label, shown)
    )

    def turn(other: tuple[ElementRole, str]) -> tuple[bool, bool, bytes]:
        return (
            other[1] not in own,
            other[0] != target.role,
            sha256(f"{flow.id} {step.id} {other[1]}".encode()).digest(),
        )

    return sorted(others, key=turn)


def _is_short(label: str) -> bool:
    """And the name of something to choose: what begins with a small letter tells how a thing is."""
    return len(label) <= MOST_LETTERS and label[0].isupper()


def _is_shown(label: str, shown: Sequence[str]) -> bool:
    return any(_says_the_same(label, other) for other in shown)


def _says_the_same(one: str, other: str) -> bool:
    """In another order, or with a word more, as “Tạo mới yêu cầu”, or but for spaces, as “Wifi”: who touches
    it has understood.
    """
    words, others = _words(one), _words(other)
    return words <= others or others <= words or letters_of(one) == letters_of(other)


def _words(label: str) -> frozenset[str]:
    return frozenset(" ".join(_IN_FULL.get(word, word) for word in label.casefold().split()).split())
