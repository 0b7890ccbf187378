"""What commands say on a terminal of 80 columns, and into a file."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kiosk.desk.commands.as_typed import AS_TYPED
from kiosk.desk.commands.columns import in_columns, say
from kiosk.desk.commands.sent import sent_lines
from kiosk.papers.export.sent import SentPart, SentVisit
from kiosk.papers.packs.refusals import WHYS
from kiosk.point.health.finding import MARKS
from kiosk.point.health.program import SeenProgram, check_program


@pytest.mark.parametrize("columns", [80, 120])
def test_what_the_doctor_says_of_each_refused_program_is_broken_between_words(columns: int) -> None:
    for why in WHYS:
        found = check_program(SeenProgram(refused=why))
        first = f"{MARKS[found.state]} {found.check}: {found.vi}"
        said = "\n".join((first, f"  {found.en}", f"  → {found.do_vi}", f"  → {found.do_en}"))
        broken = in_columns(said, columns)
        assert max(map(len, broken.split("\n"))) <= columns
        assert re.sub(r"\s+", " ", broken) == re.sub(r"\s+", " ", said), "no word is broken, none is lost"
        assert all(line[:2] in ("✗ ", "  ") for line in broken.split("\n"))


def test_a_command_to_be_typed_and_a_path_stay_in_one_piece() -> None:
    visit = SentVisit(
        "00000000-0000-7000-8000-000000000000", 1_764_000_000, (SentPart("ab" * 16, 1, 12, "not-packed"),)
    )
    said = "\n".join(sent_lines((visit,), Path))
    for columns in (40, 60, 80):
        broken = in_columns(said, columns)
        assert broken.count(f"{AS_TYPED} export --now") == 2
        assert broken.split("\n")[-1] == "Tổng cộng / in all: 1."
    path = "/var/lib/kiosk-bdhvs/data/" + 30 * "x" + "/" + 60 * "y"
    assert path in in_columns(f"    Phường đã nhận ngày 24/11/2026: {path}", 80)


def test_into_a_file_everything_goes_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "Máy đã nhận. " * 20
    say(long)
    assert capsys.readouterr().out == long + "\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((80, 24)))
    say(long)
    assert max(map(len, capsys.readouterr().out.split("\n"))) <= 80
