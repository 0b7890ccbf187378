"""`kiosk flows sheets`: every guide on paper, to be taken home, and what it needs on a slip."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.guide.words import Language
from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.guides import library_of_residents, print_refused, refused_of, today
from kiosk.desk.commands.place import ConfigFile, DataFolder, FlowIds
from kiosk.desk.commands.refusals import refuse, refuse_own_folder

if TYPE_CHECKING:
    from flows.guide.flow import Flow

MADE_BY = "flows sheets"


def sheets(
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Thư mục trống, hoặc do lệnh này làm ra. An empty folder, or one made by this.",
        ),
    ],
    flow_ids: FlowIds = None,
    paper: Annotated[
        Literal["A4", "A5"], typer.Option("--paper", help="Khổ giấy. The size of the paper.")
    ] = "A4",
    lang: Annotated[Language, typer.Option("--lang", help="Tiếng · language: vi, en, fr.")] = "vi",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """In các bài ra giấy. Each guide as a sheet in large letters (PDF), and its papers on a slip."""
    from kiosk.base.files.made_folder import NotOurs, check_ours, publish_all
    from kiosk.base.messages.system_errors import Unusable

    refuse_own_folder(out)
    chosen = choose(config, data)
    print_problems(chosen)
    library = library_of_residents(chosen.config.ward.name)
    flows = _wanted(library.flows, flow_ids or [])
    try:
        check_ours(out, MADE_BY)  # before the work, not after it
        from kiosk.print.sheets.sender import sender_of
        from kiosk.print.sheets.sheet import files_of
        from kiosk.print.sheets.step_pictures import StepPictures
        from ui.window.application import make_application

        application = make_application(offscreen=True)
        with StepPictures(lang) as pictures:
            made = files_of(
                flows,
                sender_of(chosen.config, library.flows),
                today(),
                pictures.of,
                paper,
                lang,
                partial(_show, len(flows)),
            )
        publish_all(out, MADE_BY, made, a_part=bool(flow_ids))
        del application
    except (NotOurs, Unusable) as why:
        refuse(f"{why.vi}.\n{why.en}.")
    typer.echo(f"{len(flows)} bài, {len(made)} tệp / guides, files → {out}")
    refused = refused_of(library)
    print_refused(refused)
    raise typer.Exit(1 if refused else 0)


def _wanted(offered: Mapping[str, Flow], flow_ids: list[str]) -> list[Flow]:
    unknown = [flow_id for flow_id in flow_ids if flow_id not in offered]
    if unknown:
        refuse(f"Không có bài {', '.join(unknown)}. No such guide; see: ./script/run flows list")
    return [offered[flow_id] for flow_id in dict.fromkeys(flow_ids or offered)]


def _show(whole: int, done: int, flow_id: str) -> None:
    if sys.stderr.isatty():
        print(
            f"\r{done} / {whole} {flow_id:<40}",
            end="\n" if done == whole else "",
            file=sys.stderr,
            flush=True,
        )
