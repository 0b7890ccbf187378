"""`kiosk ward`: at the ward, its keys, the kiosks it vouches for, and what they send."""

from __future__ import annotations

import typer

from kiosk.desk.commands.ward_archive import archive
from kiosk.desk.commands.ward_backup import backup, restore
from kiosk.desk.commands.ward_enrol import enrol, revoke
from kiosk.desk.commands.ward_gaps import gaps, settle
from kiosk.desk.commands.ward_ingest import ingest
from kiosk.desk.commands.ward_keys import escrow, init, rotate
from kiosk.desk.commands.ward_pack import pack
from kiosk.desk.commands.ward_program import program
from kiosk.desk.commands.ward_report import report, report_form
from kiosk.desk.commands.ward_serve import install, serve
from kiosk.desk.commands.ward_tickets import answer, tickets

ward = typer.Typer(help="Phía phường. The ward's side.", no_args_is_help=True)
ward.command("init")(init)
ward.command("escrow")(escrow)
ward.command("enrol")(enrol)
ward.command("revoke")(revoke)
ward.command("rotate")(rotate)
ward.command("ingest")(ingest)
ward.command("gaps")(gaps)
ward.command("settle")(settle)
ward.command("report")(report)
ward.command("report-form")(report_form)
ward.command("archive")(archive)
ward.command("backup")(backup)
ward.command("restore")(restore)
ward.command("serve")(serve)
ward.command("install")(install)
ward.command("tickets")(tickets)
ward.command("answer")(answer)
ward.add_typer(pack, name="pack")
ward.add_typer(program, name="program")
