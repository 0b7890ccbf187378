"""What a command says, broken at words where a terminal would break it within one.

Into a file or another program it goes as it is. A command to be typed stays in one piece, to be copied.
"""

from __future__ import annotations

import re
import shutil
import sys
from textwrap import wrap

import typer

from kiosk.desk.commands.as_typed import AS_TYPED

_HANGS = re.compile(r"\s*(?:(?:→|–|[✓✗?]) )?")
_TYPED = re.compile(re.escape(AS_TYPED) + r"[^\n.()]*[^\n.() ]")
_JOINT = "\0"


def say(text: str) -> None:
    """To standard output, with a new line at its end."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    typer.echo(in_columns(text, columns))


def in_columns(text: str, columns: int) -> str:
    """*text* in lines of at most *columns*, what goes on further in than it began; 0: as it is."""
    return "\n".join(_broken(line, columns) for line in text.split("\n")) if columns else text


def _broken(line: str, columns: int) -> str:
    """What has no blank, as a long path, stays whole."""
    if len(line) <= columns:
        return line
    begins = _HANGS.match(line)
    before = begins[0] if begins else ""
    hang = " " * (len(before) if before.strip() else len(before) + 2)
    glued = _TYPED.sub(lambda typed: typed[0].replace(" ", _JOINT), line[len(before) :])
    lines = wrap(
        glued,
        columns,
        initial_indent=before,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(_JOINT, " ")
