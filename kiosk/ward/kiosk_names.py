"""How an officer meets a kiosk: by the place where it last said that it stands, then by its id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from sqlalchemy import Connection

from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import sayer
from kiosk.ward.status import places_of

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
