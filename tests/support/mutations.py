"""Random changes to the files of a guide: bytes, values, lines, conditions."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

Mutation = Callable[[random.Random, bytes], bytes]


def _cut(chance: random.Random, raw: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:start] + raw[end:]


def _repeat(chance: random.Random, raw: bytes) -> bytes:
    """A piece again and again: what is nested gets deep, what is long gets longer."""
    start = chance.randrange(len(raw) + 1)
    piece = raw[start : start + chance.choice([1, 2, 5, 20, 80])] or b"["
    return raw[:start] + piece * chance.choice([2, 10, 100, 2000, 20_000]) + raw[start:]


def _flip(chance: random.Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.choice([1, 3, 30])):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


ODD = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", "\u202e".encode(), b'"""', b"'''", b"[", b"]]", b"{", b"}", b"=",
    b".",
    b"9" * 30, b"1" * 5000, b"0x" + b"f" * 400, b"1e9999", b"nan", b"-inf", b"9999-12-31", b"0001-01-01",
    b"{ not = {} }", b'{ and = [] }', b'{ or = [{}] }', b'{ step = "x", is = [] }',
    b'{ to = "person", when = 1 }',
    b'"flow:"', b'"hotline:"', b'"hotline:\xd9\xa1"', b"[[step]]", b"[step]", b'[""]', b'"" = 1', b"\\u0000",
    b"\\ud800", b"\\U0010ffff", b"true", b"[1, [2, [3]]]", b"a" * 70, b'"' + b"m\xc3\xa3 " * 300 + b'"',
    b"\r", b"\t",
]  # fmt: skip


def _odd(chance: random.Random, raw: bytes) -> bytes:
    start = chance.randrange(len(raw) + 1)
    return raw[:start] + chance.choice(ODD) + raw[start + chance.choice([0, 0, 3]) :]


def _value(chance: random.Random, raw: bytes) -> bytes:
    """Another value, or that of another line, after an equals sign."""
    lines = raw.split(b"\n")
    with_value = [number for number, line in enumerate(lines) if b" = " in line]
    if with_value:
        number = chance.choice(with_value)
        key = lines[number].split(b" = ", 1)[0]
        other = lines[chance.choice(with_value)].split(b" = ", 1)[1]
        lines[number] = key + b" = " + chance.choice([other, chance.choice(ODD)])
    return b"\n".join(lines)


def _lines(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    start = chance.randrange(len(lines))
    piece = lines[start : start + chance.choice([1, 2, 8])]
    where = chance.randrange(len(lines))
    if chance.random() < 0.5:
        del lines[start : start + len(piece)]
    return b"\n".join([*lines[:where], *piece * chance.choice([1, 1, 1, 50]), *lines[where:]])


def _guarded(chance: random.Random, raw: bytes) -> bytes:
    """A condition over many questions in place of a plain way."""
    asked = [line.split(b"]")[0][6:] for line in raw.split(b"\n") if line.startswith(b"[step.")]
    if not asked:
        return raw
    several = chance.choices(asked, k=chance.choice([1, 4, 16]))
    guards = b", ".join(
        b'{ step = "%s", is = ["%s"] }' % (one, chance.choice([b"yes", b"no"])) for one in several
    )
    way = b'next = [{ to = "%s", when = { %s = [%s] } }]' % (
        chance.choice(asked),
        chance.choice([b"and", b"or"]),
        guards,
    )
    lines = raw.split(b"\n")
    places = [number for number, line in enumerate(lines) if line.startswith((b"next = ", b"choice."))]
    if places:
        number = chance.choice(places)
        key = lines[number].split(b" = ", 1)[0]
        lines[number] = way.replace(b"next", key, 1)
    return b"\n".join(lines)


MUTATIONS: tuple[Mutation, ...] = (_cut, _repeat, _flip, _odd, _value, _value, _lines, _guarded)


def mutate(chance: random.Random, home: Path) -> None:
    """Change one to four of the files of the guide at *home*."""
    for _ in range(chance.choice([1, 1, 2, 4])):
        file = home / chance.choice(["flow.toml", "flow.toml", "vi.toml", "en.toml", "fr.toml"])
        raw = file.read_bytes() if file.is_file() else b"a = 1"
        for _ in range(chance.choice([1, 1, 2, 6])):
            raw = chance.choice(MUTATIONS)(chance, raw)[: 2 * 1024 * 1024]
        file.write_bytes(raw)
