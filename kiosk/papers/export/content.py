"""Fetches the ward's newest content pack with the night's export; the running kiosk takes it in."""

from __future__ import annotations

import logging
from pathlib import Path

from kiosk.base.files.identity import kiosk_id
from kiosk.papers.content.standing import read_standing
from kiosk.papers.content.taking import incoming, receive, refusals
from kiosk.papers.export.http_transport import HttpTransport
from kiosk.papers.keys.enrolment import Enrolment
from kiosk.papers.packs.one_at_a_time import PackBusy
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import AlreadyInForce

log = logging.getLogger(__name__)


def fetch_content(data_folder: Path, transport: HttpTransport, enrolment: Enrolment) -> bool:
    """Whether a new pack has come. Never raises: the figures matter more."""
    if incoming(data_folder).exists():  # it waits for nobody to be here
        return False
    standing = read_standing(data_folder)
    refused = (refusal.name for refusal in refusals(data_folder) if refusal.is_not_fetched)
    names = (standing.now.folder, *standing.failed, *refused)
    try:
        with transport.content([name for name in names if name], kiosk_id(data_folder)) as stream:
            if stream is None:
                return False
            manifest = receive(data_folder, stream, enrolment)
    except AlreadyInForce:
        return False
    except PackRefused as refused:
        log.warning("the ward's content pack is not taken: %s", refused)
        return False
    except (PackBusy, OSError) as failure:
        log.info("no content pack of the ward: %s", failure)
        return False
    log.info("content pack %d has come", manifest.counter)
    return True
