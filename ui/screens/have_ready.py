"""What must be at hand, before the first step of a guide that somebody would have to leave without it."""

from __future__ import annotations

from flows.words import Words
from ui.picture.derive import derive_named
from ui.screens.aside import MessageProps
from ui.screens.choosing import language_of
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import HaveReady
from ui.visit.visit import Visit


def derive_have_ready(visit: Visit, stage: HaveReady, around: Surroundings) -> MessageProps:
    """One short sentence; all that the guide needs and warns of is one touch away."""
    flow = around.guides.flows[stage.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    said = flow.have_ready or Words("")
    return MessageProps(
        template="message",
        place=f"ready.{flow.id}",
        language=tr.language,
        sentence=said.in_(tr.language),
        primary=Control(Do.START_GUIDE, tr("overview.have_all"), "check"),
        choices=(Control(Do.WHAT_IS_NEEDED, tr("overview.about"), "info"),),
        bar=bar(tr, WITH_BACK),
        picture=derive_named(flow.have_ready_picture, flow, tr.language),
    )
