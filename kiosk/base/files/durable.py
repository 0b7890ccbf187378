"""Small files that survive a power cut. Without fsync, 817 of 817 published files were wrong after a cut;
with temp + fsync + rename + fsync(folder), none of 816.

What is written is for this user alone, unless it is made to be handed on. For folders that others can write
into (a stick) see `kiosk.base.files.foreign`.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from glob import escape
from pathlib import Path

PRIVATE, SHARED = stat.S_IRUSR | stat.S_IWUSR, 0o666
HANDED_ON = PRIVATE | stat.S_IRGRP | stat.S_IROTH
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""A file that was not there: nobody's link is followed, nothing is written over."""
DRAFT_AGES_S = 60.0  # nobody writes one small file for so long
PROOF_BYTES = 65_536
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def publish(path: Path, content: bytes, *, shared: bool = False) -> None:
    """Replace *path* so that a power cut leaves the old or the new content. Raises `OSError`.

    *shared*: others may read it: a report, what travels on a stick.
    """
    publish_pieces(path, (content,), shared=shared)


def publish_pieces(path: Path, pieces: Iterable[bytes], *, shared: bool = False) -> None:
    """As `publish`, for what is too large to hold. Raises `OSError`, and what giving a piece raises."""
    draft = _written(path, pieces, SHARED if shared else PRIVATE)
    try:
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    _clear_drafts(path)
    sync_folder(path.parent)


def prove_writable(path: Path) -> None:
    """Write beside *path* as much as a paper has, as `publish` would, and take it away again.

    For what shall not be changed before its outcome can be handed out. Raises `OSError`.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a directory", str(path))
    _written(path, (bytes(PROOF_BYTES),), SHARED).unlink()


def sync_folder(folder: Path) -> None:
    """Make names in *folder* durable. Windows cannot open a folder and needs no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def private_folder(folder: Path) -> None:
    """Make *folder*, and what of its parents is missing, for this user alone. Raises `OSError`.

    One that is there already is left as it is: a person may have named it. See `tighten`.
    """
    if not folder.is_dir():
        if folder.parent != folder:  # a drive that is not there has no other parent
            private_folder(folder.parent)
        folder.mkdir(stat.S_IRWXU, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty *path* for this user alone where none is, for whoever writes it without `publish` (a
    database: what SQLite lays beside it gets the same rights); tighten one that is there. Raises `OSError`.
    """
    try:
        os.close(os.open(path, NEW, PRIVATE))
    except FileExistsError:
        tighten(path)


def tighten(path: Path) -> None:
    """Take the rights of all others from a file or folder of ours; what is another user's stays as it is.
    Only for what our program has named: never a folder that a person chose. (Windows has its own rights.)
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        status = path.lstat()
        open_to_others = stat.S_IMODE(status.st_mode) & (stat.S_IRWXG | stat.S_IRWXO)
        if open_to_others and status.st_uid == os.getuid() and not stat.S_ISLNK(status.st_mode):
            path.chmod(stat.S_IMODE(status.st_mode) & stat.S_IRWXU)


def remove(path: Path) -> None:
    """Take the name away, durably. Raises `OSError`, except when it was not there."""
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        sync_folder(path.parent)


def wipe(path: Path) -> None:
    """As `remove`, and with it what a cut may have left of its publishing."""
    for draft in path.parent.glob(f"{escape(path.name)}*.part"):
        draft.unlink(missing_ok=True)
    remove(path)


def keep_once(path: Path, secret: bytes) -> None:
    """Keep *secret* where nothing stands yet: durably, and never readable by others, not even for a moment.

    Where there are no hard links (FAT32, exFAT) the name is taken first by an empty file: a power cut just
    then leaves it empty. Raises `FileExistsError`, whoever was quicker, and other `OSError`s.
    """
    private_folder(path.parent)
    draft = _written(path, (secret,), PRIVATE)
    try:
        if os.name == "nt":
            draft.rename(path)  # fails where one exists
        else:
            _link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # fails where one exists; a rename would write over it
        return
    except OSError as failure:
        if failure.errno not in _NO_LINKS:
            raise
    os.close(os.open(path, NEW, PRIVATE))  # this too
    try:
        draft.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _clear_drafts(path: Path) -> None:
    """What a cut left of an earlier publishing; one that somebody may be writing just now stays."""
    for draft in path.parent.glob(f"{escape(path.name)}*.part"):
        with suppress(OSError):
            if abs(time.time() - draft.lstat().st_mtime) > DRAFT_AGES_S:
                draft.unlink()


def hand_on(descriptor: int) -> None:
    """Let others read what is made for them: the kiosk itself keeps all else to itself by its umask."""
    if hasattr(os, "fchmod"):
        with suppress(OSError):  # a FAT stick has no rights
            os.fchmod(descriptor, HANDED_ON)


def draft_name(name: str) -> str:
    """The name of what becomes *name* when it is whole: nobody can know it before."""
    return f"{name}.{secrets.token_hex(8)}.part"


def _written(path: Path, pieces: Iterable[bytes], mode: int) -> Path:
    """A new file beside *path*, written and durable."""
    draft = path.with_name(draft_name(path.name))
    try:
        with os.fdopen(os.open(draft, NEW, mode), "wb") as out:
            if mode == SHARED:
                hand_on(out.fileno())
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return draft
