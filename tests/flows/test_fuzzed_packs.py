"""Guides mutated at random: some seconds of what `support.fuzz_packs` does by hand for an hour."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.fuzz_packs import MOST_SECONDS, run


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded so there")
def test_mutated_guides_are_read_or_refused_and_never_raise(tmp_path: Path) -> None:
    tally = run(seconds=4, seed=20261129, keep=tmp_path)
    assert tally.cases >= 25
    assert not tally.wrong, tally.wrong[0]
    assert tally.longest < MOST_SECONDS
