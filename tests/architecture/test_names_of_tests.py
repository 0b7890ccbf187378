"""A test's name is read alone, in a log of failures: it names its subject."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
NAME = re.compile(r"^ *(?:async )?def (test_\w+)", re.MULTILINE)
LEANS_ON_ANOTHER = re.compile(
    "test_(it|its|nor|so|they|that|there|and|but|or|then|else|also|both|neither|none|this|these|those)_"
)


def test_no_name_of_a_test_begins_with_a_word_that_leans_on_another() -> None:
    names = {
        f"{file.relative_to(TESTS)}::{name}"
        for file in TESTS.rglob("test_*.py")
        for name in NAME.findall(file.read_text("utf-8"))
    }
    assert len(names) > 2000
    assert {one for one in names if LEANS_ON_ANOTHER.match(one.partition("::")[2])} == set()
