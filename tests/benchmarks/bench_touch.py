"""From a finger on the glass to changed pixels at 1080×1920, against a bare QML text swap in the same run.

`python tests/benchmarks/bench_touch.py`. Goals: p99 ≤ 1.5 × the bare text swap, and ≤ 33 ms. A window that
swaps a sentence *and* a large picture, with nothing else around, shows what is drawn and nothing more.
The kiosk runs as it ships (`make_application`), the bare windows as Qt makes them; each is a process of its
own, and they are touched in turn, so that the load of the machine falls on all alike. "own" times leave out
what the thread waited for a CPU: on a busy machine longer work is also interrupted more often.

A step is on the screen for as long as the press gate keeps everybody from pressing again, the shortest there
is: meanwhile the kiosk lays out what may come next (`ui.turn.foresight`). "unforeseen" is the same kiosk that
foresees nothing: what it costs to reach a page that was not prepared, as the fourth answer of a question.
"tiles" goes from the first screen to the topics and back, from a page of pictures to another.
The frame that is timed shows the whole new screen; there is no earlier one with a part of it.

Then the memory after 10,000 steps against that after 100 (goal ≤ 1.1 ×): three on, three back, and again.
"""
# ruff: noqa: E402

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from support.run_queue import waited_for_cpu_ms
from support.stage import Stage
from support.window import Screen

from accessibility.touch import EVERYBODY
from kiosk.base.system.garbage import collected_here, sweep
from ui.screens.page import Control
from ui.window.application import make_application
from ui.window.fonts import load_fonts

TOUCHES = 150
REST_MS = 15  # between press and lift, and after a frame: the pressed look is drawn meanwhile
READING_MS = round(EVERYBODY.repeat_guard_s * 1000)
PICTURES = Path(__file__).parents[2] / "resources" / "pictures" / "steps"
SENTENCES = ("Bác chạm vào ô Tìm kiếm.", "Bác mở CH Play.")
BARE = """
import QtQuick
Window {
    id: root
    width: 1080; height: 1920; visible: true
    property bool other: false
    Text {
        width: 1080; wrapMode: Text.WordWrap; font.pixelSize: 58
        text: root.other ? "%s" : "%s"
    }
    %s
    TapHandler { onTapped: root.other = !root.other }
}
"""
PICTURE = """
    Image {{
        y: 400; width: 1000; height: 1000; sourceSize: Qt.size(1000, 1000)
        source: root.other ? "{}" : "{}"
    }}
"""


class Face:
    """A window that is touched on demand; `spot` says where, just before each touch.

    *after* is done with every frame that followed a touch; then the window is left alone for *rest_ms*.
    """

    def __init__(
        self,
        window: QQuickWindow,
        spot: Callable[[], QPointF],
        after: Callable[[], None] = lambda: None,
        rest_ms: int = REST_MS,
    ) -> None:
        self._screen, self._spot, self._began, self._waited = Screen(window), spot, 0.0, 0.0
        self._after, self._rest_ms = after, rest_ms
        QAccessible.setActive(False)  # no screen reader is attached to a kiosk
        window.frameSwapped.connect(self._drawn)
        QTimer.singleShot(1000, self._listen)

    def _listen(self) -> None:
        if not sys.stdin.readline():
            QCoreApplication.quit()
            return
        self._at = self._spot()
        self._screen.press(self._at)
        QTimer.singleShot(REST_MS, self._lift)

    def _lift(self) -> None:
        self._began, self._waited = time.perf_counter(), waited_for_cpu_ms()
        self._screen.lift(self._at)

    def _drawn(self) -> None:
        if self._began:
            taken_ms = (time.perf_counter() - self._began) * 1000
            print(taken_ms, taken_ms - (waited_for_cpu_ms() - self._waited), flush=True)
            self._began = 0.0
            QTimer.singleShot(0, self._rest)

    def _rest(self) -> None:
        self._after()
        QTimer.singleShot(self._rest_ms, self._listen)


def show_bare(picture: bool) -> None:
    application = QGuiApplication([])
    load_fonts()
    files = [(PICTURES / f"{name}.svg").as_uri() for name in ("done", "with-helper")]
    engine = QQmlApplicationEngine()
    drawn = PICTURE.format(*files) if picture else ""
    engine.loadData((BARE % (*SENTENCES, drawn)).encode())
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    face = Face(window, lambda: QPointF(540, 900))
    application.exec()
    del face


Onward = Callable[[Stage], Control | None]


