"""A ward edits the lists of how words are said; a slip costs that line, is named, and costs nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from accessibility.speech.engines import VoiceFolders
from accessibility.speech.word_list import (
    SHIPPED,
    any_of,
    lay_over,
    list_problems,
    read_word_list,
    word_list,
    wrong_lists,
)
from accessibility.speech.worker_process import worker_command

ROOT = Path(__file__).parents[3]
GOOD = '# how it is said\n[words]\n"OTP" = "ô tê pê"\n\n[units]\n"m" = "mét"\n'


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        ('"SHB" = sờ hát bê', 7),
        ('"SHB" = 5', 7),
        ('"SHB" = ""', 7),
        ('"" = "bê"', 7),
        ('"SHB"', 7),
        ('"SHB" = "sờ', 7),
        ('"SHB".x = "sờ"', 7),
        ('"SHB" = ' + "[" * 5000, 7),
        ('"m" = "mờ"', 7),
        ('[words\n"SHB" = "sờ hát bê"', 7),
        ('[wrods]\n"SHB" = "sờ hát bê"\n"ACB" = "a xê bê"', 7),
    ],
)
def test_a_wrong_line_is_left_out_and_named_and_the_others_are_read(slip: str, line: int) -> None:
    read = read_word_list(f'{GOOD}{slip}\n[address]\n"gov" = "gờ ô vê"\n'.encode(), "vi.toml")
    assert [problem.line for problem in read.problems] == [line]
    told = read.problems[0]
    assert told.sentence_vi().startswith(f"vi.toml, dòng {line}: ") and told.vi.count(".") >= 2
    assert told.sentence_en().startswith(f"vi.toml, line {line}: ") and told.en.count(".") >= 2
    assert (read.words, read.units, read.address) == ({"OTP": "ô tê pê"}, {"m": "mét"}, {"gov": "gờ ô vê"})


def test_a_word_above_every_heading_is_named_once() -> None:
    read = read_word_list(b'"OTP" = "x"\n"PIN" = "y"\n[words]\n"QR" = "z"\n', "vi.toml")
    assert [problem.line for problem in read.problems] == [1] and read.words == {"QR": "z"}


def test_the_editors_of_windows_change_nothing() -> None:
    assert read_word_list(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), "vi.toml") == read_word_list(
        GOOD.encode(), "vi.toml"
    )


@pytest.mark.parametrize("encoding", ["cp1258", "utf-16", "utf-16-le"])
def test_a_file_in_another_code_is_named_once(encoding: str) -> None:
    text = GOOD.replace("ô tê pê", "ô")
    read = read_word_list(text.encode(encoding, errors="replace"), "vi.toml")
    assert len(read.problems) == 1 and "UTF-8" in read.problems[0].vi and read.problems[0].line in (1, 3)


def test_an_empty_word_list_matches_nothing() -> None:
    assert re.search(any_of({}), "năm") is None


def test_the_lists_that_come_with_the_kiosk_are_right() -> None:
    assert list_problems() == () and wrong_lists(SHIPPED) == ()


def test_a_list_that_is_gone_is_named_and_nothing_else_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("accessibility.speech.word_list.files", lambda package: tmp_path)
    read = word_list.__wrapped__("vi")
    assert read.word("OTP") is None
    assert [(one.file, one.line) for one in read.problems] == [(str(tmp_path / "words" / "vi.toml"), 0)]


def test_a_command_with_a_faulty_word_list_goes_on_and_names_the_line(tmp_path: Path) -> None:
    for part in ("kiosk", "ui", "flows", "resources"):
        (tmp_path / part).symlink_to(ROOT / part)
    shutil.copytree(ROOT / "accessibility", tmp_path / "accessibility")
    file = tmp_path / "accessibility/speech/words/vi.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}"SHB" = sờ hát bê\n', encoding="utf-8")
    place = f"{file}, line {text.count(chr(10)) + 1}: "

    def kiosk(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "HOME": str(tmp_path)}
        command = [sys.executable, "-m", "kiosk", *words]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    guide = str(ROOT / "flows/library/khan-cap")
    checked, said = kiosk("flows", "check", guide), kiosk("say", "Mã OTP.", "--out", "said.wav")
    assert checked.returncode == 1 and place in checked.stdout, checked.stderr
    assert said.returncode == 0 and place in said.stderr and (tmp_path / "said.wav").stat().st_size > 10_000
    assert "Traceback" not in checked.stderr + said.stderr


# --- what a ward lays over them -----------------------------------------------------------------------------

SAY = """
import sys
from accessibility.speech import worker

