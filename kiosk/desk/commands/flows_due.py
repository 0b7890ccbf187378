"""`kiosk flows due`: what falls due soon, why, and where to look it up again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.desk.commands.guides import print_refused, refused_of, today, written_guides
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, print_json

if TYPE_CHECKING:
    from flows.shelf.due import Due

WHY_VI = {
    "review": "đến ngày rà soát: đi lại cả bài",
    "new-words": "lời cũ hết hạn; hôm sau máy tự nói lời mới",
    "person": "hết hạn; hôm sau máy mời gặp cán bộ cho đến khi có lời mới",
}
WHY_EN = {
    "review": "due for review: walk it again",
    "new-words": "the wording ends; the kiosk says the new one by itself from the day after",
    "person": "ends; from the day after the kiosk leads to a person until there is a new wording",
}


def due(
    days: Annotated[
        int, typer.Option("--days", min=0, max=3660, help="Xem trước bao nhiêu ngày. How far ahead.")
    ] = 30,
    as_json: AsJson = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """What falls due soon, why, and by which source. Fails where a review is overdue or a guide refused."""
    from flows.shelf.due import by_source
    from flows.shelf.due import due as due_of

    libraries = written_guides()
    now = today()
    items = due_of([flow for library in libraries for flow in library.written.values()], now, days)
    if as_json:
        rows = {
            "today": now.isoformat(),
            "until": (now + timedelta(days=days)).isoformat(),
            "due": [_row(item, now) for item in items],
            "sources": [
                {
                    "url": url,
                    "title": source.title if source else "",
                    "due": [_name(one) for one in of_source],
                }
                for url, (source, of_source) in by_source(items).items()
            ],
        }
        print_json(rows)
    else:
        for line in _lines(items, now, days):
            typer.echo(line)
    refused = tuple(guide for library in libraries for guide in refused_of(library))
    print_refused(refused)
    raise typer.Exit(1 if refused or any(item.is_overdue(now) for item in items) else 0)


def _lines(due_items: tuple[Due, ...], now: date, days: int) -> Iterator[str]:
    from flows.shelf.due import by_source

    if not due_items:
        yield f"Trong {days} ngày tới không có gì đến hạn. Nothing falls due in the next {days} days."
        return
    for item in due_items:
        late = " (ĐÃ QUÁ HẠN / OVERDUE)" if item.is_overdue(now) else ""
        yield f"{item.day:%d/%m/%Y}{late}  {_name(item)}: “{item.says.vi}”"
        yield f"    {WHY_VI[item.why]} / {WHY_EN[item.why]}"
    yield ""
    yield "Xem lại ở nguồn / To be looked up again:"
    for url, (source, items) in by_source(due_items).items():
        named = f"{source.title} <{url}>" if source else "chưa có nguồn, thử tại chỗ / no source, to be tried"
        yield f"  {named}"
        yield f"    {', '.join(map(_name, items))}"


def _name(one: Due) -> str:
    return f"{one.guide}/{one.step}" if one.step else one.guide


def _row(one: Due, now: date) -> dict[str, object]:
    return {
        "day": one.day.isoformat(),
        "days_left": (one.day - now).days,
        "why": one.why,
        "guide": one.guide,
        "step": one.step or None,
        "says": one.says.vi,
        "sources": [{"key": source.key, "title": source.title, "url": source.url} for source in one.sources],
    }
