"""The doctor on residents' cards: who has enrolled the kiosk, does the printer print, does the camera see."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import pytest
from support.film import film
from support.ward import Ward, kiosk_name

from kiosk.base.config.cards import CardsConfig
from kiosk.base.files.identity import kiosk_id
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.point.health.cards import (
    CameraState,
    KeepsJobs,
    PrinterState,
    SeenCards,
    SeenPrinter,
    check_cards,
    check_sheet_printer,
)
from kiosk.point.health.finding import Finding
from kiosk.point.health.probes_cards import (
    see_camera,
    see_cards,
    see_kept_jobs,
    see_printer,
    see_sheet_printer,
)

CONFIG = CardsConfig(printer="may-in", camera="0")


def finding(seen: SeenCards, check: str) -> Finding:
    (found,) = [one for one in check_cards(seen) if one.check == check]
    return found


def test_a_kiosk_nobody_has_enrolled_says_why_and_how_to_go_on(tmp_path: Path) -> None:
    found = finding(see_cards(CardsConfig(), tmp_path), "cards")
    assert found.state == "mend"
    for words in (found.do_vi, found.do_en):
        assert all(one in words for one in ("run keys request", "run ward enrol", "run keys accept"))
    assert list(tmp_path.iterdir()) == [], "looking makes no key"


def test_a_request_that_was_not_answered_and_a_ward_that_withdrew_are_told_apart(tmp_path: Path) -> None:
    data = tmp_path / "kiosk"
    name = kiosk_id(data)
    paper = ask(data, name)
    asked = finding(see_cards(CardsConfig(), data), "cards")
    ward = Ward(tmp_path / "ward", "Phường Cửa Nam")
    ward.authority, answer = ward.authority.enrol(paper, "2026-11")
    accept(data, name, answer)
    enrolled = finding(see_cards(CardsConfig(), data), "cards")
    ward.authority, newer = ward.authority.revoke(name)
    accept(data, name, newer)
    withdrawn = finding(see_cards(CardsConfig(), data), "cards")
    assert [one.state for one in (asked, enrolled, withdrawn)] == ["mend", "ok", "mend"]
    assert "Phường Cửa Nam" in enrolled.vi and "Phường Cửa Nam" in enrolled.en
    assert "chưa được phường" in asked.vi and "thu hồi" in withdrawn.vi and "withdrawn" in withdrawn.en
    assert kiosk_name(1) not in enrolled.vi


@pytest.mark.parametrize("state", get_args(PrinterState))
def test_each_state_of_the_printer_says_what_to_do(state: PrinterState) -> None:
    found = finding(SeenCards("Phường", printer=state, config=CONFIG), "card-printer")
    assert found.state == ("ok" if state == "ready" else "mend")
    assert bool(found.do_vi and found.do_en) == (found.state == "mend")
    for_guides = check_sheet_printer(SeenPrinter("may-in", state))
    assert for_guides.state == found.state and "[cards]" not in for_guides.do_vi + for_guides.do_en


def test_no_printer_for_guides_is_nothing_to_mend() -> None:
    assert check_sheet_printer(see_sheet_printer("")).state == "ok"


@pytest.mark.parametrize(
    ("settings", "keeps"),
    [
        ("PreserveJobFiles No\n", "no"),
        ("# PreserveJobFiles No\nLogLevel warn\n", "yes"),
        ("PreserveJobFiles No\nPreserveJobFiles 3600\n", "yes"),
        (None, "unreadable"),
    ],
)
def test_a_print_service_that_keeps_printed_cards_is_told_not_to(
    settings: str | None, keeps: KeepsJobs, tmp_path: Path
) -> None:
    file = tmp_path / "cupsd.conf"
    if settings is not None:
        file.write_text(settings)
    assert see_kept_jobs(file) == keeps
    found = finding(SeenCards("Phường", printer="ready", keeps=keeps, config=CONFIG), "card-printer")
    assert found.state == ("ok" if keeps == "no" else "mend")
    assert ("cupsctl PreserveJobFiles=No" in (found.do_vi or "")) == (keeps != "no")


@pytest.mark.parametrize("state", get_args(CameraState))
def test_each_state_of_the_camera_says_what_to_do(state: CameraState) -> None:
    found = finding(SeenCards("Phường", camera=state, config=CONFIG), "card-camera")
    assert found.state == ("ok" if state == "looks" else "mend")
    assert bool(found.do_vi and found.do_en) == (found.state == "mend")


def test_what_the_config_does_not_name_is_not_asked_for(tmp_path: Path) -> None:
    seen = see_cards(CardsConfig(scanner=False), tmp_path)
    assert (seen.printer, seen.camera) == (None, None)
    states = {one.check: one.state for one in check_cards(seen)}
    assert states == {"cards": "mend", "card-printer": "ok", "card-camera": "ok", "card-scanner": "ok"}


@pytest.mark.parametrize(
    ("says", "state"),
    [
        ('print("printer may-in is idle.  enabled since Wed")', "ready"),
        ('print("printer may-in disabled since Wed - Paused")', "stopped"),
        ('sys.exit("lpstat: Invalid destination name in list")', "unknown"),
    ],
)
def test_what_the_print_service_says_is_understood(says: str, state: PrinterState, tmp_path: Path) -> None:
    lpstat = tmp_path / "lpstat"
    lpstat.write_text(f"#!{sys.executable}\nimport sys\nassert sys.argv[1:] == ['-p', 'may-in']\n{says}\n")
    lpstat.chmod(0o755)
    assert see_printer("may-in", str(lpstat)) == state
    assert see_printer("may-in", str(tmp_path / "none")) == "no-service"


def test_a_camera_is_really_opened(tmp_path: Path, drawing: object) -> None:
    assert see_camera(str(film(tmp_path / "room.avi", frames=20))) == "looks"
    assert see_camera("/dev/no-such-camera") == "no-camera"
