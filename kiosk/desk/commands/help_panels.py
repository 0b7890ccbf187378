"""The words that Typer, and for `kiosk run` argparse, set around the help of a command, in both languages."""

from __future__ import annotations

from functools import cache
from typing import Any

USAGE = "Cách dùng · Usage: "
OPTIONS = "Tùy chọn · Options"
SHOW_HELP = "In ra trang này. Show this message and exit."
_PANELS = {
    "DEFAULT_STRING": "[mặc định · default: {}]",
    "REQUIRED_LONG_STRING": "[phải ghi · required]",
    "ARGUMENTS_PANEL_TITLE": "Ghi sau lệnh · Arguments",
    "OPTIONS_PANEL_TITLE": OPTIONS,
    "COMMANDS_PANEL_TITLE": "Các lệnh · Commands",
    "ERRORS_PANEL_TITLE": "Lỗi · Error",
    "RICH_HELP": "Xem cách dùng · For help: [blue]{command_path} {help_option}[/]",
}
_PLACES = {"[OPTIONS]": "[TÙY CHỌN · OPTIONS]", "COMMAND [ARGS]...": "LỆNH · COMMAND …"}


def help_in_both() -> None:
    """Every help and refusal of the command line, of groups without a command too, from now on."""
    from typer.core import TyperCommand, TyperGroup

    context_class: Any = TyperGroup.context_class
    context_class.formatter_class = _in_both(context_class.formatter_class)
    for command_class in (TyperCommand, TyperGroup):
        _show_help_in_both(command_class)


@cache
def panels_in_both() -> None:
    """Only where something is printed: it imports all that draws it."""
    from typer import rich_utils

    for name, words in _PANELS.items():
        if hasattr(rich_utils, name):  # they are its own, and differ by its version
            setattr(rich_utils, name, words)


def _in_both(formatter: Any) -> Any:
    """That class of Typer's, or of Click's; each help and each line of usage begins with one."""

    class InBoth(formatter):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **more: Any) -> None:
            panels_in_both()
            super().__init__(*arguments, **more)

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            for english, both in _PLACES.items():
                args = args.replace(english, both)
            super().write_usage(prog, args, prefix or USAGE)

    return InBoth


def _show_help_in_both(command_class: Any) -> None:
    of_typer = command_class.get_help_option

    def get_help_option(self: Any, ctx: Any) -> Any:
        option = of_typer(self, ctx)
        if option is not None:
            option.help = SHOW_HELP
        return option

    command_class.get_help_option = get_help_option
