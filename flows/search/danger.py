"""Whether a question speaks of danger: by what a ward wrote, and by what was learnt from many phrases."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from flows.search.cues import Cues, features_of
from flows.search.learnt import Forms, Learnt
from flows.search.signs import NO_SIGNS, Signs
from flows.search.slips import Readings, is_one_slip
from flows.search.terms import Word, words_of

LEADS, PERHAPS = (0.5, 0.5), (0.2, 0.25)
"""How likely danger must be to lead, and to be offered first beside others: with marks, and without."""
LEADS_BESIDE, PERHAPS_BESIDE = (0.42, 0.45), (0.13, 0.19)
"""The same where it was asked what else the question is like."""
AHEAD_FREE, AHEAD_COSTS = 4.0, 0.3
"""How much more than an urgent guide another may be worth without danger being less likely for it; and what
each such step beyond that takes from its log odds."""
CERTAIN = 0.92
"""Danger though the question is not finished: beneath it, the next word often takes it back."""
VERY_LIKE, AHEAD = 0.5, 1.15
"""Likeness to a line that a ward wrote from which it is danger, and how much liker than anything else."""

NAMES_OF_PEOPLE = frozenset(
    words_of(
        "tôi tao tớ mình ta ông bà cụ bác cô chú cậu dì mợ thím anh chị em con cháu mẹ má bố ba vợ chồng "
        "nó họ ơi à ạ này"
    )
)
"""Whom one speaks of or to. Who has typed only these has not said yet what happened."""
MOST_NAMES = 3


class DangerVerdict(NamedTuple):
    """The guide that leads, and the one that is offered first beside others; "" for none.

    `certain`: it leads, and hardly any word that may follow would change that. `alone`: no guide beside it.
    """

    leads: str = ""
    perhaps: str = ""
    certain: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Dangers:
    """`signs` and `harmless` as a ward writes them; `learnt` of the words and the classes in `cues`.

    `beside`: signs of guides that then stand next to the urgent one. `never_beside`: guides that never do.
    """

    signs: Signs
    harmless: Signs
    learnt: Learnt | None = None
    cues: Cues = field(default_factory=dict)
    beside: Signs = NO_SIGNS
    never_beside: frozenset[str] = frozenset()

    @property
    def labels(self) -> frozenset[str]:
        """The guides of danger."""
        return frozenset(self.learnt.labels if self.learnt else ())

    def second(self, sure: Sequence[Word], readings: Sequence[Readings]) -> tuple[str, ...]:
        """Guides that stand next to the urgent one by what is said: a swindler tells of an accident too."""
        return tuple(dict.fromkeys(one.label for one in self.beside.find(sure, readings, exact=True)))

    def verdict(
        self,
        words: Sequence[Word],
        sure: Sequence[Word],
        readings: Sequence[Readings],
        like: Mapping[str, float],
        other: float,
        ahead: float | None = None,
    ) -> DangerVerdict:
        """*sure*: the words without marks that are slips; *like*: likeness to a ward's lines by guide;
        *other*: to the likest line of anything else; *ahead*: how much more the best of the other guides is
        worth than the best urgent one, None where nobody asked.
        """
        signs = self.signs.find(sure, readings, exact=True)
        calm = max((sign.size for sign in self.harmless.find(sure, readings, exact=True)), default=0)
        if max((sign.size for sign in signs), default=0) > calm:
            sign = max(signs, key=lambda sign: (sign.size, like.get(sign.label, 0.0)))
            return DangerVerdict(sign.label, certain=True, alone=any(one.alone for one in signs))
        if calm or only_names(words):
            return DangerVerdict()
        likest = max(like, key=like.__getitem__, default="")
        if likest and like[likest] > max(VERY_LIKE, AHEAD * other):
            return DangerVerdict(likest, certain=True)
        return self._learnt(words, readings, ahead)

    def _learnt(
        self, words: Sequence[Word], readings: Sequence[Readings], ahead: float | None
    ) -> DangerVerdict:
        if self.learnt is None:
            return DangerVerdict()
        bare = not any(word.marked for word in words)
        meant = [
            _meant(word, reading[0][0], self.learnt.words, bare)
            for word, reading in zip(words, readings, strict=True)
        ]
        shares = self.learnt.shares(features_of(meant, self.cues))
        likest, sure = max(shares, key=shares.__getitem__), sum(shares.values())
        leads, perhaps = (LEADS, PERHAPS) if ahead is None else (LEADS_BESIDE, PERHAPS_BESIDE)
        sure = _less_likely(sure, AHEAD_COSTS * max(0.0, (ahead or 0.0) - AHEAD_FREE))
        if sure >= leads[bare]:
            return DangerVerdict(leads=likest, certain=sure >= CERTAIN)
        return DangerVerdict(perhaps=likest) if sure >= perhaps[bare] else DangerVerdict()


def _meant(word: Word, likeliest: str, forms: Forms, bare: bool) -> Word:
    """A word that no phrase has is taken as it is most likely meant; its marks too, where any were typed."""
    plain = word.plain if word.plain in forms else likeliest
    typed, its = word.marked or word.plain, forms.get(plain, ())
    if bare or typed in its or not its:
        return word if plain == word.plain else replace(word, plain=plain, marked="")
    form = next((one for one in its if is_one_slip(typed, one)), its[0])
    return replace(word, plain=plain, marked=form if form != plain else "")


def _less_likely(share: float, by: float) -> float:
    """*share*, of which *by* is taken from its log odds."""
    return share / (share + (1 - share) * math.exp(by))


def only_names(words: Sequence[Word]) -> bool:
    """Whether the few words that are typed only say who: “mẹ tôi”, “chau oi”."""
    return len(words) <= MOST_NAMES and all(map(is_name, words))


def is_name(word: Word) -> bool:
    """Whether *word* may say who: without marks “chu” may, “chữ” does not."""
    return any(
        word.plain == name.plain and (not word.marked or word.marked == name.marked)
        for name in NAMES_OF_PEOPLE
    )
