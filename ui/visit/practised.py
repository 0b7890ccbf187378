"""What a resident has practised, in this visit and by their card; and what of it is due again."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.card import guide_mark
from accessibility.card_practice import Practised, newest
from flows.guide.flow import Flow
from flows.practice.practise_next import weeks_overdue
from flows.practice.rehearse.script import Rehearsal
from flows.practice.rung import RUNGS
from ui.visit.marks import by_mark
from ui.visit.practising import may_practise
from ui.visit.rehearsing import may_rehearse
from ui.visit.visit import Visit

REHEARSALS = "rehearsals"
"""Stands on a card as a guide does: that a scam was rehearsed, whichever and however it went."""


def practised_by_now(visit: Visit, week: int | None) -> tuple[Practised, ...]:
    """For the card: what the one that was brought says, and what was practised since, this *week*. No rung on
    it is lowered, though a card may be held up only after some practice.
    """
    before = visit.brought.practised if visit.brought else ()
    reached = {one.mark: one.rung for one in before}
    done = [(REHEARSALS, RUNGS[0])] if visit.rehearsed else []
    done += [(one.flow_id, one.reached) for one in visit.practised]
    marks = ((guide_mark(name), RUNGS.index(rung)) for name, rung in done)
    now = (Practised(mark, max(rung, reached.get(mark, 0)), week) for mark, rung in marks)
    return newest((*before, *now))


def due_again(
    visit: Visit,
    flows: Mapping[str, Flow],
    rehearsals: Mapping[str, Rehearsal],
    week: int | None,
) -> str | None:
    """The guide on the card that has been due for longest, or `REHEARSALS`; None: nothing is, or nobody knows
    which *week* it is. What has been practised in this visit is due no more.
    """
    if visit.brought is None or week is None:
        return None
    names = {**by_mark(flows), **({guide_mark(REHEARSALS): REHEARSALS} if rehearsals else {})}
    done = {one.flow_id for one in visit.practised} | ({REHEARSALS} if visit.rehearsed else set())
    due: list[tuple[int, str]] = []
    for one in visit.brought.practised:
        name = names.get(one.mark, "")
        flow = flows.get(name)
        if name in done or not (name == REHEARSALS or may_practise(visit, flow)):
            continue
        scam = flow is None or may_rehearse(flow, rehearsals)
        overdue = weeks_overdue(RUNGS[one.rung], one.week, week, scam=scam)
        if overdue is not None:
            due.append((overdue, name))
    return max(due, key=lambda one: one[0])[1] if due else None
