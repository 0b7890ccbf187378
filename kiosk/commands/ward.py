"""`kiosk ward`: at the ward, its key and the kiosks it vouches for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.chosen import choose
from kiosk.commands.keys import Out, hand_out, read_paper_file, refuse
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.commands.ward_archive import archive
from kiosk.commands.ward_ledger import LedgerUrl, gaps, ingest, opened, settle, valid_through
from kiosk.commands.ward_report import report
from kiosk.commands.ward_serve import install, serve
from kiosk.commands.ward_tickets import answer, tickets
from kiosk.opening import HANOI
from kiosk.paths import ward_folder

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority

ward = typer.Typer(help="Phía phường. The ward's side.", no_args_is_help=True)


@ward.command("init")
def init(ledger: LedgerUrl = "", config: ConfigFile = None, data: DataFolder = None) -> None:
    """Tạo chìa khóa của phường. Makes the ward's keys, an empty register and an empty ledger."""
    from kiosk.keys.key_files import KeyUnusable
    from kiosk.ward.authority import KEY_FILE, SEAL_FILE, WardUnready, found
    from kiosk.ward.ledger import LedgerTrouble, choose_url, open_ledger

    chosen = choose(config, data)
    folder = ward_folder(chosen.data_folder)
    try:
        made = found(folder, chosen.config.ward.name)
        if ledger:
            choose_url(folder, ledger)
        open_ledger(folder).close()
    except LedgerTrouble as trouble:
        refuse(f"Không mở được sổ nhận. / The ledger cannot be used: {trouble}")
    except WardUnready as unready:
        refuse(f"{unready.vi}\n{unready.en}")
    except (KeyUnusable, OSError) as failure:
        refuse(f"Không làm được. This did not work: {failure}")
    typer.echo(f"{made.name}: {folder}")
    both = f"{KEY_FILE}, {SEAL_FILE}"
    typer.echo(f"Chép {both} vào USB và cất vào két. Keep a copy of {both} in a safe.")
    typer.echo("Nên có chìa dự phòng / make an escrow too: kiosk ward escrow --out FILE")


@ward.command("escrow")
def escrow(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="On a stick that then lies in a safe.")],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Tạo chìa dự phòng. Makes a second identity that opens all that kiosks send; kept in a safe only."""
    if out.exists():
        refuse(f"{out} đã có, không ghi đè. / {out} exists already and is not written over.")
    paper = _change(
        config, data, lambda ward: ward.with_escrow(), before=lambda made: _keep_secret(out, made)
    )
    assert paper
    typer.echo(f"{out}: cất vào két, đừng để lại trên máy này. / Lock it away; leave no copy here.")
    typer.echo("Cấp lại giấy cho từng ki-ốt / then enrol each kiosk anew: kiosk ward enrol")


def _keep_secret(file: Path, secret: bytes) -> None:
    from kiosk.storage.files import keep_once

    keep_once(file.absolute(), secret)


@ward.command("enrol")
def enrol(
    request: Annotated[
        str, typer.Argument(metavar="REQUEST", help="The kiosk's request; - reads it from stdin.")
    ],
    out: Out = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Cấp giấy cho một ki-ốt. Enrols a kiosk; carry the answer back to it: kiosk keys accept."""
    month = f"{datetime.now(HANOI):%Y-%m}"
    paper = _change(config, data, lambda ward: ward.enrol(read_paper_file(request), month))
    hand_out(paper, out, "Mang tệp này về ki-ốt / take this back to the kiosk: kiosk keys accept")


@ward.command("revoke")
def revoke(
    kiosk: Annotated[str, typer.Argument(metavar="KIOSK", help="Its id, such as kiosk-0123456789ab.")],
    through: Annotated[
        int | None,
        typer.Option("--through", min=0, help="The last number that counts; without: all that has come."),
    ] = None,
    out: Out = None,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Thu hồi giấy của một ki-ốt. Withdraws a kiosk; every other kiosk must accept the list."""
    with opened(config, data, ledger) as (_, book):
        valid = valid_through(book, kiosk, through)
    paper = _change(config, data, lambda ward: ward.revoke(kiosk, valid))
    typer.echo(f"Còn giá trị đến / valid through: {valid or '–'}", err=True)
    hand_out(paper, out, "Mang đến từng ki-ốt khác / take this to every other kiosk: kiosk keys accept")


@ward.command("rotate")
def rotate(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the new answers are written.")],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Đổi chìa khóa của phường. New keys for the ward, and a new answer for every kiosk."""
    from kiosk.keys.key_files import KeyUnusable
    from kiosk.storage.files import publish
    from kiosk.ward.authority import WardUnready, open_authority
    from kiosk.ward.authority import rotate as rotated

    try:
        out.mkdir(parents=True, exist_ok=True)
        after = rotated(open_authority(ward_folder(choose(config, data).data_folder)))
        for kiosk, answer in after.answers().items():
            publish(out / f"{kiosk}.json", answer)
            typer.echo(f"{out / kiosk}.json")
    except WardUnready as unready:
        refuse(f"{unready.vi}\n{unready.en}")
    except (KeyUnusable, OSError) as failure:
        refuse(f"Không làm được. This did not work: {failure}")
    typer.echo("Mang từng tệp đến ki-ốt của nó / take each file to its kiosk: kiosk keys accept")


def _change(
    config: Path | None,
    data: Path | None,
    change: Callable[[Authority], tuple[Authority, bytes]],
    before: Callable[[bytes], None] = lambda _: None,
) -> bytes:
    """The paper that came of it. The register is written before it leaves, and *before* is done before."""
    from kiosk.keys.documents import PaperRefused
    from kiosk.keys.key_files import KeyUnusable
    from kiosk.ward.authority import WardUnready, open_authority

    try:
        after, paper = change(open_authority(ward_folder(choose(config, data).data_folder)))
        before(paper)
        after.save()
    except (WardUnready, PaperRefused) as refused:
        refuse(f"{refused.vi}\n{refused.en}")
    except (KeyUnusable, OSError) as failure:
        refuse(f"Không làm được. This did not work: {failure}")
    return paper


ward.command("ingest")(ingest)
ward.command("gaps")(gaps)
ward.command("settle")(settle)
ward.command("report")(report)
ward.command("archive")(archive)
ward.command("serve")(serve)
ward.command("install")(install)
ward.command("tickets")(tickets)
ward.command("answer")(answer)
