"""The lists in ``words/*.toml``: how one language says what its spelling rules cannot read.

A ward edits them, or lays its own over them. What is wrong in one is left out and named, and the voice goes
on with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple, get_args
from unicodedata import normalize

from accessibility.speech.utterance import SpokenLanguage
from accessibility.speech.vietnamese_letters import is_syllable
from resources.toml import TomlWrong, toml_of

SHIPPED = Path(__file__).parent / "words"
"""The folder with those that come with the program."""
_laid_over: list[Path] = []
_SECTIONS = ("words", "abbreviations", "shortened", "units", "address", "papers", "issuers")
_BYTE_ORDER_MARK = "\ufeff"  # Windows' Notepad may put one first, which TOML does not allow
_LETTERS = re.compile(r"\b(?:chữ cái|letters?|lettres?)\W*\Z", re.IGNORECASE)
_EXPLAINS = re.compile(r"\W*(?:(?:có nghĩa |nghĩa |tức )?là\b|means\b|is\b|signifie\b|est\b|veut dire\b)?\W*")
_LABEL_BEGINS = re.compile(r"[“«‘][^“”«»‘’]*\Z|\A[^\"]*(?:\"[^\"]*\"[^\"]*)*\"[^\"]*\Z")
_LABEL_ENDS = re.compile(r"([^“”«»‘’\"]*)[”»’\"]")
_FOREIGN = re.compile("[\ufffd\0]")  # what is left of letters that are not UTF-8
_SAID = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[^\W_]+(?:['’]t\b)?")
_NO_LIST = (
    "máy không đọc tệp này, chỉ đọc vi.toml, en.toml, fr.toml.",
    "only vi.toml, en.toml and fr.toml are read.",
)
_NAMED = ", ".join(f"[{name}]" for name in _SECTIONS)
_NOT_UTF_8 = (
    "có chữ không ghi bằng mã UTF-8. Mở tệp trong trình soạn thảo và lưu lại bằng mã UTF-8.",
    "it holds letters that are not UTF-8. Open the file in an editor and save it as UTF-8.",
)
_NO_SECTION = (
    f"không có mục này, máy bỏ qua các dòng bên dưới. Có các mục {_NAMED}.",
    f"there is no such section; the lines below are left out. There are {_NAMED}.",
)
_TWICE = (
    "chữ này đã có ở dòng trên, máy dùng dòng trên. Bỏ một trong hai dòng.",
    "the word stands further up already, and that line counts. Take one of the two away.",
)
_NOT_A_PAIR = (
    'dòng này viết sai, máy bỏ qua. Viết "chữ viết" = "cách đọc", cả hai trong ngoặc kép.',
    'the line is wrong and left out. Write "written" = "spoken", both in quotation marks.',
)


_TURNED = (
    "cách đọc thêm, bỏ hoặc đổi một chữ phủ định hay một con số: câu sẽ nói ngược lại. Máy bỏ qua dòng này.",
    "the reading adds, drops or exchanges a negation or a number: sentences would say the opposite. It is "
    "left out.",
)
_COUNTED_IN = ("words", "abbreviations", "shortened")
"""Where a reading has the numbers that are written; a unit or an address has its own."""


class ListProblem(NamedTuple):
    """What is left out of the list in *file*, and how to mend it. `line` counts from 1, 0 for the whole."""

    file: str
    line: int
    vi: str
    en: str

    def sentence_vi(self) -> str:
        return f"{self.file}{f', dòng {self.line}' if self.line else ''}: {self.vi}"

    def sentence_en(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.en}"


@dataclass(frozen=True, slots=True)
class WordList:
    """Written form → spoken form. Keys in small letters match any case, others only as written."""

    words: Mapping[str, str]
    """Those of `abbreviations` too."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    shortened: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    address: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)
    issuers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[ListProblem, ...] = ()

    def word(self, written: str) -> str | None:
        key = " ".join(written.split())
        return self.words.get(key) or self.words.get(key.lower())

    def is_spelled_out(self, match: re.Match[str]) -> bool:
        """Whether the abbreviation matched is said letter by letter, as it is written.

        ``bốn chữ cái “BHYT”``, ``BHYT là bảo hiểm y tế``: read as a word, nobody learned which letters. So is
        what stands on a button, ``Bác chạm “Thẻ BHYT”``: the words it means are not there to be found.
        """
        if not match[0].isupper():
            return False
        before, after = match.string[: match.start()], match.string[match.end() :]
        if match[0] in self.abbreviations and _is_in_a_label(before, after):
            return True
        explained = _EXPLAINS.sub("", after, count=1).casefold()
        return bool(_LETTERS.search(before)) or explained.startswith(
            (self.word(match[0]) or match[0]).casefold()
        )


def _is_in_a_label(before: str, after: str) -> bool:
    """Whether the place between is in quotation marks, and no sentence to say to a clerk, “Tôi mất CCCD.”"""
    ended = _LABEL_ENDS.match(after)
    if not _LABEL_BEGINS.search(before) or ended is None:
        return False
    return not ended[1].rstrip().endswith((".", "!", "?", "…"))


def lay_over(folder: Path | None) -> None:
    """The lists in *folder* count before ours, word by word; None: there are none.

    Before anything is said in this process: its rules are made of the lists as they are imported. Raises
    `RuntimeError` later.
    """
    if folder is None:
        return
    if word_list.cache_info().currsize:
        raise RuntimeError("the word lists have been read")
    _laid_over[:] = [folder]


@cache
def word_list(language: SpokenLanguage) -> WordList:
    """Read once per process. Never raises for what a ward wrote or took away: see `WordList.problems`."""
    read = _own(language)
    for folder in _laid_over:
        if (file := folder / f"{language}.toml").exists():
            read = _over(read, _read_file(file))
    return read


