"""What a folder of small packs offers: those that are right, and what was refused and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from flows.problems import Finding, Problem, severity


class Script(Protocol):
    """An exercise or a rehearsal."""

    @property
    def id(self) -> str: ...
    @property
    def order(self) -> int: ...


S = TypeVar("S", bound=Script)
Read = TypeVar("Read", bound=Script, covariant=True)


class Pack(Protocol[Read]):
    """One that was read from its folder, as far as it could be."""

    @property
    def id(self) -> str: ...
    @property
    def draft(self) -> Read | None: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    def problems(self, findings: tuple[Finding, ...]) -> tuple[Problem, ...]: ...


@dataclass(frozen=True, slots=True)
class Offered(Generic[S]):
    """`scripts` are on offer, in their order; `read` are the ids of all there are."""

    scripts: Mapping[str, S] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    read: tuple[str, ...] = ()

    @property
    def refused(self) -> tuple[str, ...]:
        return tuple(one for one in self.read if one not in self.scripts)


def offered_of(
    packs: Iterable[tuple[Pack[S], Iterator[Finding]]],
    more: Callable[[S], Iterable[Finding]] | None,
) -> Offered[S]:
    """*packs*, each with what is wrong with it beside what reading it found; *more* is told to an author."""
    scripts: list[S] = []
    problems: list[Problem] = []
    read: list[str] = []
    for pack, wrong in packs:
        findings = (*pack.findings, *wrong)
        if pack.draft is not None and not any(severity(one) == "error" for one in findings):
            scripts.append(pack.draft)
            if more is not None:
                findings = (*findings, *more(pack.draft))
        problems += pack.problems(findings)
        read.append(pack.id)
    scripts.sort(key=lambda one: (one.order, one.id))
    return Offered({one.id: one for one in scripts}, tuple(problems), tuple(read))
