"""The page an officer looks at: which kiosk sent what until when, what is missing, what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

from kiosk.hours.opening import HANOI
from kiosk.tickets.wording import TicketWording, most_urgent_first
from kiosk.ward.alarms import CLAIMED, MORE, room_of
from kiosk.ward.authority import Authority
from kiosk.ward.keyring import keyring
from kiosk.ward.kiosk_names import kiosk_name
from kiosk.ward.ledger import Ledger
from kiosk.ward.quarantine import Quarantined, quarantined
from kiosk.ward.refusals import SENTENCES
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import sayer
from kiosk.ward.status import Alarm, KioskStatus, open_alarms, statuses
from kiosk.ward.tickets import Question, questions, read_list

ASKED_WITHIN_S = 120 * 86_400


@dataclass(frozen=True, slots=True)
class Seen:
    ward: str
    kiosks: tuple[KioskStatus, ...]
    alarms: tuple[Alarm, ...]
    tickets: tuple[Question, ...] = ()  # those that wait for an answer
    aside: tuple[Quarantined, ...] = ()


def look_at(ward: Authority, ledger: Ledger, now_s: float) -> Seen:
    """Raises `LedgerTrouble`, `AnswersUnusable`, `WardUnready`, `KeyUnusable`, `OSError`."""
    answered = read_list(ward.folder).answers
    with ledger.look() as connection:
        found = statuses(connection, ward.kiosks, ward.withdrawn)
        asked = questions(connection, int(now_s) - ASKED_WITHIN_S)
        waiting = tuple(one for one in asked if one.number not in answered)
        held = quarantined(connection, ward.folder, keyring(ward.folder))
        return Seen(ward.name, found, open_alarms(connection), waiting, held)


def status_page(seen: Seen, now_s: float, wording: TicketWording) -> str:
    """A whole page of HTML that needs nothing from elsewhere; Vietnamese, with the English beneath."""
    aside: Counter[str] = Counter()
    for held in seen.aside:
        aside[held.kiosk] += held.events
    rows = "".join(_row(one, now_s, aside[one.kiosk]) for one in seen.kiosks)
    places = {one.kiosk: one.place for one in seen.kiosks}
    alarms = "".join(_alarm(one, who_of(one, places)) for one in seen.alarms)
    tickets = "".join(
        _ticket(one, kiosk_name(one.kiosk, places.get(one.kiosk, "")), wording)
        for one in most_urgent_first(seen.tickets)
    )
    return _PAGE.format(
        ward=escape(seen.ward),
        now=_moment(now_s),
        rows=rows or _NO_KIOSK,
        alarms=alarms or _NO_ALARM,
        count=len(seen.alarms),
        tickets=tickets or _NO_ALARM,
        asked=len(seen.tickets),
    )


def _row(one: KioskStatus, now_s: float, aside: int) -> str:
    missing = "<br>".join(f"{gap.first}–{gap.last} <small>({gap.epoch[:8]})</small>" for gap in one.gaps)
    missing += "".join(f"<br>{gap.first}–{gap.last} <i>mất hẳn, lost for good</i>" for gap in one.lost)
    state, words = _state(one, now_s, aside)
    until = _day(one.until_s) if one.until_s is not None else "–"
    came = _moment(one.received_s) if one.received_s is not None else "–"
    name = f"{escape(place_name(one.place, sayer('vi')))}<small>{escape(one.kiosk)}</small>"
    return (
        f'<tr class="{state}"><th scope="row">{name}</th>'
        f"<td>{words}</td><td>{until}</td><td>{came}</td><td>{missing or '–'}</td></tr>"
    )


def _state(one: KioskStatus, now_s: float, aside: int) -> tuple[str, str]:
    if aside:
        return "ill", f"Để riêng, không tính: {aside} dòng <i>kept aside, not counted</i>"
    if one.withdrawn:
        return "gone", "Đã thu hồi <i>withdrawn</i>"
    if one.is_silent(now_s):
        return "ill", "Im lặng <i>silent</i>"
    if months := one.late_months(now_s):
        return "ill", f"Chưa có số theo tháng {', '.join(months)} <i>no figures by month</i>"
    if one.gaps:
        return "ill", "Thiếu số liệu <i>gaps</i>"
    return "well", "Đủ <i>complete</i>"


def who_of(one: Alarm, places: Mapping[str, str]) -> str:
    """What a stranger says of itself is not called by the place of the kiosk that it claims to be."""
    if not one.kiosk:
        return "?"
    return one.kiosk if one.what in CLAIMED else kiosk_name(one.kiosk, places.get(one.kiosk, ""))


def _alarm(one: Alarm, who: str) -> str:
    vi, en = SENTENCES[one.what]
    who = escape(who)
    if one.kept == MORE:
        return (
            f"<li>{one.no} · {_moment(one.raised_s)} · {who}: và {one.last} việc cũ hơn cùng loại "
            f"({escape(vi)}) <i>and {one.last} older ones of that kind</i></li>"
        )
    numbers = f" {one.first}–{one.last}" if one.first else ""
    where = f"{who}{numbers}"
    folder = room_of(one.what, one.kiosk).as_posix()
    kept = f" <small>{folder}/{escape(one.kept[:16])}…</small>" if one.kept else ""
    return f"<li>{one.no} · {_moment(one.raised_s)} · {where}: {escape(vi)} <i>{escape(en)}</i>{kept}</li>"


def _ticket(one: Question, place: str, wording: TicketWording) -> str:
    at = wording.where(one.flow, one.step)
    where = f"<small>{escape(at)}</small>" if at else ""
    asked = f"{wording.urgency(one.urgency)} · {wording.problem(one.problem)}"
    told = f"{wording.number(one.number)} · {_day(one.wall_s)} · {place}"
    return f"<li><strong>{escape(asked)}</strong><br>{escape(told)}{where}</li>"


def _moment(wall_s: float) -> str:
    return f"{datetime.fromtimestamp(wall_s, HANOI):%H:%M %d/%m/%Y}"


def _day(wall_s: float) -> str:
    return f"{datetime.fromtimestamp(wall_s, HANOI):%d/%m/%Y}"


_NO_KIOSK = '<tr><td colspan="5">Chưa cấp giấy cho ki-ốt nào. <i>No kiosk is enrolled yet.</i></td></tr>'
_NO_ALARM = '<li class="well">Không có. <i>None.</i></li>'
_PAGE = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sổ nhận số liệu · {ward}</title>
<style>
body {{ margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: #FBFAF7; color: #10243A;
  font: 1.05rem/1.5 "Noto Sans", system-ui, sans-serif; }}
h1 {{ font-size: 1.7rem; margin: 0 0 .25rem; }} h2 {{ font-size: 1.2rem; margin: 2.5rem 0 .75rem; }}
p {{ margin: 0; }} i, small {{ color: #44566A; }} i {{ font-size: .9em; }}
.scroll {{ overflow-x: auto; background: #fff; border: 1px solid #D8D3C8; border-radius: 12px; }}
table {{ border-collapse: collapse; width: 100%; min-width: 42rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .7rem .9rem; }}
tbody tr + tr > * {{ border-top: 1px solid #E8E4DA; }}
thead th {{ background: #F1EEE6; font-weight: 600; }}
thead i {{ display: block; font-weight: 400; }}
th small, li small {{ display: block; font-weight: 400; }}
tr.well td:nth-child(2)::before {{ content: "✓ "; color: #1B6B3A; }}
tr.ill td:nth-child(2) {{ color: #8F1D1D; font-weight: 600; }}
tr.ill td:nth-child(2)::before {{ content: "! "; }}
tr.gone td:nth-child(2) {{ color: #44566A; }}
ul {{ list-style: none; padding: 0; margin: 0; }}
li {{ background: #fff; border: 1px solid #D8D3C8; border-left: .4rem solid #8F1D1D; border-radius: 8px;
  padding: .6rem .9rem; margin-bottom: .5rem; }}
ul.asked li {{ border-left-color: #0A3D6B; }}
li.well, ul.asked li.well {{ border-left-color: #1B6B3A; }}
@media print {{ body {{ background: #fff; }} }}
</style>
<h1>Sổ nhận số liệu</h1>
<p>{ward} · {now} <i>What kiosks have sent</i></p>
<h2>Ki-ốt</h2>
<div class="scroll"><table>
<thead><tr><th>Nơi đặt<i>place</i></th><th>Tình trạng<i>state</i></th><th>Số liệu đến<i>figures until</i></th>
<th>Nhận lần cuối<i>last received</i></th><th>Còn thiếu<i>missing</i></th></tr></thead>
<tbody>{rows}</tbody></table></div>
<h2>Cần xem ({count}) <i>to be looked at</i></h2>
<ul>{alarms}</ul>
<h2>Phiếu hỏi chờ trả lời ({asked}) <i>questions that wait</i></h2>
<ul class="asked">{tickets}</ul>
</html>
"""
