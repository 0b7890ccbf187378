"""The wheel holds our five packages with their files, and nothing else at its top level."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(wheel).namelist()


def test_the_top_level_is_the_five_packages(names: list[str]) -> None:
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {
        "kiosk", "ui", "flows", "accessibility", "resources",
    }  # fmt: skip


@pytest.mark.parametrize(
    "file",
    [
        "flows/library/vneid-cai-dat/flow.toml",
        "flows/library/vneid-cai-dat/vi.toml",
        "flows/training/tnv-mo-diem/vi.toml",
        "flows/guide/rules.toml",
        "resources/fonts/NotoSans-Regular.ttf",
        "resources/points/diem-6.toml",
        "ui/qml/Kiosk/Controls/Theme.qml",
        "kiosk/log/figures/catalogue.toml",
    ],
)
def test_files_that_are_no_python_travel_with_it(names: list[str], file: str) -> None:
    assert file in names


def test_every_file_of_a_package_travels_with_it(names: list[str]) -> None:
    missing = [
        str(file.relative_to(ROOT))
        for package in ("kiosk", "ui", "flows", "accessibility", "resources")
        for file in (ROOT / package).rglob("*")
        if file.is_file()
        and "__pycache__" not in file.parts
        and file.relative_to(ROOT).as_posix() not in names
    ]
    assert missing == []


def test_the_licence_and_the_notices_travel_with_it(names: list[str]) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/docs/third-party-notices.md") for name in names)
