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
    steps = 0
    while True:
        if _run(work, steps) == DONE:
            assert steps > 0, "the work takes no step"
            return
        yield steps
        steps += 1


def _run(work: Callable[[], object], steps: int) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads of the tests are not needed here
        child = os.fork()
    if child == 0:
        code = FAILED
        try:
            _arm(steps)
            work()
            code = DONE
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (KILLED, DONE), f"the work failed by itself ({code})"
    return code


def step() -> None:
    """A step that is none of the operating system's; the work reports it (a statement, a commit)."""
    if not _left:
        return
    if _left[0] == 0:
        os._exit(KILLED)
    _left[0] -= 1


_left: list[int] = []  # only in the child: how many steps it may still take


def _arm(steps: int) -> None:
    _left.append(steps)

    def armed(real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **named: Any) -> Any:
            step()
            return real(*args, **named)

        return instead

    for name in STEPS:
        setattr(os, name, armed(getattr(os, name)))
