"""People who do not touch: each has only what that person has, and hears the kiosk through a fake ear."""

from __future__ import annotations

from dataclasses import dataclass, field

from support.stage import Stage

from accessibility.keys import Deed

MOST_MOVES = 70  # no screen has so many things on it
QUIET_S = 0.5


@dataclass
class Listener:
    """Knows a screen only from what was said. `one_on` and `take` are what this person can do."""

    stage: Stage = field(default_factory=Stage)
    moves: int = 0
    seconds: float = 0.0

    @property
    def heard(self) -> str:
        return self.stage.ear.last

    def begin(self) -> None:
        """Anything this person can press begins the visit, and the first screen is said."""
        raise NotImplementedError

    def one_on(self) -> None:
        raise NotImplementedError

    def take(self) -> None:
        raise NotImplementedError

    def choose(self, name: str) -> str:
        """Go on until *name* is heard as a button, and take it; returns what was said then, once."""
        self.go_to(name)
        before = len(self.stage.ear.heard)
        self.take()
        said = self.stage.ear.heard[before:]
        assert len(said) == 1, f"after {name!r} was said: {[one.text for one in said]}"
        return said[0].text

    @property
    def helpers(self) -> tuple[str, ...]:
        """What the bar of this screen offers."""
        return tuple(one.label for one in self.stage.conductor.page.bar)

    def leave(self, name: str) -> None:
        """Take the button that ends the visit."""
        self.go_to(name)
        self.take()

    def go_to(self, name: str) -> None:
        passed = list[str]()
        for _ in range(MOST_MOVES):
            self.one_on()
            if self.heard.startswith(
                (f"{name.rstrip('.')}, nút bấm", f"{name}, button", f"{name}. ", f"{name} nút bấm")
            ):
                return
            # Private sentences of one screen are told alike: only the first, or the last, again is a round.
            if passed and self.heard in (passed[0], passed[-1]):
                break
            passed.append(self.heard)
        raise AssertionError(f"{name!r} is not to be heard; only {passed}")

    def circle(self) -> list[str]:
        """Everything said on the way once round the screen, from where the other cue is heard."""
        ear, begins = self.stage.ear, list[int]()
        self.one_on()
        said = [self.heard]
        for at in range(1, MOST_MOVES):
            self.one_on()
            if ear.cues[-1] == "wrap":
                begins.append(at)
            if self.heard == said[0]:
                assert len(begins) == 1, begins
                return [*said[begins[0] :], *said[: begins[0]]]
            said.append(self.heard)
        raise AssertionError(f"no end: {said}")

    def do(self, deed: Deed) -> None:
        self.moves += 1
        self.wait(QUIET_S)
        self.stage.conductor.do(deed)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds
        self.stage.clock.now_s += seconds


class Keypad(Listener):
    """Does not see; an arrow and a select key. Hears every text on the way, not only the buttons."""

    def begin(self) -> None:
        self.do("down")

    def one_on(self) -> None:
        self.do("down")

    def take(self) -> None:
        self.do("select")


class TwoSwitches(Listener):
    """One switch to move, one to take."""

    def begin(self) -> None:
        self.do("move")

    def one_on(self) -> None:
        self.do("move")

    def take(self) -> None:
        self.do("take")


class OneSwitch(Listener):
    """One key. The pointer moves by itself, when the name has been said and the time is over."""

    def begin(self) -> None:
        self.do("switch")

    def one_on(self) -> None:
        ear = self.stage.ear
        ear.finish()
        before = len(ear.heard)
        for _ in range(200):
            if len(ear.heard) > before:
                return
            self.wait(0.1)
            self.stage.conductor.scan()
        raise AssertionError("the scan stands still")

    def take(self) -> None:
        self.do("switch")


WAYS: dict[str, type[Listener]] = {"keypad": Keypad, "two switches": TwoSwitches, "one switch": OneSwitch}
