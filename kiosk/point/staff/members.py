"""Who may help here. Pure. A member is a number and a short name chosen for the purpose; the log knows the
number alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeAlias, get_args

from kiosk.base.events import STAFF_ID, STAFF_PREFIX, Role
from kiosk.base.messages.system_errors import SaidInBoth
from kiosk.base.personal import TITLES, quotable, staff_label
from kiosk.point.staff.lockout import OPEN, Lock

ROLES: tuple[Role, ...] = get_args(Role)


class RegisterRefused(SaidInBoth):
    """What was asked of the register cannot be done; `vi` and `en` say why to who asked."""


@dataclass(frozen=True, slots=True)
class Member:
    """`pin` is what the PIN is checked against, never the PIN."""

    id: str
    role: Role
    shown: str
    pin: str
    active: bool = True
    lock: Lock = field(default=OPEN)


Members: TypeAlias = tuple[Member, ...]
"""In the order in which they were added; nobody is ever taken out, so that an id in the log stays theirs."""


def shown_name(text: str) -> str:
    """*text* as it is shown. Raises `RegisterRefused` for what is no title and one given name."""
    label = staff_label(text)
    if label is None:
        raise RegisterRefused(
            "Tên gọi chỉ gồm cách xưng hô và một tên, ví dụ “Bạn Sen”, “Chị Hoa”; không ghi họ, số hay gì "
            f"khác. Đứng trước là một trong các từ: {', '.join(TITLES)}.",
            "A shown name is a way to address somebody and one given name, such as “Bạn Sen” or “Chị Hoa”; "
            f"no family name, no figures, nothing else. First comes one of: {', '.join(TITLES)}.",
        )
    return label


def added(members: Members, role: Role, shown: str, pin: str, member_id: str = "") -> tuple[Members, Member]:
    """With one more. Two active members are never shown alike. Raises `RegisterRefused`.

    *member_id* is the one the ward has given them; empty: the next one that is free here.
    """
    name = shown_name(shown)
    if any(one.active and one.shown.casefold() == name.casefold() for one in members):
        raise RegisterRefused(f"Đã có người được gọi là “{name}”.", f"Somebody is called “{name}” already.")
    taken = {one.id for one in members}
    if member_id:
        _may_be_given(member_id, role, taken)
    else:
        numbers = count(1 + sum(one.role == role for one in members))
        member_id = next(
            one for one in (f"{STAFF_PREFIX[role]}-{at:02}" for at in numbers) if one not in taken
        )
    member = Member(member_id, role, name, pin)
    return (*members, member), member


def _may_be_given(member_id: str, role: Role, taken: Collection[str]) -> None:
    form = STAFF_ID.fullmatch(member_id)
    if form is None or form[1] != STAFF_PREFIX[role]:
        example = f"{STAFF_PREFIX[role]}-07"
        raise RegisterRefused(
            f"Mã của vai trò này viết như {example}.", f"An id of this role is written as {example}."
        )
    if member_id in taken:
        raise RegisterRefused(
            f"Mã {member_id} đã có người mang.", f"The id {member_id} is somebody's already."
        )


def member_of(members: Members, member_id: str) -> Member:
    """Raises `RegisterRefused` where nobody has that id."""
    for member in members:
        if member.id == member_id:
            return member
    quoted = quotable(member_id)
    raise RegisterRefused(f"Không có ai mang mã {quoted}.", f"Nobody has the id {quoted}.")


def changed(members: Members, member: Member) -> Members:
    """With *member* in place of the one of that id."""
    return tuple(member if one.id == member.id else one for one in members)


def with_right(members: Members, member_id: str, active: bool) -> tuple[Members, Member]:
    """With the right to help given to this member, or taken. Raises `RegisterRefused`, also where nobody
    would be left who may look after the others: another administrator can be added first.
    """
    member = replace(member_of(members, member_id), active=active)
    others = [one for one in members if one.active and one.id != member_id]
    if active and any(other.shown.casefold() == member.shown.casefold() for other in others):
        raise RegisterRefused(f"Đã có người được gọi là “{member.shown}”.", f"“{member.shown}” is taken.")
    last = member.role == "administrator" and not any(other.role == "administrator" for other in others)
    if not active and last:
        raise RegisterRefused(
            f"{member_id} là quản trị cuối cùng ở máy này: không còn ai thêm người hay đặt mã mới trên màn"
            " hình. Thêm quản trị khác trước: ./script/run staff add TÊN --role administrator.",
            f"{member_id} is the last administrator of this kiosk: nobody could add people or reset a PIN on"
            " its screen. Add another one first: ./script/run staff add NAME --role administrator.",
        )
    return changed(members, member), member


def with_pin(member: Member, pin: str) -> Member:
    """With another PIN, and free to try it."""
    return replace(member, pin=pin, lock=OPEN)
