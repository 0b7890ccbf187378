"""How somebody is asked to hand a secret over: in Vietnamese, English and French.

Written for `flows.checking.mentions.plain` text of one sentence. Before `asks` is searched, the verbs of
handing
over (`gives`) are struck out where they are denied (`denied`: to the end of the sentence) or only reported of
somebody else or of the past (`reported`: to the end of the clause).

No list of verbs is ever whole. So a sentence is named, whatever its verb, that has a secret and somebody else
or a place where it would be handed over (`other`), and nothing that denies it or speaks of something else
(`excused`); what denies only a worry or an ability (`comfort`) is no denial. Words in quotation marks are a
button's, unless what stands before them says that they are spoken (`spoken`).

Each secret has one of `signs` in it, letter for letter. They are looked for first: that is far quicker, and
every start of the kiosk waits for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from flows.guide.words import Language


@dataclass(frozen=True, slots=True)
class SecretWords:
    """The patterns of one language; a question that matches `only_asked` asks for nothing."""

    signs: tuple[str, ...]
    secret: re.Pattern[str]
    gives: re.Pattern[str]
    denied: re.Pattern[str]
    reported: re.Pattern[str]
    asks: re.Pattern[str]
    only_asked: re.Pattern[str]
    other: re.Pattern[str]
    excused: re.Pattern[str]
    comfort: re.Pattern[str]
    spoken: re.Pattern[str]

    def is_of_secret(self, text: str) -> bool:
        """Whether *text* has a secret in it."""
        return any(sign in text for sign in self.signs) and self.secret.search(text) is not None


@cache
def secret_words(language: Language) -> SecretWords:
    """Compiled when a guide first speaks in that language: most commands need none."""
    module = import_module(f"flows.checking.secret_words.{language}")
    return SecretWords(
        signs=module.SIGNS,
        secret=re.compile(module.SECRET),
        gives=re.compile(module.GIVES),
        denied=re.compile(module.DENIED),
        reported=re.compile(module.REPORTED),
        asks=re.compile("|".join(module.ASKS)),
        only_asked=re.compile(module.ONLY_ASKED),
        other=re.compile(module.OTHER),
        excused=re.compile(module.EXCUSED),
        comfort=re.compile(module.COMFORT),
        spoken=re.compile(module.SPOKEN),
    )
