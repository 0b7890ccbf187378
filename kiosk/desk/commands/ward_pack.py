"""`kiosk ward pack make | publish | show`: what the ward says to all its kiosks, in one signed file."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.files.paths import ward_folder
from kiosk.base.hours.opening import HANOI
from kiosk.base.words.texts import SENTENCES
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.officers import officer, second_officer
from kiosk.desk.commands.place import Above, AsJson, ConfigFile, DataFolder, print_json
from kiosk.desk.commands.refusals import refuse, refuse_unless_meant, refuse_unwritable, refusing
from kiosk.desk.commands.ward_ledger import LedgerUrl, kiosk_names_or_ids, opened
from kiosk.desk.commands.ward_pack_shown import MOST_SHOWN, print_changes, print_gone, print_pack
from kiosk.desk.commands.ward_pack_shown import as_json as held

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ward.authority import Authority
    from kiosk.ward.conditions import Condition
    from kiosk.ward.publishing import Book, Draft

pack = typer.Typer(help="Gói nội dung gửi ki-ốt. What the ward sends to its kiosks.", no_args_is_help=True)
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="ID",
        help="Mã cán bộ của bạn, ví dụ cb-01; máy hỏi mã PIN. Your id; the PIN is asked for.",
    ),
]
DRAW = (
    "Có câu dài hơn trước. Vẽ màn hình ra xem, ở cỡ chữ lớn nhất, trước khi mang gói đi: / "
    "Some sentences are longer than before. Look at the screens in the largest letters before you carry the "
    "pack:\n  ./script/run tour vneid-muc-2 --content DIR --text-size 5 --out DIR"
)


@pack.command("make")
def make(
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
    by: By = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Làm bản nháp của gói mới, chưa ki-ốt nào nhận. Prepares the next pack; a faulty one is not made."""
    from kiosk.papers.packs.refusals import PackRefused
    from kiosk.ward import packs, publishing
    from kiosk.ward.pack_changes import lowered

    if own is not None and not own.is_dir():
        refuse(f"Không thấy thư mục {own}. / There is no folder {own}.")
    ward, made = ward_of(config, data), datetime.now(HANOI).date()
    maker = officer(choose(config, data).data_folder, by)
    looked_at: tuple[str, ...] = ()
    with refusing():
        try:
            before, old = publishing.in_force(ward)
            if back_to is not None:
                draft = _back_to(ward, back_to, maker, above)
            else:
                ignored = _ignored(own)
                files, steps = lowered(old, packs.content_files(own), packs.content_files(None))
                looked_at = (*ignored, *_proven(files), *map(_lowered, steps))
                draft = publishing.Draft(files, maker, above)
            publishing.keep_draft(ward, draft)
            changed = publishing.changes_of(ward, draft.files)
            second = publishing.wants_second(ward, draft)
        except packs.NoSuchPack:
            kept = ", ".join(map(str, packs.kept_numbers(ward)))
            refuse(
                f"Phường không còn giữ gói {back_to}. Còn: {kept}. / "
                f"Pack {back_to} is not kept. Kept: {kept}."
            )
        except PackRefused as refused:
            refuse(f"{refused.vi} {refused.detail}\n{refused.en}")
    manifest = publishing.draft_manifest(ward, draft, made)
    print_pack(manifest)
    if before is not None and back_to is None:
        print_gone(before, manifest, own)
    print_changes(changed, before.counter if before else 0)
    for line in looked_at:
        typer.echo(line)
    if second:
        typer.echo(
            "Cần người thứ hai duyệt bằng mã PIN của mình. / A second person has to approve it, by their PIN."
        )
    typer.echo(
        "Đây là bản nháp, chưa ki-ốt nào nhận. Xem hết rồi phát hành cho một ki-ốt trước: / This is a draft. "
        "Look it through, then let one kiosk have it first:\n  ./script/run ward pack publish --out FILE"
    )


