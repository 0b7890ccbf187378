"""Web and e-mail addresses, read part by part as somebody would dictate them."""

from __future__ import annotations

import re
from collections.abc import Callable

# A sentence's full stop or comma after an address is not part of it.
WEB = re.compile(
    r"(?:https?://|www\.)[^\s“”«»<>]+[^\s“”«»<>.,;:!?)]"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:vn|com|org|net|gov|info|app|me)(?:/[^\s“”«»<>,;]*[\w/])?(?!\w)",
    re.IGNORECASE,
)
# What an address ends with, named alone: “pages that end in .top, .com”. Small letters only: a sentence that
# lacks its blank (“Xong .Bác”) is none.
ENDING = re.compile(r"(?<![^\s“‘«\"'(])(?:\.[a-z]{2,6})+(?!\w)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_SCHEME = re.compile(r"^https?://", re.IGNORECASE)
_PART = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)


def read_address(address: str, say_sign: Callable[[str], str], say_part: Callable[[str], str]) -> str:
    """*say_sign* names ``.``, ``/``, ``@`` …; *say_part* reads a run of letters or digits."""
    bare = _SCHEME.sub("", address).rstrip("/")
    parts = (say_part(part) if part.isalnum() else say_sign(part) for part in _PART.findall(bare))
    return " ".join(part for part in parts if part)
