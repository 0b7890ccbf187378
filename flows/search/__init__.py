"""Ask the guides in one's own words: `prepare` once, then `Asking.ask` at each key that is pressed."""

from flows.search.asking import Answer, Asking, Kind
from flows.search.preparing import prepare
from flows.search.word_files import read_words

__all__ = ["Answer", "Asking", "Kind", "prepare", "read_words"]
