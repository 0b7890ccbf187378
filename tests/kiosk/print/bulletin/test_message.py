"""The message for the groups: what is said has a source, is true on its day, and takes 40 seconds at most."""

from __future__ import annotations

import io
import re
import wave
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PIL import Image
from support.guides import shipped

from accessibility.speech.utterance import Pcm, Utterance
from kiosk.base.config.sections import SpeechConfig
from kiosk.base.hours.opening import OpenRange
from kiosk.base.voice.voices import voices_of
from kiosk.papers.roster.plan import PlacePlan, PlannedShift, WeekPlan
from kiosk.print.bulletin.message import LONGEST_S, TooLong, message_of, picture_of, sound_of, spoken_text
from kiosk.print.bulletin.sayings import _lists, _saying, sayings_of

GUIDES = shipped().flows
MONDAY = date(2026, 11, 30)
MORNING, AFTERNOON = OpenRange(time(8), time(11, 30)), OpenRange(time(13, 30), time(17))
SIX = WeekPlan(
    MONDAY,
    tuple(
        PlacePlan(
            f"point-{number}",
            name=f"Nhà văn hóa số {number}" if number > 1 else "",
            shifts=(PlannedShift(MONDAY, MORNING), PlannedShift(MONDAY, AFTERNOON)),
        )
        for number in range(1, 7)
    ),
)


def test_every_sentence_in_the_list_is_in_a_guide_and_has_a_source() -> None:
    said = {name: _saying(name, GUIDES) for names in _lists().values() for name in names}
    assert [name for name, one in said.items() if one is None] == []
    torn = re.compile(r"^Họ\b|\b(?:người ấy|họ cho|hỏi lại)\b")
    assert [one.text for one in said.values() if one and torn.search(one.text)] == [], "who?"
    assert all(one.picture for one in said.values() if one), "a drawing first"


def test_every_day_has_another_swindle_and_a_tip_in_the_words_of_the_guides() -> None:
    texts = {one.vi for flow in GUIDES.values() for one in (*(s.say for s in flow.steps.values()),)}
    texts |= {one.text.vi for flow in GUIDES.values() for one in flow.warnings}
    week = [sayings_of(MONDAY + timedelta(days=day), GUIDES) for day in range(7)]
    said = [one.swindle.text for one in week if one.swindle] + [one.tip.text for one in week if one.tip]
    assert len(set(said)) == 14
    assert set(said) <= texts


def test_what_lost_its_last_source_is_passed_over() -> None:
    now = sayings_of(MONDAY, GUIDES).swindle
    assert now is not None
    flow = next(one for one in GUIDES.values() if one.title.vi == now.guide)
    bare = replace(flow, sources={})
    then = sayings_of(MONDAY, {**GUIDES, flow.id: bare}).swindle
    assert then is not None and then.guide != now.guide


def test_the_message_says_what_opens_by_the_roster_in_the_wards_words() -> None:
    message = message_of(MONDAY, "Phường Cửa Nam", GUIDES, SIX)
    assert message.openings is not None
    lines = [one.line() for one in message.openings]
    assert lines[0] == "Điểm số 1: 08:00–11:30, 13:30–17:00"
    assert lines[1].startswith("Nhà văn hóa số 2: ")
    assert "Có 6 điểm mở cửa, bác xem trong ảnh." in spoken_text(message)
    tuesday = message_of(MONDAY + timedelta(days=1), "Phường Cửa Nam", GUIDES, SIX)
    assert "Ngày này không điểm nào mở cửa." in spoken_text(tuesday)


def test_without_a_roster_it_speaks_for_its_own_point_alone_and_makes_no_hours_up() -> None:
    own = message_of(MONDAY, "Phường Cửa Nam", GUIDES, None, "Điểm số 1", {"tue": (MORNING,)})
    assert "Điểm số 1: nghỉ." in spoken_text(own)
    unknown = message_of(MONDAY, "Phường Cửa Nam", GUIDES, None, "Điểm số 1", {})
    assert spoken_text(unknown) == spoken_text(replace(unknown, openings=())).replace(
        " Ngày này không điểm nào mở cửa.", ""
    ), "nobody's hours are no news"


def test_the_sound_of_the_kiosks_own_voice_takes_40_seconds_at_most() -> None:
    voices = voices_of(SpeechConfig())
    for days in (0, 11):
        message = message_of(MONDAY + timedelta(days=days), "Phường Cửa Nam", GUIDES, SIX)
        sound = sound_of(replace(message, openings=message_of(MONDAY, "", GUIDES, SIX).openings),
                         lambda text: voices.read(Utterance(text, "vi")))  # fmt: skip
        with wave.open(io.BytesIO(sound)) as file:
            assert 10 < file.getnframes() / file.getframerate() <= LONGEST_S


def test_what_takes_too_long_is_said_shorter_and_refused_when_nothing_is_left_to_leave_out() -> None:
    message = message_of(MONDAY, "Phường Cửa Nam", GUIDES, SIX)
    heard = list[str]()

    def slow(text: str) -> list[Pcm]:
        heard.append(text)
        return [Pcm(bytes(2 * 100 * len(text)), 1000, ())]  # a tenth of a second a letter

    with pytest.raises(TooLong):
        sound_of(replace(message, ward="Phường " + "x" * 400), slow)
    assert len(heard) > 1 and len(heard[-1]) < len(heard[0])


def test_the_picture_is_one_a5_page() -> None:
    picture = Image.open(io.BytesIO(picture_of(message_of(MONDAY, "Phường Cửa Nam", GUIDES, SIX))))
    assert picture.format == "PNG"
    assert picture.height / picture.width == pytest.approx(210 / 148, abs=0.01)


@pytest.mark.parametrize("days", [0, 1, 4])
def test_whatever_the_day_has_to_say_nothing_of_its_page_stays_empty(days: int) -> None:
    for plan in (SIX, None):
        message = message_of(MONDAY + timedelta(days=days), "Phường Cửa Nam", GUIDES, plan)
        shown = Image.open(io.BytesIO(picture_of(message))).convert("L")
        rows = [shown.crop((0, y, shown.width, y + 1)).getextrema() for y in range(shown.height)]
        plain = "".join(" " if least == most else "x" for least, most in rows)
        assert max(map(len, plain.split("x"))) < shown.height / 8
