"""What is wrong with a command, said in Vietnamese above the English of Typer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperGroup

from kiosk.desk.commands.help_panels import panels_in_both

_ALLOWED = (
    (r"is not one of (.+?)\.?$", "Ghi một trong"),
    (r"less than or equal to (\S+)", "Nhiều nhất"),
    (r"greater than or equal to (\S+)", "Ít nhất"),
    (r"not in the range (.+?)\.?$", "Trong khoảng"),
)
USAGE_ERROR: Any = typer.BadParameter.__base__
"""Typer's own or Click's, by the version of Typer; neither is public in all of them."""


class InBothLanguages(TyperGroup):
    """The whole command line: what its commands refuse passes through here."""

    def make_context(self, *arguments: Any, **more: Any) -> Any:
        with _in_vietnamese():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: Any) -> Any:
        with _in_vietnamese():
            return super().invoke(ctx)


@contextmanager
def _in_vietnamese() -> Iterator[None]:
    try:
        yield
    except USAGE_ERROR as wrong:
        panels_in_both()
        if type(wrong).__name__ != "NoArgsIsHelpError":  # that is the help, and no reproach
            typer.echo(sentence_vi(wrong), err=True)
        raise


def sentence_vi(wrong: Any) -> str:
    """What was written wrongly, and where to read how it is written. *wrong* is a usage error of Typer."""
    context = wrong.ctx
    command = context.command_path if context else "kiosk"
    return f"{_fault_vi(wrong, context)} Xem cách dùng: {command} --help"


def _fault_vi(wrong: Any, context: Any) -> str:
    parameter = getattr(wrong, "param", None)
    match type(wrong).__name__:
        case "NoSuchOption":
            return f"Không có tùy chọn {wrong.option_name}.{_meant(wrong.possibilities)}"
        case "MissingParameter":
            return f"Lệnh còn thiếu {_name(parameter)}."
        case "BadParameter" if parameter is not None:
            return f"Giá trị ghi cho {_name(parameter)} không dùng được.{_allowed(wrong.message)}"
        case "BadParameter":  # in our own words, which are in both languages
            return f"{wrong.message.removesuffix('.')}."
        case "BadOptionUsage":
            return f"Tùy chọn {wrong.option_name} ghi chưa đúng."
        case _:
            pass
    if context is not None and isinstance(context.command, TyperGroup):
        names = context.command.list_commands(context)
        typed = wrong.message.partition("'")[2].partition("'")[0]
        near = get_close_matches(typed, names)
        listed = _meant(near) or f" Ở đây có: {', '.join(names)}."
        return f"Không có lệnh “{typed}”.{listed}"
    return "Lệnh viết thừa hoặc thiếu chữ."


def _meant(near: Sequence[str] | None) -> str:
    return f" Có phải là: {', '.join(near)}?" if near else ""


def _allowed(said: str) -> str:
    """What may be written there, as Typer or our own words have *said* it."""
    for pattern, vi in _ALLOWED:
        if match := re.search(pattern, said):
            listed = match[1].replace("'", "")
            return f" {vi}: {listed}."
    return "" if said.isascii() else f" {said}"


def _name(parameter: Any) -> str:
    """As the help shows it: ``--lang``, ``DIR``."""
    if parameter is None:
        return "một mục"
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name)
