"""How one option of the config is declared: once, beside its default."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from kiosk.base.config.forms import Form

Kind: TypeAlias = Literal[
    "text",
    "phone",
    "folder",
    "file",
    "url",
    "size",
    "whole",
    "number",
    "yes-no",
    "hours",
    "keys",
    "numbers",
    "day",
]
Default = TypeVar("Default")
METADATA_KEY = "option"


class Option(NamedTuple):
    """What a ward officer may write, and what it means.

    `low` and `high` are inclusive, in `unit`; `choices` are the only words allowed, where there are any.
    `zero` names what 0 means for a number that may be left out (``0`` is then allowed too). `form` is what a
    text must look like, where it is not left empty.
    """

    kind: Kind
    vi: str
    en: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    zero: str = ""
    form: Form | None = None

    def by_default(self, default: Default) -> Default:
        """A dataclass field with that default, and this declaration attached."""
        return field(default=default, metadata={METADATA_KEY: self})
