"""What is wrong with a guide, where, and how to mend it, in words for the officer who edits it.

The sentences stand in `rules.toml`, one table per stable rule code, so that they can be corrected
without a programmer.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from flows.guide.limits import MOST_OF_ONE_RULE
from resources.toml import toml_of

LOGGER = logging.getLogger(__name__)
MOST_SHOWN = 300
"""Letters of what stands in a file, in a sentence about it."""

Severity: TypeAlias = Literal["error", "warning", "note"]
"""error: the guide is not offered · warning: offered, but mend it · note: staff should know."""


@dataclass(frozen=True, slots=True)
class Place:
    """A key of one file of a pack: ``Place("vi.toml", ("step", "mo-vneid", "say"))``."""

    file: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that is broken somewhere; `fields` fill the rule's sentences."""

    code: str
    place: Place
    fields: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None  # only where the reader of the file says it; otherwise found from the place


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in words. `file` is relative to the folder of guides; `line` counts from 1."""

    code: str
    severity: Severity
    flow_id: str
    file: str
    line: int | None
    where: str
    vi: str
    en: str
    mend_vi: str
    mend_en: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} [{self.code}] {self.vi} → {self.mend_vi} / {self.en} → {self.mend_en}"


def worded(finding: Finding, flow_id: str, line: int | None) -> Problem:
    """The finding as a problem; `line` is where its place stands in the file.

    A rule that guesses a name (`near`) has another mend for when no name is near: `alone_vi`, `alone_en`;
    one that would have a language left out has another for `vi.toml`, which every guide needs: `kept_…`.
    """
    rule = rules()[finding.code]
    where = ".".join(finding.place.path)
    named = {"where": where, "file": finding.place.file, "flow": flow_id, **finding.fields}
    fields = {key: shown(str(value)) for key, value in named.items()}
    mend = "alone" if fields.get("near") == "" else "mend"
    if finding.place.file == "vi.toml" and "kept_vi" in rule:
        mend = "kept"
    return Problem(
        code=finding.code,
        severity=rule["severity"],
        flow_id=flow_id,
        file=f"{flow_id}/{finding.place.file}",
        line=line,
        where=fields["where"],
        vi=rule["vi"].format_map(fields),
        en=rule["en"].format_map(fields),
        mend_vi=rule[f"{mend}_vi"].format_map(fields),
        mend_en=rule[f"{mend}_en"].format_map(fields),
    )


def shown(text: str) -> str:
    """*text* as a terminal and a report may show it: cut, and what cannot be seen, or turns the line round,
    by its number.
    """
    cut = text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
    return cut if cut.isprintable() else "".join(map(_visible, cut))


def _visible(letter: str) -> str:
    if letter.isprintable() or letter == "\u00a0":
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def at_most(findings: Iterable[Finding], most: int = MOST_OF_ONE_RULE) -> Iterator[Finding]:
    """*findings*, of each rule the first *most*, and how many more there are of it."""
    counts: Counter[str] = Counter()
    last: dict[str, Place] = {}
    for finding in findings:
        counts[finding.code] += 1
        if counts[finding.code] <= most:
            yield finding
        last.setdefault(finding.code, Place(finding.place.file))
    for code, count in counts.items():
        if count > most:
            yield Finding("more-of-them", last[code], {"code": code, "count": count - most})


def own_fault(folder: str) -> Finding:
    """Of the exception being handled: the guide is refused, and the log says that the fault is ours."""
    LOGGER.exception("a fault of this program, not of the guide %s", shown(folder))
    return Finding("program-wrong", Place("flow.toml"), {"kind": type(sys.exception()).__name__})


def severity(finding: Finding) -> Severity:
    """How grave the broken rule is."""
    grave: Severity = rules()[finding.code]["severity"]
    return grave


@cache
def rules() -> Mapping[str, Mapping[str, Any]]:
    """Rule code → severity and sentences. Read once, and only when something is wrong somewhere."""
    return toml_of(Path(__file__).with_name("rules.toml").read_text("utf-8"))
