"""The index of the decisions: every page once, in order, called by its file and its title."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "decisions"


def row_of(page: Path) -> str:
    title = page.read_text("utf-8").partition("\n")[0].removeprefix("# ")
    return f"| [{page.stem.replace('-', ' ')}]({page.name}) | {title} |"


def test_the_index_is_made_of_the_titles_and_sorted() -> None:
    pages = sorted(one for one in FOLDER.glob("*.md") if one.name != "README.md")
    lines = (FOLDER / "README.md").read_text("utf-8").splitlines()
    assert len(pages) > 60
    assert [one for one in lines if one.startswith("| [")] == [row_of(one) for one in pages]
