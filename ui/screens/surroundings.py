"""What a screen shows beside the visit itself: one object, of parts that each have one writer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, get_args, get_type_hints

from accessibility.sizes import Panel, largest_text_size
from flows.guide.needs import THIS_MONTH, Need, Needs
from flows.guide.words import LANGUAGES, Language, Words
from ui.screens.attract import PointSign
from ui.screens.page import Translator
from ui.screens.surrounding_parts import (
    Cards,
    ClockReading,
    ContentNow,
    Guides,
    Health,
    PanelLimits,
    Part,
    Pointer,
    ProgramNow,
    Progress,
    Setup,
    Sound,
    TeamDay,
    Timing,
)
from ui.visit.staff.point import PointNow
from ui.words import UiWords


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything `derive` may read beside the visit."""

    words: UiWords
    guides: Guides
    sign: PointSign
    setup: Setup = field(default_factory=Setup)
    panel: PanelLimits = field(default_factory=PanelLimits)
    clock: ClockReading = field(default_factory=ClockReading)
    health: Health = field(default_factory=Health)
    sound: Sound = field(default_factory=Sound)
    timing: Timing = field(default_factory=Timing)
    pointer: Pointer = field(default_factory=Pointer)
    cards: Cards = field(default_factory=Cards)
    team: TeamDay = field(default_factory=TeamDay)
    point: PointNow = field(default_factory=PointNow)
    progress: Progress = field(default_factory=Progress)
    content: ContentNow = field(default_factory=ContentNow)
    program: ProgramNow = field(default_factory=ProgramNow)

    def having(self, *parts: Part) -> Surroundings:
        """The same with *parts* in the place of those of their kind."""
        changed: dict[str, Any] = {_FIELD_OF[type(part)]: part for part in parts}
        return replace(self, **changed)

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(getattr(self, name) for name in _FIELD_OF.values())

    def on(self, panel: Panel) -> Surroundings:
        """The same on another *panel*."""
        return self.having(limits_of(panel))

    @property
    def door_to_door(self) -> bool:
        """Whether this kiosk goes with a team."""
        return self.sign.kind == "team"

    @property
    def offered(self) -> Needs:
        """What people come for, as far as a guide here leads to it; and what is due, while something is."""
        needs = self.setup.needs.offered(self.guides.flows)
        if not self.guides.due:
            return needs
        words = Words(*(self.words.say("month.tile", language) for language in LANGUAGES))
        due = tuple(item.guide for item in self.guides.due)
        return needs.with_month(Need(THIS_MONTH, words, "scenes/scene-month", "leaf", guides=due))

    def without_a_visit(self) -> Surroundings:
        """The same, but for what the last resident waited for, heard and had set."""
        return self.having(Timing(), Pointer(), Progress())

    def tr(self, language: Language) -> Translator:
        return Translator(self.words, language)

    @property
    def call_unheard(self) -> bool:
        """Whether a call rings nowhere and lights nothing but this screen."""
        return self.sound.no_sound and not self.setup.lamp

    @property
    def troubles(self) -> tuple[str, ...]:
        """What does not work here, as keys of ``[trouble]``."""
        health = self.health
        beside = (("storage", health.storage_trouble), ("sound", self.sound.no_sound))
        return (*health.staff_troubles, *(trouble for trouble, is_there in beside if is_there))


_FIELD_OF = {kind: name for name, kind in get_type_hints(Surroundings).items() if name != "words"}
assert {*_FIELD_OF} == {*get_args(Part)}


def limits_of(panel: Panel) -> PanelLimits:
    """What fits *panel*."""
    return PanelLimits(
        largest_text_size(panel), largest_text_size(panel.lowered()), upright=not panel.is_landscape
    )
