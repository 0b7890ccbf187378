"""What answers a question in a resident's own words.

Danger first; then a person, by the name of the matter; then guides, best first; or nothing.
Nothing that was asked is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flows.flow import Flow
from flows.search.danger import Dangers, only_names
from flows.search.phrases import Likeness, Phrases, terms_asked
from flows.search.signs import Sign, Signs
from flows.search.slips import Readings, Spelling
from flows.search.terms import Word, words_of
from flows.search.word_files import Matter

Kind: TypeAlias = Literal["guides", "danger", "person", "none"]
MOST_GUIDES = 3
BESIDE_DANGER = 2
"""Guides that stand after the urgent one, for whom it was a false alarm."""
DANGER, PERSON, ELSEWHERE = "danger ", "person ", "elsewhere"
"""What labels begin with that are no guide's id."""

SURE = 0.5
"""Likeness to a line of a matter for a person, or of danger, from which it is that without any sign."""
AHEAD = 1.3
"""How much liker than anything else it must be then."""
ENOUGH, EACH_ELSEWHERE = 0.52, 2.2
"""How like a guide must be as a whole, the more so the liker the question is to what is not ours."""
SIGN_OF_PERSON = 0.8
"""How like the matter of a sign must be, held against the likest guide."""
NOTHING = Likeness(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """`guides`: best first, at most three; for danger what helps against it, then what else was found.

    `matter`: what a person is asked for.

    `perhaps`: what helps if it is danger, where that is not sure enough to put all else aside.
    """

    kind: Kind
    guides: tuple[Flow, ...] = ()
    matter: Matter | None = None
    perhaps: Flow | None = None
    certain: bool = False  # of danger: hardly any word that may follow would change it

    @property
    def unsure(self) -> Answer:
        """The same where danger is not sure yet: what was found else, and before it what helps if it is."""
        if self.kind != "danger":
            return self
        urgent, *others = self.guides
        kind: Kind = "guides" if others else "person" if self.matter else "none"
        return Answer(kind, tuple(others), self.matter, perhaps=urgent)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Asking:
    """All that questions are held against, made once (`prepare`).

    `ask` changes nothing in it, and is quick enough to be called at each key that is pressed.
    """

    flows: Mapping[str, Flow]
    matters: Mapping[str, Matter]
    phrases: Phrases
    spelling: Spelling
    dangers: Dangers
    persons: Signs

    def ask(self, text: str) -> Answer:
        words = words_of(text)
        if not words:
            return Answer("none")
        readings = self.spelling.readings(words)
        sure = self.spelling.without_strange_marks(words)
        found = self.phrases.likenesses(terms_asked(words, readings, self.spelling.counts))
        like = {label.removeprefix(DANGER): one for label, one in _best_of(found, DANGER).items()}
        other = max((one.best for label, one in found.items() if not label.startswith(DANGER)), default=0.0)
        danger = self.dangers.told(words, sure, readings, like, other)
        answer = Answer("none") if only_names(words) else self._without_danger(found, sure, readings)
        if danger.leads in self.flows:
            urgent = self.flows[danger.leads]
            if danger.alone:
                return Answer("danger", (urgent,), certain=True)
            others = [guide for guide in answer.guides if guide is not urgent][:BESIDE_DANGER]
            return Answer("danger", (urgent, *others), answer.matter, certain=danger.certain)
        return replace(answer, perhaps=self.flows.get(danger.perhaps))

    def _without_danger(
        self, found: Mapping[str, Likeness], sure: Sequence[Word], readings: Sequence[Readings]
    ) -> Answer:
        matter = self._matter(found, self.persons.found(sure, readings, exact=True))
        if matter:
            return Answer("person", matter=self.matters[matter])
        guides = sorted(self.flows.keys() & found.keys(), key=lambda one: (-found[one].whole, one))
        if not guides or not self._is_ours(found, guides[0]):
            return Answer("none")
        return Answer("guides", tuple(self.flows[one] for one in guides[:MOST_GUIDES]))

    def _matter(self, found: Mapping[str, Likeness], signs: Sequence[Sign]) -> str | None:
        guide = max((found[one].best for one in self.flows.keys() & found.keys()), default=0.0)
        like = _best_of(found, PERSON)
        if signs:
            best = max(signs, key=lambda sign: (sign.size, like.get(PERSON + sign.label, 0.0))).label
            if like.get(PERSON + best, 0.0) >= SIGN_OF_PERSON * guide:
                return best
        likest, sure = _likest(like)
        if sure > max(SURE, AHEAD * guide, found.get(ELSEWHERE, NOTHING).best):
            return likest.removeprefix(PERSON)
        return None

    def _is_ours(self, found: Mapping[str, Likeness], best: str) -> bool:
        elsewhere = found.get(ELSEWHERE, NOTHING).best
        return found[best].whole > ENOUGH + EACH_ELSEWHERE * elsewhere


def _best_of(found: Mapping[str, Likeness], beginning: str) -> dict[str, float]:
    return {label: one.best for label, one in sorted(found.items()) if label.startswith(beginning)}


def _likest(like: Mapping[str, float]) -> tuple[str, float]:
    return max(like.items(), key=lambda one: one[1], default=("", 0.0))
