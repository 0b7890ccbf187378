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
from kiosk.opening import HANOI
from kiosk.paths import ward_folder

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority

ward = typer.Typer(help="Phía phường. The ward's side.", no_args_is_help=True)


@ward.command("init")
def init(config: ConfigFile = None, data: DataFolder = None) -> None:
    """Tạo chìa khóa của phường. Makes the ward's key and an empty register."""
    from kiosk.keys.key_files import KeyUnusable
    from kiosk.ward.authority import KEY_FILE, SEAL_FILE, WardUnready, found

    chosen = choose(config, data)
    folder = ward_folder(chosen.data_folder)
    try:
        made = found(folder, chosen.config.ward.name)
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
    out: Out = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Thu hồi giấy của một ki-ốt. Withdraws a kiosk; every other kiosk must accept the list."""
    paper = _change(config, data, lambda ward: ward.revoke(kiosk))
    hand_out(paper, out, "Mang đến từng ki-ốt khác / take this to every other kiosk: kiosk keys accept")


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
