"""How the guides of this program, their steps and their topics are called, for reports; and its tickets."""

from __future__ import annotations

from functools import cache
from typing import get_args

from flows.guide.flow import TOPICS
from flows.guide.words import Words
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, read_packs
from kiosk.base.events import Problem, TicketAnswer, Urgency
from kiosk.base.words.texts import CHOICES, Texts
from kiosk.base.words.ticket_number import shown_number
from kiosk.papers.tickets.wording import TicketWording
from kiosk.ward.report.names import Names


@cache
def names() -> Names:
    """Also of guides that are no longer offered: what was counted keeps its name."""
    packs = (*read_packs(RESIDENT_GUIDES), *read_packs(TRAINING_GUIDES))
    flows = [pack.flow for pack in packs if pack.flow is not None]
    words = Texts(CHOICES)
    topics = {
        topic: Words(*(words.say(f"topic.{topic}", language) for language in ("vi", "en", "fr")))
        for topic in TOPICS
    }
    return Names(
        {flow.id: flow.title for flow in flows},
        {(flow.id, step.id): step.say for flow in flows for step in flow.steps.values()},
        topics,
    )


@cache
def ticket_wording() -> TicketWording:
    """In Vietnamese, as the kiosk offered it to whoever asked, and as it shows the answer."""
    words, of_guides = Texts(CHOICES), names()

    def offered(table: str, ids: tuple[str, ...]) -> dict[str, str]:
        return {id_: words.say(f"{table}.{id_}", "vi") for id_ in ids}

    return TicketWording(
        shown_number,
        offered("problem", get_args(Problem)),
        offered("urgency", get_args(Urgency)),
        offered("answer", get_args(TicketAnswer)),
        {flow: title.vi for flow, title in of_guides.guides.items()},
        {at: said.vi for at, said in of_guides.steps.items()},
    )
