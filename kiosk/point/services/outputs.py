"""The voice, and the ward's own commands for a call."""

from __future__ import annotations

from accessibility.speech.speaker import Speaker
from kiosk.point.services.service import Service
from kiosk.point.staff.call_commands import CallCommands


class OutputService(Service):
    """First opened, last closed: what is said and what burns outlasts whatever asks for it."""

    def __init__(self, speaker: Speaker, commands: CallCommands) -> None:
        self._speaker, self._commands = speaker, commands

    async def open(self) -> None:
        self._speaker.open()
        self._commands.open()

    async def aclose(self) -> None:
        await self._commands.aclose()
        await self._speaker.aclose()
