"""The figures of what was heard: wrong words, and what the search makes of it."""

from __future__ import annotations

import math
import random
import re
import statistics
from collections.abc import Callable, Sequence
from datetime import date
from unicodedata import normalize

from support.asked import Asked, asked, ids

from flows.guide.fold import folded
from flows.search import Answer, Asking, prepare
from flows.shelf.library import RESIDENT_GUIDES, load_library

QUIET = 0.6
"""From which likelihood that nobody spoke a kiosk would not take a sound for speech."""
HEADS = (
    "people",
    "bare",
    "kiosk",
    "bare",
    "first",
    "three",
    "danger",
    "right",
    "false",
    "off",
    "quiet",
    "CPU",
)
"""Wrong words of each voice, with marks and bare; the search; taken for no speech; seconds an utterance."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"

Row = dict[str, str]


def print_figures(rows: Sequence[Row]) -> None:
    """By noise; then the phrases as they are written, and with words misheard by lot."""
    for row in rows:
        if row["kind"] == "nothing":
            print(f"{row['phrase']}: “{row['heard']}”; nobody spoke: {row['silence']}")
    print(f"\n{'noise':12}", *(f"{head:>7}" for head in HEADS))
    asking = prepare(load_library(RESIDENT_GUIDES, date(2026, 11, 29)))
    for name in dict.fromkeys(row["noise"] for row in rows):
        of = [row for row in rows if row["noise"] == name and row["kind"] != "nothing"]
        wrong = [
            wrong_words(_of_people(of, people), way)
            for people in (True, False)
            for way in (str.lower, folded)
        ]
        quiet = sum(float(row["silence"]) >= QUIET for row in of) / len(of)
        cpu = statistics.median(float(row["cpu_s"]) for row in of)
        print(f"{name:12}", *map(_percent, (*wrong, *searched(asking, of), quiet)), f"{cpu:7.2f}")
    written = [{**row, "heard": row["phrase"]} for row in rows if row["noise"] == rows[0]["noise"]]
    print(f"{'as written':12}", " " * 31, *map(_percent, searched(asking, written)))
    for share in (0.0, 0.1, 0.2, 0.3):
        print(f"{f'{share:.0%} by lot':12}", " " * 31, *map(_percent, searched(asking, _by_lot(share))))


def searched(asking: Asking, rows: Sequence[Row]) -> tuple[float, ...]:
    """Right first, among three; danger seen, its guide; anything else taken for it; off-topic refused."""

    def share(kinds: str, holds: Callable[[Sequence[str], Answer], bool]) -> float:
        answers = [
            (row["wanted"].split(), asking.ask(row["heard"])) for row in rows if row["kind"] in kinds.split()
        ]
        return sum(holds(*answer) for answer in answers) / len(answers) if answers else math.nan

    return (
        share("situations", lambda wanted, answer: bool({*wanted} & {*ids(answer)[:1]})),
        share("situations", lambda wanted, answer: bool({*wanted} & {*ids(answer)})),
        share("danger", lambda _, answer: answer.kind == "danger"),
        share("danger", lambda wanted, answer: answer.kind == "danger" and ids(answer)[0] in wanted),
        share(
            "situations harmless",
            lambda wanted, answer: answer.kind == "danger" and ids(answer)[0] not in wanted,
        ),
        share("off_topic", lambda _, answer: answer.kind == "none"),
    )


def wrong_words(rows: Sequence[Row], way: Callable[[str], str]) -> float:
    """Words put in, left out or changed, for each word that was said."""
    pairs = [(_words(way(row["phrase"])), _words(way(row["heard"]))) for row in rows]
    return sum(_edits(*pair) for pair in pairs) / sum(len(said) for said, _ in pairs) if pairs else math.nan


def misheard(phrase: str, share: float, chance: random.Random) -> str:
    """*share* of the words wrong: in the tone (35 %), a letter (50 %), or not there (15 %)."""
    words = []
    for word in phrase.split():
        fault = chance.choices(("tone", "letter", "gone"), (35, 50, 15))[0] if chance.random() < share else ""
        if fault == "tone":
            bare = "".join(sign for sign in normalize("NFD", word) if sign not in _TONES)
            vowel = re.search("[aeiouy][\u0302\u0306\u031b]*", bare)
            end = vowel.end() if vowel else len(bare)
            word = normalize("NFC", bare[:end] + chance.choice(_TONES) + bare[end:])
        elif fault == "letter":
            place = chance.randrange(len(word))
            word = word[:place] + chance.choice("aeiouhntcmlg") + word[place + 1 :]
        words += [] if fault == "gone" else [word]
    return " ".join(words)


def _by_lot(share: float) -> list[Row]:
    """All held-back phrases misheard, three times."""
    kinds = ("situations", "danger", "harmless", "off_topic")
    phrases: list[tuple[str, Asked]] = [
        (kind, phrase) for kind in kinds for phrase in asked(kind, "held back")
    ]
    return [
        {"kind": kind, "wanted": " ".join((phrase.wanted, *phrase.also)),
         "heard": misheard(phrase.phrase, share, random.Random(f"{seed} {phrase.phrase}"))}
        for seed in range(3) for kind, phrase in phrases
    ]  # fmt: skip


def _of_people(rows: Sequence[Row], people: bool) -> list[Row]:
    return [row for row in rows if (row["kind"] == "recording") is people]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", normalize("NFC", text))


def _edits(said: Sequence[str], heard: Sequence[str]) -> int:
    costs = list(range(len(heard) + 1))
    for row, one in enumerate(said, 1):
        before, costs[0] = costs[0], row
        for place, other in enumerate(heard, 1):
            before, costs[place] = costs[place], min(
                costs[place] + 1, costs[place - 1] + 1, before + (one != other)
            )  # fmt: skip
    return costs[-1]


def _percent(share: float) -> str:
    return "      –" if math.isnan(share) else f"{100 * share:7.0f}"
