"""A command that was written wrongly, told in Vietnamese above the English of Typer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

USAGE_ERROR: Any = typer.BadParameter.__base__
"""Typer's own or Click's, by the version of Typer; neither is public in all of them."""


class InBothLanguages(TyperGroup):
    """The whole command line: what its commands refuse passes through here."""

    def make_context(self, *arguments: Any, **more: Any) -> Any:
        with _told_in_vietnamese():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: Any) -> Any:
        with _told_in_vietnamese():
            return super().invoke(ctx)


@contextmanager
def _told_in_vietnamese() -> Iterator[None]:
    try:
        yield
    except USAGE_ERROR as wrong:
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
            return f"Không có tùy chọn {wrong.option_name}."
        case "MissingParameter":
            return f"Lệnh còn thiếu {_name(parameter)}."
        case "BadParameter" if parameter is not None:
            return f"Giá trị ghi cho {_name(parameter)} không dùng được."
        case "BadParameter":
            return "Một giá trị trong lệnh không dùng được."
        case "BadOptionUsage":
            return f"Tùy chọn {wrong.option_name} ghi chưa đúng."
        case _:
            pass
    if context is not None and isinstance(context.command, TyperGroup):
        return f"Không có lệnh ấy. Ở đây có: {', '.join(context.command.list_commands(context))}."
    return "Lệnh viết thừa hoặc thiếu chữ."


def _name(parameter: Any) -> str:
    """As the help shows it: ``--lang``, ``DIR``."""
    if parameter is None:
        return "một mục"
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name)
