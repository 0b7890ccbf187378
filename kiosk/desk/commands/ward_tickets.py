"""`kiosk ward tickets` and `kiosk ward answer`: what residents' helpers ask, and what the ward says to it."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.events import STAFF_ID
from kiosk.base.files.paths import ward_folder
from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.counted import counted
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.grouped import grouped
from kiosk.desk.commands.papers import Out, hand_out
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, PlaceOptions, print_json
from kiosk.desk.commands.refusals import refuse, refuse_unwritable, refusing
from kiosk.desk.commands.ward_ledger import LedgerUrl, opened

OLD_DAYS = 7
"""A question that waits so long is marked."""

if TYPE_CHECKING:
    from kiosk.papers.tickets.wording import TicketWording
    from kiosk.ward.tickets import AnsweredOtherwise, NeverRaised


def tickets(
    everything: Annotated[
        bool, typer.Option("--all", help="Kể cả phiếu đã trả lời. Also those that are answered.")
    ] = False,
    as_json: AsJson = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Phiếu hỏi đang chờ trả lời, gấp nhất đứng đầu. The questions that wait, the most urgent first."""
    from kiosk.desk.commands.guide_names import ticket_wording
    from kiosk.papers.tickets.wording import most_urgent_first
    from kiosk.ward.kiosk_names import kiosk_names
    from kiosk.ward.tickets import questions, read_list

    with refusing("Không dùng được các trả lời", "The answers cannot be used"):
        answers = read_list(ward_folder(choose(config, data).data_folder)).answers
    with opened(config, data, ledger) as (_, book), book.read() as connection:
        asked = most_urgent_first(
            question for question in questions(connection) if everything or question.number not in answers
        )
        names = kiosk_names(connection)
    if as_json:
        rows = [{**asdict(one), "answer": answers.get(one.number)} for one in asked]
        print_json(rows)
        return
    wording = ticket_wording()
    for one in asked:
        asked_on = datetime.fromtimestamp(one.wall_s, HANOI).date()
        day = f"{asked_on:%d/%m/%Y}"
        if one.number not in answers and (waited := (datetime.now(HANOI).date() - asked_on).days) > 0:
            day += (
                f" ({'⚠ ' if waited >= OLD_DAYS else ''}chờ {waited} ngày / waits {counted(waited, 'day')})"
            )
        for line in wording.lines(one, answers.get(one.number), day, names(one.kiosk)):
            typer.echo(line)
    if asked:
        first = wording.number(asked[0].number)
        typer.echo(f'Trả lời / to answer: ./script/run ward answer "{first}"')
    else:
        typer.echo("Không có phiếu nào đang chờ. No question is waiting.")


