"""`kiosk ward init | escrow | rotate`: the ward's own keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.files.media import is_own_disk
from kiosk.base.files.paths import ward_folder
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import (
    refuse,
    refuse_after,
    refuse_own_folder,
    refuse_unless,
    refuse_unless_meant,
    refuse_unwritable,
    refusing,
)
from kiosk.desk.commands.ward_ledger import LedgerUrl, kiosk_names_or_ids
from kiosk.log.storage.ballast import BALLAST_BYTES, lay_in

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority


def init(
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="NAME",
            help="Tên phường, ví dụ Phường Ba Đình; không ghi: theo tệp cấu hình. "
            "Its own, such as Phường Ba Đình; without: the config's.",
        ),
    ] = "",
    empty_ledger: Annotated[
        bool,
        typer.Option(
            "--empty-ledger",
            help="Phường đã lập, sổ nhận mất hẳn: bắt đầu sổ trống. "
            "The ward is there and its ledger lost: begin an empty one.",
        ),
    ] = False,
    another: Annotated[
        bool,
        typer.Option(
            "--another",
            help="Cạnh đó đã có phường khác; vẫn lập. Another ward is beside this folder; found this too.",
        ),
    ] = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Tạo chìa khóa của phường. Makes the ward's keys, an empty register and an empty ledger."""
    from kiosk.base.config.sections import WardConfig
    from kiosk.ward.authority import KEY_FILE, REGISTER_FILE, SEAL_FILE, make_authority
    from kiosk.ward.ledger import LEDGER_FILE, LedgerTrouble, choose_url, open_ledger

    chosen = choose(config, data)
    folder = ward_folder(chosen.data_folder)
    if empty_ledger:
        _begin_ledger(folder, ledger)
        return
    configured = chosen.config.ward.name
    name = name.strip() or (configured if configured != WardConfig().name else "")
    if not name:  # no two wards of a city may have one name, so the one in the pack is nobody's by default
        refuse("Phường tên gì? Thêm --name. / Which ward is it? Say --name.")
    refuse_unless("ward", name, "--name")
    beside = [
        one.parent for one in sorted(chosen.data_folder.parent.glob(f"*/{folder.name}/{REGISTER_FILE}"))
    ]
    if beside and folder not in beside and not another:
        listed = ", ".join(str(one.parent) for one in beside)
        refuse_unless_meant(
            f"Cạnh đó đã có phường / a ward is beside it: {listed}\n"
            f"Lập thêm một phường nữa ở / found another one in {chosen.data_folder}?",
            "--another",
        )
    with refusing():
        try:
            if ledger:
                open_ledger(folder, ledger).close()  # before the keys: a ward is founded once
            made = make_authority(folder, name)
            if ledger:
                choose_url(folder, ledger)
            open_ledger(folder).close()
        except LedgerTrouble as trouble:
            refuse_after(trouble, "Không mở được sổ nhận", "The ledger cannot be used")
    typer.echo(f"{made.name}: {folder}")
    both = f"{KEY_FILE}, {SEAL_FILE}"
    typer.echo(f"Chép {both} vào USB và cất vào két. Keep a copy of {both} in a safe.")
    typer.echo("Nên có chìa dự phòng / make an escrow too: ./script/run ward escrow --out FILE")
    lay_in(folder / LEDGER_FILE, BALLAST_BYTES)


def _begin_ledger(folder: Path, url: str) -> None:
    from kiosk.ward.authority import open_authority
    from kiosk.ward.ledger import LedgerTrouble, is_lost, open_ledger

    with refusing():
        open_authority(folder)
        if not is_lost(folder, url):
            refuse("Sổ nhận vẫn còn, không thay. / The ledger is there and is not replaced.")
        try:
            open_ledger(folder, url).close()
        except LedgerTrouble as trouble:
            refuse_after(trouble, "Không mở được sổ nhận", "The ledger cannot be used")
    typer.echo(
        "Đã bắt đầu sổ trống. Ở từng ki-ốt gõ / an empty ledger is begun; type at each kiosk: "
        "sudo ./script/run export --again"
    )


