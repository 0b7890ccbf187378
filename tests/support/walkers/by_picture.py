"""Somebody who does not read: sees what is drawn, not what is written, and hears."""

from __future__ import annotations

from support.senses import Glass, Sight
from support.stage import Stage
from support.walkers.walker import Unreachable, Walker

from accessibility.geometry import Rect

SIGNS = {
    "Chạm vào đây để bắt đầu": "touch", "Bỏ qua": "next", "Bắt đầu": "next", "Tiếp theo": "next",
    "Tôi có đủ rồi": "check",
    "Làm theo cách này": "next", "Quay lại": "back", "Nghe lại": "hear-again", "Kết thúc": "leave",
    "Chưa hiểu": "not-understood", "Xong": "check",
    "Vâng, gọi giúp tôi": "call-person", "Tôi tự làm tiếp": "next", "Tôi vẫn ở đây": "check",
    "Làm bài khác": "home", "Về trang đầu": "home", "Chỉnh cho vừa ý": "adjust",
    "Làm tiếp": "next", "Chỉnh từng thứ": "next", "Tôi xong rồi": "check",
    "Thôi, không dùng thẻ": "close", "Tập trên hình": "touch", "Tập lần nữa": "touch", "Để hôm khác": "check",
    "Nghe bác nói": "voice-on", "Tập xong": "check", "Về các bài tập": "home", "Tập tiếp bài kia": "touch",
    "Kéo bằng nút": "touch", "Vuốt bằng nút": "touch",
}  # fmt: skip


DRAWN = {"Hài lòng": "scenes/face-happy", "Gọi người giúp": "scenes/sign-help"}
HELPERS = ("back", "hear-again", "not-understood")


class NonReader(Walker):
    """Sees pictures and hears. Answers light up while they are read out; other buttons have their signs."""

    MOST_PAGES = 6

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._glass, self._sight = Glass(stage, self.diary), Sight(stage)
        self._said = ""

    def settle_in(self) -> None:
        pass  # they touch what they see

    def begin(self) -> str:
        """By whoever greets; at the sign of a team by the hand that is drawn there."""
        greets = self._sight.pictures("scenes/person-helper")
        if not greets:
            return self.choose("Chạm vào đây để bắt đầu")
        self._touch(greets[0])
        return self.arrives()

    def arrives(self) -> str:
        """They go on watching while it is said."""
        self._said = self.hearing.one("screen", to_the_end=False)
        return self._said

    def press(self, name: str) -> None:
        sign, drawn = SIGNS.get(name), DRAWN.get(name)
        if drawn is not None:
            found = self._sight.pictures(drawn)
            if not found:
                raise Unreachable(f"no picture {drawn!r} is to be seen")
            self._touch(found[0])
        elif sign is not None:
            self._touch_sign(sign)
        else:
            self._touch_lit(name)

    def _touch_sign(self, sign: str) -> None:
        found = self._sight.icons(sign)
        if not found:
            raise Unreachable(f"no sign {sign!r} is to be seen")
        # The helpers are at the bottom, the main button is above them; else the largest is the main one.
        if sign in HELPERS:
            self._touch(max(found, key=lambda one: one.y))
        else:
            self._touch(found[0])

    def _touch_lit(self, name: str) -> None:
        """Listen again and watch what lights up at that name; it may be on a later page. A code to scan is
        said to who asks.
        """
        if not any(_names(line, name) for line in self._said.splitlines()) and self._sight.icons(
            "hear-again"
        ):
            self._touch_sign("hear-again")
            self.arrives()
        for _ in range(self.MOST_PAGES):
            lit = self.lit_while_said(name)
            if lit is not None:
                self._touch(lit)
                return
            self._touch_sign("down")
            self.arrives()  # what is new on the page is read
        raise Unreachable(f"nothing lights up at {name!r}; said was {self._said!r}")

    def lit_while_said(self, name: str) -> Rect | None:
        """What lights up at *name* while the screen is read out; on this page."""
        self._sight.look()
        for line in self.hearing.lines(self._said):
            if _names(line, name):
                return self._sight.lit()
        return None

    def _touch(self, area: Rect) -> None:
        self._glass.rest()
        self._glass.tap(area.x + area.width / 2, area.y + area.height / 2)


def _names(line: str, name: str) -> bool:
    return line.rstrip(".") == name.rstrip(".") or line.startswith(f"{name}. ")
