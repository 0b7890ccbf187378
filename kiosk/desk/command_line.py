"""Every command, as Typer reads it. Only imported for what is not `kiosk run`: see
`kiosk.desk.commands.run`.
"""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.base.version import __version__
from kiosk.desk.commands.bulletin import bulletin
from kiosk.desk.commands.city import city
from kiosk.desk.commands.content import content
from kiosk.desk.commands.doctor import doctor
from kiosk.desk.commands.export import export
from kiosk.desk.commands.flows import flows
from kiosk.desk.commands.help_panels import help_in_both
from kiosk.desk.commands.install import install
from kiosk.desk.commands.keys import keys
from kiosk.desk.commands.program import program
from kiosk.desk.commands.roster import roster
from kiosk.desk.commands.run import run
from kiosk.desk.commands.say import say
from kiosk.desk.commands.sessions import sessions
from kiosk.desk.commands.staff import staff
from kiosk.desk.commands.tickets import tickets
from kiosk.desk.commands.tour import tour
from kiosk.desk.commands.ward import ward
from kiosk.desk.commands.wrong_use import InBothLanguages

help_in_both()
app = typer.Typer(
    name="kiosk",
    cls=InBothLanguages,
    help="Ki-ốt Bình dân học vụ số. The digital literacy kiosk of a ward.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


@app.command(
    "run",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
def _run(context: typer.Context) -> None:
    """Mở ki-ốt. Opens the kiosk."""
    raise typer.Exit(run(context.args))


app.command()(tour)
app.command()(say)
app.command()(sessions)
app.command()(export)
app.command()(bulletin)
app.command()(doctor)
app.command()(install)
app.add_typer(city, name="city")
app.add_typer(content, name="content")
app.add_typer(flows, name="flows")
app.add_typer(keys, name="keys")
app.add_typer(program, name="program")
app.add_typer(roster, name="roster")
app.add_typer(staff, name="staff")
app.add_typer(tickets, name="tickets")
app.add_typer(ward, name="ward")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {__version__}")
        raise typer.Exit


@app.callback()
def everywhere(
    shown: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Ki-ốt Bình dân học vụ số. The digital literacy kiosk of a ward."""
