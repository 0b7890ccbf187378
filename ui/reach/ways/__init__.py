"""Ways to use the kiosk without touching what one sees: keys, switches, the ear. Pure; no Qt.

`items` puts a screen in reading order, `keys` says what a key does, `hand` moves a pointer through the items.
"""
