"""What counts as headphones: only what is known to be; everything else is a loudspeaker."""

from __future__ import annotations

import pytest

from accessibility.speech.outlet import SeenSink, fills_a_room, outlet_of

BUILT_IN = "alsa_output.pci-0000_00_1f.3.analog-stereo"
SPEAKER, HEADPHONES, HEADSET, HANDSET, HDMI, USB, BLUETOOTH, ANALOG = 2, 3, 6, 7, 10, 14, 15, 22
PULLED_OUT, PLUGGED_IN = 1, 2

AT_THE_EAR = {
    "a jack": SeenSink(BUILT_IN, port="analog-output-headphones", port_type=HEADPHONES, port_available=2),
    "a jack, told by an old library": SeenSink(BUILT_IN, port="analog-output-headphones"),
    "a jack of a UCM profile": SeenSink(BUILT_IN, port="[Out] Headphones", port_available=PLUGGED_IN),
    "a headset's jack": SeenSink(BUILT_IN, port="x", port_type=HEADSET),
    "a handset": SeenSink("usb", port="x", port_type=HANDSET),
    "a USB headset": SeenSink("usb", form="headset", port="analog-output", port_type=ANALOG),
    "a Bluetooth headphone": SeenSink("bluez", form="headphone", port="x", port_type=BLUETOOTH),
    "a Bluetooth headset by its port": SeenSink("bluez", port="headset-output", port_type=BLUETOOTH),
}
IN_THE_ROOM = {
    "nothing known": SeenSink("auto_null", "Dummy Output"),
    "a built-in loudspeaker": SeenSink(BUILT_IN, port="analog-output-speaker", port_type=SPEAKER),
    "a built-in loudspeaker of a headset's make": SeenSink("x", form="headset", port="y", port_type=SPEAKER),
    "a screen": SeenSink("hdmi", form="", port="hdmi-output-0", port_type=HDMI),
    "a USB loudspeaker": SeenSink("usb", form="speaker", port="analog-output", port_type=USB),
    "a car": SeenSink("bluez", form="car", port="x", port_type=BLUETOOTH),
    "hands-free": SeenSink("bluez", form="hands-free", port="x", port_type=BLUETOOTH),
    "an empty headphone jack": SeenSink(
        BUILT_IN, port="analog-output-headphones", port_type=HEADPHONES, port_available=PULLED_OUT
    ),
}


@pytest.mark.parametrize("name", AT_THE_EAR)
def test_an_output_at_the_ear_is_heard_by_one_person(name: str) -> None:
    assert outlet_of(AT_THE_EAR[name]).headphones


@pytest.mark.parametrize("name", IN_THE_ROOM)
def test_an_output_not_known_to_be_at_the_ear_is_heard_by_everybody(name: str) -> None:
    assert not outlet_of(IN_THE_ROOM[name]).headphones


def test_a_ward_names_its_headphones_by_a_part_of_their_name_or_description() -> None:
    usb = SeenSink("alsa_output.usb-Jabra_20-00.analog-stereo", "Tai nghe Jabra 20")
    assert outlet_of(usb, "JABRA").headphones
    assert outlet_of(usb, "tai nghe").headphones
    assert not outlet_of(usb, "Logitech").headphones
    assert not outlet_of(SeenSink("x", port="y", port_available=PULLED_OUT), "x").headphones


@pytest.mark.parametrize("name", sorted(set(IN_THE_ROOM) - {"nothing known", "an empty headphone jack"}))
def test_a_bell_is_heard_in_the_room_where_there_is_a_loudspeaker(name: str) -> None:
    assert fills_a_room(IN_THE_ROOM[name])


@pytest.mark.parametrize(
    "seen", [*AT_THE_EAR.values(), IN_THE_ROOM["nothing known"], SeenSink("hdmi", port_available=1)]
)
def test_no_bell_fills_the_room_from_headphones_or_a_missing_output(seen: SeenSink) -> None:
    assert not fills_a_room(seen)
