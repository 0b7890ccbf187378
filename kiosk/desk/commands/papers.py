"""The papers that kiosk and ward hand each other: read, written, printed, shown as a code."""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from kiosk.desk.commands.refusals import refusing

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Ghi ra tệp này; không ghi: in ra màn hình. Write it here; without: print it.",
    ),
]
WardsPaper = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="Tệp phường gửi; - là đọc từ máy quét. What the ward sent; - reads it from stdin.",
    ),
]
AsQr = Annotated[
    bool,
    typer.Option(
        "--qr",
        help="In thành mã QR, cho máy quét hoặc máy ảnh. Print it as a QR code, for a scanner or a camera.",
    ),
]


def read_paper_file(name: str) -> bytes:
    """The bytes of that file, or of standard input for ``-``. Ends the command where there is none."""
    from kiosk.base.files.foreign import read_ordinary
    from kiosk.base.messages.visible import visible
    from kiosk.papers.keys.documents import MOST_LISTED_BYTES

    shown = visible(name)
    with refusing(f"Không đọc được {shown}", f"{shown} cannot be read", named=False):
        return _typed() if name == "-" else read_ordinary(Path(name), MOST_LISTED_BYTES + 1)


def _typed() -> bytes:
    """The paper as a scanner types it, a line and Enter: read until it is whole, or to the end."""
    from kiosk.papers.keys.documents import MOST_BYTES

    raw = b""
    for line in sys.stdin.buffer:
        raw += line
        with suppress(ValueError, RecursionError):
            json.loads(raw)
            break
        if len(raw) > MOST_BYTES:
            break
    return raw


def hand_out(paper: bytes, out: Path | None, then: str, *, qr: bool = False) -> None:
    """Write the paper durably, or print it: as a code, which nothing beneath pushes off the screen."""
    if qr:
        _show_code(as_code(paper))
    if out is None:
        if not qr:
            typer.echo(paper.decode(), nl=False)
        return
    write(out, paper)
    typer.echo(f"{out}\n{then}")


def write(out: Path, raw: bytes) -> None:
    """Durably, for everybody to read. Ends the command where that cannot be done."""
    from kiosk.base.files.handed_out import hand_out

    with refusing(f"Không ghi được {out}", f"{out} cannot be written", named=False):
        hand_out(out, raw)


def _show_code(code: str) -> None:
    """Of a code that is taller or wider than the window a scanner sees a part, and reads nothing."""
    typer.echo(code)
    rows, room = code.splitlines(), shutil.get_terminal_size()
    if sys.stdout.isatty() and (len(rows) >= room.lines or len(rows[0]) > room.columns):
        typer.echo(
            "Cửa sổ này không đủ chỗ cho cả mã: phóng to cửa sổ, thu nhỏ chữ (Ctrl và dấu trừ), rồi gõ lại.\n"
            "The window does not hold the whole code: enlarge it, make its letters smaller, and try again.",
            err=True,
        )


def as_code(paper: bytes) -> str:
    """Two rows of the code in one line of text, light on dark, with its quiet zone."""
    from accessibility.qr_code import QUIET_MODULES, modules_of

    rows = modules_of(json.dumps(json.loads(paper), separators=(",", ":")))
    side = len(rows) + 2 * QUIET_MODULES
    edge = [[False] * side] * QUIET_MODULES
    wide = [*edge, *([False] * QUIET_MODULES + row + [False] * QUIET_MODULES for row in rows), *edge]
    wide += [[False] * side] * (len(wide) % 2)
    signs = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "\n".join(
        "".join(signs[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(wide[::2], wide[1::2], strict=True)
    )
