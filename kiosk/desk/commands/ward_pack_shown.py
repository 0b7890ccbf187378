"""Prints for an officer what a content pack of the ward holds, and what it no longer holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kiosk.base.messages.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.papers.content.manifest import Manifest
    from kiosk.ward.pack_changes import Change, Mark

MOST_SHOWN, MOST_PRINTED = 20, 200
_PARTS_VI = {
    "asking": "lời hỏi", "config": "cấu hình chung", "exercises": "bài tập nhỏ", "guides": "bài hướng dẫn",
    "needs": "các ô màn hình đầu", "pictures": "hình riêng", "readings": "cách đọc",
    "rehearsals": "tập đối phó, tập giúp bác", "roster": "bảng trực", "training": "bài cho tình nguyện viên",
    "voices": "câu thu sẵn", "ward": "các nơi của phường", "words": "câu trên màn hình",
}  # fmt: skip


def print_pack(manifest: Manifest) -> None:
    back = ""
    if manifest.back_to == 0:
        back = ", quay lại bài có sẵn của chương trình / back to what comes with the program"
    elif manifest.back_to is not None:
        back = f", quay lại gói {manifest.back_to} / back to {manifest.back_to}"
    if manifest.counter:
        typer.echo(f"{manifest.ward}: gói số / pack {manifest.counter}{back}")
        typer.echo(f"Ký ngày / signed on: {manifest.made:%d/%m/%Y}. Chữ ký đúng của phường / genuine.")
    else:
        typer.echo(f"{manifest.ward}: bản nháp của gói mới / the draft of a pack{back}")
    for part, number in sorted(_parts(manifest).items()):
        typer.echo(f"  {_named(part)}: {number}")
    typer.echo(f"  {len(manifest.files)} tệp / files, {manifest.size / 1e6:.1f} MB")


_MARKS: dict[Mark, tuple[str, str]] = {
    "address": (
        "địa chỉ mạng, hoặc địa chỉ một nơi của phường, cần người thứ hai duyệt",
        "a new web address, or another address of an office: a second person approves",
    ),
    "phone": (
        "số điện thoại mới, cần người thứ hai duyệt",
        "a new telephone number: a second person approves",
    ),
    "asks": (
        "câu hỏi mã, mật khẩu hay tiền, cần người thứ hai duyệt",
        "it asks for a code, a password or money: a second person approves",
    ),
    "stale": ("bản dịch chưa sửa theo", "the translation was left as it was"),
    "lowered": (
        "độ tin hạ xuống: câu đã sửa, nguồn chưa",
        "lowered: the words are others, the sources are not",
    ),
}


def print_changes(changed: Sequence[Change], number: int, most: int | None = MOST_PRINTED) -> None:
    """Before → after of each, what is marked first."""
    beside = f"gói {number} / pack {number}" if number else "bài có trên máy này / what this machine has"
    typer.echo(f"{len(changed)} chỗ đổi so với {beside}. / places are others.")
    shown, file = changed[:most], ""
    for one in shown:
        if one.file != file:
            file = one.file
            typer.echo(f"{_named(file)}")
        typer.echo(f"  {visible(one.key)}: {_said(one.before)} → {_said(one.after)}")
        for mark in one.marks:
            vi, en = _MARKS[mark]
            which = f" ({', '.join(one.stale)})" if mark == "stale" else ""
            typer.echo(f"    ⚠ {vi}{which} / {en}{which}")
    if left := len(changed) - len(shown):
        typer.echo(f"  … (+{left}): ./script/run ward pack show --diff")


def _said(value: str | None) -> str:
    return "(không có / none)" if value is None else f"“{visible(value)}”"


def _named(part: str) -> str:
    """That part, lesson or file of a pack, with what an officer calls it."""
    vi = _PARTS_VI.get(part.partition("/")[0].partition(".")[0])
    return f"{vi} / {part}" if vi else part


def print_gone(before: Manifest, manifest: Manifest, own: Path | None) -> None:
    """A pack replaces the one before whole: what it no longer holds is gone from every kiosk."""
    from kiosk.ward import packs

    lost = [*packs.gone(before, manifest)]
    if "needs.toml" not in lost and (own is None or not (own / "needs.toml").is_file()):
        tiles = {one.hashes.get("needs.toml") for one in (before, manifest)}
        lost += ["needs.toml (bản của chương trình / the program's own)"] if len(tiles) > 1 else []
    if not lost:
        return
    number = before.counter
    typer.echo(
        f"Gói trước (số {number}) có, gói này KHÔNG còn; ki-ốt nhận gói này sẽ thôi dùng: / "
        f"Held by pack {number} before and NOT by this one; kiosks that take it use them no more:"
    )
    for one in lost[:MOST_SHOWN]:
        typer.echo(f"  {_named(one)}")
    if len(lost) > MOST_SHOWN:
        typer.echo(f"  … (+{len(lost) - MOST_SHOWN})")
    typer.echo(
        "Muốn giữ thì làm lại gói, thêm --with và thư mục riêng của phường. / "
        "To keep them, make the pack again, with --with and the ward's own folder."
    )


def _parts(manifest: Manifest) -> Counter[str]:
    """How many lessons each folder holds, or files where it holds none."""
    lessons = {
        (part, inside[0]) for part, *inside in (file.path.split("/") for file in manifest.files) if inside
    }
    alone = [(file.path, "") for file in manifest.files if "/" not in file.path]
    return Counter(part for part, _ in (*lessons, *alone))


def as_json(manifest: Manifest) -> dict[str, object]:
    return {
        "ward": manifest.ward, "counter": manifest.counter, "back_to": manifest.back_to,
        "made": manifest.made.isoformat(), "programs": list(manifest.programs),
        "holds": dict(sorted(_parts(manifest).items())),
        "files": len(manifest.files), "bytes": manifest.size,
    }  # fmt: skip
