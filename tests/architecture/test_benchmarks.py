"""The benchmarks are run by hand and seldom: each must still find what it measures when it is typed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[1] / "benchmarks").glob("bench_*.py"))
OURS = {one.name for one in Path(__file__).parents[2].iterdir() if (one / "__init__.py").is_file()}


def test_more_than_ten_benchmarks_are_read() -> None:
    assert len(BENCHMARKS) > 10 and {"ui", "kiosk"} <= OURS


@pytest.mark.parametrize("file", BENCHMARKS, ids=lambda file: str(file.stem))
def test_a_benchmark_says_where_our_packages_are_before_it_imports_one(file: Path) -> None:
    """As `python tests/benchmarks/bench_….py` starts it, Python looks beside the file alone."""
    told = False
    for line in ast.parse(file.read_text("utf-8")).body:
        told = told or "sys.path" in ast.unparse(line)
        if isinstance(line, ast.ImportFrom) and line.module:
            top = line.module.partition(".")[0]
            assert told or top not in {"support", *OURS}, f"line {line.lineno} imports {line.module}"
