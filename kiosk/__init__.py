"""The kiosk itself: at its root the composition, in eight rooms everything it joins.

`base` ← `log`, `machine` ← `papers` ← `ward` ← (`ui`) ← `print` ← `point` ← the composition ← `desk`: who
stands
further left knows nothing of who stands further right. Of all this `ui` imports `kiosk.base.events` and
`kiosk.base.words` alone. What each room is for, its own docstring says; where things are, `docs/where.md`.
"""
