"""The resident's own card: its code, what is in it, holding it up to a camera, and what was not taken."""

from __future__ import annotations

from dataclasses import dataclass

from ui.screens.aside import MessageProps
from ui.screens.choosing import QrProps
from ui.screens.helpers import HELP_ONLY, WITH_BACK, bar
from ui.screens.page import Control, Line
from ui.screens.picture.derive import derive_scene
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.card import WORDS, card_of
from ui.visit.stages import Unread
from ui.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: the code, and beneath it the lines, the first one as a title."""

    payload: str
    lines: tuple[str, ...]


def derive_my_card(visit: Visit, around: Surroundings) -> QrProps:
    """Follows every setting that is changed while it is shown."""
    tr = around.tr(visit.preferences.language)
    holds = tr("card.holds")
    card = card_of(visit, around.guides.flows, around.progress.alone, around.clock.week)
    printing = Control(Do.PRINT_CARD, tr("card.print"), "printer")
    return QrProps(
        place="card",
        language=tr.language,
        heading=tr("card.heading"),
        sentence=tr("card.take_or_print" if around.cards.prints else "card.take"),
        icon="qr",
        primary=printing if around.cards.prints else Control(Do.DONE, tr("qr.done"), "check"),
        bar=bar(tr, WITH_BACK),
        payload=around.cards.seal(card) if around.cards.seal else "",
        address=holds,
        fine=True,
        spoken_extra=(Line("address", holds),),
    )


def sheet_of(visit: Visit, around: Surroundings) -> Sheet:
    """The same, on paper."""
    page, tr = derive_my_card(visit, around), around.tr(visit.preferences.language)
    return Sheet(page.payload, (page.heading, tr("card.on_paper"), page.address))


def test_sheet(around: Surroundings) -> Sheet:
    """A page without a card: the opening check looks whether paper, ink and every mark come out clear."""
    tr = around.tr("vi")
    return Sheet("TEST", (tr("opening.test_page"), ALPHABET, around.sign.ward))


ALPHABET = "Ắ ằ ẵ ế ề ễ ố ộ ở ữ ự ỳ đ 0123456789"


def derive_show_card(visit: Visit, around: Surroundings) -> MessageProps:
    """The camera is looking; it stops as soon as this screen goes."""
    tr = around.tr(visit.preferences.language)
    return MessageProps(
        place="card.show",
        language=tr.language,
        heading=tr("card.show"),
        sentence=tr("card.show_how"),
        primary=Control(Do.DONE, tr("card.stop"), "close"),
        bar=bar(tr, WITH_BACK),
        picture=derive_scene("shows-code", tr.language),
    )


UNREAD = {
    "foreign": "card-not-ours", "damaged": "card-again", "useless": "card-anew",
    "other_ward": "card-elsewhere", "not_here": "card-not-yet",
}  # fmt: skip
"""What is drawn where it was not taken: who does not read tells “once more” from “not this one” by it."""


def derive_unread(visit: Visit, stage: Unread, around: Surroundings) -> MessageProps:
    """Kind, and without a word of what was held up: nobody knows it any more."""
    tr = around.tr(visit.preferences.language)
    return MessageProps(
        place=f"card.unread.{stage.why}",
        language=tr.language,
        heading=tr(f"card.{WORDS[stage.why]}"),
        sentence=tr(f"card.{WORDS[stage.why]}_then"),
        primary=Control(Do.DONE, tr("card.go_on"), "next"),
        bar=bar(tr, HELP_ONLY),
        picture=derive_scene(UNREAD[WORDS[stage.why]], tr.language),
    )
