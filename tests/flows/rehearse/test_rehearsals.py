"""Scams rehearsed on a drawn phone: how they are read and checked, and where each answer leads."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from accessibility.speech.spoken import speakable
from flows.rehearse.library import REHEARSALS, load_rehearsals
from flows.rehearse.play import Play, answered, back, gone_on, once_more
from flows.rehearse.script import END, LEARN, REFUSALS

TODAY = date(2026, 11, 29)
ALL = load_rehearsals(REHEARSALS, TODAY, speakable)
ALSO = 'kind = "leave"\ngoto = "end"\nthen = { vi = "Đúng", en = "Yes", fr = "Oui" }\n'
COMPLY = 'kind = "comply"\ntext = { vi = "Vâng", en = "Yes", fr = "Oui" }'
MORE = f"\n[turn.t1.answer.a]\n{ALSO}\n[turn.t1.answer.b]\n{ALSO}\n[turn.t2]"
BROKEN: dict[str, tuple[str, str]] = {
    "rehearsal-no-way-out": ('kind = "hang-up"', COMPLY),
    "script-source-none": ('sources = ["A360", "ANTVS", "VX23"]', "sources = []"),
    "source-nowhere": ('"VX23"]', '"VX99"]'),
    "rehearsal-number": ("Thuê bao của bác", "Số 0912 345 678 của bác"),
    "rehearsal-code": ('code = "000000"', 'code = "482913"'),
    "rehearsal-goto-nowhere": ('goto = "t3"', 'goto = "t33"'),
    "script-words-missing": ("says.fr", "# says.fr"),
    "script-picture": ('picture = "sim-locked"', 'picture = "sim-lockt"'),
    "rehearsal-answers": ("\n[turn.t2]", MORE),
    "key-unknown": ('start = "t1"', 'start = "t1"\nstrat = "t2"'),
}
WITHOUT_A_LINE_OF_THEIR_OWN = ("rehearsal-no-way-out", "rehearsal-answers", "script-words-missing")


def broken(tmp_path: Path, old: str = "", new: str = "") -> Path:
    shutil.copytree(REHEARSALS / "khoa-sim", tmp_path / "khoa-sim")
    shutil.copytree(REHEARSALS / "chau-cap-cuu", tmp_path / "chau-cap-cuu")
    file = tmp_path / "khoa-sim" / "rehearsal.toml"
    source = file.read_text("utf-8")
    file.write_text(source.replace(old, new) if old else source, "utf-8")
    return file


def test_nine_are_offered_in_three_languages_and_nothing_is_wrong_with_them() -> None:
    assert (len(ALL.scripts), ALL.problems, ALL.refused) == (9, (), ())
    assert {turn.channel for one in ALL.scripts.values() for turn in one.turns} == {
        "call", "message", "video", "qr",
    }  # fmt: skip
    assert all(one.languages == ("vi", "en", "fr") and one.sources for one in ALL.scripts.values())


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_one_is_named_with_its_line_and_mend_and_the_others_are_offered(
    tmp_path: Path, code: str
) -> None:
    file = broken(tmp_path, *BROKEN[code])
    read = load_rehearsals(tmp_path, TODAY, speakable)
    assert (list(read.scripts), read.refused) == (["chau-cap-cuu"], ("khoa-sim",))
    told = next(one for one in read.problems if one.code == code)
    assert told.file == "khoa-sim/rehearsal.toml"
    assert told.vi and told.mend_vi and told.en and told.mend_en
    if code not in WITHOUT_A_LINE_OF_THEIR_OWN:
        changed = BROKEN[code][1].splitlines()[-1]
        assert told.line is not None
        assert changed in file.read_text("utf-8").splitlines()[told.line - 1]


def test_a_turn_that_no_answer_leads_to_is_told_and_costs_nothing(tmp_path: Path) -> None:
    broken(tmp_path, 'goto = "t3"', 'goto = "t4"')
    read = load_rehearsals(tmp_path, TODAY)
    assert (len(read.scripts), [one.code for one in read.problems]) == (2, ["rehearsal-turn-unmet"])


def test_a_folder_that_is_no_toml_costs_only_itself(tmp_path: Path) -> None:
    broken(tmp_path).write_bytes(b"\xff\xfe[[[")
    read = load_rehearsals(tmp_path, TODAY)
    assert (list(read.scripts), read.refused) == (["chau-cap-cuu"], ("khoa-sim",))
    assert [one.severity for one in read.problems] == ["error"]


@pytest.mark.parametrize("rehearsal", ALL.scripts)
def test_whoever_refuses_is_out_of_it_and_only_who_goes_along_to_the_last_is_not(rehearsal: str) -> None:
    script = ALL.scripts[rehearsal]
    for turn in script.turns:
        for reply in turn.replies:
            assert (reply.goto == LEARN) <= (reply.kind == "comply")
    play, turns = gone_on(Play(script)), 0
    while play.moment == "asked":
        refusal = next(one for one in play.replies if one.kind in REFUSALS)
        play, turns = gone_on(answered(play, refusal.id)), turns + 1
    assert (play.moment, play.went_along, turns <= 2) == ("sign", False, True)


def test_going_along_to_the_last_leads_to_the_same_lesson() -> None:
    play = gone_on(Play(ALL.scripts["khoa-sim"]))
    while play.moment == "asked":
        play = gone_on(answered(play, next(one for one in play.replies if one.kind == "comply").id))
    assert (play.moment, play.went_along) == ("sign", True)
    assert [play.moment, gone_on(play).moment, gone_on(gone_on(play)).moment] == ["sign", "rule", "check"]
    assert once_more(play).moment == "ringing"


def test_back_leads_one_screen_back_and_out_at_the_beginning() -> None:
    play = Play(ALL.scripts["khoa-sim"])
    assert back(play) is None
    asked = gone_on(play)
    given = answered(asked, "cup")
    before = back(given)
    assert before is not None and (before.moment, before.turn_id) == ("asked", asked.turn_id)
    assert answered(asked, "no-such") == asked
    assert given.replied is not None and given.replied.goto == END


def test_answers_stand_in_another_order_each_time() -> None:
    asked = gone_on(Play(ALL.scripts["tro-cap-dien-don"]))
    firsts = {gone_on(Play(asked.script, draw)).replies[0].id for draw in range(12)}
    assert len(firsts) == len(asked.turn.replies)
    assert "khoa-sim" not in repr(gone_on(Play(ALL.scripts["khoa-sim"])))
