"""A folder that a command makes anew: what others put there is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.base.files.made_folder import LIST, NotOurs, check_ours, publish_all
from kiosk.base.messages.system_errors import Unusable

BY = "flows sheets"


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_files_are_made_anew_and_what_is_no_longer_made_goes(tmp_path: Path) -> None:
    folder = tmp_path / "to" / "ra"
    publish_all(folder, BY, {"a.pdf": b"1", "b.pdf": b"2"})
    (folder / "ghi-chu.txt").write_text("of the ward")
    publish_all(folder, BY, {"b.pdf": b"3", "c.pdf": b"4"})
    assert names(folder) == ["b.pdf", "c.pdf", "ghi-chu.txt", LIST]
    assert (folder / "b.pdf").read_bytes() == b"3"


def test_a_part_made_anew_leaves_the_rest(tmp_path: Path) -> None:
    """`flows sheets ONE` into the folder of all took 120 sheets away."""
    publish_all(tmp_path, BY, {"a.pdf": b"1", "b.pdf": b"2"})
    publish_all(tmp_path, BY, {"b.pdf": b"3"}, a_part=True)
    assert (names(tmp_path), (tmp_path / "a.pdf").read_bytes()) == (["a.pdf", "b.pdf", LIST], b"1")
    assert check_ours(tmp_path, BY) == {"a.pdf", "b.pdf"}


def test_a_folder_that_holds_something_else_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "anh-cua-bac.jpg").write_bytes(b"x")
    with pytest.raises(NotOurs, match=r"anh-cua-bac\.jpg"):
        check_ours(tmp_path, BY)
    with pytest.raises(NotOurs):
        publish_all(tmp_path, BY, {"a.pdf": b"1"})
    assert names(tmp_path) == ["anh-cua-bac.jpg"]


def test_a_file_of_somebody_elses_by_the_same_name_is_kept(tmp_path: Path) -> None:
    publish_all(tmp_path, BY, {"a.pdf": b"1"})
    (tmp_path / "b.pdf").write_bytes(b"of the ward")
    with pytest.raises(NotOurs):
        publish_all(tmp_path, BY, {"a.pdf": b"2", "b.pdf": b"3"})
    assert (tmp_path / "a.pdf").read_bytes() == b"1"
    assert (tmp_path / "b.pdf").read_bytes() == b"of the ward"


def test_the_folder_of_another_command_is_refused(tmp_path: Path) -> None:
    publish_all(tmp_path, "flows site", {"a.html": b"1"})
    with pytest.raises(NotOurs):
        check_ours(tmp_path, BY)


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(Unusable):
        publish_all(file, BY, {"a.pdf": b"1"})
    assert file.read_text() == "x"
