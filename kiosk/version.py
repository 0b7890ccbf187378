"""The version of this program."""

from __future__ import annotations

from importlib import metadata

DISTRIBUTION = "kiosk-binh-dan-hoc-vu-so"


def version() -> str:
    """The installed version, or ``0.clone`` where the kiosk runs from a copy of its sources."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "0.clone"
