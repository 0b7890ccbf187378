"""``python -m accessibility.speech``: the worker. No screen waits until all its modules are read."""

from __future__ import annotations

from types import ModuleType

from accessibility.speech.behind import behind_the_screen


def _worker() -> ModuleType:
    from accessibility.speech import worker

    return worker


if __name__ == "__main__":
    behind_the_screen(_worker).main()
