"""The version of this program; the wheel takes its own from here."""

__version__ = "0.1.0"
