"""The offices of the ward that a step sends somebody to: the one control that leads to them, and their page;
and the numbers that anybody may call.

What nobody has written is not there; of whom nothing is known there is no control.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from flows.guide.ward import Office, Ward
from flows.shelf.phones import costs
from ui.screens.aside import grouped
from ui.screens.attract import OpenDays
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.open_week import open_week
from ui.screens.page import Control, Page, Translator
from ui.visit.actions.chosen import ShowScreen
from ui.visit.actions.typing import CallNumber
from ui.visit.stages import WardOffices

if TYPE_CHECKING:
    from ui.screens.choosing import OverviewProps
    from ui.screens.surroundings import Surroundings
    from ui.visit.visit import Visit

MOST_LEADERS = 3
ICONS = {
    "one-stop": "city",
    "police": "police",
    "health-station": "heart",
    "social-insurance": "shield-check",
    "group-leader": "person",
}
_PICTURES = {
    "one-stop": "answers/ward-desk",
    "police": "answers/police-desk",
    "health-station": "answers/illness",
}


def name_of(tr: Translator, office: Office) -> str:
    return tr(f"office.{office.id}", group=office.group)


def facts_of(tr: Translator, office: Office) -> Iterator[tuple[str, str]]:
    """All that is known of it, each with its sign: where, the number, when, and how one gets in."""
    if office.address:
        yield "home", tr("office.where", address=office.address)
    if office.phone:
        yield "call", tr("office.call", number=grouped(office.phone))
    yield from (("clock", line) for line in open_week(tr, tuple(OpenDays(*one) for one in office.hours)))
    if office.step_free:
        yield "info", tr(f"office.step_free_{office.step_free}")
    if office.home_visit == "yes":
        yield "person", tr("office.home_visit")


def whole(tr: Translator, office: Office, *, number: bool = True) -> str:
    """The same in one text, its name before it: for lists, and for paper with the *number* beside."""
    facts = (fact for icon, fact in facts_of(tr, office) if number or icon != "call")
    return " ".join(f"{one.rstrip('.')}." for one in (name_of(tr, office), *facts))


def few(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Without the leaders, where there are so many that paper would be a list of them."""
    there = tuple(offices)
    leaders = sum(one.id == "group-leader" for one in there)
    return tuple(one for one in there if leaders <= MOST_LEADERS or one.id != "group-leader")


def short(tr: Translator, office: Office) -> str:
    """Its number, else where it is."""
    what = grouped(office.phone) if office.phone else office.address
    return tr("office.of_one", office=name_of(tr, office), what=what)


def to_offices(tr: Translator, ids: Iterable[str], ward: Ward) -> tuple[Control, ...]:
    """The control of a step that sends to the offices *ids*; none where nothing is known of them. Of one
    alone its number, else where it is, can be read without a press.
    """
    asked = tuple(ids)
    there = ward.sent_to(asked)
    if not there:
        return ()
    first, *others = there
    named = ", ".join(dict.fromkeys(_kind(tr, one) for one in there))
    label = tr("office.several", offices=named) if others else short(tr, first)
    control = Control(
        ShowScreen(WardOffices(asked)),
        label,
        "call" if first.phone and not others else "city",
        picture=_PICTURES.get(first.id, "answers/ask"),
    )
    return (control,)


def to_numbers(tr: Translator, ward: Ward) -> tuple[Control, ...]:
    """Beside the numbers to call: the offices that have one."""
    ids = tuple(one.id for one in ward.places if one.phone)
    return tuple(one._replace(picture="") for one in to_offices(tr, ids, ward))


def _kind(tr: Translator, office: Office) -> str:
    return tr("office.leaders") if office.id == "group-leader" else name_of(tr, office)


def derive_offices(visit: Visit, stage: WardOffices, around: Surroundings) -> OverviewProps:
    """What is known of these offices, and of all of them where none is meant."""
    tr, ward = around.tr(visit.preferences.language), around.setup.ward
    there = ward.sent_to(stage.ids) if stage.ids else ward.places
    facts = [
        one
        for office in there
        for one in (
            Control(None, name_of(tr, office), ICONS[office.id]),
            *(Control(None, fact, icon) for icon, fact in facts_of(tr, office)),
        )
    ]
    return fact_list(
        tr,
        "ward-offices",
        heading=tr("office.heading"),
        icon="city",
        facts=tuple(facts) or (Control(None, tr("office.unknown"), "person"),),
        done=tr("privacy.done"),
        helpers=WITH_BACK,
    )


NUMBERS = ("0241022", "19001009", "19000368")
"""Each is in flows/guide/rules.toml, with its source; whose it is stands in the words of the screens."""


def derive_numbers(visit: Visit, around: Surroundings) -> Page:
    """Each with its digits in large letters, and leads to them as large as the panel allows."""
    tr = around.tr(visit.preferences.language)
    return Page(
        template="choice",
        place="numbers-to-call",
        language=tr.language,
        heading=tr("ask.numbers_heading"),
        sentence=tr("ask.numbers_say"),
        choices=tuple(
            Control(
                CallNumber(number),
                tr(f"ask.number_{number}") + (f" – {tr('hotline.costs')}" if costs(number) else ""),
                number=grouped(number),
            )
            for number in NUMBERS
        )
        + to_numbers(tr, around.setup.ward),
        bar=bar(tr, WITH_BACK),
        together=True,
    )
