"""Whether the machine is locked down as a public one has to be, measure by measure."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.health.finding import Finding, listed, mend, of, ok

AGAIN = "sudo ./script/run install --lockdown"


@dataclass(frozen=True, slots=True)
class SeenLockdown:
    """`open` names what is not closed, in Vietnamese and English; `closed` counts what is.

    `wanted` is False where the kiosk is not what the machine is for: a team's laptop, a desk.
    """

    wanted: bool = False
    open: tuple[tuple[str, str], ...] = ()
    closed: int = 0


@of("lockdown")
def check_lockdown(seen: SeenLockdown) -> Finding:
    if not seen.open:
        return ok(
            f"Máy đã khóa cho nơi công cộng: {seen.closed} lớp.",
            f"The machine is locked down for a public place: {seen.closed} measures.",
        )
    return mend(
        "Máy ở nơi công cộng còn hở:" + listed(vi for vi, _ in seen.open),
        "What a machine in a public place leaves open:" + listed(en for _, en in seen.open),
        f"Chạy: {AGAIN}, rồi khởi động lại máy (docs/installing.md, mục 4).",
        f"Run {AGAIN}, then restart the machine (docs/installing.md, 4).",
    )
