"""The shipped guides, and what answers questions about them, read once for many commands of one process.

A command that is typed reads them anew each time, for two seconds: so it does in `test_command_line.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from flows.guide.flow import Flow
from flows.guide.ward import SHIPPED_WARD
from flows.search import Asking, prepare
from flows.search.word_files import AskingWords
from flows.shelf.library import RESIDENT_GUIDES, Library, load_library


@lru_cache(maxsize=2)
def _residents(today: date) -> Library:
    return load_library(RESIDENT_GUIDES, today)


@lru_cache(maxsize=2)
def _asking(today: date) -> Asking:
    return prepare(_residents(today))


@contextmanager
def guides_read_once() -> Iterator[None]:
    days = dict[int, date]()

    def loaded(
        folder: Path, today: date, beside: Mapping[str, Flow] | None = None, ward: str = SHIPPED_WARD
    ) -> Library:
        if folder != RESIDENT_GUIDES or beside is not None or ward != SHIPPED_WARD:
            return load_library(folder, today, beside, ward)
        days[id(_residents(today))] = today
        return _residents(today)

    def prepared(library: Library, words: AskingWords | None = None) -> Asking:
        ours = words is None and id(library) in days
        return _asking(days[id(library)]) if ours else prepare(library, words=words)

    with patch("flows.shelf.library.load_library", loaded), patch("flows.search.prepare", prepared):
        yield
