"""What a pack changes, sentence by sentence and setting by setting, and what of it a second person looks at.

Every value of every file, before and after: nothing is left out because nobody thought of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from flows.guide.fold import folded
from flows.guide.words import LANGUAGES, Language
from kiosk.base.words.texts import ON_SCREENS, Texts
from resources.toml import TomlWrong, toml_of

Mark: TypeAlias = Literal["address", "phone", "asks", "stale", "lowered"]
SECOND: tuple[Mark, ...] = ("address", "phone", "asks")
"""What needs a second person's PIN."""
Files: TypeAlias = Mapping[str, bytes]
LOWERED, SITE = "C", "site.address"
OFFICES = "ward.toml"
"""Where people are sent: a wrong number or door there is as bad as one on a page."""
_OFFICE = re.compile(r"\.(phone|address)$")
_SPOKEN = ("guides", "training", "rehearsals", "exercises", "asking", "words")
_ASKED = "asking/asked/"
"""What people have asked; nobody is shown it."""
_URL = re.compile(r"(?i)\b(?:https?://|www\.)[^\s\"'<>“”«»]+")
_BARE = re.compile(r"(?i)\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}\b(?:/[^\s\"'<>“”«»]*)?")
_PHONE = re.compile(r"(?<![\d.,])(?:\+?84|0|1[89]00|1(?=[01]\d(?!\d)))[\d .]{0,24}\d(?![.,]?\d)")
_WORDS = re.compile(r"[^\W_]+")
_HEADER = re.compile(r"(?m)^\[([^\[\]]+)\][^\n]*$")
_GRADE = re.compile(r'(?m)^(confidence[ \t]*=[ \t]*)"[AB]"')
_LONG = 300  # what is no address


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is another; None: it is not there. `stale`: languages in which it stayed as it was."""

    file: str
    key: str
    before: str | None
    after: str | None
    marks: tuple[Mark, ...] = ()
    stale: tuple[Language, ...] = ()

    @property
    def needs_second(self) -> bool:
        return any(mark in SECOND for mark in self.marks)


def changes(before: Files, after: Files, ours: Files, own: Iterable[str] = ()) -> tuple[Change, ...]:
    """Between two contents; parts that neither holds are *ours*, the program's. What is marked comes first.

    *own*: addresses and numbers that the ward has approved before.
    """
    was, now = (_whole(files, ours) for files in (before, after))
    paths = [path for path in sorted({*was, *now}) if was.get(path) != now.get(path)]
    values = {path: (_values(path, was.get(path)), _values(path, now.get(path))) for path in paths}
    known = {*own, *(_plain(one) for raw in was.values() for one in _led_to(_text(raw)))}
    changed = [
        Change(path, key, old.get(key), new.get(key))
        for path, (old, new) in values.items()
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    ]
    others = {(one.file, one.key) for one in changed}
    beside = {path: new for path, (_, new) in values.items()}
    marked = [_marked(one, known, others, lambda path: _beside(path, now, beside)) for one in changed]
    return tuple(sorted(marked, key=lambda one: (not one.needs_second, not one.marks, one.file)))


def led_to(found: Iterable[Change]) -> tuple[str, ...]:
    """The addresses and numbers that whoever approves these changes makes the ward's own."""
    marked = [one for one in found if {"address", "phone"} & {*one.marks}]
    return tuple(
        sorted(
            {_site(one.after) for one in marked if one.key == SITE}
            | {_plain(led) for one in marked for led in _led_to(one.after or "")}
        )
    )


def lowered(before: Files, after: Files, ours: Files) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """*after* with a lower grade at each step whose Vietnamese words are others while its sources and the day
    the guide was checked stayed; and those steps. What a source said of the old words it says not of these.
    """
    was, files, steps = _whole(before, ours), dict(after), []
    for path in sorted(after):
        guide, _, name = path.rpartition("/")
        flow = f"{guide}/flow.toml"
        if name != "vi.toml" or flow not in after or path not in was or was[path] == after[path]:
            continue
        old, new = _values(path, was[path]), _values(path, after[path])
        old_flow, new_flow = (_values(flow, one.get(flow)) for one in (was, after))
        if old_flow.get("checked_on") != new_flow.get("checked_on"):
            continue
        tables = {".".join(key.split(".")[:2]) for key in new if old.get(key) != new[key]}
        for table in sorted(one for one in tables if one.startswith(("step.", "warning."))):
            if all(old_flow.get(f"{table}.{key}") == value for key, value in _of_table(new_flow, table)):
                text = _with_lower_grade(files[flow].decode("utf-8", "replace"), table)
                if text.encode() != files[flow]:
                    files[flow] = text.encode()
                    steps.append(f"{guide}: {table}")
    return files, tuple(steps)


def _of_table(values: Mapping[str, str], table: str) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        inside = key.removeprefix(f"{table}.")
        if inside != key and inside.partition("[")[0] in ("sources", "confidence"):
            yield inside, value


