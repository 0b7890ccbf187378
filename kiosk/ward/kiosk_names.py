"""How an officer meets a kiosk: by the place where it last said that it stands, then by its id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, select

from kiosk.ward import tables as t
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import sayer

KioskNames: TypeAlias = Callable[[str], str]


def kiosk_name(kiosk: str, place: str) -> str:
    """``Điểm số 3 (kiosk-0123456789ab)``."""
    return f"{place_name(place, sayer('vi'))} ({kiosk})"


def kiosk_names(connection: Connection) -> KioskNames:
    places = places_of(connection)
    return lambda kiosk: kiosk_name(kiosk, places.get(kiosk, ""))


def kiosks_at(said: str, kiosks: Collection[str], places: Mapping[str, str]) -> tuple[str, ...]:
    """Which of *kiosks* is meant: by its id, or by its place as a report or the config calls it."""
    if said in kiosks:
        return (said,)
    wanted = _plain(said)
    return tuple(
        kiosk
        for kiosk in kiosks
        if (place := places.get(kiosk, ""))
        and wanted in (_plain(place), _plain(place_name(place, sayer("vi"))))
    )


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace(" số ", " ").split())


def places_of(connection: Connection) -> dict[str, str]:
    """By kiosk, for all that have said it in what has come."""
    query = (
        select(t.source.c.kiosk, t.bundle.c.place)
        .join(t.bundle)
        .where(t.bundle.c.kind == "events", t.bundle.c.place != "")
        .order_by(t.bundle.c.no)
    )
    return {row.kiosk: row.place for row in connection.execute(query)}
