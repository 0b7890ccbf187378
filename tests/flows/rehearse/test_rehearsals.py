"""What is rehearsed, scams and helping: how it is read and checked, and where each answer leads."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from accessibility.speech.spoken import speakable
from flows.checking.numbers import is_spelt_out
from flows.practice.rehearse.phone import places_of, touched
from flows.practice.rehearse.play import Play, answered, back, gone_on, once_more, refused
from flows.practice.rehearse.script import END, LEARN, WISE, of_audience
from flows.shelf.rehearsals import REHEARSALS, load_rehearsals

TODAY = date(2026, 12, 3)
ALL = load_rehearsals(REHEARSALS, TODAY, speakable)
ALSO = 'kind = "leave"\ngoto = "end"\nthen = { vi = "Đúng", en = "Yes", fr = "Oui" }\n'
COMPLY = 'kind = "comply"\ntext = { vi = "Vâng", en = "Yes", fr = "Oui" }'
MORE = f"\n[turn.t1.answer.a]\n{ALSO}\n[turn.t1.answer.b]\n{ALSO}\n[turn.t2]"
BROKEN: dict[str, tuple[str, str]] = {
    "rehearsal-no-way-out": ('kind = "hang-up"', COMPLY),
    "rehearsal-no-hang-up": ('kind = "hang-up"', 'kind = "leave"'),
    "rehearsal-still-on-the-line": ('goto = "khoan"', 'goto = "end"'),
    "script-source-none": ('sources = ["A360", "ANTVS", "VX23"]', "sources = []"),
    "source-nowhere": ('"VX23"]', '"VX99"]'),
    "rehearsal-number": ("Thuê bao của bác", "Số 0912 345 678 của bác"),
    "rehearsal-code": ('code = "385214"', 'code = "482913"'),
    "rehearsal-goto-nowhere": ('goto = "t3"', 'goto = "t33"'),
    "script-words-missing": ("says.fr", "# says.fr"),
    "script-picture": ('picture = "sim-locked"', 'picture = "sim-lockt"'),
    "rehearsal-answers": ("\n[turn.t2]", MORE),
    "key-unknown": ('start = "t1"', 'start = "t1"\nstrat = "t2"'),
}
WITHOUT_A_LINE_OF_THEIR_OWN = (
    "rehearsal-no-way-out",
    "rehearsal-no-hang-up",
    "rehearsal-still-on-the-line",
    "rehearsal-answers",
    "script-words-missing",
)


BROKEN_HELP: dict[str, tuple[str, str]] = {
    "rehearsal-no-way-on": ('kind = "helps"\npicture = "nods"', 'kind = "hinders"\npicture = "nods"'),
    "rehearsal-nothing-to-judge": ('kind = "hinders"', 'kind = "helps"'),
    "value-not-allowed": ('kind = "hinders"', 'kind = "comply"'),
    "key-unknown": ('start = "t1"', 'start = "t1"\nbeside = ["lua-dao-nhan-biet"]'),
    "script-picture": ('picture = "points-once"', 'picture = "points-twice"'),
    "script-source-none": ('sources = ["ODUK", "TECHREP", "NHOM"]', "sources = []"),
}
STORY, HELP = "khoa-sim", "tnv-tay-tren-may"


def broken(tmp_path: Path, old: str = "", new: str = "", story: str = STORY) -> Path:
    shutil.copytree(REHEARSALS / story, tmp_path / story)
    shutil.copytree(REHEARSALS / "chau-cap-cuu", tmp_path / "chau-cap-cuu")
    file = tmp_path / story / "rehearsal.toml"
    source = file.read_text("utf-8")
    file.write_text(source.replace(old, new) if old else source, "utf-8")
    return file


def test_fourteen_scams_and_four_for_volunteers_are_offered_and_nothing_is_wrong_with_them() -> None:
    assert (ALL.problems, ALL.refused) == ((), ())
    scams, help_ = of_audience(ALL.scripts, "residents"), of_audience(ALL.scripts, "volunteers")
    assert (len(scams), len(help_)) == (14, 4)
    assert {turn.channel for one in scams.values() for turn in one.turns} == {
        "call", "message", "video", "qr", "door",
    }  # fmt: skip
    assert {turn.channel for one in help_.values() for turn in one.turns} == {"beside"}
    assert not any(one.beside for one in help_.values()), "no guide of a resident offers it"
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


def test_who_asks_back_is_told_to_end_the_call_and_is_out_only_when_they_do() -> None:
    for script in of_audience(ALL.scripts, "residents").values():
        for turn in script.turns:
            if turn.channel not in ("call", "video", "door"):
                continue
            out = {reply.kind for reply in turn.replies if reply.goto == END}
            assert out <= {"hang-up", "leave"}, (script.id, turn.id)
            for reply in turn.replies:
                if reply.kind == "ask":
                    assert not reply.then.vi.startswith(
                        ("Rất", "Bác hỏi rất đúng", "Bác làm đúng lắm", "Câu này")
                    )


@pytest.mark.parametrize("code", BROKEN_HELP)
def test_one_for_volunteers_that_is_broken_is_named_and_left_out(tmp_path: Path, code: str) -> None:
    broken(tmp_path, *BROKEN_HELP[code], story=HELP)
    read = load_rehearsals(tmp_path, TODAY, speakable)
    assert (list(read.scripts), read.refused) == (["chau-cap-cuu"], (HELP,))
    told = next(one for one in read.problems if one.code == code)
    assert told.vi and told.mend_vi and told.en and told.mend_en and told.line is not None


def test_the_answers_of_a_turn_for_volunteers_can_be_told_apart_by_their_pictures() -> None:
    for script in of_audience(ALL.scripts, "volunteers").values():
        for turn in script.turns:
            assert len({reply.picture for reply in turn.replies}) == len(turn.replies)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Bác gọi không chín một hai ba bốn năm sáu bảy tám."),
        ("vi", "Bác gọi không chín mốt hai, 3 4 5, sáu bảy tám."),
        ("en", "Call oh nine one two three four five six seven eight."),
        ("fr", "Appelez le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit."),
    ],
)
def test_a_number_spelt_in_words_rings_at_somebodys_home_too(
    tmp_path: Path, language: str, said: str
) -> None:
    old = {"vi": "Thuê bao của bác sẽ bị khóa sau hai giờ. Bấm phím 9 để gặp nhân viên.",
           "en": "Your number locks in two hours. Press 9 for an agent.",
           "fr": "Numéro bloqué dans deux heures. Tapez 9 pour un agent."}[language]  # fmt: skip
    file = broken(tmp_path, old, said)
    assert said in file.read_text("utf-8")
    read = load_rehearsals(tmp_path, TODAY)
    assert (read.refused, [one.code for one in read.problems]) == (("khoa-sim",), ["rehearsal-number"])


@pytest.mark.parametrize(
    "said", ["Một, hai, ba, bốn, năm, sáu, bảy.", "Không sao, năm nay bác tám mươi tuổi."]
)
def test_counting_aloud_is_no_number(said: str) -> None:
    assert not is_spelt_out(said)


def test_what_rings_is_not_answered_and_leads_to_the_lesson_as_any_end() -> None:
    begun = Play(ALL.scripts["khoa-sim"])
    not_answered = refused(begun)
    assert (not_answered.moment, back(not_answered)) == ("refused", begun)
    assert (gone_on(not_answered).moment, gone_on(not_answered).went_along) == ("sign", False)
    assert refused(gone_on(begun)) == gone_on(begun)
    message = Play(ALL.scripts["ngan-hang-sinh-trac"])
    assert refused(message) == message, "a message lies there, and nothing rings"


@pytest.mark.parametrize("rehearsal", of_audience(ALL.scripts, "residents"))
def test_each_place_of_the_phone_does_what_an_answer_of_its_turn_does(rehearsal: str) -> None:
    script = ALL.scripts[rehearsal]
    for turn in script.turns:
        asked = Play(script, 0, "asked", turn.id)
        if turn.channel == "door":
            assert not places_of(asked, ""), "no phone is drawn"
            continue
        ((element, does),) = places_of(asked, "").items()
        given = touched(asked, element)
        assert given.replied is not None and given.replied.kind == does
        others = set(range(4)) - {element}
        assert all(touched(asked, one) == asked for one in others)


def test_a_turn_that_no_answer_leads_to_is_reported_and_costs_nothing(tmp_path: Path) -> None:
    broken(tmp_path, 'goto = "t3"', 'goto = "t4"')
    read = load_rehearsals(tmp_path, TODAY)
    assert (len(read.scripts), [one.code for one in read.problems]) == (2, ["rehearsal-turn-unmet"])


def test_a_folder_that_is_no_toml_costs_only_itself(tmp_path: Path) -> None:
    broken(tmp_path).write_bytes(b"\xff\xfe[[[")
    read = load_rehearsals(tmp_path, TODAY)
    assert (list(read.scripts), read.refused) == (["chau-cap-cuu"], ("khoa-sim",))
    assert [one.severity for one in read.problems] == ["error"]


@pytest.mark.parametrize("rehearsal", ALL.scripts)
def test_whoever_does_what_is_wise_is_out_of_it_and_only_who_never_does_is_not(rehearsal: str) -> None:
    script = ALL.scripts[rehearsal]
    for turn in script.turns:
        for reply in turn.replies:
            assert (reply.goto == LEARN) <= (reply.kind in ("comply", "hinders"))
    play, turns = gone_on(Play(script)), 0
    while play.moment == "asked":
        wise = next(one for one in play.replies if one.kind in WISE)
        play, turns = gone_on(answered(play, wise.id)), turns + 1
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
