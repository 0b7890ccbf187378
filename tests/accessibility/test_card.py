"""The card's bytes and text: what goes in comes out, and whatever else is held up gets a named refusal."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stage import residents_guides

from accessibility import card_fields, card_practice
from accessibility.card import (
    FORMAT,
    MOST_BODY,
    MOST_FIELDS,
    MOST_GUIDES,
    MOST_WRITTEN,
    TENTHS,
    Card,
    CardFault,
    CardRefused,
    guide_mark,
    pack,
    unpack,
)
from accessibility.card_fields import ALONE, CARD_FIELDS, Listed, from_byte, to_byte
from accessibility.card_practice import LONG_AGO, MOST_PRACTISED, Practised
from accessibility.card_text import MOST_BYTES, MOST_SIGNS, PREFIX, is_card, to_bytes, to_text
from accessibility.preferences import TEXT_SIZES, THEMES, Preferences

MARKS = st.integers(1, 0xFFFF)
TENTHS_ALONE = st.integers(0, TENTHS)
NOW = 2970
LEAST_ROOM = 31
"""For guides finished, on a card full of others that were practised."""
PRACTISED = st.lists(
    st.builds(Practised, MARKS, st.integers(0, 3), st.none() | st.integers(NOW - LONG_AGO + 1, NOW)),
    max_size=MOST_PRACTISED,
    unique_by=lambda one: one.mark,
).map(tuple)


def settings_of(draw: st.DrawFn) -> Preferences:
    """Any settings at all that a card can hold."""
    chosen: dict[str, object] = {}
    for one in CARD_FIELDS:
        if isinstance(one.coding, Listed):
            chosen[one.name] = draw(st.sampled_from(one.coding.values))
        else:
            low, high = (
                round(one.coding.low * one.coding.per_unit),
                round(one.coding.high * one.coding.per_unit),
            )
            chosen[one.name] = draw(st.integers(low, high)) / one.coding.per_unit
    return Preferences(**chosen)  # type: ignore[arg-type]


@st.composite
def cards(draw: st.DrawFn) -> Card:
    practised = draw(PRACTISED)
    room = LEAST_ROOM if practised else MOST_GUIDES
    finished = tuple(draw(st.lists(MARKS, max_size=room, unique=True)))
    alone = draw(st.none() | TENTHS_ALONE)
    return Card(settings_of(draw), finished, draw(st.none() | MARKS), alone, practised)


def fault_of(text: str) -> CardFault:
    with pytest.raises(CardRefused) as refused:
        unpack(to_bytes(text))
    return refused.value.why


@given(cards())
def test_a_written_card_is_read_again(card: Card) -> None:
    body = pack(card)
    assert len(body) <= MOST_BODY
    assert unpack(body) == card
    assert unpack(to_bytes(to_text(body))) == card


def test_every_setting_of_a_resident_is_on_the_card() -> None:
    assert {one.name for one in CARD_FIELDS} == {one.name for one in fields(Preferences)}
    numbers = [one.number for one in CARD_FIELDS]
    assert numbers == sorted(set(numbers)) and numbers[0] > 0 and len(numbers) <= MOST_FIELDS
    assert all(to_byte(one.coding, getattr(Preferences(), one.name)) is not None for one in CARD_FIELDS)


def test_every_theme_size_and_language_has_its_place() -> None:
    codings = {one.name: one.coding for one in CARD_FIELDS}
    for name, values in {"theme": THEMES, "text_size": TEXT_SIZES, "language": ("vi", "en", "fr")}.items():
        assert codings[name] == Listed(tuple(values)), name


def test_a_value_of_the_wards_own_is_kept_too() -> None:
    own = Preferences(rate=0.93, volume=0.55)
    assert unpack(pack(Card(own))).preferences == own


def test_settings_and_values_of_a_newer_kiosk_are_passed_over() -> None:
    known, unknown_value, unknown_setting = (1, 1), (3, 200), (250, 7)
    body = bytes([FORMAT, 3, *known, *unknown_value, *unknown_setting, 0, 0, 0])
    assert unpack(body) == Card(Preferences(language="en"))
    assert from_byte(CARD_FIELDS[0].coding, 99) is not None


def test_a_card_from_before_what_was_done_alone_was_written_is_read_as_ever() -> None:
    assert unpack(bytes([FORMAT, 1, 1, 1, 0, 0, 0])) == Card(Preferences(language="en"), alone=None)


def test_a_kiosk_that_does_not_know_what_was_done_alone_passes_over_it() -> None:
    """To it, it is one setting more, of the same size as every other."""
    with_it, without = pack(Card(alone=7)), pack(Card())
    assert ALONE not in {one.number for one in CARD_FIELDS} and len(with_it) == len(without) + 2
    numbers = with_it[2 : 2 + 2 * with_it[1]]
    assert (numbers[-2], numbers[-1]) == (ALONE, 7)
    assert card_fields.read(((ALONE, 7),)) == Preferences()


CARD_OF_0_2 = bytes.fromhex(
    "01100100020003000401056406460700080009000a190b000c320d190e3c0f001004012c030007012cffff"
)
"""As the kiosk wrote it before what was practised stood on a card."""


def test_a_card_from_before_practice_was_written_is_read_and_written_as_ever() -> None:
    card = Card(finished=(7, 300, 65535), practise=300, alone=4)
    assert unpack(CARD_OF_0_2) == card
    assert pack(card) == CARD_OF_0_2


def test_a_kiosk_that_does_not_know_what_was_practised_passes_over_it() -> None:
    """To it, each is a setting more that it does not know."""
    with_it = pack(Card(finished=(5,), practised=(Practised(300, 2, NOW), Practised(7, 0))))
    fields = with_it[2 : 2 + 2 * with_it[1]]
    added = set(fields[::2]) - {one.number for one in CARD_FIELDS}
    assert added == set(range(card_practice.WEEK_HIGH, card_practice.FIRST + 6))
    assert with_it[2 + 2 * with_it[1] :] == pack(Card(finished=(5,)))[-5:]
    numbers = {one.number for one in CARD_FIELDS} | {ALONE}
    assert numbers.isdisjoint(range(card_practice.WEEK_HIGH, card_practice.FIRST + 3 * MOST_PRACTISED))


def test_of_too_many_practised_the_newest_stay_each_as_it_stands_last() -> None:
    many = tuple(Practised(mark, 1, NOW) for mark in range(1, MOST_PRACTISED + 4))
    kept = unpack(pack(Card(practised=(*many, Practised(5, 2, NOW))))).practised
    assert [one.mark for one in kept] == [4, 6, 7, 8, 9, 10, 11, 5]
    assert kept[-1] == Practised(5, 2, NOW)


def test_what_was_practised_long_before_the_rest_is_long_ago() -> None:
    old, new = Practised(1, 3, NOW - LONG_AGO - 9), Practised(2, 0, NOW)
    assert unpack(pack(Card(practised=(old, new)))).practised == (Practised(1, 3, None), new)


def test_of_what_was_practised_only_what_is_whole_is_read_and_the_rest_works() -> None:
    week, first = (card_practice.WEEK_HIGH, NOW >> 8, card_practice.WEEK_LOW, NOW & 0xFF), card_practice.FIRST
    whole = (first, 0, first + 1, 7, first + 2, 0b10_000001)
    half, nobody = (first + 3, 1, first + 4, 2), (first + 6, 0, first + 7, 0, first + 8, 0)
    newer = (first + 3 * MOST_PRACTISED, 1)
    body = bytes([FORMAT, 12, 1, 1, *week, *whole, *half, *nobody, *newer])
    body = bytes([FORMAT, (len(body) - 2) // 2]) + body[2:] + bytes(3)
    assert unpack(body) == Card(Preferences(language="en"), practised=(Practised(7, 2, NOW - 1),))


def test_however_much_was_done_a_card_made_here_stays_as_small_as_ever() -> None:
    practised = tuple(Practised(mark, 3, NOW) for mark in range(1, 20))
    marks = tuple(range(1, MOST_GUIDES + 1))
    body = pack(Card(finished=marks, practise=9, alone=TENTHS, practised=practised))
    assert len(body) <= MOST_WRITTEN
    assert unpack(body).finished == marks[-LEAST_ROOM:]


def test_more_than_all_steps_is_not_believed() -> None:
    assert unpack(bytes([FORMAT, 1, ALONE, TENTHS + 1, 0, 0, 0])) == Card()


def test_of_too_many_guides_the_newest_stay() -> None:
    marks = tuple(range(1, MOST_GUIDES + 11))
    assert unpack(pack(Card(finished=marks))).finished == marks[10:]


def test_a_guide_done_again_moves_to_the_end() -> None:
    assert unpack(pack(Card(finished=(5, 6, 5)))).finished == (6, 5)


def test_no_two_shipped_guides_share_a_mark() -> None:
    marks = [guide_mark(flow_id) for flow_id in residents_guides().flows]
    assert len(marks) > 30 and len(set(marks)) == len(marks)


def test_two_people_with_the_same_settings_hold_the_same_card() -> None:
    """Nothing on it counts cards, people or days."""
    assert pack(Card(finished=(3, 9))) == pack(Card(finished=(3, 9)))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "damaged"),
        (b"\x00", "damaged"),
        (bytes([FORMAT]), "damaged"),
        (bytes([FORMAT + 1, 0, 0, 0, 0]), "newer"),
        (bytes([FORMAT, 64]) + bytes(200), "damaged"),
        (bytes([FORMAT, 2, 2, 0, 1, 0, 0, 0, 0]), "damaged"),  # numbers fall
        (bytes([FORMAT, 2, 1, 0, 1, 0, 0, 0, 0]), "damaged"),  # one setting twice
        (bytes([FORMAT, 1, 0, 0, 0, 0, 0]), "damaged"),  # no such number
        (bytes([FORMAT, 0, 0, 0, 2, 0, 7]), "damaged"),  # a guide is missing
        (bytes([FORMAT, 0, 0, 0, 2, 0, 7, 0, 7]), "damaged"),  # one guide twice
        (bytes([FORMAT, 0, 0, 0, 1, 0, 0]), "damaged"),  # no guide has this mark
        (bytes([FORMAT, 0, 0, 0, MOST_GUIDES + 1]) + bytes(2 * MOST_GUIDES + 2), "damaged"),
        (bytes([FORMAT, 0, 0, 0, 0, 9]), "damaged"),  # something follows
        (bytes(MOST_BODY + 1), "oversized"),
    ],
)
def test_bytes_that_are_no_card_are_refused_by_name(body: bytes, why: CardFault) -> None:
    with pytest.raises(CardRefused) as refused:
        unpack(body)
    assert refused.value.why == why


@given(st.binary(max_size=2 * MOST_BODY))
def test_any_bytes_are_a_card_or_a_named_refusal(body: bytes) -> None:
    try:
        card = unpack(body)
    except CardRefused as refused:
        assert refused.why in get_args(CardFault)
    else:
        assert unpack(pack(card)) == card


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "foreign"),
        ("https://dichvucong.gov.vn", "foreign"),
        ("001099012345|012345678|Nguyễn Văn A|01011999|Nam|Hà Nội|01012021", "foreign"),
        ("KBHV", "foreign"),
        (PREFIX, "damaged"),
        (PREFIX + "0", "damaged"),
        (PREFIX + "1", "damaged"),
        (PREFIX + "٣٤٥", "damaged"),  # digits, but not ours
        (PREFIX + "²³", "damaged"),
        (PREFIX + "-15", "damaged"),
        (PREFIX + "1_000", "damaged"),
        (PREFIX + "9" * MOST_SIGNS, "oversized"),
        ("a" * 4096, "oversized"),
        (PREFIX + "\0" * 12, "damaged"),
    ],
)
def test_texts_that_are_no_card_are_refused_by_name(text: str, why: CardFault) -> None:
    assert fault_of(text) == why


@given(st.text(max_size=60) | st.text("0123456789KBHVSkbhvs \n\t", max_size=1200))
def test_any_text_is_a_card_or_a_named_refusal(text: str) -> None:
    for held in (text, PREFIX + text):
        try:
            unpack(to_bytes(held))
        except CardRefused as refused:
            assert refused.why in get_args(CardFault)


@given(cards(), st.data())
def test_a_card_typed_wrongly_is_refused(card: Card, data: st.DataObject) -> None:
    text = to_text(pack(card))
    at = data.draw(st.integers(len(PREFIX), len(text) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[at]]))
    for wrong in (text[:at] + other + text[at + 1 :], text[:at], text[:at] + text[at + 1 :], text + other):
        if wrong != text:
            try:
                read = to_bytes(wrong)
            except CardRefused as refused:
                assert refused.why in ("damaged", "oversized")
            else:  # one in 65,536 passes the check; the signature is what counts
                assert read != pack(card)


@given(st.binary(max_size=MOST_BYTES))
def test_any_bytes_survive_the_text(sealed: bytes) -> None:
    text = to_text(sealed)
    assert len(text) <= MOST_SIGNS and is_card(text)
    assert to_bytes(text) == sealed
    assert to_bytes(f" {text.lower()}\r\n"[1:]) == sealed


def test_more_than_a_card_holds_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        to_text(bytes(MOST_BYTES + 1))
