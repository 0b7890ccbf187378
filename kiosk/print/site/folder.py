"""The folder of a site on disk: written beside, put in its place whole; what is not ours is never touched."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kiosk.base.messages.system_errors import Unusable, reason_of

MARK = "site.json"
_MADE_BY = "./script/run flows site"
_DRAFT, _BEFORE = ".part", ".before"
_STALE_S = 3600.0  # nobody writes a site for so long


def want_place(folder: Path) -> None:
    """Raises `Unusable` where *folder* holds anything that is not of an edition of ours."""
    try:
        _want_ours(folder.absolute().resolve())
    except OSError as failure:
        raise _not_written(folder, failure) from failure


def publish_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put *files* in the place of the edition of ours that is in *folder*.

    Raises `Unusable`, and then nothing there is changed.
    """
    want_place(folder)
    try:
        _replace(folder.absolute().resolve(), files)
    except OSError as failure:
        raise _not_written(folder, failure) from failure


def _not_written(folder: Path, failure: OSError) -> Unusable:
    why = reason_of(failure)
    return Unusable(
        f"không ghi được vào {folder}: {why.vi}; những gì có ở đó vẫn còn nguyên",
        f"{folder} cannot be written: {why.en}; what was there is unchanged",
    )


def _want_ours(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Unusable(f"{folder} là một tệp, không phải thư mục", f"{folder} is a file, not a folder")
    there = dict(_files_in(folder))
    if not there:
        return
    ours = _edition(folder)
    if ours is None:
        raise Unusable(
            f"thư mục {folder} không trống và không do lệnh này tạo ra, nên máy không ghi vào; "
            "hãy chọn thư mục khác",
            f"{folder} is not empty and was not made by this command, so nothing is written there; "
            "name another",
        )
    others = sorted(name for name, file in there.items() if name != MARK and ours.get(name) != _digest(file))
    if others:
        listed = ", ".join(others[:3]) + (" …" if len(others) > 3 else "")
        raise Unusable(
            f"trong {folder} có tệp do người khác thêm hoặc sửa ({listed}); ghi đè thì mất, nên máy không "
            "ghi. Hãy chép chúng ra chỗ khác, hoặc chọn thư mục khác",
            f"{folder} holds files that somebody added or changed ({listed}); they would be lost, so nothing "
            "is written. Move them away, or name another folder",
        )


def _files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file, link and empty folder beneath *folder*, by its path there."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir() or not any(path.iterdir()):
            yield path.relative_to(folder).as_posix(), path


def _edition(folder: Path) -> Mapping[str, str] | None:
    """What this command wrote there: the digest of each file; None where it wrote nothing."""
    try:
        mark = json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if (
        not isinstance(mark, dict)
        or mark.get("made_by") != _MADE_BY
        or not isinstance(mark.get("files"), dict)
    ):
        return None
    return {str(name): str(digest) for name, digest in mark["files"].items()}


def _digest(file: Path) -> str:
    return "" if file.is_symlink() or not file.is_file() else sha256(file.read_bytes()).hexdigest()


def _replace(folder: Path, files: Mapping[str, bytes]) -> None:
    _clear_drafts(folder)
    token = secrets.token_hex(8)
    draft = folder.with_name(f".{folder.name}.{token}{_DRAFT}")
    before = folder.with_name(f".{folder.name}.{token}{_BEFORE}")
    try:
        draft.mkdir()
        _write(draft, files)
        if folder.exists():
            folder.rename(before)
        try:
            draft.rename(folder)
        except OSError:
            if before.exists():
                before.rename(folder)
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)


def _write(draft: Path, files: Mapping[str, bytes]) -> None:
    """For whoever serves the pages to read."""
    digests = {name: sha256(content).hexdigest() for name, content in files.items()}
    mark = json.dumps({"made_by": _MADE_BY, "files": digests}, indent=0, sort_keys=True).encode()
    draft.chmod(0o755)
    for name, content in {**files, MARK: mark}.items():
        file = draft / name
        for parent in reversed(file.relative_to(draft).parents[:-1]):
            with suppress(FileExistsError):
                (draft / parent).mkdir()
                (draft / parent).chmod(0o755)
        file.write_bytes(content)
        file.chmod(0o644)
    if hasattr(os, "sync"):
        os.sync()  # before the edition that was there goes


def _clear_drafts(folder: Path) -> None:
    """What a power cut left of an earlier writing."""
    for draft in folder.parent.glob(f".{folder.name}.*{_DRAFT}"):
        with suppress(OSError):
            if abs(time.time() - draft.lstat().st_mtime) > _STALE_S:
                shutil.rmtree(draft)
