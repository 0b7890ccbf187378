"""One bad pack never costs more than itself: it is refused in bounded time, those beside it are offered."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from support.guides import TODAY, write_pack
from support.hostile_files import FILES, PLACES, write_file

from flows.checking.sets import at_loading
from flows.guide.problems import Problem
from flows.reading import pack
from flows.shelf import library
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

SOUND = Path(__file__).with_name("broken") / "lanh-lan"
MOST_SECONDS = 4.0  # of the processor; most take a hundredth here, the old code needed minutes, or for ever

pytestmark = pytest.mark.filterwarnings("error")


def beside_a_sound_one(folder: Path) -> Path:
    shutil.copytree(SOUND, folder / "lanh-lan")
    return folder


def told(folder: Path) -> tuple[Problem, ...]:
    """What check and kiosk say of the pack; both are asked, within the time."""
    began = time.process_time()
    offered = load_library(folder, TODAY)
    report = check_folder(folder, TODAY, lambda text, language: [])
    assert time.process_time() - began < MOST_SECONDS
    assert "lanh-lan" in offered.flows
    refused = {one.flow_id for one in offered.problems if one.severity == "error"}
    assert refused == set(report.refused)
    return tuple(one for one in report.problems if one.flow_id != "lanh-lan")


@pytest.mark.parametrize("name", FILES)
def test_an_oversized_guide_is_refused_in_time_with_its_rule(tmp_path: Path, name: str) -> None:
    write_file(name, beside_a_sound_one(tmp_path))
    problems = told(tmp_path)
    code = FILES[name][0]
    named = [one for one in problems if one.code == code]
    assert named, [one.code for one in problems]
    assert "program-wrong" not in {one.code for one in problems}
    assert len(problems) < 400
    assert all(len(one.vi) < 1200 and one.mend_vi and str(one).isprintable() for one in named)
    if code not in ("file-too-big",):
        assert all(one.line for one in named)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
@pytest.mark.parametrize("name", PLACES)
def test_a_pipe_or_link_in_place_of_a_file_is_neither_waited_for_nor_followed(
    tmp_path: Path, name: str
) -> None:
    PLACES[name](write_pack(beside_a_sound_one(tmp_path)))
    (problem,) = (one for one in told(tmp_path) if one.severity == "error")
    assert (problem.code, problem.file) == ("file-unreadable", "hoc-thu/en.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_folder_whose_name_is_no_text_can_be_reported(tmp_path: Path) -> None:
    home = write_pack(beside_a_sound_one(tmp_path))
    home.rename(os.fsdecode(os.fsencode(home.parent) + b"/b\xe1i\x1b[2J\nthu"))
    problems = told(tmp_path)
    assert {one.code for one in problems if one.severity == "error"} == {"id-not-folder"}
    for one in problems:
        assert str(one).isprintable() and str(one).encode("utf-8")


def test_a_fault_of_the_program_costs_only_the_guide_it_meets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_pack(beside_a_sound_one(tmp_path))
    whole = pack._flow

    def fails(folder: str, *rest: object) -> object:
        if folder == "hoc-thu":
            raise RuntimeError("a slip of ours")
        return whole(folder, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pack, "_flow", fails)
    with caplog.at_level(logging.ERROR):
        (problem,) = told(tmp_path)
    assert (problem.code, problem.severity) == ("program-wrong", "error")
    assert "RuntimeError" in problem.vi
    assert "a slip of ours" in caplog.text and "Traceback" in caplog.text


def test_a_fault_in_a_rule_costs_only_the_guide_it_meets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_pack(beside_a_sound_one(tmp_path))

    def fails(flow: object, *rest: object) -> object:
        if getattr(flow, "id", "") == "hoc-thu":
            raise ZeroDivisionError
        return at_loading(flow, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "at_loading", fails)
    assert list(load_library(tmp_path, TODAY).flows) == ["lanh-lan"]
    assert "Traceback" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded so there")
def test_hostile_guides_together_need_little_memory(tmp_path: Path) -> None:
    for number, name in enumerate(FILES):
        write_file(name, tmp_path / str(number)).rename(tmp_path / f"bai-{number}")
        shutil.rmtree(tmp_path / str(number))
    script = """
        import resource, sys
        from datetime import date
        from pathlib import Path
        from flows.shelf.check import check_folder
        from flows.shelf.library import load_library
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        folder = Path(sys.argv[1])
        load_library(folder, date(2026, 11, 25))
        check_folder(folder, date(2026, 11, 25), lambda text, language: [])
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
    """
    root = Path(pack.__file__).parents[1]
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=True)
    assert int(done.stdout) < 100  # MB