def _with_lower_grade(text: str, table: str) -> str:
    headers = [*_HEADER.finditer(text)]
    for at, header in enumerate(headers):
        if header[1].strip().replace('"', "") == table:
            end = headers[at + 1].start() if at + 1 < len(headers) else len(text)
            block = _GRADE.sub(rf'\g<1>"{LOWERED}"', text[header.end() : end], count=1)
            return text[: header.end()] + block + text[end:]
    return text


def _whole(files: Files, ours: Files) -> dict[str, bytes]:
    parts = {path.split("/")[0] for path in files}
    return {**{path: raw for path, raw in ours.items() if path.split("/")[0] not in parts}, **files}


def _beside(path: str, now: Files, read: dict[str, dict[str, str]]) -> Mapping[str, str]:
    if path not in read:
        read[path] = _values(path, now.get(path))
    return read[path]


def _marked(
    one: Change, known: set[str], others: set[tuple[str, str]], beside: Callable[[str], Mapping[str, str]]
) -> Change:
    marks: list[Mark] = []
    if one.after and not (one.key.startswith("source.") or one.file.startswith(_ASKED)):
        led = [led for led in _led_to(one.after) if _plain(led) not in known]
        if any(any(sign.isalpha() for sign in led) for led in led) or (
            one.key == SITE and _site(one.after) not in known
        ):
            marks.append("address")
        if any(not any(sign.isalpha() for sign in led) for led in led):
            marks.append("phone")
        if one.file == OFFICES and (kind := _OFFICE.search(one.key)):
            marks.append("address" if kind[1] == "address" else "phone")
    language = Path(one.file).stem
    if (
        one.after
        and language in LANGUAGES
        and one.file.split("/")[0] in _SPOKEN
        and asks(one.after, language)
    ):
        marks.append("asks")
    stale = tuple(_stale(one, others, beside))
    if stale:
        marks.append("stale")
    if one.after == LOWERED and one.key.endswith(".confidence") and one.before in ("A", "B"):
        marks.append("lowered")
    return Change(one.file, one.key, one.before, one.after, tuple(dict.fromkeys(marks)), stale)


def asks(sentence: str, language: str) -> bool:
    """Whether it asks for a code, a password or money: see `pack_asks.toml`."""
    words = f" {' '.join(_WORDS.findall(folded(sentence.casefold())))} "
    lists = _asking()[language]
    return all(any(f" {folded(one)} " in words for one in lists[kind]) for kind in ("for", "asks"))


@cache
def _asking() -> Mapping[str, Mapping[str, list[str]]]:
    return toml_of(Path(__file__).with_name("pack_asks.toml").read_text("utf-8"))


def _stale(
    one: Change, others: set[tuple[str, str]], beside: Callable[[str], Mapping[str, str]]
) -> Iterator[Language]:
    """The languages that say the same sentence and were left as they were."""
    folder, _, name = one.file.rpartition("/")
    if name != "vi.toml" or one.after is None or folder.split("/")[0] not in _SPOKEN:
        return
    for language in LANGUAGES:
        file = f"{folder}/{language}.toml"
        if language != "vi" and (file, one.key) not in others and one.key in beside(file):
            yield language


def _values(path: str, raw: bytes | None) -> dict[str, str]:
    """Every value of a file by its key; of what holds none its lines, or how long it is."""
    part, _, name = path.rpartition("/")
    own = dict(_screens(name.removesuffix(".toml"))) if part == "words" else {}
    if raw is None:
        return own
    text = _text(raw)
    if path.endswith(".toml"):
        try:
            return {**own, **dict(_flat(toml_of(text)))}
        except TomlWrong:
            pass
    if not text and raw:
        return {"": f"{len(raw)} byte, {hashlib.sha256(raw).hexdigest()[:12]}"}
    return {f"{number}": line for number, line in enumerate(text.splitlines(), 1)}


@lru_cache(len(LANGUAGES))
def _screens(language: str) -> Mapping[str, str]:
    return Texts(*ON_SCREENS).texts(language) if language in LANGUAGES else {}


def _flat(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for name, inside in value.items():
                yield from _flat(inside, f"{key}.{name}" if key else name)
        case list():
            for number, inside in enumerate(value, 1):
                yield from _flat(inside, f"{key}[{number}]")
        case _:
            yield key, str(value)


def _text(raw: bytes | None) -> str:
    """Empty where it is none."""
    if raw is None or b"\0" in raw:
        return ""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _led_to(text: str) -> Iterator[str]:
    """The addresses and telephone numbers in *text*."""
    if "." in text:
        for word in text.split():
            if "." in word and len(word) < _LONG and (found := _URL.search(word) or _BARE.search(word)):
                yield found[0]
    yield from (found[0] for found in _PHONE.finditer(text) if 3 <= len(_digits(found[0])) <= 12)


def _plain(led: str) -> str:
    """An address by its host; a number by its digits."""
    if not any(sign.isalpha() for sign in led):
        return _digits(led)
    host = re.sub(r"^[a-z]+://", "", led.casefold()).partition("/")[0].rpartition("@")[2]
    return host.removeprefix("www.").rstrip(".,;:!?)")


def _site(address: str | None) -> str:
    """The whole of it: others may have pages beneath the same host."""
    return f"{SITE} {(address or '').rstrip('/')}"


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
