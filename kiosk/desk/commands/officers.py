"""Who of the ward's officers types a command: their id, and their PIN as kiosks have them
(`kiosk.point.staff`).

The ward's register is that of its own folder: `kiosk staff add … --role officer --data phuong`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kiosk.base.hours.clock import SystemClock
from kiosk.desk.commands.refusals import refuse, refusing

if TYPE_CHECKING:
    from kiosk.point.staff.register import StaffRegister

ROLES = ("officer", "administrator")
TWO_ARE_NEEDED = (
    "Việc này cần hai cán bộ, mỗi người một mã PIN: một người làm gói, một người khác duyệt. Thêm cán bộ: "
    './script/run staff add "Chị Hoa" --role officer --id cb-01 --data DIR, rồi làm lại gói.\n'
    "This needs two officers, each with a PIN: one makes the pack, another one approves it. Add them by "
    "staff add, as above, then make the pack again."
)


def officer(data_folder: Path, said: str) -> str:
    """The id of who types, after their PIN; empty where the ward has registered no officer and none is named.

    Ends the command for a wrong PIN.
    """
    from kiosk.point.staff.register import StaffRegister

    register = StaffRegister(data_folder, SystemClock())
    with refusing():
        known = [one.id for one in register.members() if one.active and one.role in ROLES]
    if not known and not said:
        return ""
    said = said or typer.prompt("Mã cán bộ, ví dụ cb-01 / your id", err=True)
    return _checked(register, said.strip(), known)


def second_officer(data_folder: Path, said: str, first: str) -> str:
    """As `officer`, and somebody else than *first*, who made it; where nobody is known to have, nobody is."""
    if not first:
        refuse(TWO_ARE_NEEDED)
    typer.echo(
        f"{first} đã làm gói này; một người khác duyệt. / {first} has made it; somebody else approves.",
        err=True,
    )
    second = officer(data_folder, said)
    if second in ("", first):
        refuse(
            "Người duyệt phải là người khác với người làm gói. Chưa phát hành gì.\n"
            "Who approves has to be another than who made the pack. Nothing was published."
        )
    return second


def _checked(register: StaffRegister, said: str, known: list[str]) -> str:
    from kiosk.point.staff.register import Locked, Right

    if said not in known:
        refuse(f"Không có cán bộ nào mang mã “{said}”. / No officer has the id “{said}”.")
    pin = typer.prompt(f"PIN ({said})", hide_input=True, err=True)
    with refusing():
        checked = register.check(said, "".join(pin.split()))
    if not isinstance(checked, Right):
        left_s = checked.left_s if isinstance(checked, Locked) else 0.0
        wait = f" Đợi {left_s:.0f} giây. / Wait {left_s:.0f} s." if left_s else ""
        refuse(f"Mã PIN không đúng, chưa làm gì. / The PIN is wrong; nothing was done.{wait}")
    return said
