"""The lines of JSON between the speaker (in the kiosk's process) and the worker (in its own)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias, get_args

from accessibility.speech.utterance import (
    Cue,
    Finished,
    HeardThrough,
    OutputChanged,
    SoundState,
    SpeechEvent,
    Started,
    Utterance,
    WordReached,
)


@dataclass(frozen=True, slots=True)
class Speak:
    utterance_id: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Silence:
    pass


@dataclass(frozen=True, slots=True)
class Sound:
    """A short tone, at once, over whatever is being said."""

    cue: Cue
    volume: float


@dataclass(frozen=True, slots=True)
class Ping:
    pass


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker listens; `voices` are its engines in order, `refused` says why others are missing."""

    voices: tuple[str, ...]
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pong:
    pass


Request: TypeAlias = Speak | Silence | Sound | Ping
Report: TypeAlias = Ready | Pong | SpeechEvent


class BadLine(ValueError):
    """A line that is no message of ours."""


def encode(message: Request | Report) -> bytes:
    """One line, UTF-8, ended by a line feed."""
    fields = {"is": type(message).__name__, **asdict(message)}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def decode_request(line: bytes) -> Request:
    """Raises `BadLine`."""
    fields = _fields(line)
    try:
        match fields["is"]:
            case "Speak":
                return Speak(int(fields["utterance_id"]), _utterance(**fields["utterance"]))
            case "Silence":
                return Silence()
            case "Sound" if fields["cue"] in get_args(Cue):
                return Sound(fields["cue"], float(fields["volume"]))
            case "Ping":
                return Ping()
            case _:
                pass
    except (KeyError, TypeError, ValueError) as broken:
        raise BadLine(f"unreadable request: {broken}") from broken
    raise BadLine("unknown request")


def decode_report(line: bytes) -> Report:
    """Raises `BadLine`."""
    fields = _fields(line)
    try:
        match fields.pop("is"):
            case "Ready":
                return Ready(tuple(fields["voices"]), tuple(fields["refused"]))
            case "Pong":
                return Pong()
            case "Started":
                return Started(**fields)
            case "WordReached":
                return WordReached(**fields)
            case "Finished":
                return Finished(**fields)
            case "SoundState":
                return SoundState(**fields)
            case "HeardThrough":
                return HeardThrough(**fields)
            case "OutputChanged":
                return OutputChanged()
            case _:
                pass
    except (KeyError, TypeError, ValueError) as broken:
        raise BadLine(f"unreadable report: {broken}") from broken
    raise BadLine("unknown report")


def _utterance(caller: list[int], **fields: Any) -> Utterance:
    start, end = caller
    return Utterance(**fields, caller=(int(start), int(end)))


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields: object = json.loads(line)
    except ValueError as broken:
        raise BadLine("a line is not JSON") from broken
    if not isinstance(fields, Mapping):
        raise BadLine("a line is not a JSON object")
    return dict(fields)
