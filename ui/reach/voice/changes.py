"""What has changed on the screen without a touch, to be told to those who do not see it change. Pure."""

from __future__ import annotations

from ui.screens.surroundings import Surroundings
from ui.visit.effects import SayThis
from ui.visit.staff.point import Stick, stick_key
from ui.words import Lasting

_URGENT = ("notice.", "idle.", "resume.", "private.")
_UNHEARD = ("notice.no_sound",)


def changes(before: Surroundings, after: Surroundings, *, of_the_day: bool = False) -> tuple[SayThis, ...]:
    """One sentence each for a notice that has come or gone, and for each minute that somebody waits; where
    staff look at the day, *of_the_day*, also for what became of the export they asked for.

    A countdown is told at its own seconds, and where the voice comes out by who notices it first.
    """
    said = []
    if after.sound.no_sound != before.sound.no_sound:
        said.append(SayThis("notice.no_sound" if after.sound.no_sound else "notice.sound_again"))
    if after.health.storage_trouble and not before.health.storage_trouble:
        said.append(SayThis("notice.storage"))
    if after.timing.waited_minutes > before.timing.waited_minutes:
        said.append(SayThis("person.waiting", (("time", Lasting.of_minutes(after.timing.waited_minutes)),)))
    if of_the_day and after.point.stick.state != before.point.stick.state:
        said.extend(_of_the_stick(after.point.stick))
    return tuple(said)


def _of_the_stick(stick: Stick) -> tuple[SayThis, ...]:
    """That it is packed is told by the press that asked for it."""
    key = stick_key(stick)
    if stick.state in ("", "copying"):
        return ()
    return (SayThis(key, (("done", stick.done), ("whole", stick.whole))),)


def is_urgent(key: str) -> bool:
    """Whether a screen reader should break off what it is saying for the sentence of *key*."""
    return key.startswith(_URGENT)


def can_be_heard(key: str) -> bool:
    """Whether there is any use in saying it aloud: not that nothing can be heard."""
    return key not in _UNHEARD
