"""What systemd's journal says of how the kiosk was opened since the machine was switched on.

``systemctl show`` does not know: once it has given up and begins anew, NRestarts counts from nought.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

UNIT = "kiosk-bdhvs.service"
ASKED = f"journalctl -b -u {UNIT} -o cat --no-pager -q"
_FAILED, _RESTART = "Failed with result ", "Scheduled restart job"
_GIVEN_UP = "Start request repeated too quickly"


@dataclass(frozen=True)
class Starts:
    """`failed`: the result of each that came to nothing, in systemd's words; `restarts`: how often systemd
    began again; `given_up`: how often it would not.
    """

    failed: tuple[str, ...] = ()
    restarts: int = 0
    given_up: int = 0

    @property
    def to_nothing(self) -> int:
        """A program that ends well all the same is begun again, and no failure is written."""
        return max(len(self.failed), self.restarts)

    def __str__(self) -> str:
        why = ", ".join(f"{result} ×{times}" for result, times in Counter(self.failed).items())
        return f"{self.to_nothing} starts came to nothing ({why or 'no result'}), given up: {self.given_up}"


def read_starts(journal: str) -> Starts:
    """From what `ASKED` prints."""
    failed, restarts, given_up, refused = list[str](), 0, 0, False
    for line in journal.splitlines():
        said = line.removeprefix(f"{UNIT}: ")
        if said == line:
            continue  # the kiosk's own, or about the unit as a whole
        if said.startswith(_GIVEN_UP):
            given_up, refused = given_up + 1, True
        elif said.startswith(_FAILED):
            if not refused:  # else the last result once more: nothing was begun
                failed.append(said.removeprefix(_FAILED).strip("'."))
            refused = False
        elif said.startswith(_RESTART):
            restarts += 1
    return Starts(tuple(failed), restarts, given_up)
