"""Finding the line of a key in a TOML file."""

from __future__ import annotations

import tomllib

import pytest

from flows.guide.lines import key_lines, line_of
from flows.shelf.library import RESIDENT_GUIDES

SOURCE = '''\
title = "a [b] = c"

[step.mo-may]   # a comment [x]
say = """
next = "not a key"
"""
choice.yes = "xong"
picture.elements = [
    { role = "icon" },
    # between
    { role = "button", label = "] [" },
]
next = "xong"

[step."Xong rồi"]
say = "b"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("step", "mo-may"), 3),
        (("step", "mo-may", "say"), 4),
        (("step", "mo-may", "choice", "yes"), 7),
        (("step", "mo-may", "picture", "elements", "1", "label"), 11),
        (("step", "mo-may", "next"), 13),
        (("step", "mo-may", "gone"), 3),
        (("step", "Xong rồi", "say"), 16),
        (("gone",), 1),
        (("step", "gone", "say"), 16),
        ((), 1),
    ],
)
def test_a_key_is_found_or_the_table_that_would_hold_it(path: tuple[str, ...], line: int) -> None:
    assert line_of(SOURCE, path) == line


def test_every_key_of_every_guide_is_found_at_a_line_that_names_it() -> None:
    def leaves(table: dict[str, object], above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        return [
            path
            for key, value in table.items()
            for path in (leaves(value, (*above, key)) if isinstance(value, dict) else [(*above, key)])
        ]

    files = sorted(RESIDENT_GUIDES.glob("*/*.toml"))
    assert len(files) == 4 * len(list(RESIDENT_GUIDES.iterdir()))
    for file in files:
        source = file.read_text(encoding="utf-8")
        lines, known = source.splitlines(), key_lines(source)
        for path in leaves(tomllib.loads(source)):
            assert path[-1] in lines[known[path] - 1], (file, path)


def test_a_list_inside_an_item_of_a_list_is_no_item_of_the_outer_one() -> None:
    source = """\
next = [
    { to = "a", when = { or = [
        { step = "x", is = ["y"] },
        { step = "x", is = ["z"] },
    ] } },
    { to = "b" },
]
"""
    assert tomllib.loads(source)["next"][1] == {"to": "b"}
    assert line_of(source, ("next", "0")) == 2
    assert line_of(source, ("next", "1")) == 6
