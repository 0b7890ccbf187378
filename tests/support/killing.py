"""Kills a piece of work before each of its steps on the disk, one after the other.

The work runs in a forked child whose n-th fsync, rename or unlink never happens: the child is gone, as when
the power is cut, without any handler of ours having had its say.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from typing import Any

KILLED, DONE, FAILED = 77, 0, 1
STEPS = ("fsync", "replace", "rename", "unlink", "link")


def killed_at_every_step(work: Callable[[], object]) -> Iterator[int]:
    """Yields after each kill, with the step before which it came; ends when the work was not killed."""
    step = 0
    while True:
        if _run(work, step) == DONE:
            assert step > 0, "the work does nothing on the disk"
            return
        yield step
        step += 1


def _run(work: Callable[[], object], step: int) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads of the tests are not needed here
        child = os.fork()
    if child == 0:
        code = FAILED
        try:
            _arm(step)
            work()
            code = DONE
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (KILLED, DONE), f"the work failed by itself ({code})"
    return code


def _arm(step: int) -> None:
    left = [step]

    def armed(real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **named: Any) -> Any:
            if left[0] == 0:
                os._exit(KILLED)
            left[0] -= 1
            return real(*args, **named)

        return instead

    for name in STEPS:
        setattr(os, name, armed(getattr(os, name)))
