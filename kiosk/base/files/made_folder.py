"""A folder of files that a command makes anew, and of which it keeps a list: nothing else is touched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.base.files.durable import publish, remove
from kiosk.base.messages.system_errors import SaidInBoth, Unusable

LIST = "made-by-kiosk.json"
"""The names of what was made, and by which command."""


class NotOurs(SaidInBoth):
    """The folder holds what somebody else put there; `vi` and `en` can be shown. Nothing was touched."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(
            f"Thư mục {folder} đang có tệp “{name}” không phải do lệnh này làm ra. "
            "Hãy chọn một thư mục trống hoặc chưa có",
            f"{folder} holds “{name}”, which this command has not made. Choose an empty or a new folder",
        )


def check_ours(folder: Path, what: str) -> frozenset[str]:
    """What *what* made there before. Raises `NotOurs`, and `Unusable` for what cannot be read."""
    try:
        there = sorted(one.name for one in folder.iterdir())
    except FileNotFoundError:
        return frozenset()
    except OSError as failure:
        raise Unusable.to_read(folder, failure) from failure
    if not there:
        return frozenset()
    try:
        made = json.loads((folder / LIST).read_text("utf-8"))
        names = frozenset(str(one) for one in made["files"]) if made["by"] == what else None
    except (OSError, ValueError, KeyError, TypeError):
        names = None
    if names is None:
        raise NotOurs(folder, there[0])
    return names


def publish_all(folder: Path, what: str, files: Mapping[str, bytes], *, a_part: bool = False) -> None:
    """Each file whole or not at all; what an earlier run made and this one does not goes last, unless *files*
    are only *a part* of what belongs there.

    The list stands before the files: after a cut they are known to be ours. Raises `NotOurs`, `Unusable`.
    """
    before = check_ours(folder, what)
    for name in files:
        if name not in before and (folder / name).exists():
            raise NotOurs(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _list(folder, what, before | files.keys())
        for name, content in files.items():
            publish(folder / name, content, shared=True)
        if not a_part:
            for name in before - files.keys():
                remove(folder / name)
            _list(folder, what, files.keys())
    except OSError as failure:
        raise Unusable.to_write(folder, failure) from failure


def _list(folder: Path, what: str, names: Iterable[str]) -> None:
    listed = json.dumps({"by": what, "files": sorted(names)}, indent=1)
    publish(folder / LIST, listed.encode(), shared=True)
