"""What of a faulty guide was misread: reading goes on with a stand-in for what is wrong.

Without this, rules would warn the officer of things that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from flows.problems import Finding, Place

STAND_INS = frozenset(
    {"key-missing", "value-wrong", "value-not-allowed", "words-missing", "way-wrong", "guard-wrong"}
)
"""Rules after whose breach the draft holds something else than its files."""

LOOSE = frozenset({"start-nowhere", "way-nowhere", "ways-wrong", "guard-asks-nothing"})
"""Rules after whose breach the draft cannot be walked."""

WAYS = ("kind", "next", "choice", "stuck")


def misread(findings: Iterable[Finding]) -> frozenset[Place]:
    """Where a stand-in is; a misspelt key counts as the key that was meant."""
    return frozenset(_misread(findings))


def _misread(findings: Iterable[Finding]) -> Iterator[Place]:
    for finding in findings:
        if finding.code in STAND_INS:
            yield finding.place
        elif finding.code == "key-unknown" and (near := finding.fields["near"]):
            yield Place(finding.place.file, (*finding.place.path[:-1], str(near)))


def can_be_walked(findings: Collection[Finding]) -> bool:
    """Whether the start, the steps and their ways are what the files say, and lead somewhere."""
    doubtful = misread(findings) | {finding.place for finding in findings if finding.code in LOOSE}
    return not any(_shapes(place) for place in doubtful if place.file == "flow.toml")


def _shapes(place: Place) -> bool:
    match place.path:
        case ("start", *_) | ("step",) | ("step", _):
            return True
        case ("step", _, key, *_):
            return key in WAYS
        case _:
            return False


def believable(finding: Finding, doubtful: Collection[Place]) -> bool:
    """Whether *finding* speaks of what stands in the files, and not of a stand-in at one of *doubtful*."""
    file, path = finding.place.file, finding.place.path
    if any(Place(file, path[:length]) in doubtful for length in range(1, len(path) + 1)):
        return False
    match finding.code:
        case "source-none":
            return not any(Place(file, (*path, key)) in doubtful for key in ("sources", "confidence"))
        case "qr-source-none":
            return Place(file, (*path, "sources")) not in doubtful
        case "source-unused":
            return not any(place.path[-1:] == ("sources",) for place in doubtful)
        case "numbers-differ":
            return not any(place.path == path for place in doubtful)
        case "answers-alike":
            return Place(file, (*path[:2], *str(finding.fields["other"]).split(".", 1))) not in doubtful
        case "highlight-wrong":
            return not any(place.path[: len(path)] == path for place in doubtful)
        case _:
            return True
