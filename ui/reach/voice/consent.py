"""What a resident allowed to be said aloud: one guide, through one output, for as long as they stay. Pure.

It is in memory alone, and nobody is told of it.
"""

from __future__ import annotations

from ui.screens.page import Page
from ui.visit.stage import SigningIn
from ui.visit.stages import IdleNotice, Stepping
from ui.visit.visit import Visit


class Consent:
    """Asked for at the first private step of a guide; what is private outside of guides, on each screen."""

    def __init__(self) -> None:
        self._allowed = ""  # what may be said aloud
        self._explained = ""  # of what they were told that it is private, and how to hear it
        self._asked = ""  # of what they were asked, heard or not: asked again it takes fewer words

    def withdraw(self) -> None:
        """Other ears may hear it from now on: it is asked for anew, in full."""
        self._allowed = self._explained = self._asked = ""

    def entered(self, page: Page, visit: Visit) -> bool:
        """Another screen is shown; False: it withdrew what was allowed.

        Beside a guide (the comfort panel, a code, a call) consent waits. In another guide, or once this one
        was left, it is over; so it is when somebody may have come: where it is asked whether anybody is here,
        and at the door of staff.
        """
        guide = page.guide or self._held
        within = any(isinstance(stage, Stepping) and stage.flow_id == guide for stage in visit.stages)
        somebody_comes = isinstance(visit.stage, (IdleNotice, SigningIn))
        if guide == self._held and (page.guide != "" or within) and not somebody_comes:
            return True
        self.withdraw()
        return False

    def ask(self, page: Page, *, explained: bool) -> None:
        """They are asked. *told*: they hear it, and may answer by asking for the page."""
        self._allowed = ""
        self._explained = _key(page) if explained else ""
        self._asked = _key(page)

    def allow(self, page: Page) -> None:
        """They asked for the page after they were told."""
        self._allowed = self._explained = self._asked = _key(page)

    def allows(self, page: Page) -> bool:
        return page.private and not page.never_aloud and self._allowed == _key(page)

    def was_said(self, page: Page) -> bool:
        return self._explained == _key(page) and not page.never_aloud

    def was_asked(self, page: Page) -> bool:
        return self._asked == _key(page)

    @property
    def _held(self) -> str:
        return self._asked


def _key(page: Page) -> str:
    return page.guide or page.place
