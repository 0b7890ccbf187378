"""What each picture of a step shows, in the kiosk's languages: `resources/pictures/steps.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from flows.words import Words
from resources import path


@lru_cache(maxsize=1)
def step_words() -> Mapping[str, Words]:
    """By the name of the picture; one without words here fails a test."""
    with path("pictures", "steps.toml").open("rb") as file:
        return {name: Words(*said) for name, said in tomllib.load(file).items()}
