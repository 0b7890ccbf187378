"""Whether a sentence asks for a code or a password to be handed over, in wordings nobody had in mind.

`secret_wordings.tsv`: *tune* rows were in sight while the patterns were written; *held* rows were written
to be counted. First read, 13 of the last 17 that ask were caught, and 17 of 18 that do not ask were let pass.
Of 60 rows that somebody else wrote (from “Bác đưa điện thoại cho cán bộ xem mã vừa về.”) and 30 of our own,
verbs alone caught 31 of 60 and 3 of 30. Since a secret with another person needs a denial, 15 rows that asked
and 15 that did not, written afterwards, were read first at 9 and at 7; they have been tuned for since.
Of 57 sentences that ask for nothing, as a guide would say them (from “Công an phường cấp lại mật khẩu VNeID
tại quầy.”), 49 were refused. Since `harmless_clauses` knows what is said beside a secret, two are; 21 of them
were written when it was done for the others, and 11 of those were refused at first reading.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.guides import ENGLISH, TODAY, VIETNAMESE, write_pack

from flows.checking.secret_words import secret_words
from flows.checking.secrets import asks_for_secret
from flows.guide.words import LANGUAGES, Language
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("secret_wordings.tsv").read_text("utf-8").splitlines()
]
LEAST_CAUGHT = 0.9


def right(verdict: str, language: Language, sentence: str) -> bool:
    return bool(asks_for_secret(sentence, language)) == (verdict == "asks")


@pytest.mark.parametrize(("verdict", "language", "sentence"), [row[1:] for row in ROWS if row[0] == "tune"])
def test_each_wording_asks_for_a_secret_or_does_not_as_listed(
    verdict: str, language: Language, sentence: str
) -> None:
    assert right(verdict, language, sentence), asks_for_secret(sentence, language)


def test_nearly_all_wordings_that_were_held_back_are_judged_rightly() -> None:
    held = [row[1:] for row in ROWS if row[0] != "tune"]
    wrong = [row for row in held if not right(*row)]  # type: ignore[arg-type]
    assert len(held) >= 34 and len(wrong) <= (1 - LEAST_CAUGHT) * len(held), wrong
    assert not [row for row in wrong if row[0] == "fine"], wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_a_secret_has_one_of_the_signs_that_are_looked_for_first(language: Language) -> None:
    words = secret_words(language)
    letters = st.characters(categories=["L", "N"], include_characters=" -")

    @settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(words.secret, alphabet=letters))
    def look(text: str) -> None:
        assert words.is_of_secret(text)

    look()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("vi", VIETNAMESE.replace("Mình chọn lại nhé.", "Bác nhắn mã OTP cho cán bộ.")),
        ("en", ENGLISH.replace("Let us choose again.", "Read the code to the officer.")),
    ],
)
def test_a_guide_that_asks_for_a_secret_in_one_language_is_not_offered(
    tmp_path: Path, file: str, text: str
) -> None:
    write_pack(tmp_path, **{file: text})
    (named,) = [
        one for one in check_folder(tmp_path, TODAY, lambda *_: []).problems if one.code == "secret-told"
    ]
    assert (named.severity, named.file, named.where) == (
        "error", f"hoc-thu/{file}.toml", "step.mo-may.stuck.nham-may.say",
    )  # fmt: skip
    assert load_library(tmp_path, TODAY).flows == {}
