"""What staff are shown of the content in force. What is signed is imported with the first pack."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.base.files.paths import content_folder
from kiosk.base.words.texts import SENTENCES
from kiosk.papers.content.standing import ContentStanding

if TYPE_CHECKING:
    from kiosk.papers.content.differences import Differences
    from kiosk.papers.packs.refusals import Why

LOGGER = logging.getLogger(__name__)


def seen(data_folder: Path, standing: ContentStanding) -> tuple[Differences, Why | Literal[""]]:
    """What is another, and why the last pack is not in force. Reads files.

    What was gone back from is not beside what is in force: then nothing is called new.
    """
    from kiosk.papers.content.differences import Differences, differences
    from kiosk.papers.content.taking import hashes_in_force, refusals

    refused = refusals(data_folder)
    gone_back = bool(standing.failed) and not standing.before.folder
    changes = Differences()
    if standing.now.folder and not gone_back:
        before = hashes_in_force(data_folder, replace(standing, now=standing.before))
        changes = differences(before, hashes_in_force(data_folder, standing))
    if refused:
        return changes, refused[0].why
    return changes, "went-back" if _went_back(standing) else ""


def is_outdated(data_folder: Path, begun_with: Mapping[str, str], standing: ContentStanding) -> bool:
    """Whether something is in force that a run *begun_with* other content does not read. Reads files."""
    from kiosk.papers.content.differences import AT_START, differences
    from kiosk.papers.content.taking import hashes_in_force

    now = hashes_in_force(data_folder, standing)
    return now != begun_with and not AT_START.isdisjoint(differences(begun_with, now).others)


def sentences(data_folder: Path, standing: ContentStanding) -> tuple[int, int]:
    """How many of the screens' sentences are others than before, and how many of the pack are passed over.

    Reads files.
    """
    from kiosk.base.words.changed import changed_keys, passed_over
    from kiosk.papers.content.in_force import extra

    now = extra(data_folder, standing.now, SENTENCES)
    gone_back = bool(standing.failed) and not standing.before.folder
    before = now if gone_back else extra(data_folder, standing.before, SENTENCES)
    over = passed_over(now) if now is not None else ()
    for one in over:
        LOGGER.warning("a sentence of the content pack is passed over: %s", one)
    return len(changed_keys(before, now)), len(over)


def _went_back(standing: ContentStanding) -> bool:
    return any(int(name.partition("-")[0]) > standing.now.counter for name in standing.failed)


def is_troubled(data_folder: Path, standing: ContentStanding) -> bool:
    """Whether staff should hear of a pack that was refused and is kept aside, or was gone back from."""
    return _went_back(standing) or any((content_folder(data_folder) / "refused").glob("*.json"))
