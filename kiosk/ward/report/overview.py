"""Part I, the page that is read: three sentences, the figures that count beside earlier ones, plans, and
which place needs help first. Each sentence carries its figure and claims no cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from kiosk.log.figures.cells import CellKey, of_key
from kiosk.papers.roster.plan import LEAST_PEOPLE
from kiosk.ward.days import Period
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.earlier import Told, before, days_with_visits, year_ago
from kiosk.ward.report.model import Block, Number, Row, Table, Text
from kiosk.ward.report.names import place_name, row_name
from kiosk.ward.report.published import Published, at_place
from kiosk.ward.report.settings import Target
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import day, shown, span_name

HEADLINE = ("sessions", "sessions-finished", "sessions-assisted", "walks", "walks-completed", "doors")
PLATFORMS = ("vneid", "ihanoi", "dich-vu-cong")
"""Topics, each of one platform that a plan counts by."""
OLDER = CellKey("group", "elderly")
ENOUGH_VISITS = 20
"""Of fewer no place is said to need help first."""


def overview(composer: Composer, sources: Sources) -> Iterator[Block | None]:
    yield composer.text("work_done", **_done(composer))
    yield _change(composer)
    yield _hindrance(composer, sources)
    yield _headline(composer)
    if composer.asked.settings.targets:
        yield _targets(composer)
    if len(composer.active()) > 1 and composer.totals.active is None:
        yield first_to_help(composer)


# --- three sentences --------------------------------------------------------------------------------


def _done(composer: Composer) -> Mapping[str, object]:
    """A number that is kept back is said as its mark; the note beneath says what that means."""
    said = {key.replace("-", "_"): _shown(composer, composer.shown.figure(key)) for key in HEADLINE}
    places = sum(place in composer.totals.places for place in composer.active())
    return {**said, "period": period_name(composer, composer.totals.period), "places": places}


def _change(composer: Composer) -> Text:
    then = composer.earlier.before
    name = period_name(composer, before(composer.totals.period))
    now = composer.shown.figure("sessions")
    if then is None:
        return composer.text("no_report_before", period=name)
    was = then.figure("sessions")
    if now.value is None or was.value is None:
        return composer.text("change_hidden", period=name)
    more = now.value - was.value
    if more and not was.value:
        return composer.text("more_than_none", period=name, now=_shown(composer, now))
    share = Number(1000 * abs(more) // (was.value or 1), "share")
    key = "as_many" if not more else "more" if more > 0 else "fewer"
    return composer.text(
        key,
        period=name,
        by=_shown(composer, Number(abs(more), about=now.about or was.about)),
        share=_shown(composer, share),
        now=_shown(composer, now),
        was=_shown(composer, was),
    )


def _hindrance(composer: Composer, sources: Sources) -> Text:
    if not sources.are_whole:
        return composer.text("hinders_missing", whole=sources.whole, of=sources.expected)
    most = obstacles(composer)[:1]
    if not most:
        return composer.text("hinders_nothing")
    ((what, number),) = most
    return composer.text("hinders", what=what, number=_shown(composer, number))


def obstacles(composer: Composer) -> list[tuple[str, Number]]:
    """What staff said stopped it, the most frequent first; what is hidden is not among them."""
    found = [
        (row_name("obstacle", bucket, composer.names, composer.say, composer.language), number)
        for bucket in of_key(composer.totals.all, "obstacle")
        if bucket not in ("none", "other")
        if (number := composer.shown.number(CellKey("obstacle", bucket))).value
    ]
    return sorted(found, key=lambda one: (-(one[1].value or 0), one[0]))


# --- the figures that count -------------------------------------------------------------------------


def _headline(composer: Composer) -> Table | None:
    """In a city's report there is nothing to compare with."""
    rows = [_row(composer, "days", composer.say("told.days"), days_with_visits)]
    rows += [
        _row(composer, key, composer.figure_name(key), partial(Published.figure, key=key)) for key in HEADLINE
    ]
    rows += [
        _row(composer, f"topic-{topic}", _of_platform(composer, topic), partial(_opened, topic))
        for topic in PLATFORMS
    ]
    rows.append(_row(composer, "older", composer.say("told.older"), _of_older))
    if people := composer.asked.settings.residents_over_60:
        label = composer.say("told.older_per_thousand")
        rows.append(_row(composer, "older-per-thousand", label, partial(_per_thousand, people)))
    period = composer.totals.period
    heads = [composer.say("column.item"), composer.say("column.now")]
    notes = [0, 0]
    if composer.totals.active is None:
        note = composer.note(composer.say("told.compared_with_issued"))
        heads += [period_name(composer, before(period)), period_name(composer, year_ago(period))]
        heads.append(composer.say("column.since_january"))
        notes += [note, note, note]
    defined = composer.notes_of(*HEADLINE, "topic", "group")
    return composer.table("headline", tuple(heads), tuple(rows), tuple(notes), notes=defined)


