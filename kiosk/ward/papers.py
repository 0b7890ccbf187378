"""What the ward hands to whoever delivers: signed, the same for every kiosk, nothing secret in it."""

from __future__ import annotations

from kiosk.export.papers import joined_papers
from kiosk.tickets.answers import paper_of
from kiosk.ward.authority import Authority
from kiosk.ward.tickets import read_list


def papers(ward: Authority) -> bytes:
    """The list of papers as `kiosk.export.papers` reads it. Raises `AnswersUnusable`, `KeyUnusable`."""
    listed = read_list(ward.folder)
    made = [paper_of(listed, *ward.signers())] if listed.number else []
    if ward.revocations:
        made.append(ward.revoked_list())
    return joined_papers(made)
