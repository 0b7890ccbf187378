"""The way in: from the invitation to the end of the first useful sentence, and to the end of the guide.

By the model of `support.pace`: every screen and every item on the way is heard to its end, and what a person
does takes its time. A touch, a key, a tap and a swipe is one input each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from support.itinerary import finish, follow_to_the_end, path_to_the_end, word
from support.pace import INPUTS
from support.senses import KEY_S, LETTERS_S
from support.stage import Stage, residents_guides
from support.walkers import NonReader, Walker
from support.window import Screen

from accessibility.geometry import Rect
from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs

FLOWS = residents_guides().flows
NEEDS = shipped_needs()


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody comes for: a tile, a guide of those it offers, answers, and what they need to hear."""

    need: str
    guide: str
    answers: tuple[str, ...] = ()  # by their words, on the way to the sentence
    sentence: str = ""  # else that of the guide's first step
    then: str = ""  # the guide that the last answer leads to: its end is theirs
    over: tuple[str, ...] = ()  # the edges by which they go on in it

    @property
    def flow(self) -> Flow:
        return FLOWS[self.guide]

    @property
    def to_its_end(self) -> Flow:
        return FLOWS[self.then] if self.then else self.flow

    @property
    def first_useful(self) -> str:
        return self.sentence or self.flow.steps[self.flow.start].say.vi

    @property
    def tiles(self) -> tuple[str, ...]:
        need = next(one for one in NEEDS.tiles if one.id == self.need)
        chosen = NEEDS.titles.get(self.guide) or self.flow.title
        return (need.words.vi,) if need.urgent else (need.words.vi, chosen.vi)

    @property
    def picture(self) -> str:
        return next(one for one in NEEDS.tiles if one.id == self.need).picture


@dataclass(frozen=True, slots=True)
class Cost:
    """`words` are those that stand on the screens until then."""

    inputs: int
    seconds: float
    words: int = 0

    def __str__(self) -> str:
        return f"{self.inputs} inputs, {self.seconds:.0f} s" + (f", {self.words} words" if self.words else "")


@dataclass
class WayIn:
    """One person with one wish, on a kiosk of their own that is shown."""

    stage: Stage
    kind: type[Walker]
    wish: Wish
    speech_s: Callable[[str], float] = lambda text: len(text) / LETTERS_S
    person: Walker = field(init=False)
    words: int = 0

    def __post_init__(self) -> None:
        self.person = self.kind(self.stage)
        self._read()

    def to_the_sentence(self) -> Cost:
        """From the invitation to the end of the first useful sentence."""
        said = self._begin()
        for name in (*self._tiles_left, *self.wish.answers):
            said = self._choose(name)
        assert self.wish.first_useful in said, said
        before = said[: said.index(self.wish.first_useful) + len(self.wish.first_useful)]
        return Cost(self._inputs, self._seconds - self.speech_s(said) + self.speech_s(before), self.words)

    def to_the_end(self) -> Cost:
        """On from the first step of the guide out of the visit; call after `to_the_sentence`."""
        flow = self.wish.to_its_end
        assert bool(self.wish.answers) == bool(self.wish.then), "the way to the end begins at the first step"
        reader = _Reader(self.person, self._read)
        follow_to_the_end(reader, flow, path_to_the_end(flow, self.wish.over))
        finish(reader)
        return Cost(self._inputs, self._seconds, self.words)

    def _begin(self) -> str:
        """Who sees the pictures of the tiles touches one; any other way begins the visit where it leads."""
        if isinstance(self.person, NonReader):
            self._tiles_left = self.wish.tiles[1:]
            said = self._touch_tile(self.person)
        else:
            self._tiles_left = self.wish.tiles
            said = self.person.begin()
        self._read()
        return said

    def _touch_tile(self, person: NonReader) -> str:
        area: Rect = person._sight.pictures(self.wish.picture)[0]
        person._touch(area)
        return person.arrives()

    def _choose(self, name: str) -> str:
        said = self.person.choose(name)
        if said.endswith(word("private.ask")):
            said = self.person.choose(word("bar.again"))
        self._read()
        return said

    def _read(self) -> None:
        """All that stands on the screen now."""
        self.words += sum(len(one.text.split()) for one in Screen(self.stage.kiosk.window).texts())

    @property
    def _inputs(self) -> int:
        return len(self.person.diary.of(*INPUTS))

    @property
    def _seconds(self) -> float:
        diary = self.person.diary
        doing = KEY_S * len(diary.of("key"))
        doing += sum(float(text) for text in diary.of("tap", "swipe", "slide", "rest", "wait"))
        return doing + sum(self.speech_s(text) for text in diary.of("screen", "aside", "item") if text)


@dataclass(frozen=True, slots=True)
class _Reader:
    """*person*; what stands on each screen they come to is read once."""

    person: Walker
    read: Callable[[], None]

    @property
    def helpers(self) -> tuple[str, ...]:
        return self.person.helpers

    def begin(self) -> object:
        return self.person.begin()

    def choose(self, name: str) -> str:
        said = self.person.choose(name)
        if name != word("bar.again"):
            self.read()
        return said

    def leave(self, name: str) -> None:
        self.person.leave(name)


HEALTH_CARD = Wish("kham-benh", "vneid-xuat-trinh")
SCAM_CALL = Wish(
    "cuoc-goi-la", "lua-dao-nhan-biet", sentence="Họ còn gọi thì bác cúp máy, không chuyển tiền."
)
LOST_MONEY = Wish("cuoc-goi-la", "lua-dao-nhan-biet", sentence="Mất tiền rồi thì gọi ngân hàng ngay.")
LOCK_THE_ACCOUNT = Wish(
    "cuoc-goi-la",
    "lua-dao-nhan-biet",
    answers=("Mất tiền, lỡ làm theo",),
    sentence="Bác gọi ngân hàng ngay, nhờ khóa tài khoản.",
    then="lua-dao-da-mac",
    over=("choice.tien",),
)
EMERGENCY = Wish("khan-cap", "khan-cap")
