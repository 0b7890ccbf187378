"""Shows every text on one panel in one language and says all that is wrong with how it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtQuick import QQuickItem
from support.all_screens import DRAWN, distinct, longest, shown_once, stages_of, stages_of_the_kiosk, visit_at
from support.measure import Measured, measure
from support.sealed import unsigned_seal
from support.seen_on_screen import Finding
from support.stage import PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.qr_code import modules_of
from accessibility.sizes import Panel, largest_text_size
from flows.guide.words import Language
from ui.screens.page import Page
from ui.screens.picture.props import PhoneProps
from ui.visit.stage import Stage
from ui.visit.stages import Stepping, StuckList

LANGUAGES: tuple[Language, ...] = ("vi", "en", "fr")
LEAST_SCREENS, LEAST_LONG = 1500, 400  # an audit of nothing finds nothing
MOST_PAGES = 30


ONE_PICTURE = PhoneProps(drawing="steps/done", description="Hình một người")


@contextmanager
def one_picture() -> Iterator[None]:
    """The same picture on every step: drawing them all is most of the time, and other tests look at them."""
    with (
        patch("ui.screens.guide.derive_picture", lambda *_: ONE_PICTURE),
        patch("ui.screens.guide.derive_closer", lambda *_: ONE_PICTURE),
    ):
        yield


@contextmanager
def codes_made_once() -> Iterator[None]:
    """Making a code takes as long as ten screens; the kiosk keeps none, because some are a resident's."""
    with patch("ui.window.images.qr_image.modules_of", cache(modules_of)):
        yield


@contextmanager
def kiosk_on(panel: str | Panel, *, cards: bool = True) -> Iterator[Kiosk]:
    """A live window on one of the three panels, or another; *cards*: with residents' cards."""
    glass = PANELS[panel] if isinstance(panel, str) else panel
    kiosk = Kiosk(panel=glass, seal=unsigned_seal if cards else None, prints=cards, camera=cards)
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    try:
        with codes_made_once():
            yield kiosk
    finally:
        kiosk.close()


def looks(kiosk: Kiosk, stage: Stage, preferences: Preferences) -> Iterator[Measured]:
    """The screen, page by page where it has more than one."""
    kiosk.conductor.show(visit_at(stage, preferences))
    kiosk.shell.page_turned(-MOST_PAGES)  # the screen shown before may be the same in another size
    look = measure(kiosk.kiosk.window)
    yield look
    for _ in range(MOST_PAGES):
        onward = [button for body in look.bodies for button in page_buttons(body)[1:]]
        if not onward:
            return
        QMetaObject.invokeMethod(onward[0], "activated", Qt.ConnectionType.DirectConnection)
        look = measure(kiosk.kiosk.window)
        yield look
    raise AssertionError(f"{stage}: more than {MOST_PAGES} pages, or a page that does not turn")


def page_buttons(body: QQuickItem) -> list[QQuickItem]:
    """ "Up" and "down" of a paged body; one that leads nowhere is left out at the end of the list."""
    found = [
        button
        for row in body.childItems()
        for button in row.childItems()
        if button.property("chosen") is not None
    ]
    up, down = found
    return [up, down] if down.property("enabled") else [up]


def wrong_with(kiosk: Kiosk, stages: Iterable[Stage], preferences: Preferences) -> list[str]:
    """One line per finding, with the screen it was found on."""
    scale = kiosk.panel.px_per_mm
    found: list[str] = []
    for stage in stages:
        place = f"{type(stage).__name__} {getattr(stage, 'flow_id', '')}"
        for number, look in enumerate(looks(kiosk, stage, preferences), start=1):
            assert look.texts and look.controls, place
            where = f"{kiosk.conductor.page.place} ({place}, page {number})"
            found += [f"{where}: {told(one)}" for one in look.findings(scale)]
            if look.bodies and number == 1 and asks(kiosk.conductor.page, stage):
                found.append(f"{where}: a question whose answers do not all stand on its page")
    return found


OVERLEAF = {("huu-tri-xa-hoi", "fr"), ("phat-nguoi", "fr")}
"""On the laptop, in its largest letters: what may have gone wrong, in three long lines."""


def asks(page: Page, stage: Stage) -> bool:
    """A question in its own words or simpler ones, or what may have gone wrong: an example is a story, which
    may fill a page.
    """
    if isinstance(stage, StuckList):
        return (stage.flow_id, page.language) not in OVERLEAF
    return isinstance(stage, Stepping) and page.template == "choice" and stage.explained != "example"


def told(finding: Finding) -> str:
    return f"{finding.code}: {finding.about!r}: {finding.detail}"


def check_every_text(panel: str, language: Language) -> None:
    """The longest of all that differs in words, in the panel's largest size. Raises with twenty findings."""
    with one_picture(), kiosk_on(panel) as kiosk:
        preferences = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
        around = kiosk.conductor.around
        stages = longest(shown_once(all_stages(), around, preferences))
        assert len(stages) > LEAST_LONG
        found = wrong_with(kiosk, stages, preferences)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


def check_every_text_at_every_size(panel: str, language: Language) -> None:
    """The whole product: every screen of every walk in every size the panel allows, with its own picture."""
    with kiosk_on(panel) as kiosk:
        stages = distinct(all_stages(), kiosk.conductor.around, Preferences(language=language), also=DRAWN)
        assert len(stages) > LEAST_SCREENS
        for size in range(1, largest_text_size(kiosk.panel) + 1):
            found = wrong_with(kiosk, stages, Preferences(language=language, text_size=size))
            assert not found, f"size {size}, {len(found)} findings:\n" + "\n".join(found[:20])


def all_stages() -> list[Stage]:
    guides = residents_guides().flows.values()
    return [*stages_of_the_kiosk(), *(stage for flow in guides for stage in stages_of(flow))]
