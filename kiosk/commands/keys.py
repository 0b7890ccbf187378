"""`kiosk keys`: on the kiosk, ask the ward to be enrolled, and keep its answer."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kiosk.commands.chosen import choose
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.files.identity import kiosk_id

if TYPE_CHECKING:
    from kiosk.config.forms import Form

keys = typer.Typer(help="Chìa khóa của ki-ốt. The kiosk's key.", no_args_is_help=True)
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


@keys.command("request")
def request(
    out: Out = None,
    qr: AsQr = False,
    new: Annotated[
        bool,
        typer.Option(
            "--new",
            help="Xin giấy cho khóa mới; đến lúc ấy khóa cũ vẫn dùng. "
            "For a new key; the old one serves until then.",
        ),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Xin phường cấp giấy cho ki-ốt này. Asks the ward to enrol this kiosk."""
    from kiosk.keys.enrolment import ask, ask_with_new_key, read_request

    folder = choose(config, data).data_folder
    refuse_unwritable(out)
    with refusing("Không dùng được chìa khóa", "The key cannot be used"):
        paper = (ask_with_new_key if new else ask)(folder, kiosk_id(folder))
    print_key(*read_request(paper))
    then = "Mang tệp này đến phường / take this to the ward: ./script/run ward enrol"
    hand_out(paper, out, then, qr=qr)


@keys.command("accept")
def accept(file: WardsPaper, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Nhận giấy của phường. Keeps the ward's answer, or its list of withdrawn kiosks."""
    from kiosk.keys.enrolment import accept as keep

    folder = choose(config, data).data_folder
    with refusing():
        enrolment = keep(folder, kiosk_id(folder), read_paper_file(file))
    typer.echo(f"Ki-ốt đã thuộc {enrolment.ward}. This kiosk is enrolled with {enrolment.ward}.")
    typer.echo(f"Chìa khóa bị thu hồi / keys withdrawn: {len(enrolment.revoked)}")


def read_paper_file(name: str) -> bytes:
    """The bytes of that file, or of standard input for ``-``. Ends the command where there is none."""
    from kiosk.files.foreign import read_ordinary
    from kiosk.keys.documents import MOST_LISTED_BYTES
    from kiosk.messages.visible import visible

    shown = visible(name)
    with refusing(f"Không đọc được {shown}", f"{shown} cannot be read", named=False):
        return _typed() if name == "-" else read_ordinary(Path(name), MOST_LISTED_BYTES + 1)


def _typed() -> bytes:
    """The paper as a scanner types it, a line and Enter: read until it is whole, or to the end."""
    from kiosk.keys.documents import MOST_BYTES

    raw = b""
    for line in sys.stdin.buffer:
        raw += line
        with suppress(ValueError, RecursionError):
            json.loads(raw)
            break
        if len(raw) > MOST_BYTES:
            break
    return raw


def print_key(kiosk: str, public: bytes) -> None:
    """Said on both sides: two people see that it is the same kiosk. The paper may go to stdout."""
    from kiosk.keys.key_files import legible

    typer.echo(f"{kiosk}  khóa / key: {legible(public)}", err=True)


def refuse_unwritable(out: Path | None) -> None:
    """Asked before a command changes anything: what came of it would else be changed and in nobody's hand."""
    from kiosk.files.durable import prove_writable

    vi, en = f"Không ghi được {out}; chưa có gì bị đổi", f"{out} cannot be written; nothing was changed"
    with refusing(vi, en, named=False):
        if out is not None:
            prove_writable(out.absolute())


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
    from kiosk.files.durable import publish

    with refusing(f"Không ghi được {out}", f"{out} cannot be written", named=False):
        publish(out.absolute(), raw, shared=True)


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


def refuse_unless(form: Form, written: str, option: str) -> None:
    """A name said on the command line is what the config would take for it, and not left empty."""
    from kiosk.config.forms import FORMS, FormOfText
    from kiosk.config.option import Option
    from kiosk.config.values import ValueRefused, read_value

    value = read_value(Option("text", "", "", form=form), written) if written else FORMS[form]
    if isinstance(value, ValueRefused | FormOfText):
        refuse(f"{option} {value.vi}\n{option} {value.en}")


def refuse(words: str) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(1)


@contextmanager
def refusing(
    vi: str = "Không làm được", en: str = "This did not work", *, named: bool = True
) -> Iterator[None]:
    """Ends the command where something within is refused in sentences of its own, or cannot be used, read or
    written: then as `refuse_after` says it.
    """
    from kiosk.messages.system_errors import SaidInBoth, Unusable

    try:
        yield
    except (Unusable, OSError) as failure:
        refuse_after(failure, vi, en, named=named)
    except SaidInBoth as refused:
        refuse(f"{refused.vi}\n{refused.en}")


def refuse_after(
    failure: Exception, vi: str = "Không làm được", en: str = "This did not work", *, named: bool = True
) -> NoReturn:
    """Why it failed, in each language. *named*: with the file's name, which else stands in *vi* and *en*."""
    from kiosk.messages.system_errors import explained, reason_of
    from kiosk.messages.visible import visible

    why = explained(failure) if named else reason_of(failure)
    refuse(f"{vi}: {visible(why.vi)}.\n{en}: {visible(why.en)}.")


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
