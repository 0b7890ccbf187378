"""The page *Where and when?*: the opening hours of the week, shown and said in plain words."""

from __future__ import annotations

import re
from datetime import time

import pytest
from support.every_text import LANGUAGES
from support.signs import CLOSED_TODAY, FULL, MORNING, OPENING, WITH_A_WEEK
from support.stage import SIGN, Stage, shipped_words

from accessibility.preferences import Preferences
from flows.guide.words import Language
from ui.screens.attract import AttractProps, OpenDays, PointSign
from ui.screens.choosing import OverviewProps
from ui.screens.open_week import open_week
from ui.screens.page import Translator
from ui.visit.visit import Visit
from ui.words import UiWords

HOUR = r"\d+\u00a0(giờ|h)(\u00a0\d\d)?|\d\d:\d\d"
AFTERNOON, EVENING = (time(13, 30), time(16, 30)), (time(18), time(20, 5))
WORKDAYS = OpenDays((0, 1, 2, 3, 4), (MORNING, AFTERNOON))
WEEKS: dict[Language, tuple[str, ...]] = {
    "vi": (
        "Thứ Hai đến thứ Sáu: 8 giờ đến 11 giờ 30 và 13 giờ 30 đến 17 giờ",
        "Thứ Bảy: 8 giờ đến 11 giờ 30",
        "Chủ nhật: nghỉ",
    ),
    "en": (
        "Monday to Friday: 08:00 to 11:30 and 13:30 to 17:00",
        "Saturday: 08:00 to 11:30",
        "Sunday: closed",
    ),
    "fr": (
        "Lundi à vendredi : de 8 h à 11 h 30 et de 13 h 30 à 17 h",
        "Samedi : de 8 h à 11 h 30",
        "Dimanche : fermé",
    ),
}


def plain(text: str) -> str:
    """Blanks that do not break are drawn, not said."""
    return " ".join(text.split())


def unknown_in(language: Language) -> str:
    return plain(UiWords().say("attract.hours_unknown", language))


def at_this_place(sign: PointSign, language: Language = "vi") -> tuple[AttractProps, OverviewProps, str]:
    """The first screen of a kiosk with *sign*, the page of where and when, and what is said there."""
    stage = Stage(sign=sign)
    stage.conductor.show(Visit(preferences=Preferences(language=language)))
    first = stage.conductor.page
    stage.walk_to("this-place")
    page = stage.conductor.page
    assert isinstance(first, AttractProps) and isinstance(page, OverviewProps)
    return first, page, plain(stage.ear.last)


def facts(page: OverviewProps) -> list[str]:
    return [plain(one.label) for one in page.needs]


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ((), ()),
        ((OpenDays((0, 1, 2, 3, 4, 5, 6), (MORNING,)),), ("Thứ Hai đến Chủ nhật: 8 giờ đến 11 giờ 30",)),
        ((OpenDays((6,), (EVENING,)),), ("Chủ nhật: 18 giờ đến 20 giờ 05", "Các ngày khác: nghỉ")),
        (
            (WORKDAYS,),
            (
                "Thứ Hai đến thứ Sáu: 8 giờ đến 11 giờ 30 và 13 giờ 30 đến 16 giờ 30",
                "Thứ Bảy, Chủ nhật: nghỉ",
            ),
        ),
        (
            (WORKDAYS, OpenDays((5,), ((time(8), time(11)),))),
            (
                "Thứ Hai đến thứ Sáu: 8 giờ đến 11 giờ 30 và 13 giờ 30 đến 16 giờ 30",
                "Thứ Bảy: 8 giờ đến 11 giờ",
                "Chủ nhật: nghỉ",
            ),
        ),
        (
            (OpenDays((0, 2, 5), (MORNING,)),),
            ("Thứ Hai, thứ Tư, thứ Bảy: 8 giờ đến 11 giờ 30", "Các ngày khác: nghỉ"),
        ),
        (
            (OpenDays((0, 4), (EVENING,)), OpenDays((1, 2, 3, 5, 6), (MORNING,))),
            (
                "Thứ Hai, thứ Sáu: 18 giờ đến 20 giờ 05",
                "Thứ Ba, thứ Tư, thứ Năm, thứ Bảy, Chủ nhật: 8 giờ đến 11 giờ 30",
            ),
        ),
    ],
    ids=["unknown", "every day", "one day", "workdays", "workdays and Saturday", "days apart", "two kinds"],
)  # fmt: skip
def test_days_with_the_same_hours_are_one_plain_sentence(
    opening: tuple[OpenDays, ...], said: tuple[str, ...]
) -> None:
    assert tuple(plain(one) for one in open_week(Translator(shipped_words(), "vi"), opening)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_hour_and_its_minutes_are_never_parted_at_the_end_of_a_line(language: Language) -> None:
    for text in open_week(Translator(shipped_words(), language), (WORKDAYS, OpenDays((6,), (EVENING,)))):
        parted = set(text.partition(":")[2].replace(",", "").split(" ")) - {
            "",
            "đến",
            "và",
            "to",
            "and",
            "à",
            "et",
        }
        hours = {word.removeprefix("de\u00a0") for word in parted} - {"nghỉ", "closed", "fermé"}
        assert not [word for word in hours if not re.fullmatch(HOUR, word)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_closed_day_the_hours_of_the_week_are_shown_and_said(language: Language) -> None:
    first, page, said = at_this_place(CLOSED_TODAY, language)
    shown = facts(page)
    at = shown.index(plain(first.hours))
    assert tuple(shown[at + 1 : at + 4]) == WEEKS[language]
    assert [one.icon for one in page.needs][at : at + 4] == ["clock"] * 4
    places = [said.index(text) for text in shown]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roster_shows_the_week_of_the_other_places_alone_where_the_hours_are_written(
    language: Language,
) -> None:
    first, page, _ = at_this_place(CLOSED_TODAY, language)
    own, *others = (plain(one) for one in first.week)
    shown = facts(page)
    assert own not in shown and all(one in shown for one in others)
    first, page, _ = at_this_place(WITH_A_WEEK, language)  # no hours in the config: the roster's are told
    assert [plain(one) for one in first.week if plain(one) not in facts(page)] == []
    assert not any(text in facts(page) for text in WEEKS[language])


def test_a_roster_of_this_place_alone_leaves_no_title_without_a_line() -> None:
    first, page, _ = at_this_place(CLOSED_TODAY._replace(week=CLOSED_TODAY.week[:1]))
    assert first.week_title and first.week_title not in facts(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_while_the_clock_is_doubted_the_week_is_shown_and_nobody_is_sent_to_ask_for_it(
    language: Language,
) -> None:
    first, page, said = at_this_place(FULL._replace(opens_known=False, hours="", opening=OPENING), language)
    assert first.hours == "" and unknown_in(language) not in said
    assert [text for text in WEEKS[language] if text not in facts(page) or text not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_that_nobody_wrote_are_asked_of_the_ward(language: Language) -> None:
    first, page, said = at_this_place(SIGN, language)
    assert first.hours == "", "nothing that is not known is told as news"
    assert unknown_in(language) in facts(page) and unknown_in(language) in said
    assert [one.icon for one in page.needs].count("clock") == 1
