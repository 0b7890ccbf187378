"""What happens in a visit. A field holds what may be written down, and nothing else."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.base.events.base import VisitEvent
from kiosk.base.events.lists import (
    Actor,
    Answer,
    ExerciseHelp,
    Explanation,
    Face,
    FurtherHelp,
    Hash,
    Id,
    Language,
    Mode,
    Obstacle,
    Result,
    Rung,
    SessionOutcome,
    WalkOutcome,
)


@dataclass(frozen=True, slots=True)
class SessionStarted(VisitEvent):
    """A visit began: the first touch."""

    kind = "session.started"
    vi = "Một lượt hướng dẫn bắt đầu."
    language: Language
    mode: Mode = "self"
    place: Id = ""  # the recorder knows it; empty it is refused


@dataclass(frozen=True, slots=True)
class SessionResumed(VisitEvent):
    """The same visit goes on after a crash."""

    kind = "session.resumed"
    vi = "Bác học tiếp lượt đang dở."


@dataclass(frozen=True, slots=True)
class SessionEnded(VisitEvent):
    """The visit ended. After a crash it is written later, at the moment of the visit's true last event."""

    kind = "session.ended"
    vi = "Lượt hướng dẫn kết thúc."
    outcome: SessionOutcome


@dataclass(frozen=True, slots=True)
class LanguageChanged(VisitEvent):
    """The resident chose another language. No other setting is ever written."""

    kind = "language.changed"
    vi = "Bác đổi ngôn ngữ."
    language: Language


@dataclass(frozen=True, slots=True)
class NeedChosen(VisitEvent):
    """A tile of the first screen was touched: one of the needs the ward has written."""

    kind = "need.chosen"
    vi = "Bác chọn một việc ở màn hình đầu."
    need: Id


@dataclass(frozen=True, slots=True)
class AskedInVain(VisitEvent):
    """Somebody asked in their own words, and nothing answered it. Nothing of what was asked is here."""

    kind = "question.unanswered"
    vi = "Bác gõ câu hỏi mà ki-ốt chưa có bài trả lời."


@dataclass(frozen=True, slots=True)
class NumberShown(VisitEvent):
    """An official number was chosen where nothing had answered a question. Nothing of which is here."""

    kind = "number.shown"
    vi = "Ki-ốt chưa có bài, bác xem một số điện thoại để gọi."


@dataclass(frozen=True, slots=True)
class WalkStarted(VisitEvent):
    """A guide was begun; `flow_hash` names its edition."""

    kind = "walk.started"
    vi = "Bác mở một bài."
    flow: Id
    flow_hash: Hash
    topic: Id
    step: Id


@dataclass(frozen=True, slots=True)
class WalkReopened(VisitEvent):
    """Back from another guide: the walk that was left as referred goes on at `step`."""

    kind = "walk.reopened"
    vi = "Bác quay lại bài vừa rời."
    flow: Id
    step: Id | None = None


@dataclass(frozen=True, slots=True)
class WalkEnded(VisitEvent):
    """The open walk ended; where that was out of sight it is written with what begins next."""

    kind = "walk.ended"
    vi = "Bài kết thúc."
    outcome: WalkOutcome


@dataclass(frozen=True, slots=True)
class EdgeTaken(VisitEvent):
    """An edge was taken; without `to_step` the walk stays. Of a private answer `edge` is absent."""

    kind = "edge.taken"
    vi = "Bác sang bước khác."
    edge: Id | None
    to_step: Id | None
    by: Actor = "resident"


@dataclass(frozen=True, slots=True)
class WentBack(VisitEvent):
    """Back: the last edge of the walk was removed."""

    kind = "went.back"
    vi = "Bác quay lại bước trước."
    to_step: Id


@dataclass(frozen=True, slots=True)
class StepExplained(VisitEvent):
    """“Chưa hiểu”: the step was explained."""

    kind = "step.explained"
    vi = "Bác xem lời giải thích."
    step: Id
    how: Explanation


@dataclass(frozen=True, slots=True)
class HelpCalled(VisitEvent):
    """The resident called a person."""

    kind = "help.called"
    vi = "Bác gọi người giúp."


