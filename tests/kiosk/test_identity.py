"""Which kiosk this is: the same for ever, and told where it no longer is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.identity import FILE_NAME, kiosk_id


def test_the_id_is_minted_once_and_nothing_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first = kiosk_id(tmp_path)
    assert kiosk_id(tmp_path) == first and caplog.text == ""


@pytest.mark.parametrize("damaged", [b"", b"\x00" * 20, b"kiosk-3"])
def test_a_damaged_id_is_replaced_and_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damaged: bytes
) -> None:
    first = kiosk_id(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(damaged)
    second = kiosk_id(tmp_path)
    assert second != first and second in caplog.text and "enrolled again" in caplog.text
    assert kiosk_id(tmp_path) == second
