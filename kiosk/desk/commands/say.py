"""`kiosk say`: hear a text as residents will, or keep it as a WAV file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from accessibility.speech.utterance import Pcm, SpokenLanguage
from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse_unwritable, refusing


def say(
    text: Annotated[str, typer.Argument(help="Câu cần đọc. What to say.")],
    lang: Annotated[SpokenLanguage, typer.Option("--lang", help="Tiếng · language: vi, en, fr.")] = "vi",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.wav", help="Ghi ra tệp, không đọc to. Written, not spoken."),
    ] = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Đọc một câu. Speaks a text, or writes it as a WAV file."""
    from accessibility.speech.failures import NoDevice, NoVoice
    from accessibility.speech.utterance import Utterance
    from accessibility.speech.wav import write_wav
    from accessibility.speech.word_list import lay_over, list_problems
    from kiosk.base.voice.playing import play_to_the_end
    from kiosk.base.voice.voices import voices_of
    from kiosk.papers.content.in_force import readings_here

    if out is not None and (out.is_file() or not out.exists()):  # and no device, nor a pipe to a player
        refuse_unwritable(out, "wav")
    chosen = choose(config, data)
    print_problems(chosen)
    lay_over(readings_here(chosen.data_folder))
    for problem in list_problems():
        typer.echo(f"{problem.sentence_vi()}\n{problem.sentence_en()}", err=True)
    speech = chosen.config.speech
    utterance = Utterance(text, lang, speech.rate, speech.volume)
    try:
        pieces = tuple(voices_of(speech).read(utterance))
        if out is None:
            play_to_the_end(utterance, pieces)
            return
    except NoVoice as failure:
        _refuse(f"Không có giọng đọc được câu này. No voice can say this: {failure}")
    except NoDevice as failure:
        _refuse(f"Không có loa. There is no sound device ({failure}). Use --out FILE.wav.")
    with refusing(f"Không ghi được {out}", f"{out} cannot be written", named=False):
        write_wav(out, *_joined(pieces))


def _joined(pieces: tuple[Pcm, ...]) -> tuple[bytes, int]:
    """All pieces one after the other, at the rate of the first."""
    from accessibility.speech.resample import at_rate

    rate_hz = pieces[0].sample_rate_hz
    return b"".join(at_rate(piece, rate_hz) for piece in pieces), rate_hz


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
