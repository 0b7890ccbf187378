"""Letters one by one, and which words are Vietnamese syllables at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

LETTER_NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "giê", "h": "hát", "i": "i", "j": "giây", "k": "ca", "l": "e lờ", "m": "em mờ",
    "n": "en nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "e rờ", "s": "ét sì",
    "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích xì", "y": "i dài", "z": "dét",
}  # fmt: skip

_ONSETS = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_OPEN = (
    "a ai ao au ay âu ây e eo ê êu i ia iêu iu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua uây uê ui uôi uơ "
    "uy uya uyu ư ưa ưi ươi ươu ưu y yêu uau uao ya "
    "am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh iêm iên iêng im in inh oam oan oang oanh oăm oăn "
    "oăng oen om on ong oong ôm ôn ông ơm ơn uân uâng uênh um un ung uôm uôn uông uyên uyn uynh ưng ươm ươn "
    "ương ưm ưn yêm yên yêng ynh"
)
_STOPPED = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat oăc oăt oc oet "
    "oep op ot ôc ôp ôt ơp ơt uât uc uêch uêt uôc uôt up ut uych uyêt uyp uyt ưc ươc ươp ươt ưt yêt ych ooc"
)


def _longest_first(rhymes: str) -> str:
    return "|".join(sorted(rhymes.split(), key=len, reverse=True))


_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:(?P<stopped>{_longest_first(_STOPPED)})|{_longest_first(_OPEN)})")
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_SHARP_OR_HEAVY = "\u0301\u0323"
_LONGEST_PART = 12  # letters of one syllable or listed word inside an address


def spelled(word: str) -> str:
    """``OTP`` → "ô"…: the name of each letter. Letters Vietnamese does not name are passed over."""
    return " ".join(LETTER_NAMES[base] for base in map(_without_tone, word.lower()) if base in LETTER_NAMES)


def is_syllable(word: str) -> bool:
    """Whether *word* can be read by the rules of Vietnamese spelling (any case, NFC)."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _TONES]
    if len(tones) > 1:
        return False
    match = _SYLLABLE.fullmatch(_without_tone(word.lower()))
    if match is None:
        return False
    return match["stopped"] is None or (bool(tones) and tones[0] in _SHARP_OR_HEAVY)


def typed_syllables(run: str, listed: Callable[[str], str | None]) -> list[str] | None:
    """``baohiemxahoi`` → bao hiêm xa hôi…: an address is typed without marks; None when it is no Vietnamese.

    Each syllable is returned in a form that spelling allows ("mat" → "mát"), so that it can be read. *listed*
    says how a foreign word inside is read (``ve·dien·tu·online``), None where it knows none.
    """
    best: list[list[str] | None] = [[]] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - _LONGEST_PART), end):
            head, part = best[start], run[start:end]
            said = (listed(part) if len(part) > 3 else None) or _marked(part)
            if head is not None and said is not None:
                shortest = best[end]
                if shortest is None or len(head) + 1 < len(shortest):
                    best[end] = [*head, said]
    return best[-1]


@lru_cache(maxsize=4096)  # what is read may be any text
def _marked(bare: str) -> str | None:
    match = _TONELESS.fullmatch(bare)
    if match is None or (not match["onset"] and len(bare) > 3):
        return None
    return (match["onset"] or "") + _BARE_RHYMES[match["rhyme"]]


def _without_tone(word: str) -> str:
    kept = "".join(mark for mark in unicodedata.normalize("NFD", word) if mark not in _TONES)
    return unicodedata.normalize("NFC", kept)


def _bare(text: str) -> str:
    marks = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def _sharp(rhyme: str) -> str:
    """*rhyme* with the sharp tone on the last vowel before its final consonants."""
    vowels = rhyme.rstrip("chpt")
    return unicodedata.normalize("NFC", vowels + "\u0301" + rhyme[len(vowels) :])


def _bare_rhymes() -> dict[str, str]:
    rhymes = {_bare(rhyme): _sharp(rhyme) for rhyme in _STOPPED.split()} | {
        _bare(rhyme): rhyme for rhyme in _OPEN.split()
    }
    # "dap" is read as "dáp" rather than "dấp": nothing is added that was not typed.
    plain_stopped = {rhyme: _sharp(rhyme) for rhyme in _STOPPED.split() if rhyme.isascii()}
    return rhymes | plain_stopped | {rhyme: rhyme for rhyme in _OPEN.split() if rhyme.isascii()}


_BARE_RHYMES = _bare_rhymes()
_TONELESS = re.compile(
    rf"(?P<onset>{_ONSETS})?(?P<rhyme>{'|'.join(sorted(_BARE_RHYMES, key=len, reverse=True))})"
)
