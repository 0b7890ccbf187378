"""A scanner's letters are a code and never keys; a person's keys act, however quick the person is."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.keys import bindings
from ui.reach.ways.burst import BURST, LEAST_CODE, BurstListener, Code, Heard, Key, Pace, Presses

PACE = Pace()
BOUND = bindings()
CARD = "KBHVS" + "1234567890" * 50


def typed(letters: str, gap_s: float = 0.008, end: str = "Return") -> list[tuple[Key, float]]:
    """What comes from a scanner: the keys and when each comes down."""
    keys = [Key(letter.upper(), letter, letter.upper() in BOUND) for letter in letters]
    keys += [Key(end)] if end else []
    return [(key, number * gap_s) for number, key in enumerate(keys)]


def heard(keys: list[tuple[Key, float]], most: int = 1000) -> list[Heard]:
    """Everything that became certain, also by the silence afterwards; the timer is asked when it is due."""
    listener, found = BurstListener(most), list[Heard]()
    for key, now_s in keys:
        if listener.due_s is not None and listener.due_s < now_s:
            found += listener.rest(listener.due_s + 0.001)
        found += listener.key(key, now_s)
    if listener.due_s is not None:
        found += listener.rest(listener.due_s + 0.001)
    assert listener.due_s is None
    return found


@pytest.mark.parametrize("end", ["Return", "Enter", "Tab", ""])
@pytest.mark.parametrize("gap_s", [0.0005, 0.002, 0.008, 0.020, 0.024])
@pytest.mark.parametrize(
    "text", [CARD, CARD.lower(), "https://dichvucong.gov.vn", "001099012345|1", "Mmm,,..L12"]
)
def test_what_a_scanner_types_is_one_code_and_no_key(text: str, gap_s: float, end: str) -> None:
    assert heard(typed(text, gap_s, end)) == [Code(text)]


@pytest.mark.parametrize("gap_s", [0.05, 0.1, 0.2])
def test_a_slow_scanner_is_still_no_keypad_when_it_types_a_card(gap_s: float) -> None:
    """None of the card's first letters is a key here, so they may wait longer."""
    assert heard(typed(CARD, gap_s)) == [Code(CARD)]


def test_a_pause_within_a_code_does_not_cut_it() -> None:
    keys = typed(CARD)
    late = [(key, at + (0.2 if number > 100 else 0)) for number, (key, at) in enumerate(keys)]
    assert heard(late) == [Code(CARD)]


@pytest.mark.parametrize("busy_at", [1, 2, 3, 4, 5, 200, 505])
def test_letters_that_waited_behind_a_busy_moment_still_belong_together(busy_at: int) -> None:
    """The timer comes late too, and lets them in first: nobody asks in between."""
    listener, found = BurstListener(1000), list[Heard]()
    for number, (key, at) in enumerate(typed(CARD)):
        found += listener.key(key, at + (1.5 if number >= busy_at else 0))
    assert found == [Code(CARD)]


def test_two_codes_after_each_other_are_two() -> None:
    again = [(key, at + 9) for key, at in typed(CARD)]
    assert heard([*typed(CARD), *again]) == [Code(CARD), Code(CARD)]


def test_one_key_acts_after_a_moment_and_those_no_code_begins_with_at_once() -> None:
    listener = BurstListener(1000)
    for name, letter in (("1", "1"), ("Space", " "), ("Return", ""), ("Tab", "")):
        assert listener.key(Key(name, letter), 5.0) == ()
        assert listener.rest(5.0 + PACE.bound_s - 0.001) == ()
        assert listener.rest(5.0 + PACE.bound_s + 0.001) == (Presses((name,)),)
    for name in ("Up", "F1"):
        assert listener.key(Key(name), 6.0) == (Presses((name,)),)
        assert listener.due_s is None


@pytest.mark.parametrize("end", ["Return", "Enter", "Tab"])
@pytest.mark.parametrize("gap_s", [0.0005, 0.008, 0.024])
@pytest.mark.parametrize("text", ["1", "2", "L", "x", "12", "21", "-=", "M1", "abc", "1 2"])
def test_a_code_of_one_to_three_letters_presses_nothing(text: str, gap_s: float, end: str) -> None:
    assert heard(typed(text, gap_s, end)) == [Code(text)]


@pytest.mark.parametrize("first", [["Return"], ["Tab"], ["Space"], ["Return", "Return"], ["Space", "Return"]])
@pytest.mark.parametrize("text", ["1", "12", "https://dichvucong.gov.vn"])
def test_a_code_that_begins_with_blanks_or_line_ends_presses_nothing(text: str, first: list[str]) -> None:
    blanks = [(Key(name, " " if name == "Space" else ""), at * 0.008) for at, name in enumerate(first)]
    rest = [(key, len(first) * 0.008 + at) for key, at in typed(text)]
    found = heard([*blanks, *rest])
    assert [type(one) for one in found] == [Code]
    assert isinstance(found[0], Code) and found[0].text.strip() == text


