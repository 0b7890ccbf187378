"""The page an officer looks at: which kiosk sent what until when, what is missing, what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.base.hours.opening import HANOI
from kiosk.base.templates import filled
from kiosk.papers.tickets.wording import TicketWording, most_urgent_first
from kiosk.ward.alarms import CLAIMED, MORE, room_of
from kiosk.ward.authority import Authority
from kiosk.ward.conditions import CHECKS, LITTLE_MB, MANY_RESTARTS, Condition, conditions_of
from kiosk.ward.kiosk_names import kiosk_name
from kiosk.ward.ledger import Ledger
from kiosk.ward.quarantine import Quarantined, quarantined
from kiosk.ward.receive import keyring
from kiosk.ward.refusals import SENTENCES
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import sayer
from kiosk.ward.status import Alarm, KioskStatus, by_place, open_alarms, statuses
from kiosk.ward.tickets import Question, questions, read_list

ASKED_WITHIN_S = 120 * 86_400


@dataclass(frozen=True, slots=True)
class WardStatus:
    ward: str
    kiosks: tuple[KioskStatus, ...]
    alarms: tuple[Alarm, ...]
    tickets: tuple[Question, ...] = ()  # those that wait for an answer
    aside: tuple[Quarantined, ...] = ()
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    newest: int = 0  # the number of the content pack made last; 0: none was made


def read_status(ward: Authority, ledger: Ledger, now_s: float) -> WardStatus:
    """Raises `LedgerTrouble`, `AnswersUnusable`, `WardUnready`, `KeyUnusable`, `OSError`."""
    answered = read_list(ward.folder).answers
    with ledger.read() as connection:
        kiosks = by_place(statuses(connection, ward.kiosks, ward.withdrawn), ward.places)
        asked = questions(connection, int(now_s) - ASKED_WITHIN_S)
        waiting = tuple(one for one in asked if one.number not in answered)
        held = quarantined(connection, ward.folder, keyring(ward.folder))
        said = conditions_of(connection)
        return WardStatus(ward.name, kiosks, open_alarms(connection), waiting, held, said, ward.packs)


def status_page(seen: WardStatus, now_s: float, wording: TicketWording) -> str:
    """A whole page of HTML that needs nothing from elsewhere; Vietnamese, with the English beneath."""
    aside: Counter[str] = Counter()
    for held in seen.aside:
        aside[held.kiosk] += held.events
    places = {status.kiosk: status.place for status in seen.kiosks}
    return filled(
        "status.html",
        ward=seen.ward,
        now_s=now_s,
        kiosks=[(status, _state(status, now_s, aside[status.kiosk])) for status in seen.kiosks],
        newest=seen.newest,
        fleet=[(status, seen.conditions.get(status.kiosk)) for status in seen.kiosks if not status.withdrawn],
        checks=lambda names: [CHECKS.get(name, (name, name)) for name in names],
        little_mb=LITTLE_MB,
        many_restarts=MANY_RESTARTS,
        place_name=lambda place: place_name(place, sayer("vi")),
        alarms=[(alarm, who_of(alarm, places), *SENTENCES[alarm.what]) for alarm in seen.alarms],
        more=MORE,
        folder=lambda one: room_of(one.what, one.kiosk).as_posix(),
        tickets=[
            (one, kiosk_name(one.kiosk, places.get(one.kiosk, ""))) for one in most_urgent_first(seen.tickets)
        ],
        wording=wording,
        moment=lambda wall_s: f"{datetime.fromtimestamp(wall_s, HANOI):%H:%M %d/%m/%Y}",
        day=lambda wall_s: f"{datetime.fromtimestamp(wall_s, HANOI):%d/%m/%Y}",
    )


def _state(one: KioskStatus, now_s: float, aside: int) -> tuple[str, str, str]:
    """How a row is marked, and what it says in Vietnamese and English."""
    if aside:
        return "ill", f"Để riêng, không tính: {aside} dòng", "kept aside, not counted"
    if one.withdrawn:
        return "gone", "Đã thu hồi", "withdrawn"
    if one.is_silent(now_s):
        return ("ill", "Im lặng", "silent") if one.received_s else ("ill", "Chưa gửi gì", "nothing sent yet")
    if months := one.late_months(now_s):
        return "ill", f"Chưa có số theo tháng {', '.join(months)}", "no figures by month"
    if one.gaps:
        return "ill", "Thiếu số liệu", "gaps"
    until = f"{datetime.fromtimestamp(one.until_s, HANOI):%d/%m}" if one.until_s is not None else "nay"
    return "well", f"Không thiếu đến {until}", "nothing missing until then"


def who_of(one: Alarm, places: Mapping[str, str]) -> str:
    """What a stranger says of itself is not called by the place of the kiosk that it claims to be."""
    if not one.kiosk:
        return "Không rõ ki-ốt nào / of no known kiosk"
    return one.kiosk if one.what in CLAIMED else kiosk_name(one.kiosk, places.get(one.kiosk, ""))
