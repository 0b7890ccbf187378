"""What one language forbids no other language bids, and what is said simpler forbids the same.

A lost *không* turns a warning into an instruction. Only clear words count: a prohibition on the one side, and
on the other nothing at all that denies, stops or keeps.

One translation may deny in other words (“Your bank is not listed”, “banque absente”). Where two languages
deny and the third neither denies nor has a word that may stand for it, a *không* was lost.

Nor is a warning only advice: “nên hạn chế đọc mã” leaves it to the reader, then to who calls next. Plain
signs of that are looked for, where another language forbids it or the step carries a safety line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from flows.checking.languages import LABEL, copied_languages
from flows.checking.mentions import plain
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.texts import resident_texts
from flows.guide.words import Language, Words

FORBIDS: Mapping[Language, re.Pattern[str]] = {
    "vi": re.compile(
        r"\b(?:đừng|chớ|cấm|tuyệt đối không|không bao giờ|không ai|không nên)\b|\bkhông được (?!thì\b)\w"
        r"|(?<!để )\b(?:bác|cháu|cán bộ|công an|ai|họ|nhà nước|cũng) (?:sẽ |đều |chỉ )?không "
        r"(?!cần|phải|thấy|nhớ|biết|rõ|có|còn|muốn|hiểu|kịp|nhầm|sao)\w+"
    ),
    "en": re.compile(
        r"\b(?:(?:do not|don’t|must not)\b(?! (?:worry|hesitate|know|understand|have))|never\b)"
    ),
    "fr": re.compile(
        r"\b(?:ne |n’)(?:(?:le|la|les|lui|vous|l’|y|en) ?){0,2}(?!ayez|hésitez|inquiétez|savez|avez|êtes)"
        r"\w+(?:ez|ent|e)[ ,]+(?:pas|jamais|rien|à personne)\b"
    ),
}
"""What must not be lost: prohibitions, and what is never done to a resident."""

DENIES: Mapping[Language, re.Pattern[str]] = {
    "vi": re.compile(
        r"\b(?:không|đừng|chớ|chưa|cấm|khoan|chẳng|khỏi|hết|mất|thiếu|tránh|thôi|chỉ|kẻo|miễn|bỏ|giữ kín"
        r"|để yên|cúp)\b"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|avoid|refuses?|stop|leave|only"
        r"|keep|hang up|skip|except)\b|n’t\b"
    ),
    "fr": re.compile(
        r"\b(?:ne|ni|pas|jamais|rien|aucune?|personne|sans|non|évit\w+|seul\w*|refus\w+|laissez|gardez|raccrochez"
        r"|sauf|impossible|arrêtez)\b|\bn’"
    ),
}
"""Whatever may carry a prohibition in other words: “leave Wi-Fi on” is “đừng tắt Wi-Fi”."""

_SENTENCE = re.compile(r"[^.;:!?…]*\w[^.;:!?…]*[.;:!?…]*")
_BID = re.compile(r"(?:^|[,;.] ?|\brồi |\bbác (?:cứ |hãy |tự )?)(?!bác\b)(\w+)")
_FORBIDDEN = re.compile(r"\b(?:đừng|chớ|không được) (\w+)")


def no_language_loses_a_denial(flow: Flow) -> Iterator[Finding]:
    """Sentence by sentence where both have as many, else the whole text."""
    copied = copied_languages(flow)
    languages = [one for one in flow.languages if one not in copied]
    for path, words in resident_texts(flow) if "vi" in languages else ():
        if "choice" in path[2:3]:  # answers say it in few words: “Not yet”
            continue
        if lost := _lost_in_one_of_all(words, languages, in_few_words=path[-1] == "if"):
            kept = next(one for one in languages if one != lost)
            yield Finding(
                "negation-lost", Place(f"{lost}.toml", path), {"lost": f"{lost}.toml", "kept": f"{kept}.toml"}
            )
            continue
        if path[-1] == "if":
            continue
        vi = _said(words.vi)
        for language in languages:
            if language == "vi" or not words.has(language):
                continue
            pairs = _pairs(vi, _said(words.in_(language)))
            if any(_forbids(ours, "vi") and not DENIES[language].search(theirs) for ours, theirs in pairs):
                fields = {"lost": f"{language}.toml", "kept": "vi.toml"}
                yield Finding("negation-lost", Place(f"{language}.toml", path), fields)
            elif any(_forbids(theirs, language) and not DENIES["vi"].search(ours) for ours, theirs in pairs):
                fields = {"lost": "vi.toml", "kept": f"{language}.toml"}
                yield Finding("negation-lost", Place("vi.toml", path), fields)


def _lost_in_one_of_all(
    words: Words, languages: Sequence[Language], *, in_few_words: bool
) -> Language | None:
    said = {one: _said(words.in_(one)) for one in languages if words.has(one)}
    apart = {one: _SENTENCE.findall(text) for one, text in said.items()}
    if len({len(sentences) for sentences in apart.values()}) != 1:
        return lost_in(said, in_few_words=in_few_words)
    rows = (dict(zip(apart, row, strict=True)) for row in zip(*apart.values(), strict=True))
    return next((lost for row in rows if (lost := lost_in(row, in_few_words=in_few_words))), None)


def _said(text: str) -> str:
    return LABEL.sub("“”", plain(text))


def _pairs(vi: str, other: str) -> list[tuple[str, str]]:
    ours, theirs = _SENTENCE.findall(vi), _SENTENCE.findall(other)
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(vi, other)]


def _forbids(sentence: str, language: Language) -> bool:
    return not sentence.endswith("?") and FORBIDS[language].search(sentence) is not None


def simpler_words_forbid_the_same(flow: Flow) -> Iterator[Finding]:
    """What `say` forbids `simpler` does not bid with the same verb, nor the other way round."""
    for step in flow.steps.values():
        if step.simpler and (verb := _turned(_said(step.say.vi), _said(step.simpler.vi))):
            place = Place("vi.toml", ("step", step.id, "simpler"))
            yield Finding("negation-turned", place, {"verb": verb, "step": step.id})


def _turned(one: str, other: str) -> str:
    for forbids, bids in ((one, other), (other, one)):
        if not DENIES["vi"].search(bids):
            both: set[str] = {*_FORBIDDEN.findall(forbids)} & {*_BID.findall(bids)}
            if both:
                return min(both)
    return ""


_DENY: Mapping[Language, str] = {
    "vi": r"\b(?:không(?! sao)|đừng|chớ|chưa|chẳng|cấm)\b",
    "en": r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot)\b|n’t\b",
    "fr": r"\b(?:ne|ni|pas|jamais|rien|aucune?|sans|non)\b|\bn’",
}
_MAY_DENY: Mapping[Language, str] = {
    "vi": r"\b(?:không sao|khoan|khỏi|hết|thiếu|tránh|kẻo|miễn|thôi|sai|khác|hỏng|khó|quá|lạ|nhầm"
    r"|quên|chỉ|yên tâm"
    r"|giữ (?:kín|yên)|bỏ (?:khẩu trang|kính|qua)|mất (?:mạng|sóng)|mới hỏi)\b",
    "en": r"\b(?:avoid|refuses?|stop|leave|only|keep|hang up|skip|except|fine|un\w+|mis\w+|dis\w+|wrong"
    r"|fails?|locked|more than|free|lost|too|lacks?|forg[eo]t\w*|less|still)\b",
    "fr": r"\b(?:évit\w+|seul\w*|refus\w+|laissez|gardez|raccrochez|sauf|arrêtez|personne|manque"
    r"|im\w+|in\w+|il\w{3,}|perdu|oubli\w*|faux|mauvais|gratuit\w*|libre|sinon|absente?|bloqué|erreur|peu"
    r"|quel|trop|échoue|difficile|ancien|autre|faible|calme|rarement|plus|dispensée?s?|floues?)\b",
}
_PATTERNS = {one: (re.compile(_DENY[one]), re.compile(f"{_DENY[one]}|{_MAY_DENY[one]}")) for one in _DENY}


def lost_in(said: Mapping[Language, str], *, in_few_words: bool = False) -> Language | None:
    """The one of three languages whose sentence, plain and without names of buttons, lost the denial.

    In few words (“Numéro inconnu”) it is enough that one of the others denies outright.
    """
    if len(said) < len(_PATTERNS) or not all(re.search(r"\w", text) for text in said.values()):
        return None
    denying = [one for one, text in said.items() if _PATTERNS[one][0].search(text)]
    silent = [one for one, text in said.items() if not _PATTERNS[one][1].search(text)]
    return silent[0] if len(silent) == 1 and len(denying) >= (1 if in_few_words else 2) else None


_SOFT: Mapping[Language, re.Pattern[str]] = {
    "vi": re.compile(
        r"\b(?:hạn chế|nên tránh|nên bớt|đừng nên|ít khi nên"
        r"|(?:cố gắng|tốt nhất|tốt hơn|có thể thì|nếu được)(?: (?:là|thì|bác|nên)){0,3} (?:đừng|không|tránh)"
        r"|(?:đừng|không|tránh) (?:[^,.]+ )?nếu (?:được|có thể))\b"
    ),
    "en": re.compile(
        r"\b(?:try (?:not to|to avoid)|better not|preferably(?: do)? not|limit\b|as little as possible"
        r"|avoid [^,.]*if (?:you can|possible)|(?:do not|don’t) [^,.]*if (?:you can|possible)"
        r"|should (?:rather|preferably) (?:not|avoid))"
    ),
    "fr": re.compile(
        r"\b(?:(?:essayez|tâchez) (?:de ne pas|d’éviter)|mieux vaut (?:ne pas|éviter)"
        r"|évitez autant que possible"
        r"|de préférence,? (?:ne|n’|pas)|limitez\b|(?:pas|évitez) [^,.]*si possible|le moins possible)"
    ),
}
_NAMES = ("title", "summary", "qr", "need")


def warnings_are_not_softened(flow: Flow) -> Iterator[Finding]:
    """In each language; labels of answers and names are left alone."""
    for path, words in resident_texts(flow):
        if path[0] in _NAMES or "choice" in path[2:3] or path[-1] == "if":
            continue
        marked = path[0] == "warning" or (path[0] == "step" and bool(flow.steps[path[1]].safety))
        for language in flow.languages:
            softening = _SOFT[language].search(plain(words.in_(language))) if words.has(language) else None
            if softening and (marked or _forbidden_elsewhere(words, flow, language)):
                yield Finding("warning-softened", Place(f"{language}.toml", path), {"part": softening[0]})


def _forbidden_elsewhere(words: Words, flow: Flow, language: Language) -> bool:
    others = (other for other in flow.languages if other != language and words.has(other))
    return any(FORBIDS[other].search(plain(words.in_(other))) for other in others)
