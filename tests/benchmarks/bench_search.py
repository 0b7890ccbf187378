"""How often what people ask is answered rightly, by kind of phrase, and how long it takes.

`+ red` is with those where danger only stands first, red, beside what is found; `ordin.` that of ordinary
questions.
With `--each`, each writer of `resources/asking/asked` is left out in turn and theirs are asked instead.
Held-back phrases only (`tests/flows/asking`), both halves; beside them the search as it was until November.
With folders of guides as arguments, also with those guides added: `bench_search.py ../more-guides`.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from support import earlier_search
from support.asked import FRESH, HALVES, alarms, asked, figures, ids, ordinary
from support.guides import TODAY, shipped
from support.typed import WAYS_OF_TYPING

from flows.search import Asking, prepare, read_words
from flows.shelf.library import Library, load_library
from resources import path

SHOWN_RED = ("danger", "harmless", "situations")
GOALS = "goals: first ≥ 90 % (slips 80), three ≥ 98 (92), danger ≥ 99, false ≤ 2, refused ≥ 90, p95 ≤ 5 ms"


def main() -> None:
    if sys.argv[1:] == ["--each"]:
        tell_each_writer()
        return
    tell(shipped(), "the guides that ship")
    for folder in sys.argv[1:]:
        more = load_library(Path(folder), TODAY, shipped().flows)
        tell(replace(shipped(), flows={**more.flows, **shipped().flows}), f"with {folder} added")


def tell(library: Library, name: str) -> None:
    began = time.process_time()
    asking = prepare(library)
    took = time.process_time() - began
    print(f"\n{name}: {len(asking.flows)} guides, prepared in {took:.2f} s of CPU; {GOALS}")
    named = ("first", "three", "danger", "+ red", "false", "+ red", "ordin.", "off", "person")
    heads = " ".join(f"{head:>6}" for head in named)
    print(f"{'half':10} {'typed':21} {heads} {'p95 ms':>8}   before: first, three, off-topic refused")
    before = earlier_search.build_index(library)
    for half in (*HALVES, FRESH):
        for way, typed in WAYS_OF_TYPING.items():
            now = figures(asking, half, typed)
            danger, near, ordinary = (red(asking, kind, half, typed) for kind in SHOWN_RED)
            told = (now.danger, danger, now.false_alarms, near, ordinary)
            shares = (now.first, now.three, *told, now.refused, now.person)
            row = " ".join(f"{100 * share:6.1f}" for share in shares)
            old = " ".join(f"{100 * share:5.1f}" for share in earlier(before, half, typed))
            print(f"{half:10} {way:21} {row} {slowest(asking, half, typed):8.2f}   {old}")
    print("ordinary phrases while typed, danger said: at a word's end; with a pause after each key")
    tell_alarms(asking)


def tell_each_writer() -> None:
    """Where danger is learnt from theirs as well, so that a guide is found a little better than in life."""
    words, library = read_words(), shipped()
    for writer in sorted((path("asking") / "asked").glob("*.tsv")):
        theirs = [line.split("\t") for line in writer.read_text("utf-8").splitlines()]
        left = {label: {phrase for one, phrase, *_ in theirs if one == label} for label, *_ in theirs}
        others = {
            label: tuple(one for one in its if one not in left.get(label, ()))
            for label, its in words.asked.items()
        }
        asking = prepare(library, words=replace(words, asked=others))
        for way, typed in WAYS_OF_TYPING.items():
            told = [(row, asking.ask(typed(row[1]))) for row in theirs]
            found = [
                ({row[0], *" ".join(row[2:]).split()}, ids(answer))
                for row, answer in told
                if row[0] in asking.flows
            ]
            first = statistics.mean(bool(right & {*ids_[:1]}) for right, ids_ in found)
            three = statistics.mean(bool(right & {*ids_}) for right, ids_ in found)
            off = statistics.mean(answer.kind == "none" for row, answer in told if row[0] == "elsewhere")
            person = statistics.mean(
                answer.kind == "person" for row, answer in told if row[0][:7] == "person "
            )
            shares = " ".join(f"{100 * share:6.1f}" for share in (first, three, off, person))
            print(f"{writer.stem:10} {way:21} first, three, off-topic refused, person: {shares}", flush=True)


def tell_alarms(asking: Asking) -> None:
    print("ordinary phrases while typed, danger said: at a word's end; with a pause after each key")
    for way in ("Telex keys", "without marks"):
        by_words, by_keys = alarms(asking, WAYS_OF_TYPING[way], ordinary())
        print(f"{way:32} {100 * by_words:6.1f} {100 * by_keys:6.1f}")


def earlier(
    index: earlier_search.Index, half: str, typed: Callable[[str], str]
) -> tuple[float, float, float]:
    """First, among three, and refused, of the search as it was."""
    first = three = 0
    rows = asked("situations", half)
    for one in rows:
        found = [hit.flow.id for hit in earlier_search.look_up(index, typed(one.phrase))][:3]
        right = {one.wanted, *one.also}
        first += bool({*found[:1]} & right)
        three += bool({*found} & right)
    off = asked("off_topic", half)
    refused = sum(not earlier_search.look_up(index, typed(one.phrase)) for one in off)
    return first / len(rows), three / len(rows), refused / len(off)


def red(asking: Asking, kind: str, half: str, typed: Callable[[str], str]) -> float:
    """How often danger leads or stands first, red, beside others; but where that guide is asked for."""
    shown = 0
    for one in asked(kind, half):
        answer = asking.ask(typed(one.phrase))
        first = answer.guides[0] if answer.kind == "danger" else answer.perhaps
        shown += first is not None and (kind == "danger" or first.id not in (one.wanted, *one.also))
    return shown / len(asked(kind, half))


def slowest(asking: Asking, half: str, typed: Callable[[str], str]) -> float:
    """The 95th percentile of one question, in milliseconds of CPU."""
    took = []
    for kind in ("situations", "danger", "off_topic"):
        for one in asked(kind, half):
            began = time.thread_time()
            asking.ask(typed(one.phrase))
            took.append(1000 * (time.thread_time() - began))
    return statistics.quantiles(took, n=20)[-1]


if __name__ == "__main__":
    main()
