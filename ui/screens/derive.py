"""Which screen a visit is on, and what it shows."""

from __future__ import annotations

from dataclasses import replace

from ui.screens.arrival import derive_question, derive_resume
from ui.screens.aside import derive_hotline, derive_idle, derive_sorry
from ui.screens.calling import derive_person
from ui.screens.card import derive_my_card, derive_show_card, derive_unread
from ui.screens.choosing import derive_home, derive_overview, derive_qr, derive_topic
from ui.screens.comfort import derive_comfort
from ui.screens.farewell import derive_goodbye
from ui.screens.guide import derive_advice, derive_step, derive_stuck
from ui.screens.page import Page, numbered
from ui.screens.privacy import derive_privacy
from ui.screens.seats import seated
from ui.screens.staff.derive import derive_staff
from ui.screens.staff.door import PadProps
from ui.screens.surroundings import Surroundings
from ui.screens.this_place import derive_first_screen, derive_this_place
from ui.screens.trying import derive_circle, derive_fitted
from ui.visit import stages
from ui.visit.staff.stages import STAFF_STAGES
from ui.visit.stages import Visit


def derive(visit: Visit, around: Surroundings) -> Page:
    """The page of the topmost stage; each of several controls knows which one it is."""
    page = _of_stage(visit, around)
    tell = around.tell(page.language)
    # Of a pad, which key of how many would tell the digit.
    choices = page.choices if isinstance(page, PadProps) else numbered(page.choices, tell)
    # With staff nobody is asked what is not understood, and the answers there have the longest words.
    tight = isinstance(visit.beneath, STAFF_STAGES) and not around.panel.upright
    return seated(replace(page, choices=choices), tell, tight=tight)


def _of_stage(visit: Visit, around: Surroundings) -> Page:
    match visit.stage:
        case stages.Attract():
            return derive_first_screen(visit, around)
        case stages.Privacy():
            return derive_privacy(visit, around)
        case stages.ThisPlace():
            return derive_this_place(visit, around)
        case stages.Resume() as stage:
            return derive_resume(visit, stage, around)
        case stages.Question() as stage:
            return derive_question(visit, stage, around)
        case stages.Circle() as stage:
            return derive_circle(visit, stage, around)
        case stages.Fitted() as stage:
            return derive_fitted(visit, stage, around)
        case stages.Home():
            return derive_home(visit, around)
        case stages.Topic() as stage:
            return derive_topic(visit, stage, around)
        case stages.Overview() as stage:
            return derive_overview(visit, stage, around)
        case stages.ShowQr() as stage:
            return derive_qr(visit, stage, around)
        case stages.Stepping() as stage:
            return derive_step(visit, stage, around)
        case stages.StuckList() as stage:
            return derive_stuck(visit, stage, around)
        case stages.Advice() as stage:
            return derive_advice(visit, stage, around)
        case stages.Hotline() as stage:
            return derive_hotline(visit, stage, around)
        case stages.Comfort():
            return derive_comfort(visit, around)
        case stages.Person() as stage:
            return derive_person(visit, stage, around)
        case stages.Goodbye() as stage:
            return derive_goodbye(visit, stage, around)
        case stages.MyCard():
            return derive_my_card(visit, around)
        case stages.ShowCard():
            return derive_show_card(visit, around)
        case stages.Unread() as stage:
            return derive_unread(visit, stage, around)
        case stages.IdleNotice():
            return derive_idle(visit, around)
        case stages.Sorry():
            return derive_sorry(visit, around)
        case stage:
            return derive_staff(visit, stage, around)
