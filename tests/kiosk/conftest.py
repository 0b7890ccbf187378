"""What several tests of the way from the kiosk to the ward stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # most tests beside these need no server
    from support.receiving import Receiver


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    """A ward that receives, with its ledger on SQLite."""
    from support.receiving import Receiver
    from support.ward import Ward

    made = Receiver(Ward(tmp_path))
    yield made
    made.ledger.close()
