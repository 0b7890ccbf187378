"""`kiosk ward archive`: what the ward hands to its city."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.desk.commands.city import refuse_without
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refuse_own_folder
from kiosk.desk.commands.ward_ledger import LedgerUrl, opened


def archive(
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Kho số liệu; của mọi phường hoặc của phường này. The archive; of all wards or of this.",
        ),
    ],
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Ghi kho số liệu cho thành phố. Writes figures by month as Parquet, for the city to add up."""
    try:
        from kiosk.ward.archive import AnotherWard
        from kiosk.ward.archive import archive as write
    except ModuleNotFoundError as missing:
        refuse_without(missing)
    from kiosk.ward.rollup import catch_up

    refuse_own_folder(out)
    with opened(config, data, ledger) as (ward, book):
        catch_up(book)
        if not out.exists():
            out.mkdir(mode=0o700, parents=True)
        with book.read() as connection:
            try:
                for file in write(connection, ward, out):
                    said = "đã ghi / written" if file.changed else "không đổi / unchanged"
                    typer.echo(f"{file.path.relative_to(out)}: {said}")
            except AnotherWard as where:
                refuse(
                    f"{where}: đã có số liệu của một phường khác cùng tên, không ghi đè. / "
                    f"{where} holds figures of another ward of this name and is not written over."
                )
