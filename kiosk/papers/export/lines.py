"""The content of a bundle of events: each event is the line that its hash is made of.

So a line needs no hash of its own, nothing is written in two ways, and whoever has the hash before the first
line has proved every one of them when the last hash fits.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kiosk.base.events import KIOSK_KINDS, RULES
from kiosk.base.events.rules import admits
from kiosk.base.hours.clock import QUARTER_S
from kiosk.log.sessions.chain import EventRow, genesis
from kiosk.log.sessions.events import canonical
from kiosk.papers.export.envelope import BundleDamaged, Header

# The one form of a line (`kiosk.log.sessions.chain.line`). Values hold no brace and no quote, so this is
# exact.
_LINE = re.compile(
    rb'\{"at_ms":(0|[1-9][0-9]{0,14}),"boot":"([0-9a-f]{32})","clock_ok":(true|false),"epoch":"([0-9a-f]{32})",'
    rb'"fields":(\{[^{}\n]{0,1000}\}),"kind":"([a-z.]{1,32})","kiosk":"([a-z0-9.-]{1,64})",'
    rb'"seq":([1-9][0-9]{0,14}),"session":(?:null|"([0-9a-f]{32})"),"wall_s":(0|-?[1-9][0-9]{0,11})\}'
)


class OutsideVocabulary(BundleDamaged):
    """An event of a kind or with fields that this program does not know: perhaps a newer one does."""


def is_line(text: str) -> bool:
    """Whether that is an event in its one form and vocabulary; its place and hash are not looked at."""
    match = _LINE.fullmatch(text.encode())
    return match is not None and _in_vocabulary(match[6], match[5], match[9] is None)


def joined(lines: Iterable[str]) -> bytes:
    return b"".join(line.encode() + b"\n" for line in lines)


def read_rows(header: Header, content: bytes) -> list[EventRow]:
    """Every event of the content, each in the vocabulary and chained. Raises `BundleDamaged`."""
    rows = list(_rows(header, content))
    if len(rows) != header.last - header.first + 1 or rows[-1].hash.hex() != header.last_hash:
        raise BundleDamaged("the events are not those that the header names")
    return rows


def _rows(header: Header, content: bytes) -> Iterator[EventRow]:
    if not content.endswith(b"\n"):
        raise BundleDamaged("the last line is cut off")
    kiosk, epoch = header.kiosk.encode(), header.epoch.encode()
    before = _before(header)
    for seq, line in enumerate(content[:-1].split(b"\n"), header.first):
        match = _LINE.fullmatch(line)
        if match is None:
            raise BundleDamaged(f"line {seq} is not in the one form of an event")
        at_ms, boot, clock_ok, its_epoch, fields, kind, its_kiosk, its_seq, session, wall_s = match.groups()
        if its_epoch != epoch or its_kiosk != kiosk or int(its_seq) != seq:
            raise BundleDamaged(f"line {seq} belongs elsewhere")
        if int(wall_s) % QUARTER_S:
            raise BundleDamaged(f"the time of line {seq} is not floored")
        if not _in_vocabulary(kind, fields, session is None):
            raise OutsideVocabulary(f"line {seq} is outside the vocabulary")
        if before is None:  # the first event whose predecessor nobody has: its hash is taken as signed
            before = bytes.fromhex(header.first_hash)
        else:
            before = hashlib.sha256(before + line).digest()
            if seq == header.first and before.hex() != header.first_hash:
                raise BundleDamaged("the first event does not follow from the one before it")
        yield EventRow(
            seq, kind.decode(), session.decode() if session else None, int(at_ms), int(wall_s),
            clock_ok == b"true", boot.decode(), fields.decode(), before,
        )  # fmt: skip


def _before(header: Header) -> bytes | None:
    if header.first == 1:
        return genesis(header.kiosk, header.epoch)
    return bytes.fromhex(header.before) if header.before else None


@lru_cache(maxsize=65_536)
def _in_vocabulary(kind: bytes, fields: bytes, about_kiosk: bool) -> bool:
    """Few combinations fill a whole night, so most lines are judged by a look into a table."""
    name = kind.decode()
    rules = RULES.get(name)
    if rules is None or (name in KIOSK_KINDS) != about_kiosk:
        return False
    try:
        values = json.loads(fields)
    except ValueError:
        return False
    return (
        set(values) == set(rules)
        and all(admits(rules[field], value) for field, value in values.items())
        and canonical(values).encode() == fields
    )
