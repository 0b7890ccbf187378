"""Holds what a walker heard against what stands on the real window: all of it, once, in reading order."""

from __future__ import annotations

import re
from dataclasses import replace

from support.drawn import Drawn, in_reading_order, texts_outside_pictures
from support.window import Screen

FELT_ONLY = ("page.", "strip.hint")  # pages turn by going on; the line repeats what is said
BESIDE = " · "
"""Between that the voice comes out of headphones and the line that repeats what is said."""
UNDRAWN = (
    "QR. ",
    "Hình ",
)  # a low panel may have no room for a picture or a code: it is described all the same
SAID_IN_FULL = ("VI", "EN", "FR", "Nguồn ")  # said: "Tiếng Việt", "Chưa có nguồn, cần kiểm tra"
TURNS = ("Xuống dưới", "Lên trên")
IN_SHORT = re.compile(r"\d+/\d+|[ABCU]")
"""How far in a guide one is, and how sure its facts are: said in words."""
FOR_EYES = ("Lại từ đầu", "Đang đọc", *TURNS)
"""Written beside a cue of its own; buttons for those who see the page end."""


class Referee:
    """Looks at the drawn items alone; what the program thinks is on the screen is not asked."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def drawn(self, *, only_buttons: bool = False) -> list[Drawn]:
        """Everything a pointer can come to, from the first thing beneath the strip round to the strip."""
        found = [one for one in in_reading_order(self._screen) if not one.slot.startswith(FELT_ONLY)]
        found = [
            replace(one, name=one.name.split(BESIDE)[0]) if one.slot == "strip.output" else one
            for one in found
        ]
        strip = [one for one in found if one.slot.startswith("strip.")]
        assert found[: len(strip)] == strip, "the strip is not on top"
        return [one for one in (*found[len(strip) :], *strip) if one.pressable or not only_buttons]

    def went_round(self, said: list[str], *, only_buttons: bool) -> None:
        """One way round the screen: each thing said once, in the order in which it is read."""
        names = [plain(one.name) for one in self.drawn(only_buttons=only_buttons)]
        heard = [plain(text) for text in said]
        if only_buttons:  # for switches the buttons that turn a page come and go with where it is turned to
            heard = [text for text in heard if not text.startswith(TURNS)]
        if len(heard) > len(names):
            heard = [text for text in heard if not text.startswith(UNDRAWN)]
        assert len(heard) == len(names), f"drawn: {names}; said: {heard}"
        for text, name in zip(heard, names, strict=True):
            assert text.startswith(name), f"{name!r} is drawn where {text!r} is said; drawn: {names}"

    def arrived(self, said: str, *, but: tuple[str, ...] = ()) -> None:
        """On coming to a screen: its answers, in the order in which they are read, and nothing twice.

        *but*: of which nothing is said then.
        """
        lines = [plain(line) for line in said.split("\n")]
        assert len(set(lines)) == len(lines), f"said twice: {lines}"
        # A code to scan is said to who asks; a keyboard is known by how it stands.
        elsewhere = ("strip.", "bar.", "primary", "qr.", "key")
        names = [
            plain(one.name) for one in self.drawn(only_buttons=True) if not one.slot.startswith(elsewhere)
        ]
        awaited = [name for name in names if name not in but]
        assert [line for line in lines if line in names] == awaited, f"drawn: {names}; said: {lines}"

    def nothing_unsaid(self, heard: list[str]) -> None:
        """Every text that is drawn was part of something that was said."""
        told = " | ".join(plain(text) for text in heard)
        texts = [plain(part) for text in texts_outside_pictures(self._screen) for part in text.split(BESIDE)]
        unsaid = [
            text
            for text in texts
            if f"{text[:1].lower()}{text[1:]}" not in told  # which of how many begins the line of the pointer
            and text not in told
            and not text.startswith((*SAID_IN_FULL, *FOR_EYES))
            and not IN_SHORT.fullmatch(text)
        ]
        assert not unsaid, f"never said: {unsaid}; said: {told}"


def plain(text: str) -> str:
    """Line ends, blanks that do not break and a full stop are drawn, not said; a countdown goes on."""
    return re.sub(r"sau \d+ giây", "sau … giây", " ".join(text.split()).rstrip("."))
