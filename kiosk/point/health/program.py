"""The program this kiosk runs: which pack it came with, whether it has held, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.base.version import __version__
from kiosk.papers.packs.refusals import SENTENCES, Why
from kiosk.point.health.finding import Finding, finding_of, mend, ok

ASK_FOR_ANOTHER = (
    "Nhờ phường làm gói khác. Chi tiết cho người làm chương trình: nhật ký logs/kiosk.log.",
    "Ask the ward for another pack. Details for whoever makes the program: logs/kiosk.log.",
)
TO_DO: dict[Why, tuple[str, str]] = {
    "damaged": (
        "Nhờ phường chép lại gói sang USB rồi cắm lại.",
        "Ask the ward to copy the pack to a stick again, and plug that in.",
    ),
    "uncountersigned": (
        "Nhờ phường ký gói (ward program countersign) rồi chép lại.",
        "Ask the ward to countersign it (ward program countersign) and to copy it again.",
    ),
    "other-maker": (
        "Không phải người phường chọn thì đừng dùng gói này. Đúng người thì phường nhận chìa khóa của họ "
        "(ward program trust).",
        "Unless the ward knows the maker, leave this pack; else it takes in their key (ward program trust).",
    ),
    "withdrawn-maker": (
        "Đừng dùng gói này. Phường lấy gói do người làm mà phường tin ký.",
        "Leave this pack. The ward gets one that is signed by a maker it trusts.",
    ),
    "other-ward": (
        "Nhờ phường mình ký lại gói của người làm (ward program countersign).",
        "Ask this ward to countersign the maker's pack itself (ward program countersign).",
    ),
    "given-up": (
        "Cắm lại USB có gói ấy. Vẫn vậy thì gửi nhật ký logs/kiosk.log cho người làm chương trình.",
        "Plug in the stick with that pack again. If it fails again, send logs/kiosk.log to the maker.",
    ),
    "older": (
        "Không phải làm gì. Muốn cài bản này thật thì phường ký lại dưới số mới.",
        "Nothing needs to be done. Is this version wanted, the ward countersigns it under a new number.",
    ),
}
"""What to do where it is not to ask for another pack."""


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
    from kiosk.papers.program.standing import counter_of, has_held, pack_of, read_standing
    from kiosk.papers.program.taking import incoming, last_refusal

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


@finding_of("program")
def check_program(seen: SeenProgram) -> Finding:
    which_vi = f"chương trình của gói số {seen.counter}" if seen.counter else "chương trình đã cài"
    which_en = f"the program of pack {seen.counter}" if seen.counter else "the program it was installed with"
    if seen.failed:
        return mend(
            f"Gói chương trình số {seen.failed} không chạy được, máy đã quay về {which_vi}, "
            f"bản {seen.version}.",
            f"The program of pack {seen.failed} failed; this kiosk went back to {which_en}, {seen.version}.",
            "Báo người làm chương trình; phường ký bản đã sửa dưới số mới (ward program countersign).",
            "Tell whoever makes the program; the ward countersigns the mended one under a new number.",
        )
    if seen.refused is not None:
        vi, en = SENTENCES[seen.refused]
        return mend(
            f"Gói chương trình mới không dùng được: {vi}",
            f"A new program could not be used: {en}",
            *TO_DO.get(seen.refused, ASK_FOR_ANOTHER),
        )
    more_vi = " Máy đang theo dõi bản mới." if seen.on_trial else ""
    more_en = " It is new and on trial." if seen.on_trial else ""
    if seen.waiting:
        more_vi += " Một gói mới đang được thử."
        more_en += " A new pack is being tried."
    return ok(
        f"Máy chạy {which_vi}, bản {seen.version}.{more_vi}",
        f"This kiosk runs {which_en}, version {seen.version}.{more_en}",
    )
