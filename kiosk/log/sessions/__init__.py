"""What happened in the visits: the recorder, and everything derived from the log.

Pure except for `heartbeat` (one small file). Knows no SQL and no Qt; may import `kiosk.base.events`,
`kiosk.base.hours` and `kiosk.base.files`.
"""
