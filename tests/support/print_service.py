"""A print service in a folder: programs called `lp`, `lpstat` and `cancel` that behave as those of CUPS."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.system.print_service import Cups

NAME = "may-in"
_HEAD = f"""#!{sys.executable}
import pathlib, sys
place = pathlib.Path(__file__).parent
state = lambda name: (place / name).read_text() if (place / name).exists() else ""
"""
_LP = f"""
if sys.argv[2] != "{NAME}":
    sys.exit("lp: The printer or class does not exist.")
page = sys.stdin.buffer.read()
(place / "arguments").write_text(" ".join(sys.argv[1:]))
(place / "page.pdf").write_bytes(page)
if state("stopped"):
    (place / "waiting").write_text("{NAME}-7 root 1024 Wed 25 Nov 2026\\n")
print("request id is {NAME}-7 (0 file(s))")
"""
_LPSTAT = 'print(state("waiting"), end="")\n'
_CANCEL = """
assert sys.argv[1:] == [(place / "waiting").read_text().split()[0]], sys.argv
(place / "waiting").unlink()
"""


@dataclass(frozen=True)
class PrintService:
    """Made in *folder*. Its only printer is called `NAME`."""

    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, body in (("lp", _LP), ("lpstat", _LPSTAT), ("cancel", _CANCEL)):
            program = self.folder / name
            program.write_text(_HEAD + body)
            program.chmod(0o755)

    @property
    def cups(self) -> Cups:
        """How the kiosk calls it; a page has a second to come out."""
        lp, lpstat, cancel = (str(self.folder / name) for name in ("lp", "lpstat", "cancel"))
        return Cups(lp, lpstat, cancel, prints_within_s=1.0, looks_every_s=0.05)

    def run_out_of_paper(self) -> None:
        (self.folder / "stopped").write_text("yes")

    @property
    def page(self) -> bytes:
        """What the printer was given last."""
        return (self.folder / "page.pdf").read_bytes()

    @property
    def arguments(self) -> str:
        return (self.folder / "arguments").read_text()

    @property
    def waiting(self) -> bool:
        """Whether a page still waits for paper."""
        return (self.folder / "waiting").exists()
