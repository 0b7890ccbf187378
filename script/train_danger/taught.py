"""The phrases that danger is learnt from: who wrote each, its label, and how near to danger it is."""

from __future__ import annotations

import csv
import hashlib
import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

ROOT = Path(__file__).resolve().parents[2]
PHRASES = Path(__file__).with_name("phrases")
PATTERNS = Path(__file__).with_name("patterns.toml")
ASKED = ROOT / "tests" / "flows" / "asking"
CUES = ROOT / "resources" / "asking" / "cues.toml"
DANGERS = ("khan-cap", "lua-dao-da-mac", "lua-dao-nhan-biet")
NEAR, ORDINARY = "gan-nguy", "thuong"
Kind: TypeAlias = Literal["danger", "near", "ordinary"]


class Taught(NamedTuple):
    """`label`: a danger's guide, or "" for none."""

    writer: str
    label: str
    phrase: str
    kind: Kind


def taught() -> list[Taught]:
    """Everything, each phrase once; what the guides are asked for is ordinary."""
    seen: set[str] = set()
    return [
        one
        for one in (*_written(), *_asked(), *_of_guides(), *_of_phrases())
        if not (one.phrase in seen or seen.add(one.phrase))
    ]


def from_patterns() -> list[Taught]:
    """Phrases put together from parts, the same ones each time."""
    patterns = tomllib.loads(PATTERNS.read_text("utf-8"))
    slots = patterns.pop("slots")
    made = {}
    for label, table in patterns.items():
        for pattern in table["patterns"]:
            chance = random.Random(pattern)
            for _ in range(table["count"]):
                filled = re.sub(r"\{(\w+)\}", lambda slot, by=chance: by.choice(slots[slot[1]]), pattern)
                made[" ".join(filled.split()).strip(" ,")] = label
    return [_taught("patterns", label, phrase, NEAR) for phrase, label in made.items()]


def hash_of_what_teaches() -> str:
    """Of the files here and of the classes of words; guides change daily, and are taken as they are."""
    files = [*sorted(PHRASES.glob("*.tsv")), PATTERNS, CUES]
    taught = b"\n".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files)
    return hashlib.sha256(taught).hexdigest()[:16]


def _taught(writer: str, label: str, phrase: str, else_kind: str) -> Taught:
    if label in DANGERS:
        return Taught(writer, label, phrase, "danger")
    return Taught(writer, "", phrase, "near" if else_kind == NEAR else "ordinary")


def _written() -> Iterator[Taught]:
    for file in sorted(PHRASES.glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            label, phrase = line.split("\t")
            yield _taught(file.stem, label, phrase, label)


def _asked() -> Iterator[Taught]:
    for writer, folder in (("first", ASKED), ("fresh", ASKED / "fresh")):
        for table in ("danger", "person", "situations"):
            with (folder / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t"):
                    label = row.get("guide") or ""
                    if table == "danger" or label not in DANGERS:
                        yield _taught(writer, label, row["phrase"], ORDINARY)
        for table, kind in (("harmless", NEAR), ("off_topic", ORDINARY)):
            for line in (folder / f"{table}.txt").read_text("utf-8").splitlines():
                yield _taught(writer, "", line, kind)


def _of_guides() -> Iterator[Taught]:
    """What the other guides and the lists of words are asked for; those of danger are asked for both ways."""
    for pack in sorted((ROOT / "flows" / "library").glob("*/vi.toml")):
        if pack.parent.name not in DANGERS:
            guide = tomllib.loads(pack.read_text("utf-8"))
            for line in (guide["title"], *guide.get("asked_as", ())):
                yield _taught("guides", "", line, ORDINARY)
    words = ROOT / "resources" / "asking"
    for line in tomllib.loads((words / "elsewhere.toml").read_text("utf-8"))["phrases"]:
        yield _taught("guides", "", line, ORDINARY)
    for matter in tomllib.loads((words / "person.toml").read_text("utf-8")).values():
        for line in matter["phrases"]:
            yield _taught("guides", "", line, ORDINARY)


def _of_phrases() -> Iterator[Taught]:
    """What people ask for (`resources/asking/asked`), but where a guide of danger answers it as well."""
    for file in sorted((ROOT / "resources" / "asking" / "asked").glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            label, phrase, *also = line.split("\t")
            if not {label, *" ".join(also).split()} & {*DANGERS}:
                yield _taught(f"asked-{file.stem}", "", phrase, ORDINARY)
