"""Residents that press whatever is on the screen, and the books that are kept about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.base import events as v
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.strip import derive_strip
from ui.screens.surroundings import Surroundings
from ui.visit import effects as e
from ui.visit.effects import Effect
from ui.visit.visit import Visit

BY_THE_CLOCK = ("idle", "idle-over", "leave", "resume.no", "nobody-came")
"""What the kiosk itself presses when nobody does."""
NONSENSE = ("begin", "next", "back", "go-on", "done", "stay", "home", "another", "skip",
            "choice.khong-co", "stuck.khong-co", "topic.khong-co", "flow.khong-co", "qr.khong-co",
            "preset.khong-co", "member.khong-co", "ticket.khong-co",
            "next-person", "start", "not-understood", "finish")  # fmt: skip
"""Controls of other screens, and some of no screen at all."""


def controls_of(page: Page) -> tuple[str, ...]:
    """The slots of everything on the page that can be touched, in reading order."""
    primary = (page.primary,) if page.primary else ()
    return tuple(one.slot for one in (*page.choices, *page.keys, *primary, *page.bar) if one.slot)


def offered(visit: Visit, around: Surroundings) -> tuple[str, ...]:
    """The slot of everything on the screen, the strip on top included."""
    strip = derive_strip(visit, around)
    chips = tuple(chip.slot for chip in (*strip.chips, *strip.staff))
    return (*controls_of(derive(visit, around)), *chips)


class BooksDoNotBalance(AssertionError):
    """Something ended that had not begun, or began twice."""


@dataclass
class Books:
    """Follows the effects as the log does, and refuses what cannot be."""

    in_session: bool = False
    walk: str | None = None
    left: list[str] = field(default_factory=list)  # guides, for others
    called: bool = False
    escalated: bool = False
    sessions: int = 0
    assisted: bool = False

    def take(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            self._one(effect)

    def _one(self, effect: Effect) -> None:
        match effect:
            case v.SessionStarted() | v.SessionResumed():
                self._want(not self.in_session, effect)
                self.in_session, self.sessions = True, self.sessions + 1
            case v.SessionEnded(outcome):
                # A visit that is offered after a crash can be ended without having gone on.
                self._want((self.in_session or outcome == "crash") and self.walk is None, effect)
                self._want(not self.called and not self.assisted, effect)
                self.in_session, self.left = False, []
            case v.WalkStarted(flow_id):
                self._want(self.in_session and self.walk is None, effect)
                self.walk = flow_id
            case v.WalkReopened(flow_id) | v.PrivateWalkReopened(flow_id):
                self._want(self.walk is None and flow_id in self.left, effect)
                self.left.remove(flow_id)
                self.walk = flow_id
            case v.WalkEnded(outcome):
                self._want(self.walk is not None, effect)
                if (
                    outcome in ("referred", "stopped") and self.walk is not None
                ):  # which it was is told or not
                    self.left.append(self.walk)
                self.walk = None
            case v.EdgeTaken() | v.PrivateEdgeTaken() | v.WentBack() | v.PrivateBack() | v.StepExplained():
                self._want(self.walk is not None, effect)
            case v.HelpCalled():
                self._want(self.in_session and not self.called, effect)
                self.called = True
            case v.HelpEscalated():
                self._want(self.called and not self.escalated, effect)
                self.escalated = True
            case v.HelpTaken() | v.HelpEnded():
                self._want(self.called, effect)
                self.called = self.escalated = False
            case v.AssistStarted():
                self._want(self.in_session and not self.assisted, effect)
                self.assisted = True
            case v.AssistEnded():
                self._want(self.in_session and self.assisted, effect)
                self.assisted = False
            case v.GroupSaid() | v.UseCounted():
                self._want(self.in_session, effect)
            case v.ResultGiven() | v.ObstacleGiven() | v.FilingGiven():
                self._want(self.in_session and self.assisted, effect)
            case e.StaffStays():
                self._want(not self.in_session, effect)
            case (
                v.LanguageChanged()
                | v.NeedChosen()
                | v.AskedInVain()
                | v.NumberShown()
                | v.GuidePractised()
                | v.RehearsalHeld()
                | v.ExerciseDone()
                | v.SatisfactionGiven()
                | v.IdleNoticed()
            ):
                self._want(self.in_session, effect)
            case e.SayAgain() | e.PauseOrGoOn() | e.SayThis():
                pass
            case e.ListStaff() | e.CheckPin() | e.AddMember() | e.ResetPin() | e.SetActive():
                pass  # asked of the register, and no part of a visit
            case _:
                raise BooksDoNotBalance(f"{effect} is no part of a visit")

    def _want(self, holds: bool, effect: Effect) -> None:
        if not holds:
            raise BooksDoNotBalance(f"{effect} while {self}")
