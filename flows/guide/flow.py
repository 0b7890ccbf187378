"""A guide: its facts, its steps and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from flows.guide.steps import Confidence, Picture, Step
from flows.guide.words import Language, Words

Audience: TypeAlias = Literal["resident", "volunteer"]
TOPICS: tuple[str, ...] = (
    "vneid", "suc-khoe", "an-sinh", "dich-vu-cong", "cong-an", "ngan-hang",
    "dien-thoai", "ihanoi", "an-toan", "tinh-nguyen-vien",
)  # fmt: skip
"""As they stand on the screen, six a page: on one page no two have the same ground."""
URGENT_TOPIC = "an-toan"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: `published` is as the source gives it (``07/2025``, ``~2023``)."""

    key: str
    title: str
    url: str
    published: str
    kind: str


@dataclass(frozen=True, slots=True)
class Need:
    """Something the resident must have at hand; `id` is stable (``smartphone``, ``sim``, ``nfc``)."""

    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence of caution shown before the guide starts."""

    id: str
    text: Words
    sources: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class QrTarget:
    """An official page. `printable` is False where nobody has checked the identifier: never drawn then."""

    id: str
    label: Words
    payload: str
    printable: bool
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hotline:
    """Somebody's own line, of which a step shows several: the banks'. `whose` is a name, in no language.

    `number`: digits only. `checked_on`: the day it was looked up, for each its own.
    """

    id: str
    whose: str
    number: str
    sources: tuple[str, ...]
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has been otherwise since the day `on`, for who learnt it before. `step_id`: where it is met, whose
    picture shows how it is now; `before`, drawn or by the name of a picture of ours, how it was.
    """

    id: str
    on: date
    say: Words
    step_id: str
    sources: tuple[str, ...]
    confidence: Confidence
    before: Picture | str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One guide as it was read from its pack."""

    id: str
    version: int
    content_hash: str  # SHA-256 (hex) of the canonical content; a walk names the flow by it
    audience: Audience
    topic: str
    order: int | None = None  # where it stands among those of its topic, from 1; the others follow
    learn_next: tuple[str, ...] = ()  # to learn after this one, the best first; none: the next by order
    learn_next_only: bool = False  # whoever finished it is offered these, and nothing those lead to
    files: bool = False  # it leads to submitting a file online: staff are asked whether that was done
    faces: bool = True  # at its end one is asked how it was: not who has just lost money
    offers_practice: bool = False  # beside its first answers: all that can be practised without a phone
    own_phone: bool = True  # practised, it may be gone through on one's own phone: nothing is done that stays
    picture: str = ""  # of resources/pictures/guides, beside its title in a list
    title: Words
    summary: Words
    minutes: tuple[int, int]
    languages: tuple[Language, ...]
    needs: tuple[Need, ...] = ()
    first_page: tuple[str, ...] = ()  # the steps whose sentences are enough for now: on paper by themselves
    must_have: tuple[str, ...] = ()  # those of its needs without which somebody would be stopped halfway
    have_ready: Words | None = None  # what to have at hand, in one short sentence, said before the first step
    have_ready_picture: str = ""  # of resources/pictures/steps, beside that sentence
    warnings: tuple[Caution, ...] = ()
    qr: tuple[QrTarget, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    changes: tuple[Change, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    checked_on: date
    valid_until: date | None
    confidence: Confidence
    staff_note: Words | None = None
    asked_as: tuple[str, ...] = ()  # how residents ask for it, in Vietnamese, beyond title and steps
    start: str
    steps: Mapping[str, Step]

    def hotlines_of(self, step: Step) -> tuple[Hotline, ...]:
        """Those that *step* shows, in its order."""
        listed = {one.id: one for one in self.hotlines}
        return tuple(listed[named] for named in step.hotlines if named in listed)

    @property
    def asks_first(self) -> bool:
        """Whether what it needs is asked before its first step: never where somebody may be in danger."""
        return self.have_ready is not None and self.topic != URGENT_TOPIC
