"""All view models together, and as QML reads them: a template has its deck and its property here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import get_args

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.screens.page import Page, Template
from ui.window.views.ask_view import AskView, TypingView
from ui.window.views.attract_view import AttractView
from ui.window.views.page_view import BLANK, PageView
from ui.window.views.simple_views import (
    CircleView,
    GoodbyeView,
    HotlineView,
    MessageView,
    OverviewView,
    PadView,
    QrView,
)
from ui.window.views.step_view import ChangedView, EndView, StepView
from ui.window.views.today_view import TodayView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Views:
    """One deck a template. With the visit over, only the invitation holds words: nothing of a person stays.

    In a guide a step leads to another step or to a question, and back: there are views enough for those to be
    prepared while it is read.
    """

    def __init__(self, parent: QObject, attract: AttractView) -> None:
        self.decks: dict[Template, Deck] = {
            "attract": Deck(attract),
            "choice": Deck(StepView(parent), StepView(parent)),
            "circle": Deck(CircleView(parent)),
            "home": Deck(PageView(parent)),
            "needs": Deck(PageView(parent)),
            "overview": Deck(OverviewView(parent)),
            "step": Deck(StepView(parent), StepView(parent), StepView(parent)),
            "practice": Deck(StepView(parent), StepView(parent)),
            "qr": Deck(QrView(parent)),
            "hotline": Deck(HotlineView(parent)),
            "message": Deck(MessageView(parent)),
            "end": Deck(EndView(parent)),
            "goodbye": Deck(GoodbyeView(parent)),
            "pad": Deck(PadView(parent)),
            "today": Deck(TodayView(parent)),
            "ask": Deck(AskView(parent)),
            "changed": Deck(ChangedView(parent)),
            "typing": Deck(TypingView(parent)),
        }
        self.nowhere = StepView(parent)  # where in a guide one is, on screens outside it
        assert set(self.decks) == set(get_args(Template))

    def show(self, page: Page) -> None:
        """Put *page* on the screen."""
        for template, deck in self.decks.items():
            if template == page.template:
                deck.show(page)
            elif page.template == "attract":
                deck.clear()
            else:
                deck.hide()

    def prepare(self, pages: Sequence[Page]) -> bool:
        """Lay out one of *pages* unseen, or forget one that is no longer foreseen. False: nothing to do."""
        return any(
            deck.prepare([page for page in pages if page.template == template])
            for template, deck in self.decks.items()
        )

    def only(self, template: Template) -> PageView:
        """The view of a template that has but one."""
        (view,) = self.decks[template].views
        return view

    def all(self) -> tuple[PageView, ...]:
        return tuple(view for deck in self.decks.values() for view in deck.views)


def _view(template: Template) -> Callable[[ShownViews], PageView]:
    """What reads the view of a template that has but one."""
    return lambda shown: shown._views.only(template)


@QmlElement
class ShownViews(QObject):
    """The views of the shell. Typed, so that `qmllint` checks every binding of every screen."""

    def __init__(self, attract: AttractView) -> None:
        super().__init__()
        self._views = Views(self, attract)

    @Slot(result="QVariantList")
    def choices(self) -> list[PageView]:
        """The `StepView`s of questions; they stay the same."""
        return list(self._views.decks["choice"].views)

    @Slot(result="QVariantList")
    def steps(self) -> list[PageView]:
        """The `StepView`s of steps; they stay the same."""
        return list(self._views.decks["step"].views)

    @Slot(result="QVariantList")
    def practices(self) -> list[PageView]:
        """The `StepView`s of places to practise; they stay the same."""
        return list(self._views.decks["practice"].views)

    circle = Property(CircleView, _view("circle"), constant=True)
    home = Property(PageView, _view("home"), constant=True)
    needs = Property(PageView, _view("needs"), constant=True)
    overview = Property(OverviewView, _view("overview"), constant=True)
    nowhere = Property(StepView, attrgetter("_views.nowhere"), constant=True)
    qr = Property(QrView, _view("qr"), constant=True)
    hotline = Property(HotlineView, _view("hotline"), constant=True)
    message = Property(MessageView, _view("message"), constant=True)
    end = Property(EndView, _view("end"), constant=True)
    goodbye = Property(GoodbyeView, _view("goodbye"), constant=True)
    pad = Property(PadView, _view("pad"), constant=True)
    today = Property(TodayView, _view("today"), constant=True)
    ask = Property(AskView, _view("ask"), constant=True)
    changed = Property(ChangedView, _view("changed"), constant=True)
    typing = Property(TypingView, _view("typing"), constant=True)


class Deck:
    """At least one view."""

    def __init__(self, *views: PageView) -> None:
        self.views = views
        self._last = views[0]

    def show(self, page: Page) -> None:
        """Put the view that holds *page* on the screen. Where none does, the one seen last takes it over:
        what both pages have in common stays.
        """
        self._last = self._holder(page) or self._last
        self._last.show(page)
        for view in self.views:
            view.appear(view is self._last)

    def hide(self) -> None:
        """Another template is on the screen; the views keep what they hold."""
        for view in self.views:
            view.appear(False)

    def clear(self) -> None:
        """Hold nothing."""
        self.hide()
        for view in self.views:
            view.show(BLANK)

    def prepare(self, pages: Sequence[Page]) -> bool:
        """Have one unseen view take over a part of the first of *pages* that none holds.

        False when there was nothing left to do.
        """
        unseen = [view for view in self.views if not view.shown]
        wanted = pages[: len(unseen)]
        free = [view for view in unseen if view.page not in wanted]
        missing = [page for page in wanted if self._holder(page) is None]
        if free and missing:
            free[0].prepare(missing[0])
            return True
        stale = next((view for view in free if view.page != BLANK), None)
        if stale is not None:
            stale.show(BLANK)
        return stale is not None

    def _holder(self, page: Page) -> PageView | None:
        return next((view for view in self.views if view.page == page), None)
