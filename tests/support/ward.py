"""A ward with kiosks it has enrolled, in memory or on disk; and what a thief could make."""

from __future__ import annotations

from pathlib import Path

from kiosk.papers.keys.card_signer import CardSigner, open_signer
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.ward.authority import Authority, make_authority

MONTH = "2026-11"


class Ward:
    """Keeps its folder and those of its kiosks beneath *folder*."""

    def __init__(self, folder: Path, name: str = "Phường Cửa Nam", escrow: str = "") -> None:
        self.folder = folder
        self.authority: Authority = make_authority(folder / "ward", name, escrow)

    def kiosk(self, number: int) -> CardSigner:
        """The office of that kiosk, enrolled now."""
        name = kiosk_name(number)
        data = self.data(number)
        self.authority, answer = self.authority.enrol(ask(data, name), MONTH)
        self.authority.save()
        accept(data, name, answer)
        return open_signer(data, name)

    def data(self, number: int) -> Path:
        """The data folder of that kiosk."""
        return self.folder / kiosk_name(number)

    def withdraw(self, number: int) -> bytes:
        """The list with that kiosk on it."""
        self.authority, paper = self.authority.revoke(kiosk_name(number))
        self.authority.save()
        return paper


def kiosk_name(number: int) -> str:
    return f"kiosk-{number:012x}"