def _row(composer: Composer, key: str, label: str, told: Told) -> Row:
    now = told(composer.shown)
    if composer.totals.active is not None:
        return Row(key, label, (now,))
    earlier = composer.earlier
    then = (Number(None) if one is None else told(one) for one in (earlier.before, earlier.year_ago))
    return Row(key, label, (now, *then, earlier.since_january(told, composer.shown)))


def _of_platform(composer: Composer, topic: str) -> str:
    return composer.say("told.opened_of", topic=composer.names.topic(topic, composer.language))


def _opened(topic: str, shown: Published) -> Number:
    return shown.number(CellKey("topic", topic))


def _of_older(shown: Published) -> Number:
    """Groups are counted of whole months alone."""
    if not shown.totals.period.months() or CellKey("grouped") not in shown.totals.all:
        return Number(None)
    return shown.number(OLDER)


def _per_thousand(people: int, shown: Published) -> Number:
    number = _of_older(shown)
    if number.value is None:
        return number
    return Number(round(1000 * number.value / people), about=number.about)


def _targets(composer: Composer) -> Table | None:
    columns = ("target", "plan", "aim", "done", "rate", "against")
    rows = tuple(
        Row(f"target-{number}", target.label, _against_plan(composer, target))
        for number, target in enumerate(composer.asked.settings.targets, start=1)
    )
    heads = tuple(composer.say(f"column.{column}") for column in columns)
    note = composer.note(composer.say("told.targets"))
    return composer.table("targets", heads, rows, (0, 0, 0, note, note, note))


def _against_plan(composer: Composer, target: Target) -> tuple[str | Number, ...]:
    aim = Number(target.target or None)
    if not target.figure:
        done, then = Number(target.done), Number(None)
    else:
        told = partial(Published.figure, key=target.figure)
        done = composer.earlier.since_january(told, composer.shown)
        then = told(composer.earlier.year_ago) if composer.earlier.year_ago else Number(None)
    now = composer.shown.figure(target.figure) if target.figure else Number(None)
    return (target.plan, aim, done, _share(done, aim), _share(now, then))


def _share(part: Number, whole: Number) -> Number:
    if part.hidden or whole.hidden:
        return Number(None, "share", hidden=True)
    if part.value is None or not whole.value:
        return Number(None, "share")
    return Number(round(1000 * part.value / whole.value), "share")


# --- which place first ------------------------------------------------------------------------------


def first_to_help(composer: Composer) -> Text:
    """By rules that an officer can follow: too few people, open without a visit, least finished."""
    shown, places = composer.shown, composer.active()
    few = [one for one in places if 0 < (shown.at_place("people", one).value or 0) < LEAST_PEOPLE]
    if few:
        number = shown.at_place("people", few[0])
        return _place_first(composer, "few_people", few[0], number=_shown(composer, number))
    visits = {one: shown.number(CellKey("place", one)) for one in places}
    idle = [one for one in places if visits[one].value == 0 and shown.at_place("openings", one).value]
    if idle:
        number = shown.at_place("openings", idle[0])
        return _place_first(composer, "no_visit", idle[0], number=_shown(composer, number))
    finished = {one: shown.number(at_place("walks-completed", one)) for one in places}
    rates = sorted(
        ((finished[one].value or 0) / (visits[one].value or 1), one)
        for one in places
        if (visits[one].value or 0) >= ENOUGH_VISITS and finished[one].value is not None
    )
    if len(rates) < 2 or rates[0][0] == rates[-1][0]:
        return composer.text("no_place_first")
    place = rates[0][1]
    return _place_first(
        composer,
        "least_finished",
        place,
        visits=_shown(composer, visits[place]),
        finished=_shown(composer, finished[place]),
    )


def _place_first(composer: Composer, key: str, place: str, **values: object) -> Text:
    return composer.text(f"first_{key}", place=place_name(place, composer.say), **values)


def period_name(composer: Composer, period: Period) -> str:
    """``tháng 10/2026``, ``tháng 7–9/2026``, or its days."""
    months = period.months()
    if not months or period.days():
        return composer.say("told.days_from", first=day(period.first), last=day(period.last))
    if len(months) == 1:
        return composer.say("told.month", month=span_name(months[0]))
    return composer.say("told.months", first=span_name(months[0]), last=span_name(months[-1]))


def _shown(composer: Composer, number: Number) -> str:
    return shown(number, composer.language)
