"""One line of the doctor's report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from functools import wraps
from typing import Literal, ParamSpec, TypeAlias

P = ParamSpec("P")

State: TypeAlias = Literal["ok", "mend", "cannot-tell"]
MARKS: dict[State, str] = {"ok": "✓", "mend": "✗", "cannot-tell": "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`vi`/`en` say what is so, `do_vi`/`do_en` what to do (empty when nothing has to be done).

    `check` names what was looked at; `of` writes it in.
    """

    check: str = ""
    state: State
    vi: str
    en: str
    do_vi: str = ""
    do_en: str = ""

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def finding_of(check: str) -> Callable[[Callable[P, Finding]], Callable[P, Finding]]:
    """Whatever the judge beneath finds is a finding of *check*."""

    def named(judge: Callable[P, Finding]) -> Callable[P, Finding]:
        @wraps(judge)
        def judged(*seen: P.args, **more: P.kwargs) -> Finding:
            return replace(judge(*seen, **more), check=check)

        return judged

    return named


def ok(vi: str, en: str) -> Finding:
    return Finding(state="ok", vi=vi, en=en)


def mend(vi: str, en: str, do_vi: str, do_en: str) -> Finding:
    return Finding(state="mend", vi=vi, en=en, do_vi=do_vi, do_en=do_en)


def cannot_tell(vi: str, en: str, do_vi: str = "", do_en: str = "") -> Finding:
    return Finding(state="cannot-tell", vi=vi, en=en, do_vi=do_vi, do_en=do_en)


def listed(sentences: Iterable[str]) -> str:
    """Each on a line of its own: what a ward writes may have many faults."""
    return "".join(f"\n    – {sentence}" for sentence in sentences)
