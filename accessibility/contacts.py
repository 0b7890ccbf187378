"""What lies on the glass: the finger that presses, and the palm or sleeve that only rests there. Pure.

Each finger is followed by itself, so that a palm neither presses nor takes a finger's press away.
Millimetres on the panel and monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

PALM_MM = 22.0
"""A patch this broad is no fingertip (they are 8–14 mm, a flat thumb up to 20). 0: the panel does not say."""

RESTING_S = 1.5
"""What has lain this long when another finger comes down is what the hand rests on."""

LONGEST_S = 10.0
"""A contact that never ends is a palm, a sleeve, or a thing put down."""

MOST_FINGERS = 2
"""Of three contacts at once the older ones are a hand that leans on the glass."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One touch since it came down. `target` names what it came down on; None: nothing to press."""

    id: int
    began_s: float
    x: float
    y: float
    target: int | None = None
    off_mm: float = 0.0  # how far beside its target it came down
    slid_mm: float = 0.0  # the farthest it has been from where it came down
    on_since_s: float | None = None  # since when it has lain on its target; None while it has left it
    rests: bool = False  # it can press nothing any more

    def rested(self, now_s: float, hold_s: float) -> float:
        """How much of the holding is done, 0 … 1."""
        if self.on_since_s is None or self.rests:
            return 0.0
        return 1.0 if hold_s <= 0 else min(1.0, (now_s - self.on_since_s) / hold_s)


Contacts: TypeAlias = tuple[Contact, ...]


def came(down: Contacts, new: Contact, broad_mm: float = 0.0) -> Contacts:
    """Another contact. It may be a palm; it may show that the older ones are."""
    crowd = len(down) >= MOST_FINGERS
    palm = broad_mm >= PALM_MM
    others = tuple(
        replace(
            contact,
            rests=contact.rests or (not palm and (crowd or new.began_s - contact.began_s >= RESTING_S)),
        )
        for contact in down
        if contact.id != new.id
    )
    return (*others, replace(new, rests=palm))


def moved(
    down: Contacts, contact_id: int, x: float, y: float, now_s: float, *, on_target: bool, broad_mm: float = 0
) -> Contacts:
    """A contact slid or grew. *on_target*: whether it lies on the target it came down on."""

    def slid(contact: Contact) -> Contact:
        since = contact.on_since_s if contact.on_since_s is not None else now_s
        return replace(
            contact,
            slid_mm=max(contact.slid_mm, ((x - contact.x) ** 2 + (y - contact.y) ** 2) ** 0.5),
            on_since_s=since if on_target else None,
            rests=contact.rests or broad_mm >= PALM_MM,
        )

    return tuple(slid(contact) if contact.id == contact_id else contact for contact in down)


def lifted(down: Contacts, contact_id: int) -> tuple[Contacts, Contact | None]:
    """What stays on the glass, and the contact that left it, if it was there."""
    gone = next((contact for contact in down if contact.id == contact_id), None)
    return tuple(contact for contact in down if contact.id != contact_id), gone


def after_a_press(down: Contacts) -> Contacts:
    """A finger has pressed: whatever lay on the glass meanwhile did not mean to."""
    return tuple(replace(contact, rests=True) for contact in down)


def presses(gone: Contact, now_s: float, hold_s: float) -> bool:
    """Whether lifting it is a press: it lies on the target it came down on, and long enough if it must."""
    held_too_long = now_s - gone.began_s >= LONGEST_S
    return gone.target is not None and not held_too_long and gone.rested(now_s, hold_s) >= 1.0
