"""What lies in the memory of a process, freed or not (Linux; needs the right to trace it)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

PAGE = 4096
GAP = bytes(64)  # more than stand together in any text


def spellings(text: str) -> set[bytes]:
    """As Python, Qt, JSON and C libraries keep it."""
    written = {text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")}
    if all(ord(sign) < 256 for sign in text):
        written.add(text.encode("latin-1"))
    return written | {one.replace(b"\n", b"\\n") for one in (text.encode(),)}


def found_in(pid: int, texts: Iterable[str]) -> dict[str, int]:
    """How often each text lies in the writable memory of *pid*; those that do not are left out."""
    wanted = {text: spellings(text) for text in texts}
    counts: dict[str, int] = {}
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _writable(pid):
            try:
                memory.seek(start)
                part = _written(memory.read(end - start))
            except (OSError, ValueError, OverflowError):  # the process has given it back meanwhile
                continue
            for text, ways in wanted.items():
                number = sum(part.count(way) for way in ways)
                if number:
                    counts[text] = counts.get(text, 0) + number
    return counts


def _written(part: bytes) -> bytes:
    """Without the pages never written to, which are most: a search for UTF-32 stops at each byte."""
    whole = len(part) - len(part) % PAGE
    used = np.frombuffer(part, np.uint64, whole // 8).reshape(-1, PAGE // 8).any(axis=1)
    turns = np.flatnonzero(np.diff(used, prepend=False, append=False)) * PAGE
    pieces = [part[start:end] for start, end in zip(turns[::2], turns[1::2], strict=True)]
    return GAP.join([*pieces, part[whole:]])


def _writable(pid: int) -> list[tuple[int, int]]:
    found = []
    for line in Path(f"/proc/{pid}/maps").read_text("ascii").splitlines():
        span, rights, *rest = line.split()
        if "w" in rights and "[v" not in rest[-1]:
            start, end = (int(one, 16) for one in span.split("-"))
            found.append((start, end))
    return found
