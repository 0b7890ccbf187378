"""Plays one utterance at a time on a device that may come and go.

The device runs all the time and is fed silence between utterances: starting is then only a matter of
filling its next 10 ms, and a device that stops asking is known to be gone. What is meant for headphones
alone is fed to nothing but a stream that is nailed to them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from accessibility.speech.cues import cue_samples, mixed
from accessibility.speech.kept_device import USUAL, KeptDevice, OpenDevice, Patience
from accessibility.speech.outlet import NOWHERE, Outlet
from accessibility.speech.output_device import SAMPLE_RATE_HZ, OutputDevice, open_bell
from accessibility.speech.programme import Programme
from accessibility.speech.rates import gain
from accessibility.speech.resample import at_rate, faded_out, quieter
from accessibility.speech.room_bell import RoomBell
from accessibility.speech.utterance import (
    Cue,
    Finished,
    HeardThrough,
    OutputChanged,
    Pcm,
    SoundState,
    SpeechEvent,
    Started,
    Utterance,
    WordReached,
)

HUNG_AFTER_S = 10.0  # no device takes this long to open or to close


class Player:
    """Every method may be called from any thread; *report* is called from several."""

    def __init__(
        self,
        report: Callable[[SpeechEvent], None],
        open_device: OpenDevice = OutputDevice,
        patience: Patience = USUAL,
        open_bell: OpenDevice = open_bell,
    ) -> None:
        self._report = report
        self._patience = patience
        self._kept = KeptDevice(self._fill, open_device, patience)
        self._room_bell = RoomBell(open_bell)
        self._changed = threading.Condition()
        self._programme: Programme | None = None
        self._fading: Programme | None = None
        self._cue = b""
        self._outlet = NOWHERE
        self._outlet_seen = False
        self._not_nailed_to = ""  # a sink that refused to be played on alone
        self._cut_off = False  # what is in the device's buffers must not be heard either
        self._audible: bool | None = None
        self._in_headphones: bool | None = None  # as it was reported
        self._opening = False  # another device takes over in a moment
        self._closing = False
        self._began_s: float | None = None  # a look at the device that has not come to its end
        self._thread = threading.Thread(target=self._watch, name="player", daemon=True)

    def start(self) -> None:
        self._open()
        self._thread.start()

    @property
    def hung(self) -> bool:
        """Whether nobody looks after the device: its system does not answer, or that thread has ended."""
        began_s = self._began_s
        waits = began_s is not None and time.monotonic() - began_s > HUNG_AFTER_S
        return waits or (self._thread.ident is not None and not self._thread.is_alive())

    def begin(self, utterance_id: int, utterance: Utterance) -> None:
        """Silence what is playing; samples follow with `add`, the last one with `end`."""
        programme = Programme(
            utterance_id,
            gain(utterance.volume),
            utterance.private,
            SAMPLE_RATE_HZ,
            only_in_headphones=utterance.only_in_headphones,
        )
        self._replace(programme)
        lost = not self._kept.present and not self._opening
        if lost or (programme.only_in_headphones and not self._wanted_sink):
            self._drop(programme)

    def add(self, utterance_id: int, pcm: Pcm) -> bool:
        """False when this utterance is no longer wanted."""
        samples = at_rate(pcm, SAMPLE_RATE_HZ)  # before the lock: the device must not wait for it
        with self._changed:
            programme = self._programme
            if programme is None or programme.utterance_id != utterance_id:
                return False
            programme.add(samples, pcm.words)
            self._changed.notify_all()
            return True

    def end(self, utterance_id: int) -> None:
        with self._changed:
            if self._programme is not None and self._programme.utterance_id == utterance_id:
                self._programme.complete = True
                self._changed.notify_all()

    def silence(self) -> None:
        self._replace(None)

    def cue(self, kind: Cue, volume: float) -> None:
        """Sound a short tone over whatever is being said; without a device it is left out.

        What calls a person sounds in the room as well, where *volume* is that of headphones.
        """
        samples = quieter(cue_samples(kind, SAMPLE_RATE_HZ), gain(volume))
        outlet = self._outlet
        if kind == "ring" and outlet.headphones and outlet.room:
            self._room_bell.ring(outlet.room, cue_samples(kind, SAMPLE_RATE_HZ))
        with self._changed:
            self._cue = mixed(self._cue, samples) if self._kept.present else b""

    def device_changed(self) -> None:
        """Headphones may have come or gone: nothing private continues, nor what of it waits in buffers."""
        with self._changed:
            if self._fading is not None and self._fading.private:
                self._fading, self._cut_off = None, True
            programme = self._programme
        if programme is not None and programme.private:
            self._drop(programme, cut_off=True)
        self._report_all((OutputChanged(),))

    def plays_on(self, outlet: Outlet) -> None:
        """Sound comes out of *outlet* from now on; that is reported once the device is the right one."""
        self.device_changed()
        with self._changed:
            self._outlet, self._outlet_seen, self._not_nailed_to = outlet, True, ""
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self._kept.close()

    # --- the device's thread -------------------------------------------------

    def _fill(self, frames: int) -> bytes:
        with self._changed:
            self._kept.asked()
            samples = b""
            if self._programme is not None and self._may_play(self._programme):
                samples = quieter(self._programme.take(frames), self._programme.factor)
            if self._fading is not None:  # beneath the first block of what is newer: that waits for nothing
                old, self._fading = self._fading, None
                samples = mixed(samples, faded_out(quieter(old.take(frames), old.factor)))
            cue, self._cue = self._cue[: 2 * frames], self._cue[2 * frames :]
        samples += bytes(2 * frames - len(samples))
        return mixed(samples, cue) if cue else samples

    def _may_play(self, programme: Programme) -> bool:
        if self._cut_off or (not programme.taken and self._is_misplaced()):
            return False  # it waits for the device that takes over
        nailed = self._outlet.headphones and self._kept.sink == self._outlet.sink
        return nailed or not programme.only_in_headphones

    # --- the watching thread -------------------------------------------------

    def _watch(self) -> None:
        while True:
            with self._changed:
                self._changed.wait(
                    self._patience.stall_s / 2 if self._at_rest else self._patience.look_every_s
                )
                if self._closing:
                    return
                events = self._progress()
            self._began_s = time.monotonic()
            self._report_all(events)
            self._look_after_the_device()
            self._began_s = None

    @property
    def _at_rest(self) -> bool:
        waking = self._kept.present and not self._audible
        return self._programme is None and not (waking or self._cut_off or self._is_misplaced())

    def _progress(self) -> Sequence[SpeechEvent]:
        programme = self._programme
        if programme is None or not self._kept.present:
            return ()
        heard = programme.heard(self._kept.late_s)
        events: list[SpeechEvent] = []
        if programme.taken and heard > 0 and not programme.started:
            programme.started = True
            events.append(Started(programme.utterance_id))
        if programme.started:
            events += [WordReached(programme.utterance_id, *word) for word in programme.words_until(heard)]
        if programme.exhausted and heard >= programme.length:
            self._programme = None
            events.append(Finished(programme.utterance_id, heard=programme.length > 0))
        return events

    def _look_after_the_device(self) -> None:
        if not self._kept.present:
            if self._kept.due:
                self._open()
        elif self._kept.stalled or self._cut_off or self._is_misplaced() or self._outlet.is_dummy:
            self._open()  # another device, or the same server come back, may take over at once
        elif self._kept.awake:
            self._tell_state(audible=True)
        self._report_outlet()

    @property
    def _wanted_sink(self) -> str:
        """In headphones the stream is nailed to them, so that it can never move to a loudspeaker."""
        outlet = self._outlet
        return outlet.sink if outlet.headphones and outlet.sink != self._not_nailed_to else ""

    def _is_misplaced(self) -> bool:
        """Public speech is not torn for the sake of a nail."""
        programme, wanted = self._programme, self._wanted_sink
        free = programme is None or programme.only_in_headphones or not wanted
        return self._kept.present and wanted != self._kept.sink and free

    def _open(self) -> None:
        """Also anew: with what waited in the old device's buffers."""
        self._opening, self._cut_off = True, False
        self._kept.close()
        with self._changed:
            self._fading, torn = None, self._programme
        if torn is not None and torn.taken:
            self._drop(torn)
        sink = self._wanted_sink
        opened = not self._outlet.is_dummy and self._kept.open(sink)
        if not opened and sink:
            self._not_nailed_to = sink
            opened = self._kept.open()
        self._opening = False
        waiting = self._programme
        if waiting is not None and (not opened or (waiting.only_in_headphones and not self._wanted_sink)):
            self._drop(waiting)
        if opened and self._audible is not None:  # not the first of all
            self._report_all((OutputChanged(),))
        if not opened:
            self._tell_state(audible=False)

    # --- small steps ---------------------------------------------------------

    def _replace(self, programme: Programme | None) -> None:
        with self._changed:
            old, self._programme = self._programme, programme
            if old is not None and old.taken and self._kept.present:
                self._fading = old
            self._changed.notify_all()
        if old is not None:
            self._report_all((Finished(old.utterance_id, heard=False),))

    def _drop(self, programme: Programme, *, cut_off: bool = False) -> None:
        """End *programme* unheard, unless a newer one has replaced it already."""
        with self._changed:
            if self._programme is not programme:
                return
            self._programme = None
            self._cut_off = self._cut_off or cut_off
            self._changed.notify_all()
        self._report_all((Finished(programme.utterance_id, heard=False),))

    def _tell_state(self, *, audible: bool) -> None:
        if audible != self._audible:
            self._audible = audible
            self._report_all((SoundState(True, "ok") if audible else SoundState(False, "no-device"),))

    def _report_outlet(self) -> None:
        headphones = bool(self._wanted_sink)
        if self._outlet_seen and headphones != self._in_headphones:
            self._in_headphones = headphones
            self._report_all((HeardThrough(headphones),))

    def _report_all(self, events: Sequence[SpeechEvent]) -> None:
        for event in events:
            self._report(event)
