"""`kiosk ward program`: whose program the ward lets onto its kiosks, and its word on each release."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.papers import Out, hand_out, read_paper_file
from kiosk.desk.commands.place import Above, AsJson, ConfigFile, DataFolder, PackFile, print_json
from kiosk.desk.commands.refusals import refuse, refuse_unwritable, refusing
from kiosk.desk.commands.ward_keys import change
from kiosk.desk.commands.ward_pack import ward_of

if TYPE_CHECKING:
    from kiosk.papers.program.release import Countersignature, Release
    from kiosk.ward.authority import Authority

program = typer.Typer(
    help="Gói chương trình của ki-ốt. The program of the ward's kiosks.", no_args_is_help=True
)
ProgramFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="Bản chương trình, hoặc gói chương trình. A release, or a program pack."
    ),
]
Spoken = Annotated[
    str, typer.Argument(metavar="FINGERPRINT", help="Dấu khóa. Its mark: 'a1b2 c3d4 e5f6 0718'.")
]


@program.command("trust")
def trust(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Tệp khóa của người làm chương trình, TÊN.pub. The maker's paper, NAME.pub."
        ),
    ],
    spoken: Annotated[
        str,
        typer.Option(
            "--fingerprint",
            metavar="…",
            help="Dấu khóa mà người làm đọc qua điện thoại. What the maker reads out, by telephone.",
        ),
    ] = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Tin một người làm chương trình. From now on releases under that key can be countersigned."""
    from kiosk.papers.keys.maker import read_maker
    from kiosk.ward import programs

    paper = read_paper_file(file)
    with refusing():
        name = visible(read_maker(paper)[0])
    if not spoken:
        refuse(
            f"Hãy gọi cho {name}, nghe đọc dấu khóa, rồi gõ lại lệnh với --fingerprint 'a1b2 …'.\n"
            f"Call {name}, have the fingerprint read out, and type the command with --fingerprint 'a1b2 …'."
        )
    change(config, data, lambda ward: (programs.trust(ward, paper, spoken), b""))
    typer.echo(f"Phường tin chìa khóa của {name}. / The ward trusts the key of {name}.")


@program.command("distrust")
def distrust(spoken: Spoken, out: Out = None, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Thôi tin một chìa khóa. No kiosk that has the list takes a program under that key any more."""
    from kiosk.papers.keys.enrolment import REVOKED
    from kiosk.ward import programs

    paper = change(
        config, data, lambda ward: programs.distrust(ward, spoken, int(time.time())), out=out, form=REVOKED
    )
    hand_out(paper, out, "Mang đến từng ki-ốt / take this to every kiosk: ./script/run keys accept")


@program.command("makers")
def makers(config: ConfigFile = None, data: DataFolder = None) -> None:
    """Phường tin những ai. Whose releases the ward countersigns."""
    from kiosk.papers.keys.key_files import legible

    listed = ward_of(config, data).makers
    if not listed:
        typer.echo("Phường chưa tin người làm chương trình nào. / The ward trusts no maker of programs yet.")
    for maker in listed:
        state = "đã thu hồi / withdrawn" if maker.revoked else "tin / trusted"
        typer.echo(f"{legible(bytes.fromhex(maker.key))}  {visible(maker.name)}  {state}")


@program.command("show")
def show(
    file: ProgramFile, as_json: AsJson = False, config: ConfigFile = None, data: DataFolder = None
) -> None:
    """Gói này có đúng không, và trong có gì. Whether a pack is genuine, and what it holds."""
    from kiosk.ward import programs

    ward = ward_of(config, data)
    with _refusing(file), programs.seen_release(ward, file) as seen:
        if as_json:
            shown = _as_json(seen.opened.release, seen.maker.name, seen.said)
            print_json(shown)
        else:
            _print_release(seen.opened.release, seen.maker.name, seen.said)


@program.command("countersign")
def countersign(
    file: ProgramFile,
    out: PackFile,
    above: Above = 0,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Phường ký cho ki-ốt cài bản này. Puts the ward's word before a release, for its kiosks to take."""
    from kiosk.papers.program.release import WARDS
    from kiosk.ward import programs

    ward = ward_of(config, data)
    if file.exists() and out.exists() and file.samefile(out):
        refuse("--out phải là tệp khác. / --out has to be another file.")
    refuse_unwritable(out, WARDS)
    with _refusing(file):
        pack = programs.countersign(ward, file, out.absolute(), datetime.now(HANOI).date(), above)
    _print_release(pack.release, _maker_of(ward, pack.countersigned), pack.countersigned)
    typer.echo(f"Đã ghi / written: {out}")


def _refusing(file: Path) -> AbstractContextManager[None]:
    return refusing(f"Không đọc hay ghi được {file}", f"{file} cannot be read or written", named=False)


def _maker_of(ward: Authority, said: Countersignature) -> str:
    return next(maker.name for maker in ward.makers if maker.key == said.maker.hex())


def _print_release(release: Release, maker: str, said: Countersignature | None) -> None:
    typer.echo(f"Chương trình / program {release.version}, {release.made:%d/%m/%Y}, {release.commit[:12]}")
    typer.echo(f"Người làm / maker: {visible(maker)}. Chữ ký đúng / genuine.")
    if said is None:
        typer.echo("Phường chưa ký; ki-ốt chưa nhận. / Not countersigned: no kiosk takes it yet.")
    else:
        typer.echo(f"{said.ward}: gói số / pack {said.counter}, ký ngày / signed on {said.signed:%d/%m/%Y}")
    wheels = sum(file.path.startswith("wheels/") for file in release.files)
    extras = f"; {', '.join(release.extras)}" if release.extras else ""
    typer.echo(f"  {', '.join(release.machines)}; Python {', '.join(release.pythons)}{extras}")
    typer.echo(f"  nhật ký / log {release.database}; {wheels} wheels, {release.size / 1e6:.1f} MB")


def _as_json(release: Release, maker: str, said: Countersignature | None) -> dict[str, object]:
    return {
        "version": release.version, "commit": release.commit, "made": release.made.isoformat(),
        "maker": maker, "machines": list(release.machines), "pythons": list(release.pythons),
        "extras": list(release.extras),
        "database": release.database, "lock": release.lock, "bytes": release.size,
        "ward": said and said.ward, "counter": said and said.counter,
        "signed": said and said.signed.isoformat(),
    }  # fmt: skip
