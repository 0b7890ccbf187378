"""What the ward sends back with its acknowledgements: answers to tickets, and the kiosks it has withdrawn.

Each is a signed paper of its own, the same for every kiosk of the ward; together they travel as one list. A
paper that is old, of another ward or of a kind nobody knows is passed over.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from pathlib import Path

from kiosk.base.files.paths import keys_folder
from kiosk.papers.keys.documents import PaperRefused, papers_in
from kiosk.papers.keys.enrolment import REVOKED, REVOKED_FILE, accept
from kiosk.papers.keys.key_files import KeyUnusable
from kiosk.papers.tickets.answers import ANSWERS, read_answers
from kiosk.papers.tickets.store import TicketStore, TicketsUnusable

log = logging.getLogger(__name__)
PAPERS_FILE = "ward-papers.json"
MOST_BYTES = 256 * 1024


def joined_papers(papers: Iterable[bytes]) -> bytes:
    """The list as it travels; what is signed with several keys is several papers in it."""
    listed = [json.loads(one) for paper in papers for one in papers_in(paper)]
    return (json.dumps(listed, ensure_ascii=False) + "\n").encode()


def take_papers(raw: bytes, data_folder: Path, kiosk: str, ward_keys: tuple[bytes, ...]) -> int:
    """How many papers were new and are kept now. Never raises for what is in them, nor for our disk."""
    taken = 0
    for paper in _papers(raw):
        try:
            taken += _take(paper, data_folder, kiosk, ward_keys)
        except PaperRefused as refused:
            log.info("a paper of the ward is passed over: %s", refused.en)
        except (KeyUnusable, TicketsUnusable, OSError) as failure:
            log.warning("a paper of the ward could not be kept: %s", failure)
    return taken


def _papers(raw: bytes) -> list[bytes]:
    if len(raw) > MOST_BYTES:
        log.warning("the ward's papers are too large and are passed over: update this kiosk")
        return []
    try:
        listed = json.loads(raw)
    except (ValueError, RecursionError):
        return []
    return [json.dumps(one).encode() for one in listed] if isinstance(listed, list) else []


def _take(paper: bytes, data_folder: Path, kiosk: str, ward_keys: tuple[bytes, ...]) -> bool:
    body = json.loads(paper).get("body") if paper.startswith(b"{") else None
    form = body.get("form") if isinstance(body, dict) else None
    if form == ANSWERS:
        listed, store = read_answers(paper, ward_keys), TicketStore(data_folder, "")
        if store.book().answers_no >= listed.number:
            return False
        store.take_in(listed)
        return True
    if form == REVOKED:
        kept = keys_folder(data_folder) / REVOKED_FILE
        if kept.exists() and json.loads(kept.read_bytes()).get("body") == body:
            return False  # perhaps under another key of the ward
        accept(data_folder, kiosk, paper)
        return True
    return False
