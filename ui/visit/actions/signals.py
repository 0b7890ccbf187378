"""What happens to a visit without a control: the clock, a hand that is watched, a key, a camera."""

from __future__ import annotations

from ui.visit.actions.plain import Plain


class Signal(Plain):
    """No control carries one, so that no touch can send it."""

    IDLE = "idle"
    IDLE_OVER = "idle-over"
    LEAVE = "leave"
    SHUT = "shut"
    NOBODY_CAME = "nobody-came"
    NO_CARD = "no-card"
    WORD_TYPED = "word-typed"
    ALL_TYPED = "all-typed"
    CIRCLE_TOUCHED = "touched"
    LET_GO_EARLY = "let-go-early"
    MET_ANOTHER = "met-another"
    ASTRAY = "astray"
    KEY_PRESSED = "key"
    CODE_HELD = "code-held"
    LANGUAGE_MEANT = "language-meant"  # nobody has gone back to the one before
    UNBOUND_KEY = "nothing"
