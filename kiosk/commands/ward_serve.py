"""`kiosk ward serve`: receive over the network what kiosks send."""

from __future__ import annotations

import logging
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_config_path

from kiosk.commands.chosen import choose
from kiosk.commands.grouped import grouped
from kiosk.commands.keys import refuse, refuse_after
from kiosk.commands.place import PlaceOptions
from kiosk.commands.ward_ledger import LedgerUrl, opened

WARD_SERVICE = "kiosk-bdhvs-ward.service"
Host = Annotated[str, typer.Option("--host", help="0.0.0.0: every kiosk in the network.")]
Port = Annotated[int, typer.Option("--port", min=1, max=65535)]
Certificate = Annotated[
    Path | None, typer.Option("--certificate", metavar="FILE", help="For https, with --key.")
]
Key = Annotated[Path | None, typer.Option("--key", metavar="FILE")]
StatusForAll = Annotated[
    bool, typer.Option("--status-for-all", help="Show the page of figures to other machines too.")
]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="HOST", help="Kiosks also call this machine so, beside its address and certificate."
    ),
]


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Where and how the receiver is reached."""

    host: Host = "127.0.0.1"
    port: Port = 8443
    certificate: Certificate = None
    key: Key = None
    status_for_all: StatusForAll = False
    name: Names = None


@grouped
def serve(at: ServeOptions, ledger: LedgerUrl = "", *, place: PlaceOptions) -> None:
    """Nhận số liệu qua mạng. Receives what kiosks send, and shows what has come."""
    import uvicorn

    from kiosk.commands.guide_names import ticket_wording
    from kiosk.ward.listening import own_names, server_options
    from kiosk.ward.serve import Receiver

    certificate, key = at.certificate, at.key
    _want_both(certificate, key)
    try:
        names = own_names(certificate)
    except (OSError, ValueError) as failure:
        vi, en = f"Không đọc được chứng chỉ {certificate}", f"{certificate} holds no certificate"
        refuse_after(failure, vi, en, named=False)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    with opened(place.config, place.data, ledger) as (ward, book):
        scheme = "https" if certificate else "http"
        typer.echo(f"{ward.name}: {scheme}://{at.host}:{at.port}/  (Ctrl+C: dừng / stop)")
        uvicorn.run(
            Receiver(
                ward.folder,
                book,
                time.time,
                status_for_all=at.status_for_all,
                wording=ticket_wording,
                names=(*names, *(at.name or ())),
            ).app(),
            host=at.host,
            port=at.port,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            log_level="warning",
            **server_options(),
        )


@grouped
def install(
    at: ServeOptions,
    print_only: Annotated[bool, typer.Option("--print", help="Show the unit, write nothing.")] = False,
    *,
    place: PlaceOptions,
) -> None:
    """Để máy nhận tự chạy khi bật máy. Lets the receiver start with the machine (systemd)."""
    from kiosk.installing.receiver_unit import ward_service_text

    certificate, key = at.certificate, at.key
    _want_both(certificate, key)
    chosen = choose(place.config, place.data)
    options = ["--host", at.host, "--port", str(at.port)]
    for option, file in (("--certificate", certificate), ("--key", key)):
        options += [option, str(file.absolute())] if file is not None else []
    options += ["--status-for-all"] if at.status_for_all else []
    for one in at.name or ():
        options += ["--name", one]
    config_file = chosen.file and chosen.file.absolute()
    text = ward_service_text(sys.executable, options, config_file, chosen.data_folder)
    if print_only:
        typer.echo(text, nl=False)
        return
    file = user_config_path("systemd") / "user" / WARD_SERVICE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as failure:
        refuse_after(failure, f"Không ghi được {file}", f"{file} cannot be written", named=False)
    typer.echo(f"Đã ghi / written: {file}\nChạy tiếp / now run:")
    typer.echo(f"  systemctl --user daemon-reload && systemctl --user enable --now {WARD_SERVICE}")
    typer.echo("  sudo loginctl enable-linger $USER")


def _want_both(certificate: Path | None, key: Path | None) -> None:
    if (certificate is None) != (key is None):
        refuse("Cần cả --certificate và --key. / --certificate and --key belong together.")
    for file in (certificate, key):
        if file is not None and not file.is_file():
            refuse(f"Không thấy {file}. / There is no {file}.")
