"""The ward's own commands for a call: a lamp that burns while somebody waits, and one for when nobody comes.

Fits `ui.visit.ports.Lamp`. The commands are the config's, split as a shell would and run without one;
nothing of the visit is handed to them.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shlex
import shutil
from typing import Literal, TypeAlias, get_args

from kiosk.base.config.help import HelpConfig

LOGGER = logging.getLogger(__name__)
ENDS_WITHIN_S = 10.0
Command: TypeAlias = Literal["lamp_on", "lamp_off", "nobody_came"]
"""An option of `HelpConfig`. What stands in it is never logged: it may hold the password of a lamp."""
COMMANDS: tuple[Command, ...] = get_args(Command)


class CallCommands:
    """One command at a time, in the order of what happened; a lamp that was lit is always put out again."""

    def __init__(self, config: HelpConfig, ends_within_s: float = ENDS_WITHIN_S) -> None:
        self._config, self._ends_within_s = config, ends_within_s
        self._waiting: asyncio.Queue[Command] = asyncio.Queue()
        self._work: asyncio.Task[None] | None = None

    def open(self) -> None:
        """On the running loop. A crash may have left the lamp burning: it is put out first."""
        self._work = asyncio.get_running_loop().create_task(self._run_in_turn(), name="commands of a call")
        self.call_over()

    async def aclose(self) -> None:
        """What was asked for is done, the lamp put out last."""
        if self._work is None:
            return
        self.call_over()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._waiting.join(), self._ends_within_s)
        self._work.cancel()
        await asyncio.gather(self._work, return_exceptions=True)
        self._work = None

    def call_began(self) -> None:
        self._ask_for("lamp_on")

    def nobody_came(self) -> None:
        self._ask_for("nobody_came")

    def call_over(self) -> None:
        self._ask_for("lamp_off")

    def _ask_for(self, option: Command) -> None:
        if getattr(self._config, option).strip() and self._work is not None:
            self._waiting.put_nowait(option)

    async def _run_in_turn(self) -> None:
        while True:
            option = await self._waiting.get()
            try:
                await self._run(option)
            finally:
                self._waiting.task_done()

    async def _run(self, option: Command) -> None:
        """Whatever it does or fails to do, the resident's call goes on."""
        nowhere = asyncio.subprocess.DEVNULL
        try:
            process = await asyncio.create_subprocess_exec(
                *shlex.split(getattr(self._config, option)), stdin=nowhere, stdout=nowhere, stderr=nowhere
            )
        except (OSError, ValueError) as failure:
            LOGGER.warning("%s cannot be run: %s", option, failure)
            return
        try:
            code = await asyncio.wait_for(process.wait(), self._ends_within_s)
            if code != 0:
                LOGGER.warning("%s ended with %d", option, code)
        except TimeoutError:
            LOGGER.warning("%s did not end within %g s", option, self._ends_within_s)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def lights_a_lamp(config: HelpConfig) -> bool:
    """Whether a call is seen beside the screen as well."""
    return bool(config.lamp_on.strip()) and "lamp_on" not in without_a_program(config)


def without_a_program(config: HelpConfig) -> tuple[Command, ...]:
    """The commands whose program is not on this machine."""
    return tuple(
        command
        for command in COMMANDS
        if getattr(config, command).strip() and not _can_be_run(getattr(config, command))
    )


def _can_be_run(command: str) -> bool:
    try:
        return shutil.which(shlex.split(command)[0]) is not None
    except (ValueError, IndexError):  # a quotation mark that is not closed
        return False
