"""`kiosk` and `python -m kiosk`: the command line."""

from __future__ import annotations

import gc
import io
import sys

from kiosk.base.system.standard_error import make_unfailing
from kiosk.desk.commands.as_typed import AS_TYPED


def main() -> None:
    make_unfailing()
    # A console of Windows, or a pipe under LANG=C, would otherwise refuse Vietnamese letters.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if sys.argv[1:2] == ["run"]:  # the kiosk itself: its first frame waits for no other command
        # nor for garbage while everything is read; `kiosk.base.system.garbage` sweeps from the loop
        gc.disable()
        from kiosk.desk.commands.run import run

        sys.exit(run(sys.argv[2:]))
    from kiosk.desk.command_line import app

    app(prog_name=AS_TYPED)


if __name__ == "__main__":
    main()
