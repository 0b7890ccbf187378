"""Two kiosks never work with one data folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.base.files.alone import LOCK_FILE, AlreadyRunning, alone_in


def test_a_second_kiosk_on_the_same_folder_is_refused_in_words_and_the_first_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with alone_in(folder):
        with (
            pytest.raises(AlreadyRunning, match=r"đang chạy rồi.*already running"),
            alone_in(folder, wait_s=0),
        ):
            pytest.fail("both went on")
        with alone_in(tmp_path / "other", wait_s=0):
            pass
    with alone_in(folder, wait_s=0):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are shut to readers otherwise on Windows")
def test_where_no_lock_can_be_kept_residents_are_walked_all_the_same(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).mkdir()  # nobody can open it as a file, root neither
    with alone_in(tmp_path, wait_s=0):
        pass
    with alone_in(tmp_path / LOCK_FILE / "below" / ".." / "x", wait_s=0):
        pass
