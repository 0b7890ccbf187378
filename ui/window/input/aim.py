"""What one contact came down on, and what it may still become: a press, a slide, or a turned page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from shiboken6 import isValid

from accessibility.geometry import Rect
from accessibility.moving import SlideDirection, farther, way_of
from accessibility.touch import SteadyHands
from ui.window.input.scene_targets import Scene, Target

TURN_MM = 5.0
"""How much farther than a trembling finger may slide it must be pulled to turn the page."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A contact's target and body, in the scene as it was when the contact came. All in millimetres."""

    scene: Scene
    at: int | None  # which of the scene's targets
    body: Target | None
    began_x: float
    began_y: float
    screens: int  # how many had been shown when the contact came
    pulls: bool = False  # it slid too far to be a tap on a body that can be turned
    slide: Target | None = None  # over which it may slide, or tap where no control is
    far: tuple[float, float] = (0.0, 0.0)  # how far it has been from where it came down, at the most
    misled: bool = False  # it met what a press just before has brought there, and means nothing

    @property
    def target(self) -> Target | None:
        return None if self.at is None else self.scene.targets[self.at]

    @property
    def sample(self) -> Target | None:
        """The circle to be tried, if this screen has one."""
        return next((one for one in self.scene.targets if one.sample), None)

    @property
    def tries(self) -> bool:
        """Whether this touch is one that is looked at: of the circle, or of nothing else beside it."""
        return self.sample is not None and self.target in (None, self.sample)

    @property
    def still_means_it(self) -> bool:
        """Whether the control is there still, and is called what it was when the finger came down."""
        target = self.target
        if target is None or not isValid(target.item):
            return False
        item = target.item
        shown = item.isVisible() and item.isEnabled()
        return shown and str(item.property("spokenName") or "") == target.name

    def off_mm(self, x: float, y: float) -> float:
        """How far (x, y) is beside what is meant; 0 inside. The circle is measured as the round it is."""
        target = self.sample if self.tries else self.target
        if target is None or target.everywhere:
            return 0.0
        area = target.area
        if not target.sample:
            return area.distance(Rect(x, y, 0, 0))
        across, along = x - area.x - area.width / 2, y - area.y - area.height / 2
        return max(0.0, float((across**2 + along**2) ** 0.5) - area.width / 2)

    def is_on(self, x: float, y: float, margin_mm: float) -> bool:
        """Whether a contact at (x, y) lies on the target it came down on."""
        return self.at is not None and self.scene.at(x, y, margin_mm) == self.at

    def after(self, x: float, y: float, hands: SteadyHands) -> Aim:
        """The same contact at (x, y): once it has begun to pull, it is no tap any more."""
        across, along = abs(x - self.began_x), abs(y - self.began_y)
        pulls = self.body is not None and not self.slides and along > hands.drag_mm and along > across
        far = farther(self.far, (x - self.began_x, y - self.began_y))
        return replace(self, pulls=self.pulls or pulls, far=far)

    @property
    def slides(self) -> bool:
        """Whether something is to be slid where it came down."""
        return self.slide is not None and self.slide.slides

    def slid(self, hands: SteadyHands) -> SlideDirection:
        """Which way it has slid, where it may."""
        return "" if self.slide is None else way_of(self.far, hands)

    def turns(self, y: float, hands: SteadyHands) -> int:
        """By how many pages lifting it at *y* turns the body: 1 on, -1 back, 0 not at all."""
        pulled = y - self.began_y
        return 0 if abs(pulled) <= hands.drag_mm + TURN_MM else (1 if pulled < 0 else -1)


def aim_at(scene: Scene, x: float, y: float, margin_mm: float, screens: int = 0) -> Aim:
    """Of a contact that has just come down at (x, y)."""
    return Aim(
        scene, scene.at(x, y, margin_mm), scene.body_at(x, y), x, y, screens, slide=scene.slide_at(x, y)
    )


def aims_on(scene: Scene, margin_mm: float) -> Iterator[Aim]:
    """Of a contact in the middle of each control, where it would be meant for that one."""
    for at, target in enumerate(scene.targets):
        x, y = target.area.x + target.area.width / 2, target.area.y + target.area.height / 2
        aim = aim_at(scene, x, y, margin_mm)
        if aim.at == at and aim.still_means_it:
            yield aim
