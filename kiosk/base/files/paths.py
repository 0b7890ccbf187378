"""Where the kiosk keeps its things when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import site_config_path, user_config_path, user_data_path

APP = "kiosk-bdhvs"
CONFIG_NAME = "kiosk.toml"
INSTALLED = Path("/var/lib/kiosk-bdhvs")
OPEN_VISIT = "open-visit.json"
"""The name of what is kept of a visit while it lasts, in the data folder and in memory."""
OPENING_CHECKS = "opening"
"""The folder of the signed records of opening checks, in the data folder."""


def default_data_folder() -> Path:
    """That of the installed kiosk, where `kiosk install` has made one; else the platform's folder for this
    user's data. It need not exist yet.
    """
    if INSTALLED.is_dir():
        return INSTALLED / "data"
    return user_data_path(APP, appauthor=False)


def config_files() -> tuple[Path, ...]:
    """Where a config is looked for, the nearest to the user first."""
    return (
        user_config_path(APP, appauthor=False) / CONFIG_NAME,
        site_config_path(APP, appauthor=False) / CONFIG_NAME,
    )


def default_config_file() -> Path | None:
    """The first config that exists, or None: then every option has its default."""
    return next((file for file in config_files() if file.is_file()), None)


def database_file(data_folder: Path) -> Path:
    """The log of visits."""
    return data_folder / "visits.sqlite"


def logbook_folder(data_folder: Path) -> Path:
    """What the kiosk writes for technicians; nothing about residents."""
    return data_folder / "logs"


def export_folder(data_folder: Path) -> Path:
    """What the kiosk has packed for the ward, and what the ward has acknowledged."""
    return data_folder / "export"


def bulletin_folder(data_folder: Path) -> Path:
    """The latest message for the residential groups."""
    return data_folder / "bulletin"


def ward_folder(data_folder: Path) -> Path:
    """At the ward: its key and what it has received."""
    return data_folder / "ward"


def staff_file(data_folder: Path) -> Path:
    """Who may help here."""
    return data_folder / "staff.json"


def keys_folder(data_folder: Path) -> Path:
    """What only the kiosk itself may read."""
    return data_folder / "keys"


def tickets_file(data_folder: Path) -> Path:
    """The questions passed on to the response team, and the ward's answers."""
    return data_folder / "tickets.json"


def pepper_file(data_folder: Path) -> Path:
    """The secret without which the register's PINs cannot be guessed."""
    return keys_folder(data_folder) / "staff-pepper"


def content_folder(data_folder: Path) -> Path:
    """The ward's content packs, unpacked, and which of them is in force."""
    return data_folder / "content"


def endings_file(data_folder: Path) -> Path:
    """On which days the kiosk ended though nobody asked it to, and how."""
    return data_folder / "endings"


def roster_file(data_folder: Path) -> Path:
    """Which point or team stands where this week, and who is on duty."""
    return data_folder / "roster.json"
