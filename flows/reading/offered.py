"""What a folder of small packs offers: those that are right, and what was refused and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from flows.guide.lines import key_lines, line_of
from flows.guide.problems import Finding, Problem, at_most, severity, shown, worded
from flows.guide.script import Script
from flows.reading.pack_files import as_it_stands

S = TypeVar("S", bound=Script)


@dataclass(frozen=True, slots=True)
class Pack(Generic[S]):
    """One that was read from *file*, as far as it could be: `draft` is only ever checked."""

    file: Path
    draft: S | None
    findings: tuple[Finding, ...]

    @property
    def id(self) -> str:
        return shown(self.file.parent.name)

    @property
    def readable(self) -> bool:
        """Whether nothing in its file is an error, so that what it says of itself can be followed."""
        return self.draft is not None and not any(severity(one) == "error" for one in self.findings)

    def problems(self, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
        """*findings* in words, each with its line."""
        source = as_it_stands(self.file)
        lines = key_lines(source)
        return tuple(
            worded(one, self.id, one.line or line_of(source, one.place.path, lines))
            for one in at_most(findings)
        )


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
    """*packs*, each with what is wrong with it beside what reading it noted; *more* is shown to an author."""
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
