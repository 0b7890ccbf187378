"""What one parsed file holds, held against `flows.guide.limits`: before anybody compares, searches or shows
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows.guide.limits import MOST_ENTRIES, MOST_LETTERS, MOST_LETTERS_OF_A_NOTE, MOST_VALUES
from flows.guide.problems import Finding, Place
from resources.toml import MOST_IN_A_NAME as MOST_IN_A_KEY
from resources.toml import MOST_NESTING

Path = tuple[str, ...]


def beyond_limits(tables: Mapping[str, object], place: Place) -> tuple[Finding, ...]:
    """What of *tables* is more than a guide may hold; looks at no more than the bounds allow."""
    return () if _surely_within(tables) else _findings(tables, place)


def _surely_within(tables: Mapping[str, object]) -> bool:
    """Quick: every start of the kiosk waits for it. What may be beyond is looked at again, with names."""
    waiting: list[object] = [tables]
    depth = count = 0
    while waiting:
        depth, inside = depth + 1, list[object]()
        for value in waiting:
            if isinstance(value, str):
                if len(value) > MOST_LETTERS:
                    return False
            elif isinstance(value, dict):
                if len(value) > MOST_ENTRIES or max(map(len, value), default=0) > MOST_IN_A_KEY:
                    return False
                inside.extend(value.values())
            elif isinstance(value, list):
                if len(value) > MOST_ENTRIES:
                    return False
                inside.extend(value)
        count += len(inside)
        if count > MOST_VALUES or depth > MOST_NESTING:
            return False
        waiting = inside
    return True


def _findings(tables: Mapping[str, object], place: Place) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    for count, (path, value) in enumerate(_values(tables)):
        if count > MOST_VALUES:
            findings.append(Finding("too-many", place, {"count": f"> {MOST_VALUES}", "limit": MOST_VALUES}))
            break
        findings += _of_one(Place(place.file, path), value)
        if len(path) > MOST_NESTING:
            return (*findings, Finding("toml-too-deep", Place(place.file, path[:1]), {"limit": MOST_NESTING}))
    return tuple(findings)


def _of_one(place: Place, value: object) -> Iterator[Finding]:
    key = place.path[-1] if place.path else ""
    if len(key) > MOST_IN_A_KEY:
        fields = {"part": key[:20], "length": len(key), "limit": MOST_IN_A_KEY}
        yield Finding("name-too-long", Place(place.file, place.path[:-1]), fields)
    if isinstance(value, str):
        note = place.file == "flow.toml" or place.path == ("staff_note",)
        limit = MOST_LETTERS_OF_A_NOTE if note else MOST_LETTERS
        if len(value) > limit:
            yield Finding("text-too-long", place, {"letters": len(value), "limit": limit})
    elif isinstance(value, dict | list) and len(value) > MOST_ENTRIES:
        yield Finding("too-many", place, {"count": len(value), "limit": MOST_ENTRIES})


def _values(tables: Mapping[str, object]) -> Iterator[tuple[Path, object]]:
    """Every value with its path, a table before what stands in it. Calls itself for nothing, however deep."""
    waiting: list[tuple[Path, object]] = [((), tables)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, dict):
            waiting += [((*path, str(key)), one) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, str(place)), one) for place, one in enumerate(value)]
