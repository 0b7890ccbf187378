"""The content this kiosk reads: the ward's where it can use one, else what comes with the program."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flows.reading.content import SHIPPED, Content, content_in
from kiosk.base.version import __version__
from kiosk.base.words.texts import READINGS
from kiosk.papers.content.standing import (
    ContentStanding,
    Edition,
    back_as_asked,
    folder_of,
    is_asked_back,
    manifest_of,
    read_standing,
    write_standing,
)
from kiosk.papers.content.trial import started

if TYPE_CHECKING:
    from kiosk.papers.content.manifest import Manifest

log = logging.getLogger(__name__)


def begin(data_folder: Path, boot: str) -> ContentStanding:
    """What stands when the program begins in that *boot*: here new content that failed is gone back from."""
    standing = read_standing(data_folder)
    if is_asked_back(data_folder):
        try:
            standing = back_as_asked(data_folder, standing)
        except OSError as failure:
            log.warning("the content before cannot be put in force: %s", failure)
    after = started(standing, boot)
    if after.now != standing.now:
        log.error("content pack %d has failed: back to %d", standing.now.counter, after.now.counter)
    if after != standing:
        try:
            write_standing(data_folder, after)
        except OSError as failure:
            log.warning("that the content is on trial cannot be written down: %s", failure)
    return after


def beginning_with(data_folder: Path, boot: Callable[[], str]) -> Edition:
    """What a start in that *boot* will be with, as `begin` will find; nothing is written down.

    Only content on trial asks which boot it is: that takes modules for which the first frame does not wait.
    """
    standing = read_standing(data_folder)
    return standing.now if standing.trial is None else started(standing, boot()).now


def usable(data_folder: Path, standing: ContentStanding) -> Edition:
    """The content in force, or the nearest to it that is there whole and suits this program."""
    for edition in (standing.now, standing.before):
        if not edition.folder or _stands(data_folder, edition):
            return edition
        log.error("content pack %d cannot be used: something of it is missing", edition.counter)
    return Edition()


def content_of(data_folder: Path, edition: Edition) -> Content:
    """Where that content is read from."""
    folder = folder_of(data_folder, edition)
    return SHIPPED if folder is None else content_in(folder)


def content_here(data_folder: Path) -> Content:
    """For commands, and for what runs beside the kiosk."""
    return content_of(data_folder, usable(data_folder, read_standing(data_folder)))


def extra(data_folder: Path, edition: Edition, name: str) -> Path | None:
    """A file or folder of that content which the program has nothing in place of: a roster, voices."""
    folder = folder_of(data_folder, edition)
    return folder / name if folder is not None and (folder / name).exists() else None


def readings_here(data_folder: Path) -> Path | None:
    """How words are said, as the ward's content has it: for commands that speak."""
    return extra(data_folder, usable(data_folder, read_standing(data_folder)), READINGS)


def damaged(data_folder: Path, edition: Edition) -> tuple[str, ...]:
    """The files of it that are not what the ward signed: every byte is read, as the doctor does."""
    folder = folder_of(data_folder, edition)
    manifest = None if folder is None else manifest_of(folder)
    return tuple(_damaged(folder, manifest)) if folder and manifest else ()


def _damaged(folder: Path, manifest: Manifest) -> Iterator[str]:
    for held in manifest.files:
        try:
            raw = folder.joinpath(held.path).read_bytes()
        except OSError:
            raw = b""
        if hashlib.sha256(raw).hexdigest() != held.sha256:
            yield held.path


def _stands(data_folder: Path, edition: Edition) -> bool:
    """Whether each file is there with its length; that costs milliseconds."""
    folder = folder_of(data_folder, edition)
    manifest = None if folder is None else manifest_of(folder)
    if folder is None or manifest is None or not manifest.suits(__version__):
        return False
    try:
        return all(folder.joinpath(file.path).stat().st_size == file.size for file in manifest.files)
    except OSError:
        return False
