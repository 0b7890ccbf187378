"""`kiosk ward pack make | show`: what the ward says to all its kiosks, in one signed file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.chosen import choose
from kiosk.commands.place import Above, AsJson, ConfigFile, DataFolder, PackFile, print_json
from kiosk.commands.refusals import refuse, refuse_unwritable, refusing
from kiosk.commands.ward_pack_shown import MOST_SHOWN, print_gone, print_pack
from kiosk.commands.ward_pack_shown import as_json as held
from kiosk.files.paths import ward_folder
from kiosk.hours.opening import HANOI
from kiosk.words.texts import SENTENCES

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority

pack = typer.Typer(help="Gói nội dung gửi ki-ốt. What the ward sends to its kiosks.", no_args_is_help=True)
DRAW = (
    "Có câu dài hơn trước. Vẽ màn hình ra xem, ở cỡ chữ lớn nhất, trước khi mang gói đi: / "
    "Some sentences are longer than before. Look at the screens in the largest letters before you carry the "
    "pack:\n  ./script/run tour vneid-muc-2 --content DIR --text-size 5 --out DIR"
)


@pack.command("make")
def make(
    out: PackFile,
    own: Annotated[
        Path | None,
        typer.Option(
            "--with",
            metavar="DIR",
            help="Thư mục riêng của phường. The ward's own: roster.csv, config.toml, needs.toml, pictures/ …",
        ),
    ] = None,
    back_to: Annotated[
        int | None,
        typer.Option(
            "--back-to",
            metavar="N",
            min=0,
            help="Đưa nội dung của gói số N trở lại; 0: bài có sẵn của chương trình. "
            "Bring back the content of pack N; 0: what comes with the program.",
        ),
    ] = None,
    above: Above = 0,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Làm gói mới, ký bằng chìa khóa của phường. Makes and signs the next pack; a faulty one is not made."""
    from kiosk.content.manifest import FORM
    from kiosk.files.handed_out import hand_out
    from kiosk.packs.refusals import PackRefused
    from kiosk.ward import packs

    if own is not None and not own.is_dir():
        refuse(f"Không thấy thư mục {own}. / There is no folder {own}.")
    ward, made = ward_of(config, data), datetime.now(HANOI).date()
    refuse_unwritable(out, FORM)
    looked_at: tuple[str, ...] = ()
    before = packs.newest_manifest(ward)
    with refusing():
        try:
            if back_to is not None:
                raw = packs.make_back_to(ward, back_to, made)
            else:
                ignored = _ignored(own)
                files = packs.content_files(own)
                looked_at = (*ignored, *_proven(files))
                raw = packs.make(ward, files, made, above)
            hand_out(out, raw)
            manifest, _ = packs.read_own(ward_of(config, data), out.absolute())
        except packs.NoSuchPack:
            kept = ", ".join(map(str, packs.kept_numbers(ward)))
            refuse(
                f"Phường không còn giữ gói {back_to}. Còn: {kept}. / "
                f"Pack {back_to} is not kept. Kept: {kept}."
            )
        except PackRefused as refused:
            refuse(f"{refused.vi} {refused.detail}\n{refused.en}")
    print_pack(manifest)
    if before is not None and back_to is None:
        print_gone(before, manifest, own)
    for line in looked_at:
        typer.echo(line)
    typer.echo(f"Đã ghi / written: {out}")


@pack.command("show")
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Gói nội dung. A content pack.")],
    as_json: AsJson = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Gói này có đúng của phường không, và trong có gì. Whether a pack is genuine, and what it holds."""
    from kiosk.ward import packs

    with refusing(f"Không đọc được {file}", f"{file} cannot be read", named=False):
        manifest, _ = packs.read_own(ward_of(config, data), file)
    if as_json:
        print_json(held(manifest))
        return
    print_pack(manifest)


def ward_of(config: Path | None, data: Path | None) -> Authority:
    from kiosk.ward.authority import open_authority

    with refusing():
        return open_authority(ward_folder(choose(config, data).data_folder))


def _ignored(own: Path | None) -> tuple[str, ...]:
    """What lies in the ward's folder and is no part of a pack; a link, which none holds, makes no pack."""
    from kiosk.ward.packs import left_out

    links, strange = left_out(own) if own is not None else ([], [])
    if links:
        lines = "\n".join(
            f"{link}: là lối tắt (liên kết), gói không nhận / a link, which no pack holds" for link in links
        )
        refuse(
            f"{lines}\nChưa làm gói: chép chính tệp ấy vào. / No pack was made: copy the file itself there."
        )
    return tuple(
        f"{name}: không phải phần nào của gói, bỏ qua / is no part of a pack, left out" for name in strange
    )


def _proven(files: dict[str, bytes]) -> tuple[str, ...]:
    """The same proof as at the kiosk: what it would turn down is not carried there. What somebody should
    look at all the same.
    """
    from kiosk.content.manifest import check_paths
    from kiosk.content.proof_beside import ProofBeside
    from kiosk.packs.archive import lay_out
    from kiosk.packs.held import Held

    check_paths(files)
    with TemporaryDirectory(prefix="kiosk-pack-") as folder:
        lay_out(Path(folder), ((Held(path, len(raw), ""), (raw,)) for path, raw in files.items()))
        wrong = ProofBeside().as_of(Path(folder), datetime.now(HANOI).date())
        wrong = tuple(one.replace(f"{folder}/", "") for one in wrong)
        looked_at = _to_look_at(Path(folder) / SENTENCES)
    if wrong:
        shown = "\n".join(wrong[:MOST_SHOWN])
        more = f"\n… (+{len(wrong) - MOST_SHOWN})" if len(wrong) > MOST_SHOWN else ""
        refuse(f"{shown}{more}\nChưa làm gói: sửa những chỗ trên. / No pack was made: mend what is above.")
    return looked_at


def _to_look_at(sentences: Path) -> tuple[str, ...]:
    """What no proof can say of the changed sentences: whether another program has them, and their room."""
    from kiosk.words.changed import longer_sentences, unknown_sentences

    longer = longer_sentences(sentences)
    lines = (*map(str, unknown_sentences(sentences)), *map(str, longer))
    return (*lines, *((DRAW,) if longer else ()))
