"""Reads what a person wrote into the declared options; collects every problem instead of stopping at one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TypeAlias

from kiosk.base.config.lines import LineFinder
from kiosk.base.config.option import METADATA_KEY, Option
from kiosk.base.config.problems import ConfigProblem
from kiosk.base.config.values import ValueRefused, read_value
from kiosk.base.personal import quotable
from resources.toml import MOST_BYTES, TomlWrong, toml_of

Table: TypeAlias = Mapping[str, object]
Problems: TypeAlias = tuple[ConfigProblem, ...]


def read_config_text(path: Path, sections: tuple[str, ...]) -> tuple[dict[str, object], str, Problems]:
    """The file as a table, its text, and problems of the file as a whole (an empty table then)."""
    try:
        # Windows' Notepad may put a byte-order mark first, which TOML does not allow.
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return {}, "", (_unreadable(error),)
    try:
        table = toml_of(text)
    except TomlWrong as error:
        return {}, text, (_not_toml(str(error), text),)
    lines = LineFinder(text)
    strangers = [name for name in table if name not in sections]
    return table, text, tuple(_unknown("section", name, sections, lines.line_of(name)) for name in strangers)


def read_section(
    name: str, section: type, raw: object, lines: LineFinder
) -> tuple[dict[str, object], Problems]:
    """The usable values of one section, and the problems of the others."""
    declared: dict[str, Option] = {field.name: field.metadata[METADATA_KEY] for field in fields(section)}
    if not isinstance(raw, Mapping):
        words = f"phải là một mục [{name}].", f"must be a section [{name}]."
        return {}, (ConfigProblem("wrong-type", name, lines.line_of(name), *words),)
    values: dict[str, object] = {}
    problems: list[ConfigProblem] = []
    for key, written in raw.items():
        path = f"{name}.{key}"
        if key not in declared:
            problems.append(
                _unknown("option", path, [f"{name}.{option}" for option in declared], lines.line_of(path))
            )
            continue
        match read_value(declared[key], written):
            case ValueRefused() as refused:
                problems.extend(_refusal(one, path, lines) for one in (refused, *refused.others))
            case value:
                values[key] = value
    return values, tuple(problems)


def _refusal(refused: ValueRefused, path: str, lines: LineFinder) -> ConfigProblem:
    line = lines.line_of(f"{path}.{refused.inner}" if refused.inner else path)
    return ConfigProblem(refused.code, path, line, refused.vi, refused.en)


def _unknown(what: str, name: str, names: Iterable[str], line: int) -> ConfigProblem:
    import difflib  # only for those who mistyped an option: the first frame does not wait for it

    # The last part alone: what two options of a section share is no likeness.
    ends = {one.rpartition(".")[2]: one for one in names}
    near = [ends[end] for end in difflib.get_close_matches(name.rpartition(".")[2], ends, n=1, cutoff=0.7)]
    hint_vi = f" Có phải là {near[0]}?" if near else ""
    hint_en = f" Did you mean {near[0]}?" if near else ""
    if what == "section":
        vi, en = f"không có mục này, máy bỏ qua.{hint_vi}", f"no such section; it is ignored.{hint_en}"
        return ConfigProblem("unknown-section", quotable(name), line, vi, en)
    section, dot, option = name.partition(".")
    quoted = section + dot + quotable(option)
    vi, en = f"không có tùy chọn này, máy bỏ qua.{hint_vi}", f"no such option; it is ignored.{hint_en}"
    return ConfigProblem("unknown-option", quoted, line, vi, en)


def _unreadable(error: OSError | UnicodeDecodeError) -> ConfigProblem:
    if isinstance(error, UnicodeDecodeError):
        vi, en = "tệp không phải chữ UTF-8.", "the file is not UTF-8 text."
    elif isinstance(error, FileNotFoundError):
        vi, en = "không thấy tệp này.", "there is no such file."
    else:
        vi, en = "không đọc được tệp này.", "the file cannot be read."
    vi += " Ki-ốt dùng các giá trị mặc định."
    en += " The kiosk uses its defaults."
    return ConfigProblem("unreadable", "", 0, vi, en)


_TWICE = re.compile(r"overwrite a value|twice")
"""What `tomllib` says of the second."""


def _not_toml(message: str, text: str) -> ConfigProblem:
    match = re.search(r"at line (\d+)", message)
    line = int(match.group(1)) if match else len(text.splitlines())
    if _TWICE.search(message) and (both := LineFinder(text).twice(line)):
        return ConfigProblem(
            "not-toml",
            ".".join(map(quotable, both.option.split("."))),
            both.line,
            f"ghi hai lần, lần trước ở dòng {both.first}. Hãy bỏ bớt một. "
            "Ki-ốt dùng các giá trị mặc định cho đến khi sửa xong.",
            f"is written twice, before that on line {both.first}. Take one of them out. "
            "The defaults are used until it is mended.",
        )
    return ConfigProblem(
        "not-toml",
        "",
        line,
        "viết chưa đúng, ví dụ thiếu dấu ngoặc kép. Ki-ốt dùng các giá trị mặc định cho đến khi sửa xong.",
        "is not written correctly, for example a missing quote. The defaults are used until it is mended.",
    )
