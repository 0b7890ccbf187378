"""Who was last there, and when: what the rules about idle kiosks count from. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from ui.reach.pointing import Pointing
from ui.screens.page import Page
from ui.turn.idle import IdleAction, IdleRules, idle_action, seconds_left
from ui.visit.staff.people import StaffMember
from ui.visit.visit import Visit


class Attendance:
    """Times are of a monotonic clock, in seconds."""

    def __init__(self, monotonic: Callable[[], float], rules: IdleRules) -> None:
        self._monotonic, self._rules = monotonic, rules
        self.touched_at = self._ticked_at = self._attended_at = monotonic()
        self._languages = 0.0  # when another one was chosen
        self._may_go_on: tuple[StaffMember, float] | None = None  # to the next person, until then

    def touched(self) -> None:
        """Somebody is here."""
        self.touched_at = self._monotonic()

    def attended(self) -> None:
        """Staff have done something, so that what they have open stays."""
        self._attended_at = self._monotonic()

    def changed_language(self) -> None:
        """Another language was chosen, or the one before once more."""
        self._languages = self._monotonic()

    def language_is_meant(self, visit: Visit, pointing: Pointing) -> bool:
        """Whether nobody has gone back to the language before for so long that it was no mistake: who comes
        to it one thing at a time is still on the way there.
        """
        if visit.language_before is None or pointing.midway:
            return False
        slow = pointing.by_keys or visit.preferences.explore
        since = max(self._languages, self.touched_at) if slow else self._languages
        return self._monotonic() - since >= self._rules.language_s

    @property
    def has_waved(self) -> bool:
        """Whether who went was waved to for long enough."""
        return self._monotonic() - self.touched_at >= self._rules.wave_s

    def stays(self, member: StaffMember) -> None:
        """Who has just assisted may help the next person without a PIN, if they knock within some seconds."""
        self._may_go_on = member, self._monotonic() + self._rules.menu_s

    def somebody_came(self) -> None:
        self._may_go_on = None

    @property
    def who_may_go_on(self) -> StaffMember | None:
        if self._may_go_on is None or self._monotonic() >= self._may_go_on[1]:
            return None
        return self._may_go_on[0]

    def tick(self, visit: Visit, page: Page, pointing: Pointing) -> IdleAction:
        """What is to be done by the clock."""
        now = self._monotonic()
        before, self._ticked_at = self._ticked_at - self.touched_at, now
        return idle_action(
            visit,
            now - self.touched_at,
            before,
            self._rules,
            long=page.takes_long,
            slow=pointing.by_keys or visit.preferences.explore,
            midway=pointing.midway,
            unattended_s=now - self._attended_at,
        )

    def seconds_left(self, visit: Visit, *, anew: bool = False) -> int:
        """Of a countdown; *anew*: before it begins."""
        still_s = 0 if anew else self._monotonic() - self.touched_at
        return seconds_left(visit, still_s, self._rules)
