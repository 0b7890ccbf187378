"""Which kiosk this is: the same for ever, and told where it no longer is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.base.files.identity import FILE_NAME, kiosk_id


def test_the_id_is_minted_once_and_nothing_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = kiosk_id(tmp_path)
    assert kiosk_id(tmp_path) == first and caplog.text == ""


@pytest.mark.parametrize("damaged", [b"", b"\x00" * 20, b"kiosk-3"])
def test_a_damaged_id_is_replaced_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damaged: bytes
) -> None:
    first = kiosk_id(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(damaged)
    second = kiosk_id(tmp_path)
    assert second != first and second in caplog.text and "enrolled again" in caplog.text
    assert kiosk_id(tmp_path) == second


def test_where_it_cannot_be_kept_one_run_has_one_id_and_keeps_that_when_it_can(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).mkdir()
    first = kiosk_id(tmp_path)
    assert {kiosk_id(tmp_path) for _ in range(3)} == {first}
    assert caplog.text.count("cannot be kept") == 1
    (tmp_path / FILE_NAME).rmdir()
    assert kiosk_id(tmp_path) == first == (tmp_path / FILE_NAME).read_text("ascii").strip()
    (tmp_path / FILE_NAME).write_text("kiosk-0123456789ab\n", "ascii")
    assert kiosk_id(tmp_path) == first, "whoever has named itself is called so until it ends"
    assert (tmp_path / FILE_NAME).read_text("ascii") == "kiosk-0123456789ab\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_on_a_full_disk_one_run_has_one_id(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).with_suffix(".new").symlink_to("/dev/full")
    assert kiosk_id(tmp_path) == kiosk_id(tmp_path)
