"""How long a step takes in each way: what the voice says plus what the person does, by a plain model.

Patient: every screen and every item on the way is heard to its end, at the kiosk's usual rate. Practised: a
passed item is known after its first 0.8 s; screens are heard to their end all the same. A key or a switch
takes 1 s, a tap 0.2 s, a swipe 0.4 s, a pause before a tap 1.5 s, and a finger slides 60 mm a second. With
one switch the time the pointer stays is added. People differ by more than such a model knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from statistics import mean

from support.senses import KEY_S, LETTERS_S, Diary

KNOWN_AFTER_S = 0.8
INPUTS = ("key", "tap", "swipe")


@dataclass(frozen=True, slots=True)
class Pace:
    """One visit from the invitation to its end; all but `way` and `steps` a step."""

    way: str
    steps: int
    inputs: float
    doing_s: float
    patient_s: float
    practised_s: float


def pace_of(
    way: str, diary: Diary, speech_s: Callable[[str], float] = lambda text: len(text) / LETTERS_S
) -> Pace:
    """*speech_s* tells how long the voice needs for a text."""
    steps = len(diary.of("screen"))
    screens = sum(speech_s(text) for text in diary.of("screen", "aside") if text)
    items = [speech_s(text) for text in diary.of("item") if text]
    doing = KEY_S * len(diary.of("key"))
    doing += sum(float(text) for text in diary.of("tap", "swipe", "slide", "rest", "wait"))
    return Pace(
        way,
        steps,
        len(diary.of(*INPUTS)) / steps,
        doing / steps,
        (doing + screens + sum(items)) / steps,
        (doing + screens + sum(min(one, KNOWN_AFTER_S) for one in items)) / steps,
    )


def as_property(pace: Pace) -> dict[str, str | int | float]:
    """What a test hands on to the summary of the run."""
    return asdict(pace)


def table(found: Iterable[dict[str, str | int | float]]) -> list[str]:
    """A line for each way: the mean of its visits."""
    of_way = defaultdict(list)
    for one in found:
        of_way[one["way"]].append(one)
    lines = [f"{'way':14}{'visits':>7}{'steps':>7}{'inputs':>8}{'doing':>8}{'patient':>9}{'practised':>11}"]
    for way, visits in of_way.items():
        means = {name: mean(float(one[name]) for one in visits) for name in visits[0] if name != "way"}
        lines.append(
            f"{way:14}{len(visits):7}{means['steps']:7.1f}{means['inputs']:8.1f}{means['doing_s']:7.1f}s"
            f"{means['patient_s']:8.1f}s{means['practised_s']:10.1f}s"
        )
    return lines
