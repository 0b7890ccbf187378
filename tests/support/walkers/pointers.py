"""People who go from one thing to the next: by keys, by two switches, by one."""

from __future__ import annotations

import re
from abc import abstractmethod

from PySide6.QtCore import Qt
from support.referee import TURNS
from support.senses import Keys
from support.stage import Stage
from support.walkers.walker import MOST_THINGS, Unreachable, Walker, is_button

COUNTED = r"sau \d+\sgiây"
"""Said of itself while a screen runs out of time."""


class Pointer(Walker):
    """Somebody who goes from one thing to the next. `one_on` and `take` are what they can do."""

    @abstractmethod
    def one_on(self) -> None: ...

    @abstractmethod
    def take(self) -> None: ...

    def press(self, name: str) -> None:
        self.go_to(name)
        self.take()

    def go_to(self, name: str) -> None:
        heard_here = list[str]()
        while True:
            heard = self.next_heard()
            if is_button(heard, name):
                return
            if heard in heard_here or len(heard_here) > MOST_THINGS:
                raise Unreachable(f"{name!r} is not to be heard; only {heard_here}")
            heard_here.append(heard)

    def go_on(self) -> str:
        """The main button: the pointer begins there."""
        self.next_heard()
        self.take()
        return self.arrives()

    def next_heard(self) -> str:
        self.one_on()
        heard = self.hearing.one("item")
        while not self.hearing.cues and re.search(COUNTED, heard):  # how much time is left: no item
            self.one_on()
            heard = self.hearing.one("item")
        assert self.hearing.cues in (["item"], ["wrap"]), self.hearing.cues
        self.passed(heard)
        return heard

    def round(self) -> list[str]:
        """Everything that is met on the way once round the screen, from where the other cue is heard."""
        said = [self.next_heard()]
        while said[0].startswith(TURNS):  # which of them there are follows from the page one stands on
            said = [self.next_heard()]
        begins = list[int]()  # where it sounded as if the way begins again
        for at in range(1, MOST_THINGS):
            heard = self.next_heard()
            if self.hearing.cues == ["wrap"]:
                begins.append(at)
            if heard == said[0]:
                assert len(begins) == 1, begins
                return [*said[begins[0] :], *said[: begins[0]]]
            said.append(heard)
        raise AssertionError(f"no end: {said}")


class Keypad(Pointer):
    """Seven keys. Which of them does what is learnt by trying them, as the kiosk offers when it begins."""

    OFFER = "nút trợ giúp để thử phím."
    MEANINGS = (
        ("up", "về mục trước"), ("down", "sang mục kế tiếp"), ("back", "quay lại màn hình trước"),
        ("onward", "đi tiếp"), ("select", "chọn mục đang nghe"), ("again", "đọc lại"),
    )  # fmt: skip
    PAD = (
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
        Qt.Key.Key_Return, Qt.Key.Key_F1, Qt.Key.Key_F2,
    )  # fmt: skip
    HELP = Qt.Key.Key_F1  # the one key with a sign on it

    def __init__(self, stage: Stage, pad: tuple[Qt.Key, ...] = PAD, help_key: Qt.Key = HELP) -> None:
        super().__init__(stage)
        self.keys, self._help = Keys(stage, self.diary, *pad), help_key
        self.known = dict[str, Qt.Key]()

    def begin(self) -> str:
        self.keys.press(self.keys.on_it[0])
        screen = self.arrives()
        assert self.OFFER in screen
        self.try_keys()
        return screen

    def settle_in(self) -> None:
        self.try_keys()

    def try_keys(self) -> None:
        """What each key does, from its own mouth; none of them does it meanwhile."""
        self.keys.press(self._help)
        self.hearing.one("aside")
        for key in self.keys.on_it:
            if key != self._help:
                self.keys.press(key)
                heard = self.hearing.one("aside")
                self.known |= {deed: key for deed, words in self.MEANINGS if words in heard}
        self.keys.press(self._help)
        self.hearing.one("aside")

    def one_on(self) -> None:
        self.keys.press(self.known["down"])

    def take(self) -> None:
        self.keys.press(self.known["select"])

    def use(self, deed: str) -> str:
        """A key that leads somewhere by itself."""
        self.keys.press(self.known[deed])
        return self.arrives()


class TwoSwitches(Pointer):
    """One to move, one to take."""

    def settle_in(self) -> None:
        pass  # the first press is enough

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._keys = Keys(stage, self.diary, Qt.Key.Key_1, Qt.Key.Key_2)

    def begin(self) -> str:
        self.one_on()
        return self.arrives()

    def one_on(self) -> None:
        self._keys.press(Qt.Key.Key_1)

    def take(self) -> None:
        self._keys.press(Qt.Key.Key_2)


class OneSwitch(Pointer):
    """One key. Otherwise they wait until they hear what they want."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._keys = Keys(stage, self.diary, Qt.Key.Key_Space)
        self.waited_s = 0.0  # for the last thing that came

    def begin(self) -> str:
        self.take()
        return self.arrives()

    def settle_in(self) -> None:
        self.take()
        self.hearing.one("item")

    def one_on(self) -> None:
        for moment in range(Keys.longest_wait):
            if not self.hearing.is_quiet():
                self.waited_s = moment * 0.1
                self.diary.note("wait", f"{self.waited_s:.1f}")
                return
            self._keys.wait()
        raise Unreachable("the scan stands still")

    def take(self) -> None:
        self._keys.press(Qt.Key.Key_Space)