@grouped
def answer(
    number: Annotated[
        str,
        typer.Argument(
            metavar="TICKET",
            help="Số phiếu như trên tờ giấy: 'Đ3 0147 58'. As the slip shows it, or d3-0147-58.",
        ),
    ],
    said: Annotated[
        str,
        typer.Argument(
            metavar="ANSWER",
            help="Số của câu trả lời; không ghi: in danh sách các câu. "
            "Its number in the list; without one the list is printed.",
            show_default=False,
        ),
    ] = "",
    out: Out = None,
    not_received: Annotated[
        bool,
        typer.Option(
            "--not-received",
            help="Phiếu nghe qua điện thoại, ki-ốt chưa gửi về. "
            "Told by telephone: its kiosk has not sent it yet.",
        ),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Phiếu đã trả lời khác; nay đổi câu trả lời. It has another answer; change that.",
        ),
    ] = False,
    by: Annotated[
        str,
        typer.Option("--by", metavar="ID", help="Mã cán bộ trả lời, ví dụ cb-01. The officer's id."),
    ] = "",
    ledger: LedgerUrl = "",
    *,
    place: PlaceOptions,
) -> None:
    """Trả lời một phiếu; mang tệp đến mọi ki-ốt. Answers a question; take the file to every kiosk."""
    from kiosk.desk.commands.guide_names import ticket_wording
    from kiosk.papers.export.papers import joined_papers
    from kiosk.papers.tickets.answers import ANSWERS, newest_pages
    from kiosk.papers.tickets.ticket import read_number
    from kiosk.ward.authority import open_authority
    from kiosk.ward.tickets import (
        ROOM_BYTES,
        AnsweredOtherwise,
        NeverRaised,
        answered,
        look_up,
        questions,
        read_list,
    )

    folder = ward_folder(choose(place.config, place.data).data_folder)
    ticket, wording = read_number(number), ticket_wording()
    word = wording.chosen_answer(said)
    if not ticket:
        refuse(_no_ticket(number))
    if not said:
        typer.echo(_choose(wording, ticket))
        return
    if word is None:
        refuse(f"Không có câu trả lời “{visible(said)}”. / No such answer.\n{_choose(wording, ticket)}")
    refuse_unwritable(out, ANSWERS)
    if by and not STAFF_ID.fullmatch(by):
        refuse(f"--by {visible(by)}: không phải mã như cb-01. / is no id such as cb-01.")
    with refusing():
        keys = open_authority(folder).signers()
        if not not_received:
            answers = read_list(folder).answers
            with opened(place.config, place.data, ledger) as (_, book), book.read() as connection:
                try:
                    look_up(ticket, questions(connection), answers)
                except NeverRaised as strange:
                    refuse(_never_raised(strange, wording))
        try:
            listed = answered(folder, ticket, word, int(time.time()), again=again, by=by)
        except AnsweredOtherwise as other:
            refuse(_answered_otherwise(other, wording))
        pages, behind = newest_pages(listed, keys, ROOM_BYTES)
        # The newest first: a kiosk that is not updated yet takes only one of them.
        paper = pages[0] if len(pages) == 1 else joined_papers(reversed(pages))
    typer.echo(f"{wording.number(ticket)}: {wording.answer(word)}", err=True)
    if behind:
        typer.echo(
            f"Chỉ {len(listed.answers) - behind} trả lời mới nhất còn gửi đến ki-ốt; {behind} trả lời cũ "
            f"không gửi nữa (ki-ốt đã nhận thì vẫn giữ).\nOnly the newest {len(listed.answers) - behind} "
            f"answers still travel; {behind} older ones do not (kiosks that have them keep them).",
            err=True,
        )
    hand_out(paper, out, "Mang đến mọi ki-ốt / take this to every kiosk: ./script/run tickets accept")


def _answered_otherwise(other: AnsweredOtherwise, wording: TicketWording) -> str:
    number, said = wording.number(str(other)), wording.answer(other.before)
    since = f"{datetime.fromtimestamp(other.given_s, HANOI):%H:%M %d/%m/%Y}"
    return (
        f"Phiếu {number} đã trả lời lúc {since}: “{said}”. Muốn đổi thì thêm --again; chưa đổi gì.\n"
        f"Ticket {number} was answered at {since}: “{said}”. To change that add --again; nothing was changed."
    )


def _no_ticket(number: str) -> str:
    shown = visible(number)
    return f"“{shown}” không phải số phiếu như Đ3 0147 58. / “{shown}” is not the number of a ticket."


def _choose(wording: TicketWording, number: str) -> str:
    """The list of answers, and how one of them is given."""
    listed = "\n".join(wording.answer_list())
    line = f'./script/run ward answer "{wording.number(number)}" 1 --out tra-loi.json'
    return f"Chọn một câu và gõ số của nó / choose one by its number:\n{listed}\n{line}"


def _never_raised(strange: NeverRaised, wording: TicketWording) -> str:
    near, number = ", ".join(map(wording.number, strange.nearest)), wording.number(str(strange))
    vi = f"Phiếu đang chờ có số gần giống: {near}." if near else "Không có phiếu nào đang chờ."
    en = f"Waiting, and most like it: {near}." if near else "No question is waiting."
    return (
        f"Phường chưa nhận phiếu nào số {number}; chưa trả lời gì. {vi}\n"
        "Phiếu nghe qua điện thoại mà ki-ốt chưa gửi về: thêm --not-received.\n"
        f"No ticket {number} has come; nothing was answered. {en}\n"
        "Where it was told by telephone and its kiosk has not sent it yet: add --not-received."
    )
