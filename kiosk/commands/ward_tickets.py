"""`kiosk ward tickets` and `kiosk ward answer`: what residents' helpers ask, and what the ward says to it."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.chosen import choose
from kiosk.commands.keys import Out, hand_out, refuse
from kiosk.commands.place import AsJson, ConfigFile, DataFolder
from kiosk.commands.ward_ledger import LedgerUrl, opened
from kiosk.opening import HANOI
from kiosk.paths import ward_folder

if TYPE_CHECKING:
    from kiosk.ward.tickets import NeverRaised


def tickets(
    everything: Annotated[bool, typer.Option("--all", help="Also those that are answered.")] = False,
    as_json: AsJson = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Phiếu hỏi đang chờ trả lời, gấp nhất đứng đầu. The questions that wait, the most urgent first."""
    from kiosk.guide_names import ticket_wording
    from kiosk.tickets.wording import most_urgent_first
    from kiosk.ward.tickets import AnswersUnusable, questions, read_list

    try:
        answers = read_list(ward_folder(choose(config, data).data_folder)).answers
    except AnswersUnusable as failure:
        refuse(f"Không đọc được các trả lời. / {failure}")
    with opened(config, data, ledger) as (_, book), book.look() as connection:
        asked = most_urgent_first(
            one for one in questions(connection) if everything or one.number not in answers
        )
    if as_json:
        rows = [{**asdict(one), "answer": answers.get(one.number)} for one in asked]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    wording = ticket_wording()
    for one in asked:
        day = f"{datetime.fromtimestamp(one.wall_s, HANOI):%d/%m/%Y}"
        for line in wording.lines(one, answers.get(one.number), day):
            typer.echo(line)
    if not asked:
        typer.echo("Không có phiếu nào đang chờ. No question is waiting.")


def answer(
    number: Annotated[
        str,
        typer.Argument(metavar="TICKET", help="Its number as the slip shows it: 'Đ3 0147 58', d3-0147-58."),
    ],
    word: Annotated[str, typer.Argument(metavar="ANSWER", help="One of the list in docs/events.md.")],
    out: Out = None,
    not_received: Annotated[
        bool, typer.Option("--not-received", help="Told by telephone: its kiosk has not sent it yet.")
    ] = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Trả lời một phiếu; mang tệp đến mọi ki-ốt. Answers a question; take the file to every kiosk."""
    from kiosk.export.papers import joined_papers
    from kiosk.guide_names import ticket_wording
    from kiosk.keys.key_files import KeyUnusable
    from kiosk.tickets.answers import WORDS, newest_pages
    from kiosk.tickets.ticket import read_number
    from kiosk.ward.authority import WardUnready, open_authority
    from kiosk.ward.papers import ROOM_BYTES
    from kiosk.ward.tickets import (
        AnswersUnusable,
        NeverRaised,
        NoSuchTicket,
        answered,
        look_up,
        questions,
        read_list,
    )

    folder = ward_folder(choose(config, data).data_folder)
    known = read_number(number)
    try:
        if not known or word not in WORDS:
            raise NoSuchTicket(word if known else number)
        keys = open_authority(folder).signers()
        if not not_received:
            answers = read_list(folder).answers
            with opened(config, data, ledger) as (_, book), book.look() as connection:
                look_up(known, questions(connection), answers)
        listed = answered(folder, known, word, int(time.time()))
        pages, behind = newest_pages(listed, keys, ROOM_BYTES)
        # The newest first: a kiosk that is not updated yet takes only one of them.
        paper = pages[0] if len(pages) == 1 else joined_papers(reversed(pages))
    except WardUnready as unready:
        refuse(f"{unready.vi}\n{unready.en}")
    except NoSuchTicket as strange:
        wording = ticket_wording()
        words = "\n".join(f"  {one}: {wording.answer(one)}" for one in WORDS)
        refuse(
            f"“{strange}”: không phải số phiếu như Đ3 0147 58, hoặc không phải câu trả lời của danh sách. / "
            f"Not the number of a ticket, or not one of:\n{words}"
        )
    except NeverRaised as strange:
        refuse(_never_raised(strange))
    except (AnswersUnusable, KeyUnusable, OSError) as failure:
        refuse(f"Không làm được. This did not work: {failure}")
    if behind:
        typer.echo(
            f"Chỉ {len(listed.answers) - behind} trả lời mới nhất còn gửi đến ki-ốt; {behind} trả lời cũ "
            f"không gửi nữa (ki-ốt đã nhận thì vẫn giữ).\nOnly the newest {len(listed.answers) - behind} "
            f"answers still travel; {behind} older ones do not (kiosks that have them keep them).",
            err=True,
        )
    hand_out(paper, out, "Mang đến mọi ki-ốt / take this to every kiosk: ./script/run tickets accept")


def _never_raised(strange: NeverRaised) -> str:
    near = ", ".join(strange.nearest)
    vi = f"Phiếu đang chờ có số gần giống: {near}." if near else "Không có phiếu nào đang chờ."
    en = f"Waiting, and most like it: {near}." if near else "No question is waiting."
    return (
        f"Phường chưa nhận phiếu nào số {strange}; chưa trả lời gì. {vi}\n"
        "Phiếu nghe qua điện thoại mà ki-ốt chưa gửi về: thêm --not-received.\n"
        f"No ticket {strange} has come; nothing was answered. {en}\n"
        "Where it was told by telephone and its kiosk has not sent it yet: add --not-received."
    )
