"""Each file of words is in its own language: another voice would read it, and nobody would understand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from flows.checking.mentions import plain
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.texts import resident_texts
from flows.guide.words import LANGUAGES, Language

LABEL = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|\([^)]*\)")
"""What stands on the phone stays Vietnamese in every language, within quotation marks or brackets."""

VIETNAMESE_WORD = re.compile(r"\b\w*[ăđĩũơưạ-ỹ]\w*\b", re.IGNORECASE)
"""Words with letters that neither English nor French has."""

_SENTENCE = re.compile(r"[^.;:!?…]+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: Mapping[Language, str] = {
    "vi": "bác không có là và của cho này máy thì được ạ đã chưa rồi trên một các ở vào với người đừng cháu",
    "en": "the is are you your of and it with for this that not if have has can by from at be will please "
    "then there when where what who which they them was were does did or but as all one tap choose open",
    "fr": "le les une des du est sont vous votre vos et dans il elle avec pour sur ce cette ne pas si avez "
    "par au aux puis qui que où à ou je mon ma nous sans plus tout ces cet êtes été un",
}
"""Of each language, without those that are a word of another: “to”, “in” are Vietnamese too."""
_COMMON = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_IMPERATIVE = re.compile(r"\b[^\W\d_]{3,}ez\b")
"""As good as a small word: nothing else ends so in these languages."""
_ENOUGH = 2


def words_are_translated(flow: Flow) -> Iterator[Finding]:
    """A sentence left in Vietnamese in the words of another language; of a file that is, it is noted once."""
    copied = copied_languages(flow)
    for path, words in resident_texts(flow):
        for language in flow.languages:
            if (
                language not in ("vi", *copied)
                and words.has(language)
                and any(map(_is_vietnamese, _sentences(words.in_(language))))
            ):
                yield Finding("not-translated", Place(f"{language}.toml", path), {"language": language})


def words_are_in_their_language(flow: Flow) -> Iterator[Finding]:
    """A sentence of French left in English, of English in French or Vietnamese; of a copied file once."""
    copied = copied_languages(flow)
    for path, words in resident_texts(flow):
        for language in flow.languages:
            if language in copied or not words.has(language):
                continue
            for sentence in _sentences(words.in_(language)):
                if other := _other_language(sentence, language):
                    fields = {"language": language, "other": other}
                    yield Finding("wrong-language", Place(f"{language}.toml", path), fields)
                    break


def _sentences(text: str) -> list[str]:
    return _SENTENCE.findall(LABEL.sub("", text))


def _other_language(sentence: str, language: Language) -> str:
    """English or French where the small words of *sentence* are theirs; empty where they may be its own."""
    said = plain(sentence)
    counts = {one: sum(word in _COMMON[one] for word in _WORD.findall(said)) for one in LANGUAGES}
    counts["fr"] += len(_IMPERATIVE.findall(said))
    others: tuple[Language, ...] = tuple(one for one in LANGUAGES if one not in ("vi", language))
    other = max(others, key=lambda one: counts[one])
    return other if counts[other] >= _ENOUGH and counts[other] > 2 * counts[language] else ""


def languages_are_their_own(flow: Flow) -> Iterator[Finding]:
    """A file of words copied over that of another language and left so: the wrong voice would read it."""
    for one, other in _copied(flow):
        vietnamese = _is_vietnamese(" ".join(words.in_(one) for _, words in resident_texts(flow)))
        wrong, right = (one, other) if one == "vi" and not vietnamese else (other, one)
        yield Finding("words-copied", Place(f"{wrong}.toml", ("title",)), {"other": f"{right}.toml"})


def copied_languages(flow: Flow) -> frozenset[Language]:
    """Those of files that are one and the same: noted once, they are judged in nothing else."""
    return frozenset(language for pair in _copied(flow) for language in pair)


def _copied(flow: Flow) -> Iterator[tuple[Language, Language]]:
    """The pairs of languages in which most texts are identical; names and numbers may well be."""
    texts = [words for _, words in resident_texts(flow)]
    for one, other in combinations(flow.languages, 2):
        both = [words for words in texts if words.has(one) and words.has(other)]
        same = sum(words.in_(one) == words.in_(other) for words in both)
        if 2 * same > len(both):
            yield one, other


def _is_vietnamese(text: str) -> bool:
    own = LABEL.sub("", text)
    vietnamese = len(VIETNAMESE_WORD.findall(own))
    return vietnamese > 1 and 4 * vietnamese > len(own.split())  # one alone is the name of a place
