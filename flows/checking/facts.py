"""Where the facts of a guide come from, and whether they are still fresh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

from flows.guide.cited import cited_in_notes
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place, rules
from flows.guide.steps import ToHotline

STORES = ("play.google.com", "apps.apple.com")
OWN_WORD = ("official", "press quoting bank")
"""Kinds of source in which whose line it is says so itself."""
_SERVICE = re.compile(r"1[89]00\d{4}(?:\d{2})?|02\d{8,9}")
_MOBILE = re.compile(r"(?:84|0)[35789]\d{8}")


def review_is_due(flow: Flow, today: date) -> Iterator[Finding]:
    """A guide past its review day is still offered: no guide at all would help a resident less.

    The more so as the clock of a kiosk may be wrong.
    """
    place = Place("flow.toml", ("valid_until",))
    if flow.valid_until is None:
        yield Finding("review-day-missing", place)
    elif flow.valid_until < today:
        yield Finding("expired", place, {"valid_until": flow.valid_until})


def validity_is_bounded(flow: Flow) -> Iterator[Finding]:
    """Buttons and offices change within a year: a guide good for longer would look fresh for ever."""
    longest = int(rules()["valid-too-long"]["longest_days"])
    if flow.valid_until and (flow.valid_until - flow.checked_on).days > longest:
        fields = {"checked_on": flow.checked_on, "valid_until": flow.valid_until, "longest": longest}
        yield Finding("valid-too-long", Place("flow.toml", ("valid_until",)), fields)


def day_checked_can_be(flow: Flow, today: date) -> Iterator[Finding]:
    """A slip of the year would let a guide look fresh for years. Asked of the officer's clock only."""
    if flow.checked_on > min(today, flow.valid_until or today):
        yield Finding(
            "checked-on-wrong", Place("flow.toml", ("checked_on",)), {"checked_on": flow.checked_on}
        )


def facts_have_sources(flow: Flow) -> Iterator[Finding]:
    """Every step and every caution names a source, or says U: unsourced."""
    facts = [(("warning", fact.id), fact.sources, fact.confidence) for fact in flow.warnings]
    facts += [(("step", fact.id), fact.sources, fact.confidence) for fact in flow.steps.values()]
    for path, sources, confidence in facts:
        if not sources and confidence != "U":
            yield Finding("source-none", Place("flow.toml", path), {"confidence": confidence})


def some_source_is_left(flow: Flow) -> Iterator[Finding]:
    """A guide whose last source was taken out rests on nothing that anybody could look up again."""
    if not flow.sources:
        yield Finding("source-last-gone", Place("flow.toml", ("confidence",)))


def printed_codes_have_sources(flow: Flow) -> Iterator[Finding]:
    """Whoever scans a code goes where it leads unseen: somebody must have read that address somewhere."""
    for target in flow.qr:
        if target.printable and not target.sources:
            yield Finding("qr-source-none", Place("flow.toml", ("qr", target.id)), {"qr": target.id})


def printed_codes_lead_to_official_hosts(flow: Flow) -> Iterator[Finding]:
    """What only looks official is what a swindler registers; a host ending in `.gov.vn` he cannot have."""
    for target in flow.qr:
        host = _host(target.payload) if target.printable else ""
        if host and not host.endswith(".gov.vn") and host not in rules()["qr-host-unknown"]["hosts"]:
            fields = {"qr": target.id, "host": host}
            yield Finding("qr-host-unknown", Place("flow.toml", ("qr", target.id, "payload")), fields)


def codes_lead_to_the_apps_meant(flow: Flow) -> Iterator[Finding]:
    """In an official store stand false apps too: a printed code leads to one whose id somebody has read."""
    apps = rules()["qr-app-unknown"]["apps"]
    for target in flow.qr:
        host = _host(target.payload) if target.printable else ""
        if host in STORES and (app := _app(target.payload, host)) not in apps:
            fields = {"qr": target.id, "app": app or target.payload}
            yield Finding("qr-app-unknown", Place("flow.toml", ("qr", target.id, "payload")), fields)


def _app(payload: str, host: str) -> str:
    """The id of the app that an address of a store names, empty where it names none or more than one."""
    parts = urlsplit(payload)
    if host == "apps.apple.com":
        match = re.fullmatch(r"/(?:[a-z]{2}/)?app/(?:[\w%-]+/)?(id\d+)/?", parts.path)
        return match[1] if match else ""
    ids = parse_qs(parts.query).get("id", [])
    return ids[0] if parts.path == "/store/apps/details" and len(ids) == 1 else ""


def _host(payload: str) -> str:
    """In small letters; empty where *payload* is no https address, which is another rule's."""
    try:
        parts = urlsplit(payload)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme == "https" else ""


def sources_are_used(flow: Flow) -> Iterator[Finding]:
    """A declared source supports something, be it what only staff read."""
    facts = (*flow.steps.values(), *flow.warnings, *flow.qr, *flow.changes, *flow.hotlines)
    used = {key for fact in facts for key in fact.sources} | set(cited_in_notes(flow))
    for key in flow.sources:
        if key not in used:
            yield Finding("source-unused", Place("flow.toml", ("source", key)), {"source": key})


def hotlines_are_services(flow: Flow) -> Iterator[Finding]:
    """No way leads to what looks like somebody's own mobile number."""
    for step in flow.steps.values():
        for edge in step.edges:
            if isinstance(edge.target, ToHotline) and _MOBILE.fullmatch(edge.target.number):
                path = ("step", step.id, *edge.id.split(".", 1))
                yield Finding("hotline-of-somebody", Place("flow.toml", path), {"number": edge.target.number})


def hotlines_rest_on_enough(flow: Flow) -> Iterator[Finding]:
    """One wrong digit, and who has just lost money calls a stranger: its owner says it, or two others do."""
    used = {named for step in flow.steps.values() for named in step.hotlines}
    seen = dict[str, str]()
    for one in flow.hotlines:
        place = Place("flow.toml", ("hotline", one.id))
        kinds = [flow.sources[key].kind for key in one.sources if key in flow.sources]
        if not any(kind in OWN_WORD for kind in kinds) and len(kinds) < 2:
            yield Finding("hotline-sources", place, {"whose": one.whose})
        if not _SERVICE.fullmatch(one.number) or not one.whose.strip():
            yield Finding("hotline-form", place, {"whose": one.whose, "number": one.number})
        if (first := seen.setdefault(one.number, one.whose)) != one.whose:
            yield Finding("hotline-twice", place, {"whose": one.whose, "other": first})
        if one.id not in used:
            yield Finding("hotline-unused", place, {"whose": one.whose})


def hotlines_are_looked_up_twice_a_year(flow: Flow, today: date) -> Iterator[Finding]:
    """Each by its own day. Asked of the officer's clock only."""
    longest = int(rules()["hotline-old"]["longest_days"])
    for one in flow.hotlines:
        if not 0 <= (today - one.checked_on).days <= longest:
            fields = {"whose": one.whose, "checked_on": one.checked_on, "longest": longest}
            yield Finding("hotline-old", Place("flow.toml", ("hotline", one.id, "checked_on")), fields)


def unsure_steps(flow: Flow) -> Iterator[Finding]:
    """A note for each step that staff see marked: it is not confidence A."""
    for step in flow.steps.values():
        if step.confidence != "A":
            fields = {"step": step.id, "confidence": step.confidence}
            yield Finding("not-sure-fact", Place("flow.toml", ("step", step.id, "confidence")), fields)
