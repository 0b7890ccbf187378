"""An end that sends somebody to another guide has the way there, which the kiosk draws as a button."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.guides import STRUCTURE, TODAY, VIETNAMESE, shipped, write_pack

from flows.guide.steps import End, ToFlow
from flows.guide.words import Words
from flows.shelf.check import check_folder

GUIDES = shipped().flows
TITLES = {flow.title.vi: flow.id for flow in GUIDES.values()}


def titles_named(text: Words | None) -> list[str]:
    said = text.vi.replace("\u00a0", " ") if text is not None else ""
    return [TITLES[quoted] for quoted in re.findall(r"“([^”]+)”", said) if quoted in TITLES]


NAMING = [
    (flow.id, step.id, named)
    for flow in GUIDES.values()
    for step in flow.steps.values()
    if isinstance(step, End)
    for named in titles_named(step.say) + titles_named(step.simpler) + titles_named(step.example)
]


def tests_of_endings_find_endings_that_name_a_guide() -> None:
    assert {flow_id for flow_id, _, named in NAMING if named == "vneid-kich-hoat"} == {
        "vneid-muc-1",
        "vneid-muc-2",
        "vneid-doi-so-dien-thoai",
    }


@pytest.mark.parametrize(("flow_id", "step_id", "named"), NAMING)
def test_an_end_that_names_a_guide_leads_to_it(flow_id: str, step_id: str, named: str) -> None:
    edges = GUIDES[flow_id].steps[step_id].edges
    assert ToFlow(named) in [edge.target for edge in edges]


END = '[step.xong]\nkind = "end"\nconfidence = "U"\n'
LINE = 'stuck.tiep = "flow:vneid-cai-dat"\n'
NAMES_A_GUIDE = 'say = "Sau đó bác mở bài “Cài VNeID”."'
WORDS_OF_THE_LINE = 'stuck.tiep.if = "Muốn làm tiếp"\nstuck.tiep.say = "Mình mở bài ấy."\n'


def hidden(folder: Path, flow: str, vi: str) -> list[str]:
    write_pack(folder, flow=flow.replace('["vi", "en"]', '["vi"]'), vi=vi)
    report = check_folder(folder, TODAY, lambda text, language: [])
    return [one.where for one in report.problems if one.code == "end-hides-guide"]


def test_the_check_names_an_end_that_speaks_of_a_guide_nobody_can_open_there(tmp_path: Path) -> None:
    vi = VIETNAMESE.replace('say = "Bác làm tốt lắm."', NAMES_A_GUIDE)
    assert hidden(tmp_path, STRUCTURE, vi) == ["step.xong.say"]
    opened = vi.replace(NAMES_A_GUIDE, f"{NAMES_A_GUIDE}\n{WORDS_OF_THE_LINE}")
    assert hidden(tmp_path, STRUCTURE.replace(END, END + LINE), opened) == []


def test_the_check_names_advice_of_an_end_that_speaks_of_a_guide_and_calls_a_person(tmp_path: Path) -> None:
    line = WORDS_OF_THE_LINE.replace("Mình mở bài ấy.", "Bác mở bài “Cài VNeID”.")
    vi = VIETNAMESE.replace('say = "Bác làm tốt lắm."', f'say = "Bác làm tốt lắm."\n{line}')
    flow = STRUCTURE.replace(END, END + LINE.replace("flow:vneid-cai-dat", "person"))
    assert hidden(tmp_path, flow, vi) == ["step.xong.stuck.tiep.say"]


def test_an_end_that_speaks_of_itself_hides_nothing(tmp_path: Path) -> None:
    vi = VIETNAMESE.replace('say = "Bác làm tốt lắm."', 'say = "Mai bác mở bài này lại."')
    assert hidden(tmp_path, STRUCTURE, vi) == []
