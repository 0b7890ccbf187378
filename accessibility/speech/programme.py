"""One utterance on its way to the loudspeaker: its samples, what was taken of them, which words are heard."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from accessibility.speech.utterance import WordMark

_BYTES = 2


@dataclass(slots=True)
class Programme:
    """Not thread-safe: the player guards it. Positions are frames of the player's rate."""

    utterance_id: int
    factor: float
    private: bool
    sample_rate_hz: int
    length: int = 0
    taken: int = 0
    tail: int = 0  # frames of silence asked for after the last sample: it is still on its way to the ear
    complete: bool = False
    started: bool = False
    only_in_headphones: bool = False
    _pieces: deque[memoryview] = field(default_factory=deque)
    _marks: deque[tuple[int, int, int]] = field(default_factory=deque)

    def add(self, samples: bytes, words: Iterable[WordMark]) -> None:
        for word in words:
            frame = self.length + round(word.at_s * self.sample_rate_hz)
            self._marks.append((frame, word.start, word.end))
        self._pieces.append(memoryview(samples))
        self.length += len(samples) // _BYTES

    def take(self, frames: int) -> bytes:
        """Up to *frames* frames; fewer when there are no more yet."""
        wanted = frames * _BYTES
        out = bytearray()
        while self._pieces and len(out) < wanted:
            piece = self._pieces[0]
            part = piece[: wanted - len(out)]
            out += part
            if len(part) == len(piece):
                self._pieces.popleft()
            else:
                self._pieces[0] = piece[len(part) :]
        self.taken += len(out) // _BYTES
        if self.exhausted:
            self.tail += frames - len(out) // _BYTES
        return bytes(out)

    def heard(self, late_s: float) -> int:
        """Frames heard; *late_s* is how long ago the newest ones taken began to be heard."""
        return self.taken + self.tail + round(late_s * self.sample_rate_hz)

    def words_until(self, heard: int) -> list[tuple[int, int]]:
        """The words (start, end) that became audible since the last call."""
        words: list[tuple[int, int]] = []
        while self._marks and self._marks[0][0] <= heard:
            _, start, end = self._marks.popleft()
            words.append((start, end))
        return words

    @property
    def exhausted(self) -> bool:
        return self.complete and not self._pieces