def wrong_lists(folder: Path) -> tuple[ListProblem, ...]:
    """What a kiosk would leave out of the lists in *folder*, or say wrong. By their names in the folder's."""
    problems: list[ListProblem] = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
        if file.parent != folder or file.suffix != ".toml" or file.stem not in get_args(SpokenLanguage):
            problems.append(ListProblem(name, 0, *_NO_LIST))
            continue
        read = read_word_list(file.read_bytes(), name)
        problems += read.problems
        if file.stem == "vi":
            problems += _no_syllables(read, name)
    return tuple(problems)


def _no_syllables(read: WordList, name: str) -> Iterator[ListProblem]:
    for section in _SECTIONS:
        for written, reading in getattr(read, section).items():
            for word in _SAID.findall(reading):
                if not is_syllable(word):
                    vi = f"“{written}”: “{word}” không phải tiếng Việt, viết từng âm tiếng Việt."
                    en = f"“{written}”: “{word}” is no Vietnamese syllable. Write it in syllables."
                    yield ListProblem(name, 0, vi, en)


def _over(own: WordList, theirs: WordList) -> WordList:
    sections = {name: {**getattr(own, name), **getattr(theirs, name)} for name in _SECTIONS}
    return WordList(**sections, problems=(*own.problems, *theirs.problems))


def _own(language: SpokenLanguage) -> WordList:
    file = files("accessibility.speech").joinpath("words", f"{language}.toml")
    return _read_file(file)


def _read_file(file: Traversable) -> WordList:
    try:
        return read_word_list(file.read_bytes(), str(file))
    except OSError as reason:
        vi = "không đọc được tệp. Chép lại tệp này từ bản cài đặt."
        en = f"it cannot be read ({reason.strerror}). Copy it again from the installed release."
        return WordList({}, problems=(ListProblem(str(file), 0, vi, en),))


def list_problems() -> tuple[ListProblem, ...]:
    """What is wrong in the list of any language, by language and line."""
    return tuple(problem for language in get_args(SpokenLanguage) for problem in word_list(language).problems)


def read_word_list(raw: bytes, file: str) -> WordList:
    """The list written as *raw*: one ``"written" = "spoken"`` a line, below the name of its section."""
    text = raw.decode("utf-8", errors="replace")
    foreign = _FOREIGN.search(text)
    if not foreign:
        return _read(text, file)
    # Said once for the whole file: mostly all of it was saved so.
    line = text.count("\n", 0, foreign.start()) + 1
    rest = _read("\n".join("" if _FOREIGN.search(written) else written for written in text.split("\n")), file)
    return replace(rest, problems=(ListProblem(file, line, *_NOT_UTF_8), *rest.problems))


def _read(text: str, file: str) -> WordList:
    sections: dict[str, dict[str, str]] = {name: {} for name in _SECTIONS}
    section: dict[str, str] | None = None
    heading = ""
    problems: list[ListProblem] = []
    for number, written in enumerate(text.removeprefix(_BYTE_ORDER_MARK).split("\n"), 1):
        wrong: tuple[str, str] | None = None
        table = _toml(written.rstrip("\r"))
        if written.lstrip().startswith("["):
            name = next(iter(table or {}), "")
            wrong = None if name in sections else _NO_SECTION
            heading, section = name, sections.get(name, {})  # what stands below a wrong heading is left out
        elif table is None or not all(_is_reading(*pair) for pair in table.items()):
            wrong = _NOT_A_PAIR
        elif table and section is None:
            wrong, section = _NO_SECTION, {}
        elif any(turns(key, str(value), Path(file).stem, heading) for key, value in table.items()):
            wrong = _TURNED
        elif section is not None:
            wrong = _TWICE if section.keys() & table.keys() else None
            section.update({key: str(value) for key, value in table.items() if key not in section})
        if wrong:
            problems.append(ListProblem(file, number, *wrong))
    sections["words"] |= sections["abbreviations"]
    return WordList(**sections, problems=tuple(problems))


def turns(written: str, reading: str, language: str, section: str = "words") -> bool:
    """Whether a sentence would say something else with that reading: see `opposites.toml`."""
    guarded = _opposites().get(language)
    if guarded is None:
        return False
    negations, numbers, alike = guarded
    parts = (_PARTS.findall(normalize("NFC", one).casefold()) for one in (reading, written))
    said, meant = ([alike.get(word, word) for word in words] for words in parts)
    if "0" not in written and sorted(negations.intersection(said)) != sorted(negations.intersection(meant)):
        return True
    return section in _COUNTED_IN and _figures(said, numbers) != _figures(meant, numbers)


def _figures(words: list[str], numbers: Mapping[str, int]) -> list[str]:
    """Without zeros, which a tens word says as well."""
    spelled = "".join(str(numbers[word]) if word in numbers else word for word in words)
    return [one for one in spelled if one in "123456789"]


@cache
def _opposites() -> Mapping[str, tuple[frozenset[str], Mapping[str, int], Mapping[str, str]]]:
    read = toml_of(Path(__file__).with_name("opposites.toml").read_text("utf-8"))
    return {
        name: (frozenset(one["negations"]), one["numbers"], one.get("alike", {}))
        for name, one in read.items()
    }


def _toml(line: str) -> dict[str, object] | None:
    """None: the line is no TOML."""
    try:
        return toml_of(line)
    except TomlWrong:
        return None


def _is_reading(key: str, value: object) -> bool:
    return bool(key.strip()) and isinstance(value, str) and bool(value.strip())


def any_of(keys: Mapping[str, str]) -> str:
    """An alternation of *keys*, the longest first; a blank matches any run of blanks. No keys: no match."""
    ordered = sorted(keys, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in key.split(" ")) for key in ordered) or "(?!)"
