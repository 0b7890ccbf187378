"""What happens to the kiosk, and what staff do with the point: of a person the id at most, and no visit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self, TypeAlias, get_args

from kiosk.base.events.base import KioskEvent
from kiosk.base.events.lists import (
    CheckAnswer,
    ContentChange,
    Direction,
    DoorOutcome,
    Epoch,
    EpochCause,
    Id,
    Number,
    OpeningVerdict,
    Problem,
    Role,
    StopReason,
    TicketAnswer,
    TroubleCause,
    Urgency,
)

CheckPart: TypeAlias = Literal[
    "touch", "sound", "headphones", "keypad", "printer", "reader", "clock", "network", "disk", "guides",
]  # fmt: skip
"""What the opening check looks at, in its order; the last three the kiosk looks at by itself."""
CHECK_PARTS: tuple[CheckPart, ...] = get_args(CheckPart)


@dataclass(frozen=True, slots=True)
class KioskStarted(KioskEvent):
    """The kiosk's program began to run."""

    kind = "kiosk.started"
    vi = "Máy bắt đầu chạy."
    version: Id
    place: Id


@dataclass(frozen=True, slots=True)
class KioskStopped(KioskEvent):
    """The kiosk's program ended: it was asked to, or it failed."""

    kind = "kiosk.stopped"
    vi = "Máy dừng."
    reason: StopReason


@dataclass(frozen=True, slots=True)
class EpochBegun(KioskEvent):
    """A new series of numbers began; always number 1 of its epoch. `before` is the epoch it follows."""

    kind = "epoch.begun"
    vi = "Bắt đầu một quyển nhật ký mới."
    cause: EpochCause
    before: Epoch | None


@dataclass(frozen=True, slots=True)
class StorageTroubled(KioskEvent):
    """Storage was in trouble and works again; `held` events had waited in memory."""

    kind = "storage.troubled"
    vi = "Ổ đĩa đã gặp trục trặc, nay đã ghi lại được."
    cause: TroubleCause
    held: Number


@dataclass(frozen=True, slots=True)
class ClockChanged(KioskEvent):
    """The wall clock moved by more than a minute against the monotonic one."""

    kind = "clock.changed"
    vi = "Đồng hồ vừa bị chỉnh."
    direction: Direction


@dataclass(frozen=True, slots=True)
class KioskExamined(KioskEvent):
    """The kiosk looked at itself. `free_mb`: room for its data. `restarts`: how often it began anew since
    the machine was switched on. `content`: the counter of the ward's content pack, 0 for
    none. What was found wrong follows as `CheckFailed`.
    """

    kind = "kiosk.examined"
    vi = "Máy tự khám."
    version: Id
    content: Number
    free_mb: Number
    restarts: Number
    clock: CheckAnswer


@dataclass(frozen=True, slots=True)
class EndingsCounted(KioskEvent):
    """How often the kiosk ended though nobody asked it to, in the seven days up to the examination this event
    follows: `failed` by itself, `hung` because it showed no sign of life. `pages`: how often it was given up
    for five minutes, with a page in its place. `machine`: how often the machine was restarted for that.
    """

    kind = "endings.counted"
    vi = "Số lần máy hỏng, treo trong bảy ngày."
    failed: Number
    hung: Number
    pages: Number
    machine: Number


@dataclass(frozen=True, slots=True)
class CheckFailed(KioskEvent):
    """At the examination this event follows, that check of the doctor's found something to mend."""

    kind = "check.failed"
    vi = "Máy tự khám thấy một chỗ cần sửa."
    check: Id


@dataclass(frozen=True, slots=True)
class PointChecked(KioskEvent):
    """The opening check was made; an officer may overrule what it refused."""

    kind = "point.checked"
    vi = "Đã kiểm tra máy trước khi mở điểm."
    staff: Id
    verdict: OpeningVerdict
    touch: CheckAnswer
    sound: CheckAnswer
    headphones: CheckAnswer
    keypad: CheckAnswer
    printer: CheckAnswer
    reader: CheckAnswer
    clock: CheckAnswer
    network: CheckAnswer
    disk: CheckAnswer
    guides: CheckAnswer

    @classmethod
    def of(cls, staff: Id, verdict: OpeningVerdict, answers: Mapping[CheckPart, CheckAnswer]) -> Self:
        """With *answers* to every part."""
        return cls(staff, verdict, *(answers[part] for part in CHECK_PARTS))

    @property
    def answers(self) -> dict[CheckPart, CheckAnswer]:
        return {part: getattr(self, part) for part in CHECK_PARTS}


