"""`kiosk tickets`: the questions passed on from this kiosk, and the ward's answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kiosk.base.config.sections import place_id
from kiosk.base.files.identity import kiosk_id
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.papers import WardsPaper, read_paper_file
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, print_json
from kiosk.desk.commands.refusals import refuse, refusing

if TYPE_CHECKING:
    from kiosk.papers.tickets.store import TicketStore

tickets = typer.Typer(
    help="Phiếu hỏi tổ phản ứng nhanh. Questions to the response team.", no_args_is_help=True
)


@tickets.command("list")
def list_(as_json: AsJson = False, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Mọi phiếu của máy này, gấp nhất đứng đầu. Every question passed on from here, the most urgent first."""
    from kiosk.desk.commands.guide_names import ticket_wording
    from kiosk.papers.tickets.wording import most_urgent_first

    with refusing("Không đọc được phiếu hỏi", "The tickets cannot be read"):
        book = _store(config, data).book()
    asked = most_urgent_first(book.tickets)
    if as_json:
        rows = [
            {
                "ticket": one.number,
                "problem": one.problem,
                "urgency": one.urgency,
                "flow": one.flow,
                "step": one.step,
                "state": book.state_of(one),
                "answer": book.answer_to(one.number),
            }
            for one in asked
        ]
        print_json(rows)
        return
    wording = ticket_wording()
    for one in asked:
        for line in wording.lines(one, book.answer_to(one.number)):
            typer.echo(line)
    if not asked:
        typer.echo("Chưa có phiếu nào. No question has been passed on.")


@tickets.command("accept")
def accept(file: WardsPaper, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Nhận trả lời của phường. Takes in the ward's answers; the running kiosk shows them at once."""
    from kiosk.papers.keys.enrolled import enrolled
    from kiosk.papers.tickets.answers import read_pages

    folder = choose(config, data).data_folder
    with refusing("Không ghi được phiếu hỏi", "The tickets cannot be written"):
        _, enrolment = enrolled(folder, kiosk_id(folder))
        pages, store = read_pages(read_paper_file(file), enrolment.ward_keys), _store(config, data)
        for listed in pages:
            book = store.take_in(listed)
    if book.answers_no > pages[-1].number:
        refuse("Tệp này cũ hơn tệp đã nhận. / This list is older than the one taken in before.")
    answers = sum(book.answer_to(ticket.number) is not None for ticket in book.tickets)
    typer.echo(f"{answers}/{len(book.tickets)} phiếu của máy này có trả lời / tickets of this kiosk answered")


def _store(config: ConfigFile, data: DataFolder) -> TicketStore:
    from kiosk.papers.tickets.store import TicketStore

    chosen = choose(config, data)
    return TicketStore(chosen.data_folder, place_id(chosen.config))
