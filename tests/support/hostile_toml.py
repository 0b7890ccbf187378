"""Texts of 80 KB that a parser of TOML would choke on, and every reader of ours that takes one from outside.

Run as a program it reads one kind by one reader, and prints how long it took and what memory it had at most.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

SIZE = 80_000
MOST_OF_ALL = 3 << 30
KINDS: Mapping[str, Callable[[], str]] = {
    "dots": lambda: ".".join("a" * (SIZE // 2)) + " = 1\n",
    "quoted dots": lambda: ".".join(['"a"'] * (SIZE // 4)) + " = 1\n",
    "dots in a header": lambda: f"[{'.'.join('a' * (SIZE // 2))}]\n",
    "dots in many keys": lambda: "".join(f"k{n}.b.c.d.e.f.g.h.i.j = 1\n" for n in range(SIZE // 27)),
    "many dots in a table": lambda: "[place.point-1]\n" + ".".join("b" * 9_000) + " = 1\n",
    "brackets": lambda: f"a = {'[' * SIZE}\n",
    "braces": lambda: "a = " + "{a=" * (SIZE // 3) + "\n",
    "digits": lambda: f"a = {'9' * SIZE}\n",
    "a long name": lambda: "a" * SIZE + " = 1\n",
    "many keys": lambda: "".join(f"k{n}=1\n" for n in range(SIZE // 8)),
    "many sections": lambda: "".join(f"[s{n}]\n" for n in range(SIZE // 8)),
    "many places": lambda: "".join(f"[place.p{n}]\nx=1\n" for n in range(SIZE // 22)),
    "many tiles": lambda: "".join(f"[need.p{n}]\nx=1\n" for n in range(SIZE // 21)),
    "many list items": lambda: f"a = [{'1,' * (SIZE // 2)}]\n",
    "an open text": lambda: 'a = """' + "\\" * SIZE,
    "blanks": lambda: " " * SIZE + "= 1",
    "one key again and again": lambda: "a=1\n" * (SIZE // 4),
}


def readers(folder: Path) -> Mapping[str, Callable[[str], object]]:
    from accessibility.speech.engine_clips import ClipEngine
    from accessibility.speech.failures import ClipRefused
    from flows.reading.pack_files import read_toml
    from flows.search import read_words
    from kiosk.base.config.defaults import read_defaults
    from kiosk.base.config.file import load_config
    from kiosk.base.config.needs import read_needs
    from kiosk.base.words.laid_over import read_laid_over
    from kiosk.papers.roster.problems import said_once
    from kiosk.papers.roster.read import read_roster
    from kiosk.ward.pack_changes import _values

    def written(name: str, text: str) -> Path:
        (folder / name).write_text(text, "utf-8")
        return folder / name

    def clips(text: str) -> None:
        written("index.toml", text)
        try:
            ClipEngine(folder)
        except ClipRefused:
            return

    def asking(text: str) -> object:
        written("danger.toml", text)
        return read_words(folder)

    def listed(text: str) -> object:
        from accessibility.speech.word_list import wrong_lists

        written("vi.toml", text)
        return tuple(wrong_lists(folder))

    return {
        "roster": lambda text: tuple(said_once(read_roster(written("tuan.toml", text), None, "").problems)),
        "needs": lambda text: read_needs(written("needs.toml", text)),
        "config": lambda text: load_config(written("kiosk.toml", text)),
        "defaults": lambda text: read_defaults(written("config.toml", text)),
        "sentences": lambda text: read_laid_over(written("vi.toml", text)),
        "readings": listed,
        "clips": clips,
        "guide": lambda text: read_toml(written("flow.toml", text), []),
        "asking": asking,
        "changes of a pack": lambda text: _values("library/a/flow.toml", text.encode()),
    }


def main(folder: str, *names: str) -> None:
    """For each reader and each kind a line: the reader, the kind, seconds, and megabytes at most so far."""
    most = (MOST_OF_ALL, MOST_OF_ALL)
    resource.setrlimit(resource.RLIMIT_AS, most)  # no machine dies of a fault
    for name, read in readers(Path(folder)).items():
        if names and name not in names:
            continue
        read("")  # what it imports is not the text's
        for kind, made in KINDS.items():
            text, began = made(), time.process_time()
            read(text)
            print(f"{name}\t{kind}\t{time.process_time() - began:.3f}\t{_most_mb()}", flush=True)


def _most_mb() -> int:
    """Of this program alone: `getrusage` counts what began it too."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
