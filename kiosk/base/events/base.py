"""What every class of an event says of itself, beside its fields."""

from __future__ import annotations

from typing import ClassVar


class KioskEvent:
    """Of the kiosk and its staff, in no visit.

    `kind`: how it is stored and exported, for ever: a class may be renamed, its kind may not. `vi`: what
    happened, in Vietnamese; the class's docstring says it in English.
    """

    __slots__ = ()
    kind: ClassVar[str]
    vi: ClassVar[str]


class VisitEvent:
    """Of the visit that is open; `kind` and `vi` as above."""

    __slots__ = ()
    kind: ClassVar[str]
    vi: ClassVar[str]


class PrivateEvent:
    """Something the recorder has to know and that is never written as it is: it has no kind."""

    __slots__ = ()
