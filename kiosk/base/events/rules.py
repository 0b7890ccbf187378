"""What a field of an event may hold. Closed: no rule admits text that a person has typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, assert_never, get_args, get_origin

FieldValue: TypeAlias = str | int | None

# Five digits in a row are refused: a telephone, citizen or social-insurance number can never pass as an id.
ID_PATTERN = r"^(?!.*[0-9]{5})[a-z0-9][a-z0-9.-]{0,63}$"
KIOSK_PATTERN = r"^[a-z0-9][a-z0-9.-]{0,63}$"  # minted, so any digits
HASH_PATTERN = r"^[0-9a-f]{64}$"
EPOCH_PATTERN = r"^[0-9a-f]{32}$"
COUNT_MAX = 10_000_000


@dataclass(frozen=True, slots=True)
class Matches:
    """A string that matches a pattern."""

    pattern: re.Pattern[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a closed list."""

    words: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from 0 to `COUNT_MAX`."""

    optional: bool = False


Rule: TypeAlias = Matches | OneOf | Count

ID = Matches(re.compile(ID_PATTERN))
ID_OR_NONE = Matches(ID.pattern, optional=True)
KIOSK = Matches(re.compile(KIOSK_PATTERN))
HASH = Matches(re.compile(HASH_PATTERN))
EPOCH = Matches(re.compile(EPOCH_PATTERN))


def admits(rule: Rule, value: object) -> bool:
    """Whether *value* may stand in a field with this rule."""
    if value is None:
        return rule.optional
    match rule:
        case Matches(pattern):
            return isinstance(value, str) and pattern.fullmatch(value) is not None
        case OneOf(words):
            return isinstance(value, str) and value in words
        case Count():
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= COUNT_MAX
        case _:
            assert_never(rule)


def rule_of(field_type: Any) -> Rule:
    """What a field of that type may hold: a closed list, or one of the types of `kiosk.base.events.lists`;
    with ``| None`` also nothing. Raises `TypeError` for any other: an event has no field of free text.
    """
    parts = get_args(field_type)
    if get_origin(field_type) is Literal:
        return OneOf(parts)
    if get_origin(field_type) is Annotated and isinstance(parts[1], Matches | OneOf | Count):
        return parts[1]
    if get_origin(field_type) in (Union, UnionType) and len(parts) == 2 and parts[1] is NoneType:
        return replace(rule_of(parts[0]), optional=True)
    raise TypeError(f"an event has no field of the type {field_type}")