def test_a_key_behind_a_letter_acts_where_it_is_not_close_to_it() -> None:
    """Whoever presses a key for louder, then chooses."""
    for gap_s in (PACE.bound_s + 0.01, 0.2, 1.0):
        assert heard([(Key("=", "="), 0.0), (Key("Return"), gap_s)]) == [
            Presses(("=",)),
            Presses(("Return",)),
        ]
        assert heard([(Key("X", "x", bound=False), 0.0), (Key("Return"), gap_s)]) == [
            Presses(("X",)),
            Presses(("Return",)),
        ]


def test_two_switches_pressed_together_both_act_in_their_order() -> None:
    assert heard([(Key("2", "2"), 0.0), (Key("1", "1"), 0.004)]) == [Presses(("2", "1"))]
    assert heard([(Key("Space", " "), 0.0), (Key("Return"), 0.01)]) == [Presses(("Space", "Return"))]


def test_a_hand_lying_on_a_keypad_does_nothing() -> None:
    """More keys at once than a person presses, fewer than any code has."""
    hand = typed("12LMRP"[: LEAST_CODE - 1], 0.003, end="")
    assert len(hand) >= BURST and heard(hand) == []


def test_of_a_code_that_is_too_long_only_the_beginning_is_kept() -> None:
    assert heard(typed("KBHVS" + "7" * 5000), most=900) == [Code("KBHVS" + "7" * 895)]


def test_nothing_of_a_code_is_kept() -> None:
    listener = BurstListener(1000)
    for key, now_s in typed(CARD):
        listener.key(key, now_s)
    held = [getattr(listener, name) for name in vars(listener)]
    assert not [one for one in held if one == CARD or (isinstance(one, list) and one)]


def test_what_follows_a_code_closely_is_its_tail_and_after_a_moment_keys_are_keys() -> None:
    """A second line end, or the other lines of a code that is no card; the kiosk was busy with the first."""
    listener = BurstListener(1000)
    lines = [Key(letter, letter, letter in BOUND) for letter in "BEGIN:VCARD"] + [Key("Return")]
    assert [one for key in lines for one in listener.key(key, 5.0)] == [Code("BEGIN:VCARD")]
    listener.taken(6.0)
    tail = [Key(name, "" if name == "Return" else name) for name in ("Return", "L", "Return", "1", "M")] * 20
    for number, key in enumerate(tail):
        assert listener.key(key, 6.0 + number * 0.02) == ()
        assert listener.due_s is None
    after = 6.0 + (len(tail) - 1) * 0.02 + PACE.bound_s + 0.001
    assert listener.key(Key("Down"), after) == (Presses(("Down",)),)
    listener.taken(10.0)
    assert listener.key(Key("Down"), 10.0 + PACE.within_s + 0.001) == (Presses(("Down",)),)


PRESS = st.tuples(st.sampled_from([*BOUND, "X", "K"]), st.floats(PACE.unbound_s + 0.01, 3))


@given(st.lists(PRESS, max_size=40))
def test_whoever_presses_key_after_key_is_never_taken_for_a_scanner(presses: list[tuple[str, float]]) -> None:
    times = accumulate((gap for _, gap in presses), initial=0.0)
    keys = [
        (Key(name, name if len(name) == 1 else " " if name == "Space" else "", name in BOUND), at)
        for (name, _), at in zip(presses, times, strict=False)
    ]
    assert heard(keys) == [Presses((key.name,)) for key, _ in keys]


@given(st.lists(st.tuples(st.sampled_from([*"KBHVS12LM ", "Return", "Up"]), st.floats(0, 0.3)), max_size=60))
def test_every_key_is_either_a_press_or_part_of_a_code_or_dropped_and_none_twice(
    presses: list[tuple[str, float]],
) -> None:
    times = list(accumulate((gap for _, gap in presses), initial=0.0))
    assert all(one <= other for one, other in pairwise(times))
    keys = [
        (Key(name, name if len(name) == 1 else ""), at) for (name, _), at in zip(presses, times, strict=False)
    ]
    found = heard(keys)
    pressed = [name for one in found if isinstance(one, Presses) for name in one.keys]
    coded = [letter for one in found if isinstance(one, Code) for letter in one.text]
    assert len(pressed) + len(coded) <= len(keys)
    rest = iter([key.name for key, _ in keys])
    assert all(name in rest for name in pressed), "in the order in which they came"
