"""All view models together: the page of a template goes to its deck, the others are out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QObject

from ui.screens.page import Page, Template
from ui.views.ask_view import AskView
from ui.views.attract_view import AttractView
from ui.views.changed_view import ChangedView
from ui.views.circle_view import CircleView
from ui.views.code_view import GoodbyeView, HotlineView, MessageView, QrView
from ui.views.deck import Deck
from ui.views.end_view import EndView
from ui.views.overview_view import OverviewView
from ui.views.pad_view import PadView
from ui.views.page_view import PageView
from ui.views.step_view import StepView
from ui.views.today_view import TodayView
from ui.views.typing_view import TypingView


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
