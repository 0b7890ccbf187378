"""Which content this kiosk works with, and which it has had: one small file, replaced in one rename.

A pointer of our own and no link: so it is the same on Windows, and can say more than a place.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.base.files.durable import private_folder, publish, remove
from kiosk.base.files.paths import content_folder
from kiosk.papers.packs.one_at_a_time import one_at_a_time

if TYPE_CHECKING:  # what is signed is imported with the first pack: a kiosk without one need not wait for it
    from kiosk.papers.content.manifest import Manifest

FORM = 1
POINTER, LOCK, INCOMING, BACK = "current.json", "content.lock", "incoming.kpack", "back"
LINE = "manifest.json"
"""It lies in each unpacked content: the signed line of its pack."""
MOST_FAILED = 20
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trial:
    """New content, until some visits have gone well with it. `running`: the boot in which the kiosk is
    running with it and has not ended in good order; empty: it has.
    """

    running: str = ""
    failures: int = 0
    visits: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """Content in force, or kept: `folder` is the name of the folder it lies in, empty: the program's own."""

    folder: str = ""
    counter: int = 0
    made: str = ""  # the day the ward signed it, YYYY-MM-DD

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.made) if self.made else None


@dataclass(frozen=True, slots=True)
class ContentStanding:
    """`before` is what is gone back to. `highest`: no pack with this number or a lower one is taken any more.
    `failed`: packs this kiosk has tried and gone back from, by their folders' names.
    """

    now: Edition = Edition()
    before: Edition = Edition()
    highest: int = 0
    failed: tuple[str, ...] = ()
    trial: Trial | None = None


def edition_of(manifest: Manifest) -> Edition:
    return Edition(manifest.name, manifest.counter, manifest.made.isoformat())


def read_standing(data_folder: Path) -> ContentStanding:
    """What stands in the pointer; where it is damaged, what the folders beside it say. Never raises."""
    home = content_folder(data_folder)
    try:
        return _standing(json.loads((home / POINTER).read_bytes()))
    except FileNotFoundError:
        return ContentStanding()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as failure:
        log.error("which content is in force cannot be read, the newest there is is taken: %s", failure)
        return _from_folders(home)


def write_standing(data_folder: Path, standing: ContentStanding) -> None:
    """Raises `OSError`; then the old one still stands."""
    kept = {"form": FORM, **asdict(standing)}
    private_folder(content_folder(data_folder))
    publish(content_folder(data_folder) / POINTER, (json.dumps(kept, indent=1) + "\n").encode())


def folder_of(data_folder: Path, edition: Edition) -> Path | None:
    """Where that content lies; None: the program's own."""
    return content_folder(data_folder) / edition.folder if edition.folder else None


def content_lock(data_folder: Path, wait_s: float = 0.0) -> AbstractContextManager[None]:
    """Held while content is taken in or changed. Raises `PackBusy`, `OSError`."""
    return one_at_a_time(content_folder(data_folder) / LOCK, wait_s)


def _standing(kept: Mapping[str, Any]) -> ContentStanding:
    if kept["form"] != FORM:
        raise ValueError(f"form {kept['form']!r}")
    trial = kept["trial"]
    return ContentStanding(
        _edition(kept["now"]),
        _edition(kept["before"]),
        int(kept["highest"]),
        tuple(str(one) for one in kept["failed"]),
        None if trial is None else Trial(str(trial["running"]), int(trial["failures"]), int(trial["visits"])),
    )


def _edition(kept: Mapping[str, Any]) -> Edition:
    folder = str(kept["folder"])
    if folder and Path(folder).name != folder:
        raise ValueError("a folder elsewhere")
    edition = Edition(folder, int(kept["counter"]), str(kept["made"]))
    assert edition.day is None or edition.day
    return edition


def _from_folders(home: Path) -> ContentStanding:
    """The highest number that lies there whole. Nothing else is known of it but what it says of itself."""
    editions = [
        edition_of(manifest)
        for manifest in map(_manifest_in, sorted(home.glob("*/" + LINE)))
        if manifest is not None
    ]
    editions.sort(key=lambda edition: edition.counter)
    if not editions:
        return ContentStanding()
    before = editions[-2] if len(editions) > 1 else Edition()
    return ContentStanding(editions[-1], before, editions[-1].counter)


def _manifest_in(file: Path) -> Manifest | None:
    manifest = manifest_of(file.parent)
    return manifest if manifest is not None and file.parent.name == manifest.name else None


def manifest_of(folder: Path) -> Manifest | None:
    """What the line in *folder* says, which was believed when it was laid there."""
    from kiosk.papers.content.manifest import claimed
    from kiosk.papers.packs.refusals import PackRefused

    try:
        return claimed((folder / LINE).read_bytes())
    except (OSError, PackRefused):
        return None


def ask_back(data_folder: Path, standing: ContentStanding, *, to_program: bool) -> None:
    """Somebody wants the content before, or the program's own, in place of what is in force. The kiosk does
    it when nobody is there, or at its next start. Raises `PackBusy`, `OSError`.
    """
    with content_lock(data_folder, wait_s=5.0):
        asked = json.dumps([standing.now.folder, to_program])
        publish(content_folder(data_folder) / BACK, asked.encode())


def is_asked_back(data_folder: Path) -> bool:
    return (content_folder(data_folder) / BACK).exists()


def back_as_asked(data_folder: Path, standing: ContentStanding) -> ContentStanding:
    """With what `ask_back` wants, if what it was asked of is in force still; written down, and no more asked.

    What is gone back from never returns, `highest` stays. Raises `OSError`.
    """
    file = content_folder(data_folder) / BACK
    try:
        name, to_program = json.loads(file.read_bytes())
    except (ValueError, TypeError):
        name, to_program = "", False
    if name and name == standing.now.folder:
        before = Edition() if to_program else standing.before
        standing = with_failed(replace(standing, now=before, before=Edition(), trial=None), str(name))
        write_standing(data_folder, standing)
    remove(file)
    return standing


def with_failed(standing: ContentStanding, name: str) -> ContentStanding:
    return replace(standing, failed=(*standing.failed, name)[-MOST_FAILED:] if name else standing.failed)
