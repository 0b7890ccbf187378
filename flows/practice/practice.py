"""One person practising one guide: which step, on which rung, and what a touch does. A frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flows.guide.steps import Picture, SlideWay
from flows.practice.place import is_touched
from flows.practice.rung import RUNGS, Rung, drawn

MOST_PASSES = 2
"""So often the same guide is practised in a row: a third time at once helps no old memory."""

Help: TypeAlias = Literal["none", "said-again", "half-pale", "shown"]
"""What has been given at this step: nothing, the sentence again, half the screen pale, the place itself."""

_MORE: dict[Help, Help] = {
    "none": "said-again", "said-again": "half-pale", "half-pale": "shown", "shown": "shown",
}  # fmt: skip


def after_mistake(given: Help) -> Help:
    """One thing more."""
    return _MORE[given]


def when_asked(given: Help) -> Help:
    """Half of what could be touched first, then the place."""
    return "half-pale" if given in ("none", "said-again") else "shown"


LEAST_BESIDE = 2
"""So many other places with words, or to touch the right one says nothing."""

WHOLE_SCREEN = -1
"""What is slid where no one element is."""

NOTHING = -1
"""What a finger met where nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Task:
    """One step as it is practised: its picture with what else may stand there, and what is touched, or slid
    *way*. *also* is what the sentence allows as well, as where it only gives an example.
    """

    step_id: str
    picture: Picture
    target: int
    way: SlideWay | None = None
    also: frozenset[int] = frozenset()

    @property
    def typed(self) -> str:
        """What is typed once the place was touched; empty: nothing is."""
        return "" if self.target == WHOLE_SCREEN else self.picture.elements[self.target].typed

    @property
    def is_found(self) -> bool:
        """Whether there is something to find: the place has a word, and two others beside it have one too."""
        if self.way is not None or not self.picture.elements[self.target].label:
            return False
        others = (one for at, one in enumerate(self.picture.elements) if at not in {self.target, *self.also})
        return sum(one.label is not None and is_touched(one, self.picture) for one in others) >= LEAST_BESIDE

    def takes(self, element: int) -> bool:
        """Whether a touch on *element* is what the sentence asks for."""
        return self.way is None and (element == self.target or element in self.also)


@dataclass(frozen=True, slots=True)
class Practice:
    """A pass over *tasks*. `at` is the one shown; past the last the pass is over."""

    flow_id: str
    tasks: tuple[Task, ...]
    rung: Rung = "shown"
    at: int = 0
    help: Help = "none"
    clean: bool = True  # nothing else was touched and nothing asked for in this pass
    passes: int = 1  # how many in a row, this one too
    earlier: Rung = "shown"  # where somebody stood before this pass
    begun_at: int = 0  # the first task of this pass; from a later one it raises no rung
    met: int = NOTHING  # the element a finger met last in place of the one asked for

    @property
    def over(self) -> bool:
        """Whether each step has been done."""
        return self.at == len(self.tasks)

    @property
    def task(self) -> Task:
        """The one shown; only while the pass is not over."""
        return self.tasks[self.at]

    @property
    def pointed(self) -> bool:
        """Whether the ring stands around the place."""
        return self.rung == "shown" or self.help == "shown"

    @property
    def hints(self) -> bool:
        """Whether a hint comes when one asks."""
        return self.rung == "hinted"

    @property
    def found(self) -> int:
        """Of how many tasks it says something that they were done alone."""
        return sum(task.is_found for task in self.tasks)

    @property
    def reached(self) -> Rung:
        """Where somebody stands: one rung higher after a clean pass, and never lower than they stood. Only
        what was found was done alone.
        """
        at = RUNGS.index(self.rung)
        rises = self.over and self.clean_throughout and (self.rung != "alone" or self.found > 0)
        return max(self.earlier, RUNGS[at + 1 if rises else at], key=RUNGS.index)

    @property
    def clean_throughout(self) -> bool:
        """Whether nothing else was touched, nothing asked for and nothing left out."""
        return self.clean and self.begun_at == 0

    @property
    def next_rung(self) -> Rung:
        """On which the next pass over the drawn phone goes."""
        return drawn(self.reached)

    @property
    def mastered(self) -> bool:
        """Whether each step was found alone, now or before: what is left is to do it on one's own phone."""
        return self.over and self.reached == "own-phone"

    @property
    def alone(self) -> bool:
        """Whether this pass was done without the ring, a hint and a mistake."""
        return self.over and self.rung == "alone" and self.clean_throughout

    @property
    def leads_on(self) -> bool:
        """Whether the same on one's own phone comes next."""
        return self.mastered or self.alone

    @property
    def may_go_again(self) -> bool:
        """Whether another pass may follow at once."""
        return self.over and self.passes < MOST_PASSES


def first_pass(flow_id: str, tasks: tuple[Task, ...], reached: Rung, at: int = 0) -> Practice:
    """Of somebody who stands on the rung *reached*, from the task *at* on."""
    return Practice(flow_id, tasks, drawn(reached), at=at, earlier=reached, begun_at=at)


def touched(practice: Practice, element: int) -> Practice:
    """The place was touched, and the next step comes; or another, which harms nothing and is helped with.
    Where something is slid, any touch is another.
    """
    return _done(practice) if practice.task.takes(element) else missed(practice, element)


def slid(practice: Practice, way: SlideWay | None, element: int) -> Practice:
    """A finger slid *way*, from *element* on, or no clear way (None): as with a touch."""
    task = practice.task
    begun = task.target in (WHOLE_SCREEN, element)
    return _done(practice) if task.way is not None and (task.way, True) == (way, begun) else missed(practice)


def _done(practice: Practice) -> Practice:
    return replace(practice, at=practice.at + 1, help="none", met=NOTHING)


def typed(practice: Practice, *, clean: bool) -> Practice:
    """What the place takes was typed, or was left: the next step comes."""
    return _done(replace(practice, clean=practice.clean and clean))


def missed(practice: Practice, element: int = NOTHING) -> Practice:
    """A finger came down on the phone where nothing is to be done, perhaps on *element*."""
    return replace(practice, help=after_mistake(practice.help), clean=False, met=element)


def hinted(practice: Practice) -> Practice:
    """Somebody asks for help with this step: half the screen first, then the place. On the second rung only:
    on the first the place is ringed, and alone only a mistake is helped with.
    """
    if not practice.hints:
        return practice
    return replace(practice, help=when_asked(practice.help), clean=False, met=NOTHING)


def back(practice: Practice) -> Practice:
    """The step before, as on the first time there."""
    return replace(practice, at=max(0, practice.at - 1), help="none", met=NOTHING)


def once_more(practice: Practice) -> Practice:
    """The next pass over the same way."""
    again = first_pass(practice.flow_id, practice.tasks, practice.reached)
    return replace(again, passes=practice.passes + 1)


def pale(task: Task) -> frozenset[int]:
    """The half of the elements in which the place is not, or the finger does not begin; all of them where it
    slides across the screen.
    """
    elements = len(task.picture.elements)
    if task.target == WHOLE_SCREEN and task.way in ("left", "right"):
        return frozenset(range(elements))
    middle = (elements + 1) // 2
    upper = task.way == "down" if task.target == WHOLE_SCREEN else task.target < middle
    return frozenset(range(middle, elements) if upper else range(middle))
