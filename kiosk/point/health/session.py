"""How long somebody who reads slowly, or is busy with the phone, is waited for."""

from __future__ import annotations

from kiosk.base.config.sections import SessionConfig
from kiosk.point.health.finding import Finding, finding_of, mend, ok

NOT_SHORTER = ("idle_after_s", "idle_long_after_s", "grace_s")
"""Options whose default is the least that `docs/accessibility.md` promises: five minutes, fifteen, one."""


@finding_of("session")
def check_session(session: SessionConfig) -> Finding:
    least = SessionConfig()
    short = [
        f"session.{name} = {getattr(session, name)} (≥ {getattr(least, name)})"
        for name in NOT_SHORTER
        if getattr(session, name) < getattr(least, name)
    ]
    if short:
        names = ", ".join(short)
        return mend(
            f"Máy chờ khách quá ngắn: {names}.",
            f"Residents are waited for too briefly: {names}.",
            "Sửa các số ấy trong mục [session], hoặc xoá các dòng ấy.",
            "Raise these numbers in [session], or delete those lines.",
        )
    return ok(
        f"Không ai chạm {session.idle_after_s} giây thì máy hỏi, rồi chờ {session.grace_s} giây.",
        f"After {session.idle_after_s} s without a touch it asks, then waits {session.grace_s} s.",
    )
