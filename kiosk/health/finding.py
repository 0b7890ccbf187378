"""One line of the doctor's report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

State: TypeAlias = Literal["ok", "mend", "cannot-tell"]
MARKS: dict[State, str] = {"ok": "✓", "mend": "✗", "cannot-tell": "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`vi`/`en` say what is so, `do_vi`/`do_en` what to do (empty when nothing has to be done)."""

    check: str
    state: State
    vi: str
    en: str
    do_vi: str = ""
    do_en: str = ""

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def ok(check: str, vi: str, en: str) -> Finding:
    return Finding(check=check, state="ok", vi=vi, en=en)


def mend(check: str, vi: str, en: str, do_vi: str, do_en: str) -> Finding:
    return Finding(check=check, state="mend", vi=vi, en=en, do_vi=do_vi, do_en=do_en)


def cannot_tell(check: str, vi: str, en: str, do_vi: str = "", do_en: str = "") -> Finding:
    return Finding(check=check, state="cannot-tell", vi=vi, en=en, do_vi=do_vi, do_en=do_en)


def listed(sentences: Iterable[str]) -> str:
    """Each on a line of its own: what a ward writes may have many faults."""
    return "".join(f"\n    – {sentence}" for sentence in sentences)
