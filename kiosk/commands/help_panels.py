"""The words that Typer sets around the help of a command, in both languages."""

from __future__ import annotations

_PANELS = {
    "DEFAULT_STRING": "[mặc định · default: {}]",
    "REQUIRED_LONG_STRING": "[phải ghi · required]",
    "ARGUMENTS_PANEL_TITLE": "Ghi sau lệnh · Arguments",
    "OPTIONS_PANEL_TITLE": "Tùy chọn · Options",
    "COMMANDS_PANEL_TITLE": "Các lệnh · Commands",
    "ERRORS_PANEL_TITLE": "Lỗi · Error",
}


def panels_in_both() -> None:
    """Only where help or a refusal is printed: it imports all that draws them."""
    from typer import rich_utils

    for name, words in _PANELS.items():
        if hasattr(rich_utils, name):  # they are its own, and differ by its version
            setattr(rich_utils, name, words)
