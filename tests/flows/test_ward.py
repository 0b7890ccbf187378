"""A guide speaks of the ward it is read for, and says to which offices its steps send somebody."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from flows.guide.steps import Check, Choose
from flows.guide.texts import every_text
from flows.guide.ward import OFFICES, SHIPPED_WARD, Office, Ward, proper_name
from flows.reading.content import SHIPPED
from flows.reading.pack import Pack, read_pack
from flows.search import prepare, read_words
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, load_library

SOUND = Path(__file__).parent / "sound"
TODAY = date(2026, 12, 3)
INVENTED = "Xã Suối Mơ"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND / "dang-nhap-thu", tmp_path / "dang-nhap-thu"))


def _first_step(pack: Pack) -> str:
    assert pack.draft is not None
    return pack.draft.start


def _added(folder: Path, lines: str) -> Pack:
    """The guide with *lines* in the table of its first step."""
    step = _first_step(read_pack(folder))
    file = folder / "flow.toml"
    head = f"[step.{step}]\n"
    written = file.read_text("utf-8")
    assert head in written
    file.write_text(written.replace(head, head + lines), "utf-8")
    return read_pack(folder)


def test_every_guide_names_the_ward_it_is_read_for_and_no_other() -> None:
    named = list[str]()
    for home in (RESIDENT_GUIDES, TRAINING_GUIDES):
        library = load_library(home, TODAY, ward=INVENTED)
        assert library.flows
        for flow in library.flows.values():
            for place, text, _ in every_text(flow):
                listed = text.replace(", Cửa Nam,", "")  # among others, in a list that is true in each
                assert "Cửa Nam" not in listed and "{ward" not in text, (flow.id, place)
                named += [flow.id] if "xã Suối Mơ" in text else []
    assert {"khan-cap", "dvc-nop-ho-so", "cu-tru-luu-tru", "tnv-den-tung-nha"} <= set(named)


def test_what_an_app_shows_of_the_ward_is_drawn_with_its_name() -> None:
    flow = load_library(RESIDENT_GUIDES, TODAY, ward=INVENTED).flows["dvc-ho-tich"]
    labels = [
        element.label for step in flow.steps.values() if step.picture for element in step.picture.elements
    ]
    assert "xã Suối Mơ" in labels and "phường Cửa Nam" not in labels


def test_a_guide_is_the_same_in_the_log_of_every_ward() -> None:
    ours, theirs = (load_library(RESIDENT_GUIDES, TODAY, ward=ward) for ward in ("Phường Cửa Nam", INVENTED))
    for guide, flow in ours.flows.items():
        assert theirs.flows[guide].content_hash == flow.content_hash


def test_the_name_alone_is_what_follows_the_kind() -> None:
    names = ("Phường Cửa Nam", "xã Đông Anh", "Đặc khu Cô Tô")
    assert [proper_name(one) for one in names] == ["Cửa Nam", "Đông Anh", "Cô Tô"]


@pytest.mark.parametrize("file", ["vi.toml", "en.toml", "flow.toml"])
def test_a_ward_named_outright_is_named_by_the_check_with_its_line_and_only_there(
    folder: Path, file: str
) -> None:
    assert not [one for one in read_pack(folder).findings if one.code == "ward-named"]
    path = folder / file
    text, line = path.read_text("utf-8").splitlines(), 0
    for number, one in enumerate(text):
        if ("say = " in one or "label = " in one) and '"' in one:
            head, _, tail = one.partition('"')
            text[number], line = f'{head}"Cửa Nam {tail}', number + 1
            break
    path.write_text("\n".join(text), "utf-8")
    pack = read_pack(folder)
    found = [one for one in pack.problems() if one.code == "ward-named"]
    assert [(one.file, one.severity) for one in found] == [(f"dang-nhap-thu/{file}", "error")]
    assert found[0].line is not None and abs(found[0].line - line) <= 5
    assert pack.flow is None and read_pack(folder, "Phường Ba Đình").flow is None
    at_its_own = read_pack(folder, SHIPPED_WARD).findings  # as it wrote it before into its own packs
    assert not [one for one in at_its_own if one.code == "ward-named"]
    assert "{ward}" in found[0].mend_vi and "{ward}" in found[0].mend_en


def test_a_source_may_name_a_ward() -> None:
    written = (RESIDENT_GUIDES / "dat-dai-so-do" / "flow.toml").read_text("utf-8")
    assert "Cửa Nam" in written
    assert not [
        one for one in read_pack(RESIDENT_GUIDES / "dat-dai-so-do").findings if one.code == "ward-named"
    ]


def test_a_step_and_what_may_go_wrong_there_say_to_which_office_they_send(folder: Path) -> None:
    pack = _added(folder, 'offices = ["police", "one-stop"]\n')
    assert pack.flow is not None
    assert pack.flow.steps[pack.flow.start].offices == ("police", "one-stop")


def test_an_office_that_no_ward_has_is_named_with_those_there_are(folder: Path) -> None:
    pack = _added(folder, 'offices = ["polcie"]\n')
    (problem,) = (one for one in pack.problems() if one.code == "value-not-allowed")
    assert problem.line and "polcie" in problem.vi + problem.mend_vi
    assert "police" in problem.vi + problem.mend_vi and pack.flow is None


def test_an_office_for_a_way_that_is_not_there_is_a_fault(folder: Path) -> None:
    pack = _added(folder, 'stuck_offices.no-such-way = ["police"]\n')
    assert [one.code for one in pack.findings] == ["key-unknown"]


def test_only_an_office_of_which_something_is_known_is_shown_and_every_leader_is_asked() -> None:
    police, empty = Office("police", phone="02400000001"), Office("health-station")
    leaders = Office("group-leader", 5, address="Nhà văn hoá tổ 5"), Office("group-leader", 6)
    ward = Ward((*leaders, police, empty))
    assert ward.sent_to(("police", "health-station", "one-stop")) == (police,)
    assert ward.sent_to(("group-leader", "police")) == (leaders[0], police)
    assert ward.places == (police, leaders[0])


def test_what_asks_for_a_guide_is_not_taken_for_asking_where_an_office_is() -> None:
    """Of all that people have asked for guides, hardly anything names an office and where, or when."""
    known = Ward(tuple(Office(one, phone="02400000001") for one in OFFICES))
    library = load_library(RESIDENT_GUIDES, TODAY)
    asking = prepare(library, ward=known)
    asked = {label: lines for label, lines in read_words().asked.items() if label in library.flows}
    lines = [line for label in sorted(asked) for line in asked[label][::4]]
    taken = [line for line in lines if asking.ask(line).kind == "offices"]
    assert len(lines) > 500 and len(taken) <= len(lines) // 200, taken


def test_a_ward_whose_words_were_made_before_has_ours_for_its_offices(tmp_path: Path) -> None:
    old = shutil.copytree(SHIPPED.asking, tmp_path / "asking")
    (old / "offices.toml").unlink()
    words = read_words(old)
    assert words.problems == () and "số công an" in words.office_signs["police"]
    (old / "offices.toml").write_text('[polcie]\nsigns = ["số công an"]\n', "utf-8")
    (problem,) = read_words(old).problems
    assert "offices.toml" in str(problem) and "polcie" in str(problem) and "police" in problem.vi


def test_a_question_sends_nobody() -> None:
    """Its screen has the answers alone: where one is sent stands at the step that an answer leads to."""
    for flow in load_library(RESIDENT_GUIDES, TODAY).written.values():
        assert not [
            step.id for step in flow.steps.values() if isinstance(step, Choose | Check) and step.offices
        ]
