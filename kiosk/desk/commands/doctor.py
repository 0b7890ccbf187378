"""`kiosk doctor`: what works on this machine, and what to do about the rest."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.columns import say
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, print_json
from kiosk.point.health.finding import MARKS, Finding


def doctor(
    as_json: AsJson = False,
    options: Annotated[
        bool,
        typer.Option("--options", help="In mọi tùy chọn của tệp cấu hình. Print every option of the config."),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Khám máy: cái gì chạy tốt, cái gì cần sửa. Says what works here and what to do about the rest."""
    from kiosk.base.config.reference import config_reference
    from kiosk.point.health.examination import examine
    from kiosk.point.health.probes import real_probes

    if options:
        typer.echo(config_reference(), nl=False)
        return
    chosen = choose(config, data, as_owner=False)
    findings = examine(
        chosen.file,
        chosen.config,
        chosen.problems,
        real_probes(chosen.config, chosen.data_folder, os.environ),
    )
    if as_json:
        print_json([finding.as_json() for finding in findings])
    else:
        for finding in findings:
            _print_finding(finding)
    if any(finding.state == "mend" for finding in findings):
        raise typer.Exit(1)


def _print_finding(finding: Finding) -> None:
    say(f"{MARKS[finding.state]} {finding.check}: {finding.vi}")
    say(f"  {finding.en}")
    if finding.do_vi:
        say(f"  → {finding.do_vi}")
        say(f"  → {finding.do_en}")
