"""What several tests of the way from the kiosk to the ward stand on.

A file whose tests have to hold on both databases has a `database` of its own, with `DATABASES` as parameters.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # most tests beside these need no server
    from support.receiving import Receiver
    from support.ward import Ward


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL of the tests' own."""
    from support.postgres import postgres

    with postgres() as url:
        yield url


@pytest.fixture(scope="module")
def server(postgresql: str, request: pytest.FixtureRequest) -> str:
    """The URL of a database in it that is this module's."""
    from support.postgres import new_database

    return new_database(postgresql, request.path.stem)


@pytest.fixture
def database() -> str:
    """One of `support.receiving.DATABASES`."""
    return "sqlite"


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    from support.ward import Ward

    return Ward(tmp_path)


@pytest.fixture
def receiver(database: str, ward: Ward, request: pytest.FixtureRequest) -> Iterator[Receiver]:
    """That ward's; it has taken in nothing yet."""
    from support.receiving import Receiver

    url = request.getfixturevalue("server") if database == "postgresql" else ""
    made = Receiver(ward, url)
    yield made
    made.ledger.close()
