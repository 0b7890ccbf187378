"""``pytest tests/screens/test_golden_pictures.py --renew-golden`` draws the golden pictures anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="draw the golden pictures anew")
