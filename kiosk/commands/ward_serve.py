"""`kiosk ward serve`: receive over the network what kiosks send."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.keys import refuse
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.commands.ward_ledger import LedgerUrl, opened


def serve(
    host: Annotated[str, typer.Option("--host", help="0.0.0.0: every kiosk in the network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8443,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="For https, with --key.")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE")] = None,
    status_for_all: Annotated[
        bool, typer.Option("--status-for-all", help="Show the page of figures to other machines too.")
    ] = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nhận số liệu qua mạng. Receives what kiosks send, and shows what has come."""
    import uvicorn

    from kiosk.ward.serve import Receiver

    if (certificate is None) != (key is None):
        refuse("Cần cả --certificate và --key. / --certificate and --key belong together.")
    for file in (certificate, key):
        if file is not None and not file.is_file():
            refuse(f"Không thấy {file}. / There is no {file}.")
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    with opened(config, data, ledger) as (ward, book):
        scheme = "https" if certificate else "http"
        typer.echo(f"{ward.name}: {scheme}://{host}:{port}/  (Ctrl+C: dừng / stop)")
        uvicorn.run(
            Receiver(ward.folder, book, time.time, status_for_all=status_for_all).app(),
            host=host,
            port=port,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            log_level="warning",
            ws="none",
            lifespan="off",
            server_header=False,
        )