@pack.command("publish")
def publish(
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Ghi ra cả tệp này, ra USB cũng được. Written here too, a stick will do.",
        ),
    ] = None,
    kiosk: Annotated[
        str,
        typer.Option(
            "--kiosk",
            metavar="KIOSK",
            help="Ki-ốt dùng thử: tên, hoặc nơi đặt; không ghi: như lần trước. Which kiosk tries it.",
        ),
    ] = "",
    everywhere: Annotated[
        bool, typer.Option("--all", help="Cho mọi ki-ốt, sau khi một ki-ốt đã dùng thử. For all kiosks.")
    ] = False,
    untried: Annotated[
        bool,
        typer.Option(
            "--untried",
            help="Cho mọi ki-ốt dù chưa ki-ốt nào dùng thử xong; cần người thứ hai. "
            "Though no kiosk has tried it; a second person approves.",
        ),
    ] = False,
    by: By = "",
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Ký và phát hành: một ki-ốt trước, rồi mọi ki-ốt. Signs the draft, for one kiosk, then for all."""
    from kiosk.base.files.handed_out import hand_out
    from kiosk.papers.content.manifest import FORM
    from kiosk.papers.packs.refusals import PackRefused
    from kiosk.ward import packs, publishing

    ward, folder = ward_of(config, data), choose(config, data).data_folder
    refuse_unwritable(out, FORM)
    made, now_s = datetime.now(HANOI).date(), int(time.time())
    with refusing():
        draft, trial, book = (
            publishing.read_draft(ward),
            publishing.on_trial(ward),
            publishing.read_book(ward),
        )
        in_use = tuple(one for one in ward.kiosks if one not in ward.withdrawn)
        try:
            if draft is not None:
                back = publishing.is_way_back(ward, draft) and not kiosk
                all_at_once = everywhere or back or not in_use
                leaps = all_at_once and not back and bool(in_use)
                if leaps and not untried:
                    refuse(ONE_FIRST)
                second = leaps or publishing.wants_second(ward, draft)
                kiosks = () if all_at_once else (_trial_kiosk(ward, kiosk, book, ledger, config, data),)
                approved = second_officer(folder, by, draft.made_by) if second else ""
                _ask(draft, ward)
                raw = publishing.publish_draft(ward, draft, kiosks, approved, made, now_s)
            elif trial is not None and everywhere:
                tried = publishing.has_tried(trial, book, _conditions(ledger, config, data))
                if not (tried or untried):
                    refuse(NOT_TRIED)
                entry = book.of(trial.counter)
                approved = "" if tried else second_officer(folder, by, entry.made_by if entry else "")
                raw = publishing.publish_for_all(ward, approved, made, now_s)
            elif (last := packs.last_made(ward)) is not None:
                raw = last.read_bytes()
            else:
                refuse("Chưa có bản nháp nào. / There is no draft: ./script/run ward pack make")
            if out is not None:
                hand_out(out, raw)
            last = packs.last_made(ward)
            assert last is not None
            manifest, _ = packs.read_own(ward_of(config, data), last)
        except packs.NoSuchPack:
            refuse(
                "Phường không còn giữ gói ấy, hãy làm lại. / That pack is not kept any more: make it again."
            )
        except PackRefused as refused:
            refuse(f"{refused.vi} {refused.detail}\n{refused.en}")
    print_pack(manifest)
    _print_for_whom(manifest.kiosks, kiosk_names_or_ids(config, data, ledger))
    if out is not None:
        typer.echo(f"Đã ghi / written: {out}")


ONE_FIRST = (
    "Gói mới đến một ki-ốt trước: bỏ --all, đợi một ngày, rồi gõ lại với --all. Gấp lắm thì thêm "
    "--untried và một người thứ hai duyệt.\n"
    "A new pack goes to one kiosk first: leave --all out, wait a day, then use it. Where it cannot wait add "
    "--untried, which a second person approves."
)
NOT_TRIED = (
    "Ki-ốt dùng thử chưa báo về là gói ấy tốt: ki-ốt tự khám mỗi ngày, số liệu về đến phường thì lệnh này "
    "mới chạy. Gấp lắm thì thêm --untried và một người thứ hai duyệt.\n"
    "The kiosk that tries the pack has not said yet that it is good: it looks at itself daily, and that has "
    "to reach the ward. Where it cannot wait add --untried, which a second person approves."
)


def _lowered(step: str) -> str:
    return (
        f"{step}: câu đã sửa mà nguồn và ngày kiểm tra vẫn như cũ, gói hạ độ tin xuống C. Đã kiểm tra thì "
        "sửa checked_on và sources. / its words are others, its sources and checked_on are not: confidence C."
    )


def _back_to(ward: Authority, number: int, maker: str, above: int) -> Draft:
    from kiosk.ward import packs, publishing

    if number == 0:
        return publishing.Draft({}, maker, above, 0)
    manifest, files = packs.kept_pack(ward, number)
    return publishing.Draft(files, maker, above, number, manifest.programs)


def _ask(draft: Draft, ward: Authority) -> None:
    """What is about to change, once more, and whether that is meant; a script is not asked."""
    from kiosk.ward import publishing

    before, _ = publishing.in_force(ward)
    print_changes(publishing.changes_of(ward, draft.files), before.counter if before else 0)
    refuse_unless_meant("Ký và phát hành? / Sign and publish it?")


def _trial_kiosk(
    ward: Authority, said: str, book: Book, ledger: str, config: Path | None, data: Path | None
) -> str:
    """The kiosk that was named; else the one that tried the last pack, or was enrolled first."""
    in_use = [one for one in ward.kiosks if one not in ward.withdrawn]
    if not said:
        before = [kiosk for one in reversed(book.entries) for kiosk in one.kiosks if kiosk in in_use]
        return (before or in_use)[0]
    if said in in_use:
        return said
    from kiosk.ward.kiosk_names import kiosks_at
    from kiosk.ward.status import places_of

    with opened(config, data, ledger) as (_, ledger_book), ledger_book.read() as connection:
        meant = kiosks_at(said, in_use, places_of(connection))
    if len(meant) != 1:
        refuse(
            f"Không có đúng một ki-ốt là “{said}”. / Not exactly one kiosk is “{said}”: {', '.join(in_use)}"
        )
    return meant[0]


def _conditions(ledger: str, config: Path | None, data: Path | None) -> dict[str, Condition]:
    from kiosk.ward.conditions import conditions_of

    with opened(config, data, ledger) as (_, book), book.read() as connection:
        return conditions_of(connection)


def _print_for_whom(kiosks: tuple[str, ...], name: Callable[[str], str]) -> None:
    if not kiosks:
        typer.echo("Cho mọi ki-ốt. / For all kiosks.")
        return
    typer.echo(f"Dùng thử trước ở / tried first by: {', '.join(map(name, kiosks))}")
    typer.echo(
        "Ki-ốt khác chưa nhận. Sau một ngày, ki-ốt ấy báo tốt thì / no other takes it; a day after, when "
        "that kiosk has found it good:\n  ./script/run ward pack publish --all --out FILE"
    )


@pack.command("show")
def show(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Gói nội dung; không ghi: bản nháp. A pack; without: the draft."),
    ] = None,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help="Mọi câu, số, địa chỉ, cài đặt: trước → sau. Every sentence and setting, before and after.",
        ),
    ] = False,
    as_json: AsJson = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Gói này có đúng của phường không, trong có gì, đổi gì. What a pack holds, and what it changes."""
    from kiosk.ward import packs, publishing

    named = ("Không đọc được bản nháp", "The draft cannot be read")
    if file is not None:
        named = (f"Không đọc được {file}", f"{file} cannot be read")
    with refusing(*named, named=False):
        ward = ward_of(config, data)
        if file is None:
            draft = publishing.read_draft(ward)
            if draft is None:
                refuse("Không có bản nháp. / There is no draft: ./script/run ward pack make")
            files = draft.files
            manifest = publishing.draft_manifest(ward, draft, datetime.now(HANOI).date())
        else:
            manifest, files = packs.read_own(ward, file)
        before, _ = publishing.in_force(ward)
        entry = publishing.read_book(ward).of(manifest.counter)
        changed = publishing.changes_of(ward, files) if diff else ()
    if as_json:
        print_json(held(manifest))
        return
    print_pack(manifest)
    if entry is not None and entry.made_by:
        typer.echo(
            f"Người làm / made by: {entry.made_by}; người duyệt / approved by: {entry.approved_by or '–'}"
        )
    if diff:
        print_changes(changed, before.counter if before else 0, most=None)


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
    from kiosk.papers.content.manifest import check_paths
    from kiosk.papers.content.proof_beside import ProofBeside
    from kiosk.papers.packs.archive import lay_out
    from kiosk.papers.packs.held import Held

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
    from kiosk.base.words.changed import longer_sentences, unknown_sentences

    longer = longer_sentences(sentences)
    lines = (*map(str, unknown_sentences(sentences)), *map(str, longer))
    return (*lines, *((DRAW,) if longer else ()))
