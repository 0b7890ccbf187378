"""The pictures on paper are those of the screen."""

from __future__ import annotations

import io

from PIL import Image
from support.guides import shipped

from kiosk.print.sheets.step_pictures import StepPictures


def test_a_drawn_screen_is_drawn_and_a_picture_of_ours_is_taken_as_it_is(drawing: object) -> None:
    flow = shipped().flows["lua-dao-da-mac"]
    with StepPictures() as pictures:
        call = pictures.of(flow.steps["goi-khoa-vneid"], flow)
        again = pictures.of(flow.steps["goi-khoa-vneid"], flow)
        other = pictures.of(flow.steps["goi-ngan-hang"], flow)
        ours = pictures.of(flow.steps["tat-nguon"], flow)
        question = pictures.of(flow.steps["da-khoa-chua"], flow)
    assert call and other and ours
    assert call == again
    assert call != other  # the digits to dial stand on one of them
    colours = Image.open(io.BytesIO(call[1])).convert("RGB").getcolors(100_000)
    assert colours is not None and len(colours) > 50
    assert ours[0] == "power-off.svg" and ours[1].startswith(b"<svg")
    assert question is None
