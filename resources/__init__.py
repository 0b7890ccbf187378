"""Files only: fonts, icons, sounds, default configuration. `resources.path` finds them, installed or not."""

from pathlib import Path


def path(*parts: str) -> Path:
    """The absolute path of a shipped file, for example ``path("fonts", "NotoSans-Regular.ttf")``."""
    return Path(__file__).parent.joinpath(*parts)
