"""One guide as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from flows.flow import URGENT_TOPIC, Flow
from flows.steps import ToHotline
from flows.unparted import unparted
from flows.words import Language
from kiosk.site.model import GuidePage, Hotline, Way
from kiosk.site.numbers import call_to
from kiosk.site.reading import Reading
from kiosk.site.steps import views_of
from kiosk.site.tongues import tongues
from kiosk.site.ways import HOTLINE, guide_href
from ui.picture.signs import sign_of_number


def guide_page(
    written: Flow,
    every: Mapping[str, Flow],
    language: Language,
    today: date,
    clips: Mapping[tuple[str, str], str],
    *,
    doubts: bool = True,
) -> GuidePage:
    """*written* in *language*, as it holds from *today* on. *doubts*: a step may say that it is not sure."""
    root = "../" if language == "vi" else "../../"
    reading = Reading(written, every, language, root, today, clips, doubts)
    say = reading.say
    return GuidePage(
        id=written.id,
        language=language,
        root=root,
        home=root if language == "vi" else f"{root}{language}/",
        tongues=tuple(tongues(written.languages, language, lambda one: guide_href(root, written.id, one))),
        title=unparted(written.title.in_(language)),
        summary=unparted(written.summary.in_(language)),
        picture=f"guides/{written.picture}" if written.picture else "",
        minutes=say("overview.minutes", least=written.minutes[0], most=written.minutes[1]),
        urgent=written.topic == URGENT_TOPIC,
        needs=tuple(unparted(need.text.in_(language)) for need in written.needs),
        cautions=tuple(unparted(warning.text.in_(language)) for warning in written.warnings),
        steps=tuple(views_of(reading)),
        hotlines=tuple(_hotlines(reading)),
        further=tuple(
            Way(guide_href(root, one, language), say("other_guide", title=reading.title_of(one)))
            for one in written.learn_next
            if one in every
        ),
        checked=say("overview.checked", date=f"{written.checked_on:%d/%m/%Y}"),
        review_by=written.valid_until.isoformat() if written.valid_until else "",
        review_words=say("old", date=f"{written.valid_until:%d/%m/%Y}") if written.valid_until else "",
        sources=tuple(written.sources.values()),
    )


def _hotlines(reading: Reading) -> Iterator[Hotline]:
    edges = (edge for step in reading.written.steps.values() for edge in step.edges)
    for number in dict.fromkeys(edge.target.number for edge in edges if isinstance(edge.target, ToHotline)):
        yield Hotline(f"{HOTLINE}{number}", call_to(number, reading.say), sign_of_number(number))
