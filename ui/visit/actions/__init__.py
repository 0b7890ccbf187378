"""What can be done at the kiosk: small frozen types, one for each kind of press. Knows nothing of visits.

A misspelt one cannot be written: mypy refuses it. `action.Action` is the union of them all. Each has a
`slot`, the stable name by which QML, a screen reader and tests find its control. Nothing turns a slot back
into an action: `ui.screens.pressed` looks up on the screen which control was meant.

Several modules, because the first frame of the kiosk imports `start` alone.
"""
