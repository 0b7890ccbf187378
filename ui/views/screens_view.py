"""All view models together: the page of a template goes to its view, the others hold nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.screens.page import Page, Template
from ui.views.attract_view import AttractView
from ui.views.circle_view import CircleView
from ui.views.code_view import GoodbyeView, HotlineView, MessageView, QrView
from ui.views.overview_view import OverviewView
from ui.views.page_view import BLANK, PageView
from ui.views.step_view import StepView

IN_A_GUIDE: tuple[Template, ...] = ("step", "choice")


class Views:
    """One view a template. Outside a guide only the view on screen holds words: nothing of a person stays."""

    def __init__(self, parent: QObject, attract: AttractView) -> None:
        self.attract = attract
        self.choice = StepView(parent)
        self.circle = CircleView(parent)
        self.home = PageView(parent)
        self.overview = OverviewView(parent)
        self.step = StepView(parent)
        self.qr = QrView(parent)
        self.hotline = HotlineView(parent)
        self.message = MessageView(parent)
        self.goodbye = GoodbyeView(parent)

    def of(self, template: Template) -> PageView:
        view = getattr(self, template)
        assert isinstance(view, PageView)
        return view

    def show(self, page: Page) -> None:
        """Fill the view of the page's template and empty the others.

        Inside a guide steps and questions take turns: there the unseen one keeps its picture, so that a
        touch does not wait for one drawing to be taken apart while the other is put together.
        """
        self.attract.appear(page.template == "attract")
        for view in self.all():
            if view is self.of(page.template):
                view.show(page)
            elif page.template not in IN_A_GUIDE or view not in (self.step, self.choice):
                view.show(BLANK)

    def all(self) -> tuple[PageView, ...]:
        return (
            self.attract, self.choice, self.circle, self.home, self.overview, self.step, self.qr,
            self.hotline, self.message, self.goodbye,
        )  # fmt: skip
