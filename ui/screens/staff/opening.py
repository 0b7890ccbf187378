"""The opening check: one thing to try a screen, then what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kiosk.base.events import CHECK_PARTS, CheckAnswer, CheckPart
from ui.screens.attract import WEEKDAYS
from ui.screens.choosing import OverviewProps
from ui.screens.helpers import WITHOUT_CALL, Helper, bar
from ui.screens.page import Control, Line, Page, Translator, numbered
from ui.screens.surroundings import Surroundings
from ui.screens.trying import CircleProps
from ui.visit.actions.common import Do
from ui.visit.actions.staff import NumberHeard, StaffDo
from ui.visit.staff.opening import CIRCLES, IN_A_ROW, MAY_BE_ABSENT, MUST_WORK, NUMBERS, may_overrule
from ui.visit.staff.point import SelfCheck
from ui.visit.staff.stages import OpeningCheck, OpeningResult
from ui.visit.visit import Visit

HELPERS: tuple[Helper, ...] = WITHOUT_CALL
ICONS: Mapping[CheckPart, str] = {
    "touch": "touch", "sound": "voice-on", "headphones": "headphones", "keypad": "keypad",
    "printer": "printer", "reader": "qr", "clock": "clock",
}  # fmt: skip
DRAWINGS: Mapping[CheckPart, str] = {
    "keypad": "steps/keys", "printer": "answers/sheet-printed", "reader": "steps/shows-code",
    "clock": "steps/day-and-clock",
}  # fmt: skip
PLACES: tuple[tuple[float, float], ...] = (
    (0.5, 0.5), (0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0),
    (0.5, 0.0), (0.5, 1.0), (0.0, 0.5), (1.0, 0.5),
)  # fmt: skip
"""Nine places of a grid, as shares of the room; never where the one before was."""


def derive_opening(visit: Visit, stage: OpeningCheck, around: Surroundings) -> Page:
    """What is tried now, and how one says that it does not work."""
    tr = around.tr(visit.preferences.language)
    if stage.asks == "touch":
        return _circle(stage, tr)
    asked = _asked_of_clock(tr, around) if stage.asks == "clock" else _asked(stage.asks, tr)
    page = Page(
        template="choice",
        place=asked.place,
        language=tr.language,
        heading=asked.heading,
        sentence=asked.how,
        icon=ICONS[stage.asks],
        drawing=DRAWINGS.get(stage.asks, ""),
        choices=(*asked.answers, *_absent(stage.asks, tr)),
        primary=Control(StaffDo.FAILS, fails := tr(f"opening.{stage.asks}_fails"), "cross", kind="plain"),
        spoken_last=(Line("primary", fails),),  # an answer like the others
        bar=bar(tr, HELPERS),
    )
    return _beside_the_numbers(page, stage, tr) if stage.asks in NUMBERS else page


def _beside_the_numbers(page: Page, stage: OpeningCheck, tr: Translator) -> Page:
    """All that can be answered is seen at once, in the largest letters too: how it is done stands small, and
    what says the number among the helpers.
    """
    say = Control(StaffDo.SAY_NUMBER, tr("opening.say_number"), "voice-on")
    further = tr("opening.further_number", number=stage.heard + 1, of=IN_A_ROW)
    how = further if stage.heard else page.sentence
    return replace(
        page,
        template="home",
        sentence="",
        caption=how,
        spoken_first=(Line("caption", how),),
        choices=tuple(one._replace(icon="") for one in page.choices),  # numbers have none
        spoken_last=(Line(f"bar.{say.action}", say.label),),
        bar=(say, *page.bar),
    )


def _circle(stage: OpeningCheck, tr: Translator) -> CircleProps:
    number = stage.touched + 1
    across, down = PLACES[stage.touched]
    return CircleProps(
        place=f"circle.opening.{number}",
        language=tr.language,
        heading=tr("opening.touch"),
        sentence=tr("opening.touch_of", number=number, of=CIRCLES),
        icon="touch",
        choices=(Control(Do.TOUCH_CIRCLE, tr("opening.circle", number=number, of=CIRCLES), "touch"),),
        primary=Control(StaffDo.FAILS, fails := tr("opening.touch_fails"), "cross", kind="plain"),
        spoken_last=(Line("primary", fails),),
        bar=bar(tr, HELPERS),
        across=across,
        down=down,
    )


class _Asked(NamedTuple):
    place: str
    heading: str
    how: str
    answers: tuple[Control, ...]


def _asked(part: CheckPart, tr: Translator) -> _Asked:
    how = tr(f"opening.{part}_how")
    return _Asked(f"opening.{part}", tr(f"opening.{part}"), how, _answers(part, tr))


def _asked_of_clock(tr: Translator, around: Surroundings) -> _Asked:
    """Only what stands here can be called right: also a time the kiosk doubts, and never none at all."""
    shown = _read_out(around.clock.time or around.clock.doubted_time, tr, around)
    if not shown:
        how = tr("opening.clock_unread_how")
        return _Asked("opening.clock.unread", tr("opening.clock_unread"), how, ())
    heading = tr("opening.clock", when=shown)
    answers = (Control(StaffDo.WORKS, tr("opening.clock_works"), "check"),)
    if around.clock.time:
        return _Asked("opening.clock", heading, tr("opening.clock_how"), answers)
    return _Asked("opening.clock.doubted", heading, tr("opening.clock_doubted_how"), answers)


def _answers(part: CheckPart, tr: Translator) -> tuple[Control, ...]:
    match part:
        case "sound" | "headphones":
            return tuple(Control(NumberHeard(one), tr(f"opening.number_{one}")) for one in NUMBERS[part])
        case "printer":
            return (
                Control(StaffDo.PRINT_TEST, tr("opening.print_test"), "printer"),
                Control(StaffDo.WORKS, tr("opening.printer_works"), "check"),
            )
        case _:
            return ()


def _absent(part: CheckPart, tr: Translator) -> tuple[Control, ...]:
    if part not in MAY_BE_ABSENT:
        return ()
    return (Control(StaffDo.ABSENT, tr(f"opening.{part}_absent"), "next"),)


def when(tr: Translator, around: Surroundings) -> str:
    """``07:42, thứ Tư ngày 25/11/2026``, as the kiosk believes."""
    return _read_out(around.clock.time, tr, around) or tr("opening.no_time")


def _read_out(time: str, tr: Translator, around: Surroundings) -> str:
    today = around.point.today
    if today is None or not time:
        return ""
    weekday = tr(f"weekday.{WEEKDAYS[today.weekday()]}")
    return tr("point.when", time=time, weekday=weekday, date=_date(today))


def derive_result(visit: Visit, stage: OpeningResult, around: Surroundings) -> OverviewProps:
    """What works, what does not and what to do about it, and whether the point is open."""
    tr, self_check = around.tr(visit.preferences.language), around.point.self_check
    answers = dict(stage.answers)
    works = tuple(
        Control(None, _seen_words(part, tr, self_check), "check")
        for part in CHECK_PARTS
        if answers[part] == "works"
    )
    fails = tuple(
        Control(None, _mend(part, tr, self_check), "warning")
        for part in CHECK_PARTS
        if answers[part] == "fails"
    )
    absent = _listed(tr, {part: answer for part, answer in answers.items() if answer == "absent"})
    sentence = _then(visit, stage, answers, tr)
    works_title = tr("opening.works" if works else "opening.nothing_works")
    fails_title = tr("opening.fails") if fails else ""
    missing = tr("opening.absent", what=absent) if absent else ""
    further, refused = tuple(_further(visit, stage, tr)), stage.verdict == "refused"
    return OverviewProps(
        place=f"opening.result.{stage.verdict}",
        language=tr.language,
        heading=tr(f"opening.{stage.verdict}"),
        sentence=sentence,
        icon="cross" if stage.verdict == "refused" else "check",
        primary=Control(Do.DONE, tr("opening.done"), "check"),
        choices=further[:-1] if refused else further,
        bar=(*(further[-1:] if refused else ()), *bar(tr, HELPERS)),  # on every page of what to mend
        minutes=duty_line(tr, around),
        needs_title=works_title,
        needs=numbered(works, tr),
        cautions_title=fails_title,
        cautions=numbered(fails, tr),
        checked=missing,
        spoken_extra=(
            Line("minutes", duty_line(tr, around)),
            Line("needs-title", works_title),
            *(Line(f"need.{number}", one.label) for number, one in enumerate(works)),
            Line("cautions-title", fails_title),
            *(Line(f"caution.{number}", one.label) for number, one in enumerate(fails)),
        ),
        spoken_last=(Line("checked", missing),),
    )


def _then(
    visit: Visit, stage: OpeningResult, answers: Mapping[CheckPart, CheckAnswer], tr: Translator
) -> str:
    lacking = {part: answers[part] for part in MUST_WORK if answers[part] != "works"}
    what = _listed(tr, lacking)
    key = "refused_officer" if may_overrule(visit, stage) else f"{stage.verdict}_then"
    return tr(f"opening.{key}", what=what)


def _further(visit: Visit, stage: OpeningResult, tr: Translator) -> Iterator[Control]:
    yield Control(StaffDo.CHECK_ONCE_MORE, tr("opening.once_more"), "hear-again")
    if may_overrule(visit, stage):
        yield Control(StaffDo.OPEN_ANYWAY, tr("opening.open_anyway"), "next")


def duty_line(tr: Translator, around: Surroundings) -> str:
    """Who is on duty, by their shown names."""
    names = ", ".join(one.shown.replace(" ", "\u00a0") for one in around.point.on_duty)
    return tr("point.on_duty", names=names) if names else tr("point.nobody_on_duty")


def _listed(tr: Translator, parts: Iterable[CheckPart]) -> str:
    names = (_name(part, tr) for part in parts)
    return ", ".join(name[0].lower() + name[1:] for name in names)


def _name(part: CheckPart, tr: Translator) -> str:
    return tr(f"opening.part_{part}")


def _seen_words(part: CheckPart, tr: Translator, self_check: SelfCheck | None) -> str:
    """What works, with the number that staff should read."""
    if self_check is None:
        return _name(part, tr)
    match part:
        case "disk":
            return tr("opening.disk_free", gb=_gigabytes(self_check.free_mb))
        case "guides" if self_check.newest is not None:
            return tr("opening.guides_checked", count=self_check.guides, date=_date(self_check.newest))
        case _:
            return _name(part, tr)


def _mend(part: CheckPart, tr: Translator, self_check: SelfCheck | None) -> str:
    if part != "guides":
        return tr(f"opening.mend_{part}")
    if self_check is None:
        return _name(part, tr)
    return tr(
        "opening.mend_guides" if self_check.guides else "opening.mend_guides_none", count=self_check.overdue
    )


def _gigabytes(free_mb: int) -> str:
    return f"{free_mb / 1000:.1f}".replace(".", ",")


def _date(day: date) -> str:
    return f"{day:%d/%m/%Y}"
