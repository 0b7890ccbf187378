"""What goes wrong, said in the two languages of those who mend it."""

from __future__ import annotations


class SaidInBoth(Exception):
    """An error of ours that says itself what it means: `vi` and `en` say the same."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en
