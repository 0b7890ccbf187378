"""Make what questions are held against: once at the start, from the guides and the files of words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from flows.guide.flow import Audience, Flow
from flows.guide.ward import NO_WARD, Ward
from flows.guide.words import LANGUAGES
from flows.search.asking import DANGER, ELSEWHERE, PERSON, Asking
from flows.search.counted import counted_of
from flows.search.cues import cues_of
from flows.search.danger import Dangers
from flows.search.phrases import Phrase, phrases_of
from flows.search.signs import signs_of
from flows.search.slips import spelling_of
from flows.search.terms import Word, word, words_of
from flows.search.unmarked_names import things_of
from flows.search.word_files import HARMLESS, PRACTICE, AskingWords, Matter, read_words
from flows.shelf.library import Library


def prepare(
    library: Library,
    audience: Audience = "resident",
    words: AskingWords | None = None,
    ward: Ward = NO_WARD,
) -> Asking:
    """For the guides of *audience*; danger and matters of a person are for residents, and so are the offices
    of *ward*, as far as something is known of them. *words*: shipped.
    """
    flows = {flow.id: flow for flow in library.flows.values() if flow.audience == audience}
    words = words or read_words()
    if audience == "volunteer":
        words = AskingWords(elsewhere=words.elsewhere)
    matters = {one.id: one for one in words.matters.values() if one.until not in flows}
    danger_signs = {label: its for label, its in words.danger_signs.items() if label in flows}
    person_signs = {label: its for label, its in words.person_signs.items() if label in matters}
    read = lru_cache(maxsize=8192)(word)
    phrases = [*_of_guides(flows, read), *_of_words(words, flows, matters, read)]
    return Asking(
        flows,
        matters,
        phrases_of(phrases),
        counted_of(one for one in phrases if not one.answers.startswith(DANGER)),
        spelling_of(one.words for one in phrases),
        spelling_of((*(one.words for one in phrases), *_learnt_words(words))),
        Dangers(
            signs_of(danger_signs),
            signs_of({HARMLESS: words.danger_signs.get(HARMLESS, ())}),
            words.learnt,
            cues_of(words.cues),
            signs_of({label: its for label, its in words.danger_beside.items() if label in flows}),
            frozenset(label for label, its in words.danger_beside.items() if not its),
        ),
        signs_of(person_signs),
        {flow.id: signs_of(opened) for flow in flows.values() if (opened := opened_by(flow))},
        things_of(one for one in phrases if one.answers in flows),
        signs_of({one: its for one, its in words.office_signs.items() if ward.sent_to((one,))}),
        signs_of({PRACTICE: words.practice_signs}),
    )


def opened_by(flow: Flow) -> dict[str, tuple[str, ...]]:
    """The signs by which a question opens *flow* at one of its steps."""
    return {step.id: step.signs for step in flow.steps.values() if step.signs}


def _learnt_words(words: AskingWords) -> Iterator[Sequence[Word]]:
    """Of the phrases that danger was learnt from: what the guides never say is no slip."""
    for plain, forms in words.learnt.words.items() if words.learnt else ():
        yield from ((Word(plain, form if form != plain else "", plain),) for form in forms)


def _of_guides(flows: Mapping[str, Flow], read: Callable[[str], Word]) -> Iterator[Phrase]:
    for flow in flows.values():
        texts = (text.in_(language) for text in (flow.title, flow.summary) for language in LANGUAGES)
        for text in dict.fromkeys((*flow.asked_as, *texts)):
            yield Phrase(flow.id, words_of(text, read))
        for text in _inside(flow):
            yield Phrase(flow.id, words_of(text, read), body=True)


def _inside(flow: Flow) -> Iterator[str]:
    """Not the steps of a guide that opens at them: these are told by their signs."""
    yield from (need.text.vi for need in flow.needs)
    for step in () if opened_by(flow) else flow.steps.values():
        yield step.say.vi
        if step.simpler:
            yield step.simpler.vi
        yield from (edge.label.vi for edge in step.edges if edge.label)


def _of_words(
    words: AskingWords, flows: Mapping[str, Flow], matters: Mapping[str, Matter], read: Callable[[str], Word]
) -> Iterator[Phrase]:
    for label, lines in words.danger_phrases.items():
        if label in flows:
            yield from (Phrase(DANGER + label, words_of(line, read)) for line in lines)
    for lines in words.cues.values():
        yield from (Phrase(DANGER, words_of(line, read), body=True) for line in lines)
    for label in matters:
        lines = (*words.person_phrases.get(label, ()), *words.person_signs.get(label, ()))
        yield from (Phrase(PERSON + label, words_of(line, read)) for line in lines)
    yield from (Phrase(ELSEWHERE, words_of(line, read)) for line in words.elsewhere)
    labels = {ELSEWHERE, *flows, *(PERSON + label for label in matters)}
    for label, lines in words.asked.items():
        if label in labels:
            yield from (Phrase(label, words_of(line, read)) for line in lines)
