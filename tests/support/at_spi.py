"""A screen reader's eyes: reads and presses another process's window through AT-SPI, in pure Python."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar

from jeepney import DBusAddress, MatchRule, Message, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

Ref: TypeAlias = tuple[str, str]  # bus name, object path
ROOT: Ref = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE = "org.a11y.atspi.Accessible"
EVENTS = "org.a11y.atspi.Event.Object"
BUTTON, HEADING, PARAGRAPH, LABEL, PROGRESS = 43, 83, 73, 29, 42  # AtspiRole
FOCUSED, SHOWING = 12, 25  # AtspiStateType
FIRST_REST_S, LONGEST_REST_S = 0.05, 0.4
CHANGING = "the screen never stops changing"
Found = TypeVar("Found")


class AtSpi:
    """Everything a screen reader on that session bus can know. Close it."""

    def __init__(self, session_address: str) -> None:
        bus = self._connect(session_address)
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        (address,) = bus.send_and_get_reply(asked, timeout=20).body
        bus.close()
        self._bus = self._connect(address)
        self._announcements = self._listen("Announcement")

    def close(self) -> None:
        self._bus.close()

    def application(self, name: str) -> Ref:
        """Waits for the application of that name."""

        def look() -> Ref | None:
            return next((one for one in self.children(ROOT) if self.name(one) == name), None)

        return wait_for(look, f"no application {name!r} on the accessibility bus")

    def children(self, ref: Ref) -> list[Ref]:
        return [(name, path) for name, path in self._call(ref, ACCESSIBLE, "GetChildren")[0]]

    def name(self, ref: Ref) -> str:
        return str(self._property(ref, ACCESSIBLE, "Name"))

    def description(self, ref: Ref) -> str:
        return str(self._property(ref, ACCESSIBLE, "Description"))

    def value(self, ref: Ref) -> tuple[float, float]:
        """What a progress bar stands at, and the most it can."""
        interface = "org.a11y.atspi.Value"
        return tuple(float(self._property(ref, interface, f"{of}Value")) for of in ("Current", "Maximum"))  # type: ignore[return-value]

    def announced(self) -> list[str]:
        """What was announced since this was asked last, in order."""
        self.children(ROOT)  # an answer from the bus: what was sent before it has come
        told = []
        while self._announcements:
            told.append(str(self._announcements.popleft().body[3][1]))
        return told

    def role(self, ref: Ref) -> int:
        return int(self._call(ref, ACCESSIBLE, "GetRole")[0])

    def language(self, ref: Ref) -> str:
        """As ``vi``: which voice a reader should take."""
        return str(self._property(ref, ACCESSIBLE, "Locale")).split("_")[0]

    def is_showing(self, ref: Ref) -> bool:
        return self._has(ref, SHOWING)

    def is_focused(self, ref: Ref) -> bool:
        return self._has(ref, FOCUSED)

    def focus(self, ref: Ref) -> None:
        """Ask for the focus, as a reader does that is moved to a control."""
        self._call(ref, "org.a11y.atspi.Component", "GrabFocus")

    def button(self, ref: Ref, name: str) -> Ref:
        """The one button of that name below *ref*."""
        buttons = [one for one in self.of(ref, BUTTON) if self.name(one) == name]
        if len(buttons) != 1:
            raise AssertionError(f"{len(buttons)} buttons {name!r} among {self.read(ref)}")
        return buttons[0]

    def walk(self, ref: Ref) -> Iterator[Ref]:
        """What is showing, in the order of the tree: that of reading.

        Raises LookupError when the screen changes meanwhile.
        """
        for child in self.children(ref):
            if self.is_showing(child):
                yield child
                yield from self.walk(child)

    def of(self, ref: Ref, role: int) -> list[Ref]:
        """Everything showing of that role; looks again while the screen is changing."""
        return wait_for(lambda: [one for one in self.walk(ref) if self.role(one) == role], CHANGING)

    def read(self, ref: Ref) -> list[tuple[int, str]]:
        """(role, name) of everything showing that has a name; looks again while the screen is changing."""
        return [(role, name) for role, name, _ in self.showing(ref)]

    def showing(self, ref: Ref) -> list[tuple[int, str, Ref]]:
        """As `read`, and with each where it is found."""
        return wait_for(
            lambda: [(self.role(one), name, one) for one in self.walk(ref) if (name := self.name(one))],
            CHANGING,
        )

    def act(self, ref: Ref) -> None:
        """Press this button. Raises LookupError when it has gone."""
        self._call(ref, "org.a11y.atspi.Action", "DoAction", "i", (0,))

    def press(self, ref: Ref, name: str) -> None:
        """Press the one button of that name. Raises LookupError when it goes before it is pressed."""
        self.act(self.button(ref, name))

    def _has(self, ref: Ref, state: int) -> bool:
        low, high = self._call(ref, ACCESSIBLE, "GetState")[0]
        return bool((low | high << 32) >> state & 1)

    def _listen(self, event: str) -> deque[Message]:
        """As a screen reader registers: Qt sends events only to those who asked for them."""
        registry = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        asked = new_method_call(registry, "RegisterEvent", "sass", (f"object:{event.lower()}", [], ""))
        self._bus.send_and_get_reply(asked, timeout=20)
        rule = MatchRule(type="signal", interface=EVENTS, member=event)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=10)
        heard: deque[Message] = deque()
        self._heard = self._bus.filter(rule, queue=heard)
        self._heard.__enter__()
        return heard

    def _property(self, ref: Ref, interface: str, name: str) -> Any:
        body = self._call(ref, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name))
        return body[0][1]

    def _call(
        self, ref: Ref, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        asked = new_method_call(DBusAddress(ref[1], ref[0], interface), method, signature or None, body)
        try:
            reply = self._bus.send_and_get_reply(asked, timeout=10)
        except TimeoutError as late:  # an application that is just opening, on a busy machine
            raise LookupError(f"{method} of {ref} is not answered") from late
        if reply.header.message_type.name == "error":
            raise LookupError(f"{method} of {ref}: {reply.body}")
        return reply.body

    @staticmethod
    def _connect(address: str) -> DBusConnection:
        before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        try:
            return open_dbus_connection("SESSION")
        finally:
            if before is None:
                del os.environ["DBUS_SESSION_BUS_ADDRESS"]
            else:
                os.environ["DBUS_SESSION_BUS_ADDRESS"] = before


def wait_for(
    look: Callable[[], Found | None], otherwise: str | Callable[[], str], within_s: float = 20
) -> Found:
    """What *look* finds; asks again until it finds something. *otherwise* is told when it never does.

    The longer it takes, the less often: the thread that answers is the one that draws.
    """
    until, rest_s = time.monotonic() + within_s, FIRST_REST_S
    while True:
        try:
            found = look()
        except LookupError:  # what was there a moment ago is gone: the screen is changing
            found, rest_s = None, FIRST_REST_S
        if found is not None:
            return found
        if time.monotonic() > until:
            raise AssertionError(otherwise if isinstance(otherwise, str) else otherwise())
        time.sleep(rest_s)
        rest_s = min(rest_s * 1.5, LONGEST_REST_S)
