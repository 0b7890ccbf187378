"""What may go wrong with sound through no fault of ours. Each is expected, named and recovered from."""

from __future__ import annotations


class NoVoice(Exception):
    """Nothing here can say this text; the next engine may, and captions always can.

    The message is one English sentence for staff and logs; it never holds the text itself.
    """


class ClipRefused(NoVoice):
    """A recorded clip or its index cannot be used: wrong format, missing file, broken TOML."""


class VoiceRefused(NoVoice):
    """An installed voice model is unusable: another language, a broken file, a missing library."""


class NoDevice(Exception):
    """There is nothing to play sound on, or it went away."""
