"""What the ward hands to whoever delivers: signed, the same for every kiosk, nothing secret in it."""

from __future__ import annotations

from kiosk.export.papers import MOST_BYTES, joined_papers
from kiosk.tickets.answers import newest_pages
from kiosk.ward.authority import Authority
from kiosk.ward.tickets import read_list

ROOM_BYTES = MOST_BYTES - 4096


def papers(ward: Authority) -> bytes:
    """The list of papers as `kiosk.export.papers` reads it. Raises `AnswersUnusable`, `KeyUnusable`."""
    withdrawn = [ward.revoked_list()] if ward.revocations else []
    listed = read_list(ward.folder)
    room = ROOM_BYTES - sum(map(len, withdrawn))
    made = newest_pages(listed, ward.signers(), room)[0] if listed.number else ()
    return joined_papers([*made, *withdrawn])
