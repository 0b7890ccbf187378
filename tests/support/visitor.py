"""A resident in front of the real window: reads what it shows, touches what it offers, hears what it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from support.stage import Stage, tile_of
from support.window import Role, Screen, scene_rect, viewport_of

from flows.guide.steps import Step
from flows.guide.walk import current
from ui.visit.stage import Stage as VisitStage
from ui.visit.stages import Stepping

START, SKIP, NEXT, BACK = "Chạm vào đây để bắt đầu", "Bỏ qua", "Tiếp theo", "Quay lại"
AGAIN, NOT_UNDERSTOOD, CALL, DONE = "Nghe lại", "Chưa hiểu", "Gọi người giúp", "Xong"
OTHER = "Việc khác"
"""The need that leads to all topics."""
FINISH, DONE_HERE, DOWN, UP = "Kết thúc", "Tôi xong rồi", "Xuống dưới", "Lên trên"
PAGES_AT_MOST = 12


@dataclass
class Visitor:
    """`tap` waits a second before each touch, as a person does; `tap_at_once` does not."""

    stage: Stage
    screen: Screen = field(init=False)
    touches: int = 0

    def __post_init__(self) -> None:
        self.screen = Screen(self.stage.kiosk.window)
        self.settle()

    # --- touching -------------------------------------------------------------------------------

    def tap(self, *names: str) -> None:
        """Touch the buttons of these spoken names, one after the other."""
        for name in names:
            self.stage.clock.now_s += 1
            self.tap_at_once(name)

    def tap_at_once(self, name: str) -> None:
        self.touch(self.brought_into_view(name))

    def touch(self, item: QQuickItem) -> None:
        """One finger in the middle of the item; what it changed is in its place when this returns."""
        self.touches += 1
        spot = self.screen.middle(item)
        self.screen.press(spot)
        self.screen.lift(spot)
        self.settle()

    def jump(self, *actions: str) -> None:
        """Get somewhere without touching; what matters comes after."""
        self.stage.walk_to(*actions)
        self.settle()

    def settle(self) -> None:
        """Qt puts items in their places just before it draws them."""
        self.screen.lay_out()

    def brought_into_view(self, name: str) -> QQuickItem:
        """The button of that name; pages are turned until the whole of it can be touched."""
        item = self.screen.find(name, Role.Button)
        if viewport_of(item) is not None:
            self.settle()  # a body that overflows is paged around what was drawn
        for _ in range(PAGES_AT_MOST):
            frame, area = viewport_of(item), scene_rect(item)
            if frame is None or (frame.y <= area.y + 1 and area.bottom <= frame.bottom + 1):
                return item
            self.touch(self.screen.find(UP if area.y < frame.y else DOWN, Role.Button))
            self.stage.clock.now_s += 1
        raise AssertionError(f"{name!r} does not come into view")

    # --- looking and hearing --------------------------------------------------------------------

    def reads(self, text: str) -> bool:
        """Whether that text is drawn on the screen as a whole."""
        return text in self.texts

    @property
    def texts(self) -> list[str]:
        return [str(item.property("text")) for item in self.screen.text_items()]

    @property
    def buttons(self) -> list[str]:
        return [control.name for control in self.screen.controls()]

    @property
    def heard(self) -> str:
        return self.stage.ear.last

    @property
    def at(self) -> VisitStage:
        """Where the visit stands; for what cannot be seen."""
        return self.stage.conductor.visit.stage

    @property
    def lit(self) -> str:
        """The drawn words that are lit now, and nothing else on the screen may be."""
        found = []
        for item in self.screen.items():
            text, start, end = (item.property(name) for name in ("text", "litStart", "litEnd"))
            if isinstance(start, int) and isinstance(end, int) and start < end:
                found.append(str(text)[start:end])
        return "|".join(found)

    # --- short cuts of a story ------------------------------------------------------------------

    def open_guide(self, flow_id: str = "vneid-cai-dat") -> None:
        """From the invitation to the first step of a guide, in Vietnamese."""
        flow = self.stage.library.flows[flow_id]
        self.tap(
            START,
            *self.to_topic(flow.topic),
            tile_of(flow),
            *(("Tôi có đủ rồi",) if flow.asks_first else ()),
        )

    def to_topic(self, topic: str) -> tuple[str, str]:
        """The spoken names of the tiles that lead from the needs to the guides of a topic."""
        return OTHER, self.stage.conductor.around.tr("vi")(f"topic.{topic}")

    def does_not_understand(self) -> None:
        """Ask for other words; whoever hears it asks to hear it again first."""
        if not self.screen.shows(NOT_UNDERSTOOD):
            self.tap(AGAIN)
        self.tap(NOT_UNDERSTOOD)

    @property
    def step(self) -> Step:
        """The step on the screen."""
        at = self.at
        assert isinstance(at, Stepping), at
        return current(self.stage.library.flows[at.flow_id], at.walk)


@contextmanager
def visitor(stage: Stage | None = None) -> Iterator[Visitor]:
    """One kiosk, opened and closed."""
    stage = stage or Stage()
    opened = stage.open()
    assert QTest.qWaitForWindowExposed(opened.window)
    try:
        yield Visitor(stage)
    finally:
        stage.close()
