"""A secret is handed to nobody: who was once told to give a password to staff gives it to the next caller who
says that he is. In every language, since the kiosk speaks in one of them only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.rules.harmless_clauses import asks_for_nothing
from flows.rules.mentions import plain
from flows.rules.secret_words import SecretWords, secret_words
from flows.texts import resident_texts
from flows.words import Language

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_SENTENCES = re.compile(r"[^.;?!…]+[?]?")
_WHOLE_SENTENCES = re.compile(r"[^.?!…]+[?]?")
_GO_ON = re.compile(r", bác (?:cứ|hãy|chỉ)|\b(?:mà|nhưng|hãy|rồi|but|instead|then|mais|puis)\b")
"""After this the denial before it holds no longer."""
_CLAUSE_ENDS = re.compile(r"[,:]|\bthì\b")
_LABELS = ("if", "title", "summary")
_STRUCK = "\u2026"


def secrets_are_told_to_nobody(flow: Flow) -> Iterator[Finding]:
    """No sentence asks for a password or a code to be read out, sent, shown or typed by somebody else."""
    texts = list(resident_texts(flow))  # of a guide for volunteers: a question tells of what somebody does
    for language in flow.languages:
        words = secret_words(language)
        said = plain("\0".join(text.in_(language) for _, text in texts)).split("\0")
        for (path, text), one in zip(texts, said, strict=False):
            if not words.is_of_secret(one) or not text.has(language):
                continue
            asked_of_volunteer = flow.audience == "volunteer" and text.vi.endswith("?")
            if not asked_of_volunteer and (
                part := asks_for_secret(
                    text.in_(language), language, is_label=path[-1] in _LABELS or "choice" in path
                )
            ):
                yield Finding("secret-told", Place(f"{language}.toml", path), {"part": part})


def asks_for_secret(text: str, language: Language, *, is_label: bool = False) -> str:
    """What of *text* asks for a secret to be handed over; empty where nothing does.

    A label names a situation in few words (“somebody asks for the code”): there only verbs count.
    """
    words = secret_words(language)
    said = plain(text)
    for sentence in _SENTENCES.findall(_QUOTED.sub(_emptied, said)):
        asked = sentence.endswith("?") and words.only_asked.search(sentence)
        if asked or not words.is_of_secret(sentence):
            continue
        if match := words.asks.search(_without_what_is_denied(sentence, words)):
            return match[0].strip()
    for sentence in () if is_label else _WHOLE_SENTENCES.findall(_without_labels(said, words)):
        if sentence.endswith("?") or not words.is_of_secret(sentence):
            continue
        if _is_with_another(sentence, words) and not asks_for_nothing(sentence, language):
            return str(sentence).strip()
    return ""


def _emptied(quoted: re.Match[str]) -> str:
    """What stands on a button or is to be said is no order; it may end the sentence it stands in."""
    return "“”." if quoted[0][-2:-1] in (".", "!", "?") else "“”"


def _is_with_another(sentence: str, words: SecretWords) -> bool:
    """Somebody else, or a place where it would be handed over, and no denial nor anything that excuses it."""
    plainly = words.comfort.sub(" ", sentence)
    return bool(words.other.search(plainly)) and not words.excused.search(plainly)


def _without_labels(text: str, words: SecretWords) -> str:
    """*text* without the names of buttons; what the resident is to say or to write is judged too."""
    parts, begin = [], 0
    for quoted in _QUOTED.finditer(text):
        before = text[begin : quoted.start()]
        spoken = quoted[0].strip('“”«»" ').rstrip(".!?") if words.spoken.search(before) else ""
        parts += [before, spoken, _emptied(quoted)]
        begin = quoted.end()
    return "".join((*parts, text[begin:]))


def _without_what_is_denied(sentence: str, words: SecretWords) -> str:
    """*sentence* without the verbs of handing over that it forbids or reports of somebody else."""
    for pattern, end in ((words.reported, _CLAUSE_ENDS), (words.denied, _GO_ON)):
        begin = 0
        while match := pattern.search(sentence, begin):
            ends = end.search(sentence, match.end())
            last = ends.start() if ends else len(sentence)
            struck = words.gives.sub(_STRUCK, sentence[match.end() : last])
            begin = match.end() + max(1, len(struck))
            sentence = sentence[: match.end()] + struck + sentence[last:]
    return sentence
