"""The links to the same page in the other languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flows.words import Language
from kiosk.site.model import Tongue
from kiosk.site.words import NAMES


def tongues(
    languages: Iterable[Language], current: Language, href: Callable[[Language], str]
) -> Iterator[Tongue]:
    for language in languages:
        yield Tongue(language, NAMES[language], href(language), language == current)
