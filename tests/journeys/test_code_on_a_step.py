"""A step that shows a code shows it: scanned from the glass, its address read and said."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from support.all_screens import visit_at, walks_to_every_step
from support.stage import BOTH_ENDS, PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.visitor import NEXT, visitor
from support.window import pixels

from accessibility.preferences import Preferences
from flows.guide.steps import Show
from ui.visit.stages import Stepping

SHOWN = [
    (flow, step, code)
    for flow in residents_guides().flows.values()
    for step in flow.steps.values()
    for code in flow.qr
    if isinstance(step, Show) and code.id == step.qr_id and code.printable
]


@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_every_step_with_a_code_shows_it_and_says_where_it_leads(drawing: object, panel: str) -> None:
    assert len(SHOWN) >= 4
    with visitor(Kiosk(panel=PANELS[panel])) as resident:
        for flow, step, code in SHOWN:
            walk = walks_to_every_step(flow.id)[step.id]
            resident.stage.conductor.show(visit_at(Stepping(flow.id, walk), Preferences()))
            resident.settle()
            assert resident.reads(step.say.vi)
            assert "dichvucong.gov.vn" in resident.heard.split("Mã dẫn đến:")[1]
            assert any(text.startswith("Mã dẫn đến:") for text in resident.texts)
            grey = np.ascontiguousarray((pixels(resident.screen.grab()) & 0xFF).astype(np.uint8))
            assert [found.text for found in zxingcpp.read_barcodes(grey)] == [code.payload]
            resident.does_not_understand()
            resident.tap(NEXT)
            assert not any(text.startswith("Mã dẫn đến:") for text in resident.texts)
