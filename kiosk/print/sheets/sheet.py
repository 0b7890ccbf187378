"""A guide as a sheet in large letters, and what it needs on a slip, ready for Typst.

And “Tôi đã luyện những việc này”: what somebody has practised, by item of the framework. No certificate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from accessibility.qr_code import QUIET_MODULES, modules_of
from flows.guide.flow import Flow
from flows.guide.skills import skill_of, skills
from flows.guide.steps import End, Step
from flows.guide.unparted import unparted
from flows.guide.ward import NO_WARD, Ward
from flows.guide.words import Language, Words
from flows.guide.written_out import Part, WrittenOut, written_out
from kiosk.base.typesetting.paper import Paper
from kiosk.print.sheets.phones import NOBODY, ON_SLIP, Ours, listed, listed_note, offices_of, official, ours
from kiosk.print.sheets.steps import StepWriter, steps_in_order, unsure
from kiosk.print.sheets.words import Say, sayer
from ui.screens.guide import SAFETY_ORDER
from ui.screens.offices import few, short
from ui.screens.page import Translator
from ui.words import UiWords

Size: TypeAlias = Literal["A4", "A5"]
Pictures: TypeAlias = Callable[[Step, Flow], tuple[str, bytes] | None]
"""A file's name and content for the picture of a step, as `kiosk.print.sheets.step_pictures` draws it."""
CODE_FILE = "code.svg"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who hands it out. `phones` and `address_of` may be empty: nothing is made up in their place. `words`
    are those of the screens.
    """

    ward: str
    phones: Ours = NOBODY
    address_of: Callable[[str], str] = lambda _: ""
    titles: Mapping[str, Words] = field(default_factory=dict)
    words: UiWords = field(default_factory=UiWords)
    offices: Ward = NO_WARD

    def short(self, language: Language) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
        """What of offices stands beside a step."""
        tr = Translator(self.words, language)
        return lambda ids: tuple(short(tr, one) for one in few(self.offices.sent_to(ids)))


def sheet(
    flow: Flow, sender: Sender, today: date, pictures: Pictures, size: Size = "A4", language: Language = "vi"
) -> Paper:
    """*flow* as it holds on *today* (`flows.reading.dated`)."""
    say, order = sayer(language), written_out(flow)
    writer = StepWriter(flow, order, sender.titles, language, say, today, sender.short(language))
    drawn = {step.id: one for step in steps_in_order(order) if (one := pictures(step, flow))}
    used = dict(drawn.values())
    address = sender.address_of(flow.id)
    if address:
        used[CODE_FILE] = code_svg(address)
    words = {
        **_head(flow, sender, today, language, say),
        "size": size,
        "first": [
            writer.at_first(step, drawn[step.id][0] if step.id in drawn else "")
            for step in (flow.steps[named] for named in flow.first_page)
        ],
        "comfort": _comfort(flow, order, language) if flow.first_page else "",
        "parts": [
            {"head": _opening(part, order, language, say), "steps": [
                writer.written(step, drawn[step.id][0] if step.id in drawn else "") for step in part.steps
            ]}
            for part in order.parts
        ],
        "code": CODE_FILE if address else "",
        "address": address,
    }  # fmt: skip
    return Paper(_template("sheet.typ"), words, today, used)


def slip(flow: Flow, sender: Sender, today: date, language: Language = "vi") -> Paper | None:
    """A6: what *flow* needs, to be ticked off before one leaves home. None where it needs nothing."""
    if not flow.needs:
        return None
    say, tr = sayer(language), Translator(sender.words, language)
    words = {
        **_head(flow, sender, today, language, say),
        "slip": say("slip.title"),
        "must": say("slip.must"),
        "ready": unparted(flow.have_ready.in_(language)) if flow.have_ready else "",
        "phones": [
            one._asdict()
            for one in (
                *offices_of(flow, sender.offices, tr)[:ON_SLIP],
                *official(flow, say)[:ON_SLIP],
                *ours(sender.phones, say)[:1],
            )
        ],
    }
    return Paper(_template("slip.typ"), words, today)


def code_svg(payload: str) -> bytes:
    """The code with its quiet zone, black on white."""
    modules = modules_of(payload)
    side = len(modules) + 2 * QUIET_MODULES
    dark = "".join(
        f"M{column + QUIET_MODULES} {row + QUIET_MODULES}h1v1h-1z"
        for row, line in enumerate(modules)
        for column, is_dark in enumerate(line)
        if is_dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{dark}" fill="#000"/></svg>'
    ).encode()


def _head(flow: Flow, sender: Sender, today: date, language: Language, say: Say) -> dict[str, Any]:
    least, most = flow.minutes
    uncertain = any(map(unsure, flow.steps.values())) or any(
        warning.confidence == "U" for warning in flow.warnings
    )
    keys = ("take_home", "needs", "cautions", "numbers", "lines", "lines_other", "code", "page")
    marks = {mark for step in flow.steps.values() for mark in step.safety}
    lines = (sender.words.say(f"safety.{mark}", language) for mark in SAFETY_ORDER if mark in marks)
    return {
        "language": language,
        "ward": sender.ward,
        "title": flow.title.in_(language),
        "summary": unparted(flow.summary.in_(language)),
        "minutes": say("sheet.minutes" if least < most else "sheet.same_minutes", least=least, most=most),
        "needs": [
            {"text": unparted(need.text.in_(language)), "must": need.id in flow.must_have}
            for need in flow.needs
        ],
        "cautions": [
            {"text": unparted(warning.text.in_(language)), "unsure": warning.confidence == "U"}
            for warning in flow.warnings
        ]
        + [{"text": line, "unsure": False} for line in lines],
        "phones": [
            one._asdict()
            for one in (
                *official(flow, say),
                *offices_of(flow, sender.offices, Translator(sender.words, language)),
                *ours(sender.phones, say),
            )
        ],
        "lines": [one._asdict() for one in listed(flow)],
        "lines_note": listed_note(flow, say),
        "checked": f"{say('sheet.checked', day=_day(flow.checked_on))} {_review(flow, today, say)}".strip(),
        "unsure": say("sheet.unsure" if flow.sources else "sheet.no_sources") if uncertain else "",
        "unsourced": not flow.sources,
        "says": {key: say(f"sheet.{key}") for key in keys},
    }


def _comfort(flow: Flow, order: WrittenOut, language: Language) -> str:
    """The last words of the way that comes to its end through all of the first page."""
    ends = [step for part in order.parts for step in part.steps if isinstance(step, End)]
    last = [step for step in ends if order.numbers[step.id] > order.numbers[flow.first_page[-1]]]
    return unparted(last[0].say.in_(language)) if last else ""


def _review(flow: Flow, today: date, say: Say) -> str:
    if flow.valid_until is None:
        return ""
    key = "sheet.overdue" if flow.valid_until < today else "sheet.review"
    return say(key, day=_day(flow.valid_until))


def _opening(part: Part, order: WrittenOut, language: Language, say: Say) -> str:
    if part.opened is None:
        return ""
    step, edge = part.opened
    if edge.label is None:
        return say("sheet.part_of", number=order.numbers[step.id])
    return say("sheet.part", number=order.numbers[step.id], label=edge.label.in_(language))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _template(name: str) -> bytes:
    return (files("kiosk.print.sheets") / name).read_bytes()


SLIP_SUFFIX = "-giay-to.pdf"


def files_of(
    flows: Iterable[Flow],
    sender: Sender,
    today: date,
    pictures: Pictures,
    size: Size = "A4",
    language: Language = "vi",
    on_made: Callable[[int, str], None] = lambda *_: None,
) -> dict[str, bytes]:
    """``<guide>.pdf`` of each, and ``<guide>-giay-to.pdf`` of each that needs something."""
    files = dict[str, bytes]()
    for number, flow in enumerate(flows, start=1):
        spoken: Language = language if language in flow.languages else "vi"
        files[f"{flow.id}.pdf"] = sheet(flow, sender, today, pictures, size, spoken).pdf()
        small = slip(flow, sender, today, spoken)
        if small is not None:
            files[flow.id + SLIP_SUFFIX] = small.pdf()
        on_made(number, flow.id)
    return files


def learnt_sheet(
    guides: tuple[str, ...], offered: Mapping[str, Flow], ward: str, today: date, language: Language = "vi"
) -> Paper:
    """A5. Of *guides* those that are still offered; it bears no name."""
    say = sayer(language)
    practised_flows = [offered[guide] for guide in guides if guide in offered]
    parts = [
        {
            "head": f"{skill.number} {skill.name.in_(language)}",
            "unsure": skill.confidence == "U",
            "guides": [flow.title.in_(language) for flow in practised_flows if flow.id in skill.guides],
        }
        for skill in skills().values()
    ]
    others = [flow.title.in_(language) for flow in practised_flows if skill_of(flow.id) is None]
    parts.append({"head": say("learnt.others"), "unsure": False, "guides": others})
    words = {
        "language": language,
        "title": say("learnt.title"),
        "parts": [part for part in parts if part["guides"]],
        "foot": [say("learnt.no_certificate"), say("learnt.framework")],
        "printed": f"{ward} · {say('learnt.printed', day=f'{today:%d/%m/%Y}')}",
    }
    return Paper((files("kiosk.print.sheets") / "learnt.typ").read_bytes(), words, today)
