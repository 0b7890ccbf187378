"""New content is on trial: where the kiosk fails with it, the content before comes back by itself.

A failure is a program that ended without saying so while this machine stayed on, or a mistake of ours that
left its traceback. A power cut is none: this machine was started anew meanwhile.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.papers.content.standing import ContentStanding, Edition, Trial, with_failed
from kiosk.papers.packs.numbers import highest_after

ENOUGH_VISITS = 5
"""After so many that were brought to their end, the new content is no longer on trial."""
MOST_FAILURES = 2


def switched(standing: ContentStanding, edition: Edition, boot: str = "") -> ContentStanding:
    """With *edition* in force and on trial. *boot*: in which the kiosk is running with it already.

    What is gone back to is content that has proved itself, not one that was itself on trial.
    """
    before = standing.before if standing.trial else standing.now
    highest = highest_after(standing.highest, edition.counter)
    return ContentStanding(edition, before, highest, standing.failed, Trial(running=boot))


def started(standing: ContentStanding, boot: str) -> ContentStanding:
    """The program begins in that *boot*; with the content before, where it has failed too often."""
    trial = standing.trial
    if trial is None:
        return standing
    if trial.running == boot and boot:
        standing = failed(standing)
    return replace(standing, trial=replace(standing.trial, running=boot)) if standing.trial else standing


def failed(standing: ContentStanding) -> ContentStanding:
    """One failure more; at the last one the content before is in force again, and that pack never more."""
    trial = standing.trial
    if trial is None:
        return standing
    trial = replace(trial, failures=trial.failures + 1)
    if trial.failures < MOST_FAILURES:
        return replace(standing, trial=trial)
    return replace(gone_back(standing), trial=None)


def gone_back(standing: ContentStanding) -> ContentStanding:
    """With the content before in force; `highest` stays, so that no older pack gets in by this way."""
    return with_failed(
        replace(standing, now=standing.before, before=Edition(), trial=None), standing.now.folder
    )


def visit_ended(standing: ContentStanding) -> ContentStanding:
    """A visit has come to its end in good order."""
    trial = standing.trial
    if trial is None:
        return standing
    visits = trial.visits + 1
    return replace(standing, trial=None if visits >= ENOUGH_VISITS else replace(trial, visits=visits))


def ended(standing: ContentStanding) -> ContentStanding:
    """The program ends in good order."""
    return replace(standing, trial=replace(standing.trial, running="")) if standing.trial else standing
