"""What answers a question in a resident's own words.

Danger first; then a person, by the name of the matter; then guides, best first; or nothing.
Nothing that was asked is kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from flows.guide.flow import Flow
from flows.search.counted import Counted, terms_counted
from flows.search.danger import Dangers
from flows.search.phrases import Likeness, Phrases, terms_asked
from flows.search.signs import Sign, Signs
from flows.search.slips import Readings, Spelling
from flows.search.terms import Word, words_of
from flows.search.unmarked_names import Pairs, says_only_who
from flows.search.word_files import Matter

Kind: TypeAlias = Literal["guides", "danger", "person", "offices", "none"]
MOST_GUIDES = 3
BESIDE_DANGER = 2
"""Guides that stand after the urgent one, for whom it was a false alarm."""
DANGER, PERSON, ELSEWHERE = "danger ", "person ", "elsewhere"
"""What labels begin with that are no guide's id."""

LIKE_A_WHOLE = 3.0
"""What likeness to the phrases of a label is worth, beside what its words say by their counts."""
OF_PERSON, BY_SIGN, ELSEWHERE_AHEAD = 1.0, 2.0, 1.0
"""How much more than a guide a matter for a person is worth, a sign of it, and what is not ours."""
ENOUGH, EACH_ELSEWHERE = 0.62, 1.0
"""How like a guide must be as a whole, the more so the liker the question is to what is not ours."""
ENOUGH_OF_PERSON = 0.5
"""Less than of a guide: a person is never wrong."""
NOTHING = Likeness(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """`guides`: best first, at most three; for danger what helps against it, then what else answers.

    `offices` stand before the guides. `matter`: what a person is asked for.

    `perhaps`: what helps if it is danger, where that is not sure enough to put all else aside.
    """

    kind: Kind
    guides: tuple[Flow, ...] = ()
    matter: Matter | None = None
    offices: tuple[str, ...] = ()  # of the ward, of which it was asked where they are
    perhaps: Flow | None = None
    certain: bool = False  # of danger: hardly any word that may follow would change it
    step: str = ""  # where the guide against it opens; "" at its first step
    practice: bool = False  # somebody wants to practise: never with danger, nor what is perhaps danger

    @property
    def unsure(self) -> Answer:
        """The same where danger is not sure yet: what else answers, and before it what helps if it is."""
        if self.kind != "danger":
            return self
        urgent, *others = self.guides
        kind: Kind = (
            "offices" if self.offices else "guides" if others else "person" if self.matter else "none"
        )
        return Answer(kind, tuple(others), self.matter, self.offices, perhaps=urgent, step=self.step)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Asking:
    """All that questions are held against, made once (`prepare`).

    `ask` changes nothing in it, and is quick enough to be called at each key that is pressed.
    `danger_spelling`: it knows the words of fear too, which no guide says.
    """

    flows: Mapping[str, Flow]
    matters: Mapping[str, Matter]
    phrases: Phrases
    counted: Counted
    spelling: Spelling
    danger_spelling: Spelling
    dangers: Dangers
    persons: Signs
    openings: Mapping[str, Signs] = field(default_factory=dict)
    """By guide the signs of the steps at which it may open."""
    things: Pairs = frozenset()
    offices: Signs = field(default_factory=lambda: Signs({}))
    practising: Signs = field(default_factory=lambda: Signs({}))

    def ask(self, text: str) -> Answer:
        words = self.danger_spelling.parted(words_of(text))
        if not words:
            return Answer("none")
        readings = self.spelling.readings(words)
        sure = self.spelling.without_strange_marks(words)
        heard = self.danger_spelling.without_strange_marks(words), self.danger_spelling.readings(words)
        likenesses = self.phrases.likenesses(terms_asked(words, readings, self.spelling.counts))
        best = {label: likeness.best for label, likeness in sorted(likenesses.items())}
        like = {label.removeprefix(DANGER): best[label] for label in best if label.startswith(DANGER)}
        other = max((best[label] for label in best if not label.startswith(DANGER)), default=0.0)
        worth = self._worth(likenesses, self.counted.scores(terms_counted(words, readings)))
        verdict = self.dangers.verdict(words, *heard, like, other, self._ahead(worth))
        signs = self.persons.find(sure, readings, exact=True)
        answer = self._without_danger(likenesses, worth, signs)
        if says_only_who(words, self.things):
            answer = Answer("none")
        urgent_first = bool(answer.guides) and answer.guides[0].id in self.dangers.labels
        if not urgent_first and (here := self._offices(sure, readings)):
            answer = replace(answer, kind="offices", offices=here)
        if verdict.leads not in self.flows and self.practising.find(sure, readings, exact=True):
            return replace(answer, kind="guides", matter=None, practice=True)
        if verdict.leads in self.flows:
            urgent = self.flows[verdict.leads]
            step, alone = self.opens_at(urgent, words, heard[1], verdict.alone)
            if verdict.alone or alone:
                return Answer("danger", (urgent,), certain=verdict.certain, step=step)
            second = self.dangers.second(*heard)
            others = dict.fromkeys((*second, *(guide.id for guide in answer.guides)))
            fit = [one for one in others if one != urgent.id and one not in self.dangers.never_beside]
            beside = tuple(self.flows[one] for one in fit[:BESIDE_DANGER])
            rest = answer.matter, answer.offices
            return Answer("danger", (urgent, *beside), *rest, certain=verdict.certain, step=step)
        if verdict.perhaps in self.flows:  # the likest stays: who asked for it may be in no danger
            perhaps = self.flows[verdict.perhaps]
            left = (one for one in answer.guides[1:] if one.id not in self.dangers.never_beside)
            step, _ = self.opens_at(perhaps, words, heard[1])
            return replace(answer, guides=(*answer.guides[:1], *left), perhaps=perhaps, step=step)
        return answer

    def _offices(self, words: Sequence[Word], readings: Sequence[Readings]) -> tuple[str, ...]:
        """“Công an phường ở đâu” asks for one of them: the ward itself only where no other is named."""
        found = tuple(dict.fromkeys(one.label for one in self.offices.find(words, readings, exact=True)))
        return tuple(one for one in found if one != "one-stop" or len(found) == 1)

    def opens_at(
        self, flow: Flow, words: Sequence[Word], readings: Sequence[Readings], alone: bool = False
    ) -> tuple[str, bool]:
        """The step of *flow* of which most is said, of as much the first; and whether it stands alone.

        That there is danger is known: a word without marks may be meant with any. *alone*: at a step that
        stands so.
        """
        signs = set(self.openings[flow.id].find(words, readings)) if flow.id in self.openings else ()
        said: Counter[str] = Counter()
        for sign in signs:
            said[sign.label] += sign.size
        by_itself = self._alone(flow) if alone else frozenset()
        may = [one for one in flow.steps if one in by_itself or (not alone and one in said)]
        step = max(may, key=said.__getitem__, default="")
        return step, any(sign.alone for sign in signs if sign.label == step)

    def _alone(self, flow: Flow) -> frozenset[str]:
        """The steps of *flow* beside which no other guide stands."""
        signs = self.openings[flow.id].by_first.values() if flow.id in self.openings else ()
        return frozenset(sign.label for its in signs for sign in its if sign.alone)

    def _worth(self, likenesses: Mapping[str, Likeness], scores: Mapping[str, float]) -> dict[str, float]:
        """What answers best, by label: its likest phrases, and what its words say."""
        return {
            label: scores.get(label, 0.0) + LIKE_A_WHOLE * likenesses.get(label, NOTHING).whole
            for label in scores.keys() | likenesses.keys()
        }

    def _ahead(self, worth: Mapping[str, float]) -> float:
        """How much more the best answer that is not urgent is worth than the best urgent guide."""
        urgent = {label for label in self.dangers.labels if label in worth}
        calm = max(
            (one for label, one in worth.items() if label not in urgent and label != ELSEWHERE), default=0.0
        )
        return calm - max((worth[label] for label in urgent), default=0.0)

    def _without_danger(
        self, likenesses: Mapping[str, Likeness], worth: Mapping[str, float], signs: Sequence[Sign]
    ) -> Answer:
        guides = sorted(self.flows.keys() & worth.keys(), key=lambda label: (-worth[label], label))
        guide = worth[guides[0]] if guides else 0.0
        elsewhere = worth.get(ELSEWHERE, -math.inf) + ELSEWHERE_AHEAD
        signed = {sign.label for sign in signs}
        persons = {
            label: worth[PERSON + label] + OF_PERSON + BY_SIGN * (label in signed)
            for label in self.matters
            if PERSON + label in worth
        }
        matter, person = max(sorted(persons.items()), key=lambda pair: pair[1], default=("", -math.inf))
        if (
            person > max(guide, elsewhere)
            and likenesses.get(PERSON + matter, NOTHING).whole > ENOUGH_OF_PERSON
        ):
            return Answer("person", matter=self.matters[matter])
        least = ENOUGH + EACH_ELSEWHERE * likenesses.get(ELSEWHERE, NOTHING).best
        if not guides or elsewhere > guide or likenesses.get(guides[0], NOTHING).whole < least:
            return Answer("none")
        return Answer("guides", tuple(self.flows[label] for label in guides[:MOST_GUIDES]))
