"""`python -m support.asked_later run …`: the kiosk as it is, only what answers questions is made when asked.

To make it takes a second of each of fifty kiosks that nobody asks anything; a kiosk that is asked makes it at
its start (`test_reset_leaves_nothing.py`).
"""

from __future__ import annotations

import flows.search
from flows.guide.ward import NO_WARD, Ward
from flows.search import Answer
from flows.search.word_files import AskingWords
from flows.shelf.library import Library
from kiosk.__main__ import main

_prepare = flows.search.prepare


class AskedLater:
    """Fits `flows.search.Asking`."""

    def __init__(self, library: Library, words: AskingWords | None = None, ward: Ward = NO_WARD) -> None:
        self._library, self._words, self._ward = library, words, ward

    def ask(self, text: str) -> Answer:
        return _prepare(self._library, words=self._words, ward=self._ward).ask(text)


vars(flows.search)["prepare"] = AskedLater

if __name__ == "__main__":
    main()
