"""The closed vocabulary: one class for each event, and nothing personal fits through it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.visit_fakes import HASH

from flows.guide import table
from kiosk.base import events as v
from kiosk.base.events import EventRefused, event_of, fields_of
from kiosk.base.events.describe import DOCUMENTATION, documentation
from kiosk.base.events.rules import ID, OneOf, admits, rule_of
from kiosk.log.sessions.events import Event

ROOT = Path(__file__).parents[4]
SESSION, BOOT = "1" * 32, "2" * 32
PERSONAL = [
    "0912345678", "001099012345", "Nguyễn Văn An", "nguyen van an", "an@example.vn", "1a1b1c-12345",
    "mật khẩu", "", "a" * 65, "../etc", "So-1", "x\n", 7, None, True,
]  # fmt: skip


def test_the_page_about_the_log_is_what_the_classes_say() -> None:
    page = (ROOT / DOCUMENTATION).read_text("utf-8")
    assert page == documentation(), "run: python -m kiosk.base.events.describe"


def test_every_class_of_event_is_in_the_union_once_with_a_kind_and_a_sentence_of_its_own() -> None:
    classes = [*v.VisitEvent.__subclasses__(), *v.KioskEvent.__subclasses__()]
    assert {one.__name__ for one in classes} == {one.__name__ for one in v.KINDS.values()}
    assert len(v.KINDS) == len(get_args(v.AnyEvent)) == len({one.vi for one in v.KINDS.values()})
    assert all(one.__doc__ and one.vi.endswith(".") for one in v.KINDS.values())
    assert all(re.fullmatch(r"[a-z]+[.][a-z]+", kind) for kind in v.KINDS)


@pytest.mark.parametrize("free", [str, int, str | None, dict[str, str]])
def test_an_event_cannot_have_a_field_of_free_text(free: object) -> None:
    with pytest.raises(TypeError):
        rule_of(free)


def test_what_is_private_has_no_kind_and_shows_nothing_where_it_is_printed() -> None:
    private: list[v.AnyPrivateEvent] = [
        v.GroupSaid("disabled"), v.UseCounted(v.Use(brought=4)), v.PrivateEdgeTaken("choice.80", None),
        v.PrivateBack(), v.PrivateWalkReopened("bai-a", ("choice.80",)),
    ]  # fmt: skip
    assert {type(one) for one in private} == set(get_args(v.AnyPrivateEvent))
    assert not any(hasattr(one, "kind") for one in private)
    shown = repr(private)
    assert not any(word in shown for word in ("disabled", "brought", "choice.80"))


def test_a_match_that_forgets_an_event_does_not_pass_mypy(tmp_path: Path) -> None:
    """The match over every event of a visit, whole and with one case taken out."""
    source = (ROOT / "kiosk/log/sessions/summary.py").read_text("utf-8")
    forgotten, cases = re.subn(r" +case v\.IdleNoticed\(\):\n.*\n", "", source)
    assert cases == 1
    (tmp_path / "whole.py").write_text(source, "utf-8")
    (tmp_path / "forgotten.py").write_text(forgotten, "utf-8")
    options = ("--strict", "--cache-dir", str(tmp_path / "cache"), "--follow-imports=silent")
    assert _mypy(*options, str(tmp_path / "whole.py")) == ""
    assert 'has incompatible type "IdleNoticed"' in _mypy(*options, str(tmp_path / "forgotten.py"))


def _mypy(*arguments: str) -> str:
    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", *arguments], cwd=ROOT, capture_output=True,
        text=True,
    )  # fmt: skip
    return told.stdout + told.stderr


def test_the_classes_load_nothing_else_of_the_kiosk_and_no_screen() -> None:
    program = (
        "import sys, kiosk.base.events;"
        "print([m for m in sys.modules if m.split('.')[0] in ('kiosk', 'ui', 'PySide6', 'sqlalchemy')"
        " and m not in ('kiosk', 'kiosk.base') and not m.startswith('kiosk.base.events')])"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert told.stdout == "[]\n", told.stderr


def test_who_reads_the_log_without_a_screen_loads_no_screen() -> None:
    program = (
        "import sys, kiosk.ward.rollup, kiosk.ward.ingest, kiosk.ward.serve, kiosk.ward.tickets,"
        " kiosk.ward.city,"
        " kiosk.papers.export.packing, kiosk.log.sessions.recorder;"
        "print([m for m in sys.modules if m.split('.')[0] in ('ui', 'PySide6')])"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert told.stdout == "[]\n", told.stderr


@pytest.mark.parametrize("value", PERSONAL)
def test_what_a_person_could_type_is_no_id(value: object) -> None:
    assert not admits(ID, value)


WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
NAMES = st.lists(WORD, min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(NAMES.map("-".join).filter(table.ID.fullmatch))
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
    from flows.guide.flow import TOPICS
    from flows.guide.words import LANGUAGES

    assert all(admits(ID, topic) for topic in TOPICS)
    assert all(language in get_args(v.Language) for language in LANGUAGES)


def test_the_opening_check_has_an_answer_to_each_of_its_parts() -> None:
    assert tuple(v.RULES["point.checked"]) == ("staff", "verdict", *v.CHECK_PARTS)
    answers: dict[v.CheckPart, v.CheckAnswer] = dict.fromkeys(v.CHECK_PARTS, "works")
    answers["sound"] = "fails"
    assert v.PointChecked.of("tnv-01", "refused", answers).answers == answers


@pytest.mark.parametrize(
    "what",
    [
        v.WalkStarted("vneid-cai-dat", HASH[:-1], "vneid", "loai-may"),
        v.WalkStarted("Cài đặt", HASH, "vneid", "loai-may"),
        v.EdgeTaken("next", "0912345678", "resident"),
        v.SessionStarted("de", "self", "diem-1"),  # type: ignore[arg-type]
        v.KioskStarted("0.1.0", "diem-1"),
    ],
)
def test_an_event_outside_the_vocabulary_cannot_be_made(what: v.AnyEvent) -> None:
    with pytest.raises(EventRefused):
        Event(what, SESSION, 0, 0, True, BOOT)


@pytest.mark.parametrize(("at_ms", "wall_s"), [(-1, 0), (0, 901)])
def test_an_event_has_no_exact_wall_time(at_ms: int, wall_s: int) -> None:
    with pytest.raises(EventRefused):
        Event(v.IdleNoticed(), SESSION, at_ms, wall_s, True, BOOT)


def test_what_is_stored_reads_back_the_same() -> None:
    what = v.EdgeTaken("choice.iphone", None, "with-help")
    assert event_of("edge.taken", fields_of(what)) == what
    with pytest.raises(EventRefused):
        event_of("edge.taken", {**fields_of(what), "name": "an"})
    with pytest.raises(EventRefused):
        event_of("person.named", {})