def escrow(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FILE", help="Ghi ra USB để trong két. On a stick that then lies in a safe."
        ),
    ],
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Thay chìa đang có; chìa ấy chỉ còn mở gói cũ. "
            "In place of the one there is; that one opens only what is older.",
        ),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Tạo chìa dự phòng. Makes a second identity that opens all that kiosks send; kept in a safe only."""
    from kiosk.ward.authority import open_authority

    if out.exists():
        refuse(f"{out} đã có, không ghi đè. / {out} exists already and is not written over.")
    if not out.absolute().parent.is_dir():  # made here, it would leave the secret on the ward's own disk
        folder = out.parent
        refuse(f"Không thấy {folder}: đã cắm USB chưa? / There is no {folder}: is the stick plugged in?")
    refuse_own_folder(out)
    paper = change(
        config, data, lambda ward: ward.with_escrow(again=again), before=lambda made: _keep_secret(out, made)
    )
    assert paper
    if is_own_disk(out.absolute().parent, choose(config, data).data_folder):
        typer.echo(
            f"{out} nằm trên chính máy này, CHƯA phải trên USB. Chép sang USB, xóa tệp này, rồi cất USB.\n"
            f"{out} lies on this machine's own disk, NO stick. Copy it to one, delete it here, lock it away.",
            err=True,
        )
    typer.echo(f"{out}: cất vào két, đừng để lại trên máy này. / Lock it away; leave no copy here.")
    if open_authority(ward_folder(choose(config, data).data_folder)).kiosks:
        typer.echo("Cấp lại giấy cho từng ki-ốt / then enrol each kiosk anew: ./script/run ward enrol")


def _keep_secret(file: Path, secret: bytes) -> None:
    from kiosk.base.files.durable import keep_once

    keep_once(file.absolute(), secret)


def rotate(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", help="Thư mục để ghi giấy mới. Where the new answers are written."
        ),
    ],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Đổi chìa khóa của phường. New keys for the ward, and a new answer for every kiosk."""
    from kiosk.base.files.handed_out import hand_out
    from kiosk.papers.keys.enrolment import ANSWER
    from kiosk.ward.authority import open_authority
    from kiosk.ward.authority import rotate as rotated

    with refusing():
        before = open_authority(ward_folder(choose(config, data).data_folder))
        refuse_own_folder(out)
        out.mkdir(parents=True, exist_ok=True)
        for kiosk in before.answers():
            refuse_unwritable(out / f"{kiosk}.json", ANSWER)
        after = rotated(before)
    names = kiosk_names_or_ids(config, data)
    with refusing(
        "Khóa ĐÃ đổi nhưng giấy chưa ghi đủ, hãy chạy lại lệnh này",
        "The keys HAVE changed but not every answer was written, run this again",
    ):
        for kiosk, answer in after.answers().items():
            hand_out(out / f"{kiosk}.json", answer)
            typer.echo(f"{out / kiosk}.json  {names(kiosk)}")
    typer.echo("Mang từng tệp đến ki-ốt của nó / take each file to its kiosk: ./script/run keys accept")


def change(
    config: Path | None,
    data: Path | None,
    act: Callable[[Authority], tuple[Authority, bytes]],
    before: Callable[[bytes], None] = lambda _: None,
    out: Path | None = None,
    form: str = "",
) -> bytes:
    """The paper that came of it. The register is written before it leaves, and *before* is done before.

    *out*: where the paper, of that *form*, goes; where it cannot be written nothing is done.
    """
    from kiosk.ward.authority import open_authority

    with refusing():
        ward = open_authority(ward_folder(choose(config, data).data_folder))
        refuse_unwritable(out, form)
        after, paper = act(ward)
        before(paper)
        after.save()
    return paper
