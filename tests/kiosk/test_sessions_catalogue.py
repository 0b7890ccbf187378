"""The closed vocabulary: one catalogue, and nothing personal fits through it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.visit_fakes import HASH

from flows import table
from kiosk.sessions import vocabulary as v
from kiosk.sessions.catalogue import read_catalogue
from kiosk.sessions.events import Event, EventRefused, fields_of, happening
from kiosk.sessions.generate import generated
from kiosk.sessions.rules import ID, OneOf, admits

ROOT = Path(__file__).parents[2]
SESSION, BOOT = "1" * 32, "2" * 32
PERSONAL = [
    "0912345678", "001099012345", "Nguyễn Văn An", "nguyen van an", "an@example.vn", "1a1b1c-12345",
    "mật khẩu", "", "a" * 65, "../etc", "So-1", "x\n", 7, None, True,
]  # fmt: skip


@pytest.mark.parametrize("path", sorted(generated()))
def test_what_follows_from_the_catalogue_is_up_to_date(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == generated()[path], "run: python -m kiosk.sessions.generate"


def test_code_and_catalogue_know_the_same_kinds_and_fields() -> None:
    entries = {entry.kind: {field.name for field in entry.fields} for entry in read_catalogue().entries}
    assert entries == {str(kind): set(v.RULES[kind]) for kind in v.EventKind}
    assert {kind: made.kind for kind, made in v.KINDS.items()} == {kind: kind for kind in entries}


@pytest.mark.parametrize("value", PERSONAL)
def test_what_a_person_could_type_is_no_id(value: object) -> None:
    assert not admits(ID, value)


@given(st.from_regex(table.ID, fullmatch=True))
def test_whatever_name_a_guide_may_give_the_log_can_write_down(name: str) -> None:
    assert admits(ID, name)
    assert admits(ID, f"choice.{name}") and admits(ID, f"stuck.{name}")


def test_every_field_that_holds_words_is_an_id_a_hash_or_a_closed_list() -> None:
    for kind, rules in v.RULES.items():
        for name, rule in rules.items():
            assert not admits(rule, "Nguyễn Văn An"), f"{kind}.{name}"
            assert not admits(rule, "0912345678"), f"{kind}.{name}"


def test_settings_that_would_reveal_a_disability_are_in_no_field_and_no_list() -> None:
    text = json.dumps([[kind, *rules] for kind, rules in v.RULES.items()])
    lists = [word for rules in v.RULES.values() for rule in rules.values() if isinstance(rule, OneOf)
             for word in rule.words]  # fmt: skip
    for revealing in (
        "theme",
        "size",
        "speech",
        "rate",
        "volume",
        "scan",
        "group",
        "elderly",
        "disab",
        "poor-",
    ):
        assert revealing not in text
        assert not any(revealing in word for word in lists)


def test_the_guides_topics_and_languages_fit() -> None:
    from flows.flow import TOPICS
    from flows.words import LANGUAGES

    assert all(admits(ID, topic) for topic in TOPICS)
    assert all(admits(v.ONE_LANGUAGE, language) for language in LANGUAGES)


def test_the_lists_are_those_of_the_screens() -> None:
    from typing import get_args

    from ui.visit import terms

    shared = (
        "Mode", "Actor", "Result", "Obstacle", "Answer", "FurtherHelp", "WalkOutcome", "SessionOutcome",
        "Explanation", "Face", "CheckAnswer", "OpeningVerdict",
    )  # fmt: skip
    for name in shared:
        assert get_args(getattr(v, name)) == get_args(getattr(terms, name)) != (), name
    assert tuple(v.RULES["point.checked"]) == ("staff", "verdict", *terms.CHECK_PARTS)


@pytest.mark.parametrize(
    "what",
    [
        v.WalkStarted("vneid-cai-dat", HASH[:-1], "vneid", "loai-may"),
        v.WalkStarted("Cài đặt", HASH, "vneid", "loai-may"),
        v.EdgeTaken("next", "0912345678", "resident"),
        v.SessionStarted("diem-1", "self", "de"),  # type: ignore[arg-type]
        v.KioskStarted("0.1.0", "diem-1"),
    ],
)
def test_an_event_outside_the_vocabulary_cannot_be_made(what: v.Happening) -> None:
    with pytest.raises(EventRefused):
        Event(what, SESSION, 0, 0, True, BOOT)


@pytest.mark.parametrize(("at_ms", "wall_s"), [(-1, 0), (0, 901)])
def test_an_event_has_no_exact_wall_time(at_ms: int, wall_s: int) -> None:
    with pytest.raises(EventRefused):
        Event(v.IdleNoticed(), SESSION, at_ms, wall_s, True, BOOT)


def test_what_is_stored_reads_back_the_same() -> None:
    what = v.EdgeTaken("choice.iphone", None, "with-help")
    assert happening("edge.taken", fields_of(what)) == what
    with pytest.raises(EventRefused):
        happening("edge.taken", {**fields_of(what), "name": "an"})
    with pytest.raises(EventRefused):
        happening("person.named", {})
