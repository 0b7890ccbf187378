"""Where what is said comes out: headphones one person hears, or a loudspeaker everybody hears.

Whatever is not for certain headphones is a loudspeaker.
"""

from __future__ import annotations

from dataclasses import dataclass

# pulse/def.h, pa_device_port_type (since 14.0). A handset and an earpiece are held to the ear.
_HEADPHONES, _HEADSET, _HANDSET, _EARPIECE = 3, 6, 7, 8
_SAYS_LITTLE = frozenset({0, 14, 15, 22})  # unknown, USB, Bluetooth, analogue: the plug, not what hangs on it
_AT_THE_EAR = frozenset({_HEADPHONES, _HEADSET, _HANDSET, _EARPIECE})
_PULLED_OUT = 1  # pa_port_available: the jack is known to be empty
_DUMMY = "auto_null"  # PulseAudio and PipeWire show it where there is no output, and play into nothing
_FORMS_AT_THE_EAR = frozenset({"headphone", "headset", "handset"})


@dataclass(frozen=True, slots=True)
class SeenSink:
    """What the sound server says of one output. `form` is its ``device.form_factor``; empty: not said."""

    name: str
    description: str = ""
    form: str = ""
    port: str = ""
    port_type: int = 0
    port_available: int = 0


@dataclass(frozen=True, slots=True)
class Outlet:
    """The output in use. `sink` is the server's name for it, `port` the plug; both empty: not known.

    `room` is a loudspeaker beside the headphones; empty where there is none, or nothing says so.
    """

    sink: str = ""
    description: str = ""
    port: str = ""
    headphones: bool = False
    room: str = ""

    @property
    def is_dummy(self) -> bool:
        """Nobody hears what is played there."""
        return self.sink.startswith(_DUMMY)


NOWHERE = Outlet()


def outlet_of(seen: SeenSink, called: str = "") -> Outlet:
    """*called* is what the ward calls its headphones: a part of the output's name or description."""
    return Outlet(seen.name, seen.description, seen.port, _is_at_the_ear(seen, called))


def fills_a_room(seen: SeenSink, called: str = "") -> bool:
    """Whether a bell on that output would be heard by others. (A dummy one is shown where there is none.)"""
    pulled = seen.port_available == _PULLED_OUT
    return not (pulled or seen.name.startswith(_DUMMY) or _is_at_the_ear(seen, called))


def _is_at_the_ear(seen: SeenSink, called: str) -> bool:
    if seen.port_available == _PULLED_OUT:
        return False
    if called and called.casefold() in f"{seen.name}\n{seen.description}".casefold():
        return True
    if seen.port_type in _AT_THE_EAR:
        return True
    if seen.port_type not in _SAYS_LITTLE:
        return False
    named = any(word in seen.port.casefold() for word in ("headphone", "headset"))
    return named or seen.form in _FORMS_AT_THE_EAR
