"""Another ward of the city founds its kiosks by its file and its config alone: everything speaks of it."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from support.another_ward import HEALTH, NAME, ONE_STOP, POLICE, write_ward
from support.guides import TODAY

from accessibility.preferences import Preferences
from accessibility.speech.spoken import spoken
from flows.guide.flow import Flow
from flows.guide.needs import shipped_needs
from flows.guide.steps import Step
from flows.guide.texts import every_text
from flows.guide.ward import Ward
from flows.search import prepare
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, Library, load_library
from kiosk.base.config.file import load_config
from kiosk.base.config.sections import Config
from kiosk.base.config.ward_file import SHIPPED, ward_here
from kiosk.base.hours.clock import WallTime
from kiosk.point.display.sign import sign_of
from kiosk.point.tour.walks import walks_to_every_step
from kiosk.print.sheets.sender import sender_of
from kiosk.print.sheets.sheet import sheet, slip
from kiosk.print.site.build import site_files
from kiosk.print.site.model import Ward as SiteWard
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surrounding_parts import ClockReading, Guides, Setup
from ui.screens.surroundings import Surroundings
from ui.visit.asking import found_nothing
from ui.visit.stage import Stage
from ui.visit.stages import Ask, Home, NumbersToCall, Stepping, ThisPlace, WardOffices
from ui.visit.visit import Visit
from ui.words import UiWords

OURS = re.compile(r"(?<!,\s)Cửa\s*Nam|Cửa\s*Nam(?!,)")
"""The ward for which the guides were written; but a list of wards is true in each."""
_SOURCES = re.compile(r'<ul>(?:<li><a href="[^"]*" rel="noreferrer">.*?</li>)+</ul>')


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    _, file = write_ward(tmp_path_factory.mktemp("suoi-mo"))
    config, problems = load_config(file)
    assert problems == () and config.ward.name == NAME
    return config


@pytest.fixture(scope="module")
def ward(config: Config) -> Ward:
    """As a kiosk reads it at its start."""
    ward, problems = ward_here(config.ward.chosen(SHIPPED), config.ward.name)
    assert problems == () and len(ward.places) == 5
    return ward


@pytest.fixture(scope="module")
def library(config: Config) -> Library:
    library = load_library(RESIDENT_GUIDES, TODAY, ward=config.ward.name)
    assert not [one for one in library.problems if one.severity == "error"]
    return library


@pytest.fixture(scope="module")
def around(config: Config, ward: Ward, library: Library) -> Surroundings:
    training = load_library(TRAINING_GUIDES, TODAY, library.flows, config.ward.name)
    asking = prepare(library, ward=ward)
    return Surroundings(
        UiWords(),
        Guides(library.flows, training=training.flows, asking=asking),
        sign_of(config, WallTime(1_796_000_000.0, clock_ok=True)),
        clock=ClockReading(time="09:41"),
        setup=Setup(ward=ward),
    )


def page(stage: Stage, around: Surroundings) -> Page:
    return derive(Visit((Home(), stage), Preferences()), around)


def words_of(shown: Page) -> str:
    """All that a screen says and shows."""
    lines = [line.text for line in shown.script_when_asked]
    controls = [one.name for one in (*shown.choices, *shown.bar)]
    return " ".join((*lines, *controls)).replace("\u00a0", " ")


def test_every_step_and_page_speaks_of_that_ward_and_where_it_sends_one_stands_there(
    around: Surroundings, ward: Ward
) -> None:
    shown = {Home(): "", ThisPlace(): NAME, WardOffices(): POLICE, NumbersToCall(): "Công an phường"}
    for stage, said in shown.items():
        written = words_of(page(stage, around))
        assert said in written and not OURS.search(written), stage
    sent = named = 0
    for flow in around.guides.flows.values():
        for step, stage in _stepped(flow):
            written = words_of(page(stage, around))
            assert not OURS.search(written) and "{ward" not in written, (flow.id, step.id)
            named += "phường Suối Mơ" in written
            if step.offices:
                sent += 1
                (only, *others) = ward.sent_to(step.offices)
                there = "ở đâu, số nào?" if others else only.phone or only.address
                assert there in written or "ở đâu, số nào?" in written.lower(), (flow.id, step.id)
    assert sent > 60 and named > 2


def _stepped(flow: Flow) -> Iterator[tuple[Step, Stepping]]:
    for step, walk in walks_to_every_step(flow):
        yield step, Stepping(flow.id, walk)


def test_volunteers_learn_of_that_ward_too(around: Surroundings) -> None:
    texts = [text for flow in around.guides.training.values() for _, text, _ in every_text(flow)]
    assert texts and not any(OURS.search(text) for text in texts)


def test_numbers_of_its_offices_are_said_one_digit_after_the_other(around: Surroundings) -> None:
    script = page(WardOffices(("police",)), around).script
    said = " ".join(spoken(line.text, "vi").text for line in script)
    assert "không hai bốn không không không không không một một ba" in re.sub(r"[,.\s]+", " ", said)


@pytest.mark.parametrize(
    ("asked", "office", "answer"),
    [
        ("phường ở chỗ nào", "one-stop", ONE_STOP),
        ("phuong o cho nao", "one-stop", ONE_STOP),
        ("số công an", "police", POLICE),
        ("so cong an phuong", "police", POLICE),
        ("công an phường ở đâu", "police", POLICE),
        ("mấy giờ phường mở cửa", "one-stop", ONE_STOP),
        ("may gio phuong mo cua", "one-stop", ONE_STOP),
        ("trạm y tế ở đâu", "health-station", HEALTH),
        ("bao hiem xa hoi o dau", "social-insurance", "Số 5 phố Hoa Sữa"),
        ("nhà tổ trưởng ở đâu", "group-leader", "Nhà văn hoá tổ 5"),
    ],
)
def test_who_asks_where_an_office_is_finds_it_first(
    around: Surroundings, asked: str, office: str, answer: str
) -> None:
    assert around.guides.asking is not None
    found = around.guides.asking.ask(asked)
    assert (found.kind, found.offices) == ("offices", (office,))
    stage = Ask(asked, found, finished="all")
    shown = page(stage, around)
    assert not found_nothing(stage) and answer in shown.choices[0].label.replace("\u00a0", " ")


def test_danger_stays_before_a_number_and_an_office_of_which_nothing_is_known_is_no_answer(
    around: Surroundings, library: Library
) -> None:
    asking = around.guides.asking
    assert asking is not None
    assert asking.ask("nhà tôi cháy, số công an").guides[0].id == "khan-cap"
    empty = prepare(library, ward=Ward())
    for question in ("số công an", "phường ở chỗ nào", "mấy giờ phường mở cửa"):
        assert empty.ask(question).kind != "offices" and empty.ask(question).offices == ()


def test_sheets_and_slips_bear_its_name_and_numbers(config: Config, library: Library) -> None:
    sender = sender_of(config, library.flows)
    for guide, numbers in (("can-cuoc-cap-lai", (POLICE,)), ("khuyet-tat", (ONE_STOP, "Số 1 phố Hoa Sữa"))):
        flow = library.flows[guide]
        small = slip(flow, sender, TODAY)
        assert small is not None
        for paper in (sheet(flow, sender, TODAY, lambda *_: None), small):
            text = _text(paper.pdf())
            assert all(number.replace(" ", "") in text for number in numbers), guide
            assert "PhườngSuốiMơ" in text and not OURS.search(text)


def _text(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"[\s\u200b\u00a0]+", "", "".join(page.extract_text() for page in pages))


def test_the_site_bears_its_name_and_numbers_on_every_page(
    config: Config, ward: Ward, library: Library
) -> None:
    files = site_files(library, shipped_needs(), SiteWard(config.ward.name, "", ward), TODAY)
    pages = {name: _seen(raw) for name, raw in files.items() if name.endswith(".html")}
    assert len(pages) > 150
    for name, text in pages.items():
        assert not OURS.search(text), name
        if "khong-mang" not in name:
            assert POLICE in text and "tel:02400000113" in html.unescape(files[name].decode()), name
    lost = pages["can-cuoc-cap-lai/index.html"]
    assert lost.count(POLICE) > 3 and "Bác không đi được, có người đến tận nhà ạ" in lost
    assert "Số 1 phố Hoa Sữa" in pages["dat-dai-so-do/index.html"] and NAME in pages["index.html"]


def _seen(raw: bytes) -> str:
    """What is read of a page: of its sources only that a ward is named in a title, which they may."""
    text = html.unescape(_SOURCES.sub("", raw.decode()))
    return text.replace("\u00a0", " ")
