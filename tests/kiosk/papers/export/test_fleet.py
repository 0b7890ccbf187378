"""A fleet over many nights with everything that goes wrong; afterwards every figure is what happened.

Two wards always; the whole city, 756 kiosks over 30 nights, with ``--full``.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from support.fleet.audit import lived_and_audited
from support.fleet.ward_life import Trouble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")
WARDS: dict[str, tuple[Trouble, ...]] = {
    "sqlite": ("restored", "cloned", "twin", "away", "wrong", "jumping"),
    "postgresql": ("image", "unheard", "restored", "jumping", "cloned", "wrong"),
}
NIGHTS = 10
CITY_WARDS, CITY_KIOSKS, CITY_NIGHTS = 126, 6, 30
HAPPENED = (
    "power cut", "gone on with", "at midnight", "lost", "doubled", "late", "cut-off", "word-lost",
    "word-damaged", "purged", "alarm: damaged", "events in quarantine", "cells of groups",
    "cells of visit", "cells of way", "cells of setting", "cells of alone", "months waited for",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where that can be: all is synced as shipped, and no power is cut under a file here."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="kiosk-fleet-", dir=memory) as found:
        yield Path(found)


@pytest.mark.parametrize("database", WARDS)
def test_after_ten_nights_every_figure_of_two_wards_is_what_happened(
    folder: Path, database: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("server") if database == "postgresql" else ""
    happened = lived_and_audited(folder / "ward", 5, WARDS[database], NIGHTS, url)
    assert [one for one in HAPPENED if not happened[one]] == []
    assert happened["alarm: restored-or-cloned"] and happened["alarm: two-machines"]
    assert happened["alarm: conflict"]


@pytest.mark.full
def test_after_thirty_nights_every_figure_of_the_city_is_what_happened(folder: Path) -> None:
    happened: Counter[str] = Counter()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max(2, os.cpu_count() or 2), spawn) as pool:
        for one in pool.map(_ward_of_the_city, ((folder, seed) for seed in range(CITY_WARDS))):
            happened += one
    assert [one for one in HAPPENED if not happened[one]] == []


def _ward_of_the_city(asked: tuple[Path, int]) -> Counter[str]:
    folder, seed = asked
    gc.disable()  # a ward's life leaves little behind, and is looked through for it again and again
    troubles: list[Trouble] = ["restored", "cloned", "twin", "away", "wrong", "jumping", "image", "unheard"]
    chosen = random.Random(seed).sample(troubles, CITY_KIOSKS)
    try:
        return lived_and_audited(folder / f"ward-{seed}", seed, chosen, CITY_NIGHTS)
    finally:
        shutil.rmtree(folder / f"ward-{seed}", ignore_errors=True)
        gc.collect()
