"""The guides of a topic, a guide's overview, and its QR codes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from flows.guide.flow import Caution, Flow, QrTarget
from flows.guide.words import Language, Words
from ui.screens.aside import MessageProps
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Line, Page, Template, Translator, numbered
from ui.screens.picture.derive import derive_named
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import OpenExercises, OpenGuide, ShowCode
from ui.visit.actions.common import Do
from ui.visit.exercising import offered_beside
from ui.visit.practising import may_practise
from ui.visit.rehearsing import may_rehearse
from ui.visit.stages import HaveReady, Overview, ShowQr
from ui.visit.visit import Visit

MOST_BESIDE_PRINTING = 3  # a screen of a resident holds seven controls
TOPIC_ICONS = {
    "vneid": "shield-check",
    "suc-khoe": "heart",
    "an-sinh": "money",
    "dich-vu-cong": "document",
    "cong-an": "police",
    "ngan-hang": "bank",
    "dien-thoai": "phone",
    "ihanoi": "city",
    "an-toan": "warning",
    "tinh-nguyen-vien": "person",
}
TOPIC_PICTURES = {
    "vneid": "scene-vneid",
    "suc-khoe": "scene-health",
    "an-sinh": "scene-allowance",
    "dich-vu-cong": "scene-papers",
    "cong-an": "scene-police",
    "ngan-hang": "scene-bank",
    "dien-thoai": "scene-phone",
    "ihanoi": "scene-city",
    "an-toan": "scene-scam",
    "tinh-nguyen-vien": "scene-greeting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewProps(Page):
    """What a guide needs and warns of."""

    template: Template = "overview"
    minutes: str
    needs_title: str
    needs: tuple[Control, ...]
    cautions_title: str
    cautions: tuple[Control, ...]
    checked: str
    on_a_card: bool = True  # what it needs; else without a frame, which leaves more room


@dataclass(frozen=True, slots=True, kw_only=True)
class QrProps(Page):
    """A code to scan; `payload` is empty where nobody has checked it, and then nothing is drawn."""

    template: Template = "qr"
    payload: str
    address: str
    large: bool = False  # the heading is a number to be copied by hand
    fine: bool = False  # so many squares that they must not be drawn any smaller

    @property
    def body_lines(self) -> tuple[Line, ...]:
        """As on the screen: where a code leads stands right beneath it."""
        return (*self.spoken_extra, Line("sentence", self.sentence))


def language_of(flow: Flow, wanted: Language) -> Language:
    """The language in which the whole guide is shown: never half of it in another one."""
    return wanted if wanted in flow.languages else "vi"


def practice_offer(visit: Visit, flow: Flow | None, tr: Translator) -> tuple[Control, ...]:
    """Leads to the drawn phone, where *flow* has something to touch on it."""
    if not may_practise(visit, flow):
        return ()
    return (Control(Do.PRACTISE, tr("practice.offer"), "touch"),)


def rehearsal_offer(flow: Flow, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """Leads to the scams that can be rehearsed, from the guides about them."""
    if not may_rehearse(flow, around.guides.rehearsals):
        return ()
    return (Control(Do.REHEARSE, tr("rehearsal.offer"), "phone"),)


def exercise_offer(flow: Flow, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """Leads to the small exercises that belong to it."""
    return tuple(
        Control(OpenExercises(group), tr(f"exercise.offer_{group}"), "touch")
        for group in offered_beside(flow, around.guides.exercises)
    )


def sheet_offer(tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """Its sheet, to be taken home, where the ward has named a printer."""
    return (Control(Do.PRINT_GUIDE, tr("sheet.print"), "printer"),) if around.setup.prints_guides else ()


def practise_control(flow: Flow, again: str, tr: Translator) -> Control:
    """Leads to the guide to practise next; *again* is the ending of the words for one finished before."""
    label = tr(f"card.practise{again}")
    return Control(OpenGuide(flow.id), label, "next", spoken=f"{label}: {flow.title.in_(tr.language)}")


def leads_on(tr: Translator, further: Flow) -> str:
    """What the button says that leads from the end of a guide to the *further* one."""
    return tr("step.onward", title=further.title.in_(tr.language))


def derive_overview(visit: Visit, stage: Overview, around: Surroundings) -> OverviewProps:
    """What the resident will have at the end, what they need, how long it takes: for who asks."""
    flow = around.guides.flows[stage.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    needs = tuple(Control(None, need.text.in_(tr.language), "check") for need in flow.needs)
    cautions = tuple(_caution(caution, tr, staff=visit.staff is not None) for caution in flow.warnings)
    minutes = tr("overview.minutes", least=flow.minutes[0], most=flow.minutes[1])
    needs_title = tr("overview.needs" if needs else "overview.no_needs")
    cautions_title = tr("overview.take_care") if cautions else ""
    checked = tr("overview.checked", date=flow.checked_on.strftime("%d/%m/%Y"))
    return OverviewProps(
        place=f"overview.{flow.id}",
        language=tr.language,
        heading=flow.title.in_(tr.language),
        sentence=flow.summary.in_(tr.language),
        icon=TOPIC_ICONS[flow.topic],
        primary=Control(Do.DONE, tr("stuck.go_on"), "next")
        if stage.begun
        else Control(Do.START_GUIDE, tr("overview.start"), "next"),
        choices=_offers(visit, flow, tr, around),
        bar=bar(tr, WITH_BACK),
        minutes=minutes,
        needs_title=needs_title,
        needs=numbered(needs, tr),
        cautions_title=cautions_title,
        cautions=numbered(cautions, tr),
        checked=checked,
        spoken_extra=(
            Line("minutes", minutes),
            Line("needs-title", needs_title),
            *(Line(f"need.{number}", need.label) for number, need in enumerate(needs)),
            Line("cautions-title", cautions_title),
            *(Line(f"caution.{number}", caution.label) for number, caution in enumerate(cautions)),
        ),
        spoken_asked=(Line("checked", checked),),
    )


def _offers(visit: Visit, flow: Flow, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """Beside beginning: its codes, the drawn phone and the scams played on it, and its sheet where there is
    room for one more.
    """
    practice = (
        *practice_offer(visit, flow, tr),
        *rehearsal_offer(flow, tr, around),
        *exercise_offer(flow, tr, around),
    )
    others = (*_codes(tr, flow), *practice)
    return others if len(others) >= MOST_BESIDE_PRINTING else (*others, *sheet_offer(tr, around))


def _caution(caution: Caution, tr: Translator, *, staff: bool) -> Control:
    """While staff have the controls, what is not confidence A says so."""
    text = caution.text.in_(tr.language)
    marked = staff and caution.confidence != "A"
    return Control(None, f"{text} · {tr(f'staff.{caution.confidence}')}" if marked else text, "warning")


def _codes(tr: Translator, flow: Flow) -> tuple[Control, ...]:
    return tuple(
        Control(
            ShowCode(code.id),
            tr("overview.qr", label=code.label.in_(tr.language)),
            "qr",
            when_asked=True,
        )
        for code in flow.qr
        if code.printable
    )


def derive_qr(visit: Visit, stage: ShowQr, around: Surroundings) -> QrProps:
    """One official address, as a code and in words beneath."""
    flow = around.guides.flows[stage.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    code = next((code for code in flow.qr if code.id == stage.qr_id), None)
    shown = code if code and code.printable else None
    address = tr("qr.leads_to", address=address_in_words(shown)) if shown else ""
    return QrProps(
        place=f"qr.{flow.id}.{stage.qr_id}",
        language=tr.language,
        heading=code.label.in_(tr.language) if code else flow.title.in_(tr.language),
        sentence=tr("qr.scan" if shown else "qr.unchecked"),
        icon="camera" if shown else "not-understood",
        primary=Control(Do.DONE, tr("qr.done"), "check"),
        bar=bar(tr, WITH_BACK),
        payload=shown.payload if shown else "",
        address=address,
        spoken_extra=(Line("address", address),),
    )


def address_in_words(code: QrTarget) -> str:
    """What a person can read of an address: host and path, without the scheme and the query's marks."""
    parts = urlsplit(code.payload)
    if not parts.netloc:
        return code.payload
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}" + (
        f"?{parts.query}" if parts.query else ""
    )


def derive_have_ready(visit: Visit, stage: HaveReady, around: Surroundings) -> MessageProps:
    """One short sentence; all that the guide needs and warns of is one touch away."""
    flow = around.guides.flows[stage.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    said = flow.have_ready or Words("")
    return MessageProps(
        place=f"ready.{flow.id}",
        language=tr.language,
        sentence=said.in_(tr.language),
        primary=Control(Do.START_GUIDE, tr("overview.have_all"), "check"),
        choices=(Control(Do.WHAT_IS_NEEDED, tr("overview.about"), "info"),),
        bar=bar(tr, WITH_BACK),
        picture=derive_named(flow.have_ready_picture, flow, tr.language),
    )
