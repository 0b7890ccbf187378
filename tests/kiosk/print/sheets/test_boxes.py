"""Nothing on a sheet or a slip lies over something else, is cut, or too near the edge for a printer."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product

import pytest
from PIL import Image
from support.guides import TODAY, shipped
from support.in_turn import in_turn
from support.paper_boxes import MM, faults, pages_of

from flows.guide.flow import Flow
from flows.guide.steps import Check, Choose, Step
from flows.guide.words import LANGUAGES, Language
from kiosk.print.sheets.phones import NOBODY, Ours
from kiosk.print.sheets.sheet import Sender, Size, sheet, slip

GUIDES = shipped().flows
WARD = Sender(
    "Phường Cửa Nam",
    NOBODY,
    lambda guide: f"https://cuanam.example/huong-dan/{guide}/",
    {flow.id: flow.title for flow in GUIDES.values()},
)
PHONES = Ours("0243 822 1234", "0243 933 4455", "Điểm 2")
PRINTABLE = 5 * MM
SIZES: tuple[Size, ...] = ("A4", "A5")


def a_picture(step: Step, flow: Flow) -> tuple[str, bytes] | None:
    """As large as the drawn phone, wherever a picture is."""
    if isinstance(step, Choose | Check) and step.picture is None and not step.drawing:
        return None
    drawn = io.BytesIO()
    Image.new("RGB", (56, 64), "grey").save(drawn, "PNG")
    return "a.png", drawn.getvalue()


@pytest.mark.parametrize(("flow_id", "language", "size"), in_turn(GUIDES, list(product(LANGUAGES, SIZES))))
def test_no_text_lies_over_another_or_beyond_the_edge(flow_id: str, language: Language, size: Size) -> None:
    """V46; and on A5 the foot of a long title went over the edge."""
    flow = GUIDES[flow_id]
    assert not faults(sheet(flow, WARD, TODAY, a_picture, size, language).pdf(), PRINTABLE)
    for sender in (WARD, replace(WARD, phones=PHONES)):
        if (paper := slip(flow, sender, TODAY, language)) is not None:
            pdf = paper.pdf()
            assert len(pages_of(pdf)) == 1
            assert not faults(pdf, PRINTABLE)
