"""What is kept to be quicker is kept within a bound: a kiosk runs for months, whatever is asked of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from accessibility.sizes import Panel, sizes_for
from accessibility.speech.cues import cue_samples
from accessibility.speech.vietnamese_letters import _marked
from flows.guide.fold import folded

ROOT = Path(__file__).parents[2]
FEW = {
    "accessibility.speech.espeak_library._initialised": "the one installed library",
    "accessibility.speech.word_list.word_list": "a language we speak",
    "flows.checking.secrets._patterns": "a language we speak",
    "flows.checking.secret_words.secret_words": "a language we speak",
    "flows.guide.unparted._compiled": "a pattern of that module",
    "kiosk.papers.roster.expected.points_of": "the ward of this machine",
}
"""Kept for good, since there are only so many."""


def kept_for_good() -> Iterator[str]:
    """Every function whose answers are kept without a bound and differ by what it is asked."""
    for folder in ("accessibility", "flows", "kiosk", "resources", "ui"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            for one in ast.walk(ast.parse(file.read_text("utf-8"))):
                if not isinstance(one, ast.FunctionDef) or not ast.unparse(one.args):
                    continue
                if any(is_unbounded(how) for how in one.decorator_list):
                    yield f"{module}.{one.name}"


def is_unbounded(decorator: ast.expr) -> bool:
    return ast.unparse(decorator) in (
        "cache",
        "functools.cache",
        "lru_cache(maxsize=None)",
        "lru_cache(None)",
    )


def test_what_is_kept_for_good_depends_on_a_few_things_only() -> None:
    assert sorted(kept_for_good()) == sorted(FEW)


@pytest.mark.parametrize(
    "decorator", ["cache", "functools.cache", "lru_cache(maxsize=None)", "lru_cache(None)"]
)
def test_a_cache_without_a_bound_is_found(decorator: str) -> None:
    assert is_unbounded(ast.parse(decorator, mode="eval").body)
    assert not is_unbounded(ast.parse("lru_cache(maxsize=8)", mode="eval").body)


def within_its_bound(kept: _lru_cache_wrapper[object]) -> bool:
    found = kept.cache_info()
    return found.maxsize is not None and 0 < found.currsize <= found.maxsize < found.misses


def test_a_window_that_is_pulled_to_any_size_keeps_the_sizes_of_few() -> None:
    for width in range(400, 600):
        sizes_for(Panel(width, 900, 15.6), 1)
    assert within_its_bound(sizes_for)


def test_words_spelt_and_folded_are_kept_within_a_bound() -> None:
    for number in range(9000):
        _marked(f"ba{number}")
        folded(f"bà{number}")
    assert within_its_bound(_marked)
    assert within_its_bound(folded)


def test_sounds_made_for_one_loudspeaker_after_another_are_kept_within_a_bound() -> None:
    for rate in range(8000, 8040):
        cue_samples("item", rate)
    assert within_its_bound(cue_samples)
