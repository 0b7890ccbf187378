"""Writes down what staff did with the point, which is no part of a visit. Fits `ui.ports.PointLog`."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import Future

from kiosk.sessions import vocabulary as v
from kiosk.sessions.doors import area_id
from kiosk.sessions.events import Event, EventRefused, Stored
from kiosk.sessions.own_events import OwnEvents
from kiosk.sessions.sink import EventSink
from ui.visit.terms import CHECK_PARTS, CheckPart

log = logging.getLogger(__name__)


class PointRecorder:
    """Never blocks; raises nothing but what `ticket_raised` says."""

    def __init__(self, sink: EventSink, own: OwnEvents) -> None:
        self._sink, self._own = sink, own

    def point_checked(
        self, staff: str, verdict: v.OpeningVerdict, answers: Mapping[CheckPart, v.CheckAnswer]
    ) -> None:
        self._note_own(v.PointChecked(staff, verdict, *(answers[part] for part in CHECK_PARTS)))

    def point_closed(self, staff: str) -> None:
        self._note_own(v.PointClosed(staff))

    def shift_started(self, staff: str) -> None:
        self._note_own(v.ShiftStarted(staff))

    def shift_ended(self, staff: str) -> None:
        self._note_own(v.ShiftEnded(staff))

    def door_visited(self, outcome: v.DoorOutcome, area: int) -> None:
        self._note_own(v.DoorVisited(outcome, area_id(area)))

    def door_undone(self, outcome: v.DoorOutcome, area: int) -> None:
        self._note_own(v.DoorUndone(outcome, area_id(area)))

    def training_finished(self, flow_id: str, role: v.Role) -> None:
        self._note_own(v.TrainingFinished(flow_id, role))

    def ticket_raised(
        self,
        ticket: str,
        problem: v.Problem,
        urgency: v.Urgency,
        flow: str | None,
        step: str | None,
        staff: str,
    ) -> Future[Stored]:
        """Done when it is durable. Raises `EventRefused` for what is no word of the vocabulary."""
        return self._keep_own(v.TicketRaised(ticket, problem, urgency, flow, step, staff))

    def ticket_told(self, ticket: str, answer: v.TicketAnswer, staff: str) -> Future[Stored]:
        """As `ticket_raised`."""
        return self._keep_own(v.TicketTold(ticket, answer, staff))

    # --- inside ----------------------------------------------------------------------------------

    def _note_own(self, what: v.Happening) -> None:
        try:
            self._put_all(self._own.noted(what))
        except EventRefused as refused:
            log.exception("our mistake, the event is not written: %s", refused)

    def _keep_own(self, what: v.Happening) -> Future[Stored]:
        *before, event = self._own.noted(what)
        self._put_all(before)
        return self._sink.append(event)

    def _put_all(self, events: Sequence[Event]) -> None:
        for event in events:
            self._sink.append(event)