def serve(*_):
    from accessibility.speech.spoken import spoken
    said = (spoken(text, "vi").text for text in ("VNeID", "OTP", "3 m", "Blackberry"))
    print(*said, sep="|", file=sys.stderr)

worker.serve = serve
worker.main(sys.argv[4:])
"""
"""The worker, which says how it would say some words and ends."""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "vi en i ai đi|ô tê pê|ba mét|Blackberry"),
        ('[words]\n"VNeID" = "vi nây ai đi"\n"Blackberry" = "bờ lách be ri"\n',
         "vi nây ai đi|ô tê pê|ba mét|bờ lách be ri"),
        ('[units]\n"m" = "mờ"\n[words\n"OTP" = "x"\n', "vi en i ai đi|ô tê pê|ba mờ|Blackberry"),
    ],
)  # fmt: skip
def test_the_worker_says_a_word_as_the_wards_list_has_it_and_every_other_as_ours(
    written: str | None, said: str, tmp_path: Path
) -> None:
    if written is not None:
        (tmp_path / "vi.toml").write_text(written, "utf-8")
    command = worker_command(VoiceFolders(readings=tmp_path))
    done = subprocess.run(
        [command[0], "-c", SAY, *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.strip() == said


def test_what_is_laid_over_once_words_are_said_would_be_heard_in_part(tmp_path: Path) -> None:
    word_list("vi")
    with pytest.raises(RuntimeError):
        lay_over(tmp_path)
    lay_over(None)
    assert word_list("vi").word("OTP") == "ô tê pê"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("vi.toml", '[words]\n"SHB" = sờ', "readings/vi.toml, line 2: "),
        ("vi.toml", '[units]\n"m" = "meter"', "readings/vi.toml: “m”: “meter” is no Vietnamese syllable"),
        ("en.toml", '[wards]\n"SHB" = "S H B"', "readings/en.toml, line 1: "),
        ("de.toml", "", "readings/de.toml: only vi.toml"),
    ],
)
def test_a_list_of_which_a_line_would_be_left_out_or_said_wrong_is_named(
    file: str, text: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / file).write_text(f"{text}\n", "utf-8")
    (wrong,) = wrong_lists(tmp_path / "readings")
    assert wrong.sentence_en().startswith(told)


TURNED = {
    '"không" = "có"', '"đừng" = "hãy"', '"chưa" = "đã"', '"cho" = "không cho"', '"không được" = "được"',
    '"hai" = "ba"', '"1900" = "một tám"', '"thẻ" = "thẻ đừng"', '"OTP" = "ô tê pê một"',
    '"kho\u0302ng" = "có"',
}  # fmt: skip


@pytest.mark.parametrize("line", sorted(TURNED))
def test_a_reading_that_turns_a_word_into_its_opposite_is_left_out_and_named(line: str) -> None:
    read = read_word_list(f'[words]\n{line}\n"SHB" = "ét hát bê"\n'.encode(), "readings/vi.toml")
    assert [one.line for one in read.problems] == [2] and "negation" in read.problems[0].en
    assert read.words == {"SHB": "ét hát bê"}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", '"ko" = "không"'), ("vi", '"COVID-19" = "cô vít mười chín"'), ("vi", '"5G" = "năm gờ"'),
        ("en", '"4G" = "four G"'), ("vi", '"20/10" = "hai mươi tháng mười"'),
    ],
)  # fmt: skip
def test_one_that_says_what_is_written_is_taken(language: str, line: str) -> None:
    kept = read_word_list(f"[words]\n{line}\n".encode(), f"{language}.toml")
    assert kept.words and not kept.problems, kept.problems


def test_no_list_of_ours_turns_a_word() -> None:
    for file in SHIPPED.glob("*.toml"):
        assert not read_word_list(file.read_bytes(), file.name).problems


def test_each_language_says_no_to_its_own_opposites(tmp_path: Path) -> None:
    for language, line in {"en": '"do not" = "do"', "fr": '"ne pas" = "bien"'}.items():
        assert read_word_list(f"[words]\n{line}\n".encode(), f"{language}.toml").problems
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "vi.toml").write_text('[words]\n"không" = "có"\n', "utf-8")
    assert [one.line for one in wrong_lists(tmp_path / "readings")] == [2]
