"""What happened in the visits: the closed vocabulary, the recorder, and everything derived from the log.

Pure except for `heartbeat` (one small file). Knows no SQL and no Qt; may import `kiosk.hours`, `kiosk.files`,
`ui.ports` and `ui.visit.terms`.
"""
