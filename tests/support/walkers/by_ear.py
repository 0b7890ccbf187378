"""People who do not see: one swipes from thing to thing, one feels over the glass."""

from __future__ import annotations

from collections.abc import Iterator

from support.senses import Glass
from support.stage import Stage
from support.walkers.pointers import Pointer
from support.walkers.walker import Unreachable, Walker, is_button


class Swiper(Pointer):
    """Swipes to the right for the next thing, to the left for the one before; taps twice to take it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._glass = Glass(stage, self.diary)

    def begin(self) -> str:
        self.one_on()
        return self.arrives()

    def settle_in(self) -> None:
        self.one_on()
        self.hearing.one("aside")

    def one_on(self) -> None:
        self._glass.swipe(1)

    def take(self) -> None:
        """Anywhere: they do not know where on the glass it is."""
        spot = self._glass.width_mm * 0.37, self._glass.height_mm * 0.41
        self._glass.rest()
        self._glass.tap(*spot)
        self.hearing.begins("item")
        self._glass.tap(*spot)

    def go_on(self) -> str:
        """The main button of a screen that was heard, by two taps without looking for it."""
        self.take()
        return self.arrives()

    def tap_with_two(self) -> None:
        """The same by two fingers at once."""
        self._glass.rest()
        self._glass.tap_with_two()


class Feeler(Walker):
    """Slides a finger over the glass until it is heard, lifts it, and taps twice there."""

    STRIDE_MM, COLUMN_MM = 5.0, 15.0  # a line of text is at least 7 mm high, a button 16.5 mm wide
    TO_A_BUTTON_MM = 10.0  # and as high
    NEXT_PAGE = "Xuống dưới"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._glass = Glass(stage, self.diary)
        self._where = dict[str, tuple[float, float]]()  # the same things are often in the same place

    def begin(self) -> str:
        """A touch begins; what is said then tells of the swipe."""
        self._glass.tap(self._glass.width_mm / 2, self._glass.height_mm / 3)
        screen = self.arrives()
        assert "vuốt ngang màn hình" in screen
        self.settle_in()
        return screen

    def settle_in(self) -> None:
        self._glass.swipe(1)
        self.hearing.one("aside")

    def press(self, name: str) -> None:
        spot = self._felt_again(name) or self._felt(name)
        for _ in range(6):
            if spot is not None:
                break
            self._take(self._felt_again(self.NEXT_PAGE) or self._felt(self.NEXT_PAGE), self.NEXT_PAGE)
            self.hearing.one("aside")
            spot = self._felt(name)
        self._take(spot, name)

    def _take(self, spot: tuple[float, float] | None, name: str) -> None:
        if spot is None:
            raise Unreachable(f"{name!r} is nowhere on the glass")
        self._glass.rest()
        self._glass.tap(*spot)
        heard = self.hearing.begins("item")
        assert is_button(heard, name), heard
        self._where[name] = spot
        self._glass.tap(*spot)

    def _felt_again(self, name: str) -> tuple[float, float] | None:
        spot = self._where.get(name)
        if spot is None:
            return None
        self._glass.rest()
        self._glass.tap(*spot)
        return spot if not self.hearing.is_quiet() and is_button(self._hears(), name) else None

    def _felt(self, name: str) -> tuple[float, float] | None:
        for x in self._columns():
            for spot, heard in self._slide_down(x, self.TO_A_BUTTON_MM):
                if is_button(heard, name):
                    self._glass.lift()
                    return spot
        return None

    def _columns(self) -> Iterator[float]:
        """First where most things are, then everywhere."""
        width = self._glass.width_mm
        yield from (width / 2, width / 4, width * 3 / 4)
        yield from (at * self.COLUMN_MM + 5 for at in range(int((width - 5) / self.COLUMN_MM) + 1))

    def _slide_down(
        self, x: float, stride_mm: float = STRIDE_MM
    ) -> Iterator[tuple[tuple[float, float], str]]:
        """One finger from the top of the glass to its bottom: where something new is heard, and what."""
        self._glass.rest()
        y = 8.0
        self._glass.down(x, y)
        while True:
            if not self.hearing.is_quiet():
                yield (x, y), self._hears()
            y += stride_mm
            if y > self._glass.height_mm - 2:
                break
            self._glass.slide_to(x, y)
        self._glass.lift()

    def _hears(self) -> str:
        heard = self.hearing.one("item")
        self.passed(heard)
        return heard

    def touch(self, x: float, y: float) -> str:
        """One finger put down there, as if by chance, and what is said of it."""
        self._glass.rest()
        self._glass.tap(x, y)
        return self._hears()

    def sweep(self) -> set[str]:
        """Everything that can be felt on the glass."""
        width = self._glass.width_mm
        columns = (at * self.COLUMN_MM + 3 for at in range(int((width - 5) / self.COLUMN_MM) + 1))
        return {heard for x in columns for _, heard in self._slide_down(x)}
