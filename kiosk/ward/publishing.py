"""From a draft to every kiosk: who made a pack, who approved it, which kiosk tried it, and when.

In the ward's folder, ``packs/``: ``draft`` (a line of JSON, then an archive), which no kiosk ever gets as it
is, and ``book.json``. People stand in it by their ids alone.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.base.files.durable import private_folder, publish, remove
from kiosk.base.messages.system_errors import Unusable
from kiosk.papers.content.manifest import Manifest, check_paths
from kiosk.papers.content.pack_file import PackTerms
from kiosk.papers.packs.archive import write_archive
from kiosk.papers.packs.held import Held
from kiosk.ward import packs
from kiosk.ward.authority import Authority
from kiosk.ward.conditions import Condition
from kiosk.ward.pack_changes import Change, changes, led_to

DRAFT, BOOK = "draft", "book.json"
TRIED_S = 20 * 3600
"""A kiosk has tried a pack when it has looked at itself so long after it was published, and found it good."""
MOST_ENTRIES = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack that was published. `kiosks`: who tries it; none: it is for all."""

    number: int
    at_s: int
    made_by: str = ""
    approved_by: str = ""
    kiosks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """`own`: addresses and numbers a second person has approved."""

    entries: tuple[Entry, ...] = ()
    own: tuple[str, ...] = ()

    def of(self, number: int) -> Entry | None:
        return next((one for one in reversed(self.entries) if one.number == number), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """Content that is not published yet. `back_to`: the number whose content it is, None: none."""

    files: Mapping[str, bytes]
    made_by: str = ""
    above: int = 0
    back_to: int | None = None
    programs: tuple[str, str] = packs.PROGRAMS


def keep_draft(ward: Authority, draft: Draft) -> None:
    """In place of another one, whole or not at all. Raises `PackRefused`, `OSError`."""
    check_paths(draft.files)
    archive = io.BytesIO()
    write_archive(archive, dict(draft.files), lambda _: True)
    said = {**asdict(replace(draft, files={})), "files": len(draft.files)}
    private_folder(packs.folder_of(ward))
    publish(_draft(ward), json.dumps(said).encode() + b"\n" + archive.getvalue())


def read_draft(ward: Authority) -> Draft | None:
    """Raises `Unusable`, `OSError`."""
    try:
        line, _, raw = _draft(ward).read_bytes().partition(b"\n")
        said = json.loads(line)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        first, beyond = said["programs"]
        return Draft(files, said["made_by"], said["above"], said["back_to"], (first, beyond))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile) as failure:
        raise Unusable.damaged(_draft(ward)) from failure


def drop_draft(ward: Authority) -> None:
    remove(_draft(ward))


def in_force(ward: Authority) -> tuple[Manifest | None, Mapping[str, bytes]]:
    """What all kiosks are meant to have now; None: what comes with their programs.

    Raises `PackRefused`, `KeyUnusable`, `OSError`.
    """
    file = packs.newest(ward)
    return (None, {}) if file is None else packs.read_own(ward, file)


def changes_of(ward: Authority, files: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Beside what all kiosks are meant to have now. Raises as `in_force`, and `Unusable`."""
    return changes(in_force(ward)[1], files, packs.content_files(None), read_book(ward).own)


def is_way_back(ward: Authority, draft: Draft) -> bool:
    """To what all kiosks have had already: it was approved and tried when it was new."""
    if draft.back_to is None or draft.back_to == 0:
        return draft.back_to == 0
    return not packs.kept_pack(ward, draft.back_to)[0].kiosks


def wants_second(ward: Authority, draft: Draft) -> bool:
    """Raises as `changes_of`, and `NoSuchPack`."""
    return not is_way_back(ward, draft) and any(one.needs_second for one in changes_of(ward, draft.files))


def publish_draft(
    ward: Authority, draft: Draft, kiosks: tuple[str, ...], approved_by: str, made: date, now_s: int
) -> bytes:
    """The draft as the next pack, for *kiosks* or for all; it is no draft any more.

    Raises `PackRefused`, `KeyUnusable`, `Unusable`, `OSError`: the draft is there still, unless the pack is.
    """
    terms = PackTerms(
        ward.name, packs.number_above(ward, draft.above), made, draft.programs, draft.back_to, kiosks
    )
    own = led_to(changes_of(ward, draft.files)) if approved_by else ()
    _enter(ward, Entry(terms.counter, now_s, draft.made_by, approved_by, kiosks), own)  # never without a word
    raw = packs.issue(ward, draft.files, terms)
    drop_draft(ward)
    return raw


def publish_for_all(ward: Authority, approved_by: str, made: date, now_s: int) -> bytes:
    """What some kiosks have tried, the pack made last, under the next number for all. Raises as before."""
    file = packs.last_made(ward)
    assert file is not None
    manifest, files = packs.read_own(ward, file)
    number, tried = packs.next_counter(ward), read_book(ward).of(manifest.counter)
    terms = PackTerms(ward.name, number, made, manifest.programs, manifest.back_to)
    by = tried or Entry(0, 0)
    _enter(ward, Entry(number, now_s, by.made_by, approved_by or by.approved_by))
    return packs.issue(ward, files, terms)


def on_trial(ward: Authority) -> Manifest | None:
    """The pack made last, if only some kiosks have it. Raises `PackRefused`, `OSError`."""
    file = packs.last_made(ward)
    manifest = None if file is None else packs.manifest_in(file)
    return manifest if manifest is not None and manifest.kiosks else None


def has_tried(manifest: Manifest, book: Book, conditions: Mapping[str, Condition]) -> bool:
    """Whether a kiosk said of itself, a day after, that this pack is in force there and found good."""
    entry = book.of(manifest.counter)
    at_s = entry.at_s if entry else 0
    return any(
        (said := conditions.get(kiosk)) is not None
        and said.content == manifest.counter
        and "content" not in said.failed
        and said.wall_s >= at_s + TRIED_S
        for kiosk in manifest.kiosks
    )


def read_book(ward: Authority) -> Book:
    """Raises `Unusable`, `OSError`."""
    file = packs.folder_of(ward) / BOOK
    try:
        kept: dict[str, Any] = json.loads(file.read_bytes())
        entries = tuple(Entry(**{**one, "kiosks": tuple(one["kiosks"])}) for one in kept["packs"])
        return Book(entries, tuple(map(str, kept["own"])))
    except FileNotFoundError:
        return Book()
    except (ValueError, KeyError, TypeError) as failure:
        raise Unusable.damaged(file) from failure


def _enter(ward: Authority, entry: Entry, own: tuple[str, ...] = ()) -> None:
    book = read_book(ward)
    after = Book((*book.entries, entry)[-MOST_ENTRIES:], tuple(sorted({*book.own, *own})))
    kept = {"form": 1, "packs": [asdict(one) for one in after.entries], "own": list(after.own)}
    publish(packs.folder_of(ward) / BOOK, json.dumps(kept, indent=1).encode())


def _draft(ward: Authority) -> Path:
    return packs.folder_of(ward) / DRAFT


def draft_manifest(ward: Authority, draft: Draft, made: date) -> Manifest:
    """The draft as a pack would list it, under no number yet."""
    held = tuple(Held(path, len(raw), "") for path, raw in sorted(draft.files.items()))
    return Manifest(held, (0, ""), ward.name, 0, made, draft.programs, draft.back_to)
