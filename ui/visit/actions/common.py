"""What a resident presses, and what all screens have; nothing is chosen by it but to do it."""

from __future__ import annotations

from ui.visit.actions.plain import Plain


class Do(Plain):
    """One press each."""

    BACK = "back"
    DONE = "done"
    SKIP = "skip"
    GO_ON = "go-on"
    AGAIN = "again"
    PAUSE = "pause"
    NOT_UNDERSTOOD = "not-understood"
    HINT = "hint"  # where one practises on the second rung
    CALL_PERSON = "call-person"
    PERSON_CAME = "taken"
    COMFORT = "comfort"
    LANGUAGE = "language"  # to the languages, by their names
    FINISH = "finish"
    KNOCK = "staff"  # asks for the controls: the corner, a key, and a button in the row of staff
    LOCK = "lock"

    LISTEN = "listen"  # at the invitation: begin, and read aloud
    EVERY_SETTING = "every-setting"  # from the ready-made sets to what can be set one by one
    VOICE_SETTINGS = "voice-settings"  # how fast and how loud
    TOUCH_SETTINGS = "touch-settings"  # the hand and the panel
    ABOUT_KIOSK = "about-kiosk"  # one's card, this place, what is kept
    RESUME_YES = "resume.yes"
    RESUME_NO = "resume.no"
    TOUCH_CIRCLE = "circle"  # in the comfort panel: lead to it; on it: by a key or a switch
    FIT_AGAIN = "fitted.again"
    FIT_UNDO = "fitted.undo"

    START_GUIDE = "start"
    WHAT_IS_NEEDED = "needs"
    PRACTISE = "practise"  # the guide on the drawn phone; after a pass, once more
    SMALL_FIRST = "small-first"  # after a pass: a small exercise, then once more
    OWN_PHONE = "own-phone"  # the guide on one's own phone, one step at a time
    BY_MYSELF = "by-myself"  # after the last of them
    REMINDED = "reminded"
    REHEARSE = "rehearse"  # the scams that can be rehearsed; after one, once more
    HOLD_CARD = "hold-card"
    PRINT_CARD = "print-card"
    PRINT_LEARNT = "print-learnt"  # what one has practised, without a name
    PRINT_GUIDE = "print-guide"  # its sheet, to be taken home
    MY_CARD = "my-card"
    STAY = "stay"
    HOME = "home"
    ASK = "ask"  # in one's own words
    ANOTHER_GUIDE = "another"
    NEXT_PERSON = "next-person"
