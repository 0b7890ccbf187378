"""Carries the effects of a press into the log. Nothing here decides."""

from __future__ import annotations

from ui.ports import KioskLog
from ui.visit import effects
from ui.visit.effects import Effect


def write_down(effect: Effect, log: KioskLog) -> None:
    """One effect, one line of the log; what only sounds writes nothing."""
    match effect:
        case effects.SessionStarted(language, mode):
            log.session_started(language, mode)
        case effects.SessionResumed():
            log.session_resumed()
        case effects.SessionEnded(outcome, use):
            log.session_ended(outcome, use)
        case effects.LanguageChosen(language):
            log.preference_changed("language", language)
        case effects.WalkStarted(flow_id, flow_hash, topic, first_step):
            log.walk_started(flow_id, flow_hash, topic, first_step)
        case effects.WalkReopened(flow_id, untold):
            log.walk_reopened(flow_id, untold)
        case effects.EdgeTaken(edge_id, to_step, by, told):
            log.edge_taken(edge_id, to_step, by, told)
        case effects.WentBack(to_step):
            log.went_back(to_step)
        case effects.ExplanationGiven(step_id, how):
            log.explained(step_id, how)
        case effects.WalkEnded(outcome):
            log.walk_ended(outcome)
        case effects.HelpCalled():
            log.help_called()
        case effects.HelpTaken(staff):
            log.help_taken(staff)
        case effects.HelpEscalated(to):
            log.help_escalated(to)
        case effects.HelpEnded():
            log.help_ended()
        case effects.AssistStarted(staff_id):
            log.assist_started(staff_id)
        case effects.AssistEnded():
            log.assist_ended()
        case effects.GroupSaid(group):
            log.group_said(group)
        case effects.ResultGiven(result):
            log.result_given(result)
        case effects.ObstacleGiven(obstacle):
            log.obstacle_given(obstacle)
        case effects.FilingGiven(submitted):
            log.filing_given(submitted)
        case effects.SatisfactionGiven(face):
            log.satisfaction_given(face)
        case effects.IdleNoticed():
            log.idle_noticed()
        case effects.DoorVisited(outcome, area):
            log.door_visited(outcome, area)
        case effects.DoorUndone(outcome, area):
            log.door_undone(outcome, area)
        case effects.TrainingFinished(flow_id, role):
            log.training_finished(flow_id, role)
        case effects.SayAgain() | effects.PauseOrGoOn() | effects.SayThis() | effects.PrintCard():
            pass
        case (
            effects.ListStaff()
            | effects.CheckPin()
            | effects.AddMember()
            | effects.ResetPin()
            | effects.SetActive()
            | effects.StaffStays()
        ):
            pass
        case effects.ListTickets() | effects.HandIn() | effects.PassOn():
            pass
        case effects.ExaminePoint() | effects.SayNumber() | effects.PrintTest():
            pass
        case effects.LookAtDay() | effects.ExportToStick():
            pass
        case effects.PointChecked() | effects.PointClosed() | effects.ShiftStarted() | effects.ShiftEnded():
            pass  # of the point, not of a visit: `ui.point_desk` hands them on
