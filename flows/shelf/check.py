"""Check a folder of guides, or one guide, and name everything at once.

What of a faulty guide was misread is passed over: reading goes on with a stand-in for what is wrong, and
rules would warn the officer of things that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.checking.dated import of_what_follows
from flows.checking.sets import at_checking, of_its_content, of_its_graph
from flows.checking.wording import Speakable
from flows.guide.problems import Finding, Place, Problem, own_fault
from flows.reading.pack import Pack, read_pack
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, loose_targets, read_packs


@dataclass(frozen=True, slots=True)
class Report:
    """What a check gave: `guides` are the ids that were read, in order; `problems` go guide by guide."""

    folders: tuple[Path, ...]
    guides: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> tuple[str, ...]:
        """The guides that the kiosk does not offer: those `flows.shelf.library.load_library` refuses."""
        wrong = {problem.flow_id for problem in self.problems if problem.severity == "error"}
        return tuple(guide for guide in self.guides if guide in wrong)

    @property
    def fine(self) -> bool:
        """Nothing to mend: there are guides, and nothing but notes about them."""
        return bool(self.guides) and all(problem.severity == "note" for problem in self.problems)


def check_folders(folders: tuple[Path, ...], today: date, speakable: Speakable) -> Report:
    """`check_folder` of each, in one report."""
    reports = [check_folder(folder, today, speakable) for folder in folders]
    guides = tuple(guide for report in reports for guide in report.guides)
    return Report(folders, guides, tuple(problem for report in reports for problem in report.problems))


def check_folder(folder: Path, today: date, speakable: Speakable) -> Report:
    """Check every guide below *folder*, or the one guide that *folder* holds. Never raises for content.

    Ways to other guides count as good when those stand beside the checked ones or come with the kiosk.
    """
    alone = (folder / "flow.toml").is_file()
    packs = (read_pack(folder),) if alone else read_packs(folder)
    beside = folder.resolve().parent if alone else folder
    homes = (beside, RESIDENT_GUIDES, TRAINING_GUIDES)
    other_guides = {file.parent.name for home in homes for file in home.glob("*/flow.toml")}
    problems = [problem for pack in packs for problem in check_pack(pack, today, speakable, other_guides)]
    problems += [problem for pack in packs for problem in _in_the_wrong_folder(pack, beside)]
    return Report((folder,), tuple(pack.flow_id for pack in packs), tuple(problems))


def _in_the_wrong_folder(pack: Pack, home: Path) -> tuple[Problem, ...]:
    """Only of the folders the kiosk reads: anywhere else guides of both kinds may lie side by side."""
    meant = {RESIDENT_GUIDES: "resident", TRAINING_GUIDES: "volunteer"}.get(home.resolve())
    if pack.flow is None or meant in (None, pack.flow.audience):
        return ()
    fields = {"audience": pack.flow.audience, "folder": home.name}
    return pack.problems((Finding("audience-not-here", Place("flow.toml", ("audience",)), fields),))


def check_pack(
    pack: Pack, today: date, speakable: Speakable, other_guides: Collection[str]
) -> tuple[Problem, ...]:
    """Every problem of one guide at once; the rules about its graph wait until it can be walked."""
    try:
        return pack.problems(tuple(_broken_rules(pack, today, speakable, other_guides)))
    except Exception:  # noqa: BLE001 – a bug of ours, as in `read_pack`
        return pack.problems((*pack.findings, own_fault(pack.flow_id)))


def _broken_rules(
    pack: Pack, today: date, speakable: Speakable, other_guides: Collection[str]
) -> list[Finding]:
    findings = list(pack.findings)
    draft, doubtful = pack.draft, misread(pack.findings)
    if draft is not None:
        broken = list(of_its_graph(draft)) if can_be_walked(pack.findings) else []
        broken += of_its_content(draft, today)
        broken += loose_targets(draft, other_guides)
        broken += at_checking(draft, today, speakable)
        broken += of_what_follows(
            draft,
            broken,
            lambda later: (*of_its_content(later, today), *at_checking(later, today, speakable)),
        )
        findings += [finding for finding in broken if believable(finding, doubtful)]
    return findings


STAND_INS = frozenset(
    {"key-missing", "value-wrong", "value-not-allowed", "words-missing", "way-wrong", "guard-wrong"}
)
"""Rules after whose breach the draft holds something else than its files."""

LOOSE = frozenset({"start-nowhere", "way-nowhere", "ways-wrong", "guard-asks-nothing"})
"""Rules after whose breach the draft cannot be walked."""

WAYS = ("kind", "next", "choice", "stuck")


def misread(findings: Iterable[Finding]) -> frozenset[Place]:
    """Where a stand-in is; a misspelt key counts as the key that was meant."""
    return frozenset(_misread(findings))


def _misread(findings: Iterable[Finding]) -> Iterator[Place]:
    for finding in findings:
        if finding.code in STAND_INS:
            yield finding.place
        elif finding.code == "key-unknown" and (near := finding.fields["near"]):
            yield Place(finding.place.file, (*finding.place.path[:-1], str(near)))


def can_be_walked(findings: Collection[Finding]) -> bool:
    """Whether the start, the steps and their ways are what the files say, and lead somewhere."""
    doubtful = misread(findings) | {finding.place for finding in findings if finding.code in LOOSE}
    return not any(_shapes(place) for place in doubtful if place.file == "flow.toml")


def _shapes(place: Place) -> bool:
    match place.path:
        case ("start", *_) | ("step",) | ("step", _):
            return True
        case ("step", _, key, *_):
            return key in WAYS
        case _:
            return False


def believable(finding: Finding, doubtful: Collection[Place]) -> bool:
    """Whether *finding* speaks of what stands in the files, and not of a stand-in at one of *doubtful*."""
    file, path = finding.place.file, finding.place.path
    if any(Place(file, path[:length]) in doubtful for length in range(1, len(path) + 1)):
        return False
    match finding.code:
        case "source-none":
            return not any(Place(file, (*path, key)) in doubtful for key in ("sources", "confidence"))
        case "qr-source-none":
            return Place(file, (*path, "sources")) not in doubtful
        case "source-unused":
            return not any(place.path[-1:] == ("sources",) for place in doubtful)
        case "numbers-differ":
            return not any(place.path == path for place in doubtful)
        case "answers-alike":
            return Place(file, (*path[:2], *str(finding.fields["other"]).split(".", 1))) not in doubtful
        case "highlight-wrong":
            return not any(place.path[: len(path)] == path for place in doubtful)
        case _:
            return True
