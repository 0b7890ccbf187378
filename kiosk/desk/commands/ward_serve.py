"""`kiosk ward serve`: receive over the network what kiosks send."""

from __future__ import annotations

import logging
import socket
import ssl
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from platformdirs import user_config_path

from kiosk.base.files.alone import RECEIVER_LOCK, AlreadyRunning, alone_in
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.grouped import grouped
from kiosk.desk.commands.place import PlaceOptions
from kiosk.desk.commands.refusals import refuse, refusing
from kiosk.desk.commands.ward_ledger import LedgerUrl, opened

WARD_SERVICE = "kiosk-bdhvs-ward.service"
Host = Annotated[
    str,
    typer.Option(
        "--host", help="0.0.0.0: nhận của mọi ki-ốt trong mạng. 0.0.0.0: every kiosk in the network."
    ),
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Cổng của máy nhận. Its port.")]
Certificate = Annotated[
    Path | None,
    typer.Option(
        "--certificate", metavar="FILE", help="Tệp chứng chỉ cho https, đi cùng --key. For https, with --key."
    ),
]
Key = Annotated[
    Path | None, typer.Option("--key", metavar="FILE", help="Khóa của chứng chỉ. The certificate's key.")
]
StatusForAll = Annotated[
    bool,
    typer.Option(
        "--status-for-all",
        help="Cho máy khác cũng xem được trang tình hình. Show the page of figures to other machines too.",
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="HOST",
        help="Tên khác mà ki-ốt gọi máy này, ngoài địa chỉ và chứng chỉ. "
        "Kiosks also call this machine so, beside its address and certificate.",
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

    from kiosk.desk.commands.guide_names import ticket_wording
    from kiosk.ward.listening import own_names, server_options
    from kiosk.ward.serve import Receiver

    certificate, key = at.certificate, at.key
    _want_both(certificate, key)
    with refusing(f"Không đọc được chứng chỉ {certificate}", f"{certificate} cannot be read", named=False):
        try:
            names = own_names(certificate)
        except ValueError:
            _refuse_pair()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    with _only_receiver(place), opened(place.config, place.data, ledger) as (ward, book):
        _want_free(at.host, at.port)
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
    print_only: Annotated[
        bool, typer.Option("--print", help="Chỉ in ra xem, không ghi gì. Show the unit, write nothing.")
    ] = False,
    *,
    place: PlaceOptions,
) -> None:
    """Để máy nhận tự chạy khi bật máy. Lets the receiver start with the machine (systemd)."""
    from kiosk.machine.installing.receiver_unit import ward_service_text

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
    with refusing(f"Không ghi được {file}", f"{file} cannot be written", named=False):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    typer.echo(f"Đã ghi / written: {file}\nChạy tiếp / now run:")
    typer.echo(f"  systemctl --user daemon-reload && systemctl --user enable --now {WARD_SERVICE}")
    typer.echo("  sudo loginctl enable-linger $USER")


@contextmanager
def _only_receiver(place: PlaceOptions) -> Iterator[None]:
    folder = choose(place.config, place.data).data_folder
    try:
        with alone_in(folder, lock_file=RECEIVER_LOCK):
            yield
    except AlreadyRunning:
        refuse(
            f"Máy nhận đang chạy rồi trên thư mục {folder}: không cần chạy thêm. Muốn đổi tùy chọn thì tắt "
            "nó trước (Ctrl+C, hoặc systemctl --user stop kiosk-bdhvs-ward).\n"
            f"A receiver works with {folder} already: there is no need of another. Stop it first to change "
            "its options."
        )


def _want_both(certificate: Path | None, key: Path | None) -> None:
    if (certificate is None) != (key is None):
        refuse("Cần cả --certificate và --key. / --certificate and --key belong together.")
    for file in (certificate, key):
        if file is not None and not file.is_file():
            refuse(f"Không thấy {file}. / There is no {file}.")
    if certificate is not None:
        with refusing():
            try:
                ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
            except ssl.SSLError:
                _refuse_pair()


def _refuse_pair() -> NoReturn:
    refuse(
        "Chứng chỉ và khóa không dùng được cùng nhau. Xem lại có đổi chỗ --certificate và --key "
        "không, và hai tệp "
        "có do cùng một lệnh openssl làm ra không.\n"
        "The certificate and the key do not belong together. Were --certificate and --key exchanged, and are "
        "both files of one openssl command?"
    )


def _want_free(host: str, port: int) -> None:
    """Whether somebody else listens there: often a receiver that runs already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with refusing(f"Không mở được {host}:{port}", f"{host}:{port} cannot be opened", named=False):
        socket.create_server((host, port), family=family).close()