@dataclass(frozen=True, slots=True)
class PointClosed(KioskEvent):
    """The point was closed for the day; shifts still open end with it."""

    kind = "point.closed"
    vi = "Điểm đóng cửa; ca nào còn mở cũng kết thúc."
    staff: Id


@dataclass(frozen=True, slots=True)
class ShiftStarted(KioskEvent):
    """Somebody began a shift here."""

    kind = "shift.started"
    vi = "Một người bắt đầu ca."
    staff: Id


@dataclass(frozen=True, slots=True)
class ShiftEnded(KioskEvent):
    """Somebody ended their shift."""

    kind = "shift.ended"
    vi = "Một người kết thúc ca."
    staff: Id


@dataclass(frozen=True, slots=True)
class TrainingFinished(KioskEvent):
    """Somebody of that role came to the end of a guide for volunteers. Who it was is not kept."""

    kind = "training.finished"
    vi = "Có người học xong một bài cho tình nguyện viên."
    flow: Id
    role: Role


@dataclass(frozen=True, slots=True)
class DoorVisited(KioskEvent):
    """A team stood at one door of that residential group. Which house it was is not kept."""

    kind = "door.visited"
    vi = "Tổ đã đến một nhà."
    outcome: DoorOutcome
    area: Id | None


@dataclass(frozen=True, slots=True)
class DoorUndone(KioskEvent):
    """The last door was marked by mistake: one such mark less."""

    kind = "door.undone"
    vi = "Bỏ một lần ghi nhầm."
    outcome: DoorOutcome
    area: Id | None


@dataclass(frozen=True, slots=True)
class TicketRaised(KioskEvent):
    """A question for the response team. Names nobody; its place in the order tells the visit."""

    kind = "ticket.raised"
    vi = "Gửi phiếu hỏi cho tổ phản ứng nhanh."
    ticket: Id
    problem: Problem
    urgency: Urgency
    flow: Id | None
    step: Id | None
    staff: Id


@dataclass(frozen=True, slots=True)
class AnswerPassedOn(KioskEvent):
    """The ward's answer to a ticket was passed on to the person it concerns."""

    kind = "ticket.told"
    vi = "Đã báo trả lời của phiếu hỏi."
    ticket: Id
    answer: TicketAnswer
    staff: Id


@dataclass(frozen=True, slots=True)
class ContentChanged(KioskEvent):
    """Other content is in force: that of the pack with this number, 0 for what comes with the program."""

    kind = "content.changed"
    vi = "Máy chuyển sang nội dung khác."
    pack: Number
    how: ContentChange


@dataclass(frozen=True, slots=True)
class ProgramChanged(KioskEvent):
    """Another program runs: that of the pack with this number, 0 for what this machine was installed with."""

    kind = "program.changed"
    vi = "Máy chuyển sang chương trình khác."
    pack: Number
    how: ContentChange


ShiftEvent: TypeAlias = PointClosed | ShiftStarted | ShiftEnded
"""What says who is at the point: whoever keeps something for a shift follows each of them."""
DoorEvent: TypeAlias = DoorVisited | DoorUndone
"""What a team's count of doors follows."""

AnyKioskEvent: TypeAlias = (
    KioskStarted
    | KioskStopped
    | EpochBegun
    | StorageTroubled
    | ClockChanged
    | KioskExamined
    | CheckFailed
    | EndingsCounted
    | PointChecked
    | ShiftEvent
    | TrainingFinished
    | DoorEvent
    | TicketRaised
    | AnswerPassedOn
    | ContentChanged
    | ProgramChanged
)


def doors_more(event: DoorEvent) -> int:
    """How many doors more than before it."""
    match event:
        case DoorVisited():
            return 1
        case DoorUndone():
            return -1


AREA_PREFIX = "tdp-"


def area_id(area: int) -> str | None:
    """The residential group as an event names it: ``tdp-5``; None for 0."""
    return f"{AREA_PREFIX}{area}" if area else None


def area_number(area: str | None) -> int:
    """The same back; 0 for None and for what is no area of ours."""
    digits = (area or "").removeprefix(AREA_PREFIX)
    return int(digits) if digits.isdecimal() else 0
