"""Packs that once stopped the kiosk or kept it busy, or would."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from support.guides import STRUCTURE, VIETNAMESE, write_pack

MEGABYTE = 1024 * 1024
QUESTIONS = 14


def _entries(count: int) -> str:
    return "".join(f'c{number} = "x"\n' for number in range(count))


def _many_questions() -> dict[str, str | bytes]:
    """A way that depends on the answers of fourteen questions: 2¹⁴ situations, times the steps."""
    head = STRUCTURE[: STRUCTURE.index("[step.loai-may]")].replace("loai-may", "q0")
    flow, vi = [head], [VIETNAMESE[: VIETNAMESE.index("[step.loai-may]")]]
    for number in range(QUESTIONS):
        after = f"q{number + 1}" if number + 1 < QUESTIONS else "cuoi"
        choices = f'choice.a = "{after}"\nchoice.b = "{after}"\n'
        flow.append(f'[step.q{number}]\nkind = "choose"\nconfidence = "U"\n{choices}')
        vi.append(f'[step.q{number}]\nsay = "Câu {number} ạ?"\nchoice.a = "Một"\nchoice.b = "Hai"\n')
    asked = ", ".join(f'{{ step = "q{number}", is = ["a"] }}' for number in range(QUESTIONS))
    flow.append('[step.cuoi]\nkind = "say"\nconfidence = "U"\nnext = [\n'
                f'{{ to = "xong", when = {{ and = [{asked}] }} }},\n'
                f'{{ to = "xong", when = {{ not = {{ and = [{asked}] }} }} }},\n]\n'
                '[step.xong]\nkind = "end"\nconfidence = "U"\n')  # fmt: skip
    vi.append('[step.cuoi]\nsay = "Sắp xong."\n[step.xong]\nsay = "Xong."\n')
    return {"flow": "\n".join(flow).replace('["vi", "en"]', '["vi"]'), "vi": "\n".join(vi)}


def _guards(depth: int) -> str:
    asked = '{ step = "loai-may", is = ["iphone"] } },\n    { to = "hoi-lai"'
    assert asked in STRUCTURE
    return STRUCTURE.replace(
        "when = " + asked, "when = " + "{ not = " * depth + asked.replace("},", "}" * depth + " },", 1)
    )


def _flow(old: str, new: str) -> dict[str, str | bytes]:
    assert STRUCTURE.count(old) == 1
    return {"flow": STRUCTURE.replace(old, new)}


def _more(file: str, text: str) -> dict[str, str | bytes]:
    return {file: (STRUCTURE if file == "flow" else VIETNAMESE) + text}


def _says(text: str) -> dict[str, str | bytes]:
    return {"vi": VIETNAMESE.replace("Bác mở máy.", text)}


def _inline(key: str, depth: int) -> str:
    return f"{{ {key} = " * depth + "1" + " }" * depth


DEEP, HEX = ".".join(["a"] * 2000), "f" * 200_000
VERSION, DAY, NEEDS = "version = 1", "2026-11-24", '["smartphone"]'

FILES: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "a number of 5,000 digits": ("number-too-long", _flow(VERSION, "version = " + "1" * 5000)),
    "a number of 5,000 digits with bars": ("number-too-long", _flow(VERSION, "version = 1" + "_1" * 5000)),
    "a hexadecimal number of 200,000 digits": ("number-too-long", _flow(VERSION, "version = 0x" + HEX)),
    "infinity": ("value-wrong", _flow(VERSION, "version = 1e999999999")),
    "tables nested 2,000 deep": ("toml-too-deep", _more("flow", f"\n[{DEEP}]\nb = 1\n")),
    "a dotted key of 100,000 parts": ("toml-too-deep", _more("vi", "a" + ".a" * 100_000 + ' = "x"\n')),
    "a dotted key of 2,000 parts": ("toml-too-deep", _more("vi", DEEP + ' = "x"\n')),
    "lists nested 2,000 deep": ("toml-too-deep", _flow(NEEDS, "[" * 2000 + "]" * 2000)),
    "inline tables nested 2,000 deep": ("toml-too-deep", _more("flow", "x = " + _inline("a", 2000))),
    "keys and brackets by turns": ("toml-too-deep", _more("flow", "x = " + _inline("a.a.a.a", 9))),
    "conditions nested 500 deep": ("toml-too-deep", {"flow": _guards(500)}),
    "unclosed brackets": ("toml-too-deep", {"flow": "a = " + "[" * 100_000}),
    "conditions over fourteen questions": ("guards-too-many", _many_questions()),
    "20,000 leftover sentences": ("too-many", _more("vi", "[la]\n" + _entries(20_000))),
    "leftover sentences in 140 tables of 30": (
        "words-unused", _more("vi", "".join(f"[la{n}]\n{_entries(30)}" for n in range(140)))
    ),
    "a sentence of 200,000 letters": ("text-too-long", _says("đọc mã " * 20_000)),
    "10 MB in one sentence": ("file-too-big", _says("mở " * (10 * MEGABYTE // 4))),
    "10 MB of file that is not text": ("file-too-big", {"vi": b"\xff" * (10 * MEGABYTE)}),
    "a million tables": ("file-too-big", _more("flow", "".join(f"[t{n}]\n" for n in range(1_000_000)))),
    "25,000 tables": ("too-many", _more("flow", "".join(f"[t{n}]\n" for n in range(25_000)))),
    "a name of 200,000 letters": ("name-too-long", _more("flow", "a" * 200_000 + " = 1\n")),
    "a quoted name of 200,000 letters": ("name-too-long", _more("vi", '"' + "é" * 100_000 + '" = "x"\n')),
    "a list of 5,000 needs": ("too-many", _flow(NEEDS, "[" + '"a",' * 5000 + "]")),
    "a heading of 200,000 blanks": ("toml-wrong", {"flow": "[" + " " * 200_000}),
    "200,000 quotation marks": ("toml-wrong", {"flow": 'a = "' + '\\"' * 100_000}),
    "a long text that never ends": ("toml-wrong", {"vi": 'title = """' + '\\"""' * 50_000}),
    "a day that does not exist": ("toml-wrong", _flow(DAY, "2026-13-45")),
    "a day of the year 99999": ("toml-wrong", _flow(DAY, "99999-01-01")),
    "a time instead of a day": ("value-wrong", _flow(DAY, "9999-12-31T23:59:59-23:59")),
    "not UTF-8": ("file-not-utf8", {"vi": VIETNAMESE.encode("cp1258", "replace")}),
    "UTF-16 with its mark": ("file-not-utf8", {"vi": VIETNAMESE.encode("utf-16")}),
    "a byte 0": ("toml-wrong", _says("Bác\0mở máy.")),
    "half a letter of two": ("toml-wrong", _says("\\ud83d mở máy.")),
    "a byte-order mark in the middle": ("hidden-letters", _says("Bác\ufeff mở máy.")),
}  # fmt: skip


def _pipe(home: Path) -> None:
    (home / "en.toml").unlink()
    os.mkfifo(home / "en.toml")


def _link_to(target: str) -> Callable[[Path], None]:
    def made(home: Path) -> None:
        (home / "en.toml").unlink()
        (home / "en.toml").symlink_to(target)

    return made


PLACES: dict[str, Callable[[Path], None]] = {
    "a pipe": _pipe,
    "a link to a device that never ends": _link_to("/dev/zero"),
    "a link to itself": _link_to("en.toml"),
    "a link to another file": _link_to("/etc/hostname"),
    "a link to nothing": _link_to("/nowhere/at/all"),
}


def write_file(name: str, folder: Path) -> Path:
    return write_pack(folder, **FILES[name][1])
