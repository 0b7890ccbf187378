"""How a command says why it cannot go on, in both languages, and ends with 1."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from kiosk.base.config.forms import Form


def refuse(words: str) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(1)


def refuse_after(
    failure: Exception, vi: str = "Không làm được", en: str = "This did not work", *, named: bool = True
) -> NoReturn:
    """Why it failed, in each language. *named*: with the file's name, which else stands in *vi* and *en*."""
    from kiosk.base.messages.system_errors import explained, reason_of
    from kiosk.base.messages.visible import visible

    why = explained(failure) if named else reason_of(failure)
    refuse(f"{vi}: {visible(why.vi)}.\n{en}: {visible(why.en)}.")


@contextmanager
def refusing(
    vi: str = "Không làm được", en: str = "This did not work", *, named: bool = True
) -> Iterator[None]:
    """Ends the command where something within is refused in sentences of its own, or cannot be used, read or
    written: then as `refuse_after` says it.
    """
    from kiosk.base.messages.system_errors import SaidInBoth, Unusable

    try:
        yield
    except (Unusable, OSError) as failure:
        refuse_after(failure, vi, en, named=named)
    except SaidInBoth as refused:
        refuse(f"{refused.vi}\n{refused.en}")


def refuse_unwritable(out: Path | None, form: str) -> None:
    """Asked before a command changes anything: what came of it would else be changed and in nobody's hand.

    *form*: of what is to be written (`kiosk.base.files.handed_out.form_of`).
    """
    from kiosk.base.files.durable import prove_writable
    from kiosk.base.files.handed_out import check_place

    vi, en = f"Không ghi được {out}; chưa có gì bị đổi", f"{out} cannot be written; nothing was changed"
    with refusing(vi, en, named=False):
        if out is not None:
            check_place(out, form)
            prove_writable(out.absolute())


def refuse_own_folder(out: Path) -> None:
    """Where a command would write into what is a ward's or a kiosk's own."""
    from kiosk.base.files.handed_out import check_folder

    with refusing():
        check_folder(out)


def refuse_unless(form: Form, written: str, option: str) -> None:
    """A name said on the command line is what the config would take for it, and not left empty."""
    from kiosk.base.config.forms import FORMS, FormOfText
    from kiosk.base.config.option import Option
    from kiosk.base.config.values import ValueRefused, read_value

    value = read_value(Option("text", "", "", form=form), written) if written else FORMS[form]
    if isinstance(value, ValueRefused | FormOfText):
        refuse(f"{option} {value.vi}\n{option} {value.en}")


def refuse_unless_meant(question: str, option: str = "") -> None:
    """Asks whoever sits at the terminal. A script is not asked; with *option*, it has to say that by it."""
    if at_a_terminal():
        if not typer.confirm(question, err=True):
            refuse("Chưa làm gì. / Nothing was done.")
    elif option:
        refuse(f"{question}\nĐúng thế thì thêm {option}. / If that is meant, add {option}.")


def at_a_terminal() -> bool:
    return sys.stdin.isatty()
