"""Who meets the page of a kiosk that ended can call: the ward's lamp, a bell, one sentence aloud."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from accessibility.speech.failures import NoDevice
from accessibility.speech.output_device import SAMPLE_RATE_HZ, Fill
from kiosk.supervision import stopped_sound
from kiosk.supervision.stopped_call import AGAIN_AFTER_S, ENDS_WITHIN_S, Lamp, StoppedCall, lamp_of


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


PLAYS, NO_CARD, HANGS = python(""), python("raise SystemExit(1)"), python("import time; time.sleep(60)")


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def outcome(call: StoppedCall) -> str:
    """After everything that was begun has ended, by itself or because it took too long."""
    call.tick()
    for process, _ in call._running:
        process.wait(30)
    call.tick()
    return call.state


def test_a_call_lights_the_lamp_rings_and_says_what_came_of_it(tmp_path: Path) -> None:
    lit, out = tmp_path / "lit", tmp_path / "out"
    lamp = Lamp(shlex.join(["touch", str(lit)]), shlex.join(["touch", str(out)]))
    call = StoppedCall(lamp, NO_CARD)
    call.put_the_lamp_out()
    assert call._running == [], "nobody has called"
    call.call()
    assert outcome(call) == "called" and lit.exists(), "a lamp is enough"
    call.put_the_lamp_out()
    outcome(call)
    assert out.exists()
    rings = StoppedCall(Lamp(), PLAYS)
    rings.call()
    assert outcome(rings) == "called"


@pytest.mark.parametrize("lamp", ["", "/no/such/program", "touch 'not closed", "false"])
def test_where_nothing_was_lit_or_heard_it_is_not_said_that_staff_were_called(lamp: str) -> None:
    call = StoppedCall(Lamp(lamp), NO_CARD)
    call.call()
    assert outcome(call) == "unheard"


def test_a_card_that_hangs_holds_up_nothing_and_is_ended() -> None:
    clock = Clock()
    call = StoppedCall(Lamp(), HANGS, clock)
    call.greet()
    call.call()
    assert call.state == "calling" and len(call._running) == 1, "the greeting gave way"
    ((hanging, _),) = call._running
    call.call()
    assert call._running[0][0] is hanging, "whoever leans on the glass calls once"
    clock.now_s = ENDS_WITHIN_S + 1
    assert outcome(call) == "unheard" and hanging.returncode is not None
    assert clock.now_s > AGAIN_AFTER_S
    call.call()
    assert call.state == "calling"
    call.close()


@pytest.mark.parametrize(
    ("config", "lamp"),
    [
        ('[help]\nlamp_on = "lamp 1"\nlamp_off = "lamp 0"\n', Lamp("lamp 1", "lamp 0")),
        ("[help]\nlamp_on = 3\n", Lamp()),
        ("help = 3\n", Lamp()),
        ("no TOML [", Lamp()),
    ],
)
def test_the_lamp_is_the_configs_where_that_can_be_read(tmp_path: Path, config: str, lamp: Lamp) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(config, encoding="utf-8")
    assert lamp_of(file) == lamp and lamp_of(tmp_path / "none") == Lamp()


class Device:
    """A sound card that takes everything at once."""

    latency_s = 0.0

    def __init__(self, fill: Fill, sink: str) -> None:
        self.took = b"".join(fill(4800) for _ in range(120)).rstrip(b"\0")
        DEVICES.append(self)

    def close(self) -> None: ...


DEVICES = list[Device]()


def test_the_bell_comes_first_and_the_sentence_after_it() -> None:
    lasts_s = dict[str, float]()
    for what in ("greet", "call"):
        assert stopped_sound.main([what], Device) == 0
        lasts_s[what] = len(DEVICES[-1].took) / 2 / SAMPLE_RATE_HZ
    assert 2 < lasts_s["greet"] < 9 and 2 < lasts_s["call"] < 9


def test_without_a_card_it_ends_and_without_a_voice_the_bell_rings_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(fill: Fill, sink: str) -> Device:
        raise NoDevice("no card")

    assert stopped_sound.main(["call"], none) == 1
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    assert stopped_sound.main(["greet"], Device) == 1
    assert stopped_sound.main(["call"], Device) == 0
    assert 1 < len(DEVICES[-1].took) / 2 / SAMPLE_RATE_HZ < 1.5