def show_kiosk(rest_ms: int, begin: Callable[[Stage], None], onward: Onward, *, foreseeing: bool) -> None:
    """By *onward* again and again; where that is None, from where *begin* leads."""
    application = make_application(offscreen=True)
    load_fonts()
    stage = Stage()
    window = stage.open().window
    if not foreseeing:
        stage.conductor.foresee = tuple  # type: ignore[method-assign]
    begin(stage)
    screen = Screen(window)

    def spot() -> QPointF:
        stage.clock.now_s += 1
        control = onward(stage)
        assert control is not None
        return screen.middle(screen.find(control.name))

    def after() -> None:
        if onward(stage) is None:
            begin(stage)
            stage.kiosk.forget()  # as when somebody has gone
        sweep(thoroughly=False)  # as the kiosk does every second

    face = Face(window, spot, after, rest_ms)
    with collected_here():
        application.exec()
        stage.close()
    del face


def through_a_guide(stage: Stage) -> Control | None:
    """Next, or the first answer; None where the guide ends."""
    page = stage.conductor.page
    control = page.primary or (page.choices[0] if page.choices else None)
    leads_on = page.template in ("step", "choice") and control is not None and control.slot != "done"
    return control if leads_on else None


def to_a_guide(stage: Stage) -> None:
    stage.walk_to("finish", "next-person", "begin", "topic.vneid", "flow.vneid-cai-dat")
    QCoreApplication.processEvents()


def to_the_first_screen(stage: Stage) -> None:
    stage.walk_to("begin")
    QCoreApplication.processEvents()


def to_other_tiles_and_back(stage: Stage) -> Control | None:
    page = stage.conductor.page
    controls = {one.slot: one for one in (*page.choices, *page.bar)}
    return controls["need.viec-khac" if page.place == "home" else "back"]


def touch_in_turn() -> dict[str, list[tuple[float, float]]]:
    """Per window its touches: all the time until the frame, and its own part of that, in milliseconds."""
    faces = {
        name: subprocess.Popen(
            [sys.executable, __file__, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("text", "picture", "kiosk", "unforeseen", "tiles")
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in faces}
    for _ in range(TOUCHES):
        for name, face in faces.items():
            assert face.stdin is not None and face.stdout is not None
            print(file=face.stdin, flush=True)
            taken, own = face.stdout.readline().split()
            times[name].append((float(taken), float(own)))
    for face in faces.values():
        face.communicate()
    return {name: found[TOUCHES // 10 :] for name, found in times.items()}  # without the first, cold ones


def memory_kb() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError("no VmRSS")


def walk_on(stage: Stage, steps: range) -> None:
    """Every step is drawn, and what may follow it is prepared, as when a resident walks."""
    for number in steps:
        stage.walk_to("next" if number % 6 < 3 else "back")
        QCoreApplication.processEvents()
        while stage.shell.prepare():
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for kept in (stage.ear.heard, stage.ear.stream, stage.ear.cues, stage.notebook.events):
            kept.clear()  # the fakes remember everything, the kiosk must not


def remember() -> None:
    application = make_application(offscreen=True)
    load_fonts()
    stage = Stage()
    stage.open()
    to_a_guide(stage)
    stage.walk_to("choice.android")
    walk_on(stage, range(100))
    early = memory_kb()
    walk_on(stage, range(100, 10_000))
    late = memory_kb()
    print(f"memory after 100 steps {early} kB, after 10,000 {late} kB: ratio {late / early:.3f} (goal 1.1)")
    stage.close()
    del application


def percentile(times: list[float], share: float) -> float:
    return statistics.quantiles(times, n=1000)[round(share * 1000) - 1]


def main() -> None:
    touches = touch_in_turn()
    for kind, part in (("all", 0), ("own", 1)):
        times = {name: [touch[part] for touch in found] for name, found in touches.items()}
        for name, found in times.items():
            p50, p95, p99 = (percentile(found, share) for share in (0.5, 0.95, 0.99))
            print(f"touch → pixels, {kind} time, {name}: p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f} ms")
        for name in ("text", "picture"):
            middle, late = (
                percentile(times["kiosk"], share) / percentile(times[name], share) for share in (0.5, 0.99)
            )
            print(f"  kiosk ÷ bare {name}: p50 {middle:.2f}, p99 {late:.2f} (goal 1.5 of the text)")
    subprocess.run([sys.executable, __file__, "memory"], check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["text"]:
            show_bare(picture=False)
        case ["picture"]:
            show_bare(picture=True)
        case ["kiosk"]:
            show_kiosk(READING_MS, to_a_guide, through_a_guide, foreseeing=True)
        case ["unforeseen"]:
            show_kiosk(REST_MS, to_a_guide, through_a_guide, foreseeing=False)
        case ["tiles"]:
            show_kiosk(READING_MS, to_the_first_screen, to_other_tiles_and_back, foreseeing=True)
        case ["memory"]:
            remember()
        case _:
            main()
