"""The offer to go on after a crash."""

from __future__ import annotations

from flows.words import Words
from ui.screens.helpers import HELP_ONLY
from ui.screens.lowering import bar_to_lower
from ui.screens.page import Control, Line, Page, said_of_the_bar
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Resume
from ui.visit.visit import Visit


def derive_resume(visit: Visit, stage: Resume, around: Surroundings) -> Page:
    """Asked within three minutes of a crash; No after a minute without an answer.

    The answers stand among the helpers, where they are seen however large the letters are.
    """
    tr = around.tr(visit.preferences.language)
    flow = around.guides.flows.get(stage.flow_id)
    title = flow.title if flow else Words("")
    go_on = Control(Do.RESUME_YES, tr("resume.yes"), "check")
    refuse = Control(Do.RESUME_NO, tr("resume.no"), "cross")
    # A slip of one switch must not throw the guide away: whoever does not answer has refused as well.
    answers = (go_on,) if around.pointer.scanning else (go_on, refuse)
    return Page(
        template="choice",
        place="resume",
        language=tr.language,
        heading=tr("resume.heading"),
        sentence=tr("resume.sentence"),
        caption=title.in_(tr.language),
        spoken_extra=(Line("caption", title.in_(tr.language)),),
        icon="clock",
        bar=(*answers, *bar_to_lower(visit, around, HELP_ONLY)),
        spoken_last=said_of_the_bar(answers),
    )
