"""One screen of each kind, reached as a visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from support.all_screens import walks_to_every_step
from support.stage import residents_guides

from accessibility.touch import LEVELS
from flows.guide.steps import DoStep, points_at
from flows.practice.exercise import doing as doings
from flows.practice.own_phone import OwnPhone
from flows.practice.practice import Practice
from flows.practice.way import steps_to_do, tasks_of
from flows.shelf.exercises import shipped_exercises
from kiosk.point.tour.staff_stops import STAFF_STAGES_SHOWN
from kiosk.point.tour.stops import common_stops
from ui.visit.stage import Stage
from ui.visit.stages import (
    Advice,
    Attract,
    Circle,
    Comfort,
    Exercising,
    Fitted,
    Goodbye,
    GuideChanged,
    HaveReady,
    Home,
    Hotline,
    IdleNotice,
    MyCard,
    NeedGuides,
    OnOwnPhone,
    Overview,
    Person,
    Practising,
    Privacy,
    Resume,
    ShowCard,
    ShowQr,
    Sorry,
    Stepping,
    StuckList,
    ThisPlace,
    Topic,
    Topics,
    Unread,
)

GUIDE = "vneid-cai-dat"
ASKING = (
    "ask", "ask-marks", "ask-guides", "ask-danger", "ask-perhaps", "ask-person", "ask-nothing",
    "numbers-to-call",
)  # fmt: skip
STAFF_TEMPLATES = (
    "staff-who", "staff-pin", "staff-out", "staff-menu", "training", "training-overview", "training-finished",
    "doors-route", "doors-door", "doors-marked",
    "opening-touch", "opening-refused", "today",
    "assist-notice", "result-obstacle",
)  # fmt: skip
"""One of each kind; the others differ in a sentence and are among all screens."""


@cache
def templates() -> Mapping[str, Stage]:
    """By name; the order is that of a visit."""
    walks = walks_to_every_step(GUIDE)
    flow = residents_guides().flows[GUIDE]
    action = next(one for one in walks if flow.steps[one].simpler and isinstance(flow.steps[one], DoStep))
    pictured = next(one for one in walks if points_at(flow.steps[one]))
    stuck = next(
        step
        for step in (flow.steps[one] for one in walks)
        if any(edge.id.startswith("stuck.") for edge in step.edges)
    )
    advised = next(edge.id for edge in stuck.edges if edge.id.startswith("stuck."))
    code = next(one for one in flow.qr if one.printable)
    shown = residents_guides().flows["vneid-xuat-trinh"]
    practised = Practice(shown.id, tasks_of(shown, None, residents_guides().flows.values()))
    sliding = residents_guides().flows["chu-to-tren-may"]
    slides = Practice(sliding.id, tasks_of(sliding, None, (sliding,)))
    typed = shipped_exercises()
    own = tuple(step.id for step in steps_to_do(shown))
    found = {
        "attract": Attract(),
        "privacy": Privacy(),
        "this-place": ThisPlace(),
        "resume": Resume(flow.id, flow.content_hash, (), "vi"),
        "presets": Comfort(presets=True),
        "circle": Circle(asked=True),
        "fitted": Fitted(LEVELS[-1], asked=True),
        "home": Home(),
        "need": NeedGuides("cai-vneid"),
        "topics": Topics(),
        "topic": Topic("vneid"),
        **{stop.name: stop.stage for stop in common_stops(residents_guides().flows) if stop.name in ASKING},
        "ready": HaveReady("vneid-muc-1"),
        "overview": Overview(GUIDE),
        "choose": Stepping(GUIDE, walks[flow.start]),
        "step": Stepping(GUIDE, walks[action]),
        "simpler": Stepping(GUIDE, walks[action], "simpler"),
        "picture": Stepping(GUIDE, walks[pictured], "picture"),
        "own-phone": OnOwnPhone(OwnPhone(shown.id, own)),
        "own-phone-over": OnOwnPhone(OwnPhone(shown.id, own, at=len(own))),
        "slide": Practising(replace(slides, at=next(at for at, one in enumerate(slides.tasks) if one.way))),
        "typing": Exercising(doings.begin(typed["go-ten-bia"])),
        "typing-code": Exercising(doings.begin(typed["otp-go-vao-o"])),
        "practice-over": Practising(replace(practised, at=len(practised.tasks))),
        "changed": GuideChanged("dvc-dang-nhap", "tai-khoan"),
        "stuck": StuckList(GUIDE, walks[action]),
        "advice": Advice(GUIDE, walks[stuck.id], advised),
        "qr": ShowQr(GUIDE, code.id),
        "person": Person(),
        "person-late": Person(nobody_came=True),
        "hotline": Hotline("19000368"),
        "comfort": Comfort(),
        "comfort-voice": Comfort(group="voice"),
        "comfort-touch": Comfort(group="touch"),
        "comfort-about": Comfort(group="about"),
        "comfort-language": Comfort(group="language"),
        "my-card": MyCard(),
        "show-card": ShowCard(),
        "unread": Unread("damaged"),
        "idle": IdleNotice(),
        "sorry": Sorry(),
        "end": Stepping(shown.id, walks_to_every_step(shown.id)["xong"]),
        "goodbye": Goodbye(finished=True),
        "thanks": Goodbye(finished=True, face="good"),
        "card": MyCard(),
        "card-show": ShowCard(),
        "card-unread": Unread("other-ward"),
        **{name: stage for name, stage in STAFF_STAGES_SHOWN if name in STAFF_TEMPLATES},
    }
    return MappingProxyType(found)
