"""The one object QML talks to. It publishes what the conductor decides, and passes presses on."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import Property, QLocale, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from accessibility.colours import colours_for
from accessibility.sizes import Panel, sizes_for
from accessibility.touch import EVERYBODY
from ui.reach.voice.narrator import NOTHING_LIT, Lit
from ui.screens.strip import derive_strip
from ui.turn.conductor import Conductor
from ui.visit.calling import is_waiting
from ui.window.page_marks import PageMarks
from ui.window.theme import ThemeValues
from ui.window.views.attract_view import AttractView
from ui.window.views.screens_view import ShownViews
from ui.window.views.strip_view import StripView

SCAN_POLL_MS = 50
# After a page, and between two that are prepared: what is touched or said meanwhile comes first.
PREPARE_MS = 40
QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Shell(ShownViews):
    """Takes the slot of whatever was touched, and publishes the screen that follows."""

    templateChanged = Signal()
    litChanged = Signal()
    pointedChanged = Signal()
    bellChanged = Signal()
    turned = Signal(int)  # by so many pages of the body
    announce = Signal(str, bool)  # to a screen reader; whether it is urgent
    keptChanged = Signal()
    rescaled = Signal(float)  # pixels a millimetre
    handsChanged = Signal(object)  # `SteadyHands`: how forgiving the screen is from now on

    def __init__(
        self,
        conductor: Conductor,
        panel: Panel,
        theme: ThemeValues,
        attract: AttractView,
        *,
        scan_poll_ms: int = SCAN_POLL_MS,
    ) -> None:
        super().__init__(attract)
        self.conductor = conductor
        """Who hears of every touch and key; what comes of it is shown here."""
        self._panel = panel
        self._theme = theme
        attract.pressed.connect(self.press)
        self._strip = StripView(self)
        self._template = ""
        self._language = ""
        self._lit = NOTHING_LIT
        self._bell = (False, True)
        self._pointed = ""
        self._hands = EVERYBODY
        self._marks = PageMarks()
        self._scan = QTimer(self, interval=scan_poll_ms)
        self._scan.timeout.connect(self._move_if_due)
        self._key_waits = False
        self._dry_run_result: str | None = None  # of a press that is only tried; None: people press
        self._prepare = QTimer(self, interval=PREPARE_MS, singleShot=True)
        self._prepare.timeout.connect(self._prepare_one)
        conductor.begin(self)

    def stop(self) -> None:
        """The window closes: nothing moves by itself any more."""
        self._scan.stop()
        self._prepare.stop()

    @Slot(str)
    def press(self, slot: str) -> None:
        """The control of *slot* was pressed."""
        if self._dry_run_result is None:
            self.conductor.press(slot)
        else:
            self._dry_run_result = self.conductor.why_unanswered(slot)

    def trouble_with(self, press: Callable[[], object]) -> str:
        """Why what *press* presses would not be answered; empty: it would. Nothing comes of the press."""
        self._dry_run_result = "a control is pressed and nobody hears of it"
        try:
            press()
            return self._dry_run_result
        finally:
            self._dry_run_result = None

    @property
    def shows_the_page(self) -> bool:
        """Whether the page of the visit is what stands on the screen."""
        page = self.conductor.page
        return any(view.shown and view.page == page for view in self._views.decks[page.template].views)

    @Slot(str, int)
    def slid(self, way: str, element: int) -> None:
        """On the phone that is practised on a finger slid *way*, from the element of that number on; no clear
        way: empty, no element: -1.
        """
        self.conductor.slid(way, element)

    @property
    def at_invitation(self) -> bool:
        """Whether nobody is here: a touch anywhere begins a visit."""
        return self._template == "attract"

    def hold_still(self, key_waits: bool) -> None:
        """It is not sure yet whether a key is a person's or a scanner's: what it would choose stays."""
        self._key_waits = key_waits

    @property
    def exploring(self) -> bool:
        """Whether a touch says what lies under it instead of pressing it."""
        return self.conductor.visit.preferences.explore

    @property
    def px_per_mm(self) -> float:
        """Of the panel, for those who measure a finger's way."""
        return self._panel.px_per_mm

    def refit(self, panel: Panel) -> None:
        """The window has another size: show everything as *panel* holds it."""
        self._panel = panel
        self.rescaled.emit(panel.px_per_mm)
        self.conductor.refit(panel)
        self.page_changed()

    def page_changed(self) -> None:
        """Show the conductor's page, in the resident's size and colours."""
        with self._theme.settling():
            self._take_over()

    def _take_over(self) -> None:
        visit, page = self.conductor.visit, self.conductor.page
        now = visit.preferences
        panel = self._panel.lowered() if now.low_reach and not self._panel.is_landscape else self._panel
        self._theme.apply(sizes_for(panel, now.text_size), colours_for(now.shown_theme), calm=now.calm)
        if now.hands != self._hands:
            self._hands = now.hands
            self.handsChanged.emit(now.hands)
        if page.language != self._language:
            self._language = page.language
            QLocale.setDefault(QLocale(page.language))  # tells a screen reader which voice to take
        self._marks.enter(len(visit.stages), page.place)
        self.keptChanged.emit()
        self._views.show(page)
        self.beside_changed()
        if page.template != self._template:
            self._template = page.template
            self.templateChanged.emit()
        self._prepare.start()

    def beside_changed(self) -> None:
        """The strip over the page, the frame round it, and whether the pointer moves by itself."""
        with self._theme.settling():
            self._strip.show(derive_strip(self.conductor.visit, self.conductor.around))
            bell = self._get_calling(), self._get_bell_bright()
            if bell != self._bell:
                self._bell = bell
                self.bellChanged.emit()
        self._start_or_stop_scan()

    def announced(self, text: str, urgent: bool) -> None:
        """Something a screen reader's focus does not lead to."""
        self.announce.emit(text, urgent)

    @Slot(str)
    def turnsOffered(self, slots: str) -> None:
        """Which buttons that turn a page the body shown has now, separated by blanks."""
        self.conductor.pointing.page_turns = tuple(slots.split())

    def page_turned(self, by: int) -> None:
        """Somebody who does not see has taken one of the buttons that turn a page."""
        self.turned.emit(by)

    @Slot(str, str)
    def readPage(self, fresh: str, whole: str) -> None:
        """A finger has turned the page: the places of what is new on it, and of all on it, parted by blanks;
        *whole* is empty for the first page.
        """
        self.conductor.read_page(frozenset(fresh.split()), frozenset(whole.split()))

    @Slot(str, str)
    def keep(self, place: str, mark: str) -> None:
        """The body of a screen was turned to *mark*: there it is shown again, if it lies beneath another."""
        self._marks.keep(place, mark)

    def lit_changed(self, lit: Lit) -> None:
        """Another word is being heard."""
        if lit != self._lit:
            self._lit = lit
            self.litChanged.emit()

    def pointed_changed(self, slot: str) -> None:
        """The pointer of keys and switches stands elsewhere, or nowhere."""
        self._pointed = slot
        self.pointedChanged.emit()

    def _get_calling(self) -> bool:
        return is_waiting(self.conductor.visit)

    def _get_bell_bright(self) -> bool:
        return self.conductor.around.timing.bell_bright

    def _move_if_due(self) -> None:
        if not self._key_waits:
            self.conductor.scan()

    def _start_or_stop_scan(self) -> None:
        wanted = self.conductor.around.pointer.scanning
        if wanted != self._scan.isActive():
            self._scan.start() if wanted else self._scan.stop()

    def prepare(self) -> bool:
        """Lay out, unseen, one page that the next touch may bring. False: nothing was left to do."""
        pages = self.conductor.foresee()
        with self._theme.settling():
            return self._views.prepare(pages)

    def _prepare_one(self) -> None:
        if self.prepare():
            self._prepare.start()

    def _get_follows_voice(self) -> bool:
        """Whether the page turns to what is read; not beneath a finger that feels its way."""
        return not self.exploring

    template = Property(str, attrgetter("_template"), notify=templateChanged)
    litSlot = Property(str, attrgetter("_lit.slot"), notify=litChanged)
    followsVoice = Property(bool, _get_follows_voice, notify=litChanged)
    litStart = Property(int, attrgetter("_lit.start"), notify=litChanged)
    litEnd = Property(int, attrgetter("_lit.end"), notify=litChanged)
    kept = Property(str, attrgetter("_marks.kept"), notify=keptChanged)
    calling = Property(bool, _get_calling, notify=bellChanged)
    bellBright = Property(bool, _get_bell_bright, notify=bellChanged)
    pointed = Property(str, attrgetter("_pointed"), notify=pointedChanged)
    strip = Property(StripView, attrgetter("_strip"), constant=True)