@dataclass(frozen=True, slots=True)
class HelpTaken(VisitEvent):
    """Somebody came: the call is over. `staff` where they came by their PIN."""

    kind = "help.taken"
    vi = "Có người đến giúp."
    staff: Id | None = None


@dataclass(frozen=True, slots=True)
class HelpEscalated(VisitEvent):
    """Nobody had come in time: another place's number was shown, the ward's, or none; the call goes on."""

    kind = "help.escalated"
    vi = "Chưa ai đến, máy mời bác gọi nơi khác."
    to: FurtherHelp


@dataclass(frozen=True, slots=True)
class HelpEnded(VisitEvent):
    """The call is over and nobody has said that they came: the resident went on alone, or the visit ended."""

    kind = "help.ended"
    vi = "Bác không đợi nữa."


@dataclass(frozen=True, slots=True)
class AssistStarted(VisitEvent):
    """A member of staff, of whom only the id is kept, assists from here on. Another one takes over."""

    kind = "assist.started"
    vi = "Có người bắt đầu hỗ trợ lượt này."
    staff: Id


@dataclass(frozen=True, slots=True)
class AssistEnded(VisitEvent):
    """The member of staff has left the controls; the resident goes on alone, or the visit ends."""

    kind = "assist.ended"
    vi = "Người hỗ trợ thôi, bác tự làm tiếp."


@dataclass(frozen=True, slots=True)
class ResultGiven(VisitEvent):
    """Staff say what came of an assisted visit; said again, the last one holds."""

    kind = "result.given"
    vi = "Người hỗ trợ ghi kết quả."
    result: Result


@dataclass(frozen=True, slots=True)
class ObstacleGiven(VisitEvent):
    """Staff say what stopped an assisted visit; said again, the last one holds."""

    kind = "obstacle.given"
    vi = "Người hỗ trợ ghi điều làm lượt này dừng lại."
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class FilingGiven(VisitEvent):
    """Staff say whether a file was submitted online in an assisted visit; said again, the last one holds."""

    kind = "filing.given"
    vi = "Người hỗ trợ ghi đã nộp hồ sơ trên mạng hay chưa."
    submitted: Answer


@dataclass(frozen=True, slots=True)
class SatisfactionGiven(VisitEvent):
    """One of the three faces was touched."""

    kind = "satisfaction.given"
    vi = "Bác chọn một khuôn mặt."
    face: Face


@dataclass(frozen=True, slots=True)
class GuidePractised(VisitEvent):
    """A guide was practised to its end, drawn or on one's own phone; `clean`: without a mistake or help."""

    kind = "guide.practised"
    vi = "Bác tập xong một bài, trên điện thoại vẽ hoặc trên máy của bác."
    flow: Id
    rung: Rung
    clean: Answer
    by: Actor = "resident"


@dataclass(frozen=True, slots=True)
class RehearsalHeld(VisitEvent):
    """A scam was rehearsed on the drawn phone. Nothing of which, of what was answered, or of how it went."""

    kind = "rehearsal.held"
    vi = "Bác tập đối phó kẻ lừa trên điện thoại vẽ."


@dataclass(frozen=True, slots=True)
class ExerciseDone(VisitEvent):
    """A small exercise in typing was done to its end. Nothing of which, of a key, or of how long it took."""

    kind = "exercise.done"
    vi = "Bác tập xong một bài gõ chữ nhỏ."
    help: ExerciseHelp


@dataclass(frozen=True, slots=True)
class IdleNoticed(VisitEvent):
    """Nobody touched the kiosk for a while; it asked."""

    kind = "idle.noticed"
    vi = "Máy hỏi bác còn ở đó không."


AnyVisitEvent: TypeAlias = (
    SessionStarted
    | SessionResumed
    | SessionEnded
    | LanguageChanged
    | NeedChosen
    | AskedInVain
    | NumberShown
    | WalkStarted
    | WalkReopened
    | WalkEnded
    | EdgeTaken
    | WentBack
    | StepExplained
    | HelpCalled
    | HelpTaken
    | HelpEscalated
    | HelpEnded
    | AssistStarted
    | AssistEnded
    | ResultGiven
    | ObstacleGiven
    | FilingGiven
    | SatisfactionGiven
    | GuidePractised
    | RehearsalHeld
    | ExerciseDone
    | IdleNoticed
)
