"""A day in plain words, for the command line: the visits one a line, or the figures with their footnotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from flows.guide.words import LANGUAGES, Language, Words
from kiosk.log.figures.catalogue import Unit, catalogue
from kiosk.log.figures.cells import split
from kiosk.log.figures.counting import cells_of
from kiosk.log.figures.counts import Own, Visits, figure
from kiosk.log.figures.rows import rows_of
from kiosk.log.sessions.day import began
from kiosk.log.sessions.session import SessionSummary, WalkSummary

HEADINGS = ("Bắt đầu khoảng", "Phút", "Tiếng", "Bài đã mở", "Bước", "Gọi người", "Hài lòng", "Kết thúc")


def as_table(visits: Visits) -> str:
    """Every visit with Vietnamese headings, and one line of totals."""
    lines = _columns([HEADINGS, *[tuple(map(str, visit_cells(visit))) for visit in visits]])
    cells = cells_of(visits)
    totals = ", ".join(f"{figure(key, cells)} {_name(key)}" for key in ("sessions", "walks-completed"))
    return "\n".join([*lines, f"Tổng cộng: {totals}."]) + "\n"


def as_figures(visits: Visits, own: Own = (), language: Language = "vi") -> str:
    """Every figure with its footnote, then every breakdown."""
    return "\n".join(_figures(visits, own, language)) + "\n"


def figures_json(visits: Visits, own: Own = ()) -> str:
    """Keys of the catalogue → numbers; milliseconds where the unit is ms, thousandths where it is share."""
    cells = cells_of(visits, own)
    document = {
        "figures": {key: figure(key, cells) for key in catalogue().figures},
        "breakdowns": {key: dict(rows_of(key, cells)) for key in catalogue().breakdowns},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def shown(number: int | None, unit: Unit) -> str:
    """``80000`` ms → ``1'20"``, from an hour on ``4h15``; 834 ‰ → ``83,4 %``; what nobody can give: –."""
    if number is None:
        return "–"
    if unit == "count":
        return str(number)
    if unit == "share":
        return f"{number // 10},{number % 10} %"
    seconds = round(number / 1000)
    minutes, seconds = divmod(seconds, 60)
    if minutes >= 60:
        return f"{minutes // 60}h{minutes % 60:02}"
    return f"{minutes}'{seconds:02}\""


def bucket_words(key: str, bucket: str) -> Words:
    """How a row is called; guides, steps, topics, places and hours by what they are."""
    named = catalogue().breakdown(key).buckets.get(bucket)
    first, second = split(bucket)
    if named is None and key.endswith("-outcome") and second:
        ended = catalogue().breakdowns["walk-outcome"].buckets[second]
        return Words(*(f"{first}: {ended.in_(language)}" for language in LANGUAGES))
    return named or Words(bucket)


def _figures(visits: Visits, own: Own, language: Language) -> Iterator[str]:
    cells = cells_of(visits, own)
    for one in catalogue().figures.values():
        yield f"{shown(figure(one.key, cells), one.unit):>8}  {one.words.in_(language)}"
        yield f"          {one.definition.in_(language)}"
    for breakdown in catalogue().breakdowns.values():
        yield ""
        yield f"{breakdown.words.in_(language)}. {breakdown.definition.in_(language)}"
        for row in rows_of(breakdown.key, cells):
            yield f"{row.number:>8}  {bucket_words(breakdown.key, row.bucket).in_(language)}"


def _name(figure: str) -> str:
    return catalogue().figures[figure].words.vi


def _columns(cells: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return [line.rstrip() for line in lines]


def visit_cells(visit: SessionSummary) -> tuple[str | int, ...]:
    """One visit under `HEADINGS`: numbers as numbers."""
    steps = sum(step.by is not None for walk in visit.walks for step in walk.steps)
    unsure = "" if visit.clock_ok else " (?)"
    return (
        f"{began(visit):%H:%M}{unsure}",
        round(visit.duration_ms / 60_000),
        visit.language or "?",
        ", ".join(_walk(walk) for walk in visit.walks) or "–",
        steps,
        len(visit.help_calls),
        bucket_words("face", visit.face).vi if visit.face else "–",
        bucket_words("outcome", visit.outcome or "open").vi + (" (học tiếp)" if visit.resumed else ""),
    )


def _walk(walk: WalkSummary) -> str:
    return f"{walk.flow} ({bucket_words('walk-outcome', walk.outcome or 'open').vi})"
