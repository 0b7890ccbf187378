"""The program this kiosk runs: which pack it came with, whether it has held, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.health.finding import Finding, mend, ok
from kiosk.packs.refusals import SENTENCES, Why
from kiosk.version import __version__


@dataclass(frozen=True, slots=True)
class SeenProgram:
    """`counter` 0: what was installed, or a machine that takes no packs. `version`: of the program in force.

    `failed`: the number of the last pack that was gone back from, 0: none. `waiting`: one is being tried.
    """

    counter: int = 0
    version: str = __version__
    on_trial: bool = False
    waiting: bool = False
    failed: int = 0
    refused: Why | None = None


def see_program(programs: Path | None) -> SeenProgram:
    from kiosk.program.standing import counter_of, has_held, pack_of, read_standing
    from kiosk.program.taking import incoming, last_refusal

    if programs is None or not programs.is_dir():
        return SeenProgram()
    standing = read_standing(programs)
    pack = pack_of(programs, standing.now)
    return SeenProgram(
        standing.counter,
        pack.release.version if pack else __version__,
        standing.trial and not has_held(programs, standing.now),
        incoming(programs).exists(),
        counter_of(standing.failed[-1]) if standing.has_gone_back else 0,
        last_refusal(programs),
    )


def check_program(seen: SeenProgram) -> Finding:
    which_vi = f"chương trình của gói số {seen.counter}" if seen.counter else "chương trình đã cài"
    which_en = f"the program of pack {seen.counter}" if seen.counter else "the program it was installed with"
    if seen.failed:
        return mend(
            "program",
            f"Gói chương trình số {seen.failed} không chạy được, máy đã quay về {which_vi}, "
            f"bản {seen.version}.",
            f"The program of pack {seen.failed} failed; this kiosk went back to {which_en}, {seen.version}.",
            "Báo người làm chương trình; phường ký bản đã sửa dưới số mới (ward program countersign).",
            "Tell whoever makes the program; the ward countersigns the mended one under a new number.",
        )
    if seen.refused is not None:
        vi, en = SENTENCES[seen.refused]
        return mend(
            "program",
            f"Gói chương trình mới không dùng được: {vi}",
            f"A new program could not be used: {en}",
            "Xem lý do trong nhật ký (logs/kiosk.log), rồi nhờ phường làm gói khác.",
            "The reason stands in logs/kiosk.log; ask the ward for another pack.",
        )
    more_vi = " Máy đang theo dõi bản mới." if seen.on_trial else ""
    more_en = " It is new and on trial." if seen.on_trial else ""
    if seen.waiting:
        more_vi += " Một gói mới đang được thử."
        more_en += " A new pack is being tried."
    return ok(
        "program",
        f"Máy chạy {which_vi}, bản {seen.version}.{more_vi}",
        f"This kiosk runs {which_en}, version {seen.version}.{more_en}",
    )
