"""A text is what it looks like: nothing hidden in it, no marks of a page, nothing left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.guide.flow import Flow
from flows.guide.problems import Finding
from flows.guide.texts import all_in_one, every_text

HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"  # control codes, NUL among them
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Without a shape of their own: they part a word unseen, turn a line round, or are drawn as an empty box."""

LINE_BREAK = re.compile("[\t\n\r\u0085\u2028\u2029]")

MARKUP = re.compile(
    r"<(?:/?[A-Za-z!])[^<>\n]{0,200}>|&(?:[A-Za-z]{2,8}|#\d{2,6}|#[Xx][0-9A-Fa-f]{2,6});"
    r"|!\[[^\]\n]{1,200}\]\([^)\n]{1,200}\)|\[[^\]\n]{1,200}\]\([^)\n]{1,200}\)|\*\*|__|`"
    r"|#(?<![^\n]#)#{0,5} "
)

UNFINISHED = re.compile(
    r"%(?:\(\w{1,40}\))?[sdifrx](?!\w)|\$\{[^{}\n]{0,40}\}|\{[^{}\n]{0,40}\}"
    r"|TODO\b(?<=\bTODO)|FIXME\b(?<=\bFIXME)|TBD\b(?<=\bTBD)|XXX(?<=\bXXX)X*\b"
    r"|[Ll]orem ipsum\b(?<=\b[Ll]orem ipsum)"
    r"|\?\?\?|chưa (?<=\bchưa )(?:viết|dịch)\b(?= *[.:!]*(?:$|\n))"
)
"""Neither pattern begins with `\\b`, `^` or a sign that may be missing: the search then passes over most
letters at once, and every start of the kiosk waits for it.
"""


def text_is_plain(flow: Flow) -> Iterator[Finding]:
    """Nothing is hidden, in notes and labels neither: it deceives the officer first. A resident would read
    the marks, and hear them.

    Searched as one text first: every start of the kiosk waits for it.
    """
    whole = all_in_one(flow)
    if not (HIDDEN.search(whole) or MARKUP.search(whole) or UNFINISHED.search(whole)):
        return
    for place, text, shown in every_text(flow):
        if match := HIDDEN.search(text):
            yield Finding("hidden-letters", place, {"part": f"U+{ord(match[0]):04X}"})
        elif shown and (match := MARKUP.search(text)):
            yield Finding("markup", place, {"part": match[0].strip()[:40]})
        elif shown and (match := UNFINISHED.search(text)):
            yield Finding("unfinished-text", place, {"part": match[0]})


def text_is_one_line(flow: Flow) -> Iterator[Finding]:
    """The screen breaks lines where they fit, and the voice pauses at signs."""
    for place, text, shown in every_text(flow):
        if shown and LINE_BREAK.search(text):
            yield Finding("line-break", place, {})
